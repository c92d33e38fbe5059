// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading a mail ends with an outcome, whatever the bytes are.
#![no_main]

use libfuzzer_sys::fuzz_target;
use meldroute_connect::mail::{Limits, read_message};

fuzz_target!(|bytes: &[u8]| {
    read_message(bytes, &Limits::default());
});
