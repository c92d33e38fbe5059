// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An installation of its own for each test, on SQLite or PostgreSQL.

use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    time::Duration,
};

use meldroute_storage::Database;
use meldroute_vault::keyfile;
use sea_orm::ConnectionTrait as _;
use tempfile::TempDir;

use crate::program::{Ran, Running, make_demo, meldroute, repository};

/// Where an installation is: its data, and a folder with its key and whatever else a test needs.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    data: String,
    server: Option<String>,
}

impl Place {
    /// Data in a folder that is not there yet.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data").to_str().unwrap().to_owned();
        Self {
            folder,
            data,
            server: None,
        }
    }

    /// A new database on the PostgreSQL server; none where there is no server, which is an error in CI.
    pub(crate) async fn postgres() -> Option<Self> {
        let Some(server) = environment("MELDROUTE_TEST_POSTGRES") else {
            assert!(
                environment("CI").is_none(),
                "MELDROUTE_TEST_POSTGRES must name a PostgreSQL server in CI: run scripts/with-postgres"
            );
            return None;
        };
        let random = u64::from_be_bytes(meldroute_vault::random::bytes().unwrap());
        let name = format!("meldroute_test_{random:016x}");
        run(&server, &format!("CREATE DATABASE {name}")).await;
        let (before, _) = server.rsplit_once('/').unwrap();
        let data = format!("{before}/{name}");
        Some(Self {
            folder: tempfile::tempdir().unwrap(),
            data,
            server: Some(server),
        })
    }

    /// The folder or URL.
    pub(crate) fn data(&self) -> &str {
        &self.data
    }

    /// The file of the key.
    pub(crate) fn key(&self) -> PathBuf {
        self.folder.path().join("key")
    }

    /// A demo: an installation with signals at every step.
    pub(crate) fn demo() -> Self {
        let place = Self::sqlite();
        make_demo(Path::new(&place.data));
        fs::copy(Path::new(&place.data).join("installation.key"), place.key()).unwrap();
        place
    }

    /// Makes Heemstede's installation here.
    pub(crate) fn init(&self) -> Ran {
        self.init_with("config/heemstede")
    }

    /// Makes an installation with a configuration of the repository.
    pub(crate) fn init_with(&self, configuration: &str) -> Ran {
        let configuration = repository(configuration);
        self.run(&[
            "init",
            "--configuration",
            &configuration,
            "--admin",
            "beheer",
            "--name",
            "B. Beheerder",
        ])
    }

    /// Runs a command on this installation.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let key = self.key();
        meldroute(&[arguments, &["--data", &self.data, "--key", key.to_str().unwrap()]].concat())
    }

    /// Serves this installation on a free port, until it is killed or stopped.
    pub(crate) async fn serve(&self) -> (Running, SocketAddr) {
        self.serve_with(&[]).await
    }

    /// The same with more arguments.
    pub(crate) async fn serve_with(&self, more: &[&str]) -> (Running, SocketAddr) {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let (listen, key) = (address.to_string(), self.key());
        let key = key.to_str().unwrap();
        let all = ["serve", "--data", &self.data, "--key", key, "--listen", &listen];
        let serve = Running::start(&[&all, more].concat());
        while TcpStream::connect(address).is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        (serve, address)
    }

    /// Opens the database as the program does.
    pub(crate) async fn open(&self) -> Database {
        Database::open(&self.data, keyfile::load(&self.key()).unwrap())
            .await
            .unwrap()
    }

    /// What is stored was stored so many days earlier.
    pub(crate) async fn stored_earlier(&self, days: u32) {
        for table in ["reports", "quarantine"] {
            let micros = i64::from(days) * 86_400_000_000;
            let statement = format!("UPDATE {table} SET received_at = received_at - {micros}");
            run(&format!("sqlite://{}/meldroute.sqlite", self.data), &statement).await;
        }
    }

    /// Removes the database; the folder goes by itself.
    pub(crate) async fn remove(self) {
        if let (Some(server), Some((_, name))) = (&self.server, self.data.rsplit_once('/')) {
            run(server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn run(server: &str, statement: &str) {
    let connection = sea_orm::Database::connect(server).await.unwrap();
    connection.execute_unprepared(statement).await.unwrap();
    connection.close().await.unwrap();
}

#[expect(
    clippy::disallowed_methods,
    reason = "the address of the test server comes from the environment"
)]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
