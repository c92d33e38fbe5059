// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources: no way past the gate, hit or no hit first, and answers that end.

use chrono::{NaiveDate, TimeDelta};
use meldroute_core::{
    configuration::{Configuration, route::StepKind},
    duty::{self, DutyKind, Holder},
    enrichment::{Address, Answer, Inquiry, InquiryKind, QueryRefusal, QueryState, RegisterTrouble},
    id::QueryId,
    policy::Role,
    report::ReporterKind,
    signal::{
        GateDecision,
        act::{Act, NewQuery, QueryStep, Refusal},
        assessment::{PersonPart, Subject, SubjectKind},
        stage::Stage,
    },
};
use rstest::rstest;

use crate::{
    plain_route::{brought_to, plain, registered},
    town::{coordinator, person},
    walk::Walk,
};

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 12, 3).unwrap();

fn about_a_house(walk: &mut Walk<'_>) {
    about(walk, SubjectKind::Address, "Havenstraat 12, 2101 AB");
}

fn about(walk: &mut Walk<'_>, kind: SubjectKind, value: &str) {
    walk.act(Act::AddSubject(Box::new(Subject {
        kind,
        value: value.to_owned(),
        part: PersonPart::Unknown,
        reason: "Seen there.".to_owned(),
        at: walk.now,
        by: coordinator(),
        struck: None,
    })));
}

fn house() -> Inquiry {
    Inquiry::Address(Address {
        postcode: "2101 AB".to_owned(),
        number: 12,
        ..Address::default()
    })
}

fn wanted(register: &str, inquiry: Inquiry) -> Act {
    wanted_of(register, inquiry, 0)
}

/// A question about the subject with this place in the list.
fn wanted_of(register: &str, inquiry: Inquiry, subject: usize) -> Act {
    Act::AskSource(Box::new(NewQuery {
        register: register.into(),
        subject,
        fields: plain()
            .register(&register.into())
            .iter()
            .filter_map(|register| register.fields.first().cloned())
            .collect(),
        inquiry,
        reason: "To know what the building is for.".to_owned(),
    }))
}

/// A signal at its enrichment with a question written down, about its first subject: a house, or the citizen whose number is asked.
fn with_query(configuration: &Configuration, act: Act) -> (Walk<'_>, QueryId) {
    let mut walk = brought_to(configuration, "enrich");
    match &act {
        Act::AskSource(new) if matches!(new.inquiry, Inquiry::Citizen(_)) => {
            about(&mut walk, SubjectKind::Person, "999990019");
        }
        _ => about_a_house(&mut walk),
    }
    walk.act(act);
    let id = walk.signal.queries[0].id;
    (walk, id)
}

fn open_gate(walk: &mut Walk<'_>) {
    walk.act(Act::DecideGate {
        granted: true,
        ground: "Gemeentewet 172".to_owned(),
        reason: "Needed.".to_owned(),
    });
}

fn begin(query: QueryId, reads: bool) -> Act {
    let step = if reads { QueryStep::Read } else { QueryStep::Look };
    Act::StepQuery { query, step }
}

fn says(query: QueryId, use_of_it: &[&str]) -> Act {
    let records = use_of_it
        .iter()
        .map(|what| vec![("use".to_owned(), (*what).to_owned())]);
    let said = Ok(Answer {
        records: records.collect(),
        more: false,
    });
    let step = QueryStep::End(said);
    Act::StepQuery { query, step }
}

#[test]
fn before_the_gate_is_decided_a_question_can_be_written_down_but_not_asked() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    let shut = Some(Refusal::GateUndecided("sources".into()));
    assert_eq!(walk.try_act(begin(query, false)).err(), shut);
    open_gate(&mut walk);
    walk.act(begin(query, false));
}

#[test]
fn before_the_enrichment_no_source_is_asked() {
    let configuration = plain();
    let mut walk = registered(&configuration, ReporterKind::Resident);
    about_a_house(&mut walk);
    walk.act(wanted("bag", house()));
    let query = walk.signal.queries[0].id;
    let shut = Some(Refusal::GateUndecided("sources".into()));
    assert_eq!(walk.try_act(begin(query, false)).err(), shut);
}

