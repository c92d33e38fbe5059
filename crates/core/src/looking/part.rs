// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What part somebody had in a signal, and when: the work that a look belongs to.

use chrono::TimeDelta;

use super::pattern::Look;
use crate::{
    audit::{Event, Line},
    calendar::dutch_midnight,
    configuration::{Configuration, route::StepKind},
    id::{PersonId, Timestamp},
    policy::role::Role,
    signal::Signal,
};

/// Whose part it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of a person.
    Person(PersonId),
    /// Of everybody who held a role.
    Role(Role),
}

/// A part in a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose.
    pub whose: Whose,
    /// From when.
    pub from: Timestamp,
    /// Until when; none where it goes on.
    pub until: Option<Timestamp>,
}

impl Part {
    /// Whether a look belongs to it: by the same person or role, not longer before or after it than this.
    pub fn explains(&self, look: &Look, margin: TimeDelta) -> bool {
        let theirs = match self.whose {
            Whose::Person(person) => person == look.person,
            Whose::Role(role) => look.roles.contains(&role),
        };
        let begun = self.from - margin <= look.at;
        theirs && begun && self.until.is_none_or(|until| look.at <= until + margin)
    }
}

/// The parts that a signal tells of: its owner, who was given something, who was invited, and the roles whose step it was.
pub fn of_signal(signal: &Signal, configuration: &Configuration) -> Vec<Part> {
    let person = |person, from, until| Part {
        whose: Whose::Person(person),
        from,
        until,
    };
    let closed = signal.stage.is_closed().then(|| signal.stage.since());
    let mut parts = vec![person(signal.owner, signal.opened_at, closed)];
    parts.extend(signal.strands.iter().flat_map(|strand| {
        let until = (!strand.is_open()).then(|| dutch_midnight(strand.due));
        strand
            .kind
            .doers()
            .map(move |doer| person(doer, strand.at, until))
    }));
    parts.extend(signal.invitations.iter().map(|invitation| {
        let on = dutch_midnight(invitation.on);
        person(invitation.guest, on, Some(on + TimeDelta::days(1)))
    }));
    for visit in &signal.visits {
        let mut roles = Vec::new();
        let step = configuration.route.step_or_successor(&visit.step);
        roles.extend(step.map(|step| step.owner));
        roles.extend(
            step.filter(|step| step.kind == StepKind::Body)
                .map(|_| Role::BodyMember),
        );
        let gates = configuration.route.gates.iter();
        let gates = gates.filter(|gate| signal.gates.iter().any(|decided| decided.gate == gate.id));
        roles.extend(gates.map(|gate| gate.decided_by));
        // At a coordinator's step its owner moves it, and nobody else has to look.
        let others = roles.into_iter().filter(|role| *role != Role::Coordinator);
        parts.extend(others.map(|role| Part {
            whose: Whose::Role(role),
            from: visit.from,
            until: visit.until,
        }));
    }
    parts
}

/// The part that a line of the journal about a signal tells of: who did something with it, was given it, or reviewed who looked.
pub fn of_line(line: &Line) -> Option<Part> {
    let at = |person| Part {
        whose: Whose::Person(person),
        from: line.at,
        until: Some(line.at),
    };
    if let Some(Event::OwnerChanged { owner }) = line.detail.as_ref().map(|detail| &detail.event) {
        return Some(at(*owner));
    }
    line.person.filter(|_| explains(&line.action)).map(at)
}

/// Whether having done something explains looking: whatever was no look, and reviewing who looked.
pub fn explains(action: &str) -> bool {
    let looked = Event::LOOKS.contains(&action) || Event::READS.contains(&action);
    !looked || action == "who-looked-seen"
}
