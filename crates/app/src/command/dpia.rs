// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute dpia`: the DPIA as it stands now, for the national form or on paper.

use std::io::{self, IsTerminal as _, Write as _};

use clap::{Subcommand, ValueEnum};
use meldroute_core::{
    dpia,
    usecase::{
        dpia::{DpiaView, give_out, read},
        journal,
    },
};

use super::signal::Reader;
use crate::{
    installation::Installation,
    output::{self, Format},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Dpia {
    /// Print which questions are open, and which answers are out of date and why
    #[command(after_help = "Example: meldroute dpia status --data /var/lib/meldroute --as privacy")]
    Status {
        #[command(flatten)]
        reader: Reader,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Write it to standard output; recorded like any read
    #[command(
        after_help = "Example: meldroute dpia export --data /var/lib/meldroute --as privacy --format json"
    )]
    Export {
        #[command(flatten)]
        reader: Reader,
        /// For the national form, or on paper
        #[arg(long, value_enum)]
        format: FileFormat,
    },
}

/// As what it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileFormat {
    /// What the national form reads.
    Json,
    /// A tagged PDF.
    Pdf,
}

impl Dpia {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::Status { reader, .. } | Self::Export { reader, .. }) = &self;
        let installation = Installation::open(&reader.place).await?;
        let done = self.carry_out(&installation).await;
        installation.close().await;
        done
    }

    async fn carry_out(self, installation: &Installation) -> Result<(), Stop> {
        match self {
            Self::Status { reader, format } => status(installation, &reader, format).await,
            Self::Export { reader, format } => {
                if format == FileFormat::Pdf && io::stdout().is_terminal() {
                    return Err(Stop::wrong_call("a PDF is not for a terminal: add > dpia.pdf"));
                }
                let file = file(installation, &reader, format).await?;
                io::stdout().lock().write_all(&file)?;
                Ok(())
            }
        }
    }
}

async fn status(installation: &Installation, reader: &Reader, format: Format) -> Result<(), Stop> {
    let actor = reader.actor(installation).await?;
    let view = read(&installation.services, &actor).await?;
    output::table(format, &["question", "state", "asks", "changed"], &waiting(&view))
}

/// The questions that wait for somebody, with a row for each thing that changed since the answer.
fn waiting(view: &DpiaView) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for entry in view.entries() {
        let row = |why: &str| {
            vec![
                entry.question.id.to_owned(),
                entry.state.as_str().to_owned(),
                entry.question.asks.to_owned(),
                why.to_owned(),
            ]
        };
        match &entry.state {
            dpia::State::OutOfDate(differences) => {
                rows.extend(differences.iter().map(|difference| row(&difference.name)));
            }
            dpia::State::Open => rows.push(row("")),
            dpia::State::Derived | dpia::State::Answered => {}
        }
    }
    rows
}

