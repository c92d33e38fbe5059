// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Everything that can happen, as the journal tells it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    change::QuarantineOutcome,
    claim::ClaimKind,
    configuration::{feedback::Moment, outcome::OutcomeKind},
    figures::audience::Audience,
    governance::Period,
    id::{
        ActivityId, BodyId, ChannelId, ClaimId, FigureSourceId, GateId, ListId, MeetingId, MunicipalityId,
        OpeningId, OutcomeId, OutgoingId, PackId, PartnerId, PartyId, PersonId, QueryId, RegisterId,
        ReportId, RuleId, SignalId, StepId, StrandId, Timestamp,
    },
    link::FactKind,
    policy::Right,
    report::{ReporterKind, SetAsideReason},
    retention::list::Stays,
    sharing::{Answer, Category, mark::Regime},
    signal::{brought::Said, feedback::FeedbackWay, stage::Confirmation},
};

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? = $text:literal),+ $(,)?) => {
        /// Something that happened. Texts in it are content, and are sealed with it.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "event", rename_all = "kebab-case")]
        #[expect(missing_docs, reason = "each field is what its type says")]
        pub enum Event { $($(#[$doc])* $name $({ $($field: $type),* })?),+ }

        impl Event {
            /// The name in the journal's clear column and in the keys of the screens' texts.
            pub fn as_str(&self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),* })? => $text),+ }
            }

            /// The names of all events.
            pub const NAMES: &'static [&'static str] = &[$($text),+];
        }
    };
}

