// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures: the three tables of Heemstede's plan with their notes, bounds on persons, and files with mistakes.

use std::{fmt::Write as _, sync::Arc};

use chrono::NaiveDate;
use meldroute_core::{
    configuration::{Configuration, text::Language},
    figures::{
        audience::Audience,
        book::Book,
        bounds::{self, Asked},
        import::{Fate, Fault, NoColumn, Sorted, sort},
        table::FigureTable,
        value::{NoValue, Value, range},
    },
    id::BookId,
    ports::{Table, TableRow},
    usecase::figures::{Asked as AskedTables, view},
};

use crate::files::{files_of, readable};

/// The tables as the plan prints them (paragraph 3.1), with the sign of CBS for nil. Columns: sexual, criminal, labour; of the last source labour.
const EXPECTED: &str = "
politie 2022 Heemstede 1 – –
politie 2022 Zandvoort – – –
politie 2022 Bloemendaal – – –
politie 2022 IJmond 4 1 1
politie 2022 Haarlem 5 – 3
politie 2022 Haarlemmermeer 1 3 1
zorgcoordinatie 2022 Heemstede 4 – –
zorgcoordinatie 2022 Zandvoort – – 2
zorgcoordinatie 2022 Bloemendaal – – –
zorgcoordinatie 2022 IJmond 9 1 –
zorgcoordinatie 2022 Haarlem 18 1 1
zorgcoordinatie 2022 Haarlemmermeer 4 – 2
nla 2021 Heemstede 1
nla 2021 Zandvoort –
nla 2021 Bloemendaal –
nla 2021 IJmond 2
nla 2021 Haarlem 4
nla 2021 Haarlemmermeer 3
nla 2022 Heemstede .
nla 2022 Zandvoort .
nla 2022 Bloemendaal .
nla 2022 IJmond .
nla 2022 Haarlem .
nla 2022 Haarlemmermeer .
";

pub(crate) fn heemstede() -> Configuration {
    readable(&files_of("heemstede"))
}

pub(crate) fn table(text: &str) -> Table {
    let mut lines = text.lines().zip(1..);
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
    let columns = cells(lines.next().unwrap().0);
    let rows = lines.map(|(line, number)| TableRow {
        line: number,
        cells: cells(line),
    });
    Table {
        columns,
        rows: rows.collect(),
    }
}

fn today() -> NaiveDate {
    "2026-11-29".parse().unwrap()
}

pub(crate) fn empty() -> Book {
    Book::new(BookId(uuid::Uuid::nil()), "heemstede".into())
}

fn sorted(configuration: &Configuration, book: &Book, text: &str) -> Sorted {
    sort(&table(text), configuration, book, today()).unwrap()
}

/// The book with the figures that ship.
fn shipped(configuration: &Configuration) -> Book {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/heemstede/figures.csv");
    let mut book = empty();
    let sorted = sorted(configuration, &book, &std::fs::read_to_string(file).unwrap());
    assert_eq!(sorted.counts(), [42, 0, 0, 0]);
    sorted.write_into(&mut book);
    book
}

fn of(book: &Book, configuration: &Configuration, source: &str, year: i32) -> FigureTable {
    let source = configuration.figures.source(&source.into()).unwrap();
    FigureTable::new(book, configuration, source, year, Audience::CaseWork)
}

fn notes(table: &FigureTable, configuration: &Configuration) -> Vec<String> {
    let notes = table.notes.iter();
    notes
        .map(|note| note.words(configuration, Language::Nl))
        .collect()
}

#[test]
fn the_three_tables_of_the_plan_come_out_cell_by_cell() {
    let configuration = heemstede();
    let book = shipped(&configuration);
    let mut printed = String::from("\n");
    for (source, year) in [
        ("politie", 2022),
        ("zorgcoordinatie", 2022),
        ("nla", 2021),
        ("nla", 2022),
    ] {
        let table = of(&book, &configuration, source, year);
        for row in &table.rows {
            let name = table.row_name(row, &configuration, Language::Nl);
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| cell.shown.sign(Language::Nl))
                .collect();
            writeln!(printed, "{source} {year} {name} {}", cells.join(" ")).unwrap();
        }
    }
    assert_eq!(printed, EXPECTED);
}

#[test]
fn the_notes_that_belong_to_a_source_stand_with_its_tables_and_with_no_other() {
    let configuration = heemstede();
    let book = shipped(&configuration);
    // By number in the plan's remarks: to which tables each belongs.
    let remarks = [
        (
            "Over 2022 zijn geen cijfers van Nederlandse Arbeidsinspectie bekend. Die over 2021 wel.",
            "nla",
        ),
        (
            "registreert alleen arbeidsuitbuiting. De andere vormen zijn niet geregistreerd",
            "nla",
        ),
        (
            "alleen gevallen waarvan de vorm van uitbuiting bekend is. Ruwe meldingen zitten er niet bij",
            "politie",
        ),
        ("elk signaal van mogelijke mensenhandel", "zorgcoordinatie nla"),
        (
            "Politie let vooral op seksuele uitbuiting en Nederlandse Arbeidsinspectie let vooral op arbeidsuitbuiting",
            "politie zorgcoordinatie nla",
        ),
        (
            "Tel aantallen van verschillende bronnen daarom nooit bij elkaar op",
            "politie zorgcoordinatie nla",
        ),
        (
            "Het zegt niet hoe vaak mensenhandel echt voorkomt",
            "politie zorgcoordinatie nla",
        ),
        (
            "IJmond is een groep gemeenten: Beverwijk, Heemskerk en Velsen.",
            "politie zorgcoordinatie nla",
        ),
    ];
    for (source, year) in [
        ("politie", 2022),
        ("zorgcoordinatie", 2022),
        ("nla", 2021),
        ("nla", 2022),
    ] {
        let notes = notes(&of(&book, &configuration, source, year), &configuration);
        for (words, sources) in remarks {
            let stands = notes.iter().any(|note| note.contains(words));
            let expected = sources.split(' ').any(|one| one == source);
            assert_eq!(stands, expected, "{source} {year}: {words}");
        }
    }
}

