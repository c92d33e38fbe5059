// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The walk over files and folders, in the order of their names.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::broken::Limits;
use super::mbox::Mbox;

/// One message as it stands in a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    /// The file name, and for an mbox file `#1`, `#2`, ...
    pub label: String,
    /// The raw message.
    pub bytes: Vec<u8>,
}

impl Source {
    /// SHA-256 over its bytes: knows a message again that can't be read.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// A file or folder that could not be read. The walk goes on after it.
#[derive(Debug, thiserror::Error)]
#[error("The file or folder could not be read: {kind}.")]
pub struct ReadError {
    /// Its name.
    pub label: String,
    /// What the operating system says.
    pub kind: io::ErrorKind,
}

/// Finds messages: a file (`.eml`, mbox), or all `.eml` and `.mbox` files in a folder and its folders, by name. Links inside
/// folders are not followed. A message over [`Limits::size`] comes with one byte more than that, and no further.
pub fn find_messages(path: &Path, limits: &Limits) -> Messages {
    Messages {
        waiting: vec![path.to_owned()],
        mbox: None,
        most: limits.size,
    }
}

/// The iterator of [`find_messages`].
pub struct Messages {
    /// Paths still to be visited, the next one last.
    waiting: Vec<PathBuf>,
    mbox: Option<OpenMbox>,
    most: usize,
}

struct OpenMbox {
    label: String,
    number: usize,
    messages: Mbox<BufReader<File>>,
}

impl Iterator for Messages {
    type Item = Result<Source, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(mut open) = self.mbox.take() {
                match open.messages.next_message() {
                    Ok(Some(bytes)) => {
                        open.number += 1;
                        let label = format!("{}#{}", open.label, open.number);
                        self.mbox = Some(open);
                        return Some(Ok(Source { label, bytes }));
                    }
                    Ok(None) => {}
                    Err(error) => {
                        return Some(Err(ReadError {
                            label: open.label,
                            kind: error.kind(),
                        }));
                    }
                }
            }
            let path = self.waiting.pop()?;
            match self.visit(&path) {
                Ok(None) => {}
                Ok(Some(source)) => return Some(Ok(source)),
                Err(error) => {
                    return Some(Err(ReadError {
                        label: label(&path),
                        kind: error.kind(),
                    }));
                }
            }
        }
    }
}

impl Messages {
    /// Opens a folder or an mbox for the next turns, or reads a single message.
    fn visit(&mut self, path: &Path) -> io::Result<Option<Source>> {
        if fs::metadata(path)?.is_dir() {
            let mut found = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
            found.sort_by_key(|entry| std::cmp::Reverse(entry.file_name()));
            for entry in found {
                let kind = entry.file_type()?;
                if kind.is_dir()
                    || (kind.is_file()
                        && (has_extension(&entry.path(), "eml") || has_extension(&entry.path(), "mbox")))
                {
                    self.waiting.push(entry.path());
                }
            }
            return Ok(None);
        }
        let mut file = BufReader::new(File::open(path)?);
        // a file that is named by itself may have any name
        let is_mbox = has_extension(path, "mbox")
            || (!has_extension(path, "eml") && file.fill_buf()?.starts_with(b"From "));
        if is_mbox {
            self.mbox = Some(OpenMbox {
                label: label(path),
                number: 0,
                messages: Mbox::new(file, self.most),
            });
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.take(u64::try_from(self.most).unwrap_or(u64::MAX).saturating_add(1))
            .read_to_end(&mut bytes)?;
        Ok(Some(Source {
            label: label(path),
            bytes,
        }))
    }
}

fn label(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}
