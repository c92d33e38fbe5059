// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading configurations.

use std::collections::BTreeMap;

use meldroute_core::id::MunicipalityId;
use sea_orm::sea_query::{Order, Query};

use crate::{database::Database, fault::Fault, row::Row, schema::tables::CONFIGURATIONS};

/// Municipalities with the version of their configuration and its files by name.
pub(crate) type Files = BTreeMap<MunicipalityId, (u32, BTreeMap<String, String>)>;

impl Database {
    pub(crate) async fn newest_configurations(&self) -> Result<Files, Fault> {
        let query = Query::select()
            .columns(["municipality", "version", "files"])
            .from(CONFIGURATIONS.name)
            .order_by("version", Order::Asc)
            .take();
        let mut newest = BTreeMap::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            let version = u32::try_from(row.get::<i64>(1)?).or(Err(Fault::Value))?;
            let files = serde_json::from_str(&row.get::<String>(2)?).or(Err(Fault::Value))?;
            newest.insert(MunicipalityId(row.get(0)?), (version, files));
        }
        Ok(newest)
    }
}
