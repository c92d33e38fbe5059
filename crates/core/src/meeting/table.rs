// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is at the table: members valid on the day, who stands in for whom, and whether there are enough to decide.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingRefusal};
use crate::{
    configuration::body::{Body, Seat},
    id::{BodyId, PartnerId, PersonId, Timestamp},
    people::Person,
    policy::role::{Grant, Role},
    ports::Stored,
};

/// That somebody stands in for a member at one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Substitute {
    /// Who comes.
    pub person: PersonId,
    /// In whose place.
    pub instead_of: PersonId,
    /// When that was said.
    pub at: Timestamp,
    /// Who said it.
    pub by: PersonId,
}

/// Somebody who may sit at the table on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Name as people know it.
    pub name: String,
    /// The organisation for which they sit; none for the municipality.
    pub partner: Option<PartnerId>,
    /// The seats that they can take.
    pub seats: Vec<String>,
}

impl Seat {
    /// Whether a role that somebody holds takes this seat of a body.
    pub fn is_taken_by(&self, grant: &Grant, body: &BodyId) -> bool {
        let member = grant.role == Role::BodyMember && grant.body.as_ref() == Some(body);
        match (&self.partner, self.role) {
            (Some(partner), _) => member && grant.partner.as_ref() == Some(partner),
            (None, Some(Role::BodyMember)) => member && grant.partner.is_none(),
            (None, Some(role)) => grant.role == role,
            (None, None) => false,
        }
    }
}

/// The members of a body on a day, by name.
pub fn members(body: &Body, people: &[Stored<Person>], on: NaiveDate) -> Vec<Member> {
    let mut members: Vec<Member> = people
        .iter()
        .map(|stored| &stored.value)
        .filter(|person| person.is_active())
        .filter_map(|person| member(body, person, on))
        .collect();
    members.sort_by(|a, b| a.name.cmp(&b.name));
    members
}

fn member(body: &Body, person: &Person, on: NaiveDate) -> Option<Member> {
    let held: Vec<&Grant> = person.grants.iter().filter(|grant| grant.holds_on(on)).collect();
    let taken = |seat: &&Seat| held.iter().any(|grant| seat.is_taken_by(grant, &body.id));
    let seats: Vec<String> = body
        .seats
        .iter()
        .filter(taken)
        .map(|seat| seat.id.clone())
        .collect();
    let sits = |grant: &&&Grant| grant.role == Role::BodyMember && grant.body.as_ref() == Some(&body.id);
    let seat = held.iter().find(sits);
    // Somebody with a seat of their own that the configuration does not name sits there all the same.
    if seats.is_empty() && seat.is_none() {
        return None;
    }
    Some(Member {
        person: person.id,
        name: person.name.clone(),
        partner: seat.and_then(|grant| grant.partner.clone()),
        seats,
    })
}

impl Meeting {
    /// Writes down who is there; only members can be.
    pub fn attended_by(
        mut self,
        present: BTreeSet<PersonId>,
        members: &[Member],
    ) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        let sits = |person: &PersonId| members.iter().any(|member| member.person == *person);
        if !present.iter().all(sits) {
            return Err(MeetingRefusal::NoSeat);
        }
        self.present = present.into_iter().collect();
        Ok(self)
    }

    /// Writes down that somebody comes in the place of a member. Each has one substitute; a newer one counts.
    pub fn substituted(mut self, substitute: Substitute, members: &[Member]) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        let sits = |person: PersonId| members.iter().any(|member| member.person == person);
        if !sits(substitute.instead_of) || substitute.person == substitute.instead_of {
            return Err(MeetingRefusal::NoSeat);
        }
        self.substitutes
            .retain(|before| before.instead_of != substitute.instead_of);
        self.substitutes.push(substitute);
        Ok(self)
    }

    /// Refuses to decide where the body asks for more members than are there.
    pub fn enough(&self, body: &Body) -> Result<(), MeetingRefusal> {
        match body.quorum {
            Some(needed) if self.present.len() < usize::from(needed) => Err(MeetingRefusal::TooFew {
                present: self.present.len(),
                needed: needed.into(),
            }),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether somebody is at the table.
    pub fn is_present(&self, person: PersonId) -> bool {
        self.present.contains(&person)
    }
}
