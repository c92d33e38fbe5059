// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Planning a meeting and making its agenda of what is ready.

use chrono::NaiveDate;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{BodyId, MeetingId, PersonId, SignalId},
    meeting::{
        Meeting, MeetingRefusal,
        agenda::{Cause, unanswered},
        minutes,
    },
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, SignalLine, Stored},
    processing,
    signal::{Signal, act::Act},
    usecase::{
        Failure, admitted_here, allowed_here, check_length, configuration,
        meeting::brought,
        missing, refused, retried,
        signal::{Once, act, concerns},
        would_permit_here,
    },
};

/// A meeting with what belongs on its page. Signals that the actor may not read are left out, and counted.
#[derive(Clone, Debug)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Stored<Meeting>,
    /// Signals on the agenda that the actor may read, in the order of the agenda.
    pub signals: Vec<Stored<Signal>>,
    /// What was brought to the actor's organisation and can be read now: the signal with its number.
    pub brought: Vec<(SignalId, String)>,
    /// Signals that lie before the body and are not on the agenda yet; for who prepares it.
    pub ready: Vec<SignalLine>,
}

/// A step in preparing or leading a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaStep {
    /// Put everything that is ready on the agenda.
    Fill,
    /// Take a signal off.
    Remove(SignalId),
    /// Move a signal up one place.
    MoveUp(SignalId),
    /// Open the sitting.
    Start,
    /// Keep a signal for a next sitting, with the reason.
    HoldOver(SignalId, String),
    /// Close the sitting.
    Close,
    /// Approve the decision list; the chair does.
    Approve,
}

/// Meetings of a body, newest first.
pub async fn list(
    services: &Services,
    actor: &Actor,
    body: &BodyId,
) -> Result<Vec<Stored<Meeting>>, Failure> {
    let here = Object::Body(&actor.municipality, body);
    if let Err(denied) = policy::permit(actor, Right::ReadMeeting, here) {
        return Err(refused(services, actor, About::Municipality, denied).await);
    }
    Ok(services.store.meetings(&actor.municipality, body, 20).await?)
}

/// The next meetings of the bodies whose agenda the actor may read: one for each body that has one, soonest first.
pub async fn upcoming(services: &Services, actor: &Actor) -> Result<Vec<Stored<Meeting>>, Failure> {
    let configuration = configuration(services, actor)?;
    let mut next = Vec::new();
    for body in &configuration.bodies {
        let object = Object::Body(&actor.municipality, &body.id);
        if !policy::would_permit(actor, Right::ReadMeeting, object) {
            continue;
        }
        let planned = services.store.meetings(&actor.municipality, &body.id, 5).await?;
        let ahead = planned.into_iter().filter(|meeting| {
            let held = !meeting.value.is_closed() && !meeting.value.is_cancelled();
            meeting.value.on >= actor.today && held
        });
        next.extend(ahead.min_by_key(|meeting| meeting.value.on));
    }
    next.sort_by_key(|meeting| meeting.value.on);
    Ok(next)
}

/// Meetings from today on to which the actor is invited as guest, soonest first.
pub async fn as_guest(services: &Services, actor: &Actor) -> Result<Vec<Stored<Meeting>>, Failure> {
    let mut invited = Vec::new();
    if !actor.has(policy::Role::Guest) {
        return Ok(invited);
    }
    for body in &configuration(services, actor)?.bodies {
        for meeting in services.store.meetings(&actor.municipality, &body.id, 5).await? {
            let ids: Vec<SignalId> = meeting.value.agenda.iter().map(|item| item.signal).collect();
            let signals = services.store.signals_by_id(&actor.municipality, &ids).await?;
            if guest_permit(actor, &signals, meeting.value.id).is_some() {
                invited.push(meeting);
            }
        }
    }
    invited.sort_by_key(|meeting| meeting.value.on);
    Ok(invited)
}

