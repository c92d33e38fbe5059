// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The `meldroute` binary: wires the crates, and carries out one command.

mod clock;
mod command;
mod configurations;
mod demo;
mod installation;
mod intake;
mod output;
mod search;
mod secrets;
mod settings;
mod stop;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser as _;

fn main() -> ExitCode {
    // Before anything else: two providers lie in the dependency tree, and rustls panics when nobody has chosen.
    // Only a second choice fails, and this is the first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_max_level(tracing::Level::INFO)
        .init();
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
