// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Seeing what belongs together. The program suggests, each time with the fact; a person links or says no.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Write},
    id::{ReportId, SignalId},
    link::{self, Apart, Compared, Fact, FactKind, Mark, Shared, Sharing, Thing, likeness},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    processing,
    report::Report,
    signal::Signal,
    usecase::{Failure, allowed_here, check_length, permit_here, refused, report::not_kept_out},
};

/// Something that may belong with a report or signal.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it is.
    pub found: Found,
    /// What they share: kind and words, each kind once.
    pub reasons: BTreeMap<FactKind, String>,
}

/// A report, or a signal.
#[derive(Clone, Debug)]
pub enum Found {
    /// A report that is part of no signal.
    Report(Box<Stored<Report>>),
    /// A signal.
    Signal(Box<Stored<Signal>>),
}

impl Found {
    /// Its identifier.
    pub fn thing(&self) -> Thing {
        match self {
            Self::Report(report) => Thing::Report(report.value.id),
            Self::Signal(signal) => Thing::Signal(signal.value.id),
        }
    }

    /// Its number.
    pub fn number(&self) -> &str {
        match self {
            Self::Report(report) => &report.number,
            Self::Signal(signal) => &signal.number,
        }
    }
}

impl Candidate {
    /// Its identifier.
    pub fn thing(&self) -> Thing {
        self.found.thing()
    }

    /// Its number.
    pub fn number(&self) -> &str {
        self.found.number()
    }

    /// When it came in or was registered.
    pub fn on(&self) -> NaiveDate {
        match &self.found {
            Found::Report(report) => report.value.received_on(),
            Found::Signal(signal) => dutch_date(signal.value.opened_at),
        }
    }
}

/// What may belong with a report or signal.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Newest first.
    pub candidates: Vec<Candidate>,
    /// Facts that stand in too much to say anything.
    pub common: Vec<Fact>,
    /// What a person kept apart.
    pub apart: Vec<Found>,
}

/// How many of each are opened, and how many are shown.
const OPENED: usize = 24;
const SHOWN: usize = 10;

/// What may belong with a report that is part of no signal. Nothing for who does not say what becomes of reports.
pub async fn of_report(services: &Services, actor: &Actor, report: &Report) -> Result<Links, Failure> {
    let Ok(permit) = permit_here(actor, Right::TriageReports) else {
        return Ok(Links::default());
    };
    let (about, compared) = (About::Report(report.id), compared(report));
    let mut links = find(services, &permit, about, &compared, &[report]).await?;
    links.apart = apart(services, actor, &compared).await?;
    Ok(links)
}

/// What may belong with a signal, by what it is about and by its reports.
pub async fn of_signal(
    services: &Services,
    actor: &Actor,
    signal: &Signal,
    reports: &[Stored<Report>],
) -> Result<Links, Failure> {
    let Ok(permit) = policy::permit(actor, Right::TriageReports, Object::Signal(signal)) else {
        return Ok(Links::default());
    };
    let reports: Vec<_> = reports.iter().map(|report| &report.value).collect();
    let compared = compared_signal(signal, &reports);
    let mut links = find(services, &permit, About::Signal(signal.id), &compared, &reports).await?;
    links.apart = apart(services, actor, &compared).await?;
    Ok(links)
}

/// What a person kept apart from what is compared, as far as the actor may read it.
async fn apart(services: &Services, actor: &Actor, compared: &Compared) -> Result<Vec<Found>, Failure> {
    let (m, store) = (&actor.municipality, &services.store);
    let others = store.kept_apart(m, compared).await?;
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let reports: Vec<ReportId> = others.iter().copied().map(ReportId).collect();
    let signals: Vec<SignalId> = others.iter().copied().map(SignalId).collect();
    let may_read = |signal: &Stored<Signal>| {
        policy::would_permit(actor, Right::ReadSignal, Object::Signal(&signal.value))
    };
    let reports = store.reports_by_id(m, &reports).await?;
    let reports = not_kept_out(services, actor, reports).await?.into_iter();
    let signals = store.signals_by_id(m, &signals).await?.into_iter();
    let signals = signals
        .filter(may_read)
        .map(|signal| Found::Signal(Box::new(signal)));
    Ok(signals
        .chain(reports.map(|report| Found::Report(Box::new(report))))
        .collect())
}

