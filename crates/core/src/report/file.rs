// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files that came with a report: the sealed original, and the copy without metadata that people open.

use serde::{Deserialize, Serialize};

use crate::id::{FileId, Timestamp};

/// Under whose key a file is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compartment {
    /// The report's: for whoever may read the report.
    Report,
    /// The reporter's: what names the reporter, or may do so by its metadata.
    Reporter,
}

/// A file that came with a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file as it came, sealed under the reporter's key: its metadata may name who made it.
    pub file: FileId,
    /// Its name as the sender gave it, sealed beside it under the reporter's key: it may name who sent it. None where it had none.
    #[serde(default)]
    pub original_name: Option<FileId>,
    /// Its type by its first bytes, or as declared.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// What the virus scanner said.
    pub scan: Scan,
    /// The copy that people open and share.
    pub copy: CleanCopy,
}

/// What the virus scanner said of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "scan", rename_all = "kebab-case")]
pub enum Scan {
    /// It came in, and nobody looked at it yet.
    Waiting,
    /// It was not scanned, with the reason, such as that no scanner is set up.
    NotScanned {
        /// Why.
        reason: String,
    },
    /// Nothing was found.
    Clean {
        /// The scanner and the date of its lists, as it says itself.
        engine: String,
        /// When.
        at: Timestamp,
    },
    /// Something was found.
    Infected {
        /// Name of what was found.
        found: String,
        /// When.
        at: Timestamp,
    },
}

/// The copy of a file without metadata: no place, author, device or earlier versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "copy", rename_all = "kebab-case")]
pub enum CleanCopy {
    /// It came in, and nobody looked at it yet.
    Waiting,
    /// There is none: the file is of a kind that can't be cleaned, or it is damaged or dangerous.
    None {
        /// Why: the name in the keys of the screens' texts.
        reason: String,
    },
    /// There is one.
    Made {
        /// The copy, sealed under the report's key.
        file: FileId,
        /// Its name: the number of the file, and the ending that belongs to its type. Nothing of the sender's name for it.
        name: String,
        /// Its type.
        media_type: String,
        /// Its size in bytes.
        size: u64,
    },
}

impl Attachment {
    /// Whether it must still be scanned and copied.
    pub fn waits(&self) -> bool {
        self.scan == Scan::Waiting || self.copy == CleanCopy::Waiting
    }

    /// Whether the scanner found something: then nobody gets the copy.
    pub fn is_infected(&self) -> bool {
        matches!(self.scan, Scan::Infected { .. })
    }
}
