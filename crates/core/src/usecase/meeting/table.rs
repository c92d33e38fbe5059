// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is at the table, and who comes in the place of a member.

use std::collections::BTreeSet;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MeetingId, PersonId},
    meeting::{
        Meeting, MeetingRefusal,
        table::{Member, Substitute, members},
    },
    people::Person,
    policy::{self, Actor, Grant, Object, Right, Role},
    ports::{Services, Stored},
    usecase::{Failure, allowed_here, configuration, missing, refused, retried},
};

/// Who may be at the table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Members on the day of the sitting.
    pub members: Vec<Member>,
    /// Who can come in the place of a member of the municipality: everybody with an account who acts for nobody else.
    pub others: Vec<(PersonId, String)>,
}

/// Who may be at the table of a sitting. Names and seats, nothing of what is discussed.
pub async fn table(services: &Services, actor: &Actor, meeting: &Meeting) -> Result<Table, Failure> {
    let body = Object::Body(&actor.municipality, &meeting.body);
    if let Err(denied) = policy::permit(actor, Right::ReadMeeting, body) {
        return Err(refused(services, actor, About::Meeting(meeting.id), denied).await);
    }
    let people = services.store.people(&actor.municipality).await?;
    let configuration = configuration(services, actor)?;
    let Some(body) = configuration.body(&meeting.body) else {
        return Ok(Table::default());
    };
    let members = members(body, &people, meeting.on);
    let is_member = |person: &Person| members.iter().any(|member| member.person == person.id);
    let others = people
        .iter()
        .map(|person| &person.value)
        .filter(|person| person.is_active() && !is_member(person) && may_stand_in(person))
        .map(|person| (person.id, person.name.clone()))
        .collect();
    Ok(Table { members, others })
}

/// Whoever acts for another organisation, or sees accounts or figures only, gets no seat of the municipality.
fn may_stand_in(person: &Person) -> bool {
    let apart = |grant: &Grant| {
        let role = matches!(
            grant.role,
            Role::ChainPartner | Role::Guest | Role::Administrator | Role::Board | Role::RegionalAnalyst
        );
        role || grant.partner.is_some()
    };
    !person.grants.iter().any(apart)
}

/// Writes down who is there.
pub async fn attend(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    present: BTreeSet<PersonId>,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::RunMeeting).await?;
    let attempt = async || {
        let stored = found(services, actor, id).await?;
        let table = table(services, actor, &stored.value).await?;
        let meeting = stored.value.attended_by(present.clone(), &table.members)?;
        let event = Event::AttendanceNoted {
            present: meeting.present.len(),
        };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Meeting(id), event)
            .write(Write::SaveMeeting(Box::new(meeting), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Names somebody who comes in the place of a member of the municipality. They get the seat until the day of the sitting is over.
pub async fn substitute(
    services: &Services,
    actor: &Actor,
    id: MeetingId,
    instead_of: PersonId,
    person: PersonId,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::RunMeeting).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let stored = found(services, actor, id).await?;
        let table = table(services, actor, &stored.value).await?;
        let own = |member: &Member| member.person == instead_of && member.partner.is_none();
        let may = table.others.iter().any(|(other, _)| *other == person);
        if !may || !table.members.iter().any(own) {
            return Err(MeetingRefusal::NoSeat.into());
        }
        let someone = services.store.person(&actor.municipality, person).await?;
        let someone = someone.ok_or(Failure::NotFound)?;
        let at = services.clock.now();
        let seat = Grant {
            body: Some(stored.value.body.clone()),
            from: Some(actor.today),
            until: Some(stored.value.on),
            ..Grant::of(Role::BodyMember)
        };
        let substitute = Substitute {
            person,
            instead_of,
            at,
            by,
        };
        let meeting = stored.value.substituted(substitute, &table.members)?;
        let mut seated = someone.value;
        seated.grants.push(seat);
        let event = Event::SubstituteNamed { person, instead_of };
        let minter = services.minter.as_ref();
        let changes = Changes::new(&permit, at, minter, About::Meeting(id), event)
            .and(&permit, at, minter, About::Person(person), Event::RolesChanged)
            .write(Write::SaveMeeting(Box::new(meeting), stored.revision))
            .write(Write::SavePerson(Box::new(seated), someone.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

async fn found(services: &Services, actor: &Actor, id: MeetingId) -> Result<Stored<Meeting>, Failure> {
    match services.store.meeting(&actor.municipality, id).await? {
        Some(stored) => Ok(stored),
        None => Err(missing(services, actor, Right::ReadMeeting).await),
    }
}
