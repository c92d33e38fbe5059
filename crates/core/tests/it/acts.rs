// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Single rules of the travel: gates, the fast lanes, waiting, sending back, entry conditions, what a decision must say.

use chrono::TimeDelta;
use meldroute_core::{
    calendar::dutch_date,
    configuration::outcome::OutcomeKind,
    report::ReporterKind,
    signal::{
        act::{Act, ActKind, NewStrand, Refusal},
        assessment::{PersonPart, Subject, SubjectKind},
        stage::{Confirmation, Stage},
        strand::{StrandKind, StrandRefusal, StrandState, StrandStep},
    },
};
use rstest::rstest;

use crate::{
    plain_route::{brought_to, decide, decision, pass, plain, registered, worded_decision},
    town::coordinator,
    walk::Walk,
};

fn place<'w>(walk: &'w Walk<'_>) -> &'w str {
    match &walk.signal.stage {
        Stage::AtStep { step, .. } => step.as_str(),
        Stage::Waiting { .. } => "waiting",
        Stage::Closed { .. } => "closed",
    }
}

fn gate_says(granted: bool, ground: &str, reason: &str) -> Act {
    Act::DecideGate {
        granted,
        ground: ground.to_owned(),
        reason: reason.to_owned(),
    }
}

#[test]
fn a_new_signal_begins_at_the_step_after_the_report_and_belongs_to_who_registered_it() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    assert_eq!(place(&walk), "register");
    assert_eq!(walk.signal.owner, coordinator());
}

#[test]
fn a_signal_can_not_leave_registration_without_observation_and_assessment() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    assert_eq!(walk.try_act(Act::MoveOn).err(), Some(Refusal::NotAssessed));
}

#[test]
fn behind_an_undecided_gate_no_work_is_done() {
    let configuration = plain();
    let walk = brought_to(&configuration, "enrich");
    let undecided = Some(Refusal::GateUndecided("sources".into()));
    assert_eq!(walk.try_act(Act::MoveOn).err(), undecided);
    let offers = walk.offers(false);
    let note = offers.iter().find(|offer| offer.act == ActKind::AddNote).unwrap();
    assert_eq!(note.blocked, undecided, "a source is not asked before the gate");
}

#[test]
fn before_enrichment_the_sources_are_shut_too() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let offers = walk.offers(false);
    let note = offers.iter().find(|offer| offer.act == ActKind::AddNote).unwrap();
    let undecided = Some(Refusal::GateUndecided("sources".into()));
    assert_eq!(note.blocked, undecided, "no way around the gate");
}

#[test]
fn a_refused_gate_leads_past_the_step_and_is_recorded() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "enrich");
    walk.act(gate_says(false, "", "Nothing to ask a source about."));
    assert_eq!(place(&walk), "weekly");
    let recorded = &walk.signal.gates[0];
    assert!(!recorded.granted);
    assert_eq!(recorded.step.as_str(), "enrich");
}

#[rstest]
#[case::yes_without_ground(true, " ", "Needed.", "ground")]
#[case::yes_without_reason(true, "Gemeentewet 172", "", "reason")]
#[case::no_without_reason(false, "", " ", "reason")]
fn a_gate_wants_its_words(
    #[case] granted: bool,
    #[case] ground: &str,
    #[case] reason: &str,
    #[case] missing: &'static str,
) {
    let configuration = plain();
    let walk = brought_to(&configuration, "enrich");
    let refusal = walk.try_act(gate_says(granted, ground, reason)).err();
    assert_eq!(refusal, Some(Refusal::Missing(missing)));
}

#[test]
fn a_gate_is_asked_anew_at_each_visit() {
    let mut configuration = plain();
    configuration.bodies[0].outcomes[0].then = Some("enrich".into());
    let mut walk = brought_to(&configuration, "waiting");
    let task = walk.signal.strands[0].id;
    pass(&mut walk, &step_of(task, "finish"));
    assert_eq!(place(&walk), "enrich");
    assert!(walk.signal.open_gate(&configuration).is_some());
}

fn step_of(strand: meldroute_core::id::StrandId, step: &'static str) -> ActKind {
    ActKind::StepStrand { strand, step }
}

