// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Moving and cancelling a sitting. The invitations of its guests move and end with it.

use chrono::NaiveDate;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MeetingId, PersonId, SignalId, Timestamp},
    meeting::{Meeting, MeetingRefusal},
    policy::{Actor, Right},
    ports::Services,
    usecase::{Failure, allowed_here, check_length, configuration, retried},
};

/// What becomes of the day of a sitting.
enum Turn<'r> {
    Moves(NaiveDate, &'r str),
    Ends(&'r str),
    Returns,
}

/// Moves a sitting to another day.
pub async fn move_to(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    on: NaiveDate,
    reason: &str,
) -> Result<(), Failure> {
    check_length("reason-long", reason)?;
    turn(services, actor, id, &Turn::Moves(on, reason)).await
}

/// Says that a sitting is not held.
pub async fn cancel(services: &Services, actor: &Actor, id: MeetingId, reason: &str) -> Result<(), Failure> {
    check_length("reason-long", reason)?;
    turn(services, actor, id, &Turn::Ends(reason)).await
}

/// Holds a sitting after all.
pub async fn reinstate(services: &Services, actor: &Actor, id: MeetingId) -> Result<(), Failure> {
    turn(services, actor, id, &Turn::Returns).await
}

async fn turn(services: &Services, actor: &Actor, id: MeetingId, turn: &Turn<'_>) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::RunMeeting).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let stored = services.store.meeting(&actor.municipality, id).await?;
        let stored = stored.ok_or(Failure::NotFound)?;
        let agenda: Vec<SignalId> = stored.value.agenda.iter().map(|item| item.signal).collect();
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let (meeting, event, invited) = taken(stored.value, turn, now, by)?;
        let mut changes = Changes::new(&permit, now, minter, About::Meeting(id), event)
            .write(Write::SaveMeeting(Box::new(meeting), stored.revision));
        if let Some(on) = invited {
            for signal in services.store.signals_by_id(&actor.municipality, &agenda).await? {
                let about = About::Signal(signal.value.id);
                if let Some(after) = signal.value.rescheduled(id, on) {
                    let event = Event::InvitationsMoved { meeting: id, on };
                    changes = changes
                        .and(&permit, now, minter, about, event)
                        .write(Write::save_signal(after, signal.revision, &configuration));
                }
            }
        }
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The day on which guests may come, where that changes; none where they need not come any more.
type Invited = Option<Option<NaiveDate>>;

fn taken(
    meeting: Meeting,
    turn: &Turn<'_>,
    now: Timestamp,
    by: PersonId,
) -> Result<(Meeting, Event, Invited), MeetingRefusal> {
    Ok(match *turn {
        Turn::Moves(on, reason) => {
            let event = Event::MeetingMoved {
                from: meeting.on,
                to: on,
                reason: reason.to_owned(),
            };
            (
                meeting.move_to(on, reason.to_owned(), now, by)?,
                event,
                Some(Some(on)),
            )
        }
        Turn::Ends(reason) => {
            let event = Event::MeetingCancelled {
                reason: reason.to_owned(),
            };
            (meeting.cancel(reason.to_owned(), now, by)?, event, Some(None))
        }
        Turn::Returns => (meeting.reinstate()?, Event::MeetingReinstated, None),
    })
}
