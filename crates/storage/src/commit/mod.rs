// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Storing changes. Each caller seals its own change; one task commits what waits, together, so that one sync to disk
//! serves many callers.

mod check;
mod load;
mod prepare;
mod save;
mod write;

use std::{sync::Arc, time::Duration};

use meldroute_core::{
    change::{Changes, Committed},
    id::Timestamp,
    ports::CommitError,
};
use sea_orm::{DatabaseConnection, DbErr, TransactionTrait as _};
use tokio::{
    sync::{mpsc, oneshot, watch},
    task::JoinHandle,
};

pub(crate) use self::write::insert;
use self::{check::Batch, prepare::Prepared};
use crate::{
    database::Database,
    dialect::{self, Failure},
};

/// How many changes go into one transaction at most.
const BATCH: usize = 64;
/// How many bytes of files go into one transaction at most, so that large mails don't pile up in memory.
const BATCH_BYTES: usize = 16 << 20;
/// How often a transaction is tried again when somebody else was busy.
const TRIES: u32 = 6;

type Answer = Result<Committed, CommitError>;

/// Hands changes to the task that commits them.
#[derive(Debug)]
pub(crate) struct Committer {
    jobs: mpsc::Sender<Job>,
    changed: watch::Receiver<u64>,
}

struct Job {
    prepared: Arc<Prepared>,
    answer: oneshot::Sender<Answer>,
}

/// Starts the task. It ends when the committer is dropped and everything handed in is committed.
pub(crate) fn start(write: DatabaseConnection) -> (Committer, JoinHandle<()>) {
    let (jobs, waiting) = mpsc::channel(4 * BATCH);
    let (tell, changed) = watch::channel(0);
    let task = tokio::spawn(work(write, waiting, tell));
    (Committer { jobs, changed }, task)
}

impl Committer {
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changed.clone()
    }

    async fn hand_in(&self, prepared: Prepared) -> Answer {
        let (answer, answered) = oneshot::channel();
        let prepared = Arc::new(prepared);
        let job = Job { prepared, answer };
        self.jobs.send(job).await.or(Err(CommitError::Unavailable))?;
        answered.await.or(Err(CommitError::Unavailable))?
    }
}

impl Database {
    pub(crate) async fn commit_changes(&self, changes: Changes) -> Answer {
        let prepared = prepare::changes(self, changes).await?;
        self.committer.hand_in(prepared).await
    }

    pub(crate) async fn session_used(
        &self,
        token_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let prepared = Prepared::session_used(token_hash, now);
        self.committer.hand_in(prepared).await.map(|_| ())
    }
}

async fn work(write: DatabaseConnection, mut waiting: mpsc::Receiver<Job>, tell: watch::Sender<u64>) {
    while let Some(first) = waiting.recv().await {
        let mut bytes = first.prepared.bytes;
        let mut jobs = vec![first];
        while jobs.len() < BATCH
            && bytes < BATCH_BYTES
            && let Ok(job) = waiting.try_recv()
        {
            bytes += job.prepared.bytes;
            jobs.push(job);
        }
        let changes: Vec<_> = jobs.iter().map(|job| Arc::clone(&job.prepared)).collect();
        let answers = commit_all(&write, &changes).await;
        if answers.iter().any(Result::is_ok) {
            tell.send_modify(|count| *count += 1);
        }
        for (job, answer) in jobs.into_iter().zip(answers) {
            // Who no longer waits for the answer has gone away; the change is stored all the same.
            let _ = job.answer.send(answer);
        }
    }
}

/// Commits changes together. Where the database refuses them together, each is tried alone, so that one does not take others along.
async fn commit_all(write: &DatabaseConnection, changes: &[Arc<Prepared>]) -> Vec<Answer> {
    match try_often(write, changes).await {
        Ok(answers) => answers,
        Err(error) if changes.len() == 1 => vec![Err(refused(&error))],
        Err(_) => {
            let mut answers = Vec::with_capacity(changes.len());
            for one in changes.chunks(1) {
                let answer = try_often(write, one).await.map(|mut answers| answers.pop());
                answers.push(match answer {
                    Ok(Some(answer)) => answer,
                    Ok(None) => Err(CommitError::Unavailable),
                    Err(error) => Err(refused(&error)),
                });
            }
            answers
        }
    }
}

fn refused(error: &DbErr) -> CommitError {
    match dialect::failure(error) {
        Failure::Taken => CommitError::Duplicate,
        Failure::Busy | Failure::Other => {
            tracing::error!(code = dialect::code(error), "a change could not be stored");
            CommitError::Unavailable
        }
    }
}

async fn try_often(write: &DatabaseConnection, changes: &[Arc<Prepared>]) -> Result<Vec<Answer>, DbErr> {
    let mut tries = 1;
    loop {
        match commit_once(write, changes).await {
            Err(error) if tries < TRIES && dialect::failure(&error) == Failure::Busy => {
                tokio::time::sleep(Duration::from_millis(10 << tries)).await;
                tries += 1;
            }
            result => return result,
        }
    }
}

async fn commit_once(write: &DatabaseConnection, changes: &[Arc<Prepared>]) -> Result<Vec<Answer>, DbErr> {
    let transaction = write.begin_with_options(dialect::writing()).await?;
    let mut batch = Batch::new(load::known(&transaction, changes).await?);
    let answers: Vec<_> = changes.iter().map(|change| batch.accept(change)).collect();
    if answers.iter().any(Result::is_ok) {
        write::all(&transaction, &batch).await?;
        transaction.commit().await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(answers)
}
