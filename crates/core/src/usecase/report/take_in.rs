// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking reports in: typed by an official, or imported from mail.

use super::file::take_in_files;
use crate::{
    audit::{About, Event},
    change::{Changes, Fingerprint, NewFile, NewReport, Write},
    configuration::{
        Configuration,
        channel::{Anonymity, ChannelKind},
    },
    duty,
    id::{AreaId, ChannelId, FileId, PartnerId, ReportId, Timestamp},
    link,
    policy::{Actor, Permit, Right},
    ports::Services,
    report::{
        Compartment, MailFacts, Openness, Report, ReportState, Reporter, ReporterKind,
        message::{LONGEST_LINE, LONGEST_TEXT, too_long},
    },
    signal::feedback,
    usecase::{Failure, allowed_here, configuration, once_per_content},
};

/// A report that an official types in.
#[derive(Clone, Debug)]
pub struct TypeReport {
    /// The identifier that the form made: a form that is sent twice with the same content makes one report.
    pub id: ReportId,
    /// By which channel it came.
    pub channel: ChannelId,
    /// About which municipality, where the desk works for several.
    pub area: Option<AreaId>,
    /// The kind of reporter.
    pub reporter_kind: ReporterKind,
    /// The organisation that reported.
    pub partner: Option<PartnerId>,
    /// How open the reporter is.
    pub openness: Openness,
    /// Who reported.
    pub reporter: Reporter,
    /// One line that says what it is about.
    pub subject: String,
    /// What was told.
    pub text: String,
    /// Where.
    pub place: String,
    /// When it was seen.
    pub observed: String,
    /// Whether the reporter saw it.
    pub first_hand: Option<bool>,
}

/// A message that was read from mail.
#[derive(Debug)]
pub struct ImportMessage {
    /// When it came.
    pub received_at: Timestamp,
    /// Address of the sender: suggests the kind of reporter, gives no right.
    pub from: Reporter,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
    /// Facts of the mail; its original is added from `original`.
    pub mail: MailFacts,
    /// The message as it came.
    pub original: Vec<u8>,
    /// Attachments: name, media type, bytes.
    pub attachments: Vec<(String, String, Vec<u8>)>,
    /// Marks by which the same message is known again.
    pub fingerprints: Vec<Fingerprint>,
    /// Message-IDs of the conversation: its own, and those that it answers.
    pub thread: Vec<String>,
}

/// Types a report in. The same form sent twice with the same content makes one report, with other content it makes another.
pub async fn type_in(services: &Services, actor: &Actor, command: TypeReport) -> Result<ReportId, Failure> {
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::TypeReport).await?;
    let problems = problems(&configuration, actor, &command);
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let id = ReportId(once_per_content(services, command.id.0, &command));
    let event = Event::ReportTyped {
        channel: command.channel.clone(),
    };
    let anonymous =
        command.reporter_kind == ReporterKind::Anonymous || command.openness == Openness::Anonymous;
    let (openness, reporter) = if anonymous {
        (Openness::Anonymous, Reporter::default())
    } else {
        (command.openness, command.reporter)
    };
    let report = Report {
        id,
        municipality: actor.municipality.clone(),
        area: command.area.unwrap_or_else(|| first_area(&configuration)),
        received_at: services.clock.now(),
        channel: command.channel,
        reporter_kind: command.reporter_kind,
        partner: command.partner,
        openness,
        contact_known: !reporter.contact.trim().is_empty(),
        reads_online: false,
        typed_by: actor.person,
        subject: command.subject,
        text: command.text,
        place: command.place,
        observed: command.observed,
        first_hand: command.first_hand,
        mail: None,
        files: Vec::new(),
        messages: Vec::new(),
        language: None,
        told: false,
        undelivered: Vec::new(),
        corrections: Vec::new(),
        hold: None,
        state: ReportState::New,
        feedback: Vec::new(),
    };
    let taken = Filed {
        report,
        reporter,
        files: Vec::new(),
        fingerprints: Vec::new(),
        thread: Vec::new(),
    };
    let stored = store(services, &permit, &configuration, taken, event).await;
    stored_once(services, actor, id, stored).await
}

