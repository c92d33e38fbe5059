// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The virus scanner `clamd` of `ClamAV`, over its socket (clamd(8): `zINSTREAM` and `zVERSION`). Own code: it is a handful of
//! lines, and says of each way to fail what it was. A file that was not scanned is never called clean.

use std::{path::PathBuf, str::FromStr, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpStream, UnixStream},
    time::timeout,
};

/// Where the scanner listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A socket in the file system.
    Socket(PathBuf),
    /// A host and port. The connection is not encrypted: a network of one's own only.
    Tcp(String),
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        match text.strip_prefix("tcp ").map(str::trim) {
            Some(host)
                if host
                    .rsplit_once(':')
                    .is_some_and(|(_, port)| port.parse::<u16>().is_ok()) =>
            {
                Ok(Self::Tcp(host.to_owned()))
            }
            None if text.starts_with('/') => Ok(Self::Socket(PathBuf::from(text))),
            _ => Err(NoAddress),
        }
    }
}

/// The text names no place where a scanner listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write the path of the socket, such as \"/run/clamav/clamd.ctl\", or \"tcp host:port\"")]
pub struct NoAddress;

/// What the scanner said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean {
        /// The scanner with the number and date of its lists, as it says itself.
        engine: String,
    },
    /// Something was found.
    Infected {
        /// What.
        found: String,
    },
    /// It was not scanned.
    NotScanned(NotScanned),
}

/// Why a file was not scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotScanned {
    /// Nobody listens there.
    #[error("the virus scanner is out of reach")]
    OutOfReach,
    /// No answer in time.
    #[error("the virus scanner did not answer in time")]
    TooSlow,
    /// It ended the conversation.
    #[error("the virus scanner hung up")]
    HungUp,
    /// Larger than its `StreamMaxLength`.
    #[error("the file is larger than the virus scanner takes")]
    TooLarge,
    /// A limit of its own kept it from looking at all of it.
    #[error("a limit of the virus scanner kept it from looking at the whole file")]
    BeyondLimits,
    /// What is in it has a password.
    #[error("the virus scanner can't look into a file with a password")]
    Encrypted,
    /// It answered with an error.
    #[error("the virus scanner could not scan the file")]
    Refused,
}

impl NotScanned {
    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OutOfReach => "out-of-reach",
            Self::TooSlow => "too-slow",
            Self::HungUp => "hung-up",
            Self::TooLarge => "too-large",
            Self::BeyondLimits => "beyond-limits",
            Self::Encrypted => "encrypted",
            Self::Refused => "refused",
        }
    }
}

/// How much of a file is sent at once.
const CHUNK: usize = 64 << 10;

/// The longest answer that is read: names of what is found are short.
const ANSWER: u64 = 4096;

/// The scanner.
#[derive(Clone, Debug)]
pub struct Scanner {
    address: Address,
    patience: Duration,
}

impl Scanner {
    /// A scanner that gets some time for each file.
    pub fn new(address: Address, patience: Duration) -> Self {
        Self { address, patience }
    }

    /// Scans a file.
    pub async fn scan(&self, bytes: &[u8]) -> Verdict {
        match timeout(self.patience, self.ask(bytes)).await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(why)) => Verdict::NotScanned(why),
            Err(_elapsed) => Verdict::NotScanned(NotScanned::TooSlow),
        }
    }

    async fn ask(&self, bytes: &[u8]) -> Result<Verdict, NotScanned> {
        let answer = match &self.address {
            Address::Socket(path) => {
                stream(UnixStream::connect(path).await.map_err(out_of_reach)?, bytes).await?
            }
            Address::Tcp(host) => {
                stream(TcpStream::connect(host).await.map_err(out_of_reach)?, bytes).await?
            }
        };
        let answer = answer.strip_prefix("stream: ").unwrap_or(&answer);
        if answer == "OK" {
            return Ok(Verdict::Clean {
                engine: self.engine().await?,
            });
        }
        if let Some(found) = answer.strip_suffix(" FOUND") {
            // No virus: with AlertExceedsMax and AlertEncrypted it says so of what it skipped, and without them it says OK.
            if found.starts_with("Heuristics.Limits.Exceeded") {
                return Err(NotScanned::BeyondLimits);
            }
            if found.starts_with("Heuristics.Encrypted") {
                return Err(NotScanned::Encrypted);
            }
            return Ok(Verdict::Infected {
                found: found.chars().filter(char::is_ascii_graphic).take(100).collect(),
            });
        }
        Err(match answer {
            "" => NotScanned::HungUp,
            error if error.contains("size limit exceeded") => NotScanned::TooLarge,
            _ => NotScanned::Refused,
        })
    }

    /// Such as `ClamAV 1.4.3/27800/Mon Nov 23 09:26:31 2026`.
    async fn engine(&self) -> Result<String, NotScanned> {
        let answer = match &self.address {
            Address::Socket(path) => {
                say(
                    UnixStream::connect(path).await.map_err(out_of_reach)?,
                    b"zVERSION\0",
                )
                .await?
            }
            Address::Tcp(host) => {
                say(
                    TcpStream::connect(host).await.map_err(out_of_reach)?,
                    b"zVERSION\0",
                )
                .await?
            }
        };
        Ok(answer
            .chars()
            .filter(|letter| !letter.is_control())
            .take(100)
            .collect())
    }
}

/// Sends the file, and reads the answer. When the file is too large the scanner answers and hangs up before the end.
async fn stream(mut socket: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> Result<String, NotScanned> {
    let sent = send(&mut socket, bytes).await;
    let answer = listen(&mut socket).await;
    match (sent, answer) {
        (_, Ok(answer)) if !answer.is_empty() => Ok(answer),
        _ => Err(NotScanned::HungUp),
    }
}

async fn send(socket: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    socket.write_all(b"zINSTREAM\0").await?;
    for chunk in bytes.chunks(CHUNK) {
        let length = u32::try_from(chunk.len()).unwrap_or_default();
        socket.write_all(&length.to_be_bytes()).await?;
        socket.write_all(chunk).await?;
    }
    socket.write_all(&0_u32.to_be_bytes()).await?;
    socket.flush().await
}

async fn say(mut socket: impl AsyncRead + AsyncWrite + Unpin, command: &[u8]) -> Result<String, NotScanned> {
    let sent = socket.write_all(command).await;
    sent.map_err(|_closed| NotScanned::HungUp)?;
    listen(&mut socket).await.map_err(|_closed| NotScanned::HungUp)
}

/// The answer up to its zero byte, or as far as it came before the scanner hung up.
async fn listen(socket: &mut (impl AsyncRead + Unpin)) -> std::io::Result<String> {
    let mut answer = Vec::new();
    let read = socket.take(ANSWER).read_to_end(&mut answer).await;
    match read {
        Err(error) if answer.is_empty() => Err(error),
        _ => Ok(String::from_utf8_lossy(&answer)
            .trim_end_matches('\0')
            .trim()
            .to_owned()),
    }
}

fn out_of_reach(_error: std::io::Error) -> NotScanned {
    NotScanned::OutOfReach
}
