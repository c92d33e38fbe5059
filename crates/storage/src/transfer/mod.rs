// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Carrying all rows elsewhere, as they are sealed: into a file, out of one, into another database; and comparing.

mod file;
mod pages;

use std::io::{self, Read, Write};

use meldroute_core::id::MunicipalityId;
use sea_orm::{
    ConnectionTrait as _, DatabaseTransaction, DbErr, TransactionTrait as _, Value, sea_query::Query,
};

use self::{file::RowReader, pages::Pages};
use crate::{
    commit::insert,
    database::Database,
    dialect::{self, Failure},
    erase::{Destroyed, erase},
    schema::{TABLES, Table, tables::MUNICIPALITIES},
};

/// Why rows could not be carried. Each says what to do, for the person at the command line.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The database did not answer or is full.
    #[error("the database does not answer or refuses; check its rights and its disk (code {0})")]
    Unavailable(String),
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is no export of this program, or of a version with other tables.
    #[error("this was not made by this version of meldroute; use the version that made it")]
    Format,
    /// The municipality is there already.
    #[error("municipality {0} is in this database already; use an empty one")]
    Exists(String),
    /// The rows are sealed with the key of another installation.
    #[error("this installation key does not open these rows; use the key file that they were made with")]
    WrongKey,
}

impl From<DbErr> for TransferError {
    fn from(error: DbErr) -> Self {
        Self::Unavailable(dialect::code(&error))
    }
}

impl Database {
    /// Writes all rows, or those of one municipality, as they are at one moment, while the program goes on. Gives how many.
    /// Contents stay sealed; still, seal the file as a whole, since columns in clear are in it.
    pub async fn dump(
        &self,
        out: &mut (impl Write + Send),
        only: Option<&MunicipalityId>,
    ) -> Result<u64, TransferError> {
        let moment = self.moment().await?;
        let mut rows = 0;
        file::begin(out)?;
        for table in TABLES {
            file::begin_table(out, table)?;
            let mut pages = Pages::of(table, only);
            while let Some(page) = pages.next(&moment).await? {
                for row in &page {
                    file::row(out, row)?;
                    rows += 1;
                }
            }
        }
        file::end(out, rows)?;
        moment.rollback().await?;
        Ok(rows)
    }

    /// Adds the rows of a [`dump`](Self::dump), all or none. Their municipalities must not be here yet. What was destroyed since the
    /// dump is destroyed in it again, before anybody can read it. Gives how many rows were added.
    pub async fn load(
        &self,
        input: &mut (impl Read + Send),
        destroyed: &[Destroyed],
    ) -> Result<u64, TransferError> {
        let target = self.write.begin_with_options(dialect::writing()).await?;
        let mut reader = RowReader::begin(input)?;
        let mut rows = 0;
        while let Some((table, page)) = reader.next_page()? {
            rows += u64::try_from(page.len()).unwrap_or(u64::MAX);
            self.add_page(&target, table, &page).await?;
        }
        reader.check_end(rows)?;
        let here = municipalities(&target).await?;
        for gone in destroyed.iter().filter(|gone| here.contains(&gone.municipality)) {
            erase(&target, gone).await?;
        }
        target.commit().await?;
        // The rows passed through the files of the database.
        dialect::scrub(&self.write).await?;
        Ok(rows)
    }

    /// Adds all rows to another database, all or none. Its municipalities must be other ones. Gives how many.
    pub async fn copy_to(&self, other: &Self) -> Result<u64, TransferError> {
        let moment = self.moment().await?;
        let target = other.write.begin_with_options(dialect::writing()).await?;
        let mut rows = 0;
        for table in TABLES {
            let mut pages = Pages::of(table, None);
            while let Some(page) = pages.next(&moment).await? {
                rows += u64::try_from(page.len()).unwrap_or(u64::MAX);
                other.add_page(&target, table, &page).await?;
            }
        }
        target.commit().await?;
        moment.rollback().await?;
        Ok(rows)
    }

    /// The first table in which two databases differ, compared row by row; none where all is equal.
    pub async fn difference(&self, other: &Self) -> Result<Option<&'static str>, TransferError> {
        let (left, right) = (self.moment().await?, other.moment().await?);
        let mut difference = None;
        for table in TABLES {
            if difference.is_none() && differ(table, &left, &right).await? {
                difference = Some(table.name);
            }
        }
        left.rollback().await?;
        right.rollback().await?;
        Ok(difference)
    }

    async fn moment(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = dialect::snapshot(self.read.get_database_backend());
        self.read.begin_with_options(options).await
    }

    async fn add_page(
        &self,
        target: &DatabaseTransaction,
        table: &'static Table,
        page: &[Vec<Value>],
    ) -> Result<(), TransferError> {
        if table.name == MUNICIPALITIES.name {
            for row in page {
                if let [Value::String(Some(id)), _, _, Value::Bytes(Some(wrapped)), ..] = &row[..] {
                    let id = MunicipalityId(id.clone());
                    self.ring.open(&id, wrapped).or(Err(TransferError::WrongKey))?;
                }
            }
        }
        insert(target, table, page)
            .await
            .map_err(|error| match dialect::failure(&error) {
                Failure::Taken => TransferError::Exists(municipality_of(table, page)),
                Failure::Busy | Failure::Other => error.into(),
            })
    }
}

/// The municipalities that are here.
async fn municipalities(connection: &DatabaseTransaction) -> Result<Vec<MunicipalityId>, DbErr> {
    let query = Query::select().column("id").from(MUNICIPALITIES.name).take();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| row.try_get_by_index(0).map(MunicipalityId))
        .collect()
}

/// The municipality of the first row.
fn municipality_of(table: &Table, page: &[Vec<Value>]) -> String {
    let place = table
        .columns
        .iter()
        .position(|column| column.name == "municipality");
    let row = page.first();
    match row.and_then(|row| row.get(place.unwrap_or_default())) {
        Some(Value::String(Some(id))) => id.clone(),
        _ => String::new(),
    }
}

async fn differ(
    table: &'static Table,
    left: &DatabaseTransaction,
    right: &DatabaseTransaction,
) -> Result<bool, DbErr> {
    let (mut here, mut there) = (Pages::of(table, None), Pages::of(table, None));
    loop {
        match (here.next(left).await?, there.next(right).await?) {
            (None, None) => return Ok(false),
            (one, other) if one != other => return Ok(true),
            _ => {}
        }
    }
}
