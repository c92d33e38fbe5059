// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What may be said about the total: an estimate with an interval, an order of magnitude, or bounds only; with the reasons.

mod reason;

pub use reason::{Level, Reason};

use crate::{
    bootstrap::{Bootstrapped, Plan, bootstrap},
    capture::Captures,
    chao::chao,
    choose::{Method, NoFit, Work, average_of, fit, weigh_all},
    interval::{Interval, profile, wald},
    model::pairs,
};

/// For what area a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// One municipality: never estimated.
    Municipality,
    /// Several municipalities together.
    Region,
    /// A country.
    Country,
}

/// A fit that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// How its model was chosen.
    pub method: Method,
    /// The total: persons on the lists, and those on none.
    pub estimate: f64,
    /// Wald's interval; an average has none.
    pub wald: Option<Interval>,
    /// The interval of the profile likelihood; an average has none, nor has a fit whose ends could not be computed.
    pub profile: Option<Interval>,
    /// The pairs of lists with a two-list effect; an average has none.
    pub pairs: Vec<(String, String)>,
    /// A pair of lists that shares more, or fewer, persons than the model explains.
    pub unexplained: Option<(String, String)>,
    /// Twice the likelihood lost against a perfect fit; an average has none.
    pub deviance: Option<f64>,
}

/// Fits one method to a table, whatever may be said of it: for checking and for tests. What may be said is an [`Answer`].
pub fn fitted(captures: &Captures, method: Method) -> Result<Fitted, NoFit> {
    let table = captures.table();
    if method == Method::Average {
        return Ok(Fitted {
            method,
            estimate: average_of(&weigh_all(table)?),
            wald: None,
            profile: None,
            pairs: Vec::new(),
            unexplained: None,
            deviance: None,
        });
    }
    let mut work = Work::default();
    fit(&mut work, table, method)?;
    Ok(Fitted {
        method,
        estimate: work.estimate(table),
        wald: Some(wald(&mut work, table)?),
        profile: profile(&work, table).ok(),
        pairs: named(captures, &work),
        unexplained: work.unexplained(table).map(|lists| names(captures, lists)),
        deviance: Some(work.fit.deviance(&work.design)),
    })
}

fn named(captures: &Captures, work: &Work) -> Vec<(String, String)> {
    let all = pairs(captures.lists().len()).enumerate();
    let chosen = all.filter(|(pair, _)| work.model.has(*pair));
    chosen.map(|(_, lists)| names(captures, lists)).collect()
}

/// The names of the two lists of a pair.
fn names(captures: &Captures, pair: u16) -> (String, String) {
    let name = |bit: u32| captures.lists().get(bit as usize).cloned().unwrap_or_default();
    (name(pair.trailing_zeros()), name(pair.ilog2()))
}

/// What may be said, and all that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// How much may be said.
    pub level: Level,
    /// Why not more; empty at the level of an estimate.
    pub reasons: Vec<Reason>,
    /// How many different persons are on the lists: the total is not less.
    pub persons: u32,
    /// Chao's lower bound.
    pub chao: Option<f64>,
    /// The fits that were made, the one that was asked for first.
    pub fits: Vec<Fitted>,
    /// The bootstrap of the one that was asked for.
    pub bootstrap: Option<Bootstrapped>,
}

impl Answer {
    /// The least and the greatest of the estimates, outwards to one digit: an order of magnitude.
    pub fn magnitude(&self) -> Option<(f64, f64)> {
        let estimates = || self.fits.iter().map(|fitted| fitted.estimate);
        let low = estimates().reduce(f64::min)?;
        let high = estimates().reduce(f64::max)?;
        let unit = |value: f64| 10_f64.powf(value.log10().floor());
        let down = (low / unit(low)).floor() * unit(low);
        Some((
            down.max(f64::from(self.persons)),
            (high / unit(high)).ceil() * unit(high),
        ))
    }
}

/// Asks how many there are. `done` hears of each replicate of the bootstrap.
///
/// When the gates leave bounds only, nothing is fitted: a number that nobody may use had better not exist.
pub fn answer(captures: &Captures, area: Area, plan: Plan, done: &(dyn Fn() + Sync)) -> Answer {
    let mut answer = Answer {
        level: Level::Bounds,
        reasons: reason::before_fitting(captures, area),
        persons: captures.persons(),
        chao: None,
        fits: Vec::new(),
        bootstrap: None,
    };
    answer.settle();
    if answer.level == Level::Bounds {
        return answer;
    }
    let mut methods = vec![plan.method];
    methods.extend(
        [Method::Stepwise, Method::AllTwoList, Method::Main]
            .iter()
            .filter(|one| **one != plan.method),
    );
    for method in methods {
        match fitted(captures, method) {
            Ok(fitted) => answer.fits.push(fitted),
            Err(why) => answer.reasons.push(Reason::NoFit {
                method,
                why,
                asked: method == plan.method,
            }),
        }
    }
    answer.reasons.extend(reason::unexplained(&answer.fits));
    answer.settle();
    if answer.level == Level::Bounds {
        answer.fits.clear();
        return answer;
    }
    answer.chao = chao(captures).ok();
    match bootstrap(captures, plan, done) {
        Ok(found) => answer.bootstrap = Some(found),
        Err(_) => answer.reasons.push(Reason::HangsOnOnePerson),
    }
    answer
        .reasons
        .extend(reason::after_fitting(&answer.fits, answer.bootstrap.as_ref()));
    answer.settle();
    answer
}

impl Answer {
    /// The level that all reasons allow.
    fn settle(&mut self) {
        let allowed = self.reasons.iter().map(Reason::allows);
        self.level = allowed.min().unwrap_or(Level::Estimate);
    }
}
