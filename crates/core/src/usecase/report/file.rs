// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files of reports: scanned and copied when they come in, by whatever way, and opened as the copy or, with a reason, as they
//! came.

use super::read::{find, record};
use crate::{
    audit::{About, Event},
    change::{Changes, NewFile, Write},
    id::{FileId, ReportId},
    policy::{Actor, Right},
    ports::Services,
    report::{Attachment, CleanCopy, Compartment, Report, Scan},
    usecase::{Failure, configuration, retried},
};

/// Takes in files that came along: name, media type, bytes. Gives what is known of each, and what is to be sealed.
pub(super) async fn take_in_files(
    services: &Services,
    arrived: Vec<(String, String, Vec<u8>)>,
) -> (Vec<Attachment>, Vec<NewFile>) {
    let mint = || FileId(services.minter.mint());
    let (mut files, mut sealed) = (Vec::with_capacity(arrived.len()), Vec::new());
    for (name, media_type, bytes) in arrived {
        let scan = services.inspector.scan(&bytes, services.clock.now()).await;
        let copied = if matches!(scan, Scan::Infected { .. }) {
            Err("infected".to_owned())
        } else {
            services.inspector.copy(&name, &bytes).await
        };
        let copy = match copied {
            Ok(copied) => {
                let (file, size) = (mint(), copied.bytes.len() as u64);
                sealed.push(NewFile {
                    id: file,
                    compartment: Compartment::Report,
                    bytes: copied.bytes,
                });
                CleanCopy::Made {
                    file,
                    name: copied.name,
                    media_type: copied.media_type,
                    size,
                }
            }
            Err(reason) => CleanCopy::None { reason },
        };
        let (file, size) = (mint(), bytes.len() as u64);
        sealed.push(NewFile {
            id: file,
            compartment: Compartment::Reporter,
            bytes,
        });
        files.push(Attachment {
            file,
            name,
            media_type,
            size,
            scan,
            copy,
        });
    }
    (files, sealed)
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
    if reason.trim().is_empty() {
        return Err(Failure::Invalid(vec!["reason"]));
    }
    let (report, permit) = find(services, actor, id, Right::OpenReporter).await?;
    let mail = report.value.mail.as_ref().and_then(|mail| mail.original);
    let name = match of(&report.value, file) {
        Some(attachment) => attachment.name.clone(),
        None if mail == Some(file) => format!("{}.eml", report.number),
        None => return Err(Failure::NotFound),
    };
    let event = Event::OriginalOpened {
        name: name.clone(),
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
    of(&report.value, file).ok_or(Failure::NotFound)?;
    let store = &services.store;
    let bytes = store
        .file(&actor.municipality, id, Compartment::Reporter, file)
        .await?;
    let bytes = bytes.ok_or(Failure::NotFound)?;
    let scan = services.inspector.scan(&bytes, services.clock.now()).await;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        let mut report = stored.value;
        let found = report.files.iter_mut().find(|attachment| attachment.file == file);
        let attachment = found.ok_or(Failure::NotFound)?;
        attachment.scan = scan.clone();
        let event = Event::FileScanned {
            name: attachment.name.clone(),
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
