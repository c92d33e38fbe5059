// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Facts in texts: what is the same however it is written, what is none, and that nothing is of the reporter.

use meldroute_core::{
    id::PersonId,
    link::{self, FactKind},
    report::{Correction, Report, Reporter, ReporterKind},
    signal::assessment::SubjectKind,
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use crate::town::{Counter, at, report, town};

fn told(text: &str) -> Report {
    let minter = Counter::default();
    let now = at("2026-11-02T09:00:00Z");
    let mut told = report(&town(), &minter, (ReporterKind::Resident, "desk"), now);
    (told.subject, told.text, told.place) = (String::new(), text.to_owned(), String::new());
    told
}

/// Kind, value and words of the facts in a text.
fn found(text: &str) -> Vec<(FactKind, String, String)> {
    let facts = link::facts(&told(text)).into_iter();
    facts
        .map(|fact| (fact.mark.kind, fact.mark.value, fact.words))
        .collect()
}

#[rstest]
#[case("Dorpsstraat 12", "in de dorpsstr. 12")]
#[case("Dorpsstraat 12a", "Dorpsstraat 12-A, achterom")]
#[case("Burgemeester van Lennepweg 3", "Burg. v. Lennepweg nr. 3")]
#[case("2101 AB 12", "2101AB, nr. 12")]
#[case("in pand 2101 AB 12", "Iets met 2101AB 12 erbij")]
#[case("bel 06 0000 0001", "+31 6 0000 0001")]
#[case("06-00000001", "0031 (0)6 00000001")]
#[case("085 000 0000", "085-0000000")]
#[case("+48 000 000 001 zei hij", "0048 000000001")]
#[case("de bus XX-00-XX.", "de bus met xx-00-xx erop")]
#[case("XX 00 XX", "XX00XX")]
#[case("KvK 00000001", "KvK-nummer: 00000001")]
#[case("https://www.massage.example/?utm_source=x", "massage.example")]
#[case("zie http://adv.example/900.", "zie adv.example/900/")]
fn the_same_thing_written_differently_is_the_same(#[case] one: &str, #[case] other: &str) {
    let values = |text| {
        found(text)
            .into_iter()
            .map(|(kind, value, _)| (kind, value))
            .collect::<Vec<_>>()
    };
    assert!(!values(one).is_empty(), "{one}");
    assert_eq!(values(one), values(other));
}

#[rstest]
#[case::counted("In de Dorpsstraat 3 mannen gezien, op de markt 2 vrouwen.")]
#[case::time("Op de Dorpsstraat 22.40 uur.")]
#[case::date("Op 05-10-2026 08:12 en 2026-10-05, 5 oktober 2026.")]
#[case::account("Geld gaat naar NL00 ABNA 0417 1643 00.")]
#[case::mail("Mail naar jan@voorbeeld.example of jan.nl@voorbeeld.example.")]
#[case::citizen_number("BSN 999990019, paspoort NXX000000.")]
#[case::reach_me("U kunt mij bellen op 06 0000 0001. Ik woon op Dorpsstraat 12.")]
#[case::signature(
    "Zie boven.\n\nMet vriendelijke groet,\nSanne Verzonnen\nDorpsstraat 12\n085 000 0000\nwww.verzonnen.example"
)]
#[case::name("Jan de Vries woont bij Piet.")]
#[case::postcode_alone("Ergens in 2101 AB Heemstede.")]
#[case::words("Toezicht 12, ongeveer 12 keer, kamer 4, abc-def-ghi.")]
fn what_is_no_fact_is_not_found(#[case] text: &str) {
    assert_eq!(found(text), []);
}

#[test]
fn an_address_with_its_postcode_is_found_by_either() {
    let both = found("Het pand Dorpsstraat 12a, 2101 AB Heemstede.");
    let values: Vec<_> = both.iter().map(|(_, value, _)| value.as_str()).collect();
    assert_eq!(values, ["DORPSSTRAAT 12A", "2101AB 12A"]);
}

#[test]
fn a_fact_is_shown_as_it_was_written_and_a_plate_with_its_dashes() {
    let words: Vec<_> = found("De XX00XX bij\nDorpsstr. 12.")
        .into_iter()
        .map(|(_, _, words)| words)
        .collect();
    assert_eq!(words, ["Dorpsstr. 12", "XX-00-XX"]);
}

#[rstest]
#[case(
    SubjectKind::Address,
    "Meerzicht 920, Heemstede",
    FactKind::Address,
    "MEERZICHT 920"
)]
#[case(SubjectKind::Address, "Kanaalweg 1-a", FactKind::Address, "KANAALWEG 1A")]
#[case(
    SubjectKind::Address,
    "hotel Stationszicht",
    FactKind::Address,
    "HOTELSTATIONSZICHT"
)]
#[case(SubjectKind::Company, "Kas & Co. B.V.", FactKind::Company, "KASCOBV")]
#[case(SubjectKind::Company, "Kas & Co, 00000001", FactKind::Company, "KVK00000001")]
#[case(SubjectKind::Vehicle, "xx 00 xx", FactKind::Plate, "XX00XX")]
#[case(SubjectKind::Phone, "06-00000001", FactKind::Phone, "31600000001")]
#[case(
    SubjectKind::Website,
    "HTTPS://www.Massage.example/",
    FactKind::Website,
    "massage.example"
)]
fn a_subject_is_a_fact(
    #[case] kind: SubjectKind,
    #[case] value: &str,
    #[case] fact: FactKind,
    #[case] normal: &str,
) {
    let facts = link::typed(kind, value);
    assert_eq!((facts[0].mark.kind, facts[0].mark.value.as_str()), (fact, normal));
}

