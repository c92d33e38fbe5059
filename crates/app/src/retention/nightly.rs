// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The nightly round: propose what is due, destroy what two people approved.

use std::{path::PathBuf, sync::Arc, time::Duration};

use chrono::{NaiveDate, Timelike as _};
use meldroute_core::{
    calendar::{dutch_date, dutch_time},
    id::MunicipalityId,
    policy::{Actor, Role},
    ports::Services,
    usecase::{Failure, retention},
};
use meldroute_storage::Database;

/// The hour after which the round is made: nobody works, and destroying holds up whoever writes.
const HOUR: u32 = 3;

/// How often is looked whether it is time.
const LOOK: Duration = Duration::from_mins(10);

/// What the nightly round works with.
pub(crate) struct Nightly {
    pub(crate) services: Services,
    pub(crate) database: Arc<Database>,
    /// Where the list of what was destroyed lies.
    pub(crate) list: Option<PathBuf>,
}

/// The program itself, where it proposes and destroys.
fn disposer(services: &Services, municipality: &MunicipalityId) -> Actor {
    Actor::of_program(Role::Disposer, "retention", municipality, services.clock.now())
}

/// Destroys what was approved, then proposes what is due.
async fn round(
    services: &Services,
    municipality: &MunicipalityId,
    on: NaiveDate,
) -> Result<(retention::CarriedOut, usize), Failure> {
    let actor = disposer(services, municipality);
    let carried_out = retention::destroy(services, &actor, on).await?;
    let proposed = retention::propose(services, &actor, on).await?;
    Ok((carried_out, proposed))
}

impl Nightly {
    /// Makes the round once a night, for as long as the program runs. A night on which it was off is made up for when it starts: what
    /// is due stays due.
    pub(crate) async fn run(self: Arc<Self>) {
        let mut made: Option<NaiveDate> = None;
        loop {
            let now = self.services.clock.now();
            let (today, hour) = (dutch_date(now), dutch_time(now).hour());
            if made != Some(today) && (made.is_none() || hour >= HOUR) {
                self.make(today).await;
                made = Some(today);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn make(&self, today: NaiveDate) {
        for (municipality, _) in self.services.configurations.municipalities() {
            told(&municipality, round(&self.services, &municipality, today).await);
        }
        let Some(file) = &self.list else { return };
        if let Err(stop) = super::write(&self.database, file).await {
            tracing::error!(reason = ?stop.sentences(), "the list of what was destroyed could not be written");
        }
    }
}

/// Says in the log what came of a round; counts only.
fn told(municipality: &MunicipalityId, made: Result<(retention::CarriedOut, usize), Failure>) {
    match made {
        Ok((carried_out, proposed)) => {
            let gone = carried_out.gone;
            tracing::info!(%municipality, gone, proposed, "destroyed what both approved, proposed what is due");
        }
        Err(failure) => tracing::error!(%municipality, %failure, "nothing could be proposed or destroyed"),
    }
}
