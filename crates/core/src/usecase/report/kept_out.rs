// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports of a signal from which somebody is kept out since it concerns them: they see nothing of these, by whatever door.

use std::collections::BTreeSet;

use crate::{
    id::SignalId,
    policy::Actor,
    ports::{Services, Stored},
    report::{Report, ReportState},
    usecase::Failure,
};

/// The signals of these from which the actor is kept out.
pub(super) async fn kept_out_of(
    services: &Services,
    actor: &Actor,
    signals: BTreeSet<SignalId>,
) -> Result<BTreeSet<SignalId>, Failure> {
    let Some(person) = actor.person.filter(|_| !signals.is_empty()) else {
        return Ok(BTreeSet::new());
    };
    let signals: Vec<SignalId> = signals.into_iter().collect();
    let stored = services
        .store
        .signals_by_id(&actor.municipality, &signals)
        .await?;
    let out = stored.into_iter().filter(|signal| signal.value.keeps_out(person));
    Ok(out.map(|signal| signal.value.id).collect())
}

/// The reports that the actor is not kept out of.
pub(crate) async fn not_kept_out(
    services: &Services,
    actor: &Actor,
    mut reports: Vec<Stored<Report>>,
) -> Result<Vec<Stored<Report>>, Failure> {
    let signals = reports.iter().filter_map(signal_of).collect();
    let out = kept_out_of(services, actor, signals).await?;
    reports.retain(|report| signal_of(report).is_none_or(|signal| !out.contains(&signal)));
    Ok(reports)
}

/// The signal that a report is part of.
fn signal_of(report: &Stored<Report>) -> Option<SignalId> {
    match report.value.state {
        ReportState::Registered { signal, .. } => Some(signal),
        ReportState::New | ReportState::SetAside { .. } => None,
    }
}