#[test]
fn no_table_is_over_more_than_one_source() {
    let configuration = Arc::new(heemstede());
    let book = shipped(&configuration);
    let asked = AskedTables {
        source: None,
        year: Some(2022),
        audience: None,
    };
    let found = view(&book, &configuration, &asked, Audience::CaseWork);
    let sources: Vec<&str> = found.tables.iter().map(|table| table.source.as_str()).collect();
    assert_eq!(sources, ["politie", "zorgcoordinatie", "nla"]);
}

fn persons(book: &Book, configuration: &Configuration, asked: &Asked) -> Vec<String> {
    let lines = bounds::bounds(book, configuration, asked).unwrap();
    let number = |number| u32::try_from(number).unwrap();
    let words = lines.iter().map(|line| {
        let high = line.bounds.high.map(number);
        range(number(line.bounds.low), high, Language::Nl)
    });
    words.collect()
}

#[test]
fn different_persons_lie_between_bounds_and_are_never_a_sum() {
    let configuration = heemstede();
    let book = shipped(&configuration);
    let asked = |sources: &[&str], area: Option<&str>, form: Option<&str>| Asked {
        year: 2022,
        sources: sources.iter().map(|id| (*id).into()).collect(),
        area: area.map(Into::into),
        form: form.map(Into::into),
    };
    let bounds = |asked| persons(&book, &configuration, &asked);
    assert_eq!(bounds(asked(&[], Some("heemstede"), Some("sexual"))), ["4 tot 5"]);
    assert_eq!(bounds(asked(&[], Some("haarlem"), Some("sexual"))), ["18 tot 23"]);
    // Of labour the Labour Authority does not say how many: nothing limits it from above.
    assert_eq!(
        bounds(asked(&[], Some("heemstede"), Some("labour"))),
        ["0 of meer"]
    );
    let both = ["politie", "zorgcoordinatie"];
    assert_eq!(bounds(asked(&both, None, None)).last().unwrap(), "42 tot 62");
    assert_eq!(bounds(asked(&[], None, None)).last().unwrap(), "42 of meer");
}

#[test]
fn a_correction_stays_to_be_seen() {
    let configuration = heemstede();
    let mut book = shipped(&configuration);
    let file = "bron,jaar,gebied,vorm,aantal\nPolitie,2022,Heemstede,Seksuele uitbuiting,2\npolitie,2022,haarlem,sexual,5";
    let sorted = sorted(&configuration, &book, file);
    assert_eq!(sorted.counts(), [0, 1, 1, 0]);
    sorted.write_into(&mut book);
    let table = of(&book, &configuration, "politie", 2022);
    assert_eq!(table.rows[0].cells[0].shown.sign(Language::Nl), "2");
    assert_eq!(table.rows[0].cells[0].was, Some(Value::Known { count: 1 }));
    let said = "Verbeterd: Heemstede, seksuele uitbuiting. Eerder stond hier 1.";
    assert!(notes(&table, &configuration).iter().any(|note| note == said));
}

#[test]
fn each_wrong_row_is_named_with_all_that_is_wrong_and_then_no_row_is_taken_in() {
    let configuration = heemstede();
    let file = "source,year,area,form,count,reason,read_on\n\
        politie,2023,heemstede,sexual,3,,2024-07-09\n\
        brandweer,2023,heemstede,sexual,3,,\n\
        politie,23,heemstede,sexual,3,,\n\
        politie,2023,atlantis,sexual,,,\n\
        politie,2023,heemstede,sexual,4,,\n\
        nla,2023,heemstede,sexual,0,,\n\
        nla,2023,heemstede,sexual,,,\n\
        nla,2023,heemstede,labour,.,,\n\
        nla,2023,haarlem,labour,.,nog niet gepubliceerd,2030-01-01";
    let sorted = sorted(&configuration, &empty(), file);
    let wrong = |line: u64| match &sorted.lines.iter().find(|(it, _)| *it == line).unwrap().1 {
        Fate::Wrong(faults) => faults.clone(),
        _ => Vec::new(),
    };
    assert_eq!(wrong(2), []);
    assert_eq!(wrong(3), [Fault::Source]);
    assert_eq!(wrong(4), [Fault::Year]);
    assert_eq!(wrong(5), [Fault::Area, Fault::Value(NoValue::Nothing)]);
    assert_eq!(wrong(6), [Fault::Twice(2)]);
    // What a source does not register is no zero; nothing is what can stand there.
    assert_eq!(wrong(7), [Fault::NotRegistered]);
    assert_eq!(wrong(8), []);
    assert_eq!(wrong(9), [Fault::Value(NoValue::NoReason)]);
    assert_eq!(wrong(10), [Fault::Date]);
    assert!(sorted.is_wrong());
    let missing = sort(
        &table("source,year,area,form\n"),
        &configuration,
        &empty(),
        today(),
    );
    assert_eq!(missing, Err(NoColumn("count")));
}
