// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Style sheet, script and fonts inside the binary, under an address that changes with them; and what robots ask for.

use std::sync::LazyLock;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{SecondsFormat, TimeDelta};
use rust_embed::RustEmbed;

use crate::App;

#[derive(RustEmbed)]
#[folder = "assets/dist"]
struct Dist;

/// A mark of all files together, from their hashes.
static MARK: LazyLock<String> = LazyLock::new(|| {
    let mut mark = 0_u64;
    for name in Dist::iter() {
        let hash = Dist::get(&name)
            .map(|file| file.metadata.sha256_hash())
            .unwrap_or_default();
        let [first, ..] = hash.as_chunks::<8>().0 else {
            continue;
        };
        // Rotated, so that two files that change names change the mark.
        mark = mark.rotate_left(7) ^ u64::from_be_bytes(*first);
    }
    format!("{mark:016x}")
});

/// The address of a file.
pub(crate) fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *MARK)
}

/// Whether a path names a file by the mark of these contents.
pub(crate) fn is_hashed(path: &str) -> bool {
    path.strip_prefix("/assets/")
        .and_then(|rest| rest.strip_prefix(MARK.as_str()))
        .is_some_and(|rest| rest.starts_with('/'))
}

/// Files, and what robots and researchers ask for. Nothing of it knows anybody.
pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/assets/{mark}/{*name}", get(file))
        .route("/favicon.ico", get(async || icon()))
        .route(
            "/robots.txt",
            get(async || {
                plain("User-agent: *\nAllow: /melden\nDisallow: /meldingen\nDisallow: /\n".to_owned())
            }),
        )
        .route("/.well-known/security.txt", get(security_txt))
}

async fn file(Path((mark, name)): Path<(String, String)>) -> Response {
    let found = Dist::get(&name).filter(|_| mark == *MARK);
    let Some(file) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], file.data.into_owned()).into_response()
}

/// A route with a turn, drawn in the colours of the header.
fn icon() -> impl IntoResponse {
    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b2a4a"/><path d="M8 24V12a4 4 0 0 1 8 0v8a4 4 0 0 0 8 0V8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>"##;
    ([(header::CONTENT_TYPE, "image/svg+xml")], SVG)
}

fn plain(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// RFC 9116. The date of expiry moves along: a running installation is looked after.
async fn security_txt(State(app): State<App>) -> Response {
    let Some(contact) = &app.settings.security_contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let expires =
        (app.services.clock.now() + TimeDelta::days(180)).to_rfc3339_opts(SecondsFormat::Secs, true);
    let canonical = app
        .settings
        .public_url
        .as_ref()
        .map(|url| {
            format!(
                "Canonical: {}/.well-known/security.txt\n",
                url.trim_end_matches('/')
            )
        })
        .unwrap_or_default();
    plain(format!(
        "Contact: {contact}\nExpires: {expires}\n{canonical}Preferred-Languages: nl, en\n"
    ))
}
