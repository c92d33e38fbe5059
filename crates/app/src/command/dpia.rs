// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute dpia`: the DPIA as it stands now, for the national form or on paper.

use std::io::{self, IsTerminal as _, Write as _};

use clap::{Subcommand, ValueEnum};
use meldroute_core::{
    dpia,
    usecase::{
        dpia::{give_out, read},
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
    output::table(format, &["question", "state", "asks", "changed"], &rows)
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
