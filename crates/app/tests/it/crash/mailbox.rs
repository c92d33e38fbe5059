// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Killing `meldroute mail fetch`, or the mail server that it reads: each message is in the mailbox until it is stored, and stored once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    time::{Duration, SystemTime},
};

use meldroute_core::id::ReportId;
use tempfile::TempDir;

use super::{ROUNDS, holds_together, import::is_whole, reports};
use crate::{
    dovecot::{Dovecot, Offers},
    mails,
    place::Place,
    program::{Running, meldroute},
};

const MAILS_A_ROUND: usize = 20;

/// Everything that was said is there, each message once, and nothing is half. Gives the subjects of what is there.
async fn nothing_is_lost(
    place: &Place,
    said: &BTreeMap<String, u64>,
    whole: &mut BTreeSet<ReportId>,
) -> BTreeSet<String> {
    let database = place.open().await;
    let stored = reports(&database).await;
    let by_number = holds_together(&database, &stored, "report-received").await;
    let subjects: BTreeSet<String> = by_number.values().cloned().collect();
    assert_eq!(subjects.len(), stored.len(), "each message once");
    assert!(
        said.keys().all(|number| by_number.contains_key(number)),
        "{said:?}"
    );
    for line in &stored {
        if whole.insert(line.id) {
            is_whole(&database, line).await;
        }
    }
    database.close().await;
    subjects
}

/// Where messages come in.
enum Incoming {
    Server(Box<Dovecot>),
    Folder(TempDir),
}

impl Incoming {
    fn settings(&self, place: &Place) -> PathBuf {
        match self {
            Self::Server(dovecot) => dovecot.settings(place.folder.path(), ""),
            Self::Folder(folder) => {
                let file = place.folder.path().join("meldroute.toml");
                let text = format!(
                    "[[mailbox]]\nname = \"Meldpunt\"\nkind = \"folder\"\nfolder = \"{}\"\n",
                    folder.path().display()
                );
                fs::write(&file, text).unwrap();
                file
            }
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the folder goes by the clock of the machine"
    )]
    fn deliver(&mut self, number: usize) {
        let mail = mails::mail(number);
        match self {
            Self::Server(dovecot) => dovecot.deliver(mail.as_bytes()),
            Self::Folder(folder) => {
                let file = folder.path().join(format!("{number}.eml"));
                fs::write(&file, mail).unwrap();
                let written = fs::File::options().append(true).open(file).unwrap();
                // A file that was written to just now may still be growing.
                written
                    .set_modified(SystemTime::now() - Duration::from_mins(10))
                    .unwrap();
            }
        }
    }

    fn waiting(&self) -> usize {
        match self {
            Self::Server(dovecot) => dovecot.waiting(),
            Self::Folder(folder) => {
                let entries = fs::read_dir(folder.path()).unwrap();
                entries
                    .filter(|entry| entry.as_ref().unwrap().path().is_file())
                    .count()
            }
        }
    }
}

/// What is killed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Killed {
    Program,
    Server,
}

async fn survives(place: Place, offers: Offers, killed: Killed) {
    let dovecot = Box::new(Dovecot::start(offers).await);
    survives_with(place, Incoming::Server(dovecot), killed).await;
}

async fn survives_with(place: Place, mut incoming: Incoming, killed: Killed) {
    place.init().good();
    let settings = incoming.settings(&place);
    let key = place.key();
    let fetch = [
        "mail",
        "fetch",
        "--data",
        place.data(),
        "--key",
        key.to_str().unwrap(),
    ];
    let fetch = [&fetch[..], &["--config", settings.to_str().unwrap()]].concat();
    let (mut expected, mut said, mut whole) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
    for round in 0..=ROUNDS {
        let first = usize::try_from(round).unwrap() * MAILS_A_ROUND;
        for number in first..first + MAILS_A_ROUND {
            incoming.deliver(number);
            expected.insert(format!("Melding {number}"));
        }
        let mut lines: Vec<String> = Vec::new();
        if round < ROUNDS {
            let mut running = Running::start(&fetch);
            // Some moment in the work: at first before anything is done, then after ever more lines, and a bit.
            lines.extend((0..round).map_while(|_| running.line()));
            tokio::time::sleep(Duration::from_micros(round * 7919 % 20_000)).await;
            match (killed, &mut incoming) {
                (Killed::Program, _) | (_, Incoming::Folder(_)) => lines.extend(running.kill()),
                (Killed::Server, Incoming::Server(dovecot)) => {
                    dovecot.kill().await;
                    // The program says what it has stored, and ends.
                    lines.extend(std::iter::from_fn(|| running.line()));
                    dovecot.restart().await;
                }
            }
        } else {
            lines.extend(meldroute(&fetch).good().lines().map(str::to_owned));
        }
        let numbers = lines.iter().filter_map(|line| line.split_once(": report "));
        said.extend(numbers.map(|(_, number)| (number.to_owned(), round)));

        let stored = nothing_is_lost(&place, &said, &mut whole).await;
        assert!(
            stored.len() + incoming.waiting() >= expected.len(),
            "nothing is lost"
        );
        if round == ROUNDS {
            assert_eq!(stored, expected);
            assert_eq!(incoming.waiting(), 0);
        }
    }
    assert!(said.len() > 100, "the rounds got to work: {}", said.len());
    place.remove().await;
}

#[tokio::test]
async fn survives_on_sqlite() {
    survives(Place::sqlite(), Offers::Everything, Killed::Program).await;
}

#[tokio::test]
async fn survives_with_a_server_that_copies_and_deletes() {
    survives(Place::sqlite(), Offers::Little, Killed::Program).await;
}

#[tokio::test]
async fn survives_with_a_drop_folder() {
    let folder = Incoming::Folder(tempfile::tempdir().unwrap());
    survives_with(Place::sqlite(), folder, Killed::Program).await;
}

#[tokio::test]
async fn survives_the_end_of_the_mail_server() {
    survives(Place::sqlite(), Offers::Everything, Killed::Server).await;
}

#[tokio::test]
async fn survives_the_end_of_a_mail_server_that_copies_and_deletes() {
    survives(Place::sqlite(), Offers::Little, Killed::Server).await;
}

#[tokio::test]
async fn survives_on_postgres() {
    if let Some(place) = Place::postgres().await {
        survives(place, Offers::Everything, Killed::Program).await;
    }
}
