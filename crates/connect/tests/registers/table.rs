// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A table in a file.

use std::fs;

use meldroute_connect::register::{Source, look, read};
use meldroute_core::enrichment::{Address, Answer, Inquiry, RegisterTrouble};
use rstest::rstest;

use crate::{question, record};

const PERMITS: &str = "Naam;KvK-nummer;Postcode;Huisnummer;Huisletter;Toevoeging;Soort;Verleend op\n\
    Hotel De Verzinning;1000001;2101 ab;12;A;2;Exploitatie;01-02-2024\n\
    Hotel De Verzinning;1000001;2101AB;12 a-2;;;Drank;\n\
    Café 't Bedenksel;90000002;2101AB;122;;;Terras;03-02-2024\n\
    Leeg;;2101AB;1;;22;Terras;\n";

fn address(number: u32, letter: &str, addition: &str) -> Inquiry {
    Inquiry::Address(Address {
        postcode: "2101AB".to_owned(),
        number,
        letter: Some(letter.to_owned()),
        addition: Some(addition.to_owned()),
    })
}

async fn asked(text: &str, inquiry: Inquiry) -> Result<Answer, RegisterTrouble> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    let source = Source::File(file.path().to_owned());
    let question = question("table", &["Soort", "Verleend op"], inquiry);
    let looked = look(&source, &question).await?;
    assert!(looked.records.iter().all(Vec::is_empty), "a look only counts");
    let read = read(&source, &question).await?;
    assert_eq!(looked.records.len(), read.records.len());
    Ok(read)
}

#[rstest]
#[case::address(address(12, "A", "2"), &["Exploitatie", "Drank"])]
#[case::another_number_of_the_same_digits(address(122, "", ""), &["Terras"])]
#[case::company(Inquiry::Company("01000001".to_owned()), &["Exploitatie", "Drank"])]
#[case::name(Inquiry::CompanyName("cafe t bedenksel".to_owned()), &[])]
#[case::name_with_accents(Inquiry::CompanyName("CAFÉ 'T BEDENKSEL".to_owned()), &["Terras"])]
#[case::words(Inquiry::Words("exploitatie".to_owned()), &["Exploitatie"])]
#[case::part_of_a_cell(Inquiry::Words("exploit".to_owned()), &[])]
#[case::no_company(Inquiry::Company("00000000".to_owned()), &[])]
#[tokio::test]
async fn rows_are_found_by_what_they_say(#[case] inquiry: Inquiry, #[case] found: &[&str]) {
    let answer = asked(PERMITS, inquiry).await.unwrap();
    let kinds: Vec<&str> = answer.records.iter().map(|row| row[0].1.as_str()).collect();
    assert_eq!(kinds, found);
}

#[tokio::test]
async fn only_the_columns_that_may_be_read_are() {
    let answer = asked(PERMITS, Inquiry::Words("Exploitatie".to_owned()))
        .await
        .unwrap();
    let expected = record([("Soort", "Exploitatie"), ("Verleend op", "01-02-2024")]);
    assert_eq!(answer.records, [expected]);
}

#[tokio::test]
async fn the_file_is_read_as_it_is_now() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let source = Source::File(file.path().to_owned());
    let question = question("table", &["Soort"], Inquiry::Words("Terras".to_owned()));
    fs::write(file.path(), "Soort\nDrank\n").unwrap();
    assert_eq!(look(&source, &question).await, Ok(Answer::default()));
    fs::write(file.path(), "Soort\nTerras\n").unwrap();
    assert_eq!(look(&source, &question).await.unwrap().records.len(), 1);
    drop(file);
    assert_eq!(look(&source, &question).await, Err(RegisterTrouble::Unreachable));
}

#[rstest]
#[case::empty("", Inquiry::Words("x".to_owned()), RegisterTrouble::Answer)]
#[case::spreadsheet("PK\u{3}\u{4}", Inquiry::Words("x".to_owned()), RegisterTrouble::Answer)]
#[case::uneven("Soort;Naam\nx\n", Inquiry::Words("x".to_owned()), RegisterTrouble::Answer)]
#[case::no_such_column("Soort;Verleend op\nx;y\n", address(1, "", ""), RegisterTrouble::Answer)]
#[case::no_such_field(
    "Postcode;Huisnummer\n2101AB;1\n",
    address(1, "", ""),
    RegisterTrouble::Answer
)]
#[case::signs_only(PERMITS, Inquiry::Words("--".to_owned()), RegisterTrouble::Refused)]
#[tokio::test]
async fn what_can_not_be_asked_is_trouble_and_no_empty_answer(
    #[case] text: &str,
    #[case] inquiry: Inquiry,
    #[case] trouble: RegisterTrouble,
) {
    assert_eq!(asked(text, inquiry).await, Err(trouble));
}
