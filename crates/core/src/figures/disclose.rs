// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Making one column of a table safe to give out: bands or rounding, and hiding until an attacker's programme finds no small number.
//!
//! The programme is about numbers of single areas and years. A cluster is the sum of its members, three years are the sum of three; with what was
//! given out before these are the equations. Columns don't speak of each other: no table adds forms.

use std::collections::BTreeMap;

use meldroute_estimate::disclosure::{Fact, Policy, Range, Table, controlled_rounding, withhold};

use super::{
    audience::{Audience, BASE, LEAST_DOUBT, LEAST_SHOWN, Shown},
    book::{Book, Key},
    value::Value,
};
use crate::{
    configuration::{
        Configuration,
        figures::{FigureArea, FigureSource},
    },
    id::{AreaId, FormId},
};

/// A number of an area over years, first and last.
type Place = (AreaId, (i32, i32));

/// What the cells of a column may tell, one for each area.
pub(super) fn column(
    book: &Book,
    configuration: &Configuration,
    asked: (&FigureSource, i32, Audience),
    form: &FormId,
    areas: &[&FigureArea],
) -> Vec<Shown> {
    let (source, year, audience) = asked;
    let column = Column {
        book,
        configuration,
        source,
        form,
    };
    let places: Vec<Place> = areas
        .iter()
        .map(|area| (area.id.clone(), audience.years(area, year)))
        .collect();
    let mut shown: Vec<Shown> = places.iter().map(|place| column.plain(place, audience)).collect();
    if audience == Audience::Public {
        column.round(&places, &mut shown);
    }
    column.hide(&places, &mut shown);
    shown
}

struct Column<'a> {
    book: &'a Book,
    configuration: &'a Configuration,
    source: &'a FigureSource,
    form: &'a FormId,
}

