// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Fields of a form that is made from the configuration: which fields there are depends on the outcomes, forms and lists of the
//! municipality, so they are values. Forms with fixed fields use the macros in `fields.html`.

use askama::Template;
use serde::Deserialize;

use crate::{form::Problems, lang::Lang};

/// What was sent: names and texts, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Given(Vec<(String, String)>);

impl Given {
    /// The text of a field, without spaces around it; empty where it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value of a field that can be chosen more than once.
    pub(crate) fn all<'g>(&'g self, name: &str) -> impl Iterator<Item = &'g str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, text)| text.trim())
    }

    /// All that was written in it, other than what the page put there itself.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let own = ["csrf", "visits", "form", "gezien", "mag", "outcome"];
        let written = self.0.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        written.map(|(_, text)| text.as_str()).collect()
    }

    /// What is longer than fits.
    pub(crate) fn too_long(&self) -> Problems {
        let mut problems = Problems::none();
        for (name, text) in &self.0 {
            problems.fits(name, text);
        }
        problems
    }

    /// Whether a form was sent at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a field, or what a new form begins with.
    pub(crate) fn or<'g>(&'g self, name: &str, begin: &'g str) -> &'g str {
        if self.is_empty() { begin } else { self.get(name) }
    }
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// One line.
    Line,
    /// Several lines.
    Lines(u8),
    /// A day.
    Day,
    /// One of these, from a list.
    List(Vec<Choice>),
    /// One of these.
    One(Vec<Choice>),
    /// Any of these.
    Any(Vec<Choice>),
}

/// Something that can be chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) hint: String,
    pub(crate) chosen: bool,
}

impl Choice {
    pub(crate) fn new(value: impl std::fmt::Display, name: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            name: name.into(),
            ..Self::default()
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// A field.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/signal/field.html")]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) optional: String,
    pub(crate) problem: String,
    pub(crate) value: String,
    pub(crate) way: Way,
}

impl Field {
    pub(crate) fn new(name: impl Into<String>, label: impl Into<String>, way: Way) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            hint: String::new(),
            optional: String::new(),
            problem: String::new(),
            value: String::new(),
            way,
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// May stay empty; says so beside its name.
    pub(crate) fn optional(mut self, lang: Lang) -> Self {
        self.optional = lang.t("act-optional");
        self
    }

    /// Filled with what was sent, or with what a new form begins with, and with its problem.
    pub(crate) fn filled(mut self, given: &Given, begin: &str, problems: &Problems, lang: Lang) -> Self {
        given.or(&self.name, begin).clone_into(&mut self.value);
        let value = self.value.clone();
        match &mut self.way {
            Way::List(choices) | Way::One(choices) => {
                for choice in choices {
                    choice.chosen = choice.value == value;
                }
            }
            Way::Any(choices) if !given.is_empty() => {
                let name = self.name.as_str();
                for choice in choices {
                    choice.chosen = given.all(name).any(|value| value == choice.value);
                }
            }
            Way::Any(_) | Way::Line | Way::Lines(_) | Way::Day => {}
        }
        self.problem = problems
            .of(&self.name)
            .map_or_else(String::new, |key| lang.t(key));
        self
    }

    fn is_one(&self) -> bool {
        matches!(self.way, Way::One(_))
    }

    /// Few and short answers stand beside each other.
    fn is_short(&self, choices: &[Choice]) -> bool {
        self.is_one() && choices.len() < 4 && choices.iter().all(|choice| choice.hint.is_empty())
    }

    fn described(&self) -> bool {
        !self.hint.is_empty() || !self.problem.is_empty()
    }
}

/// Fields that belong together: all of a form, those of one outcome, or a list that is closed until opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) legend: String,
    /// The outcome for which they count; empty for always.
    pub(crate) outcome: String,
    /// One line that opens them; empty where they are always open.
    pub(crate) summary: String,
    pub(crate) open: bool,
    pub(crate) note: String,
    pub(crate) fields: Vec<Field>,
}

/// What is not in order, for the top of the page: the field, and its question with the problem.
pub(crate) fn wrong<'f, F>(fields: F) -> Vec<(String, String)>
where
    F: IntoIterator<Item = &'f Field>,
{
    let wrong = fields.into_iter().filter(|field| !field.problem.is_empty());
    let line = |field: &Field| {
        let between = if field.label.ends_with('?') { " " } else { ": " };
        (
            field.name.clone(),
            format!("{}{between}{}", field.label, field.problem),
        )
    };
    wrong.map(line).collect()
}
