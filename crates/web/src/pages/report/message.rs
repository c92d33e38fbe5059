// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One report, as the inbox shows it: what came in, what is known about the mail, what was corrected, what the reporter is owed.

use axum_extra::routing::TypedPath as _;
use meldroute_core::{
    calendar::dutch_date,
    configuration::public::PublicLanguage,
    id::{PersonId, Timestamp},
    policy::Right,
    ports::Stored,
    report::{MailFacts, Openness, Report, ReportState, tip},
    signal::feedback::{Feedback, FeedbackState},
    usecase::{outgoing::MailLine, people::Colleague, would_permit_here},
};

use super::{
    add::AddPath,
    attachments::Files,
    classify::{ClassifyPath, PartnerPath},
    correct::CorrectPath,
    dialogue::Dialogue,
    fast_lane::{AcutePath, CarePath},
    feedback::FeedbackPath,
    mails::{self, Mail},
    make_signal::MakeSignalPath,
    reporter::ReporterPath,
    set_aside::SetAsidePath,
};
use crate::{
    dates,
    lang::Lang,
    pages::{public::tongue::Tongue, retention::fate::Card, signal::show::SignalPath},
    visit::User,
};

/// A text that is closed until it is opened.
pub(super) struct Closed {
    /// The line that is seen.
    pub(super) summary: String,
    pub(super) text: String,
    /// When, by whom and why, for a correction.
    pub(super) about: String,
}

/// What can be done with it; empty addresses where it can't.
#[derive(Default)]
pub(super) struct Actions {
    pub(super) make: String,
    pub(super) add: String,
    pub(super) set_aside: String,
    pub(super) acute: String,
    pub(super) care: String,
    pub(super) correct: String,
    pub(super) classify: String,
    /// Where it is said whether it is from the partner that its address suggests, and the name of that partner.
    pub(super) partner: Option<(String, String)>,
    pub(super) reporter: String,
    pub(super) feedback: String,
}

pub(super) struct Message {
    pub(super) subject: String,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) kind: String,
    pub(super) from: String,
    pub(super) received: String,
    pub(super) received_iso: String,
    pub(super) state: String,
    pub(super) signal: Option<String>,
    pub(super) mail: Vec<String>,
    pub(super) authentication: Vec<String>,
    pub(super) by_mail: bool,
    pub(super) correction: Option<Closed>,
    pub(super) earlier: Vec<Closed>,
    pub(super) text: Option<Closed>,
    /// Words in the text of an anonymous report that can give away who told it.
    pub(super) telling: Option<String>,
    pub(super) files: Files,
    pub(super) feedback: Vec<String>,
    pub(super) dialogue: Dialogue,
    pub(super) mails: Vec<Mail>,
    pub(super) actions: Actions,
    /// Until when it stays, where that can be said.
    pub(super) card: Option<Card>,
}

impl Message {
    pub(super) fn new(
        user: &User,
        stored: &Stored<Report>,
        colleagues: &[Colleague],
        mails: &[MailLine],
    ) -> Self {
        let (report, lang) = (&stored.value, user.lang);
        let words = Words { lang, colleagues };
        let mut corrections: Vec<Closed> = report
            .corrections
            .iter()
            .map(|correction| Closed {
                summary: words.read("report-read-correction", &correction.text),
                text: correction.text.clone(),
                about: words
                    .by("date", correction.at, correction.by)
                    .arg("reason", &correction.reason)
                    .t("report-corrected"),
            })
            .collect();
        let correction = corrections.pop();
        corrections.reverse();
        let key = if correction.is_some() {
            "report-read-original"
        } else {
            "report-read"
        };
        Self {
            subject: super::subject(lang, &report.subject),
            facts: facts(user, stored, &words),
            kind: lang.kind("reporter-kind", report.reporter_kind.as_str()),
            telling: telling(user, report),
            from: super::from(user, report.reporter_kind, report.partner.as_ref()),
            received: dates::moment(lang, report.received_at),
            received_iso: report.received_at.to_rfc3339(),
            state: state(user, report, &words),
            signal: signal_of(report),
            mail: report
                .mail
                .as_ref()
                .map_or_else(Vec::new, |mail| about_mail(lang, mail)),
            authentication: report
                .mail
                .iter()
                .flat_map(|mail| &mail.authentication)
                .map(|result| check_of_sender(lang, result))
                .collect(),
            by_mail: report.mail.is_some(),
            correction,
            earlier: corrections,
            text: (!report.text.trim().is_empty()).then(|| Closed {
                summary: words.read(key, &report.text),
                text: report.text.clone(),
                about: String::new(),
            }),
            files: Files::new(user, report),
            feedback: report
                .feedback
                .iter()
                .map(|message| words.feedback(message))
                .collect(),
            dialogue: Dialogue::of(user, report, &words),
            mails: mails::of(user, report, mails, &words),
            actions: Actions::of(user, report),
            card: None,
        }
    }
}

