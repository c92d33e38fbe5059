// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The register of processing activities, the processing log and the log of decisions, for the privacy officer; and keeping the logs no
//! longer than the register says.

use chrono::TimeDelta;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{ActivityId, MunicipalityId, Timestamp},
    policy::{self, Actor, Right, Role},
    ports::Services,
    processing::{Activity, DecisionLine, DecisionQuery, LogLine, LogQuery},
    usecase::{Failure, allowed_here, configuration},
};

/// Opens the register. That somebody looks at it is recorded.
pub async fn open_register(services: &Services, actor: &Actor) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Municipality, Event::RegisterRead);
    services.store.commit(changes).await?;
    Ok(())
}

/// A page of the log, newest first. Looking at it is processing, too, also of the data of whom it was looked at about.
pub async fn read_log(services: &Services, actor: &Actor, query: &LogQuery) -> Result<Vec<LogLine>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let lines = services.store.processing_log(&actor.municipality, query).await?;
    let event = Event::ProcessingLogRead {
        activity: query.activity.clone(),
        person: query.subject.is_some(),
        lines: lines.len(),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Municipality, event);
    services
        .store
        .commit(changes.concerning(query.subject.clone()))
        .await?;
    Ok(lines)
}

/// A page of the log of decisions, newest first. It names accounts by pseudonym and role only; looking at it is recorded all the same.
pub async fn read_decisions(
    services: &Services,
    actor: &Actor,
    query: &DecisionQuery,
) -> Result<Vec<DecisionLine>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let lines = services.store.decisions(&actor.municipality, query).await?;
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::DecisionsRead { lines: lines.len() };
    let changes = Changes::new(&permit, now, minter, About::Municipality, event);
    services.store.commit(changes).await?;
    Ok(lines)
}

/// Takes decisions out of their log whose term is over, and says how many. What was decided since `exported`, and not sent on yet, stays.
pub async fn trim_decisions(
    services: &Services,
    municipality: &MunicipalityId,
    exported: Option<Timestamp>,
) -> Result<u64, Failure> {
    let now = services.clock.now();
    let program = Actor::of_program(Role::Intake, "retention", municipality, now);
    let Some(days) = configuration(services, &program)?.processing.keep_decisions_days else {
        return Ok(0);
    };
    let term = now - TimeDelta::days(i64::from(days));
    let before = exported.map_or(term, |exported| exported.min(term));
    let lines = services.store.decisions_before(municipality, before).await?;
    if lines > 0 {
        // No role has this right: the register does.
        let permit = policy::unsafe_permit_without_policy(program, Right::ManageConfiguration);
        let (event, minter) = (Event::DecisionsTrimmed { lines }, services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Municipality, event);
        let changes = changes.write(Write::TrimDecisions(before));
        services.store.commit(changes).await?;
    }
    Ok(lines)
}

/// Takes lines out of the log whose term is over, and says how many. What was logged before `exported`, and not sent on yet, stays.
pub async fn trim_log(
    services: &Services,
    municipality: &MunicipalityId,
    exported: Option<Timestamp>,
) -> Result<u64, Failure> {
    let now = services.clock.now();
    let program = Actor::of_program(Role::Intake, "retention", municipality, now);
    let register = &configuration(services, &program)?.processing;
    let mut terms: Vec<(ActivityId, Timestamp)> = Vec::new();
    let mut lines = 0;
    for activity in Activity::ALL.iter().map(|activity| activity.id()) {
        let Some(entry) = register.version_on(&activity, program.today) else {
            continue;
        };
        let term = now - TimeDelta::days(i64::from(entry.keep_log_days));
        let before = exported.map_or(term, |exported| exported.min(term));
        let m = &program.municipality;
        let old = services.store.processing_log_before(m, &activity, before).await?;
        if old > 0 {
            lines += old;
            terms.push((activity, before));
        }
    }
    if lines > 0 {
        // No role has this right: the register does.
        let permit = policy::unsafe_permit_without_policy(program, Right::ManageConfiguration);
        let (event, minter) = (Event::ProcessingLogTrimmed { lines }, services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Municipality, event);
        let changes = terms.into_iter().fold(changes, |changes, (activity, before)| {
            changes.write(Write::TrimProcessingLog(activity, before))
        });
        services.store.commit(changes).await?;
    }
    Ok(lines)
}
