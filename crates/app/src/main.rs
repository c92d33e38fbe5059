// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The `meldroute` binary: wires the crates, and carries out one command.

mod clock;
mod command;
mod configurations;
mod demo;
mod inspector;
mod installation;
mod intake;
mod mailbox;
mod outbox;
mod output;
mod password;
mod press;
mod processing;
mod register;
mod retention;
mod search;
mod secrets;
mod settings;
mod stop;
mod tables;
mod workers;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser as _;
use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

fn main() -> ExitCode {
    if inspector::child::is_this() {
        return inspector::child::run();
    }
    // Before anything else: two providers lie in the dependency tree, and rustls panics when nobody has chosen.
    // Only a second choice fails, and this is the first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    // What the database driver tells of its own accord helps nobody unless something is wrong.
    let levels = Targets::new()
        .with_default(LevelFilter::INFO)
        .with_target("sqlx", LevelFilter::WARN);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    tracing_subscriber::registry().with(lines).with(levels).init();
    let cli = command::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            output::note(&format!("meldroute: {error}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(cli.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            for sentence in stop.sentences() {
                output::note(sentence);
            }
            stop.exit_code()
        }
    }
}