/// Plans a meeting, with everything that is ready on its agenda.
pub async fn plan(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    body: &BodyId,
    on: NaiveDate,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::RunMeeting).await?;
    let configuration = configuration(services, actor)?;
    if configuration.body(body).is_none() {
        return Err(Failure::NotFound);
    }
    let meeting = Meeting::planned(id, actor.municipality.clone(), body.clone(), on);
    let ready = ready(services, actor, &configuration, &meeting).await?;
    let meeting = meeting.add(ready)?;
    let event = Event::MeetingPlanned { body: body.clone() };
    let changes = Changes::new(
        &permit,
        services.clock.now(),
        services.minter.as_ref(),
        About::Meeting(id),
        event,
    )
    .write(Write::NewMeeting(Box::new(meeting)));
    services.store.commit(changes).await?;
    Ok(())
}

/// What can be placed on the agenda, in the order in which it is discussed: what is new, what came back, what is overdue, and what
/// few may use at the end. A signal for which the body's entry conditions are not answered is not ready.
async fn ready(
    services: &Services,
    actor: &Actor,
    configuration: &Configuration,
    meeting: &Meeting,
) -> Result<Vec<SignalId>, Failure> {
    let (municipality, body) = (&actor.municipality, &meeting.body);
    let lines = services.store.signals_before(municipality, body).await?;
    let ids: Vec<SignalId> = lines.iter().map(|line| line.id).collect();
    let signals = services.store.signals_by_id(municipality, &ids).await?;
    let Some(asks) = configuration.body(body) else {
        return Ok(Vec::new());
    };
    let mut ready: Vec<(Cause, SignalId)> = signals
        .iter()
        .filter(|signal| unanswered(asks, &signal.value).is_none())
        .map(|signal| (Cause::of(&signal.value, body, actor.today), signal.value.id))
        .collect();
    // What lies there longest stays in front within its cause.
    ready.sort_by_key(|(cause, _)| *cause);
    Ok(ready.into_iter().map(|(_, signal)| signal).collect())
}

/// Reads a meeting: each sees the items that they may read. A guest gets the meeting by way of their invitation. Where the
/// content of one of its signals is shown, `shown` names it: that is a read of the signal, too.
pub async fn read(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    shown: Option<SignalId>,
) -> Result<MeetingView, Failure> {
    let Some(meeting) = services.store.meeting(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::ReadMeeting).await);
    };
    let ids: Vec<SignalId> = meeting.value.agenda.iter().map(|item| item.signal).collect();
    let all = services.store.signals_by_id(&actor.municipality, &ids).await?;
    let may_read = |signal: &Stored<Signal>| {
        policy::would_permit(actor, Right::ReadSignal, Object::Signal(&signal.value))
    };
    let for_us = |signal: &&Stored<Signal>| brought::to(actor, &signal.value, &meeting.value).is_some();
    let brought = all.iter().filter(for_us);
    let brought = brought
        .map(|signal| (signal.value.id, signal.number.clone()))
        .collect();
    let signals: Vec<_> = all.into_iter().filter(may_read).collect();
    let body = Object::Body(&actor.municipality, &meeting.value.body);
    let permit = match policy::permit(actor, Right::ReadMeeting, body) {
        Ok(permit) => permit,
        Err(denied) => match guest_permit(actor, &signals, id) {
            Some(permit) => permit,
            None => return Err(refused(services, actor, About::Meeting(id), denied).await),
        },
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let concerned = signals
        .iter()
        .flat_map(|signal| processing::in_signal(&signal.value));
    let mut changes =
        Changes::new(&permit, now, minter, About::Meeting(id), Event::MeetingRead).concerning(concerned);
    if let Some(shown) = shown.filter(|shown| signals.iter().any(|signal| signal.value.id == *shown)) {
        let event = Event::SignalRead {
            purpose: "meeting".to_owned(),
        };
        changes = changes.and(&permit, now, minter, About::Signal(shown), event);
    }
    services.store.commit(changes).await?;
    let mut ready = Vec::new();
    if would_permit_here(actor, Right::RunMeeting) {
        ready = services
            .store
            .signals_before(&actor.municipality, &meeting.value.body)
            .await?;
        ready.retain(|line| {
            let listed = meeting.value.agenda.iter().any(|item| item.signal == line.id);
            !listed && !concerns(actor, &line.kept_out)
        });
    }
    Ok(MeetingView {
        meeting,
        signals,
        brought,
        ready,
    })
}

