// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `[smtp]` of `meldroute.toml`: the mail server that takes our mail, and from which address each municipality sends.

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

use meldroute_connect::smtp::{Security, Server, Smtp};
use meldroute_core::{id::MunicipalityId, outgoing::is_address};
use secrecy::SecretString;
use serde::Deserialize;

use crate::stop::Stop;

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
    pub(crate) fn open(&self) -> Result<Smtp, Stop> {
        let (security, port) = match self.security {
            SecuritySetting::Tls => (Security::Tls, 465),
            SecuritySetting::Starttls => (Security::StartTls, 587),
        };
        let login = match &self.user {
            Some(user) => Some((user.clone(), self.password()?)),
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

    fn password(&self) -> Result<SecretString, Stop> {
        let text = if let Some(file) = &self.password_file {
            fs::read_to_string(file)
                .map_err(|error| Stop::refused(format!("[smtp] password_file {}: {error}", file.display())))?
        } else {
            let command = self.password_command.as_deref().unwrap_or_default();
            let (program, arguments) = command
                .split_first()
                .ok_or_else(|| Stop::refused("[smtp] password_command is empty"))?;
            let why = |why: &dyn std::fmt::Display| {
                Stop::refused(format!("[smtp] password_command {program}: {why}"))
            };
            let output = Command::new(program)
                .args(arguments)
                .stderr(std::process::Stdio::inherit())
                .output()
                .map_err(|error| why(&error))?;
            if !output.status.success() {
                return Err(why(&output.status));
            }
            String::from_utf8(output.stdout).unwrap_or_default()
        };
        Ok(SecretString::from(text.trim_end_matches(['\r', '\n']).to_owned()))
    }
}