/// Words about people and days.
pub(super) struct Words<'a> {
    lang: Lang,
    colleagues: &'a [Colleague],
}

impl Words<'_> {
    pub(super) fn name(&self, person: PersonId) -> &str {
        self.colleagues
            .iter()
            .find(|colleague| colleague.id == person)
            .map_or("", |colleague| colleague.name.as_str())
    }

    pub(super) fn by(&self, day: &str, at: Timestamp, who: PersonId) -> crate::lang::Saying {
        self.lang
            .arg(day, dates::day(self.lang, dutch_date(at)))
            .arg("who", self.name(who))
    }

    fn read(&self, key: &str, text: &str) -> String {
        self.lang.arg("words", text.split_whitespace().count()).t(key)
    }

    fn feedback(&self, message: &Feedback) -> String {
        let moment = super::feedback::moment(self.lang, message.moment);
        let state = match &message.state {
            FeedbackState::Due { by } => self
                .lang
                .arg("date", dates::day(self.lang, *by))
                .t("report-feedback-due"),
            FeedbackState::Given { way, at, by, .. } => self
                .by("date", *at, *by)
                .arg("way", self.lang.kind("feedback-way", way.as_str()))
                .t("report-feedback-given"),
            FeedbackState::Withheld { reason, at, by } => self
                .by("date", *at, *by)
                .arg("reason", reason)
                .t("report-feedback-withheld"),
            FeedbackState::NotOwed { reason } => {
                self.lang.arg("reason", reason).t("report-feedback-not-owed")
            }
        };
        format!("{moment}: {state}")
    }
}

/// Short facts: key of the label, and words.
fn facts(user: &User, stored: &Stored<Report>, words: &Words<'_>) -> Vec<(&'static str, String)> {
    let (report, lang) = (&stored.value, user.lang);
    let mut facts = vec![
        ("report-number", stored.number.clone()),
        ("report-reference", report.id.reference()),
    ];
    if let Some(channel) = user.configuration().channel(&report.channel) {
        facts.push(("report-channel", lang.text(&channel.name).to_owned()));
    }
    // Whoever reported with their own account typed it, too: that is who reported.
    if let Some(person) = report.typed_by.filter(|_| report.account().is_none()) {
        facts.push(("report-typed-by", words.name(person).to_owned()));
    }
    let openness = match report.openness {
        Openness::Open => None,
        Openness::Confidential => Some("report-openness-fact-confidential"),
        Openness::Anonymous => Some("report-openness-fact-anonymous"),
    };
    facts.extend(openness.map(|key| ("report-openness-fact", lang.t(key))));
    let language = report.language.filter(|language| *language != PublicLanguage::Nl);
    facts.extend(language.map(|language| {
        (
            "report-language",
            lang.kind("report-language", Tongue(language).code()),
        )
    }));
    let areas = &user.configuration().municipality.areas;
    if areas.len() > 1 {
        let area = areas.iter().find(|area| area.id == report.area);
        facts.extend(area.map(|area| ("report-area", area.name.clone())));
    }
    for (key, text) in [
        ("report-place", &report.place),
        ("report-observed", &report.observed),
    ] {
        if !text.trim().is_empty() {
            facts.push((key, text.clone()));
        }
    }
    facts.extend(report.first_hand.map(|seen| {
        let key = if seen {
            "report-first-hand-yes"
        } else {
            "report-first-hand-no"
        };
        ("report-first-hand", lang.t(key))
    }));
    facts.extend(completed(report, words));
    facts
}

/// What was found out after the report came in: beside it, with who and when.
fn completed(report: &Report, words: &Words<'_>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    for correction in &report.corrections {
        let found = &correction.completed;
        let hand = found.first_hand.map(|seen| {
            words.lang.t(if seen {
                "report-first-hand-yes"
            } else {
                "report-first-hand-no"
            })
        });
        let all = [
            ("report-place", found.place.clone()),
            ("report-observed", found.observed.clone()),
            ("report-first-hand", hand.unwrap_or_default()),
        ];
        for (key, what) in all.into_iter().filter(|(_, what)| !what.is_empty()) {
            let say = words.by("date", correction.at, correction.by).arg("what", what);
            facts.push((key, say.t("report-completed")));
        }
    }
    facts
}

