// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute config check`: the route in plain words, or everything that is wrong with it.

use std::path::PathBuf;

use clap::Subcommand;
use meldroute_core::configuration::describe;

use crate::{configurations, output, stop::Stop};

#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    /// Print the route in plain words, or all problems with file and line
    #[command(after_help = "Example: meldroute config check config/heemstede")]
    Check {
        /// The folder with the configuration's files
        dir: PathBuf,
    },
}

impl Config {
    pub(crate) fn run(self) -> Result<(), Stop> {
        let Self::Check { dir } = self;
        let (configuration, _) = configurations::from_folder(&dir)?;
        output::line(describe::describe(&configuration).trim_end())
    }
}
