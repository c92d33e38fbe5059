// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What came in, and what became of it.

use std::collections::BTreeMap;

use super::{Material, heading, month, paragraph, short};
use crate::{
    figures::{audience::Shown, value::Value},
    flow::{Flow, To},
    governance::{
        picture::bars,
        told::{cell, half_years, months, number, words},
    },
    paper::{Block, Cell, Column},
    signal::stage::Confirmation,
};

/// Reports, as a picture with its table.
pub(super) fn came_in(it: &Material<'_>) -> Vec<Block> {
    let halves: Vec<(String, Shown)> = half_years(it.counts, it.due.period, it.audience())
        .into_iter()
        .filter(|(half, _)| half.first() <= it.today())
        .map(|(half, shown)| (short(half), shown))
        .collect();
    let mut blocks = vec![heading(1, "Wat er binnenkwam")];
    blocks.extend(drawn("Meldingen per half jaar", "Half jaar", &halves));
    if it.audience().is_exact() {
        let year = it.due.period.year();
        let of_months = months(it.counts, it.due.period, it.until()).into_iter();
        let rows: Vec<(String, Shown)> = of_months
            .map(|(of, count)| {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                (month(year, of), Shown::Value(Value::Known { count }))
            })
            .collect();
        blocks.extend(drawn("Meldingen per maand", "Maand", &rows));
    }
    if halves.iter().any(|(_, shown)| *shown == Shown::Withheld) {
        blocks.push(paragraph(
            "x: dit aantal staat er niet, omdat het samen met andere cijfers naar iemand kan wijzen.",
        ));
    }
    blocks.push(paragraph(
        "Meer meldingen betekent niet dat er meer mensenhandel is. Na een campagne of training wordt er beter gekeken, en komt er meer binnen.",
    ));
    blocks
}

fn drawn(caption: &str, first: &str, rows: &[(String, Shown)]) -> [Block; 2] {
    let said: Vec<String> = rows
        .iter()
        .map(|(name, shown)| match words(shown) {
            Some(count) => format!("{count} in {name}"),
            None => format!("een aantal dat hier niet staat in {name}"),
        })
        .collect();
    [
        Block::Picture {
            svg: bars(rows),
            alternative: format!(
                "Een staafdiagram laat zien hoeveel meldingen er binnenkwamen: {}.",
                said.join(", ")
            ),
            caption: caption.to_owned(),
        },
        Block::Table {
            caption: format!("{caption}, in getallen"),
            columns: vec![Column::new(first, 3), Column::new("Meldingen", 2)],
            rows: rows
                .iter()
                .map(|(name, shown)| vec![Cell::from(name.as_str()), Cell::from(cell(shown))])
                .collect(),
        },
    ]
}

/// Something that was counted, since the beginning and in the period.
struct Counted {
    name: String,
    ever: u64,
    now: u64,
}

/// What became of signals. For those who get no exact numbers only since the beginning, as on the page of the route: two roundings of the same
/// number could be held against each other.
pub(super) fn became(it: &Material<'_>) -> Vec<Block> {
    let exact = it.audience().is_exact();
    let mut columns = vec![Column::new("Wat er gebeurde", 4)];
    if exact {
        columns.push(Column::new("In deze periode", 2));
    }
    columns.push(Column::new("Sinds het begin", 2));
    let rows = counted(it).into_iter().map(|line| {
        let mut cells = vec![Cell::from(line.name)];
        if exact {
            cells.push(number(line.now, it.audience()).into());
        }
        cells.push(number(line.ever, it.audience()).into());
        cells
    });
    let mut blocks = vec![
        heading(1, "Wat er met signalen gebeurde"),
        Block::Table {
            caption: "Hoe vaak iets gebeurde".to_owned(),
            columns,
            rows: rows.collect(),
        },
    ];
    if !exact {
        blocks.push(paragraph(
            "Aantallen zijn afgerond op vijf. Kleine aantallen staan er als ‘minder dan 5’, zodat niemand te herkennen is.",
        ));
    }
    blocks.push(paragraph(
        "Niet bevestigd betekent niet dat er niets is gedaan: een signaal kan toch tot een controle, hulp of een gesprek hebben geleid.",
    ));
    blocks
}

fn counted(it: &Material<'_>) -> Vec<Counted> {
    let line = |name: String, of: &dyn Fn(&Flow) -> u64| Counted {
        name,
        ever: of(it.flow),
        now: of(it.flow).saturating_sub(of(it.before)),
    };
    let mut lines = vec![line("Signaal geregistreerd".to_owned(), &|flow| flow.signals)];
    for (name, outcomes) in outcomes(it) {
        lines.push(line(name, &|flow| {
            let all = outcomes.iter().filter_map(|key| flow.outcomes.get(key));
            all.sum()
        }));
    }
    for (end, name) in [
        (Confirmation::Confirmed, "Gesloten: bevestigd"),
        (Confirmation::NotConfirmed, "Gesloten: niet bevestigd"),
        (Confirmation::NotForUs, "Gesloten: niet voor ons"),
    ] {
        lines.push(line(name.to_owned(), &|flow| closed(flow, end)));
    }
    lines.push(line("Melder op tijd bericht gegeven".to_owned(), &|flow| {
        flow.feedback.in_time
    }));
    lines.push(line("Melder te laat bericht gegeven".to_owned(), &|flow| {
        flow.feedback.late
    }));
    lines
}

type Key = (Option<crate::id::BodyId>, crate::id::OutcomeId);

/// Outcomes of bodies by what they are called on screens: two that are called the same are one line.
fn outcomes(it: &Material<'_>) -> BTreeMap<String, Vec<Key>> {
    let mut named: BTreeMap<String, Vec<Key>> = BTreeMap::new();
    for key in it.flow.outcomes.keys() {
        let (body, outcome) = key;
        let body = body.as_ref().and_then(|id| it.configuration.body(id));
        let known = body.and_then(|body| body.outcomes.iter().find(|one| one.id == *outcome));
        let name = match (body, known) {
            (Some(body), Some(known)) => format!("{}: {}", body.name.nl, known.name.nl),
            _ => format!("Besloten: {}", outcome.0),
        };
        named.entry(name).or_default().push(key.clone());
    }
    named
}

fn closed(flow: &Flow, end: Confirmation) -> u64 {
    let moves = flow.moves.iter().filter(|((_, to), _)| *to == To::End(end));
    moves.map(|(_, times)| times).sum()
}
