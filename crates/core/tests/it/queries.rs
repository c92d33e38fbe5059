// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources: no way past the gate, hit or no hit first, and answers that end.

use chrono::TimeDelta;
use meldroute_core::{
    configuration::Configuration,
    duty::{self, DutyKind, Holder},
    enrichment::{Address, Answer, Inquiry, QueryRefusal, QueryState, RegisterTrouble},
    id::QueryId,
    policy::Role,
    report::ReporterKind,
    signal::{
        act::{Act, NewQuery, QueryStep, Refusal},
        assessment::{PersonPart, Subject, SubjectKind},
    },
};
use rstest::rstest;

use crate::{
    plain_route::{brought_to, plain, registered},
    town::{coordinator, person},
    walk::Walk,
};

fn about_a_house(walk: &mut Walk<'_>) {
    walk.act(Act::AddSubject(Box::new(Subject {
        kind: SubjectKind::Address,
        value: "Havenstraat 12".to_owned(),
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
    Act::AskSource(Box::new(NewQuery {
        register: register.into(),
        subject: 0,
        inquiry,
        reason: "To know what the building is for.".to_owned(),
    }))
}

/// A signal at its enrichment with a question written down.
fn with_query(configuration: &Configuration, act: Act) -> (Walk<'_>, QueryId) {
    let mut walk = brought_to(configuration, "enrich");
    about_a_house(&mut walk);
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
