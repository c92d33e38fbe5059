// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Governance: writing what the paper can't know, making the paper, and writing down that it was discussed or handed over.

use chrono::{Days, NaiveDate};

use crate::{
    audit::{About, Event},
    calendar::{dutch_date, dutch_midnight},
    change::Changes,
    configuration::plan::PlanRules,
    governance::{
        Due, Held, Period, Turn,
        paper::{Material, document},
    },
    id::EntryId,
    paper::Document,
    plan::{Done, Plan, schedule::Schedule},
    policy::{Actor, Right},
    ports::Services,
    usecase::{
        Failure, allowed_here, figures, journal, once_per_content,
        plan::{changed, name_of, read},
        retried,
    },
};

/// What people write is at most so many characters long.
const LONGEST: usize = 6_000;

/// Which time at which the subject comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// What comes back, by its short name.
    pub occasion: String,
    /// What it is about.
    pub period: Period,
}

impl Which {
    fn find<'a>(&self, rules: &'a PlanRules) -> Result<Due<'a>, Failure> {
        rules.due(&self.occasion, self.period).ok_or(Failure::NotFound)
    }

    /// Changes what was written for it.
    fn turn(&self, plan: &mut Plan, change: impl FnOnce(&mut Turn)) {
        let mine = |turn: &&mut Turn| turn.occasion == self.occasion && turn.period == self.period;
        if let Some(turn) = plan.turns.iter_mut().find(mine) {
            return change(turn);
        }
        let mut turn = Turn::new(&self.occasion, self.period);
        change(&mut turn);
        plan.turns.push(turn);
    }
}

/// Keeps what people wrote, as a draft that grows until the paper is given out.
pub async fn write(
    services: &Services,
    actor: &Actor,
    which: &Which,
    (learned, asked): (&str, &str),
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    let mut wrong = Vec::new();
    if crate::blank::is_blank(learned) || learned.chars().count() > LONGEST {
        wrong.push("learned");
    }
    if asked.chars().count() > LONGEST {
        wrong.push("asked");
    }
    if !wrong.is_empty() {
        return Err(Failure::Invalid(wrong));
    }
    let name = name_of(services, actor).await?;
    let now = services.clock.now();
    let attempt = async || {
        changed(services, &permit, None, |plan, rules| {
            let due = which.find(rules)?;
            // What was discussed or handed over stays as it was then.
            if plan.turn(&due).is_some_and(|turn| turn.held.is_some()) {
                return Err(Failure::DoneAlready);
            }
            which.turn(plan, |turn| {
                learned.trim().clone_into(&mut turn.learned);
                asked.trim().clone_into(&mut turn.asked);
                turn.written = Some((name.clone(), now));
            });
            Ok(Event::OccasionWritten {
                occasion: which.occasion.clone(),
                period: which.period,
            })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

/// What somebody says came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// On which day it was discussed or handed over.
    pub on: NaiveDate,
    /// What came of it.
    pub outcome: String,
}

/// Writes down that it was discussed or handed over. What the plan asks of the same body by the same day is done with it. `form` is that of the
/// form: sent twice it counts once.
pub async fn hold(
    services: &Services,
    actor: &Actor,
    form: EntryId,
    which: &Which,
    came: &Came,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    let now = services.clock.now();
    let mut wrong = Vec::new();
    if crate::blank::is_blank(&came.outcome) || came.outcome.chars().count() > LONGEST {
        wrong.push("outcome");
    }
    if came.on > dutch_date(now) || came.on < which.period.first() {
        wrong.push("held");
    }
    if !wrong.is_empty() {
        return Err(Failure::Invalid(wrong));
    }
    let name = name_of(services, actor).await?;
    let held = Held {
        on: came.on,
        outcome: came.outcome.trim().to_owned(),
        by: actor.person,
        name,
        at: now,
    };
    let form = once_per_content(services, form.0, &(which, came));
    let attempt = async || {
        changed(services, &permit, Some(form), |plan, rules| {
            let due = which.find(rules)?;
            if plan.turn(&due).is_some_and(|turn| turn.held.is_some()) {
                return Err(Failure::DoneAlready);
            }
            which.turn(plan, |turn| turn.held = Some(held.clone()));
            prove(plan, rules, &due, &held);
            Ok(Event::OccasionHeld {
                occasion: which.occasion.clone(),
                period: which.period,
            })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

/// Actions that ask for the same body by the same day were done with it.
fn prove(plan: &mut Plan, rules: &PlanRules, due: &Due<'_>, held: &Held) {
    for action in &mut plan.actions {
        let Some(Schedule::OnAgenda { body, .. }) = action.schedule() else {
            continue;
        };
        let mut times = action.occurrences(&rules.head).into_iter();
        let same = due.occasion.body.as_ref() == Some(&body) && times.any(|time| time.due == due.due);
        if same && action.done_for(due.due).is_none() {
            action.done.push(Done {
                due: due.due,
                on: held.on,
                evidence: format!("{}: {}", due.occasion.name.nl, held.outcome),
                record: None,
                by: held.by,
                name: held.name.clone(),
                at: held.at,
            });
        }
    }
}

/// Makes the paper, as exact as whoever it is for may have it. What leaves the house goes into the ledger of the figures.
pub async fn paper(services: &Services, actor: &Actor, which: &Which) -> Result<Document, Failure> {
    let permit = allowed_here(services, actor, Right::ReadPlan).await?;
    let view = read(services, actor).await?;
    let rules = view.rules()?;
    let due = which.find(rules)?;
    if due.period.first() > view.today {
        return Err(Failure::NotFound);
    }
    figures::may_be_as_exact(services, actor, due.occasion.audience).await?;
    let asked = figures::Asked {
        source: None,
        year: None,
        audience: Some(due.occasion.audience),
    };
    let tables = if view.configuration.figures.sources.is_empty() {
        Vec::new()
    } else {
        let figures = figures::tables(services, actor, &asked).await?;
        let known = !figures.years.is_empty();
        if known { figures.tables } else { Vec::new() }
    };
    let at = services.clock.now();
    let end = dutch_midnight(due.period.last() + Days::new(1)).min(at);
    let beginning = dutch_midnight(due.period.first());
    let counts = journal::counts(services, actor).await?;
    let flow = journal::flow(services, actor, end).await?;
    let before = journal::flow(services, actor, beginning).await?;
    let event = Event::OccasionPaperMade {
        occasion: which.occasion.clone(),
        period: which.period,
    };
    let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Municipality, event);
    services.store.commit(changes).await?;
    let head = journal::head(services, actor).await?;
    Ok(document(&Material {
        configuration: &view.configuration,
        rules,
        plan: &view.plan,
        due,
        counts: &counts,
        flow: &flow,
        before: &before,
        tables: &tables,
        head,
        at,
    }))
}
