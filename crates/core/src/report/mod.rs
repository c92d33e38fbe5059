// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports (meldingen): what came in, by one channel, from one reporter.

pub mod code;
mod code_words;
pub mod file;
pub mod message;
pub mod state;
pub mod tip;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::{
    file::{Attachment, CleanCopy, Compartment, Scan},
    message::{Message, MessageKind, QuestionState, Way},
    state::{ReportRefusal, ReportState, SetAsideReason},
};
use crate::{
    configuration::{feedback::Moment, public::PublicLanguage},
    id::{AreaId, ChannelId, FileId, MunicipalityId, OutgoingId, PartnerId, PersonId, ReportId, Timestamp},
    outgoing::Carries,
    retention::hold::Hold,
    signal::feedback::{Feedback, FeedbackWay},
};

/// Who reported, as far as the route looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReporterKind {
    /// Somebody who lives or works in the municipality.
    Resident,
    /// A partner in the chain.
    ChainPartner,
    /// An official of the municipality.
    Official,
    /// An enforcement officer.
    Enforcement,
    /// Nobody knows who, such as in a forwarded tip.
    Anonymous,
}

impl ReporterKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Resident,
        Self::ChainPartner,
        Self::Official,
        Self::Enforcement,
        Self::Anonymous,
    ];

    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::ChainPartner => "chain-partner",
            Self::Official => "official",
            Self::Enforcement => "enforcement",
            Self::Anonymous => "anonymous",
        }
    }
}

/// How open the reporter is about who they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Openness {
    /// The municipality knows who it is and may say so where needed.
    #[default]
    Open,
    /// The municipality knows who it is and keeps it to itself.
    Confidential,
    /// Nobody knows.
    Anonymous,
}

/// Who reported. Sealed under a key of its own; not part of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    /// Name.
    pub name: String,
    /// Mail address, telephone number or the like.
    pub contact: String,
    /// How to reach the reporter without danger, such as "only by phone, in the morning".
    pub safe_contact: String,
}

impl Reporter {
    /// Whether nothing at all is known.
    pub fn is_unknown(&self) -> bool {
        self.name.is_empty() && self.contact.is_empty() && self.safe_contact.is_empty()
    }
}

/// One thing that came in, by one channel. What was received never changes; corrections stand beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Identifier.
    pub id: ReportId,
    /// The municipality that received it.
    pub municipality: MunicipalityId,
    /// The municipality that it is about.
    pub area: AreaId,
    /// When it came in.
    pub received_at: Timestamp,
    /// By which channel.
    pub channel: ChannelId,
    /// The kind of reporter.
    pub reporter_kind: ReporterKind,
    /// The organisation of the reporter, where it is a partner of the configuration.
    pub partner: Option<PartnerId>,
    /// How open the reporter is.
    pub openness: Openness,
    /// Whether the reporter can be reached.
    pub contact_known: bool,
    /// Whether the reporter can read here what is written to them: with a code of words, or with an account.
    #[serde(default)]
    pub reads_online: bool,
    /// Who typed it in; nobody for mail.
    pub typed_by: Option<PersonId>,
    /// Subject of the mail, or one line that says what it is about.
    pub subject: String,
    /// What was received, as text.
    pub text: String,
    /// Where it happens.
    pub place: String,
    /// When it was seen, in the reporter's words.
    pub observed: String,
    /// Whether the reporter saw it, or heard it from somebody else.
    pub first_hand: Option<bool>,
    /// Facts of the mail, where it came by mail.
    pub mail: Option<MailFacts>,
    /// Files that came with it: attachments of a mail, photos of a form.
    #[serde(default)]
    pub files: Vec<Attachment>,
    /// What the municipality and the reporter wrote to each other after the report, oldest first.
    #[serde(default)]
    pub messages: Vec<Message>,
    /// In which language it was written by the public form.
    #[serde(default)]
    pub language: Option<PublicLanguage>,
    /// Whether something stands here that the reporter was told and has not opened yet.
    #[serde(default)]
    pub told: bool,
    /// Mails about it that did not arrive, oldest first.
    #[serde(default)]
    pub undelivered: Vec<Undelivered>,
    /// Corrections and additions, oldest first.
    pub corrections: Vec<Correction>,
    /// What became of it.
    pub state: ReportState,
    /// Messages that the reporter is owed as long as the report is no part of a signal.
    pub feedback: Vec<Feedback>,
    /// That it must stay, whatever the rules of retention say.
    #[serde(default)]
    pub hold: Option<Hold>,
}