#[test]
fn a_source_about_persons_waits_for_somebody_else_to_decide() {
    let configuration = plain();
    let citizen = Inquiry::Citizen("999990019".to_owned());
    let (mut walk, query) = with_query(&configuration, wanted("brp", citizen));
    open_gate(&mut walk);
    assert_eq!(
        walk.try_act(begin(query, false)).err(),
        Some(QueryRefusal::NotNow.into())
    );
    let duties = duty::of_signal(&walk.signal, &configuration);
    let waits = duties
        .iter()
        .find(|duty| duty.kind == DutyKind::QueryDecision)
        .unwrap();
    assert_eq!(waits.holder, Holder::Role(Role::PrivacyOfficer));

    let decide = |granted| Act::StepQuery {
        query,
        step: QueryStep::Decide {
            granted,
            reason: "In proportion.".to_owned(),
        },
    };
    assert_eq!(walk.try_act(decide(true)).err(), Some(QueryRefusal::Own.into()));
    // Somebody else wanted to know.
    walk.signal.queries[0].by = person(7);
    let refused = walk.try_act(decide(false)).unwrap();
    assert!(matches!(refused.queries[0].state, QueryState::Refused(_)));
    walk.act(decide(true));
    let duties = duty::of_signal(&walk.signal, &configuration);
    assert!(
        duties
            .iter()
            .any(|duty| duty.kind == DutyKind::Query && duty.holder == Holder::Person(person(7)))
    );
    walk.act(begin(query, false));
}

#[test]
fn after_no_hit_a_source_is_not_asked_further() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    walk.act(begin(query, false));
    walk.act(says(query, &[]));
    assert!(matches!(walk.signal.queries[0].state, QueryState::NoHit(_)));
    for reads in [false, true] {
        assert_eq!(
            walk.try_act(begin(query, reads)).err(),
            Some(QueryRefusal::NotNow.into())
        );
    }
}

#[test]
fn nothing_is_read_before_a_hit_and_an_answer_ends_in_time() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    assert_eq!(
        walk.try_act(begin(query, true)).err(),
        Some(QueryRefusal::NotNow.into())
    );
    walk.act(begin(query, false));
    walk.act(says(query, &["secret of the first look"]));
    let stored = format!("{:?}", walk.signal.queries);
    assert!(
        !stored.contains("secret"),
        "of a look only the number of records is kept"
    );
    walk.act(begin(query, true));
    walk.act(says(query, &["living", "shop"]));
    let asked = &walk.signal.queries[0];
    let today = walk.now.date_naive();
    assert_eq!(asked.records(today).len(), 2);
    assert_eq!(asked.records(today + TimeDelta::days(30)).len(), 2);
    assert!(asked.records(today + TimeDelta::days(31)).is_empty());

    walk.now += TimeDelta::days(32);
    about_a_house(&mut walk);
    let stored = format!("{:?}", walk.signal.queries);
    assert!(!stored.contains("living"), "the next change takes it out");
    assert_eq!(
        walk.signal.queries[0].attempts.len(),
        2,
        "that it was asked stays"
    );
}

#[test]
fn a_dead_source_leaves_the_question_and_the_signal_as_they_were() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    walk.act(begin(query, false));
    assert_eq!(
        walk.try_act(begin(query, false)).err(),
        Some(QueryRefusal::Running.into())
    );
    let step = QueryStep::End(Err(RegisterTrouble::TimedOut));
    walk.act(Act::StepQuery { query, step });
    assert!(matches!(walk.signal.queries[0].state, QueryState::Ready(None)));
    assert!(
        walk.try_act(Act::MoveOn).is_ok(),
        "the signal does not wait for it"
    );
    walk.act(begin(query, false));
    assert_eq!(walk.signal.queries[0].attempts.len(), 2);
}

