// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Emergency openings: breaking the glass of one signal, reading it while it is open, and the privacy officer's judgement.

use super::tell;
use crate::{
    audit::{About, Event, Line},
    change::{Changes, Write},
    id::{OpeningId, PersonId, SignalId, Timestamp},
    policy::{Actor, Object, Right, permit},
    ports::{JournalQuery, Services, Stored},
    signal::{
        Signal,
        opening::{Judgement, Opening},
    },
    usecase::{
        Failure, admitted_here, allowed_here, configuration, missing, once_per_content, refused, retried,
    },
};

/// A reason or a judgement is at most so many characters long.
const LONGEST: usize = 10_000;
/// How many openings are listed.
const LISTED: u16 = 50;

/// An opening with the signal that it is of.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Number of the signal.
    pub number: String,
    /// The signal.
    pub signal: SignalId,
    /// Name of who opened it, then.
    pub name: String,
    /// The opening.
    pub opening: Opening,
}

/// Opens the signal with this number in an emergency. `form` is that of the form: sent again with the same words it opens nothing
/// again, also when the time is over.
pub async fn break_glass(
    services: &Services,
    actor: &Actor,
    form: OpeningId,
    (number, reason): (&str, &str),
) -> Result<SignalId, Failure> {
    let breaks = allowed_here(services, actor, Right::BreakGlass).await?;
    let person = actor.person.ok_or(Failure::NotFound)?;
    check_words(reason, ["reason", "reason-long"])?;
    let configuration = configuration(services, actor)?;
    let number = number.trim().to_uppercase();
    let opening = OpeningId(once_per_content(services, form.0, &(person, &number, reason)));
    let (store, m) = (&services.store, &actor.municipality);
    let Some(id) = store.signal_numbered(m, &number).await? else {
        // Trying numbers leaves a trace.
        missing(services, actor, Right::ReadSignal).await;
        return Err(Failure::Invalid(vec!["number"]));
    };
    let attempt = async || {
        let stored = store.signal(m, id).await?.ok_or(Failure::NotFound)?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let mut signal = stored.value;
        if signal.opening_of(person, now).is_some() {
            return Err(Failure::DoneAlready);
        }
        let opened = Opening {
            id: opening,
            person,
            at: now,
            until: now + configuration.looking.glass(),
            reason: reason.trim().to_owned(),
            judgement: None,
        };
        let event = Event::GlassBroken {
            opening,
            until: opened.until,
            reason: opened.reason.clone(),
        };
        signal.openings.push(opened);
        let changes = Changes::new(&breaks, now, minter, About::Signal(id), event).once(Some(opening.0));
        let write = Write::save_signal(signal, stored.revision, &configuration);
        Ok((changes.write(write), ()))
    };
    match retried(services, attempt).await {
        Ok(_) | Err(Failure::DoneAlready) => Ok(id),
        Err(failure) => Err(failure),
    }
}

/// Reads a signal that the actor opened, while it is open. Each read is recorded as one under an emergency opening.
pub async fn read_opened(
    services: &Services,
    actor: &Actor,
    id: SignalId,
) -> Result<(Stored<Signal>, Opening), Failure> {
    let Some(stored) = services.store.signal(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::ReadUnderGlass).await);
    };
    let now = services.clock.now();
    let permit = match permit(actor, Right::ReadUnderGlass, Object::Opened(&stored.value, now)) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
    };
    let person = actor.person.ok_or(Failure::NotFound)?;
    let opening = stored.value.opening_of(person, now);
    let opening = opening.ok_or(Failure::NotFound)?.clone();
    let event = Event::ReadUnderGlass { opening: opening.id };
    tell(services, &permit, About::Signal(id), event).await?;
    Ok((stored, opening))
}

/// What the actor has open now.
pub async fn own_openings(services: &Services, actor: &Actor) -> Result<Vec<Opened>, Failure> {
    admitted_here(services, actor, Right::BreakGlass).await?;
    let Some(person) = actor.person else {
        return Ok(Vec::new());
    };
    let now = services.clock.now();
    let length = configuration(services, actor)?.looking.glass();
    let mut opened = opened(services, actor, (Some(person), Some(now - length))).await?;
    opened.retain(|opened| opened.opening.person == person && opened.opening.is_open(now));
    Ok(opened)
}

/// All openings, newest first, for the privacy officer. Seeing them is recorded.
pub async fn openings(services: &Services, actor: &Actor) -> Result<Vec<Opened>, Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    tell(services, &permit, About::Municipality, Event::WhoLookedSeen).await?;
    opened(services, actor, (None, None)).await
}

