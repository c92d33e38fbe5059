// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Where the two databases differ by nature: connecting, locking, triggers and error codes. All raw SQL of the program is here.

use std::{path::Path, time::Duration};

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, IsolationLevel, RuntimeErr,
    SqliteTransactionMode, Statement, TransactionOptions,
    sea_query::{ColumnDef, Query},
    sqlx::{
        self,
        postgres::{PgConnectOptions, PgSslMode},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::schema::Table;

/// For what a pool of connections is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// By the one who commits: a single connection.
    Write,
    /// By everybody who reads.
    Read,
}

/// How to connect to a SQLite file.
pub(crate) fn sqlite(file: &Path, purpose: Use) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = pool("sqlite://meldroute", if purpose == Use::Write { 1 } else { 4 });
    options.map_sqlx_sqlite_opts(move |options| sqlite_connection(options, &file, purpose));
    options
}

fn sqlite_connection(options: SqliteConnectOptions, file: &Path, purpose: Use) -> SqliteConnectOptions {
    let options = options
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(64)
        // Without it, INSERT OR REPLACE would pass the journal's guard against deleting.
        .pragma("recursive_triggers", "ON")
        // What is deleted is overwritten: a destroyed key must not lie about in a free page.
        .pragma("secure_delete", "ON")
        // In KiB where negative: the cache of the operating system does the work, memory is for the search index.
        .pragma("cache_size", "-4000")
        .pragma("temp_store", "MEMORY");
    match purpose {
        Use::Write => options,
        Use::Read => options.pragma("query_only", "ON"),
    }
}

/// Whether an address is that of a PostgreSQL database; else it is a folder.
pub(crate) fn is_postgres(address: &str) -> bool {
    address.starts_with("postgres://") || address.starts_with("postgresql://")
}

/// Refuses an address that the driver would stumble over.
pub(crate) fn check_url(url: &str) -> Result<(), sqlx::Error> {
    url.parse::<PgConnectOptions>().map(|_| ())
}

/// How to connect to PostgreSQL. Over a network only with TLS and a verified name.
pub(crate) fn postgres(url: &str, purpose: Use) -> ConnectOptions {
    let mut options = pool(url, if purpose == Use::Write { 1 } else { 8 });
    options.map_sqlx_postgres_opts(|options| guarded(options.application_name("meldroute")));
    options
}

/// Whatever the address says: over a network only to a server that proves its name.
fn guarded(options: PgConnectOptions) -> PgConnectOptions {
    if is_local(&options) {
        options
    } else {
        options.ssl_mode(PgSslMode::VerifyFull)
    }
}

fn is_local(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

fn pool(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .test_before_acquire(false)
        // A logged statement would carry what it stores.
        .sqlx_logging(false);
    options
}

/// A transaction that writes. SQLite takes its lock at once, so that it never has to give up half-way.
pub(crate) fn writing() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

/// A transaction that sees the database as it was at one moment.
pub(crate) fn snapshot(backend: DbBackend) -> TransactionOptions {
    TransactionOptions {
        // SQLite's readers always see one moment, and warn when asked for it.
        isolation_level: (backend == DbBackend::Postgres).then_some(IsolationLevel::RepeatableRead),
        ..TransactionOptions::default()
    }
}

/// Text that sorts by its bytes: SQLite does so by itself, PostgreSQL by the language of the server.
pub(crate) fn bytewise<'a>(
    column: &'a mut ColumnDef,
    connection: &impl ConnectionTrait,
) -> &'a mut ColumnDef {
    match connection.get_database_backend() {
        DbBackend::Postgres => column.extra("COLLATE \"C\""),
        _ => column,
    }
}

/// Lets two programs that open the same new database make its tables one after the other. SQLite's transaction does so already.
pub(crate) async fn lock_migrations(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    match connection.get_database_backend() {
        DbBackend::Postgres => connection
            .execute_unprepared("SELECT pg_advisory_xact_lock(7161717101)")
            .await
            .map(|_| ()),
        _ => Ok(()),
    }
}

const JOURNAL_GUARD_SQLITE: &str = "
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE municipality = NEW.municipality AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;";

const JOURNAL_GUARD_POSTGRES: &str = "
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();";

/// Makes the journal refuse to be changed, emptied or replaced.
pub(crate) async fn guard_journal(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let guard = match connection.get_database_backend() {
        DbBackend::Postgres => JOURNAL_GUARD_POSTGRES,
        _ => JOURNAL_GUARD_SQLITE,
    };
    connection.execute_unprepared(guard).await.map(|_| ())
}

/// The logs beside the journal, each with what must hold of a row that its term takes out. `trimming` is the permission of the moment.
const LOGS: [(&str, &str); 3] = [
    ("processing_log", "trimming.seq > OLD.ended_at"),
    ("access_decisions", "trimming.seq > OLD.at"),
    // A role has no time of its own: it goes with its decision.
    ("decision_roles", "TRUE"),
];

/// Under which name [`crate::processing`] says, in the transaction that takes lines out and nowhere else, up to which moment it does.
pub(crate) const TRIMMING: &str = "trimming";

/// Makes the logs refuse to be changed, emptied or replaced. Lines go only in a transaction that says in `log_exports` that it takes out
/// what is older than a moment: a statement that forgets that takes out nothing.
pub(crate) async fn guard_logs(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let postgres = connection.get_database_backend() == DbBackend::Postgres;
    for (table, over) in LOGS {
        let permitted = format!(
            "EXISTS (SELECT 1 FROM log_exports trimming WHERE trimming.municipality = OLD.municipality \
             AND trimming.log = '{TRIMMING}' AND {over})"
        );
        let guard = if postgres {
            log_guard_postgres(table, &permitted)
        } else {
            log_guard_sqlite(table, &permitted)
        };
        connection.execute_unprepared(&guard).await?;
    }
    Ok(())
}

