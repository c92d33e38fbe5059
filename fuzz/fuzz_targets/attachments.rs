// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Making a copy ends with one or with a reason, whatever the bytes are, and a copy is of the kind that it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use meldroute_cleaning::{Limits, clean, kind_of};

fuzz_target!(|bytes: &[u8]| {
    // Small limits, so that what grows is seen in the memory that the fuzzer allows.
    let limits = Limits {
        pixels: 1_000_000,
        decoded: 8 << 20,
        part: 4 << 20,
        unpacked: 16 << 20,
        ..Limits::default()
    };
    if let Ok(copy) = clean(bytes, &limits) {
        assert_eq!(kind_of(&copy.bytes), copy.kind);
    }
});
