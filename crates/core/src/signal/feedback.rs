// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Feedback (terugkoppeling): what a reporter is owed, and what became of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::dutch_date,
    configuration::{
        Configuration, deadline,
        fact::Facts,
        feedback::{FeedbackLevel, Moment},
    },
    id::{FeedbackId, Minter, PersonId, Timestamp},
    report::{Openness, Report},
};

/// A message that a reporter is owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Identifier.
    pub id: FeedbackId,
    /// When it is owed.
    pub moment: Moment,
    /// What became of it.
    pub state: FeedbackState,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum FeedbackState {
    /// Still owed.
    Due {
        /// By when; for the outcome counted anew when the signal reaches the feedback step.
        by: NaiveDate,
    },
    /// Given: released by a person.
    Given {
        /// The text that was given.
        text: String,
        /// How it was given.
        way: FeedbackWay,
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
    /// Not given, with the reason of the person who decided so.
    Withheld {
        /// Why.
        reason: String,
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
    /// Not owed by the municipality's policy.
    NotOwed {
        /// The reason that the policy states, in Dutch.
        reason: String,
    },
}

/// How a message was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum FeedbackWay {
    /// By mail, from one's own mail program.
    Mail,
    Phone,
    InPerson,
    Letter,
    /// By mail, sent from here.
    Sent,
    /// The reporter reads it with a code of words, or with an account.
    Online,
}

impl FeedbackWay {
    /// Every way, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Online,
        Self::Sent,
        Self::Mail,
        Self::Phone,
        Self::InPerson,
        Self::Letter,
    ];

    /// The ways in which a person gives a message.
    pub const BY_HAND: [Self; 4] = [Self::Mail, Self::Phone, Self::InPerson, Self::Letter];

    /// The ways that are open to who made a report: here for who reads here, by mail where the program can, and by hand to somebody who
    /// is known. To somebody who is anonymous no other way leads than the code.
    pub fn open_to(report: &Report, sends: bool) -> impl Iterator<Item = Self> {
        let named = report.openness != Openness::Anonymous;
        let by_hand = named && (report.contact_known || !report.reads_online);
        let reads_online = report.reads_online;
        Self::ALL.into_iter().filter(move |way| match way {
            Self::Online => reads_online,
            Self::Sent => named && sends,
            Self::Mail | Self::Phone | Self::InPerson | Self::Letter => by_hand,
        })
    }

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::InPerson => "in-person",
            Self::Letter => "letter",
            Self::Online => "online",
        }
    }
}

impl Feedback {
    /// Whether a person has given or withheld it.
    pub fn is_settled(&self) -> bool {
        matches!(
            self.state,
            FeedbackState::Given { .. } | FeedbackState::Withheld { .. }
        )
    }

    /// Whether it is in time at a moment; none where it is not owed any more.
    pub fn in_time(&self, at: Timestamp) -> Option<bool> {
        match self.state {
            FeedbackState::Due { by } => Some(dutch_date(at) <= by),
            _ => None,
        }
    }

    /// Whether it is still owed.
    pub fn is_due(&self) -> bool {
        matches!(self.state, FeedbackState::Due { .. })
    }
}

/// The messages that a report's reporter is owed by the policy, as long as nothing has been given.
pub fn owed(configuration: &Configuration, report: &Report, minter: &dyn Minter) -> Vec<Feedback> {
    let Some(rule) = configuration.feedback_rule(report.reporter_kind) else {
        return Vec::new();
    };
    if rule.level == FeedbackLevel::None {
        let reason = rule
            .reason
            .as_ref()
            .map(|reason| reason.nl.clone())
            .unwrap_or_default();
        let id = FeedbackId(minter.mint());
        return vec![Feedback {
            id,
            moment: Moment::Outcome,
            state: FeedbackState::NotOwed { reason },
        }];
    }
    let facts = Facts {
        channels: [report.channel.clone()].into(),
        reporters: [report.reporter_kind].into(),
        contact_known: report.contact_known,
        ..Facts::default()
    };
    let from = report.received_on();
    let by = deadline::due(&rule.deadline, &facts, from)
        .unwrap_or_else(|| configuration.route.attention_after.after(from));
    let due = |moment| Feedback {
        id: FeedbackId(minter.mint()),
        moment,
        state: FeedbackState::Due { by },
    };
    rule.level.moments().iter().copied().map(due).collect()
}

/// Counts anew, from today, by when a reporter must hear the outcome. Of the signal's facts the assessment counts; channel, kind and
/// contact are the reporter's own.
pub(super) fn count_anew(
    link: &mut super::LinkedReport,
    configuration: &Configuration,
    signal: &Facts,
    now: Timestamp,
) {
    let facts = Facts {
        channels: [link.channel.clone()].into(),
        reporters: [link.reporter_kind].into(),
        contact_known: link.contact_known,
        ..signal.clone()
    };
    let today = dutch_date(now);
    let by = configuration
        .feedback_rule(link.reporter_kind)
        .and_then(|rule| deadline::due(&rule.deadline, &facts, today))
        .unwrap_or_else(|| configuration.route.attention_after.after(today));
    let outcomes = link
        .feedback
        .iter_mut()
        .filter(|message| message.is_due() && message.moment == Moment::Outcome);
    for message in outcomes {
        message.state = FeedbackState::Due { by };
    }
}
