// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Kills the program at any moment, many times over: what it said is there, and nothing is half.

mod import;
mod mailbox;
mod pages;

use std::collections::{BTreeMap, BTreeSet};

use meldroute_core::{
    id::{MunicipalityId, ReportId},
    ports::{ReportFilter, ReportLine, Store as _, Verified},
};
use meldroute_storage::Database;

/// How many times the program is killed, on each database.
const ROUNDS: u64 = 24;

fn heemstede() -> MunicipalityId {
    MunicipalityId::from("heemstede")
}

/// All reports: they are new, since nobody looked at them.
async fn reports(database: &Database) -> Vec<ReportLine> {
    let (mut all, mut after): (Vec<ReportLine>, Option<ReportId>) = (Vec::new(), None);
    loop {
        let page = database
            .reports(&heemstede(), ReportFilter::New, after, 200)
            .await
            .unwrap();
        let Some(last) = page.last() else { return all };
        after = Some(last.id);
        all.extend(page);
    }
}

/// No number was given twice, each report has its entry in the journal and each entry its report, and the chain holds. Gives
/// the subjects by number.
async fn holds_together(database: &Database, lines: &[ReportLine], action: &str) -> BTreeMap<String, String> {
    let by_number: BTreeMap<String, String> = lines
        .iter()
        .map(|line| (line.number.clone(), line.subject.clone()))
        .collect();
    assert_eq!(by_number.len(), lines.len(), "numbers without doubles");
    let journal = database.journal(&heemstede(), None, u16::MAX).await.unwrap();
    let entries: BTreeSet<_> = journal
        .iter()
        .filter(|line| line.action == action)
        .map(|line| line.about_id)
        .collect();
    let stored: BTreeSet<_> = lines.iter().map(|line| Some(line.id.0)).collect();
    assert_eq!(
        entries, stored,
        "no report without its entry, no entry without its report"
    );
    assert!(matches!(
        database.verify(&heemstede()).await.unwrap(),
        Verified::Holds { .. }
    ));
    by_number
}
