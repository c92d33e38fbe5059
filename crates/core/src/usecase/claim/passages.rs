// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening a place for a request, deciding about its passages, putting what is right beside the original, and restricting use.

use std::collections::BTreeSet;

use super::{change, find, tell, words};
use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    claim::passage::{At, Choice, Passage, Place, Words, of_report, of_signal},
    exposure::{Audience, FindingKind, Known, findings},
    id::{ClaimId, ReportId, SignalId},
    policy::Actor,
    ports::{Services, Stored},
    processing::{DataSubject, in_claim, in_signal},
    signal::{Signal, assessment::Note, restriction::Restriction},
    usecase::{Failure, configuration, retried},
};

/// A place that was opened for a request.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Number of the signal or report.
    pub number: String,
    /// Its passages.
    pub passages: Vec<PassageOf>,
    /// Whether its use is restricted; none for a report.
    pub restricted: Option<bool>,
    /// Whether the request asks to erase it.
    pub asks_erasure: bool,
}

/// A passage of an opened place.
#[derive(Clone, Debug)]
pub struct PassageOf {
    /// Which part it is.
    pub part: String,
    /// Its text; empty where it names who reported.
    pub text: String,
    /// Whether it names who reported: it is not shown, and can't be given.
    pub names_reporter: bool,
    /// What was decided about it.
    pub choice: Option<Choice>,
}

/// Opens the passages of a signal or report for a request. Recorded with the place before they are shown.
pub async fn open_place(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    place: Place,
) -> Result<Opened, Failure> {
    let (claim, permit) = find(services, actor, id).await?;
    let about = match place {
        Place::Signal(signal) => About::Signal(signal),
        Place::Report(report) => About::Report(report),
    };
    let read = read(services, actor, place).await?;
    let event = Event::ClaimPlaceOpened { claim: id };
    let concerned = read.concerned.iter().cloned().chain(in_claim(&claim.value));
    tell(services, &permit, (about, event), concerned).await?;
    let chosen = |part: &str| {
        let mut held = claim.value.passages.iter();
        let held = held.find(|passage| passage.at.place == place && passage.at.part == part);
        held.map(|passage| passage.choice.clone())
    };
    let passage = |(part, text): (String, String)| {
        let names_reporter = read.names_reporter(&text);
        PassageOf {
            choice: chosen(&part),
            text: if names_reporter { String::new() } else { text },
            names_reporter,
            part,
        }
    };
    Ok(Opened {
        number: read.number.clone(),
        passages: read.passages.iter().cloned().map(passage).collect(),
        restricted: read.restricted,
        asks_erasure: claim.value.answer.is_none() && claim.value.kind.asks_erasure(),
    })
}

/// Decides about a passage: give it, refuse it on a ground of the list with the weighing, or say that it is not about who asks. What
/// names who reported can't be given, whatever a form says.
pub async fn decide(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    (at, choice): (At, Option<Choice>),
    weighing: &str,
) -> Result<(), Failure> {
    let choice = choice.ok_or(Failure::Invalid(vec!["choice"]))?;
    let configuration = configuration(services, actor)?;
    let mut weighed = String::new();
    if let Choice::Refuse { ground } = &choice {
        let known = configuration
            .refusal_grounds
            .iter()
            .any(|held| held.id == *ground);
        if !known {
            return Err(Failure::Invalid(vec!["ground"]));
        }
        weighed = words(weighing, ["weighing", "weighing-long"])?;
    }
    let (_, _) = find(services, actor, id).await?;
    let read = read(services, actor, at.place).await?;
    let mut all = read.passages.iter();
    let (_, text) = all.find(|(part, _)| *part == at.part).ok_or(Failure::NotFound)?;
    let names = read.names_reporter(text);
    if names && choice == Choice::Give {
        return Err(crate::claim::ClaimRefusal::NamesReporter.into());
    }
    let event = Event::ClaimDecided {
        number: read.number.clone(),
        part: at.part.clone(),
        choice: choice.as_str().to_owned(),
        ground: match &choice {
            Choice::Refuse { ground } => ground.clone(),
            Choice::Give | Choice::NotTheirs => String::new(),
        },
    };
    // Of what names who reported only the place is kept with the request.
    let held = Words {
        text: if names { String::new() } else { text.clone() },
        weighing: weighed,
    };
    change(services, actor, id, event, |claim, chosen_at, by| {
        Ok(claim.decide(Passage {
            at: at.clone(),
            number: read.number.clone(),
            words: Some(held.clone()),
            destroyed_on: None,
            choice: choice.clone(),
            chosen_at,
            by,
        })?)
    })
    .await
}

