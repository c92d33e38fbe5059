// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Attachments: what the mail says they are, and what their first bytes say.

use mail_parser::{ContentType, HeaderName};

use super::decode::is_unwanted;
use super::headers::{Headers, single_line};

/// A file in a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name, without folders and without characters that disguise it.
    pub name: Option<String>,
    /// The media type that the mail declares; it may be wrong, by mistake or on purpose.
    pub declared_type: String,
    /// The media type that the first bytes show, if they are known.
    pub sniffed_type: Option<&'static str>,
    /// Whether it was packed in a `winmail.dat` of Outlook.
    pub from_winmail: bool,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Attachment {
    pub(super) fn new(name: Option<&str>, declared_type: String, bytes: Vec<u8>, from_winmail: bool) -> Self {
        let name = name.map(safe_name).filter(|name| !name.is_empty());
        Self {
            name,
            declared_type,
            sniffed_type: sniff(&bytes),
            from_winmail,
            bytes,
        }
    }
}

/// The file name that a part declares (RFC 2183; RFC 2231 for other characters than ASCII).
pub(super) fn declared_name(headers: &Headers) -> Option<String> {
    let attribute = |typed: Option<&ContentType<'_>>, name| typed?.attribute(name).map(str::to_owned);
    attribute(headers.typed(HeaderName::ContentDisposition), "filename")
        .or_else(|| attribute(headers.typed(HeaderName::ContentType), "name"))
}

/// The last component of a path, at most 150 characters, without control and direction characters.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| !is_unwanted(*letter))
        .take(150)
        .collect();
    single_line(&kept).trim_start_matches('.').to_owned()
}

/// First bytes of the kinds of file that reporters send.
const SIGNATURES: [(usize, &[u8], &str); 14] = [
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"%PDF-", "application/pdf"),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "application/x-ole-storage",
    ),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp", "video/mp4"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"MZ", "application/x-msdownload"),
];

/// Folders inside Office files, which are zip files.
const OFFICE: [(&[u8], &str); 3] = [
    (
        b"word/",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        b"xl/",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        b"ppt/",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
];

/// The media type that the content shows.
fn sniff(bytes: &[u8]) -> Option<&'static str> {
    let found = SIGNATURES
        .iter()
        .find(|(offset, signature, _)| {
            bytes
                .get(*offset..)
                .is_some_and(|rest| rest.starts_with(signature))
        })
        .map(|(_, _, kind)| *kind);
    match found {
        Some("application/zip") if contains(bytes, b"[Content_Types].xml") => OFFICE
            .iter()
            .find(|(folder, _)| contains(bytes, folder))
            .map_or(found, |(_, kind)| Some(kind)),
        Some(_) => found,
        None => looks_like_mail(bytes).then_some("message/rfc822"),
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Begins with a mail header, and has another that mails have.
fn looks_like_mail(bytes: &[u8]) -> bool {
    let head = bytes
        .get(..4096.min(bytes.len()))
        .unwrap_or_default()
        .to_ascii_lowercase();
    [
        b"received:".as_slice(),
        b"return-path:",
        b"from:",
        b"message-id:",
        b"mime-version:",
        b"date:",
        b"subject:",
    ]
    .iter()
    .any(|name| head.starts_with(name))
        && [b"\nfrom:".as_slice(), b"\nto:", b"\ndate:"]
            .iter()
            .any(|name| contains(&head, name))
}
