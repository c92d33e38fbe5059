// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Why something is not possible now, in the words of the municipality: for greyed buttons and for the page after a refusal.

use meldroute_core::{
    claim::ClaimRefusal,
    configuration::Configuration,
    enrichment::QueryRefusal,
    id::PartyId,
    meeting::MeetingRefusal,
    report::ReportRefusal,
    retention::list::ListRefusal,
    signal::{
        act::{LinkRefusal, Refusal},
        strand::StrandRefusal,
    },
    usecase::Failure,
};

use crate::lang::Lang;

/// The sentence for a refusal among the failures; none for other failures.
pub(crate) fn of_failure(
    lang: Lang,
    configuration: Option<&Configuration>,
    failure: &Failure,
) -> Option<String> {
    match failure {
        Failure::Refused(refusal) => Some(of_signal(lang, configuration, refusal)),
        Failure::Report(refusal) => Some(of_report(lang, refusal)),
        Failure::Link(refusal) => Some(of_link(lang, refusal)),
        Failure::Meeting(refusal) => Some(of_meeting(lang, refusal)),
        Failure::List(refusal) => Some(of_list(lang, *refusal)),
        Failure::Claim(refusal) => Some(of_claim(lang, *refusal)),
        _ => None,
    }
}

/// Why a request of a data subject can't be changed like this now.
fn of_claim(lang: Lang, refusal: ClaimRefusal) -> String {
    lang.t(match refusal {
        ClaimRefusal::Answered => "refusal-claim-answered",
        ClaimRefusal::ExtendedBefore => "refusal-claim-extended",
        ClaimRefusal::TooLate => "refusal-claim-too-late",
        ClaimRefusal::NamesReporter => "refusal-claim-names-reporter",
    })
}

/// Why an act on a signal is not possible now.
pub(crate) fn of_signal(lang: Lang, configuration: Option<&Configuration>, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Closed => lang.t("refusal-closed"),
        Refusal::Restricted => lang.t("refusal-restricted"),
        Refusal::Waiting(_) => lang.t("refusal-waiting"),
        Refusal::GateUndecided(gate) => {
            let known = configuration.and_then(|c| c.route.gate(gate));
            let name = known.map_or(gate.as_str(), |gate| lang.text(&gate.question));
            lang.arg("gate", name).t("refusal-gate-undecided")
        }
        Refusal::NoGate => lang.t("refusal-no-gate"),
        Refusal::NotAssessed => lang.t("refusal-not-assessed"),
        Refusal::BodyDecides(body) => {
            let known = configuration.and_then(|c| c.body(body));
            let name = known.map_or(body.as_str(), |body| lang.text(&body.name));
            lang.arg("body", name).t("refusal-body-decides")
        }
        Refusal::DecisionNeeded => lang.t("refusal-decision-needed"),
        Refusal::NothingDecided => lang.t("refusal-nothing-decided"),
        Refusal::NotHere => lang.t("refusal-not-here"),
        Refusal::Elsewhere(step) => {
            let known = configuration.and_then(|c| c.route.step_or_successor(step));
            let name = known.map_or(step.as_str(), |step| lang.text(&step.name));
            lang.arg("step", name).t("refusal-elsewhere")
        }
        Refusal::ConditionNotMet(condition) => {
            let all = configuration
                .into_iter()
                .flat_map(|c| &c.bodies)
                .flat_map(|b| &b.conditions);
            let known = all.into_iter().find(|known| known.id == *condition);
            let question = known.map_or(condition.as_str(), |known| lang.text(&known.question));
            lang.arg("question", question).t("refusal-condition-not-met")
        }
        Refusal::AlreadyAcute => lang.t("refusal-already-acute"),
        Refusal::NotShared(party) => lang
            .arg("who", party_name(lang, configuration, party))
            .t("refusal-not-shared"),
        Refusal::NeedsFirst(party, need) => lang
            .arg("who", party_name(lang, configuration, party))
            .arg("what", lang.kind("matrix-need", need.as_str()))
            .t("refusal-needs-first"),
        Refusal::ConsentRefused(party) => lang
            .arg("who", party_name(lang, configuration, party))
            .t("refusal-consent-refused"),
        Refusal::CareAskedAlready => lang.t("refusal-care-asked-already"),
        Refusal::NotAtFeedback => lang.t("refusal-not-at-feedback"),
        Refusal::FeedbackDue(count) => lang.arg("count", *count).t("refusal-feedback-due"),
        Refusal::FeedbackNotDue => lang.t("refusal-feedback-not-due"),
        Refusal::StrandsOpen(count) => lang.arg("count", *count).t("refusal-strands-open"),
        Refusal::Strand(refusal) => of_strand(lang, *refusal),
        Refusal::Query(refusal) => of_query(lang, *refusal),
        Refusal::Missing(_) => lang.t("refusal-missing"),
        Refusal::TooLong(_) => lang.t("act-too-long"),
        Refusal::KeptOut => lang.t("refusal-kept-out"),
        Refusal::StillHolds => lang.t("refusal-still-holds"),
        Refusal::NoWay => lang.t("refusal-no-way"),
    }
}