#[rstest]
#[case::finished("finish")]
#[case::taken_back("withdraw")]
fn a_signal_that_waits_comes_back_when_the_task_ends(
    #[case] end: &'static str,
    #[values(OutcomeKind::MoreInformation, OutcomeKind::Inspection)] outcome: OutcomeKind,
) {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    decide(&mut walk, outcome);
    assert_eq!(place(&walk), "waiting");
    assert!(matches!(walk.try_act(Act::MoveOn), Err(Refusal::Waiting(_))));
    let task = walk.signal.strands[0].id;
    pass(&mut walk, &step_of(task, end));
    assert_eq!(place(&walk), "weekly", "back before the body that asked");
    assert_eq!(walk.signal.visits.len(), 4, "this is another visit");
}

#[test]
fn another_strand_that_ends_does_not_end_the_waiting() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    pass(&mut walk, &ActKind::ReferToCare);
    decide(&mut walk, OutcomeKind::MoreInformation);
    let care = walk.signal.strands[0].id;
    pass(&mut walk, &step_of(care, "accept"));
    pass(&mut walk, &step_of(care, "finish"));
    assert_eq!(place(&walk), "waiting");
}

#[rstest]
fn acute_danger_goes_to_the_police_from_everywhere_and_the_signal_stays(
    #[values("register", "enrich", "weekly", "second", "feedback", "waiting")] from: &str,
) {
    let configuration = plain();
    let mut walk = brought_to(&configuration, from);
    pass(&mut walk, &ActKind::MarkAcute);
    assert_eq!(place(&walk), from);
    let strand = walk.signal.strands.last().unwrap();
    assert!(
        matches!(&strand.kind, StrandKind::HandOver { partner, acute: true, .. } if partner.as_str() == "police")
    );
    assert_eq!(
        (&strand.state, strand.due),
        (&StrandState::Offered, dutch_date(walk.now))
    );
    let again = Act::MarkAcute {
        reason: "Again.".to_owned(),
    };
    assert_eq!(walk.try_act(again).err(), Some(Refusal::AlreadyAcute));
}

#[rstest]
#[case::before_it("register", "weekly")]
#[case::at_the_gate("enrich", "weekly")]
#[case::at_it("weekly", "weekly")]
#[case::behind_it("second", "weekly")]
#[case::at_the_feedback("feedback", "feedback")]
#[case::while_it_waits("waiting", "waiting")]
fn an_acute_branch_brings_the_signal_on(#[case] from: &str, #[case] to: &str) {
    let mut configuration = plain();
    configuration.route.acute.then = Some("weekly".into());
    let mut walk = brought_to(&configuration, from);
    let visits = walk.signal.visits.len();
    pass(&mut walk, &ActKind::MarkAcute);
    assert_eq!(place(&walk), to);
    assert_eq!(walk.signal.visits.len(), visits + usize::from(from != to));
    walk.check();
}

#[test]
fn care_is_asked_without_any_decision_and_once_at_a_time() {
    let configuration = plain();
    let mut walk = registered(&configuration, ReporterKind::Resident);
    pass(&mut walk, &ActKind::ReferToCare);
    let again = Act::ReferToCare {
        what: "Again.".to_owned(),
        consent: String::new(),
    };
    assert_eq!(walk.try_act(again).err(), Some(Refusal::CareAskedAlready));
    let care = walk.signal.strands[0].id;
    pass(&mut walk, &step_of(care, "refuse"));
    pass(&mut walk, &ActKind::ReferToCare);
    assert_eq!(
        walk.signal.strands.len(),
        2,
        "after a refusal it can be asked again"
    );
}

#[test]
fn entry_conditions_are_asked_and_recorded() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    let answered = |holds: bool, why: &str| {
        let mut act = worded_decision(&walk, OutcomeKind::Escalate);
        if let Act::Decide { conditions, .. } = &mut act {
            *conditions = vec![("strong".into(), holds, why.to_owned())];
        }
        act
    };
    let not_met = Some(Refusal::ConditionNotMet("strong".into()));
    assert_eq!(walk.try_act(answered(false, "Only one tip.")).err(), not_met);
    assert_eq!(
        walk.try_act(answered(true, " ")).err(),
        not_met,
        "yes needs a reason"
    );
    walk.act(answered(true, "Three tips and an inspection."));
    assert_eq!(place(&walk), "second");
    let answer = &walk.signal.decisions[0].conditions[0];
    assert_eq!(
        (answer.holds, answer.reason.as_str()),
        (true, "Three tips and an inspection.")
    );
}

