// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What Graph and JMAP share: HTTPS requests with limits on time and size, and what their statuses mean.

use std::{path::Path, time::Duration};

use reqwest::{
    Client, RequestBuilder, Response, StatusCode, Url,
    header::{HeaderMap, RETRY_AFTER},
};
use serde::de::DeserializeOwned;

use super::{BEGINNING, Fetched, MailboxError};
use crate::http::{self, Broken};

/// How long an answer may be silent.
const SILENCE: Duration = Duration::from_mins(1);
/// How long a whole answer may take.
const WHOLE: Duration = Duration::from_mins(10);
/// The most of an answer that is no message.
const ANSWER: usize = 32 << 20;
/// How long to stay away when the server does not say for how long.
const AWAY: Duration = Duration::from_mins(1);

/// A client for servers that are trusted.
pub(super) fn client(ca_file: Option<&Path>) -> Result<Client, MailboxError> {
    http::client(ca_file, SILENCE, WHOLE, HeaderMap::new()).map_err(MailboxError::Settings)
}

/// An address that keeps secrets.
pub(super) fn address(url: &str) -> Result<Url, MailboxError> {
    http::address(url).map_err(MailboxError::Settings)
}

/// An address below another.
pub(super) fn below(base: &Url, segments: &[&str]) -> Result<Url, MailboxError> {
    http::below(base, segments).ok_or(MailboxError::Answer)
}

/// Sends a request; gives the answer to one that went well, and none when there is no such thing.
pub(super) async fn send(
    request: RequestBuilder,
    processing: Option<u128>,
) -> Result<Option<Response>, MailboxError> {
    checked(ask(request, processing).await?)
}

/// Sends a request as part of a processing, whatever the answer is.
pub(super) async fn ask(request: RequestBuilder, processing: Option<u128>) -> Result<Response, MailboxError> {
    let request = http::traced(request, processing);
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
pub(super) async fn json<T: DeserializeOwned>(
    request: RequestBuilder,
    processing: Option<u128>,
) -> Result<T, MailboxError> {
    json_of(ask(request, processing).await?).await
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

fn broken(error: &reqwest::Error) -> MailboxError {
    match http::broken(error) {
        Broken::TimedOut => MailboxError::TimedOut,
        Broken::Certificate => MailboxError::Certificate,
        Broken::Unreachable(kind) => MailboxError::Unreachable(kind),
    }
}