#[test]
fn an_answer_that_nobody_asked_for_is_none() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    assert_eq!(
        walk.try_act(says(query, &["x"])).err(),
        Some(QueryRefusal::NotNow.into())
    );
}

#[rstest]
#[case::unknown_source(wanted("dreams", house()), "register")]
#[case::not_what_it_can_be_asked(wanted("bag", Inquiry::Words("x".to_owned())), "inquiry")]
#[case::no_address(wanted("bag", Inquiry::Address(Address::default())), "postcode")]
fn a_question_is_whole(#[case] act: Act, #[case] field: &'static str) {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "enrich");
    about_a_house(&mut walk);
    assert_eq!(walk.try_act(act).err(), Some(Refusal::Missing(field)));
}

#[test]
fn nobody_asks_about_what_was_struck_out() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "enrich");
    about_a_house(&mut walk);
    walk.act(Act::StrikeSubject {
        index: 0,
        reason: "Another house.".to_owned(),
    });
    let refusal = walk.try_act(wanted("bag", house())).err();
    assert_eq!(refusal, Some(Refusal::Missing("subject")));
}

/// What is said of a question that was written down, when its configuration changed since.
fn asked_under(change: impl Fn(&mut Configuration), act: Act) -> Option<Refusal> {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, act);
    open_gate(&mut walk);
    let mut changed = plain();
    change(&mut changed);
    let mut later = registered(&changed, ReporterKind::Resident);
    (later.signal, later.now) = (walk.signal, walk.now);
    later.try_act(begin(query, false)).err()
}

#[test]
fn a_question_is_not_asked_under_a_configuration_that_does_not_allow_it_any_more() {
    type Change = fn(&mut Configuration);
    let changes: [(&str, Change); 4] = [
        ("the source is gone", |c| c.registers.clear()),
        ("somebody must decide now", |c| {
            c.registers[0].decided_by = Some(Role::PrivacyOfficer);
        }),
        ("it can't be asked this any more", |c| c.registers[0].asks.clear()),
        ("no field that is needed may be read", |c| {
            c.registers[0].fields = vec!["surface".to_owned()];
        }),
    ];
    for (what, change) in changes {
        let refusal = asked_under(change, wanted("bag", house()));
        assert_eq!(refusal, Some(QueryRefusal::Changed.into()), "{what}");
    }
    assert_eq!(asked_under(|_| {}, wanted("bag", house())), None);
}

#[test]
fn a_question_about_what_was_struck_out_since_is_not_asked_and_not_permitted() {
    let configuration = plain();
    let citizen = Inquiry::Citizen("999990019".to_owned());
    let (mut walk, waits) = with_query(&configuration, wanted("brp", citizen));
    open_gate(&mut walk);
    about_a_house(&mut walk);
    walk.act(wanted_of("bag", house(), 1));
    let ready = walk.signal.queries[1].id;
    walk.signal.queries[0].by = person(7);
    for index in [0, 1] {
        walk.act(Act::StrikeSubject {
            index,
            reason: "Not these.".to_owned(),
        });
    }
    let struck = Some(QueryRefusal::Struck.into());
    assert_eq!(walk.try_act(begin(ready, false)).err(), struck);
    let decide = |granted| Act::StepQuery {
        query: waits,
        step: QueryStep::Decide {
            granted,
            reason: "In proportion.".to_owned(),
        },
    };
    assert_eq!(walk.try_act(decide(true)).err(), struck);
    walk.act(decide(false));
}

#[test]
fn a_gate_that_was_refused_later_shuts_the_sources_again() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    walk.signal.gates.push(GateDecision {
        granted: false,
        ..walk.signal.gates[0].clone()
    });
    walk.signal.stage = Stage::AtStep {
        step: "register".into(),
        kind: StepKind::Register,
        body: None,
        since: walk.now,
        due: walk.now.date_naive(),
    };
    let shut = Some(Refusal::GateUndecided("sources".into()));
    assert_eq!(walk.try_act(begin(query, false)).err(), shut);
}

