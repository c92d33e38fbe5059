// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute backup`: makes a sealed backup while the program runs, checks it by reading it back, and restores it.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use meldroute_core::{
    audit::{About, Event},
    change::Changes,
    id::MunicipalityId,
    policy::{self, Right},
    ports::Configurations as _,
};
use meldroute_storage::{Database, Destroyed};
use meldroute_vault::{
    key::InstallationKey,
    stream::{SealedReader, SealedWriter},
};

use crate::{
    installation::{Installation, Which},
    output, retention,
    settings::{Place, Settings},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    /// Make a backup of everything or of one municipality, while the program runs, and read it back
    #[command(
        after_help = "The file is sealed with the installation's key: without a copy of that key, kept elsewhere, it is worth nothing.\n\n\
            Example: meldroute backup create --data /var/lib/meldroute /backup/2026-11-24.meldroute"
    )]
    Create {
        #[command(flatten)]
        place: Place,
        /// Only this municipality; everything where it is left out
        #[arg(long, value_name = "ID")]
        municipality: Option<String>,
        /// The file to write; must not be there yet
        file: PathBuf,
    },
    /// Read a backup to its end, and say whether it is whole
    #[command(
        after_help = "Example: meldroute backup verify --key /etc/meldroute/installation.key --data /var/lib/meldroute /backup/2026-11-24.meldroute"
    )]
    Verify {
        #[command(flatten)]
        place: Place,
        /// The file
        file: PathBuf,
    },
    /// Restore a backup into an empty folder or database; what was destroyed since does not come back
    #[command(
        after_help = "The list of what was destroyed lies beside the data; without the newest one, what was destroyed since the backup comes back.\n\n\
            Example: meldroute backup restore --key /root/installation.key --data /var/lib/meldroute --destroyed /backup/destroyed.list /backup/2026-11-24.meldroute"
    )]
    Restore {
        #[command(flatten)]
        place: Place,
        /// The list of what was destroyed; can be named several times. One that lies beside the data is used in any case
        #[arg(long, value_name = "FILE")]
        destroyed: Vec<PathBuf>,
        /// Say that nothing was destroyed since the backup was made, where there is no list
        #[arg(long, conflicts_with = "destroyed")]
        nothing_destroyed: bool,
        /// The file
        file: PathBuf,
    },
}

impl Backup {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        match self {
            Self::Create {
                place,
                municipality,
                file,
            } => {
                let key = place.settings()?.key()?;
                let installation = Installation::open(&place).await?;
                let made = create(&installation, &key, municipality, &file).await;
                installation.close().await;
                made
            }
            Self::Verify { place, file } => {
                let bytes = verify(&place.settings()?.key()?, &file)?;
                output::line(&format!("{}: whole, {bytes} bytes", file.display()))
            }
            Self::Restore {
                place,
                destroyed,
                nothing_destroyed,
                file,
            } => {
                let destroyed = lists(&place.settings()?, destroyed, nothing_destroyed)?;
                restore(&place, &file, &destroyed).await
            }
        }
    }
}

/// Writes beside the wanted name and renames at the end: a file with that name is always whole.
async fn create(
    installation: &Installation,
    key: &InstallationKey,
    municipality: Option<String>,
    file: &Path,
) -> Result<(), Stop> {
    let only = municipality
        .map(|id| {
            installation.municipality(&Which {
                municipality: Some(id),
            })
        })
        .transpose()?;
    if file.exists() {
        return Err(Stop::refused(format!(
            "{} is there already; name a new file",
            file.display()
        )));
    }
    note(installation, only.as_ref()).await?;
    let mut partial = file.as_os_str().to_owned();
    partial.push(".part");
    let partial = PathBuf::from(partial);
    let written = write(installation, key, only.as_ref(), &partial).await;
    let finished = match written {
        Ok(rows) => verify(key, &partial).and_then(|bytes| {
            fs::rename(&partial, file)?;
            Ok((rows, bytes))
        }),
        Err(stop) => Err(stop),
    };
    if finished.is_err() {
        // The error that made it useless is worth more than that of its removal.
        let _ = fs::remove_file(&partial);
    }
    let (rows, bytes) = finished?;
    output::line(&format!(
        "{}: {rows} rows, {bytes} bytes, read back and whole",
        file.display()
    ))
}

