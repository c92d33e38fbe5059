// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute tips import`: a batch of forwarded anonymous tips becomes reports; what is off topic is counted and dropped.

use std::path::PathBuf;

use clap::Subcommand;
use meldroute_core::{
    policy::Actor,
    usecase::report::{Batch, BatchProblem, look_at_tips, take_in_tips},
};

use crate::{
    inspector::worker::look_once,
    installation::{Installation, Which},
    output,
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Tips {
    /// Take in a batch of tips from a CSV file; what came in before is known again by its number
    #[command(
        after_help = "Which column holds what, and which topics are kept, stands in [tips] of channels.toml.\n\n\
            Example: meldroute tips import --data /var/lib/meldroute --as j.devries --dry-run tips.csv"
    )]
    Import {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The person who takes them in, by the name with which they log in
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
        /// Only say what would become of each line
        #[arg(long)]
        dry_run: bool,
        /// The CSV file
        file: PathBuf,
    },
}

impl Tips {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let Self::Import {
            place,
            which,
            login,
            dry_run,
            file,
        } = self;
        let bytes =
            std::fs::read(&file).map_err(|error| Stop::wrong_call(format!("{}: {error}", file.display())))?;
        let installation = Installation::open(&place).await?;
        let done = async {
            let municipality = installation.municipality(&which)?;
            let actor = installation.acting_as(&municipality, &login).await?;
            import(&installation, &actor, &bytes, dry_run).await
        };
        let done = done.await;
        look_once(&installation.services).await;
        installation.close().await;
        done
    }
}

async fn import(installation: &Installation, actor: &Actor, bytes: &[u8], dry_run: bool) -> Result<(), Stop> {
    let services = &installation.services;
    let table = services
        .tables
        .read(bytes)
        .map_err(|problem| Stop::refused(problem.to_string()))?;
    let batch = look_at_tips(services, actor, &table).await.map_err(stop)?;
    say(&batch)?;
    if dry_run {
        return output::line("Nothing was stored: this was a dry run.");
    }
    let taken = take_in_tips(services, actor, &table).await.map_err(stop)?;
    for number in &taken.reports {
        output::line(&format!("report {number}"))?;
    }
    if batch.wanting.is_empty() {
        Ok(())
    } else {
        Err(Stop::refused(
            "some lines could not be used; the rest was taken in",
        ))
    }
}

/// What becomes of the lines; without what stands in them.
fn say(batch: &Batch) -> Result<(), Stop> {
    for (line, _) in &batch.kept {
        output::line(&format!("line {line}: kept"))?;
    }
    for line in &batch.known {
        output::line(&format!("line {line}: duplicate"))?;
    }
    for (line, column) in &batch.wanting {
        output::line(&format!("line {line}: nothing in column `{column}`"))?;
    }
    for (topic, count) in &batch.off_topic {
        output::line(&format!("off topic, dropped: {count} of \"{topic}\""))?;
    }
    Ok(())
}

fn stop(problem: BatchProblem) -> Stop {
    match problem {
        BatchProblem::Failure(failure) => failure.into(),
        problem => Stop::refused(problem.to_string()),
    }
}
