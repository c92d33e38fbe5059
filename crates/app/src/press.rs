// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The port for paper, on the crate that prints.

use std::sync::Arc;

use meldroute_core::{
    paper::Document,
    ports::{Later, Press, PressFailed},
};
use meldroute_report::{to_odt, to_pdf};
use tokio::sync::Semaphore;

/// So many documents are printed at once: each takes a processor for a moment, and memory.
const AT_ONCE: usize = 2;

/// Prints documents beside the threads that serve.
#[derive(Debug)]
pub(crate) struct TypstPress(Arc<Semaphore>);

impl TypstPress {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Press for TypstPress {
    fn print(&self, document: Document) -> Later<'_, Result<Vec<u8>, PressFailed>> {
        Box::pin(async move {
            let place = Arc::clone(&self.0).acquire_owned().await.or(Err(PressFailed))?;
            let printing = tokio::task::spawn_blocking(move || {
                // Whoever goes away does not make room: the printing goes on.
                let _place = place;
                to_pdf(&document)
            });
            printing.await.or(Err(PressFailed))?.or(Err(PressFailed))
        })
    }

    fn to_edit(&self, document: &Document) -> Result<Vec<u8>, PressFailed> {
        to_odt(document).or(Err(PressFailed))
    }
}
