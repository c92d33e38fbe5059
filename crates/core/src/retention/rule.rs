// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long what is kept, as a municipality writes it.

use serde::{Deserialize, Serialize};

use super::term::Term;
use crate::{id::RetentionRuleId, sharing::rule::Ground, signal::stage::Confirmation};

/// What a municipality says about keeping and destroying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The rules.
    pub rules: Vec<Rule>,
    /// After how many days the municipality has no backup of the day before any more.
    pub backups_kept_days: u16,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Short name, by which the journal and certificates name it.
    pub id: RetentionRuleId,
    /// What it is about.
    pub class: Class,
    /// Of signals: how they were closed; in any way where left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmation: Vec<Confirmation>,
    /// Of signals: whether a case with partners was made of it; whether or not where left out.
    #[serde(default)]
    pub case: Option<bool>,
    /// Of signals: whether a measure was taken; whether or not where left out.
    #[serde(default)]
    pub intervention: Option<bool>,
    /// How long it is kept; none for what is kept for ever.
    #[serde(default)]
    pub term: Option<Term>,
    /// From when the term counts.
    pub from: Start,
    /// What happens then.
    pub end: End,
    /// On which ground: Selectielijst or privacy protocol.
    pub basis: Ground,
}

/// What is kept and destroyed as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A closed signal, with its reports.
    Signal,
    /// A report that is no signal.
    Report,
    /// A question for advice that was closed.
    Advice,
    /// A request of a data subject that was answered.
    Request,
    /// A message that could not be read, once somebody dealt with it.
    Quarantined,
}

impl Class {
    /// Every class, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Signal,
        Self::Report,
        Self::Advice,
        Self::Request,
        Self::Quarantined,
    ];

    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signal => "signal",
            Self::Report => "report",
            Self::Advice => "advice",
            Self::Request => "request",
            Self::Quarantined => "quarantined",
        }
    }

    /// From when a term can count.
    pub fn starts(self) -> &'static [Start] {
        match self {
            Self::Signal => &[Start::Closed, Start::LastStrandEnded, Start::Opened],
            Self::Report => &[Start::SetAside, Start::Received],
            Self::Advice => &[Start::Closed, Start::Opened],
            Self::Request => &[Start::Answered, Start::Received],
            Self::Quarantined => &[Start::Received],
        }
    }

    /// Whether something of it is counted, so that a number can stay.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Signal | Self::Report)
    }
}

/// From when a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// It was closed.
    Closed,
    /// The last of what ran beside the main line ended; where nothing did, it was closed.
    LastStrandEnded,
    /// It was registered, or asked.
    Opened,
    /// It was found to be no signal.
    SetAside,
    /// It came in.
    Received,
    /// It was answered.
    Answered,
}

impl Start {
    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::LastStrandEnded => "last-strand-ended",
            Self::Opened => "opened",
            Self::SetAside => "set-aside",
            Self::Received => "received",
            Self::Answered => "answered",
        }
    }
}

/// What happens when the term is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// Nothing stays.
    Destroy,
    /// What is counted stays, without any key or content, and without what it could be recognised by.
    Anonymise,
    /// It is kept for ever, and brought to an archive (waardering B).
    Keep,
}

impl End {
    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Destroy => "destroy",
            Self::Anonymise => "anonymise",
            Self::Keep => "keep",
        }
    }
}

/// How a signal ended, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ending {
    /// Whether the suspicion was confirmed.
    pub confirmation: Confirmation,
    /// Whether a case with partners was made of it.
    pub case: bool,
    /// Whether a measure was taken.
    pub intervention: bool,
}

impl Rule {
    /// Whether it is about signals that ended like this.
    pub fn fits(&self, ending: Ending) -> bool {
        self.class == Class::Signal
            && (self.confirmation.is_empty() || self.confirmation.contains(&ending.confirmation))
            && self.case.is_none_or(|asked| asked == ending.case)
            && self.intervention.is_none_or(|asked| asked == ending.intervention)
    }

    /// Whether it asks how a signal ended.
    pub fn has_conditions(&self) -> bool {
        !self.confirmation.is_empty() || self.case.is_some() || self.intervention.is_some()
    }
}

impl Rules {
    /// The rule for signals that ended like this. A checked configuration has exactly one for each way in which its route can end;
    /// for what an earlier route let end otherwise there may be none, or, never guessed at, several: then none counts.
    pub fn of_ending(&self, ending: Ending) -> Option<&Rule> {
        only(self.rules.iter().filter(|rule| rule.fits(ending)))
    }

    /// The rule for something that is no signal.
    pub fn of_class(&self, class: Class) -> Option<&Rule> {
        only(self.rules.iter().filter(|rule| rule.class == class))
    }
}

fn only<'r>(mut rules: impl Iterator<Item = &'r Rule>) -> Option<&'r Rule> {
    let first = rules.next();
    if rules.next().is_some() { None } else { first }
}
