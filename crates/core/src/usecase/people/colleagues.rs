// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is there: names for pages, and the people who can be chosen for a task, as owner or as guest.

use std::collections::BTreeSet;

use crate::{
    id::PersonId,
    people::Access,
    policy::{Actor, Right, Role},
    ports::Services,
    signal::{
        act::{Act, Refusal},
        strand::StrandStep,
    },
    usecase::{Failure, admitted_here},
};

/// Somebody of the municipality: a name and what they do, nothing of their account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Identifier.
    pub id: PersonId,
    /// Name as people know it.
    pub name: String,
    /// Roles that they hold today.
    pub roles: BTreeSet<Role>,
    /// Whether they sit somewhere for another organisation.
    pub of_partner: bool,
    /// Whether the account is in use, or waits to be set up. Others are named but can't be chosen.
    pub active: bool,
}

impl Colleague {
    /// Whether a task, an inspection or a measure can be given to them.
    pub fn takes_tasks(&self) -> bool {
        const DOERS: [Role; 6] = [
            Role::Coordinator,
            Role::ContactOfficer,
            Role::Enricher,
            Role::BodyMember,
            Role::EnforcementOfficer,
            Role::CareCoordinator,
        ];
        self.active && !self.of_partner && DOERS.iter().any(|role| self.roles.contains(role))
    }

    /// Whether they can own a signal: who owns one must be able to move it.
    pub fn owns_signals(&self) -> bool {
        self.active && (self.roles.contains(&Role::Coordinator) || self.roles.contains(&Role::ContactOfficer))
    }

    /// Whether they can be invited to an item of a meeting.
    pub fn is_guest(&self) -> bool {
        self.active && self.roles.contains(&Role::Guest)
    }
}

/// Everybody of the actor's municipality, by name. For who works there; a page shows the names that belong to what the actor may read.
pub async fn colleagues(services: &Services, actor: &Actor) -> Result<Vec<Colleague>, Failure> {
    admitted_here(services, actor, Right::OwnAccount).await?;
    let now = services.clock.now();
    let people = services.store.people(&actor.municipality).await?;
    let mut colleagues: Vec<Colleague> = people
        .into_iter()
        .map(|stored| {
            let person = stored.value;
            let grants = person.actor(now, "").grants;
            Colleague {
                id: person.id,
                roles: grants.iter().map(|grant| grant.role).collect(),
                of_partner: grants.iter().any(|grant| grant.partner.is_some()),
                active: !matches!(person.access, Access::Disabled),
                name: person.name,
            }
        })
        .collect();
    colleagues.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(colleagues)
}

/// Refuses an act that gives a signal or a task to somebody who is not there, or who could do nothing with it: what they held
/// would be lost from sight.
pub(crate) async fn check_chosen(services: &Services, actor: &Actor, act: &Act) -> Result<(), Failure> {
    let (owner, assignees): (Option<PersonId>, Vec<PersonId>) = match act {
        Act::Assign { owner } => (Some(*owner), Vec::new()),
        Act::Decide { strands, .. } => {
            let assignees = strands.iter().filter_map(|strand| strand.kind.assignee());
            (None, assignees.collect())
        }
        Act::StepStrand { step, .. } => match step {
            StrandStep::Plan(plan) => (None, plan.team.clone()),
            StrandStep::FollowUp { assignee, .. } => (None, vec![*assignee]),
            _ => return Ok(()),
        },
        Act::Recuse { person, .. } => {
            let people = colleagues(services, actor).await?;
            return if people.iter().any(|known| known.id == *person) {
                Ok(())
            } else {
                Err(Refusal::Missing("person").into())
            };
        }
        _ => return Ok(()),
    };
    if owner.is_none() && assignees.is_empty() {
        return Ok(());
    }
    let people = colleagues(services, actor).await?;
    let known = |id: PersonId, may: fn(&Colleague) -> bool| {
        people.iter().any(|person| person.id == id && may(person))
    };
    if owner.is_some_and(|owner| !known(owner, Colleague::owns_signals)) {
        return Err(Refusal::Missing("owner").into());
    }
    if !assignees
        .into_iter()
        .all(|assignee| known(assignee, Colleague::takes_tasks))
    {
        return Err(Refusal::Missing("assignee").into());
    }
    Ok(())
}
