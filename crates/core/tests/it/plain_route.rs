// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A plain route for tests of single rules: report, register, enrich behind a gate, a weekly body, a second body with an entry
//! condition, feedback.

use chrono::TimeDelta;
use meldroute_core::{
    calendar::rhythm::{DayOfWeek, Rhythm},
    configuration::{
        Configuration,
        body::{Body, Condition, Seat},
        feedback::FeedbackLevel,
        outcome::{Outcome, OutcomeKind},
        route::{Gate, Step, StepKind},
    },
    policy::Role,
    report::ReporterKind,
    signal::{
        act::{Act, ActKind},
        assessment::{About, Minor},
    },
};

use crate::{
    town::{Counter, at, report, rule, templates, text, town},
    walk::Walk,
    wording::{assess, observe, worded},
};

/// The plain route. Chain partners hear the outcome, residents progress, anonymous reporters nothing.
pub(crate) fn plain() -> Configuration {
    let mut c = town();
    c.route.steps = vec![
        step("report", StepKind::Report, Role::Coordinator, Some("register")),
        step("register", StepKind::Register, Role::Coordinator, Some("enrich")),
        step("enrich", StepKind::Enrich, Role::Enricher, Some("weekly")),
        step("weekly", StepKind::Body, Role::Coordinator, None),
        step("second", StepKind::Body, Role::Coordinator, None),
        step("feedback", StepKind::Feedback, Role::Coordinator, None),
    ];
    c.route.steps[2].gate = Some("sources".into());
    c.route.gates = vec![Gate {
        id: "sources".into(),
        question: text("May sources be asked?"),
        decided_by: Role::PrivacyOfficer,
        refused: "weekly".into(),
    }];
    let weekly = Rhythm::Week {
        weekday: DayOfWeek::Tuesday,
        weeks: 1,
    };
    let planned = Rhythm::AsPlanned {
        expected_within_days: 30,
    };
    let first = [
        OutcomeKind::MoreInformation,
        OutcomeKind::Inspection,
        OutcomeKind::OtherDepartment,
        OutcomeKind::HandOver,
        OutcomeKind::Care,
        OutcomeKind::NotConfirmed,
        OutcomeKind::Escalate,
    ];
    let second = [
        OutcomeKind::Intervention,
        OutcomeKind::Case,
        OutcomeKind::NotConfirmed,
    ];
    c.bodies = vec![body("weekly", weekly, &first), body("second", planned, &second)];
    c.bodies[1].conditions = vec![Condition {
        id: "strong".into(),
        question: text("Is it strong enough?"),
    }];
    c.feedback = vec![
        rule(ReporterKind::Resident, FeedbackLevel::Progress),
        rule(ReporterKind::ChainPartner, FeedbackLevel::Outcome),
        rule(ReporterKind::Official, FeedbackLevel::ActionsAndResults),
        rule(ReporterKind::Enforcement, FeedbackLevel::Receipt),
        rule(ReporterKind::Anonymous, FeedbackLevel::None),
    ];
    c.templates = templates(&c.feedback);
    c
}

fn step(id: &str, kind: StepKind, owner: Role, next: Option<&str>) -> Step {
    Step {
        id: id.into(),
        name: text(id),
        kind,
        owner,
        next: next.map(Into::into),
        body: (kind == StepKind::Body).then(|| id.into()),
        gate: None,
        deadline: Vec::new(),
        outcomes: Vec::new(),
        formerly: Vec::new(),
    }
}

fn body(id: &str, rhythm: Rhythm, outcomes: &[OutcomeKind]) -> Body {
    let outcome = |kind: &OutcomeKind| Outcome {
        id: kind.as_str().into(),
        name: text(kind.as_str()),
        kind: *kind,
        then: None,
        body: (*kind == OutcomeKind::Escalate).then(|| "second".into()),
    };
    Body {
        id: id.into(),
        name: text(id),
        rhythm,
        internal: true,
        chair: "chair".to_owned(),
        quorum: None,
        seats: vec![Seat {
            id: "chair".to_owned(),
            title: text("Chair"),
            role: Some(Role::Coordinator),
            partner: None,
        }],
        conditions: Vec::new(),
        outcomes: outcomes.iter().map(outcome).collect(),
    }
}

/// A signal of one report that has just been registered, on a Monday.
pub(crate) fn registered(configuration: &Configuration, reporter: ReporterKind) -> Walk<'_> {
    let (minter, now) = (Counter::default(), at("2026-01-05T09:00:00Z"));
    let report = report(configuration, &minter, (reporter, "phone"), now);
    Walk::of(configuration, minter, (vec![report], None), now)
}

/// The same signal further on: at `register`, `enrich`, `weekly`, `second` or `feedback`; `waiting` for a task; or `closed`.
pub(crate) fn brought_to<'c>(configuration: &'c Configuration, place: &str) -> Walk<'c> {
    let mut walk = registered(configuration, ReporterKind::ChainPartner);
    let places = ["register", "enrich", "weekly", "second", "feedback", "closed"];
    let far = match place {
        "waiting" => 2,
        place => places.iter().position(|known| *known == place).unwrap(),
    };
    if far >= 1 {
        walk.act(observe("They sleep there.", walk.now));
        walk.act(assess("labour", Minor::No, About::Location, walk.now));
        pass(&mut walk, &ActKind::MoveOn);
    }
    if far >= 2 {
        pass(&mut walk, &ActKind::DecideGate);
        pass(&mut walk, &ActKind::MoveOn);
    }
    if far >= 3 {
        decide(&mut walk, OutcomeKind::Escalate);
    }
    if far >= 4 {
        decide(&mut walk, OutcomeKind::NotConfirmed);
    }
    if far >= 5 {
        let due: Vec<_> = walk
            .signal
            .feedback_due()
            .map(|(_, message)| message.id)
            .collect();
        for message in due {
            pass(&mut walk, &ActKind::GiveFeedback(message));
        }
        pass(&mut walk, &ActKind::Close);
    }
    if place == "waiting" {
        decide(&mut walk, OutcomeKind::MoreInformation);
    }
    walk
}

/// An hour later somebody does this.
pub(crate) fn pass(walk: &mut Walk<'_>, kind: &ActKind) {
    walk.now += TimeDelta::hours(1);
    walk.act_of(kind);
}

/// The body before which the signal lies chooses an outcome of this kind.
pub(crate) fn decide(walk: &mut Walk<'_>, kind: OutcomeKind) {
    pass(walk, &decision(kind));
}

pub(crate) fn decision(kind: OutcomeKind) -> ActKind {
    ActKind::Decide {
        outcome: kind.as_str().into(),
        in_meeting: true,
    }
}

/// The decision with its words, to be changed by a test.
pub(crate) fn worded_decision(walk: &Walk<'_>, kind: OutcomeKind) -> Act {
    worded(&decision(kind), &walk.signal, walk.configuration, walk.now)
}
