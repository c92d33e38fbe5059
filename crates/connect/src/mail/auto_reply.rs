// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Automatic replies: the rules stand in the documentation of [`super`].

use super::headers::{Headers, ReturnPath};

/// Which rule recognised an automatic reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AutoReplyReason {
    /// Rule 1 and 2.
    #[error("The header Auto-Submitted says that a computer sent this as an answer.")]
    AutoSubmitted,
    /// Rule 3.
    #[error("The header Precedence says that a computer sent this as an answer.")]
    Precedence,
    /// Rule 4, delivery status.
    #[error("This is a notice of a mail server about a mail that was not delivered.")]
    DeliveryStatus,
    /// Rule 4, disposition notification.
    #[error("This is a receipt that a mail was opened or deleted.")]
    ReadReceipt,
}

/// How subjects of absence messages begin, in small letters.
const ABSENCE: [&str; 12] = [
    "automatisch antwoord",
    "automatische reactie",
    "automatic reply",
    "autoreply",
    "auto-reply",
    "afwezig",
    "afwezigheid",
    "out of office",
    "out of the office",
    "niet aanwezig",
    "automatische antwort",
    "abwesenheit",
];

/// The rule by which this message is an automatic reply, if there is one.
pub(super) fn recognise(headers: &Headers, media_type: &str) -> Option<AutoReplyReason> {
    if media_type == "multipart/report" && headers.return_path() != ReturnPath::Sender {
        match headers
            .parameter("report-type")
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            Some("delivery-status") => return Some(AutoReplyReason::DeliveryStatus),
            Some("disposition-notification") => return Some(AutoReplyReason::ReadReceipt),
            _ => {}
        }
    }
    if is_auto_submitted(headers) {
        return Some(AutoReplyReason::AutoSubmitted);
    }
    let answering = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];
    let answers = answering
        .into_iter()
        .any(|name| headers.text(name).is_some_and(|value| !is(&value, "no")));
    let precedence = headers.text("Precedence").unwrap_or_default();
    let by_precedence =
        is(&precedence, "auto_reply") || (answers && (is(&precedence, "bulk") || is(&precedence, "junk")));
    by_precedence.then_some(AutoReplyReason::Precedence)
}

/// The hint: Outlook's header against answers, and the subject of an absence message.
pub(super) fn looks_automatic(headers: &Headers) -> bool {
    headers.text("X-Auto-Response-Suppress").is_some() && has_absence_subject(headers)
}

fn is_auto_submitted(headers: &Headers) -> bool {
    let Some(value) = headers.text("Auto-Submitted") else {
        return false;
    };
    // the keyword ends at a parameter or a comment
    let keyword = value.split([';', '(']).next().unwrap_or_default().trim();
    if is(keyword, "no") || keyword.is_empty() {
        return false;
    }
    is(keyword, "auto-replied")
        || !headers.ids("In-Reply-To").is_empty()
        || !headers.ids("References").is_empty()
        || headers.return_path() == ReturnPath::Empty
        || has_absence_subject(headers)
}

fn has_absence_subject(headers: &Headers) -> bool {
    let subject = headers.subject().unwrap_or_default().to_lowercase();
    ABSENCE.iter().any(|beginning| subject.starts_with(beginning))
}

fn is(value: &str, expected: &str) -> bool {
    value.trim().eq_ignore_ascii_case(expected)
}
