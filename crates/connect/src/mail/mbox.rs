// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mbox files (RFC 4155; variants mboxo and mboxrd), one message at a time in memory.

use std::io::{self, BufRead, Read};

/// The most that is read at once, so that a file without line ends can't fill the memory.
const CHUNK: u64 = 64 << 10;

/// Splits a stream into messages.
pub(super) struct Mbox<R> {
    input: R,
    /// Bytes kept of one message; the rest of a longer one is skipped.
    most: usize,
    line: Vec<u8>,
    started: bool,
    ended: bool,
}

impl<R: BufRead> Mbox<R> {
    /// Keeps one byte more than `most`, so that a longer message is recognised as too large.
    pub(super) fn new(input: R, most: usize) -> Self {
        Self {
            input,
            most: most.saturating_add(1),
            line: Vec::new(),
            started: false,
            ended: false,
        }
    }

    /// The next message, as it was before it was put in the file.
    pub(super) fn next_message(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut message = Vec::new();
        let (mut at_line_start, mut after_blank) = (true, true);
        while !self.ended {
            self.line.clear();
            let read = self
                .input
                .by_ref()
                .take(CHUNK)
                .read_until(b'\n', &mut self.line)?;
            if read == 0 {
                self.ended = true;
                return Ok(self.started.then_some(message));
            }
            if at_line_start && after_blank && is_separator(&self.line) {
                if self.started {
                    return Ok(Some(message));
                }
                self.started = true;
            } else if self.started || !self.line.trim_ascii().is_empty() {
                self.started = true;
                let line = if at_line_start {
                    unescape(&self.line)
                } else {
                    self.line.as_slice()
                };
                let room = self.most.saturating_sub(message.len()).min(line.len());
                message.extend_from_slice(line.get(..room).unwrap_or_default());
            }
            after_blank = at_line_start && self.line.trim_ascii().is_empty();
            at_line_start = self.line.ends_with(b"\n");
        }
        Ok(None)
    }
}

/// `From sender date`: a date has a time in it, which a sentence that begins with "From" hasn't.
fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let words: Vec<&[u8]> = rest
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
        .collect();
    let is_time =
        |word: &&[u8]| word.contains(&b':') && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':');
    words.len() >= 5 && words.iter().any(is_time)
}

/// `>From ` in the text was `From `, and `>>From ` was `>From ` (mboxrd).
fn unescape(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|byte| **byte == b'>').count();
    match line.strip_prefix(b">") {
        Some(shorter) if line.get(quotes..).is_some_and(|rest| rest.starts_with(b"From ")) => shorter,
        _ => line,
    }
}
