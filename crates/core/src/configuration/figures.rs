// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sources of figures and the areas they count: without these a number can't be read.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::id::{AreaId, FigureSourceId, FormId};

/// What a municipality knows about figures of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sources, in the order of the screens.
    pub sources: Vec<FigureSource>,
    /// Areas, in the order of the rows of tables.
    pub areas: Vec<FigureArea>,
}

/// Who counts, and what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSource {
    /// Short name.
    pub id: FigureSourceId,
    /// Name on screens.
    pub name: Text,
    /// What one in its numbers stands for.
    pub unit: Unit,
    /// What is counted, in words.
    pub definition: Text,
    /// Who decides whether something counts.
    pub decided_by: Text,
    /// The forms that it registers, in the order of its columns.
    pub forms: Vec<FormId>,
    /// The form that it looks for most.
    pub emphasis: Option<FormId>,
    /// Sources that may have counted the same persons.
    #[serde(default)]
    pub may_overlap_with: Vec<FigureSourceId>,
    /// From which years on it counted otherwise than before.
    #[serde(default, rename = "break")]
    pub breaks: Vec<Break>,
}

/// What one in the numbers of a source stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A report as it came in, not yet looked at.
    RawReport,
    /// An assessed signal.
    Signal,
    /// A person who may be a victim.
    PossibleVictim,
    /// A person of whom it was established.
    EstablishedVictim,
    /// A case.
    Case,
}

impl Unit {
    /// Whether it stands for a person, so that bounds on persons can be drawn.
    pub fn is_person(self) -> bool {
        matches!(self, Self::PossibleVictim | Self::EstablishedVictim)
    }
}

/// A source counts otherwise from a year on: years before and after can't be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// The first year that is counted in the new way.
    pub year: i32,
    /// What changed.
    pub what: Text,
}

/// An area that is counted for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureArea {
    /// Short name.
    pub id: AreaId,
    /// Name on screens.
    pub name: String,
    /// What kind of area it is.
    pub kind: AreaKind,
    /// The areas of which it consists: of a cluster or a region. They need no figures of their own.
    #[serde(default)]
    pub members: Vec<AreaId>,
    /// How many people live there: who publishes small numbers must know. Without it an area counts as small.
    pub inhabitants: Option<u32>,
    /// The first year in which there is such an area.
    pub valid_from: Option<i32>,
    /// The last one.
    pub valid_until: Option<i32>,
}

/// What kind of area something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaKind {
    /// A part of a municipality.
    Neighbourhood,
    /// A municipality.
    Municipality,
    /// A few municipalities that are counted together.
    Cluster,
    /// A region, such as that of a police unit.
    Region,
}

impl FigureArea {
    /// Whether there was such an area in a year.
    pub fn valid_in(&self, year: i32) -> bool {
        self.valid_from.is_none_or(|from| from <= year) && self.valid_until.is_none_or(|until| year <= until)
    }
}

impl Figures {
    /// The source with this identifier.
    pub fn source(&self, id: &FigureSourceId) -> Option<&FigureSource> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The area with this identifier.
    pub fn area(&self, id: &AreaId) -> Option<&FigureArea> {
        self.areas.iter().find(|area| area.id == *id)
    }

    /// Whether two sources may have counted the same persons; it is enough that one of them says so.
    pub fn may_overlap(&self, one: &FigureSource, other: &FigureSource) -> bool {
        one.may_overlap_with.contains(&other.id) || other.may_overlap_with.contains(&one.id)
    }
}
