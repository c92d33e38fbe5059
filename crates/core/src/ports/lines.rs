// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is asked of the database in lists, and what their lines and counts hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    audit::About,
    duty::{Duty, DutyKind, Holder},
    id::{AreaId, ChannelId, FileId, FormId, PartnerId, PersonId, ReportId, SignalId, StepId, Timestamp},
    report::{News, ReporterKind},
    signal::{
        assessment::{Minor, Urgency},
        stage::Confirmation,
    },
};

/// A place in a list, after which the next page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The date of the last line.
    pub due: NaiveDate,
    /// The identifier of the last line.
    pub id: uuid::Uuid,
}

/// Which duties.
#[derive(Clone, Debug, Default)]
pub struct DutyQuery {
    /// Of whom; any of these.
    pub holders: Vec<Holder>,
    /// Of which kinds; all where empty.
    pub kinds: Vec<DutyKind>,
    /// Due on or before this day.
    pub due_until: Option<NaiveDate>,
    /// After this line.
    pub after: Option<After>,
    /// How many lines at most.
    pub limit: u16,
}

/// One line of a work list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyLine {
    /// Identifier of the line, for the next page.
    pub id: uuid::Uuid,
    /// The duty.
    pub duty: Duty,
    /// Number of the signal or report.
    pub number: String,
    /// One line that says what it is about.
    pub title: String,
    /// Who stays out of the signal since they are concerned: nothing of it is shown to them.
    pub kept_out: Vec<PersonId>,
    /// The step of the signal.
    pub step: Option<StepId>,
    /// The owner of the signal.
    pub owner: Option<PersonId>,
    /// Whether the signal is acute.
    pub acute: bool,
    /// Whether the use of the signal is restricted.
    pub restricted: bool,
}

/// Which signals.
#[derive(Clone, Debug, Default)]
pub struct SignalQuery {
    /// Open or closed ones.
    pub closed: bool,
    /// At this step.
    pub step: Option<StepId>,
    /// After this line.
    pub after: Option<After>,
    /// How many lines at most.
    pub limit: u16,
}

/// Which lines of the journal.
#[derive(Clone, Debug, Default)]
pub struct JournalQuery {
    /// About this only.
    pub about: Option<About>,
    /// By this person only.
    pub person: Option<PersonId>,
    /// Events with these names; all where empty.
    pub actions: Vec<&'static str>,
    /// At or after this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// Before this entry.
    pub before: Option<u64>,
    /// How many lines at most.
    pub limit: u16,
}

/// One line of a list of signals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalLine {
    /// Identifier.
    pub id: SignalId,
    /// Number.
    pub number: String,
    /// One line that says what it is about.
    pub title: String,
    /// Who stays out of it since they are concerned: nothing of it is shown to them.
    pub kept_out: Vec<PersonId>,
    /// The step; none when closed.
    pub step: Option<StepId>,
    /// Whether it waits for a task or an inspection.
    pub waiting: bool,
    /// Owner.
    pub owner: PersonId,
    /// By when it must move; the day of closing for closed ones.
    pub due: NaiveDate,
    /// Since when it is at its step.
    pub since: Timestamp,
    /// When it was registered.
    pub opened_at: Timestamp,
    /// Whether it is acute.
    pub acute: bool,
    /// Whether its use is restricted.
    pub restricted: bool,
    /// Whether a minor is concerned.
    pub minor: Minor,
    /// How quickly it must move.
    pub urgency: Urgency,
    /// Forms of exploitation.
    pub forms: Vec<FormId>,
    /// Whether the suspicion is confirmed.
    pub confirmation: Confirmation,
}

/// Which reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportFilter {
    /// That nobody has looked at yet, oldest first.
    #[default]
    New,
    /// That are part of a signal, newest first.
    Registered,
    /// That are no signal, newest first.
    SetAside,
}

/// One line of a list of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// Identifier.
    pub id: ReportId,
    /// Number.
    pub number: String,
    /// Subject.
    pub subject: String,
    /// When it came in.
    pub received_at: Timestamp,
    /// By which channel.
    pub channel: ChannelId,
    /// The kind of reporter.
    pub reporter_kind: ReporterKind,
    /// The organisation that reported.
    pub partner: Option<PartnerId>,
    /// The signal that it is part of.
    pub signal: Option<SignalId>,
    /// Whether somebody looked at it and found it to be no signal.
    pub set_aside: bool,
    /// What waits for who reported it, where they read here.
    pub news: Option<News>,
}

/// A message that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantineLine {
    /// Identifier.
    pub id: FileId,
    /// When it came.
    pub received_at: Timestamp,
    /// Why it could not be read.
    pub reason: String,
    /// Name of the file that it came from.
    pub source: String,
    /// Whether somebody must still look at it.
    pub open: bool,
}

/// A message that could not be read, as it came.
pub struct QuarantinedBytes {
    /// What the list says of it.
    pub line: QuarantineLine,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is counted, from clear columns only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Reports per year, month and channel.
    pub reports: BTreeMap<(i32, u32, ChannelId), u64>,
    /// Open signals per step.
    pub open: BTreeMap<StepId, u64>,
    /// Closed signals per year of closing and confirmation.
    pub closed: BTreeMap<(i32, Confirmation), u64>,
    /// Signals registered per year, form and area. One signal can have more than one form.
    pub forms: BTreeMap<(i32, FormId, AreaId), u64>,
}
