// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One list: what stands on it, by which rule, and whose turn it is.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ListId,
    policy::Right,
    ports::Stored,
    retention::list::{Item, ItemState, List, ListState, Subject},
    usecase::{retention, would_permit_here},
};
use serde::Deserialize;

use super::{
    approve::{ApprovePath, AuthorisePath, GiveBackPath},
    certificate::CertificatePath,
    keep::KeepPath,
};
use crate::{
    App, dates,
    form::Problems,
    lang::Lang,
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
#[typed_path("/bewaren/{list}")]
pub(crate) struct ListPath {
    pub(crate) list: ListId,
}

pub(super) fn route() -> Route {
    route::get::<ListPath, _, _>(Who::Right(Right::ReadRetention), show)
}

/// Something on the list, in words.
struct Row {
    what: String,
    /// Where it is read, for who may.
    href: Option<String>,
    basis: String,
    source: String,
    period: String,
    /// What is still to happen to it.
    end: Option<String>,
    state: String,
    class: &'static str,
    /// Where it is kept longer, while the owner looks at the list.
    keep: Option<KeepPath>,
}

#[derive(Template)]
#[template(path = "pages/retention/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    problems: Problems,
    state: String,
    rows: Vec<Row>,
    listed: usize,
    /// The list as it was seen: who approves approves that.
    revision: i64,
    signed: Vec<String>,
    returned: Option<String>,
    approve: Option<ApprovePath>,
    authorise: Option<(AuthorisePath, GiveBackPath)>,
    /// Whoever approved first can't approve again.
    same: bool,
    certificate: Option<CertificatePath>,
    reason: String,
}

async fn show(path: ListPath, user: User, State(app): State<App>) -> Answer {
    let stored = retention::list(&app.services, user.actor(), path.list).await?;
    page::page(&template(&user, &stored, Problems::none(), String::new()))
}

pub(super) fn template(user: &User, stored: &Stored<List>, problems: Problems, reason: String) -> ListPage {
    let (lang, list) = (user.lang, &stored.value);
    let may = |right| would_permit_here(user.actor(), right);
    let approves = list.state == ListState::Proposed && may(Right::ApproveDisposal);
    let (owner, archivist) = match &list.state {
        ListState::Approved { owner } => (Some(owner), None),
        ListState::Authorised { owner, archivist } => (Some(owner), Some(archivist)),
        ListState::Done {
            certificate: Some(certificate),
        } => (Some(&certificate.owner), Some(&certificate.archivist)),
        ListState::Proposed | ListState::Done { certificate: None } => (None, None),
    };
    let signed = |family: &str, by: &meldroute_core::retention::list::Signature| {
        lang.arg("who", &by.name)
            .arg("day", dates::moment(lang, by.at))
            .t(family)
    };
    let signatures = owner
        .map(|by| signed("retention-signed-owner", by))
        .into_iter()
        .chain(archivist.map(|by| signed("retention-signed-archivist", by)));
    let waits = matches!(list.state, ListState::Approved { .. }) && may(Right::AuthoriseDisposal);
    let same = waits && owner.map(|by| by.person) == user.actor().person;
    let listed = list.listed().count();
    let title = lang
        .arg("day", dates::day(lang, list.made_on))
        .t("retention-list-of");
    ListPage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        state: lang.kind("retention-state", list.state.as_str()),
        rows: list
            .items
            .iter()
            .map(|item| row(user, list, item, approves))
            .collect(),
        listed,
        revision: stored.revision.0,
        signed: signatures.collect(),
        returned: list.returned.as_ref().map(|returned| {
            lang.arg("who", &returned.by.name)
                .arg("reason", &returned.reason)
                .t("retention-returned")
        }),
        approve: (approves && listed > 0).then_some(ApprovePath { list: list.id }),
        authorise: (waits && !same)
            .then_some((AuthorisePath { list: list.id }, GiveBackPath { list: list.id })),
        same,
        certificate: matches!(list.state, ListState::Done { certificate: Some(_) })
            .then_some(CertificatePath { list: list.id }),
        reason,
    }
}

fn row(user: &User, list: &List, item: &Item, approves: bool) -> Row {
    let lang = user.lang;
    let may = |right| would_permit_here(user.actor(), right);
    let there = !matches!(item.state, ItemState::Gone { .. });
    Row {
        what: name(lang, item),
        href: match item.subject {
            Subject::Signal(id) if there && may(Right::ReadSignal) => Some(SignalPath { id }.to_string()),
            Subject::Report(report) if there && may(Right::ReadReports) => {
                Some(ReportPath { report }.to_string())
            }
            Subject::Consult(consult) if there && may(Right::GiveAdvice) => {
                Some(ConsultPath { consult }.to_string())
            }
            Subject::Claim(id) if there && may(Right::HandleClaims) => Some(ClaimPath { id }.to_string()),
            _ => None,
        },
        basis: item.basis.clone(),
        source: item.source.clone(),
        period: lang
            .arg("from", dates::day(lang, item.start))
            .arg("until", dates::day(lang, item.last_day))
            .t("retention-period"),
        end: item
            .is_listed()
            .then(|| lang.kind("retention-end", item.end.as_str())),
        state: state(lang, item),
        class: match item.state {
            ItemState::Listed | ItemState::Gone { .. } => "",
            ItemState::Kept { .. } | ItemState::Left { .. } => " badge--due",
        },
        keep: (approves && item.is_listed()).then_some(KeepPath {
            list: list.id,
            subject: item.subject.id(),
        }),
    }
}

/// What it is: its number, or its kind where it has none; with the reports that go with it.
pub(super) fn name(lang: Lang, item: &Item) -> String {
    let class = lang.kind("retention-class", item.subject.class().as_str());
    let name = if item.number.is_empty() {
        class
    } else {
        item.number.clone()
    };
    if item.reports == 0 {
        return name;
    }
    lang.arg("name", name)
        .arg("count", item.reports)
        .t("retention-with-reports")
}

fn state(lang: Lang, item: &Item) -> String {
    match &item.state {
        ItemState::Listed => lang.t("retention-item-listed"),
        ItemState::Kept { until, .. } => lang.arg("day", dates::day(lang, *until)).t("retention-item-kept"),
        ItemState::Left { why, .. } => lang.kind("retention-stays", why.as_str()),
        ItemState::Gone { .. } => lang.t("retention-item-gone"),
    }
}
