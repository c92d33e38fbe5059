// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A folder into which something else puts messages, a file each. What was processed lies in `processed/`, by day.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use tokio::{fs, io::AsyncReadExt as _, time::sleep};

use super::{BEGINNING, Fetched, Later, Listed, MailboxError, SharedMailbox};

/// A folder on this machine.
#[derive(Clone, Debug)]
pub struct DropFolder {
    /// The folder.
    pub folder: PathBuf,
    /// A file counts when nobody wrote to it for so long: it may still be growing.
    pub settled: Duration,
}

/// The folder of what was processed, below the other.
const PROCESSED: &str = "processed";

pub(super) async fn open(settings: &DropFolder) -> Result<Folder, MailboxError> {
    let processed = settings.folder.join(PROCESSED);
    fs::create_dir_all(&processed)
        .await
        .map_err(|_why| MailboxError::Folder(processed.display().to_string()))?;
    Ok(Folder {
        settings: settings.clone(),
        processed,
        files: BTreeMap::new(),
    })
}

pub(super) struct Folder {
    settings: DropFolder,
    processed: PathBuf,
    /// The paths of what was listed, by its key: a name need not be text.
    files: BTreeMap<String, PathBuf>,
}

impl Folder {
    async fn listed(&mut self, now: DateTime<Utc>) -> Result<Vec<Listed>, MailboxError> {
        self.files.clear();
        let mut sizes = BTreeMap::new();
        let mut entries = fs::read_dir(&self.settings.folder).await?;
        while let Some(entry) = entries.next_entry().await? {
            let name = entry.file_name().to_string_lossy().into_owned();
            // Somebody may take a file away while we look.
            let Ok(about) = fs::symlink_metadata(entry.path()).await else {
                continue;
            };
            // A date in the future does not mean that somebody writes now.
            let rest = about
                .modified()
                .map(|when| (now - DateTime::<Utc>::from(when)).abs());
            let settled =
                rest.is_ok_and(|rest| rest.to_std().is_ok_and(|rest| rest >= self.settings.settled));
            if about.is_file() && settled && !name.starts_with('.') {
                sizes.insert(name.clone(), about.len());
                self.files.insert(name, entry.path());
            }
        }
        let listed = sizes.into_iter().map(|(name, size)| Listed {
            label: name.clone(),
            key: name,
            size: Some(size),
        });
        Ok(listed.collect())
    }

    async fn fetched(&self, message: &Listed, most: usize) -> Result<Option<Fetched>, MailboxError> {
        let Some(path) = self.files.get(&message.key) else {
            return Ok(None);
        };
        let file = match fs::File::open(path).await {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(_of_this_file) => return Err(MailboxError::Refused),
        };
        let mut bytes = Vec::new();
        let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        let read = file.take(one_more).read_to_end(&mut bytes).await;
        read.map_err(|_of_this_file| MailboxError::Refused)?;
        if bytes.len() <= most {
            return Ok(Some(Fetched::Whole(bytes)));
        }
        bytes.truncate(BEGINNING);
        Ok(Some(Fetched::Beginning(bytes)))
    }

    async fn moved(&self, message: &Listed, now: DateTime<Utc>) -> Result<(), MailboxError> {
        let Some(path) = self.files.get(&message.key) else {
            return Ok(());
        };
        let day = self.processed.join(now.date_naive().to_string());
        fs::create_dir_all(&day).await?;
        match fs::rename(path, free(&day, path).await?).await {
            // Somebody took it away meanwhile.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            moved => moved.map_err(|_of_this_file| MailboxError::Refused),
        }
    }

    async fn processed_before(&mut self, before: DateTime<Utc>) -> Result<Vec<Listed>, MailboxError> {
        let mut listed = Vec::new();
        let mut days = fs::read_dir(&self.processed).await?;
        while let Some(day) = days.next_entry().await? {
            let name = day.file_name().to_string_lossy().into_owned();
            let date = name.parse::<NaiveDate>();
            if !date.is_ok_and(|date| date < before.date_naive()) {
                continue;
            }
            let mut files = fs::read_dir(day.path()).await?;
            while let Some(file) = files.next_entry().await? {
                let key = format!("{name}/{}", file.file_name().to_string_lossy());
                if fs::symlink_metadata(file.path()).await?.is_file() {
                    self.files.insert(key.clone(), file.path());
                    listed.push(Listed {
                        label: key.clone(),
                        key,
                        size: None,
                    });
                }
            }
        }
        Ok(listed)
    }

    async fn deleted(&self, message: &Listed) -> Result<(), MailboxError> {
        let Some(path) = self.files.get(&message.key) else {
            return Ok(());
        };
        match fs::remove_file(path).await {
            // Somebody took it away meanwhile.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            gone => gone.map_err(|_of_this_file| MailboxError::Refused)?,
        }
        if let Some(day) = path.parent() {
            // Fails as long as there is more in it.
            let _ = fs::remove_dir(day).await;
        }
        Ok(())
    }
}

/// A path in the folder that is not taken: two messages may have come under one name.
async fn free(folder: &Path, file: &Path) -> Result<PathBuf, MailboxError> {
    let name = file.file_name().unwrap_or_default();
    let mut number = 0;
    loop {
        let mut wanted = name.to_owned();
        if number > 0 {
            wanted.push(format!(".{number}"));
        }
        let path = folder.join(wanted);
        if !fs::try_exists(&path).await? {
            return Ok(path);
        }
        number += 1;
    }
}

impl SharedMailbox for Folder {
    fn list(&mut self, now: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(self.listed(now))
    }

    fn fetch<'a>(&'a mut self, message: &'a Listed, most: usize) -> Later<'a, Option<Fetched>> {
        Box::pin(self.fetched(message, most))
    }

    fn mark_processed<'a>(&'a mut self, message: &'a Listed, now: DateTime<Utc>) -> Later<'a, ()> {
        Box::pin(self.moved(message, now))
    }

    fn processed(&mut self, before: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(self.processed_before(before))
    }

    fn delete<'a>(&'a mut self, message: &'a Listed) -> Later<'a, ()> {
        Box::pin(self.deleted(message))
    }

    fn wait(&mut self, at_most: Duration) -> Later<'_, ()> {
        Box::pin(async move {
            sleep(at_most).await;
            Ok(())
        })
    }
}
