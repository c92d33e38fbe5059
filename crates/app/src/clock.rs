// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The clock and new identifiers.

use std::sync::{Arc, Mutex, PoisonError};

use meldroute_core::{
    id::{Minter, Timestamp},
    ports::Clock,
};
use uuid::{ContextV7, Uuid};

/// The clock of this machine.
#[derive(Debug)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock that the rest is given"
    )]
    fn now(&self) -> Timestamp {
        chrono::Utc::now()
    }
}

/// Makes identifiers that sort by the moment of a clock, also within one millisecond.
pub(crate) struct UuidMinter {
    clock: Arc<dyn Clock>,
    context: Mutex<ContextV7>,
}

impl UuidMinter {
    /// Identifiers by this clock.
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            context: Mutex::new(ContextV7::new()),
        }
    }
}

impl Minter for UuidMinter {
    fn mint(&self) -> Uuid {
        let now = self.clock.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        let context = self.context.lock().unwrap_or_else(PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(
            &*context,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_identifiers_sort_after_earlier_ones() {
        let minter = UuidMinter::new(Arc::new(SystemClock));
        let identifiers: Vec<Uuid> = (0..10_000).map(|_| minter.mint()).collect();
        assert!(identifiers.is_sorted_by(|earlier, later| earlier < later));
    }
}
