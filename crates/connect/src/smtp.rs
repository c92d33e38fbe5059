// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sending mail: one plain text to one recipient, over TLS or not at all.
//!
//! Each stage is a step of its own, so that a fault says whom it is about: what goes wrong before the mail is offered is about this
//! server, and the mail is tried again; what the server says to the mail itself counts for that mail.

use std::{fmt::Write as _, fs, path::PathBuf, time::Duration};

use lettre::{
    Address, Message,
    address::Envelope,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters},
        extension::ClientId,
        response::Response,
    },
};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

/// How the connection is made secret. There is no third way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// STARTTLS, without which nothing is sent.
    StartTls,
}

/// A mail server that takes mail from us.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name, which its certificate must state.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made secret.
    pub security: Security,
    /// Certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
    /// Name and password for logging in.
    pub login: Option<(String, SecretString)>,
}

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The Message-ID, without angle brackets.
    pub message_id: String,
    /// The name beside the sender's address.
    pub from_name: String,
    /// The sender's address.
    pub from: String,
    /// The recipient's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The date: when it was released, so that each attempt sends the same bytes.
    pub date: chrono::DateTime<chrono::Utc>,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it.
    Accepted {
        /// What it answered.
        answer: String,
        /// SHA-256 over the bytes, in hexadecimal.
        sha256: String,
    },
    /// Not now.
    Later(String),
    /// Never.
    Refused(String),
}

/// Settings that can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmtpError {
    /// The file of certificates.
    #[error("the certificates in {0}: {1}")]
    Certificates(String, String),
    /// The name of the server.
    #[error("the server's name can't be used: {0}")]
    Host(String),
}

/// Sends mail by one server.
pub struct Smtp {
    server: Server,
    tls: TlsParameters,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// The longest that one mail may take, from the connection to the answer.
const PATIENCE: Duration = Duration::from_mins(2);
/// The longest that connecting may take.
const CONNECT: Duration = Duration::from_secs(30);

impl Smtp {
    /// Checks the settings. Nothing is connected yet.
    pub fn new(server: Server) -> Result<Self, SmtpError> {
        let mut tls = TlsParameters::builder(server.host.clone());
        if let Some(file) = &server.ca_file {
            let unreadable = |reason: String| SmtpError::Certificates(file.display().to_string(), reason);
            let pem = fs::read(file).map_err(|error| unreadable(error.to_string()))?;
            if !pem.starts_with(b"-----BEGIN") && !pem.windows(11).any(|part| part == b"\n-----BEGIN") {
                return Err(unreadable("there is none in it".to_owned()));
            }
            let certificate = Certificate::from_pem(&pem).map_err(|error| unreadable(error.to_string()))?;
            tls = tls
                .certificate_store(CertificateStore::None)
                .add_root_certificate(certificate);
        }
        let tls = tls
            .build()
            .map_err(|error| SmtpError::Host(format!("{}: {error}", server.host)))?;
        Ok(Self { server, tls })
    }

    /// One attempt.
    pub async fn send(&self, letter: &Letter) -> Outcome {
        let (envelope, bytes) = match as_bytes(letter) {
            Ok(made) => made,
            Err(reason) => return Outcome::Refused(reason),
        };
        match tokio::time::timeout(PATIENCE, self.deliver(&envelope, &bytes)).await {
            Ok(outcome) => outcome,
            Err(_) => Outcome::Later("the mail server did not answer in time".to_owned()),
        }
    }

    async fn deliver(&self, envelope: &Envelope, bytes: &[u8]) -> Outcome {
        let mut connection = match self.connect().await {
            Ok(connection) => connection,
            Err(reason) => return Outcome::Later(reason),
        };
        let sent = connection.send(envelope, bytes).await;
        // The mail is accepted or it is not; how the connection ends changes nothing.
        connection.abort().await;
        match sent {
            Ok(response) => Outcome::Accepted {
                answer: answer(&response),
                sha256: sha256(bytes),
            },
            Err(error) if error.is_permanent() => Outcome::Refused(reason(&error)),
            Err(error) => Outcome::Later(reason(&error)),
        }
    }

    /// A connection that is secret and logged in. What goes wrong here is about the server and its settings, not about a mail.
    async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let server = &self.server;
        let hello = ClientId::Domain(hello(&server.host));
        let implicit = (server.security == Security::Tls).then(|| self.tls.clone());
        let address = (server.host.as_str(), server.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), &hello, implicit, None)
                .await
                .map_err(|error| reason(&error))?;
        if server.security == Security::StartTls {
            if !connection.can_starttls() {
                connection.abort().await;
                return Err("the mail server does not offer STARTTLS; nothing was sent".to_owned());
            }
            connection
                .starttls(self.tls.clone(), &hello)
                .await
                .map_err(|error| reason(&error))?;
        }
        if !connection.is_encrypted() {
            return Err("the connection is not encrypted; nothing was sent".to_owned());
        }
        if let Some((user, password)) = &server.login {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await
                .map_err(|error| reason(&error))?;
        }
        Ok(connection)
    }
}

/// The name with which we greet. A server needs one; ours says nothing about the machine.
fn hello(host: &str) -> String {
    let domain = host.split_once('.').map_or(host, |(_, domain)| domain);
    format!("meldroute.{domain}")
}

/// The mail as it is sent. Every header is made by a type of its own, so that nothing in a value can begin another header.
fn as_bytes(letter: &Letter) -> Result<(Envelope, Vec<u8>), String> {
    let address = |text: &str| {
        text.parse::<Address>()
            .map_err(|_not_one| "this is no mail address".to_owned())
    };
    let (from, to) = (address(&letter.from)?, address(&letter.to)?);
    let name = one_line(&letter.from_name);
    let message = Message::builder()
        .message_id(Some(format!("<{}>", one_line(&letter.message_id))))
        .date(letter.date.into())
        .from(Mailbox::new(Some(name).filter(|name| !name.is_empty()), from))
        .to(Mailbox::new(None, to))
        .subject(one_line(&letter.subject))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text.clone())
        .map_err(|error| error.to_string())?;
    Ok((message.envelope().clone(), message.formatted()))
}

fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn answer(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}

/// A fault with what lies behind it.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    let mut text = error.to_string();
    let mut inner = std::error::Error::source(error);
    while let Some(error) = inner {
        let words = error.to_string();
        if !text.contains(&words) {
            // Writing into a string can't fail.
            let _ = write!(text, ": {words}");
        }
        inner = error.source();
    }
    text
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
