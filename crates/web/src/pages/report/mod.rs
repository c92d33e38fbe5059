// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports: the inbox, one report with what can be done with it, typing one in, and what could not be read.

pub(crate) mod about;
mod add;
mod ask;
mod attachments;
mod classify;
mod correct;
mod dialogue;
mod fast_lane;
pub(crate) mod feedback;
pub(crate) mod file;
pub(crate) mod inbox;
mod list;
mod mails;
pub(crate) mod make_signal;
mod message;
mod quarantine;
pub(crate) mod quarantined;
mod reporter;
mod senders;
mod set_aside;
mod tips;
mod type_in;
mod typed;
pub(crate) mod undelivered;
mod who;

use meldroute_core::{id::PartnerId, report::ReporterKind};

use crate::{lang::Lang, route::Route, visit::User};

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![quarantine::route(), typed::route()];
    routes.extend(file::routes());
    routes.extend(quarantined::routes());
    routes.extend(inbox::routes());
    routes.extend(make_signal::routes());
    routes.extend(add::routes());
    routes.extend(set_aside::routes());
    routes.extend(fast_lane::routes());
    routes.extend(correct::routes());
    routes.extend(classify::routes());
    routes.extend(reporter::routes());
    routes.extend(feedback::routes());
    routes.extend(tips::routes());
    routes.extend(ask::routes());
    routes.extend(dialogue::routes());
    routes.extend(undelivered::routes());
    routes.extend(type_in::routes());
    routes
}

/// Who reported, as far as everybody at the desk may know: the organisation, else the kind of reporter.
pub(crate) fn from(user: &User, kind: ReporterKind, partner: Option<&PartnerId>) -> String {
    partner
        .and_then(|partner| user.configuration().partner(partner))
        .map_or_else(
            || user.lang.kind("reporter-kind", kind.as_str()),
            |partner| partner.name.clone(),
        )
}

/// The subject, or that there is none.
pub(crate) fn subject(lang: Lang, subject: &str) -> String {
    if subject.trim().is_empty() {
        lang.t("report-no-subject")
    } else {
        subject.to_owned()
    }
}
