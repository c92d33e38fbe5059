// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute init`: makes an installation.

use std::{
    fs,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use meldroute_vault::{key::InstallationKey, keyfile};

use super::municipality::{self, Administrator};
use crate::{
    clock::SystemClock,
    configurations,
    installation::Installation,
    output,
    settings::{Place, Settings},
    stop::Stop,
};

/// Make an installation.
#[derive(Args, Debug)]
#[command(
    after_help = "Makes the data folder for this account only, and a key without which nobody can read the data: keep a copy of it \
        apart from the backups. Prints the link with which the administrator sets their account up; it is shown once.\n\n\
        Example: meldroute init --data /var/lib/meldroute --configuration config/heemstede --admin beheer --name \"B. Beheerder\""
)]
pub(crate) struct Init {
    #[command(flatten)]
    place: Place,
    /// The folder with the first municipality's configuration
    #[arg(long, value_name = "DIR")]
    configuration: PathBuf,
    #[command(flatten)]
    administrator: Administrator,
}

impl Init {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        // What can be refused without leaving anything behind comes first.
        let settings = self.place.settings()?;
        let read = configurations::from_folder(&self.configuration)?;
        let key = key(&settings)?;
        let installation = Installation::with_key(
            settings.data(),
            key,
            Arc::new(SystemClock),
            settings.clamd.clone(),
        )
        .await?;
        let made = municipality::add(&installation, read, &self.administrator, &settings).await;
        installation.close().await;
        made
    }
}

/// The key: in a new file, unless there is one already or a command gives it.
fn key(settings: &Settings) -> Result<InstallationKey, Stop> {
    if settings.key_command.is_some() {
        return settings.key();
    }
    let file = settings.key_path()?;
    if !settings.on_postgres() {
        make_folder(Path::new(settings.data()))?;
    }
    if file.exists() {
        return settings.key();
    }
    let key = keyfile::create(&file)?;
    output::note(&format!(
        "key: {}; keep a copy of it apart from the backups",
        file.display()
    ));
    Ok(key)
}

fn make_folder(folder: &Path) -> Result<(), Stop> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| Stop::refused(format!("{}: {error}", folder.display())))
}
