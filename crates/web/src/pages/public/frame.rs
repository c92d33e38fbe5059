// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What surrounds a public page: the button to leave it at once, the languages, 112.

use std::sync::Arc;

use axum::http::header;
use meldroute_core::{configuration::Configuration, id::MunicipalityId};

use crate::{assets, error::PageError, pages::public::tongue::Tongue, visit::Visit};

/// Where the button leads that leaves an error page of no municipality.
const LEAVE_TO: &str = "https://www.buienradar.nl";

/// What surrounds a public page. Templates have it as `frame`.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) tongue: Tongue,
    /// Title of the page.
    pub(crate) title: String,
    /// Name of the municipality.
    pub(crate) place: String,
    /// Where one leaves to.
    pub(crate) leave_to: String,
    pub(crate) style: String,
    pub(crate) script: String,
    /// The same page in each language.
    pub(crate) languages: Vec<LanguageLink>,
    /// Whether the form came back with problems.
    pub(crate) wrong: bool,
}

/// The same page in another language.
#[derive(Clone, Debug)]
pub(crate) struct LanguageLink {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) here: bool,
}

impl Frame {
    /// Of a municipality's page; `path` gives the same page in another language.
    pub(crate) fn new(
        configuration: &Configuration,
        tongue: Tongue,
        title: &str,
        path: impl Fn(Tongue) -> String,
    ) -> Self {
        let languages = Tongue::ALL.map(|other| LanguageLink {
            code: other.code(),
            name: other.name(),
            href: path(other),
            here: other == tongue,
        });
        Self {
            place: configuration.municipality.name.clone(),
            leave_to: configuration.where_to_report.page.leave_to.clone(),
            languages: languages.into(),
            ..Self::bare(tongue, title)
        }
    }

    /// Of a page that belongs to no municipality.
    pub(crate) fn bare(tongue: Tongue, title: &str) -> Self {
        Self {
            tongue,
            title: tongue.words(title),
            place: String::new(),
            leave_to: LEAVE_TO.to_owned(),
            style: assets::address("app.css"),
            script: assets::address("leave.js"),
            languages: Vec::new(),
            wrong: false,
        }
    }

    /// The text with this key.
    pub(crate) fn words(&self, key: &str) -> String {
        self.tongue.words(key)
    }
}

/// What an address of a public page names: a municipality that shows where to report, and a language.
pub(crate) fn named(
    visit: &Visit,
    municipality: &MunicipalityId,
    language: &str,
) -> Result<(Arc<Configuration>, Tongue), PageError> {
    let configuration = visit.app.services.configurations.of(municipality);
    configuration
        .filter(|configuration| configuration.where_to_report.is_shown())
        .zip(Tongue::from_code(language))
        .ok_or(PageError::NotFound)
}

/// What the browser asks for.
pub(crate) fn asked_for(headers: &axum::http::HeaderMap) -> Tongue {
    crate::visit::text(headers, &header::ACCEPT_LANGUAGE).map_or_else(Tongue::default, Tongue::accepted)
}