#[test]
fn only_fields_are_asked_for_that_the_source_may_give() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "enrich");
    about_a_house(&mut walk);
    for fields in [vec![], vec!["dreams"], vec!["use", "dreams"]] {
        let Act::AskSource(mut new) = wanted("bag", house()) else {
            panic!("this asks")
        };
        new.fields = fields.into_iter().map(str::to_owned).collect();
        let refusal = walk.try_act(Act::AskSource(new)).err();
        assert_eq!(refusal, Some(Refusal::Missing("fields")));
    }
}

#[test]
fn what_a_source_says_after_the_signal_was_closed_is_not_lost() {
    let configuration = plain();
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    walk.act(begin(query, false));
    walk.signal.stage = Stage::Closed {
        at: walk.now,
        by: coordinator(),
        result: "Nothing.".to_owned(),
    };
    walk.act(says(query, &[]));
    assert!(matches!(walk.signal.queries[0].state, QueryState::NoHit(_)));
    assert_eq!(walk.try_act(begin(query, false)).err(), Some(Refusal::Closed));
}

#[test]
fn after_the_enrichment_the_owner_asks_what_an_enricher_wanted_to_know() {
    let configuration = plain();
    let citizen = Inquiry::Citizen("999990019".to_owned());
    let (mut walk, query) = with_query(&configuration, wanted("brp", citizen));
    open_gate(&mut walk);
    walk.signal.queries[0].by = person(7);
    walk.act(Act::StepQuery {
        query,
        step: QueryStep::Decide {
            granted: true,
            reason: "In proportion.".to_owned(),
        },
    });
    let asks = |walk: &Walk<'_>| {
        let duties = duty::of_signal(&walk.signal, &configuration);
        let asks = duties.into_iter().find(|duty| duty.kind == DutyKind::Query);
        asks.unwrap().holder
    };
    assert_eq!(asks(&walk), Holder::Person(person(7)));
    walk.act(Act::MoveOn);
    assert_eq!(asks(&walk), Holder::Person(walk.signal.owner));
}

#[rstest]
#[case::house(Inquiry::Address(Address { postcode: "2101 AB".to_owned(), number: 14, ..Address::default() }))]
#[case::flat(Inquiry::Address(Address { postcode: "2101 AB".to_owned(), number: 12, letter: Some("a".to_owned()), addition: None }))]
#[case::building(Inquiry::Residence { object: "0394010000000001".to_owned(), from: DAY, until: DAY })]
#[case::citizen(Inquiry::Citizen("999993653".to_owned()))]
#[case::person(Inquiry::Person { surname: "Verzonnen".to_owned(), born: DAY })]
#[case::words(Inquiry::Words("Havenstraat 14".to_owned()))]
fn a_question_about_something_else_than_its_subject_is_refused(#[case] asked: Inquiry) {
    let mut configuration = plain();
    for register in &mut configuration.registers {
        register.asks = InquiryKind::ALL.into();
    }
    let mut walk = brought_to(&configuration, "enrich");
    about_a_house(&mut walk);
    let refused = walk.try_act(wanted("bag", asked)).err();
    assert_eq!(refused, Some(Refusal::Query(QueryRefusal::OtherSubject)));
    assert!(walk.signal.queries.is_empty());
}

#[test]
fn the_number_of_a_building_may_come_from_what_the_bag_said_of_the_address() {
    let object = "0394010000000001";
    let mut configuration = plain();
    for register in &mut configuration.registers {
        register.asks = InquiryKind::ALL.into();
    }
    let (mut walk, query) = with_query(&configuration, wanted("bag", house()));
    open_gate(&mut walk);
    let residence = || Inquiry::Residence {
        object: object.to_owned(),
        from: DAY,
        until: DAY,
    };
    assert!(walk.try_act(wanted("bag", residence())).is_err());
    for reads in [false, true] {
        walk.act(begin(query, reads));
        walk.act(says(query, &[object]));
    }
    walk.act(wanted("bag", residence()));
}