/// Puts what a data subject says to be right beside the original, which stays.
pub async fn rectify(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    (signal, part, text): (SignalId, &str, &str),
) -> Result<(), Failure> {
    let text = words(text, ["rectified", "rectified-long"])?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let event = Event::ClaimRectified {
        claim: id,
        part: part.to_owned(),
    };
    on_signal(services, actor, (id, signal), event, |signal, at| {
        if !of_signal(signal).iter().any(|(known, _)| known == part) {
            return Err(Failure::Invalid(vec!["part"]));
        }
        signal.notes.push(Note {
            text: text.clone(),
            source: "Rectificatie op verzoek (AVG art. 16)".to_owned(),
            beside: Some(part.to_owned()),
            at,
            by,
        });
        Ok(())
    })
    .await
}

/// Restricts the use of a signal.
pub async fn restrict(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    (signal, reason): (SignalId, &str),
) -> Result<(), Failure> {
    let reason = words(reason, ["restriction", "restriction-long"])?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let event = Event::UseRestricted {
        claim: id,
        lifted: false,
        reason: reason.clone(),
    };
    on_signal(services, actor, (id, signal), event, |signal, at| {
        if signal.is_restricted() {
            return Err(Failure::DoneAlready);
        }
        signal.restrictions.push(Restriction {
            claim: id,
            at,
            by,
            reason: reason.clone(),
            lifted: None,
        });
        Ok(())
    })
    .await
}

/// Lifts a restriction; who asked for it is told before (art. 18 lid 3).
pub async fn lift(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    (signal, reason): (SignalId, &str),
) -> Result<(), Failure> {
    let reason = words(reason, ["restriction", "restriction-long"])?;
    let event = Event::UseRestricted {
        claim: id,
        lifted: true,
        reason,
    };
    on_signal(services, actor, (id, signal), event, |signal, at| {
        let mut open = signal
            .restrictions
            .iter_mut()
            .filter(|restriction| restriction.lifted.is_none());
        let restriction = open.next().ok_or(Failure::DoneAlready)?;
        restriction.lifted = Some(at);
        Ok(())
    })
    .await
}

/// Changes a signal for a request.
async fn on_signal(
    services: &Services,
    actor: &Actor,
    (claim, id): (ClaimId, SignalId),
    event: Event,
    how: impl Fn(&mut Signal, crate::id::Timestamp) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let (claim, permit) = find(services, actor, claim).await?;
    let attempt = async || {
        let stored = services.store.signal(&actor.municipality, id).await?;
        let mut stored = stored.ok_or(Failure::NotFound)?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        how(&mut stored.value, now)?;
        let changes = Changes::new(&permit, now, minter, About::Signal(id), event.clone());
        let changes = changes.concerning(in_claim(&claim.value));
        let write = Write::save_signal(stored.value, stored.revision, &configuration);
        Ok((changes.write(write), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// A place with its passages, and who must not be named in them.
struct Read {
    number: String,
    passages: Vec<(String, String)>,
    restricted: Option<bool>,
    known: Known,
    /// Whom it names.
    concerned: BTreeSet<DataSubject>,
}

impl Read {
    /// Whether a text names a reporter, or has words that tell who told it.
    fn names_reporter(&self, text: &str) -> bool {
        findings(text, &self.known, Audience::Inside)
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::Reporter | FindingKind::Source))
    }
}

async fn read(services: &Services, actor: &Actor, place: Place) -> Result<Read, Failure> {
    let (store, m) = (&services.store, &actor.municipality);
    let mut concerned = BTreeSet::new();
    let (number, passages, restricted, reports): (_, _, _, Vec<ReportId>) = match place {
        Place::Signal(id) => {
            let Stored { value, number, .. } = store.signal(m, id).await?.ok_or(Failure::NotFound)?;
            let reports = value.reports.iter().map(|link| link.report).collect();
            concerned = in_signal(&value);
            (number, of_signal(&value), Some(value.is_restricted()), reports)
        }
        Place::Report(id) => {
            let Stored { value, number, .. } = store.report(m, id).await?.ok_or(Failure::NotFound)?;
            (number, of_report(&value), None, vec![id])
        }
    };
    let mut known = Known::of(&*configuration(services, actor)?);
    for report in reports {
        known.reporters.extend(store.reporter(m, report).await?);
    }
    Ok(Read {
        number,
        passages,
        restricted,
        known,
        concerned,
    })
}
