// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! IMAP (RFC 3501) over TLS from the first byte; there is no way to speak it in plain text.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};

use async_imap::{Authenticator, Client, Session, error::Error, types::UnsolicitedResponse};
use chrono::{DateTime, Utc};
use futures_util::TryStreamExt as _;
use rustls::pki_types::ServerName;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::{
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::{BEGINNING, Fetched, Later, Listed, MailboxError, SharedMailbox};
use crate::tls;

/// A mail server, and the folders of one user on it.
#[derive(Clone, Debug)]
pub struct ImapServer {
    /// The host, as its certificate names it.
    pub host: String,
    /// The port; TLS begins at once, as on port 993.
    pub port: u16,
    /// Who logs in.
    pub user: String,
    /// The password.
    pub password: SecretString,
    /// Where messages come in.
    pub folder: String,
    /// Where they go when they are processed.
    pub processed_folder: String,
    /// The certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a message may take: the largest over a slow line.
const LONG_PATIENCE: Duration = Duration::from_mins(10);
/// How long a server may be left to tell by itself: lines that are silent for longer are cut off without a word.
const IDLE: Duration = Duration::from_mins(5);

pub(super) struct Imap {
    /// Gone while the server tells of news, and after an error.
    session: Option<Session<TlsStream<TcpStream>>>,
    folder: String,
    processed_folder: String,
    /// The folder that is open, with its UIDVALIDITY: elsewhere and under another number the same UIDs are other messages.
    selected: (String, u32),
    can_idle: bool,
    can_move: bool,
    /// Whether it can expunge what it is told to (UIDPLUS). A plain EXPUNGE also takes what others marked.
    can_delete: bool,
}

pub(super) async fn open(server: &ImapServer) -> Result<Imap, MailboxError> {
    Box::pin(within(PATIENCE, log_in(server))).await
}

async fn within<T>(
    limit: Duration,
    answer: impl Future<Output = Result<T, MailboxError>> + Send,
) -> Result<T, MailboxError> {
    timeout(limit, answer)
        .await
        .map_err(|_elapsed| MailboxError::TimedOut)?
}

async fn log_in(server: &ImapServer) -> Result<Imap, MailboxError> {
    let config = tls::client(server.ca_file.as_deref()).map_err(MailboxError::Settings)?;
    let host = ServerName::try_from(server.host.clone())
        .map_err(|_why| MailboxError::Settings(format!("{} is no name of a host", server.host)))?;
    let stream = TcpStream::connect((server.host.as_str(), server.port)).await?;
    let stream = TlsConnector::from(Arc::new(config)).connect(host, stream).await?;
    let mut client = Client::new(stream);
    client.read_response().await?.ok_or(MailboxError::Answer)?;
    let plain = &Plain(SecretString::from(format!(
        "\0{}\0{}",
        server.user,
        server.password.expose_secret()
    )));
    let mut session = client
        .authenticate("PLAIN", plain)
        .await
        .map_err(|(error, _)| match error {
            Error::No(_) | Error::Bad(_) => MailboxError::LogIn,
            other => other.into(),
        })?;
    let offers = session.capabilities().await?;
    // It is there already, except the first time.
    match session.create(&server.processed_folder).await {
        Ok(()) | Err(Error::No(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let mut imap = Imap {
        session: Some(session),
        folder: server.folder.clone(),
        processed_folder: server.processed_folder.clone(),
        selected: (String::new(), 0),
        can_idle: offers.has_str("IDLE"),
        can_move: offers.has_str("MOVE"),
        can_delete: offers.has_str("UIDPLUS"),
    };
    // Said now rather than when the first message must be moved.
    imap.select(&server.processed_folder).await?;
    imap.select(&server.folder).await?;
    Ok(imap)
}

/// The answer to AUTHENTICATE PLAIN (RFC 4616), which holds any UTF-8.
struct Plain(SecretString);

impl Authenticator for &Plain {
    type Response = Vec<u8>;

    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        self.0.expose_secret().as_bytes().to_vec()
    }
}

impl Imap {
    fn session(&mut self) -> Result<&mut Session<TlsStream<TcpStream>>, MailboxError> {
        self.session.as_mut().ok_or(MailboxError::Answer)
    }

    async fn select(&mut self, folder: &str) -> Result<(), MailboxError> {
        let selected = self
            .session()?
            .select(folder)
            .await
            .map_err(|error| match error {
                Error::No(_) => MailboxError::Folder(folder.to_owned()),
                other => other.into(),
            })?;
        let validity = selected.uid_validity.ok_or(MailboxError::Lacks("UIDVALIDITY"))?;
        self.selected = (folder.to_owned(), validity);
        Ok(())
    }

    async fn listed(&mut self) -> Result<Vec<Listed>, MailboxError> {
        if self.selected.0 != self.folder {
            self.select(&self.folder.clone()).await?;
        }
        // What was told until now is in the list. Left where it is, it would take the room of news.
        let told = &self.session()?.unsolicited_responses;
        tells_of_new(|| told.try_recv().ok());
        if self.can_move || self.can_delete {
            self.with_sizes(&["1:*".to_owned()]).await
        } else {
            // What was marked as deleted was copied before, and can't be taken away.
            self.found("UNDELETED").await
        }
    }

    /// The messages of the open folder for which something holds.
    async fn found(&mut self, what: &str) -> Result<Vec<Listed>, MailboxError> {
        let uids: Vec<u32> = self.session()?.uid_search(what).await?.into_iter().collect();
        let texts: Vec<String> = uids.iter().map(u32::to_string).collect();
        // A line of a command must not grow without bounds.
        let sets: Vec<String> = texts.chunks(200).map(|some| some.join(",")).collect();
        self.with_sizes(&sets).await
    }

    /// The messages of these sets of UIDs in the open folder, oldest first.
    async fn with_sizes(&mut self, sets: &[String]) -> Result<Vec<Listed>, MailboxError> {
        let mut found: BTreeMap<u32, Option<u32>> = BTreeMap::new();
        for set in sets {
            let mut answers = self.session()?.uid_fetch(set, "(UID RFC822.SIZE)").await?;
            while let Some(answer) = answers.try_next().await? {
                // Others may come between, without a size: somebody marked a message as read.
                if let Some(uid) = answer.uid {
                    let size = found.entry(uid).or_default();
                    *size = answer.size.or(*size);
                }
            }
        }
        let (folder, validity) = &self.selected;
        let listed = found.into_iter().map(|(uid, size)| Listed {
            key: format!("{folder}.{validity}.{uid}"),
            label: format!("UID {uid}"),
            size: size.map(u64::from),
        });
        Ok(listed.collect())
    }

    /// The UID of a message that was listed in this folder as it is.
    fn uid(&self, message: &Listed) -> Result<u32, MailboxError> {
        let (place, uid) = message.key.rsplit_once('.').ok_or(MailboxError::Answer)?;
        let (folder, validity) = &self.selected;
        if place != format!("{folder}.{validity}") {
            return Err(MailboxError::Answer);
        }
        uid.parse().map_err(|_no_number| MailboxError::Answer)
    }

    async fn fetched(&mut self, message: &Listed, most: usize) -> Result<Option<Fetched>, MailboxError> {
        let uid = self.uid(message)?;
        let size = message.size.ok_or(MailboxError::Incomplete)?;
        let fits = usize::try_from(size).is_ok_and(|size| size <= most);
        let what = if fits {
            "(UID BODY.PEEK[])".to_owned()
        } else {
            format!("(UID BODY.PEEK[]<0.{BEGINNING}>)")
        };
        let (mut body, mut is_there) = (None, false);
        let mut answers = self.session()?.uid_fetch(uid.to_string(), what).await?;
        while let Some(answer) = answers.try_next().await? {
            // Others may come between: somebody marked another message as read.
            if answer.uid == Some(uid) {
                is_there = true;
                body = answer.body().map(<[u8]>::to_vec).or(body);
            }
        }
        match body {
            Some(body) if fits => Ok(Some(Fetched::Whole(body))),
            Some(body) => Ok(Some(Fetched::Beginning(body))),
            None if is_there => Err(MailboxError::Incomplete),
            None => Ok(None),
        }
    }

    async fn moved(&mut self, message: &Listed) -> Result<(), MailboxError> {
        let uid = self.uid(message)?.to_string();
        let folder = self.processed_folder.clone();
        if self.can_move {
            self.session()?.uid_mv(&uid, folder).await?;
            return Ok(());
        }
        self.session()?.uid_copy(&uid, folder).await?;
        self.take_away(&uid).await
    }

    /// Deletes a message and no other. Where the server can't do that, the message stays, marked as deleted.
    async fn take_away(&mut self, uid: &str) -> Result<(), MailboxError> {
        let mark = format!("UID STORE {uid} +FLAGS.SILENT (\\Deleted)");
        self.session()?.run_command_and_check_ok(mark).await?;
        if self.can_delete {
            let expunge = format!("UID EXPUNGE {uid}");
            self.session()?.run_command_and_check_ok(expunge).await?;
        }
        Ok(())
    }

    async fn processed_before(&mut self, before: DateTime<Utc>) -> Result<Vec<Listed>, MailboxError> {
        self.select(&self.processed_folder.clone()).await?;
        self.found(&format!("BEFORE {}", before.format("%-d-%b-%Y")))
            .await
    }

    async fn deleted(&mut self, message: &Listed) -> Result<(), MailboxError> {
        if !self.can_delete {
            return Err(MailboxError::Lacks("UIDPLUS"));
        }
        let uid = self.uid(message)?.to_string();
        self.take_away(&uid).await
    }

    /// Lets the server tell (RFC 2177).
    async fn idle(&mut self, at_most: Duration) -> Result<(), MailboxError> {
        let at_most = at_most.min(IDLE);
        let session = self.session.take().ok_or(MailboxError::Answer)?;
        let told = session.unsolicited_responses.clone();
        let mut idle = session.idle();
        within(PATIENCE, async { Ok(idle.init().await?) }).await?;
        // What came while IDLE began is not told again.
        if !tells_of_new(|| told.try_recv().ok()) {
            let (news, _interrupt) = idle.wait_with_timeout(at_most);
            // A server that says "still here" now and then does not make the wait longer.
            let _ = timeout(at_most, news).await;
        }
        self.session = Some(within(PATIENCE, async { Ok(idle.done().await?) }).await?);
        Ok(())
    }
}

/// Whether the server told of new messages while it answered something else.
fn tells_of_new(mut next: impl FnMut() -> Option<UnsolicitedResponse>) -> bool {
    let mut told = false;
    while let Some(response) = next() {
        told |= matches!(response, UnsolicitedResponse::Exists(_));
    }
    told
}

impl SharedMailbox for Imap {
    fn list(&mut self, _now: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(within(LONG_PATIENCE, self.listed()))
    }

    fn fetch<'a>(&'a mut self, message: &'a Listed, most: usize) -> Later<'a, Option<Fetched>> {
        Box::pin(within(LONG_PATIENCE, self.fetched(message, most)))
    }

    fn mark_processed<'a>(&'a mut self, message: &'a Listed, _now: DateTime<Utc>) -> Later<'a, ()> {
        Box::pin(within(PATIENCE, self.moved(message)))
    }

    fn processed(&mut self, before: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(within(LONG_PATIENCE, self.processed_before(before)))
    }

    fn can_delete(&self) -> bool {
        self.can_delete
    }

    fn delete<'a>(&'a mut self, message: &'a Listed) -> Later<'a, ()> {
        Box::pin(within(PATIENCE, self.deleted(message)))
    }

    fn wait(&mut self, at_most: Duration) -> Later<'_, ()> {
        Box::pin(async move {
            let told = &self.session()?.unsolicited_responses;
            if tells_of_new(|| told.try_recv().ok()) {
                Ok(())
            } else if self.can_idle {
                self.idle(at_most).await
            } else {
                sleep(at_most).await;
                Ok(())
            }
        })
    }
}

impl From<Error> for MailboxError {
    fn from(error: Error) -> Self {
        match error {
            Error::Io(error) => error.into(),
            Error::ConnectionLost => Self::Unreachable(std::io::ErrorKind::ConnectionReset),
            Error::No(_) | Error::Bad(_) => Self::Refused,
            Error::Validate(_) => Self::Settings("a name in the settings holds a line break".to_owned()),
            _ => Self::Answer,
        }
    }
}
