// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The list of what was destroyed, a line for each thing: identifiers and days, no content. It is only added to.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use meldroute_storage::{Database, Destroyed};

use crate::{settings::Settings, stop::Stop};

/// The name of the list beside the data.
const FILE: &str = "destroyed.list";

/// Where the list lies: where the settings say, else in the data folder; for `PostgreSQL` beside the key.
pub(crate) fn beside(settings: &Settings) -> Option<PathBuf> {
    if let Some(file) = &settings.destroyed_list {
        return Some(file.clone());
    }
    if settings.on_postgres() {
        let key = settings.key_file.as_ref()?;
        return Some(key.parent()?.join(FILE));
    }
    Some(Path::new(settings.data()).join(FILE))
}

/// Reads a list. A line that is none is refused: better no restore than one that brings something back.
pub(crate) fn read(file: &Path) -> Result<Vec<Destroyed>, Stop> {
    let text =
        fs::read_to_string(file).map_err(|error| Stop::refused(format!("{}: {error}", file.display())))?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty());
    lines
        .map(|(number, line)| {
            line.parse::<Destroyed>()
                .map_err(|error| Stop::refused(format!("{}:{number}: {error}", file.display())))
        })
        .collect()
}

/// Adds what the database knows to have been destroyed and the list does not have yet, and waits until that is on disk.
pub(crate) async fn write(database: &Database, file: &Path) -> Result<(), Stop> {
    let known: BTreeSet<Destroyed> = if file.exists() {
        read(file)?.into_iter().collect()
    } else {
        BTreeSet::new()
    };
    let destroyed = database.destroyed().await?;
    let new: Vec<&Destroyed> = destroyed.iter().filter(|gone| !known.contains(*gone)).collect();
    if !new.is_empty() {
        append(file, &new).map_err(|error| Stop::refused(format!("{}: {error}", file.display())))?;
    }
    Ok(())
}

fn append(file: &Path, new: &[&Destroyed]) -> io::Result<()> {
    let mut out = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(file)?;
    let lines: Vec<String> = new.iter().map(ToString::to_string).collect();
    writeln!(out, "{}", lines.join("\n"))?;
    out.sync_all()
}
