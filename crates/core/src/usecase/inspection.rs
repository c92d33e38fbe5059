// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inspections: what each found on the spot, with photos that are opened as a copy without metadata.

use super::report::Opened;
use crate::{
    audit::{About, Event},
    change::{Changes, NewPhoto, Write},
    id::{FileId, FindingId, PartnerId, PersonId, SignalId, StrandId, Timestamp},
    policy::{self, Actor, Object, Right},
    ports::Services,
    report::Scan,
    signal::{
        act::{Act, Hand},
        inspection::{Finding, Photo, Victims, Visit},
        strand::{Strand, StrandKind, StrandStep},
    },
    usecase::{
        Failure, configuration, file_mark, missing, once_per_content, refused, retried,
        signal::{journaled, permitted},
        would_permit_here,
    },
};

/// What somebody found, as the form on the phone sent it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The identifier that was made for the form: what is sent twice counts once.
    pub id: FindingId,
    /// At which address of the plan.
    pub address: String,
    /// What.
    pub text: String,
    /// Whether possible victims were seen and spoken to.
    pub victims: Victims,
    /// Photos.
    pub photos: Vec<Vec<u8>>,
}

/// Adds what somebody found. What others add at the same moment stands beside it; what was sent before is done already.
pub async fn find(
    services: &Services,
    actor: &Actor,
    (id, strand): (SignalId, StrandId),
    found: Found,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let finding_id = identifier(services, by, &found);
    let photos = found.photos.iter();
    let photos: Vec<_> = photos
        .map(|bytes| (FileId(services.minter.mint()), bytes))
        .collect();
    let attempt = async || {
        let Some(stored) = services.store.signal(&actor.municipality, id).await? else {
            return Err(missing(services, actor, Right::StepStrand).await);
        };
        let before = stored.value;
        let now = services.clock.now();
        let mut strands = before.strands.iter();
        let held = strands.find(|held| held.id == strand).map(|held| &held.kind);
        let act = Act::StepStrand {
            strand,
            step: StrandStep::Find(Box::new(finding(
                actor,
                held,
                (finding_id, &found),
                &photos,
                (now, by),
            ))),
        };
        let permit = match permitted(actor, &before, &configuration, &act.kind()) {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
        };
        let mut known = held
            .and_then(visit_of)
            .into_iter()
            .flat_map(|visit| &visit.findings);
        if known.any(|known| known.id == finding_id) {
            return Err(Failure::DoneAlready);
        }
        let hand = Hand {
            configuration: &configuration,
            now,
            by,
            minter: services.minter.as_ref(),
        };
        let after = before.clone().apply(act.clone(), &hand)?;
        let mut changes = journaled(&permit, &hand, (&before, &after, &act)).ok_or(Failure::DoneAlready)?;
        for (file, bytes) in &photos {
            let bytes = (*bytes).clone();
            changes = changes.write(Write::AddPhoto(id, NewPhoto { file: *file, bytes }));
        }
        Ok((
            changes.write(Write::save_signal(after, stored.revision, &configuration)),
            (),
        ))
    };
    retried(services, attempt).await.map(|_| ())
}

/// What is sent twice by one person counts once; sent again with other words it is another finding: nothing is taken for received that was
/// not.
fn identifier(services: &Services, by: PersonId, found: &Found) -> FindingId {
    let marks = found.photos.iter().map(|bytes| file_mark(services, bytes));
    let marks: Vec<_> = marks.collect();
    let content = (by, &found.address, &found.text, found.victims.as_str(), marks);
    FindingId(once_per_content(services, found.id.0, &content))
}

/// A finding of somebody, with the files that its photos become.
fn finding(
    actor: &Actor,
    held: Option<&StrandKind>,
    (id, found): (FindingId, &Found),
    photos: &[(FileId, &Vec<u8>)],
    (at, by): (Timestamp, PersonId),
) -> Finding {
    let photos = photos.iter().map(|(file, bytes)| Photo {
        file: *file,
        size: bytes.len() as u64,
    });
    Finding {
        id,
        at,
        by,
        partner: held.and_then(visit_of).and_then(|visit| sent_by(actor, visit)),
        address: found.address.clone(),
        text: found.text.clone(),
        victims: found.victims,
        photos: photos.collect(),
    }
}

/// Opens a photo: its copy without metadata, made anew each time so that today's scanner looks at it. The original stays sealed.
pub async fn open_photo(
    services: &Services,
    actor: &Actor,
    (id, strand): (SignalId, StrandId),
    file: FileId,
) -> Result<Opened, Failure> {
    let stored = services.store.signal(&actor.municipality, id).await?;
    let found = stored.as_ref().and_then(|stored| {
        let held = stored.value.strands.iter().find(|held| held.id == strand)?;
        Some((&stored.value, held))
    });
    let Some((signal, held)) = found else {
        return Err(missing(services, actor, Right::ReadStrand).await);
    };
    let permit = match policy::permit(actor, Right::ReadStrand, Object::Strand(signal, held)) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
    };
    let mut findings = visit_of(&held.kind).into_iter().flat_map(|visit| &visit.findings);
    let shown = findings.any(|finding| {
        let has = finding.photos.iter().any(|photo| photo.file == file);
        has && sees(actor, held, finding)
    });
    if !shown {
        return Err(Failure::NotFound);
    }
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::PhotoOpened { strand };
    let changes = Changes::new(&permit, now, minter, About::Signal(id), event);
    services.store.commit(changes).await?;
    let bytes = services.store.photo(&actor.municipality, id, file).await?;
    let bytes = bytes.ok_or(Failure::NotFound)?;
    if matches!(services.inspector.scan(&bytes, now).await, Scan::Infected { .. }) {
        return Err(Failure::NotFound);
    }
    let copied = services.inspector.copy("foto.jpg", &bytes).await;
    let copied = copied.or(Err(Failure::NotFound))?;
    Ok(Opened {
        name: format!("foto.{}", copied.ending),
        media_type: copied.media_type,
        bytes: copied.bytes,
    })
}

/// Whether somebody may read a finding: our own people all of them, a partner what it found itself.
pub(crate) fn sees(actor: &Actor, strand: &Strand, finding: &Finding) -> bool {
    let ours = strand.kind.doers().any(|doer| actor.person == Some(doer));
    let theirs = finding
        .partner
        .as_ref()
        .is_some_and(|of| actor.partners().any(|own| own == of));
    ours || would_permit_here(actor, Right::ReadStrand) || theirs
}

fn visit_of(kind: &StrandKind) -> Option<&Visit> {
    match kind {
        StrandKind::Inspection { visit, .. } => Some(visit),
        _ => None,
    }
}

/// The partner for which somebody goes along; none for the municipality's own people.
fn sent_by(actor: &Actor, visit: &Visit) -> Option<PartnerId> {
    if would_permit_here(actor, Right::ReadStrand) {
        return None;
    }
    let mut partners = actor.partners();
    partners.find(|partner| visit.goes_along(partner)).cloned()
}
