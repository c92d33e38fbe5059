// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A folder into which something else puts messages.

use std::{
    fs::{self, File},
    path::Path,
    time::Duration,
};

use chrono::{DateTime, Utc};
use meldroute_connect::mailbox::{DropFolder, Fetched, Server, SharedMailbox};

use crate::{keys, listed, october, opened};

async fn folder(path: &Path) -> Box<dyn SharedMailbox> {
    let folder = path.to_owned();
    let settled = Duration::from_secs(10);
    opened(Server::Folder(DropFolder { folder, settled })).await
}

fn put(path: &Path, name: &str, text: &str, written: DateTime<Utc>) {
    fs::write(path.join(name), text).unwrap();
    let file = File::options().write(true).open(path.join(name)).unwrap();
    file.set_modified(written.into()).unwrap();
}

#[tokio::test]
async fn takes_files_that_nobody_writes_to_any_more() {
    let place = tempfile::tempdir().unwrap();
    let mut mailbox = folder(place.path()).await;
    put(place.path(), "b.eml", "second", october(4));
    put(place.path(), "a.eml", "first", october(4));
    put(place.path(), ".c.eml", "hidden: being written", october(4));
    put(place.path(), "d.eml", "growing", october(5));
    fs::create_dir(place.path().join("map")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", place.path().join("e.eml")).unwrap();
    let found = listed(mailbox.as_mut()).await;
    assert_eq!(keys(&found), ["a.eml", "b.eml"]);
    let first = mailbox.fetch(&found[0], 100).await.unwrap();
    assert!(first == Some(Fetched::Whole(b"first".to_vec())));
    let cut = mailbox.fetch(&found[0], 4).await.unwrap();
    assert!(cut == Some(Fetched::Beginning(b"first".to_vec())), "too large");
    fs::remove_file(place.path().join("a.eml")).unwrap();
    assert!(
        mailbox.fetch(&found[0], 100).await.unwrap().is_none(),
        "somebody took it"
    );
}

#[tokio::test]
async fn what_was_processed_is_deleted_after_some_days_and_not_before() {
    let place = tempfile::tempdir().unwrap();
    let mut mailbox = folder(place.path()).await;
    for day in [1, 2] {
        // A message that was written long ago, and another of the same name.
        for _ in 0..2 {
            put(place.path(), "a.eml", "text", october(1));
            let found = listed(mailbox.as_mut()).await;
            mailbox.mark_processed(&found[0], october(day)).await.unwrap();
        }
        assert!(listed(mailbox.as_mut()).await.is_empty());
    }
    assert!(mailbox.processed(october(1)).await.unwrap().is_empty());
    let old = mailbox.processed(october(2)).await.unwrap();
    assert_eq!(old.len(), 2);
    for message in &old {
        let fetched = mailbox.fetch(message, 100).await.unwrap();
        assert!(fetched == Some(Fetched::Whole(b"text".to_vec())));
        assert!(place.path().join("processed/2026-10-01").exists());
        mailbox.delete(message).await.unwrap();
    }
    assert!(!place.path().join("processed/2026-10-01").exists());
    let day = place.path().join("processed/2026-10-02");
    assert_eq!(fs::read_to_string(day.join("a.eml")).unwrap(), "text");
    assert_eq!(fs::read_dir(day).unwrap().count(), 2);
}
