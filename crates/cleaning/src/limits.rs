// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The most that a file may ask, and why there may be no copy of one.

use crate::Kind;

/// The most that a file may ask of this program. Above a limit there is no copy, never half a one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub size: usize,
    /// Pixels of a picture.
    pub pixels: u64,
    /// Bytes of a decoded picture.
    pub decoded: u64,
    /// Files in an Office file, objects in a PDF times a hundred.
    pub parts: usize,
    /// Levels of elements in a part of an Office file.
    pub nesting: usize,
    /// Bytes of one part after unpacking.
    pub part: usize,
    /// Bytes of everything after unpacking, and of the copy.
    pub unpacked: usize,
    /// How many times larger a file of some size may become by unpacking.
    pub ratio: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: 50 << 20,
            pixels: 50_000_000, // a telephone's largest ordinary picture has 48 million
            decoded: 200 << 20,
            parts: 5_000,
            nesting: 256,
            part: 32 << 20,
            unpacked: 100 << 20,
            ratio: 250,
        }
    }
}

/// Why there is no copy of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCopy {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Over [`Limits::size`].
    #[error("the file is larger than the limit")]
    TooLarge,
    /// Over [`Limits::unpacked`], [`Limits::part`] or [`Limits::ratio`].
    #[error("the file becomes larger than the limit by unpacking")]
    UnpacksTooLarge,
    /// Over [`Limits::pixels`] or [`Limits::decoded`].
    #[error("the picture has more pixels than the limit")]
    TooManyPixels,
    /// Over [`Limits::parts`].
    #[error("the file has more parts than the limit")]
    TooManyParts,
    /// Over [`Limits::nesting`].
    #[error("the file has too many levels")]
    TooDeep,
    /// It asks for a password, or forbids changes by one.
    #[error("the file is encrypted")]
    Encrypted,
    /// It can't be read as what it seems to be.
    #[error("the file is damaged")]
    Damaged,
    /// Word, Excel and PowerPoint of before 2007, RTF, and Office files with a password.
    #[error("old or encrypted Office files can't be cleaned")]
    OldOffice,
    /// HEIC and other pictures that are not decoded here.
    #[error("this kind of picture can't be cleaned")]
    OtherPicture,
    /// A scan of more than one page as one picture.
    #[error("the picture has several pages")]
    SeveralPages,
    /// Film.
    #[error("films can't be cleaned")]
    Video,
    /// Sound.
    #[error("sound can't be cleaned")]
    Audio,
    /// A file with files in it.
    #[error("archives are not opened")]
    Archive,
    /// HTML, SVG and the like: they can hold programs.
    #[error("web pages are not copied")]
    Markup,
    /// A mail as a file.
    #[error("a mail as a file holds the addresses of its way")]
    Mail,
    /// A program.
    #[error("programs are not copied")]
    Program,
    /// Nobody knows.
    #[error("the kind of file is not known")]
    Unknown,
}

impl NoCopy {
    /// The reason for a kind that has no copy.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::OldOffice => Self::OldOffice,
            Kind::OtherPicture => Self::OtherPicture,
            Kind::Video => Self::Video,
            Kind::Audio => Self::Audio,
            Kind::Archive => Self::Archive,
            Kind::Markup => Self::Markup,
            Kind::Mail => Self::Mail,
            Kind::Program => Self::Program,
            _ => Self::Unknown,
        }
    }

    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::UnpacksTooLarge => "unpacks-too-large",
            Self::TooManyPixels => "too-many-pixels",
            Self::TooManyParts => "too-many-parts",
            Self::TooDeep => "too-deep",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::OldOffice => "old-office",
            Self::OtherPicture => "other-picture",
            Self::SeveralPages => "several-pages",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Archive => "archive",
            Self::Markup => "markup",
            Self::Mail => "mail",
            Self::Program => "program",
            Self::Unknown => "unknown",
        }
    }
}
