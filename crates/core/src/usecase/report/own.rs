// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reporting with an account what one saw oneself, and seeing how one's own reports stand. Nothing of the signal shows.

use std::cmp::Reverse;

use super::{
    file::take_in_files,
    take_in::{Filed, first_area, store, stored_once},
    voice::{OwnReport, Voice, own_report},
};
use crate::{
    audit::{Event, ListKind},
    configuration::{
        Configuration,
        channel::{Channel, ChannelKind},
    },
    id::{AreaId, PartnerId, ReportId},
    policy::{Actor, Right, Role},
    ports::{ReportLine, Services, Stored},
    report::{
        Openness, Report, ReportState, Reporter, ReporterKind,
        message::{LONGEST_LINE, LONGEST_TEXT, too_long},
    },
    usecase::{Failure, allowed_here, configuration, file_mark, list_shown, once_per_content},
};

/// How many of their reports somebody sees.
const LISTED: u16 = 50;

/// What somebody reports that they saw themselves.
#[derive(Debug)]
pub struct FormReport {
    /// The identifier that the form made: a form that is sent twice with the same content makes one report.
    pub id: ReportId,
    /// About which municipality, where the desk works for several.
    pub area: Option<AreaId>,
    /// For which organisation, where somebody acts for several.
    pub partner: Option<PartnerId>,
    /// Words before the title where it can't wait; empty where it can.
    pub urgent: String,
    /// What was seen.
    pub text: String,
    /// Where.
    pub place: String,
    /// When.
    pub observed: String,
    /// Whether they saw it themselves.
    pub first_hand: Option<bool>,
    /// How to reach them, beside their account.
    pub contact: String,
    /// Photos and the like: name, media type, bytes.
    pub files: Vec<(String, String, Vec<u8>)>,
}

/// The channel of the form for somebody's role, and as what kind of reporter they use it; none where the municipality has no such form.
pub fn own_channel<'c>(
    configuration: &'c Configuration,
    actor: &Actor,
) -> Option<(&'c Channel, ReporterKind)> {
    let usable = |kind: ChannelKind| {
        configuration
            .channels
            .iter()
            .find(|channel| channel.kind == kind && channel.used_by.iter().any(|role| actor.has(*role)))
    };
    let of = |channel: &'c Channel, kinds: &[ReporterKind]| {
        let kind = kinds.iter().find(|kind| channel.reporters.contains(kind));
        kind.map(|kind| (channel, *kind))
    };
    let officer = [ReporterKind::Enforcement, ReporterKind::Official];
    let official = [ReporterKind::Official];
    let inside = if actor.has(Role::EnforcementOfficer) {
        &officer[..]
    } else {
        &official[..]
    };
    usable(ChannelKind::InternalForm)
        .and_then(|channel| of(channel, inside))
        .or_else(|| {
            usable(ChannelKind::Partner).and_then(|channel| of(channel, &[ReporterKind::ChainPartner]))
        })
}

/// Reports by the form for the actor's role. The same form sent twice with the same content makes one report, with other content it makes
/// another.
pub async fn report_own(
    services: &Services,
    actor: &Actor,
    command: FormReport,
) -> Result<ReportId, Failure> {
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::ReportOwn).await?;
    let (channel, kind) = own_channel(&configuration, actor).ok_or(Failure::NotFound)?;
    let partner = partner(actor, kind, command.partner.as_ref());
    let problems = problems(&configuration, &command, kind, partner.as_ref());
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let id = identifier(services, &command);
    let subject = title(channel, &command);
    let (attached, files) = take_in_files(services, command.files);
    let report = Report {
        id,
        municipality: actor.municipality.clone(),
        area: command.area.unwrap_or_else(|| first_area(&configuration)),
        received_at: services.clock.now(),
        channel: channel.id.clone(),
        reporter_kind: kind,
        partner,
        openness: Openness::Open,
        // Whoever has an account can be asked there.
        contact_known: true,
        reads_online: true,
        typed_by: actor.person,
        subject,
        text: command.text,
        place: command.place,
        observed: command.observed,
        first_hand: command.first_hand,
        mail: None,
        files: attached,
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
        reporter: Reporter {
            name: actor.name.clone(),
            contact: command.contact,
            safe_contact: String::new(),
        },
        files,
        fingerprints: Vec::new(),
        thread: Vec::new(),
    };
    let event = Event::ReportedOwn {
        channel: channel.id.clone(),
    };
    let stored = store(services, &permit, &configuration, taken, event).await;
    stored_once(services, actor, id, stored).await
}

