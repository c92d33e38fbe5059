// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The cookies: session, form token, language, and the message after a redirect.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::WebSettings;

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The token of the session.
    Session,
    /// The token of the forms.
    Form,
    /// The language that was chosen for this session.
    Language,
    /// The key of the message after a redirect.
    Flash,
}

impl Kind {
    fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-meldroute",
            (Self::Session, false) => "meldroute",
            (Self::Form, true) => "__Host-meldroute-form",
            (Self::Form, false) => "meldroute-form",
            (Self::Language, true) => "__Host-taal",
            (Self::Language, false) => "taal",
            (Self::Flash, true) => "__Host-bericht",
            (Self::Flash, false) => "bericht",
        }
    }
}

/// What a request brought.
pub(crate) fn read(settings: &WebSettings, headers: &HeaderMap, kind: Kind) -> Option<String> {
    CookieJar::from_headers(headers)
        .get(kind.name(settings.secure_cookies))
        .map(|cookie| cookie.value().to_owned())
}

/// Adds a cookie that lives as long as the browser's session.
pub(crate) fn give(settings: &WebSettings, headers: &mut HeaderMap, kind: Kind, value: String) {
    append(headers, &cookie(settings, kind, value));
}

/// Takes a cookie away.
pub(crate) fn take_away(settings: &WebSettings, headers: &mut HeaderMap, kind: Kind) {
    let mut cookie = cookie(settings, kind, String::new());
    cookie.make_removal();
    append(headers, &cookie);
}

fn append(headers: &mut HeaderMap, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// Strict: another site's link opens the log-in page, and no request of another site ever carries a session.
fn cookie(settings: &WebSettings, kind: Kind, value: String) -> Cookie<'static> {
    Cookie::build((kind.name(settings.secure_cookies), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(settings.secure_cookies)
        .build()
}