async fn write(
    installation: &Installation,
    key: &InstallationKey,
    only: Option<&MunicipalityId>,
    partial: &Path,
) -> Result<u64, Stop> {
    let at = |error: io::Error| Stop::refused(format!("{}: {error}", partial.display()));
    let out = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(partial)
        .map_err(at)?;
    let mut sealed = SealedWriter::new(BufWriter::new(out), &key.backup_key()).map_err(at)?;
    let rows = installation.database.dump(&mut sealed, only).await?;
    let out = sealed
        .finish()
        .map_err(at)?
        .into_inner()
        .map_err(|error| at(error.into_error()))?;
    out.sync_all().map_err(at)?;
    Ok(rows)
}

/// The journal of each municipality that is in it tells that a backup was made: it is a copy of everything.
async fn note(installation: &Installation, only: Option<&MunicipalityId>) -> Result<(), Stop> {
    let services = &installation.services;
    let all = installation.configurations.municipalities().into_iter();
    for (municipality, _) in all.filter(|(id, _)| only.is_none_or(|only| only == id)) {
        let permit = policy::unsafe_permit_without_policy(
            installation.operator(&municipality),
            Right::ManageConfiguration,
        );
        let minter = services.minter.as_ref();
        let changes = Changes::new(
            &permit,
            services.clock.now(),
            minter,
            About::Municipality,
            Event::BackupMade,
        );
        services.store.commit(changes).await?;
    }
    Ok(())
}

fn open(key: &InstallationKey, file: &Path) -> Result<SealedReader<BufReader<File>>, Stop> {
    let at = |error: io::Error| Stop::refused(format!("{}: {error}", file.display()));
    let input = File::open(file).map_err(at)?;
    SealedReader::new(BufReader::new(input), &key.backup_key()).map_err(at)
}

/// Reads a backup to its end; each part of it proves that it was not changed, and the end that nothing is missing.
fn verify(key: &InstallationKey, file: &Path) -> Result<u64, Stop> {
    let mut sealed = open(key, file)?;
    io::copy(&mut sealed, &mut io::sink())
        .map_err(|error| Stop::refused(format!("{}: {error}", file.display())))
}

/// What was destroyed, by all lists that are named or lie beside the data.
fn lists(
    settings: &Settings,
    mut files: Vec<PathBuf>,
    nothing_destroyed: bool,
) -> Result<Vec<Destroyed>, Stop> {
    files.extend(retention::beside(settings).filter(|file| file.exists()));
    if files.is_empty() && !nothing_destroyed {
        return Err(Stop::refused(
            "name the newest list of what was destroyed with --destroyed FILE: it lies beside the data, or is printed by meldroute retention list-destroyed. If nothing was destroyed since this backup was made, say so with --nothing-destroyed",
        ));
    }
    let mut destroyed = Vec::new();
    for file in &files {
        destroyed.extend(retention::read(file)?);
    }
    destroyed.sort();
    destroyed.dedup();
    Ok(destroyed)
}

async fn restore(place: &Place, file: &Path, destroyed: &[Destroyed]) -> Result<(), Stop> {
    let settings = place.settings()?;
    let key = settings.key()?;
    // The whole file first: what was changed or cut off leaves no trace in the database.
    verify(&key, file)?;
    let mut sealed = open(&key, file)?;
    let database = Database::open(settings.data(), settings.key()?).await?;
    let loaded = database.load(&mut sealed, destroyed).await;
    let listed = match (&loaded, retention::beside(&settings)) {
        // What the backup and the lists say is known here from now on.
        (Ok(_), Some(list)) => retention::write(&database, &list).await,
        _ => Ok(()),
    };
    database.close().await;
    let rows = loaded?;
    listed?;
    sealed.read_to_end(&mut Vec::new())?;
    output::line(&format!(
        "restored {rows} rows, {}; check them with: meldroute audit verify",
        if destroyed.is_empty() {
            "and destroyed nothing in them"
        } else {
            "and destroyed in them what was destroyed since"
        }
    ))
}
