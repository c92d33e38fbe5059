// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The configurations in force, read from the store and kept for use.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

use meldroute_core::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Write},
    configuration::{Configuration, read},
    id::MunicipalityId,
    policy::{self, Actor, Right},
    ports::{Clock as _, Configurations, Services, Store},
};

use crate::{clock::SystemClock, stop::Stop};

/// The configurations of all municipalities, as they were last read.
#[derive(Debug, Default)]
pub(crate) struct LoadedConfigurations {
    loaded: RwLock<BTreeMap<MunicipalityId, Arc<Configuration>>>,
    /// From which address municipalities send mail.
    mail_from: RwLock<BTreeMap<MunicipalityId, String>>,
}

impl LoadedConfigurations {
    /// Says from which address municipalities send mail.
    pub(crate) fn send_from(&self, addresses: BTreeMap<MunicipalityId, String>) {
        *self.mail_from.write().unwrap_or_else(PoisonError::into_inner) = addresses;
    }

    /// Whether the register of each municipality names all that the program does with personal data.
    pub(crate) fn registered(&self) -> Result<(), Stop> {
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        for (municipality, configuration) in loaded.iter() {
            let missing = configuration.processing.missing();
            if !missing.is_empty() {
                let names: Vec<&str> = missing.iter().map(|activity| activity.as_str()).collect();
                return Err(Stop::refused(format!(
                    "processing.toml of {municipality} does not name what this version of meldroute does with personal data: {}; add it to the configuration, and load that with: meldroute municipality update",
                    names.join(", ")
                )));
            }
        }
        Ok(())
    }

    /// Reads all of them anew. What is in the store was checked before it was loaded, by this or an older program.
    pub(crate) async fn refresh(&self, store: &dyn Store) -> Result<(), Stop> {
        let mut loaded = BTreeMap::new();
        for (municipality, (version, files)) in store.configurations().await? {
            let configuration = read::read(&files).map_err(|problems| {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                Stop::refused(format!(
                    "version {version} of the configuration of {municipality} does not suit this version of meldroute: {first}"
                ))
            })?;
            loaded.insert(municipality, Arc::new(configuration));
        }
        *self.loaded.write().unwrap_or_else(PoisonError::into_inner) = loaded;
        Ok(())
    }
}

impl Configurations for LoadedConfigurations {
    fn municipalities(&self) -> Vec<(MunicipalityId, String)> {
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = loaded
            .iter()
            .map(|(id, configuration)| (id.clone(), configuration.municipality.name.clone()))
            .collect();
        all.sort_by(|one, other| one.1.cmp(&other.1));
        all
    }

    fn of(&self, municipality: &MunicipalityId) -> Option<Arc<Configuration>> {
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        loaded.get(municipality).cloned()
    }

    fn mail_from(&self, municipality: &MunicipalityId) -> Option<String> {
        let addresses = self.mail_from.read().unwrap_or_else(PoisonError::into_inner);
        addresses.get(municipality).cloned()
    }
}

/// Reads and checks the configuration in a folder: the whole with its files by name, or all that is wrong with it.
pub(crate) fn from_folder(dir: &Path) -> Result<(Configuration, BTreeMap<String, String>), Stop> {
    let mut files = BTreeMap::new();
    let entries =
        fs::read_dir(dir).map_err(|error| Stop::wrong_call(format!("{}: {error}", dir.display())))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        if let (Some(name), true) = (
            name,
            path.extension().is_some_and(|extension| extension == "toml"),
        ) {
            let text = fs::read_to_string(&path)
                .map_err(|error| Stop::refused(format!("{}: {error}", path.display())))?;
            files.insert(name, text);
        }
    }
    // Problems name files as the person at the command line does.
    let prefix = dir.display().to_string();
    let named = files
        .iter()
        .map(|(name, text)| (format!("{}/{name}", prefix.trim_end_matches('/')), text.clone()));
    let today = dutch_date(SystemClock.now());
    match read::read_on(&named.collect(), Some(today)) {
        Ok(configuration) => Ok((configuration, files)),
        Err(problems) => Err(Stop::found_wrong(problems)),
    }
}

/// Loads a checked configuration: the first version makes the municipality.
pub(crate) async fn load(
    services: &Services,
    actor: &Actor,
    configuration: &Configuration,
    files: BTreeMap<String, String>,
) -> Result<(), Stop> {
    let version = configuration.route.version;
    let permit = policy::unsafe_permit_without_policy(actor.clone(), Right::ManageConfiguration);
    let changes = Changes::new(
        &permit,
        services.clock.now(),
        services.minter.as_ref(),
        About::Municipality,
        Event::ConfigurationLoaded { version },
    )
    .write(Write::LoadConfiguration {
        municipality: configuration.municipality.id.clone(),
        name: configuration.municipality.name.clone(),
        prefix: configuration.municipality.prefix.clone(),
        version,
        files,
    });
    services.store.commit(changes).await?;
    Ok(())
}