/// Why what runs beside the main line can't take this step now.
fn of_strand(lang: Lang, refusal: StrandRefusal) -> String {
    lang.t(match refusal {
        StrandRefusal::Ended => "refusal-strand-ended",
        StrandRefusal::NotOffered => "refusal-strand-not-offered",
        StrandRefusal::NotAccepted => "refusal-strand-not-accepted",
        StrandRefusal::OtherKind => "refusal-strand-other-kind",
        StrandRefusal::Known => "refusal-strand-known",
        StrandRefusal::BadDay => "refusal-strand-bad-day",
    })
}

/// Why a question to a source can't take this step now.
fn of_query(lang: Lang, refusal: QueryRefusal) -> String {
    lang.t(match refusal {
        QueryRefusal::Unknown | QueryRefusal::NotNow => "refusal-query-not-now",
        QueryRefusal::Own => "refusal-query-own",
        QueryRefusal::Running => "refusal-query-running",
        QueryRefusal::Struck => "refusal-query-struck",
        QueryRefusal::Changed => "refusal-query-changed",
        QueryRefusal::OtherSubject => "refusal-query-other-subject",
        QueryRefusal::NotConnected => "refusal-query-not-connected",
    })
}

fn party_name(lang: Lang, configuration: Option<&Configuration>, id: &PartyId) -> String {
    let known = configuration.and_then(|c| c.party(id));
    known.map_or_else(|| id.to_string(), |name| lang.text(&name).to_owned())
}

/// Why a report can't change as asked.
pub(crate) fn of_report(lang: Lang, refusal: &ReportRefusal) -> String {
    lang.t(match refusal {
        ReportRefusal::InSignal(_) => "refusal-report-in-signal",
        ReportRefusal::NotLinked(_) => "refusal-report-not-linked",
        ReportRefusal::AlreadySetAside => "refusal-report-set-aside",
        ReportRefusal::NoWayBack => "refusal-report-no-way-back",
        ReportRefusal::QuestionNotOpen => "refusal-report-question",
        ReportRefusal::TooManyUnread => "refusal-report-unread",
    })
}

/// Why a report can't be linked or taken out.
pub(crate) fn of_link(lang: Lang, refusal: &LinkRefusal) -> String {
    lang.t(match refusal {
        LinkRefusal::Report(refusal) => return of_report(lang, refusal),
        LinkRefusal::SignalClosed => "refusal-link-signal-closed",
        LinkRefusal::LastReport => "refusal-link-last-report",
        LinkRefusal::NoReason => "refusal-no-reason",
        LinkRefusal::Missing(_) => "refusal-missing",
        LinkRefusal::NoWay => "refusal-no-way",
    })
}

/// Why a list of what is to be destroyed can't change as asked.
fn of_list(lang: Lang, refusal: ListRefusal) -> String {
    lang.t(match refusal {
        ListRefusal::NotNow => "refusal-list-not-now",
        ListRefusal::SamePerson => "refusal-list-same-person",
        ListRefusal::NotListed => "refusal-list-not-listed",
        ListRefusal::Empty => "refusal-list-empty",
        ListRefusal::NotLater => "retention-error-until",
        ListRefusal::Changed => "refusal-list-changed",
        ListRefusal::Held => "refusal-list-held",
        ListRefusal::HoldStands => "refusal-list-hold-stands",
        ListRefusal::InUse => "refusal-list-in-use",
        ListRefusal::NoRule => "refusal-list-no-rule",
    })
}

/// Why a meeting can't do it now.
pub(crate) fn of_meeting(lang: Lang, refusal: &MeetingRefusal) -> String {
    match refusal {
        MeetingRefusal::NotOpen => lang.t("refusal-meeting-not-open"),
        MeetingRefusal::Begun => lang.t("refusal-meeting-begun"),
        MeetingRefusal::NotOnAgenda => lang.t("refusal-meeting-not-on-agenda"),
        MeetingRefusal::Decided(_) => lang.t("refusal-meeting-decided"),
        MeetingRefusal::NoReason => lang.t("refusal-no-reason"),
        MeetingRefusal::ItemsOpen(count) => lang.arg("count", *count).t("refusal-meeting-items-open"),
        MeetingRefusal::Cancelled => lang.t("refusal-meeting-cancelled"),
        MeetingRefusal::NotCancelled => lang.t("refusal-meeting-not-cancelled"),
        MeetingRefusal::TooFew { present, needed } => lang
            .arg("present", *present)
            .arg("needed", *needed)
            .t("refusal-meeting-too-few"),
        MeetingRefusal::NoSeat => lang.t("refusal-meeting-no-seat"),
        MeetingRefusal::NotClosed => lang.t("refusal-meeting-not-closed"),
        MeetingRefusal::NotChair => lang.t("refusal-meeting-not-chair"),
        MeetingRefusal::Approved => lang.t("refusal-meeting-approved"),
    }
}
