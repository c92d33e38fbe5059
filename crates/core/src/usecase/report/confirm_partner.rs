// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying whether a mail is from the partner whose address it bears. Until a person has said so, nobody of the partner sees anything of it:
//! anybody can write any address.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{Minter, PartnerId, ReportId},
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
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let partner = take_word(&mut report, confirmed, &configuration, minter);
        let partner = partner.ok_or(Failure::DoneAlready)?;
        let event = Event::PartnerConfirmed { partner, confirmed };
        let changes = Changes::new(&permit, now, minter, About::Report(id), event);
        let changes = if let ReportState::Registered { signal, .. } = report.state {
            let stored = services.store.signal(&actor.municipality, signal).await?;
            let stored = stored.ok_or(Failure::NotFound)?;
            let mut signal = stored.value;
            let owed = || feedback::owed(&configuration, &report, minter);
            for link in signal.reports.iter_mut().filter(|link| link.report == id) {
                take_over(link, &report, owed);
            }
            changes.write(Write::save_signal(signal, stored.revision, &configuration))
        } else {
            changes
        };
        Ok((
            changes.write(Write::save_report(report, stored.revision, &configuration)),
            (),
        ))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Takes a person's word whether a report is from the partner that the address of its mail suggests, and gives that partner; none where
/// nothing is to be said. As long as the report is no part of a signal, what its reporter is owed is counted anew.
pub(crate) fn take_word(
    report: &mut Report,
    confirmed: bool,
    configuration: &Configuration,
    minter: &dyn Minter,
) -> Option<PartnerId> {
    let partner = report.mail.as_mut()?.suggested_partner.take()?;
    report.partner = confirmed.then(|| partner.clone());
    report.reporter_kind = if confirmed {
        ReporterKind::ChainPartner
    } else {
        ReporterKind::Resident
    };
    let free = !matches!(report.state, ReportState::Registered { .. });
    if free && !confirmed && report.feedback.iter().all(|message| !message.is_settled()) {
        report.feedback = feedback::owed(configuration, report, minter);
    }
    Some(partner)
}

/// What a signal knows of who made the report.
fn take_over(link: &mut LinkedReport, report: &Report, owed: impl Fn() -> Vec<feedback::Feedback>) {
    let was = std::mem::replace(&mut link.reporter_kind, report.reporter_kind);
    link.partner.clone_from(&report.partner);
    if was != report.reporter_kind && link.feedback.iter().all(|message| !message.is_settled()) {
        link.feedback = owed();
    }
}
