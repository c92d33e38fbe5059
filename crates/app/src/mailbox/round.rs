// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One round through a mailbox. The order loses nothing: a message is stored durably, then moved, and deleted days later.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use chrono::TimeDelta;
use meldroute_connect::{
    mail::{Limits, Source},
    mailbox::{Fetched, Listed, MailboxError, SharedMailbox},
};
use meldroute_core::{
    change::Fingerprint,
    id::Timestamp,
    policy::Actor,
    ports::{MailboxTrouble, Services},
    processing::Call,
    usecase::Failure,
};

use super::MailboxSettings;
use crate::{
    intake::{self, Taken},
    stop::Stop,
};

/// Why a round did not come to its end.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The settings or the secret can't be used.
    Settings(Stop),
    /// The mailbox.
    Mailbox(MailboxError),
    /// What came could not be stored. It is still in the mailbox.
    Storage(Failure),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(stop) => f.write_str(&stop.sentences().join("; ")),
            Self::Mailbox(error) => error.fmt(f),
            Self::Storage(failure) => write!(f, "a message could not be stored and stays there: {failure}"),
        }
    }
}

impl Trouble {
    /// What kind of trouble it is, for the pages.
    pub(crate) fn kind(&self) -> MailboxTrouble {
        match self {
            Self::Settings(_) | Self::Mailbox(MailboxError::Settings(_)) => MailboxTrouble::Settings,
            Self::Storage(_) => MailboxTrouble::Storage,
            Self::Mailbox(error) => match error {
                MailboxError::Certificate => MailboxTrouble::Certificate,
                MailboxError::LogIn => MailboxTrouble::LogIn,
                MailboxError::Folder(_) => MailboxTrouble::Folder,
                MailboxError::Unreachable(_) | MailboxError::TimedOut | MailboxError::Later(_) => {
                    MailboxTrouble::Unreachable
                }
                _ => MailboxTrouble::Refused,
            },
        }
    }
}

impl From<MailboxError> for Trouble {
    fn from(error: MailboxError) -> Self {
        Self::Mailbox(error)
    }
}

/// Somebody who hears what became of each message, as soon as it is stored.
pub(crate) type Hears<'a> = &'a mut (dyn FnMut(&str, &Taken) -> Result<(), Stop> + Send);

/// After how long a message that could not be taken in is tried again.
const AGAIN: TimeDelta = TimeDelta::minutes(5);

/// A visit to an open mailbox.
pub(crate) struct Visit<'a> {
    services: &'a Services,
    settings: &'a MailboxSettings,
    /// What stays where it is: too large to be taken in.
    left: BTreeSet<String>,
    /// What could not be taken in for a reason of its own: when to try again, and why.
    stuck: BTreeMap<String, (Timestamp, Trouble)>,
    /// What others put among the processed messages.
    others: BTreeSet<String>,
}

/// A visit to a mailbox.
pub(crate) fn visit<'a>(services: &'a Services, settings: &'a MailboxSettings) -> Visit<'a> {
    Visit {
        services,
        settings,
        left: BTreeSet::new(),
        stuck: BTreeMap::new(),
        others: BTreeSet::new(),
    }
}

