// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What runs beside the pages of `serve`. A worker that panics or ends is said in the log and on the page of the administrator, and
//! begins again after a pause.

use std::{convert::Infallible, pin::Pin, sync::Arc, time::Duration};

use meldroute_core::ports::{Clock, Worker};
use tokio::task::{Id, JoinSet};

use crate::mailbox::Healths;

/// How long a worker that ended stays away.
const PAUSE: Duration = Duration::from_secs(10);

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;
type Begin = Box<dyn Fn() -> Work + Send + Sync>;

/// The workers.
pub(crate) struct Workers {
    set: JoinSet<()>,
    running: Vec<(Id, Worker, Begin)>,
    healths: Arc<Healths>,
    clock: Arc<dyn Clock>,
    pause: Duration,
}

impl Workers {
    pub(crate) fn new(healths: Arc<Healths>, clock: Arc<dyn Clock>) -> Self {
        Self {
            set: JoinSet::new(),
            running: Vec::new(),
            healths,
            clock,
            pause: PAUSE,
        }
    }

    /// Starts one.
    pub(crate) fn start<F: Future<Output = ()> + Send + 'static>(
        &mut self,
        worker: Worker,
        begin: impl Fn() -> F + Send + Sync + 'static,
    ) {
        let begin: Begin = Box::new(move || Box::pin(begin()));
        let id = self.set.spawn(begin()).id();
        self.running.push((id, worker, begin));
    }

    /// Waits for workers that end, as long as the program runs.
    pub(crate) async fn watch(&mut self) -> Infallible {
        while let Some(ended) = self.set.join_next_with_id().await {
            let (id, panicked) = match ended {
                Ok((id, ())) => (id, false),
                Err(error) => (error.id(), error.is_panic()),
            };
            let Some(place) = self.running.iter().position(|(of, ..)| *of == id) else {
                continue;
            };
            let (_, worker, begin) = self.running.swap_remove(place);
            let seconds = self.pause.as_secs();
            tracing::error!(
                worker = worker.as_str(),
                panicked,
                seconds,
                "a worker ended; starting it again"
            );
            self.healths.stopped(worker, self.clock.now());
            let (work, pause) = (begin(), self.pause);
            let again = async move {
                tokio::time::sleep(pause).await;
                work.await;
            };
            let id = self.set.spawn(again).id();
            self.running.push((id, worker, begin));
        }
        std::future::pending().await
    }

    /// Ends all, and waits until they have ended: they hold the database.
    pub(crate) async fn end(mut self) {
        self.set.shutdown().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use meldroute_core::ports::Mailboxes as _;

    use super::*;
    use crate::clock::SystemClock;

    #[tokio::test(start_paused = true)]
    async fn a_worker_that_panics_or_ends_begins_again_and_is_shown() {
        let healths = Arc::new(Healths::default());
        let mut workers = Workers::new(Arc::clone(&healths), Arc::new(SystemClock));
        let begun = Arc::new(AtomicUsize::new(0));
        let (counted, other) = (Arc::clone(&begun), Arc::new(AtomicUsize::new(0)));
        workers.start(Worker::Files, move || {
            let times = counted.fetch_add(1, Ordering::Relaxed);
            async move {
                match times {
                    0 => std::panic::panic_any("a fault"),
                    1 => {}
                    _ => std::future::pending().await,
                }
            }
        });
        let once = Arc::clone(&other);
        workers.start(Worker::Outbox, move || {
            once.fetch_add(1, Ordering::Relaxed);
            std::future::pending()
        });
        let _ = tokio::time::timeout(Duration::from_mins(1), workers.watch()).await;
        assert_eq!(begun.load(Ordering::Relaxed), 3);
        assert_eq!(other.load(Ordering::Relaxed), 1, "the others go on");
        let shown: Vec<_> = healths
            .stopped_workers()
            .into_iter()
            .map(|(worker, _)| worker)
            .collect();
        assert_eq!(shown, [Worker::Files]);
        workers.end().await;
    }
}
