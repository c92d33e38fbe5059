// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking the table of actions of a plan in: what becomes of each row is said before anything is.

use super::{Action, Plan};
use crate::{
    configuration::plan::PlanRules,
    ports::{Table, TableRow},
};

/// The columns, each by the names that it may bear.
const COLUMNS: [&[&str]; 4] = [
    &["pillar", "pijler"],
    &["theme", "thema"],
    &["action", "actie"],
    &["schedule", "wanneer"],
];
const OWNER: &[&str] = &["owner", "verantwoordelijk"];

/// A column that is missing, by its first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file has no column `{0}`; it needs: pillar, theme, action, schedule")]
pub struct NoColumn(pub &'static str);

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new action.
    New,
    /// An action that is known, with the same words.
    Same,
    /// An action that is known, with other words about when or who.
    Changed,
    /// It can't be taken in.
    Wrong(Vec<Fault>),
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The pillar does not stand in the configuration.
    #[error("column pillar: no such pillar stands in plan.toml")]
    Pillar,
    /// Nothing says what is to be done.
    #[error("column action: nothing stands here")]
    Action,
    /// Nothing says when.
    #[error("column schedule: nothing stands here")]
    Schedule,
    /// The same action stands in the file twice.
    #[error("the same action stands in this pillar twice")]
    Twice,
}

/// What becomes of each row, and the plan that comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Each row, by its line.
    pub lines: Vec<(u64, Fate)>,
    /// The plan with these rows. Actions that stand in no row stay as they are.
    pub plan: Plan,
}

impl Sorted {
    /// Whether there is a row that can't be taken in. Then none is.
    pub fn is_wrong(&self) -> bool {
        self.lines.iter().any(|(_, fate)| matches!(fate, Fate::Wrong(_)))
    }

    /// How many rows are new.
    pub fn new_ones(&self) -> usize {
        self.lines.iter().filter(|(_, fate)| *fate == Fate::New).count()
    }
}

/// Says what would become of each row. An action is known again by its pillar and its words.
pub fn sort(table: &Table, rules: &PlanRules, plan: &Plan) -> Result<Sorted, NoColumn> {
    let place = |names: &[&'static str]| names.iter().find_map(|name| table.column(name));
    let mut places = [0; 4];
    for (column, names) in places.iter_mut().zip(COLUMNS) {
        *column = place(names).ok_or(NoColumn(names.first().copied().unwrap_or_default()))?;
    }
    let owner = place(OWNER);
    let mut plan = plan.clone();
    let mut seen: Vec<u16> = Vec::new();
    let mut lines = Vec::new();
    for row in &table.rows {
        let fate = match action(row, places, owner, rules) {
            Err(faults) => Fate::Wrong(faults),
            Ok(action) => put(&mut plan, &mut seen, action),
        };
        lines.push((row.line, fate));
    }
    Ok(Sorted { lines, plan })
}

fn put(plan: &mut Plan, seen: &mut Vec<u16>, new: Action) -> Fate {
    let same = |it: &Action| it.pillar == new.pillar && it.what.to_lowercase() == new.what.to_lowercase();
    let last = plan.actions.iter().map(|action| action.number).max().unwrap_or(0);
    let Some(known) = plan.actions.iter_mut().find(|it| same(it)) else {
        let number = last + 1;
        seen.push(number);
        plan.actions.push(Action { number, ..new });
        return Fate::New;
    };
    if seen.contains(&known.number) {
        return Fate::Wrong(vec![Fault::Twice]);
    }
    seen.push(known.number);
    let owner = if new.owner.is_empty() {
        known.owner.clone()
    } else {
        new.owner
    };
    let now = Action {
        number: known.number,
        owner,
        done: known.done.clone(),
        ..new
    };
    if *known == now {
        return Fate::Same;
    }
    *known = now;
    Fate::Changed
}

fn action(
    row: &TableRow,
    places: [usize; 4],
    owner: Option<usize>,
    rules: &PlanRules,
) -> Result<Action, Vec<Fault>> {
    let cell = |place: usize| row.cells.get(place).map_or("", |cell| cell.trim());
    let [pillar, theme, what, phrase] = places.map(cell);
    let pillar = pillar
        .parse()
        .ok()
        .filter(|number| rules.pillar(*number).is_some());
    let mut faults = Vec::new();
    if pillar.is_none() {
        faults.push(Fault::Pillar);
    }
    if what.is_empty() {
        faults.push(Fault::Action);
    }
    if phrase.is_empty() {
        faults.push(Fault::Schedule);
    }
    let (Some(pillar), true) = (pillar, faults.is_empty()) else {
        return Err(faults);
    };
    Ok(Action {
        number: 0,
        pillar,
        theme: theme.to_owned(),
        what: what.to_owned(),
        phrase: phrase.to_owned(),
        owner: owner.map_or("", cell).to_owned(),
        done: Vec::new(),
    })
}
