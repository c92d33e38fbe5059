// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The inbox: the list left, the open report right.

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ReportId,
    policy::Right,
    report::ReportState,
    usecase::{link, outgoing, people, report, retention, would_permit_here},
};
use serde::Deserialize;

use super::{
    list::{Asked, List, Which},
    message::Message,
};
use crate::{
    page::{Answer, page},
    pages::{
        link::{elsewhere::Elsewhere, together::Together},
        retention::{fate::Card, hold::HoldReportPath},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen")]
pub(crate) struct InboxPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}")]
pub(crate) struct ReportPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadReports);
    [
        route::get::<InboxPath, _, _>(who, show_list),
        route::get::<ReportPath, _, _>(who, open),
    ]
}

#[derive(Template)]
#[template(path = "pages/report/inbox.html")]
struct InboxPage {
    shell: Shell,
    list: List,
    message: Option<Message>,
    types: bool,
    triages: bool,
    /// Whether batches of forwarded tips are taken in here.
    tips: bool,
    /// What may belong with it, where somebody who decides that looks at it.
    together: Option<Together>,
    elsewhere: Option<Elsewhere>,
}

async fn show_list(_: InboxPath, user: User, Query(asked): Query<Asked>) -> Answer {
    let list = List::read(&user, asked, None).await?;
    page(&InboxPage::new(&user, user.lang.t("report-title"), list, None))
}

async fn open(path: ReportPath, user: User, Query(asked): Query<Asked>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let stored = report::read(services, actor, path.report).await?;
    let which = match stored.value.state {
        ReportState::New => Which::New,
        ReportState::Registered { .. } => Which::Registered,
        ReportState::SetAside { .. } => Which::SetAside,
    };
    let list = List::read(&user, asked, Some((path.report, which))).await?;
    let colleagues = people::colleagues(services, actor).await?;
    let mails = outgoing::of_report(services, actor, path.report).await?;
    let title = user.lang.arg("number", &stored.number).t("report-title-one");
    let mut message = Message::new(&user, &stored, &colleagues, &mails);
    let standing = stored.value.hold.as_ref();
    if which == Which::SetAside || standing.is_some() {
        let fate = retention::fate_of_report(services, actor, &stored.value).await?;
        let hold = HoldReportPath { report: path.report }.to_string();
        message.card = Card::new(&user, fate.as_ref(), standing, hold);
    }
    let mut inbox = InboxPage::new(&user, title, list, Some(message));
    if which != Which::Registered {
        let links = link::of_report(services, actor, &stored.value).await?;
        inbox.together = Together::of_report(&user, path.report, &links);
    }
    inbox.elsewhere = Elsewhere::of(&user, path.report).await?;
    page(&inbox)
}

impl InboxPage {
    fn new(user: &User, title: String, list: List, message: Option<Message>) -> Self {
        Self {
            shell: user.shell(title),
            list,
            message,
            types: would_permit_here(user.actor(), Right::TypeReport),
            triages: would_permit_here(user.actor(), Right::TriageReports),
            tips: user.configuration().tips.is_some(),
            together: None,
            elsewhere: None,
        }
    }
}
