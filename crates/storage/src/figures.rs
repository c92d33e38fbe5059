// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading the figures of sources.

use meldroute_core::{change::Revision, figures::book::Book, id::MunicipalityId, ports::Stored};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::open_document,
    query::in_municipality,
    row::Row,
    schema::{Table, tables::FIGURES},
};

/// Where figures are sealed for.
pub(crate) fn book_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&FIGURES, "content", id)
}

impl Database {
    pub(crate) async fn book_stored(&self, m: &MunicipalityId) -> Result<Option<Stored<Book>>, Fault> {
        let rows = self
            .all(&in_municipality(&FIGURES, m, &["id", "revision", "content"]))
            .await?;
        let Some(row) = rows.first().map(Row) else {
            return Ok(None);
        };
        let keys = self.keys(m).await?;
        let id = row.get::<Uuid>(0)?;
        Ok(Some(Stored {
            value: open_document(&keys.sealing, book_at(id), &row.get::<Vec<u8>>(2)?)?,
            revision: Revision(row.get(1)?),
            number: String::new(),
        }))
    }
}
