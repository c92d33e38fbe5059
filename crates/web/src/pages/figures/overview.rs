// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture: what comes in, where it is, how it ended.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::Datelike as _;
use meldroute_core::{
    configuration::Configuration,
    id::{AreaId, ChannelId, FormId},
    policy::Right,
    ports::Counts,
    signal::stage::Confirmation,
    usecase::journal,
};
use serde::Deserialize;

use crate::{
    App, dates,
    lang::Lang,
    page::{self, Answer},
    pages::figures::{flow::FlowPath, small::Sight, sources::SourcesPath},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beeld")]
pub(crate) struct OverviewPath;

pub(crate) fn route() -> Route {
    route::get::<OverviewPath, _, _>(Who::Right(Right::ReadFigures), show)
}

#[derive(Deserialize)]
struct Which {
    jaar: Option<i32>,
}

/// A table: heads of columns, and rows of a name with its values.
struct Table {
    heads: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "pages/figures/overview.html")]
struct OverviewPage {
    shell: Shell,
    counted: String,
    flow: String,
    /// The page with figures of sources, where there are any.
    sources: Option<String>,
    exact: bool,
    year: i32,
    years: Vec<(i32, String)>,
    reports: Table,
    forms: Table,
    open: Table,
    closed: Table,
}

async fn show(path: OverviewPath, user: User, State(app): State<App>, Query(which): Query<Which>) -> Answer {
    let counts = journal::counts(&app.services, user.actor()).await?;
    let years = years(&counts, user.today.year());
    let year = which
        .jaar
        .filter(|year| years.contains(year))
        .unwrap_or_else(|| user.today.year());
    let drawing = Drawing {
        lang: user.lang,
        configuration: user.configuration(),
        sight: Sight::of(user.actor()),
        counts: &counts,
        year,
    };
    page::page(&OverviewPage {
        shell: user.shell(user.lang.t("figures-title")),
        counted: dates::moment(user.lang, user.now),
        flow: FlowPath.to_string(),
        sources: (!user.configuration().figures.sources.is_empty()).then(|| SourcesPath.to_string()),
        exact: drawing.sight == Sight::Exact,
        year,
        years: years
            .into_iter()
            .rev()
            .map(|year| (year, format!("{path}?jaar={year}")))
            .collect(),
        reports: drawing.reports(user.today.month(), user.today.year()),
        forms: drawing.forms(),
        open: drawing.open(),
        closed: drawing.closed(),
    })
}

fn years(counts: &Counts, this: i32) -> BTreeSet<i32> {
    let reports = counts.reports.keys().map(|(year, ..)| *year);
    let closed = counts.closed.keys().map(|(year, _)| *year);
    let forms = counts.forms.keys().map(|(year, ..)| *year);
    reports.chain(closed).chain(forms).chain([this]).collect()
}

struct Drawing<'a> {
    lang: Lang,
    configuration: &'a Configuration,
    sight: Sight,
    counts: &'a Counts,
    year: i32,
}

impl Drawing<'_> {
    /// Reports per month and channel. Channels that were used, in the order of the configuration, then those that no longer exist.
    fn reports(&self, month: u32, this_year: i32) -> Table {
        let of_year = self
            .counts
            .reports
            .iter()
            .filter(|((year, ..), _)| *year == self.year);
        let mut values: BTreeMap<(u32, &ChannelId), u64> = BTreeMap::new();
        for ((_, month, channel), count) in of_year {
            values.insert((*month, channel), *count);
        }
        let used: BTreeSet<&ChannelId> = values.keys().map(|(_, channel)| *channel).collect();
        let known = self.configuration.channels.iter().map(|channel| &channel.id);
        let mut channels: Vec<&ChannelId> = known.filter(|id| used.contains(id)).collect();
        channels.extend(used.iter().filter(|id| self.configuration.channel(id).is_none()));
        let names = channels.iter().map(|id| {
            let known = self.configuration.channel(id);
            known.map_or_else(
                || id.0.clone(),
                |channel| self.lang.text(&channel.name).to_owned(),
            )
        });
        let last = if self.year == this_year { month } else { 12 };
        let rows = (1..=last).map(|month| {
            let counts: Vec<u64> = channels
                .iter()
                .map(|channel| values.get(&(month, *channel)).copied().unwrap_or_default())
                .collect();
            (dates::month(self.lang, month).to_owned(), self.row(&counts))
        });
        Table {
            heads: self.heads(names.collect()),
            rows: rows.collect(),
        }
    }

    /// Signals per form and area, of those that were registered in the year.
    fn forms(&self) -> Table {
        let areas: Vec<&AreaId> = self
            .configuration
            .municipality
            .areas
            .iter()
            .map(|area| &area.id)
            .collect();
        let value = |form: &FormId, area: &AreaId| {
            let key = (self.year, form.clone(), area.clone());
            self.counts.forms.get(&key).copied().unwrap_or_default()
        };
        let rows = self.configuration.forms.iter().map(|form| {
            let counts: Vec<u64> = areas.iter().map(|area| value(&form.id, area)).collect();
            let values = counts.iter().map(|count| self.sight.value(self.lang, *count));
            (self.lang.text(&form.name).to_owned(), values.collect())
        });
        let names = self
            .configuration
            .municipality
            .areas
            .iter()
            .map(|area| area.name.clone());
        Table {
            heads: names.collect(),
            rows: rows.collect(),
        }
    }

    /// Open signals per step, today.
    fn open(&self) -> Table {
        let rows = self.configuration.route.steps.iter().map(|step| {
            let here = self
                .counts
                .open
                .iter()
                .filter(|(id, _)| **id == step.id || step.formerly.contains(id));
            let count = here.map(|(_, count)| count).sum();
            (
                self.lang.text(&step.name).to_owned(),
                vec![self.sight.value(self.lang, count)],
            )
        });
        Table {
            heads: vec![self.lang.t("figures-signals")],
            rows: rows.skip(1).collect(),
        }
    }

    /// Closed signals per confirmation, of those that were closed in the year.
    fn closed(&self) -> Table {
        let kinds = [
            Confirmation::Confirmed,
            Confirmation::NotConfirmed,
            Confirmation::NotForUs,
        ];
        let rows = kinds.map(|kind| {
            let count = self
                .counts
                .closed
                .get(&(self.year, kind))
                .copied()
                .unwrap_or_default();
            let name = self.lang.kind("figures-confirmation", kind.as_str());
            (name, vec![self.sight.value(self.lang, count)])
        });
        Table {
            heads: vec![self.lang.t("figures-signals")],
            rows: rows.into(),
        }
    }

    fn row(&self, counts: &[u64]) -> Vec<String> {
        let values = counts.iter().map(|count| self.sight.value(self.lang, *count));
        values.chain(self.sight.sum(counts.iter().copied())).collect()
    }

    fn heads(&self, mut names: Vec<String>) -> Vec<String> {
        if self.sight == Sight::Exact {
            names.push(self.lang.t("figures-together"));
        }
        names
    }
}