/// Facts of a received mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "facts, each on its own")]
pub struct MailFacts {
    /// The original, sealed under the key of who reported: it names its sender.
    pub original: Option<FileId>,
    /// The date that the sender gave.
    pub sent_on: Option<Timestamp>,
    /// Results of SPF, DKIM and DMARC as the receiving server wrote them; information, never a right.
    pub authentication: Vec<String>,
    /// Whether the text was made from HTML.
    pub from_html: bool,
    /// The partner that the sender's address suggests, until a person says whether it is; gives nobody a right.
    #[serde(default)]
    pub suggested_partner: Option<PartnerId>,
    /// Kind of signature that the mail carries; not verified.
    pub signature: Option<String>,
    /// Whether somebody sent on a mail of somebody else.
    pub forwarded: bool,
    /// Whether a message with the same Message-ID and date, but other content, came before.
    #[serde(default)]
    pub known_id: bool,
    /// Whether a part was torn or wrongly encoded: text or files may be incomplete.
    #[serde(default)]
    pub damaged: bool,
}

/// A correction or an addition. It stands beside what was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The corrected text.
    pub text: String,
    /// Why.
    pub reason: String,
    /// What was found out about the report beside its text.
    #[serde(default)]
    pub completed: Completed,
}

/// What was found out about a report after it came in; empty where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed {
    /// Where it happens.
    pub place: String,
    /// When it was seen.
    pub observed: String,
    /// Whether the reporter saw it.
    pub first_hand: Option<bool>,
}

/// A mail that did not arrive, or that is said not to have arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    /// The mail.
    pub mail: OutgoingId,
    /// What it carries.
    pub carries: Carries,
    /// When that was known.
    pub at: Timestamp,
    /// What a person did then; nobody yet where empty.
    pub settled: Option<Settled>,
}

/// What a person did when a mail did not arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// How the message was given then; none where it is not given.
    pub way: Option<FeedbackWay>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// What waits here for a reporter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// A question, until it is answered or taken back.
    Question,
    /// A message, until it is opened.
    Message,
}

impl Report {
    /// The day it came in, in the Netherlands.
    pub fn received_on(&self) -> NaiveDate {
        crate::calendar::dutch_date(self.received_at)
    }

    /// The account of whoever reported, where they used the form for their role: they read here how it stands.
    pub fn account(&self) -> Option<PersonId> {
        self.typed_by.filter(|_| self.reads_online)
    }

    /// The partner that the address of its mail suggests, as long as no person has said whether it is.
    pub fn suggested_partner(&self) -> Option<&PartnerId> {
        self.mail.as_ref()?.suggested_partner.as_ref()
    }

    /// What waits here for who reported; a question comes first.
    pub fn news(&self) -> Option<News> {
        let asked = self.messages.iter().any(|message| {
            matches!(
                message.kind,
                MessageKind::Question {
                    partner: None,
                    way: Way::Online,
                    state: QuestionState::Open,
                    ..
                }
            )
        });
        let told = self.told.then_some(News::Message);
        if asked { Some(News::Question) } else { told }
    }

    /// Whether who reported comes back with a code.
    pub fn has_code(&self) -> bool {
        self.reads_online && self.account().is_none()
    }

    /// The newest text: the last correction, else what was received.
    pub fn current_text(&self) -> &str {
        self.corrections
            .last()
            .map_or(&self.text, |correction| &correction.text)
    }

    /// Messages that can be given now. What was decided can be told when something was: a new report waits for that.
    pub fn feedback_due(&self) -> impl Iterator<Item = &Feedback> {
        let told = |message: &&Feedback| match self.state {
            ReportState::New => message.moment == Moment::Receipt,
            ReportState::SetAside { .. } => true,
            // The signal has them.
            ReportState::Registered { .. } => false,
        };
        self.feedback
            .iter()
            .filter(|message| message.is_due())
            .filter(told)
    }
}
