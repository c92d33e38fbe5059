// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What asks too much has no copy, and asks no more than the limit before that is known.

use lopdf::{Document, Object, Stream, dictionary};
use meldroute_cleaning::{Limits, NoCopy};

use crate::fixtures::{office, picture, refused, refused_by};

#[test]
fn sizes() {
    let limits = Limits {
        size: 100,
        ..Limits::default()
    };
    assert_eq!(refused_by(&[b'a'; 101], &limits), NoCopy::TooLarge);
    assert_eq!(refused(b""), NoCopy::Empty);
}

#[test]
fn a_picture_of_few_bytes_and_many_pixels() {
    let mut file = picture::png();
    // Its head says 60,000 by 60,000; the sum over the head is made right.
    file[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = picture::crc(&file[12..29]);
    file[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(refused(&file), NoCopy::TooManyPixels);
}

#[test]
fn a_zip_file_that_unpacks_to_much() {
    let zeros = vec![b' '; 40 << 20];
    let bytes = office::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &zeros),
    ]);
    assert!(bytes.len() < 100_000);
    assert_eq!(refused(&bytes), NoCopy::UnpacksTooLarge);
}

#[test]
fn a_zip_file_with_many_files() {
    let names: Vec<String> = (0..6000)
        .map(|number| format!("word/media/{number}.jpg"))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<a/>"),
    ];
    parts.extend(names.iter().map(|name| (name.as_str(), b"".as_slice())));
    assert_eq!(refused(&office::zip(&parts)), NoCopy::TooManyParts);
}

#[test]
fn elements_within_elements() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let bytes = office::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", deep.as_bytes()),
    ]);
    assert_eq!(refused(&bytes), NoCopy::TooDeep);
}

#[test]
fn objects_within_objects() {
    let deep = format!(
        "%PDF-1.7\n1 0 obj\n{}{}\nendobj\n",
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    assert_eq!(refused(deep.as_bytes()), NoCopy::Damaged);
}

#[test]
fn a_stream_of_objects_that_unpacks_to_much() {
    let mut document = Document::with_version("1.7");
    let mut stream = Stream::new(
        dictionary! { "Type" => "AnyStm", "N" => 1, "First" => 4 },
        [b"9 0 ".as_slice(), &vec![b' '; 30 << 20]].concat(),
    );
    stream.compress().unwrap();
    let pages =
        document.add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 });
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.add_object(stream);
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    // The writer leaves out streams of objects that it did not make itself.
    let at = bytes.windows(6).position(|window| window == b"AnyStm").unwrap();
    bytes[at..at + 6].copy_from_slice(b"ObjStm");
    assert!(bytes.len() < 100_000);
    assert_eq!(refused(&bytes), NoCopy::UnpacksTooLarge);
}
