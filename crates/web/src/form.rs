// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms: read once, checked for being ours, and their problems beside the fields.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use meldroute_core::{ports::Secrets, report::message::LONGEST_TEXT};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    App, WebSettings,
    error::PageError,
    visit::{Visit, text},
};

/// A form that was sent by one of our own pages. Fields are text; repeated fields make a list.
#[derive(Debug)]
pub(crate) struct Form<T>(pub(crate) T);

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf: String,
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        check_origin(&app.settings, request.headers())?;
        let session = request
            .extensions()
            .get::<Visit>()
            .and_then(|visit| visit.login.clone());
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                PageError::TooLarge
            } else {
                PageError::Malformed
            }
        })?;
        if let Some(login) = session {
            let Token { csrf } = serde_html_form::from_bytes(&bytes).or(Err(PageError::Forged))?;
            check_token(app.services.secrets.as_ref(), &csrf, &login.session.csrf_hash)?;
        }
        let fields: Vec<(String, String)> =
            serde_html_form::from_bytes(&bytes).or(Err(PageError::Malformed))?;
        check_fields(&fields)?;
        serde_html_form::from_bytes(&bytes)
            .map(Self)
            .or(Err(PageError::Malformed))
    }
}

/// Whatever a form asks: a field is at most this many characters long. The form itself says beside the field when a text is longer than it
/// may be; this holds for every field of every form.
const LONGEST_FIELD: usize = 2 * LONGEST_TEXT;

/// Whether no field is longer than any may be.
pub(crate) fn check_fields(fields: &[(String, String)]) -> Result<(), PageError> {
    if fields
        .iter()
        .any(|(_, text)| text.chars().count() > LONGEST_FIELD)
    {
        Err(PageError::LongText)
    } else {
        Ok(())
    }
}

/// Whether the token of a form is that of the session.
pub(crate) fn check_token(secrets: &dyn Secrets, token: &str, expected: &[u8; 32]) -> Result<(), PageError> {
    let given = secrets.hash_token(token);
    // No early end: the time must not tell how much is right.
    let difference = given
        .iter()
        .zip(expected)
        .fold(0, |difference, (left, right)| difference | (left ^ right));
    if difference == 0 {
        Ok(())
    } else {
        Err(PageError::Forged)
    }
}

/// Whether the request was sent by a page of this site. Every browser says so, with one header or the other.
pub(crate) fn check_origin(settings: &WebSettings, headers: &HeaderMap) -> Result<(), PageError> {
    let fetch_site = headers
        .get("sec-fetch-site")
        .map(|value| value.as_bytes() == b"same-origin");
    let origin = text(headers, &header::ORIGIN).map(|origin| is_ours(settings, headers, origin));
    match (fetch_site, origin) {
        (Some(false), _) | (_, Some(false)) | (None, None) => Err(PageError::Forged),
        _ => Ok(()),
    }
}

fn is_ours(settings: &WebSettings, headers: &HeaderMap, origin: &str) -> bool {
    if let Some(url) = &settings.public_url {
        return origin.eq_ignore_ascii_case(url.trim_end_matches('/'));
    }
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(headers, &header::HOST)
}

/// What is not in order, field by field: the identifier of the field and the key of the sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems(Vec<(String, String)>);

impl Problems {
    /// None.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Adds a problem of a field; `key` is that of a text.
    pub(crate) fn add(&mut self, field: &str, key: &str) {
        self.0.push((field.to_owned(), key.to_owned()));
    }

    /// Adds a problem where something does not hold.
    pub(crate) fn check(&mut self, holds: bool, field: &str, key: &str) {
        if !holds {
            self.add(field, key);
        }
    }

    /// Adds the problem of a text that is longer than fits.
    pub(crate) fn fits(&mut self, field: &str, text: &str) {
        self.check(text.chars().count() <= LONGEST_TEXT, field, "act-too-long");
    }

    /// Of a form that asks for a reason: that it is too long, else the fields that the use case named.
    pub(crate) fn of_reason(fields: &[&str], reason: &str) -> Self {
        let mut problems = Self::none();
        problems.fits("reason", reason);
        if problems.is_empty() {
            Self::named(fields, "report-error")
        } else {
            problems
        }
    }

    /// The fields that a use case named, each with the sentence `prefix-field`; of those that are too long the sentence that says how
    /// long they may be.
    pub(crate) fn named(fields: &[&str], prefix: &str) -> Self {
        let one = |field: &&str| match field.strip_suffix("-long") {
            Some(long) => Self::named(&[long], "too-long").0,
            None => vec![((*field).to_owned(), format!("{prefix}-{field}"))],
        };
        Self(fields.iter().flat_map(one).collect())
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All: field and key.
    pub(crate) fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// The key of the problem of a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(of, _)| of == field)
            .map(|(_, key)| key.as_str())
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_str(value).unwrap(),
                )
            })
            .collect()
    }

    #[test]
    fn forms_come_from_our_own_pages_only() {
        let loopback = WebSettings::default();
        let behind_proxy = WebSettings {
            public_url: Some("https://meldroute.example/".to_owned()),
            ..WebSettings::default()
        };
        let host = ("host", "127.0.0.1:8080");
        let ours = |settings: &WebSettings, pairs: &[(&'static str, &str)]| {
            check_origin(settings, &headers(pairs)).is_ok()
        };
        assert!(ours(&loopback, &[host, ("origin", "http://127.0.0.1:8080")]));
        assert!(ours(&loopback, &[host, ("sec-fetch-site", "same-origin")]));
        assert!(!ours(&loopback, &[host]), "neither header");
        assert!(!ours(&loopback, &[host, ("origin", "null")]));
        assert!(!ours(&loopback, &[host, ("origin", "http://127.0.0.1:9090")]));
        for site in ["same-site", "cross-site", "none"] {
            assert!(!ours(
                &loopback,
                &[
                    host,
                    ("origin", "http://127.0.0.1:8080"),
                    ("sec-fetch-site", site)
                ]
            ));
        }
        assert!(ours(
            &behind_proxy,
            &[host, ("origin", "https://meldroute.example")]
        ));
        assert!(!ours(
            &behind_proxy,
            &[host, ("origin", "http://meldroute.example")]
        ));
        assert!(!ours(&behind_proxy, &[host, ("origin", "http://127.0.0.1:8080")]));
    }
}
