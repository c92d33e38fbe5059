// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is brought to partners at a sitting: released by a person, read at the table, answered there.

use std::collections::BTreeSet;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MeetingId, PartyId, SignalId},
    meeting::{Meeting, MeetingRefusal},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    sharing::{
        mark::ItemRef,
        pack::{Pack, Release},
        terms::Conditions,
    },
    signal::{
        Signal,
        act::{Act, ActKind, Hand},
        brought::{NewReply, Reply},
    },
    usecase::{
        Failure, admitted_here, configuration, missing, refused, retried,
        signal::{Once, act, journaled, permitted},
    },
};

/// What was brought to a partner, as it reads it.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Number of the signal.
    pub number: String,
    /// What it gets.
    pub pack: Pack,
    /// What it said to it.
    pub reply: Option<Reply>,
}

/// What the actor may read at the table now.
pub(super) fn to<'s>(actor: &Actor, signal: &'s Signal, meeting: &Meeting) -> Option<&'s Pack> {
    let readable = |pack: &&Pack| {
        policy::would_permit(actor, Right::ReadBrought, Object::Brought(signal, pack, meeting))
    };
    signal.brought(meeting.id).into_iter().find(readable)
}

/// Brings chosen items of a signal to a partner that has a seat at the table. It lapses with the day of the sitting.
pub async fn bring(
    services: &Services,
    actor: &Actor,
    (meeting, signal): (MeetingId, SignalId),
    once: Once,
    (to, items, conditions): (PartyId, BTreeSet<ItemRef>, Conditions),
) -> Result<(), Failure> {
    admitted_here(services, actor, Right::RunMeeting).await?;
    let configuration = configuration(services, actor)?;
    let stored = services.store.meeting(&actor.municipality, meeting).await?;
    let meeting = stored.ok_or(Failure::NotFound)?.value;
    meeting.item(signal)?;
    let seats = configuration
        .body(&meeting.body)
        .map_or(&[][..], |body| &body.seats);
    let sits = seats
        .iter()
        .filter_map(|seat| seat.partner.as_ref())
        .any(|partner| partner.as_str() == to.as_str());
    if !sits {
        return Err(MeetingRefusal::NoSeat.into());
    }
    if meeting.is_closed() || meeting.is_cancelled() {
        return Err(MeetingRefusal::NotOpen.into());
    }
    let release = Act::Release(Box::new(Release {
        to,
        items,
        conditions,
        expires_on: meeting.on,
        head: None,
        meeting: Some(meeting.id),
    }));
    act(services, actor, signal, once, release).await.map(|_| ())
}

/// Reads at the table what was brought to one's organisation. Recorded.
pub async fn read_brought(
    services: &Services,
    actor: &Actor,
    meeting: MeetingId,
    signal: SignalId,
) -> Result<Brought, Failure> {
    let (sitting, stored) = found(services, actor, meeting, signal).await?;
    let Some(pack) = to(actor, &stored.value, &sitting) else {
        return Err(missing(services, actor, Right::ReadBrought).await);
    };
    let object = Object::Brought(&stored.value, pack, &sitting);
    let about = About::Signal(signal);
    let permit = match policy::permit(actor, Right::ReadBrought, object) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, about, denied).await),
    };
    let event = Event::BroughtRead {
        pack: pack.id,
        to: pack.to.clone(),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, about, event);
    services.store.commit(changes).await?;
    Ok(Brought {
        number: stored.number.clone(),
        pack: pack.clone(),
        reply: stored.value.reply_to(pack.id).cloned(),
    })
}

/// Writes down what a partner says to it: the partner itself at the table, or who works on the signal in their name.
pub async fn reply(
    services: &Services,
    actor: &Actor,
    (meeting, signal): (MeetingId, SignalId),
    once: Once,
    reply: NewReply,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let act = Act::Reply(Box::new(reply.clone()));
    let attempt = async || {
        let (sitting, stored) = found(services, actor, meeting, signal).await?;
        let asked = may_reply(actor, &stored.value, &sitting, &reply);
        let permit = match asked.or_else(|_| permitted(actor, &stored.value, &configuration, &ActKind::Reply))
        {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, About::Signal(signal), denied).await),
        };
        let hand = Hand {
            configuration: &configuration,
            now: services.clock.now(),
            by,
            minter: services.minter.as_ref(),
        };
        let before = stored.value;
        let after = before.clone().apply(act.clone(), &hand)?;
        let changes = journaled(&permit, &hand, (&before, &after, &act))
            .ok_or(Failure::DoneAlready)?
            .once(once.form)
            .write(Write::save_signal(after, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn may_reply(
    actor: &Actor,
    signal: &Signal,
    sitting: &Meeting,
    reply: &NewReply,
) -> Result<Permit, policy::Denied> {
    let mut packs = signal.brought(sitting.id).into_iter();
    let pack = packs
        .find(|pack| pack.id == reply.pack)
        .ok_or(policy::Denied(Right::AnswerBrought))?;
    policy::permit(
        actor,
        Right::AnswerBrought,
        Object::Brought(signal, pack, sitting),
    )
}

async fn found(
    services: &Services,
    actor: &Actor,
    meeting: MeetingId,
    signal: SignalId,
) -> Result<(Meeting, Stored<Signal>), Failure> {
    let (sitting, stored) = (
        services.store.meeting(&actor.municipality, meeting).await?,
        services.store.signal(&actor.municipality, signal).await?,
    );
    match (sitting, stored) {
        (Some(sitting), Some(stored)) if sitting.value.item(signal).is_ok() => Ok((sitting.value, stored)),
        _ => Err(missing(services, actor, Right::ReadBrought).await),
    }
}