#[test]
fn a_body_decides_in_its_sitting_only() {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let mut alone = worded_decision(&walk, OutcomeKind::NotConfirmed);
    if let Act::Decide { meeting, .. } = &mut alone {
        *meeting = None;
    }
    assert_eq!(
        walk.try_act(alone).err(),
        Some(Refusal::BodyDecides("weekly".into()))
    );
}

#[rstest]
#[case::task_without_words(OutcomeKind::MoreInformation, "what")]
#[case::inspection_without_power(OutcomeKind::Inspection, "power")]
#[case::hand_over_without_ground(OutcomeKind::HandOver, "ground")]
fn what_a_decision_starts_wants_its_words(#[case] outcome: OutcomeKind, #[case] missing: &'static str) {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let mut act = worded_decision(&walk, outcome);
    if let Act::Decide { strands, .. } = &mut act {
        match &mut strands[0].kind {
            StrandKind::Inspection { power, .. } => power.clear(),
            StrandKind::HandOver { ground, .. } => ground.clear(),
            StrandKind::Task { what, .. } => what.clear(),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(walk.try_act(act).err(), Some(Refusal::Missing(missing)));
}

type Change = fn(&mut Vec<NewStrand>);

fn with_strands(walk: &Walk<'_>, kind: OutcomeKind, change: Change) -> Result<usize, Refusal> {
    let mut act = worded_decision(walk, kind);
    if let Act::Decide { strands, .. } = &mut act {
        change(strands);
    }
    walk.try_act(act).map(|signal| signal.strands.len())
}

#[rstest]
#[case::nothing(OutcomeKind::MoreInformation, Vec::clear, "what")]
#[case::care_twice(OutcomeKind::Care, |strands: &mut Vec<NewStrand>| strands.push(strands[0].clone()), "what")]
#[case::due_in_the_past(
    OutcomeKind::MoreInformation,
    |strands: &mut Vec<NewStrand>| strands[0].due = "2026-01-01".parse().unwrap(),
    "due"
)]
#[case::to_nobody_we_know(
    OutcomeKind::HandOver,
    |strands: &mut Vec<NewStrand>| {
        strands[0].kind = StrandKind::HandOver {
            partner: "nobody".into(),
            what: "All of it.".to_owned(),
            ground: "Wpg 16".to_owned(),
            acute: false,
        }
    },
    "recipient"
)]
#[case::something_else(
    OutcomeKind::Case,
    |strands: &mut Vec<NewStrand>| {
        strands[0].kind = StrandKind::OtherDepartment {
            department: "permits".into(),
            what: "All of it.".to_owned(),
            returns: String::new(),
        }
    },
    "recipient"
)]
fn a_decision_starts_what_belongs_to_it(
    #[case] kind: OutcomeKind,
    #[case] change: Change,
    #[case] missing: &'static str,
) {
    let configuration = plain();
    let from = if kind == OutcomeKind::Case {
        "second"
    } else {
        "weekly"
    };
    let walk = brought_to(&configuration, from);
    assert_eq!(with_strands(&walk, kind, change), Err(Refusal::Missing(missing)));
}

#[test]
fn one_decision_can_hand_over_to_several_partners() {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let twice: Change = |strands| strands.push(strands[0].clone());
    assert_eq!(with_strands(&walk, OutcomeKind::HandOver, twice), Ok(2));
}

#[test]
fn hand_overs_run_beside_each_other_and_each_closes_on_its_own() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    decide(&mut walk, OutcomeKind::HandOver);
    pass(&mut walk, &ActKind::OfferHandOver);
    let [first, second] = [0, 1].map(|place| walk.signal.strands[place].id);
    pass(&mut walk, &step_of(first, "refuse"));
    pass(&mut walk, &step_of(second, "accept"));
    settle_all(&mut walk);
    assert_eq!(close(&walk), Some(Refusal::StrandsOpen(1)));
    pass(&mut walk, &step_of(second, "finish"));
    assert_eq!(close(&walk), None);
}

fn settle_all(walk: &mut Walk<'_>) {
    let due: Vec<_> = walk
        .signal
        .feedback_due()
        .map(|(_, message)| message.id)
        .collect();
    for message in due {
        pass(walk, &ActKind::GiveFeedback(message));
    }
}

fn close(walk: &Walk<'_>) -> Option<Refusal> {
    let act = Act::Close {
        confirmation: Confirmation::NotForUs,
        result: "With the police.".to_owned(),
    };
    walk.try_act(act).err()
}

