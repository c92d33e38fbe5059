// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan: taking its actions in, reading how they stand, and writing down what was done. It holds no personal data, so reading it leaves no entry.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Revision, Write},
    configuration::{Configuration, plan::PlanRules, text::Language},
    id::{EntryId, MunicipalityId, PlanId},
    plan::{
        Action, Done, Plan,
        import::{NoColumn, Sorted, sort},
    },
    policy::{Actor, Permit, Right},
    ports::{Services, Table},
    usecase::{Failure, admitted_here, allowed_here, configuration, once_per_content, retried},
};

/// Evidence and names are at most so many characters long.
const LONGEST: usize = 1_000;

/// Why a plan was not taken in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    /// The municipality has no plan in its configuration.
    #[error("plan.toml of this municipality says nothing of a plan")]
    NoRules,
    /// A column is missing.
    #[error(transparent)]
    Column(#[from] NoColumn),
    /// Rows are wrong, so that nothing was taken in.
    #[error("nothing was taken in: some rows are wrong")]
    Wrong(Box<Sorted>),
    /// As elsewhere.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// The plan as it stands.
#[derive(Debug)]
pub struct PlanView {
    /// Its actions.
    pub plan: Plan,
    /// The configuration that names its head and its pillars.
    pub configuration: Arc<Configuration>,
    /// The day.
    pub today: NaiveDate,
}

impl PlanView {
    /// What the configuration says of the plan. A view is only made where it says something.
    pub fn rules(&self) -> Result<&PlanRules, Failure> {
        self.configuration.plan.as_ref().ok_or(Failure::NotFound)
    }
}

/// Reads it.
pub async fn read(services: &Services, actor: &Actor) -> Result<PlanView, Failure> {
    admitted_here(services, actor, Right::ReadPlan).await?;
    let configuration = configuration(services, actor)?;
    let (plan, _) = plan(services, &actor.municipality, &configuration).await?;
    Ok(PlanView {
        plan,
        configuration,
        today: dutch_date(services.clock.now()),
    })
}

/// Says what would become of each row of a table. Nothing is stored.
pub async fn look(services: &Services, actor: &Actor, table: &Table) -> Result<Sorted, PlanProblem> {
    admitted_here(services, actor, Right::KeepPlan).await?;
    let configuration = configuration(services, actor)?;
    let rules = configuration.plan.as_ref().ok_or(PlanProblem::NoRules)?;
    let (plan, _) = plan(services, &actor.municipality, &configuration).await?;
    Ok(sort(table, rules, &plan)?)
}

/// Takes a table in, the whole of it or nothing. Actions that do not stand in it stay.
pub async fn take_in(services: &Services, actor: &Actor, table: &Table) -> Result<Sorted, PlanProblem> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    let sorted = look(services, actor, table).await?;
    if sorted.is_wrong() {
        return Err(PlanProblem::Wrong(Box::new(sorted)));
    }
    let attempt = async || {
        changed(services, &permit, None, |plan, rules| {
            let sorted = sort(table, rules, plan).or(Err(Failure::Invalid(vec!["table"])))?;
            if sorted.is_wrong() {
                return Err(Failure::Invalid(vec!["table"]));
            }
            *plan = sorted.plan;
            Ok(Event::PlanTakenIn {
                actions: table.rows.len(),
            })
        })
        .await
    };
    match retried(services, attempt).await {
        // Somebody else took in the very first actions in the same moment.
        Err(Failure::DoneAlready) => retried(services, attempt).await?,
        other => other?,
    };
    Ok(sorted)
}

/// What somebody says was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The number of the action.
    pub action: u16,
    /// For which time: the day on which it was due.
    pub due: NaiveDate,
    /// On which day it was done.
    pub on: NaiveDate,
    /// What proves it, in words. May be empty where a record is named.
    pub evidence: String,
    /// The record that proves it.
    pub record: Option<u32>,
}

