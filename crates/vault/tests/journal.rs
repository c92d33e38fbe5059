// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal's chain shows every change after the fact.

use meldroute_vault::chain::{EntryForHash, genesis, link};
use proptest::prelude::*;

const ENTRY: EntryForHash<'static> = EntryForHash {
    municipality: "heemstede",
    seq: 1,
    id: [3; 16],
    at_micros: 1_700_000_000_000_000,
    clear: &[("action", b"signal.read"), ("actor", b"17")],
    sealed: b"ciphertext",
};

#[test]
fn changing_any_part_of_an_entry_changes_its_hash() {
    let start = genesis("heemstede");
    let changed = [
        EntryForHash {
            municipality: "heemsted",
            ..ENTRY
        },
        EntryForHash { seq: 2, ..ENTRY },
        EntryForHash { id: [4; 16], ..ENTRY },
        EntryForHash {
            at_micros: -1,
            ..ENTRY
        },
        EntryForHash {
            clear: &[("action", b"signal.read")],
            ..ENTRY
        },
        EntryForHash {
            clear: &[("actor", b"17"), ("action", b"signal.read")],
            ..ENTRY
        },
        EntryForHash {
            clear: &[("action", b"signal.readactor"), ("", b"17")],
            ..ENTRY
        },
        EntryForHash { sealed: b"", ..ENTRY },
    ];
    for entry in changed {
        assert_ne!(link(&start, &entry), link(&start, &ENTRY), "{entry:?}");
    }
    assert_ne!(link(&genesis("zandvoort"), &ENTRY), link(&start, &ENTRY));
}

/// Computed apart from this code, by the encoding that `chain` and `cipher::framed` describe.
#[test]
fn the_hash_of_a_known_entry_stays_what_it_was() {
    let hex = |hash: [u8; 32]| hash.map(|byte| format!("{byte:02x}")).concat();
    assert_eq!(
        hex(genesis("heemstede")),
        "5277c5fefcce91399012460e0aeae5edf46c47f86e436ff28493f5d8dee6c895"
    );
    assert_eq!(
        hex(link(&genesis("heemstede"), &ENTRY)),
        "4b747ce34a2e26a84e07b33071d48a659ff8ef05af92afe8d7579336b383f11a"
    );
}

fn hashes(bodies: &[Vec<u8>]) -> Vec<[u8; 32]> {
    let chain = bodies
        .iter()
        .zip(1..)
        .scan(genesis("heemstede"), |prev, (sealed, seq)| {
            *prev = link(prev, &EntryForHash { seq, sealed, ..ENTRY });
            Some(*prev)
        });
    chain.collect()
}

proptest! {
    #[test]
    fn a_changed_entry_changes_all_hashes_after_it_and_none_before(
        mut bodies in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..20), 1..8),
        at: prop::sample::Index,
    ) {
        let before = hashes(&bodies);
        let at = at.index(bodies.len());
        bodies[at][0] ^= 1;
        let after = hashes(&bodies);
        prop_assert_eq!(&before[..at], &after[..at]);
        prop_assert!(before[at..].iter().zip(&after[at..]).all(|(old, new)| old != new));
    }
}
