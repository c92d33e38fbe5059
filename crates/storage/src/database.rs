// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening a database, and asking it something.

use std::{
    fs,
    io::{self, ErrorKind},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use meldroute_core::id::MunicipalityId;
use meldroute_vault::key::InstallationKey;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, QueryResult,
    sea_query::{Expr, ExprTrait as _, Query, SelectStatement},
};
use tokio::{sync::watch, task::JoinHandle};

use crate::{
    commit::{self, Committer},
    dialect::{self, Use},
    fault::Fault,
    keys::{KeyRing, MunicipalityKeys},
    row::Row,
    schema::{self, MigrationError, tables::MUNICIPALITIES},
};

/// A SQLite file or a PostgreSQL database with everything of this installation.
#[derive(Debug)]
pub struct Database {
    pub(crate) read: DatabaseConnection,
    pub(crate) write: DatabaseConnection,
    pub(crate) ring: KeyRing,
    pub(crate) committer: Committer,
    task: JoinHandle<()>,
    queries: AtomicU64,
}

/// Why a database could not be opened. Each says what to do, for the person at the command line.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or the file can't be used.
    #[error("{0}: {1}")]
    Folder(PathBuf, #[source] io::Error),
    /// The database did not answer.
    #[error("the database does not answer or refuses; check its address, its rights and its disk (code {0})")]
    Unavailable(String),
    /// The address is none.
    #[error("this is not the address of a PostgreSQL database; it looks like postgres://user@host/name")]
    Address,
    /// A newer program made it.
    #[error("a newer version of meldroute made this database; use that version")]
    Newer,
    /// The key is another one than that by which the database was made.
    #[error("this installation key does not open this database; use the key file that was made with it")]
    WrongKey,
}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> Self {
        Self::Unavailable(dialect::code(&error))
    }
}

impl Database {
    /// Opens the SQLite file `meldroute.sqlite` in a folder, made where it is not there, or the PostgreSQL database of a
    /// `postgres://` URL. Brings its tables up to date and checks that the key belongs to it.
    pub async fn open(url_or_folder: &str, installation_key: InstallationKey) -> Result<Self, OpenError> {
        let options: Box<dyn Fn(Use) -> ConnectOptions + Send> = if dialect::is_postgres(url_or_folder) {
            dialect::check_url(url_or_folder).or(Err(OpenError::Address))?;
            Box::new(|purpose| dialect::postgres(url_or_folder, purpose))
        } else {
            let file = sqlite_file(Path::new(url_or_folder))?;
            Box::new(move |purpose| dialect::sqlite(&file, purpose))
        };
        let write = sea_orm::Database::connect(options(Use::Write)).await?;
        schema::migrate(&write).await.map_err(|error| match error {
            MigrationError::Newer => OpenError::Newer,
            MigrationError::Database(error) => error.into(),
        })?;
        let read = sea_orm::Database::connect(options(Use::Read)).await?;
        let (committer, task) = commit::start(write.clone());
        let database = Self {
            read,
            write,
            ring: KeyRing::new(installation_key),
            committer,
            task,
            queries: AtomicU64::new(0),
        };
        database.check_key().await?;
        Ok(database)
    }

    /// Waits until what was handed in is committed, and closes the database.
    pub async fn close(self) {
        drop(self.committer);
        // The task has nothing to tell; a panic in it has been logged.
        let _ = self.task.await;
        for pool in [self.read, self.write] {
            if let Err(error) = pool.close().await {
                tracing::warn!(
                    code = dialect::code(&error),
                    "the database was not closed cleanly"
                );
            }
        }
    }

    /// Tells after each commit that something changed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.committer.changes()
    }

    /// How many times the database has been asked something; a test holds every page to a fixed number.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    async fn check_key(&self) -> Result<(), OpenError> {
        let query = Query::select()
            .columns(["id", "wrapped_key"])
            .from(MUNICIPALITIES.name)
            .take();
        for row in self.read.query_all(&query).await? {
            let (id, wrapped) = (row.try_get_by_index(0)?, row.try_get_by_index::<Vec<u8>>(1)?);
            if self.ring.open(&MunicipalityId(id), &wrapped).is_err() {
                return Err(OpenError::WrongKey);
            }
        }
        Ok(())
    }

    /// The keys of a municipality; none where there is no such municipality.
    pub(crate) async fn keys_of(&self, m: &MunicipalityId) -> Result<Option<Arc<MunicipalityKeys>>, Fault> {
        if let Some(keys) = self.ring.known(m) {
            return Ok(Some(keys));
        }
        let query = Query::select()
            .column("wrapped_key")
            .from(MUNICIPALITIES.name)
            .and_where(Expr::col("id").eq(m.as_str()))
            .take();
        match self.one(&query).await? {
            Some(row) => self.ring.open(m, &Row(&row).get::<Vec<u8>>(0)?).map(Some),
            None => Ok(None),
        }
    }

    /// The keys of a municipality that must be there.
    pub(crate) async fn keys(&self, m: &MunicipalityId) -> Result<Arc<MunicipalityKeys>, Fault> {
        self.keys_of(m).await?.ok_or(Fault::NoMunicipality)
    }

    /// Asks for all rows.
    pub(crate) async fn all(&self, query: &SelectStatement) -> Result<Vec<QueryResult>, Fault> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        Ok(self.read.query_all(query).await?)
    }

    /// Asks for one row.
    pub(crate) async fn one(&self, query: &SelectStatement) -> Result<Option<QueryResult>, Fault> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        Ok(self.read.query_one(query).await?)
    }
}

/// The file in a folder. Folder and file are made for their owner only; SQLite gives its side files the same rights.
fn sqlite_file(folder: &Path) -> Result<PathBuf, OpenError> {
    let file = folder.join("meldroute.sqlite");
    let made = fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .and_then(|()| {
            let create = fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&file);
            match create {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
                other => other.map(|_| ()),
            }
        });
    made.map(|()| file.clone())
        .map_err(|error| OpenError::Folder(file, error))
}
