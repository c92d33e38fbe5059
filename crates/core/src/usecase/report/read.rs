// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading reports. What shows content is recorded before it is shown.

use crate::{
    audit::{About, Event, ListKind},
    change::Changes,
    id::ReportId,
    policy::{Actor, Denied, Permit, Right},
    ports::{ReportFilter, ReportLine, Services, Stored},
    report::{Report, Reporter},
    usecase::{
        Failure, allowed_here, check_words, list_shown, missing, permit_here, refused,
        report::kept_out::{kept_out_of, not_kept_out},
    },
};

/// A page of reports. That it is shown is recorded.
pub async fn list(
    services: &Services,
    actor: &Actor,
    filter: ReportFilter,
    after: Option<ReportId>,
    limit: u16,
) -> Result<Vec<ReportLine>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadReports).await?;
    let (mut lines, mut after) = (Vec::new(), after);
    // A page that lost lines takes the next ones, else what stands behind it could not be reached.
    loop {
        let page = services
            .store
            .reports(&actor.municipality, filter, after, limit)
            .await?;
        let is_last = page.len() < usize::from(limit);
        after = page.last().map(|line| line.id);
        let signals = page.iter().filter_map(|line| line.signal).collect();
        let out = kept_out_of(services, actor, signals).await?;
        let shown = |line: &ReportLine| line.signal.is_none_or(|signal| !out.contains(&signal));
        lines.extend(page.into_iter().filter(shown));
        if is_last || lines.len() >= usize::from(limit) {
            break;
        }
    }
    lines.truncate(usize::from(limit));
    list_shown(services, &permit, ListKind::Reports, lines.len()).await?;
    Ok(lines)
}

/// Reads a report.
pub async fn read(services: &Services, actor: &Actor, id: ReportId) -> Result<Stored<Report>, Failure> {
    let (report, permit) = find(services, actor, id, Right::ReadReports).await?;
    record(services, &permit, id, Event::ReportRead).await?;
    Ok(report)
}

/// Reads several reports at once, in the order asked; each read is recorded. One that is not there is [`Failure::NotFound`].
pub async fn read_several(
    services: &Services,
    actor: &Actor,
    ids: &[ReportId],
) -> Result<Vec<Stored<Report>>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadReports).await?;
    let reports = services.store.reports_by_id(&actor.municipality, ids).await?;
    let reports = not_kept_out(services, actor, reports).await?;
    let (Some(first), true) = (ids.first(), reports.len() == ids.len()) else {
        return Err(Failure::NotFound);
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let begin = Changes::new(&permit, now, minter, About::Report(*first), Event::ReportRead);
    let all = ids.iter().skip(1).fold(begin, |changes, id| {
        changes.and(&permit, now, minter, About::Report(*id), Event::ReportRead)
    });
    services.store.commit(all).await?;
    Ok(reports)
}

/// Opens who reported, with the reason.
pub async fn open_reporter(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    reason: &str,
) -> Result<Option<Reporter>, Failure> {
    check_words("reason", "reason-long", reason)?;
    let (report, permit) = find(services, actor, id, Right::OpenReporter).await?;
    let event = Event::ReporterOpened {
        report: id,
        reason: reason.to_owned(),
    };
    record(services, &permit, report.value.id, event).await?;
    Ok(services.store.reporter(&actor.municipality, id).await?)
}

pub(crate) async fn find(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    right: Right,
) -> Result<(Stored<Report>, Permit), Failure> {
    let Some(report) = services.store.report(&actor.municipality, id).await? else {
        return Err(missing(services, actor, right).await);
    };
    match permit_here(actor, right) {
        Ok(permit) => match not_kept_out(services, actor, vec![report]).await?.pop() {
            Some(report) => Ok((report, permit)),
            None => Err(refused(services, actor, About::Report(id), Denied(right)).await),
        },
        Err(denied) => Err(refused(services, actor, About::Report(id), denied).await),
    }
}

pub(super) async fn record(
    services: &Services,
    permit: &Permit,
    id: ReportId,
    event: Event,
) -> Result<(), Failure> {
    let now = services.clock.now();
    let changes = Changes::new(permit, now, services.minter.as_ref(), About::Report(id), event);
    services.store.commit(changes).await?;
    Ok(())
}
