// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the page of a report says of its mails, and what a person does when one did not arrive.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{OutgoingId, PersonId, ReportId, Timestamp},
    outgoing::{Carries, Outgoing, Sending},
    policy::{Actor, Right},
    ports::Services,
    report::Settled,
    signal::{act::Refusal, feedback::FeedbackWay},
    usecase::{
        Failure, admitted_here, check_words, configuration, outgoing::with_care, report::find, retried,
    },
};

/// A mail as the page of its report shows it: not to whom, and not what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLine {
    /// Identifier.
    pub id: OutgoingId,
    /// What it carries.
    pub carries: Carries,
    /// When it was released.
    pub queued_at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The Message-ID.
    pub message_id: String,
    /// What became of it.
    pub state: Sending,
}

impl From<Outgoing> for MailLine {
    fn from(mail: Outgoing) -> Self {
        Self {
            id: mail.id,
            carries: mail.carries,
            queued_at: mail.queued_at,
            by: mail.by,
            message_id: mail.message_id,
            state: mail.state,
        }
    }
}

/// The mails of a report, oldest first, for who reads it.
pub async fn of_report(services: &Services, actor: &Actor, id: ReportId) -> Result<Vec<MailLine>, Failure> {
    admitted_here(services, actor, Right::ReadReports).await?;
    let mails = services.store.outgoing_of(&actor.municipality, id).await?;
    Ok(mails.into_iter().map(|stored| stored.value.into()).collect())
}

/// Records what a person did when a mail did not arrive: it was told in another way, or not, with the reason.
pub async fn settle_undelivered(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    mail: OutgoingId,
    (way, reason, followed): (Option<FeedbackWay>, String, bool),
) -> Result<(), Failure> {
    check_words("reason", "reason-long", &reason)?;
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::GiveFeedback).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        let failed = report.undelivered.iter_mut().find(|failed| failed.mail == mail);
        let failed = failed.ok_or(Failure::NotFound)?;
        match &failed.settled {
            Some(before) if before.way == way && before.reason == reason => return Err(Failure::DoneAlready),
            Some(_) => return Err(Refusal::FeedbackNotDue.into()),
            None => {}
        }
        failed.settled = Some(Settled {
            way,
            reason: reason.clone(),
            at,
            by,
        });
        let event = Event::MailFailureSettled {
            mail,
            reason: reason.clone(),
        };
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration));
        let changes = match way {
            Some(_) => with_care(services, changes, id, followed, (&permit, at)).await?,
            None => changes,
        };
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}