/// A report that a form made, now or when the same person sent it before.
pub(super) async fn stored_once(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    stored: Result<String, Failure>,
) -> Result<ReportId, Failure> {
    match stored {
        Err(Failure::DoneAlready) => {}
        stored => return stored.map(|_number| id),
    }
    let before = services.store.report(&actor.municipality, id).await?;
    before
        .filter(|before| before.value.typed_by.is_some() && before.value.typed_by == actor.person)
        .map(|_| id)
        .ok_or(Failure::DoneAlready)
}

/// Imports a message. Gives the number of the report; the same message a second time is [`Failure::DoneAlready`]. One with a Message-ID
/// that is known, but with other content, is a report of its own, and says so.
pub async fn import(services: &Services, actor: &Actor, message: ImportMessage) -> Result<String, Failure> {
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::TakeIn).await?;
    let channel = mail_channel(&configuration).ok_or(Failure::NotFound)?;
    let contents = contents(&message.fingerprints);
    let (fingerprints, known_id) = new_marks(services, actor, message.fingerprints).await?;
    let original = original(services, message.original);
    let (reporter_kind, suggested_partner) = recognise(&configuration, &message.from.contact);
    let mail = MailFacts {
        original: Some(original.id),
        suggested_partner,
        known_id,
        ..message.mail
    };
    let (files, attached) = take_in_files(services, message.attachments);
    let sealed = std::iter::once(original).chain(attached).collect();
    let report = Report {
        id: ReportId(services.minter.mint()),
        municipality: actor.municipality.clone(),
        area: first_area(&configuration),
        received_at: message.received_at,
        channel: channel.clone(),
        reporter_kind,
        partner: None,
        openness: Openness::Open,
        contact_known: !message.from.contact.is_empty(),
        reads_online: false,
        typed_by: None,
        subject: message.subject,
        text: message.text,
        place: String::new(),
        observed: String::new(),
        first_hand: None,
        mail: Some(mail),
        files,
        messages: Vec::new(),
        language: None,
        told: false,
        undelivered: Vec::new(),
        corrections: Vec::new(),
        hold: None,
        state: ReportState::New,
        feedback: Vec::new(),
    };
    let taken = Filed {
        report,
        reporter: message.from,
        files: sealed,
        fingerprints,
        thread: message.thread,
    };
    let event = Event::ReportReceived { channel };
    let stored = store(services, &permit, &configuration, taken, event).await;
    really_stored(services, actor, &contents, stored).await
}

/// Only what is stored counts as taken in: somebody else may have stored a message with the same Message-ID since.
async fn really_stored(
    services: &Services,
    actor: &Actor,
    contents: &[Fingerprint],
    stored: Result<String, Failure>,
) -> Result<String, Failure> {
    let clashed = stored == Err(Failure::DoneAlready) && !contents.is_empty();
    if clashed && !any_known(services, actor, contents).await? {
        return Err(Failure::Busy);
    }
    stored
}

/// The message as it came: it names its sender.
fn original(services: &Services, bytes: Vec<u8>) -> NewFile {
    NewFile {
        id: FileId(services.minter.mint()),
        compartment: Compartment::Reporter,
        bytes,
    }
}

/// The marks of the content.
fn contents(marks: &[Fingerprint]) -> Vec<Fingerprint> {
    let of_content = |mark: &&Fingerprint| matches!(mark, Fingerprint::Content(_));
    marks.iter().filter(of_content).cloned().collect()
}

/// The marks with which a message is stored, and whether its Message-ID is known with other content: then it stays the mark of the
/// first. A message that is stored is [`Failure::DoneAlready`].
async fn new_marks(
    services: &Services,
    actor: &Actor,
    marks: Vec<Fingerprint>,
) -> Result<(Vec<Fingerprint>, bool), Failure> {
    let contents = contents(&marks);
    if any_known(services, actor, &contents).await? {
        Err(Failure::DoneAlready)
    } else if !contents.is_empty() && any_known(services, actor, &marks).await? {
        Ok((contents, true))
    } else {
        Ok((marks, false))
    }
}

