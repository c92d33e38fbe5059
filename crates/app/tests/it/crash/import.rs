// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Killing `meldroute mail import`: each line that it printed is true.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    time::Duration,
};

use meldroute_core::{
    id::ReportId,
    ports::{ReportLine, Store as _},
    report::Compartment,
};
use meldroute_storage::Database;

use super::{ROUNDS, heemstede, holds_together, reports};
use crate::{mails, place::Place, program::Running};

const MAILS_A_ROUND: usize = 120;

/// Opens what belongs to a report: the texts, who reported, and the original.
pub(super) async fn is_whole(database: &Database, line: &ReportLine) {
    let report = database.report(&heemstede(), line.id).await.unwrap().unwrap();
    let number = line.subject.strip_prefix("Melding ").unwrap();
    assert!(report.value.text.contains(&format!("bij huis {number}.")));
    let reporter = database.reporter(&heemstede(), line.id).await.unwrap().unwrap();
    assert_eq!(reporter.contact, format!("melder{number}@post.example"));
    let original = report.value.mail.unwrap().original.unwrap();
    let bytes = database
        .file(&heemstede(), line.id, Compartment::Reporter, original)
        .await
        .unwrap()
        .unwrap();
    assert!(
        String::from_utf8(bytes)
            .unwrap()
            .contains(&format!("<{number}@post.example>"))
    );
}

/// Everything that was said is there, each message once, and nothing is half.
async fn nothing_is_lost(place: &Place, said: &BTreeMap<String, String>, whole: &mut BTreeSet<ReportId>) {
    let database = place.open().await;
    let lines = reports(&database).await;
    let by_number = holds_together(&database, &lines, "report-received").await;
    let subjects: BTreeSet<&String> = by_number.values().collect();
    assert_eq!(subjects.len(), lines.len(), "each message once");
    for (number, subject) in said {
        assert_eq!(by_number.get(number), Some(subject), "{number} was acknowledged");
    }
    for line in &lines {
        if whole.insert(line.id) {
            is_whole(&database, line).await;
        }
    }
    database.close().await;
}

async fn survives(place: Place) {
    place.init().good();
    let (mut said, mut whole) = (BTreeMap::new(), BTreeSet::new());
    let key = place.key();
    for round in 0..ROUNDS {
        let folder = place.folder.path().join(format!("round-{round:02}"));
        let first = usize::try_from(round).unwrap() * MAILS_A_ROUND;
        mails::write(&folder, first..first + MAILS_A_ROUND);
        let key = key.to_str().unwrap();
        let folder_name = folder.to_str().unwrap();
        let mut import = Running::start(&[
            "mail",
            "import",
            "--data",
            place.data(),
            "--key",
            key,
            folder_name,
        ]);
        // Some moment in the work: at first a little after its start, then after ever more lines, and a bit.
        let mut lines: Vec<String> = (0..round * 4).map_while(|_| import.line()).collect();
        tokio::time::sleep(Duration::from_micros(round * 7919 % 5000)).await;
        lines.extend(import.kill());
        for line in lines {
            let Some((file, number)) = line.split_once(": report ") else {
                continue;
            };
            let mail: usize = file.strip_suffix(".eml").unwrap().parse().unwrap();
            said.insert(number.to_owned(), format!("Melding {mail}"));
        }
        nothing_is_lost(&place, &said, &mut whole).await;
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(said.len() > 100, "the rounds got to work: {}", said.len());
    place.remove().await;
}

#[tokio::test]
async fn survives_on_sqlite() {
    survives(Place::sqlite()).await;
}

#[tokio::test]
async fn survives_on_postgres() {
    if let Some(place) = Place::postgres().await {
        survives(place).await;
    }
}
