// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What someone who can write to the database, or who holds a key of another, gets out of sealed content: nothing.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use meldroute_vault::key::{ContentKey, InstallationKey, MunicipalityKey};
use meldroute_vault::seal::{Place, open, seal};
use meldroute_vault::{OpenError, lookup::lookup};
use proptest::prelude::*;

const PLACE: Place<'static> = Place {
    table: "signal",
    column: "body",
    row: [7; 16],
};

fn municipality() -> (InstallationKey, MunicipalityKey) {
    (
        InstallationKey::generate().unwrap(),
        MunicipalityKey::generate().unwrap(),
    )
}

#[test]
fn a_value_opens_only_at_its_own_place() {
    let key = ContentKey::generate().unwrap();
    let sealed = seal(&key, &PLACE, b"observed at the door").unwrap();
    assert_eq!(open(&key, &PLACE, &sealed).unwrap(), b"observed at the door");

    let elsewhere = [
        Place {
            row: [8; 16],
            ..PLACE
        },
        Place {
            column: "note",
            ..PLACE
        },
        Place {
            table: "report",
            ..PLACE
        },
        Place {
            table: "signalb",
            column: "ody",
            ..PLACE
        },
    ];
    for place in elsewhere {
        assert_eq!(open(&key, &place, &sealed), Err(OpenError::Refused), "{place:?}");
    }
    assert_eq!(
        open(&ContentKey::generate().unwrap(), &PLACE, &sealed),
        Err(OpenError::Refused)
    );
}

#[test]
fn equal_texts_are_sealed_differently() {
    let key = ContentKey::generate().unwrap();
    assert_ne!(
        seal(&key, &PLACE, b"yes").unwrap(),
        seal(&key, &PLACE, b"yes").unwrap()
    );
}

#[test]
fn a_wrapped_key_serves_only_its_own_municipality_id_and_purpose() {
    let (installation, heemstede) = municipality();
    let wrapped = heemstede.wrap(&installation, "heemstede").unwrap();
    assert!(MunicipalityKey::unwrap(&wrapped, &installation, "heemstede").is_ok());
    assert!(MunicipalityKey::unwrap(&wrapped, &installation, "zandvoort").is_err());
    assert!(MunicipalityKey::unwrap(&wrapped, &InstallationKey::generate().unwrap(), "heemstede").is_err());

    let zandvoort = MunicipalityKey::generate().unwrap();
    let wrapped = ContentKey::generate()
        .unwrap()
        .wrap(&heemstede, [1; 16], "reporter")
        .unwrap();
    assert!(ContentKey::unwrap(&wrapped, &heemstede, [1; 16], "reporter").is_ok());
    assert!(ContentKey::unwrap(&wrapped, &heemstede, [1; 16], "signal").is_err());
    assert!(ContentKey::unwrap(&wrapped, &heemstede, [2; 16], "reporter").is_err());
    assert!(ContentKey::unwrap(&wrapped, &zandvoort, [1; 16], "reporter").is_err());
}

#[test]
fn a_sealed_text_of_32_bytes_does_not_pass_for_a_wrapped_key() {
    let (_, municipality) = municipality();
    let planted = seal(&municipality.sealing_key(), &PLACE, &[0; 32]).unwrap();
    assert!(ContentKey::unwrap(&planted, &municipality, PLACE.row, "signal").is_err());
}

#[test]
fn wrapping_and_unwrapping_keeps_the_keys_below_readable() {
    let (installation, municipality) = municipality();
    let content = ContentKey::generate().unwrap();
    let sealed = seal(&content, &PLACE, b"text").unwrap();
    let of_all = seal(&municipality.sealing_key(), &PLACE, b"account").unwrap();
    let hash = lookup(&municipality.lookup_key(), "phone", "0600000001");
    let stored = municipality.wrap(&installation, "heemstede").unwrap();
    let stored_content = content.wrap(&municipality, [1; 16], "signal").unwrap();

    let municipality = MunicipalityKey::unwrap(&stored, &installation, "heemstede").unwrap();
    let content = ContentKey::unwrap(&stored_content, &municipality, [1; 16], "signal").unwrap();
    assert_eq!(open(&content, &PLACE, &sealed).unwrap(), b"text");
    assert_eq!(
        open(&municipality.sealing_key(), &PLACE, &of_all).unwrap(),
        b"account"
    );
    assert_eq!(lookup(&municipality.lookup_key(), "phone", "0600000001"), hash);
}

