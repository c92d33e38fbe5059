// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What reporters are owed, and how reports join and leave signals.

use chrono::NaiveDate;
use meldroute_core::{
    calendar::DayUnit,
    configuration::{
        Configuration,
        deadline::Deadline,
        fact::When,
        feedback::{FeedbackLevel, Moment},
    },
    id::SignalId,
    report::{Report, ReportRefusal, ReportState, ReporterKind, SetAsideReason},
    signal::{
        Signal,
        act::{ActKind, LinkRefusal},
        feedback::{Feedback, FeedbackState},
    },
};
use rstest::rstest;
use uuid::Uuid;

use crate::{
    plain_route::{brought_to, pass, plain, registered},
    town::{Counter, at, coordinator, hand, report, rule},
    walk::Walk,
};

const MONDAY: &str = "2026-01-05T09:00:00Z";

fn new_report(configuration: &Configuration, minter: &Counter, kind: ReporterKind) -> Report {
    report(configuration, minter, (kind, "phone"), at(MONDAY))
}

#[rstest]
#[case(FeedbackLevel::Receipt, &[Moment::Receipt])]
#[case(FeedbackLevel::Progress, &[Moment::Receipt, Moment::Outcome])]
#[case(FeedbackLevel::Outcome, &[Moment::Outcome])]
#[case(FeedbackLevel::ActionsAndResults, &[Moment::Outcome])]
fn each_level_owes_its_messages(
    #[case] level: FeedbackLevel,
    #[case] moments: &[Moment],
    #[values(
        ReporterKind::Resident,
        ReporterKind::ChainPartner,
        ReporterKind::Official,
        ReporterKind::Enforcement
    )]
    kind: ReporterKind,
) {
    let mut configuration = plain();
    configuration.feedback = ReporterKind::ALL
        .map(|other| rule(other, if other == kind { level } else { FeedbackLevel::None }))
        .into();
    let report = new_report(&configuration, &Counter::default(), kind);
    let owed: Vec<Moment> = report.feedback.iter().map(|message| message.moment).collect();
    assert_eq!(owed, moments);
    assert!(report.feedback.iter().all(Feedback::is_due));
}

#[test]
fn where_nothing_is_owed_the_reason_of_the_policy_is_recorded() {
    let configuration = plain();
    let report = new_report(&configuration, &Counter::default(), ReporterKind::Anonymous);
    let states: Vec<&FeedbackState> = report.feedback.iter().map(|message| &message.state).collect();
    let reason = "our policy".to_owned();
    assert_eq!(states, [&FeedbackState::NotOwed { reason }]);
}

fn dues(walk: &Walk<'_>) -> Vec<NaiveDate> {
    let states = walk.signal.feedback_due().map(|(_, message)| &message.state);
    states
        .filter_map(|state| match state {
            FeedbackState::Due { by } => Some(*by),
            _ => None,
        })
        .collect()
}

#[test]
fn the_outcome_is_due_from_the_day_on_which_the_signal_reaches_the_feedback() {
    let mut configuration = plain();
    configuration.feedback[1].deadline = vec![Deadline {
        days: 3,
        unit: DayUnit::Working,
        when: When::default(),
    }];
    let mut walk = brought_to(&configuration, "second");
    walk.now = at("2026-02-05T09:00:00Z");
    crate::plain_route::decide(
        &mut walk,
        meldroute_core::configuration::outcome::OutcomeKind::NotConfirmed,
    );
    assert_eq!(dues(&walk), ["2026-02-10".parse().unwrap()], "over the weekend");
    assert_eq!(walk.signal.stage.due(), Some("2026-02-10".parse().unwrap()));
}

/// Of two reporters only one can be reached: each has their own date.
#[test]
fn the_date_of_a_message_depends_on_its_own_reporter() {
    let mut configuration = plain();
    let reachable = When {
        contact_known: Some(true),
        ..When::default()
    };
    configuration.feedback[2].deadline = [(1, reachable), (20, When::default())]
        .map(|(days, when)| Deadline {
            days,
            unit: DayUnit::Calendar,
            when,
        })
        .into();
    let minter = Counter::default();
    let known = new_report(&configuration, &minter, ReporterKind::Official);
    let mut unknown = new_report(&configuration, &minter, ReporterKind::Official);
    unknown.contact_known = false;
    let walk = Walk::of(&configuration, minter, (vec![known, unknown], None), at(MONDAY));
    let expected: [NaiveDate; 2] = ["2026-01-06", "2026-01-25"].map(|day| day.parse().unwrap());
    assert_eq!(dues(&walk), expected);
}

