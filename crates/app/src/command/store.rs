// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute store copy`: moves an installation to another database.

use std::path::PathBuf;

use clap::Subcommand;
use meldroute_storage::Database;

use crate::{
    output,
    settings::{Place, Settings},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Store {
    /// Copy everything to an empty database, and compare the two
    #[command(
        after_help = "The key stays the same. Stop the program first: what comes in during the copy is not in it.\n\n\
            Example: meldroute store copy --from /var/lib/meldroute --to postgres://meldroute@db.example/meldroute --key /etc/meldroute/installation.key"
    )]
    Copy {
        /// The folder or postgres:// URL to copy from
        #[arg(long, value_name = "PATH|URL")]
        from: String,
        /// The folder or postgres:// URL to copy to
        #[arg(long, value_name = "PATH|URL")]
        to: String,
        /// The file of the installation's key [default: installation.key in the folder of --from]
        #[arg(long, value_name = "FILE", env = "MELDROUTE_KEY", hide_env_values = true)]
        key: Option<PathBuf>,
    },
}

impl Store {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let Self::Copy { from, to, key } = self;
        let settings = Place::of(from, key).settings()?;
        let target = Settings {
            data: Some(to),
            ..settings.clone()
        };
        if settings.data() == target.data() {
            return Err(Stop::wrong_call("--from and --to name the same database"));
        }
        let source = Database::open(settings.data(), settings.key()?).await?;
        let copy = Database::open(target.data(), settings.key()?).await?;
        let rows = source.copy_to(&copy).await?;
        let difference = source.difference(&copy).await?;
        source.close().await;
        copy.close().await;
        match difference {
            None => output::line(&format!("copied {rows} rows; both databases hold the same")),
            Some(table) => Err(Stop::refused(format!(
                "the copy differs in {table}: the source was written to meanwhile; stop the program and copy to an empty database again"
            ))),
        }
    }
}
