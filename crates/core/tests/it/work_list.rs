// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What stands on whose work list, and by when.

use chrono::NaiveDate;
use meldroute_core::{
    calendar::DayUnit,
    configuration::{Configuration, deadline::Deadline, fact::When, outcome::OutcomeKind},
    duty::{self, Duty, DutyKind, DutySubject, Holder, days_late},
    policy::{Actor, Grant, Role},
    report::{Report, ReporterKind, SetAsideReason},
    signal::{
        act::ActKind,
        assessment::{About, Minor},
    },
};
use rstest::rstest;

use crate::{
    plain_route::{brought_to, decide, pass, plain, registered},
    town::{Counter, at, coordinator, person, report},
    walk::Walk,
    wording::assess,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Kind and holder of each line, in order.
fn lines(duties: &[Duty]) -> Vec<(DutyKind, String)> {
    let mut lines: Vec<_> = duties.iter().map(|line| (line.kind, line.holder.key())).collect();
    lines.sort();
    lines
}

fn of(walk: &Walk<'_>) -> Vec<(DutyKind, String)> {
    lines(&duty::of_signal(&walk.signal, walk.configuration))
}

fn holders(of: &[(DutyKind, &str)]) -> Vec<(DutyKind, String)> {
    let owner = Holder::Person(coordinator()).key();
    let mut lines: Vec<_> = of
        .iter()
        .map(|(kind, holder)| {
            (
                *kind,
                if *holder == "owner" {
                    owner.clone()
                } else {
                    (*holder).to_owned()
                },
            )
        })
        .collect();
    lines.sort();
    lines
}

#[rstest]
#[case("register", &[(DutyKind::Step, "owner")])]
#[case(
    "enrich",
    &[(DutyKind::Step, "owner"), (DutyKind::Step, "role:enricher"), (DutyKind::Gate, "role:privacy-officer")]
)]
#[case("weekly", &[(DutyKind::Step, "owner"), (DutyKind::Agenda, "body:weekly")])]
#[case("feedback", &[(DutyKind::Step, "owner")])]
fn each_stage_has_its_lines(#[case] place: &str, #[case] expected: &[(DutyKind, &str)]) {
    let configuration = plain();
    let walk = brought_to(&configuration, place);
    let mut expected = expected.to_vec();
    if place == "feedback" {
        expected.push((DutyKind::Feedback, "owner"));
    }
    assert_eq!(of(&walk), holders(&expected));
}

#[test]
fn a_closed_signal_has_no_lines() {
    let configuration = plain();
    assert_eq!(of(&brought_to(&configuration, "closed")), []);
}

#[test]
fn what_runs_beside_the_main_line_is_on_the_lists_of_both_sides() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "waiting");
    pass(&mut walk, &ActKind::ReferToCare);
    pass(&mut walk, &ActKind::OfferHandOver);
    let task = Holder::Person(person(2)).key();
    assert_eq!(
        of(&walk),
        holders(&[
            (DutyKind::Waiting, "owner"),
            (DutyKind::Task, task.as_str()),
            (DutyKind::HandOver, "partner:riec"),
            (DutyKind::HandOver, "owner"),
            (DutyKind::Care, "role:care-coordinator"),
            (DutyKind::Care, "owner"),
        ])
    );
}

#[test]
fn a_hand_over_to_a_department_is_followed_by_the_owner() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    decide(&mut walk, OutcomeKind::OtherDepartment);
    let lines = of(&walk);
    assert!(lines.contains(&(DutyKind::HandOver, Holder::Person(coordinator()).key())));
}

#[test]
fn before_a_body_the_date_is_that_of_its_next_sitting() {
    let configuration = plain();
    let weekly = brought_to(&configuration, "weekly");
    assert_eq!(
        weekly.signal.stage.due(),
        Some(day("2026-01-06")),
        "the Tuesday after the Monday"
    );
    let second = brought_to(&configuration, "second");
    assert_eq!(
        second.signal.stage.due(),
        Some(day("2026-02-04")),
        "within thirty days"
    );
}

#[test]
fn without_any_deadline_the_time_of_attention_counts() {
    let configuration = plain();
    let walk = brought_to(&configuration, "register");
    assert_eq!(walk.signal.stage.due(), Some(day("2026-01-12")));
}

fn within(days: u16, unit: DayUnit, when: When) -> Deadline {
    Deadline { days, unit, when }
}

fn with_deadlines(place: usize) -> Configuration {
    let mut configuration = plain();
    let urgent = When {
        minor: Some(Minor::Yes),
        ..When::default()
    };
    let reachable = When {
        contact_known: Some(true),
        ..When::default()
    };
    configuration.route.steps[place].deadline = vec![
        within(1, DayUnit::Calendar, urgent),
        within(2, DayUnit::Working, reachable),
        within(9, DayUnit::Calendar, When::default()),
    ];
    configuration
}

