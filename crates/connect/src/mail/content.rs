// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the parts of a message hold for a reader: text, attachments, a forwarded mail, a signature.

use mail_parser::HeaderName;

use super::attachment::{Attachment, declared_name};
use super::broken::BrokenReason;
use super::decode;
use super::forwarded::{self, Forwarded};
use super::html;
use super::part::{Body, Part, PartReader};
use super::tnef;

/// That a message carries a signature. It is not verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Of which kind.
    pub kind: SignatureKind,
}

/// Kinds of signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureKind {
    /// S/MIME (RFC 8551).
    Smime,
    /// `OpenPGP` (RFC 3156, or in the text).
    Pgp,
}

/// Collects the content while it walks over the parts.
#[derive(Default)]
pub(super) struct Content {
    pub(super) texts: Vec<String>,
    pub(super) html_was_used: bool,
    pub(super) attachments: Vec<Attachment>,
    pub(super) forwarded: Option<Forwarded>,
    pub(super) signed: Option<Signature>,
    /// Text in a `winmail.dat`; used when there is no other.
    winmail_text: Option<(String, bool)>,
}

impl Content {
    /// The content of a part and all in it.
    pub(super) fn gather(part: Part, reader: &mut PartReader<'_>) -> Result<Self, BrokenReason> {
        let mut content = Self::default();
        content.add(part, reader)?;
        if let Some((text, html)) = content.winmail_text.take().filter(|_| !content.has_text()) {
            content.texts = vec![text];
            content.html_was_used = html;
        }
        if content
            .texts
            .iter()
            .any(|text| text.contains("-----BEGIN PGP SIGNED MESSAGE-----"))
        {
            content.signed.get_or_insert(Signature {
                kind: SignatureKind::Pgp,
            });
        }
        Ok(content)
    }

    fn has_text(&self) -> bool {
        self.texts.iter().any(|text| !text.is_empty())
    }

    fn add(&mut self, part: Part, reader: &mut PartReader<'_>) -> Result<(), BrokenReason> {
        let Part {
            headers,
            media_type,
            body,
        } = part;
        match body {
            Body::Parts(parts) if media_type == "multipart/alternative" => {
                self.add_alternative(parts, reader)
            }
            Body::Parts(parts) => parts.into_iter().try_for_each(|part| self.add(part, reader)),
            Body::Message(message) => self.add_message(*message, reader),
            Body::Bytes(bytes) => self.add_leaf(
                &Part {
                    headers,
                    media_type,
                    body: Body::Parts(Vec::new()),
                },
                bytes,
                reader,
            ),
        }
    }

    /// Of the same text in several forms: the plain one, or else the last that has text. Files of all forms are kept.
    fn add_alternative(&mut self, parts: Vec<Part>, reader: &mut PartReader<'_>) -> Result<(), BrokenReason> {
        let mut chosen: Option<Self> = None;
        for part in parts {
            let mut form = Self::default();
            form.add(part, reader)?;
            self.attachments.append(&mut form.attachments);
            let better = match &chosen {
                None => true,
                Some(before) => form.has_text() && (!before.has_text() || before.html_was_used),
            };
            if better {
                chosen = Some(form);
            }
        }
        let Some(chosen) = chosen else { return Ok(()) };
        self.texts.extend(chosen.texts);
        self.html_was_used |= chosen.html_was_used;
        self.signed = self.signed.or(chosen.signed);
        self.forwarded = self.forwarded.take().or(chosen.forwarded);
        self.winmail_text = self.winmail_text.take().or(chosen.winmail_text);
        Ok(())
    }

