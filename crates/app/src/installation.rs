// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An installation that is open: its database, with the services that use cases work with.

use std::sync::Arc;

use clap::Args;
use meldroute_connect::clamd::Address;
use meldroute_core::{
    calendar::dutch_date,
    id::{Minter, MunicipalityId},
    people::Person,
    policy::{Actor, Grant, Role},
    ports::{Clock, Configurations as _, NoRegisters, Services},
};
use meldroute_storage::Database;
use meldroute_vault::key::InstallationKey;

use crate::{
    clock::{SystemClock, UuidMinter},
    configurations::LoadedConfigurations,
    inspector::FileInspector,
    press::TypstPress,
    search::SearchIndexes,
    secrets::VaultSecrets,
    settings::Place,
    stop::Stop,
    tables::FileTables,
};

/// Where an act on the command line comes from, in the journal.
const ORIGIN: &str = "command line";

/// Which municipality a command is about.
#[derive(Args, Clone, Debug)]
pub(crate) struct Which {
    /// The municipality; needed only where the installation has several
    #[arg(long, value_name = "ID")]
    pub(crate) municipality: Option<String>,
}

/// An open installation.
pub(crate) struct Installation {
    pub(crate) database: Arc<Database>,
    pub(crate) configurations: Arc<LoadedConfigurations>,
    pub(crate) search: Arc<SearchIndexes>,
    pub(crate) services: Services,
}

impl Installation {
    /// Opens the installation at a place. Where the program does something that a municipality's register of processing activities
    /// does not name, it refuses.
    pub(crate) async fn open(place: &Place) -> Result<Self, Stop> {
        let installation = Self::open_as_it_is(place).await?;
        match installation.configurations.registered() {
            Ok(()) => Ok(installation),
            Err(stop) => {
                installation.close().await;
                Err(stop)
            }
        }
    }

    /// Opens the installation at a place, to load what its configurations lack.
    pub(crate) async fn open_as_it_is(place: &Place) -> Result<Self, Stop> {
        let settings = place.settings()?;
        let clamd = settings.clamd.clone();
        let installation =
            Self::with_key(settings.data(), settings.key()?, Arc::new(SystemClock), clamd).await?;
        if let Some(smtp) = &settings.smtp {
            installation.configurations.send_from(smtp.from().clone());
        }
        Ok(installation)
    }

    /// Opens an installation with its key, a clock, and the address of the virus scanner.
    pub(crate) async fn with_key(
        data: &str,
        key: InstallationKey,
        clock: Arc<dyn Clock>,
        clamd: Option<Address>,
    ) -> Result<Self, Stop> {
        let database = Arc::new(Database::open(data, key).await?);
        let configurations = Arc::new(LoadedConfigurations::default());
        configurations.refresh(database.as_ref()).await?;
        let search = Arc::new(SearchIndexes::default());
        let minter: Arc<dyn Minter> = Arc::new(UuidMinter::new(Arc::clone(&clock)));
        let services = Services {
            store: Arc::clone(&database) as _,
            clock,
            minter,
            secrets: Arc::new(VaultSecrets::new()),
            search: Arc::clone(&search) as _,
            tables: Arc::new(FileTables),
            configurations: Arc::clone(&configurations) as _,
            inspector: Arc::new(FileInspector::new(clamd)),
            registers: Arc::new(NoRegisters),
            press: Arc::new(TypstPress::new()),
        };
        Ok(Self {
            database,
            configurations,
            search,
            services,
        })
    }

    /// Waits until everything is on disk, and closes.
    pub(crate) async fn close(self) {
        let Self {
            database, services, ..
        } = self;
        drop(services);
        // Somebody who still reads keeps the database open; what was acknowledged is on disk in any case.
        if let Ok(database) = Arc::try_unwrap(database) {
            database.close().await;
        }
    }

    /// The municipality that a command is about.
    pub(crate) fn municipality(&self, which: &Which) -> Result<MunicipalityId, Stop> {
        let all: Vec<MunicipalityId> = self
            .configurations
            .municipalities()
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let names = all
            .iter()
            .map(MunicipalityId::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        match (&which.municipality, all.as_slice()) {
            (_, []) => Err(Stop::refused(
                "there is no municipality here yet; make one with meldroute init",
            )),
            (None, [only]) => Ok(only.clone()),
            (None, _) => Err(Stop::wrong_call(format!(
                "there are several municipalities; add --municipality with one of: {names}"
            ))),
            (Some(wanted), _) => all.into_iter().find(|id| id.as_str() == wanted).ok_or_else(|| {
                Stop::wrong_call(format!("there is no municipality {wanted}; there is: {names}"))
            }),
        }
    }

    /// Whoever can give commands on this machine and use the key: manages people and configuration, and reads no content.
    pub(crate) fn operator(&self, municipality: &MunicipalityId) -> Actor {
        operator(&self.services, municipality)
    }

    /// A person who acts on the command line, with the rights that they have on screen.
    pub(crate) async fn person(&self, municipality: &MunicipalityId, login: &str) -> Result<Person, Stop> {
        let found = self
            .services
            .store
            .person_named(municipality, &login.trim().to_lowercase())
            .await?;
        found
            .map(|stored| stored.value)
            .ok_or_else(|| Stop::refused(format!("nobody in {municipality} logs in as {login}")))
    }

    /// Somebody with an account in use, as the one who acts.
    pub(crate) async fn acting_as(&self, municipality: &MunicipalityId, login: &str) -> Result<Actor, Stop> {
        let person = self.person(municipality, login).await?;
        if !person.is_active() {
            return Err(Stop::refused(format!("the account of {login} is not in use")));
        }
        Ok(person.actor(self.services.clock.now(), ORIGIN))
    }
}

/// See [`Installation::operator`].
pub(crate) fn operator(services: &Services, municipality: &MunicipalityId) -> Actor {
    Actor {
        person: None,
        name: ORIGIN.to_owned(),
        municipality: municipality.clone(),
        today: dutch_date(services.clock.now()),
        grants: vec![Grant::of(Role::Administrator)],
        origin: ORIGIN.to_owned(),
        call: None,
    }
}