events! {
    /// A report came in by mail.
    ReportReceived { channel: ChannelId } = "report-received",
    /// A message could not be read and stands apart.
    MessageQuarantined { reason: String } = "message-quarantined",
    /// A message that could not be read was opened as it came.
    QuarantinedOpened = "quarantined-opened",
    /// Somebody said what became of a message that could not be read.
    QuarantinedSettled { outcome: QuarantineOutcome, note: String } = "quarantined-settled",
    /// A report was typed in.
    ReportTyped { channel: ChannelId } = "report-typed",
    /// Somebody reported with their account what they saw themselves.
    ReportedOwn { channel: ChannelId } = "reported-own",
    /// A batch of forwarded tips was sorted: those that are kept are about to become reports, and nothing stays of what is off topic.
    TipsSorted { kept: u64, known: u64, off_topic: u64 } = "tips-sorted",
    /// A report was read.
    ReportRead = "report-read",
    /// A file of a report was opened.
    FileOpened { name: String } = "file-opened",
    /// A file of a report was opened as it came, with all that it may tell about who made it.
    OriginalOpened { name: String, reason: String } = "original-opened",
    /// A file of a report was scanned for viruses again.
    FileScanned { name: String, infected: bool } = "file-scanned",
    /// A report was corrected or added to.
    ReportCorrected { reason: String } = "report-corrected",
    /// Who reported and what it is about was corrected.
    ReportClassified { reporter_kind: ReporterKind } = "report-classified",
    /// Somebody said whether a mail is from the partner whose address it bears.
    PartnerConfirmed { partner: PartnerId, confirmed: bool } = "partner-confirmed",
    /// A report is no signal.
    ReportSetAside { reason: SetAsideReason, note: String } = "report-set-aside",
    /// The reporter was asked something.
    ReporterAsked = "reporter-asked",
    /// A question to the reporter was taken back.
    QuestionWithdrawn = "question-withdrawn",
    /// The reporter answered a question.
    ReporterAnswered = "reporter-answered",
    /// A partner that was asked about a report of somebody else read the question.
    PartnerQuestionRead = "partner-question-read",
    /// A partner that was asked about a report of somebody else answered.
    PartnerAnswered { partner: PartnerId } = "partner-answered",
    /// The reporter added something.
    ReporterAdded = "reporter-added",
    /// Somebody read what the reporter wrote.
    ReporterMessagesSeen = "reporter-messages-seen",
    /// The reporter read what was written to them.
    OwnReportRead = "own-report-read",
    /// Who reported was looked at.
    ReporterOpened { report: ReportId, reason: String } = "reporter-opened",
    /// Somebody asked for advice.
    AdviceAsked = "advice-asked",
    /// A question for advice was read.
    AdviceRead = "advice-read",
    /// An answer was given, or the asker said something to it.
    AdviceSaid = "advice-said",
    /// A question for advice was closed.
    AdviceClosed = "advice-closed",
    /// Reports and signals were shown that may belong with it.
    LinksShown { reports: Vec<ReportId>, signals: Vec<SignalId> } = "links-shown",
    /// Somebody said that it does not belong with another report or signal, which is named by its number.
    KeptApart { other: String, reason: String } = "kept-apart",
    /// Somebody took back that it does not belong with another report or signal, which is named by its number.
    ApartTakenBack { other: String } = "apart-taken-back",
    /// Another municipality was asked whether facts occur there. It said for which of them they do, and nothing else.
    AskedElsewhere { municipality: MunicipalityId, facts: Vec<FactKind>, hits: Vec<FactKind>, purpose: String } = "asked-elsewhere",
    /// Another municipality asked whether facts occur here, on this ground.
    AskedByNeighbour { municipality: MunicipalityId, facts: Vec<FactKind>, hits: Vec<FactKind>, ground: String } = "asked-by-neighbour",
    /// A signal was registered from reports, and came to its first step. Older journals do not name that step.
    SignalRegistered { reports: usize, step: Option<StepId> } = "signal-registered",
    /// A report was added to a signal.
    ReportLinked { report: ReportId, reason: String } = "report-linked",
    /// A report was taken out of a signal.
    ReportUnlinked { report: ReportId, reason: String } = "report-unlinked",
    /// A signal was read.
    SignalRead { purpose: String } = "signal-read",
    /// A strand was read by the one who got it.
    StrandRead { strand: StrandId } = "strand-read",
    /// A photo of an inspection was opened.
    PhotoOpened { strand: StrandId } = "photo-opened",
    /// The signal went on to a next step.
    MovedOn { from: StepId, to: StepId } = "moved-on",
    /// A gate was decided.
    GateDecided { gate: GateId, granted: bool, ground: String, reason: String } = "gate-decided",
    /// A body or a person decided.
    Decided { step: StepId, body: Option<BodyId>, outcome: OutcomeId, kind: OutcomeKind, reason: String } = "decided",
    /// Something was begun beside the main line.
    StrandStarted { strand: StrandId, kind: String, to: String, what: String } = "strand-started",
    /// A strand took a step.
    StrandStepped { strand: StrandId, kind: String, step: String, words: String } = "strand-stepped",
    /// Acute: handed over at once.
    MarkedAcute { partner: PartnerId, reason: String } = "marked-acute",
    /// Care was asked for.
    CareAsked { partner: PartnerId } = "care-asked",
    /// A message was given to a reporter, by the day on which it was due or later. Older journals do not say which.
    FeedbackGiven { moment: Moment, way: FeedbackWay, in_time: Option<bool> } = "feedback-given",
    /// A message was not given, with the reason.
    FeedbackWithheld { moment: Moment, reason: String } = "feedback-withheld",
    /// Where a reporter can be reached without danger was shown to who releases a message.
    SafeContactRead = "safe-contact-read",
    /// Who reaches a reporter said that they read and follow how that goes without danger.
    SafeContactFollowed = "safe-contact-followed",
    /// A text that others would read named who reported; the person was warned.
    TextNamedReporter = "text-named-reporter",
    /// A mail was released.
    MailQueued { mail: OutgoingId, carries: String } = "mail-queued",
    /// A mail is about to be sent.
    MailTried { mail: OutgoingId, attempt: u32 } = "mail-tried",
    /// A mail could not be sent now and is tried again.
    MailDeferred { mail: OutgoingId, answer: String } = "mail-deferred",
    /// A mail server took a mail.
    MailAccepted { mail: OutgoingId, answer: String, message_id: String, sha256: String } = "mail-accepted",
    /// A notice says that a mail that was sent did not arrive.
    MailDoubted { mail: OutgoingId, reason: String } = "mail-doubted",
    /// A mail was refused for good.
    MailFailed { mail: OutgoingId, reason: String } = "mail-failed",
    /// A person settled what became of a mail that did not arrive.
    MailFailureSettled { mail: OutgoingId, reason: String } = "mail-failure-settled",
    /// Somebody asked whether something may be shared, and this was the answer.
    SharingAsked { to: PartyId, categories: Vec<Category>, answer: Answer, rules: Vec<RuleId> } = "sharing-asked",
    /// It was written down where an item may go.
    ItemMarked { item: String, regime: Regime, reason: String } = "item-marked",
    /// A pack of items was released.
    PackReleased { pack: PackId, to: PartyId, items: usize, rules: BTreeSet<RuleId> } = "pack-released",
    /// A pack was opened to be given out.
    PackOpened { pack: PackId, to: PartyId } = "pack-opened",
    /// A pack was taken back.
    PackWithdrawn { pack: PackId, to: PartyId, reason: String } = "pack-withdrawn",
    /// A partner read at the table what was brought to it.
    BroughtRead { pack: PackId, to: PartyId } = "brought-read",
    /// A partner answered at the table.
    PartnerReplied { pack: PackId, from: PartyId, said: Said } = "partner-replied",
    /// The signal went back to where was decided.
    SentBack { to: StepId, reason: String } = "sent-back",
    /// The signal was closed.
    SignalClosed { confirmation: Confirmation, result: String } = "signal-closed",
    /// Somebody else sees to it.
    OwnerChanged { owner: PersonId } = "owner-changed",
    /// An observation was written down.
    Observed = "observed",
    /// An assessment was made.
    Assessed = "assessed",
    /// A subject was added.
    SubjectAdded = "subject-added",
    /// A subject no longer counts.
    SubjectStruck { reason: String } = "subject-struck",
    /// A note of enrichment was added.
    NoteAdded { source: String } = "note-added",
    /// A question to a source was written down.
    QueryWritten { query: QueryId, register: RegisterId, reason: String } = "query-written",
    /// Somebody decided whether a source may be asked.
    QueryDecided { query: QueryId, register: RegisterId, granted: bool, reason: String } = "query-decided",
    /// A question to a source is not needed any more.
    QueryWithdrawn { query: QueryId, register: RegisterId, reason: String } = "query-withdrawn",
    /// A source was asked.
    SourceAsked { query: QueryId, register: RegisterId, reads: bool } = "source-asked",
    /// A source answered, or did not.
    SourceAnswered { query: QueryId, register: RegisterId, outcome: String } = "source-answered",
    /// A guest was invited.
    GuestInvited { guest: PersonId, meeting: MeetingId, reason: String } = "guest-invited",
    /// Somebody is concerned, and stays out of a signal.
    Recused { person: PersonId, reason: String } = "recused",
    /// Somebody need not stay out of a signal any more.
    Readmitted { person: PersonId, reason: String } = "readmitted",
    /// The invitations of guests moved with the sitting, or ended with it.
    InvitationsMoved { meeting: MeetingId, on: Option<NaiveDate> } = "invitations-moved",
    /// A meeting was planned.
    MeetingPlanned { body: BodyId } = "meeting-planned",
    /// The agenda changed.
    AgendaChanged { items: usize } = "agenda-changed",
    /// A meeting was opened.
    MeetingStarted = "meeting-started",
    /// An item was kept for a next meeting.
    ItemHeldOver { signal: SignalId } = "item-held-over",
    /// A meeting was closed.
    MeetingClosed = "meeting-closed",
    /// A meeting was moved to another day.
    MeetingMoved { from: NaiveDate, to: NaiveDate, reason: String } = "meeting-moved",
    /// A meeting is not held.
    MeetingCancelled { reason: String } = "meeting-cancelled",
    /// A meeting that was cancelled is held after all.
    MeetingReinstated = "meeting-reinstated",
    /// It was written down who is at the table.
    AttendanceNoted { present: usize } = "attendance-noted",
    /// Somebody comes in the place of a member, and got the seat for that time.
    SubstituteNamed { person: PersonId, instead_of: PersonId } = "substitute-named",
    /// The chair approved the decision list.
    MinutesApproved = "minutes-approved",
    /// The agenda was read.
    MeetingRead = "meeting-read",
    /// A list was shown, with what its lines say.
    ListShown { list: ListKind, lines: usize } = "list-shown",
    /// Somebody searched. The words stand nowhere: they would outlive what they found. What was shown does.
    Searched { hits: usize, shown: Option<Vec<uuid::Uuid>> } = "searched",
    /// Somebody logged in.
    LoggedIn = "logged-in",
    /// Logging in failed for an existing account.
    LogInFailed = "log-in-failed",
    /// Somebody logged out.
    LoggedOut = "logged-out",
    /// Somebody chose a password and set up the second factor.
    AccountSetUp = "account-set-up",
    /// Somebody chose the language of their screens.
    LanguageChosen = "language-chosen",
    /// Somebody made a secret address for the calendar of their own meetings.
    FeedMade = "feed-made",
    /// Somebody withdrew it.
    FeedWithdrawn = "feed-withdrawn",
    /// Somebody was added.
    PersonAdded = "person-added",
    /// Roles were changed.
    RolesChanged = "roles-changed",
    /// The address for notices was changed.
    MailChanged = "mail-changed",
    /// The log-in was reset.
    LogInReset = "log-in-reset",
    /// An account was closed.
    PersonDisabled = "person-disabled",
    /// A configuration was loaded.
    ConfigurationLoaded { version: u32 } = "configuration-loaded",
    /// Policy refused something.
    Refused { right: Right } = "refused",
    /// The journal was looked at.
    JournalRead = "journal-read",
    /// Somebody saw who looked at something, or at what somebody looked.
    WhoLookedSeen = "who-looked-seen",
    /// All looks of a year were exported for the yearly review.
    LooksExported { year: i32, looks: usize } = "looks-exported",
    /// The looks of a year were reviewed.
    LooksReviewed { year: i32, findings: String } = "looks-reviewed",
    /// The privacy officer said what a notable pattern of looks was. `last` is the last entry of the journal that it was seen with.
    PatternSettled { pattern: String, last: u64, belonged: bool, words: String } = "pattern-settled",
    /// Somebody opened a signal in an emergency, for a short time.
    GlassBroken { opening: OpeningId, until: Timestamp, reason: String } = "glass-broken",
    /// A signal was read that was opened in an emergency.
    ReadUnderGlass { opening: OpeningId } = "read-under-glass",
    /// The privacy officer judged an emergency opening.
    GlassJudged { opening: OpeningId, justified: bool, words: String } = "glass-judged",
    /// The DPIA was looked at.
    DpiaRead = "dpia-read",
    /// A question of the DPIA was answered, or what was derived was looked over.
    DpiaAnswered { question: String } = "dpia-answered",
    /// The DPIA was given out, on paper or for a machine.
    DpiaGivenOut = "dpia-given-out",
    /// A request of a data subject was written down.
    ClaimEntered { kind: ClaimKind } = "claim-entered",
    /// A request of a data subject was read.
    ClaimRead = "claim-read",
    /// Signals and reports were searched for a request.
    ClaimSearched { words: String, hits: usize } = "claim-searched",
    /// Passages of a signal or report were opened for a request, which is named by its identifier.
    ClaimPlaceOpened { claim: ClaimId } = "claim-place-opened",
    /// It was decided about a passage.
    ClaimDecided { number: String, part: String, choice: String, ground: String } = "claim-decided",
    /// The term was extended.
    ClaimExtended { reason: String } = "claim-extended",
    /// What a data subject says to be right was put beside the original.
    ClaimRectified { claim: ClaimId, part: String } = "claim-rectified",
    /// The use of a signal was restricted, or that was lifted.
    UseRestricted { claim: ClaimId, lifted: bool, reason: String } = "use-restricted",
    /// The answer to a request was released.
    ClaimAnswered { given: usize, refused: usize } = "claim-answered",
    /// Something was put on a list to be erased, on request of a data subject.
    ErasureProposed { claim: ClaimId, list: ListId } = "erasure-proposed",
    /// What is given to a data subject was made ready.
    ClaimBundled = "claim-bundled",
    /// Figures of a source and a year were looked at.
    FiguresRead { source: FigureSourceId, year: i32, audience: Audience } = "figures-read",
    /// Bounds on how many persons there are were looked at.
    BoundsRead { year: i32 } = "bounds-read",
    /// A file of figures was held against those that are known.
    FiguresCompared { rows: usize } = "figures-compared",
    /// Figures were taken in from a file.
    FiguresTakenIn { new: usize, corrected: usize } = "figures-taken-in",
    /// Actions of the plan were taken in from a file.
    PlanTakenIn { actions: usize } = "plan-taken-in",
    /// Somebody wrote down that an action of the plan was done.
    ActionDone { action: u16 } = "action-done",
    /// Somebody wrote down who is responsible for an action of the plan.
    ActionOwned { action: u16 } = "action-owned",
    /// Something that was undertaken for the plan was written down.
    RecordAdded { record: u32 } = "record-added",
    /// What was undertaken for the plan was corrected, or brought up to date.
    RecordCorrected { record: u32 } = "record-corrected",
    /// Somebody wrote what was learned and what is asked, for an item on an agenda or a report.
    OccasionWritten { occasion: String, period: Period } = "occasion-written",
    /// Somebody wrote down that an item was discussed, or a report handed over.
    OccasionHeld { occasion: String, period: Period } = "occasion-held",
    /// The paper for an item on an agenda, or a report, was made.
    OccasionPaperMade { occasion: String, period: Period } = "occasion-paper-made",
    /// The processing log was looked at: of an activity, or about somebody.
    ProcessingLogRead { activity: Option<ActivityId>, person: bool, lines: usize } = "processing-log-read",
    /// The log of decisions was looked at.
    DecisionsRead { lines: usize } = "decisions-read",
    /// Decisions whose term was over were taken out of their log.
    DecisionsTrimmed { lines: u64 } = "decisions-trimmed",
    /// The register of processing activities was looked at.
    RegisterRead = "register-read",
    /// Lines of the processing log whose term was over were taken out.
    ProcessingLogTrimmed { lines: u64 } = "processing-log-trimmed",
    /// A backup was made.
    BackupMade = "backup-made",
    /// A legal hold was set.
    HoldSet { reason: String } = "hold-set",
    /// A legal hold was lifted.
    HoldLifted { reason: String } = "hold-lifted",
    /// What is due to be destroyed was put on a list.
    DisposalProposed { list: ListId, items: usize } = "disposal-proposed",
    /// The owner of the process keeps something longer.
    KeptLonger { until: NaiveDate, reason: String } = "kept-longer",
    /// The owner of the process approved a list.
    DisposalApproved { list: ListId } = "disposal-approved",
    /// The archivist gave a list back.
    DisposalReturned { list: ListId } = "disposal-returned",
    /// The archivist approved a list.
    DisposalAuthorised { list: ListId } = "disposal-authorised",
    /// Something that both approved was not destroyed after all.
    DisposalLeft { list: ListId, why: Stays } = "disposal-left",
    /// It was destroyed. The entry is sealed with the municipality's key, as its own is gone.
    Destroyed { list: ListId } = "destroyed",
    /// A list was carried out and certified.
    DisposalCertified { list: ListId } = "disposal-certified",
    /// A certificate of destruction was given out on paper.
    CertificateGivenOut { list: ListId } = "certificate-given-out",
    /// A signal was given out for an archive.
    ArchiveExported = "archive-exported",
}

