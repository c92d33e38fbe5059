// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute retention`, and what is left in files of what was destroyed: nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::program::{Ran, make_demo, meldroute};

/// Words of the demo's signal that was destroyed, and of the request into which passages of it were copied.
const WORDS: [&str; 4] = [
    "Wie dit leest, weet wie het zag",
    "Wasserij die nooit dichtgaat",
    "Kanaalweg 940",
    "dag en nacht licht branden",
];

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect()
}

fn nothing_is_in(folder: &Path) {
    for (name, bytes) in files(folder) {
        for word in WORDS {
            let there = bytes.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!there, "{word} is in {name}");
        }
    }
}

/// A demo in a folder of its own.
struct Demo {
    folder: tempfile::TempDir,
}

impl Demo {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        make_demo(&folder.path().join("demo"));
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn data(&self) -> PathBuf {
        self.path("demo")
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let data = self.data();
        meldroute(&[arguments, &["--data", data.to_str().unwrap()]].concat())
    }

    /// Restores a backup into a folder, with a list of what was destroyed.
    fn restore(&self, backup: &Path, list: &Path, into: &str) -> Ran {
        let (into, key) = (self.path(into), self.data().join("installation.key"));
        meldroute(&[
            "backup",
            "restore",
            "--destroyed",
            list.to_str().unwrap(),
            "--data",
            into.to_str().unwrap(),
            "--key",
            key.to_str().unwrap(),
            backup.to_str().unwrap(),
        ])
    }

    fn closed(&self) -> String {
        let list = [
            "signal",
            "list",
            "--as",
            "coordinator",
            "--closed",
            "--format",
            "csv",
        ];
        self.run(&list).good()
    }
}

#[test]
fn what_the_demo_destroyed_is_in_no_file_and_no_answer() {
    let demo = Demo::new();
    nothing_is_in(&demo.data());
    let closed = demo.closed();
    assert!(
        closed.contains("Fotostudio") && !closed.contains("Wasserij"),
        "{closed}"
    );
    let certificates = demo
        .run(&["retention", "certificates", "--format", "json"])
        .good();
    let certificates: serde_json::Value = serde_json::from_str(&certificates).unwrap();
    let category = &certificates[0]["categories"][0];
    let counts = (category["count"].as_u64(), category["reports"].as_u64());
    assert_eq!(counts, (Some(1), Some(1)));
    assert!(!certificates.to_string().contains("Wasserij"));
    assert!(
        demo.run(&["retention", "certificates"])
            .good()
            .contains("not-confirmed")
    );
    assert!(
        demo.run(&["audit", "verify"])
            .good()
            .contains("the journal holds")
    );
}

#[test]
fn nothing_goes_that_nobody_approved_or_before_its_day() {
    let demo = Demo::new();
    // Two signals wait for the coordinator; one is held.
    assert!(
        demo.run(&["retention", "propose"])
            .good()
            .contains("heemstede: 0 put on the list")
    );
    assert!(
        demo.run(&["retention", "destroy"])
            .good()
            .contains("heemstede: 0 destroyed")
    );
    for act in ["propose", "destroy"] {
        let early = demo.run(&["retention", act, "--on", "2999-01-01"]);
        assert_eq!(early.code, Some(2), "{early:?}");
    }
}

#[test]
fn a_restore_destroys_again_and_keeps_the_list() {
    let demo = Demo::new();
    demo.run(&["retention", "destroy"]).good();
    let destroyed = demo.run(&["retention", "list-destroyed"]).good();
    assert_eq!(
        destroyed.lines().count(),
        2,
        "a signal and its report: {destroyed}"
    );
    let list = demo.data().join("destroyed.list");
    assert_eq!(fs::read_to_string(&list).unwrap(), destroyed);
    let backup = demo.path("backup");
    demo.run(&["backup", "create", backup.to_str().unwrap()]).good();
    demo.restore(&backup, &list, "restored").good();
    nothing_is_in(&demo.path("restored"));
    let kept = fs::read_to_string(demo.path("restored").join("destroyed.list")).unwrap();
    assert_eq!(kept, destroyed);
    fs::write(&list, "this is no list\n").unwrap();
    let refused = demo.restore(&backup, &list, "other").refused();
    assert!(refused.contains("destroyed.list:1: "), "{refused}");
    assert!(!demo.path("other").exists(), "nothing of it is there");
}

#[test]
fn a_signal_is_given_out_for_an_archive() {
    let demo = Demo::new();
    let closed = demo.closed();
    let line = closed.lines().nth(1).unwrap();
    let number = line.split(',').next().unwrap().trim_matches('"');
    let to = demo.path("archive");
    let export = |login: &str| {
        let to = to.to_str().unwrap();
        demo.run(&["retention", "export-mdto", "--as", login, "--to", to, number])
    };
    export("archivaris").refused();
    assert!(
        export("coordinator")
            .good()
            .contains(&format!("{number}: written"))
    );
    let xml = fs::read_to_string(to.join(format!("{number}.mdto.xml"))).unwrap();
    let mark = format!("<identificatieKenmerk>{number}</identificatieKenmerk>");
    assert!(
        xml.contains(&mark) && xml.contains("<begripCode>V</begripCode>"),
        "{xml}"
    );
    let file = fs::read_to_string(to.join(format!("{number}.bestand.mdto.xml"))).unwrap();
    let content = fs::read(to.join(format!("{number}.json"))).unwrap();
    assert!(
        file.contains(&format!("<omvang>{}</omvang>", content.len())),
        "{file}"
    );
    assert!(
        file.contains(&meldroute_vault::hash::sha256_hex(&content)),
        "{file}"
    );
    export("coordinator").refused();
}
