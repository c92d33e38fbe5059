// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute processing`: the register of processing activities, and the processing log and the log of decisions as their standards
//! write them.

use std::path::PathBuf;

use clap::Subcommand;
use meldroute_core::{
    calendar::{dutch_date, dutch_midnight},
    configuration::processing::{Processing, ProcessingRegister},
    id::Timestamp,
    policy::Role,
    ports::Clock as _,
    processing::{DecisionQuery, LogQuery},
    usecase::processing::{read_decisions, read_log},
};

use super::signal::Reader;
use crate::{
    clock::SystemClock,
    configurations,
    installation::Installation,
    output::{self, Format},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum ProcessingCommand {
    /// Print the register of processing activities (AVG art. 30) that a configuration holds, with every version
    #[command(after_help = "Example: meldroute processing register config/heemstede --format csv")]
    Register {
        /// The folder with the configuration's files
        dir: PathBuf,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the processing log of a day, a record a line, as Logboek dataverwerkingen writes it; recorded like any read
    #[command(
        after_help = "Example: meldroute processing log --data /var/lib/meldroute --as f.gegevens 2026-12-01"
    )]
    Log {
        #[command(flatten)]
        reader: Reader,
        /// The day
        day: chrono::NaiveDate,
    },
    /// Print what the program decided on a day about who may do what, a record a line, as Authorization Decision Log writes it; recorded
    /// like any read
    #[command(
        after_help = "Example: meldroute processing decisions --data /var/lib/meldroute --as f.gegevens --role coordinator 2026-12-01"
    )]
    Decisions {
        #[command(flatten)]
        reader: Reader,
        /// Only of who held this role
        #[arg(long)]
        role: Option<Role>,
        /// Only what was refused
        #[arg(long)]
        refused: bool,
        /// The day
        day: chrono::NaiveDate,
    },
}

/// How many records are read at a time.
const PAGE: u16 = 1_000;

impl ProcessingCommand {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        match self {
            Self::Register { dir, format } => {
                let (configuration, _) = configurations::from_folder(&dir)?;
                register(&configuration.processing, format)
            }
            Self::Log { reader, day } => {
                let installation = Installation::open(&reader.place).await?;
                let done = log(&installation, &reader, day).await;
                installation.close().await;
                done
            }
            Self::Decisions {
                reader,
                role,
                refused,
                day,
            } => {
                let installation = Installation::open(&reader.place).await?;
                let query = DecisionQuery {
                    between: Some(of_day(day)),
                    role,
                    refused,
                    limit: PAGE,
                    ..DecisionQuery::default()
                };
                let done = decisions(&installation, &reader, query).await;
                installation.close().await;
                done
            }
        }
    }
}

/// From the begin of a day in the Netherlands to that of the next.
fn of_day(day: chrono::NaiveDate) -> (Timestamp, Timestamp) {
    let next = day.succ_opt().unwrap_or(day);
    (dutch_midnight(day), dutch_midnight(next))
}

const HEAD: [&str; 19] = [
    "uri",
    "id",
    "version",
    "valid_from",
    "in_force",
    "name",
    "parent",
    "controller",
    "purpose",
    "basis",
    "ground",
    "source",
    "confirmed_by",
    "subjects",
    "data",
    "recipients",
    "transfers",
    "retention",
    "security",
];

fn register(register: &ProcessingRegister, format: Format) -> Result<(), Stop> {
    let today = dutch_date(SystemClock.now());
    let in_force = register.in_force_on(today);
    let row = |entry: &Processing| -> Vec<String> {
        let holds = in_force.contains(&entry);
        let confirmed = entry.ground.confirmed_by.clone();
        vec![
            register.uri_of(entry),
            entry.id.to_string(),
            entry.version.to_string(),
            entry.valid_from.to_string(),
            if holds { "yes" } else { "no" }.to_owned(),
            entry.name.nl.clone(),
            entry.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
            entry.controller.clone(),
            entry.purpose.clone(),
            entry.basis.as_str().to_owned(),
            entry.ground.text.clone(),
            entry.ground.source.clone(),
            confirmed.unwrap_or_else(|| "te bevestigen door FG/jurist".to_owned()),
            entry.subjects.join("; "),
            entry.data.join("; "),
            entry.recipients.join("; "),
            entry.transfers.clone(),
            entry.retention.clone(),
            entry.security.join("; "),
        ]
    };
    let rows: Vec<_> = register.entries.iter().map(row).collect();
    match format {
        // Nineteen columns are no table on a screen.
        Format::Text => {
            let short: Vec<_> = rows
                .iter()
                .map(|row| row.iter().skip(1).take(5).cloned().collect())
                .collect();
            output::table(format, HEAD.get(1..6).unwrap_or_default(), &short)
        }
        Format::Json | Format::Csv => output::table(format, &HEAD, &rows),
    }
}

/// Prints the records of a day, the newest first.
async fn log(installation: &Installation, reader: &Reader, day: chrono::NaiveDate) -> Result<(), Stop> {
    let municipality = installation.municipality(&reader.which)?;
    let actor = installation.acting_as(&municipality, &reader.login).await?;
    let services = &installation.services;
    let configuration = meldroute_core::usecase::configuration(services, &actor)?;
    let mut query = LogQuery {
        between: Some(of_day(day)),
        limit: PAGE,
        ..LogQuery::default()
    };
    loop {
        let lines = read_log(services, &actor, &query).await?;
        for line in &lines {
            output::line(&line.record(&configuration.processing).to_string())?;
        }
        if lines.len() < usize::from(PAGE) {
            return Ok(());
        }
        query.before = lines.last().map(|line| line.place);
    }
}

/// Prints decisions, the newest first.
async fn decisions(
    installation: &Installation,
    reader: &Reader,
    mut query: DecisionQuery,
) -> Result<(), Stop> {
    let municipality = installation.municipality(&reader.which)?;
    let actor = installation.acting_as(&municipality, &reader.login).await?;
    loop {
        let lines = read_decisions(&installation.services, &actor, &query).await?;
        for line in &lines {
            output::line(&line.record().to_string())?;
        }
        if lines.len() < usize::from(PAGE) {
            return Ok(());
        }
        query.before = lines.last().map(|line| line.place);
    }
}