#[test]
fn closing_is_impossible_while_feedback_is_due() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "feedback");
    assert_eq!(close(&walk), Some(Refusal::FeedbackDue(1)));
    let message = walk.signal.feedback_due().next().unwrap().1.id;
    pass(&mut walk, &ActKind::WithholdFeedback(message));
    assert_eq!(close(&walk), None, "a recorded reason settles it, too");
    let given = Act::GiveFeedback {
        feedback: message,
        text: "Too late.".to_owned(),
        way: meldroute_core::signal::feedback::FeedbackWay::Mail,
        followed: true,
    };
    assert_eq!(walk.try_act(given).err(), Some(Refusal::FeedbackNotDue));
}

#[test]
fn closing_says_whether_the_suspicion_is_confirmed() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "feedback");
    assert_eq!(
        walk.signal.confirmation,
        Confirmation::NotConfirmed,
        "as the body decided"
    );
    settle_all(&mut walk);
    let unsaid = Act::Close {
        confirmation: Confirmation::Open,
        result: "Nothing.".to_owned(),
    };
    assert_eq!(walk.try_act(unsaid).err(), Some(Refusal::Missing("confirmation")));
}

#[test]
fn a_signal_is_sent_back_to_where_was_decided_last() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "feedback");
    pass(&mut walk, &ActKind::SendBack);
    assert_eq!(place(&walk), "second");
    assert_eq!(walk.signal.confirmation, Confirmation::Open);
    assert_eq!(walk.signal.decisions.len(), 2, "what was decided stays on record");
}

#[test]
fn sent_back_without_any_decision_a_signal_goes_where_the_first_is_taken() {
    let mut configuration = plain();
    configuration.route.gates[0].refused = "feedback".into();
    let mut walk = brought_to(&configuration, "enrich");
    walk.act(gate_says(false, "", "Not ours."));
    assert_eq!(place(&walk), "feedback");
    pass(&mut walk, &ActKind::SendBack);
    assert_eq!(place(&walk), "weekly");
}

#[test]
fn after_closing_nothing_can_be_done() {
    let configuration = plain();
    let walk = brought_to(&configuration, "closed");
    for offer in walk.offers(true).into_iter().chain(walk.offers(false)) {
        assert_eq!(offer.blocked, Some(Refusal::Closed), "{:?}", offer.act);
    }
}

#[test]
fn a_subject_is_struck_once_and_stays_visible() {
    let configuration = plain();
    let mut walk = registered(&configuration, ReporterKind::Resident);
    walk.act(Act::AddSubject(Box::new(Subject {
        kind: SubjectKind::Vehicle,
        value: "XX-00-XX".to_owned(),
        part: PersonPart::Unknown,
        reason: "Stands at the shed each morning.".to_owned(),
        at: walk.now,
        by: coordinator(),
        struck: None,
    })));
    let strike = |reason: &str| Act::StrikeSubject {
        index: 0,
        reason: reason.to_owned(),
    };
    walk.act(strike("Of the neighbour."));
    assert_eq!(
        walk.try_act(strike("Other reason.")).err(),
        Some(Refusal::Missing("subject"))
    );
    assert_eq!(
        walk.signal.subjects[0].struck.as_deref(),
        Some("Of the neighbour.")
    );
}

#[test]
fn a_strand_takes_each_step_once() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    walk.now += TimeDelta::days(1);
    decide(&mut walk, OutcomeKind::Care);
    let care = walk.signal.strands[0].id;
    let finish = Act::StepStrand {
        strand: care,
        step: StrandStep::Finish {
            result: "Shelter found.".to_owned(),
        },
    };
    let refusal = walk.try_act(finish.clone()).err();
    assert_eq!(refusal, Some(Refusal::Strand(StrandRefusal::NotAccepted)));
    pass(&mut walk, &step_of(care, "accept"));
    walk.act(finish.clone());
    assert_eq!(
        walk.try_act(finish).err(),
        Some(Refusal::Strand(StrandRefusal::Ended))
    );
}

#[test]
fn an_outcome_of_another_step_is_not_accepted() {
    let configuration = plain();
    let walk = brought_to(&configuration, "second");
    let elsewhere = decision(OutcomeKind::OtherDepartment);
    assert_eq!(
        walk.signal.guard(&configuration, &elsewhere),
        Err(Refusal::NotHere)
    );
}