/// How a meeting stands, for who sits there: how far it is and who decided, nothing of what. No content, so no read.
pub async fn stand(services: &Services, actor: &Actor, id: MeetingId) -> Result<Stored<Meeting>, Failure> {
    let Some(meeting) = services.store.meeting(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::ReadMeeting).await);
    };
    let body = Object::Body(&actor.municipality, &meeting.value.body);
    match policy::permit(actor, Right::ReadMeeting, body) {
        Ok(_) => Ok(meeting),
        Err(denied) => Err(refused(services, actor, About::Meeting(id), denied).await),
    }
}

/// A guest may open the meeting for which they have an invitation, for their own items.
fn guest_permit(actor: &Actor, readable: &[Stored<Signal>], id: MeetingId) -> Option<Permit> {
    let person = actor.person?;
    let invited = |signal: &&Stored<Signal>| {
        signal
            .value
            .invitations
            .iter()
            .any(|i| i.guest == person && i.meeting == id && i.on >= actor.today)
    };
    let signal = readable.iter().find(invited)?;
    policy::permit(actor, Right::ReadSignal, Object::Signal(&signal.value)).ok()
}

/// Takes a step in preparing or leading a meeting.
pub async fn change(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    step: AgendaStep,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::RunMeeting).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let stored = services
            .store
            .meeting(&actor.municipality, id)
            .await?
            .ok_or(Failure::NotFound)?;
        let mut fill = Vec::new();
        if step == AgendaStep::Fill {
            fill = ready(services, actor, &configuration, &stored.value).await?;
        }
        let body = configuration.body(&stored.value.body);
        if step == AgendaStep::Approve && !body.is_some_and(|body| minutes::chairs(body, actor)) {
            return Err(MeetingRefusal::NotChair.into());
        }
        let now = services.clock.now();
        let (meeting, event) = take(stored.value, step.clone(), fill, now, by)?;
        let changes = Changes::new(&permit, now, services.minter.as_ref(), About::Meeting(id), event)
            .write(Write::SaveMeeting(Box::new(meeting), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn take(
    meeting: Meeting,
    step: AgendaStep,
    ready: Vec<SignalId>,
    now: crate::id::Timestamp,
    by: PersonId,
) -> Result<(Meeting, Event), Failure> {
    let changed = |meeting: Meeting| {
        let items = meeting.agenda.len();
        (meeting, Event::AgendaChanged { items })
    };
    Ok(match step {
        AgendaStep::Fill => changed(meeting.add(ready)?),
        AgendaStep::Remove(signal) => changed(meeting.remove(signal)?),
        AgendaStep::MoveUp(signal) => changed(meeting.move_up(signal)?),
        AgendaStep::Start => (meeting.start(now, by)?, Event::MeetingStarted),
        AgendaStep::HoldOver(signal, reason) => {
            check_length("reason-long", &reason)?;
            (
                meeting.hold_over(signal, reason, now)?,
                Event::ItemHeldOver { signal },
            )
        }
        AgendaStep::Close => (meeting.close(now, by)?, Event::MeetingClosed),
        AgendaStep::Approve => (meeting.approve(now, by)?, Event::MinutesApproved),
    })
}

/// Invites a guest for one item of a meeting, with the reason.
pub async fn invite(
    services: &Services,
    actor: &Actor,
    meeting: MeetingId,
    signal: SignalId,
    guest: PersonId,
    reason: String,
) -> Result<(), Failure> {
    admitted_here(services, actor, Right::RunMeeting).await?;
    let stored = services
        .store
        .meeting(&actor.municipality, meeting)
        .await?
        .ok_or(Failure::NotFound)?;
    stored.value.item(signal)?;
    let person = services
        .store
        .person(&actor.municipality, guest)
        .await?
        .ok_or(Failure::NotFound)?;
    if !person
        .value
        .actor(services.clock.now(), "")
        .has(policy::Role::Guest)
    {
        return Err(Failure::Invalid(vec!["guest"]));
    }
    let on = stored.value.on;
    act(
        services,
        actor,
        signal,
        Once::default(),
        Act::Invite {
            guest,
            meeting,
            on,
            reason,
        },
    )
    .await
    .map(|_| ())
}
