// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `[[mailbox]]` in `meldroute.toml`. Which settings belong to which kind is checked as the file is read, so that what is wrong
//! is said with its line.

use std::{path::PathBuf, time::Duration};

use meldroute_connect::mailbox::{DropFolder, GraphServer, ImapServer, JmapServer, Server};
use secrecy::SecretString;
use serde::Deserialize;

use crate::{password::Password, stop::Stop};

/// A shared mailbox that is read.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Table")]
pub(crate) struct MailboxSettings {
    /// What people call it.
    pub(crate) name: String,
    /// Whose it is; needed where there are several municipalities.
    pub(crate) municipality: Option<String>,
    /// After how many days what was processed is deleted.
    pub(crate) delete_after_days: u16,
    /// The name by which the own mail server signs what it found about senders; without it no such finding is believed.
    pub(crate) authserv_id: Option<String>,
    /// How long to wait for news before looking again.
    pub(crate) poll: Duration,
    place: Place,
    secret: Option<Password>,
}

/// Where it is, without its secret.
#[derive(Clone, Debug)]
enum Place {
    Imap(ImapServer),
    Folder(DropFolder),
    Graph(GraphServer),
    Jmap(JmapServer),
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Imap,
    Folder,
    Graph,
    Jmap,
}

/// The settings as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    name: String,
    kind: Kind,
    municipality: Option<String>,
    authserv_id: Option<String>,
    #[serde(default = "thirty")]
    delete_after_days: u16,
    #[serde(default = "sixty")]
    poll_seconds: u64,
    host: Option<String>,
    port: Option<u16>,
    user: Option<String>,
    password_file: Option<PathBuf>,
    password_command: Option<Vec<String>>,
    folder: Option<String>,
    processed_folder: Option<String>,
    ca_file: Option<PathBuf>,
    url: Option<String>,
    log_in_url: Option<String>,
    tenant: Option<String>,
    client_id: Option<String>,
    mailbox: Option<String>,
}

fn thirty() -> u16 {
    30
}

fn sixty() -> u64 {
    60
}

/// The folder for what was processed, where no other is named.
const PROCESSED: &str = "Verwerkt";
/// How long a file in a drop folder must have rested.
const SETTLED: Duration = Duration::from_secs(5);
/// The longest wait between two looks: people must hear within the hour that a mailbox is not read.
const LONGEST_POLL: u64 = 900;

impl TryFrom<Table> for MailboxSettings {
    type Error = String;

    fn try_from(mut table: Table) -> Result<Self, String> {
        if table.delete_after_days == 0 {
            return Err("delete_after_days must be at least 1".to_owned());
        }
        let authserv_id = table.authserv_id.as_deref().unwrap_or("mx");
        if authserv_id.is_empty() || authserv_id.contains(|c: char| c.is_whitespace() || c == ';') {
            return Err("authserv_id must be one word: the first of Authentication-Results".to_owned());
        }
        if !(1..=LONGEST_POLL).contains(&table.poll_seconds) {
            return Err(format!("poll_seconds must be from 1 to {LONGEST_POLL}"));
        }
        let (place, has_secret) = match table.kind {
            Kind::Imap => (Place::Imap(table.imap()?), true),
            Kind::Folder => (Place::Folder(table.drop_folder()?), false),
            Kind::Graph => (Place::Graph(table.graph()?), true),
            Kind::Jmap => (Place::Jmap(table.jmap()?), true),
        };
        let secret = if has_secret { Some(table.secret()?) } else { None };
        if let Some(unused) = table.left_over() {
            return Err(format!("{unused} means nothing for a mailbox of this kind"));
        }
        Ok(Self {
            name: table.name,
            municipality: table.municipality,
            authserv_id: table.authserv_id,
            delete_after_days: table.delete_after_days,
            poll: Duration::from_secs(table.poll_seconds),
            place,
            secret,
        })
    }
}

/// A setting that this kind of mailbox can't do without.
fn needed<T>(value: &mut Option<T>, name: &str) -> Result<T, String> {
    value
        .take()
        .ok_or_else(|| format!("{name} is missing for a mailbox of this kind"))
}

impl Table {
    fn imap(&mut self) -> Result<ImapServer, String> {
        let folder = self.folder.take().unwrap_or_else(|| "INBOX".to_owned());
        let processed_folder = self.processed_beside(&folder)?;
        // IMAP writes other letters in a way of its own.
        if !folder.is_ascii() || !processed_folder.is_ascii() {
            return Err("folder and processed_folder may hold plain letters only".to_owned());
        }
        Ok(ImapServer {
            host: needed(&mut self.host, "host")?,
            port: self.port.take().unwrap_or(993),
            user: needed(&mut self.user, "user")?,
            password: SecretString::default(),
            folder,
            processed_folder,
            ca_file: self.ca_file.take(),
        })
    }

    fn drop_folder(&mut self) -> Result<DropFolder, String> {
        Ok(DropFolder {
            folder: needed(&mut self.folder, "folder")?.into(),
            settled: SETTLED,
        })
    }