async fn file(installation: &Installation, reader: &Reader, format: FileFormat) -> Result<Vec<u8>, Stop> {
    let services = &installation.services;
    let actor = reader.actor(installation).await?;
    let view = give_out(services, &actor).await?;
    let entries = view.entries();
    match format {
        FileFormat::Json => {
            let export = dpia::export(&entries, &view.inputs(), view.at);
            Ok(format!("{export:#}\n").into_bytes())
        }
        FileFormat::Pdf => {
            let head = journal::head(services, &actor).await?;
            let document = dpia::document(&entries, &view.configuration, head, view.at);
            let printed = services.press.print(document).await;
            printed.map_err(Stop::refused)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path, sync::Arc};

    use meldroute_core::{
        audit::{About, Event},
        change::{Changes, Write},
        configuration::text::Language,
        dpia::{Level, QUESTIONS, Weighing},
        id::{EntryId, PersonId},
        people::{Access, Person},
        policy::{Actor, Grant, Right, Role, unsafe_permit_without_policy},
        usecase::dpia::{Given, answer},
    };
    use meldroute_vault::key::InstallationKey;

    use super::*;
    use crate::{
        clock::SystemClock,
        configurations,
        installation::{Installation, operator},
    };

    const SHARING: (&str, &str, &str) = (
        "sharing.toml",
        "answer = \"allow\"",
        "answer = \"decision-needed\"",
    );
    const RETENTION: (&str, &str, &str) = ("retention.toml", "term = { years = 1 }", "term = { years = 2 }");

    /// Loads the shipped configuration with one line of a file changed, as `municipality update` does.
    async fn load(installation: &Installation, (file, line, by): (&str, &str, &str)) {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/heemstede");
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(shipped).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let mut text = std::fs::read_to_string(&path).unwrap();
            if name == file {
                assert!(text.contains(line), "{file} has no line `{line}`");
                text = text.replacen(line, by, 1);
            }
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let (configuration, files) = configurations::from_folder(folder.path()).unwrap();
        let actor = operator(&installation.services, &configuration.municipality.id);
        configurations::load(&installation.services, &actor, &configuration, files)
            .await
            .unwrap();
        let database = installation.database.as_ref();
        installation.configurations.refresh(database).await.unwrap();
    }

    /// A privacy officer who has answered every question.
    async fn answered(installation: &Installation) -> Actor {
        let services = &installation.services;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let person = Person {
            id: PersonId(minter.mint()),
            municipality: "heemstede".into(),
            login: "fg".to_owned(),
            name: "P. Rivacy".to_owned(),
            grants: vec![Grant::of(Role::PrivacyOfficer)],
            mail: String::new(),
            access: Access::Disabled,
            language: Language::Nl,
            feed: None,
        };
        let actor = person.actor(now, "test");
        let program = operator(services, &person.municipality);
        let permit = unsafe_permit_without_policy(program, Right::ManagePeople);
        let about = About::Person(person.id);
        let changes = Changes::new(&permit, now, minter, about, Event::PersonAdded)
            .write(Write::NewPerson(Box::new(person)));
        services.store.commit(changes).await.unwrap();
        for question in QUESTIONS {
            let given = Given {
                question,
                text: "Wij keken hiernaar.".to_owned(),
                weighing: question.risk().map(|_| Weighing {
                    likelihood: Level::Low,
                    impact: Level::High,
                    level: Level::Middle,
                    remaining: Level::Low,
                }),
            };
            let form = EntryId(minter.mint());
            answer(services, &actor, form, given).await.unwrap();
        }
        actor
    }

    async fn outdated(installation: &Installation, actor: &Actor) -> BTreeSet<String> {
        let view = read(&installation.services, actor).await.unwrap();
        let rows = waiting(&view).into_iter();
        rows.map(|row| {
            assert_eq!(row[1], "out-of-date", "{row:?}");
            row[0].clone()
        })
        .collect()
    }

    #[tokio::test]
    async fn a_line_changed_in_a_file_makes_the_right_answers_out_of_date() {
        let folder = tempfile::tempdir().unwrap();
        let key = InstallationKey::from_hex(&"5a".repeat(32)).unwrap();
        let data = folder.path().to_str().unwrap();
        let installation = Installation::with_key(data, key, Arc::new(SystemClock), None)
            .await
            .unwrap();
        let as_shipped = ("route.toml", "", "");
        load(&installation, as_shipped).await;
        let officer = answered(&installation).await;
        assert_eq!(outdated(&installation, &officer).await, BTreeSet::new());
        for (line, expected) in [
            (SHARING, &["6.2", "13.2", "14.2", "verkeerde-ontvanger"][..]),
            (RETENTION, &["10.2", "14.2", "15.3", "te-lang-bewaard"]),
            (as_shipped, &[]),
        ] {
            load(&installation, line).await;
            let expected: BTreeSet<String> = expected.iter().map(|id| (*id).to_owned()).collect();
            assert_eq!(outdated(&installation, &officer).await, expected, "{line:?}");
        }
        installation.close().await;
    }
}