fn state(user: &User, report: &Report, words: &Words<'_>) -> String {
    match &report.state {
        ReportState::New => user.lang.t("report-state-new"),
        ReportState::Registered { at, by, .. } => words.by("date", *at, *by).t("report-state-registered"),
        ReportState::SetAside { reason, note, at, by } => words
            .by("date", *at, *by)
            .arg("reason", user.lang.kind("report-reason", reason.as_str()))
            .arg("note", note)
            .t("report-state-set-aside"),
    }
}

fn signal_of(report: &Report) -> Option<String> {
    match report.state {
        ReportState::Registered { signal, .. } => Some(SignalPath { id: signal }.to_string()),
        ReportState::New | ReportState::SetAside { .. } => None,
    }
}

/// Where nobody may know who told it, the text itself must not say so either.
fn telling(user: &User, report: &Report) -> Option<String> {
    let rules = user.configuration().tips.as_ref()?;
    let found = tip::telling(rules, report.current_text());
    let anonymous = report.openness == Openness::Anonymous;
    (anonymous && !found.is_empty()).then(|| {
        let found: Vec<String> = found.iter().map(|words| format!("“{words}”")).collect();
        user.lang.arg("words", found.join(", ")).t("report-telling")
    })
}

fn about_mail(lang: Lang, mail: &MailFacts) -> Vec<String> {
    let sent = mail
        .sent_on
        .map(|at| lang.arg("date", dates::moment(lang, at)).t("report-mail-sent"));
    let signature = mail
        .signature
        .as_ref()
        .map(|kind| lang.arg("kind", kind).t("report-mail-signature"));
    let flags = [
        (mail.forwarded, "report-mail-forwarded"),
        (mail.from_html, "report-mail-html"),
        (mail.damaged, "report-mail-damaged"),
        (mail.known_id, "report-mail-known-id"),
    ];
    let held = flags.into_iter().filter(|(holds, _)| *holds);
    sent.into_iter()
        .chain(signature)
        .chain(held.map(|(_, key)| lang.t(key)))
        .collect()
}

/// "SPF: klopt", of what the mail server wrote: `SPF pass (mx.example)`.
fn check_of_sender(lang: Lang, written: &str) -> String {
    let mut words = written.split_whitespace();
    let method = words.next().unwrap_or_default();
    let result = words.next().unwrap_or_default();
    let key = match result {
        "pass" => "report-mail-pass",
        "fail" | "softfail" => "report-mail-fail",
        "none" => "report-mail-none",
        _ => "report-mail-other",
    };
    lang.arg("method", method).arg("result", result).t(key)
}

impl Actions {
    fn of(user: &User, report: &Report) -> Self {
        let may = |right| would_permit_here(user.actor(), right);
        let id = report.id;
        let mut actions = Self::default();
        let free = !matches!(report.state, ReportState::Registered { .. });
        if may(Right::TriageReports) {
            actions.correct = CorrectPath { report: id }.to_string();
            let mail = report.mail.as_ref();
            let suggested = mail.and_then(|mail| mail.suggested_partner.as_ref());
            actions.partner = suggested.map(|partner| {
                let name = super::from(user, report.reporter_kind, Some(partner));
                (PartnerPath { report: id }.to_string(), name)
            });
            if free {
                actions.make = format!("{}?melding={id}", MakeSignalPath::PATH);
                actions.add = AddPath { report: id }.to_string();
                actions.classify = ClassifyPath { report: id }.to_string();
                actions.acute = AcutePath { report: id }.to_string();
                actions.care = CarePath { report: id }.to_string();
            }
            if report.state == ReportState::New {
                actions.set_aside = SetAsidePath { report: id }.to_string();
            }
        }
        // Of who is anonymous nothing is kept that could be shown.
        if may(Right::OpenReporter) && report.openness != Openness::Anonymous {
            actions.reporter = ReporterPath { report: id }.to_string();
        }
        if may(Right::GiveFeedback) && free && report.feedback_due().next().is_some() {
            actions.feedback = FeedbackPath { report: id }.to_string();
        }
        actions
    }
}
