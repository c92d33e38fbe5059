// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files of strangers: scanned by clamd, and copied without metadata by a process of their own (docs/adr/0007).

pub(crate) mod child;
mod wall;
pub(crate) mod worker;

use std::{path::PathBuf, process::Stdio, time::Duration};

use meldroute_cleaning::Kind;
use meldroute_connect::clamd::{Address, Scanner, Verdict};
use meldroute_core::{
    id::Timestamp,
    ports::{Copied, Inspector, Later},
    report::Scan,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    process::Command,
    sync::Semaphore,
    time::timeout,
};

/// How long the scanner gets for a file; one of 50 MB takes it some seconds.
const SCANNING: Duration = Duration::from_mins(1);

/// How long a copy may take, waiting for the processor included. Of computing time it gets less: [`child`].
const COPYING: Duration = Duration::from_mins(2);

/// Files that are copied at once.
const AT_ONCE: usize = 2;

/// Scans and copies files.
pub(crate) struct FileInspector {
    scanner: Option<Scanner>,
    /// This program, which starts itself anew for each copy.
    program: PathBuf,
    places: Semaphore,
}

impl FileInspector {
    /// With the scanner of the settings, if there is one.
    pub(crate) fn new(clamd: Option<Address>) -> Self {
        Self {
            scanner: clamd.map(|address| Scanner::new(address, SCANNING)),
            program: std::env::current_exe().unwrap_or_default(),
            places: Semaphore::new(AT_ONCE),
        }
    }

    /// Runs the process for one file, and gives what it printed.
    async fn run(&self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        // Without the environment: it may hold the way to the key.
        let mut child = Command::new(&self.program)
            .arg(child::COMMAND)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        };
        let mut printed = Vec::new();
        let give = async move {
            // A process that stops reading says so by its answer, or by none.
            let _ = stdin.write_all(bytes).await;
        };
        let most = child::LIMITS_OF_ANSWER;
        let mut stdout = stdout.take(most);
        let take = stdout.read_to_end(&mut printed);
        let ((), read) = tokio::join!(give, take);
        read?;
        let status = child.wait().await?;
        if status.success() {
            Ok(printed)
        } else {
            Err(std::io::ErrorKind::Other.into())
        }
    }

    async fn copied(&self, name: &str, bytes: &[u8]) -> Result<Copied, String> {
        let Ok(_place) = self.places.acquire().await else {
            return Err("not-made".to_owned());
        };
        let printed = match timeout(COPYING, self.run(bytes)).await {
            Ok(Ok(printed)) => printed,
            Ok(Err(error)) => {
                tracing::warn!(kind = %error.kind(), "no copy of a file: the process that makes it failed");
                return Err("failed".to_owned());
            }
            Err(_elapsed) => {
                tracing::warn!("no copy of a file: it took too long");
                return Err("failed".to_owned());
            }
        };
        let (media_type, bytes) = child::answer(printed).inspect_err(|reason| {
            if reason == child::NO_WALL {
                tracing::error!("no copy of a file: this kernel can't put up the wall around the process that makes it (seccomp)");
            }
        })?;
        let kind = Kind::of_copy(&media_type).ok_or_else(|| "failed".to_owned())?;
        Ok(Copied {
            ending: kind.ending(name).to_owned(),
            media_type,
            bytes,
        })
    }
}

impl Inspector for FileInspector {
    fn has_scanner(&self) -> bool {
        self.scanner.is_some()
    }

    fn scan<'a>(&'a self, bytes: &'a [u8], now: Timestamp) -> Later<'a, Scan> {
        Box::pin(async move {
            let Some(scanner) = &self.scanner else {
                return Scan::NotScanned {
                    reason: "no-scanner".to_owned(),
                };
            };
            match scanner.scan(bytes).await {
                Verdict::Clean { engine } => Scan::Clean { engine, at: now },
                Verdict::Infected { found } => Scan::Infected { found, at: now },
                Verdict::NotScanned(why) => {
                    tracing::warn!(%why, "a file was not scanned");
                    Scan::NotScanned {
                        reason: why.as_str().to_owned(),
                    }
                }
            }
        })
    }

    fn copy<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Later<'a, Result<Copied, String>> {
        Box::pin(self.copied(name, bytes))
    }
}
