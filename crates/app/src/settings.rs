// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Settings of an installation: `meldroute.toml`, and where a command finds data and key.

use std::{
    fs,
    net::SocketAddr,
    num::NonZeroU16,
    path::{Path, PathBuf},
    process::Command,
};

use clap::Args;
use meldroute_connect::clamd::Address;
use meldroute_vault::{key::InstallationKey, keyfile};
use serde::{Deserialize, de::Error as _};

use crate::{
    mailbox::MailboxSettings, outbox::SmtpSettings, processing::LogSettings, register::RegisterSettings,
    stop::Stop,
};

/// The file `meldroute.toml`; `docs/meldroute.toml` shows each setting.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// A folder, or a `postgres://` URL.
    pub(crate) data: Option<String>,
    /// Where `serve` listens.
    pub(crate) listen: Option<SocketAddr>,
    /// The address that people use.
    pub(crate) public_url: Option<String>,
    /// The file of the installation's key.
    pub(crate) key_file: Option<PathBuf>,
    /// A command that prints the installation's key: the program and its arguments.
    pub(crate) key_command: Option<Vec<String>>,
    /// A proxy of ours stands before the program.
    #[serde(default)]
    pub(crate) trusted_proxy: bool,
    /// Where the virus scanner listens.
    #[serde(default, deserialize_with = "scanner")]
    pub(crate) clamd: Option<Address>,
    /// Where to report a weakness.
    pub(crate) security_contact: Option<String>,
    /// The shared mailboxes that are read.
    #[serde(default, rename = "mailbox")]
    pub(crate) mailboxes: Vec<MailboxSettings>,
    /// The connections to registers and other sources.
    #[serde(default, rename = "register")]
    pub(crate) registers: Vec<RegisterSettings>,
    /// How many days a link to one question works.
    pub(crate) question_days: Option<u16>,
    /// How many reports the public form takes from one network in an hour.
    pub(crate) public_reports_per_network: Option<NonZeroU16>,
    /// The list of what was destroyed, which a restore asks for.
    pub(crate) destroyed_list: Option<PathBuf>,
    /// The mail server that takes our mail; without it people send by hand.
    pub(crate) smtp: Option<SmtpSettings>,
    /// Where the processing log and the log of decisions are sent on; without it they stay here.
    pub(crate) processing_log: Option<LogSettings>,
}

/// Reads the address of the scanner, with a sentence that says how it is written.
fn scanner<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<Address>, D::Error> {
    let text = String::deserialize(value)?;
    let address = text.parse::<Address>();
    address
        .map(Some)
        .map_err(|wrong| D::Error::custom(format!("clamd: {wrong}")))
}

/// Where `serve` listens when nothing is set: this machine only, behind a proxy.
pub(crate) const LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

/// The line of a place in a text.
fn line_of(text: &str, place: usize) -> usize {
    1 + text.bytes().take(place).filter(|byte| *byte == b'\n').count()
}

impl Settings {
    /// Reads the file.
    pub(crate) fn read(file: &Path) -> Result<Self, Stop> {
        let text = fs::read_to_string(file)
            .map_err(|error| Stop::wrong_call(format!("{}: {error}", file.display())))?;
        let settings: Self = toml::from_str(&text).map_err(|error| {
            let line = line_of(&text, error.span().map_or(0, |span| span.start));
            Stop::refused(format!("{}:{line}: {}", file.display(), error.message()))
        })?;
        if settings.key_file.is_some() && settings.key_command.is_some() {
            return Err(Stop::refused(format!(
                "{}: key_file and key_command exclude each other; keep one of them",
                file.display()
            )));
        }
        if let Some(Err(reason)) = settings.smtp.as_ref().map(SmtpSettings::check) {
            return Err(Stop::refused(format!("{}: [smtp] {reason}", file.display())));
        }
        Ok(settings)
    }
}

/// Options of every command that works on an installation.
#[derive(Args, Clone, Debug)]
pub(crate) struct Place {
    /// The folder of a SQLite installation, or the postgres:// URL of one on PostgreSQL
    #[arg(long, value_name = "PATH|URL", env = "MELDROUTE_DATA", hide_env_values = true)]
    data: Option<String>,
    /// The file of the installation's key [default: installation.key in the data folder]
    #[arg(long, value_name = "FILE", env = "MELDROUTE_KEY", hide_env_values = true)]
    key: Option<PathBuf>,
    /// Settings to take data and key from
    #[arg(long, value_name = "FILE", env = "MELDROUTE_CONFIG")]
    config: Option<PathBuf>,
}

