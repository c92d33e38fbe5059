// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Queueing mail together with what it carries.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{FeedbackId, OutgoingId, PartnerId, PersonId, ReportId, Timestamp},
    outgoing::{Carries, Outgoing, Sending, address_in, is_address},
    people::Person,
    policy::{Actor, Permit, Right},
    ports::{Services, Stored},
    report::{Report, Reporter},
    signal::feedback::FeedbackWay,
    usecase::{Failure, admitted_here, configuration, report::find},
};

/// Whether a message to a reporter can be mailed from here, and what must be known before it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prospect {
    /// Whether the program can mail the reporter: mail is set up, and one address is known.
    pub sends: bool,
    /// How to reach the reporter without danger.
    pub safe_contact: String,
}

/// What must be known before a message to a reporter is released. Where mail is set up, or the reporter said how to be reached without
/// danger, that is shown, and recorded.
pub async fn prospect(services: &Services, actor: &Actor, id: ReportId) -> Result<Prospect, Failure> {
    let (_, permit) = find(services, actor, id, Right::GiveFeedback).await?;
    admitted_here(services, actor, Right::OpenReporter).await?;
    let reporter = reporter(services, actor, id).await?;
    let mails = services.configurations.mail_from(&actor.municipality).is_some();
    if !mails && reporter.safe_contact.is_empty() {
        return Ok(Prospect::default());
    }
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::SafeContactRead;
    let changes = Changes::new(&permit, now, minter, About::Report(id), event);
    services.store.commit(changes).await?;
    Ok(Prospect {
        sends: mails && address_in(&reporter.contact).is_some(),
        safe_contact: reporter.safe_contact,
    })
}

/// Adds that the person who reaches the reporter says to have read and followed how that goes without danger. Refused where the
/// reporter said how, and the person does not say so.
pub(crate) async fn with_care(
    services: &Services,
    changes: Changes,
    report: ReportId,
    followed: bool,
    (permit, now): (&Permit, Timestamp),
) -> Result<Changes, Failure> {
    let reporter = reporter(services, permit.actor(), report).await?;
    if reporter.safe_contact.is_empty() {
        return Ok(changes);
    }
    if !followed {
        return Err(Failure::Invalid(vec!["safe"]));
    }
    let (minter, event) = (services.minter.as_ref(), Event::SafeContactFollowed);
    Ok(changes.and(permit, now, minter, About::Report(report), event))
}

async fn reporter(services: &Services, actor: &Actor, id: ReportId) -> Result<Reporter, Failure> {
    let reporter = services.store.reporter(&actor.municipality, id).await?;
    Ok(reporter.unwrap_or_default())
}

/// Something that a person released and that goes out by mail.
pub(crate) struct Released<'a> {
    /// The report that it belongs to.
    pub(crate) report: ReportId,
    /// What it is.
    pub(crate) carries: Carries,
    /// To which address.
    pub(crate) to: String,
    /// The subject, without content.
    pub(crate) subject: String,
    /// The text.
    pub(crate) text: String,
    /// By whom, and when.
    pub(crate) by: (&'a Permit, PersonId, Timestamp),
}

/// Adds a mail to the changes that hold what it carries. Refused where this municipality sends no mail, or the address is none.
pub(crate) fn queue(
    services: &Services,
    changes: Changes,
    released: Released<'_>,
) -> Result<Changes, Failure> {
    let (permit, by, now) = released.by;
    let municipality = permit.actor().municipality.clone();
    let from = services.configurations.mail_from(&municipality);
    let sends = from.as_ref().and_then(|from| from.rsplit_once('@'));
    let (Some(from), Some((_, domain)), true) = (&from, sends, is_address(&released.to)) else {
        return Err(Failure::Invalid(vec!["way"]));
    };
    let id = OutgoingId(services.minter.mint());
    let (token, _) = services.secrets.new_token()?;
    let mail = Outgoing {
        id,
        municipality,
        report: released.report,
        carries: released.carries,
        queued_at: now,
        by,
        message_id: format!("{id}.{token}@{domain}"),
        from: from.clone(),
        to: released.to,
        subject: released.subject,
        text: released.text,
        state: Sending::new(now),
    };
    let event = Event::MailQueued {
        mail: id,
        carries: mail.carries.as_str().to_owned(),
    };
    let about = About::Report(mail.report);
    let changes = changes.and(permit, now, services.minter.as_ref(), about, event);
    Ok(changes.write(Write::NewOutgoing(Box::new(mail))))
}

/// Adds what a released message to a reporter needs: the mail that carries it, or the notices that it stands ready.
pub(crate) async fn queue_feedback(
    services: &Services,
    changes: Changes,
    report: &Stored<Report>,
    (feedback, way, text, followed): (FeedbackId, FeedbackWay, &str, bool),
    by: (&Permit, PersonId, Timestamp),
) -> Result<Changes, Failure> {
    let actor = by.0.actor();
    let changes = match way {
        FeedbackWay::Online => changes,
        _ => with_care(services, changes, report.value.id, followed, (by.0, by.2)).await?,
    };
    match way {
        FeedbackWay::Sent => {
            let reporter = reporter(services, actor, report.value.id).await?;
            let released = Released {
                report: report.value.id,
                carries: Carries::Feedback { feedback },
                to: address_in(&reporter.contact).unwrap_or_default(),
                subject: subject(configuration(services, actor)?.as_ref()),
                text: text.to_owned(),
                by,
            };
            queue(services, changes, released)
        }
        FeedbackWay::Online => {
            queue_notices(
                services,
                changes,
                (report.value.id, report.value.partner.as_ref()),
                by,
            )
            .await
        }
        FeedbackWay::Mail | FeedbackWay::Phone | FeedbackWay::InPerson | FeedbackWay::Letter => Ok(changes),
    }
}

/// The subject of every mail to a reporter, or to who is asked something. Neither that somebody reported nor about what stands in it:
/// a screen that lies open shows it.
pub(crate) fn subject(configuration: &Configuration) -> String {
    format!("Bericht van de gemeente {}", configuration.municipality.name)
}

/// Adds a notice for each account of a partner: something stands ready, and nothing else.
pub(crate) async fn queue_notices(
    services: &Services,
    mut changes: Changes,
    (report, partner): (ReportId, Option<&PartnerId>),
    by: (&Permit, PersonId, Timestamp),
) -> Result<Changes, Failure> {
    let actor = by.0.actor();
    let (Some(partner), true) = (
        partner,
        services.configurations.mail_from(&actor.municipality).is_some(),
    ) else {
        return Ok(changes);
    };
    let municipality = configuration(services, actor)?.municipality.name.clone();
    let people = services.store.people(&actor.municipality).await?;
    let of_partner = |person: &Person| person.acts_for(partner, by.2);
    for person in people.into_iter().map(|stored| stored.value).filter(of_partner) {
        if !is_address(&person.mail) {
            continue;
        }
        let released = Released {
            report,
            carries: Carries::Notice { person: person.id },
            to: person.mail,
            subject: "Er staat een bericht voor u klaar in Meldroute".to_owned(),
            text: format!(
                "Er staat een bericht van de gemeente {municipality} voor u klaar in Meldroute. Log in om het te lezen.\n\n\
                 In deze mail staat met opzet geen inhoud. U kunt er niet op antwoorden.\n"
            ),
            by,
        };
        changes = queue(services, changes, released)?;
    }
    Ok(changes)
}
