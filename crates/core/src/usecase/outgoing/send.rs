// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sending what is queued, one mail at a time. Each attempt is stored before it is made, and what came of it after: a mail can go
//! out twice when the program dies in between, with the same Message-ID, and is never lost.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{OutgoingId, Timestamp},
    outgoing::{Attempt, Outgoing, Sending},
    policy::{Actor, Permit, Right},
    ports::{CommitError, Mailer, Services, Stored},
    report::Undelivered,
    usecase::{Failure, allowed_here, configuration, retried},
};

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that a server took.
    pub accepted: usize,
    /// Mails that are tried again.
    pub deferred: usize,
    /// Mails that will not arrive.
    pub failed: usize,
}

impl Round {
    /// How many mails were tried.
    pub fn all(self) -> usize {
        self.accepted + self.deferred + self.failed
    }
}

/// How many mails are read at once.
const PAGE: u16 = 20;

/// Sends the mails that are due at a moment: now, or later where somebody does not want to wait for the next attempt.
pub async fn send_due(
    services: &Services,
    actor: &Actor,
    mailer: &dyn Mailer,
    due: Timestamp,
) -> Result<Round, Failure> {
    let permit = allowed_here(services, actor, Right::SendMail).await?;
    let mut round = Round::default();
    let waiting = services
        .store
        .outgoing_due(&actor.municipality, due, PAGE)
        .await?;
    for stored in waiting {
        let Some(mail) = begin(services, &permit, stored).await? else {
            continue;
        };
        let attempt = mailer.send(&mail).await;
        match record(services, &permit, mail.id, attempt).await? {
            Some(Sending::Accepted(_) | Sending::Doubted { .. }) => round.accepted += 1,
            Some(Sending::Waiting { .. }) => round.deferred += 1,
            Some(Sending::Failed { .. }) => round.failed += 1,
            None => {}
        }
    }
    Ok(round)
}

/// Stores that an attempt begins. None when another program was first.
async fn begin(
    services: &Services,
    permit: &Permit,
    stored: Stored<Outgoing>,
) -> Result<Option<Outgoing>, Failure> {
    let now = services.clock.now();
    let Some(mail) = stored.value.begin(now) else {
        return Ok(None);
    };
    let Sending::Waiting { attempts, .. } = mail.state else {
        return Ok(None);
    };
    let event = Event::MailTried {
        mail: mail.id,
        attempt: attempts,
    };
    let about = About::Report(mail.report);
    let changes = Changes::new(permit, now, services.minter.as_ref(), about, event)
        .write(Write::SaveOutgoing(Box::new(mail.clone()), stored.revision));
    match services.store.commit(changes).await {
        Ok(_) => Ok(Some(mail)),
        Err(CommitError::Conflict) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Stores what came of an attempt. Gives how the mail stands then; none when it was settled meanwhile.
async fn record(
    services: &Services,
    permit: &Permit,
    id: OutgoingId,
    attempt: Attempt,
) -> Result<Option<Sending>, Failure> {
    let change = |mail: Outgoing, now| mail.record(attempt.clone(), now);
    changed(services, permit, id, change).await
}

/// Stores that a notice says that a mail with one of these Message-IDs did not arrive. It counts only for a mail that a server took.
/// Tells whether there was one of ours: a second notice about the same mail changes nothing.
pub async fn bounced(
    services: &Services,
    actor: &Actor,
    message_ids: &[String],
    reason: &str,
) -> Result<bool, Failure> {
    let permit = allowed_here(services, actor, Right::TakeIn).await?;
    let mut ours = false;
    for message_id in message_ids {
        // An identifier, and a token that nobody can guess: without it the notice is about no mail of ours.
        let Some(id) = message_id.split(['.', '@']).next().and_then(|id| id.parse().ok()) else {
            continue;
        };
        let stored = services.store.outgoing(&actor.municipality, id).await?;
        let Some(mail) = stored
            .map(|stored| stored.value)
            .filter(|mail| mail.message_id == *message_id)
        else {
            continue;
        };
        match mail.state {
            Sending::Accepted(_) => {
                let change = |mail: Outgoing, now| mail.doubt(reason, now);
                changed(services, &permit, id, change).await?;
                ours = true;
            }
            Sending::Doubted { .. } => ours = true,
            Sending::Waiting { .. } | Sending::Failed { .. } => {}
        }
    }
    Ok(ours)
}

/// Changes a mail, with what that means for its report.
async fn changed(
    services: &Services,
    permit: &Permit,
    id: OutgoingId,
    change: impl Fn(Outgoing, Timestamp) -> Option<Outgoing>,
) -> Result<Option<Sending>, Failure> {
    let municipality = &permit.actor().municipality;
    let configuration = configuration(services, permit.actor())?;
    let attempt = async || {
        let stored = services.store.outgoing(municipality, id).await?;
        let stored = stored.ok_or(Failure::NotFound)?;
        let now = services.clock.now();
        let mail = change(stored.value, now).ok_or(Failure::DoneAlready)?;
        let about = About::Report(mail.report);
        let minter = services.minter.as_ref();
        let mut changes = Changes::new(permit, now, minter, about, event(&mail));
        if matches!(mail.state, Sending::Failed { .. } | Sending::Doubted { .. }) {
            let report = services.store.report(municipality, mail.report).await?;
            let mut report = report.ok_or(Failure::NotFound)?;
            report.value.undelivered.push(Undelivered {
                mail: mail.id,
                carries: mail.carries,
                at: now,
                settled: None,
            });
            changes = changes.write(Write::save_report(report.value, report.revision, &configuration));
        }
        let state = mail.state.clone();
        let write = Write::SaveOutgoing(Box::new(mail), stored.revision);
        Ok((changes.write(write), state))
    };
    match retried(services, attempt).await {
        Ok((_, state)) => Ok(Some(state)),
        Err(Failure::DoneAlready) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn event(mail: &Outgoing) -> Event {
    match &mail.state {
        Sending::Waiting { last, .. } => Event::MailDeferred {
            mail: mail.id,
            answer: last.clone(),
        },
        Sending::Accepted(acceptance) => Event::MailAccepted {
            mail: mail.id,
            answer: acceptance.answer.clone(),
            message_id: mail.message_id.clone(),
            sha256: acceptance.sha256.clone(),
        },
        Sending::Doubted { reason, .. } => Event::MailDoubted {
            mail: mail.id,
            reason: reason.clone(),
        },
        Sending::Failed { reason, .. } => Event::MailFailed {
            mail: mail.id,
            reason: reason.clone(),
        },
    }
}
