// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `[[register]]` in `meldroute.toml`: where a source of the municipality's `registers.toml` is. What is wrong is said with its line as
//! the file is read.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use meldroute_connect::register::{PATIENCE, Service, Source};
use meldroute_core::id::RegisterId;
use serde::Deserialize;

use crate::{password::Password, stop::Stop};

/// A source to which there is a connection.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Table")]
pub(crate) struct RegisterSettings {
    /// Its name in `registers.toml`.
    pub(crate) id: RegisterId,
    /// Whose it is; needed where there are several municipalities.
    pub(crate) municipality: Option<String>,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    /// A service, without its key, which is read for each question.
    Service(Service, Option<Password>),
    /// A table in a file.
    File(PathBuf),
}

/// The settings as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: RegisterId,
    municipality: Option<String>,
    file: Option<PathBuf>,
    url: Option<String>,
    key_file: Option<PathBuf>,
    key_command: Option<Vec<String>>,
    key_header: Option<String>,
    headers: Option<BTreeMap<String, String>>,
    ca_file: Option<PathBuf>,
    timeout_seconds: Option<u64>,
}

/// The longest time for an answer: somebody waits for the page.
const LONGEST_TIMEOUT: u64 = 20;

impl TryFrom<Table> for RegisterSettings {
    type Error = String;

    fn try_from(table: Table) -> Result<Self, String> {
        let (id, municipality) = (table.id.clone(), table.municipality.clone());
        let named = |why| format!("register {id}: {why}");
        let place = table.place().map_err(named)?;
        Ok(Self {
            id,
            municipality,
            place,
        })
    }
}

impl Table {
    fn place(self) -> Result<Place, String> {
        match (&self.file, &self.url) {
            (Some(_), Some(_)) => Err("file and url exclude each other; keep one of them".to_owned()),
            (None, None) => Err("name one of url (a service) and file (a table)".to_owned()),
            (Some(file), None) => match self.of_service() {
                Some(unused) => Err(format!("{unused} means nothing for a table in a file")),
                None => Ok(Place::File(file.clone())),
            },
            (None, Some(url)) => {
                let url = url.clone();
                self.service(url)
            }
        }
    }

    /// A setting that only a service has.
    fn of_service(&self) -> Option<&'static str> {
        let given = [
            ("key_file", self.key_file.is_some()),
            ("key_command", self.key_command.is_some()),
            ("key_header", self.key_header.is_some()),
            ("headers", self.headers.is_some()),
            ("ca_file", self.ca_file.is_some()),
            ("timeout_seconds", self.timeout_seconds.is_some()),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
    }

    fn service(self, url: String) -> Result<Place, String> {
        let seconds = self.timeout_seconds.unwrap_or(PATIENCE.as_secs());
        if !(1..=LONGEST_TIMEOUT).contains(&seconds) {
            return Err(format!("timeout_seconds must be from 1 to {LONGEST_TIMEOUT}"));
        }
        let wanted = self.key_file.is_some() || self.key_command.is_some();
        let key = Password::key_of(self.key_file, self.key_command);
        if wanted && key.is_none() {
            return Err("name one of key_file and key_command".to_owned());
        }
        if self.key_header.is_some() && key.is_none() {
            return Err("key_header needs key_file or key_command beside it".to_owned());
        }
        let service = Service {
            url,
            key: None,
            key_header: self.key_header,
            headers: self.headers.unwrap_or_default(),
            ca_file: self.ca_file,
            patience: Duration::from_secs(seconds),
        };
        service.check()?;
        Ok(Place::Service(service, key))
    }
}

impl RegisterSettings {
    /// Whether it is a service, and no table.
    pub(crate) fn is_service(&self) -> bool {
        matches!(self.place, Place::Service(..))
    }

    /// Where the source is, with its key as it is now: people change keys.
    pub(super) async fn source(&self) -> Result<Source, Stop> {
        Ok(match &self.place {
            Place::File(file) => Source::File(file.clone()),
            Place::Service(service, key) => {
                let key = match key {
                    None => None,
                    Some(key) => Some(key.read().await?),
                };
                Source::Service(Service {
                    key,
                    ..service.clone()
                })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(lines: &str) -> String {
        let read = toml::from_str::<RegisterSettings>(&format!("id = \"bag\"\n{lines}"));
        read.unwrap_err().message().to_owned()
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (lines, expected) in [
            ("", "name one of url (a service) and file (a table)"),
            (
                "file = \"a\"\nurl = \"https://a.example\"",
                "file and url exclude each other",
            ),
            (
                "file = \"a\"\nkey_file = \"b\"",
                "key_file means nothing for a table",
            ),
            (
                "file = \"a\"\ntimeout_seconds = 3",
                "timeout_seconds means nothing",
            ),
            (
                "url = \"http://bag.example\"",
                "url: http://bag.example is not an address",
            ),
            (
                "url = \"https://a.example\"\ntimeout_seconds = 21",
                "timeout_seconds must be from 1 to 20",
            ),
            (
                "url = \"https://a.example\"\nkey_file = \"b\"\nkey_command = [\"c\"]",
                "name one of key_file and key_command",
            ),
            (
                "url = \"https://a.example\"\nkey_header = \"x-key\"",
                "key_header needs key_file",
            ),
            (
                "url = \"https://a.example\"\nkey_file = \"b\"\nkey_header = \"x key\"",
                "key_header: x key is no name",
            ),
            (
                "url = \"https://a.example\"\nheaders = { \"x y\" = \"z\" }",
                "headers: x y can't be sent",
            ),
            (
                "url = \"https://a.example\"\nkey = \"geheim\"",
                "unknown field `key`",
            ),
        ] {
            let said = problem(lines);
            assert!(said.contains(expected), "{said}");
        }
    }

    #[tokio::test]
    async fn a_key_is_read_for_each_question_and_not_shown() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = format!(
            "id = \"bag\"\nurl = \"https://bag.example\"\nkey_file = \"{}\"",
            file.path().display()
        );
        let settings: RegisterSettings = toml::from_str(&text).unwrap();
        let said = settings.source().await.unwrap_err().sentences().join("; ");
        assert!(
            said.contains("key_file") && said.ends_with("the key is empty"),
            "{said}"
        );
        std::fs::write(file.path(), "geheim\n").unwrap();
        let source = settings.source().await.unwrap();
        assert!(!format!("{source:?} {settings:?}").contains("geheim"));
    }
}
