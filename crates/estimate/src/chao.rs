// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Chao's lower bound: how many there are at least, if persons who are hard to find for one list are hard to find for all.
//!
//! Only persons on one list and on two count for it (Chao 1987). Her formula, `n + (t - 1) / t * f1^2 / (2 f2)`, is for `t` lists that are
//! equally long; where they are not, it can lie above the truth. So each list has an effect of its own (as in Rivest and Baillargeon 2007): a fit of main
//! effects to the histories with one and two lists. For lists of equal length it is her formula.

use crate::{
    capture::Captures,
    choose::{NoFit, Work},
};

/// The lower bound of the total.
pub fn chao(captures: &Captures) -> Result<f64, NoFit> {
    let mut work = Work::default();
    work.fit_ones_and_twos(captures.table())?;
    Ok(work.estimate(captures.table()))
}
