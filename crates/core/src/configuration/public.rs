// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a municipality shows to anybody: where to report, and the public form where it has one. In four languages: those of the screens,
//! and Ukrainian and Russian.

use serde::{Deserialize, Serialize};

/// A language of the public pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicLanguage {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
    /// Russian.
    Ru,
}

/// A text of the public pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicText {
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
    /// The Ukrainian text.
    pub uk: String,
    /// The Russian text.
    pub ru: String,
}

impl PublicText {
    /// The text in a language.
    pub fn of(&self, language: PublicLanguage) -> &str {
        match language {
            PublicLanguage::Nl => &self.nl,
            PublicLanguage::En => &self.en,
            PublicLanguage::Uk => &self.uk,
            PublicLanguage::Ru => &self.ru,
        }
    }
}

/// The page that says where to report (Waar kan ik melden?).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhereToReport {
    /// Whether there is such a page, and where it is left to.
    pub page: PublicPage,
    /// Where one can report, in the order of the page.
    pub places: Vec<Place>,
}

impl WhereToReport {
    /// Whether anybody can read the page.
    pub fn is_shown(&self) -> bool {
        self.page.enabled && !self.places.is_empty()
    }
}

/// Whether there is a public page, and where it is left to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicPage {
    /// Whether anybody can read it.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Where the button to leave the page at once goes to.
    pub leave_to: String,
}

const fn yes() -> bool {
    true
}

impl Default for PublicPage {
    /// Of a configuration that was written before there was such a page: it has none.
    fn default() -> Self {
        Self {
            enabled: false,
            leave_to: String::new(),
        }
    }
}

/// Where one can report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Short name.
    pub id: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Its name.
    pub name: PublicText,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// Address of its site.
    pub url: Option<String>,
    /// When it can be reached.
    pub hours: Option<PublicText>,
    /// For whom it is.
    pub for_whom: PublicText,
    /// What one can expect there.
    pub text: PublicText,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PlaceKind {
    Police,
    Municipality,
    AnonymousLine,
    LabourInspectorate,
    Care,
    Other,
}

/// The form by which anybody can report. There is none unless a municipality says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicForm {
    /// Whether anybody can use it.
    pub enabled: bool,
    /// What it costs to stay anonymous: said before anything is sent. Needed where the form lets anonymous reporters in.
    pub cost: Option<PublicText>,
}
