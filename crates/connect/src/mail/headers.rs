// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The headers of one part: where they end, and their values as mail-parser reads them.

use chrono::{DateTime, Utc};
use mail_parser::{ContentType, HeaderName, HeaderValue, MessageParser};

/// A person or office as written in a mail. The address is what the mail claims; nothing proves it.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name beside the address.
    pub name: Option<String>,
    /// The mail address.
    pub address: String,
}

/// The decoded headers of a message or part.
pub(super) struct Headers(Option<mail_parser::Message<'static>>);

impl Headers {
    /// Reads a header block as returned by [`split`].
    pub(super) fn read(block: &[u8]) -> Self {
        let read = MessageParser::default().parse_headers(block);
        Self(read.map(mail_parser::Message::into_owned))
    }

    /// Whether there is one header that every mail has at least one of.
    pub(super) fn are_of_a_mail(&self) -> bool {
        use HeaderName::{ContentType, Date, From, MessageId, Received, ReturnPath, Sender, Subject, To};
        [
            From,
            Sender,
            To,
            Subject,
            Date,
            MessageId,
            Received,
            ReturnPath,
            ContentType,
        ]
        .into_iter()
        .any(|name| self.header(name).is_some_and(|value| !value.is_empty()))
    }

    fn header(&self, name: impl Into<HeaderName<'static>>) -> Option<&HeaderValue<'static>> {
        self.0.as_ref()?.header(name)
    }

    /// The value of a header that is plain text, without space around it.
    pub(super) fn text(&self, name: &'static str) -> Option<String> {
        self.header(name)?.as_text().map(|text| text.trim().to_owned())
    }

    /// The values of the headers with this name that stand topmost, without one of the other name between them.
    pub(super) fn topmost(&self, name: &str, other: &str) -> Vec<String> {
        let headers = self.0.as_ref().map_or(&[][..], mail_parser::Message::headers);
        let is = |header: &mail_parser::Header<'_>, name: &str| header.name().eq_ignore_ascii_case(name);
        let from_first = headers.iter().skip_while(|header| !is(header, name));
        let until_other = from_first.take_while(|header| !is(header, other));
        until_other
            .filter(|header| is(header, name))
            .filter_map(|header| header.value().as_text())
            .map(str::to_owned)
            .collect()
    }

    /// A header as it stands in the message, without decoding.
    pub(super) fn raw(&self, name: &'static str) -> Option<String> {
        self.0
            .as_ref()?
            .header_raw(name)
            .map(|raw| raw.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The identifiers in a header such as `Message-ID` or `References`, without angle brackets.
    pub(super) fn ids(&self, name: &'static str) -> Vec<String> {
        let list = self
            .header(name)
            .and_then(HeaderValue::as_text_list)
            .unwrap_or_default();
        list.iter()
            .map(|id| id.trim().to_owned())
            .filter(|id| !id.is_empty())
            .collect()
    }

    /// The decoded subject, if it is not blank.
    pub(super) fn subject(&self) -> Option<String> {
        self.0
            .as_ref()?
            .subject()
            .map(single_line)
            .filter(|subject| !subject.is_empty())
    }

    /// The first address in `From`, or else in `Sender`.
    pub(super) fn from(&self) -> Option<Mailbox> {
        let written = |address: &mail_parser::Address<'_>| {
            let address = address.iter().find(|one| one.address().is_some())?;
            let name = address.name().map(single_line).filter(|name| !name.is_empty());
            Some(Mailbox {
                name,
                address: single_line(address.address()?),
            })
        };
        let headers = self.0.as_ref()?;
        headers
            .from()
            .and_then(written)
            .or_else(|| headers.sender().and_then(written))
    }

    /// The moment in `Date`, when it is one.
    pub(super) fn date(&self) -> Option<DateTime<Utc>> {
        let date = self.0.as_ref()?.date().filter(|date| date.is_valid())?;
        DateTime::from_timestamp(date.to_timestamp(), 0)
    }

    /// `Content-Type` or `Content-Disposition`.
    pub(super) fn typed(&self, name: HeaderName<'static>) -> Option<&ContentType<'static>> {
        self.header(name)?.as_content_type()
    }

    /// The media type as written, in small letters; `text/plain` where none is given (RFC 2045, section 5.2).
    pub(super) fn media_type(&self) -> String {
        let Some(written) = self.typed(HeaderName::ContentType) else {
            return "text/plain".to_owned();
        };
        match written.subtype() {
            Some(subtype) => format!("{}/{subtype}", written.ctype()).to_ascii_lowercase(),
            None if written.ctype().eq_ignore_ascii_case("text") => "text/plain".to_owned(),
            None => "application/octet-stream".to_owned(),
        }
    }

    /// A parameter of `Content-Type`, such as `charset`.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.typed(HeaderName::ContentType)?.attribute(name)
    }

    /// Whether the message states that it has no sender to answer to (`Return-Path: <>`), and whether it states a sender.
    pub(super) fn return_path(&self) -> ReturnPath {
        match self
            .0
            .as_ref()
            .and_then(|headers| headers.header_raw(HeaderName::ReturnPath))
            .map(str::trim)
        {
            None => ReturnPath::Missing,
            Some("" | "<>") => ReturnPath::Empty,
            Some(_) => ReturnPath::Sender,
        }
    }
}

/// What the envelope sender says (RFC 5321, section 4.5.5).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ReturnPath {
    /// No such header: the file was saved by a mail program.
    Missing,
    /// The empty sender of automatic mail.
    Empty,
    /// An address.
    Sender,
}

/// Text on one line, without control characters.
pub(super) fn single_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits a message into its header block and its body.
///
/// The block ends at the first blank line, or before the first line that can't be a header: some programs forget the
/// blank line, and their text must not be lost.
pub(super) fn split(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        if matches!(line, b"\n" | b"\r\n") {
            let (head, rest) = raw.split_at_checked(end).unwrap_or((raw, b""));
            return (head, rest.get(line.len()..).unwrap_or_default());
        }
        if !is_header_line(line, end == 0) {
            break;
        }
        end += line.len();
    }
    raw.split_at_checked(end).unwrap_or((raw, b""))
}

/// `Name: value`, or the continuation of the line before.
fn is_header_line(line: &[u8], first: bool) -> bool {
    if matches!(line, [b' ' | b'\t', ..]) {
        return !first;
    }
    let Some(name) = line
        .split(|byte| *byte == b':')
        .next()
        .filter(|name| name.len() < line.len())
    else {
        return false;
    };
    let name = name.trim_ascii_end();
    !name.is_empty() && name.iter().all(u8::is_ascii_graphic)
}
