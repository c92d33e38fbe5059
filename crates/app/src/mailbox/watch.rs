// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The task that reads a mailbox as long as the program runs. After trouble it opens the mailbox anew, after pauses that grow.

use std::{collections::BTreeSet, convert::Infallible, sync::Arc, time::Duration};

use chrono::NaiveDate;
use meldroute_connect::mailbox::{self, MailboxError, SharedMailbox};
use meldroute_core::{
    id::MunicipalityId,
    policy::{Actor, Role},
    ports::Services,
};

use super::{Healths, MailboxSettings, Trouble, Visit, visit};
use crate::{
    installation::{Installation, Which},
    intake::{Taken, Tally},
    stop::Stop,
};

/// The first pause after trouble, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(2), Duration::from_mins(5));

/// A mailbox with the municipality that it is of.
pub(crate) struct Watched {
    pub(crate) settings: MailboxSettings,
    pub(crate) municipality: MunicipalityId,
}

/// The mailboxes of the settings, each with its municipality.
pub(crate) fn watched(
    installation: &Installation,
    mailboxes: &[MailboxSettings],
) -> Result<Vec<Watched>, Stop> {
    let mut names = BTreeSet::new();
    let watched = mailboxes.iter().map(|settings| {
        if !names.insert(&settings.name) {
            return Err(Stop::refused(format!(
                "there are two mailboxes with the name {}",
                settings.name
            )));
        }
        let which = Which {
            municipality: settings.municipality.clone(),
        };
        let municipality = installation.municipality(&which).map_err(|stop| {
            let why = stop.sentences().join("; ");
            Stop::refused(format!("municipality of mailbox {}: {why}", settings.name))
        })?;
        Ok(Watched {
            settings: settings.clone(),
            municipality,
        })
    });
    watched.collect()
}

impl Watched {
    /// The mailbox as the one who acts: it takes in, and may do nothing else.
    pub(crate) fn actor(&self, services: &Services) -> Actor {
        let name = format!("mailbox {}", self.settings.name);
        let now = services.clock.now();
        Actor::of_program(Role::Intake, &name, &self.municipality, now)
    }
}

/// Reads a mailbox until the task is ended. It may be ended at any moment: nothing is lost, nothing comes twice.
pub(crate) async fn watch(services: Services, watched: Arc<Watched>, healths: Arc<Healths>) {
    let name = watched.settings.name.clone();
    let place = healths.add(watched.municipality.clone(), name.clone(), services.clock.now());
    let mut watch = Watch {
        services,
        watched,
        healths,
        place,
        purged: None,
        pause: PAUSES.0,
    };
    loop {
        let Err(trouble) = Box::pin(watch.stay()).await;
        let now = watch.services.clock.now();
        watch.healths.failed(place, now, trouble.kind());
        let away = match &trouble {
            Trouble::Mailbox(MailboxError::Later(wanted)) => watch.pause.max(*wanted),
            _ => watch.pause,
        };
        tracing::warn!(mailbox = %name, seconds = away.as_secs(), "{trouble}; trying again");
        tokio::time::sleep(away).await;
        watch.pause = (watch.pause * 2).min(PAUSES.1);
    }
}

struct Watch {
    services: Services,
    watched: Arc<Watched>,
    healths: Arc<Healths>,
    place: usize,
    /// The day on which the old messages were deleted.
    purged: Option<NaiveDate>,
    /// How long to stay away after the next trouble.
    pause: Duration,
}

impl Watch {
    /// Opens the mailbox and stays in it until there is trouble.
    async fn stay(&mut self) -> Result<Infallible, Trouble> {
        let settings = &self.watched.settings;
        let server = settings.server().await.map_err(Trouble::Settings)?;
        let mut mailbox = mailbox::open(&server).await?;
        self.healths.set_can_delete(self.place, mailbox.can_delete());
        let mut visit = visit(&self.services, settings);
        loop {
            let actor = self.watched.actor(&self.services);
            round(&mut visit, mailbox.as_mut(), &actor, &settings.name).await?;
            self.healths
                .was_read(self.place, self.services.clock.now(), visit.stuck());
            if self.purged != Some(actor.today) {
                let gone = visit.purge(mailbox.as_mut(), &actor).await?;
                tracing::info!(mailbox = %settings.name, messages = gone, "deleted what was processed long ago");
                self.purged = Some(actor.today);
                // What came meanwhile is not listed yet, and need not be told again.
                continue;
            }
            self.pause = PAUSES.0;
            mailbox.wait(settings.poll).await?;
        }
    }
}

/// One round, told in the log without content.
async fn round(
    visit: &mut Visit<'_>,
    mailbox: &mut dyn SharedMailbox,
    actor: &Actor,
    name: &str,
) -> Result<(), Trouble> {
    let mut tally = Tally::default();
    let hears = &mut |_: &str, taken: &Taken| {
        tally.add(taken);
        Ok(())
    };
    let done = visit.round(mailbox, actor, hears).await;
    if tally.all() > 0 {
        tracing::info!(mailbox = name, "{tally}");
    }
    done
}
