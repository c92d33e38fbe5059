// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The virus scanner: the real one, and ones that fail in each way.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on should stop"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use meldroute_connect::clamd::{Address, NotScanned, Scanner, Verdict};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, UnixListener},
};

/// The harmless text that every scanner calls a virus (EICAR). Put together here, so that no scanner takes this file away.
fn eicar() -> Vec<u8> {
    [
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
        "EICAR-STANDARD-",
        "ANTIVIRUS-TEST-FILE!",
        "$H+H*",
    ]
    .concat()
    .into_bytes()
}

/// A running clamd with a list of one virus.
struct Clamd {
    process: Child,
    folder: tempfile::TempDir,
}

impl Clamd {
    async fn start(extra: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("lists")).unwrap();
        // A list of one: the first bytes of the test text, at the beginning of any file.
        let first = eicar().into_iter().take(40);
        let signature: Vec<String> = first.map(|byte| format!("{byte:02x}")).collect();
        let signature = signature.concat();
        fs::write(at("lists/own.ndb"), format!("Test.Eicar:0:0:{signature}\n")).unwrap();
        let settings = format!(
            "Foreground yes\nLocalSocket {}\nDatabaseDirectory {}\nTemporaryDirectory {}\n{extra}\n",
            at("clamd.sock").display(),
            at("lists").display(),
            folder.path().display(),
        );
        fs::write(at("clamd.conf"), settings).unwrap();
        let process = Command::new(program())
            .arg("--config-file")
            .arg(at("clamd.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd is installed (scripts/install-test-tools)");
        let clamd = Self { process, folder };
        for _ in 0..600 {
            if tokio::net::UnixStream::connect(clamd.socket()).await.is_ok() {
                return clamd;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("clamd does not listen");
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("clamd.sock")
    }

    fn scanner(&self) -> Scanner {
        Scanner::new(Address::Socket(self.socket()), Duration::from_mins(1))
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program() -> &'static str {
    if Path::new("/usr/sbin/clamd").exists() {
        "/usr/sbin/clamd"
    } else {
        "clamd"
    }
}

#[tokio::test]
async fn the_real_scanner_tells_a_virus_from_a_letter() {
    let clamd = Clamd::start("").await;
    let infected = clamd.scanner().scan(&eicar()).await;
    let Verdict::Infected { found } = infected else {
        panic!("{infected:?}");
    };
    assert!(found.starts_with("Test.Eicar"), "{found}");
    let clean = clamd.scanner().scan(b"Een gewone brief").await;
    let Verdict::Clean { engine } = clean else {
        panic!("{clean:?}");
    };
    assert!(engine.starts_with("ClamAV "), "{engine}");
}

#[tokio::test]
async fn a_file_larger_than_the_scanner_takes_is_not_called_clean() {
    let clamd = Clamd::start("StreamMaxLength 1M").await;
    let verdict = clamd.scanner().scan(&vec![b'a'; 8 << 20]).await;
    assert!(
        matches!(
            verdict,
            Verdict::NotScanned(NotScanned::TooLarge | NotScanned::HungUp)
        ),
        "{verdict:?}"
    );
    assert!(matches!(
        clamd.scanner().scan(&vec![b'a'; 500_000]).await,
        Verdict::Clean { .. }
    ));
}

/// A zip with one file without content of which it says that it has a password.
fn locked_zip() -> Vec<u8> {
    let name = b"brief.txt";
    let data = [7_u8; 17];
    let common = |flags: u16| {
        let mut part = Vec::new();
        for number in [20_u16, flags, 0, 0, 0] {
            part.extend(number.to_le_bytes());
        }
        for number in [0x1234_5678_u32, 17, 5] {
            part.extend(number.to_le_bytes());
        }
        part.extend(9_u16.to_le_bytes());
        part.extend(0_u16.to_le_bytes());
        part
    };
    let mut zip = [b"PK\x03\x04".as_slice(), &common(1), name, &data].concat();
    let at = u32::try_from(zip.len()).unwrap();
    let entry = [b"PK\x01\x02\x14\x00".as_slice(), &common(1), &[0; 14], name].concat();
    let size = u32::try_from(entry.len()).unwrap();
    zip.extend(entry);
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(size.to_le_bytes());
    zip.extend(at.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

#[tokio::test]
async fn what_the_scanner_skipped_is_not_called_clean() {
    let clamd = Clamd::start("MaxFileSize 1M\nAlertExceedsMax yes\nAlertEncrypted yes").await;
    let large = clamd.scanner().scan(&vec![b'a'; 3 << 20]).await;
    assert_eq!(large, Verdict::NotScanned(NotScanned::BeyondLimits));
    let locked = clamd.scanner().scan(&locked_zip()).await;
    assert_eq!(locked, Verdict::NotScanned(NotScanned::Encrypted));
}

#[tokio::test]
async fn a_scanner_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("clamd.sock");
    let scanner = Scanner::new(Address::Socket(socket), Duration::from_secs(5));
    assert_eq!(
        scanner.scan(b"brief").await,
        Verdict::NotScanned(NotScanned::OutOfReach)
    );
}

/// A scanner that reads a little, says something, and hangs up; one that says nothing waits for ever.
fn impostor(answer: Option<&'static [u8]>) -> (tempfile::TempDir, Scanner) {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("clamd.sock");
    let listener = UnixListener::bind(&socket).unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut some = [0; 16];
            let _ = stream.read(&mut some).await;
            match answer {
                Some(answer) => drop(stream.write_all(answer).await),
                None => std::future::pending().await,
            }
        }
    });
    let scanner = Scanner::new(Address::Socket(socket), Duration::from_millis(300));
    (folder, scanner)
}

#[tokio::test]
async fn a_scanner_that_hangs_up_is_slow_or_talks_nonsense() {
    for (answer, why) in [
        (Some(b"".as_slice()), NotScanned::HungUp),
        (None, NotScanned::TooSlow),
        (
            Some(b"stream: Can't allocate memory ERROR\0"),
            NotScanned::Refused,
        ),
        (
            Some(b"INSTREAM size limit exceeded. ERROR\0"),
            NotScanned::TooLarge,
        ),
        (Some(b"OKAY"), NotScanned::Refused),
    ] {
        let (_folder, scanner) = impostor(answer);
        assert_eq!(
            scanner.scan(b"brief").await,
            Verdict::NotScanned(why),
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn over_tcp() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("tcp {}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut got = Vec::new();
        let mut some = [0; 64];
        while !got.ends_with(&[0, 0, 0, 0]) {
            let read = stream.read(&mut some).await.unwrap();
            got.extend_from_slice(&some[..read]);
        }
        assert_eq!(got, b"zINSTREAM\0\0\0\0\x05brief\0\0\0\0");
        stream.write_all(b"stream: Win.Test FOUND\0").await.unwrap();
    });
    let scanner = Scanner::new(address.parse().unwrap(), Duration::from_secs(5));
    let found = "Win.Test".to_owned();
    assert_eq!(scanner.scan(b"brief").await, Verdict::Infected { found });
}

#[test]
fn addresses() {
    assert_eq!(
        "/run/clamav/clamd.ctl".parse(),
        Ok(Address::Socket("/run/clamav/clamd.ctl".into()))
    );
    assert_eq!(
        "tcp scanner.example:3310".parse(),
        Ok(Address::Tcp("scanner.example:3310".to_owned()))
    );
    for wrong in [
        "",
        "clamd.ctl",
        "tcp scanner.example",
        "scanner.example:3310",
        "tcp :x",
    ] {
        assert!(wrong.parse::<Address>().is_err(), "{wrong}");
    }
}
