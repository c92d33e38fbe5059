// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How many different persons several sources saw: never their sum, but the bounds between which it lies.

use meldroute_estimate::{Across, Bounds, Count, NoBounds, Overlap, unique_persons, unique_persons_in_all};

use super::{
    book::{Book, Key},
    value::Value,
};
use crate::{
    configuration::{
        Configuration,
        figures::{AreaKind, FigureArea, FigureSource},
    },
    id::{AreaId, FigureSourceId, FormId},
};

/// Which cells are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The year.
    pub year: i32,
    /// These sources only; all where none is named.
    pub sources: Vec<FigureSourceId>,
    /// This area only.
    pub area: Option<AreaId>,
    /// This form only.
    pub form: Option<FormId>,
}

/// Bounds of one cell, or of all that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The area; none for all of them.
    pub area: Option<AreaId>,
    /// The form; none for all of them.
    pub form: Option<FormId>,
    /// Between which numbers they lie.
    pub bounds: Bounds,
    /// Those of which the number is not known: because of them there is no upper bound.
    pub unknown: Vec<FigureSourceId>,
}

/// The bounds of each cell, and of all cells together where there are several. A source that does not register a form says nothing of it,
/// neither does one that counts something else than persons.
pub fn bounds(book: &Book, configuration: &Configuration, asked: &Asked) -> Result<Vec<Line>, NoBounds> {
    let question = Question {
        book,
        configuration,
        year: asked.year,
        sources: sources(configuration, asked),
    };
    let apart = question.apart();
    let mut lines = Vec::new();
    let mut of_sources: Vec<Vec<Count>> = question.sources.iter().map(|_| Vec::new()).collect();
    for area in areas(book, configuration, asked) {
        for form in forms(&question.sources, asked) {
            let counts = question.counts(&area.id, &form);
            for (all, count) in of_sources.iter_mut().zip(&counts) {
                all.push(*count);
            }
            lines.push(Line {
                area: Some(area.id.clone()),
                bounds: unique_persons(&counts, &apart)?,
                unknown: question.unknown(&counts),
                form: Some(form),
            });
        }
    }
    if lines.len() > 1 {
        let unknown = |source: &FigureSourceId| lines.iter().any(|line| line.unknown.contains(source));
        let ids = question.sources.iter().map(|source| source.id.clone());
        lines.push(Line {
            area: asked.area.clone(),
            form: asked.form.clone(),
            // One source may have written somebody under another area or form than another did.
            bounds: unique_persons_in_all(&of_sources, Across::AnyCell, &[])?,
            unknown: ids.filter(unknown).collect(),
        });
    }
    Ok(lines)
}

fn sources<'c>(configuration: &'c Configuration, asked: &Asked) -> Vec<&'c FigureSource> {
    let all = configuration.figures.sources.iter();
    all.filter(|source| source.unit.is_person())
        .filter(|source| asked.sources.is_empty() || asked.sources.contains(&source.id))
        .collect()
}

/// The areas that were asked for. Of all: municipalities and clusters, and none that lies in another, whose people would count twice.
fn areas<'c>(book: &Book, configuration: &'c Configuration, asked: &Asked) -> Vec<&'c FigureArea> {
    let whole = |area: &FigureArea| {
        let kind = matches!(area.kind, AreaKind::Municipality | AreaKind::Cluster);
        kind && area.valid_in(asked.year) && book.knows_area(&area.id)
    };
    let wanted = |area: &&FigureArea| {
        let one = asked.area.as_ref();
        one.map_or_else(|| whole(area), |one| area.id == *one)
    };
    let all: Vec<&FigureArea> = configuration.figures.areas.iter().filter(wanted).collect();
    let in_another = |area: &FigureArea| all.iter().any(|other| other.members.contains(&area.id));
    all.iter().copied().filter(|area| !in_another(area)).collect()
}

/// The forms that any of these sources registers, in the order in which they name them.
fn forms(sources: &[&FigureSource], asked: &Asked) -> Vec<FormId> {
    let mut forms: Vec<FormId> = Vec::new();
    for form in sources.iter().flat_map(|source| &source.forms) {
        if asked.form.as_ref().is_none_or(|one| one == form) && !forms.contains(form) {
            forms.push(form.clone());
        }
    }
    forms
}

struct Question<'a> {
    book: &'a Book,
    configuration: &'a Configuration,
    year: i32,
    sources: Vec<&'a FigureSource>,
}

impl Question<'_> {
    /// What each source counted in a cell.
    fn counts(&self, area: &AreaId, form: &FormId) -> Vec<Count> {
        let count = |source: &&FigureSource| {
            if !source.forms.contains(form) {
                return Count::exact(0);
            }
            let key = Key {
                source: source.id.clone(),
                year: self.year,
                area: area.clone(),
                form: form.clone(),
            };
            match self.book.figure(&key).and_then(|figure| figure.value()) {
                Some(Value::Known { count }) => Count::exact(*count),
                Some(Value::Between { low, high }) => Count::between(*low, *high),
                Some(Value::OutOfScope) => Count::exact(0),
                // Not known, not registered here, kept secret, or never read: it may be any number.
                _ => Count::UNKNOWN,
            }
        };
        self.sources.iter().map(count).collect()
    }

    fn unknown(&self, counts: &[Count]) -> Vec<FigureSourceId> {
        let both = self.sources.iter().zip(counts);
        both.filter(|(_, count)| **count == Count::UNKNOWN)
            .map(|(source, _)| source.id.clone())
            .collect()
    }

    /// Pairs of sources that can't have seen the same persons.
    fn apart(&self) -> Vec<Overlap> {
        let figures = &self.configuration.figures;
        let mut pairs = Vec::new();
        for (other, later) in self.sources.iter().enumerate() {
            for (one, earlier) in self.sources.iter().take(other).enumerate() {
                if !figures.may_overlap(earlier, later) {
                    let count = Count::exact(0);
                    pairs.push(Overlap { one, other, count });
                }
            }
        }
        pairs
    }
}
