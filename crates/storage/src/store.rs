// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The port of the domain on this database.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use meldroute_core::{
    audit::{About, Line},
    change::{Changes, Committed, Fingerprint},
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
    ports::{
        CommitError, Counts, DutyLine, DutyQuery, JournalQuery, Later, QuarantineLine, QuarantinedBytes,
        ReadError, ReportFilter, ReportLine, SignalLine, SignalQuery, Store, Stored, Verified,
    },
    processing::{DecisionLine, DecisionQuery, LogLine, LogQuery},
    report::{Compartment, Report, Reporter},
    retention::{hold::Held, list::List, rule::Class},
    sharing::pack::Head,
    signal::Signal,
};

use crate::{configuration::Files, database::Database};

/// Writes out the methods that only hand over.
macro_rules! reads {
    ($a:lifetime: $($port:ident = $method:ident($($name:ident: $type:ty),*) -> $answer:ty;)+) => {$(
        fn $port<$a>(&$a self $(, $name: $type)*) -> Later<$a, Result<$answer, ReadError>> {
            Box::pin(async move { Ok(self.$method($($name),*).await?) })
        }
    )+};
}

impl Store for Database {
    fn commit(&self, changes: Changes) -> Later<'_, Result<Committed, CommitError>> {
        Box::pin(self.commit_changes(changes))
    }

    fn touch_session<'a>(
        &'a self,
        token_hash: &'a [u8; 32],
        now: Timestamp,
    ) -> Later<'a, Result<(), CommitError>> {
        Box::pin(self.session_used(token_hash, now))
    }

    fn report<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: ReportId,
    ) -> Later<'a, Result<Option<Stored<Report>>, ReadError>> {
        Box::pin(async move { Ok(self.reports_stored(m, &[id]).await?.pop()) })
    }

    fn signal<'a>(
        &'a self,
        m: &'a MunicipalityId,
        id: SignalId,
    ) -> Later<'a, Result<Option<Stored<Signal>>, ReadError>> {
        Box::pin(async move { Ok(self.signals_stored(m, &[id]).await?.pop()) })
    }

    fn scrub(&self) -> Later<'_, Result<(), ReadError>> {
        Box::pin(async move { Ok(self.scrubbed().await?) })
    }

    reads! {'a:
        configurations = newest_configurations() -> Files;
        reports_by_id = reports_stored(m: &'a MunicipalityId, ids: &'a [ReportId]) -> Vec<Stored<Report>>;
        reports = report_lines(m: &'a MunicipalityId, filter: ReportFilter, after: Option<ReportId>, limit: u16)
            -> Vec<ReportLine>;
        reports_of_partner = partner_lines(m: &'a MunicipalityId, partner: &'a PartnerId, limit: u16)
            -> Vec<ReportLine>;
        reports_of_account = account_lines(m: &'a MunicipalityId, person: PersonId, limit: u16) -> Vec<ReportLine>;
        personal_key = key_of_person(m: &'a MunicipalityId, person: PersonId, purpose: &'a str) -> Vec<u8>;
        reporter = reporter_of(m: &'a MunicipalityId, id: ReportId) -> Option<Reporter>;
        file = file_bytes(m: &'a MunicipalityId, report: ReportId, compartment: Compartment, file: FileId)
            -> Option<Vec<u8>>;
        photo = photo_bytes(m: &'a MunicipalityId, signal: SignalId, file: FileId) -> Option<Vec<u8>>;
        report_known_by = report_marked(m: &'a MunicipalityId, mark: &'a Fingerprint) -> Option<ReportId>;
        known_since = marked_since(m: &'a MunicipalityId, mark: &'a Fingerprint) -> Option<Timestamp>;
        outgoing_due = outgoing_waiting(m: &'a MunicipalityId, now: Timestamp, limit: u16) -> Vec<Stored<Outgoing>>;
        outgoing = outgoing_stored(m: &'a MunicipalityId, id: OutgoingId) -> Option<Stored<Outgoing>>;
        outgoing_of = outgoing_of_report(m: &'a MunicipalityId, report: ReportId) -> Vec<Stored<Outgoing>>;
        quarantine = quarantine_lines(m: &'a MunicipalityId, limit: u16) -> Vec<QuarantineLine>;
        quarantined = quarantined_message(m: &'a MunicipalityId, id: FileId) -> Option<QuarantinedBytes>;
        signals_by_id = signals_stored(m: &'a MunicipalityId, ids: &'a [SignalId]) -> Vec<Stored<Signal>>;
        signal_numbered = signal_by_number(m: &'a MunicipalityId, number: &'a str) -> Option<SignalId>;
        signals = signal_lines(m: &'a MunicipalityId, query: &'a SignalQuery) -> Vec<SignalLine>;
        signals_before = lines_before_body(m: &'a MunicipalityId, body: &'a BodyId) -> Vec<SignalLine>;
        shared = sharing(m: &'a MunicipalityId, compared: &'a Compared) -> Shared;
        kept_apart = apart_from(m: &'a MunicipalityId, compared: &'a Compared) -> Vec<uuid::Uuid>;
        kept_facts = facts_kept(m: &'a MunicipalityId, report: ReportId, facts: &'a [Fact]) -> Vec<Fact>;
        occurring = facts_occurring(m: &'a MunicipalityId, facts: &'a [Fact]) -> Vec<Fact>;
        duties = duty_lines(m: &'a MunicipalityId, query: &'a DutyQuery) -> Vec<DutyLine>;
        consult = consult_stored(m: &'a MunicipalityId, id: ConsultId) -> Option<Stored<Consult>>;
        open_consults = consults_open(m: &'a MunicipalityId, limit: u16) -> Vec<Stored<Consult>>;
        consults_of = consults_asked(m: &'a MunicipalityId, asker: PersonId, limit: u16) -> Vec<Stored<Consult>>;
        dpia = dpia_stored(m: &'a MunicipalityId) -> Option<Stored<Dpia>>;
        book = book_stored(m: &'a MunicipalityId) -> Option<Stored<Book>>;
        plan = plan_stored(m: &'a MunicipalityId, id: PlanId) -> Option<Stored<Plan>>;
        claim = claim_stored(m: &'a MunicipalityId, id: ClaimId) -> Option<Stored<Claim>>;
        claims = claims_listed(m: &'a MunicipalityId, limit: u16) -> Vec<Stored<Claim>>;
        meeting = meeting_stored(m: &'a MunicipalityId, id: MeetingId) -> Option<Stored<Meeting>>;
        meetings = meetings_of(m: &'a MunicipalityId, body: &'a BodyId, limit: u16) -> Vec<Stored<Meeting>>;
        person = person_stored(m: &'a MunicipalityId, id: PersonId) -> Option<Stored<Person>>;
        person_named = person_by_login(m: &'a MunicipalityId, login: &'a str) -> Option<Stored<Person>>;
        people = everybody(m: &'a MunicipalityId) -> Vec<Stored<Person>>;
        session = session_and_person(token_hash: &'a [u8; 32]) -> Option<(Session, Stored<Person>)>;
        disposal_lists = lists_stored(m: &'a MunicipalityId) -> Vec<Stored<List>>;
        disposal_list = list_stored(m: &'a MunicipalityId, id: ListId) -> Option<Stored<List>>;
        ended = ended_things(m: &'a MunicipalityId, class: Class, after: Option<uuid::Uuid>, limit: u16)
            -> Vec<uuid::Uuid>;
        kept_longer = kept_until(m: &'a MunicipalityId, ids: &'a [uuid::Uuid]) -> BTreeMap<uuid::Uuid, NaiveDate>;
        held = things_held(m: &'a MunicipalityId) -> Vec<Held>;
        all_meetings = meetings_of_all(m: &'a MunicipalityId) -> Vec<Stored<Meeting>>;
        history = history_of(m: &'a MunicipalityId, about: About) -> Vec<Line>;
        journal = journal_page(m: &'a MunicipalityId, before: Option<u64>, limit: u16) -> Vec<Line>;
        journal_lines = journal_asked(m: &'a MunicipalityId, query: &'a JournalQuery) -> Vec<Line>;
        numbers = numbers_of(m: &'a MunicipalityId, ids: &'a [uuid::Uuid]) -> BTreeMap<uuid::Uuid, String>;
        report_numbered = report_by_number(m: &'a MunicipalityId, number: &'a str) -> Option<ReportId>;
        journal_head = head_shown(m: &'a MunicipalityId) -> Option<Head>;
        processing_log = log_lines(m: &'a MunicipalityId, query: &'a LogQuery) -> Vec<LogLine>;
        processing_log_before = log_lines_before(m: &'a MunicipalityId, activity: &'a ActivityId, before: Timestamp)
            -> u64;
        decisions = decision_lines(m: &'a MunicipalityId, query: &'a DecisionQuery) -> Vec<DecisionLine>;
        decisions_before = decisions_older(m: &'a MunicipalityId, before: Timestamp) -> u64;
        verify = verified(m: &'a MunicipalityId) -> Verified;
        counts = counted(m: &'a MunicipalityId) -> Counts;
        open_steps = numbers_per_step(m: &'a MunicipalityId) -> BTreeMap<StepId, Vec<String>>;
    }
}
