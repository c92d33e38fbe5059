// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Text stays as it is, in UTF-8; what is no text is known by its content, whatever its name says.

use meldroute_cleaning::{Kind, NoCopy, kind_of};

use crate::fixtures::{copy, refused};

#[test]
fn text_stays() {
    let table = "naam;dag\r\nCafé;maandag\r\n";
    let copied = copy("lijst.csv", table.as_bytes());
    assert_eq!(
        (copied.bytes.as_slice(), copied.kind.ending("lijst.CSV")),
        (table.as_bytes(), "csv")
    );
    assert_eq!(copied.kind.media_type(), "text/plain; charset=utf-8");
}

#[test]
fn old_charsets_become_utf_8() {
    assert_eq!(copy("a.txt", b"Caf\xe9 \x80 5").bytes, "Café € 5".as_bytes());
    assert_eq!(copy("a.txt", b"\xff\xfeC\0a\0f\0\xe9\0").bytes, "Café".as_bytes());
    assert_eq!(copy("a.txt", b"\xef\xbb\xbfCaf\xc3\xa9").bytes, "Café".as_bytes());
}

#[test]
fn a_text_that_is_something_else_in_utf_8_has_no_copy() {
    let wide = |text: &str| {
        [
            b"\xff\xfe".to_vec(),
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ]
        .concat()
    };
    assert_eq!(refused(&wide("%PDF-1.7\n1 0 obj\n")), NoCopy::Damaged);
    assert_eq!(copy("a.txt", &wide("Gewone tekst")).bytes, b"Gewone tekst");
}

#[test]
fn a_text_that_begins_like_something_else_is_a_text() {
    assert_eq!(kind_of(b"BM staat voor basisschool"), Kind::Text);
    assert_eq!(kind_of("MZ: melding zonder naam".as_bytes()), Kind::Text);
}

#[test]
fn the_content_says_what_it_is_and_not_the_name() {
    let program = [b"MZ".as_slice(), &[0, 1, 2, 3].repeat(64)].concat();
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
    let photo = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    for (reason, bytes) in [
        (NoCopy::Program, program.as_slice()),
        (NoCopy::Program, b"#!/bin/sh\nrm -r /\n"),
        (NoCopy::Video, film),
        (NoCopy::OtherPicture, photo),
        (NoCopy::Archive, b"Rar!\x1a\x07\x00 en de rest"),
        (NoCopy::Markup, b"\n<html><script>alert(1)</script>"),
        (NoCopy::Markup, b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        (
            NoCopy::Mail,
            b"Received: from a.example\r\nFrom: a@b.example\r\n\r\nTekst",
        ),
        (NoCopy::Unknown, b"\x00\x01\x02\x03"),
    ] {
        assert_eq!(refused(bytes), reason);
    }
    assert_eq!(Kind::Text.ending("foto.exe"), "txt");
    assert_eq!(Kind::Text.ending(""), "txt");
}
