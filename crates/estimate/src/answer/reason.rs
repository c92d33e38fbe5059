// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The gates: what must hold before more than bounds may be said, and what is told to whoever asked when it does not.

use super::{Area, Fitted};
use crate::{
    bootstrap::Bootstrapped,
    capture::Captures,
    chance::ln_poisson_tail,
    choose::{Method, NoFit, Work, fit},
    model::pairs,
};

/// Fewer lists than this leave it open whether lists know of each other.
const LEAST_LISTS: usize = 3;
/// Fewer persons than this are a town's, or too few to estimate from.
const LEAST_PERSONS: u32 = 100;
/// Everything is computed from who is on several lists: below the first number nothing can be said, below the second little.
const LEAST_SHARED: u32 = 10;
const ENOUGH_SHARED: u32 = 50;
/// Estimates that differ by more than this factor do not agree.
const AGREEMENT: f64 = 1.5;
/// An interval whose ends differ by more than this factor is no more than an order of magnitude.
const WIDEST: f64 = 3.0;
/// When chance leaves a pair empty in less than this share of cases, it is probably not chance.
const EMPTY_BY_CHANCE: f64 = 0.02;

/// How much may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Bounds only: at least the persons on the lists.
    Bounds,
    /// An order of magnitude.
    Magnitude,
    /// An estimate with its interval.
    Estimate,
}

impl Level {
    /// Its word in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bounds => "bounds-only",
            Self::Magnitude => "order-of-magnitude",
            Self::Estimate => "estimate",
        }
    }
}

/// Why no more may be said.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Reason {
    /// The table is of one municipality.
    #[error(
        "This is one municipality. Its numbers are so small that one person more or less changes the outcome, and people could be recognised. \
         Estimate for a region or for the country."
    )]
    OneMunicipality,
    /// Too few lists.
    #[error(
        "There are {0} lists, and at least three are needed. With fewer, nobody can tell whether a person on one list is more likely to be on \
         the other, for instance because the one organisation refers people to the other."
    )]
    FewLists(usize),
    /// Too few persons.
    #[error(
        "There are {0} persons on the lists, and at least {LEAST_PERSONS} are needed. With so few, chance decides the outcome. \
         Take a larger area or a longer period."
    )]
    FewPersons(u32),
    /// Too few persons on several lists to say anything.
    #[error(
        "Only {0} persons are on more than one list, and at least {LEAST_SHARED} are needed. How many nobody knows is computed from exactly \
         those persons."
    )]
    HardlyShared(u32),
    /// A list by itself.
    #[error(
        "Nobody on the list \"{0}\" is on another list. Perhaps its persons were not matched with those of the others. Match them, or leave the list out."
    )]
    ListAlone(String),
    /// Too few persons on several lists for an estimate.
    #[error("Only {0} persons are on more than one list; an estimate needs {ENOUGH_SHARED}.")]
    FewShared(u32),
    /// A pair that is empty, though chance would fill it.
    #[error(
        "Nobody is on both \"{one}\" and \"{other}\", although about {expected:.0} would be by chance. If nobody can be on both, for instance \
         because one list holds minors only, the lists are not about the same people."
    )]
    EmptyPair {
        /// One list.
        one: String,
        /// The other.
        other: String,
        /// How many chance would put on both.
        expected: f64,
    },
    /// A method without an estimate.
    #[error("The method \"{}\" has no estimate: {why}.", method.as_str())]
    NoFit {
        /// Which.
        method: Method,
        /// Why.
        why: NoFit,
        /// Whether it was the one that was asked for.
        asked: bool,
    },
    /// A pair that the model can't explain.
    #[error(
        "The method \"{}\" does not explain how many persons are on both \"{one}\" and \"{other}\", so its estimate can't be trusted. \
         Perhaps one list is made from the other. Put them together, or leave one out.",
        method.as_str()
    )]
    Unexplained {
        /// The method that was asked for.
        method: Method,
        /// One list.
        one: String,
        /// The other.
        other: String,
    },
    /// Methods that do not agree.
    #[error(
        "Methods that are equally good in principle do not agree: \"{}\" gives {one_gives:.0}, \"{}\" gives {other_gives:.0}.",
        one.as_str(), other.as_str()
    )]
    Disagreement {
        /// The one that was asked for.
        one: Method,
        /// Its estimate.
        one_gives: f64,
        /// Another.
        other: Method,
        /// Its estimate.
        other_gives: f64,
    },
    /// An estimate that hangs on one person.
    #[error("If one single person had not been seen, there would be no estimate at all.")]
    HangsOnOnePerson,
    /// An interval without an end, or a wide one.
    #[error("The interval is wide: its upper end is {}.", match .0 {
        Some(factor) => format!("{factor:.1} times its lower end"),
        None => "not limited by anything in the table".to_owned(),
    })]
    WideInterval(Option<f64>),
}

