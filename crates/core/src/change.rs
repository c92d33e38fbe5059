// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Changes: what a use case wants stored, together with the journal's entries about it. Storage writes all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    audit::{About, Entry, Event},
    claim::Claim,
    configuration::Configuration,
    consult::Consult,
    dpia::Dpia,
    duty::{self, Duty},
    figures::book::Book,
    id::{
        ActivityId, EntryId, FileId, MessageId, Minter, MunicipalityId, PersonId, ReportId, SignalId,
        Timestamp,
    },
    link::{Apart, Mark},
    meeting::Meeting,
    outgoing::Outgoing,
    people::{Person, Session},
    plan::Plan,
    policy::{Decision, Permit},
    processing::{self, DataSubject},
    report::{Compartment, Report, Reporter},
    retention::list::{List, Subject},
    signal::Signal,
};

/// The revision of a stored thing. Writing needs the revision that was read; when somebody was first, the write is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub i64);

/// What must be stored, all of it or nothing.
#[derive(Debug)]
pub struct Changes {
    entries: Vec<Entry>,
    writes: Vec<Write>,
}

/// One thing that must be stored.
#[derive(Debug)]
pub enum Write {
    /// A report that came in. Refused as duplicate when one of its fingerprints is known.
    NewReport(Box<NewReport>),
    /// A report that changed.
    SaveReport(Box<Report>, Revision, Vec<Duty>),
    /// A file that was made of one that came with a report, such as its copy.
    AddFile(ReportId, NewFile),
    /// A photo that somebody took at an inspection.
    AddPhoto(SignalId, NewPhoto),
    /// More by which a report is found.
    AddMarks(ReportId, Vec<Mark>),
    /// That two things do not belong together, and when somebody said so.
    KeepApart(Apart, Timestamp),
    /// That what a person kept apart may belong together after all: each of the first, and the other.
    BringTogether(Vec<uuid::Uuid>, uuid::Uuid),
    /// A mark by which a report is known from now on. Refused as duplicate when it is known already.
    NewFingerprint(ReportId, Fingerprint),
    /// A new signal.
    NewSignal(Box<Signal>, Vec<Duty>),
    /// A signal that changed.
    SaveSignal(Box<Signal>, Revision, Vec<Duty>),
    /// A new question for advice. Refused when its form was sent before.
    NewConsult(Box<Consult>, Vec<Duty>),
    /// A question for advice that changed.
    SaveConsult(Box<Consult>, Revision, Vec<Duty>),
    /// A new request of a data subject.
    NewClaim(Box<Claim>, Vec<Duty>),
    /// A request of a data subject that changed.
    SaveClaim(Box<Claim>, Revision, Vec<Duty>),
    /// A new meeting. Refused when the body has one on that day.
    NewMeeting(Box<Meeting>),
    /// A meeting that changed.
    SaveMeeting(Box<Meeting>, Revision),
    /// The first answers of a DPIA. Refused when there are some.
    NewDpia(Box<Dpia>),
    /// A DPIA with more answers.
    SaveDpia(Box<Dpia>, Revision),
    /// The first figures. Refused when there are some.
    NewBook(Box<Book>),
    /// Figures that changed.
    SaveBook(Box<Book>, Revision),
    /// The first actions of a plan. Refused when there are some.
    NewPlan(Box<Plan>),
    /// A plan that changed.
    SavePlan(Box<Plan>, Revision),
    /// A new person. Refused when the name for logging in is taken.
    NewPerson(Box<Person>),
    /// A person who changed.
    SavePerson(Box<Person>, Revision),
    /// Somebody logs in.
    OpenSession(Session),
    /// Somebody logs out.
    CloseSession([u8; 32]),
    /// Somebody's sessions end, since their roles or log-in changed.
    CloseSessionsOf(PersonId),
    /// Lines of the processing log about an activity that are older than a moment go.
    TrimProcessingLog(ActivityId, Timestamp),
    /// Decisions that are older than a moment go from their log.
    TrimDecisions(Timestamp),
    /// A mail that is to be sent.
    NewOutgoing(Box<Outgoing>),
    /// A mail that was tried, sent or came back.
    SaveOutgoing(Box<Outgoing>, Revision),
    /// A message that could not be read, with what must be done about it.
    Quarantine(Box<Quarantined>, Vec<Duty>),
    /// Somebody dealt with a message that could not be read: nothing must be done about it any more.
    SettleQuarantined(MunicipalityId, FileId),
    /// A new list of what is to be destroyed.
    NewList(Box<List>, Vec<Duty>),
    /// A list of what is to be destroyed that changed.
    SaveList(Box<List>, Revision, Vec<Duty>),
    /// That something is not proposed again until after a day.
    KeepLonger(Subject, NaiveDate),
    /// That something goes, with everything that hangs on it.
    Destroy(Destruction),
    /// A checked configuration, file by file. The first one makes the municipality.
    LoadConfiguration {
        /// The municipality.
        municipality: MunicipalityId,
        /// Name as people write it.
        name: String,
        /// The capitals before the numbers of its signals, such as `HS`.
        prefix: String,
        /// Version of the route.
        version: u32,
        /// Files by name.
        files: BTreeMap<String, String>,
    },
}

