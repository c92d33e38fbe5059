// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute backup` and `meldroute store copy`.

use std::{fs, path::Path};

use crate::{
    mails,
    place::Place,
    program::{Running, make_demo, meldroute},
};

fn signals(data: &str, key: &Path) -> String {
    let place = [
        "--data",
        data,
        "--key",
        key.to_str().unwrap(),
        "--as",
        "coordinator",
        "--format",
        "csv",
    ];
    let open = meldroute(&[&["signal", "list"][..], &place].concat()).good();
    let closed = meldroute(&[&["signal", "list", "--closed"][..], &place].concat()).good();
    open + &closed
}

fn journal_holds(data: &str, key: &Path) {
    let key = key.to_str().unwrap();
    let said = meldroute(&["audit", "verify", "--data", data, "--key", key]).good();
    assert!(said.contains("heemstede: the journal holds: "), "{said}");
}

#[test]
fn a_backup_made_while_writing_restores_to_the_same_signals() {
    let folder = tempfile::tempdir().unwrap();
    let (demo, inbox) = (folder.path().join("demo"), folder.path().join("inbox"));
    make_demo(&demo);
    mails::write(&inbox, 0..300);
    let (data, key) = (demo.to_str().unwrap(), demo.join("installation.key"));
    let file = folder.path().join("backup.meldroute");
    let file = file.to_str().unwrap();
    let mut import = Running::start(&["mail", "import", "--data", data, inbox.to_str().unwrap()]);
    assert!(import.line().unwrap().starts_with("00000.eml: report "));
    meldroute(&["backup", "create", "--data", data, file]).good();
    while import.line().is_some() {}
    let again = meldroute(&["backup", "create", "--data", data, file]).refused();
    assert!(again.contains("is there already"), "{again}");
    assert!(
        meldroute(&["backup", "verify", "--data", data, file])
            .good()
            .contains(": whole, ")
    );

    let restored = folder.path().join("restored");
    let (restored, key_text) = (restored.to_str().unwrap(), key.to_str().unwrap());
    let restore = ["backup", "restore", "--data", restored, "--key", key_text, file];
    let unsaid = meldroute(&restore).refused();
    assert!(unsaid.contains("--destroyed FILE"), "{unsaid}");
    let restore = [&restore[..], &["--nothing-destroyed"]].concat();
    meldroute(&restore).good();
    assert_eq!(signals(restored, &key), signals(data, &key));
    journal_holds(restored, &key);
    // What was imported before the backup is in it, and the rest can be imported again.
    let rest = meldroute(&[
        "mail",
        "import",
        "--data",
        restored,
        "--key",
        key_text,
        inbox.to_str().unwrap(),
    ])
    .good();
    assert!(rest.starts_with("00000.eml: duplicate\n"), "{rest}");
    assert!(rest.lines().last().unwrap().starts_with("300 messages: "));
    let second = meldroute(&restore).refused();
    assert!(second.contains("heemstede"), "{second}");
}

#[test]
fn a_backup_with_one_changed_byte_is_refused() {
    let place = Place::sqlite();
    place.init().good();
    let file = place.folder.path().join("backup");
    let name = file.to_str().unwrap();
    place.run(&["backup", "create", name]).good();
    let whole = fs::read(&file).unwrap();
    for at in [0, 20, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&file, &changed).unwrap();
        assert!(
            place
                .run(&["backup", "verify", name])
                .refused()
                .contains("backup")
        );
        let fresh = place.folder.path().join("fresh");
        let key = place.key();
        let restored = meldroute(&[
            "backup",
            "restore",
            "--data",
            fresh.to_str().unwrap(),
            "--key",
            key.to_str().unwrap(),
            "--nothing-destroyed",
            name,
        ]);
        restored.refused();
        assert!(!fresh.exists(), "nothing of it is there");
    }
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    place.run(&["backup", "verify", name]).refused();
}

#[tokio::test]
async fn a_copy_to_postgres_and_back_holds_the_same() {
    let Some(postgres) = Place::postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo");
    make_demo(&demo);
    let (data, key) = (demo.to_str().unwrap(), demo.join("installation.key"));
    let back = folder.path().join("back");
    let back = back.to_str().unwrap();
    let (from_here, key_text) = (postgres.data(), key.to_str().unwrap());
    for (from, to) in [(data, from_here), (from_here, back)] {
        let said = meldroute(&["store", "copy", "--from", from, "--to", to, "--key", key_text]).good();
        assert!(said.contains("both databases hold the same"), "{said}");
        journal_holds(to, &key);
    }
    assert_eq!(signals(from_here, &key), signals(data, &key));
    assert_eq!(signals(back, &key), signals(data, &key));
    let twice = meldroute(&["store", "copy", "--from", data, "--to", back, "--key", key_text]).refused();
    assert!(twice.contains("heemstede"), "{twice}");
    postgres.remove().await;
}