/// The title of the report: it can't say what was told, only that it can't wait, by which form it came and where it is.
fn title(channel: &Channel, command: &FormReport) -> String {
    let neutral = channel.title(&command.place);
    match command.urgent.as_str() {
        "" => neutral,
        urgent => format!("{urgent}: {neutral}"),
    }
}

fn identifier(services: &Services, command: &FormReport) -> ReportId {
    let FormReport {
        id,
        area,
        partner,
        urgent,
        text,
        place,
        observed,
        first_hand,
        contact,
        files,
    } = command;
    let marks = files.iter().map(|(_, _, bytes)| file_mark(services, bytes));
    let marks: Vec<_> = marks.collect();
    let content = (
        area, partner, urgent, text, place, observed, first_hand, contact, marks,
    );
    ReportId(once_per_content(services, id.0, &content))
}

/// The organisation for which somebody reports: the one that they chose of theirs, or their only one.
fn partner(actor: &Actor, kind: ReporterKind, chosen: Option<&PartnerId>) -> Option<PartnerId> {
    let mut own = actor.partners().filter(|_| kind == ReporterKind::ChainPartner);
    match chosen {
        Some(chosen) => own.find(|partner| *partner == chosen).cloned(),
        None => own.next().filter(|_| own.next().is_none()).cloned(),
    }
}

/// All that is wrong, by name of the field.
fn problems(
    configuration: &Configuration,
    command: &FormReport,
    kind: ReporterKind,
    partner: Option<&PartnerId>,
) -> Vec<&'static str> {
    let known = |area: &AreaId| configuration.municipality.areas.iter().any(|a| a.id == *area);
    [
        (crate::blank::is_blank(&command.text), "what"),
        (kind == ReporterKind::ChainPartner && partner.is_none(), "partner"),
        (command.area.as_ref().is_some_and(|area| !known(area)), "area"),
    ]
    .into_iter()
    .filter_map(|(wrong, field)| wrong.then_some(field))
    .chain(too_long(&[
        ("what-long", &command.text, LONGEST_TEXT),
        ("place-long", &command.place, LONGEST_LINE),
        ("observed-long", &command.observed, LONGEST_LINE),
        ("contact-long", &command.contact, LONGEST_LINE),
    ]))
    .collect()
}

/// What the actor reported with their account, and what their organisation reported, newest first: numbers, dates and state, no texts.
pub async fn list_own(services: &Services, actor: &Actor) -> Result<Vec<ReportLine>, Failure> {
    let permit = allowed_here(services, actor, Right::OwnAccount).await?;
    let (store, m) = (&services.store, &actor.municipality);
    let mut lines = Vec::new();
    for partner in actor.partners() {
        lines.extend(store.reports_of_partner(m, partner, LISTED).await?);
    }
    if let Some(person) = actor.person {
        lines.extend(store.reports_of_account(m, person, LISTED).await?);
    }
    lines.sort_by_key(|line| Reverse((line.received_at, line.id)));
    lines.dedup_by_key(|line| line.id);
    lines.truncate(usize::from(LISTED));
    list_shown(services, &permit, ListKind::OwnReports, lines.len()).await?;
    Ok(lines)
}

/// Where a report stands, as far as its reporter may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnState {
    /// The desk is to look at it.
    New,
    /// The desk works on it.
    TakenUp,
    /// The desk looked at it and does nothing with it.
    SetAside,
}

/// A report as its reporter sees it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What the reporter knows it by.
    pub reference: String,
    /// Where it stands.
    pub state: OwnState,
    /// What was written to them: questions, feedback.
    pub written: OwnReport,
    /// What was reported, for who did so: subject, text, number of files. Colleagues of the same organisation don't see it.
    pub sent: Option<(String, String, usize)>,
    /// Whether the reporter can be asked here, and add something.
    pub reads_online: bool,
}

/// Looks how one's own report stands. The read is recorded.
pub async fn read_own(services: &Services, actor: &Actor, id: ReportId) -> Result<Standing, Failure> {
    let written = own_report(services, &Voice::with_account(actor, id)).await?;
    let stored = services.store.report(&actor.municipality, id).await?;
    let Stored { value, .. } = stored.ok_or(Failure::NotFound)?;
    Ok(Standing {
        reference: id.reference(),
        state: match value.state {
            ReportState::New => OwnState::New,
            ReportState::Registered { .. } => OwnState::TakenUp,
            ReportState::SetAside { .. } => OwnState::SetAside,
        },
        written,
        reads_online: value.reads_online,
        sent: (value.account().is_some() && value.account() == actor.person).then_some((
            value.subject,
            value.text,
            value.files.len(),
        )),
    })
}
