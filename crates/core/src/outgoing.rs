// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mail that goes out. It is queued by what a person did, in the same commit; how it is sent and what became of it stands here.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::id::{FeedbackId, MessageId, MunicipalityId, OutgoingId, PersonId, ReportId, Timestamp};

/// A mail that the program sends. Sealed under the key of who reported: it names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Identifier.
    pub id: OutgoingId,
    /// The municipality that sends it.
    pub municipality: MunicipalityId,
    /// The report that it belongs to.
    pub report: ReportId,
    /// What it carries.
    pub carries: Carries,
    /// When it was released.
    pub queued_at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The Message-ID, the same at each attempt: who gets the mail twice gets the same mail twice. Nobody can guess it who did not get
    /// the mail or pass it on: a notice that it came back must name it.
    pub message_id: String,
    /// The address from which it is sent.
    pub from: String,
    /// The address to which it goes.
    pub to: String,
    /// The subject. It never says what the report is about.
    pub subject: String,
    /// The text. That of a question is emptied once it is settled: the link in it is stored nowhere else.
    pub text: String,
    /// What became of it.
    pub state: Sending,
}

/// What a mail carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "carries", rename_all = "kebab-case")]
pub enum Carries {
    /// A message that the reporter is owed.
    Feedback {
        /// Which.
        feedback: FeedbackId,
    },
    /// A question, with a link that works once.
    Question {
        /// Which.
        message: MessageId,
    },
    /// A notice to a partner's account that something stands ready; without content.
    Notice {
        /// Whose account.
        person: PersonId,
    },
}

impl Carries {
    /// The name in the journal and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Feedback { .. } => "feedback",
            Self::Question { .. } => "question",
            Self::Notice { .. } => "notice",
        }
    }
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Sending {
    /// It waits.
    Waiting {
        /// How often it was tried.
        attempts: u32,
        /// When it is tried next.
        next: Timestamp,
        /// What was said the last time, without addresses. Empty from the begin of an attempt until its end is stored: whether it was sent
        /// is not known then.
        last: String,
    },
    /// A mail server took it.
    Accepted(Acceptance),
    /// A mail server took it, and a notice says that it did not arrive. Who got the mail could have made that notice, so it proves
    /// nothing; the proof of sending stays.
    Doubted {
        /// When the notice came.
        at: Timestamp,
        /// What it says, without addresses.
        reason: String,
        /// The proof that it was sent.
        acceptance: Acceptance,
    },
    /// No mail server took it.
    Failed {
        /// When that was known.
        at: Timestamp,
        /// Why, without addresses.
        reason: String,
    },
}

/// The proof that a mail was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// When.
    pub at: Timestamp,
    /// What the mail server answered, without addresses.
    pub answer: String,
    /// SHA-256 over the bytes that were sent, in hexadecimal.
    pub sha256: String,
}

/// What came of one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// A mail server took it.
    Accepted {
        /// What it answered.
        answer: String,
        /// SHA-256 over the bytes that were sent, in hexadecimal.
        sha256: String,
    },
    /// Not now: the server did not answer, or said to try later.
    Later(String),
    /// Never: the server refused it.
    Refused(String),
}

/// The longest that a mail is tried.
const LONGEST: TimeDelta = TimeDelta::days(2);

/// The pauses after each attempt, in minutes; the last one counts on.
const PAUSES: [i64; 6] = [5, 15, 30, 60, 120, 240];

impl Sending {
    /// A new mail waits for its first attempt.
    pub fn new(now: Timestamp) -> Self {
        Self::Waiting {
            attempts: 0,
            next: now,
            last: String::new(),
        }
    }

    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::Accepted(_) => "accepted",
            Self::Doubted { .. } => "doubted",
            Self::Failed { .. } => "failed",
        }
    }

    /// When it is tried next; none for what is settled.
    pub fn next(&self) -> Option<Timestamp> {
        match self {
            Self::Waiting { next, .. } => Some(*next),
            Self::Accepted(_) | Self::Doubted { .. } | Self::Failed { .. } => None,
        }
    }
}

