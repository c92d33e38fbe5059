// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Where a signal comes from and what was set out: its reports with the feedback that is owed, and its strands.

use meldroute_core::{
    calendar::dutch_date,
    id::SignalId,
    policy::{self, Actor, Object, Right},
    signal::{
        LinkedReport, Signal,
        feedback::{Feedback, FeedbackState},
        strand::{Strand, StrandKind, StrandState},
    },
    usecase::signal::SignalView,
};

use crate::pages::{
    report::inbox::ReportPath,
    signal::{head::Badge, history::moment_name, unlink::UnlinkPath, wording::Wording},
    strand::show::StrandPath,
};

/// A report of the signal.
#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) title: String,
    pub(crate) facts: String,
    pub(crate) href: String,
    pub(crate) unlinked: Option<String>,
    /// Where it can be taken out again; the only report stays.
    pub(crate) out: Option<String>,
    pub(crate) messages: Vec<Message>,
}

/// A message to a reporter.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) title: String,
    pub(crate) state: String,
    pub(crate) text: String,
}

/// Something that runs beside the main line.
#[derive(Debug)]
pub(crate) struct Beside {
    pub(crate) kind: String,
    pub(crate) holder: String,
    pub(crate) badge: Badge,
    pub(crate) line: String,
    /// What was asked, for who may see it.
    pub(crate) what: Option<String>,
    /// What was answered, for who may see it.
    pub(crate) answer: Option<String>,
    pub(crate) href: Option<String>,
    pub(crate) open: bool,
}

/// The reports, for who may read reports: others would learn who reported.
pub(crate) fn origins(words: &Wording<'_>, actor: &Actor, view: &SignalView) -> Vec<Origin> {
    let lang = words.lang;
    if view.reports.is_empty() {
        return Vec::new();
    }
    let signal = &view.signal.value;
    let triages = policy::would_permit(actor, Right::TriageReports, Object::Signal(signal));
    let takes_out =
        (triages && !signal.stage.is_closed() && signal.linked().count() > 1).then_some(signal.id);
    let origin = |link: &LinkedReport| {
        let report = view.reports.iter().find(|report| report.value.id == link.report);
        let received = report.map_or(link.linked_at, |report| report.value.received_at);
        let channel = words.configuration.channel(&link.channel);
        let channel = channel.map_or(link.channel.as_str(), |channel| lang.text(&channel.name));
        Origin {
            title: lang
                .arg("who", reporter_name(words, link))
                .t("signal-report-from"),
            facts: lang
                .arg("date", words.day(dutch_date(received)))
                .arg("channel", channel)
                .t("signal-report-facts"),
            href: ReportPath { report: link.report }.to_string(),
            unlinked: link
                .unlinked
                .as_ref()
                .map(|out| lang.arg("reason", &out.reason).t("signal-report-unlinked")),
            out: takes_out.filter(|_| link.unlinked.is_none()).map(|id| {
                UnlinkPath {
                    id,
                    report: link.report,
                }
                .to_string()
            }),
            messages: link.feedback.iter().map(|message| told(words, message)).collect(),
        }
    };
    view.signal.value.reports.iter().map(origin).collect()
}

/// "HVO-Querido", or "een inwoner": never the name of a person.
pub(crate) fn reporter_name(words: &Wording<'_>, link: &LinkedReport) -> String {
    match &link.partner {
        Some(partner) => words.partner(partner),
        None => words
            .lang
            .kind("signal-reporter-who", link.reporter_kind.as_str()),
    }
}

fn told(words: &Wording<'_>, message: &Feedback) -> Message {
    let lang = words.lang;
    let (state, text) = match &message.state {
        FeedbackState::Due { by } => (lang.arg("date", words.short(*by)).t("signal-feedback-due"), ""),
        FeedbackState::Given { text, way, at, .. } => (
            lang.arg("date", words.short_of(*at))
                .arg("way", lang.kind("signal-way", way.as_str()))
                .t("signal-feedback-given"),
            text.as_str(),
        ),
        FeedbackState::Withheld { reason, at, .. } => (
            lang.arg("date", words.short_of(*at))
                .arg("reason", reason)
                .t("signal-feedback-withheld"),
            "",
        ),
        FeedbackState::NotOwed { reason } => (lang.arg("reason", reason).t("signal-feedback-not-owed"), ""),
    };
    Message {
        title: lang.kind("signal-feedback", moment_name(message.moment)),
        state,
        text: text.to_owned(),
    }
}