/// What goes: keys, content, files, marks and rows. The journal stays; what it says about these is sealed with keys that go, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destruction {
    /// What goes, each at the revision at which it was judged; none for what has none.
    pub things: Vec<(Subject, Option<Revision>)>,
    /// Whether what is counted stays, under no name.
    pub counted: bool,
    /// The day.
    pub on: NaiveDate,
}

/// A report that came in, with all that belongs to it.
#[derive(Debug)]
pub struct NewReport {
    /// The report.
    pub report: Report,
    /// Who reported; sealed under a key of its own.
    pub reporter: Reporter,
    /// The original and the attachments.
    pub files: Vec<NewFile>,
    /// Marks by which the same message is known again.
    pub fingerprints: Vec<Fingerprint>,
    /// By what it is found to belong to others.
    pub marks: Vec<Mark>,
    /// What must be done with it.
    pub duties: Vec<Duty>,
}

/// A file that is to be sealed.
pub struct NewFile {
    /// Identifier.
    pub id: FileId,
    /// Under whose key it is sealed.
    pub compartment: Compartment,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for NewFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewFile")
            .field("id", &self.id)
            .field("size", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// A photo that is to be sealed with the key of its signal.
pub struct NewPhoto {
    /// Identifier.
    pub file: FileId,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for NewPhoto {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPhoto")
            .field("file", &self.file)
            .field("size", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// A mark by which the same message is known again. Stored as keyed hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fingerprint {
    /// The Message-ID.
    MessageId(String),
    /// SHA-256 over the content without the headers of transport.
    Content([u8; 32]),
    /// SHA-256 over all bytes, of a message that could not be read.
    Quarantined([u8; 32]),
    /// The number that the sender of forwarded tips gave one.
    Tip(String),
    /// The code of words with which a reporter comes back, in the form in which equal codes are equal.
    Code(String),
    /// The hash of a link that leads to one question.
    Link(MessageId, [u8; 32]),
}

/// The reason for which answers by computers are kept apart.
pub const AUTO_REPLY: &str = "auto-reply";

/// A message that could not be read. Nothing is lost: a person can look at it.
pub struct Quarantined {
    /// Identifier.
    pub id: FileId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// When it came.
    pub received_at: Timestamp,
    /// Why it could not be read; without content.
    pub reason: String,
    /// Name of the file that it came from.
    pub source: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 over its bytes, by which it is known again.
    pub content_hash: [u8; 32],
}

impl std::fmt::Debug for Quarantined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Quarantined")
            .field("id", &self.id)
            .field("size", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// What became of a message that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuarantineOutcome {
    /// There is no report in it.
    NoReport,
    /// A person typed it in as a report.
    TypedIn,
}

impl QuarantineOutcome {
    /// Every outcome.
    pub const ALL: [Self; 2] = [Self::TypedIn, Self::NoReport];

    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoReport => "no-report",
            Self::TypedIn => "typed-in",
        }
    }
}

impl Changes {
    /// Begins with what happened: no change without a permit, and none without an entry in the journal.
    pub fn new(permit: &Permit, at: Timestamp, minter: &dyn Minter, about: About, event: Event) -> Self {
        Self {
            entries: Vec::new(),
            writes: Vec::new(),
        }
        .and(permit, at, minter, about, event)
    }

    /// Adds something else that happened by the same act.
    #[must_use]
    pub fn and(
        mut self,
        permit: &Permit,
        at: Timestamp,
        minter: &dyn Minter,
        about: About,
        event: Event,
    ) -> Self {
        let municipality = permit.actor().municipality.clone();
        let mut subjects = permit.subjects().clone();
        if let (About::Report(report), true) = (about, event.concerns_reporter()) {
            subjects.insert(DataSubject::Reporter(report));
        }
        let entry = self.entry(permit, at, minter, municipality, (about, event));
        self.entries.push(Entry { subjects, ..entry });
        self
    }

    fn entry(
        &self,
        permit: &Permit,
        at: Timestamp,
        minter: &dyn Minter,
        municipality: MunicipalityId,
        (about, event): (About, Event),
    ) -> Entry {
        let id = EntryId(minter.mint());
        let decision = match &event {
            Event::Refused { right } => Some(Decision::denied(*right, about)),
            _ => permit.decision().cloned(),
        };
        // One decision can stand behind several entries.
        let is_new = |decision: &Decision| {
            let mut entries = self.entries.iter();
            entries.all(|entry| entry.decision.as_ref() != Some(decision))
        };
        let first = self.entries.first().map(|first| first.trace_id);
        let actor = permit.actor().clone();
        Entry {
            id,
            at,
            municipality,
            trace_id: actor
                .call
                .map_or(first.unwrap_or(id.0.as_u128()), |call| call.trace_id),
            actor,
            about,
            event,
            subjects: BTreeSet::new(),
            decision: decision.filter(is_new),
        }
    }

    /// Says whose data the last entry shows, where its permit does not: that of a search, of a list.
    #[must_use]
    pub fn concerning(mut self, subjects: impl IntoIterator<Item = DataSubject>) -> Self {
        if let Some(entry) = self.entries.last_mut() {
            entry.subjects.extend(subjects);
        }
        self
    }

    /// Adds the entry in the journal of another municipality that the act concerns, such as a question to it. About nothing of its
    /// own: who acts sees nothing of it.
    #[must_use]
    pub fn and_elsewhere(
        mut self,
        permit: &Permit,
        at: Timestamp,
        minter: &dyn Minter,
        municipality: MunicipalityId,
        event: Event,
    ) -> Self {
        let about = (About::Municipality, event);
        let entry = self.entry(permit, at, minter, municipality, about);
        self.entries.push(Entry {
            // It was decided here, and stands in this one's log.
            decision: None,
            ..entry
        });
        self
    }

    /// Adds something that must be stored. Whom a signal names then, its entries concern, too; as they do who asks for their own data.
    #[must_use]
    pub fn write(mut self, write: Write) -> Self {
        let (about, named) = match &write {
            Write::NewSignal(signal, _) | Write::SaveSignal(signal, _, _) => {
                (About::Signal(signal.id), processing::in_signal(signal))
            }
            Write::NewClaim(claim, _) | Write::SaveClaim(claim, _, _) => (
                About::Claim(claim.id),
                processing::in_claim(claim).into_iter().collect(),
            ),
            _ => (About::Municipality, BTreeSet::new()),
        };
        for entry in self.entries.iter_mut().filter(|entry| entry.about == about) {
            entry.subjects.extend(named.iter().cloned());
        }
        self.writes.push(write);
        self
    }

    /// The entries and the writes, for storage.
    pub fn into_parts(self) -> (Vec<Entry>, Vec<Write>) {
        (self.entries, self.writes)
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

impl Write {
    /// A new signal, with its duties.
    pub fn new_signal(signal: Signal, configuration: &Configuration) -> Self {
        let duties = duty::of_signal(&signal, configuration);
        Self::NewSignal(Box::new(signal), duties)
    }

    /// A changed signal, with its duties.
    pub fn save_signal(signal: Signal, revision: Revision, configuration: &Configuration) -> Self {
        let duties = duty::of_signal(&signal, configuration);
        Self::SaveSignal(Box::new(signal), revision, duties)
    }

    /// A new question for advice, with its duties.
    pub fn new_consult(consult: Consult, configuration: &Configuration) -> Self {
        let duties = duty::of_consult(&consult, configuration);
        Self::NewConsult(Box::new(consult), duties)
    }

    /// A changed question for advice, with its duties.
    pub fn save_consult(consult: Consult, revision: Revision, configuration: &Configuration) -> Self {
        let duties = duty::of_consult(&consult, configuration);
        Self::SaveConsult(Box::new(consult), revision, duties)
    }

    /// A new list of what is to be destroyed, with its duties.
    pub fn new_list(list: List, configuration: &Configuration) -> Self {
        let duties = duty::of_list(&list, configuration);
        Self::NewList(Box::new(list), duties)
    }

    /// A changed list of what is to be destroyed, with its duties.
    pub fn save_list(list: List, revision: Revision, configuration: &Configuration) -> Self {
        let duties = duty::of_list(&list, configuration);
        Self::SaveList(Box::new(list), revision, duties)
    }

    /// A new request of a data subject, with its duties.
    pub fn new_claim(claim: Claim) -> Self {
        let duties = duty::of_claim(&claim);
        Self::NewClaim(Box::new(claim), duties)
    }

    /// A changed request of a data subject, with its duties.
    pub fn save_claim(claim: Claim, revision: Revision) -> Self {
        let duties = duty::of_claim(&claim);
        Self::SaveClaim(Box::new(claim), revision, duties)
    }

    /// A changed report, with its duties.
    pub fn save_report(report: Report, revision: Revision, configuration: &Configuration) -> Self {
        let duties = duty::of_report(&report, configuration);
        Self::SaveReport(Box::new(report), revision, duties)
    }
}

/// What storage says of committed changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Committed {
    /// Numbers that were given out, such as `HS-2026-0042`.
    pub signals: Vec<(SignalId, String)>,
    /// Numbers of reports that were given out, such as `M-2026-0107`.
    pub reports: Vec<(ReportId, String)>,
}

impl Changes {
    /// Gives the first entry the mark of a form. Storage refuses an entry that it has already, so a form that is sent twice
    /// counts once.
    #[must_use]
    pub fn once(mut self, form: Option<uuid::Uuid>) -> Self {
        if let (Some(entry), Some(form)) = (self.entries.first_mut(), form) {
            entry.id = EntryId(form);
        }
        self
    }
}
