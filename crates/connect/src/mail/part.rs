// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The tree of MIME parts (RFC 2045, 2046). Own code instead of mail-parser's, so that each limit is kept *before* the
//! memory or the stack is used: mail-parser follows nested messages as deep as they go.

use mail_parser::HeaderName;

use super::broken::{BrokenReason, Limits};
use super::decode;
use super::headers::{Headers, split};

/// One part with its headers.
pub(super) struct Part {
    pub(super) headers: Headers,
    pub(super) media_type: String,
    pub(super) body: Body,
}

/// What a part holds.
pub(super) enum Body {
    /// Other parts.
    Parts(Vec<Part>),
    /// A whole message.
    Message(Box<Part>),
    /// Decoded bytes.
    Bytes(Vec<u8>),
}

/// Reads parts and counts what they ask.
pub(super) struct PartReader<'limits> {
    limits: &'limits Limits,
    parts: usize,
    headers: usize,
    unpacked: usize,
    /// Whether something was torn or wrongly encoded.
    pub(super) damaged: bool,
}

impl<'limits> PartReader<'limits> {
    pub(super) fn new(limits: &'limits Limits) -> Self {
        Self {
            limits,
            parts: 0,
            headers: 0,
            unpacked: 0,
            damaged: false,
        }
    }

    /// Reads a message or part and all parts in it.
    pub(super) fn read(&mut self, raw: &[u8], level: usize) -> Result<Part, BrokenReason> {
        self.parts += 1;
        if self.parts > self.limits.parts {
            return Err(BrokenReason::TooManyParts);
        }
        if level > self.limits.nesting {
            return Err(BrokenReason::TooDeep);
        }
        let (head, body) = split(raw);
        self.headers = self.headers.saturating_add(head.len());
        if self.headers > self.limits.headers {
            return Err(BrokenReason::HeadersTooLarge);
        }
        let headers = Headers::read(head);
        let media_type = headers.media_type();
        let body = self.body(&headers, &media_type, body, level)?;
        Ok(Part {
            headers,
            media_type,
            body,
        })
    }

    fn body(
        &mut self,
        headers: &Headers,
        kind: &str,
        body: &[u8],
        level: usize,
    ) -> Result<Body, BrokenReason> {
        if kind.starts_with("multipart/") {
            let boundary = headers
                .parameter("boundary")
                .filter(|boundary| !boundary.is_empty());
            let sections = boundary
                .map(|boundary| self.sections(body, boundary.as_bytes()))
                .unwrap_or_default();
            if sections.is_empty() {
                // no boundary found: show what is there as text
                self.damaged = true;
                return Ok(Body::Bytes(self.count(body.to_vec())?));
            }
            let read: Result<Vec<_>, _> = sections
                .into_iter()
                .map(|section| self.read(section, level + 1))
                .collect();
            return read.map(Body::Parts);
        }
        let encoding = headers.text(HeaderName::ContentTransferEncoding.as_static_str());
        if matches!(kind, "message/rfc822" | "message/global") {
            let decoded = decode::transfer(encoding.as_deref(), body);
            self.damaged |= !decoded.whole;
            return Ok(Body::Message(Box::new(self.read(&decoded.bytes, level + 1)?)));
        }
        let decoded = decode::transfer(encoding.as_deref(), body);
        self.damaged |= !decoded.whole;
        Ok(Body::Bytes(self.count(decoded.bytes)?))
    }

    /// Adds to what was unpacked, within the limit.
    pub(super) fn count(&mut self, bytes: Vec<u8>) -> Result<Vec<u8>, BrokenReason> {
        self.unpacked = self.unpacked.saturating_add(bytes.len());
        if self.unpacked > self.limits.unpacked {
            Err(BrokenReason::UnpacksTooLarge)
        } else {
            Ok(bytes)
        }
    }

    /// The pieces between boundary lines (RFC 2046, section 5.1.1); a missing last boundary is noted as damage.
    fn sections<'raw>(&mut self, body: &'raw [u8], boundary: &[u8]) -> Vec<&'raw [u8]> {
        let mut sections = Vec::new();
        let (mut start, mut position, mut closed) = (None, 0, false);
        for line in body.split_inclusive(|byte| *byte == b'\n') {
            let line_start = position;
            position += line.len();
            let Some(rest) = line
                .strip_prefix(b"--")
                .and_then(|line| line.strip_prefix(boundary))
            else {
                continue;
            };
            let last = rest.trim_ascii() == b"--";
            if !last && !rest.trim_ascii().is_empty() {
                continue; // a longer boundary, of an inner multipart
            }
            if let Some(start) = start {
                sections.push(without_line_end(body.get(start..line_start).unwrap_or_default()));
            }
            start = (!last).then_some(position);
            closed |= last;
            if last {
                break;
            }
        }
        self.damaged |= !closed;
        if let Some(rest) = start
            .and_then(|start| body.get(start..))
            .filter(|rest| !rest.is_empty())
        {
            sections.push(rest);
        }
        sections
    }
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(section: &[u8]) -> &[u8] {
    let section = section.strip_suffix(b"\n").unwrap_or(section);
    section.strip_suffix(b"\r").unwrap_or(section)
}
