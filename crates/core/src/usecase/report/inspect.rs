// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Looking at files after they were stored: each is scanned and copied. What waits is found by its duty, so that nothing is
//! forgotten when the program dies.

use super::file::{neutral_name, original_name};
use crate::{
    audit::{About, Event},
    change::{Changes, NewFile, Write},
    duty::{DutyKind, DutySubject, Holder},
    id::{FileId, ReportId},
    policy::{Actor, Permit, Right},
    ports::{After, DutyQuery, Services, Stored},
    report::{Attachment, CleanCopy, Compartment, Report, Scan},
    usecase::{Failure, allowed_here, configuration, retried},
};

/// How many reports are listed at once.
const PAGE: u16 = 50;

/// Scans and copies the files that wait. Gives how many; a report at which it does not succeed keeps waiting, and the others go on.
pub async fn inspect_waiting(services: &Services, actor: &Actor) -> Result<usize, Failure> {
    let permit = allowed_here(services, actor, Right::TakeIn).await?;
    let mut query = DutyQuery {
        holders: vec![Holder::Program],
        kinds: vec![DutyKind::Inspect],
        limit: PAGE,
        ..DutyQuery::default()
    };
    let (mut looked_at, mut failed) = (0, None);
    loop {
        let lines = services.store.duties(&actor.municipality, &query).await?;
        let Some(last) = lines.last() else { break };
        query.after = Some(After {
            due: last.duty.due,
            id: last.id,
        });
        for line in lines {
            let DutySubject::Report(report) = line.duty.subject else {
                continue;
            };
            match inspect_report(services, &permit, report).await {
                Ok(files) => looked_at += files,
                Err(failure) => failed = Some(failure),
            }
        }
    }
    failed.map_or(Ok(looked_at), Err)
}

async fn inspect_report(services: &Services, permit: &Permit, id: ReportId) -> Result<usize, Failure> {
    let Stored { value: report, .. } = read(services, permit, id).await?;
    let mut looked_at = 0;
    for attachment in report.files.iter().filter(|file| file.waits()) {
        let (scan, copied) = inspect(services, &report, attachment).await?;
        match save(services, permit, (id, attachment.file), (scan, copied)).await {
            Ok(()) => looked_at += 1,
            // Another program was first.
            Err(Failure::DoneAlready) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(looked_at)
}

async fn read(services: &Services, permit: &Permit, id: ReportId) -> Result<Stored<Report>, Failure> {
    let stored = services.store.report(&permit.actor().municipality, id).await?;
    stored.ok_or(Failure::NotFound)
}

/// What came of a file: what the scanner said, and the copy or why there is none.
async fn inspect(
    services: &Services,
    report: &Report,
    attachment: &Attachment,
) -> Result<(Scan, Result<(CleanCopy, Vec<u8>), String>), Failure> {
    let bytes = services
        .store
        .file(
            &report.municipality,
            report.id,
            Compartment::Reporter,
            attachment.file,
        )
        .await?;
    let Some(bytes) = bytes else {
        // The key of who reported was destroyed, and the file with it.
        let reason = "refused".to_owned();
        return Ok((Scan::NotScanned { reason }, Err("not-made".to_owned())));
    };
    let scan = services.inspector.scan(&bytes, services.clock.now()).await;
    if matches!(scan, Scan::Infected { .. }) {
        return Ok((scan, Err("infected".to_owned())));
    }
    let name = original_name(services, report, attachment).await?;
    let neutral = neutral_name(report, attachment.file).unwrap_or_default();
    let copied = services.inspector.copy(&name, &bytes).await.map(|copied| {
        let copy = CleanCopy::Made {
            file: FileId(services.minter.mint()),
            name: format!("{neutral}.{}", copied.ending),
            media_type: copied.media_type,
            size: copied.bytes.len() as u64,
        };
        (copy, copied.bytes)
    });
    Ok((scan, copied))
}

async fn save(
    services: &Services,
    permit: &Permit,
    (id, file): (ReportId, FileId),
    (scan, copied): (Scan, Result<(CleanCopy, Vec<u8>), String>),
) -> Result<(), Failure> {
    let configuration = configuration(services, permit.actor())?;
    let attempt = async || {
        let mut stored = read(services, permit, id).await?;
        let name = neutral_name(&stored.value, file).unwrap_or_default();
        let mut files = stored.value.files.iter_mut();
        let found = files.find(|attachment| attachment.file == file && attachment.waits());
        let attachment = found.ok_or(Failure::DoneAlready)?;
        attachment.scan = scan.clone();
        attachment.copy = match &copied {
            Ok((copy, _)) => copy.clone(),
            Err(reason) => CleanCopy::None {
                reason: reason.clone(),
            },
        };
        let event = Event::FileScanned {
            name,
            infected: attachment.is_infected(),
        };
        let now = services.clock.now();
        let mut changes = Changes::new(permit, now, services.minter.as_ref(), About::Report(id), event);
        if let Ok((CleanCopy::Made { file, .. }, bytes)) = &copied {
            let copy = NewFile {
                id: *file,
                compartment: Compartment::Report,
                bytes: bytes.clone(),
            };
            changes = changes.write(Write::AddFile(id, copy));
        }
        let save = Write::save_report(stored.value, stored.revision, &configuration);
        Ok((changes.write(save), ()))
    };
    retried(services, attempt).await.map(|_| ())
}
