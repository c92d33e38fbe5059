// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A look in words: when, who, what, about what, what for and from where.

use std::collections::BTreeMap;

use meldroute_core::{
    audit::{Detail, Line},
    calendar::dutch_date,
    id::{PersonId, ReportId, SignalId, Timestamp},
    looking::Purpose,
    usecase::looking::Looked,
};

use super::lines::{OfReportPath, OfSignalPath};
use crate::{
    pages::audit::wording::{self, Names},
    shell,
    visit::User,
};

/// A look.
pub(super) struct Row {
    pub(super) seq: u64,
    pub(super) iso: String,
    pub(super) at: Timestamp,
    /// The first of several equal looks of that day, and how many came before this one.
    pub(super) since: Timestamp,
    pub(super) before: usize,
    pub(super) sentence: String,
    /// The roles that they held then.
    pub(super) roles: String,
    /// Where it came from.
    pub(super) origin: String,
    /// The number of what was seen, or its kind.
    pub(super) about: String,
    /// Who looked at that.
    pub(super) href: Option<String>,
    /// What for.
    pub(super) purpose: String,
}

/// Looks in words.
pub(super) fn rows(user: &User, names: &BTreeMap<PersonId, String>, looked: &Looked) -> Vec<Row> {
    looked
        .lines
        .iter()
        .map(|line| row(user, names, looked, line))
        .collect()
}

/// Looks of one day that say the same, one after the other, as one row: the newest, with how many came before it.
pub(super) fn grouped(rows: Vec<Row>) -> Vec<Row> {
    let mut grouped: Vec<Row> = Vec::new();
    for row in rows {
        match grouped.last_mut().filter(|newer| newer.says_the_same(&row)) {
            Some(newer) => {
                newer.since = row.at;
                newer.before += 1;
            }
            None => grouped.push(row),
        }
    }
    grouped
}

impl Row {
    fn says_the_same(&self, other: &Self) -> bool {
        let words = |row: &Self| {
            let Self {
                sentence,
                roles,
                origin,
                about,
                href,
                purpose,
                ..
            } = row;
            (
                sentence.clone(),
                roles.clone(),
                origin.clone(),
                about.clone(),
                href.clone(),
                purpose.clone(),
            )
        };
        dutch_date(self.at) == dutch_date(other.at) && words(self) == words(other)
    }
}

fn row(user: &User, names: &BTreeMap<PersonId, String>, looked: &Looked, line: &Line) -> Row {
    let known = Names {
        lang: user.lang,
        configuration: user.configuration(),
        people: names,
    };
    let lang = user.lang;
    let detail = line.detail.as_ref();
    let roles: Vec<_> = detail
        .iter()
        .flat_map(|detail| &detail.roles)
        .map(|role| shell::role(lang, user.configuration(), *role))
        .collect();
    let number = line.about_id.and_then(|id| looked.numbers.get(&id)).cloned();
    let href = line
        .about_id
        .filter(|_| number.is_some())
        .and_then(|id| match line.about_kind.as_str() {
            "signal" => Some(OfSignalPath { id: SignalId(id) }.to_string()),
            "report" => Some(OfReportPath { id: ReportId(id) }.to_string()),
            _ => None,
        });
    let person = line
        .about_id
        .and_then(|id| names.get(&PersonId(id)))
        .filter(|_| line.about_kind == "person");
    Row {
        seq: line.seq,
        iso: line.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        at: line.at,
        since: line.at,
        before: 0,
        sentence: detail.map_or_else(
            || lang.t("journal-destroyed"),
            |detail| wording::sentence(&known, detail),
        ),
        roles: roles.join(", "),
        origin: detail.map_or_else(String::new, |detail| wording::of_program(lang, &detail.origin)),
        about: number
            .or_else(|| person.cloned())
            .unwrap_or_else(|| lang.kind("journal-about", &line.about_kind)),
        href,
        purpose: detail.map_or_else(String::new, |detail| purpose(user, detail)),
    }
}

fn purpose(user: &User, detail: &Detail) -> String {
    match Purpose::of(&detail.event) {
        Purpose::Said(words) => words.to_owned(),
        Purpose::At(place) => user.lang.kind("looking-at", place),
        Purpose::UnderGlass => user.lang.t("looking-under-glass"),
        Purpose::NotAsked => user.lang.t("looking-not-asked"),
    }
}