/// By what a report is found, counted anew after something was written in it.
pub(crate) async fn marks(services: &Services, report: &Report) -> Result<Write, Failure> {
    let reporter = services.store.reporter(&report.municipality, report.id).await?;
    let marks = link::marks(report, &reporter.unwrap_or_default(), &[]);
    Ok(Write::AddMarks(report.id, marks))
}

fn compared(report: &Report) -> Compared {
    Compared {
        signal: None,
        reports: vec![report.id],
        facts: link::facts(report),
    }
}

fn compared_signal(signal: &Signal, reports: &[&Report]) -> Compared {
    let mut facts = link::facts_of_signal(signal);
    facts.extend(reports.iter().flat_map(|report| link::facts(report)));
    facts.sort();
    facts.dedup_by(|one, other| one.mark == other.mark);
    Compared {
        signal: Some(signal.id),
        reports: reports.iter().map(|report| report.id).collect(),
        facts,
    }
}

/// Finds, opens what was found, leaves out what the actor may not read and what is not alike after all, and records what is shown.
async fn find(
    services: &Services,
    permit: &Permit,
    about: About,
    compared: &Compared,
    own: &[&Report],
) -> Result<Links, Failure> {
    let (actor, store) = (permit.actor(), &services.store);
    let m = &actor.municipality;
    let Shared { mut sharing, common } = store.shared(m, compared).await?;
    let wanted = |sharing: &Sharing| sharing.signal.is_none() || sharing.kind == FactKind::Text;
    let reports = newest(sharing.iter().filter(|s| wanted(s)).filter_map(|s| s.report));
    let signals: Vec<SignalId> = newest(sharing.iter().filter_map(|sharing| sharing.signal));
    let reports: Vec<Stored<Report>> = if reports.is_empty() {
        Vec::new()
    } else {
        store.reports_by_id(m, &reports).await?
    };
    let signals = if signals.is_empty() {
        Vec::new()
    } else {
        store.signals_by_id(m, &signals).await?
    };
    sharing.retain(|sharing| sharing.kind != FactKind::Text || alike(own, &reports, sharing.report));
    let mut reasons: BTreeMap<Thing, BTreeMap<FactKind, String>> = BTreeMap::new();
    for sharing in &sharing {
        if let Some(thing) = sharing.thing() {
            let words = sharing.fact.as_ref().map_or("", |fact| fact.words.as_str());
            let kinds = reasons.entry(thing).or_default();
            kinds.entry(sharing.kind).or_insert_with(|| words.to_owned());
        }
    }
    let may_read = |signal: &Stored<Signal>| {
        policy::would_permit(actor, Right::ReadSignal, Object::Signal(&signal.value))
    };
    let found = signals
        .into_iter()
        .filter(may_read)
        .map(|signal| Found::Signal(Box::new(signal)))
        .chain(reports.into_iter().map(|report| Found::Report(Box::new(report))));
    let mut candidates: Vec<_> = found
        .map(|found| Candidate {
            found,
            reasons: BTreeMap::new(),
        })
        .filter_map(|candidate| {
            let reasons = reasons.remove(&candidate.thing())?;
            Some(Candidate { reasons, ..candidate })
        })
        .collect();
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.on()));
    candidates.truncate(SHOWN);
    if !candidates.is_empty() {
        record(services, permit, about, &candidates).await?;
    }
    Ok(Links {
        candidates,
        common,
        apart: Vec::new(),
    })
}

/// The newest of these, each once. Identifiers sort by time.
fn newest<T: Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let ids: BTreeSet<T> = ids.collect();
    ids.into_iter().rev().take(OPENED).collect()
}

/// Whether a report that was found by its text is mostly the same as one of these.
fn alike(own: &[&Report], opened: &[Stored<Report>], found: Option<ReportId>) -> bool {
    opened
        .iter()
        .filter(|report| Some(report.value.id) == found)
        .any(|report| {
            own.iter()
                .any(|own| likeness::mostly_same(&own.text, &report.value.text))
        })
}