impl Reason {
    /// The most that may be said with it.
    pub fn allows(&self) -> Level {
        match self {
            Self::OneMunicipality
            | Self::FewLists(_)
            | Self::FewPersons(_)
            | Self::HardlyShared(_)
            | Self::ListAlone(_)
            | Self::NoFit { asked: true, .. } => Level::Bounds,
            // Main effects leave pairs unexplained by their nature; where the others do, no model of this kind is right.
            Self::Unexplained { method, .. } if *method != Method::Main => Level::Bounds,
            // Main effects are shown beside the others, and prove nothing about them.
            Self::NoFit {
                method: Method::Main, ..
            } => Level::Estimate,
            Self::FewShared(_)
            | Self::EmptyPair { .. }
            | Self::NoFit { .. }
            | Self::Unexplained { .. }
            | Self::Disagreement { .. }
            | Self::HangsOnOnePerson
            | Self::WideInterval(_) => Level::Magnitude,
        }
    }
}

/// What the table itself rules out.
pub(super) fn before_fitting(captures: &Captures, area: Area) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let (lists, table) = (captures.lists(), captures.table());
    if area == Area::Municipality {
        reasons.push(Reason::OneMunicipality);
    }
    if lists.len() < LEAST_LISTS {
        reasons.push(Reason::FewLists(lists.len()));
    }
    if captures.persons() < LEAST_PERSONS {
        reasons.push(Reason::FewPersons(captures.persons()));
    }
    match captures.persons_on_several() {
        shared @ ..LEAST_SHARED => reasons.push(Reason::HardlyShared(shared)),
        shared @ LEAST_SHARED..ENOUGH_SHARED => reasons.push(Reason::FewShared(shared)),
        _ => {}
    }
    for (bit, list) in lists.iter().enumerate() {
        let alone = table
            .counted
            .iter()
            .all(|(history, _)| history & (1 << bit) == 0 || history.is_power_of_two());
        if alone && lists.len() > 1 {
            reasons.push(Reason::ListAlone(list.clone()));
        }
    }
    reasons.extend(empty_pairs(captures));
    reasons
}

/// Pairs that nobody is on, although many would be if lists knew nothing of each other.
fn empty_pairs(captures: &Captures) -> Vec<Reason> {
    let (lists, table) = (captures.lists(), captures.table());
    let mut work = Work::default();
    if fit(&mut work, table, Method::Main).is_err() {
        return Vec::new();
    }
    let empty = pairs(lists.len()).filter(|pair| table.total(*pair) == 0);
    let unlikely = empty.filter_map(|pair| {
        let expected = work.expected_on(pair);
        (ln_poisson_tail(0, expected) < EMPTY_BY_CHANCE.ln()).then(|| {
            let mut names = lists
                .iter()
                .enumerate()
                .filter(|(bit, _)| pair >> bit & 1 == 1)
                .map(|(_, name)| name.clone());
            Reason::EmptyPair {
                one: names.next().unwrap_or_default(),
                other: names.next().unwrap_or_default(),
                expected,
            }
        })
    });
    unlikely.collect()
}

/// Whether the fit that was asked for, the first, leaves a pair unexplained.
pub(super) fn unexplained(fits: &[Fitted]) -> Option<Reason> {
    let asked = fits.first()?;
    let (one, other) = asked.unexplained.clone()?;
    Some(Reason::Unexplained {
        method: asked.method,
        one,
        other,
    })
}

/// What the fits rule out. The first of them is the one that was asked for.
pub(super) fn after_fitting(fits: &[Fitted], bootstrap: Option<&Bootstrapped>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some((asked, others)) = fits.split_first() {
        // Main effects leave out what the others add: differing from them is what those are for.
        for other in others.iter().filter(|other| other.method != Method::Main) {
            let (less, more) = (
                asked.estimate.min(other.estimate),
                asked.estimate.max(other.estimate),
            );
            if more > AGREEMENT * less {
                reasons.push(Reason::Disagreement {
                    one: asked.method,
                    one_gives: asked.estimate,
                    other: other.method,
                    other_gives: other.estimate,
                });
            }
        }
    }
    if let Some(found) = bootstrap {
        let factor = found.interval.high.map(|high| high / found.interval.low);
        if factor.is_none_or(|factor| factor > WIDEST) {
            reasons.push(Reason::WideInterval(factor));
        }
    }
    reasons
}
