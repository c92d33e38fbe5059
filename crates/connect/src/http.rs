// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! HTTPS towards servers that are trusted with secrets: where it may go, and why there was no answer.

use std::{error::Error as _, io, path::Path, time::Duration};

use meldroute_core::processing::Trace;
use reqwest::{Client, RequestBuilder, Url, header::HeaderMap, redirect::Policy};

use crate::tls;

/// Why there was no answer. The error itself names the address.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Broken {
    /// It took too long.
    TimedOut,
    /// The certificate of the server is not trusted.
    Certificate,
    /// Nobody is there, or it broke off.
    Unreachable(io::ErrorKind),
}

/// A client that sends these headers along. It follows no redirects: what it sends is secret.
pub(crate) fn client(
    ca_file: Option<&Path>,
    silence: Duration,
    whole: Duration,
    headers: HeaderMap,
) -> Result<Client, String> {
    Client::builder()
        .use_preconfigured_tls(tls::client(ca_file)?)
        .default_headers(headers)
        .connect_timeout(silence)
        .read_timeout(silence)
        .timeout(whole)
        .redirect(Policy::none())
        .build()
        .map_err(|error| error.to_string())
}

/// Says to the other side of which processing the call is part (W3C Trace Context); without one it is a processing of its own. Without
/// randomness it goes without.
pub(crate) fn traced(request: RequestBuilder, processing: Option<u128>) -> RequestBuilder {
    let mut random = [0; 24];
    if getrandom::fill(&mut random).is_err() {
        return request;
    }
    let half = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
    };
    let (trace, span) = random.split_at(16);
    let (high, low) = trace.split_at(8);
    let own = u128::from(half(high)) << 64 | u128::from(half(low));
    let trace = Trace {
        trace_id: processing.unwrap_or(own).max(1),
        span_id: half(span).max(1),
    };
    request.header("traceparent", trace.header())
}

/// An address that keeps secrets: https, or this machine itself.
pub(crate) fn address(url: &str) -> Result<Url, String> {
    let wrong = || format!("{url} is not an address that begins with https://");
    let address = Url::parse(url).map_err(|_why| wrong())?;
    let here = matches!(address.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    if address.scheme() == "https" || (address.scheme() == "http" && here) {
        Ok(address)
    } else {
        Err(wrong())
    }
}

/// An address below another; none where the other can't have any.
pub(crate) fn below(base: &Url, segments: &[&str]) -> Option<Url> {
    let mut url = base.clone();
    url.path_segments_mut().ok()?.pop_if_empty().extend(segments);
    Some(url)
}

/// Why there was no answer.
pub(crate) fn broken(error: &reqwest::Error) -> Broken {
    if error.is_timeout() {
        return Broken::TimedOut;
    }
    let mut source = error.source();
    while let Some(inner) = source {
        // The connector wraps I/O errors in one another.
        if let Some(rustls::Error::InvalidCertificate(_)) = inner.downcast_ref() {
            return Broken::Certificate;
        }
        if let Some(inner) = inner.downcast_ref::<io::Error>() {
            let hidden = inner
                .get_ref()
                .and_then(|hidden| hidden.downcast_ref::<io::Error>());
            let inner = hidden.unwrap_or(inner);
            let certificate = inner
                .get_ref()
                .and_then(|tls| tls.downcast_ref::<rustls::Error>());
            return match certificate {
                Some(rustls::Error::InvalidCertificate(_)) => Broken::Certificate,
                _ => Broken::Unreachable(inner.kind()),
            };
        }
        source = inner.source();
    }
    Broken::Unreachable(io::ErrorKind::Other)
}
