// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files of reports: stored as they come in, by whatever way, and opened as the copy or, with a reason, as they came.

use super::read::{find, record};
use crate::{
    audit::{About, Event},
    change::{Changes, NewFile, Write},
    id::{FileId, ReportId},
    policy::{Actor, Right},
    ports::Services,
    report::{Attachment, CleanCopy, Compartment, Report, Scan},
    usecase::{Failure, check_words, configuration, retried},
};

/// Takes in files that came along: name, media type, bytes. Gives what is known of each, and what is to be sealed. Nothing is looked
/// at here: what came in is stored first.
pub(super) fn take_in_files(
    services: &Services,
    arrived: Vec<(String, String, Vec<u8>)>,
) -> (Vec<Attachment>, Vec<NewFile>) {
    let mut sealed = Vec::new();
    let mut seal = |bytes| {
        let id = FileId(services.minter.mint());
        sealed.push(NewFile {
            id,
            compartment: Compartment::Reporter,
            bytes,
        });
        id
    };
    let files = arrived.into_iter().map(|(name, media_type, bytes)| Attachment {
        size: bytes.len() as u64,
        file: seal(bytes),
        original_name: (!name.trim().is_empty()).then(|| seal(name.into_bytes())),
        media_type,
        scan: Scan::Waiting,
        copy: CleanCopy::Waiting,
    });
    let files = files.collect();
    (files, sealed)
}

/// The name of a file among those of a report, without an ending: for the journal, and for its copy.
pub(super) fn neutral_name(report: &Report, file: FileId) -> Option<String> {
    let place = report.files.iter().position(|attachment| attachment.file == file);
    place.map(|place| format!("bijlage-{}", place + 1))
}

/// The name that the sender gave a file; empty where there was none.
pub(super) async fn original_name(
    services: &Services,
    report: &Report,
    attachment: &Attachment,
) -> Result<String, Failure> {
    let Some(name) = attachment.original_name else {
        return Ok(String::new());
    };
    let bytes = services
        .store
        .file(&report.municipality, report.id, Compartment::Reporter, name)
        .await?;
    Ok(String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default())
}

/// A file that is opened.
pub struct Opened {
    /// Its name.
    pub name: String,
    /// Its type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Opens the copy of a file, for whoever may read the report.
pub async fn open_copy(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    file: FileId,
) -> Result<Opened, Failure> {
    let (report, permit) = find(services, actor, id, Right::ReadReports).await?;
    let attachment = of(&report.value, file).ok_or(Failure::NotFound)?;
    let CleanCopy::Made {
        file,
        name,
        media_type,
        ..
    } = &attachment.copy
    else {
        return Err(Failure::NotFound);
    };
    if attachment.is_infected() {
        return Err(Failure::NotFound);
    }
    record(services, &permit, id, Event::FileOpened { name: name.clone() }).await?;
    let store = &services.store;
    let bytes = store
        .file(&actor.municipality, id, Compartment::Report, *file)
        .await?;
    Ok(Opened {
        name: name.clone(),
        media_type: media_type.clone(),
        bytes: bytes.ok_or(Failure::NotFound)?,
    })
}

/// Opens a file as it came, or the mail with everything: it may name who reported, so the same right and a reason are needed.
pub async fn open_original(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    file: FileId,
    reason: &str,
) -> Result<Opened, Failure> {
    check_words("reason", "reason-long", reason)?;
    let (report, permit) = find(services, actor, id, Right::OpenReporter).await?;
    let mail = report.value.mail.as_ref().and_then(|mail| mail.original);
    let (name, neutral) = match of(&report.value, file) {
        // Nobody gets a file that was not looked at.
        Some(attachment) if attachment.waits() => return Err(Failure::NotFound),
        Some(attachment) => {
            let neutral = neutral_name(&report.value, file).unwrap_or_default();
            let name = original_name(services, &report.value, attachment).await?;
            (if name.is_empty() { neutral.clone() } else { name }, neutral)
        }
        // The whole mail holds the same files.
        None if mail == Some(file) && report.value.files.iter().any(Attachment::waits) => {
            return Err(Failure::NotFound);
        }
        None if mail == Some(file) => {
            let name = format!("{}.eml", report.number);
            (name.clone(), name)
        }
        None => return Err(Failure::NotFound),
    };
    let event = Event::OriginalOpened {
        name: neutral,
        reason: reason.trim().to_owned(),
    };
    record(services, &permit, id, event).await?;
    let store = &services.store;
    let bytes = store
        .file(&actor.municipality, id, Compartment::Reporter, file)
        .await?;
    Ok(Opened {
        name,
        media_type: "application/octet-stream".to_owned(),
        bytes: bytes.ok_or(Failure::NotFound)?,
    })
}

/// Scans a file again, such as after the scanner was out of reach. Gives what it said.
pub async fn scan_again(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    file: FileId,
) -> Result<Scan, Failure> {
    let configuration = configuration(services, actor)?;
    let (report, _) = find(services, actor, id, Right::TriageReports).await?;
    let attachment = of(&report.value, file).ok_or(Failure::NotFound)?;
    if attachment.waits() {
        return Ok(Scan::Waiting);
    }
    let store = &services.store;
    let bytes = store
        .file(&actor.municipality, id, Compartment::Reporter, file)
        .await?;
    let bytes = bytes.ok_or(Failure::NotFound)?;
    let scan = services.inspector.scan(&bytes, services.clock.now()).await;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        let mut report = stored.value;
        let name = neutral_name(&report, file).unwrap_or_default();
        let found = report.files.iter_mut().find(|attachment| attachment.file == file);
        let attachment = found.ok_or(Failure::NotFound)?;
        // Somebody else's scan found out what this one could not.
        if matches!(scan, Scan::NotScanned { .. }) && !matches!(attachment.scan, Scan::NotScanned { .. }) {
            return Err(Failure::DoneAlready);
        }
        attachment.scan = scan.clone();
        let event = Event::FileScanned {
            name,
            infected: attachment.is_infected(),
        };
        let now = services.clock.now();
        let changes = Changes::new(&permit, now, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await?;
    Ok(scan)
}

fn of(report: &Report, file: FileId) -> Option<&Attachment> {
    report.files.iter().find(|attachment| attachment.file == file)
}
