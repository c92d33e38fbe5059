// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the services share: one call with limits on time and size, and what their statuses mean.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use meldroute_core::{enrichment::RegisterTrouble, ports::Question};
use reqwest::{
    Client, RequestBuilder, StatusCode, Url,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use crate::http::{self, Broken};

/// How long an answer may take, where nothing else is set.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// The most of an answer, in bytes.
const ANSWER: usize = 1 << 20;

/// A service that is asked over HTTPS.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its address, without what belongs to one question.
    pub url: String,
    /// The key that it wants.
    pub key: Option<SecretString>,
    /// The header that carries the key, where it is another than the published one.
    pub key_header: Option<String>,
    /// What goes along with each question, such as the purpose (doelbinding).
    pub headers: BTreeMap<String, String>,
    /// Certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
    /// How long an answer may take.
    pub patience: Duration,
}

impl Service {
    /// Whether address and headers can be used.
    pub fn check(&self) -> Result<(), String> {
        http::address(&self.url).map_err(|why| format!("url: {why}"))?;
        if let Some(name) = &self.key_header {
            HeaderName::try_from(name)
                .map_err(|_why| format!("key_header: {name} is no name of a header"))?;
        }
        self.own_headers().map(|_headers| ())
    }

    fn own_headers(&self) -> Result<HeaderMap, String> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let wrong = || format!("headers: {name} can't be sent");
            let value = HeaderValue::try_from(value).map_err(|_why| wrong())?;
            headers.insert(HeaderName::try_from(name).map_err(|_why| wrong())?, value);
        }
        Ok(headers)
    }
}

/// A connection for one question.
pub(super) struct Line {
    client: Client,
    base: Url,
    pause: Duration,
}

/// What came back.
pub(super) struct Reply {
    status: StatusCode,
    body: Vec<u8>,
}

impl Line {
    /// A connection that sends the key in this header, unless the settings name another.
    pub(super) fn open(
        service: &Service,
        question: &Question,
        key_header: &'static str,
    ) -> Result<Self, RegisterTrouble> {
        let not_set_up = |_why| RegisterTrouble::NotSetUp;
        let mut headers = service.own_headers().map_err(not_set_up)?;
        if let Some(key) = &service.key {
            let name = service.key_header.as_deref().unwrap_or(key_header);
            let name = HeaderName::try_from(name).map_err(|_why| RegisterTrouble::NotSetUp)?;
            let value = HeaderValue::try_from(key.expose_secret());
            let mut value = value.map_err(|_why| RegisterTrouble::NotSetUp)?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        let trace = HeaderValue::try_from(question.trace.header());
        headers.insert(
            HeaderName::from_static("traceparent"),
            trace.map_err(|_why| RegisterTrouble::NotSetUp)?,
        );
        let (silence, whole) = (service.patience, service.patience);
        Ok(Self {
            client: http::client(service.ca_file.as_deref(), silence, whole, headers).map_err(not_set_up)?,
            base: http::address(&service.url).map_err(not_set_up)?,
            pause: service.patience / 20,
        })
    }

    /// Asks for what is below the address. Asking twice does no harm, so a service that is away for a moment is asked once more.
    pub(super) async fn get(
        &self,
        segments: &[&str],
        query: &[(&str, String)],
        headers: &[(&'static str, &'static str)],
    ) -> Result<Reply, RegisterTrouble> {
        let request = || {
            let request = self.client.get(self.below(segments)?).query(query);
            let add = |request: RequestBuilder, (name, value): &(&str, &str)| request.header(*name, *value);
            Ok(headers.iter().fold(request, add))
        };
        let first = send(request()?).await;
        let away = match &first {
            Ok(reply) => reply.status == StatusCode::SERVICE_UNAVAILABLE,
            Err(trouble) => *trouble == RegisterTrouble::Unreachable,
        };
        if !away {
            return first;
        }
        tokio::time::sleep(self.pause).await;
        send(request()?).await
    }

    /// Asks with a question that is too private for an address.
    pub(super) async fn post(&self, segments: &[&str], body: &Value) -> Result<Reply, RegisterTrouble> {
        let request = self.client.post(self.below(segments)?);
        send(request.header("accept", "application/json").json(body)).await
    }

    fn below(&self, segments: &[&str]) -> Result<Url, RegisterTrouble> {
        http::below(&self.base, segments).ok_or(RegisterTrouble::NotSetUp)
    }
}

async fn send(request: RequestBuilder) -> Result<Reply, RegisterTrouble> {
    let mut response = request.send().await.map_err(|error| broken(&error))?;
    let status = response.status();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
        body.extend_from_slice(&chunk);
        if body.len() > ANSWER {
            return Err(RegisterTrouble::Answer);
        }
    }
    Ok(Reply { status, body })
}

fn broken(error: &reqwest::Error) -> RegisterTrouble {
    match http::broken(error) {
        Broken::TimedOut => RegisterTrouble::TimedOut,
        Broken::Certificate => RegisterTrouble::Certificate,
        Broken::Unreachable(_) => RegisterTrouble::Unreachable,
    }
}

impl Reply {
    /// Whether the service says that there is no such thing; what it says with it.
    pub(super) fn absent(&self) -> Option<Value> {
        (self.status == StatusCode::NOT_FOUND)
            .then(|| serde_json::from_slice(&self.body).ok())
            .flatten()
    }

    /// What the service answered.
    pub(super) fn json(self) -> Result<Value, RegisterTrouble> {
        match self.status {
            StatusCode::OK => serde_json::from_slice(&self.body).map_err(|_why| RegisterTrouble::Answer),
            StatusCode::UNAUTHORIZED => Err(RegisterTrouble::LogIn),
            StatusCode::FORBIDDEN => Err(RegisterTrouble::Forbidden),
            StatusCode::TOO_MANY_REQUESTS => Err(RegisterTrouble::TooOften),
            status if status.is_server_error() => Err(RegisterTrouble::Down),
            status if status.is_client_error() => Err(RegisterTrouble::Refused),
            // Another address, or an answer that no interface publishes.
            _ => Err(RegisterTrouble::Answer),
        }
    }
}
