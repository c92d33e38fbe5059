// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Office files: what a reader sees stays, with all changes accepted.

use std::io::{Cursor, Read as _};

use meldroute_cleaning::{Kind, NoCopy};
use zip::ZipArchive;

use crate::fixtures::{copy, office, picture, refused};

/// The parts of a zip file: name and content.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let date = file.last_modified().unwrap();
            assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// The text of one part of a copy.
fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(found, _)| found == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("{name} is there")).1).unwrap()
}

#[test]
fn no_trace_in_any_part() {
    for (name, bytes) in [
        ("verslag.docx", office::docx()),
        ("lijst.xlsx", office::xlsx()),
        ("presentatie.pptx", office::pptx()),
        ("verslag.odt", office::odt()),
    ] {
        let copy = copy(name, &bytes);
        for (part, content) in parts(&copy.bytes) {
            let text = String::from_utf8_lossy(&content).to_lowercase();
            assert!(
                !text.contains("spoor") && !part.to_lowercase().contains("spoor"),
                "{name}: {part}: {text}"
            );
        }
    }
}

#[test]
fn changes_in_word_are_accepted() {
    let copy = copy("verslag.docm", &office::docx());
    assert_eq!(copy.kind, Kind::Docx);
    assert_eq!(
        copy.kind.ending("verslag.docm"),
        "docx",
        "what is shown as a program is none any more"
    );
    let text = part(&copy.bytes, "word/document.xml");
    for stays in [
        "Gesprek &amp; &quot;verslag&quot; ",
        "toegevoegd",
        "hierheen",
        "opgemerkt",
        "een adres",
        "een schijf",
        "ingebed",
        " PAGE ",
    ] {
        assert!(text.contains(stays), "{stays}: {text}");
    }
    for goes in [
        "<w:ins ",
        "w:del",
        "w:move",
        "Change",
        "comment",
        "rsid",
        "OLEObject",
        "INCLUDEPICTURE",
        "author",
    ] {
        assert!(!text.contains(goes), "{goes}: {text}");
    }
    assert!(part(&copy.bytes, "[Content_Types].xml").contains("wordprocessingml.document.main+xml"));
    assert!(!part(&copy.bytes, "[Content_Types].xml").contains("comments"));
}

#[test]
fn a_link_to_the_web_stays_and_one_to_somebodys_disk_goes() {
    let copy = copy("verslag.docx", &office::docx());
    let relations = part(&copy.bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("https://adres.example/"));
    assert_eq!(relations.matches("External").count(), 1);
    let text = part(&copy.bytes, "word/document.xml");
    assert_eq!(text.matches("<w:hyperlink").count(), 1);
    assert!(text.contains("r:embed=\"rId5\"") && !text.contains("r:link"));
}

#[test]
fn the_photo_in_a_report_is_cleaned_as_any_photo() {
    let copy = copy("verslag.docx", &office::docx());
    let photo = parts(&copy.bytes)
        .into_iter()
        .find(|(name, _)| name == "word/media/image1.jpg")
        .unwrap()
        .1;
    assert!(image::load_from_memory(&photo).is_ok());
    assert_ne!(photo, picture::jpeg());
}

#[test]
fn a_cell_keeps_its_value_without_its_formula() {
    let copy = copy("lijst.xlsx", &office::xlsx());
    let sheet = part(&copy.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>42</v>") && sheet.contains("Stationsplein"));
    assert!(!sheet.contains("<f>") && !sheet.contains("legacyDrawing"));
}

#[test]
fn opendocument_keeps_its_text_and_its_first_file() {
    let copy = copy("verslag.odt", &office::odt());
    assert_eq!(parts(&copy.bytes)[0].0, "mimetype");
    let text = part(&copy.bytes, "content.xml");
    assert!(text.contains("Verslag") && text.contains("schijf") && text.contains("Pictures/foto.jpg"));
    assert!(part(&copy.bytes, "META-INF/manifest.xml").contains("Pictures/foto.jpg"));
}

#[test]
fn names_with_another_prefix_are_known_as_well() {
    let document = "<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:p>                    <x:del x:author='SPOOR'><x:r><x:delText>SPOOR</x:delText></x:r></x:del><x:r><x:rPr><x:vanish/></x:rPr><x:t>staat</x:t></x:r></x:p></x:document>";
    let bytes = office::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ]);
    let text = part(&copy("a.docx", &bytes).bytes, "word/document.xml");
    assert!(text.contains("staat") && !text.contains("SPOOR"));
    assert!(
        !text.contains("vanish"),
        "hidden text shows: whoever releases it must see it"
    );
}

#[test]
fn entities_of_a_document_are_never_unfolded() {
    let document = "<!DOCTYPE a [<!ENTITY b 'SPOOR'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><w:document><w:t>voor&b;&c;na                    </w:t></w:document>";
    let bytes = office::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ]);
    let text = part(&copy("a.docx", &bytes).bytes, "word/document.xml");
    assert!(text.contains("voorna") && !text.contains("DOCTYPE"));
}

#[test]
fn old_office_files_and_other_zip_files_have_no_copy() {
    assert_eq!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 en de rest"),
        NoCopy::OldOffice
    );
    assert_eq!(refused(b"{\\rtf1 tekst}"), NoCopy::OldOffice);
    assert_eq!(refused(&office::zip(&[("a.txt", b"a")])), NoCopy::Archive);
}