async fn any_known(services: &Services, actor: &Actor, marks: &[Fingerprint]) -> Result<bool, Failure> {
    for mark in marks {
        let known = services.store.known_since(&actor.municipality, mark).await?;
        if known.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A report with all that belongs to it.
pub(super) struct Filed {
    pub(super) report: Report,
    pub(super) reporter: Reporter,
    pub(super) files: Vec<NewFile>,
    pub(super) fingerprints: Vec<Fingerprint>,
    /// Message-IDs of the conversation that it belongs to.
    pub(super) thread: Vec<String>,
}

/// Stores a report with what its reporter is owed. Gives its number.
pub(super) async fn store(
    services: &Services,
    permit: &Permit,
    configuration: &Configuration,
    filed: Filed,
    event: Event,
) -> Result<String, Failure> {
    let Filed {
        mut report,
        reporter,
        files,
        fingerprints,
        thread,
    } = filed;
    let marks = link::marks(&report, &reporter, &thread);
    report.feedback = feedback::owed(configuration, &report, services.minter.as_ref());
    let duties = duty::of_report(&report, configuration);
    let about = About::Report(report.id);
    let changes = Changes::new(
        permit,
        services.clock.now(),
        services.minter.as_ref(),
        about,
        event,
    )
    .write(Write::NewReport(Box::new(NewReport {
        report,
        reporter,
        files,
        fingerprints,
        marks,
        duties,
    })));
    let committed = services.store.commit(changes).await?;
    Ok(committed
        .reports
        .into_iter()
        .map(|(_, number)| number)
        .next()
        .unwrap_or_default())
}

/// All that is wrong with a typed report, by name of the field.
fn problems(configuration: &Configuration, actor: &Actor, command: &TypeReport) -> Vec<&'static str> {
    let mut problems = Vec::new();
    let channel = configuration.channel(&command.channel);
    match channel {
        Some(channel) if channel.used_by.iter().any(|role| actor.has(*role)) => {
            if !channel.reporters.contains(&command.reporter_kind) {
                problems.push("reporter-kind");
            }
        }
        _ => problems.push("channel"),
    }
    if crate::blank::is_blank(&command.subject) {
        problems.push("subject");
    }
    if crate::blank::is_blank(&command.text) {
        problems.push("text");
    }
    let unknown_partner = command
        .partner
        .as_ref()
        .is_some_and(|partner| configuration.partner(partner).is_none());
    if unknown_partner || (command.reporter_kind == ReporterKind::ChainPartner && command.partner.is_none()) {
        problems.push("partner");
    }
    let anonymous =
        command.reporter_kind == ReporterKind::Anonymous || command.openness == Openness::Anonymous;
    if anonymous && matches!(configuration.anonymity, Anonymity::Refer { .. }) {
        problems.push("openness");
    }
    if command
        .area
        .as_ref()
        .is_some_and(|area| configuration.municipality.areas.iter().all(|a| a.id != *area))
    {
        problems.push("area");
    }
    problems.extend(too_long(&[
        ("subject-long", &command.subject, LONGEST_LINE),
        ("text-long", &command.text, LONGEST_TEXT),
        ("place-long", &command.place, LONGEST_LINE),
        ("observed-long", &command.observed, LONGEST_LINE),
        ("name-long", &command.reporter.name, LONGEST_LINE),
        ("contact-long", &command.reporter.contact, LONGEST_LINE),
        ("safe_contact-long", &command.reporter.safe_contact, LONGEST_LINE),
    ]));
    problems
}

pub(super) fn first_area(configuration: &Configuration) -> AreaId {
    configuration
        .municipality
        .areas
        .first()
        .map_or_else(|| AreaId(String::new()), |area| area.id.clone())
}

fn mail_channel(configuration: &Configuration) -> Option<ChannelId> {
    configuration
        .channels
        .iter()
        .find(|c| c.kind == ChannelKind::Mail)
        .map(|channel| channel.id.clone())
}

/// The kind of reporter that the domain of the address suggests, and the partner: what the reporter is owed follows the kind until a
/// coordinator has said whether it is right. Anybody can write any address, so it gives nobody a right.
fn recognise(configuration: &Configuration, address: &str) -> (ReporterKind, Option<PartnerId>) {
    let domain = address
        .rsplit_once('@')
        .map(|(_, domain)| domain.to_lowercase())
        .unwrap_or_default();
    let partner = configuration
        .partners
        .iter()
        .find(|partner| partner.mail_domains.contains(&domain));
    match partner {
        Some(partner) => (ReporterKind::ChainPartner, Some(partner.id.clone())),
        None if configuration.municipality.mail_domains.contains(&domain) => (ReporterKind::Official, None),
        None => (ReporterKind::Resident, None),
    }
}
