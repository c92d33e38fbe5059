// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whatever the bytes are, reading them ends with an outcome and never with a panic.

use std::path::Path;

use meldroute_connect::mail::{Limits, Reading, find_messages, read_message};
use proptest::collection::vec;
use proptest::prelude::*;

fn demo_mails() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/mails");
    find_messages(&folder, &Limits::default())
        .filter_map(Result::ok)
        .map(|source| source.bytes)
        .collect()
}

/// Pieces that steer the reader into its less used ways.
const PIECES: [&str; 22] = [
    "\n",
    "\r\n\r\n",
    "--b",
    "--b--\n",
    "From: ",
    "Subject: =?utf-8?Q?=",
    "=?koi8-u?B?",
    "?=",
    "Content-Type: multipart/",
    "alternative; boundary=b\n",
    "Content-Type: message/rfc822\n\n",
    "Content-Type: text/html; charset=",
    "utf-16",
    "utf-7",
    "iso-2022-jp",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "=\n",
    "<div><a href=\"x\"></p>&amp;<",
    "Date: Mon, 99 Feb 65535 99:99:99 +9999\n",
    "References: <a@b> <",
    "name*0*=utf-16''%00%",
];

proptest! {
    #[test]
    fn random_bytes(bytes in vec(any::<u8>(), 0..400)) {
        read_message(&bytes, &Limits::default());
        read_message(&[b"From: a@b.example\n", bytes.as_slice()].concat(), &Limits::default());
        read_message(&[b"From: a@b.example\nContent-Type: ", bytes.as_slice()].concat(), &Limits::default());
    }

    #[test]
    fn random_pieces(chosen in vec((0..PIECES.len(), vec(any::<u8>(), 0..6)), 0..40)) {
        let mut raw = b"From: a@b.example\n".to_vec();
        for (index, noise) in chosen {
            raw.extend_from_slice(PIECES[index].as_bytes());
            raw.extend_from_slice(&noise);
        }
        read_message(&raw, &Limits::default());
    }

    #[test]
    fn mutated_mails(which in any::<prop::sample::Index>(), changes in vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12)) {
        let mails = demo_mails();
        let mut raw = which.get(&mails).clone();
        for (place, byte, kind) in changes {
            let at = place.index(raw.len().max(1));
            match kind {
                0 => raw.truncate(at),
                1 => raw.insert(at.min(raw.len()), byte),
                2 if at < raw.len() => { raw.remove(at); }
                _ if at < raw.len() => raw[at] = byte,
                _ => {}
            }
        }
        // what is read stays within what was sent
        if let Reading::Message(message) = read_message(&raw, &Limits::default()) {
            let bytes: usize = message.attachments.iter().map(|file| file.bytes.len()).sum();
            prop_assert!(bytes <= raw.len());
        }
    }

    #[test]
    fn charsets(name in "(utf-16|utf-16le|utf-7|iso-2022-jp|gb18030|big5|euc-jp|shift_jis|koi8-u|ibm850|macintosh|x-none)", body in vec(any::<u8>(), 0..60)) {
        let raw = [format!("From: a@b.example\nContent-Type: text/plain; charset={name}\n\n").as_bytes(), &body].concat();
        read_message(&raw, &Limits::default());
    }

    #[test]
    fn mailboxes(bytes in vec(prop_oneof![Just(b'\n'), Just(b'>'), any::<u8>()], 0..200)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mbox");
        std::fs::write(&path, &bytes).unwrap();
        let read: usize = find_messages(&path, &Limits::default()).map(|source| source.unwrap().bytes.len()).sum();
        prop_assert!(read <= bytes.len());
    }
}