fn log_guard_sqlite(table: &str, permitted: &str) -> String {
    let same = match table {
        "processing_log" => "seq = NEW.seq AND part = NEW.part",
        "decision_roles" => "seq = NEW.seq AND role = NEW.role",
        _ => "seq = NEW.seq",
    };
    format!(
        "
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'the logs are append-only'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN NOT {permitted}
BEGIN SELECT RAISE(ABORT, 'lines of the logs go by their term only'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE municipality = NEW.municipality AND {same})
BEGIN SELECT RAISE(ABORT, 'the logs are append-only'); END;"
    )
}

fn log_guard_postgres(table: &str, permitted: &str) -> String {
    format!(
        "
CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF TG_OP = 'DELETE' THEN IF {permitted} THEN RETURN OLD; END IF; END IF;
RAISE EXCEPTION 'lines of the logs go by their term only'; END $$;
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse();"
    )
}

/// Rows that a table is taken to have, when SQLite chooses by which index to go.
const ROWS: u64 = 100_000;

/// Without statistics SQLite takes it that a municipality has ten rows of each table, and would walk through all of them rather
/// than look up twelve identifiers. `PostgreSQL` gathers its own while it runs. Nobody asks SQLite to gather its own, so that
/// each query goes by the same index from the first row to the millionth.
pub(crate) async fn tell_planner(connection: &impl ConnectionTrait, tables: &[&Table]) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Postgres {
        return Ok(());
    }
    connection.execute_unprepared("ANALYZE").await?;
    for table in tables {
        let key = format!("sqlite_autoindex_{}_1", table.name);
        let indexes = table
            .indexes
            .iter()
            .map(|index| (index.name, index.columns, index.unique));
        for (index, columns, unique) in indexes.chain([(key.as_str(), table.key, true)]) {
            let mut insert = Query::insert();
            insert
                .into_table("sqlite_stat1")
                .columns(["tbl", "idx", "stat"])
                .values_panic([
                    table.name.into(),
                    index.into(),
                    statistics(columns, unique).into(),
                ]);
            connection.execute(&insert).await?;
        }
    }
    connection
        .execute_unprepared("ANALYZE sqlite_schema")
        .await
        .map(|_| ())
}

/// How many rows an index has, and how many have the same first column, the same first two, and so on.
fn statistics(columns: &[&str], unique: bool) -> String {
    let mut same = ROWS;
    let mut text = ROWS.to_string();
    for (place, column) in columns.iter().enumerate() {
        same = match *column {
            "municipality" | "closed" => same,
            "state" | "holder" | "step" | "body" | "channel" | "partner" | "purpose" | "kind" | "year" => {
                same / 4
            }
            "due" | "received_on" | "opened_on" | "held_on" => same / 1000,
            _ => 1,
        };
        if unique && place + 1 == columns.len() {
            same = 1;
        }
        text = format!("{text} {}", same.max(1));
    }
    text
}

/// How often the journal of SQLite is asked to be emptied: somebody who reads holds it up for a moment.
const EMPTYINGS: u32 = 20;

/// Leaves nothing of what was deleted in the files. SQLite writes its file anew and empties the journal of writes beside it.
/// `PostgreSQL` writes the table of keys anew: without them what lies about elsewhere can't be opened.
pub(crate) async fn scrub(connection: &DatabaseConnection) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Postgres {
        return connection
            .execute_unprepared("VACUUM FULL keys")
            .await
            .map(|_| ());
    }
    connection.execute_unprepared("VACUUM").await?;
    for _ in 0..EMPTYINGS {
        let checkpoint = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = connection.query_one_raw(checkpoint).await?;
        let busy = row.map(|row| row.try_get_by_index::<i32>(0)).transpose()?;
        if busy == Some(0) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tracing::warn!(
        "somebody reads all the time: what was destroyed leaves the journal of the database later"
    );
    Ok(())
}

/// What went wrong, as far as committing looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Somebody else was busy: the same can be tried again.
    Busy,
    /// It is there already.
    Taken,
    /// Anything else.
    Other,
}

/// Tells failures apart by their codes; messages of a database may hold content and are never looked at.
pub(crate) fn failure(error: &DbErr) -> Failure {
    match database_error(error) {
        Some(error) if error.is_unique_violation() => Failure::Taken,
        // PostgreSQL: serialisation failure, deadlock; SQLite: busy, locked.
        Some(error)
            if matches!(
                error.code().as_deref(),
                Some("40001" | "40P01" | "5" | "6" | "517")
            ) =>
        {
            Failure::Busy
        }
        _ => Failure::Other,
    }
}

/// The code of a failure, for the log.
pub(crate) fn code(error: &DbErr) -> String {
    database_error(error)
        .and_then(|error| error.code().map(std::borrow::Cow::into_owned))
        .unwrap_or_else(|| "none".to_owned())
}

fn database_error(error: &DbErr) -> Option<&dyn sqlx::error::DatabaseError> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => error.as_database_error(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_host_must_prove_its_name() {
        for url in [
            "postgres://u@db.example/m",
            "postgres://u@10.0.0.5/m?sslmode=disable",
            "postgres://u@localhost.example/m?sslmode=prefer",
        ] {
            let options = guarded(url.parse().unwrap());
            assert!(matches!(options.get_ssl_mode(), PgSslMode::VerifyFull), "{url}");
        }
        for url in [
            "postgres://u@127.0.0.1:5433/m",
            "postgres://u@[::1]/m",
            "postgresql://u@localhost/m",
        ] {
            let options = guarded(url.parse().unwrap());
            assert!(!matches!(options.get_ssl_mode(), PgSslMode::VerifyFull), "{url}");
        }
    }
}
