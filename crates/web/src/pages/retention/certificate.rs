// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The certificate of destruction, for the screen and for paper.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ListId,
    policy::Right,
    retention::certificate::{Category, Certificate},
    usecase::retention,
};
use serde::Deserialize;

use crate::{
    App, dates,
    lang::Lang,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/verklaring")]
pub(super) struct CertificatePath {
    pub(super) list: ListId,
}

pub(super) fn route() -> Route {
    route::get::<CertificatePath, _, _>(Who::Right(Right::ReadRetention), show)
}

/// What went by one rule, in words.
struct Row {
    what: String,
    rule: String,
    count: String,
    period: String,
    basis: String,
    source: String,
    end: String,
    numbers: String,
}

#[derive(Template)]
#[template(path = "pages/retention/certificate.html")]
struct CertificatePage {
    shell: Shell,
    certificate: Certificate,
    rows: Vec<Row>,
    proposed: String,
    owner: String,
    archivist: String,
    backups: String,
}

async fn show(path: CertificatePath, user: User, State(app): State<App>) -> Answer {
    let certificate = retention::certificate(&app.services, user.actor(), path.list).await?;
    let lang = user.lang;
    let signed = |by: &meldroute_core::retention::list::Signature| {
        lang.arg("who", &by.name)
            .arg("day", dates::moment(lang, by.at))
            .t("retention-certificate-by")
    };
    page::page(&CertificatePage {
        shell: user.shell(lang.t("retention-certificate")),
        rows: certificate
            .categories
            .iter()
            .map(|category| row(lang, category))
            .collect(),
        proposed: dates::day(lang, certificate.proposed_on),
        owner: signed(&certificate.owner),
        archivist: signed(&certificate.archivist),
        backups: lang
            .arg("day", dates::day(lang, certificate.backups_gone_on))
            .t("retention-certificate-backups"),
        certificate,
    })
}

fn row(lang: Lang, category: &Category) -> Row {
    Row {
        what: lang.kind("retention-class", category.class.as_str()),
        rule: category.rule.to_string(),
        count: if category.reports == 0 {
            category.count.to_string()
        } else {
            lang.arg("name", category.count.to_string())
                .arg("count", category.reports)
                .t("retention-with-reports")
        },
        period: lang
            .arg("from", dates::day(lang, category.from))
            .arg("until", dates::day(lang, category.until))
            .t("retention-period"),
        basis: category.basis.clone(),
        source: category.source.clone(),
        end: lang.kind("retention-method", category.end.as_str()),
        numbers: category.numbers.join(", "),
    }
}
