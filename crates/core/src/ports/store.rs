// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The database as the domain sees it: reads per subject, and one way to write.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Counts, DutyLine, DutyQuery, JournalQuery, Later, QuarantineLine, QuarantinedBytes, ReportFilter,
    ReportLine, SignalLine, SignalQuery, Verified,
};
use crate::{
    audit::{About, Line},
    change::{Changes, Committed, Fingerprint, Revision},
    claim::Claim,
    consult::Consult,
    dpia::Dpia,
    figures::book::Book,
    id::{
        ActivityId, BodyId, ClaimId, ConsultId, FileId, ListId, MeetingId, MunicipalityId, OutgoingId,
        PartnerId, PersonId, PlanId, ReportId, SignalId, StepId, Timestamp,
    },
    link::{Compared, Fact, Shared},
    meeting::Meeting,
    outgoing::Outgoing,
    people::{Person, Session},
    plan::Plan,
    processing::{DecisionLine, DecisionQuery, LogLine, LogQuery},
    report::{Compartment, Report, Reporter},
    retention::{hold::Held, list::List, rule::Class},
    sharing::pack::Head,
    signal::Signal,
};

/// A stored thing with its revision and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<T> {
    /// The thing.
    pub value: T,
    /// Its revision.
    pub revision: Revision,
    /// Its number, such as `HS-2026-0042`; empty for what has none.
    pub number: String,
}

/// Why changes were not stored. Nothing of them was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Somebody else changed it first: read again.
    #[error("somebody else changed this first")]
    Conflict,
    /// It is there already: the same message, the same form sent twice, the same name for logging in.
    #[error("this is stored already")]
    Duplicate,
    /// The database did not answer or is full.
    #[error("the database could not store this")]
    Unavailable,
}

/// The database did not answer, or what it gave could not be opened. Holds no personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The database did not answer.
    #[error("the database did not answer")]
    Unavailable,
    /// A seal did not hold: the row was changed or moved behind the program's back, or its key is wrong.
    #[error("a seal did not hold; the row was changed or moved behind the program's back")]
    Seal,
}

/// A stored configuration: the version of its route, and its files by name.
pub type StoredConfiguration = (u32, BTreeMap<String, String>);

/// A stored thing by its identifier, where there is one.
pub type Lookup<'a, T> = Later<'a, Result<Option<Stored<T>>, ReadError>>;

/// A session with its person.
pub type SessionOf = (Session, Stored<Person>);

/// The database. Every read is about one municipality; nothing of another can be reached through it.
pub trait Store: Send + Sync {
    /// Stores changes: all of them, durably, or nothing.
    fn commit(&self, changes: Changes) -> Later<'_, Result<Committed, CommitError>>;

    /// Municipalities with their newest configuration: version and files by name.
    fn configurations(&self) -> Later<'_, Result<BTreeMap<MunicipalityId, StoredConfiguration>, ReadError>>;

