// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Use cases: the only way to change anything, and the only way to read content. Each asks policy, works on values, and
//! hands [`Changes`] with the journal's entries to storage.

pub mod claim;
pub mod consult;
pub mod dpia;
pub mod elsewhere;
pub mod enrichment;
pub mod figures;
pub mod governance;
pub mod inspection;
pub mod journal;
pub mod link;
pub mod looking;
pub mod meeting;
pub mod outgoing;
pub mod people;
pub mod plan;
pub mod processing;
pub mod record;
pub mod report;
pub mod retention;
pub mod search;
pub mod sharing;
pub mod signal;

use std::{future::Future, sync::Arc};

use crate::{
    audit::{About, Event, ListKind},
    change::{Changes, Committed},
    claim::ClaimRefusal,
    configuration::Configuration,
    meeting::MeetingRefusal,
    policy::{self, Actor, Denied, Object, Permit, Right},
    ports::{CommitError, ReadError, SearchFailed, SecretsFailed, Services},
    report::{ReportRefusal, message::LONGEST_TEXT},
    retention::list::ListRefusal,
    signal::act::{LinkRefusal, Refusal},
};

/// Why a use case did not do what was asked. Holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Policy says no. Pages answer as if the thing did not exist. Only [`refused`] makes it: a refusal is recorded first.
    #[error(transparent)]
    Denied(Denied),
    /// It does not exist in this municipality.
    #[error("this does not exist")]
    NotFound,
    /// The route says not now.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The report says not now.
    #[error(transparent)]
    Report(#[from] ReportRefusal),
    /// The report can't be linked or taken out.
    #[error(transparent)]
    Link(#[from] LinkRefusal),
    /// The meeting says not now.
    #[error(transparent)]
    Meeting(#[from] MeetingRefusal),
    /// The list of what is to be destroyed says not now.
    #[error(transparent)]
    List(#[from] ListRefusal),
    /// The request of a data subject says not now.
    #[error(transparent)]
    Claim(#[from] ClaimRefusal),
    /// Fields are missing or can't be used; all of them are named.
    #[error("fields are missing or can't be used: {}", .0.join(", "))]
    Invalid(Vec<&'static str>),
    /// The log-in is not right.
    #[error("the name, the password or the code is not right")]
    LogIn,
    /// It is stored already: the same form sent twice.
    #[error("this was done already")]
    DoneAlready,
    /// Others kept changing it at the same time.
    #[error("others are changing this at the moment; try again")]
    Busy,
    /// The database did not answer.
    #[error("the database did not answer")]
    Unavailable,
    /// A seal did not hold.
    #[error("a seal did not hold")]
    Seal,
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unavailable => Self::Unavailable,
            ReadError::Seal => Self::Seal,
        }
    }
}

impl From<CommitError> for Failure {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict => Self::Busy,
            CommitError::Duplicate => Self::DoneAlready,
            CommitError::Unavailable => Self::Unavailable,
        }
    }
}

impl From<SearchFailed> for Failure {
    fn from(_: SearchFailed) -> Self {
        Self::Unavailable
    }
}

impl From<SecretsFailed> for Failure {
    fn from(_: SecretsFailed) -> Self {
        Self::Unavailable
    }
}

/// How often a change is tried anew when somebody else was first. Each time everything is read and checked again.
const TRIES: u8 = 8;

/// Reads, decides and stores; anew from the beginning when somebody else was first.
pub(crate) async fn retried<T, F>(
    services: &Services,
    mut attempt: impl FnMut() -> F,
) -> Result<(Committed, T), Failure>
where
    F: Future<Output = Result<(Changes, T), Failure>>,
{
    for _ in 0..TRIES {
        let (changes, value) = attempt().await?;
        match services.store.commit(changes).await {
            Ok(committed) => return Ok((committed, value)),
            Err(CommitError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::Busy)
}

/// The identifier of what a form brings: that of the form, with the mark of what was filled in. The same form with the same content
/// is one thing; with other content it is another, so that nothing is taken for received that was not.
pub(crate) fn once_per_content(
    services: &Services,
    form: uuid::Uuid,
    content: &impl std::fmt::Debug,
) -> uuid::Uuid {
    let hash = services.secrets.hash_token(&format!("{form} {content:?}"));
    let mut bytes = form.into_bytes();
    // What stands first is the time, by which identifiers sort.
    for (byte, mark) in bytes.iter_mut().skip(6).zip(hash) {
        *byte = mark;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Refuses a text that says nothing, under one name, or is longer than fits, under the other.
pub(crate) fn check_words(missing: &'static str, long: &'static str, text: &str) -> Result<(), Failure> {
    if crate::blank::is_blank(text) {
        Err(Failure::Invalid(vec![missing]))
    } else {
        check_length(long, text)
    }
}

/// Refuses a text that is longer than fits.
pub(crate) fn check_length(long: &'static str, text: &str) -> Result<(), Failure> {
    if text.chars().count() > LONGEST_TEXT {
        Err(Failure::Invalid(vec![long]))
    } else {
        Ok(())
    }
}

/// The mark of a file of a form.
pub(crate) fn file_mark(services: &Services, bytes: &[u8]) -> [u8; 32] {
    let letters: String = bytes.iter().copied().map(char::from).collect();
    services.secrets.hash_token(&letters)
}

/// The configuration in force for an actor.
pub fn configuration(services: &Services, actor: &Actor) -> Result<Arc<Configuration>, Failure> {
    services
        .configurations
        .of(&actor.municipality)
        .ok_or(Failure::NotFound)
}

/// Asks policy about the municipality as a whole, and records a refusal.
pub async fn allowed_here(services: &Services, actor: &Actor, right: Right) -> Result<Permit, Failure> {
    match permit_here(actor, right) {
        Ok(permit) => Ok(permit),
        Err(denied) => Err(refused(services, actor, About::Municipality, denied).await),
    }
}

/// Lets somebody go on whom policy would allow something here, and records a refusal. For what shows nobody's data, and for what
/// is decided further on, about the thing itself.
pub async fn admitted_here(services: &Services, actor: &Actor, right: Right) -> Result<(), Failure> {
    if would_permit_here(actor, right) {
        return Ok(());
    }
    Err(refused(services, actor, About::Municipality, Denied(right)).await)
}

/// Whether policy would allow something in the municipality as a whole: see [`policy::would_permit`].
pub fn would_permit_here(actor: &Actor, right: Right) -> bool {
    policy::would_permit(actor, right, Object::Municipality(&actor.municipality))
}

/// Asks policy about the municipality as a whole.
pub fn permit_here(actor: &Actor, right: Right) -> Result<Permit, Denied> {
    policy::permit(actor, right, Object::Municipality(&actor.municipality))
}

/// Records that a list is shown. One that is empty shows nothing.
pub(crate) async fn list_shown(
    services: &Services,
    permit: &Permit,
    list: ListKind,
    lines: usize,
) -> Result<(), Failure> {
    if lines == 0 {
        return Ok(());
    }
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let event = Event::ListShown { list, lines };
    let changes = Changes::new(permit, now, minter, About::Municipality, event);
    services.store.commit(changes).await?;
    Ok(())
}

/// Something that is not there was asked for. Who may read everything of its kind learns just that. To anybody else it looks and
/// costs the same as what is there and not theirs: a refusal, recorded, so that nobody finds out what exists by trying.
pub(crate) async fn missing(services: &Services, actor: &Actor, right: Right) -> Failure {
    match permit_here(actor, right) {
        Ok(_) => Failure::NotFound,
        Err(denied) => refused(services, actor, About::Municipality, denied).await,
    }
}

/// Records that policy refused something, and gives the refusal.
pub async fn refused(services: &Services, actor: &Actor, about: About, denied: Denied) -> Failure {
    let permit = policy::unsafe_permit_without_policy(actor.clone(), denied.0);
    let event = Event::Refused { right: denied.0 };
    let changes = Changes::new(
        &permit,
        services.clock.now(),
        services.minter.as_ref(),
        about,
        event,
    );
    match services.store.commit(changes).await {
        Ok(_) => Failure::Denied(denied),
        Err(error) => error.into(),
    }
}
