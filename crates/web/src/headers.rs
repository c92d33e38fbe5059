// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Security headers: one layer around everything, which no handler can weaken.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{App, assets};

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'";

const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(self), gyroscope=(), \
magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

/// Set on every answer, whatever the handler said.
const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: with that browsers send `Origin: null` with our own forms, and nothing could be checked against it.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
];

/// For files that others sent: even where a browser shows one, it may do nothing.
const FOR_ATTACHMENTS: &str = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

/// One year, as internet.nl asks.
const HSTS: &str = "max-age=31536000; includeSubDomains";

/// Marks an answer of a page that recognises nobody: where its links lead, nobody hears where the reader came from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NoReferrer;

/// Sets the headers.
pub(crate) async fn secure(State(app): State<App>, request: Request, next: Next) -> Response {
    let immutable = assets::is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let keep = immutable && response.status().is_success();
    let nameless = response.extensions().get::<NoReferrer>().is_some();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if nameless {
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    if headers.contains_key(header::CONTENT_DISPOSITION) {
        let nothing = HeaderValue::from_static(FOR_ATTACHMENTS);
        headers.insert(header::CONTENT_SECURITY_POLICY, nothing);
    }
    let caching = if keep {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if app.settings.secure_cookies {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    response
}
