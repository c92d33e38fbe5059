// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Messages that could not be read. Nothing is lost: they are kept until a person has looked at them.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    policy::Right,
    ports::QuarantineLine,
    usecase::{report, would_permit_here},
};
use serde::Deserialize;

use super::quarantined::QuarantinedPath;
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
    /// Whether the visitor may deal with them.
    deals: bool,
}

impl QuarantinePage {
    fn why(&self, reason: &str) -> String {
        why(&self.shell, reason)
    }

    fn href(line: &QuarantineLine) -> String {
        QuarantinedPath { message: line.id }.to_string()
    }
}

/// Why a message could not be read, in the visitor's language.
pub(super) fn why(shell: &Shell, reason: &str) -> String {
    let known = shell.kind("report-broken", reason);
    if known.starts_with("report-broken-") {
        reason.to_owned()
    } else {
        known
    }
}

async fn list(_: QuarantinePath, user: User) -> Answer {
    page(&QuarantinePage {
        deals: would_permit_here(user.actor(), Right::TriageReports),
        lines: report::quarantine(&user.app.services, user.actor()).await?,
        shell: user.shell(user.lang.t("report-quarantine-title")),
    })
}