#[rstest]
#[case::minor(Minor::Yes, ReporterKind::Anonymous, "2026-01-06")]
#[case::reporter_can_be_reached(Minor::No, ReporterKind::Official, "2026-01-07")]
#[case::neither(Minor::Unknown, ReporterKind::Anonymous, "2026-01-14")]
fn the_first_deadline_whose_fact_holds_counts(
    #[case] minor: Minor,
    #[case] reporter: ReporterKind,
    #[case] due: &str,
) {
    let configuration = with_deadlines(2);
    let mut walk = registered(&configuration, reporter);
    walk.act(crate::wording::observe("They sleep there.", walk.now));
    walk.act(assess("labour", minor, About::Unclear, walk.now));
    pass(&mut walk, &ActKind::MoveOn);
    assert_eq!(walk.signal.stage.due(), Some(day(due)));
}

/// Thursday 2 April 2026 comes before Easter Monday, and in between is a weekend.
#[rstest]
#[case::working(DayUnit::Working, "2026-04-07")]
#[case::calendar(DayUnit::Calendar, "2026-04-04")]
fn working_days_pass_over_weekends_and_holidays(#[case] unit: DayUnit, #[case] due: &str) {
    let mut configuration = plain();
    configuration.route.steps[0].deadline = vec![within(2, unit, When::default())];
    let report = new_report(&configuration, ReporterKind::Official, "2026-04-02T09:00:00Z");
    let triage = &duty::of_report(&report, &configuration)[0];
    assert_eq!((triage.kind, triage.due), (DutyKind::Triage, day(due)));
}

fn new_report(configuration: &Configuration, kind: ReporterKind, received: &str) -> Report {
    report(configuration, &Counter::default(), (kind, "phone"), at(received))
}

#[test]
fn a_new_report_waits_for_the_desk_also_when_nothing_is_owed() {
    let configuration = plain();
    let report = new_report(&configuration, ReporterKind::Anonymous, "2026-01-05T23:30:00Z");
    let duties = duty::of_report(&report, &configuration);
    assert_eq!(
        lines(&duties),
        [(DutyKind::Triage, "role:coordinator".to_owned())]
    );
    assert_eq!(duties[0].subject, DutySubject::Report(report.id));
    assert_eq!(
        duties[0].due,
        day("2026-01-13"),
        "in Dutch time it came in on the 6th"
    );
}

#[test]
fn a_report_that_is_set_aside_still_owes_its_reporter_an_answer() {
    let configuration = plain();
    let report = new_report(&configuration, ReporterKind::Resident, "2026-01-05T09:00:00Z");
    let aside = report
        .set_aside(
            SetAsideReason::OutsideOurTask,
            "About noise.".to_owned(),
            at("2026-01-05T10:00:00Z"),
            coordinator(),
        )
        .unwrap();
    let feedback = (DutyKind::Feedback, "role:coordinator".to_owned());
    assert_eq!(
        lines(&duty::of_report(&aside, &configuration)),
        [feedback.clone(), feedback]
    );
}

#[test]
fn a_registered_report_has_no_lines_of_its_own() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let report = walk.reports.values().next().unwrap();
    assert_eq!(duty::of_report(report, &configuration), []);
}

#[test]
fn somebody_holds_duties_as_themselves_and_by_each_grant() {
    let actor = Actor {
        person: Some(person(9)),
        name: "Somebody".to_owned(),
        municipality: "waterdam".into(),
        today: day("2026-01-05"),
        grants: vec![
            Grant::of(Role::Enricher),
            Grant {
                body: Some("weekly".into()),
                ..Grant::of(Role::BodyMember)
            },
            Grant {
                partner: Some("riec".into()),
                ..Grant::of(Role::ChainPartner)
            },
        ],
        origin: "test".to_owned(),
        call: None,
    };
    assert_eq!(
        Holder::of(&actor),
        [
            Holder::Person(person(9)),
            Holder::Role(Role::Enricher),
            Holder::Body("weekly".into()),
            Holder::Partner("riec".into()),
        ]
    );
}

#[rstest]
#[case::on_the_day("2026-01-12T22:30:00Z", None)]
#[case::after_dutch_midnight("2026-01-12T23:30:00Z", Some(1))]
#[case::a_week_later("2026-01-19T12:00:00Z", Some(7))]
fn late_is_counted_in_dutch_days(#[case] now: &str, #[case] late: Option<i64>) {
    assert_eq!(days_late(day("2026-01-12"), at(now)), late);
}
