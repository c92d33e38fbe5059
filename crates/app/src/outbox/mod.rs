// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outbox at work: takes what is due and sends it, one mail at a time.

mod settings;

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use meldroute_connect::smtp::{Letter, Outcome};
use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    outgoing::{Attempt, Outgoing},
    policy::{Actor, Role},
    ports::{Later, Mailer, Services},
    usecase::{
        Failure,
        outgoing::{Round, send_due},
    },
};
use tokio::sync::watch;

pub(crate) use self::settings::SmtpSettings;
use crate::{mailbox::Healths, stop::Stop};

/// How long it takes at most until a mail is tried whose time has come.
const PAUSE: Duration = Duration::from_secs(30);

/// Later than any next attempt.
const WHENEVER: TimeDelta = TimeDelta::days(30);

/// How many waiting mails are counted at most.
const MOST: u16 = 200;

/// Sends by the server of the settings.
pub(crate) struct Outbox {
    smtp: SmtpSettings,
    services: Services,
    municipalities: Vec<MunicipalityId>,
}

impl Outbox {
    /// The outbox of an installation; says what is wrong with its settings.
    pub(crate) async fn open(services: &Services, settings: &SmtpSettings) -> Result<Self, Stop> {
        let known = services.configurations.municipalities();
        if let Some(unknown) = settings
            .from()
            .keys()
            .find(|m| known.iter().all(|(id, _)| id != *m))
        {
            return Err(Stop::refused(format!(
                "[smtp] from: there is no municipality {unknown} here"
            )));
        }
        // What can't be used is said now, not with the first mail.
        settings.open().await?;
        Ok(Self {
            smtp: settings.clone(),
            services: services.clone(),
            municipalities: settings.from().keys().cloned().collect(),
        })
    }

    /// Sends what is due until a moment. Trouble with one municipality does not hold up the others; it is said at the end.
    pub(crate) async fn round(&self, due: Timestamp, healths: &Healths) -> Result<Round, Failure> {
        let (mut all, mut failed) = (Round::default(), None);
        for municipality in &self.municipalities {
            let now = self.services.clock.now();
            let actor = Actor::of_program(Role::Sender, "outbox", municipality, now);
            match send_due(&self.services, &actor, self, due).await {
                Ok(round) => {
                    let waiting = self.waiting(municipality, now).await;
                    let came = (round.accepted > 0, round.deferred > 0);
                    healths.outbox_round(municipality, came, waiting, now);
                    all.accepted += round.accepted;
                    all.deferred += round.deferred;
                    all.failed += round.failed;
                }
                Err(failure) => {
                    tracing::error!(%municipality, %failure, "mail could not be sent");
                    healths.outbox_round(municipality, (false, true), None, now);
                    failed = Some(failure);
                }
            }
        }
        failed.map_or(Ok(all), Err)
    }

    /// How many mails wait, now or later; none where that can't be read.
    async fn waiting(&self, municipality: &MunicipalityId, now: Timestamp) -> Option<usize> {
        let later = now + WHENEVER;
        let waiting = self.services.store.outgoing_due(municipality, later, MOST).await;
        waiting.ok().map(|mails| mails.len())
    }

    /// Sends what is due, whenever something is stored and when a pause is over.
    pub(crate) async fn run(self: Arc<Self>, mut stored: watch::Receiver<u64>, healths: Arc<Healths>) {
        loop {
            stored.borrow_and_update();
            if let Ok(
                round @ Round {
                    accepted,
                    deferred,
                    failed,
                },
            ) = self.round(self.services.clock.now(), &healths).await
                && round.all() > 0
            {
                tracing::info!(accepted, deferred, failed, "mail sent");
            }
            tokio::select! {
                changed = stored.changed() => if changed.is_err() { return },
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    async fn deliver(&self, mail: &Outgoing) -> Attempt {
        let configuration = self.services.configurations.of(&mail.municipality);
        let name = configuration.map(|it| format!("Gemeente {}", it.municipality.name));
        let letter = Letter {
            message_id: mail.message_id.clone(),
            from_name: name.unwrap_or_default(),
            from: mail.from.clone(),
            to: mail.to.clone(),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            date: mail.queued_at,
        };
        match self.smtp.send(&letter).await {
            Outcome::Accepted { answer, sha256 } => Attempt::Accepted { answer, sha256 },
            Outcome::Later(why) => Attempt::Later(why),
            Outcome::Refused(why) => Attempt::Refused(why),
        }
    }
}

impl Mailer for Outbox {
    fn send<'a>(&'a self, mail: &'a Outgoing) -> Later<'a, Attempt> {
        Box::pin(self.deliver(mail))
    }
}