impl Outgoing {
    /// Begins an attempt. It is stored before anything is sent: when the program dies meanwhile, the mail is tried again after
    /// the pause, with the same Message-ID. None when it no longer waits.
    pub fn begin(mut self, now: Timestamp) -> Option<Self> {
        let Sending::Waiting { attempts, next, last } = &mut self.state else {
            return None;
        };
        let pause = usize::try_from(*attempts)
            .ok()
            .and_then(|done| PAUSES.get(done))
            .or(PAUSES.last());
        *attempts += 1;
        last.clear();
        *next = now + TimeDelta::minutes(pause.copied().unwrap_or(1));
        Some(self)
    }

    /// Records what came of an attempt. None when it no longer waits.
    pub fn record(mut self, attempt: Attempt, now: Timestamp) -> Option<Self> {
        let Sending::Waiting { attempts, next, .. } = self.state else {
            return None;
        };
        let too_late = next > self.queued_at + LONGEST;
        self.state = match attempt {
            Attempt::Accepted { answer, sha256 } => Sending::Accepted(Acceptance {
                at: now,
                answer: without_addresses(&answer, &self.to),
                sha256,
            }),
            Attempt::Later(answer) if !too_late => Sending::Waiting {
                attempts,
                next,
                last: without_addresses(&answer, &self.to),
            },
            Attempt::Later(answer) | Attempt::Refused(answer) => Sending::Failed {
                at: now,
                reason: without_addresses(&answer, &self.to),
            },
        };
        self.forget();
        Some(self)
    }

    /// A notice says afterwards that it did not arrive. None for a mail that no server took yet, and when that is known already.
    pub fn doubt(mut self, reason: &str, now: Timestamp) -> Option<Self> {
        let Sending::Accepted(acceptance) = self.state else {
            return None;
        };
        self.state = Sending::Doubted {
            at: now,
            reason: without_addresses(reason, &self.to),
            acceptance,
        };
        Some(self)
    }

    fn forget(&mut self) {
        if matches!(self.carries, Carries::Question { .. }) && self.state.next().is_none() {
            self.text.clear();
        }
    }
}

/// A text of a mail server on one line, without mail addresses and without the name in the address it was for: it stands where who
/// reported must not.
fn without_addresses(text: &str, to: &str) -> String {
    const LONGEST_ANSWER: usize = 300;
    let name = to.split('@').next().unwrap_or_default().to_lowercase();
    let parts: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.chars().count() > 2)
        .collect();
    let tells = |word: &str| {
        let word = word.to_lowercase();
        word.contains('@') || parts.iter().any(|part| word.contains(part))
    };
    let words = text
        .split_whitespace()
        .map(|word| if tells(word) { "[adres]" } else { word });
    let line = words.collect::<Vec<_>>().join(" ");
    line.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_ANSWER)
        .collect()
}

/// The one mail address in what is known of how to reach somebody: "06 0000 0001, an@post.example". None where there is none, or
/// more than one: then a person chooses.
pub fn address_in(contact: &str) -> Option<String> {
    let mut found = contact
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'))
        .map(|word| word.trim_start_matches("mailto:").trim_end_matches(['.', ':']))
        .filter(|word| is_address(word));
    let first = found.next()?;
    found.next().is_none().then(|| first.to_owned())
}

/// Whether a text is one plain mail address. Nothing that could end a header or name a second recipient is.
pub fn is_address(text: &str) -> bool {
    const LONGEST_ADDRESS: usize = 254;
    let plain = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= LONGEST_ADDRESS
        && !local.is_empty()
        && local.split('.').all(|atom| !atom.is_empty())
        && local.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_found_in_a_contact() {
        assert_eq!(address_in("an@post.example").as_deref(), Some("an@post.example"));
        assert_eq!(
            address_in("06 0000 0001, An <an@post.example>.").as_deref(),
            Some("an@post.example")
        );
        assert_eq!(address_in("an@post.example of bo@post.example"), None, "two");
        assert_eq!(address_in("085 000 0000"), None);
    }

    #[test]
    fn nothing_that_ends_a_header_is_an_address() {
        for wrong in [
            "an@post.example\r\nBcc: bo@post.example",
            "an@post.example,bo@post.example",
            "<an@post.example>",
            "an@post",
            "@post.example",
            "an..b@post.example",
            "an@-post.example",
            "an@@post.example",
            "an b@post.example",
        ] {
            assert!(!is_address(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn an_answer_names_nobody() {
        assert_eq!(
            without_addresses("550 5.1.1 <an@post.example>:\r\n user unknown", "an@post.example"),
            "550 5.1.1 [adres] user unknown"
        );
    }
}
