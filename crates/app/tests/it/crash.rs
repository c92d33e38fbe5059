// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Kills the program at any moment, many times over: what it said is there, and nothing is half.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, thread,
    time::Duration,
};

use meldroute_core::{
    id::{MunicipalityId, ReportId},
    ports::{ReportFilter, ReportLine, Store as _, Verified},
};
use meldroute_storage::Database;

use crate::{mails, place::Place, program::Running};

const ROUNDS: usize = 24;
const MAILS_A_ROUND: usize = 120;

/// All reports that nobody looked at.
async fn reports(database: &Database, m: &MunicipalityId) -> Vec<ReportLine> {
    let (mut all, mut after): (Vec<ReportLine>, Option<ReportId>) = (Vec::new(), None);
    loop {
        let page = database.reports(m, ReportFilter::New, after, 200).await.unwrap();
        let Some(last) = page.last() else { return all };
        after = Some(last.id);
        all.extend(page);
    }
}

/// Opens what belongs to a report: the texts, who reported, and the original.
async fn is_whole(database: &Database, m: &MunicipalityId, line: &ReportLine) {
    let report = database.report(m, line.id).await.unwrap().unwrap();
    let number = line.subject.strip_prefix("Melding ").unwrap();
    assert!(report.value.text.contains(&format!("bij huis {number}.")));
    let reporter = database.reporter(m, line.id).await.unwrap().unwrap();
    assert_eq!(reporter.contact, format!("melder{number}@post.example"));
    let original = report.value.mail.unwrap().original.unwrap();
    let bytes = database.file(m, line.id, original).await.unwrap().unwrap();
    assert!(
        String::from_utf8(bytes)
            .unwrap()
            .contains(&format!("<{number}@post.example>"))
    );
}

/// Everything that was said is there, nothing is half, no number was given twice, and the journal holds.
async fn nothing_is_lost(place: &Place, said: &BTreeMap<String, String>, whole: &mut BTreeSet<ReportId>) {
    let m = MunicipalityId::from("heemstede");
    let database = place.open().await;
    let lines = reports(&database, &m).await;
    let by_number: BTreeMap<&str, &str> = lines
        .iter()
        .map(|line| (line.number.as_str(), line.subject.as_str()))
        .collect();
    assert_eq!(by_number.len(), lines.len(), "numbers without doubles");
    let subjects: BTreeSet<&str> = by_number.values().copied().collect();
    assert_eq!(subjects.len(), lines.len(), "each message once: {by_number:?}");
    for (number, subject) in said {
        assert_eq!(
            by_number.get(number.as_str()),
            Some(&subject.as_str()),
            "{number} was acknowledged"
        );
    }
    for line in &lines {
        if whole.insert(line.id) {
            is_whole(&database, &m, line).await;
        }
    }
    let received = database.journal(&m, None, u16::MAX).await.unwrap();
    let received = received
        .iter()
        .filter(|line| line.action == "report-received")
        .count();
    assert_eq!(
        received,
        lines.len(),
        "no report without its entry, no entry without its report"
    );
    assert!(matches!(
        database.verify(&m).await.unwrap(),
        Verified::Holds { .. }
    ));
    database.close().await;
}

async fn survives_being_killed(place: Place) {
    place.init().good();
    let (mut said, mut whole) = (BTreeMap::new(), BTreeSet::new());
    let key = place.key();
    for round in 0..ROUNDS {
        let folder = place.folder.path().join(format!("round-{round:02}"));
        mails::write(&folder, round * MAILS_A_ROUND..(round + 1) * MAILS_A_ROUND);
        let mut import = Running::start(&[
            "mail",
            "import",
            "--data",
            place.data(),
            "--key",
            key.to_str().unwrap(),
            folder.to_str().unwrap(),
        ]);
        // Some moment in the work: at first a little after its start, then after ever more lines, and a bit.
        let mut lines: Vec<String> = (0..round * 4).map_while(|_| import.line()).collect();
        tokio::time::sleep(Duration::from_micros(u64::try_from(round).unwrap() * 7919 % 5000)).await;
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
    assert!(said.len() > ROUNDS, "the rounds got to work: {}", said.len());
    place.remove().await;
}

#[tokio::test]
async fn survives_being_killed_on_sqlite() {
    survives_being_killed(Place::sqlite()).await;
}

#[tokio::test]
async fn survives_being_killed_on_postgres() {
    if let Some(place) = Place::postgres().await {
        survives_being_killed(place).await;
    }
}
