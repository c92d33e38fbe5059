// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Messages that could not be read. Nothing is lost: they are kept, and a person looks in the mailbox itself.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{policy::Right, ports::QuarantineLine, usecase::report};
use serde::Deserialize;

use crate::{
    page::{Answer, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/onleesbaar")]
pub(crate) struct QuarantinePath;

pub(super) fn route() -> Route {
    route::get::<QuarantinePath, _, _>(Who::Right(Right::ReadReports), list)
}

#[derive(Template)]
#[template(path = "pages/report/quarantine.html")]
struct QuarantinePage {
    shell: Shell,
    lines: Vec<QuarantineLine>,
}

impl QuarantinePage {
    /// Why a message could not be read, in the visitor's language.
    fn why(&self, reason: &str) -> String {
        let known = self.shell.kind("report-broken", reason);
        if known.starts_with("report-broken-") {
            reason.to_owned()
        } else {
            known
        }
    }
}

async fn list(_: QuarantinePath, user: User) -> Answer {
    page(&QuarantinePage {
        lines: report::quarantine(&user.app.services, user.actor()).await?,
        shell: user.shell(user.lang.t("report-quarantine-title")),
    })
}