/// The file name of the key in a data folder.
const KEY_FILE: &str = "installation.key";

impl Place {
    /// Data with its key, which lies in the data folder when none is named.
    pub(crate) fn of(data: String, key: Option<PathBuf>) -> Self {
        Self {
            data: Some(data),
            key,
            config: None,
        }
    }

    /// The settings of `--config`, with what the command line says before them.
    pub(crate) fn settings(&self) -> Result<Settings, Stop> {
        let mut settings = match &self.config {
            Some(file) => Settings::read(file)?,
            None => Settings::default(),
        };
        if self.data.is_some() {
            settings.data.clone_from(&self.data);
        }
        if self.key.is_some() {
            settings.key_file.clone_from(&self.key);
            settings.key_command = None;
        }
        if settings.data.is_none() {
            return Err(Stop::wrong_call(
                "say where the data is: --data PATH|URL, or data in the file of --config",
            ));
        }
        Ok(settings)
    }
}

impl Settings {
    /// Where the data is; [`Place::settings`] made sure that it is known.
    pub(crate) fn data(&self) -> &str {
        self.data.as_deref().unwrap_or_default()
    }

    /// Whether the data is in a database of PostgreSQL.
    pub(crate) fn on_postgres(&self) -> bool {
        is_url(self.data())
    }

    /// The file of the key.
    pub(crate) fn key_path(&self) -> Result<PathBuf, Stop> {
        match &self.key_file {
            Some(file) => Ok(file.clone()),
            None if self.on_postgres() => Err(Stop::wrong_call(
                "a database on PostgreSQL needs --key FILE, or key_file or key_command in the file of --config",
            )),
            None => Ok(Path::new(self.data()).join(KEY_FILE)),
        }
    }

    /// The installation's key.
    pub(crate) fn key(&self) -> Result<InstallationKey, Stop> {
        match &self.key_command {
            Some(command) => ask(command),
            None => Ok(keyfile::load(&self.key_path()?)?),
        }
    }
}

/// Whether data is named by a URL of PostgreSQL.
fn is_url(data: &str) -> bool {
    data.starts_with("postgres://") || data.starts_with("postgresql://")
}

/// Runs the command that prints the key. Its error output goes to ours; what it prints is shown to nobody.
fn ask(command: &[String]) -> Result<InstallationKey, Stop> {
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| Stop::refused("key_command is empty; name a program and its arguments"))?;
    let output = Command::new(program)
        .args(arguments)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| Stop::refused(format!("key_command {program}: {error}")))?;
    if !output.status.success() {
        return Err(Stop::refused(format!(
            "key_command {program} ended with {}",
            output.status
        )));
    }
    let text = String::from_utf8(output.stdout).unwrap_or_default();
    InstallationKey::from_hex(&text).map_err(|_not_a_key| {
        Stop::refused(format!(
            "key_command {program} printed no key: it must be 64 hexadecimal digits"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_in_the_documents_is_right() {
        let sample = include_str!("../../../docs/meldroute.toml");
        let settings: Settings = toml::from_str(sample).unwrap();
        assert_eq!(settings.listen, Some(LISTEN));
        // Each setting that is commented out must be right, too.
        let set: Vec<&str> = sample
            .lines()
            .filter_map(|line| line.strip_prefix('#'))
            .filter(|line| line.starts_with('[') || (!line.starts_with(' ') && line.contains(" = ")))
            .collect();
        let rest: Settings = toml::from_str(&set.join("\n")).unwrap();
        assert!(rest.key_command.is_some() && rest.public_url.is_some());
        assert_eq!(rest.mailboxes.len(), 4, "one of each kind");
        assert_eq!(
            rest.registers.len(),
            3,
            "a service with each way to give a key, and a table"
        );
        let mut smtp = rest.smtp.unwrap();
        assert_eq!(
            smtp.check(),
            Err("user: name one of password_file and password_command beside it".to_owned()),
            "the sample shows both"
        );
        smtp.keep_file();
        assert_eq!(smtp.check(), Ok(()));
        assert!(rest.processing_log.is_some());
        assert_eq!(rest.clamd, Some(Address::Socket("/run/clamav/clamd.ctl".into())));
    }
}