/// What stands in a list that somebody was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// Reports.
    Reports,
    /// Signals.
    Signals,
    /// What somebody has to do.
    Duties,
    /// Reports of one's own.
    OwnReports,
    /// Messages that could not be read.
    Quarantine,
    /// Questions for advice.
    Advice,
    /// People with an account.
    People,
    /// Requests of data subjects.
    Claims,
}

impl ListKind {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Signals => "signals",
            Self::Duties => "duties",
            Self::OwnReports => "own-reports",
            Self::Quarantine => "quarantine",
            Self::Advice => "advice",
            Self::People => "people",
            Self::Claims => "claims",
        }
    }
}

impl Event {
    /// Names of the events after which everything stands as before: somebody looked, or was refused.
    pub const READS: [&'static str; 36] = [
        "occasion-paper-made",
        "figures-read",
        "figures-compared",
        "bounds-read",
        "brought-read",
        "list-shown",
        "processing-log-read",
        "decisions-read",
        "register-read",
        "advice-read",
        "report-read",
        "own-report-read",
        "partner-question-read",
        "file-opened",
        "original-opened",
        "reporter-opened",
        "safe-contact-read",
        "text-named-reporter",
        "signal-read",
        "strand-read",
        "photo-opened",
        "meeting-read",
        "links-shown",
        "sharing-asked",
        "pack-opened",
        "asked-elsewhere",
        "asked-by-neighbour",
        "who-looked-seen",
        "read-under-glass",
        "claim-read",
        "claim-searched",
        "claim-place-opened",
        "claim-bundled",
        "refused",
        "certificate-given-out",
        "archive-exported",
    ];

