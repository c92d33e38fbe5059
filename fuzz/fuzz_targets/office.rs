// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The text of a Word file, which a fuzzer that only changes the bytes of a zip file would hardly reach.
#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use meldroute_cleaning::{Limits, clean};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TYPES: &[u8] = b"<Types><Override PartName='/word/document.xml' ContentType='a'/></Types>";

fuzz_target!(|bytes: &[u8]| {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in [("[Content_Types].xml", TYPES), ("word/document.xml", bytes)] {
        zip.start_file(name, stored).expect("the name is right");
        zip.write_all(content).expect("it is written to memory");
    }
    let file = zip.finish().expect("it is written to memory").into_inner();
    let _ = clean(&file, &Limits::default());
});
