// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every mail that fuzzing began with or found is read anew: see docs/fuzzing.md.

use std::{fs, path::Path};

use meldroute_connect::mail::{Limits, Reading, read_message};

#[test]
fn every_mail_ends_with_an_outcome_within_the_limits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/mail");
    let limits = Limits::default();
    let mut read = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        if let Reading::Message(message) = read_message(&bytes, &limits) {
            let unpacked: usize = message.attachments.iter().map(|file| file.bytes.len()).sum();
            assert!(unpacked <= limits.unpacked);
        }
        read += 1;
    }
    assert!(read >= 32, "the seeds are there");
}
