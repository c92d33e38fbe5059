// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A document as a text to edit: everything is in it, its pictures keep their alternative, and texts stay data.

use std::io::{Cursor, Read as _};

use meldroute_core::{
    configuration::text::Language,
    paper::{Block, Cell, Column, Document},
};
use meldroute_report::to_odt;
use zip::{CompressionMethod, ZipArchive};

fn document() -> Document {
    Document {
        title: "Halfjaarbericht <2026>".to_owned(),
        language: Language::Nl,
        organisation: "Voorbeeldgemeente".to_owned(),
        classification: "Voor Burgemeester".to_owned(),
        number: "bericht 2026-2".to_owned(),
        date: "29 november 2026".to_owned(),
        made_at: "2026-11-29T14:00:00Z".parse().unwrap(),
        head: None,
        blocks: vec![
            Block::Heading {
                level: 1,
                text: "Wat we leerden".to_owned(),
            },
            Block::Paragraph {
                text: "Eerste regel.\nTweede & laatste regel.".to_owned(),
            },
            Block::List {
                items: vec!["Een punt.".to_owned()],
            },
            Block::Picture {
                svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"/>".to_owned(),
                alternative: "Niets dan \"wit\".".to_owned(),
                caption: "Een beeld".to_owned(),
            },
            Block::Table {
                caption: "In getallen".to_owned(),
                columns: vec![Column::new("Maand", 2), Column::new("Aantal", 1)],
                rows: vec![vec![Cell::from("mei"), Cell::from("</text:p>")]],
            },
        ],
    }
}

#[test]
fn everything_is_in_it_and_texts_stay_data() {
    let bytes = to_odt(&document()).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let first = zip.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    drop(first);
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let content = part("content.xml");
    for words in [
        "Halfjaarbericht &lt;2026&gt;",
        "Eerste regel.<text:line-break/>Tweede &amp; laatste regel.",
        "<table:table-header-rows>",
        "&lt;/text:p&gt;",
        "<svg:desc>Niets dan &quot;wit&quot;.</svg:desc>",
        "svg:width=\"166.0mm\" svg:height=\"83.0mm\"",
    ] {
        assert!(content.contains(words), "{words} is missing in {content}");
    }
    assert!(part("Pictures/1.svg").starts_with("<svg"));
    assert!(part("META-INF/manifest.xml").contains("Pictures/1.svg"));
    assert!(part("styles.xml").contains("Voor Burgemeester"));
}
