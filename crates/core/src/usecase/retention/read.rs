// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Looking at lists, holds and certificates, none of which holds content; and what the rules say of one thing.

use chrono::NaiveDate;

use super::find;
use crate::{
    audit::{About, Event},
    change::Changes,
    claim::Claim,
    configuration::Configuration,
    consult::Consult,
    id::ListId,
    policy::{Actor, Right},
    ports::{Services, Stored},
    report::Report,
    retention::{
        certificate::Certificate,
        hold::Held,
        list::{List, ListState, Subject},
        rule::{Rule, Rules},
        verdict::{self, Verdict},
    },
    signal::Signal,
    usecase::{Failure, admitted_here, allowed_here, configuration},
};

/// Everything about keeping and destroying in a municipality.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Lists, newest first.
    pub lists: Vec<Stored<List>>,
    /// What is held.
    pub held: Vec<Held>,
}

/// What becomes of something that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// The rule that counts; none where there is none.
    pub rule: Option<Rule>,
    /// The last day of the term; none where it is kept for ever or no rule counts.
    pub last_day: Option<NaiveDate>,
    /// The day until which the owner keeps it longer.
    pub kept_until: Option<NaiveDate>,
}

/// Lists and holds.
pub async fn overview(services: &Services, actor: &Actor) -> Result<Overview, Failure> {
    admitted_here(services, actor, Right::ReadRetention).await?;
    let m = &actor.municipality;
    Ok(Overview {
        lists: services.store.disposal_lists(m).await?,
        held: services.store.held(m).await?,
    })
}

/// One list.
pub async fn list(services: &Services, actor: &Actor, id: ListId) -> Result<Stored<List>, Failure> {
    admitted_here(services, actor, Right::ReadRetention).await?;
    find(services, actor, id).await
}

/// The certificate of a list.
pub async fn certificate(services: &Services, actor: &Actor, id: ListId) -> Result<Certificate, Failure> {
    match list(services, actor, id).await?.value.state {
        ListState::Done {
            certificate: Some(certificate),
        } => Ok(*certificate),
        ListState::Proposed
        | ListState::Approved { .. }
        | ListState::Authorised { .. }
        | ListState::Done { certificate: None } => Err(Failure::NotFound),
    }
}

/// The certificate of a list, to be given out on paper. Recorded before it is given.
pub async fn give_certificate(
    services: &Services,
    actor: &Actor,
    id: ListId,
) -> Result<Certificate, Failure> {
    let permit = allowed_here(services, actor, Right::ReadRetention).await?;
    let certificate = certificate(services, actor, id).await?;
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::CertificateGivenOut { list: id };
    let given = Changes::new(&permit, now, minter, About::Municipality, event);
    services.store.commit(given).await?;
    Ok(certificate)
}

/// What becomes of a signal that the actor reads; none while it is open.
pub async fn fate_of_signal(
    services: &Services,
    actor: &Actor,
    signal: &Signal,
) -> Result<Option<Fate>, Failure> {
    if !signal.stage.is_closed() {
        return Ok(None);
    }
    let configuration = configuration(services, actor)?;
    let rules = configuration.retention.as_ref();
    let verdict = rules.and_then(|rules| verdict::of_signal(rules, signal));
    fate(
        services,
        actor,
        &configuration,
        (Subject::Signal(signal.id), verdict),
    )
    .await
}

/// What becomes of a report that was set aside and that the actor reads; none for others.
pub async fn fate_of_report(
    services: &Services,
    actor: &Actor,
    report: &Report,
) -> Result<Option<Fate>, Failure> {
    let subject = Subject::Report(report.id);
    fate_of_ended(services, actor, subject, |rules| {
        verdict::of_report(rules, report)
    })
    .await
}

/// What becomes of a question for advice that was closed and that the actor reads; none for others.
pub async fn fate_of_consult(
    services: &Services,
    actor: &Actor,
    consult: &Consult,
) -> Result<Option<Fate>, Failure> {
    let subject = Subject::Consult(consult.id);
    fate_of_ended(services, actor, subject, |rules| {
        verdict::of_consult(rules, consult)
    })
    .await
}

/// What becomes of a request that was answered and that the actor reads; none for others.
pub async fn fate_of_claim(
    services: &Services,
    actor: &Actor,
    claim: &Claim,
) -> Result<Option<Fate>, Failure> {
    let subject = Subject::Claim(claim.id);
    fate_of_ended(services, actor, subject, |rules| verdict::of_claim(rules, claim)).await
}

/// What becomes of something of a class with one rule; none as long as its term did not begin.
async fn fate_of_ended(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    judge: impl for<'r> FnOnce(&'r Rules) -> Option<Verdict<'r>>,
) -> Result<Option<Fate>, Failure> {
    let configuration = configuration(services, actor)?;
    let verdict = configuration.retention.as_ref().and_then(judge);
    if verdict.is_none() {
        return Ok(None);
    }
    fate(services, actor, &configuration, (subject, verdict)).await
}

async fn fate(
    services: &Services,
    actor: &Actor,
    configuration: &Configuration,
    (subject, verdict): (Subject, Option<Verdict<'_>>),
) -> Result<Option<Fate>, Failure> {
    if configuration.retention.is_none() {
        return Ok(None);
    }
    let kept = services
        .store
        .kept_longer(&actor.municipality, &[subject.id()])
        .await?;
    Ok(Some(Fate {
        rule: verdict.map(|verdict| verdict.rule.clone()),
        last_day: verdict.and_then(|verdict| verdict.last_day),
        kept_until: kept.get(&subject.id()).copied(),
    }))
}
