// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What every database must do for the domain.

mod accounts;
mod attacks;
mod claims;
mod commit;
mod configurations;
mod counts;
mod dpias;
mod duties;
mod figures;
mod isolation;
mod journal;
mod links;
mod meetings;
mod outgoing;
mod people;
mod plans;
mod processing;
mod queries;
mod reports;
mod retention;
mod schema;
mod signals;
mod transfer;

use crate::{place::Place, world::World};

/// Makes a test on each database of functions that take an open world.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                crate::contract::run(Some(crate::place::Place::sqlite()), super::$name).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                crate::contract::run(crate::place::Place::postgres().await, super::$name).await;
            })+
        }
    };
}
pub(crate) use on_both;

/// Runs a test in a new world; not at all where there is no server.
pub(crate) async fn run(place: Option<Place>, test: impl AsyncFnOnce(&World)) {
    if let Some(place) = place {
        let world = World::open(place).await;
        test(&world).await;
        world.end().await;
    }
}