    /// A mail that was attached as a whole: its headers for the reader, its text and its files.
    fn add_message(&mut self, message: Part, reader: &mut PartReader<'_>) -> Result<(), BrokenReason> {
        let forwarded = forwarded::attached(&message.headers);
        let from = forwarded.from.as_ref().map(|from| {
            let name = from
                .name
                .as_ref()
                .map(|name| format!("{name} "))
                .unwrap_or_default();
            format!("{name}<{}>", from.address)
        });
        let named = [
            ("From", &from),
            ("Date", &forwarded.date),
            ("Subject", &forwarded.subject),
        ];
        let named = named
            .into_iter()
            .filter_map(|(label, value)| Some(format!("{label}: {}", value.as_ref()?)));
        let heading = std::iter::once("----------".to_owned())
            .chain(named)
            .collect::<Vec<_>>()
            .join("\n");
        let inner = Self::gather(message, reader)?;
        self.texts.push(heading);
        self.texts.extend(inner.texts);
        self.html_was_used |= inner.html_was_used;
        self.attachments.extend(inner.attachments);
        self.forwarded.get_or_insert(forwarded);
        Ok(())
    }

    fn add_leaf(
        &mut self,
        part: &Part,
        bytes: Vec<u8>,
        reader: &mut PartReader<'_>,
    ) -> Result<(), BrokenReason> {
        let name = declared_name(&part.headers);
        let kind = part.media_type.as_str();
        let signature = match kind {
            "application/pkcs7-signature" | "application/x-pkcs7-signature" => Some(SignatureKind::Smime),
            "application/pgp-signature" => Some(SignatureKind::Pgp),
            "application/pkcs7-mime" | "application/x-pkcs7-mime"
                if part
                    .headers
                    .parameter("smime-type")
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("signed-data")) =>
            {
                // the text is inside the signature: keep the file
                self.signed = Some(Signature {
                    kind: SignatureKind::Smime,
                });
                None
            }
            _ => None,
        };
        if let Some(kind) = signature {
            self.signed.get_or_insert(Signature { kind });
            return Ok(());
        }
        let disposition = part.headers.typed(HeaderName::ContentDisposition);
        let is_file = name.is_some() || disposition.is_some_and(mail_parser::ContentType::is_attachment);
        let is_html = kind == "text/html";
        // a multipart without its parts is torn: its rest is shown as text
        if !is_file && (is_html || kind == "text/plain" || kind.starts_with("multipart/")) {
            self.add_text(part, is_html, &bytes);
            return Ok(());
        }
        let is_winmail = matches!(kind, "application/ms-tnef" | "application/vnd.ms-tnef")
            || name
                .as_ref()
                .is_some_and(|name| name.eq_ignore_ascii_case("winmail.dat"));
        if let Some(container) = is_winmail.then(|| tnef::read(&bytes)).flatten() {
            return self.add_container(container, reader);
        }
        if !bytes.is_empty() {
            self.attachments.push(Attachment::new(
                name.as_deref(),
                part.media_type.clone(),
                bytes,
                false,
            ));
        }
        Ok(())
    }

    fn add_text(&mut self, part: &Part, is_html: bool, bytes: &[u8]) {
        let text = decode::charset(part.headers.parameter("charset"), bytes);
        let flowed = |name| {
            part.headers
                .parameter(name)
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        let text = if is_html {
            html::to_text(&text)
        } else if flowed("format") == "flowed" {
            decode::tidy(&decode::unflow(&text, flowed("delsp") == "yes"))
        } else {
            decode::tidy(&text)
        };
        if !text.is_empty() {
            self.html_was_used |= is_html;
            self.texts.push(text);
        }
    }

    fn add_container(
        &mut self,
        container: tnef::Container,
        reader: &mut PartReader<'_>,
    ) -> Result<(), BrokenReason> {
        for file in container.files {
            let bytes = reader.count(file.bytes)?;
            let declared = file
                .media_type
                .unwrap_or_else(|| "application/octet-stream".to_owned());
            self.attachments
                .push(Attachment::new(file.name.as_deref(), declared, bytes, true));
        }
        let plain = container
            .text
            .map(|text| decode::tidy(&text))
            .filter(|text| !text.is_empty());
        let html = container
            .html
            .map(|text| html::to_text(&text))
            .filter(|text| !text.is_empty());
        self.winmail_text = plain
            .map(|text| (text, false))
            .or(html.map(|text| (text, true)))
            .or(self.winmail_text.take());
        Ok(())
    }
}