#[test]
fn look_ups_match_only_the_same_value_of_the_same_kind_in_the_same_municipality() {
    let (_, municipality) = municipality();
    let key = municipality.lookup_key();
    let found = lookup(&key, "phone", "0600000001");
    assert_eq!(found, lookup(&key, "phone", "0600000001"));
    assert_ne!(found, lookup(&key, "phone", "0600000002"));
    assert_ne!(found, lookup(&key, "company", "0600000001"));
    assert_ne!(found, lookup(&key, "phone0", "600000001"));
    assert_ne!(
        found,
        lookup(
            &MunicipalityKey::generate().unwrap().lookup_key(),
            "phone",
            "0600000001"
        )
    );
}

const GOLDEN_MUNICIPALITY: &str = "01dacee355aeda34f0cdd3e2291efc5923c77f57a62140557f75508e227eb3f14fd691e6959cf7642054d98c27a5424dc55a8e4c7b25278562e5e4a52de67a4f885a6ebd077946bce3";
const GOLDEN_CONTENT: &str = "01a4033faa060cefd6f22f31eb588fe7043ec905a6fa6f7d6d5b51072113a7b75aa43c2a304ef121dba21be7b773b9f480b2c0d80220fe21836a9c5200970ca893970aeb5ff63cca4e";
const GOLDEN_SEALED: &str =
    "01807389ab761a8c9bbe59172023f17e9c122ce05e501e30862d919027a631a1ffde39f449a573c8670f38abec";
const GOLDEN_SEALED_BY_MUNICIPALITY: &str =
    "01e4299fef0a786abf80eb02beb13a5f26d1cbfcc9b4dbd2919e583bc82d6fe5982ac634f9ac677382b646b847";
const GOLDEN_LOOKUP: &str = "1c4c8d951986956e8f85f42d5341aa1d43904f0c532b99b24052176bf0c31954";

/// Data of earlier versions stays readable: these values were stored by version 0.1.
#[test]
fn values_of_version_0_1_still_open() {
    let installation = InstallationKey::from_hex(&"ab".repeat(32)).unwrap();
    let municipality =
        MunicipalityKey::unwrap(&bytes(GOLDEN_MUNICIPALITY), &installation, "heemstede").unwrap();
    let content = ContentKey::unwrap(&bytes(GOLDEN_CONTENT), &municipality, [1; 16], "signal").unwrap();
    assert_eq!(open(&content, &PLACE, &bytes(GOLDEN_SEALED)).unwrap(), b"text");
    assert_eq!(
        open(
            &municipality.sealing_key(),
            &PLACE,
            &bytes(GOLDEN_SEALED_BY_MUNICIPALITY)
        )
        .unwrap(),
        b"text"
    );
    assert_eq!(
        lookup(&municipality.lookup_key(), "phone", "0600000001").to_vec(),
        bytes(GOLDEN_LOOKUP)
    );
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16).unwrap()).unwrap())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

#[test]
fn debug_output_shows_no_secret() {
    let installation = InstallationKey::from_hex(&"ab".repeat(32)).unwrap();
    let shown = format!("{installation:?} {:?}", installation.backup_key());
    assert!(
        !shown.contains("171") && !shown.contains("ab, ab") && !shown.contains("abab"),
        "{shown}"
    );
}

proptest! {
    #[test]
    fn every_text_comes_back(text: Vec<u8>, table in "[a-z_]{0,12}", column in "[a-z_]{0,12}", row: [u8; 16]) {
        let key = ContentKey::generate().unwrap();
        let place = Place { table: &table, column: &column, row };
        let sealed = seal(&key, &place, &text).unwrap();
        prop_assert_eq!(sealed.len(), text.len() + 41);
        prop_assert_eq!(open(&key, &place, &sealed).unwrap(), text);
    }

    #[test]
    fn any_flipped_bit_and_any_cut_is_refused(text in prop::collection::vec(any::<u8>(), 0..40), at: prop::sample::Index, bit in 0..8_u32) {
        let key = ContentKey::generate().unwrap();
        let mut sealed = seal(&key, &PLACE, &text).unwrap();
        let at = at.index(sealed.len());
        prop_assert!(open(&key, &PLACE, &sealed[..at]).is_err());
        sealed[at] ^= 1_u8 << bit;
        prop_assert!(open(&key, &PLACE, &sealed).is_err());
    }

    #[test]
    fn two_places_never_stand_in_for_each_other(a in "[ab]{0,3}", b in "[ab]{0,3}", c in "[ab]{0,3}", d in "[ab]{0,3}") {
        let key = ContentKey::generate().unwrap();
        let (from, to) = (Place { table: &a, column: &b, row: [0; 16] }, Place { table: &c, column: &d, row: [0; 16] });
        prop_assert_eq!(open(&key, &to, &seal(&key, &from, b"x").unwrap()).is_ok(), from == to);
    }
}
