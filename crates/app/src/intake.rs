// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! From messages to reports: each becomes a report exactly once, or is kept in quarantine, as are automatic replies.

use std::fmt;

use meldroute_connect::mail::{
    Attachment, AuthMethod, AutoReplyReason, Bounce, BrokenReason, Limits, Message, Reading, SignatureKind,
    Source, read_bounce, read_message,
};
use meldroute_core::{
    change::{AUTO_REPLY, Fingerprint, Quarantined},
    id::{FileId, Timestamp},
    policy::Actor,
    ports::Services,
    report::{MailFacts, Reporter},
    usecase::{Failure, outgoing::bounced, report},
};

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// A new report, with its number.
    Report(String),
    /// It was stored before.
    Duplicate,
    /// It could not be read, and is kept apart for a person to look at.
    Quarantine(String),
    /// An answer by a computer.
    AutoReply,
    /// A mail server says that a mail of ours did not arrive: recorded with that mail, and kept apart.
    Bounce,
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report(number) => write!(f, "report {number}"),
            Self::Duplicate => f.write_str("duplicate"),
            Self::Quarantine(reason) => write!(f, "quarantine {reason}"),
            Self::AutoReply => f.write_str("auto-reply"),
            Self::Bounce => f.write_str("bounce"),
        }
    }
}

/// How many messages became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    reports: usize,
    duplicates: usize,
    quarantined: usize,
    auto_replies: usize,
}

impl Tally {
    /// Counts one.
    pub(crate) fn add(&mut self, taken: &Taken) {
        *match taken {
            Taken::Report(_) => &mut self.reports,
            Taken::Duplicate => &mut self.duplicates,
            Taken::Quarantine(_) => &mut self.quarantined,
            Taken::AutoReply | Taken::Bounce => &mut self.auto_replies,
        } += 1;
    }

    /// How many messages in all.
    pub(crate) fn all(self) -> usize {
        self.reports + self.duplicates + self.quarantined + self.auto_replies
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} messages: {} reports, {} duplicates, {} to quarantine, {} automatic replies",
            self.all(),
            self.reports,
            self.duplicates,
            self.quarantined,
            self.auto_replies
        )
    }
}

/// Takes one message in. When this answers, what it says is stored. What is said about the sender's address is kept where the server
/// says so that is named.
pub(crate) async fn take(
    services: &Services,
    actor: &Actor,
    source: Source,
    authserv_id: Option<&str>,
) -> Result<Taken, Failure> {
    match read_message(&source.bytes, &Limits::default()) {
        // Out of the way, but not thrown away: a person may have written it all the same.
        Reading::AutoReply(reason) => {
            let ours =
                reason == AutoReplyReason::DeliveryStatus && came_back(services, actor, &source).await?;
            let taken = if ours { Taken::Bounce } else { Taken::AutoReply };
            quarantine(services, actor, source, AUTO_REPLY, taken).await
        }
        Reading::Broken(reason) => broken(services, actor, source, reason).await,
        Reading::Message(message) => {
            let message = as_report(services, *message, source.bytes, authserv_id);
            match report::import(services, actor, message).await {
                Ok(number) => Ok(Taken::Report(number)),
                Err(Failure::DoneAlready) => Ok(Taken::Duplicate),
                Err(failure) => Err(failure),
            }
        }
    }
}

/// When a message was stored, if it was: by this door or another.
pub(crate) async fn stored_at(
    services: &Services,
    actor: &Actor,
    source: Source,
) -> Result<Option<Timestamp>, Failure> {
    let mut marks = vec![Fingerprint::Quarantined(source.hash())];
    if let Reading::Message(message) = read_message(&source.bytes, &Limits::default()) {
        // A Message-ID alone does not prove that its content is here.
        marks.push(Fingerprint::Content(message.content_hash));
    }
    for mark in &marks {
        let since = services.store.known_since(&actor.municipality, mark).await?;
        if since.is_some() {
            return Ok(since);
        }
    }
    Ok(None)
}

/// Records that a mail of ours is said not to have arrived, where the notice names one.
async fn came_back(services: &Services, actor: &Actor, source: &Source) -> Result<bool, Failure> {
    match read_bounce(&source.bytes, &Limits::default()) {
        Some(Bounce { message_ids, reason }) => bounced(services, actor, &message_ids, &reason).await,
        None => Ok(false),
    }
}

