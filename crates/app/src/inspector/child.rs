// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The process that makes one copy: a file on standard input, a line and the copy on standard output. Whatever the file does to
//! a decoder, it can do to this process only, which has no key, no data, no environment, and a wall around it.

use std::{
    io::{Read as _, Write as _, stdin, stdout},
    process::ExitCode,
};

use meldroute_cleaning::{Limits, clean};
use rlimit::Resource;

use super::wall;

/// The argument with which the program becomes this process.
pub(crate) const COMMAND: &str = "make-copy-of-file";

/// Address space in bytes. The program itself takes some of it.
const MEMORY: u64 = 1 << 30;

/// Seconds of computing time.
const COMPUTING: u64 = 30;

/// The reason where the wall could not be put up: then no decoder touches the file.
pub(super) const NO_WALL: &str = "no-wall";

/// The longest answer: the largest copy, and its line.
pub(crate) const LIMITS_OF_ANSWER: u64 = (100 << 20) + 200;

/// Whether the program was started as this process.
pub(crate) fn is_this() -> bool {
    std::env::args_os().nth(1).is_some_and(|first| first == COMMAND)
}

/// Reads the file, and prints the copy or why there is none.
pub(crate) fn run() -> ExitCode {
    match copy() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_failed) => ExitCode::FAILURE,
    }
}

fn copy() -> std::io::Result<()> {
    Resource::AS.set(MEMORY, MEMORY)?;
    Resource::CPU.set(COMPUTING, COMPUTING)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::CORE.set(0, 0)?;
    let walled = wall::put_up();
    let limits = Limits::default();
    let mut bytes = Vec::new();
    stdin().take(limits.size as u64 + 1).read_to_end(&mut bytes)?;
    let mut out = stdout().lock();
    if walled.is_err() {
        writeln!(out, "none {NO_WALL}")?;
        return out.flush();
    }
    match clean(&bytes, &limits) {
        Ok(copy) => {
            writeln!(out, "copy {}", copy.kind.media_type())?;
            out.write_all(&copy.bytes)?;
        }
        Err(reason) => writeln!(out, "none {}", reason.as_str())?,
    }
    out.flush()
}

/// What the process printed: the type and the bytes of the copy, or the reason why there is none.
pub(super) fn answer(mut printed: Vec<u8>) -> Result<(String, Vec<u8>), String> {
    let failed = || "failed".to_owned();
    let end = printed
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or_else(failed)?;
    let bytes = printed.split_off(end + 1);
    let line = String::from_utf8(printed).map_err(|_not_text| failed())?;
    match line.trim_end().split_once(' ') {
        Some(("copy", media_type)) => Ok((media_type.to_owned(), bytes)),
        Some(("none", reason)) => Err(reason.to_owned()),
        _ => Err(failed()),
    }
}
