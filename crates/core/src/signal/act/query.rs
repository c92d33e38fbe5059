// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources: written down, decided, asked, and forgotten in time.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Hand, Refusal, words};
use crate::{
    configuration::Configuration,
    enrichment::{Answer, Inquiry, QueryDecision, QueryRefusal, QueryState, RegisterTrouble, SourceQuery},
    id::{QueryId, RegisterId},
    signal::Signal,
};

/// A question to a source that somebody wants to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuery {
    /// The source.
    pub register: RegisterId,
    /// The place of the subject in the signal's list.
    pub subject: usize,
    /// What is asked.
    pub inquiry: Inquiry,
    /// The fields that are needed.
    pub fields: BTreeSet<String>,
    /// Why it is necessary.
    pub reason: String,
}

/// A step of a question to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryStep {
    /// Somebody decides whether it may be asked.
    Decide {
        /// Yes or no.
        granted: bool,
        /// Why.
        reason: String,
    },
    /// It is not needed any more.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// The source is about to be asked whether it knows anything.
    Look,
    /// The source is about to be read.
    Read,
    /// The source answered, or did not.
    End(Result<Answer, RegisterTrouble>),
}

impl QueryStep {
    /// The name of the step.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Decide { .. } => "decide",
            Self::Withdraw { .. } => "withdraw",
            Self::Look => "look",
            Self::Read => "read",
            Self::End(_) => "end",
        }
    }
}

impl Signal {
    /// The query with this identifier.
    pub fn query(&self, id: QueryId) -> Option<&SourceQuery> {
        self.queries.iter().find(|query| query.id == id)
    }

    /// The queries about the subject with this place in the list.
    pub fn asked_about(&self, subject: usize) -> Vec<&SourceQuery> {
        let all = self.queries.iter();
        all.filter(|query| query.subject == subject).collect()
    }

    /// Whether the source may be asked or permitted to be asked now: its subject counts, and the configuration allows it.
    pub(super) fn still_asks(&self, configuration: &Configuration, id: QueryId) -> Result<(), QueryRefusal> {
        let query = self.query(id).ok_or(QueryRefusal::Unknown)?;
        let subject = self.subjects.get(query.subject);
        if subject.is_none_or(|subject| subject.struck.is_some()) {
            return Err(QueryRefusal::Struck);
        }
        query.still_allowed(configuration.register(&query.register))
    }

    pub(super) fn ask_source(mut self, new: NewQuery, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let register = hand.configuration.register(&new.register);
        let register = register.ok_or(Refusal::Missing("register"))?;
        let subject = self.subjects.get(new.subject);
        let subject = subject.filter(|subject| subject.struck.is_none());
        let subject = subject.ok_or(Refusal::Missing("subject"))?;
        if !register.asks.contains(&new.inquiry.kind()) {
            return Err(Refusal::Missing("inquiry"));
        }
        let inquiry = new
            .inquiry
            .checked()
            .map_err(|problem| Refusal::Missing(problem.0))?;
        inquiry
            .is_about(subject, &self.asked_about(new.subject))
            .or(Err(QueryRefusal::OtherSubject))?;
        let needed = |field: &&String| new.fields.contains(*field);
        let fields: Vec<String> = register.fields.iter().filter(needed).cloned().collect();
        if fields.is_empty() || fields.len() < new.fields.len() {
            return Err(Refusal::Missing("fields"));
        }
        self.queries.push(SourceQuery {
            id: hand.minter.mint().into(),
            register: new.register,
            subject: new.subject,
            inquiry,
            fields,
            ground: register.ground.text.clone(),
            reason: words(new.reason, "reason")?,
            by: hand.by,
            at: hand.now,
            state: if register.decided_by.is_some() {
                QueryState::Waiting
            } else {
                QueryState::Ready(None)
            },
            attempts: Vec::new(),
        });
        Ok(self)
    }

    pub(super) fn step_query(
        mut self,
        id: QueryId,
        step: QueryStep,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        if matches!(step, QueryStep::Decide { granted: true, .. }) {
            self.still_asks(hand.configuration, id)?;
        }
        let query = self.queries.iter_mut().find(|query| query.id == id);
        let query = query.ok_or(QueryRefusal::Unknown)?;
        let register = hand.configuration.register(&query.register);
        let said_by = |reason: String| -> Result<QueryDecision, Refusal> {
            Ok(QueryDecision {
                reason: words(reason, "reason")?,
                by: hand.by,
                at: hand.now,
            })
        };
        let asked = query.clone();
        *query = match step {
            QueryStep::Decide { granted, reason } => asked.decide(granted, said_by(reason)?)?,
            QueryStep::Withdraw { reason } => asked.withdraw(said_by(reason)?)?,
            QueryStep::Look => asked.begin(false, hand.now, hand.by)?,
            QueryStep::Read => asked.begin(true, hand.now, hand.by)?,
            // A source that was taken out of the configuration meanwhile is not kept longer than today.
            QueryStep::End(said) => asked.end(said, hand.now, register.map_or(0, |r| r.keep_days))?,
        };
        Ok(self)
    }

    pub(super) fn forget_answers(&mut self, today: NaiveDate) {
        for query in &mut self.queries {
            query.forget(today);
        }
    }
}