    /// Names of the events by which somebody with an account saw content, or tried to: what a review of who looked is about. What
    /// reporters read of their own is not among them.
    pub const LOOKS: [&'static str; 31] = [
        "list-shown",
        "processing-log-read",
        "brought-read",
        "partner-question-read",
        "report-read",
        "file-opened",
        "original-opened",
        "quarantined-opened",
        "reporter-messages-seen",
        "reporter-opened",
        "safe-contact-read",
        "advice-read",
        "links-shown",
        "asked-elsewhere",
        "signal-read",
        "strand-read",
        "photo-opened",
        "meeting-read",
        "pack-opened",
        "source-asked",
        "searched",
        "journal-read",
        "who-looked-seen",
        "looks-exported",
        "read-under-glass",
        "claim-read",
        "claim-searched",
        "claim-place-opened",
        "claim-bundled",
        "refused",
        "archive-exported",
    ];

    /// Names of the events of a reporter: who that was stays in the sealed entry, and stands in no overview.
    pub const BY_REPORTER: [&'static str; 4] = [
        "reported-own",
        "reporter-answered",
        "reporter-added",
        "own-report-read",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_are_events() {
        let named = Event::READS
            .iter()
            .chain(&Event::LOOKS)
            .chain(&Event::BY_REPORTER);
        assert!(named.into_iter().all(|name| Event::NAMES.contains(name)));
        assert!(!Event::BY_REPORTER.iter().any(|name| Event::LOOKS.contains(name)));
    }
}
