// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Lists that wait for somebody, what is held, and what was destroyed.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    policy::Right,
    ports::Stored,
    retention::{
        hold::Held,
        list::{List, ListState, Subject},
        rule::Rules,
    },
    usecase::{retention, would_permit_here},
};
use serde::Deserialize;

use super::{certificate::CertificatePath, fate, list::ListPath};
use crate::{
    App, dates,
    page::{self, Answer},
    pages::{
        claim::show::ClaimPath, consult::show::ConsultPath, report::inbox::ReportPath,
        signal::show::SignalPath,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren")]
pub(crate) struct RetentionPath;

pub(super) fn route() -> Route {
    route::get::<RetentionPath, _, _>(Who::Right(Right::ReadRetention), show)
}

/// A list, in words.
struct Line {
    href: String,
    day: String,
    count: usize,
    /// Whose turn it is, or what came of it.
    state: String,
    class: &'static str,
}

/// Something that is held.
struct HeldLine {
    number: String,
    /// None for who may not read it.
    href: Option<String>,
    since: String,
}

/// A rule, in words.
pub(super) struct RuleLine {
    pub(super) what: String,
    pub(super) kept: String,
    pub(super) text: String,
    pub(super) source: String,
    pub(super) confirmed: String,
    pub(super) is_confirmed: bool,
}

#[derive(Template)]
#[template(path = "pages/retention/overview.html")]
struct OverviewPage {
    shell: Shell,
    written: bool,
    open: Vec<Line>,
    done: Vec<Line>,
    held: Vec<HeldLine>,
    rules: Vec<RuleLine>,
}

async fn show(_: RetentionPath, user: User, State(app): State<App>) -> Answer {
    let overview = retention::overview(&app.services, user.actor()).await?;
    let (open, done): (Vec<_>, Vec<_>) = overview.lists.iter().partition(|list| list.value.is_open());
    let rules = user.configuration().retention.as_ref();
    page::page(&OverviewPage {
        shell: user.shell(user.lang.t("retention-title")),
        written: rules.is_some(),
        open: open.into_iter().map(|list| waiting(&user, list)).collect(),
        done: done.into_iter().map(|list| settled(&user, list)).collect(),
        held: overview.held.iter().map(|it| held(&user, it)).collect(),
        rules: rules.map_or_else(Vec::new, |rules| in_words(&user, rules)),
    })
}

fn waiting(user: &User, list: &Stored<List>) -> Line {
    let list = &list.value;
    let theirs = match list.state {
        ListState::Proposed => would_permit_here(user.actor(), Right::ApproveDisposal),
        ListState::Approved { .. } => would_permit_here(user.actor(), Right::AuthoriseDisposal),
        ListState::Authorised { .. } | ListState::Done { .. } => false,
    };
    Line {
        href: ListPath { list: list.id }.to_string(),
        day: dates::day(user.lang, list.made_on),
        count: list.listed().count(),
        state: user.lang.kind("retention-state", list.state.as_str()),
        class: if theirs { " badge--due" } else { "" },
    }
}

fn settled(user: &User, list: &Stored<List>) -> Line {
    let list = &list.value;
    let certificate = match &list.state {
        ListState::Done { certificate } => certificate.as_ref(),
        ListState::Proposed | ListState::Approved { .. } | ListState::Authorised { .. } => None,
    };
    match certificate {
        Some(certificate) => Line {
            href: CertificatePath { list: list.id }.to_string(),
            day: dates::moment(user.lang, certificate.destroyed_at),
            count: certificate.total(),
            state: user.lang.t("retention-certificate"),
            class: "",
        },
        None => Line {
            href: ListPath { list: list.id }.to_string(),
            day: dates::day(user.lang, list.made_on),
            count: 0,
            state: user.lang.t("retention-nothing-went"),
            class: "",
        },
    }
}

fn held(user: &User, held: &Held) -> HeldLine {
    let may = |right| would_permit_here(user.actor(), right);
    HeldLine {
        number: if held.number.is_empty() {
            user.lang.kind("retention-class", held.subject.class().as_str())
        } else {
            held.number.clone()
        },
        href: match held.subject {
            Subject::Signal(id) => may(Right::ReadSignal).then(|| SignalPath { id }.to_string()),
            Subject::Report(report) => may(Right::ReadReports).then(|| ReportPath { report }.to_string()),
            Subject::Consult(consult) => may(Right::GiveAdvice).then(|| ConsultPath { consult }.to_string()),
            Subject::Claim(id) => may(Right::HandleClaims).then(|| ClaimPath { id }.to_string()),
            Subject::Quarantined(_) => None,
        },
        since: dates::moment(user.lang, held.since),
    }
}

fn in_words(user: &User, rules: &Rules) -> Vec<RuleLine> {
    rules
        .rules
        .iter()
        .map(|rule| fate::rule(user.lang, rule))
        .collect()
}
