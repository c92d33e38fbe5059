// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is printed can be read back; letters that the fonts lack never cost the document; texts stay data.

use std::{fs, path::Path};

use lopdf::{Document as Pdf, Object};
use meldroute_core::{
    configuration::text::Language,
    paper::{Block, Cell, Column, Document},
    sharing::pack::Head,
};
use meldroute_report::to_pdf;

const HEAD: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Deelpakket voor Politie, Team Mensenhandel".to_owned(),
        language: Language::Nl,
        organisation: "Voorbeeldgemeente".to_owned(),
        classification: "Vertrouwelijk. Alleen voor Politie, Team Mensenhandel".to_owned(),
        number: "VB-2026-0042".to_owned(),
        date: "zo 29 november 2026".to_owned(),
        made_at: "2026-11-29T14:00:00Z".parse().unwrap(),
        head: Some(Head {
            entry: 812,
            hash: HEAD.to_owned(),
        }),
        blocks,
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        text: text.to_owned(),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

/// One of everything.
fn everything() -> Vec<Block> {
    let row = |number: usize| {
        vec![
            Cell::from(format!("Gegeven {number}")),
            Cell::from(
                "Zesentwintig woorden van een toelichting, zodat een cel meer dan één regel krijgt en de tabel over de bladzijde loopt.",
            ),
            Cell {
                text: "te bevestigen door FG/jurist".to_owned(),
                strong: true,
            },
        ]
    };
    vec![
        Block::Facts {
            caption: "Over dit pakket".to_owned(),
            rows: vec![
                ("Voor".to_owned(), "Politie, Team Mensenhandel".to_owned()),
                ("Te gebruiken tot en met".to_owned(), "vr 15 januari 2027".to_owned()),
            ],
        },
        Block::Note {
            text: "Gebruik deze gegevens tot en met vr 15 januari 2027. Wis ze daarna.".to_owned(),
        },
        heading(1, "Gegeven 1: waarneming"),
        Block::Quote {
            text: "Eerste regel.\nTweede regel.\n\nNieuwe alinea over de Voorbeeldweg.".to_owned(),
        },
        heading(3, "Een niveau te diep"),
        Block::List {
            items: vec!["Eerste punt.".to_owned(), "Tweede punt.".to_owned()],
        },
        Block::Table {
            caption: "Welke gegevens".to_owned(),
            columns: vec![Column::new("Gegeven", 2), Column::new("Toelichting", 4), Column::new("Stand", 2)],
            rows: (1..=60).map(row).collect(),
        },
        Block::Picture {
            svg: r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><rect x="0" y="10" width="120" height="18" fill="#14305c"/><rect x="0" y="34" width="60" height="18" fill="#14305c"/><text x="126" y="24" font-family="Fira Sans" font-size="11">12</text></svg>"##.to_owned(),
            alternative: "Twee balken: twaalf in het eerste kwartaal, zes in het tweede.".to_owned(),
            caption: "Signalen per kwartaal".to_owned(),
        },
        Block::Break,
        heading(1, "Slot"),
        paragraph("Op deze bladzijde staat het slot: wat hierboven in de tabel staat, moet de FG of een jurist nog bevestigen."),
    ]
}

/// The words on each page, without white space: where lines are divided is not what is tested.
fn words(bytes: &[u8]) -> Vec<String> {
    let pdf = Pdf::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pages
        .into_iter()
        .map(|page| {
            let text = pdf.extract_text(&[page]).unwrap();
            text.chars().filter(|letter| !letter.is_whitespace()).collect()
        })
        .collect()
}

