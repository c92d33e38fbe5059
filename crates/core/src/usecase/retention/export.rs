// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Giving a closed signal out for an archive, with its metadata.

use serde::Serialize;

use super::PAGE;
use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::Changes,
    id::{MunicipalityId, SignalId},
    policy::{self, Actor, Object, Right},
    ports::{Services, Stored},
    report::{Compartment, Report, file::CleanCopy},
    retention::{
        mdto::{Appraisal, Information},
        rule::{Class, End},
        verdict,
    },
    signal::{Signal, stage::Stage},
    usecase::{Failure, admitted_here, configuration, missing, refused},
};

/// A signal for an archive.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// What is said of it.
    pub information: Information,
    /// What it is, as JSON: the signal and its reports, without who reported.
    pub content: String,
    /// What came with its reports: the copies without metadata. What can't be cleaned, or is dangerous, has none.
    pub attachments: Vec<Kept>,
}

/// A file that goes to an archive.
#[derive(Clone)]
pub struct Kept {
    /// Its name: the number of the report and of the file.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.bytes.len();
        f.debug_struct("Kept")
            .field("size", &size)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize)]
struct Content<'a> {
    number: &'a str,
    signal: &'a Signal,
    reports: Vec<(&'a str, &'a Report)>,
}

/// Signals that a rule keeps for ever.
pub async fn kept_for_ever(services: &Services, actor: &Actor) -> Result<Vec<SignalId>, Failure> {
    admitted_here(services, actor, Right::ExportArchive).await?;
    let configuration = configuration(services, actor)?;
    let Some(rules) = &configuration.retention else {
        return Ok(Vec::new());
    };
    let m = &actor.municipality;
    let (mut kept, mut after) = (Vec::new(), None);
    loop {
        let page = services.store.ended(m, Class::Signal, after, PAGE).await?;
        after = page.last().copied();
        if after.is_none() {
            return Ok(kept);
        }
        let ids: Vec<SignalId> = page.into_iter().map(SignalId).collect();
        let signals = services.store.signals_by_id(m, &ids).await?;
        let for_ever = signals.iter().filter(|signal| {
            verdict::of_signal(rules, &signal.value).is_some_and(|verdict| verdict.rule.end == End::Keep)
        });
        kept.extend(for_ever.map(|signal| signal.value.id));
    }
}

/// A closed signal with its reports and its metadata. Recorded before it is given.
pub async fn export(services: &Services, actor: &Actor, id: SignalId) -> Result<Dossier, Failure> {
    let m = &actor.municipality;
    let Some(stored) = services.store.signal(m, id).await? else {
        return Err(missing(services, actor, Right::ExportArchive).await);
    };
    let permit = match policy::permit(actor, Right::ExportArchive, Object::Signal(&stored.value)) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
    };
    let Stage::Closed { at: closed, .. } = stored.value.stage else {
        return Err(Failure::Invalid(vec!["open"]));
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let exported = Changes::new(&permit, now, minter, About::Signal(id), Event::ArchiveExported);
    services.store.commit(exported).await?;
    let ids: Vec<_> = stored.value.linked().map(|link| link.report).collect();
    let reports = services.store.reports_by_id(m, &ids).await?;
    let attachments = attachments(services, m, &reports).await?;
    let content_file = format!("{}.json", stored.number);
    let names = attachments.iter().map(|kept| kept.name.clone());
    let files = std::iter::once(content_file).chain(names).collect();
    let configuration = configuration(services, actor)?;
    let rules = configuration.retention.as_ref();
    let verdict = rules.and_then(|rules| verdict::of_signal(rules, &stored.value));
    let controller = configuration.municipality.controllers.first();
    let name = &configuration.municipality.name;
    Ok(Dossier {
        information: Information {
            number: stored.number.clone(),
            municipality: name.clone(),
            controller: controller.map_or_else(|| name.clone(), |it| it.name.nl.clone()),
            opened_on: dutch_date(stored.value.opened_at),
            closed_on: dutch_date(closed),
            exported_on: dutch_date(now),
            appraisal: Appraisal::of(verdict.as_ref()),
            files,
        },
        content: content(&stored, &reports)?,
        attachments,
    })
}

/// The copies that people may open. The originals stay: their metadata may name who reported.
async fn attachments(
    services: &Services,
    m: &MunicipalityId,
    reports: &[Stored<Report>],
) -> Result<Vec<Kept>, Failure> {
    let mut kept = Vec::new();
    for report in reports {
        let clean = report.value.files.iter().filter(|file| !file.is_infected());
        for attachment in clean {
            let CleanCopy::Made {
                file,
                name,
                media_type,
                ..
            } = &attachment.copy
            else {
                continue;
            };
            let copy = services
                .store
                .file(m, report.value.id, Compartment::Report, *file);
            kept.push(Kept {
                name: format!("{}-{name}", report.number),
                media_type: media_type.clone(),
                bytes: copy.await?.ok_or(Failure::NotFound)?,
            });
        }
    }
    Ok(kept)
}

fn content(signal: &Stored<Signal>, reports: &[Stored<Report>]) -> Result<String, Failure> {
    let content = Content {
        number: &signal.number,
        signal: &signal.value,
        reports: reports
            .iter()
            .map(|report| (report.number.as_str(), &report.value))
            .collect(),
    };
    // What was read from the database can be written.
    serde_json::to_string_pretty(&content).or(Err(Failure::Unavailable))
}
