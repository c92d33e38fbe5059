// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What each kind of reporter hears back, and the texts that a person starts from.

use serde::{Deserialize, Serialize};

use super::{
    Configuration,
    deadline::Deadline,
    outcome::OutcomeKind,
    text::{Language, Text},
};
use crate::report::ReporterKind;

/// What a kind of reporter hears back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackRule {
    /// The kind of reporter.
    pub reporter: ReporterKind,
    /// How much they hear.
    pub level: FeedbackLevel,
    /// Why, where they hear nothing. Recorded with each report.
    pub reason: Option<Text>,
    /// By when each message is due; where left out the route's time of attention counts.
    #[serde(default)]
    pub deadline: Vec<Deadline>,
}

/// How much a reporter hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeedbackLevel {
    /// Nothing; the reason is recorded.
    None,
    /// That the report came in.
    Receipt,
    /// That it came in, and that it has been dealt with.
    Progress,
    /// What was decided.
    Outcome,
    /// What was decided, what was done and what came of it.
    ActionsAndResults,
}

impl FeedbackLevel {
    /// The messages that are owed.
    pub fn moments(self) -> &'static [Moment] {
        match self {
            Self::None => &[],
            Self::Receipt => &[Moment::Receipt],
            Self::Progress => &[Moment::Receipt, Moment::Outcome],
            Self::Outcome | Self::ActionsAndResults => &[Moment::Outcome],
        }
    }
}

/// When a message is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// When the report came in.
    Receipt,
    /// When the signal has been dealt with.
    Outcome,
}

/// A text that a person starts from. The placeholders are `{number}`, `{received}`, `{municipality}` and `{outcome}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Short name.
    pub id: String,
    /// The kind of reporter it is for.
    pub reporter: ReporterKind,
    /// The message it is for.
    pub moment: Moment,
    /// The outcome it is for; any, where left out.
    pub result: Option<OutcomeKind>,
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

/// What stands in the place of a template's placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// Number of the report.
    pub number: &'a str,
    /// The day it came in, in words.
    pub received: &'a str,
    /// What was decided, in words.
    pub outcome: &'a str,
}

impl Configuration {
    /// The text to start from when giving feedback, filled in: the one for this outcome, else the one for any. Empty where the
    /// configuration has none.
    pub fn feedback_text(
        &self,
        (reporter, moment): (ReporterKind, Moment),
        result: Option<OutcomeKind>,
        language: Language,
        filling: Filling<'_>,
    ) -> String {
        let fits = |t: &&Template| t.reporter == reporter && t.moment == moment;
        let exact = self
            .templates
            .iter()
            .filter(fits)
            .find(|t| t.result.is_some() && t.result == result);
        let Some(template) =
            exact.or_else(|| self.templates.iter().filter(fits).find(|t| t.result.is_none()))
        else {
            return String::new();
        };
        let text = match language {
            Language::Nl => &template.nl,
            Language::En => &template.en,
        };
        text.trim()
            .replace("{number}", filling.number)
            .replace("{received}", filling.received)
            .replace("{municipality}", &self.municipality.name)
            .replace("{outcome}", filling.outcome)
    }
}
