// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The two shapes of an answer: a [`Page`] that was read, and [`Done`], which sends on after a write.

use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use crate::{error::PageError, pace::Full};

/// What a handler gives: a page or a redirect, or why not.
pub(crate) type Answer = Result<Response, PageError>;

/// A page.
pub(crate) fn page(template: &impl Template) -> Answer {
    answer(StatusCode::OK, template)
}

/// The same page again: the form came back with problems.
pub(crate) fn again(template: &impl Template) -> Answer {
    answer(StatusCode::BAD_REQUEST, template)
}

/// A page with another status.
pub(crate) fn answer(status: StatusCode, template: &impl Template) -> Answer {
    match template.render() {
        Ok(html) => Ok((status, Html(html)).into_response()),
        Err(_) => Err(PageError::Broken),
    }
}

/// A page that asks to come back after so many seconds, because too much comes in.
pub(crate) fn later(full: Full, seconds: u16, template: &impl Template) -> Answer {
    let status = match full {
        Full::Network => StatusCode::TOO_MANY_REQUESTS,
        Full::Everywhere => StatusCode::SERVICE_UNAVAILABLE,
    };
    let mut answer = answer(status, template)?;
    answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    Ok(answer)
}

/// The message after a redirect: a key of the texts, and the number of what it is about. No content: it travels in a cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flash {
    pub(crate) key: String,
    pub(crate) number: String,
}

impl Flash {
    /// From the cookie. What does not look like ours is no message.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (key, number) = text.split_once('~')?;
        let plain = key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let numbered = number.len() <= 40 && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (key.starts_with("done-") && plain && numbered).then(|| Self {
            key: key.to_owned(),
            number: number.to_owned(),
        })
    }

    /// For the cookie.
    pub(crate) fn to_cookie(&self) -> String {
        format!("{}~{}", self.key, self.number)
    }
}

/// A write was done: on to a page, with a message.
#[derive(Debug)]
pub(crate) struct Done {
    to: String,
    flash: Option<Flash>,
    headers: HeaderMap,
}

impl Done {
    /// On to this page; links are built from typed paths.
    pub(crate) fn to(path: impl std::fmt::Display) -> Self {
        Self {
            to: path.to_string(),
            flash: None,
            headers: HeaderMap::new(),
        }
    }

    /// With this message: a key that begins with `done-`.
    pub(crate) fn say(self, key: &str) -> Self {
        self.say_of(key, "")
    }

    /// With this message about the signal, report or other thing with this number (`{ $number }` in the text).
    pub(crate) fn say_of(mut self, key: &str, number: &str) -> Self {
        self.flash = Some(Flash {
            key: key.to_owned(),
            number: number.to_owned(),
        });
        self
    }

    /// With other headers, such as cookies.
    pub(crate) fn with(mut self, headers: HeaderMap) -> Self {
        self.headers = headers;
        self
    }
}

impl From<Done> for Answer {
    fn from(done: Done) -> Self {
        Ok(done.into_response())
    }
}

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::SEE_OTHER, self.headers).into_response();
        match HeaderValue::from_str(&self.to) {
            Ok(to) => response.headers_mut().insert(header::LOCATION, to),
            Err(_) => return PageError::Broken.into_response(),
        };
        if let Some(flash) = self.flash {
            response.extensions_mut().insert(flash);
        }
        response
    }
}
