// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Source queries (bronbevragingen): one question to one named source about one subject of a signal.
//!
//! The gate is on the query. Before a source is asked it stands what is asked, on which ground, why, and who decided. First is asked
//! whether the source knows anything at all; after "no hit" it is not asked further, and the "no hit" stays. Only then are the
//! fields read that the configuration allows, and the answer is taken out when its time is over.

mod about;
mod inquiry;

use chrono::{Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

pub use self::inquiry::{Address, Inquiry, InquiryKind, InquiryProblem};
use crate::{
    calendar::dutch_date,
    configuration::register::Register,
    id::{PersonId, QueryId, RegisterId, Timestamp},
};

/// A question to a source, with everything that came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceQuery {
    /// Identifier.
    pub id: QueryId,
    /// The source.
    pub register: RegisterId,
    /// The place of its subject in the signal's list.
    pub subject: usize,
    /// What is asked.
    pub inquiry: Inquiry,
    /// The fields that are needed: no others are read.
    pub fields: Vec<String>,
    /// The ground, as it stood in the configuration when it was asked.
    pub ground: String,
    /// Why it is necessary.
    pub reason: String,
    /// Who wants to know.
    pub by: PersonId,
    /// When it was written down.
    pub at: Timestamp,
    /// Where it stands.
    pub state: QueryState,
    /// Each time that the source was asked, oldest first.
    pub attempts: Vec<Attempt>,
}

/// Where a query stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueryState {
    /// Somebody must decide whether it may be asked.
    Waiting,
    /// It may not be asked.
    Refused(QueryDecision),
    /// It is not needed any more; who said so stands as a decision.
    Withdrawn(QueryDecision),
    /// It may be asked; the decision where one was needed.
    Ready(Option<QueryDecision>),
    /// The source knows nothing.
    NoHit(Option<QueryDecision>),
    /// The source knows something; nothing was read yet.
    Hit {
        /// The decision where one was needed.
        decision: Option<QueryDecision>,
        /// In how many records.
        records: usize,
    },
    /// The source was read.
    Answered {
        /// The decision where one was needed.
        decision: Option<QueryDecision>,
        /// What it said; empty when its time is over.
        records: Vec<Record>,
        /// Whether it knows more than it gave.
        more: bool,
        /// The last day on which it is shown.
        until: NaiveDate,
    },
}

/// A decision whether a query may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryDecision {
    /// Why, or why not.
    pub reason: String,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// One time that a source was asked. It is stored before the source is asked, so that no question goes out without a trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Whether it was read, or only asked for a hit.
    pub reads: bool,
    /// How it ended; none while nobody knows.
    pub end: Option<AttemptEnd>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttemptEnd {
    /// The source answered.
    Answered,
    /// It did not.
    Failed(RegisterTrouble),
}

/// One record of an answer: fields and values, in the order of the configuration. Fields without a value are left out.
pub type Record = Vec<(String, String)>;

/// What a source says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its records; none means: no hit.
    pub records: Vec<Record>,
    /// Whether it knows more than it gave.
    pub more: bool,
}

/// Why a source did not answer. None of it stops a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterTrouble {
    /// No connection is set up here for this municipality and source.
    #[error("no connection to this source is set up")]
    NotSetUp,
    /// Nobody is there.
    #[error("the source can't be reached")]
    Unreachable,
    /// Its certificate is not trusted.
    #[error("the certificate of the source is not trusted")]
    Certificate,
    /// It took too long.
    #[error("the source did not answer in time")]
    TimedOut,
    /// It does not know who asks (401).
    #[error("the source does not accept the key or log-in")]
    LogIn,
    /// Who asks may not ask this (403).
    #[error("the source does not permit this question")]
    Forbidden,
    /// It takes the question for a wrong one (another 4xx).
    #[error("the source does not understand the question")]
    Refused,
    /// It was asked too often (429).
    #[error("the source was asked too often")]
    TooOften,
    /// It has trouble itself (5xx).
    #[error("the source has trouble itself")]
    Down,
    /// Its answer is not as published.
    #[error("the answer of the source is not understood")]
    Answer,
}

impl RegisterTrouble {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSetUp => "not-set-up",
            Self::Unreachable => "unreachable",
            Self::Certificate => "certificate",
            Self::TimedOut => "timed-out",
            Self::LogIn => "log-in",
            Self::Forbidden => "forbidden",
            Self::Refused => "refused",
            Self::TooOften => "too-often",
            Self::Down => "down",
            Self::Answer => "answer",
        }
    }
}

/// Why a query can't take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryRefusal {
    /// There is no such query.
    #[error("there is no such query")]
    Unknown,
    /// It is not at this point.
    #[error("the query is not at this point")]
    NotNow,
    /// Who wants to know can't decide.
    #[error("who wants to know can't decide")]
    Own,
    /// It is being asked at this moment.
    #[error("the source is being asked")]
    Running,
    /// What it is about was struck out since.
    #[error("what the query is about was struck out")]
    Struck,
    /// The configuration does not allow it any more, as it was written or decided.
    #[error("the configuration does not allow this query any more")]
    Changed,
    /// It asks about something else than the subject that it names.
    #[error("the query is not about its subject")]
    OtherSubject,
    /// There is no connection to the source.
    #[error("no connection to this source is set up")]
    NotConnected,
}

/// An attempt without an end counts as running for so long; a program that was killed leaves one behind.
const RUNNING: TimeDelta = TimeDelta::minutes(1);