impl Column<'_> {
    fn value(&self, area: &AreaId, year: i32) -> Option<&Value> {
        let key = Key {
            source: self.source.id.clone(),
            year,
            area: area.clone(),
            form: self.form.clone(),
        };
        self.book.figure(&key).and_then(|figure| figure.value())
    }

    /// The true number, where each of the years has one.
    fn number(&self, (area, (first, last)): &Place) -> Option<u32> {
        let mut years = *first..=*last;
        years.try_fold(0, |sum: u32, year| Some(sum + self.value(area, year)?.count()?))
    }

    /// What a cell would tell if it stood alone; before rounding.
    fn plain(&self, place: &Place, audience: Audience) -> Shown {
        let (area, (first, last)) = place;
        match (self.number(place), audience) {
            (Some(count), Audience::Public) => Shown::Rounded(count),
            (Some(count), _) => Shown::band(count),
            (None, _) if first != last => Shown::Value(unknown()),
            (None, _) => match self.value(area, *last) {
                None => Shown::Value(unknown()),
                // A range that was read says no more than its ends: it is told where neither is small.
                Some(Value::Between { low, high }) if *low >= LEAST_SHOWN => Shown::Band {
                    low: *low,
                    high: Some(*high),
                },
                Some(Value::Between { .. }) => Shown::Withheld,
                Some(value) => Shown::Value(value.clone()),
            },
        }
    }

    /// Rounds, so that clusters still are the sums of their members where both are shown over the same years.
    fn round(&self, places: &[Place], shown: &mut [Shown]) {
        let rounded = |shown: &Shown| matches!(shown, Shown::Rounded(_));
        let kept: Vec<usize> = (0..)
            .zip(shown.iter())
            .filter(|(_, it)| rounded(it))
            .map(|(at, _)| at)
            .collect();
        let kept_places: Vec<Place> = kept.iter().filter_map(|at| places.get(*at).cloned()).collect();
        let cells = kept_places
            .iter()
            .filter_map(|place| self.number(place))
            .collect();
        let mut table = Table {
            cells,
            sums: Vec::new(),
        };
        for (at, place) in kept_places.iter().enumerate() {
            let members = self.members(place);
            let found: Option<Vec<usize>> = members
                .iter()
                .map(|member| kept_places.iter().position(|it| it == member))
                .collect();
            if let Some(found) = found
                && self.adds_up(place, &members)
            {
                table.sums.push((found, at));
            }
        }
        let numbers = controlled_rounding(&table, BASE).ok().flatten();
        for (number, at) in kept.iter().enumerate() {
            let told = numbers.as_ref().and_then(|all| all.get(number));
            let told = told.map_or(Shown::Withheld, |number| Shown::Rounded(*number));
            shown
                .iter_mut()
                .skip(*at)
                .take(1)
                .for_each(|it| *it = told.clone());
        }
    }

    /// Hides cells until no small number can be found out.
    fn hide(&self, places: &[Place], shown: &mut [Shown]) {
        let programme = self.programme(places);
        let told = |place: &Place| {
            let at = places.iter().position(|it| it == place);
            at.and_then(|at| shown.get(at)).and_then(Shown::tells)
        };
        let told: Vec<Option<Range>> = programme.places.iter().map(told).collect();
        let policy = Policy {
            least_shown: LEAST_SHOWN,
            least_doubt: LEAST_DOUBT,
        };
        let left = withhold(&programme.table, told, policy, &programme.ledger);
        for (place, shown) in places.iter().zip(shown) {
            let Some(at) = programme.places.iter().position(|it| it == place) else {
                continue;
            };
            // Where it was given away before, nothing more is said.
            let stays = left
                .as_ref()
                .is_ok_and(|left| left.get(at).is_some_and(Option::is_some));
            if !stays {
                *shown = Shown::Withheld;
            }
        }
    }

    /// All that whoever computes can set up: numbers, sums, and what was told before as far as it is still true.
    fn programme(&self, places: &[Place]) -> Programme {
        let mut programme = Programme::default();
        let told: Vec<_> = self.book.told(&self.source.id, self.form).collect();
        let earlier = told.iter().map(|told| (told.area.clone(), told.years));
        for place in places.iter().cloned().chain(earlier) {
            self.add(&mut programme, &place);
        }
        for told in told {
            let at = programme.at.get(&(told.area.clone(), told.years));
            let (Some(at), range) = (at, told.range()) else {
                continue;
            };
            // What was corrected since is no fact about the number that counts now.
            let holds =
                programme.table.cells.get(*at).is_some_and(|number| {
                    range.low <= *number && range.high.is_none_or(|high| *number <= high)
                });
            if holds {
                programme.ledger.push(Fact {
                    cells: vec![*at],
                    range,
                });
            }
        }
        programme
    }

    /// Adds a number, those of which it is the sum, and those that it is added to.
    fn add(&self, programme: &mut Programme, place: &Place) -> Option<usize> {
        if let Some(at) = programme.at.get(place) {
            return Some(*at);
        }
        let number = self.number(place)?;
        let at = programme.put(place, number);
        let (area, (first, last)) = place;
        if first < last {
            let years = (*first..=*last).map(|year| (area.clone(), (year, year)));
            let parts: Option<Vec<usize>> = years.map(|part| self.add(programme, &part)).collect();
            programme.table.sums.push((parts?, at));
        } else {
            self.add_groups(programme, place);
        }
        Some(at)
    }

    /// The group of which an area is part, and its members where it is one.
    fn add_groups(&self, programme: &mut Programme, place: &Place) {
        let (area, years) = place;
        for group in &self.configuration.figures.areas {
            if group.id != *area && !group.members.contains(area) {
                continue;
            }
            let whole = (group.id.clone(), *years);
            let members = self.members(&whole);
            if members.is_empty() || !self.adds_up(&whole, &members) || !programme.grouped(&whole) {
                continue;
            }
            let parts: Option<Vec<usize>> = members.iter().map(|it| self.add(programme, it)).collect();
            if let (Some(parts), Some(whole)) = (parts, self.add(programme, &whole)) {
                programme.table.sums.push((parts, whole));
            }
        }
    }

    fn members(&self, (area, years): &Place) -> Vec<Place> {
        let group = self.configuration.figures.area(area);
        let members = group.map(|group| group.members.as_slice()).unwrap_or_default();
        members.iter().map(|member| (member.clone(), *years)).collect()
    }

    /// Whether a group really is the sum of its members: all of them are known, and nothing was counted apart.
    fn adds_up(&self, place: &Place, members: &[Place]) -> bool {
        let sum = members
            .iter()
            .try_fold(0, |sum: u32, member| Some(sum + self.number(member)?));
        !members.is_empty() && sum.is_some() && sum == self.number(place)
    }
}

#[derive(Default)]
struct Programme {
    places: Vec<Place>,
    at: BTreeMap<Place, usize>,
    groups: Vec<Place>,
    table: Table,
    ledger: Vec<Fact>,
}

impl Programme {
    fn put(&mut self, place: &Place, number: u32) -> usize {
        let at = self.places.len();
        self.places.push(place.clone());
        self.at.insert(place.clone(), at);
        self.table.cells.push(number);
        at
    }

    /// Whether the sum of a group is still to be stated.
    fn grouped(&mut self, whole: &Place) -> bool {
        let new = !self.groups.contains(whole);
        if new {
            self.groups.push(whole.clone());
        }
        new
    }
}

fn unknown() -> Value {
    Value::NotKnown {
        reason: String::new(),
    }
}