#[test]
fn a_report_is_part_of_one_signal_at_most() {
    let configuration = plain();
    let mut walk = registered(&configuration, ReporterKind::Resident);
    let registered = walk.reports.values().next().unwrap().clone();
    let hand = hand(&configuration, &walk.minter, walk.now);
    let other = SignalId(Uuid::from_u128(6));
    let again = Signal::open(other, "Again".to_owned(), vec![registered.clone()], &hand);
    let refusal = LinkRefusal::Report(ReportRefusal::InSignal(walk.signal.id));
    assert_eq!(again.err(), Some(refusal.clone()));
    // Not even where the report itself does not know it yet.
    let mut stale = registered;
    stale.state = ReportState::New;
    let linked = walk.signal.clone().link(stale.clone(), "Same.".to_owned(), &hand);
    assert_eq!(linked.err(), Some(refusal));
    let twice = Signal::open(other, "Twice".to_owned(), vec![stale.clone(), stale], &hand);
    assert!(matches!(
        twice.err(),
        Some(LinkRefusal::Report(ReportRefusal::InSignal(_)))
    ));
    pass(&mut walk, &ActKind::MarkAcute);
}

#[test]
fn a_report_that_is_taken_out_is_new_again_and_keeps_what_is_owed() {
    let configuration = plain();
    let minter = Counter::default();
    let [first, second] = [(); 2].map(|()| new_report(&configuration, &minter, ReporterKind::Resident));
    let (owed, id) = (second.feedback.len(), second.id);
    let walk = Walk::of(&configuration, minter, (vec![first, second], None), at(MONDAY));
    let hand = hand(&configuration, &walk.minter, walk.now);
    let report = walk.reports[&id].clone();
    let unlink = |reason: &str| {
        walk.signal
            .clone()
            .unlink(report.clone(), reason.to_owned(), &hand)
    };
    assert_eq!(unlink(" ").err(), Some(LinkRefusal::NoReason));
    let (signal, out) = unlink("Another shed.").unwrap();
    assert_eq!(out.state, ReportState::New);
    assert_eq!(out.feedback.len(), owed);
    assert_eq!(signal.linked().count(), 1);
    assert_eq!(
        signal.reports[1].unlinked.as_ref().unwrap().reason,
        "Another shed.",
        "it stays on record"
    );
    let last = walk
        .reports
        .values()
        .find(|report| report.id != id)
        .unwrap()
        .clone();
    let refusal = signal.unlink(last, "This one, too.".to_owned(), &hand).err();
    assert_eq!(refusal, Some(LinkRefusal::LastReport));
}

#[test]
fn a_closed_signal_takes_no_reports() {
    let configuration = plain();
    let walk = brought_to(&configuration, "closed");
    let hand = hand(&configuration, &walk.minter, walk.now);
    let late = new_report(&configuration, &walk.minter, ReporterKind::Resident);
    let linked = walk.signal.clone().link(late, "Same.".to_owned(), &hand);
    assert_eq!(linked.err(), Some(LinkRefusal::SignalClosed));
}

#[test]
fn a_report_goes_from_new_to_set_aside_and_can_still_be_taken_up() {
    let configuration = plain();
    let report = new_report(&configuration, &Counter::default(), ReporterKind::Resident);
    let (signal, now) = (SignalId(Uuid::from_u128(5)), at(MONDAY));
    let aside = |report: Report| {
        report.set_aside(
            SetAsideReason::Duplicate,
            "See the first.".to_owned(),
            now,
            coordinator(),
        )
    };
    let set_aside = aside(report.clone()).unwrap();
    assert_eq!(
        aside(set_aside.clone()).err(),
        Some(ReportRefusal::AlreadySetAside)
    );
    assert_eq!(
        set_aside.clone().unlink(signal).err(),
        Some(ReportRefusal::NotLinked(report.id)),
        "it is in no signal"
    );
    let taken_up = set_aside.register(signal, now, coordinator()).unwrap();
    let in_signal = Some(ReportRefusal::InSignal(signal));
    assert_eq!(aside(taken_up.clone()).err(), in_signal);
    assert_eq!(
        taken_up.clone().register(signal, now, coordinator()).err(),
        in_signal
    );
    let other = SignalId(Uuid::from_u128(6));
    assert_eq!(
        taken_up.clone().unlink(other).err(),
        Some(ReportRefusal::NotLinked(report.id))
    );
    assert_eq!(taken_up.unlink(signal).unwrap().state, ReportState::New);
}
