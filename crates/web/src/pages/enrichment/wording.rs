// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources in words: what is asked, where it stands, and what a source knows.

use chrono::NaiveDate;
use meldroute_core::{
    configuration::register::Register,
    enrichment::{Attempt, AttemptEnd, Inquiry, QueryState, RegisterTrouble, SourceQuery},
    signal::{
        Signal,
        assessment::{Subject, SubjectKind},
    },
};

use super::show::QueryPath;
use crate::{pages::signal::wording::Wording, shell};

/// A question in one line.
#[derive(Debug)]
pub(crate) struct QueryLine {
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) state: String,
    pub(crate) class: &'static str,
    pub(crate) href: String,
}

/// The questions about a signal; those that wait for somebody first, then the newest.
pub(crate) fn lines(words: &Wording<'_>, signal: &Signal) -> Vec<QueryLine> {
    let mut queries: Vec<&SourceQuery> = signal.queries.iter().rev().collect();
    queries.sort_by_key(|query| match query.state {
        QueryState::Waiting => 0,
        QueryState::Ready(_) | QueryState::Hit { .. } => 1,
        _ => 2,
    });
    let line = |query: &SourceQuery| {
        let state = state(query, words.today);
        QueryLine {
            title: words.register(&query.register),
            about: about(words, signal.subjects.get(query.subject)),
            state: words.lang.kind("query-state", state),
            class: class(state),
            href: QueryPath {
                id: signal.id,
                query: query.id,
            }
            .to_string(),
        }
    };
    queries.into_iter().map(line).collect()
}

/// Where it stands, as name in the keys of the texts. An answer whose time is over stands apart.
pub(super) fn state(query: &SourceQuery, today: NaiveDate) -> &'static str {
    match &query.state {
        QueryState::Answered { until, .. } if today > *until => "expired",
        state => state.as_str(),
    }
}

/// The class of the badge of a state.
pub(super) fn class(state: &str) -> &'static str {
    match state {
        "waiting" | "ready" => "badge--due",
        "hit" => "badge--now",
        _ => "",
    }
}

/// What or whom it is about. Who a person is stands on the page of the question only.
fn about(words: &Wording<'_>, subject: Option<&Subject>) -> String {
    subject.map_or_else(String::new, |subject| match subject.kind {
        SubjectKind::Person => words.lang.kind("signal-subject", subject.kind.as_str()),
        _ => subject.value.clone(),
    })
}

/// What or whom it is about, in full.
pub(super) fn subject(words: &Wording<'_>, subject: &Subject) -> String {
    let lang = words.lang;
    let kind = lang.kind("signal-subject", subject.kind.as_str());
    let mut said = format!("{kind}: {}", subject.value);
    if subject.kind == SubjectKind::Person {
        said = format!("{said}, {}", lang.kind("signal-part", subject.part.as_str()));
    }
    match &subject.struck {
        Some(reason) => format!(
            "{said}. {}",
            lang.arg("reason", reason).t("signal-subject-struck")
        ),
        None => said,
    }
}

/// What is asked.
pub(super) fn inquiry(words: &Wording<'_>, inquiry: &Inquiry) -> String {
    let lang = words.lang;
    let what = match inquiry {
        Inquiry::Place(what) | Inquiry::CompanyName(what) | Inquiry::Words(what) => what.clone(),
        Inquiry::Citizen(number) | Inquiry::Company(number) => number.clone(),
        Inquiry::Address(address) => {
            let letter = address.letter.as_deref().unwrap_or_default();
            let addition = address.addition.as_deref();
            let addition = addition.map_or_else(String::new, |addition| format!("-{addition}"));
            format!("{} {}{letter}{addition}", address.postcode, address.number)
        }
        Inquiry::Person { surname, born } => {
            return lang
                .arg("name", surname)
                .arg("date", words.day(*born))
                .kind("query-asked", "person");
        }
        Inquiry::Residence { object, from, until } => {
            return lang
                .arg("object", object)
                .arg("from", words.day(*from))
                .arg("until", words.day(*until))
                .kind("query-asked", "residence");
        }
    };
    lang.arg("what", what)
        .kind("query-asked", inquiry.kind().as_str())
}

/// The name of a field. The municipality's own tables and services name theirs themselves.
pub(super) fn field(words: &Wording<'_>, register: Option<&Register>, name: &str) -> String {
    match register.and_then(|register| register.kind.fields()) {
        Some(known) if known.contains(&name) => words.lang.kind("register-field", name),
        _ => name.to_owned(),
    }
}

/// The names of fields, after one another.
pub(super) fn fields(words: &Wording<'_>, register: Option<&Register>, names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| field(words, register, name)).collect();
    names.join(", ")
}

/// The state of which day of the law a ground was written down from, and whether somebody confirmed it.
pub(super) fn ground_since(words: &Wording<'_>, register: &Register) -> String {
    let (lang, ground) = (words.lang, &register.ground);
    let confirmed = ground.confirmed_by.as_ref().map_or_else(
        || lang.t("sharing-unconfirmed"),
        |who| lang.arg("who", who).t("sharing-confirmed"),
    );
    format!("{}; {confirmed}", words.day(ground.date))
}

/// Who decides before a source is asked.
pub(super) fn decided_by(words: &Wording<'_>, register: &Register) -> String {
    match register.decided_by {
        Some(role) => words
            .lang
            .arg("role", shell::role(words.lang, words.configuration, role))
            .t("query-decided-by"),
        None => words.t("query-decided-by-route"),
    }
}

/// A time that the source was asked, and how it ended.
pub(super) fn attempt(words: &Wording<'_>, attempt: &Attempt) -> String {
    let lang = words.lang;
    let end = match attempt.end {
        Some(AttemptEnd::Answered) => lang.t("query-attempt-answered"),
        Some(AttemptEnd::Failed(trouble)) => lang.kind("query-outcome", trouble.as_str()),
        None => lang.t("query-attempt-open"),
    };
    lang.arg("when", words.moment(attempt.at))
        .arg("who", words.person(attempt.by))
        .arg("end", end)
        .t(if attempt.reads {
            "query-attempt-read"
        } else {
            "query-attempt-look"
        })
}

/// Why the source did not answer the last time.
pub(super) fn trouble(query: &SourceQuery) -> Option<RegisterTrouble> {
    match query.attempts.last()?.end? {
        AttemptEnd::Failed(trouble) => Some(trouble),
        AttemptEnd::Answered => None,
    }
}