#[test]
fn a_plate_is_searched_for_with_and_without_dashes() {
    for written in ["De xx-00-xx stond er.", "De XX00XX stond er."] {
        assert_eq!(link::plate_spellings(written), "XX00XX XX-00-XX");
    }
    assert_eq!(link::plate_spellings("Niets."), "");
}

#[test]
fn a_person_is_never_compared_by_name() {
    assert_eq!(link::typed(SubjectKind::Person, "Jan de Vries"), []);
}

#[test]
fn corrections_and_the_place_count_too() {
    let mut told = told("Zie onder.");
    "Meerzicht 920".clone_into(&mut told.place);
    told.corrections.push(Correction {
        at: at("2026-11-02T09:00:00Z"),
        by: PersonId(Uuid::nil()),
        text: "Het was de XX-00-XX.".to_owned(),
        reason: "gebeld".to_owned(),
        completed: meldroute_core::report::Completed::default(),
    });
    let values: Vec<_> = link::facts(&told)
        .into_iter()
        .map(|fact| fact.mark.value)
        .collect();
    assert_eq!(values, ["MEERZICHT 920", "XX00XX"]);
}

fn phone() -> impl Strategy<Value = String> {
    ("6|2[0-9]|7[0-9]", proptest::collection::vec(0..10u8, 8)).prop_map(|(area, digits)| {
        let all: String = format!("0{area}") + &digits.iter().map(ToString::to_string).collect::<String>();
        all.chars().take(10).collect()
    })
}

/// A number with spaces and dashes here and there.
fn written(number: &str, gaps: u16) -> String {
    let mut text = String::new();
    for (place, digit) in number.chars().enumerate() {
        if place > 1 && gaps >> place & 1 == 1 {
            text.push(if gaps & 1 == 1 { '-' } else { ' ' });
        }
        text.push(digit);
    }
    text
}

proptest! {
    /// Whatever a text is: no fact is empty, each is there once, and its normal form stays as it is.
    #[test]
    fn any_text_gives_facts_in_a_form_that_stays(text in "[A-Za-z0-9 .,@/+()\n-]{0,200}|\\PC{0,200}") {
        let facts = link::facts(&told(&text));
        for fact in &facts {
            prop_assert!(!fact.mark.value.is_empty());
            prop_assert_eq!(facts.iter().filter(|other| other.mark == fact.mark).count(), 1);
            let kind = match fact.mark.kind {
                FactKind::Plate => SubjectKind::Vehicle,
                FactKind::Website => SubjectKind::Website,
                _ => continue,
            };
            let again = link::typed(kind, &fact.mark.value);
            prop_assert_eq!(&again[0].mark, &fact.mark);
        }
    }

    /// However reporter and text write it: how to reach the reporter is no mark.
    #[test]
    fn how_to_reach_the_reporter_is_never_kept(number in phone(), here: u16, there: u16) {
        let told = told(&format!("Dat is bij Dorpsstraat 12. Het nummer is {}.", written(&number, here)));
        // A number in single digits, such as "020 0 2 0", may be missed: then there is nothing to keep from anybody.
        prop_assume!(link::facts(&told).len() == 2);
        let reporter = Reporter {
            name: "Sanne Verzonnen".to_owned(),
            contact: written(&number, there),
            safe_contact: String::new(),
        };
        let mut marks = link::marks(&told, &reporter, &[]);
        marks.retain(|mark| mark.kind != FactKind::Text);
        prop_assert_eq!(marks.len(), 1);
        prop_assert_eq!(marks[0].kind, FactKind::Address);
    }
}

/// Signatures as people have them. Each holds a number, an address and a website of the writer.
#[rstest]
#[case::outlook(
    "Met vriendelijke groet,\n\nSanne Verzonnen\nAdviseur zorg\nHulpstraat 9, 2101 AB Heemstede\nT 085 000 0000\nwww.hulp.example"
)]
#[case::short("Mvg Sanne\n085-0000000\nHulpstraat 9\nhulp.example")]
#[case::delimiter("--\nSanne Verzonnen | Hulp\nHulpstraat 9 | 085 000 0000 | https://hulp.example")]
#[case::delimiter_with_space("-- \nHulpstraat 9\n085 000 0000\nhulp.example")]
#[case::only_a_name("Sanne Verzonnen\nHulpstraat 9\n085 000 0000\nhulp.example")]
#[case::only_a_first_name("Sanne\n085 000 0000\nHulpstraat 9\nhulp.example")]
#[case::english("Best regards,\nSanne\nHulpstraat 9\n085 000 0000\nhulp.example")]
#[case::quoted("> Gr. Sanne\n> 085 000 0000\n> Hulpstraat 9\n> hulp.example")]
#[case::telephone("Verzonden vanaf mijn telefoon\n085 000 0000\nHulpstraat 9\nhulp.example")]
fn a_signature_is_of_the_writer_and_what_stands_above_it_is_not(#[case] signature: &str) {
    let body = "Bij Dorpsstraat 12 staat een bus, XX-00-XX.\nDe man had 06 0000 0001.";
    let reporter = Reporter {
        name: "Sanne Verzonnen".to_owned(),
        contact: "s.verzonnen@hulp.example".to_owned(),
        safe_contact: String::new(),
    };
    let marked = |text: String| {
        let mut marks = link::marks(&told(&text), &reporter, &[]);
        marks.retain(|mark| mark.kind.can_be_asked_elsewhere());
        marks
    };
    let above = marked(body.to_owned());
    assert_eq!(above.len(), 3, "{above:?}");
    assert_eq!(marked(format!("{body}\n\n{signature}\n")), above);
    let below = marked(format!(
        "{body}\n\n{signature}\n\nPS: er kwam ook een YY-11-YY voorrijden.\n"
    ));
    assert_eq!(below.len(), 4, "what is written after it counts: {below:?}");
}
