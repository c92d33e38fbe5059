// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The walk over files and folders.

use std::fs;
use std::path::Path;

use meldroute_connect::mail::{Limits, find_messages};

fn found(path: &Path, limits: &Limits) -> Vec<(String, String)> {
    find_messages(path, limits)
        .map(Result::unwrap)
        .map(|one| (one.label, String::from_utf8_lossy(&one.bytes).into_owned()))
        .collect()
}

fn pairs<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
        .to_vec()
}

#[test]
fn walks_through_folders_by_name_and_ignores_other_files() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("b")).unwrap();
    for (name, text) in [
        ("c.EML", "c"),
        ("b/2.eml", "b2"),
        ("a.eml", "a"),
        ("b/1.eml", "b1"),
        ("lijst.txt", "x"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let expected = pairs([("a.eml", "a"), ("1.eml", "b1"), ("2.eml", "b2"), ("c.EML", "c")]);
    assert_eq!(found(folder.path(), &Limits::default()), expected);
}

#[test]
fn splits_an_mbox_and_takes_its_quotes_away() {
    let folder = tempfile::tempdir().unwrap();
    // a file that is named by itself may have any name
    let path = folder.path().join("postvak");
    let mbox = "From a@b.example Fri Nov  6 09:00:00 2026\nSubject: 1\n\nFrom here on, text\n>From x\n>>From y\n> From z\n\n\
                From a@b.example Fri Nov  6 10:00:00 2026 +0100\nSubject: 2\n\nlast";
    fs::write(&path, mbox).unwrap();
    let expected = pairs([
        (
            "postvak#1",
            "Subject: 1\n\nFrom here on, text\nFrom x\n>From y\n> From z\n\n",
        ),
        ("postvak#2", "Subject: 2\n\nlast"),
    ]);
    assert_eq!(found(&path, &Limits::default()), expected);
}

#[test]
fn cuts_what_is_over_the_limit_one_byte_later() {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits {
        size: 20,
        ..Limits::default()
    };
    let separator = "From a@b.example Fri Nov  6 09:00:00 2026\n";
    fs::write(folder.path().join("a.eml"), "x".repeat(50)).unwrap();
    fs::write(
        folder.path().join("b.mbox"),
        format!("{separator}{}\n\n{separator}short", "y".repeat(50)),
    )
    .unwrap();
    let lengths: Vec<_> = found(folder.path(), &limits)
        .iter()
        .map(|(_, text)| text.len())
        .collect();
    assert_eq!(lengths, [21, 21, 5]);
}

#[test]
fn an_empty_mbox_has_no_messages() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("leeg.mbox"), "").unwrap();
    assert!(found(folder.path(), &Limits::default()).is_empty());
}

#[test]
fn a_missing_file_is_an_error_without_its_name() {
    let error = find_messages(Path::new("/nergens/geheim.eml"), &Limits::default())
        .next()
        .unwrap()
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        "The file or folder could not be read: entity not found."
    );
    assert_eq!(error.label, "geheim.eml");
}