async fn record(
    services: &Services,
    permit: &Permit,
    about: About,
    shown: &[Candidate],
) -> Result<(), Failure> {
    let (mut reports, mut signals) = (Vec::new(), Vec::new());
    for candidate in shown {
        match candidate.thing() {
            Thing::Report(id) => reports.push(id),
            Thing::Signal(id) => signals.push(id),
        }
    }
    let concerned = shown.iter().flat_map(|candidate| match &candidate.found {
        Found::Signal(signal) => processing::in_signal(&signal.value),
        Found::Report(_) => BTreeSet::new(),
    });
    let event = Event::LinksShown { reports, signals };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(permit, now, minter, about, event).concerning(concerned);
    services.store.commit(changes).await?;
    Ok(())
}

/// Remembers that two things do not belong together, with a reason where one was given. They are not suggested again, unless they
/// come to share something new. Of what is not suggested, nothing is left to remember: [`Failure::DoneAlready`].
pub async fn keep_apart(
    services: &Services,
    actor: &Actor,
    one: Thing,
    other: Thing,
    reason: &str,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
    check_length("reason-long", reason)?;
    let (compared, number) = load(services, actor, one).await?;
    let (_, other_number) = load(services, actor, other).await?;
    let shared = services.store.shared(&actor.municipality, &compared).await?;
    let same = shared
        .sharing
        .into_iter()
        .filter(|sharing| sharing.thing() == Some(other));
    let mut marks: Vec<Mark> = same
        .map(|sharing| match sharing.fact {
            Some(fact) => fact.mark,
            None => Mark {
                kind: sharing.kind,
                value: String::new(),
            },
        })
        .collect();
    marks.sort();
    marks.dedup();
    if marks.is_empty() {
        return Err(Failure::DoneAlready);
    }
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = |other: String| Event::KeptApart {
        other,
        reason: reason.trim().to_owned(),
    };
    let changes = Changes::new(&permit, now, minter, about(one), event(other_number))
        .and(&permit, now, minter, about(other), event(number))
        .write(Write::KeepApart(Apart { one, other, marks }, now));
    services.store.commit(changes).await?;
    Ok(())
}

/// Takes back that two things do not belong together: what they share is suggested again. What nobody keeps apart is
/// [`Failure::DoneAlready`].
pub async fn bring_together(
    services: &Services,
    actor: &Actor,
    one: Thing,
    other: Thing,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
    let (compared, number) = load(services, actor, one).await?;
    let (_, other_number) = load(services, actor, other).await?;
    let kept = services.store.kept_apart(&actor.municipality, &compared).await?;
    if !kept.contains(&other.id()) {
        return Err(Failure::DoneAlready);
    }
    let signal = compared.signal.map(|signal| signal.0);
    let own = compared
        .reports
        .iter()
        .map(|report| report.0)
        .chain(signal)
        .collect();
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = |other: String| Event::ApartTakenBack { other };
    let changes = Changes::new(&permit, now, minter, about(one), event(other_number))
        .and(&permit, now, minter, about(other), event(number))
        .write(Write::BringTogether(own, other.id()));
    services.store.commit(changes).await?;
    Ok(())
}

fn about(thing: Thing) -> About {
    match thing {
        Thing::Report(id) => About::Report(id),
        Thing::Signal(id) => About::Signal(id),
    }
}

/// What is compared of a report or signal that the actor may read, and its number.
async fn load(services: &Services, actor: &Actor, thing: Thing) -> Result<(Compared, String), Failure> {
    let (m, store) = (&actor.municipality, &services.store);
    match thing {
        Thing::Report(id) => {
            let report = store.report(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((compared(&report.value), report.number))
        }
        Thing::Signal(id) => {
            let signal = store.signal(m, id).await?.ok_or(Failure::NotFound)?;
            if let Err(denied) = policy::permit(actor, Right::ReadSignal, Object::Signal(&signal.value)) {
                return Err(refused(services, actor, About::Signal(id), denied).await);
            }
            let ids: Vec<ReportId> = signal.value.linked().map(|link| link.report).collect();
            let reports = store.reports_by_id(m, &ids).await?;
            let reports: Vec<_> = reports.iter().map(|report| &report.value).collect();
            Ok((compared_signal(&signal.value, &reports), signal.number))
        }
    }
}
