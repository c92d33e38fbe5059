// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sealed streams for backups, of any length, in constant memory.
//!
//! The STREAM construction: chunks of 64 KiB, each sealed with XChaCha20-Poly1305 under a nonce of a random prefix,
//! the chunk's number and a flag on the last chunk. So a chunk that is changed, moved, dropped or repeated, a stream that
//! was cut off, and data behind the end are all refused.
//!
//! A stream is `magic ‖ version ‖ nonce prefix (19)`, then the chunks.

use crate::key::BackupKey;
use crate::random;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::fmt;
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

const MAGIC: &[u8; 16] = b"MELDROUTE-BACKUP";
const VERSION: u8 = 1;
const HEADER: usize = MAGIC.len() + 1 + 19;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// Why a stream is refused; found inside an [`io::Error`] of kind `InvalidData`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StreamError {
    /// No header of ours.
    #[error("this is not a backup of Meldroute")]
    NotABackup,
    /// Made by a newer program.
    #[error("this backup has version {0}, which this program does not know; use a newer one")]
    Version(u8),
    /// Changed, cut off, or of another installation: which of these can't be told.
    #[error("this backup was changed or is not complete, or belongs to another installation's key")]
    Refused,
    /// Longer than 256 TiB.
    #[error("this backup is too long")]
    TooLong,
}

impl From<StreamError> for io::Error {
    fn from(error: StreamError) -> Self {
        Self::new(io::ErrorKind::InvalidData, error)
    }
}

/// What writer and reader share: cipher, header and the number of the next chunk.
struct Chunks {
    cipher: XChaCha20Poly1305,
    header: [u8; HEADER],
    next: Option<u32>,
}

impl Chunks {
    fn new(key: &BackupKey, header: [u8; HEADER]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.0.bytes().into()),
            header,
            next: Some(0),
        }
    }

    /// The nonce of the next chunk: the header's last 19 bytes, the number, the flag.
    fn nonce(&mut self, last: bool) -> Result<XNonce, StreamError> {
        let number = self.next.ok_or(StreamError::TooLong)?;
        self.next = number.checked_add(1);
        let prefix = self.header.iter().skip(MAGIC.len() + 1).copied();
        let mut nonce = XNonce::default();
        for (slot, byte) in nonce
            .iter_mut()
            .zip(prefix.chain(number.to_be_bytes()).chain([u8::from(last)]))
        {
            *slot = byte;
        }
        Ok(nonce)
    }

    fn seal(&mut self, msg: &[u8], last: bool) -> Result<Vec<u8>, StreamError> {
        let nonce = self.nonce(last)?;
        self.cipher
            .encrypt(
                &nonce,
                Payload {
                    msg,
                    aad: &self.header,
                },
            )
            .or(Err(StreamError::TooLong))
    }

    fn open(&mut self, msg: &[u8], last: bool) -> Result<Zeroizing<Vec<u8>>, StreamError> {
        let nonce = self.nonce(last)?;
        let opened = self.cipher.decrypt(
            &nonce,
            Payload {
                msg,
                aad: &self.header,
            },
        );
        opened.map(Zeroizing::new).or(Err(StreamError::Refused))
    }
}

/// Seals what is written to it. Call [`finish`](Self::finish): a stream without its end is refused by the reader.
pub struct SealedWriter<W: Write> {
    inner: W,
    chunks: Chunks,
    buffer: Zeroizing<Vec<u8>>,
}

impl<W: Write> SealedWriter<W> {
    /// Starts a stream: writes the header.
    pub fn new(mut inner: W, key: &BackupKey) -> io::Result<Self> {
        let mut header = [0; HEADER];
        let prefix: [u8; 19] = random::bytes().map_err(io::Error::other)?;
        for (slot, byte) in header
            .iter_mut()
            .zip(MAGIC.iter().copied().chain([VERSION]).chain(prefix))
        {
            *slot = byte;
        }
        inner.write_all(&header)?;
        Ok(Self {
            inner,
            chunks: Chunks::new(key, header),
            buffer: Zeroizing::new(Vec::with_capacity(CHUNK)),
        })
    }

    /// Writes the last chunk and gives the inner writer back, flushed.
    pub fn finish(mut self) -> io::Result<W> {
        self.inner.write_all(&self.chunks.seal(&self.buffer, true)?)?;
        self.inner.flush()?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        // A full chunk waits until more comes: only then is it known that it is not the last.
        if self.buffer.len() == CHUNK && !data.is_empty() {
            self.inner.write_all(&self.chunks.seal(&self.buffer, false)?)?;
            self.buffer.clear();
        }
        let taken = data.len().min(CHUNK - self.buffer.len());
        self.buffer.extend_from_slice(data.split_at(taken).0);
        Ok(taken)
    }

    /// Flushes whole chunks; the last part goes out with [`finish`](Self::finish).
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<W: Write> fmt::Debug for SealedWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedWriter").finish_non_exhaustive()
    }
}

/// Opens a stream of [`SealedWriter`]. Every byte it gives is authentic; that nothing is missing is sure only
/// when a read has given `Ok(0)`, so act on what was read after that.
pub struct SealedReader<R: Read> {
    inner: R,
    chunks: Chunks,
    /// Sealed bytes read ahead: one byte more than a chunk tells whether the chunk is the last.
    ahead: Vec<u8>,
    opened: Zeroizing<Vec<u8>>,
    given: usize,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    Reading,
    Complete,
    Refused(StreamError),
}

impl<R: Read> SealedReader<R> {
    /// Reads and checks the header.
    pub fn new(mut inner: R, key: &BackupKey) -> io::Result<Self> {
        let mut start = Vec::with_capacity(HEADER);
        inner.by_ref().take(HEADER as u64).read_to_end(&mut start)?;
        let header = <[u8; HEADER]>::try_from(start).or(Err(StreamError::NotABackup))?;
        match header.strip_prefix(MAGIC).and_then(<[u8]>::first) {
            Some(&VERSION) => {}
            Some(version) => return Err(StreamError::Version(*version).into()),
            None => return Err(StreamError::NotABackup.into()),
        }
        let chunks = Chunks::new(key, header);
        let (ahead, opened) = (Vec::with_capacity(CHUNK + TAG + 1), Zeroizing::new(Vec::new()));
        Ok(Self {
            inner,
            chunks,
            ahead,
            opened,
            given: 0,
            state: State::Reading,
        })
    }

    fn next_chunk(&mut self) -> io::Result<()> {
        let wanted = CHUNK + TAG + 1 - self.ahead.len();
        self.inner
            .by_ref()
            .take(wanted as u64)
            .read_to_end(&mut self.ahead)?;
        let last = self.ahead.len() <= CHUNK + TAG;
        let of_next = if last { None } else { self.ahead.pop() };
        match self.chunks.open(&self.ahead, last) {
            Ok(opened) => {
                (self.opened, self.given) = (opened, 0);
                self.ahead.clear();
                self.ahead.extend(of_next);
                if last {
                    self.state = State::Complete;
                }
                Ok(())
            }
            Err(error) => {
                self.state = State::Refused(error);
                Err(error.into())
            }
        }
    }
}

impl<R: Read> Read for SealedReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.opened.len() && !out.is_empty() {
            match self.state {
                State::Reading => self.next_chunk()?,
                State::Complete => return Ok(0),
                State::Refused(error) => return Err(error.into()),
            }
        }
        let given = self.opened.get(self.given..).unwrap_or_default().read(out)?;
        self.given += given;
        Ok(given)
    }
}

impl<R: Read> fmt::Debug for SealedReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedReader").finish_non_exhaustive()
    }
}