/// The strands, open ones first.
pub(crate) fn strands(words: &Wording<'_>, actor: &Actor, signal: &Signal) -> Vec<Beside> {
    let (open, ended): (Vec<_>, Vec<_>) = signal.strands.iter().partition(|strand| strand.is_open());
    open.into_iter()
        .chain(ended)
        .map(|strand| beside(words, actor, signal, strand))
        .collect()
}

fn beside(words: &Wording<'_>, actor: &Actor, signal: &Signal, strand: &Strand) -> Beside {
    let may_read = policy::would_permit(actor, Right::ReadStrand, Object::Strand(signal, strand));
    // Care stands in a compartment of its own: elsewhere it only says that care was asked.
    let care = matches!(strand.kind, StrandKind::Care { .. });
    let visible = may_read || !care;
    let (line, answer) = stands(words, strand);
    Beside {
        kind: kind(words, strand),
        holder: words.holder(&strand.kind),
        badge: badge(words, strand),
        line,
        what: visible.then(|| strand.kind.what().to_owned()),
        answer: answer.filter(|answer| visible && !answer.trim().is_empty()),
        href: may_read.then(|| path(signal.id, strand)),
        open: strand.is_open(),
    }
}

/// "Overdracht, met spoed".
fn kind(words: &Wording<'_>, strand: &Strand) -> String {
    let kind = words.lang.kind("strand-kind", strand.kind.as_str());
    match strand.kind {
        StrandKind::HandOver { acute: true, .. } => format!("{kind}, {}", words.t("strand-acute")),
        _ => kind,
    }
}

fn path(signal: SignalId, strand: &Strand) -> String {
    StrandPath {
        signal,
        strand: strand.id,
    }
    .to_string()
}

/// The state as a badge: late is red.
pub(crate) fn badge(words: &Wording<'_>, strand: &Strand) -> Badge {
    let lang = words.lang;
    let late = (words.today - strand.due).num_days();
    if strand.is_open() && late > 0 {
        return Badge {
            class: "badge--late",
            text: lang.arg("days", late).t("signal-late"),
        };
    }
    let class = if strand.is_open() { "badge--now" } else { "" };
    Badge {
        class,
        text: lang.kind("strand-state", state(&strand.state)),
    }
}

/// One line on how it stands, and the words of the answer.
pub(crate) fn stands(words: &Wording<'_>, strand: &Strand) -> (String, Option<String>) {
    let lang = words.lang;
    let by = lang.arg("date", words.short(strand.due)).t("strand-due");
    let ended = |at| {
        lang.arg("state", lang.kind("strand-state", state(&strand.state)))
            .arg("date", words.short_of(at))
            .t("strand-ended-on")
    };
    match &strand.state {
        StrandState::Offered => (by, None),
        StrandState::UnderWay { reference, .. } if reference.trim().is_empty() => (by, None),
        StrandState::UnderWay { reference, .. } => {
            let reference = lang.arg("reference", reference).t("strand-reference");
            (format!("{by}; {reference}"), None)
        }
        StrandState::Refused { reason, at, .. } | StrandState::Withdrawn { reason, at, .. } => {
            (ended(*at), Some(reason.clone()))
        }
        StrandState::Done { result, at, .. } => (ended(*at), Some(result.clone())),
    }
}

fn state(state: &StrandState) -> &'static str {
    match state {
        StrandState::Offered => "offered",
        StrandState::UnderWay { .. } => "under-way",
        StrandState::Refused { .. } => "refused",
        StrandState::Done { .. } => "done",
        StrandState::Withdrawn { .. } => "withdrawn",
    }
}
