// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute mail import`: mail files become reports, each message exactly once.

use std::path::PathBuf;

use clap::Subcommand;
use meldroute_connect::mail::{Limits, find_messages};

use crate::{
    installation::{Installation, Which},
    intake::{self, Tally},
    output::{self, Progress},
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Mail {
    /// Take in .eml files, folders with them, and mbox files; what came in before is known again
    #[command(
        after_help = "Prints a line per message: its file, and report NUMBER, duplicate, quarantine REASON or auto-reply. \
            A line stands there when what it says is stored.\n\nExample: meldroute mail import --data /var/lib/meldroute inbox/"
    )]
    Import {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// Files and folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

impl Mail {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let Self::Import { place, which, paths } = self;
        let installation = Installation::open(&place).await?;
        let imported = import(&installation, &which, &paths).await;
        installation.close().await;
        imported
    }
}

async fn import(installation: &Installation, which: &Which, paths: &[PathBuf]) -> Result<(), Stop> {
    let municipality = installation.municipality(which)?;
    let actor = installation.operator(&municipality);
    let (mut tally, mut unreadable) = (Tally::default(), Vec::new());
    let mut progress = Progress::new("messages");
    for path in paths {
        for found in find_messages(path, &Limits::default()) {
            match found {
                Ok(source) => {
                    let label = source.label.clone();
                    let taken = intake::take(&installation.services, &actor, source).await?;
                    output::line(&format!("{label}: {taken}"))?;
                    tally.add(&taken);
                }
                // The rest goes on; at the end it is said what was left out.
                Err(error) => unreadable.push(format!("{}: {error}", error.label)),
            }
            progress.at(tally.all());
        }
    }
    drop(progress);
    output::line(&tally.to_string())?;
    if unreadable.is_empty() {
        Ok(())
    } else {
        Err(Stop::found_wrong(unreadable))
    }
}