/// Leaves a document for `scripts/check-pdf`.
fn keep(name: &str, bytes: &[u8]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn printed(blocks: Vec<Block>) -> String {
    words(&to_pdf(&document(blocks)).unwrap()).concat()
}

#[test]
fn every_page_says_what_it_is_and_none_is_empty() {
    let bytes = to_pdf(&document(everything())).unwrap();
    keep("everything", &bytes);
    let pages = words(&bytes);
    assert!(pages.len() > 2, "{} pages", pages.len());
    let frame = squeezed(
        "Vertrouwelijk. Alleen voor Politie, Team Mensenhandel VB-2026-0042 Voorbeeldgemeente zo 29 november 2026",
    );
    for (place, page) in pages.iter().enumerate() {
        let number = format!("Pagina{}van{}", place + 1, pages.len());
        for part in [frame.as_str(), HEAD, number.as_str()] {
            assert!(page.contains(part), "page {} lacks {part}: {page}", place + 1);
        }
        assert!(
            page.len() > frame.len() + HEAD.len() + 15,
            "page {} is empty",
            place + 1
        );
    }
    // The heading of the table stands on each of its pages.
    let headed = pages
        .iter()
        .filter(|page| page.contains("GegevenToelichtingStand"))
        .count();
    assert!(headed > 1);
}

#[test]
fn the_file_says_what_it_is_to_a_machine() {
    let bytes = to_pdf(&document(everything())).unwrap();
    let pdf = Pdf::load_mem(&bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl-NL");
    let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let metadata = pdf.get_object(metadata).unwrap().as_stream().unwrap();
    let metadata = metadata
        .get_plain_content()
        .unwrap_or_else(|_| metadata.content.clone());
    let metadata = String::from_utf8(metadata).unwrap();
    for mark in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Deelpakket voor Politie",
    ] {
        assert!(metadata.contains(mark), "{mark} is not in {metadata}");
    }
}

#[test]
fn letters_without_a_shape_are_printed_as_their_numbers() {
    for (given, shown) in [
        ("Naam: محمد.", "[U+0645 U+062D U+0645 U+062F]."),
        ("Naam: 王芳", "[U+738B U+82B3]"),
        ("Gezien 😢 bij de deur", "[U+1F622] bij de deur"),
        ("Omgekeerd \u{202E}txet", "[U+202E]txet"),
        ("Bel\u{7}", "[U+0007]"),
        ("Eigen teken \u{E000}", "[U+E000]"),
    ] {
        let text = printed(vec![paragraph(given)]);
        assert!(text.contains(&squeezed(shown)), "{text}");
        assert!(text.contains("kunnenhiernietwordenafgedrukt"), "{text}");
    }
}

#[test]
fn names_of_europe_are_printed_as_they_are() {
    for name in [
        "Zoë Çelik-Łuczak",
        "Søren Ægir Þór",
        "Олександр Ївга",
        "Ελένη",
        "Nguyễn Thị",
        "Ștefan Țepeș",
        "José\u{301}",
        "€ 12,50 → ‘ja’",
    ] {
        let text = printed(vec![paragraph(name)]);
        assert!(!text.contains("[U+"), "{name}: {text}");
    }
    // White space and marks without a shape of their own cost nothing, and leave nothing behind.
    let text = printed(vec![paragraph("a\u{00A0}b\tc\u{200B}d\u{FEFF}e\r\nf\u{FE0F}")]);
    assert!(text.contains("abcdef") && !text.contains("[U+"), "{text}");
}

#[test]
fn letters_without_a_shape_never_cost_the_document_wherever_they_stand() {
    let odd = "مرحبا 你好 🙂 \u{0} \u{E0001} \u{10FFFF}";
    let mut document = document(vec![
        heading(1, odd),
        paragraph(odd),
        Block::Quote { text: odd.to_owned() },
        Block::Note { text: odd.to_owned() },
        Block::List {
            items: vec![odd.to_owned()],
        },
        Block::Facts {
            caption: odd.to_owned(),
            rows: vec![(odd.to_owned(), odd.to_owned())],
        },
        Block::Table {
            caption: odd.to_owned(),
            columns: vec![Column::new(odd, 1)],
            rows: vec![vec![Cell::from(odd)]],
        },
        Block::Picture {
            svg: format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text y="15" font-family="Fira Sans">{}</text></svg>"#,
                odd.replace('\0', "")
            ),
            alternative: odd.to_owned(),
            caption: odd.to_owned(),
        },
    ]);
    for field in [
        &mut document.title,
        &mut document.organisation,
        &mut document.classification,
        &mut document.number,
        &mut document.date,
    ] {
        odd.clone_into(field);
    }
    document.head = None;
    to_pdf(&document).unwrap();
}

#[test]
fn a_long_address_is_divided_but_copied_as_it_is() {
    let address = format!("https://voorbeeld.example/{}?nummer=12", "advertentie".repeat(20));
    let cells = vec![vec![Cell::from(address.as_str()), Cell::from("x")]];
    let blocks = vec![
        paragraph(&address),
        heading(1, &address),
        Block::Table {
            caption: address.clone(),
            columns: vec![Column::new("Adres", 1), Column::new("Kolom", 1)],
            rows: cells,
        },
    ];
    let printed = printed(blocks);
    assert_eq!(printed.matches(&address).count(), 4, "{printed}");
}

#[test]
fn a_text_is_never_read_as_markup() {
    for text in [
        "#panic()",
        "*vet* _schuin_ $x^2$",
        "#read(\"/etc/passwd\")",
        "= Kop",
        "<label> @verwijzing",
        "\\ // /* */ `code`",
        "https://voorbeeld.example/#deel",
    ] {
        let printed = printed(vec![
            paragraph(text),
            heading(1, text),
            Block::List {
                items: vec![text.to_owned()],
            },
        ]);
        assert_eq!(printed.matches(&squeezed(text)).count(), 3, "{printed}");
    }
}

#[test]
fn nothing_to_say_is_still_a_document() {
    let empty = Block::Table {
        caption: "Leeg".to_owned(),
        columns: vec![Column::new("Kolom", 1)],
        rows: Vec::new(),
    };
    for blocks in [
        Vec::new(),
        vec![empty],
        vec![paragraph(""), heading(2, ""), Block::List { items: Vec::new() }],
        vec![Block::Facts {
            caption: String::new(),
            rows: Vec::new(),
        }],
        vec![Block::Break, Block::Break],
    ] {
        assert!(printed(blocks).contains("Deelpakketvoor"));
    }
}

#[test]
fn what_a_document_says_stays_out_of_logs() {
    let document = document(vec![paragraph("Voorbeeldweg 12")]);
    assert!(!format!("{document:?} {:?}", document.blocks).contains("Voorbeeldweg"));
}
