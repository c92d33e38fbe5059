// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects: writing down, searching, deciding passage by passage, and the answer that a person releases.

mod bundle;
mod passages;
mod search;

use chrono::NaiveDate;

pub use self::{
    bundle::{Bundle, Purpose, bundle},
    passages::{Opened, PassageOf, decide, lift, open_place, rectify, restrict},
    search::{Found, search},
};
use crate::{
    audit::{About, Event, ListKind},
    change::{Changes, Write},
    claim::{Claim, ClaimKind, Extended, Released, passage::Choice},
    id::{ClaimId, PersonId},
    policy::{Actor, Permit, Right},
    ports::{Services, Stored},
    processing::{DataSubject, in_claim},
    usecase::{Failure, allowed_here, list_shown, missing, once_per_content, retried},
};

/// A text is at most so many characters long.
const LONGEST: usize = 20_000;
/// How many requests are listed.
const LISTED: u16 = 200;

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Enter {
    /// What is asked.
    pub kind: ClaimKind,
    /// The day on which it came in.
    pub asked_on: Option<NaiveDate>,
    /// Name of who asks.
    pub name: String,
    /// The question, in their words.
    pub words: String,
    /// How it was made sure that they are who they say.
    pub identified: String,
}

/// Writes a request down. `form` is that of the form: sent again with the same words it is one request, which is given.
pub async fn enter(
    services: &Services,
    actor: &Actor,
    form: ClaimId,
    command: Enter,
) -> Result<ClaimId, Failure> {
    let permit = allowed_here(services, actor, Right::HandleClaims).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let asked_on = command.asked_on.filter(|day| *day <= actor.today);
    let mut wrong = Vec::new();
    for (field, text) in [
        ("name", &command.name),
        ("words", &command.words),
        ("identified", &command.identified),
    ] {
        if crate::blank::is_blank(text) {
            wrong.push(field);
        }
    }
    if command.words.chars().count() > LONGEST {
        wrong.push("words-long");
    }
    let Some(asked_on) = asked_on.filter(|_| wrong.is_empty()) else {
        if asked_on.is_none() {
            wrong.push("asked-on");
        }
        return Err(Failure::Invalid(wrong));
    };
    let id = ClaimId(once_per_content(services, form.0, &command));
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::ClaimEntered { kind: command.kind };
    let claim = Claim {
        id,
        municipality: actor.municipality.clone(),
        kind: command.kind,
        asked_on,
        entered_at: now,
        entered_by: by,
        name: command.name.trim().to_owned(),
        words: command.words.trim().to_owned(),
        identified: command.identified.trim().to_owned(),
        extended: None,
        passages: Vec::new(),
        answer: None,
        hold: None,
    };
    let changes = Changes::new(&permit, now, minter, About::Claim(id), event).concerning(in_claim(&claim));
    let changes = changes.write(Write::new_claim(claim));
    match services.store.commit(changes).await.map_err(Failure::from) {
        Ok(_) | Err(Failure::DoneAlready) => Ok(id),
        Err(failure) => Err(failure),
    }
}

/// Requests, those that are due first on top; the answered ones last. Recorded, since they bear names.
pub async fn list(services: &Services, actor: &Actor) -> Result<Vec<Stored<Claim>>, Failure> {
    let permit = allowed_here(services, actor, Right::HandleClaims).await?;
    let claims = services.store.claims(&actor.municipality, LISTED).await?;
    list_shown(services, &permit, ListKind::Claims, claims.len()).await?;
    Ok(claims)
}

/// Reads a request. The read is recorded.
pub async fn read(services: &Services, actor: &Actor, id: ClaimId) -> Result<Stored<Claim>, Failure> {
    let (stored, permit) = find(services, actor, id).await?;
    let concerned = in_claim(&stored.value);
    tell(services, &permit, (About::Claim(id), Event::ClaimRead), concerned).await?;
    Ok(stored)
}

/// Extends the term, with why.
pub async fn extend(services: &Services, actor: &Actor, id: ClaimId, reason: &str) -> Result<(), Failure> {
    let reason = words(reason, ["reason", "reason-long"])?;
    let event = Event::ClaimExtended {
        reason: reason.clone(),
    };
    change(services, actor, id, event, |claim, at, by| {
        let reason = reason.clone();
        Ok(claim.extend(Extended { at, by, reason }, actor.today)?)
    })
    .await
}

/// Releases the answer, which closes the request.
pub async fn answer(services: &Services, actor: &Actor, id: ClaimId, text: &str) -> Result<(), Failure> {
    let text = words(text, ["text", "text-long"])?;
    let (stored, _) = find(services, actor, id).await?;
    let passages = &stored.value.passages;
    let given = passages.iter().filter(|passage| passage.choice == Choice::Give);
    let refused = passages
        .iter()
        .filter(|passage| matches!(passage.choice, Choice::Refuse { .. }));
    let event = Event::ClaimAnswered {
        given: given.count(),
        refused: refused.count(),
    };
    change(services, actor, id, event, |claim, at, by| {
        let text = text.clone();
        Ok(claim.release(Released { at, by, text })?)
    })
    .await
}

/// Changes a request.
async fn change(
    services: &Services,
    actor: &Actor,
    id: ClaimId,
    event: Event,
    how: impl Fn(Claim, crate::id::Timestamp, PersonId) -> Result<Claim, Failure>,
) -> Result<(), Failure> {
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id).await?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let claim = how(stored.value, now, by)?;
        let changes = Changes::new(&permit, now, minter, About::Claim(id), event.clone());
        let changes = changes.concerning(in_claim(&claim));
        Ok((changes.write(Write::save_claim(claim, stored.revision)), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

async fn find(services: &Services, actor: &Actor, id: ClaimId) -> Result<(Stored<Claim>, Permit), Failure> {
    let permit = allowed_here(services, actor, Right::HandleClaims).await?;
    match services.store.claim(&actor.municipality, id).await? {
        Some(stored) => Ok((stored, permit)),
        None => Err(missing(services, actor, Right::HandleClaims).await),
    }
}

/// Records something before it is shown, and whose data it shows.
async fn tell(
    services: &Services,
    permit: &Permit,
    (about, event): (About, Event),
    concerned: impl IntoIterator<Item = DataSubject>,
) -> Result<(), Failure> {
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(permit, now, minter, about, event).concerning(concerned);
    services.store.commit(changes).await?;
    Ok(())
}

/// Words that must be there, and not too many.
fn words(text: &str, [missing, long]: [&'static str; 2]) -> Result<String, Failure> {
    let text = text.trim();
    if crate::blank::is_blank(text) {
        Err(Failure::Invalid(vec![missing]))
    } else if text.chars().count() > LONGEST {
        Err(Failure::Invalid(vec![long]))
    } else {
        Ok(text.to_owned())
    }
}
