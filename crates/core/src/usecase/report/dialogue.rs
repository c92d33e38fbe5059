// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the municipality and a reporter write to each other after the report. The same for every way back: a code of words, an account,
//! a link that works once.

use std::collections::BTreeSet;

use super::{by_link::Put, read::find, voice::Voice};
use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{MessageId, PartnerId, PersonId, ReportId, SignalId, Timestamp},
    policy::{Actor, Permit, Right},
    ports::{Services, Stored},
    report::{
        Message, MessageKind, Openness, QuestionState, Report, ReportRefusal, ReportState, Way,
        message::{LONGEST_MESSAGE, MOST_UNREAD, Seen},
    },
    usecase::{
        Failure, admitted_here, configuration, link, once_per_content, outgoing::queue_notices, retried,
    },
};

/// A question to the reporter, or to a partner instead.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The identifier that the form made: a form that is sent twice with the same words asks once.
    pub id: MessageId,
    /// The question.
    pub text: String,
    /// How it is put.
    pub way: Way,
    /// The partner that is asked instead of the reporter.
    pub partner: Option<PartnerId>,
}

/// Asks the reporter, or a partner with an account, something: released by the person who acts. A partner gets a notice.
/// Gives the question's identifier.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    mut ask: Ask,
) -> Result<MessageId, Failure> {
    if let Some(partner) = &ask.partner
        && !partners_with_account(services, actor).await?.contains(partner)
    {
        return Err(Failure::Invalid(vec!["partner"]));
    }
    ask.id = MessageId(once_per_content(services, ask.id.0, &(&ask.text, &ask.partner)));
    asked(services, actor, id, &ask, None).await?;
    Ok(ask.id)
}

/// The partners for which somebody with an account acts today: they can be asked here.
pub async fn partners_with_account(
    services: &Services,
    actor: &Actor,
) -> Result<BTreeSet<PartnerId>, Failure> {
    admitted_here(services, actor, Right::GiveFeedback).await?;
    let now = services.clock.now();
    let people = services.store.people(&actor.municipality).await?;
    let configuration = configuration(services, actor)?;
    let partners = configuration.partners.iter().map(|partner| &partner.id);
    let reads = |partner: &&PartnerId| people.iter().any(|person| person.value.acts_for(partner, now));
    Ok(partners.filter(reads).cloned().collect())
}

