// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The way of one signal over the route, as the journal tells it.

use chrono::TimeDelta;

use super::To;
use crate::{
    audit::Event,
    id::{StepId, Timestamp},
};

/// The way of one signal so far.
#[derive(Default)]
pub(super) struct Way {
    pub(super) registered: bool,
    pub(super) stays: Vec<Stay>,
    pub(super) moves: Vec<(StepId, To)>,
    /// Since when it waits for what the last step sent out.
    waiting: Option<Timestamp>,
    closed: bool,
}

/// A visit to a step.
pub(super) struct Stay {
    pub(super) step: StepId,
    pub(super) from: Timestamp,
    /// Until when; open while it is there.
    pub(super) until: Option<Timestamp>,
    /// How long the signal waited afterwards for what the step sent out.
    pub(super) waited: Option<TimeDelta>,
}

impl Way {
    /// Something happened.
    pub(super) fn pass(&mut self, event: &Event, at: Timestamp) {
        match event {
            Event::SignalRegistered { step, .. } => {
                self.registered = true;
                if let Some(step) = step {
                    self.come_to(step.clone(), at);
                }
            }
            Event::MovedOn { from, to } => {
                // Journals from before the first step was noted: the signal came to it when it was registered.
                if self.stays.is_empty() {
                    self.come_to(from.clone(), at);
                }
                self.go_to(To::Step(to.clone()), at);
                self.come_to(to.clone(), at);
            }
            Event::SentBack { to, .. } => {
                self.go_to(To::Step(to.clone()), at);
                self.come_to(to.clone(), at);
            }
            Event::Decided { kind, .. } if kind.waits() => {
                self.leave(at);
                self.waiting = Some(at);
            }
            Event::SignalClosed { confirmation, .. } => {
                self.go_to(To::End(*confirmation), at);
                self.closed = true;
            }
            _ => {}
        }
    }

    /// The step at which it is, or that sent out what it waits for.
    pub(super) fn is_at(&self) -> Option<&StepId> {
        let last = self.stays.last().filter(|_| !self.closed)?;
        Some(&last.step)
    }

    fn come_to(&mut self, step: StepId, at: Timestamp) {
        self.stays.push(Stay {
            step,
            from: at,
            until: None,
            waited: None,
        });
    }

    fn go_to(&mut self, to: To, at: Timestamp) {
        self.leave(at);
        let since = self.waiting.take();
        if let Some(last) = self.stays.last_mut() {
            last.waited = since.map(|since| at - since);
            self.moves.push((last.step.clone(), to));
        }
    }

    fn leave(&mut self, at: Timestamp) {
        if let Some(last) = self.stays.last_mut() {
            last.until.get_or_insert(at);
        }
    }
}
