// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The register of processing activities, for the privacy officer.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::{Configuration, processing::Processing},
    policy::Right,
    usecase::processing::open_register,
};
use serde::Deserialize;

use super::log::LogPath;
use crate::{
    App, dates,
    lang::Lang,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verwerkingsregister")]
pub(crate) struct RegisterPath;

pub(super) fn route() -> Route {
    route::get::<RegisterPath, _, _>(Who::Right(Right::ReadJournal), show)
}

/// An activity in words.
struct Row {
    name: String,
    id: String,
    version: String,
    parent: Option<String>,
    controller: String,
    confidential: bool,
    confirmed: String,
    is_confirmed: bool,
    purpose: String,
    basis: String,
    ground: String,
    source: String,
    /// What art. 30 asks further, by key of its name.
    lists: [(&'static str, Vec<String>); 6],
    keep: u16,
    href: String,
}

#[derive(Template)]
#[template(path = "pages/processing/register.html")]
struct RegisterPage {
    shell: Shell,
    officer: String,
    uri: String,
    log: String,
    unconfirmed: usize,
    rows: Vec<Row>,
}

async fn show(_: RegisterPath, user: User, State(app): State<App>) -> Answer {
    open_register(&app.services, user.actor()).await?;
    let configuration = user.configuration();
    let register = &configuration.processing;
    let entries = register.in_force_on(user.today);
    let rows: Vec<Row> = entries
        .iter()
        .map(|entry| row(user.lang, configuration, entry))
        .collect();
    page::page(&RegisterPage {
        shell: user.shell(user.lang.t("register-title")),
        officer: register.officer.clone(),
        uri: register.uri.clone(),
        log: LogPath.to_string(),
        unconfirmed: rows.iter().filter(|row| !row.is_confirmed).count(),
        rows,
    })
}

fn row(lang: Lang, configuration: &Configuration, entry: &Processing) -> Row {
    let name_of = |id: &meldroute_core::id::ActivityId| {
        let mut all = configuration.processing.entries.iter();
        all.find(|other| other.id == *id)
            .map(|other| lang.text(&other.name).to_owned())
    };
    let controllers = &configuration.municipality.controllers;
    let controller = controllers.iter().find(|it| it.id == entry.controller);
    let confirmed = entry.ground.confirmed_by.as_ref();
    let since = dates::day(lang, entry.valid_from);
    Row {
        name: lang.text(&entry.name).to_owned(),
        id: entry.id.to_string(),
        version: lang
            .arg("version", entry.version)
            .arg("date", since)
            .t("register-version"),
        parent: entry.parent.as_ref().and_then(name_of),
        controller: controller.map_or_else(String::new, |it| lang.text(&it.name).to_owned()),
        confidential: entry.confidential,
        confirmed: confirmed.map_or_else(
            || lang.t("sharing-unconfirmed"),
            |who| lang.arg("who", who).t("sharing-confirmed"),
        ),
        is_confirmed: confirmed.is_some(),
        purpose: entry.purpose.clone(),
        basis: lang.kind("basis", entry.basis.as_str()),
        ground: entry.ground.text.clone(),
        source: lang
            .arg("source", &entry.ground.source)
            .arg("date", dates::day(lang, entry.ground.date))
            .t("sharing-source"),
        lists: [
            ("register-subjects", entry.subjects.clone()),
            ("register-data", entry.data.clone()),
            ("register-recipients", entry.recipients.clone()),
            ("register-transfers", vec![entry.transfers.clone()]),
            ("register-retention", vec![entry.retention.clone()]),
            ("register-security", entry.security.clone()),
        ],
        keep: entry.keep_log_days,
        href: format!("{LogPath}?activiteit={}", entry.id),
    }
}
