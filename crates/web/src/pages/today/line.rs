// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One line of the work list: by when, about what, what must be done, and the way to do it.

use meldroute_core::{
    calendar::dutch_date,
    configuration::route::StepKind,
    duty::{DutyKind, DutySubject, Holder},
    ports::DutyLine,
};

use crate::{
    pages::{
        claim::show::ClaimPath,
        consult::show::ConsultPath,
        enrichment::sources::SourcesPath,
        looking::GlassesPath,
        question::asked::AskedPath,
        report::{feedback::FeedbackPath, inbox::ReportPath, quarantined::QuarantinedPath},
        retention::list::ListPath,
        signal::show::SignalPath,
        strand::own::OwnStrandPath,
    },
    visit::User,
};

/// One line, in words.
pub(crate) struct Row {
    /// Class of the row.
    pub(crate) class: &'static str,
    pub(crate) badge_class: &'static str,
    pub(crate) badge: String,
    pub(crate) date: String,
    pub(crate) iso: String,
    /// How long it has waited, where that matters.
    pub(crate) waits: String,
    pub(crate) acute: bool,
    pub(crate) restricted: bool,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) href: String,
    pub(crate) action: String,
}

impl Row {
    pub(crate) fn new(user: &User, line: DutyLine) -> Self {
        let lang = user.lang;
        let duty = &line.duty;
        let ahead = (duty.due - user.today).num_days();
        let waited = (user.today - dutch_date(duty.since)).num_days().max(0);
        let (class, badge_class, badge) = match ahead {
            ..0 => (
                "row--late",
                "badge--late",
                lang.arg("days", -ahead).t("today-late"),
            ),
            0 => ("row--due", "badge--due", lang.t("today-due-today")),
            1 => ("", "", lang.t("today-due-tomorrow")),
            _ => ("", "", lang.arg("days", ahead).t("today-due-in")),
        };
        Self {
            class,
            badge_class,
            badge,
            date: crate::dates::day_of_year(lang, duty.due),
            iso: duty.due.to_string(),
            waits: if ahead < 0 {
                lang.arg("days", waited).t("today-waits")
            } else {
                String::new()
            },
            acute: line.acute,
            restricted: line.restricted,
            what: what(user, &line),
            href: href(&line),
            action: lang.kind("today-do", duty.kind.as_str()),
            number: line.number,
            title: match duty.subject {
                DutySubject::List(_) => lang.t("retention-list"),
                DutySubject::Quarantined(_) => lang.t("report-quarantined-title"),
                DutySubject::Consult(_) => lang.t("consult-show-title"),
                DutySubject::Claim(_) => lang.t("claim-one"),
                _ if duty.kind == DutyKind::Question => lang.t("today-question-title"),
                _ => line.title,
            },
        }
    }
}

/// Whether a hand-over or request for care lies with who got it, and not with the signal's owner.
fn own(line: &DutyLine) -> bool {
    matches!(line.duty.holder, Holder::Partner(_) | Holder::Role(_))
}

/// What must be done, as a sentence.
fn what(user: &User, line: &DutyLine) -> String {
    let lang = user.lang;
    let key = match line.duty.kind {
        DutyKind::Step => {
            let route = &user.configuration().route;
            let step = line.step.as_ref().and_then(|id| route.step_or_successor(id));
            let name = step.map(|step| lang.text(&step.name)).unwrap_or_default();
            let kind = match step.map(|step| step.kind) {
                Some(StepKind::Register) => "register",
                Some(StepKind::Enrich) => "enrich",
                Some(StepKind::Body) => "body",
                Some(StepKind::Decide) => "decide",
                Some(StepKind::Feedback) => "feedback",
                Some(StepKind::Report) | None => "other",
            };
            return lang.arg("step", name).t(&format!("today-duty-step-{kind}"));
        }
        DutyKind::HandOver if own(line) => "hand-over-own",
        DutyKind::Care if own(line) => "care-own",
        kind => kind.as_str(),
    };
    lang.kind("today-duty", key)
}

/// The page on which it is done.
fn href(line: &DutyLine) -> String {
    match (line.duty.subject, line.duty.kind) {
        (DutySubject::Signal(_), DutyKind::GlassReview) => GlassesPath.to_string(),
        (DutySubject::Report(report), DutyKind::Question) => AskedPath { report }.to_string(),
        (DutySubject::Report(report), DutyKind::Feedback) => FeedbackPath { report }.to_string(),
        (DutySubject::Report(report), _) => ReportPath { report }.to_string(),
        // Who got it may read that, and not the signal; its owner sees to both from the signal's page.
        (DutySubject::Signal(signal), DutyKind::Task) => OwnStrandPath { signal }.to_string(),
        (DutySubject::Signal(signal), DutyKind::HandOver | DutyKind::Care) if own(line) => {
            OwnStrandPath { signal }.to_string()
        }
        (DutySubject::Claim(id), _) => ClaimPath { id }.to_string(),
        (DutySubject::Consult(consult), _) => ConsultPath { consult }.to_string(),
        (DutySubject::Quarantined(message), _) => QuarantinedPath { message }.to_string(),
        (DutySubject::Signal(id), DutyKind::QueryDecision | DutyKind::Query) => {
            SourcesPath { id }.to_string()
        }
        (DutySubject::List(list), _) => ListPath { list }.to_string(),
        (DutySubject::Signal(signal), _) => SignalPath { id: signal }.to_string(),
    }
}