    /// A report.
    fn report<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: ReportId,
    ) -> Later<'a, Result<Option<Stored<Report>>, ReadError>>;
    /// Several reports, in the order asked; those that are not there are left out. One query.
    fn reports_by_id<'a>(
        &'a self,
        m: &'a MunicipalityId,
        ids: &'a [ReportId],
    ) -> Later<'a, Result<Vec<Stored<Report>>, ReadError>>;
    /// A page of reports. `after` is the identifier of the last line of the page before.
    fn reports<'a>(
        &'a self,
        m: &'a MunicipalityId,
        filter: ReportFilter,
        after: Option<ReportId>,
        limit: u16,
    ) -> Later<'a, Result<Vec<ReportLine>, ReadError>>;
    /// Reports of a partner, newest first.
    fn reports_of_partner<'a>(
        &'a self,
        m: &'a MunicipalityId,
        partner: &'a PartnerId,
        limit: u16,
    ) -> Later<'a, Result<Vec<ReportLine>, ReadError>>;
    /// Reports that somebody made with their own account, newest first.
    fn reports_of_account<'a>(
        &'a self,
        m: &'a MunicipalityId,
        person: PersonId,
        limit: u16,
    ) -> Later<'a, Result<Vec<ReportLine>, ReadError>>;
    /// A key that only the pages of this person get, such as for what their browser keeps for them. The same purpose gives the same key.
    fn personal_key<'a>(
        &'a self,
        m: &'a MunicipalityId,
        person: PersonId,
        purpose: &'a str,
    ) -> Later<'a, Result<Vec<u8>, ReadError>>;
    /// Who reported.
    fn reporter<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: ReportId,
    ) -> Later<'a, Result<Option<Reporter>, ReadError>>;
    /// The report that is known by a mark.
    fn report_known_by<'a>(
        &'a self,
        m: &'a MunicipalityId,
        mark: &'a Fingerprint,
    ) -> Later<'a, Result<Option<ReportId>, ReadError>>;
    /// When the message that is known by a mark was stored.
    fn known_since<'a>(
        &'a self,
        m: &'a MunicipalityId,
        mark: &'a Fingerprint,
    ) -> Later<'a, Result<Option<Timestamp>, ReadError>>;
    /// A sealed file of a report, of one compartment.
    fn file<'a>(
        &'a self,
        m: &'a MunicipalityId,
        report: ReportId,
        compartment: Compartment,
        file: FileId,
    ) -> Later<'a, Result<Option<Vec<u8>>, ReadError>>;
    /// A photo that was taken at an inspection.
    fn photo<'a>(
        &'a self,
        m: &'a MunicipalityId,
        signal: SignalId,
        file: FileId,
    ) -> Later<'a, Result<Option<Vec<u8>>, ReadError>>;
    /// Messages that could not be read, newest first.
    fn quarantine<'a>(
        &'a self,
        m: &'a MunicipalityId,
        limit: u16,
    ) -> Later<'a, Result<Vec<QuarantineLine>, ReadError>>;
    /// A message that could not be read, with its bytes.
    fn quarantined<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: FileId,
    ) -> Later<'a, Result<Option<QuarantinedBytes>, ReadError>>;

    /// Mails that wait and are to be tried now, longest waiting first.
    fn outgoing_due<'a>(
        &'a self,
        m: &'a MunicipalityId,
        now: Timestamp,
        limit: u16,
    ) -> Later<'a, Result<Vec<Stored<Outgoing>>, ReadError>>;
    /// A mail that was queued.
    fn outgoing<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: OutgoingId,
    ) -> Later<'a, Result<Option<Stored<Outgoing>>, ReadError>>;
    /// The mails that belong to a report, oldest first.
    fn outgoing_of<'a>(
        &'a self,
        m: &'a MunicipalityId,
        report: ReportId,
    ) -> Later<'a, Result<Vec<Stored<Outgoing>>, ReadError>>;

    /// A signal.
    fn signal<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: SignalId,
    ) -> Later<'a, Result<Option<Stored<Signal>>, ReadError>>;
    /// Several signals, in the order asked; those that are not there are left out. One query.
    fn signals_by_id<'a>(
        &'a self,
        m: &'a MunicipalityId,
        ids: &'a [SignalId],
    ) -> Later<'a, Result<Vec<Stored<Signal>>, ReadError>>;
    /// The identifier of the signal with this number.
    fn signal_numbered<'a>(
        &'a self,
        m: &'a MunicipalityId,
        number: &'a str,
    ) -> Later<'a, Result<Option<SignalId>, ReadError>>;
    /// A page of signals, by date.
    fn signals<'a>(
        &'a self,
        m: &'a MunicipalityId,
        query: &'a SignalQuery,
    ) -> Later<'a, Result<Vec<SignalLine>, ReadError>>;
    /// All open signals that lie before a body now, those that came back or are longest there first.
    fn signals_before<'a>(
        &'a self,
        m: &'a MunicipalityId,
        body: &'a BodyId,
    ) -> Later<'a, Result<Vec<SignalLine>, ReadError>>;
    /// Other reports and signals that share a fact, most of a text or a conversation with what is compared. What a person kept apart
    /// for a reason is not found by that reason. A fixed number of questions.
    fn shared<'a>(
        &'a self,
        m: &'a MunicipalityId,
        compared: &'a Compared,
    ) -> Later<'a, Result<Shared, ReadError>>;
    /// Identifiers of reports and signals that a person kept apart from what is compared.
    fn kept_apart<'a>(
        &'a self,
        m: &'a MunicipalityId,
        compared: &'a Compared,
    ) -> Later<'a, Result<Vec<uuid::Uuid>, ReadError>>;
    /// Which of these facts are kept of a report: those in its texts that are not the reporter's.
    fn kept_facts<'a>(
        &'a self,
        m: &'a MunicipalityId,
        report: ReportId,
        facts: &'a [Fact],
    ) -> Later<'a, Result<Vec<Fact>, ReadError>>;
    /// Which of these facts occur in a report or signal of a municipality, which may be another one than that of who asks. Nothing else.
    fn occurring<'a>(
        &'a self,
        m: &'a MunicipalityId,
        facts: &'a [Fact],
    ) -> Later<'a, Result<Vec<Fact>, ReadError>>;
    /// A page of duties, by date.
    fn duties<'a>(
        &'a self,
        m: &'a MunicipalityId,
        query: &'a DutyQuery,
    ) -> Later<'a, Result<Vec<DutyLine>, ReadError>>;

    /// A question for advice.
    fn consult<'a>(&'a self, m: &'a MunicipalityId, id: ConsultId) -> Lookup<'a, Consult>;
    /// Questions for advice that are open, oldest first.
    fn open_consults<'a>(
        &'a self,
        m: &'a MunicipalityId,
        limit: u16,
    ) -> Later<'a, Result<Vec<Stored<Consult>>, ReadError>>;
    /// Questions for advice of one person, newest first.
    fn consults_of<'a>(
        &'a self,
        m: &'a MunicipalityId,
        asker: PersonId,
        limit: u16,
    ) -> Later<'a, Result<Vec<Stored<Consult>>, ReadError>>;

    /// What people answered of the DPIA, where somebody did.
    fn dpia<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Option<Stored<Dpia>>, ReadError>>;
    /// The figures, where there are some.
    fn book<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Option<Stored<Book>>, ReadError>>;
    /// A plan, where there is one.
    fn plan<'a>(&'a self, m: &'a MunicipalityId, id: PlanId) -> Lookup<'a, Plan>;
    /// A request of a data subject.
    fn claim<'a>(&'a self, m: &'a MunicipalityId, id: ClaimId) -> Lookup<'a, Claim>;
    /// Requests of data subjects, those that are due first on top; the answered ones last.
    fn claims<'a>(
        &'a self,
        m: &'a MunicipalityId,
        limit: u16,
    ) -> Later<'a, Result<Vec<Stored<Claim>>, ReadError>>;

    /// A meeting.
    fn meeting<'a>(&'a self, m: &'a MunicipalityId, id: MeetingId) -> Lookup<'a, Meeting>;
    /// Meetings of a body, newest first.
    fn meetings<'a>(
        &'a self,
        m: &'a MunicipalityId,
        body: &'a BodyId,
        limit: u16,
    ) -> Later<'a, Result<Vec<Stored<Meeting>>, ReadError>>;

    /// A person.
    fn person<'a>(&'a self, m: &'a MunicipalityId, id: PersonId) -> Lookup<'a, Person>;
    /// The person with this name for logging in.
    fn person_named<'a>(
        &'a self,
        m: &'a MunicipalityId,
        login: &'a str,
    ) -> Later<'a, Result<Option<Stored<Person>>, ReadError>>;
    /// Everybody, by name for logging in.
    fn people<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Vec<Stored<Person>>, ReadError>>;
    /// A session with its person, in one query.
    fn session<'a>(&'a self, token_hash: &'a [u8; 32]) -> Later<'a, Result<Option<SessionOf>, ReadError>>;
    /// Notes that a session was used. No entry in the journal: it changes nothing that anybody decides on.
    fn touch_session<'a>(
        &'a self,
        token_hash: &'a [u8; 32],
        now: Timestamp,
    ) -> Later<'a, Result<(), CommitError>>;

    /// Lists of what is to be destroyed, and of what was, newest first.
    fn disposal_lists<'a>(&'a self, m: &'a MunicipalityId)
    -> Later<'a, Result<Vec<Stored<List>>, ReadError>>;
    /// One of them.
    fn disposal_list<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: ListId,
    ) -> Later<'a, Result<Option<Stored<List>>, ReadError>>;
    /// Identifiers of what has ended: closed, set aside, dealt with. In the order of identifiers, after one.
    fn ended<'a>(
        &'a self,
        m: &'a MunicipalityId,
        class: Class,
        after: Option<uuid::Uuid>,
        limit: u16,
    ) -> Later<'a, Result<Vec<uuid::Uuid>, ReadError>>;
    /// Until when some of these are kept longer.
    fn kept_longer<'a>(
        &'a self,
        m: &'a MunicipalityId,
        ids: &'a [uuid::Uuid],
    ) -> Later<'a, Result<BTreeMap<uuid::Uuid, NaiveDate>, ReadError>>;
    /// What is held, longest first.
    fn held<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Vec<Held>, ReadError>>;
    /// All sittings of all bodies.
    fn all_meetings<'a>(
        &'a self,
        m: &'a MunicipalityId,
    ) -> Later<'a, Result<Vec<Stored<Meeting>>, ReadError>>;
    /// Leaves nothing of what was destroyed in the files of the database.
    fn scrub(&self) -> Later<'_, Result<(), ReadError>>;

    /// The history of one thing, oldest first.
    fn history<'a>(&'a self, m: &'a MunicipalityId, about: About) -> Later<'a, Result<Vec<Line>, ReadError>>;
    /// A page of the journal, newest first, before an entry.
    fn journal<'a>(
        &'a self,
        m: &'a MunicipalityId,
        before: Option<u64>,
        limit: u16,
    ) -> Later<'a, Result<Vec<Line>, ReadError>>;
    /// Lines of the journal that a query asks for, newest first.
    fn journal_lines<'a>(
        &'a self,
        m: &'a MunicipalityId,
        query: &'a JournalQuery,
    ) -> Later<'a, Result<Vec<Line>, ReadError>>;
    /// The numbers of signals and reports, by identifier; those that are not there are left out.
    fn numbers<'a>(
        &'a self,
        m: &'a MunicipalityId,
        ids: &'a [uuid::Uuid],
    ) -> Later<'a, Result<BTreeMap<uuid::Uuid, String>, ReadError>>;
    /// The identifier of the report with this number.
    fn report_numbered<'a>(
        &'a self,
        m: &'a MunicipalityId,
        number: &'a str,
    ) -> Later<'a, Result<Option<ReportId>, ReadError>>;
    /// Where the journal stands: the number of its last entry and its hash, in hexadecimal.
    fn journal_head<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Option<Head>, ReadError>>;
    /// A page of the processing log, newest first.
    fn processing_log<'a>(
        &'a self,
        m: &'a MunicipalityId,
        query: &'a LogQuery,
    ) -> Later<'a, Result<Vec<LogLine>, ReadError>>;
    /// How many lines of the processing log about an activity are older than a moment.
    fn processing_log_before<'a>(
        &'a self,
        m: &'a MunicipalityId,
        activity: &'a ActivityId,
        before: Timestamp,
    ) -> Later<'a, Result<u64, ReadError>>;
    /// A page of the log of decisions, newest first.
    fn decisions<'a>(
        &'a self,
        m: &'a MunicipalityId,
        query: &'a DecisionQuery,
    ) -> Later<'a, Result<Vec<DecisionLine>, ReadError>>;
    /// How many decisions are older than a moment.
    fn decisions_before<'a>(
        &'a self,
        m: &'a MunicipalityId,
        before: Timestamp,
    ) -> Later<'a, Result<u64, ReadError>>;
    /// Verifies the whole chain.
    fn verify<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Verified, ReadError>>;
    /// What is counted.
    fn counts<'a>(&'a self, m: &'a MunicipalityId) -> Later<'a, Result<Counts, ReadError>>;
    /// Open signals whose step a new version of the route does not know any more: step and numbers.
    fn open_steps<'a>(
        &'a self,
        m: &'a MunicipalityId,
    ) -> Later<'a, Result<BTreeMap<StepId, Vec<String>>, ReadError>>;
}
