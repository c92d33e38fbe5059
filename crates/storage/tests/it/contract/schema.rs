// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The columns of the database, compared with `docs/data-classification.toml`.

use std::collections::BTreeMap;

use sea_orm::DbBackend;

use super::on_both;
use crate::{place::ask, world::World};

on_both!(every_column_is_classified);

type Columns = BTreeMap<String, Vec<String>>;

const CLASSES: [&str; 7] = [
    "sealed",
    "keyed-hash",
    "wrapped-key",
    "hash",
    "identifier",
    "clear-operational",
    "clear-count",
];

async fn every_column_is_classified(world: &World) {
    let file = include_str!("../../../../../docs/data-classification.toml");
    let classified: BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> =
        toml::from_str(file).unwrap();
    for (table, columns) in &classified {
        for (column, said) in columns {
            let class = said["class"].as_str();
            assert!(
                CLASSES.contains(&class),
                "{table}.{column}: unknown class {class}"
            );
            assert!(said["why"].len() > 4, "{table}.{column}: no reason");
        }
    }
    let names = |columns: BTreeMap<String, _>| columns.into_keys().collect::<Vec<_>>();
    let classified: Columns = classified
        .into_iter()
        .map(|(table, columns)| (table, names(columns)))
        .collect();
    assert_eq!(columns(world).await, classified);
}

async fn columns(world: &World) -> Columns {
    let raw = world.place.raw().await;
    let query = match sea_orm::ConnectionTrait::get_database_backend(&raw) {
        DbBackend::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns
             WHERE table_schema = 'public'"
        }
        _ => {
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
        }
    };
    let mut columns = Columns::new();
    for row in ask(&raw, query).await {
        let table = row.try_get_by_index(0).unwrap();
        columns
            .entry(table)
            .or_default()
            .push(row.try_get_by_index(1).unwrap());
    }
    raw.close().await.unwrap();
    for names in columns.values_mut() {
        names.sort();
    }
    columns
}
