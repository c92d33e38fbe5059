// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The connections of this installation, as the core asks through them.

use std::{collections::BTreeMap, time::Duration};

use meldroute_connect::register::{self, Source};
use meldroute_core::{
    configuration::register::RegisterKind,
    enrichment::{Answer, RegisterTrouble},
    id::{MunicipalityId, RegisterId},
    ports::{Configurations as _, Later, Question, Registers},
};

use super::settings::RegisterSettings;
use crate::{
    installation::{Installation, Which},
    stop::Stop,
};

/// How long one question may take with all its calls: the page behind which somebody waits ends soon after.
const LONGEST: Duration = Duration::from_secs(25);

/// A connection to a source.
#[derive(Clone, Debug)]
enum Connection {
    /// By the settings.
    Set(Box<RegisterSettings>),
    /// To a table of invented data in the program itself.
    Invented(&'static str),
}

/// The connections of every municipality.
#[derive(Debug, Default)]
pub(crate) struct Connections(BTreeMap<(MunicipalityId, RegisterId), Connection>);

/// The connections of the settings, each held against the configuration of its municipality.
pub(crate) fn connected(
    installation: &Installation,
    settings: &[RegisterSettings],
) -> Result<Connections, Stop> {
    let mut connections = Connections::default();
    for setting in settings {
        let refused = |why: String| Stop::refused(format!("[[register]] {}: {why}", setting.id));
        let which = Which {
            municipality: setting.municipality.clone(),
        };
        let municipality = installation.municipality(&which);
        let municipality = municipality.map_err(|stop| refused(stop.sentences().join("; ")))?;
        let configuration = installation.configurations.of(&municipality);
        let register = configuration
            .as_ref()
            .and_then(|configuration| configuration.register(&setting.id));
        let Some(register) = register else {
            return Err(refused(format!(
                "id: registers.toml of {municipality} has no source with this name"
            )));
        };
        if register.kind == RegisterKind::Table && setting.is_service() {
            return Err(refused("url: this source is a table; name its file".to_owned()));
        }
        let connection = Connection::Set(Box::new(setting.clone()));
        let place = (municipality, setting.id.clone());
        if connections.0.insert(place, connection).is_some() {
            return Err(refused("id: there are two connections to this source".to_owned()));
        }
    }
    Ok(connections)
}

impl Connections {
    /// Tables of invented data, by name of their source.
    pub(crate) fn invented(municipality: &MunicipalityId, tables: &[(&str, &'static str)]) -> Self {
        let one = |(id, table): &(&str, &'static str)| {
            (
                (municipality.clone(), RegisterId::from(*id)),
                Connection::Invented(table),
            )
        };
        Self(tables.iter().map(one).collect())
    }

    async fn ask(&self, question: &Question, reads: bool) -> Result<Answer, RegisterTrouble> {
        let place = (question.municipality.clone(), question.register.id.clone());
        let source = match self.0.get(&place) {
            None => return Err(RegisterTrouble::NotSetUp),
            Some(Connection::Invented(table)) => Source::Invented(table),
            Some(Connection::Set(settings)) => settings.source().await.map_err(|stop| {
                let why = stop.sentences().join("; ");
                tracing::warn!(register = %place.1, "{why}");
                RegisterTrouble::NotSetUp
            })?,
        };
        let said = async {
            if reads {
                register::read(&source, question).await
            } else {
                register::look(&source, question).await
            }
        };
        let said = tokio::time::timeout(LONGEST, said).await;
        let said = said.unwrap_or(Err(RegisterTrouble::TimedOut));
        if let Err(trouble) = &said {
            tracing::warn!(register = %place.1, "{trouble}");
        }
        said
    }
}

impl Registers for Connections {
    fn is_connected(&self, municipality: &MunicipalityId, register: &RegisterId) -> bool {
        self.0.contains_key(&(municipality.clone(), register.clone()))
    }

    fn look<'a>(&'a self, question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>> {
        Box::pin(self.ask(question, false))
    }

    fn read<'a>(&'a self, question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>> {
        Box::pin(self.ask(question, true))
    }
}

#[cfg(test)]
mod tests {
    use meldroute_core::{enrichment::Inquiry, processing::Trace};

    use super::*;

    fn question(register: &str, words: &str) -> Question {
        let ground = "{ text = \"a\", source = \"b\", date = \"2026-01-01\" }";
        let register = format!(
            "id = \"{register}\"\nname = {{ nl = \"a\", en = \"a\" }}\nkind = \"table\"\nasks = [\"words\"]\n\
             fields = [\"Soort\"]\nground = {ground}\nkeep_days = 30"
        );
        Question {
            municipality: "heemstede".into(),
            register: toml::from_str(&register).unwrap(),
            inquiry: Inquiry::Words(words.to_owned()),
            trace: Trace {
                trace_id: 1,
                span_id: 1,
            },
        }
    }

    #[tokio::test]
    async fn a_source_is_asked_by_its_own_connection_only() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "Soort;Geheim\nTerras;x\n").unwrap();
        let settings = format!("id = \"vergunningen\"\nfile = \"{}\"", file.path().display());
        let settings: RegisterSettings = toml::from_str(&settings).unwrap();
        let here = MunicipalityId::from("heemstede");
        let mut connections = Connections::invented(&here, &[("woz", "Soort\nWinkel\n")]);
        let place = (here.clone(), settings.id.clone());
        connections.0.insert(place, Connection::Set(Box::new(settings)));

        let looked = connections
            .look(&question("vergunningen", "terras"))
            .await
            .unwrap();
        assert_eq!(looked.records, [Vec::new()]);
        let read = connections
            .read(&question("vergunningen", "terras"))
            .await
            .unwrap();
        assert_eq!(read.records, [[("Soort".to_owned(), "Terras".to_owned())]]);
        let nothing = connections.look(&question("woz", "terras")).await;
        assert_eq!(nothing, Ok(Answer::default()));
        let other = connections.look(&question("bibob", "terras")).await;
        assert_eq!(other, Err(RegisterTrouble::NotSetUp));
        assert!(connections.is_connected(&here, &"woz".into()));
        assert!(!connections.is_connected(&"elders".into(), &"woz".into()));
    }

    #[tokio::test]
    async fn a_key_that_is_not_there_is_trouble_and_no_question_without_key() {
        let text = "id = \"bag\"\nurl = \"http://127.0.0.1:1\"\nkey_file = \"/no/such/file\"";
        let settings: RegisterSettings = toml::from_str(text).unwrap();
        let place = ("heemstede".into(), settings.id.clone());
        let connections = Connections([(place, Connection::Set(Box::new(settings)))].into());
        let said = connections.look(&question("bag", "x")).await;
        assert_eq!(said, Err(RegisterTrouble::NotSetUp));
    }
}
