// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Copies of files without metadata: [`clean`] makes one, or says why there is none.
//!
//! The file as it came stays what it is, as evidence. What people open and share is the copy: pictures are decoded and
//! encoded anew, PDF and Office files are taken apart, and only what is known to be content is put together again. What
//! is tried and what is out of reach stands in `docs/adr/0007-copies-without-metadata.md`.
//!
//! # Memory
//!
//! Besides the file itself, cleaning holds at most, by default:
//!
//! | kind | bound | at most |
//! |---|---|---|
//! | picture | the decoded picture twice (once more to turn it) and the copy | 2 x [`Limits::decoded`] = 400 MB |
//! | Office | its largest part four times, the copy, and one picture | 4 x [`Limits::part`] + the copy = 200 MB |
//! | PDF | the copy, and its objects: a file can be made of which each two bytes take a hundred in memory | not by this crate |
//! | text | the text twice | 2 x [`Limits::size`] |
//!
//! Because of PDF, and because decoders written by others may have faults, the program runs this crate in a process of its
//! own, with a limit on memory and time by the operating system.

mod image;
mod jpeg;
mod kind;
mod limits;
mod office;
mod pdf;
mod text;

pub use kind::{Kind, kind_of};
pub use limits::{Limits, NoCopy};

/// A copy without metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Copy {
    /// What it is.
    pub kind: Kind,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes a copy without metadata. Never panics, whatever the bytes are.
pub fn clean(bytes: &[u8], limits: &Limits) -> Result<Copy, NoCopy> {
    if bytes.is_empty() {
        return Err(NoCopy::Empty);
    }
    if bytes.len() > limits.size {
        return Err(NoCopy::TooLarge);
    }
    let kind = kind_of(bytes);
    let cleaned = match kind {
        Kind::Jpeg | Kind::Png | Kind::Gif | Kind::WebP | Kind::Bmp | Kind::Tiff => {
            image::clean(bytes, kind, limits)
        }
        Kind::Pdf => pdf::clean(bytes, limits),
        Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Odt | Kind::Ods | Kind::Odp => {
            office::clean(bytes, kind, limits)
        }
        Kind::Text => Ok(text::clean(bytes)),
        other => Err(NoCopy::of(other)),
    }?;
    if cleaned.len() > limits.unpacked {
        return Err(NoCopy::UnpacksTooLarge);
    }
    // Such as a text in UTF-16 that is a web page, or a PDF, in UTF-8.
    let kind = kind.copied_as();
    if kind_of(&cleaned) != kind {
        return Err(NoCopy::Damaged);
    }
    Ok(Copy { kind, bytes: cleaned })
}
