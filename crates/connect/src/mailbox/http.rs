// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What Graph and JMAP share: HTTPS requests with limits on time and size, and what their statuses mean.

use std::{error::Error as _, io, path::Path, time::Duration};

use reqwest::{Client, RequestBuilder, Response, StatusCode, Url, header::RETRY_AFTER, redirect::Policy};
use serde::de::DeserializeOwned;

use super::{BEGINNING, Fetched, MailboxError};
use crate::tls;

/// How long an answer may be silent.
const SILENCE: Duration = Duration::from_mins(1);
/// How long a whole answer may take.
const WHOLE: Duration = Duration::from_mins(10);
/// The most of an answer that is no message.
const ANSWER: usize = 32 << 20;
/// How long to stay away when the server does not say for how long.
const AWAY: Duration = Duration::from_mins(1);

/// A client for servers that are trusted. It follows no redirects: what it sends is secret.
pub(super) fn client(ca_file: Option<&Path>) -> Result<Client, MailboxError> {
    Client::builder()
        .use_preconfigured_tls(tls::client(ca_file).map_err(MailboxError::Settings)?)
        .connect_timeout(SILENCE)
        .read_timeout(SILENCE)
        .timeout(WHOLE)
        .redirect(Policy::none())
        .build()
        .map_err(|error| MailboxError::Settings(error.to_string()))
}

/// An address that keeps secrets: https, or this machine itself.
pub(super) fn address(url: &str) -> Result<Url, MailboxError> {
    let wrong = || MailboxError::Settings(format!("{url} is not an address that begins with https://"));
    let address = Url::parse(url).map_err(|_why| wrong())?;
    let here = matches!(address.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    if address.scheme() == "https" || (address.scheme() == "http" && here) {
        Ok(address)
    } else {
        Err(wrong())
    }
}

/// An address below another.
pub(super) fn below(base: &Url, segments: &[&str]) -> Result<Url, MailboxError> {
    let mut url = base.clone();
    url.path_segments_mut()
        .map_err(|()| MailboxError::Answer)?
        .pop_if_empty()
        .extend(segments);
    Ok(url)
}

/// Sends a request; gives the answer to one that went well, and none when there is no such thing.
pub(super) async fn send(request: RequestBuilder) -> Result<Option<Response>, MailboxError> {
    checked(ask(request).await?)
}

/// Sends a request, whatever the answer is.
pub(super) async fn ask(request: RequestBuilder) -> Result<Response, MailboxError> {
    request.send().await.map_err(|error| broken(&error))
}

fn checked(response: Response) -> Result<Option<Response>, MailboxError> {
    match response.status() {
        status if status.is_success() => Ok(Some(response)),
        StatusCode::NOT_FOUND | StatusCode::GONE => Ok(None),
        StatusCode::UNAUTHORIZED => Err(MailboxError::LogIn),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            let seconds = response.headers().get(RETRY_AFTER);
            let seconds = seconds.and_then(|value| value.to_str().ok()?.parse().ok());
            Err(MailboxError::Later(seconds.map_or(AWAY, Duration::from_secs)))
        }
        _ => Err(MailboxError::Refused),
    }
}

/// Sends a request that is answered with JSON.
pub(super) async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, MailboxError> {
    json_of(ask(request).await?).await
}

/// An answer that is JSON.
pub(super) async fn json_of<T: DeserializeOwned>(response: Response) -> Result<T, MailboxError> {
    let response = checked(response)?.ok_or(MailboxError::Refused)?;
    match read(response, ANSWER).await? {
        Fetched::Whole(bytes) => serde_json::from_slice(&bytes).map_err(|_why| MailboxError::Answer),
        Fetched::Beginning(_) => Err(MailboxError::Answer),
    }
}

/// Reads an answer, and stops where it becomes larger than allowed.
pub(super) async fn read(mut response: Response, most: usize) -> Result<Fetched, MailboxError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > most {
            bytes.truncate(BEGINNING);
            return Ok(Fetched::Beginning(bytes));
        }
    }
    Ok(Fetched::Whole(bytes))
}

/// Why there was no answer. The error itself names the address.
fn broken(error: &reqwest::Error) -> MailboxError {
    if error.is_timeout() {
        return MailboxError::TimedOut;
    }
    let mut source = error.source();
    while let Some(inner) = source {
        // The connector wraps I/O errors in one another.
        if let Some(rustls::Error::InvalidCertificate(_)) = inner.downcast_ref() {
            return MailboxError::Certificate;
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
                Some(rustls::Error::InvalidCertificate(_)) => MailboxError::Certificate,
                _ => MailboxError::Unreachable(inner.kind()),
            };
        }
        source = inner.source();
    }
    MailboxError::Unreachable(io::ErrorKind::Other)
}
