// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute tips import`: a batch as it is forwarded, with what is ours, what is not, and what came in before.

use crate::program::{make_demo, meldroute};

const BATCH: &str = "Kenmerk;Datum;Onderwerp;Plaats;Tip\n\
    T-1;3-11-2026;Arbeidsuitbuiting;Verzonnen kade 1;\"Zes mannen slapen in een bus; mijn buurman zag het\"\n\
    T-2;3-11-2026;Fietsendiefstal;Elders;Hier staat niets voor het meldpunt\n\
    T-3;4-11-2026;Mensenhandel;;Een vrouw komt nooit alleen buiten\n";

#[test]
fn a_batch_is_sorted_and_each_tip_comes_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    make_demo(&data);
    let file = folder.path().join("tips.csv");
    let import = |text: &str, more: &[&str], login| {
        std::fs::write(&file, text).unwrap();
        let (data, file) = (data.to_str().unwrap(), file.to_str().unwrap());
        let call = ["tips", "import", "--data", data, "--as", login, file];
        meldroute(&[&call[..], more].concat())
    };
    let looked = import(BATCH, &["--dry-run"], "coordinator").good();
    assert!(looked.contains("line 2: kept\nline 4: kept\n"), "{looked}");
    assert!(
        looked.contains("off topic, dropped: 1 of \"Fietsendiefstal\""),
        "{looked}"
    );
    let first = import(BATCH, &[], "coordinator").good();
    assert_eq!(first.matches("report M-").count(), 2, "{first}");
    let again = import(BATCH, &[], "coordinator").good();
    assert!(
        again.contains("line 2: duplicate\nline 4: duplicate\n"),
        "{again}"
    );
    assert!(!again.contains("report M-"), "{again}");

    let empty = BATCH.replace("T-3", "");
    let wanting = import(&empty.replace("T-1", "T-4"), &[], "coordinator");
    assert!(
        wanting.out.contains("line 4: nothing in column `Kenmerk`"),
        "{wanting:?}"
    );
    assert!(wanting.out.contains("report M-"), "the rest goes on: {wanting:?}");
    assert!(wanting.refused().contains("could not be used"));
    let other = import("Nummer;Tekst\n1;x\n", &[], "coordinator").refused();
    assert!(
        other.contains("no column `Kenmerk`; its columns are: Nummer, Tekst"),
        "{other}"
    );
    import(BATCH, &[], "wijkhandhaver").refused();
}
