// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The certificate of destruction.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ListId,
    policy::Right,
    retention::{
        certificate::{Category, Certificate},
        list::Signature,
    },
    usecase::retention,
};
use serde::Deserialize;

use super::certificate_paper::PaperPath;
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
pub(super) struct Row {
    pub(super) what: String,
    pub(super) rule: String,
    pub(super) count: String,
    pub(super) period: String,
    pub(super) basis: String,
    pub(super) source: String,
    pub(super) end: String,
    pub(super) numbers: String,
}

#[derive(Template)]
#[template(path = "pages/retention/certificate.html")]
struct CertificatePage {
    shell: Shell,
    certificate: Certificate,
    rows: Vec<Row>,
    stated: String,
    proposed: String,
    owner: String,
    archivist: String,
    backups: String,
    paper: PaperPath,
}

async fn show(path: CertificatePath, user: User, State(app): State<App>) -> Answer {
    let certificate = retention::certificate(&app.services, user.actor(), path.list).await?;
    let lang = user.lang;
    page::page(&CertificatePage {
        shell: user.shell(lang.t("retention-certificate")),
        rows: certificate
            .categories
            .iter()
            .map(|category| row(lang, category))
            .collect(),
        proposed: dates::day(lang, certificate.proposed_on),
        stated: stated(lang, &certificate),
        owner: signed(lang, &certificate.owner),
        archivist: signed(lang, &certificate.archivist),
        paper: PaperPath { list: path.list },
        backups: lang
            .arg("day", dates::day(lang, certificate.backups_gone_on))
            .t("retention-certificate-backups"),
        certificate,
    })
}

/// What the certificate says as a whole.
pub(super) fn stated(lang: Lang, certificate: &Certificate) -> String {
    lang.arg("place", &certificate.municipality)
        .arg("day", dates::moment(lang, certificate.destroyed_at))
        .arg("count", certificate.total())
        .t("retention-certificate-text")
}

/// Who approved, and when.
pub(super) fn signed(lang: Lang, by: &Signature) -> String {
    lang.arg("who", &by.name)
        .arg("day", dates::moment(lang, by.at))
        .t("retention-certificate-by")
}

pub(super) fn row(lang: Lang, category: &Category) -> Row {
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
