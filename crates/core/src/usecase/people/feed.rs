// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The days of somebody's meetings for their own calendar: the name of the body and the day, nothing of what lies before it. Read by a
//! calendar program with a secret address, which its owner can withdraw.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MunicipalityId, PersonId},
    meeting::Meeting,
    people::Person,
    policy::{self, Actor, Object, Right},
    ports::Services,
    usecase::{Failure, allowed_here, configuration, meeting, retried},
};

/// Makes a new secret address, and with that withdraws the one of before; or only withdraws it. Gives the token of the new one; it is shown
/// once.
pub async fn set_feed(services: &Services, actor: &Actor, wanted: bool) -> Result<Option<String>, Failure> {
    let id = actor.person.ok_or(Failure::NotFound)?;
    let permit = allowed_here(services, actor, Right::OwnAccount).await?;
    let made = if wanted {
        Some(services.secrets.new_token()?)
    } else {
        None
    };
    let (token, hash) = made.map(|(token, hash)| (token, hash.to_vec())).unzip();
    let event = if wanted {
        Event::FeedMade
    } else {
        Event::FeedWithdrawn
    };
    let attempt = async || {
        let stored = services.store.person(&actor.municipality, id).await?;
        let stored = stored.ok_or(Failure::NotFound)?;
        let person = Person {
            feed: hash.clone(),
            ..stored.value
        };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Person(id), event.clone())
            .write(Write::SavePerson(Box::new(person), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await?;
    Ok(token)
}

/// The meetings of whoever has this secret address, as their roles are today. A wrong, a withdrawn and an unknown one look the same.
pub async fn feed(
    services: &Services,
    municipality: &MunicipalityId,
    person: PersonId,
    token: &str,
) -> Result<Vec<Meeting>, Failure> {
    let hash = services.secrets.hash_token(token);
    services
        .configurations
        .of(municipality)
        .ok_or(Failure::NotFound)?;
    let found = services.store.person(municipality, person).await?;
    let person = found
        .map(|stored| stored.value)
        .filter(|person| person.is_active() && person.feed.as_deref() == Some(&hash[..]))
        .ok_or(Failure::NotFound)?;
    let actor = person.actor(services.clock.now(), "calendar");
    let mut meetings = Vec::new();
    for body in &configuration(services, &actor)?.bodies {
        if policy::would_permit(&actor, Right::ReadMeeting, Object::Body(municipality, &body.id)) {
            meetings.extend(meeting::list(services, &actor, &body.id).await?);
        }
    }
    meetings.extend(meeting::as_guest(services, &actor).await?);
    let mut meetings: Vec<Meeting> = meetings.into_iter().map(|stored| stored.value).collect();
    meetings.sort_by_key(|meeting| (meeting.on, meeting.id));
    meetings.dedup_by_key(|meeting| meeting.id);
    Ok(meetings)
}