/// One opening, with what was read under it, newest first.
pub async fn opening(
    services: &Services,
    actor: &Actor,
    (signal, id): (SignalId, OpeningId),
) -> Result<(Opened, Vec<Line>), Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    let about = About::Signal(signal);
    let (store, m) = (&services.store, &actor.municipality);
    let stored = store.signal(m, signal).await?.ok_or(Failure::NotFound)?;
    let mut all = stored.value.openings.into_iter();
    let opening = all.find(|opening| opening.id == id).ok_or(Failure::NotFound)?;
    tell(services, &permit, about, Event::WhoLookedSeen).await?;
    let query = JournalQuery {
        about: Some(about),
        person: Some(opening.person),
        from: Some(opening.at),
        actions: vec!["glass-broken", "read-under-glass"],
        limit: LISTED,
        ..JournalQuery::default()
    };
    let mut lines = store.journal_lines(m, &query).await?;
    lines.retain(|line| of_line(line).is_some_and(|(of, _)| of == id));
    let name = lines
        .last()
        .and_then(|line| Some(line.detail.as_ref()?.name.clone()));
    let opened = Opened {
        number: stored.number,
        signal,
        name: name.unwrap_or_default(),
        opening,
    };
    Ok((opened, lines))
}

/// Says whether there was reason for an opening. It ends at once when there was none. Nobody judges their own.
pub async fn judge(
    services: &Services,
    actor: &Actor,
    (id, opening): (SignalId, OpeningId),
    (justified, words): (Option<bool>, &str),
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let justified = justified.ok_or(Failure::Invalid(vec!["justified"]))?;
    check_words(words, ["words", "words-long"])?;
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let stored = services.store.signal(&actor.municipality, id).await?;
        let mut stored = stored.ok_or(Failure::NotFound)?;
        let mut all = stored.value.openings.iter_mut();
        let held = all.find(|held| held.id == opening).ok_or(Failure::NotFound)?;
        if held.judgement.is_some() {
            return Err(Failure::DoneAlready);
        }
        if held.person == by {
            return Err(Failure::Invalid(vec!["self"]));
        }
        let now = services.clock.now();
        held.judgement = Some(Judgement {
            at: now,
            by,
            justified,
            words: words.trim().to_owned(),
        });
        let event = Event::GlassJudged {
            opening,
            justified,
            words: words.trim().to_owned(),
        };
        let minter = services.minter.as_ref();
        let changes = Changes::new(&permit, now, minter, About::Signal(id), event);
        let write = Write::save_signal(stored.value, stored.revision, &configuration);
        Ok((changes.write(write), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Openings that the journal tells of, of one person or of everybody, with how they stand.
async fn opened(
    services: &Services,
    actor: &Actor,
    (person, from): (Option<PersonId>, Option<Timestamp>),
) -> Result<Vec<Opened>, Failure> {
    let (store, m) = (&services.store, &actor.municipality);
    let query = JournalQuery {
        person,
        from,
        actions: vec!["glass-broken"],
        limit: LISTED,
        ..JournalQuery::default()
    };
    let lines = store.journal_lines(m, &query).await?;
    let told: Vec<(SignalId, OpeningId, String)> = lines
        .iter()
        .filter_map(|line| {
            let (opening, name) = of_line(line)?;
            Some((SignalId(line.about_id?), opening, name.to_owned()))
        })
        .collect();
    let mut ids: Vec<SignalId> = told.iter().map(|(signal, _, _)| *signal).collect();
    ids.sort_unstable();
    ids.dedup();
    let signals = store.signals_by_id(m, &ids).await?;
    let standing = |(signal, id, name): (SignalId, OpeningId, String)| {
        let stored = signals.iter().find(|stored| stored.value.id == signal)?;
        let opening = stored.value.openings.iter().find(|held| held.id == id)?;
        Some(Opened {
            number: stored.number.clone(),
            signal,
            name,
            opening: opening.clone(),
        })
    };
    Ok(told.into_iter().filter_map(standing).collect())
}

/// The opening that a line is about, and who acted.
fn of_line(line: &Line) -> Option<(OpeningId, &str)> {
    let detail = line.detail.as_ref()?;
    match &detail.event {
        Event::GlassBroken { opening, .. } | Event::ReadUnderGlass { opening } => {
            Some((*opening, &detail.name))
        }
        _ => None,
    }
}

fn check_words(words: &str, [missing, long]: [&'static str; 2]) -> Result<(), Failure> {
    let length = words.trim().chars().count();
    if length == 0 {
        Err(Failure::Invalid(vec![missing]))
    } else if length > LONGEST {
        Err(Failure::Invalid(vec![long]))
    } else {
        Ok(())
    }
}
