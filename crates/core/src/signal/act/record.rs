// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing down what is known. Nothing is overwritten: newer stands beside older.

use super::{Act, Hand, Refusal};
use crate::{
    id::PersonId,
    report::message::LONGEST_TEXT,
    signal::{Invitation, Signal},
};

impl Signal {
    pub(super) fn record(mut self, act: Act, hand: &Hand<'_>) -> Result<Self, Refusal> {
        match act {
            Act::Assign { owner } => {
                self.lets_in(owner)?;
                self.owner = owner;
            }
            Act::Observe(observation) => {
                required(&observation.text, "text")?;
                bounded(&observation.observed, "observed")?;
                bounded(&observation.observer, "observer")?;
                self.observations.push(*observation);
            }
            Act::Assess(assessment) => {
                if assessment.forms.is_empty() {
                    return Err(Refusal::Missing("forms"));
                }
                required(&assessment.explanation, "explanation")?;
                bounded(&assessment.place, "place")?;
                self.assessments.push(*assessment);
            }
            Act::AddSubject(subject) => {
                required(&subject.value, "value")?;
                required(&subject.reason, "reason")?;
                self.subjects.push(*subject);
            }
            Act::StrikeSubject { index, reason } => {
                required(&reason, "reason")?;
                self.strike(index, reason)?;
            }
            Act::AddNote(note) => {
                required(&note.text, "text")?;
                required(&note.source, "source")?;
                self.notes.push(note);
            }
            Act::Invite {
                guest,
                meeting,
                on,
                reason,
            } => {
                required(&reason, "reason")?;
                self.lets_in(guest)?;
                self.invitations.push(Invitation {
                    guest,
                    meeting,
                    on,
                    reason,
                    by: hand.by,
                });
            }
            // Everything else moves the signal or what runs beside it.
            _ => return Err(Refusal::NotHere),
        }
        Ok(self)
    }
}

impl Signal {
    /// Nothing is given to who stays out.
    pub(super) fn lets_in(&self, person: PersonId) -> Result<(), Refusal> {
        if self.keeps_out(person) {
            Err(Refusal::KeptOut)
        } else {
            Ok(())
        }
    }

    fn strike(&mut self, index: usize, reason: String) -> Result<(), Refusal> {
        let subject = self
            .subjects
            .get_mut(index)
            .filter(|subject| subject.struck.is_none())
            .ok_or(Refusal::Missing("subject"))?;
        subject.struck = Some(reason);
        Ok(())
    }
}

/// A text must say something, and has its limit.
pub(super) fn required(text: &str, field: &'static str) -> Result<(), Refusal> {
    if crate::blank::is_blank(text) {
        Err(Refusal::Missing(field))
    } else {
        bounded(text, field)
    }
}

/// A text has its limit.
pub(super) fn bounded(text: &str, field: &'static str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        Err(Refusal::TooLong(field))
    } else {
        Ok(())
    }
}
