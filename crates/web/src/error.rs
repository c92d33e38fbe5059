// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Why there is no page. The browser gets a sentence, and a reference where we must look; never internals.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use meldroute_core::usecase::Failure;

use crate::{refusal, shell::Shell, visit::Visit};

/// Whoever finds no room tries again after so many seconds.
const RETRY_AFTER: u16 = 30;

/// Why there is no page. Holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PageError {
    /// A use case did not do it.
    Failure(Failure),
    /// It does not exist, or not for this visitor: the two look the same.
    NotFound,
    /// The page can't be used like this.
    Method,
    /// The form was not ours, or too old.
    Forged,
    /// The form could not be read.
    Malformed,
    /// A text in the form is too long.
    LongText,
    /// The form is too long.
    TooLarge,
    /// So much is being sent that there is no room for more.
    Full,
    /// It took too long.
    Late,
    /// Something of ours is broken.
    Broken,
}

impl From<Failure> for PageError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    sentence: String,
    reference: Option<String>,
    back: String,
}

impl PageError {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Failure(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Malformed | Self::LongText | Self::Failure(Failure::Invalid(_) | Failure::LogIn) => {
                StatusCode::BAD_REQUEST
            }
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Full | Self::Late | Self::Failure(Failure::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken | Self::Failure(Failure::Seal) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Failure(
                Failure::Refused(_)
                | Failure::Report(_)
                | Failure::Link(_)
                | Failure::Meeting(_)
                | Failure::List(_)
                | Failure::Claim(_)
                | Failure::DoneAlready
                | Failure::Busy,
            ) => StatusCode::CONFLICT,
        }
    }

    /// Key of the title and of the sentence; a refusal has a sentence of its own.
    fn key(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Failure(Failure::Denied(_) | Failure::NotFound) => "not-found",
            Self::Method | Self::Malformed | Self::Failure(Failure::Invalid(_) | Failure::LogIn) => {
                "malformed"
            }
            Self::Forged => "forged",
            Self::LongText => "long-text",
            Self::TooLarge => "too-large",
            Self::Full => "full",
            Self::Late | Self::Failure(Failure::Unavailable) => "unavailable",
            Self::Broken | Self::Failure(Failure::Seal) => "broken",
            Self::Failure(
                Failure::Refused(_)
                | Failure::Report(_)
                | Failure::Link(_)
                | Failure::Meeting(_)
                | Failure::List(_)
                | Failure::Claim(_),
            ) => "refused",
            Self::Failure(Failure::DoneAlready) => "done-already",
            Self::Failure(Failure::Busy) => "busy",
        }
    }

    /// The page that says so, in the visitor's language.
    pub(crate) fn render(&self, visit: &Visit) -> Response {
        let lang = visit.lang;
        let key = self.key();
        let configuration = visit.login.as_deref().map(|login| login.configuration.as_ref());
        let refusal = match self {
            Self::Failure(failure) => refusal::of_failure(lang, configuration, failure),
            _ => None,
        };
        let status = self.status();
        let page = ErrorPage {
            shell: visit.shell(lang.kind("error-title", key)),
            sentence: refusal.unwrap_or_else(|| lang.kind("error-text", key)),
            reference: self.is_ours().then(|| self.log(visit, status)),
            back: visit
                .back
                .clone()
                .filter(|back| *back != visit.path)
                .unwrap_or_else(|| "/".to_owned()),
        };
        match page.render() {
            Ok(html) if *self == Self::Full => {
                let later = HeaderValue::from(RETRY_AFTER);
                (status, [(header::RETRY_AFTER, later)], Html(html)).into_response()
            }
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => status.into_response(),
        }
    }

    /// Whether something is wrong on our side, that somebody must look at.
    pub(crate) fn is_ours(&self) -> bool {
        *self != Self::Full && self.status().is_server_error()
    }

    /// Logs that something is wrong on our side, without content. Gives the reference by which it is found.
    pub(crate) fn log(&self, visit: &Visit, status: StatusCode) -> String {
        let reference = visit.app.services.minter.mint().to_string();
        tracing::error!(
            reference,
            status = status.as_u16(),
            kind = self.key(),
            "a page could not be given"
        );
        reference
    }
}

/// The guard words it: only there the visitor is known.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use meldroute_core::{configuration::text::Language, meeting::MeetingRefusal, policy};

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn each_error_has_its_status_and_its_words() {
        let denied = Failure::Denied(policy::Denied(policy::Right::ReadSignal));
        for (error, status) in [
            (PageError::NotFound, 404),
            (denied.into(), 404),
            (Failure::NotFound.into(), 404),
            (Failure::Meeting(MeetingRefusal::Begun).into(), 409),
            (Failure::DoneAlready.into(), 409),
            (Failure::Busy.into(), 409),
            (Failure::Unavailable.into(), 503),
            (Failure::Seal.into(), 500),
            (Failure::Invalid(vec!["title"]).into(), 400),
            (PageError::Malformed, 400),
            (PageError::LongText, 400),
            (PageError::Forged, 403),
            (PageError::TooLarge, 413),
            (PageError::Method, 405),
            (PageError::Full, 503),
            (PageError::Late, 503),
            (PageError::Broken, 500),
        ] {
            assert_eq!(error.status(), status, "{error:?}");
            for lang in [Lang(Language::Nl), Lang(Language::En)] {
                for family in ["error-title", "error-text"] {
                    let key = format!("{family}-{}", error.key());
                    assert_ne!(lang.t(&key), key);
                }
            }
        }
    }

    #[test]
    fn what_is_not_for_somebody_looks_as_if_it_did_not_exist() {
        let denied = PageError::from(Failure::Denied(policy::Denied(policy::Right::ReadSignal)));
        let missing = PageError::from(Failure::NotFound);
        assert_eq!((denied.status(), denied.key()), (missing.status(), missing.key()));
    }
}
