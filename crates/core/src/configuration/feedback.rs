// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What each kind of reporter hears back, and the texts that a person starts from.

use std::cmp::Reverse;

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
    /// Whether it is for a report that was looked at and is no signal: nothing was discussed then.
    #[serde(default)]
    pub set_aside: bool,
    /// Whether it is for who comes back with a code only.
    #[serde(default)]
    pub code: bool,
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

/// What stands in the place of a template's placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// What the reporter knows the report by: [`crate::id::ReportId::reference`].
    pub reference: &'a str,
    /// The day it came in, in words.
    pub received: &'a str,
    /// What was decided, in words.
    pub outcome: &'a str,
}

/// For whom and when a text is sought.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The kind of reporter.
    pub reporter: ReporterKind,
    /// The message.
    pub moment: Moment,
    /// The outcome, where there is one.
    pub result: Option<OutcomeKind>,
    /// Whether the report is no signal.
    pub set_aside: bool,
    /// Whether the reporter comes back with a code.
    pub code: bool,
}

impl Template {
    /// Whether it can be used. What says that something was discussed is not for a report that was set aside.
    fn fits(&self, occasion: Occasion) -> bool {
        let about_this = self.reporter == occasion.reporter && self.moment == occasion.moment;
        let of_result = self.result.is_none() || self.result == occasion.result;
        let of_end = self.set_aside == occasion.set_aside || (occasion.set_aside && self.result.is_some());
        about_this && of_result && of_end && (!self.code || occasion.code)
    }
}

impl Configuration {
    /// The text to start from when giving feedback, filled in: the one for this outcome and this way back, else the one for any. Empty
    /// where the configuration has none.
    pub fn feedback_text(&self, occasion: Occasion, language: Language, filling: Filling<'_>) -> String {
        let fitting = self.templates.iter().filter(|template| template.fits(occasion));
        let best = fitting.min_by_key(|template| Reverse((template.result.is_some(), template.code)));
        let Some(template) = best else {
            return String::new();
        };
        let text = match language {
            Language::Nl => &template.nl,
            Language::En => &template.en,
        };
        text.trim()
            .replace("{number}", filling.reference)
            .replace("{received}", filling.received)
            .replace("{municipality}", &self.municipality.name)
            .replace("{outcome}", filling.outcome)
    }
}
