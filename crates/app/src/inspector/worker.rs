// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Looking at the files that wait: in the background of `serve`, and at the end of commands that take reports in.

use std::time::Duration;

use meldroute_core::{
    policy::{Actor, Role},
    ports::Services,
    usecase::{Failure, report::inspect_waiting},
};
use tokio::sync::watch;

use crate::output;

/// How long it takes at most until it is tried again what did not succeed.
const PAUSE: Duration = Duration::from_secs(30);

/// Looks at what waits in each municipality. Trouble in one does not hold up the others.
async fn round(services: &Services) -> Result<usize, Failure> {
    let (mut looked_at, mut failed) = (0, None);
    for (municipality, _) in services.configurations.municipalities() {
        let actor = Actor::of_program(Role::Intake, "inspector", &municipality, services.clock.now());
        match inspect_waiting(services, &actor).await {
            Ok(files) => looked_at += files,
            Err(failure) => {
                tracing::error!(%municipality, %failure, "files of reports could not be looked at");
                failed = Some(failure);
            }
        }
    }
    failed.map_or(Ok(looked_at), Err)
}

/// Looks at what waits, whenever something is stored and when a pause is over. What waits stands in the database: the program may
/// end at any moment.
pub(crate) async fn run(services: Services, mut stored: watch::Receiver<u64>) {
    loop {
        stored.borrow_and_update();
        if let Ok(files @ 1..) = round(&services).await {
            tracing::info!(files, "files of reports scanned and copied");
        }
        tokio::select! {
            changed = stored.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

/// Looks at what waits once, after a command took reports in. What does not succeed waits on, and fails no command: the reports
/// are stored.
pub(crate) async fn look_once(services: &Services) {
    if let Err(failure) = round(services).await {
        output::note(&format!("files wait to be looked at: {failure}"));
    }
}
