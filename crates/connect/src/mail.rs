// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mail files read into plain values: [`find_messages`] walks over files, [`read_message`] reads one message.
//!
//! Nothing in a mail is executed, fetched or answered. The raw bytes stay the original; what is read from them
//! here is a help to the handler. None of the types that hold content implements `Debug`, so that content can not
//! end up in a log by accident.
//!
//! # What counts as an automatic reply
//!
//! A mailing-list header (`List-Id`, `Precedence: list`) alone never does: a person may write through a list. These
//! do ([`AutoReplyReason`] names each):
//!
//! 1. `Auto-Submitted: auto-replied` (RFC 3834, section 5).
//! 2. `Auto-Submitted` with another value than `no` (`auto-generated`, `auto-notified` of RFC 5436), but only when one
//!    more fact shows that the mail answers something: an `In-Reply-To` or `References` header (RFC 3834, section 3.1.5), an
//!    empty `Return-Path`, or the subject of an absence message. Exchange marks absence messages `auto-generated`; but
//!    so do web forms that pass on what a person typed, and those must become reports.
//! 3. `Precedence: auto_reply`, or `Precedence: bulk` or `junk` together with an `X-Autoreply`, `X-Autorespond` or
//!    `X-Autoresponder` header (older practice, which RFC 3834 does not forbid).
//! 4. `multipart/report` (RFC 6522) with report type `delivery-status` (RFC 3464) or `disposition-notification` (RFC
//!    8098), when the `Return-Path` is empty (`<>`, RFC 5321, section 4.5.5) or missing, as in files saved by a mail
//!    program. Other report types, such as abuse reports, are messages.
//!
//! `X-Auto-Response-Suppress` together with the subject of an absence message is only a hint
//! ([`Message::looks_automatic`]): people reply to absence messages, and the subject stays.

mod attachment;
mod authentication;
mod auto_reply;
mod bounce;
mod broken;
mod content;
mod decode;
mod forwarded;
mod hash;
mod headers;
mod html;
mod mbox;
mod message;
mod part;
mod source;
mod tnef;

pub use attachment::Attachment;
pub use authentication::{AuthMethod, AuthResult};
pub use auto_reply::AutoReplyReason;
pub use bounce::{Bounce, read_bounce};
pub use broken::{BrokenReason, Limits};
pub use content::{Signature, SignatureKind};
pub use forwarded::Forwarded;
pub use headers::Mailbox;
pub use message::{Message, Reading, read_message};
pub use source::{Messages, ReadError, Source, find_messages};