/// Keeps the beginning of a message that is larger than is taken in; the rest is where it came from.
pub(crate) async fn take_beginning(
    services: &Services,
    actor: &Actor,
    source: Source,
) -> Result<Taken, Failure> {
    broken(services, actor, source, BrokenReason::TooLarge).await
}

async fn broken(
    services: &Services,
    actor: &Actor,
    source: Source,
    reason: BrokenReason,
) -> Result<Taken, Failure> {
    let taken = Taken::Quarantine(reason.to_string());
    quarantine(services, actor, source, reason.as_str(), taken).await
}

async fn quarantine(
    services: &Services,
    actor: &Actor,
    source: Source,
    reason: &str,
    taken: Taken,
) -> Result<Taken, Failure> {
    let message = Quarantined {
        id: FileId(services.minter.mint()),
        municipality: actor.municipality.clone(),
        received_at: services.clock.now(),
        reason: reason.to_owned(),
        content_hash: source.hash(),
        source: source.label,
        bytes: source.bytes,
    };
    match report::put_in_quarantine(services, actor, message).await {
        Ok(()) => Ok(taken),
        Err(Failure::DoneAlready) => Ok(Taken::Duplicate),
        Err(failure) => Err(failure),
    }
}

/// The marks by which a report is known again when its message comes once more.
fn fingerprints(message: &Message) -> Vec<Fingerprint> {
    let mut fingerprints = vec![Fingerprint::Content(message.content_hash)];
    // With its date: some scanners and web forms give every message the same Message-ID, and none of them may be lost.
    let known = message.message_id.clone().zip(message.date);
    fingerprints.extend(known.map(|(id, date)| Fingerprint::MessageId(format!("{id} {}", date.timestamp()))));
    fingerprints
}

/// The `authserv_id` of a mailbox whose server names itself nowhere in what it found. It writes that above all that came from outside.
const MICROSOFT_365: &str = "microsoft-365";

/// What the own mail server says about the sender.
fn found_about_sender(message: &Message, authserv_id: Option<&str>) -> Vec<String> {
    let trusted = |by: &str| {
        authserv_id.is_some_and(|own| match own {
            MICROSOFT_365 => by.is_empty(),
            own => own.eq_ignore_ascii_case(by),
        })
    };
    let own = message.authentication.iter().filter(|result| trusted(&result.by));
    let authentication = own.map(|result| {
        let method = match result.method {
            AuthMethod::Spf => "SPF",
            AuthMethod::Dkim => "DKIM",
            AuthMethod::Dmarc => "DMARC",
        };
        let by = if result.by.is_empty() {
            "Microsoft 365"
        } else {
            &result.by
        };
        format!("{method} {} ({by})", result.result)
    });
    authentication.collect()
}

/// The message as the domain takes it in.
fn as_report(
    services: &Services,
    message: Message,
    original: Vec<u8>,
    authserv_id: Option<&str>,
) -> report::ImportMessage {
    let now = services.clock.now();
    let fingerprints = fingerprints(&message);
    let thread = message
        .message_id
        .iter()
        .chain(&message.in_reply_to)
        .chain(&message.references);
    let thread = thread.cloned().collect();
    let signature = message.signed.as_ref().map(|signature| match signature.kind {
        SignatureKind::Smime => "S/MIME".to_owned(),
        SignatureKind::Pgp => "OpenPGP".to_owned(),
    });
    let mail = MailFacts {
        original: None,
        suggested_partner: None,
        known_id: false,
        sent_on: message.date,
        authentication: found_about_sender(&message, authserv_id),
        from_html: message.html_was_used,
        signature,
        forwarded: message.forwarded.is_some(),
        damaged: message.damaged,
    };
    let from = message
        .from
        .map(|from| (from.name.unwrap_or_default(), from.address));
    let (name, contact) = from.unwrap_or_default();
    report::ImportMessage {
        received_at: now,
        from: Reporter {
            name,
            contact,
            safe_contact: String::new(),
        },
        subject: message.subject.unwrap_or_default(),
        text: message.text,
        mail,
        original,
        attachments: message.attachments.into_iter().map(attachment).collect(),
        fingerprints,
        thread,
    }
}

fn attachment(attachment: Attachment) -> (String, String, Vec<u8>) {
    let media_type = attachment
        .sniffed_type
        .map_or(attachment.declared_type, str::to_owned);
    (attachment.name.unwrap_or_default(), media_type, attachment.bytes)
}
