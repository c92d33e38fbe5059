// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who approves what, what the rules say of a signal, and what a certificate tells.

use chrono::{Days, NaiveDate};
use meldroute_core::{
    id::{ClaimId, ListId, MunicipalityId, SignalId, Timestamp},
    retention::{
        certificate::Certificate,
        list::{Item, ItemState, List, ListRefusal, ListState, Signature, Stays, Subject},
        mdto::{self, Appraisal, File, Information},
        rule::{Class, End, Ending, Rule, Rules, Start},
        term::Term,
        verdict::{self, Verdict},
    },
    sharing::{pack::Head, rule::Ground},
    signal::{
        Signal,
        stage::{Confirmation, Stage},
    },
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use crate::{
    plain_route::{plain, registered},
    town::person,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(day: NaiveDate) -> Timestamp {
    day.and_hms_opt(11, 0, 0).unwrap().and_utc()
}

fn rule(id: &str, confirmation: &[Confirmation], term: Term, end: End) -> Rule {
    Rule {
        id: id.into(),
        class: Class::Signal,
        confirmation: confirmation.to_vec(),
        case: None,
        intervention: None,
        term: (end != End::Keep).then_some(term),
        from: Start::Closed,
        end,
        basis: Ground {
            text: "Niet langer dan nodig.".to_owned(),
            source: "AVG art. 5".to_owned(),
            date: day("2026-01-01"),
            confirmed_by: None,
        },
    }
}

fn rules(term: Term) -> Rules {
    Rules {
        rules: vec![
            rule(
                "no",
                &[Confirmation::NotConfirmed, Confirmation::NotForUs],
                term,
                End::Destroy,
            ),
            rule("yes", &[Confirmation::Confirmed], term, End::Keep),
        ],
        backups_kept_days: 30,
    }
}

/// A signal that was closed on a day.
fn closed(on: NaiveDate, confirmation: Confirmation) -> Signal {
    let configuration = plain();
    let walk = registered(&configuration, meldroute_core::report::ReporterKind::Resident);
    let mut signal = walk.signal;
    signal.stage = Stage::Closed {
        at: noon(on),
        by: person(1),
        result: "klaar".to_owned(),
    };
    signal.confirmation = confirmation;
    signal
}

#[test]
fn an_open_signal_is_never_due_and_one_kept_for_ever_neither() {
    let rules = rules(Term::Days(1));
    let mut signal = closed(day("2020-01-01"), Confirmation::Confirmed);
    let verdict = verdict::of_signal(&rules, &signal).unwrap();
    assert_eq!((verdict.rule.end, verdict.last_day), (End::Keep, None));
    assert!(!verdict.is_over(NaiveDate::MAX));
    let configuration = plain();
    signal.stage = registered(&configuration, meldroute_core::report::ReporterKind::Resident)
        .signal
        .stage;
    assert_eq!(verdict::of_signal(&rules, &signal), None);
}

#[test]
fn where_two_rules_would_count_none_does() {
    let mut rules = rules(Term::Days(1));
    rules.rules.push(rule("no-too", &[], Term::Days(1), End::Destroy));
    let ending = Ending {
        confirmation: Confirmation::NotConfirmed,
        case: false,
        intervention: false,
    };
    assert_eq!(rules.of_ending(ending), None);
}

proptest! {
    /// Never a day too early: for any start and any term, over leap years, the day before the end keeps it.
    #[test]
    fn it_is_due_on_the_day_after_the_last_and_never_before(
        start in 0_u64..30_000,
        years in 1_u16..12,
        days in 0_u64..5_000,
    ) {
        let start = day("2000-01-01") + Days::new(start);
        let rules = rules(Term::Years(years));
        let signal = closed(start, Confirmation::NotConfirmed);
        let verdict = verdict::of_signal(&rules, &signal).unwrap();
        let last = verdict.last_day.unwrap();
        let today = start + Days::new(days);
        prop_assert_eq!(verdict.is_over(today), today > last);
        prop_assert!(!verdict.is_over(last));
        prop_assert!(verdict.is_over(last + Days::new(1)));
        prop_assert!(!verdict.is_over(start + Days::new(365 * u64::from(years) - 1)));
    }

    /// A list that was made under one rule is carried out only while the rule says the same.
    #[test]
    fn a_changed_rule_is_noticed(start in 0_u64..20_000, one in 1_u16..900, other in 1_u16..900) {
        let start = day("2010-01-01") + Days::new(start);
        let signal = closed(start, Confirmation::NotConfirmed);
        let (before, after) = (rules(Term::Days(one)), rules(Term::Days(other)));
        let then = verdict::of_signal(&before, &signal).unwrap();
        let now = verdict::of_signal(&after, &signal).unwrap();
        let item = Item::new(Subject::Signal(signal.id), "WD-1".to_owned(), 0, &then).unwrap();
        let last = then.last_day.unwrap();
        prop_assert!(!item.may_go(&then, last));
        prop_assert!(item.may_go(&then, last + Days::new(1)));
        prop_assert_eq!(item.may_go(&now, last + Days::new(1_000)), one == other);
        // A request of a data subject waits for neither.
        let asked = (ClaimId(Uuid::from_u128(9)), start);
        let item = Item::on_request(Subject::Signal(signal.id), "WD-1".to_owned(), 0, &then, asked);
        prop_assert!(item.may_go(&now, start));
    }
}

fn subject(number: u128) -> Subject {
    Subject::Signal(SignalId(Uuid::from_u128(number)))
}

fn list(count: u128) -> List {
    let rules = rules(Term::Years(1));
    let rule = &rules.rules[0];
    let verdict = Verdict {
        rule,
        start: day("2025-01-01"),
        last_day: Some(day("2026-01-01")),
    };
    let items = (1..=count).map(|n| Item::new(subject(n), format!("WD-2025-{n:04}"), 1, &verdict).unwrap());
    List {
        id: ListId(Uuid::from_u128(99)),
        municipality: MunicipalityId::from("waterdam"),
        made_on: day("2026-02-01"),
        items: items.collect(),
        returned: None,
        state: ListState::Proposed,
    }
}

fn by(number: u128) -> Signature {
    Signature {
        person: person(number),
        name: format!("Persoon {number}"),
        at: noon(day("2026-02-02")),
    }
}

fn gone() -> ItemState {
    ItemState::Gone {
        at: noon(day("2026-02-03")),
    }
}

#[test]
fn two_people_approve_one_after_the_other() {
    let proposed = list(2);
    assert_eq!(
        proposed.clone().authorise(by(2)),
        Err(ListRefusal::NotNow),
        "the owner comes first"
    );
    assert_eq!(
        proposed.clone().settle(subject(1), gone()),
        Err(ListRefusal::NotNow)
    );
    let approved = proposed.approve(by(1)).unwrap();
    assert_eq!(
        approved.clone().approve(by(1)),
        Err(ListRefusal::NotNow),
        "replayed"
    );
    assert_eq!(approved.clone().authorise(by(1)), Err(ListRefusal::SamePerson));
    assert_eq!(
        approved.clone().settle(subject(1), gone()),
        Err(ListRefusal::NotNow)
    );
    let until = (day("2026-06-01"), (person(1), noon(day("2026-02-02"))));
    let late = approved
        .clone()
        .keep(subject(1), until.0, until.1, day("2026-02-02"));
    assert_eq!(
        late,
        Err(ListRefusal::NotNow),
        "what is approved stays as it was seen"
    );
    assert_eq!(approved.clone().put(list(3).items), Err(ListRefusal::NotNow));
    let back = approved.clone().give_back("nog niet".to_owned(), by(2)).unwrap();
    assert_eq!(back.state, ListState::Proposed);
    let authorised = approved.authorise(by(2)).unwrap();
    assert_eq!(
        authorised.clone().authorise(by(3)),
        Err(ListRefusal::NotNow),
        "replayed"
    );
    assert_eq!(
        authorised.clone().done(None),
        Err(ListRefusal::NotNow),
        "something is left to do"
    );
    let one = authorised.settle(subject(1), gone()).unwrap();
    assert_eq!(
        one.clone().settle(subject(1), gone()),
        Err(ListRefusal::NotListed),
        "once"
    );
    assert_eq!(one.settle(subject(9), gone()), Err(ListRefusal::NotListed));
}

#[rstest]
#[case::today("2026-02-02", Err(ListRefusal::NotLater))]
#[case::yesterday("2026-02-01", Err(ListRefusal::NotLater))]
#[case::tomorrow("2026-02-03", Ok(1))]
fn the_owner_keeps_something_until_a_later_day(
    #[case] until: &str,
    #[case] expected: Result<usize, ListRefusal>,
) {
    let at = noon(day("2026-02-02"));
    let kept = list(2).keep(subject(1), day(until), (person(1), at), day("2026-02-02"));
    assert_eq!(kept.map(|list| list.listed().count()), expected);
}

#[test]
fn a_list_on_which_nothing_is_left_can_not_be_approved() {
    assert_eq!(list(0).approve(by(1)), Err(ListRefusal::Empty));
}

#[test]
fn a_certificate_tells_what_went_and_never_what_it_was() {
    let mut carried_out = list(3).approve(by(1)).unwrap().authorise(by(2)).unwrap();
    let head = Head {
        entry: 7,
        hash: "ab".repeat(32),
    };
    let at = noon(day("2026-02-03"));
    assert_eq!(
        Certificate::of(&carried_out, "Waterdam", 30, head.clone(), at),
        None,
        "nothing went yet"
    );
    for number in [1, 2] {
        carried_out = carried_out.settle(subject(number), gone()).unwrap();
    }
    let left = ItemState::Left { why: Stays::Hold, at };
    carried_out = carried_out.settle(subject(3), left).unwrap();
    let certificate = Certificate::of(&carried_out, "Waterdam", 30, head, at).unwrap();
    assert_eq!(
        (certificate.total(), certificate.stayed),
        (4, 1),
        "two signals, each with a report"
    );
    assert_eq!(certificate.categories.len(), 1);
    assert_eq!(
        certificate.categories[0].numbers,
        ["WD-2025-0001", "WD-2025-0002"]
    );
    assert_eq!(certificate.backups_gone_on, day("2026-03-06"));
    assert_eq!(
        (
            certificate.owner.name.as_str(),
            certificate.archivist.name.as_str()
        ),
        ("Persoon 1", "Persoon 2")
    );
    let done = carried_out.done(Some(certificate)).unwrap();
    assert!(!done.is_open());
}

fn information(appraisal: Appraisal) -> Information {
    Information {
        number: "WD-2025-0001".to_owned(),
        municipality: "Waterdam & <Zoon>".to_owned(),
        controller: "College \u{1}van \"Waterdam\"".to_owned(),
        opened_on: day("2025-01-02"),
        closed_on: day("2025-03-04"),
        exported_on: day("2026-01-01"),
        appraisal,
        files: vec!["WD-2025-0001.json".to_owned(), "M-2025-0001-1.jpg".to_owned()],
    }
}

/// The names of elements directly below the first element with this name, in order; the text must be well-formed.
fn below(xml: &str, name: &str) -> Vec<String> {
    let (mut open, mut found): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for part in xml.split('<').skip(2) {
        let tag = part.split_once('>').unwrap().0;
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "{xml}");
        } else {
            let tag = tag.split(' ').next().unwrap().to_owned();
            if open.last().is_some_and(|last| last == name) {
                found.push(tag.clone());
            }
            open.push(tag);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

/// The order of the schema, as the attributes of MDTO 1.0.1 list it.
const ORDER: [&str; 23] = [
    "identificatie",
    "naam",
    "aggregatieniveau",
    "classificatie",
    "trefwoord",
    "omschrijving",
    "raadpleeglocatie",
    "dekkingInTijd",
    "dekkingInRuimte",
    "taal",
    "event",
    "waardering",
    "bewaartermijn",
    "informatiecategorie",
    "isOnderdeelVan",
    "bevatOnderdeel",
    "heeftRepresentatie",
    "aanvullendeMetagegevens",
    "gerelateerdInformatieobject",
    "archiefvormer",
    "betrokkene",
    "activiteit",
    "beperkingGebruik",
];

#[rstest]
#[case::kept(Appraisal::Kept, "B", false)]
#[case::temporary(
    Appraisal::Temporary { start: day("2025-03-04"), term: Term::Years(1), last_day: day("2026-03-04") },
    "V",
    true
)]
#[case::unknown(Appraisal::Unknown, "N", false)]
fn metadata_are_as_mdto_has_them(#[case] appraisal: Appraisal, #[case] code: &str, #[case] has_term: bool) {
    let xml = mdto::information(&information(appraisal));
    assert_eq!(below(&xml, "MDTO"), ["informatieobject"]);
    let names = below(&xml, "informatieobject");
    let places: Vec<usize> = names
        .iter()
        .map(|name| ORDER.iter().position(|known| known == name).unwrap())
        .collect();
    assert!(places.is_sorted(), "{names:?}");
    for needed in [
        "identificatie",
        "naam",
        "waardering",
        "archiefvormer",
        "beperkingGebruik",
    ] {
        assert!(names.iter().any(|name| name == needed), "{needed}");
    }
    assert_eq!(
        names.iter().any(|name| name == "bewaartermijn"),
        has_term,
        "a term only where it is temporary"
    );
    assert_eq!(
        below(&xml, "waardering"),
        ["begripLabel", "begripCode", "begripBegrippenlijst"]
    );
    assert!(xml.contains(&format!("<begripCode>{code}</begripCode>")));
    assert!(xml.contains("Waterdam &amp; &lt;Zoon&gt;") && !xml.contains('\u{1}'));
}

#[test]
fn a_file_tells_its_size_and_its_hash() {
    let file = File {
        name: "WD-2025-0001.json".to_owned(),
        media_type: mdto::JSON.to_owned(),
        size: 12,
        sha256: "cd".repeat(32),
        hashed_at: "2026-01-01T12:00:00+00:00".to_owned(),
        number: "WD-2025-0001".to_owned(),
        municipality: "Waterdam".to_owned(),
    };
    let xml = mdto::file(&file);
    assert_eq!(
        below(&xml, "bestand"),
        [
            "identificatie",
            "naam",
            "omvang",
            "bestandsformaat",
            "checksum",
            "isRepresentatieVan"
        ]
    );
    assert_eq!(
        below(&xml, "checksum"),
        ["checksumAlgoritme", "checksumWaarde", "checksumDatum"]
    );
    assert!(xml.contains("<omvang>12</omvang>") && xml.contains("SHA-256"));
    assert!(xml.contains("fmt/817"));
    let picture = File {
        name: "M-2025-0001-1.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        ..file
    };
    let xml = mdto::file(&picture);
    assert!(xml.contains("image/jpeg") && xml.contains("IANA Media Types"));
    assert!(!xml.contains("fmt/"), "no version that nobody looked at");
}
