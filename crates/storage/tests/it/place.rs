// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A fresh, empty database for each test.

use sea_orm::{ConnectionTrait as _, DatabaseConnection, QueryResult, Statement};

/// Where the database of a test is.
pub(crate) struct Place {
    kind: Kind,
}

enum Kind {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, name: String },
}

impl Place {
    /// A folder for a SQLite file.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            kind: Kind::Sqlite(folder),
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
        let random: [u8; 8] = meldroute_vault::random::bytes().unwrap();
        let name = format!("meldroute_test_{:016x}", u64::from_be_bytes(random));
        let connection = sea_orm::Database::connect(server.as_str()).await.unwrap();
        let create = format!("CREATE DATABASE {name}");
        connection.execute_unprepared(&create).await.unwrap();
        connection.close().await.unwrap();
        Some(Self {
            kind: Kind::Postgres { server, name },
        })
    }

    /// What `Database::open` takes.
    pub(crate) fn address(&self) -> String {
        match &self.kind {
            Kind::Sqlite(folder) => folder.path().to_str().unwrap().to_owned(),
            Kind::Postgres { server, name } => {
                let (before, _) = server.rsplit_once('/').unwrap();
                format!("{before}/{name}")
            }
        }
    }

    /// A connection past the program, as an attacker or a database administrator has it.
    pub(crate) async fn raw(&self) -> DatabaseConnection {
        let url = match &self.kind {
            Kind::Sqlite(folder) => format!("sqlite://{}/meldroute.sqlite", folder.path().display()),
            Kind::Postgres { .. } => self.address(),
        };
        let mut options = sea_orm::ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        sea_orm::Database::connect(options).await.unwrap()
    }

    /// Removes the database.
    pub(crate) async fn remove(self) {
        if let Kind::Postgres { server, name } = self.kind {
            let connection = sea_orm::Database::connect(server.as_str()).await.unwrap();
            let drop = format!("DROP DATABASE {name} WITH (FORCE)");
            connection.execute_unprepared(&drop).await.unwrap();
        }
    }
}

/// Runs a query written by hand.
pub(crate) async fn ask(connection: &DatabaseConnection, sql: &str) -> Vec<QueryResult> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.query_all_raw(statement).await.unwrap()
}

/// A variable of the environment.
#[expect(
    clippy::disallowed_methods,
    reason = "the address of the test server comes from the environment"
)]
pub(crate) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