impl Visit<'_> {
    /// Takes in all that waits.
    pub(crate) async fn round(
        &mut self,
        mailbox: &mut dyn SharedMailbox,
        actor: &Actor,
        hears: Hears<'_>,
    ) -> Result<(), Trouble> {
        // What a server lists again although it was moved waits for the next round.
        let mut tried = BTreeSet::new();
        loop {
            let listed = mailbox.list(self.services.clock.now()).await?;
            self.stuck
                .retain(|key, _| listed.iter().any(|message| message.key == *key));
            let mut moved = false;
            for message in &listed {
                let key = &message.key;
                let now = self.services.clock.now();
                let waits = self.stuck.get(key).is_some_and(|(again_at, _)| now < *again_at);
                if waits || self.left.contains(key) || !tried.insert(key.clone()) {
                    continue;
                }
                match self.message(mailbox, actor, message, hears).await {
                    Ok(was_moved) => {
                        moved |= was_moved;
                        self.stuck.remove(key);
                    }
                    // One message must not keep the others from coming in.
                    Err(trouble) if self.is_of_the_message(&trouble, actor).await => {
                        tracing::warn!(mailbox = %self.settings.name, "{trouble}; going on behind it");
                        self.stuck.insert(key.clone(), (now + AGAIN, trouble));
                    }
                    Err(trouble) => return Err(trouble),
                }
            }
            // More may have come, or not all was listed.
            if !moved {
                return Ok(());
            }
        }
    }

    /// Whether trouble is about one message, and not about the server or the store.
    async fn is_of_the_message(&self, trouble: &Trouble, actor: &Actor) -> bool {
        match trouble {
            Trouble::Mailbox(error) => error.is_of_the_message(),
            Trouble::Storage(_) => {
                let any = Fingerprint::Quarantined([0; 32]);
                let answer = self.services.store.known_since(&actor.municipality, &any).await;
                answer.is_ok()
            }
            Trouble::Settings(_) => false,
        }
    }

    /// How many messages could not be taken in, and are still there.
    pub(crate) fn stuck(&self) -> usize {
        self.stuck.len()
    }

    /// Why one of them could not be taken in.
    pub(crate) fn into_stuck(self) -> Option<Trouble> {
        self.stuck.into_values().next().map(|(_, why)| why)
    }

    /// Takes one message in. Whether it was moved. All of it is one processing: fetching, storing, and moving.
    async fn message(
        &mut self,
        mailbox: &mut dyn SharedMailbox,
        actor: &Actor,
        message: &Listed,
        hears: Hears<'_>,
    ) -> Result<bool, Trouble> {
        let call = Call::came(None, self.services.clock.now(), self.services.minter.as_ref());
        let actor = Actor {
            call: Some(call),
            ..actor.clone()
        };
        mailbox.part_of(Some(call.trace_id));
        let moved = self.taken(mailbox, &actor, message, hears).await;
        mailbox.part_of(None);
        moved
    }

    async fn taken(
        &mut self,
        mailbox: &mut dyn SharedMailbox,
        actor: &Actor,
        message: &Listed,
        hears: Hears<'_>,
    ) -> Result<bool, Trouble> {
        let label = format!("{} {}", self.settings.name, message.label)
            .trim_end()
            .to_owned();
        let source = |bytes| Source {
            label: label.clone(),
            bytes,
        };
        let (taken, whole) = match mailbox.fetch(message, Limits::default().size).await? {
            None => return Ok(false),
            Some(Fetched::Whole(bytes)) => {
                let taken = intake::take(
                    self.services,
                    actor,
                    source(bytes),
                    self.settings.authserv_id.as_deref(),
                );
                (Box::pin(taken).await, true)
            }
            Some(Fetched::Beginning(bytes)) => {
                let taken = intake::take_beginning(self.services, actor, source(bytes));
                (Box::pin(taken).await, false)
            }
        };
        let taken = taken.map_err(Trouble::Storage)?;
        hears(&label, &taken).map_err(Trouble::Settings)?;
        if whole {
            mailbox.mark_processed(message, self.services.clock.now()).await?;
        } else {
            self.left.insert(message.key.clone());
        }
        Ok(whole)
    }

    /// Deletes what was stored here long enough ago, and nothing else: people may keep mail of their own in that folder.
    pub(crate) async fn purge(
        &mut self,
        mailbox: &mut dyn SharedMailbox,
        actor: &Actor,
    ) -> Result<usize, Trouble> {
        if !mailbox.can_delete() {
            return Ok(0);
        }
        let before = self.services.clock.now() - TimeDelta::days(self.settings.delete_after_days.into());
        let mut gone = 0;
        // It was stored after it came, so what came later need not be looked at.
        for message in mailbox.processed(before).await? {
            if self.others.contains(&message.key) {
                continue;
            }
            let fetched = match mailbox.fetch(&message, Limits::default().size).await {
                Err(error) if error.is_of_the_message() => continue,
                fetched => fetched?,
            };
            let stored_at = match fetched {
                Some(Fetched::Whole(bytes)) => {
                    let label = String::new();
                    let known = intake::stored_at(self.services, actor, Source { label, bytes });
                    Box::pin(known).await.map_err(Trouble::Storage)?
                }
                // Nothing so large was ever moved here.
                _ => None,
            };
            match stored_at {
                Some(at) if at < before => match mailbox.delete(&message).await {
                    // It stays; the next round tries it again.
                    Err(error) if error.is_of_the_message() => {}
                    deleted => {
                        deleted?;
                        gone += 1;
                    }
                },
                Some(_) => {}
                None => {
                    self.others.insert(message.key);
                }
            }
        }
        Ok(gone)
    }
}

