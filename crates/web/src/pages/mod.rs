// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages: one folder per subject, one file per page, its template beside it.

pub(crate) mod audit;
pub(crate) mod care;
pub(crate) mod claim;
mod configuration;
mod consult;
pub(crate) mod dpia;
pub(crate) mod enrichment;
mod figures;
pub(crate) mod governance;
pub(crate) mod inspection;
pub(crate) mod link;
pub(crate) mod looking;
pub(crate) mod meeting;
mod own;
pub(crate) mod people;
pub(crate) mod plan;
mod privacy;
pub(crate) mod processing;
pub(crate) mod public;
mod question;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod retention;
mod search;
pub(crate) mod sharing;
pub(crate) mod signal;
pub(crate) mod strand;
mod today;

use crate::route::Route;

/// Every route of every subject.
pub(crate) fn routes() -> Vec<Route> {
    [
        audit::routes(),
        care::routes().into(),
        claim::routes(),
        configuration::routes(),
        consult::routes(),
        dpia::routes(),
        enrichment::routes(),
        figures::routes(),
        governance::routes(),
        inspection::routes(),
        link::routes(),
        looking::routes(),
        meeting::routes(),
        own::routes(),
        people::routes(),
        plan::routes(),
        privacy::routes(),
        processing::routes(),
        public::routes(),
        question::routes(),
        record::routes(),
        report::routes(),
        retention::routes(),
        search::routes(),
        sharing::routes(),
        signal::routes(),
        strand::routes(),
        today::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