/// Writes down that an action was done. `form` is that of the form: sent twice it counts once.
pub async fn mark_done(
    services: &Services,
    actor: &Actor,
    form: EntryId,
    given: &Given,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    let name = name_of(services, actor).await?;
    let now = services.clock.now();
    let mut wrong = Vec::new();
    let says_nothing = given.evidence.trim().is_empty() && given.record.is_none();
    if says_nothing || given.evidence.chars().count() > LONGEST {
        wrong.push("evidence");
    }
    if given.on > dutch_date(now) {
        wrong.push("on");
    }
    if !wrong.is_empty() {
        return Err(Failure::Invalid(wrong));
    }
    let form = once_per_content(services, form.0, given);
    let attempt = async || {
        changed(services, &permit, Some(form), |plan, rules| {
            let evidence = evidence(plan, rules, given)?;
            let action = of(plan, given.action)?;
            let mut times = action.occurrences(&rules.head).into_iter();
            if !times.any(|it| it.due == given.due) {
                return Err(Failure::NotFound);
            }
            action.done.push(Done {
                due: given.due,
                on: given.on,
                evidence,
                record: given.record,
                by: actor.person,
                name: name.clone(),
                at: now,
            });
            Ok(Event::ActionDone { action: given.action })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

/// The words that somebody wrote, or else those of the record.
fn evidence(plan: &Plan, rules: &PlanRules, given: &Given) -> Result<String, Failure> {
    let Some(number) = given.record else {
        return Ok(given.evidence.trim().to_owned());
    };
    let content = &plan.record(number).ok_or(Failure::NotFound)?.content;
    let kind = rules.record(&content.kind).ok_or(Failure::NotFound)?;
    let words = content.words(kind, Language::Nl);
    Ok(format!("{words} {}", given.evidence.trim()).trim().to_owned())
}

/// Writes down who is responsible for an action.
pub async fn name_owner(services: &Services, actor: &Actor, action: u16, owner: &str) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    let owner = owner.trim();
    if owner.is_empty() || owner.chars().count() > LONGEST {
        return Err(Failure::Invalid(vec!["owner"]));
    }
    let attempt = async || {
        changed(services, &permit, None, |plan, _| {
            owner.clone_into(&mut of(plan, action)?.owner);
            Ok(Event::ActionOwned { action })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

/// What somebody is called, to stand beside what they wrote down.
pub(super) async fn name_of(services: &Services, actor: &Actor) -> Result<String, Failure> {
    let by = match actor.person {
        Some(person) => services.store.person(&actor.municipality, person).await?,
        None => None,
    };
    Ok(by.map_or_else(|| actor.name.clone(), |stored| stored.value.name))
}

fn of(plan: &mut Plan, number: u16) -> Result<&mut Action, Failure> {
    let mut actions = plan.actions.iter_mut();
    actions
        .find(|action| action.number == number)
        .ok_or(Failure::NotFound)
}

pub(super) async fn changed(
    services: &Services,
    permit: &Permit,
    form: Option<uuid::Uuid>,
    change: impl FnOnce(&mut Plan, &PlanRules) -> Result<Event, Failure>,
) -> Result<(Changes, ()), Failure> {
    let actor = permit.actor();
    let configuration = configuration(services, actor)?;
    let rules = configuration.plan.as_ref().ok_or(Failure::NotFound)?;
    let (mut plan, revision) = plan(services, &actor.municipality, &configuration).await?;
    let event = change(&mut plan, rules)?;
    let write = match revision {
        Some(revision) => Write::SavePlan(Box::new(plan), revision),
        None => Write::NewPlan(Box::new(plan)),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(permit, now, minter, About::Municipality, event);
    Ok((changes.once(form).write(write), ()))
}

/// The plan that the configuration names: its identifier follows from that name, so that there can't be a second, and an older one stays.
async fn plan(
    services: &Services,
    m: &MunicipalityId,
    configuration: &Configuration,
) -> Result<(Plan, Option<Revision>), Failure> {
    let rules = configuration.plan.as_ref().ok_or(Failure::NotFound)?;
    let id = PlanId(once_per_content(
        services,
        uuid::Uuid::nil(),
        &("plan", m, &rules.head.id),
    ));
    Ok(match services.store.plan(m, id).await? {
        Some(stored) => (stored.value, Some(stored.revision)),
        None => (Plan::new(id, m.clone()), None),
    })
}
