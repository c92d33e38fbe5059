// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Errors on the public pages: without the links of the site for colleagues, and with 112.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse as _, Response},
};

use crate::{
    error::PageError,
    headers::NoReferrer,
    pages::public::{frame::Frame, municipalities, tongue::Tongue},
    visit::Visit,
};

#[derive(Template)]
#[template(path = "pages/public/wrong.html")]
struct WrongPage {
    frame: Frame,
    sentence: String,
    /// Whether a municipality says here where to report.
    where_to: bool,
}

/// An address at which there is nothing. Who is not logged in, or asked for a public page, gets the frame of the public ones.
pub(crate) async fn nothing_here(visit: Visit) -> Response {
    let public = visit.path.starts_with("/melden/");
    if visit.login.is_some() && !public {
        return PageError::NotFound.into_response();
    }
    let mut response = render(&visit, &PageError::NotFound);
    if public {
        response.extensions_mut().insert(NoReferrer);
    }
    response
}

/// The page that says what went wrong, in the language of the page that was asked for.
pub(crate) fn render(visit: &Visit, error: &PageError) -> Response {
    let tongue = visit
        .path
        .split('/')
        .find_map(Tongue::from_code)
        .unwrap_or_default();
    let status = error.status();
    let (title, sentence) = match status {
        StatusCode::NOT_FOUND => ("wrong-not-found", "wrong-not-found-text"),
        StatusCode::PAYLOAD_TOO_LARGE => ("wrong-too-large", "wrong-too-large-text"),
        status if status.is_client_error() => ("wrong-malformed", "wrong-malformed-text"),
        _ => {
            error.log(visit, status);
            ("wrong-broken", "wrong-broken-text")
        }
    };
    let page = WrongPage {
        frame: Frame::bare(tongue, title),
        sentence: tongue.words(sentence),
        where_to: !municipalities::shown(visit).is_empty(),
    };
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => status.into_response(),
    }
}
