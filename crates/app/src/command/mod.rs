// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The commands, a file for each.

mod audit;
mod backup;

mod config;
mod demo;
#[cfg(test)]
mod documents;
mod dpia;
mod estimate;
mod figures;
mod init;
mod mail;
mod municipality;
mod plan;
mod processing;
mod retention;
mod serve;
mod signal;
mod store;
mod tips;

mod user;

use clap::{Parser, Subcommand};

use crate::stop::Stop;

/// Handles signals of human trafficking, from a mail to a decision and feedback to the reporter.
#[derive(Debug, Parser)]
#[command(name = "meldroute", version, after_help = "Example: meldroute demo")]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start with invented data and Heemstede's configuration, to look around
    Demo(demo::Demo),
    /// Make an installation: its key, its first municipality and administrator
    Init(init::Init),
    /// Serve the pages
    Serve(serve::Serve),
    /// Check a configuration
    #[command(subcommand)]
    Config(config::Config),
    /// Add a municipality, or load a new version of its configuration
    #[command(subcommand)]
    Municipality(municipality::Municipality),
    /// Take mail in
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Take in forwarded anonymous tips
    #[command(subcommand)]
    Tips(tips::Tips),
    /// Read signals; recorded like any read
    #[command(subcommand)]
    Signal(signal::Signal),
    Estimate(estimate::Estimate),
    /// Figures of sources: take them in, print tables and bounds
    #[command(subcommand)]
    Figures(figures::Figures),
    /// The plan: take its actions in, list what comes next and what is odd
    #[command(subcommand)]
    Plan(plan::PlanCommand),
    /// The DPIA: what is open or out of date, and the whole as a file
    #[command(subcommand)]
    Dpia(dpia::Dpia),
    /// What personal data are processed for: the register, and the log
    #[command(subcommand)]
    Processing(processing::ProcessingCommand),
    /// Prove that nobody changed the journal; print who looked for the yearly review
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Make, check and restore backups
    #[command(subcommand)]
    Backup(backup::Backup),
    /// Propose what is due, destroy what was approved, give out what must be kept
    #[command(subcommand)]
    Retention(retention::Retention),
    /// Copy an installation to another database
    #[command(subcommand)]
    Store(store::Store),
    /// Add people, close their accounts, reset their log-in
    #[command(subcommand)]
    User(user::User),
}

impl Cli {
    /// Carries the command out.
    pub(crate) async fn run(self) -> Result<(), Stop> {
        match self.command {
            Command::Demo(demo) => Box::pin(demo.run()).await,
            Command::Init(init) => Box::pin(init.run()).await,
            Command::Serve(serve) => Box::pin(serve.run()).await,
            Command::Config(config) => config.run(),
            Command::Municipality(municipality) => Box::pin(municipality.run()).await,
            Command::Mail(mail) => Box::pin(mail.run()).await,
            Command::Tips(tips) => Box::pin(tips.run()).await,
            Command::Processing(processing) => Box::pin(processing.run()).await,
            Command::Signal(signal) => Box::pin(signal.run()).await,
            Command::Estimate(estimate) => estimate.run(),
            Command::Figures(figures) => Box::pin(figures.run()).await,
            Command::Plan(plan) => Box::pin(plan.run()).await,
            Command::Dpia(dpia) => Box::pin(dpia.run()).await,
            Command::Audit(audit) => Box::pin(audit.run()).await,
            Command::Backup(backup) => Box::pin(backup.run()).await,
            Command::Retention(retention) => Box::pin(retention.run()).await,
            Command::Store(store) => Box::pin(store.run()).await,
            Command::User(user) => Box::pin(user.run()).await,
        }
    }
}
