// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What belongs together: facts that reports and signals share, each the reason of a suggestion. A person decides.
//!
//! Facts come from what a report says, never from who reported: a reporter is no link, and is not seen through one. Nor are
//! names of persons, mail addresses or citizen numbers.

mod address;
mod body;
mod find;
pub mod likeness;
mod number;
mod website;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub(crate) use self::find::pattern;
pub use self::{body::GREETINGS, find::typed};
pub(crate) use self::{
    number::{compact, phone},
    website::website,
};
use crate::{
    id::{ReportId, SignalId},
    report::{Message, Report, Reporter},
    signal::Signal,
};

/// What two things can share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// An address.
    Address,
    /// A telephone number.
    Phone,
    /// The plate of a vehicle.
    Plate,
    /// A company, by its number in the trade register or its name.
    Company,
    /// A website or an advertisement.
    Website,
    /// Most of the text.
    Text,
    /// A conversation by mail.
    Thread,
}

impl FactKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Address,
        Self::Phone,
        Self::Plate,
        Self::Company,
        Self::Website,
        Self::Text,
        Self::Thread,
    ];

    /// The name in configuration, in the database and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Plate => "plate",
            Self::Company => "company",
            Self::Website => "website",
            Self::Text => "text",
            Self::Thread => "thread",
        }
    }

    /// Whether another municipality can be asked about it: a fact, not how somebody writes or to whom.
    pub fn can_be_asked_elsewhere(self) -> bool {
        !matches!(self, Self::Text | Self::Thread)
    }
}

/// Something by which things are found to belong together. Stored as keyed hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// What it is.
    pub kind: FactKind,
    /// In the form in which equal things are equal.
    pub value: String,
}

/// A fact that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// By which it is found.
    pub mark: Mark,
    /// As it was written.
    pub words: String,
}

/// More facts than this in one report are a list, and say nothing about what belongs together.
const MOST: usize = 40;

/// The facts in a report's texts. Some may be the reporter's own: only those of [`marks`] were kept.
pub fn facts(report: &Report) -> Vec<Fact> {
    facts_but_of(report, "")
}

/// The facts in a report's texts, without those below the writer's name.
fn facts_but_of(report: &Report, writer: &str) -> Vec<Fact> {
    let in_text = |text: &str| find::in_text(text, writer);
    let mut facts = in_text(&report.subject);
    facts.extend(in_text(&report.text));
    facts.extend(find::place(&report.place));
    let corrections = report
        .corrections
        .iter()
        .map(|correction| correction.text.as_str());
    let written = report.messages.iter().filter_map(Message::from_reporter);
    facts.extend(corrections.chain(written).flat_map(in_text));
    each_once(facts)
}

/// By what a report is found: its facts without those of the reporter, its text, and the mails that it belongs to.
pub fn marks(report: &Report, reporter: &Reporter, thread: &[String]) -> Vec<Mark> {
    // The website of the organisation from which they mail is theirs, too.
    let sites = reporter.contact.split('@').skip(1);
    let sites: Vec<_> = sites.map(|domain| format!("https://{domain}")).collect();
    let contacts = [&reporter.name, &reporter.contact, &reporter.safe_contact];
    let own: BTreeSet<Mark> = contacts
        .into_iter()
        .chain(&sites)
        .flat_map(|contact| find::anywhere(contact))
        .map(|fact| fact.mark)
        .collect();
    // However oddly a number is written where they can be reached, it is theirs.
    let digits: Vec<String> = contacts
        .into_iter()
        .map(|contact| contact.chars().filter(char::is_ascii_digit).collect())
        .collect();
    let is_own = |mark: &Mark| {
        let end = mark.value.len().saturating_sub(8);
        let number = mark.value.get(end..).filter(|_| mark.kind == FactKind::Phone);
        own.contains(mark) || number.is_some_and(|number| digits.iter().any(|own| own.contains(number)))
    };
    let facts = facts_but_of(report, &reporter.name);
    let facts = facts.into_iter().map(|fact| fact.mark);
    let bands = likeness::bands(&report.text).into_iter().map(|value| Mark {
        kind: FactKind::Text,
        value,
    });
    let mails = thread.iter().take(MOST_MAILS).map(|id| Mark {
        kind: FactKind::Thread,
        value: id.trim().to_lowercase(),
    });
    let mut marks: Vec<_> = facts
        .filter(|mark| !is_own(mark))
        .chain(bands)
        .chain(mails)
        .collect();
    marks.sort();
    marks.dedup();
    marks
}

