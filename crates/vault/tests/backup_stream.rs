// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What happens to a sealed backup on its way, as the one who restores it meets it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use meldroute_vault::key::{BackupKey, InstallationKey};
use meldroute_vault::stream::{SealedReader, SealedWriter, StreamError};
use proptest::prelude::*;
use std::io::{self, Read as _, Write as _};

const HEADER: usize = 36;
const CHUNK: usize = 64 * 1024;
const SEALED_CHUNK: usize = CHUNK + 16;

fn key(digit: &str) -> BackupKey {
    InstallationKey::from_hex(&digit.repeat(64)).unwrap().backup_key()
}

fn seal(content: &[u8]) -> Vec<u8> {
    let mut writer = SealedWriter::new(Vec::new(), &key("1")).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap()
}

fn open(sealed: &[u8]) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    SealedReader::new(sealed, &key("1"))?.read_to_end(&mut content)?;
    Ok(content)
}

fn refusal(sealed: &[u8]) -> StreamError {
    let error = open(sealed).expect_err("this stream must be refused");
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    *error
        .get_ref()
        .and_then(|inner| inner.downcast_ref())
        .expect("a StreamError inside")
}

/// Two and a half chunks, each chunk different.
fn content() -> Vec<u8> {
    (0..CHUNK * 5 / 2)
        .map(|at| u8::try_from(at / CHUNK).unwrap())
        .collect()
}

#[test]
fn all_lengths_around_chunk_borders_come_back() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1] {
        let content = vec![9; length];
        assert_eq!(open(&seal(&content)).unwrap(), content);
    }
}

#[test]
fn a_stream_cut_off_anywhere_is_refused() {
    let sealed = seal(&content());
    let borders = [HEADER, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK];
    for at in borders
        .into_iter()
        .flat_map(|at| [at, at + 1, at + 17])
        .chain([sealed.len() - 1])
    {
        assert_eq!(refusal(&sealed[..at]), StreamError::Refused, "cut at {at}");
    }
    assert_eq!(refusal(&sealed[..HEADER - 1]), StreamError::NotABackup);

    let mut unfinished = Vec::new();
    SealedWriter::new(&mut unfinished, &key("1"))
        .unwrap()
        .write_all(&content())
        .unwrap();
    assert_eq!(refusal(&unfinished), StreamError::Refused);
}

#[test]
fn reordered_repeated_dropped_and_appended_chunks_are_refused() {
    let sealed = seal(&content());
    let (header, chunks) = sealed.split_at(HEADER);
    let chunks: Vec<&[u8]> = chunks.chunks(SEALED_CHUNK).collect();
    let other = seal(&content());
    let of_other = &other[HEADER..HEADER + SEALED_CHUNK];
    let [a, b, c] = chunks[..] else {
        panic!("three chunks")
    };
    assert_eq!(open(&[header, a, b, c].concat()).unwrap(), content());
    let attacks: [&[&[u8]]; 7] = [
        &[b, a, c],
        &[a, a, b, c],
        &[a, c],
        &[a, b, c, b"x"],
        &[a, b, c, c],
        &[of_other, b, c],
        &[a, b, c, &sealed],
    ];
    for (number, attack) in attacks.into_iter().enumerate() {
        assert_eq!(
            refusal(&[header, &attack.concat()].concat()),
            StreamError::Refused,
            "attack {number}"
        );
    }
}

#[test]
fn another_installations_key_a_newer_version_and_other_files_each_get_their_own_answer() {
    let mut sealed = seal(b"content");
    let mut reader = SealedReader::new(sealed.as_slice(), &key("2")).unwrap();
    assert!(
        reader
            .read(&mut [0; 8])
            .unwrap_err()
            .to_string()
            .contains("another installation")
    );
    assert!(
        reader.read(&mut [0; 8]).is_err(),
        "a refused stream stays refused"
    );
    sealed[16] = 2;
    assert_eq!(refusal(&sealed), StreamError::Version(2));
    assert_eq!(
        refusal(b"SQLite format 3 and much more text of a database"),
        StreamError::NotABackup
    );
    assert_eq!(refusal(b""), StreamError::NotABackup);
}

/// Backups of earlier versions stay readable: this one was made by version 0.1.
#[test]
fn a_backup_of_version_0_1_still_opens() {
    let body = [
        34, 37, 94, 204, 27, 18, 169, 131, 185, 203, 94, 65, 244, 112, 123, 229, 27, 56, 11, 139, 253, 156,
        41, 164, 180, 58, 98, 3, 153, 106, 70, 229, 164, 235, 248, 119, 27, 43, 22,
    ];
    assert_eq!(
        open(&[b"MELDROUTE-BACKUP\x01".as_slice(), &body].concat()).unwrap(),
        b"text"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn writes_and_reads_of_any_size_give_the_same_bytes(sizes in prop::collection::vec(0..CHUNK * 3 / 2, 0..5), step in 1..CHUNK * 2) {
        let (mut content, mut writer) = (Vec::new(), SealedWriter::new(Vec::new(), &key("1")).unwrap());
        for (size, byte) in sizes.into_iter().zip(1..) {
            writer.write_all(&vec![byte; size]).unwrap();
            content.extend(vec![byte; size]);
        }
        let sealed = writer.finish().unwrap();
        let (mut opened, mut part) = (Vec::<u8>::new(), vec![0; step]);
        let mut reader = SealedReader::new(sealed.as_slice(), &key("1")).unwrap();
        loop {
            let read = reader.read(&mut part).unwrap();
            if read == 0 { break }
            opened.extend(&part[..read]);
        }
        prop_assert!(opened == content);
    }

    #[test]
    fn any_flipped_bit_is_refused(length in 0..CHUNK * 2, at: prop::sample::Index, bit in 0..8_u32) {
        let mut sealed = seal(&vec![5; length]);
        let at = at.index(sealed.len());
        sealed[at] ^= 1_u8 << bit;
        prop_assert!(open(&sealed).is_err());
    }
}
