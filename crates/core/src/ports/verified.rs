// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What verifying the journal says.

/// What verifying the journal said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Every entry holds.
    Holds {
        /// How many entries.
        entries: u64,
        /// The head: hash of the last entry, in hexadecimal.
        head: String,
    },
    /// The chain breaks.
    Broken {
        /// At which entry.
        at: u64,
    },
}
