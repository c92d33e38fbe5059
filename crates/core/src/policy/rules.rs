// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The table of rights by role. Rights that depend on the object (a member's agenda, a partner's hand-over, an officer's task) are in
//! the module beside this one.

use serde::{Deserialize, Serialize};

use super::{Actor, Grant, Role};

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// Something that policy can allow.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Right { $($(#[$doc])* $name),+ }

        impl Right {
            /// Every right.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the journal and in the keys of the screens' texts.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

rights! {
    /// Read reports: the inbox, their texts and attachments.
    ReadReports = "read-reports",
    /// Take in what comes from outside: mail, and the public form. No person has this.
    TakeIn = "take-in",
    /// Send mail that a person released. No person has this.
    SendMail = "send-mail",
    /// Type a report in.
    TypeReport = "type-report",
    /// Report what one saw oneself, by the form for one's role.
    ReportOwn = "report-own",
    /// Say what becomes of a report: make a signal, add it to one, set it aside, correct it.
    TriageReports = "triage-reports",
    /// Open who reported.
    OpenReporter = "open-reporter",
    /// See how one's own reports stand.
    ReadOwnReports = "read-own-reports",
    /// Answer what the municipality asks one's organisation about a report of somebody else.
    AnswerQuestion = "answer-question",
    /// Read a signal, without who reported.
    ReadSignal = "read-signal",
    /// Write down observations, assessments and subjects; move a signal along; choose its owner.
    WorkSignal = "work-signal",
    /// Add notes of enrichment.
    Enrich = "enrich",
    /// Decide a gate; the route says which role decides which gate.
    DecideGate = "decide-gate",
    /// Record a decision; of a body in its sitting, or of a person where the route says so.
    Decide = "decide",
    /// Take a step with a task, an inspection, a hand-over, a measure or a case.
    StepStrand = "step-strand",
    /// Read a strand: what is asked of the one who got it, and nothing else of the signal.
    ReadStrand = "read-strand",
    /// Mark as acute and hand over at once.
    MarkAcute = "mark-acute",
    /// Ask the care coordinator.
    ReferToCare = "refer-to-care",
    /// Release or withhold feedback.
    GiveFeedback = "give-feedback",
    /// Close a signal or send it back.
    CloseSignal = "close-signal",
    /// Read the agenda of a body.
    ReadMeeting = "read-meeting",
    /// Read what was brought to one's organisation at a sitting, while one is there. No role has this.
    ReadBrought = "read-brought",
    /// Answer it. No role has this.
    AnswerBrought = "answer-brought",
    /// Plan and lead a sitting; invite guests.
    RunMeeting = "run-meeting",
    /// Ask the contact officer for advice; a question is no report.
    AskAdvice = "ask-advice",
    /// Answer somebody who asks for advice.
    GiveAdvice = "give-advice",
    /// Search in texts.
    Search = "search",
    /// Read the journal: who did and who read what.
    ReadJournal = "read-journal",
    /// Review who looked: record the yearly review, and say what a look was for.
    ReviewLooks = "review-looks",
    /// Open one signal in an emergency that is not one's own, for a short time.
    BreakGlass = "break-glass",
    /// Read a signal that one opened in an emergency. No role has this.
    ReadUnderGlass = "read-under-glass",
    /// Read the DPIA and answer its questions.
    KeepDpia = "keep-dpia",
    /// Handle requests of data subjects: search for one person, open passages, answer.
    HandleClaims = "handle-claims",
    /// See figures.
    ReadFigures = "read-figures",
    /// Take figures of sources in, and make tables of them for others.
    KeepFigures = "keep-figures",
    /// See the plan and how it stands.
    ReadPlan = "read-plan",
    /// Take the actions of the plan in, and write down what was done.
    KeepPlan = "keep-plan",
    /// Add people, change their roles, reset their log-in.
    ManagePeople = "manage-people",
    /// See the configuration and the state of the installation.
    ManageConfiguration = "manage-configuration",
    /// See lists of what is to be destroyed, holds and certificates; no content.
    ReadRetention = "read-retention",
    /// Say that something must stay, and that it need not any more.
    HoldBack = "hold-back",
    /// Approve what is to be destroyed, as the owner of the process.
    ApproveDisposal = "approve-disposal",
    /// Approve it as archivist, after the owner.
    AuthoriseDisposal = "authorise-disposal",
    /// Propose what is due and destroy what was approved. No person has this.
    Dispose = "dispose",
    /// Give a closed signal out for an archive.
    ExportArchive = "export-archive",
    /// Open one's own account: log in and out, change one's own password.
    OwnAccount = "own-account",
}

/// Whether a role grants a right on everything in its municipality.
pub(super) fn grants(role: Role, right: Right) -> bool {
    let has_account = !Role::PROGRAM.contains(&role);
    (right == Right::OwnAccount && has_account) || table(role).contains(&right)
}

/// Reads signals and who did what with them, and changes nothing in them.
const PRIVACY_OFFICER: &[Right] = &[
    Right::ReadSignal,
    Right::DecideGate,
    Right::ReadJournal,
    Right::ReviewLooks,
    Right::KeepDpia,
    Right::HandleClaims,
    Right::ReadFigures,
    Right::ReadPlan,
    Right::ReadRetention,
    Right::HoldBack,
];

/// The coordinator owns the process.
const COORDINATOR: &[Right] = &[
    Right::ReadReports,
    Right::TypeReport,
    Right::TriageReports,
    Right::OpenReporter,
    Right::ReadSignal,
    Right::WorkSignal,
    Right::Enrich,
    Right::DecideGate,
    Right::Decide,
    Right::StepStrand,
    Right::ReadStrand,
    Right::MarkAcute,
    Right::ReferToCare,
    Right::GiveFeedback,
    Right::CloseSignal,
    Right::ReadMeeting,
    Right::RunMeeting,
    Right::AskAdvice,
    Right::GiveAdvice,
    Right::Search,
    Right::ReadFigures,
    Right::KeepFigures,
    Right::ReadPlan,
    Right::KeepPlan,
    Right::ReadRetention,
    Right::HoldBack,
    Right::ApproveDisposal,
    Right::ExportArchive,
];

fn table(role: Role) -> &'static [Right] {
    use Right as R;
    match role {
        Role::Coordinator => COORDINATOR,
        Role::ContactOfficer => &[
            R::ReadReports,
            R::TypeReport,
            R::ReportOwn,
            R::ReadSignal,
            R::WorkSignal,
            R::Enrich,
            R::DecideGate,
            R::Decide,
            R::StepStrand,
            R::ReadStrand,
            R::MarkAcute,
            R::ReferToCare,
            R::ReadMeeting,
            R::GiveAdvice,
            R::Search,
            R::ReadFigures,
            R::ReadPlan,
        ],
        Role::PrivacyOfficer => PRIVACY_OFFICER,
        Role::Enricher | Role::EnforcementOfficer => &[R::ReportOwn, R::AskAdvice, R::BreakGlass],
        Role::Official => &[R::ReportOwn, R::AskAdvice],
        Role::CareCoordinator => &[R::AskAdvice, R::BreakGlass],
        Role::ChainPartner => &[R::ReportOwn],
        Role::Board => &[R::ReadFigures, R::ReadPlan],
        Role::RegionalAnalyst => &[R::ReadFigures, R::KeepFigures],
        Role::Administrator => &[R::ManagePeople, R::ManageConfiguration],
        Role::BodyMember => &[R::BreakGlass],
        Role::Guest => &[],
        Role::Intake => &[R::TakeIn],
        Role::Sender => &[R::SendMail],
        Role::Archivist => &[R::ReadRetention, R::AuthoriseDisposal],
        Role::Disposer => &[R::Dispose],
    }
}

/// What no grant outweighs. Who acts for another organisation, sees figures or accounts only, or judges emergency openings, opens
/// nothing in an emergency, whatever else they are.
pub(super) fn denies(actor: &Actor, right: Right) -> bool {
    let barred = |grant: &Grant| {
        let apart = matches!(
            grant.role,
            Role::ChainPartner
                | Role::PrivacyOfficer
                | Role::Board
                | Role::Administrator
                | Role::RegionalAnalyst
        );
        apart || grant.partner.is_some()
    };
    matches!(right, Right::BreakGlass | Right::ReadUnderGlass) && actor.grants.iter().any(barred)
}