/// Addresses in a text.
pub(crate) fn addresses(text: &str) -> Vec<Fact> {
    address::in_text(text)
}

/// How many mails of one conversation are remembered.
const MOST_MAILS: usize = 12;

/// What a signal is about, as facts: its subjects that were not struck out, its title, what was seen and where. Notes of enrichment
/// are not among them: a source was asked about this signal only.
pub fn facts_of_signal(signal: &Signal) -> Vec<Fact> {
    let live = signal.subjects.iter().filter(|subject| subject.struck.is_none());
    let mut facts: Vec<_> = live
        .flat_map(|subject| typed(subject.kind, &subject.value))
        .collect();
    facts.extend(find::in_text(&signal.title, ""));
    if let Some(assessment) = signal.assessment() {
        facts.extend(find::place(&assessment.place));
    }
    for observation in &signal.observations {
        facts.extend(find::in_text(&observation.text, ""));
    }
    each_once(facts)
}

/// The plates in a text, each with and without dashes, so that a search finds them however they are typed.
pub fn plate_spellings(text: &str) -> String {
    let plates = number::plates(text).into_iter();
    let spellings = plates.flat_map(|plate| [plate.mark.value, plate.words]);
    spellings.collect::<Vec<_>>().join(" ")
}

fn each_once(mut facts: Vec<Fact>) -> Vec<Fact> {
    let mut seen = BTreeSet::new();
    facts.retain(|fact| seen.insert(fact.mark.clone()));
    facts.truncate(MOST);
    facts
}

/// A report or a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A report.
    Report(ReportId),
    /// A signal.
    Signal(SignalId),
}

impl Thing {
    /// The identifier, as it is stored.
    pub fn id(self) -> uuid::Uuid {
        match self {
            Self::Report(id) => id.0,
            Self::Signal(id) => id.0,
        }
    }
}

/// Whose facts are compared with those of all others.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// A signal.
    pub signal: Option<SignalId>,
    /// The signal's reports, or one report.
    pub reports: Vec<ReportId>,
    /// What stands in their texts. Only what is kept of them counts.
    pub facts: Vec<Fact>,
}

/// Something that shares a fact with what was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// What they share.
    pub kind: FactKind,
    /// The fact in words; none for a text and for a conversation.
    pub fact: Option<Fact>,
    /// The report in which it stands, where it stands in one.
    pub report: Option<ReportId>,
    /// The signal in which it stands, or that the report is part of.
    pub signal: Option<SignalId>,
}

impl Sharing {
    /// What is suggested: the signal, where there is one.
    pub fn thing(&self) -> Option<Thing> {
        match (self.signal, self.report) {
            (Some(signal), _) => Some(Thing::Signal(signal)),
            (None, report) => report.map(Thing::Report),
        }
    }
}

/// What shares facts with what was compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// By fact, newest first.
    pub sharing: Vec<Sharing>,
    /// Facts that stand in so much that they say nothing, such as the number of the town hall.
    pub common: Vec<Fact>,
}

/// A fact that stands in more than so many reports and signals says nothing.
pub const COMMON: usize = 20;

/// That two things do not belong together, as far as these marks say.
#[derive(Clone, Debug)]
pub struct Apart {
    /// The one.
    pub one: Thing,
    /// The other.
    pub other: Thing,
    /// What they share all the same. For a text and a conversation the value is empty.
    pub marks: Vec<Mark>,
}
