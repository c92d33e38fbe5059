// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The demo: an installation with Heemstede's configuration, invented people, real mail files, and signals at every step.
//!
//! It is made by the same use cases that the screens call, on a clock that runs from more than a year ago until now.

mod embedded;
mod matter;
mod people;
mod story;
mod teller;
mod time;

use std::{fs, path::Path, sync::Arc};

use meldroute_core::{
    configuration::read,
    id::MunicipalityId,
    policy::{Actor, Role},
    ports::{Clock, Configurations as _},
};
use meldroute_vault::keyfile;
use meldroute_web::Demo;

use self::{people::PEOPLE, teller::Teller, time::DemoClock};
use crate::{
    clock::SystemClock,
    configurations,
    inspector::worker::look_once,
    installation::{Installation, operator},
    register::Connections,
    settings::Place,
    stop::Stop,
};

/// Opens the demo's installation in a folder, and makes it first where there is none.
pub(crate) async fn open(folder: &Path) -> Result<(Installation, Demo), Stop> {
    let place = Place::of(folder.display().to_string(), None);
    let key = place.settings()?.key_path()?;
    if !key.exists() {
        make(folder, &key).await?;
    }
    let mut installation = Installation::open(&place).await?;
    let (municipality, _) = installation
        .configurations
        .municipalities()
        .into_iter()
        .next()
        .ok_or_else(|| Stop::refused("the demo in this folder is not complete; empty the folder"))?;
    ask_tables(&mut installation, &municipality);
    let people = PEOPLE.iter().map(people::button).collect();
    Ok((installation, Demo { municipality, people }))
}

/// The demo asks the tables that it brings along, and no other source.
fn ask_tables(installation: &mut Installation, municipality: &MunicipalityId) {
    let tables = Connections::invented(municipality, &embedded::TABLES);
    installation.services.registers = Arc::new(tables);
}

async fn make(folder: &Path, key: &Path) -> Result<(), Stop> {
    if fs::read_dir(folder)?.next().is_some() {
        return Err(Stop::refused(format!(
            "{} is not empty and holds no demo; name an empty folder",
            folder.display()
        )));
    }
    let now = SystemClock.now();
    let clock = Arc::new(DemoClock::new(now));
    let key = keyfile::create(key)?;
    let data = folder.display().to_string();
    let mut installation =
        Installation::with_key(&data, key, Arc::clone(&clock) as Arc<dyn Clock>, None).await?;
    let files = embedded::configuration();
    let configuration = read::read(&files).map_err(Stop::found_wrong)?;
    let municipality = configuration.municipality.id.clone();
    ask_tables(&mut installation, &municipality);
    clock.set(time::weeks_ago(now, 75));
    let actor = operator(&installation.services, &municipality);
    configurations::load(&installation.services, &actor, &configuration, files).await?;
    installation
        .configurations
        .refresh(installation.database.as_ref())
        .await?;
    let people = people::add(&installation.services, &actor).await?;
    // Only while the story is told, to a mail server of its own that takes nothing: the demo itself sends no mail.
    let mail = [(municipality.clone(), "meldpunt@heemstede.example".to_owned())];
    installation.configurations.send_from(mail.into());
    let mails = folder.join("mails");
    embedded::write_mails(&mails)?;
    let importer = Actor::of_program(Role::Intake, "demo", &municipality, clock.now());
    let teller = Teller::new(
        &installation,
        importer,
        people,
        Arc::clone(&clock),
        now,
        mails.clone(),
    );
    story::tell(&teller).await?;
    fs::remove_dir_all(mails)?;
    look_once(&installation.services).await;
    installation.close().await;
    Ok(())
}
