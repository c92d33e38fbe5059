// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying whether a mail is from the partner whose address it bears. Until a person has said so, nobody of the partner sees anything of it:
//! anybody can write any address.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::ReportId,
    policy::{Actor, Right},
    ports::Services,
    report::{Report, ReportState, ReporterKind},
    signal::{LinkedReport, feedback},
    usecase::{Failure, configuration, report::read::find, retried},
};

/// Records whether a report is from the partner that the address of its mail suggests. What was answered before is
/// [`Failure::DoneAlready`]. Where it is not, it is a resident's until somebody says otherwise, and what the reporter is owed is
/// counted anew.
pub async fn confirm_partner(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    confirmed: bool,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        let mut report = stored.value;
        let suggested = report
            .mail
            .as_mut()
            .and_then(|mail| mail.suggested_partner.take());
        let partner = suggested.ok_or(Failure::DoneAlready)?;
        report.partner = confirmed.then(|| partner.clone());
        report.reporter_kind = if confirmed {
            ReporterKind::ChainPartner
        } else {
            ReporterKind::Resident
        };
        let owed = || feedback::owed(&configuration, &report, services.minter.as_ref());
        let event = Event::PartnerConfirmed { partner, confirmed };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Report(id), event);
        let changes = if let ReportState::Registered { signal, .. } = report.state {
            let stored = services.store.signal(&actor.municipality, signal).await?;
            let stored = stored.ok_or(Failure::NotFound)?;
            let mut signal = stored.value;
            for link in signal.reports.iter_mut().filter(|link| link.report == id) {
                take_over(link, &report, owed);
            }
            changes.write(Write::save_signal(signal, stored.revision, &configuration))
        } else {
            let unsettled = report.feedback.iter().all(|message| !message.is_settled());
            if unsettled && !confirmed {
                report.feedback = owed();
            }
            changes
        };
        Ok((
            changes.write(Write::save_report(report, stored.revision, &configuration)),
            (),
        ))
    };
    retried(services, attempt).await.map(|_| ())
}

/// What a signal knows of who made the report.
fn take_over(link: &mut LinkedReport, report: &Report, owed: impl Fn() -> Vec<feedback::Feedback>) {
    let was = std::mem::replace(&mut link.reporter_kind, report.reporter_kind);
    link.partner.clone_from(&report.partner);
    if was != report.reporter_kind && link.feedback.iter().all(|message| !message.is_settled()) {
        link.feedback = owed();
    }
}