#[cfg(test)]
mod tests {
    use std::{path::Path, sync::Arc, time::Duration};

    use chrono::{DateTime, Utc};
    use meldroute_connect::mailbox::Later;
    use meldroute_core::policy::Role;
    use meldroute_vault::key::InstallationKey;

    use super::*;
    use crate::{
        clock::SystemClock,
        configurations,
        installation::{Installation, operator},
    };

    /// A mailbox with one message, which notes of which processing each call was part.
    #[derive(Default)]
    struct OneMessage {
        part_of: Option<u128>,
        calls: Vec<(&'static str, Option<u128>)>,
    }

    impl OneMessage {
        fn done<T: Send + 'static>(&mut self, call: &'static str, answer: T) -> Later<'static, T> {
            self.calls.push((call, self.part_of));
            Box::pin(async { Ok(answer) })
        }
    }

    impl SharedMailbox for OneMessage {
        fn part_of(&mut self, processing: Option<u128>) {
            self.part_of = processing;
        }

        fn list(&mut self, _now: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
            let waits = self.calls.iter().all(|(call, _)| *call != "move");
            let message = Listed {
                key: "1".to_owned(),
                label: String::new(),
                size: None,
            };
            self.done("list", if waits { vec![message] } else { Vec::new() })
        }

        fn fetch<'a>(&'a mut self, _message: &'a Listed, _most: usize) -> Later<'a, Option<Fetched>> {
            let mail = b"From: noor@hulp.example\r\nSubject: Verzonnen\r\n\r\nEen verzonnen melding.\r\n";
            self.done("fetch", Some(Fetched::Whole(mail.to_vec())))
        }

        fn mark_processed<'a>(&'a mut self, _message: &'a Listed, _now: DateTime<Utc>) -> Later<'a, ()> {
            self.done("move", ())
        }

        fn processed(&mut self, _before: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
            self.done("processed", Vec::new())
        }

        fn delete<'a>(&'a mut self, _message: &'a Listed) -> Later<'a, ()> {
            self.done("delete", ())
        }

        fn wait(&mut self, _at_most: Duration) -> Later<'_, ()> {
            self.done("wait", ())
        }
    }

    #[tokio::test]
    async fn a_message_is_fetched_stored_and_moved_in_one_processing() {
        let folder = tempfile::tempdir().unwrap();
        let key = InstallationKey::from_hex(&"5a".repeat(32)).unwrap();
        let data = folder.path().to_str().unwrap();
        let installation = Installation::with_key(data, key, Arc::new(SystemClock), None)
            .await
            .unwrap();
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/heemstede");
        let (configuration, files) = configurations::from_folder(&shipped).unwrap();
        let (services, m) = (&installation.services, &configuration.municipality.id);
        let administrator = operator(services, m);
        configurations::load(services, &administrator, &configuration, files)
            .await
            .unwrap();
        let database = installation.database.as_ref();
        installation.configurations.refresh(database).await.unwrap();

        let settings: MailboxSettings =
            toml::from_str("name = \"a\"\nkind = \"folder\"\nfolder = \"/nowhere\"").unwrap();
        let actor = Actor::of_program(Role::Intake, "mailbox", m, services.clock.now());
        let mut mailbox = OneMessage::default();
        visit(services, &settings)
            .round(&mut mailbox, &actor, &mut |_, _| Ok(()))
            .await
            .unwrap();
        let [(_, first), (_, fetch), (_, moved), (_, last)] = mailbox.calls.as_slice() else {
            panic!("{:?}", mailbox.calls);
        };
        assert_eq!((first, last), (&None, &None), "looking for mail is of no message");
        assert!(fetch.is_some() && fetch == moved);
        let journal = services.store.journal(m, None, 1).await.unwrap();
        assert_eq!(journal[0].action, "report-received");
        let trace = journal[0].detail.clone().unwrap().trace;
        assert_eq!(Some(trace), fetch.map(|trace| format!("{trace:032x}")));
        installation.close().await;
    }
}
