// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying who reported and what it is about, where the program could only guess from the address of a mail.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::{Configuration, channel::Anonymity},
    id::{AreaId, PartnerId, ReportId},
    policy::{Actor, Right},
    ports::Services,
    report::{Openness, Report, ReportRefusal, ReportState, ReporterKind},
    signal::feedback,
    usecase::{Failure, configuration, report::read::find, retried},
};

/// What kind of report it is, as a person sees it.
#[derive(Clone, Debug)]
pub struct Classify {
    /// The kind of reporter.
    pub reporter_kind: ReporterKind,
    /// The organisation that reported.
    pub partner: Option<PartnerId>,
    /// How open the reporter is.
    pub openness: Openness,
    /// The municipality that it is about.
    pub area: AreaId,
}

/// Corrects who reported and what it is about. What the reporter is owed is counted anew, unless something was given or
/// withheld already. Only before the report is part of a signal: its route may depend on it.
pub async fn classify(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    command: Classify,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let problems = problems(&configuration, &command);
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        if let ReportState::Registered { signal, .. } = stored.value.state {
            return Err(ReportRefusal::InSignal(signal).into());
        }
        let mut report = Report {
            reporter_kind: command.reporter_kind,
            partner: command.partner.clone(),
            openness: command.openness,
            area: command.area.clone(),
            ..stored.value
        };
        if let Some(mail) = &mut report.mail {
            mail.suggested_partner = None;
        }
        if report.feedback.iter().all(|message| !message.is_settled()) {
            report.feedback = feedback::owed(&configuration, &report, services.minter.as_ref());
        }
        let event = Event::ReportClassified {
            reporter_kind: command.reporter_kind,
        };
        let now = services.clock.now();
        let changes = Changes::new(&permit, now, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn problems(configuration: &Configuration, command: &Classify) -> Vec<&'static str> {
    let mut problems = Vec::new();
    let unknown = command
        .partner
        .as_ref()
        .is_some_and(|partner| configuration.partner(partner).is_none());
    if unknown || (command.reporter_kind == ReporterKind::ChainPartner && command.partner.is_none()) {
        problems.push("partner");
    }
    if configuration
        .municipality
        .areas
        .iter()
        .all(|area| area.id != command.area)
    {
        problems.push("area");
    }
    let anonymous =
        command.reporter_kind == ReporterKind::Anonymous || command.openness == Openness::Anonymous;
    if anonymous && matches!(configuration.anonymity, Anonymity::Refer { .. }) {
        problems.push("openness");
    }
    problems
}
