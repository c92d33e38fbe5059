// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `[smtp]` of `meldroute.toml`: the mail server that takes our mail, and from which address each municipality sends.

use std::{collections::BTreeMap, path::PathBuf};

use meldroute_connect::smtp::{Letter, Outcome, Security, Server, Smtp};
use meldroute_core::{id::MunicipalityId, outgoing::is_address};
use serde::Deserialize;

use crate::{password::Password, stop::Stop};

/// The mail server that takes our mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmtpSettings {
    /// Its name, as its certificate states it.
    host: String,
    /// How the connection is made secret.
    security: SecuritySetting,
    /// Its port; where left out 465 for TLS and 587 for STARTTLS.
    port: Option<u16>,
    /// Certificates to trust in place of the public authorities.
    ca_file: Option<PathBuf>,
    /// The name for logging in.
    user: Option<String>,
    /// A file with the password.
    password_file: Option<PathBuf>,
    /// A command that prints the password: the program and its arguments.
    password_command: Option<Vec<String>>,
    /// The address from which each municipality sends; the others send by hand.
    from: BTreeMap<MunicipalityId, String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SecuritySetting {
    Tls,
    Starttls,
}

impl SmtpSettings {
    /// What can't be used in it.
    pub(crate) fn check(&self) -> Result<(), String> {
        for (municipality, address) in &self.from {
            if !is_address(address) {
                return Err(format!("from: {address} of {municipality} is no mail address"));
            }
        }
        if self.from.is_empty() {
            return Err("from: name the address of at least one municipality".to_owned());
        }
        match (&self.user, &self.password_file, &self.password_command) {
            (None, None, None) | (Some(_), Some(_), None) => Ok(()),
            (Some(_), None, Some(command)) if !command.is_empty() => Ok(()),
            (Some(_), _, _) => {
                Err("user: name one of password_file and password_command beside it".to_owned())
            }
            (None, _, _) => Err("a password needs user beside it".to_owned()),
        }
    }

    /// Of the two ways to give a password, the file.
    #[cfg(test)]
    pub(crate) fn keep_file(&mut self) {
        self.password_command = None;
    }

    /// The addresses from which municipalities send.
    pub(crate) fn from(&self) -> &BTreeMap<MunicipalityId, String> {
        &self.from
    }

    /// The server, with its password as it is now: people change passwords.
    pub(crate) async fn open(&self) -> Result<Smtp, Stop> {
        let (security, port) = match self.security {
            SecuritySetting::Tls => (Security::Tls, 465),
            SecuritySetting::Starttls => (Security::StartTls, 587),
        };
        let login = match &self.user {
            Some(user) => {
                let password = Password::of(self.password_file.clone(), self.password_command.clone());
                let password = password.ok_or_else(|| Stop::refused("[smtp] names no password"))?;
                let read = password.read().await;
                Some((user.clone(), read.map_err(|stop| in_smtp(&stop))?))
            }
            None => None,
        };
        let server = Server {
            host: self.host.clone(),
            port: self.port.unwrap_or(port),
            security,
            ca_file: self.ca_file.clone(),
            login,
        };
        Smtp::new(server).map_err(|error| Stop::refused(format!("[smtp]: {error}")))
    }

    /// One attempt, with the password as it is now.
    pub(super) async fn send(&self, letter: &Letter) -> Outcome {
        match self.open().await {
            Ok(smtp) => smtp.send(letter).await,
            Err(stop) => Outcome::Later(stop.sentences().join("; ")),
        }
    }
}

fn in_smtp(stop: &Stop) -> Stop {
    Stop::refused(format!("[smtp] {}", stop.sentences().join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_password_is_read_for_each_mail() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "geheim").unwrap();
        let text = format!(
            "host = \"localhost\"\nport = 1\nsecurity = \"tls\"\nuser = \"a\"\npassword_file = \"{}\"\n\
             from = {{ heemstede = \"a@b.example\" }}",
            file.path().display()
        );
        let settings: SmtpSettings = toml::from_str(&text).unwrap();
        let letter = Letter {
            message_id: "1@b.example".to_owned(),
            from_name: String::new(),
            from: "a@b.example".to_owned(),
            to: "c@d.example".to_owned(),
            subject: String::new(),
            text: String::new(),
            date: chrono::DateTime::UNIX_EPOCH,
        };
        let Outcome::Later(why) = settings.send(&letter).await else {
            panic!("nobody listens there");
        };
        assert!(!why.contains("password"), "{why}");
        std::fs::write(file.path(), "").unwrap();
        let Outcome::Later(why) = settings.send(&letter).await else {
            panic!("nobody listens there");
        };
        assert!(
            why.contains("[smtp] password_file") && why.ends_with("the password is empty"),
            "{why}"
        );
    }
}
