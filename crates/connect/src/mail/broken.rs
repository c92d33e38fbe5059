// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The limits that a message must keep, and the reasons why one can't become a report.

/// The most that a message may ask of this program. A message over a limit is [`BrokenReason`], never cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the raw message.
    pub size: usize,
    /// Bytes of the headers of all parts together.
    pub headers: usize,
    /// Number of parts, all levels together.
    pub parts: usize,
    /// Levels of parts within parts.
    pub nesting: usize,
    /// Bytes of all parts together after decoding.
    pub unpacked: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: 50 << 20,
            headers: 256 << 10,
            parts: 500,
            nesting: 20,
            unpacked: 100 << 20,
        }
    }
}

/// Why a message is in quarantine. The sentence says what is wrong without any of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenReason {
    /// Nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// No header of a mail.
    #[error("This is not an e-mail: it does not begin with the headers of an e-mail.")]
    NotAMail,
    /// Torn or wrongly encoded, and nothing else to read.
    #[error("The e-mail is damaged: no text and no attachment in it can be read.")]
    Unreadable,
    /// Over [`Limits::size`].
    #[error("The e-mail is larger than the limit.")]
    TooLarge,
    /// Over [`Limits::headers`].
    #[error("The headers of the e-mail are longer than the limit.")]
    HeadersTooLarge,
    /// Over [`Limits::parts`].
    #[error("The e-mail has more parts than the limit.")]
    TooManyParts,
    /// Over [`Limits::nesting`].
    #[error("The e-mail has too many levels of parts within parts.")]
    TooDeep,
    /// Over [`Limits::unpacked`].
    #[error("The e-mail is larger than the limit after unpacking.")]
    UnpacksTooLarge,
}

impl BrokenReason {
    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAMail => "not-a-mail",
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::HeadersTooLarge => "headers-too-large",
            Self::TooManyParts => "too-many-parts",
            Self::TooDeep => "too-deep",
            Self::UnpacksTooLarge => "unpacks-too-large",
        }
    }
}
