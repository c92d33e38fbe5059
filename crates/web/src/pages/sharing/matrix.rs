// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The sharing matrix as a table: for the privacy officer, the administrator, and who shares.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::Configuration,
    id::PartyId,
    policy::Right,
    sharing::{
        Answer,
        rule::{ANY, Kind, Rule},
    },
};
use serde::Deserialize;

use crate::{
    dates,
    lang::Lang,
    page::{self, Answer as PageAnswer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/deelmatrix")]
pub(crate) struct MatrixPath;

pub(super) fn route() -> Route {
    let who = Who::AnyOf(&[Right::ReadJournal, Right::ManageConfiguration, Right::WorkSignal]);
    route::get::<MatrixPath, _, _>(who, show)
}

/// A rule in words.
struct Row {
    id: String,
    from: String,
    to: String,
    kinds: String,
    when: Vec<String>,
    answer: String,
    class: &'static str,
    needs: Vec<String>,
    text: String,
    source: String,
    confirmed: String,
    is_confirmed: bool,
    pending: bool,
    reviewed: String,
}

#[derive(Template)]
#[template(path = "pages/sharing/matrix.html")]
struct MatrixPage {
    shell: Shell,
    /// To whom something can be given: identifier, name, and whether only that is shown.
    receivers: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    written: bool,
    in_force: usize,
    pending: usize,
    unconfirmed: usize,
}

/// Whose rules are shown: those by which something can go to one party, or all.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    naar: String,
}

async fn show(_: MatrixPath, user: User, Query(asked): Query<Asked>) -> PageAnswer {
    let configuration = user.configuration();
    let rules = || configuration.sharing.iter().flat_map(|matrix| &matrix.rules);
    let named = rules().flat_map(|rule| &rule.to).filter(|to| to.as_str() != ANY);
    let named: BTreeSet<&PartyId> = named.collect();
    let chosen = named.iter().find(|to| to.as_str() == asked.naar).copied();
    let is_meant = |rule: &&Rule| {
        chosen.is_none_or(|chosen| rule.to.iter().any(|to| to == chosen || to.as_str() == ANY))
    };
    let rows: Vec<Row> = rules()
        .filter(is_meant)
        .map(|rule| row(user.lang, configuration, rule))
        .collect();
    let receivers = named.iter().map(|to| {
        let name = configuration.party(to);
        let name = name.map_or_else(|| to.to_string(), |name| user.lang.text(&name).to_owned());
        (to.to_string(), name, chosen == Some(*to))
    });
    page::page(&MatrixPage {
        receivers: receivers.collect(),
        shell: user.shell(user.lang.t("matrix-title")),
        written: configuration.sharing.is_some(),
        in_force: rows.iter().filter(|row| !row.pending).count(),
        pending: rows.iter().filter(|row| row.pending).count(),
        unconfirmed: rows.iter().filter(|row| !row.is_confirmed).count(),
        rows,
    })
}

fn row(lang: Lang, configuration: &Configuration, rule: &Rule) -> Row {
    let names = |parties: &[PartyId]| {
        let name = |id: &PartyId| match configuration.party(id) {
            Some(name) => lang.text(&name).to_owned(),
            None if id.as_str() == ANY => lang.t("matrix-everybody"),
            None => id.to_string(),
        };
        parties.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let kinds = rule.categories.iter().map(|kind| match kind {
        Kind::Any => lang.t("matrix-every-kind"),
        Kind::One(category) => lang.kind("sharing-category", category.as_str()),
    });
    let when = [
        rule.when
            .minor
            .map(|yes| if yes { "minor-yes" } else { "minor-no" }),
        rule.when
            .acute
            .map(|yes| if yes { "acute-yes" } else { "acute-no" }),
    ];
    let when = when.into_iter().flatten();
    let ground = &rule.ground;
    Row {
        id: rule.id.to_string(),
        from: names(&rule.from),
        to: names(&rule.to),
        kinds: kinds.collect::<Vec<_>>().join(", "),
        when: when.map(|it| lang.kind("matrix-when", it)).collect(),
        answer: lang.kind("matrix-answer", rule.answer.as_str()),
        class: match rule.answer {
            Answer::Allow => "",
            Answer::AskFirst | Answer::DecisionNeeded => " badge--due",
            Answer::Deny => " badge--late",
        },
        needs: rule
            .needs
            .iter()
            .map(|need| lang.kind("matrix-need", need.as_str()))
            .collect(),
        text: ground.text.clone(),
        source: lang
            .arg("source", &ground.source)
            .arg("date", dates::day(lang, ground.date))
            .t("sharing-source"),
        confirmed: ground.confirmed_by.as_ref().map_or_else(
            || lang.t("sharing-unconfirmed"),
            |who| lang.arg("who", who).t("sharing-confirmed"),
        ),
        is_confirmed: ground.confirmed_by.is_some(),
        pending: !rule.is_in_force(),
        reviewed: rule
            .reviewed_on
            .map_or_else(|| lang.t("matrix-never-reviewed"), |on| dates::day(lang, on)),
    }
}
