// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Which model is fitted to a table: the ways to choose one.

mod average;
mod stepwise;

use libm::log;

pub(crate) use average::{average_of, weigh, weigh_all};

use crate::{
    capture::{Cell, Table},
    exists::{Existence, existence},
    fit::{Diverged, Fit},
    model::{Design, Model, pairs},
    whole::TooLarge,
};

/// How a model is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// No two-list effects: lists know nothing of each other.
    Main,
    /// Two-list effects one by one, as long as one is surprising (chance below 2 %).
    Stepwise,
    /// All two-list effects whose estimates exist.
    AllTwoList,
    /// The mean over all models with two-list effects, each weighed by how well it explains the table (BIC).
    Average,
}

impl Method {
    /// Its word on the command line and in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Stepwise => "stepwise",
            Self::AllTwoList => "all-two-list",
            Self::Average => "average",
        }
    }
}

/// Why a model can't be fitted to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFit {
    /// The table leaves the estimates open.
    #[error("the table does not settle this estimate: {}", match .0 {
        Existence::Sound => "it does",
        Existence::Missing => "too few persons are on several lists",
        Existence::Ambiguous => "different numbers explain it equally well",
        Existence::MissingAndAmbiguous => "too few persons are on several lists, and different numbers explain it equally well",
    })]
    Existence(Existence),
    /// The computation went nowhere.
    #[error("the computation of this estimate did not end in a number")]
    Diverged,
    /// The table is too large.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// Averaging takes too many models.
    #[error("an average over all models takes at most {most} lists, and this table has {lists}")]
    TooManyModels {
        /// How many lists the table has.
        lists: usize,
        /// How many it may have.
        most: usize,
    },
}

impl From<Diverged> for NoFit {
    fn from(_: Diverged) -> Self {
        Self::Diverged
    }
}

/// A design with its fit, and their memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Work {
    pub(crate) design: Design,
    pub(crate) fit: Fit,
    pub(crate) model: Model,
    /// How many fits it has made.
    pub(crate) fits: u64,
}

impl Work {
    /// Fits a model, after the test that its estimates exist.
    pub(crate) fn fit(&mut self, table: &Table, model: Model) -> Result<(), NoFit> {
        self.set(table, model)?;
        self.fits += 1;
        Ok(self.fit.start(&self.design)?)
    }

    /// Fits main effects to the histories with one and two lists only.
    pub(crate) fn fit_ones_and_twos(&mut self, table: &Table) -> Result<(), NoFit> {
        self.design.set(table, Model::default());
        self.design.keep_ones_and_twos(table);
        self.check()?;
        Ok(self.fit.start(&self.design)?)
    }

    /// Adds a two-list effect to the model, and goes on from where the fit is. When that fails, the fit is undone.
    fn grow(&mut self, table: &Table, pair: usize, surprise: f64) -> Result<(), NoFit> {
        let before = self.clone();
        let grown = self.set(table, self.model.with(pair)).and_then(|()| {
            // Nobody shares an empty pair: its cells go, and the parameters stay those that there were.
            if let Some(place) = self.place_of(pair, table) {
                self.fit.parameters.insert(place, surprise);
            }
            self.fits += 1;
            Ok(self.fit.go_on(&self.design)?)
        });
        if grown.is_err() {
            *self = before;
        }
        grown
    }

    fn set(&mut self, table: &Table, model: Model) -> Result<(), NoFit> {
        self.design.set(table, model);
        self.model = model;
        self.check()
    }

    fn check(&self) -> Result<(), NoFit> {
        match existence(&self.design)? {
            Existence::Sound => Ok(()),
            wrong => Err(NoFit::Existence(wrong)),
        }
    }

    /// The column of a pair.
    fn place_of(&self, pair: usize, table: &Table) -> Option<usize> {
        let lists = pairs(table.lists).nth(pair)?;
        self.design.columns().iter().position(|column| *column == lists)
    }

    /// How many persons the model expects on both lists.
    pub(crate) fn expected_on(&self, lists: u16) -> f64 {
        let cells = self.design.cells().iter().zip(&self.fit.expected);
        let on = cells.filter(|(cell, _)| *cell & lists == lists);
        on.map(|(_, expected)| expected).sum()
    }

    /// The logarithm of how many times more persons share the pair than expected: a good first value of its effect.
    fn surprise(&self, table: &Table, lists: u16) -> f64 {
        log(f64::from(table.total(lists)) / self.expected_on(lists))
    }

    /// The lists of a pair that the model does not explain.
    pub(crate) fn unexplained(&self, table: &Table) -> Option<Cell> {
        stepwise::unexplained(self, table)
    }

    /// All persons: those on lists, and those on none.
    pub(crate) fn estimate(&self, table: &Table) -> f64 {
        f64::from(table.persons()) + self.fit.dark()
    }
}

/// Chooses and fits a model. `Average` is no single model: see [`average_of`].
pub(crate) fn fit(work: &mut Work, table: &Table, method: Method) -> Result<(), NoFit> {
    work.fit(table, Model::default())?;
    match method {
        Method::Main | Method::Average => Ok(()),
        Method::Stepwise => stepwise::go_on(work, table),
        Method::AllTwoList => stepwise::take_all(work, table),
    }
}
