// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The block "may belong with" of a report and of a signal: each suggestion with its reason, and what can be done with it.

use axum_extra::routing::TypedPath as _;
use meldroute_core::{
    id::{ReportId, SignalId},
    link::{FactKind, Thing},
    usecase::link::{Candidate, Found, Links},
};

use super::answer::{AnswerReportPath, AnswerSignalPath};
use crate::{
    dates,
    lang::Lang,
    pages::{
        report::{inbox::ReportPath, make_signal::MakeSignalPath},
        signal::show::SignalPath,
    },
    visit::User,
};

/// One suggestion.
pub(crate) struct Suggestion {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: String,
    /// The use of the signal is restricted.
    pub(crate) restricted: bool,
    pub(crate) date: String,
    pub(crate) date_iso: String,
    pub(crate) reasons: Vec<String>,
    /// Its reasons as one line, for the record of who links it.
    pub(crate) why: String,
    /// The number of the signal to which can be added.
    pub(crate) add_to: Option<String>,
    /// Where one signal is made of both.
    pub(crate) make: Option<String>,
}

/// What somebody said no to.
pub(crate) struct Apart {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) href: String,
    pub(crate) number: String,
}

/// The block.
pub(crate) struct Together {
    /// Where the answers go.
    pub(crate) action: String,
    pub(crate) suggestions: Vec<Suggestion>,
    /// Facts that stand in too much to say anything.
    pub(crate) common: Vec<String>,
    /// What somebody said no to before.
    pub(crate) apart: Vec<Apart>,
}

impl Together {
    /// For a report that is part of no signal.
    pub(crate) fn of_report(user: &User, report: ReportId, links: &Links) -> Option<Self> {
        let suggestion = |candidate: &Candidate| {
            let mut suggestion = suggestion(user, candidate);
            match &candidate.found {
                Found::Signal(signal) if !signal.value.stage.is_closed() => {
                    suggestion.add_to = Some(signal.number.clone());
                }
                Found::Signal(_) => {}
                Found::Report(other) => {
                    let both = format!(
                        "{}?melding={report}&melding={}",
                        MakeSignalPath::PATH,
                        other.value.id
                    );
                    suggestion.make = Some(both);
                }
            }
            suggestion
        };
        let action = AnswerReportPath { report }.to_string();
        Self::new(user.lang, action, links, suggestion)
    }

    /// For a signal: reports can be added to it as long as it is open.
    pub(crate) fn of_signal(
        user: &User,
        (id, number, open): (SignalId, &str, bool),
        links: &Links,
    ) -> Option<Self> {
        let suggestion = |candidate: &Candidate| {
            let mut suggestion = suggestion(user, candidate);
            let is_report = matches!(candidate.found, Found::Report(_));
            suggestion.add_to = (open && is_report).then(|| number.to_owned());
            suggestion
        };
        Self::new(user.lang, AnswerSignalPath { id }.to_string(), links, suggestion)
    }

    /// Whether there is something to say about what belongs together.
    pub(crate) fn suggests(&self) -> bool {
        !self.suggestions.is_empty() || !self.common.is_empty()
    }

    fn new(
        lang: Lang,
        action: String,
        links: &Links,
        suggestion: impl Fn(&Candidate) -> Suggestion,
    ) -> Option<Self> {
        let common = links.common.iter();
        let together = Self {
            action,
            suggestions: links.candidates.iter().map(suggestion).collect(),
            common: common
                .map(|fact| reason(lang, fact.mark.kind, &fact.words))
                .collect(),
            apart: links.apart.iter().map(apart).collect(),
        };
        (together.suggests() || !together.apart.is_empty()).then_some(together)
    }
}

fn apart(found: &Found) -> Apart {
    let (kind, href) = match found.thing() {
        Thing::Report(report) => ("report", ReportPath { report }.to_string()),
        Thing::Signal(id) => ("signal", SignalPath { id }.to_string()),
    };
    Apart {
        id: found.thing().id().to_string(),
        kind,
        href,
        number: found.number().to_owned(),
    }
}

fn suggestion(user: &User, candidate: &Candidate) -> Suggestion {
    let lang = user.lang;
    let (kind, id, href, title) = match &candidate.found {
        Found::Report(report) => {
            let id = report.value.id;
            let title = crate::pages::report::subject(lang, &report.value.subject);
            (
                "report",
                id.to_string(),
                ReportPath { report: id }.to_string(),
                title,
            )
        }
        Found::Signal(signal) => {
            let id = signal.value.id;
            let title = signal.value.title.clone();
            ("signal", id.to_string(), SignalPath { id }.to_string(), title)
        }
    };
    let reasons: Vec<String> = candidate
        .reasons
        .iter()
        .map(|(kind, words)| reason(lang, *kind, words))
        .collect();
    Suggestion {
        id,
        kind,
        href,
        number: candidate.number().to_owned(),
        title,
        restricted: matches!(&candidate.found, Found::Signal(signal) if signal.value.is_restricted()),
        date: dates::day(lang, candidate.on()),
        date_iso: candidate.on().to_string(),
        why: reasons.join("; "),
        reasons,
        add_to: None,
        make: None,
    }
}

/// "zelfde kenteken: XX-00-XX".
fn reason(lang: Lang, kind: FactKind, words: &str) -> String {
    lang.arg("words", words).kind("link-fact", kind.as_str())
}
