// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute municipality`: adds a municipality, or loads a new version of its configuration.

use std::{collections::BTreeMap, path::PathBuf};

use clap::{Args, Subcommand};
use meldroute_core::{
    calendar::dutch_date,
    configuration::{Configuration, succession, text::Language},
    id::PersonId,
    policy::{Grant, Role},
    usecase::people,
};

use super::user::set_up_link;
use crate::{
    configurations,
    installation::{Installation, operator},
    output,
    settings::{Place, Settings},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Municipality {
    /// Add a municipality, with its own configuration, key and people
    #[command(
        after_help = "Example: meldroute municipality add --data /var/lib/meldroute config/waterrijk --admin beheer --name \"B. Beheerder\""
    )]
    Add {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        administrator: Administrator,
        /// The folder with its configuration
        dir: PathBuf,
    },
    /// Load a new version of a configuration; refused when a running signal would be stranded
    #[command(
        after_help = "Example: meldroute municipality update --data /var/lib/meldroute config/heemstede"
    )]
    Update {
        #[command(flatten)]
        place: Place,
        /// The folder with its configuration
        dir: PathBuf,
    },
}

/// The first administrator of a municipality.
#[derive(Args, Clone, Debug)]
pub(crate) struct Administrator {
    /// The name with which the administrator logs in
    #[arg(long, value_name = "LOGIN")]
    admin: String,
    /// The administrator's name as people know it
    #[arg(long, value_name = "NAME")]
    name: String,
}

impl Municipality {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        match self {
            Self::Add {
                place,
                administrator,
                dir,
            } => {
                let read = configurations::from_folder(&dir)?;
                let settings = place.settings()?;
                let installation = Installation::open(&place).await?;
                let added = add(&installation, read, &administrator, &settings).await;
                installation.close().await;
                added
            }
            Self::Update { place, dir } => {
                let read = configurations::from_folder(&dir)?;
                let installation = Installation::open_as_it_is(&place).await?;
                let updated = update(&installation, read).await;
                installation.close().await;
                updated
            }
        }
    }
}

/// A configuration with its files, as read from a folder.
type Read = (Configuration, BTreeMap<String, String>);

/// Adds a municipality with its first administrator, and prints the link for them.
pub(crate) async fn add(
    installation: &Installation,
    (configuration, files): Read,
    administrator: &Administrator,
    settings: &Settings,
) -> Result<(), Stop> {
    let municipality = configuration.municipality.id.clone();
    let services = &installation.services;
    if services.configurations.of(&municipality).is_some() {
        return Err(Stop::refused(format!(
            "{municipality} is here already; load a new version of its configuration with: meldroute municipality update"
        )));
    }
    let actor = operator(services, &municipality);
    configurations::load(services, &actor, &configuration, files).await?;
    installation
        .configurations
        .refresh(installation.database.as_ref())
        .await?;
    let id = PersonId(services.minter.mint());
    let person = people::AddPerson {
        id,
        login: administrator.admin.clone(),
        name: administrator.name.clone(),
        mail: String::new(),
        grants: vec![Grant::of(Role::Administrator)],
        language: Language::Nl,
    };
    let token = people::add(services, &actor, person).await?;
    output::line(&format!("{} is ready", configuration.municipality.name))?;
    output::line(&set_up_link(settings, &municipality, id, &token))
}

/// Loads a new version of a configuration. A route that would strand a running signal is refused, with its number.
async fn update(installation: &Installation, (configuration, files): Read) -> Result<(), Stop> {
    let municipality = configuration.municipality.id.clone();
    let services = &installation.services;
    let old = services.configurations.of(&municipality).ok_or_else(|| {
        Stop::refused(format!(
            "there is no municipality {municipality} here; add it with: meldroute municipality add"
        ))
    })?;
    let open_steps = services.store.open_steps(&municipality).await?;
    let today = dutch_date(services.clock.now());
    succession::check(&open_steps, &old, &configuration, today).map_err(Stop::found_wrong)?;
    let version = configuration.route.version;
    configurations::load(
        services,
        &operator(services, &municipality),
        &configuration,
        files,
    )
    .await?;
    output::line(&format!(
        "version {version} is in force in {}",
        configuration.municipality.name
    ))
}
