// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! PDF: the page stays, and no page needs the rest.

use lopdf::Document;
use meldroute_cleaning::NoCopy;

use crate::fixtures::{copy, holds, pdf, refused};

#[test]
fn authors_programs_files_and_earlier_versions_are_gone() {
    let file = pdf::pdf();
    for trace in [
        "author",
        "xmp",
        "script",
        "embedded",
        "note author",
        "of before",
        "of no page",
        "iptc",
        "id one",
    ] {
        assert!(
            holds(&file, &format!("SPOOR {trace}")),
            "{trace}: the fixture has it"
        );
    }
    let copy = copy("brief.pdf", &file);
    assert!(!holds(&copy.bytes, "SPOOR"));
    for word in [
        "/Info",
        "/ID",
        "/Metadata",
        "/JavaScript",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/Prev",
        "Exif",
    ] {
        assert!(!holds(&copy.bytes, word), "{word}");
    }
    assert!(!holds(&copy.bytes, "20260102"), "dates");
}

#[test]
fn the_page_its_text_its_photo_and_the_note_stay() {
    let copy = copy("brief.pdf", &pdf::pdf());
    let document = Document::load_mem(&copy.bytes).unwrap();
    assert_eq!(document.get_pages().len(), 1);
    assert!(document.extract_text(&[1]).unwrap().contains("Wat er staat"));
    assert!(holds(&copy.bytes, "Een opmerking"));
    let page = document.page_iter().next().unwrap();
    let photo = document.get_page_images(page).unwrap();
    assert_eq!(photo.len(), 1);
    let decoded = image::load_from_memory(photo[0].content).unwrap();
    assert_eq!(
        (decoded.width(), decoded.height()),
        (32, 16),
        "as the page asks, not turned"
    );
}

#[test]
fn a_pdf_with_a_password_has_no_copy() {
    assert_eq!(refused(&pdf::encrypted()), NoCopy::Encrypted);
}

#[test]
fn a_pdf_that_is_none_has_no_copy() {
    assert_eq!(refused(b"%PDF-1.7\nniets"), NoCopy::Damaged);
    let whole = pdf::pdf();
    // A torn one may still have pages; it must only end with an outcome.
    let _ = meldroute_cleaning::clean(&whole[..whole.len() / 2], &meldroute_cleaning::Limits::default());
}
