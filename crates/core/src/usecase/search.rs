// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Searching. What a person may not read, a search does not find.

use crate::{
    audit::{About, Event},
    change::Changes,
    id::{ReportId, SignalId},
    policy::{self, Actor, Object, Right},
    ports::{Hit, Services, Stored},
    processing,
    report::Report,
    signal::Signal,
    usecase::{Failure, allowed_here, check_length, report::not_kept_out, would_permit_here},
};

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Signals, best first.
    pub signals: Vec<Stored<Signal>>,
    /// Reports, best first.
    pub reports: Vec<Stored<Report>>,
    /// Whether the index is still being filled, so that something may be missing.
    pub filling: bool,
}

/// How many hits a page of results shows.
const HITS: usize = 20;

/// Searches signals and reports for words. The search is recorded.
pub async fn search(services: &Services, actor: &Actor, words: &str) -> Result<Results, Failure> {
    let permit = allowed_here(services, actor, Right::Search).await?;
    check_length("words-long", words)?;
    let found = services.search.find(&actor.municipality, words, HITS)?;
    let (mut signals, mut reports): (Vec<SignalId>, Vec<ReportId>) = (Vec::new(), Vec::new());
    for hit in &found.hits {
        match hit {
            Hit::Signal(id) => signals.push(*id),
            Hit::Report(id) => reports.push(*id),
        }
    }
    let mut results = Results {
        signals: services
            .store
            .signals_by_id(&actor.municipality, &signals)
            .await?,
        reports: services
            .store
            .reports_by_id(&actor.municipality, &reports)
            .await?,
        filling: found.filling,
    };
    results
        .signals
        .retain(|s| policy::would_permit(actor, Right::ReadSignal, Object::Signal(&s.value)));
    results.reports = if would_permit_here(actor, Right::ReadReports) {
        not_kept_out(services, actor, results.reports).await?
    } else {
        Vec::new()
    };
    let hits = results.signals.len() + results.reports.len();
    let signals = results.signals.iter().map(|found| found.value.id.0);
    let reports = results.reports.iter().map(|found| found.value.id.0);
    let event = Event::Searched {
        hits,
        shown: Some(signals.chain(reports).collect()),
    };
    let signals = results.signals.iter();
    let concerned = signals.flat_map(|signal| processing::in_signal(&signal.value));
    let now = services.clock.now();
    services
        .store
        .commit(
            Changes::new(&permit, now, services.minter.as_ref(), About::Municipality, event)
                .concerning(concerned),
        )
        .await?;
    Ok(results)
}