    fn graph(&mut self) -> Result<GraphServer, String> {
        let or = |value: &mut Option<String>, other: &str| value.take().unwrap_or_else(|| other.to_owned());
        let folder = or(&mut self.folder, "inbox");
        Ok(GraphServer {
            url: or(&mut self.url, "https://graph.microsoft.com/v1.0"),
            log_in_url: or(&mut self.log_in_url, "https://login.microsoftonline.com"),
            tenant: needed(&mut self.tenant, "tenant")?,
            client_id: needed(&mut self.client_id, "client_id")?,
            secret: SecretString::default(),
            mailbox: needed(&mut self.mailbox, "mailbox")?,
            processed_folder: self.processed_beside(&folder)?,
            folder,
            ca_file: self.ca_file.take(),
        })
    }

    fn jmap(&mut self) -> Result<JmapServer, String> {
        let folder = self.folder.take().unwrap_or_else(|| "inbox".to_owned());
        Ok(JmapServer {
            url: needed(&mut self.url, "url")?,
            user: self.user.take(),
            secret: SecretString::default(),
            mailbox: self.mailbox.take(),
            processed_folder: self.processed_beside(&folder)?,
            folder,
            ca_file: self.ca_file.take(),
        })
    }

    /// Where messages go that are stored: no folder in which mail arrives.
    fn processed_beside(&mut self, folder: &str) -> Result<String, String> {
        let processed = self.processed_folder.take();
        let processed = processed.unwrap_or_else(|| PROCESSED.to_owned());
        let taken = [folder, "inbox"];
        if taken.iter().any(|taken| taken.eq_ignore_ascii_case(&processed)) {
            return Err(
                "processed_folder must be a folder of its own: what was stored is deleted there in time"
                    .to_owned(),
            );
        }
        Ok(processed)
    }

    fn secret(&mut self) -> Result<Password, String> {
        Password::of(self.password_file.take(), self.password_command.take())
            .ok_or_else(|| "name one of password_file and password_command".to_owned())
    }

    /// A setting that nobody took.
    fn left_over(&self) -> Option<&'static str> {
        let given = [
            ("host", self.host.is_some()),
            ("port", self.port.is_some()),
            ("user", self.user.is_some()),
            ("password_file", self.password_file.is_some()),
            ("password_command", self.password_command.is_some()),
            ("folder", self.folder.is_some()),
            ("processed_folder", self.processed_folder.is_some()),
            ("ca_file", self.ca_file.is_some()),
            ("url", self.url.is_some()),
            ("log_in_url", self.log_in_url.is_some()),
            ("tenant", self.tenant.is_some()),
            ("client_id", self.client_id.is_some()),
            ("mailbox", self.mailbox.is_some()),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
    }
}

impl MailboxSettings {
    /// Where the mailbox is, with its secret as it is now: people change passwords.
    pub(crate) async fn server(&self) -> Result<Server, Stop> {
        let secret = match &self.secret {
            None => SecretString::default(),
            Some(secret) => secret.read().await?,
        };
        Ok(match self.place.clone() {
            Place::Imap(server) => Server::Imap(ImapServer {
                password: secret,
                ..server
            }),
            Place::Folder(folder) => Server::Folder(folder),
            Place::Graph(server) => Server::Graph(GraphServer { secret, ..server }),
            Place::Jmap(server) => Server::Jmap(JmapServer { secret, ..server }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(lines: &str) -> String {
        let text = format!("name = \"a\"\n{lines}");
        toml::from_str::<MailboxSettings>(&text)
            .unwrap_err()
            .message()
            .to_owned()
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (lines, expected) in [
            (
                "kind = \"imap\"\nuser = \"a\"\npassword_file = \"b\"",
                "host is missing",
            ),
            (
                "kind = \"imap\"\nfolder = \"Post\"\nprocessed_folder = \"post\"",
                "processed_folder must be a folder of its own",
            ),
            (
                "kind = \"jmap\"\nurl = \"a\"\nfolder = \"Post\"\nprocessed_folder = \"INBOX\"",
                "processed_folder must be a folder of its own",
            ),
            (
                "kind = \"imap\"\nuser = \"a\"\nhost = \"b\"",
                "name one of password_file and",
            ),
            (
                "kind = \"folder\"\nfolder = \"a\"\nuser = \"b\"",
                "user means nothing",
            ),
            (
                "kind = \"folder\"\nfolder = \"a\"\npoll_seconds = 901",
                "poll_seconds must be",
            ),
            (
                "kind = \"folder\"\nfolder = \"a\"\ndelete_after_days = 0",
                "delete_after_days must be",
            ),
            (
                "kind = \"folder\"\nfolder = \"a\"\nauthserv_id = \"mx.a.example; spf=pass\"",
                "authserv_id must be one word",
            ),
            ("kind = \"pop3\"", "unknown variant `pop3`"),
            (
                "kind = \"folder\"\nplain_text = true",
                "unknown field `plain_text`",
            ),
        ] {
            let said = problem(lines);
            assert!(said.contains(expected), "{said}");
        }
    }

    #[tokio::test]
    async fn a_secret_is_not_shown() {
        let text = "name = \"a\"\nkind = \"jmap\"\nurl = \"https://mail.example\"\npassword_command = [\"printf\", \"geheim\\\\n\"]";
        let settings: MailboxSettings = toml::from_str(text).unwrap();
        let server = settings.server().await.unwrap();
        assert!(!format!("{server:?}").contains("geheim"));
    }
}
