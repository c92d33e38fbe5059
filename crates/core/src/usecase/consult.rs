// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking the contact officer for advice, and giving it.

use crate::{
    audit::{About, Event, ListKind},
    change::{Changes, Write},
    consult::Consult,
    id::{ConsultId, EntryId},
    policy::{Actor, Object, Permit, Right, permit},
    ports::{Services, Stored},
    usecase::{
        Failure, allowed_here, configuration, list_shown, missing, once_per_content, refused, retried,
    },
};

/// A question or an answer is at most so many characters long.
const LONGEST: usize = 10_000;
/// How many consults a list shows.
const LISTED: u16 = 50;

/// Asks for advice. `form` is that of the form: sent twice with the same words it is one question, which is given.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    form: ConsultId,
    question: String,
) -> Result<ConsultId, Failure> {
    let permit = allowed_here(services, actor, Right::AskAdvice).await?;
    let asker = actor.person.ok_or(Failure::NotFound)?;
    check_text(&question)?;
    let id = ConsultId(once_per_content(services, form.0, &question));
    let configuration = configuration(services, actor)?;
    let now = services.clock.now();
    let consult = Consult {
        id,
        municipality: actor.municipality.clone(),
        asker,
        asked_at: now,
        question,
        said: Vec::new(),
        seen: 0,
        closed: None,
        hold: None,
    };
    let minter = services.minter.as_ref();
    let changes = Changes::new(&permit, now, minter, About::Consult(id), Event::AdviceAsked)
        .write(Write::new_consult(consult, &configuration));
    match services.store.commit(changes).await {
        Ok(_) => Ok(id),
        Err(error) => asked_before(services, actor, id, error.into()).await,
    }
}

/// The same form sent a second time by the same person asks nothing new.
async fn asked_before(
    services: &Services,
    actor: &Actor,
    id: ConsultId,
    failure: Failure,
) -> Result<ConsultId, Failure> {
    let stored = services.store.consult(&actor.municipality, id).await?;
    match stored {
        Some(stored) if failure == Failure::DoneAlready && Some(stored.value.asker) == actor.person => Ok(id),
        _ => Err(failure),
    }
}

/// The actor's own questions, newest first.
pub async fn own(services: &Services, actor: &Actor) -> Result<Vec<Stored<Consult>>, Failure> {
    let permit = allowed_here(services, actor, Right::AskAdvice).await?;
    let Some(person) = actor.person else {
        return Ok(Vec::new());
    };
    let store = &services.store;
    let own = store.consults_of(&actor.municipality, person, LISTED).await?;
    list_shown(services, &permit, ListKind::Advice, own.len()).await?;
    Ok(own)
}

/// Questions that are open, oldest first. Only those who give advice see them.
pub async fn open(services: &Services, actor: &Actor) -> Result<Vec<Stored<Consult>>, Failure> {
    let permit = allowed_here(services, actor, Right::GiveAdvice).await?;
    let open = services.store.open_consults(&actor.municipality, LISTED).await?;
    list_shown(services, &permit, ListKind::Advice, open.len()).await?;
    Ok(open)
}

/// Reads a question with its answers. The read is recorded; what its asker opens is no news to them any more.
pub async fn read(services: &Services, actor: &Actor, id: ConsultId) -> Result<Stored<Consult>, Failure> {
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id).await?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let mut changes = Changes::new(&permit, now, minter, About::Consult(id), Event::AdviceRead);
        let consult = &stored.value;
        if actor.person == Some(consult.asker) && consult.has_news() {
            let opened = consult.clone().open();
            changes = changes.write(Write::save_consult(opened, stored.revision, &configuration));
        }
        Ok((changes, stored))
    };
    retried(services, attempt).await.map(|(_, stored)| stored)
}

/// Says something: an answer, or what the asker says to it. `form` is that of the form: sent twice with the same text it is
/// said once.
pub async fn say(
    services: &Services,
    actor: &Actor,
    id: ConsultId,
    form: EntryId,
    text: String,
) -> Result<(), Failure> {
    check_text(&text)?;
    let form = EntryId(once_per_content(services, form.0, &text));
    change(
        services,
        actor,
        id,
        Some(form),
        Event::AdviceSaid,
        |consult, at, by| consult.say(text.clone(), at, by),
    )
    .await
}

/// Closes a question: nothing more is asked.
pub async fn close(services: &Services, actor: &Actor, id: ConsultId) -> Result<(), Failure> {
    change(services, actor, id, None, Event::AdviceClosed, Consult::close).await
}

async fn change(
    services: &Services,
    actor: &Actor,
    id: ConsultId,
    form: Option<EntryId>,
    event: Event,
    how: impl Fn(Consult, crate::id::Timestamp, crate::id::PersonId) -> Consult,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id).await?;
        let at = services.clock.now();
        let about = About::Consult(id);
        let changes = Changes::new(&permit, at, services.minter.as_ref(), about, event.clone());
        let consult = how(stored.value, at, by);
        let write = Write::save_consult(consult, stored.revision, &configuration);
        Ok((changes.once(form.map(|form| form.0)).write(write), ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The question, for its asker and for who gives advice.
async fn find(
    services: &Services,
    actor: &Actor,
    id: ConsultId,
) -> Result<(Stored<Consult>, Permit), Failure> {
    let Some(stored) = services.store.consult(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::GiveAdvice).await);
    };
    let object = Object::Consult(&stored.value);
    match permit(actor, Right::GiveAdvice, object) {
        Ok(permit) => Ok((stored, permit)),
        Err(denied) => Err(refused(services, actor, About::Consult(id), denied).await),
    }
}

fn check_text(text: &str) -> Result<(), Failure> {
    if crate::blank::is_blank(text) || text.chars().count() > LONGEST {
        Err(Failure::Invalid(vec!["text"]))
    } else {
        Ok(())
    }
}