impl SourceQuery {
    /// Somebody decides whether it may be asked.
    pub fn decide(mut self, granted: bool, decision: QueryDecision) -> Result<Self, QueryRefusal> {
        match self.state {
            QueryState::Waiting if decision.by == self.by => return Err(QueryRefusal::Own),
            QueryState::Waiting if granted => self.state = QueryState::Ready(Some(decision)),
            QueryState::Waiting => self.state = QueryState::Refused(decision),
            _ => return Err(QueryRefusal::NotNow),
        }
        Ok(self)
    }

    /// It is not needed any more: before it was asked, or after a hit that nobody reads.
    pub fn withdraw(mut self, withdrawal: QueryDecision) -> Result<Self, QueryRefusal> {
        match self.state {
            QueryState::Waiting | QueryState::Ready(_) | QueryState::Hit { .. } => {
                self.state = QueryState::Withdrawn(withdrawal);
                Ok(self)
            }
            _ => Err(QueryRefusal::NotNow),
        }
    }

    /// Whether the source can be asked now: for a hit when the query is ready, for its fields after a hit.
    pub fn may_begin(&self, reads: bool, now: Timestamp) -> Result<(), QueryRefusal> {
        match (&self.state, reads) {
            (QueryState::Ready(_), false) | (QueryState::Hit { .. }, true) => {}
            _ => return Err(QueryRefusal::NotNow),
        }
        let running = |attempt: &Attempt| attempt.end.is_none() && now - attempt.at < RUNNING;
        if self.attempts.last().is_some_and(running) {
            return Err(QueryRefusal::Running);
        }
        Ok(())
    }

    /// Writes down that the source is about to be asked.
    pub fn begin(mut self, reads: bool, now: Timestamp, by: PersonId) -> Result<Self, QueryRefusal> {
        self.may_begin(reads, now)?;
        let end = None;
        self.attempts.push(Attempt {
            at: now,
            by,
            reads,
            end,
        });
        Ok(self)
    }

    /// Writes down what the source said. An answer that came when it was not asked is none.
    pub fn end(
        mut self,
        said: Result<Answer, RegisterTrouble>,
        now: Timestamp,
        keep_days: u16,
    ) -> Result<Self, QueryRefusal> {
        let attempt = self.attempts.last_mut().filter(|attempt| attempt.end.is_none());
        let attempt = attempt.ok_or(QueryRefusal::NotNow)?;
        let reads = attempt.reads;
        attempt.end = Some(match said {
            Ok(_) => AttemptEnd::Answered,
            Err(trouble) => AttemptEnd::Failed(trouble),
        });
        let Ok(answer) = said else { return Ok(self) };
        self.state = match self.state {
            QueryState::Ready(decision) | QueryState::Hit { decision, .. } if answer.records.is_empty() => {
                QueryState::NoHit(decision)
            }
            QueryState::Ready(decision) if !reads => QueryState::Hit {
                decision,
                records: answer.records.len(),
            },
            QueryState::Hit { decision, .. } if reads => QueryState::Answered {
                decision,
                records: answer.records,
                more: answer.more,
                until: dutch_date(now) + Days::new(u64::from(keep_days)),
            },
            _ => return Err(QueryRefusal::NotNow),
        };
        Ok(self)
    }

    /// What the source said, as long as it is shown.
    pub fn records(&self, today: NaiveDate) -> &[Record] {
        match &self.state {
            QueryState::Answered { records, until, .. } if today <= *until => records,
            _ => &[],
        }
    }

    /// Takes out what the source said when its time is over. That it was asked, and when, stays.
    pub fn forget(&mut self, today: NaiveDate) {
        if let QueryState::Answered { records, until, .. } = &mut self.state
            && today > *until
        {
            records.clear();
        }
    }

    /// The fields that may be read: those that are needed, as far as the configuration still allows them.
    pub fn readable(&self, register: &Register) -> Vec<String> {
        let needed = |field: &&String| self.fields.contains(field);
        register.fields.iter().filter(needed).cloned().collect()
    }

    /// Whether the configuration in force still allows it as it was written and decided.
    pub(crate) fn still_allowed(&self, register: Option<&Register>) -> Result<(), QueryRefusal> {
        let register = register.ok_or(QueryRefusal::Changed)?;
        let decided = register.decided_by.is_none()
            || matches!(self.state, QueryState::Waiting)
            || self.decision().is_some();
        if decided && register.asks.contains(&self.inquiry.kind()) && !self.readable(register).is_empty() {
            Ok(())
        } else {
            Err(QueryRefusal::Changed)
        }
    }

    /// The decision, where one was taken.
    pub fn decision(&self) -> Option<&QueryDecision> {
        match &self.state {
            QueryState::Waiting => None,
            QueryState::Refused(decision) | QueryState::Withdrawn(decision) => Some(decision),
            QueryState::Ready(decision)
            | QueryState::NoHit(decision)
            | QueryState::Hit { decision, .. }
            | QueryState::Answered { decision, .. } => decision.as_ref(),
        }
    }
}

impl QueryState {
    /// The name in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Refused(_) => "refused",
            Self::Withdrawn(_) => "withdrawn",
            Self::Ready(_) => "ready",
            Self::NoHit(_) => "no-hit",
            Self::Hit { .. } => "hit",
            Self::Answered { .. } => "answered",
        }
    }
}
