// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The guard before every page: recognises the visitor, refuses those whom the route does not admit, and words the errors.

use std::time::{Duration, Instant};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use meldroute_core::{audit::About, policy::Denied, usecase};

use crate::{
    App,
    cookies::{self, Kind},
    error::PageError,
    headers::NoReferrer,
    lang::Lang,
    page::{Done, Flash},
    pages::{people::log_in::LogInPath, public},
    route::Who,
    visit::Visit,
};

/// "Not found" leaves at whole multiples of this time after the request came. What is not there and what is somebody else's take
/// different work; the difference must not show.
const EVEN: Duration = Duration::from_millis(50);

/// Lets a request through to its handler, or answers it. What takes longer than the route allows is given up.
pub(crate) async fn guard(
    State((app, who, longest)): State<(App, Who, Duration)>,
    mut request: Request,
    next: Next,
) -> Response {
    let came = Instant::now();
    if who == Who::Nameless {
        return nameless(&app, longest, request, next).await;
    }
    if let Some(switched) = switch_language(&app, &request) {
        return switched;
    }
    let visit = match Visit::of(&app, &request).recognise(request.headers()).await {
        Ok(visit) => visit,
        Err((visit, failure)) => return PageError::from(failure).render(&visit),
    };
    let admitted = match &visit.login {
        Some(login) => who.admits(&login.actor),
        None if who == Who::Public => true,
        None => return Done::to(LogInPath).into_response(),
    };
    if !admitted {
        refused_at_the_door(&visit, who).await;
        return PageError::NotFound.render(&visit);
    }
    request.extensions_mut().insert(visit.clone());
    let response = tokio::time::timeout(longest, next.run(request))
        .await
        .unwrap_or_else(|_| PageError::Late.into_response());
    let response = with_flash(&visit, worded(&visit, response));
    if response.status() == StatusCode::NOT_FOUND {
        tokio::time::sleep(until_even(came.elapsed())).await;
    }
    response
}

/// Records that somebody asked for a page that is nobody's of their roles. The answer is the same whether that can be stored or not.
async fn refused_at_the_door(visit: &Visit, who: Who) {
    let right = match who {
        Who::Right(right) => Some(right),
        Who::AnyOf(rights) => rights.first().copied(),
        Who::Public | Who::Nameless | Who::LoggedIn => None,
    };
    if let (Some(login), Some(right)) = (&visit.login, right) {
        let (services, about) = (&visit.app.services, About::Municipality);
        let _ = usecase::refused(services, &login.actor, about, Denied(right)).await;
    }
}

/// How long an answer still waits that took so long until now.
fn until_even(taken: Duration) -> Duration {
    let steps = taken.as_micros() / EVEN.as_micros() + 1;
    EVEN.saturating_mul(u32::try_from(steps).unwrap_or(u32::MAX))
        .saturating_sub(taken)
}

/// For pages that recognise nobody: errors are theirs, too, and what is sent to others names no page.
async fn nameless(app: &App, longest: Duration, mut request: Request, next: Next) -> Response {
    let came = Instant::now();
    let visit = Visit::of(app, &request);
    request.extensions_mut().insert(visit.clone());
    let mut response = tokio::time::timeout(longest, next.run(request))
        .await
        .unwrap_or_else(|_| PageError::Late.into_response());
    if let Some(error) = error_of(&response) {
        response = public::wrong::render(&visit, &error);
    }
    response.extensions_mut().insert(NoReferrer);
    if response.status() == StatusCode::NOT_FOUND {
        tokio::time::sleep(until_even(came.elapsed())).await;
    }
    response
}

/// What the last part of a query begins with when it asks for another language.
const LANGUAGE: &str = "taal=";

/// The query that shows the same page, with the same lines, in another language.
pub(crate) fn in_language(query: Option<&str>, lang: Lang) -> String {
    let rest = query.map_or_else(String::new, |query| format!("{query}&"));
    format!("?{rest}{LANGUAGE}{}", lang.code())
}

/// `?taal=en` on any page chooses the language for the session, and goes on to the page without it.
fn switch_language(app: &App, request: &Request) -> Option<Response> {
    let query = request.uri().query()?;
    let (rest, chosen) = query.rsplit_once('&').unwrap_or(("", query));
    let chosen = Some(chosen)
        .filter(|_| request.method() == Method::GET)
        .and_then(|last| last.strip_prefix(LANGUAGE))
        .and_then(Lang::from_code)?;
    let mut headers = HeaderMap::new();
    cookies::give(
        &app.settings,
        &mut headers,
        Kind::Language,
        chosen.code().to_owned(),
    );
    // One slash: `//elsewhere.example` would leave the site.
    let mut path = format!("/{}", request.uri().path().trim_start_matches('/'));
    if !rest.is_empty() {
        path.push('?');
        path.push_str(rest);
    }
    Some(Done::to(path).with(headers).into_response())
}

/// Errors become pages, those of the framework, too: no plain text reaches the browser.
fn worded(visit: &Visit, response: Response) -> Response {
    error_of(&response).map_or(response, |error| error.render(visit))
}

/// The error that an answer is, as long as it has no page.
fn error_of(response: &Response) -> Option<PageError> {
    if let Some(error) = response.extensions().get::<PageError>() {
        return Some(error.clone());
    }
    let status = response.status();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    Some(match status {
        // An identifier in the address that is none.
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND => PageError::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => PageError::Method,
        StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge,
        _ => PageError::Broken,
    })
}

/// Gives the message of this action to the browser, and takes back the one that was shown.
fn with_flash(visit: &Visit, mut response: Response) -> Response {
    let settings = &visit.app.settings;
    if let Some(flash) = response.extensions_mut().remove::<Flash>() {
        cookies::give(settings, response.headers_mut(), Kind::Flash, flash.to_cookie());
    } else if visit.flash.is_some() && response.status() == StatusCode::OK {
        cookies::take_away(settings, response.headers_mut(), Kind::Flash);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_found_leaves_at_even_moments() {
        for (taken, waits) in [(0, 50), (3, 47), (49, 1), (50, 50), (125, 25)] {
            let left = until_even(Duration::from_millis(taken));
            assert_eq!(left, Duration::from_millis(waits), "after {taken} ms");
        }
    }
}