/// Asks something; by a link with what belongs to that in the same commit.
pub(super) async fn asked(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    ask: &Ask,
    link: Option<&Put<'_>>,
) -> Result<(), Failure> {
    check_text(&ask.text)?;
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::GiveFeedback).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        if report.messages.iter().any(|message| message.id == ask.id) {
            return Err(Failure::DoneAlready);
        }
        // A link is handed to somebody who is known; to who is not leads only the code.
        let reaches = match ask.way {
            Way::Online => report.reads_online,
            Way::Link { .. } => report.contact_known && report.openness != Openness::Anonymous,
        };
        if ask.partner.is_none() && !reaches {
            return Err(ReportRefusal::NoWayBack.into());
        }
        report.messages.push(Message {
            id: ask.id,
            at,
            kind: MessageKind::Question {
                by,
                partner: ask.partner.clone(),
                way: ask.way,
                text: ask.text.clone(),
                state: QuestionState::Open,
            },
        });
        let event = Event::ReporterAsked;
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event)
            .once(Some(ask.id.0));
        let asked = Stored {
            value: report,
            ..stored
        };
        let put_by = (&permit, by, at);
        let changes = if let Some(put) = link {
            put.with_link(services, changes, &asked, put_by).await?
        } else {
            let partner = ask.partner.as_ref().or(asked.value.partner.as_ref());
            queue_notices(services, changes, (id, partner), put_by).await?
        };
        let save = Write::save_report(asked.value, asked.revision, &configuration);
        Ok((changes.write(save), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Takes a question back that was not answered.
pub async fn withdraw(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    question: MessageId,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::GiveFeedback).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        *report.open_question(question)? = QuestionState::Withdrawn { at, by };
        let event = Event::QuestionWithdrawn;
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The reporter, or the partner that is asked, answers a question. The same form sent twice is [`Failure::DoneAlready`].
pub async fn answer(
    services: &Services,
    voice: &Voice,
    question: MessageId,
    text: String,
) -> Result<(), Failure> {
    check_text(&text)?;
    let attempt = async || {
        let (stored, permit) = voice.report(services).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        voice.may_answer(&report, question, at)?;
        let event = match report.asked_of(question) {
            Some(partner) => Event::PartnerAnswered {
                partner: partner.clone(),
            },
            None => Event::ReporterAnswered,
        };
        let state = report.question(question).ok_or(ReportRefusal::QuestionNotOpen)?;
        match state {
            QuestionState::Open => {
                *state = QuestionState::Answered {
                    text: text.clone(),
                    at,
                    seen: None,
                };
            }
            QuestionState::Answered { text: before, .. } if *before == text => {
                return Err(Failure::DoneAlready);
            }
            QuestionState::Answered { .. } | QuestionState::Withdrawn { .. } => {
                return Err(ReportRefusal::QuestionNotOpen.into());
            }
        }
        let about = About::Report(report.id);
        let changes = Changes::new(&permit, at, services.minter.as_ref(), about, event);
        let configuration = voice.configuration(services)?;
        let marks = link::marks(services, &report).await?;
        let wrote = Written {
            report,
            permit: &permit,
            unread_since: Some(at),
        };
        let changes = with_signal(services, &configuration, wrote, stored.revision, changes).await?;
        Ok((changes.write(marks), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The reporter adds something. `form` is that of the form: sent twice with the same text it is [`Failure::DoneAlready`].
pub async fn add(services: &Services, voice: &Voice, form: MessageId, text: String) -> Result<(), Failure> {
    check_text(&text)?;
    let id = MessageId(once_per_content(services, form.0, &text));
    let attempt = async || {
        let (stored, permit) = voice.report(services).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        voice.may_add()?;
        if report.messages.iter().any(|message| message.id == id) {
            return Err(Failure::DoneAlready);
        }
        if report.unread().count() >= MOST_UNREAD {
            return Err(ReportRefusal::TooManyUnread.into());
        }
        report.messages.push(Message {
            id,
            at,
            kind: MessageKind::Addition {
                text: text.clone(),
                seen: None,
            },
        });
        let about = About::Report(report.id);
        let minter = services.minter.as_ref();
        let changes = Changes::new(&permit, at, minter, about, Event::ReporterAdded).once(Some(id.0));
        let configuration = voice.configuration(services)?;
        let marks = link::marks(services, &report).await?;
        let wrote = Written {
            report,
            permit: &permit,
            unread_since: Some(at),
        };
        let changes = with_signal(services, &configuration, wrote, stored.revision, changes).await?;
        Ok((changes.write(marks), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Records that somebody read all that the reporter wrote.
pub async fn mark_seen(services: &Services, actor: &Actor, id: ReportId) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::ReadReports).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        if report.unread().next().is_none() {
            return Err(Failure::DoneAlready);
        }
        mark(&mut report, at, by);
        let event = Event::ReporterMessagesSeen;
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event);
        let wrote = Written {
            report,
            permit: &permit,
            unread_since: None,
        };
        let changes = with_signal(services, &configuration, wrote, stored.revision, changes).await?;
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn mark(report: &mut Report, at: Timestamp, by: PersonId) {
    for message in &mut report.messages {
        let (MessageKind::Addition { seen, .. }
        | MessageKind::Question {
            state: QuestionState::Answered { seen, .. },
            ..
        }) = &mut message.kind
        else {
            continue;
        };
        seen.get_or_insert(Seen { at, by });
    }
}

/// A report in which something was written or read, and since when its signal's owner has something to read.
struct Written<'p> {
    report: Report,
    permit: &'p Permit,
    unread_since: Option<Timestamp>,
}

/// Saves the report, and the open signal that it is part of: its owner hears that the reporter wrote.
async fn with_signal(
    services: &Services,
    configuration: &Configuration,
    written: Written<'_>,
    revision: crate::change::Revision,
    changes: Changes,
) -> Result<Changes, Failure> {
    let Written {
        report,
        permit,
        unread_since,
    } = written;
    let (id, registered) = (report.id, signal_of(&report));
    let changes = changes.write(Write::save_report(report, revision, configuration));
    let Some(signal) = registered else {
        return Ok(changes);
    };
    let m = &permit.actor().municipality;
    let stored = services.store.signal(m, signal).await?.ok_or(Failure::NotFound)?;
    let mut signal = stored.value;
    let links = signal.reports.iter_mut();
    for link in links.filter(|link| link.report == id && link.unlinked.is_none()) {
        link.unread_since = match unread_since {
            // The oldest that nobody read counts.
            Some(at) => link.unread_since.or(Some(at)),
            None => None,
        };
    }
    Ok(changes.write(Write::save_signal(signal, stored.revision, configuration)))
}

fn signal_of(report: &Report) -> Option<SignalId> {
    match report.state {
        ReportState::Registered { signal, .. } => Some(signal),
        ReportState::New | ReportState::SetAside { .. } => None,
    }
}

fn check_text(text: &str) -> Result<(), Failure> {
    if crate::blank::is_blank(text) {
        Err(Failure::Invalid(vec!["text"]))
    } else if text.chars().count() > LONGEST_MESSAGE {
        Err(Failure::Invalid(vec!["text-long"]))
    } else {
        Ok(())
    }
}
