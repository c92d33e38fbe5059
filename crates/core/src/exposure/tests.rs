// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is found in texts, and what is left alone.

use chrono::DateTime;
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{id::PersonId, signal::assessment::PersonPart};

fn known() -> Known {
    let words = format!("{ORDINARY} heemstede overleg signaal team handhaving care melding uitkomst");
    let subject = |kind, value: &str| Subject {
        kind,
        value: value.to_owned(),
        part: PersonPart::Unknown,
        reason: String::new(),
        at: DateTime::from_timestamp(0, 0).unwrap(),
        by: PersonId(Uuid::nil()),
        struck: None,
    };
    Known {
        reporters: vec![Reporter {
            name: "Sanne de Boer".to_owned(),
            contact: "06 0000 0001, sanne@post.example".to_owned(),
            safe_contact: String::new(),
        }],
        subjects: vec![
            subject(SubjectKind::Address, "Kanaalweg 12, Heemstede"),
            subject(SubjectKind::Vehicle, "XX-00-XX"),
            subject(SubjectKind::Phone, "085 000 0000"),
            subject(SubjectKind::Person, "Mees Voorbeeld"),
        ],
        named: named_in("Een man, Ahmed El Verzonnen, woont daar.", &BTreeSet::new()),
        ordinary: words.split_whitespace().map(str::to_owned).collect(),
        guarded: None,
        own_domains: vec!["heemstede.example".to_owned()],
    }
}

fn outside(text: &str) -> Vec<(FindingKind, String)> {
    let found = findings(text, &known(), Audience::Outside);
    found.into_iter().map(|it| (it.kind, it.words)).collect()
}

#[rstest]
#[case("Wij waren op Kanaalweg 12 te gast.", FindingKind::Subject, "Kanaalweg 12")]
#[case(
    "De bewoner van Havenstraat 900 zei dat.",
    FindingKind::Address,
    "Havenstraat 900"
)]
#[case(
    "De buurvrouw van nummer 4 heeft dit gezien.",
    FindingKind::Source,
    "de buurvrouw"
)]
#[case(
    "Er is gekeken omdat zijn buurman dat meldde.",
    FindingKind::Source,
    "zijn buurman"
)]
#[case("De auto xx 00 xx of XX00XX stond er.", FindingKind::Subject, "XX00XX")]
#[case("Bel +31 85 0000000 even.", FindingKind::Subject, "+31 85 0000000")]
#[case("Wij spraken mees voorbeeld.", FindingKind::Subject, "mees voorbeeld")]
#[case("Een wagen met 0-XXX-00 reed weg.", FindingKind::Plate, "0-XXX-00")]
#[case("Zijn nummer is 06-12 34 56 78.", FindingKind::Phone, "06-12 34 56 78")]
#[case("BSN 999990019 hoort erbij.", FindingKind::Bsn, "999990019")]
#[case(
    "Mail naar iemand@elders.example.",
    FindingKind::Mail,
    "iemand@elders.example"
)]
#[case("Jan van der Verzonnen zei dat.", FindingKind::Name, "Jan van der Verzonnen")]
#[case("Vraag mevrouw Verzonnen ernaar.", FindingKind::Name, "Verzonnen")]
#[case("Dat zei Sanne de Boer.", FindingKind::Reporter, "Sanne de Boer")]
#[case("Volgens Boer is het zo.", FindingKind::Reporter, "Boer")]
#[case("Beste Sanne,", FindingKind::Reporter, "Sanne")]
#[case("beste sanne de boer", FindingKind::Reporter, "sanne de boer")]
#[case("Ahmed is aangehouden.", FindingKind::Name, "Ahmed")]
#[case("Wij spraken met Fatima.", FindingKind::Name, "Fatima")]
#[case("Wij spraken Öztürk", FindingKind::Name, "Öztürk")]
#[case("VERZONNEN is opgepakt", FindingKind::Name, "VERZONNEN")]
#[case("De heer verzonnen is opgepakt", FindingKind::Name, "verzonnen")]
#[case("Uw buurman heeft het gedaan", FindingKind::Source, "uw buurman")]
#[case("Bel 0600000001.", FindingKind::Reporter, "0600000001")]
#[case("Zie SANNE@post.example", FindingKind::Reporter, "sanne@post.example")]
fn a_text_that_gives_something_away_is_found(
    #[case] text: &str,
    #[case] kind: FindingKind,
    #[case] words: &str,
) {
    let found = outside(text);
    assert!(found.contains(&(kind, words.to_owned())), "{found:?}");
}

#[rstest]
#[case("Beste collega,\n\nOp 3 maart 2026 ontvingen wij uw melding M-2026-0107.")]
#[case("Met vriendelijke groet,\nMeldpunt gemeente Heemstede")]
#[case("Is er direct gevaar? Bel 112. Anders 0900-8844 of mail meldpunt@heemstede.example.")]
#[case("Het Team Handhaving en Care bespraken HS-2026-0042 op 03-11-2026.")]
#[case("De boerderij van een boer aan de dijk.")]
#[case("Dear Colleague, On Monday we discussed your report.")]
#[case("")]
fn an_ordinary_letter_gives_nothing_away(#[case] text: &str) {
    assert_eq!(outside(text), []);
}

#[test]
fn who_works_on_it_may_read_what_it_is_about_but_not_who_reported() {
    let text = "XX-00-XX stond bij Kanaalweg 12, zag Mees Voorbeeld; 06-12345678. Volgens Sanne de Boer. BSN 999990019.";
    let found = findings(text, &known(), Audience::Inside);
    let kinds: Vec<_> = found.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::Reporter, FindingKind::Bsn]);
}

#[test]
fn who_works_on_it_must_not_read_who_near_told_it() {
    let inside = |text| findings(text, &known(), Audience::Inside);
    let found = inside("De buurvrouw meldde dit. Zij woont er niet.");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, found[0].words.as_str()),
        (FindingKind::Source, "de buurvrouw")
    );
    assert_eq!(inside("De buurvrouw van de verdachte is ook slachtoffer."), []);
}

#[test]
fn the_templates_that_come_along_give_nothing_away() {
    let known = known();
    let number = "M-2026-0107";
    for number in [number, "M-2026-1234"] {
        assert_eq!(findings(number, &known, Audience::Outside), []);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_fault_and_only_its_own_words_are_found(text in "\\PC{0,200}") {
        let plain: String = text.split_whitespace().collect::<String>().to_lowercase();
        for finding in findings(&text, &known(), Audience::Outside) {
            if matches!(finding.kind, FindingKind::Name | FindingKind::Phone | FindingKind::Bsn) {
                let words: String = finding.words.split_whitespace().collect::<String>().to_lowercase();
                let bare: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
                let all: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
                prop_assert!(all.contains(&bare), "{:?}", finding.words);
            }
        }
    }

    #[test]
    fn a_number_that_passes_the_test_of_eleven_is_found_wherever_it_stands(eight in 10_000_000_u64..99_999_999, before in "[a-z]{0,9}") {
        for last in 0..10 {
            let number = format!("{eight}{last}");
            let sum: i64 = number.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(d, w)| i64::from(d - b'0') * w).sum();
            let found = outside(&format!("{before}: {number} einde"));
            prop_assert_eq!(found.iter().any(|(kind, _)| *kind == FindingKind::Bsn), sum % 11 == 0 && sum != 0);
        }
    }
}
