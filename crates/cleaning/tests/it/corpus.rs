// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every file that fuzzing began with or found is tried anew.

use std::{fs, path::Path};

use meldroute_cleaning::{Limits, clean};

use crate::fixtures;

fn folder() -> std::path::PathBuf {
    corpus("attachments")
}

fn corpus(target: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target)
}

#[test]
fn every_text_of_a_word_file_ends_with_a_copy_or_a_reason() {
    let mut tried = 0;
    for entry in fs::read_dir(corpus("office")).unwrap() {
        let text = fs::read(entry.unwrap().path()).unwrap();
        let file =
            fixtures::office::zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &text)]);
        if let Ok(copy) = clean(&file, &Limits::default()) {
            // What came out is clean: cleaning it again changes nothing any more.
            let again = clean(&copy.bytes, &Limits::default());
            assert!(again.is_ok_and(|again| again.bytes == copy.bytes));
        }
        tried += 1;
    }
    assert!(tried >= 2, "the seeds are there");
}

#[test]
fn every_file_ends_with_a_copy_or_a_reason() {
    let mut tried = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        if let Ok(copy) = clean(&bytes, &Limits::default()) {
            // A copy is a file of the kind that it says.
            assert_eq!(meldroute_cleaning::kind_of(&copy.bytes), copy.kind);
        }
        tried += 1;
    }
    assert!(tried >= fixtures::all().len(), "the seeds are there");
}

/// After a change of the fixtures: `cargo test -p meldroute-cleaning --test it -- --ignored write_the_seeds`
#[test]
#[ignore = "writes into the source tree"]
fn write_the_seeds() {
    fs::create_dir_all(folder()).unwrap();
    for (name, bytes) in fixtures::all() {
        fs::write(folder().join(format!("seed-{name}")), bytes).unwrap();
    }
    fs::write(folder().join("seed-encrypted.pdf"), fixtures::pdf::encrypted()).unwrap();
}
