// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The rows of a form in which roles are given: role, body, organisation, first and last day.

use chrono::NaiveDate;
use meldroute_core::{
    configuration::Configuration,
    id::{BodyId, PartnerId},
    policy::{Grant, Role},
};

use crate::{form::Problems, lang::Lang, shell};

/// So many empty rows follow those that are filled in.
const EMPTY_ROWS: usize = 2;

/// One row, as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Identifier of its first field.
    pub(super) field: String,
    pub(super) role: String,
    pub(super) body: String,
    pub(super) partner: String,
    pub(super) from: String,
    pub(super) until: String,
}

/// The columns as a form sends them: repeated fields, in order.
pub(super) struct Columns<'f> {
    pub(super) roles: &'f [String],
    pub(super) bodies: &'f [String],
    pub(super) partners: &'f [String],
    pub(super) from: &'f [String],
    pub(super) until: &'f [String],
}

impl Columns<'_> {
    /// Row by row.
    pub(super) fn rows(&self) -> Vec<Row> {
        let at = |column: &[String], place: usize| column.get(place).cloned().unwrap_or_default();
        let row = |place| Row {
            field: String::new(),
            role: at(self.roles, place),
            body: at(self.bodies, place),
            partner: at(self.partners, place),
            from: at(self.from, place),
            until: at(self.until, place),
        };
        (0..self.roles.len()).map(row).collect()
    }
}

/// What somebody holds, as rows.
pub(super) fn rows(grants: &[Grant]) -> Vec<Row> {
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = |grant: &Grant| Row {
        field: String::new(),
        role: grant.role.as_str().to_owned(),
        body: grant.body.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
        partner: grant.partner.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
        from: date(grant.from),
        until: date(grant.until),
    };
    grants.iter().map(row).collect()
}

/// With empty rows to fill in, and a name for each.
pub(super) fn with_room(mut rows: Vec<Row>) -> Vec<Row> {
    let filled = rows
        .iter()
        .rposition(|row| !row.role.is_empty())
        .map_or(0, |last| last + 1);
    rows.resize_with(filled + EMPTY_ROWS, Row::default);
    for (place, row) in rows.iter_mut().enumerate() {
        row.field = format!("rol-{place}");
    }
    rows
}

/// The roles that the rows give, and what is not in order with them.
pub(super) fn validate(configuration: &Configuration, rows: &[Row], problems: &mut Problems) -> Vec<Grant> {
    let mut grants = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Ok(role) = row.role.parse::<Role>() else {
            continue;
        };
        let field = format!("rol-{place}");
        let body = Some(BodyId(row.body.clone())).filter(|id| configuration.body(id).is_some());
        let partner = Some(PartnerId(row.partner.clone())).filter(|id| configuration.partner(id).is_some());
        problems.check(
            role != Role::BodyMember || body.is_some(),
            &field,
            "grants-needs-body",
        );
        problems.check(
            role != Role::ChainPartner || partner.is_some(),
            &field,
            "grants-needs-partner",
        );
        let from = day(&row.from);
        let until = day(&row.until);
        problems.check(from.is_ok() && until.is_ok(), &field, "grants-date");
        let (from, until) = (from.unwrap_or_default(), until.unwrap_or_default());
        let in_order = from.zip(until).is_none_or(|(from, until)| from <= until);
        problems.check(in_order, &field, "grants-dates-reversed");
        grants.push(Grant {
            role,
            body: body.filter(|_| matches!(role, Role::BodyMember | Role::Guest)),
            partner: partner.filter(|_| matches!(role, Role::BodyMember | Role::ChainPartner)),
            from,
            until,
        });
    }
    problems.check(!grants.is_empty(), "rol-0", "grants-none");
    grants
}

fn day(text: &str) -> Result<Option<NaiveDate>, chrono::ParseError> {
    let text = text.trim();
    if text.is_empty() {
        Ok(None)
    } else {
        text.parse().map(Some)
    }
}

/// What can be chosen, value and words.
pub(super) struct Choices {
    pub(super) roles: Vec<(String, String)>,
    pub(super) bodies: Vec<(String, String)>,
    pub(super) partners: Vec<(String, String)>,
}

impl Choices {
    pub(super) fn of(lang: Lang, configuration: &Configuration) -> Self {
        let none = || (String::new(), "–".to_owned());
        let roles = Role::ALL
            .into_iter()
            .map(|role| (role.as_str().to_owned(), shell::role(lang, configuration, role)));
        let bodies = configuration
            .bodies
            .iter()
            .map(|body| (body.id.0.clone(), lang.text(&body.name).to_owned()));
        let partners = configuration
            .partners
            .iter()
            .map(|partner| (partner.id.0.clone(), partner.name.clone()));
        Self {
            roles: std::iter::once(none()).chain(roles).collect(),
            bodies: std::iter::once(none()).chain(bodies).collect(),
            partners: std::iter::once(none()).chain(partners).collect(),
        }
    }
}
