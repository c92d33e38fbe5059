// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Configurations, and opening.

use meldroute_core::ports::Store as _;
use meldroute_storage::{Database, OpenError};
use meldroute_vault::key::InstallationKey;

use super::on_both;
use crate::world::{World, elsewhere, here, key};

on_both!(
    the_newest_counts,
    another_key_does_not_open,
    is_there_after_opening_again
);

async fn the_newest_counts(world: &World) {
    world.load(&here(), "HS", 10).await.unwrap();
    world.load(&here(), "HS", 9).await.unwrap();
    world.load(&here(), "HS", 10).await.unwrap();
    let all = world.configurations().await.unwrap();
    assert_eq!(all.keys().cloned().collect::<Vec<_>>(), [here(), elsewhere()]);
    let (version, files) = &all[&here()];
    assert_eq!((*version, files["route.toml"].as_str()), (10, "version = 10"));
}

async fn another_key_does_not_open(world: &World) {
    let other = InstallationKey::from_hex(&"01".repeat(32)).unwrap();
    let opened = Database::open(&world.place.address(), other).await;
    assert!(matches!(opened, Err(OpenError::WrongKey)));
}

async fn is_there_after_opening_again(world: &World) {
    let again = Database::open(&world.place.address(), key()).await.unwrap();
    assert_eq!(again.configurations().await, world.configurations().await);
    again.close().await;
}
