// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The tables as values, and the steps that bring a database to them. Both databases are made from the same values, and
//! export, import and comparison read them, too.

pub(crate) mod tables;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, TransactionTrait,
    sea_query::{self, ColumnDef, ForeignKey, Query, TableCreateStatement},
};

use crate::dialect;

/// What a column holds, so that both databases have a type for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Uuid,
    Text,
    Integer,
    Boolean,
    Bytes,
}

/// A column.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) null: bool,
}

/// An index.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) unique: bool,
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [Column],
    /// The columns of the primary key.
    pub(crate) key: &'static [&'static str],
    /// A column that points at the `id` of another table.
    pub(crate) parent: Option<(&'static str, &'static str)>,
    pub(crate) indexes: &'static [Index],
}

/// One thing that brings a database a step further. Steps are never changed, only added.
enum Step {
    /// Makes a table with its indexes.
    Create(&'static Table),
    /// Makes the journal refuse everything but adding.
    GuardJournal,
    /// Makes the logs refuse everything but adding, and what their terms take out.
    GuardLogs,
    /// Adds an index to a table that is there.
    Index(&'static Table, &'static Index),
    /// Tells the planner of SQLite how the tables will be filled.
    TellPlanner(&'static [&'static Table]),
}

/// All tables, those that others point at first.
pub(crate) const TABLES: &[&Table] = &[
    &tables::MUNICIPALITIES,
    &tables::CONFIGURATIONS,
    &tables::COUNTERS,
    &tables::KEYS,
    &tables::REPORTS,
    &tables::REPORTERS,
    &tables::FILES,
    &tables::FINGERPRINTS,
    &tables::QUARANTINE,
    &tables::SIGNALS,
    &tables::SIGNAL_FORMS,
    &tables::LOOK_UPS,
    &tables::DUTIES,
    &tables::MEETINGS,
    &tables::PEOPLE,
    &tables::SESSIONS,
    &tables::JOURNAL,
    &tables::OWN_REPORTS,
    &tables::CONSULTS,
    &tables::REPORT_FACTS,
    &tables::KEPT_APART,
    &tables::OUTBOX,
    &tables::DISPOSAL_LISTS,
    &tables::KEPT_LONGER,
    &tables::HOLDS,
    &tables::COUNTED_SIGNALS,
    &tables::COUNTED_REPORTS,
    &tables::DESTROYED,
    &tables::DPIAS,
    &tables::CLAIMS,
    &tables::PROCESSING_LOG,
    &tables::DECISIONS,
    &tables::LOG_EXPORTS,
    &tables::CLAIM_PASSAGES,
    &tables::FIGURES,
    &tables::PLANS,
    &tables::DECISION_ROLES,
    &tables::PHOTOS,
];

const MIGRATIONS: Table = Table {
    name: "migrations",
    columns: &[Column {
        name: "step",
        kind: Kind::Integer,
        null: false,
    }],
    key: &["step"],
    parent: None,
    indexes: &[],
};

/// The tables that the first version made, which stand at the begin of [`TABLES`].
const FIRST: usize = 17;

fn steps() -> Vec<Step> {
    let (first, later) = TABLES.split_at(FIRST.min(TABLES.len()));
    let made = first.iter().copied().map(Step::Create);
    made.chain([Step::GuardJournal, Step::TellPlanner(first)])
        .chain(later.iter().copied().flat_map(later_steps))
        .collect()
}

/// The steps that a later table brings: itself, and what came to older tables with it.
fn later_steps(table: &'static Table) -> Vec<Step> {
    let mut steps = vec![Step::Create(table)];
    let mut read_by = |older, indexes: &'static [Index]| {
        steps.extend(indexes.iter().map(|index| Step::Index(older, index)));
    };
    if table.name == tables::OUTBOX.name {
        read_by(&tables::JOURNAL, tables::JOURNAL_READ_BY);
    } else if table.name == tables::DECISION_ROLES.name {
        read_by(&tables::DECISIONS, tables::DECISIONS_READ_BY);
        steps.push(Step::GuardLogs);
    }
    steps
}

/// How many steps this program knows: the version of the schema.
pub(crate) fn version() -> i64 {
    i64::try_from(steps().len()).unwrap_or(i64::MAX)
}

/// Why a database could not be brought to this program's tables.
pub(crate) enum MigrationError {
    /// A newer program made it.
    Newer,
    /// The database refused.
    Database(DbErr),
}

impl From<DbErr> for MigrationError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// Does the steps that the database has not had yet, all of them or none.
pub(crate) async fn migrate(connection: &DatabaseConnection) -> Result<(), MigrationError> {
    let transaction = connection.begin_with_options(dialect::writing()).await?;
    dialect::lock_migrations(&transaction).await?;
    transaction
        .execute(create(&MIGRATIONS, &transaction).if_not_exists())
        .await?;
    let query = Query::select().column("step").from(MIGRATIONS.name).take();
    let done = transaction.query_all(&query).await?.len();
    let steps = steps();
    if done > steps.len() {
        return Err(MigrationError::Newer);
    }
    for (number, step) in (1_i64..).zip(&steps).skip(done) {
        run(step, &transaction).await?;
        let mut insert = Query::insert();
        insert
            .into_table(MIGRATIONS.name)
            .columns(["step"])
            .values_panic([number.into()]);
        transaction.execute(&insert).await?;
    }
    Ok(transaction.commit().await?)
}

async fn run(step: &Step, connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    match step {
        Step::Create(table) => {
            connection.execute(&create(table, connection)).await?;
            for index in table.indexes {
                add_index(table, index, connection).await?;
            }
            Ok(())
        }
        Step::Index(table, index) => add_index(table, index, connection).await,
        Step::GuardJournal => dialect::guard_journal(connection).await,
        Step::GuardLogs => dialect::guard_logs(connection).await,
        Step::TellPlanner(tables) => dialect::tell_planner(connection, tables).await,
    }
}

async fn add_index(table: &Table, index: &Index, connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let mut create = sea_query::Index::create();
    create.name(index.name).table(table.name);
    index.columns.iter().for_each(|column| {
        create.col(*column);
    });
    if index.unique {
        create.unique();
    }
    connection.execute(&create).await?;
    Ok(())
}

fn create(table: &Table, connection: &impl ConnectionTrait) -> TableCreateStatement {
    let mut create = sea_query::Table::create();
    create.table(table.name);
    for column in table.columns {
        let mut definition = ColumnDef::new(column.name);
        match column.kind {
            Kind::Uuid => definition.uuid(),
            Kind::Text => dialect::bytewise(definition.text(), connection),
            Kind::Integer => definition.big_integer(),
            Kind::Boolean => definition.boolean(),
            Kind::Bytes => definition.blob(),
        };
        if !column.null {
            definition.not_null();
        }
        create.col(&mut definition);
    }
    let mut key = sea_query::Index::create();
    table.key.iter().for_each(|column| {
        key.col(*column);
    });
    create.primary_key(&mut key);
    if let Some((column, parent)) = table.parent {
        create.foreign_key(ForeignKey::create().from(table.name, column).to(parent, "id"));
    }
    create
}
