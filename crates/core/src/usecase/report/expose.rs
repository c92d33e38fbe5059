// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Holding a text against what it must not give away, before a person releases it.

use crate::{
    audit::{About, Event},
    change::Changes,
    configuration::Configuration,
    exposure::{Audience, Finding, FindingKind, Known, findings, named_in},
    id::{ReportId, SignalId},
    policy::{self, Actor, Object, Permit, Right},
    ports::Services,
    report::{Openness, ReportState},
    usecase::{Failure, allowed_here, configuration, refused},
};

/// What a text is about, and for whom it is.
#[derive(Clone, Debug)]
pub enum Text {
    /// For people who work on these reports, or on the signal that is made of them.
    OnReports(Vec<ReportId>),
    /// The title of a signal that is made of these reports: it stands in lists.
    TitleOnReports(Vec<ReportId>),
    /// For people who work on a signal, or to whom it is handed over.
    OnSignal(SignalId),
    /// For the reporter of a report, who knows who they are themselves.
    ToReporter(ReportId),
    /// For a partner who is asked something about a report.
    ToPartner(ReportId),
}

/// What a text gives away that is about to be released. Of the reporters nothing is shown but words that stand in the text; that a
/// text named one is recorded, so that nobody finds out who reported by trying names.
pub async fn exposes(
    services: &Services,
    actor: &Actor,
    about: &Text,
    text: &str,
) -> Result<Vec<Finding>, Failure> {
    let m = &actor.municipality;
    let configuration = configuration(services, actor)?;
    let mut known = Known::of(&configuration);
    let (mut reports, mut signal) = (Vec::new(), None);
    let permit = match about {
        Text::OnSignal(id) => {
            signal = Some(*id);
            None
        }
        Text::OnReports(ids) | Text::TitleOnReports(ids) => {
            reports.clone_from(ids);
            Some(allowed_here(services, actor, Right::TriageReports).await?)
        }
        Text::ToReporter(id) | Text::ToPartner(id) => {
            let permit = allowed_here(services, actor, Right::GiveFeedback).await?;
            let report = services.store.report(m, *id).await?.ok_or(Failure::NotFound)?;
            if let ReportState::Registered { signal: of, .. } = report.value.state {
                signal = Some(of);
            }
            reports.push(*id);
            Some(permit)
        }
    };
    let mut permit = permit;
    if let Some(id) = signal {
        let stored = services.store.signal(m, id).await?.ok_or(Failure::NotFound)?;
        if permit.is_none() {
            let asked = policy::permit(actor, Right::ReadSignal, Object::Signal(&stored.value));
            permit = match asked {
                Ok(permit) => Some(permit),
                Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
            };
        }
        reports.extend(stored.value.linked().map(|link| link.report));
        known.subjects = stored.value.subjects;
    }
    reports.sort_unstable();
    reports.dedup();
    for id in &reports {
        compare_with(services, &configuration, &mut known, *id, about).await?;
    }
    let audience = match about {
        Text::OnReports(_) | Text::OnSignal(_) => Audience::Inside,
        Text::TitleOnReports(_) => Audience::Lists,
        Text::ToReporter(_) | Text::ToPartner(_) => Audience::Outside,
    };
    let found = findings(text, &known, audience);
    if let Some(permit) = permit.filter(|_| found.iter().any(|it| it.kind == FindingKind::Reporter)) {
        record(services, &permit, about).await?;
    }
    Ok(found)
}

/// Adds what is known of a report.
async fn compare_with(
    services: &Services,
    configuration: &Configuration,
    known: &mut Known,
    id: ReportId,
    about: &Text,
) -> Result<(), Failure> {
    let m = &configuration.municipality.id;
    let Some(report) = services.store.report(m, id).await? else {
        return Ok(());
    };
    let report = report.value;
    known.named.extend(named_in(&report.text, &known.ordinary));
    // Reporters know who they are. But whoever finds a code reads the letter that is behind it.
    let own = matches!(about, Text::ToReporter(own) if *own == id);
    if !own || (report.reads_online && report.language.is_some()) {
        known.reporters.extend(services.store.reporter(m, id).await?);
    }
    if !own && report.openness == Openness::Anonymous {
        known.guarded.clone_from(&configuration.tips);
    }
    Ok(())
}

async fn record(services: &Services, permit: &Permit, about: &Text) -> Result<(), Failure> {
    let about = match about {
        Text::OnSignal(id) => About::Signal(*id),
        Text::ToReporter(id) | Text::ToPartner(id) => About::Report(*id),
        Text::OnReports(ids) | Text::TitleOnReports(ids) => {
            ids.first().map_or(About::Municipality, |id| About::Report(*id))
        }
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(permit, now, minter, about, Event::TextNamedReporter);
    services.store.commit(changes).await?;
    Ok(())
}
