// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What other programs find in the copies: exiftool and mat2 (`scripts/install-test-tools`). Both are asked about the file as
//! it came as well, so that a program that finds nothing anywhere is noticed.

use std::{fs, path::Path, process::Command};

use crate::fixtures::{all, copy};

/// What exiftool knows from the pixels, the pages and the file system.
const TECHNICAL: &[&str] = &[
    "SourceFile",
    "ExifTool:",
    "System:",
    "File:FileType",
    "File:FileTypeExtension",
    "File:MIMEType",
    "File:MIMEEncoding",
    "File:ByteOrderMark",
    "File:Newlines",
    "File:LineCount",
    "File:WordCount",
    "File:RowCount",
    "File:ColumnCount",
    "File:Delimiter",
    "File:Quoting",
    "File:ImageWidth",
    "File:ImageHeight",
    "File:EncodingProcess",
    "File:BitsPerSample",
    "File:ColorComponents",
    "File:YCbCrSubSampling",
    "File:BMPVersion",
    "File:Planes",
    "File:BitDepth",
    "File:Compression",
    "File:ImageLength",
    "File:PixelsPerMeter",
    "File:NumColors",
    "File:NumImportantColors",
    "File:Red",
    "File:Green",
    "File:Blue",
    "File:Alpha",
    "File:ColorSpace",
    "File:RenderingIntent",
    "JFIF:",
    "PNG:ImageWidth",
    "PNG:ImageHeight",
    "PNG:BitDepth",
    "PNG:ColorType",
    "PNG:Compression",
    "PNG:Filter",
    "PNG:Interlace",
    "GIF:GIFVersion",
    "GIF:ImageWidth",
    "GIF:ImageHeight",
    "GIF:HasColorMap",
    "GIF:ColorResolutionDepth",
    "GIF:BitsPerPixel",
    "GIF:BackgroundColor",
    "GIF:FrameCount",
    "GIF:TransparentColor",
    "RIFF:ImageWidth",
    "RIFF:ImageHeight",
    "RIFF:AlphaIsUsed",
    "RIFF:VP8",
    "PDF:PDFVersion",
    "PDF:Linearized",
    "PDF:HasXFA\": \"No",
    "PDF:PageCount",
    "ZIP:Zip",
    "Composite:ImageSize",
    "Composite:Megapixels",
];

/// The names of what exiftool finds, without what it knows from the pixels, the pages and the file system.
fn by_exiftool(file: &Path) -> Vec<String> {
    let ran = Command::new("exiftool")
        .args(["-json", "-G1", "-a"])
        .arg(file)
        .output();
    let output = ran.expect("exiftool is installed (scripts/install-test-tools)");
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"'))
        .map(|line| line.trim_end_matches(',').to_owned())
        .filter(|line| !TECHNICAL.iter().any(|known| line.starts_with(known)))
        .collect()
}

/// What mat2 shows, line by line; it says so itself when there is nothing. None for a kind that its version does not know.
fn by_mat2(file: &Path) -> Option<Vec<String>> {
    let ran = Command::new("mat2")
        .args(["--no-sandbox", "--show"])
        .arg(file)
        .output();
    let output = ran.expect("mat2 is installed (scripts/install-test-tools)");
    let text = String::from_utf8(output.stdout).unwrap();
    if text.contains("is not supported") {
        return None;
    }
    let lines = text
        .lines()
        .map(|line| line.trim().trim_start_matches("[+]").trim_start().to_owned())
        .filter(|line| {
            // What mat2 shows of a PDF without dates, and the version of the format.
            let nothing = matches!(
                line.as_str(),
                "" | "creation-date: -1" | "mod-date: -1" | "format: PDF-1.7"
            );
            !nothing && !line.starts_with("Metadata for") && !line.contains("No metadata found")
        });
    Some(lines.collect())
}

#[test]
fn exiftool_finds_nothing_in_the_copies() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in all() {
        let path = folder.path().join(name);
        fs::write(&path, copy(name, &bytes).bytes).unwrap();
        assert_eq!(by_exiftool(&path), Vec::<String>::new(), "{name}");
    }
    let photo = folder.path().join("as-it-came.jpg");
    fs::write(&photo, crate::fixtures::picture::jpeg()).unwrap();
    let found = by_exiftool(&photo).join("\n");
    for name in [
        "IFD0:Make",
        "GPS:GPSLatitude",
        "XMP-dc:Creator",
        "File:Comment",
        "IPTC:By-line",
    ] {
        assert!(found.contains(name), "{name} in {found}");
    }
}

#[test]
fn mat2_finds_nothing_in_the_copies() {
    let folder = tempfile::tempdir().unwrap();
    let mut looked_at = 0;
    for (name, bytes) in all() {
        let path = folder.path().join(name);
        fs::write(&path, copy(name, &bytes).bytes).unwrap();
        if let Some(found) = by_mat2(&path) {
            assert_eq!(found, Vec::<String>::new(), "{name}");
            looked_at += 1;
        }
    }
    assert!(looked_at >= 7, "mat2 looked at {looked_at} kinds only");
    let photo = folder.path().join("as-it-came.jpg");
    fs::write(&photo, crate::fixtures::picture::jpeg()).unwrap();
    assert!(by_mat2(&photo).unwrap().join("\n").contains("SPOOR maker"));
}
