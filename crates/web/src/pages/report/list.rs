// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The list of reports at the left of the inbox, 50 a page.

use axum_extra::routing::TypedPath as _;
use meldroute_core::{
    id::ReportId,
    ports::{ReportFilter, ReportLine},
    usecase::{Failure, report},
};
use serde::Deserialize;

use super::inbox::{InboxPath, ReportPath};
use crate::{dates, visit::User};

/// Lines on a page.
const LINES: usize = 50;

/// Which list, and after which line.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(rename = "lijst")]
    which: Option<Which>,
    #[serde(rename = "na")]
    after: Option<ReportId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Which {
    #[serde(rename = "nieuw")]
    New,
    #[serde(rename = "in-signaal")]
    Registered,
    #[serde(rename = "geen-signaal")]
    SetAside,
}

impl Which {
    const ALL: [Self; 3] = [Self::New, Self::Registered, Self::SetAside];

    /// The name in the keys of the texts, and in addresses.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("new", "nieuw"),
            Self::Registered => ("registered", "in-signaal"),
            Self::SetAside => ("set-aside", "geen-signaal"),
        }
    }

    fn filter(self) -> ReportFilter {
        match self {
            Self::New => ReportFilter::New,
            Self::Registered => ReportFilter::Registered,
            Self::SetAside => ReportFilter::SetAside,
        }
    }
}

pub(super) struct Tab {
    pub(super) name: &'static str,
    pub(super) href: String,
    pub(super) here: bool,
}

/// One line of the list.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) from: String,
    pub(super) when: String,
    pub(super) subject: String,
    pub(super) channel: String,
    pub(super) new: bool,
    pub(super) here: bool,
}

pub(super) struct List {
    /// Name of the list in the keys of the texts.
    pub(super) name: &'static str,
    pub(super) tabs: Vec<Tab>,
    pub(super) lines: Vec<Line>,
    pub(super) next: Option<String>,
    /// Where the list begins, when this is not the first page.
    pub(super) first: Option<String>,
}

impl List {
    /// Whether there are lines that can become one signal together.
    pub(super) fn can_tick(&self) -> bool {
        self.lines.iter().any(|line| line.new)
    }

    /// Reads a page of the list. `open` is the report that is shown beside it, with the list that it belongs to.
    pub(super) async fn read(
        user: &User,
        asked: Asked,
        open: Option<(ReportId, Which)>,
    ) -> Result<Self, Failure> {
        let which = asked.which.or(open.map(|(_, which)| which)).unwrap_or(Which::New);
        let mut lines =
            report::list(&user.app.services, user.actor(), which.filter(), asked.after, 51).await?;
        let (name, address) = which.names();
        let more = lines.len() > LINES;
        lines.truncate(LINES);
        let after = asked.after.map(|id| format!("&na={id}")).unwrap_or_default();
        let query = format!("?lijst={address}{after}");
        let last = lines.last().filter(|_| more);
        Ok(Self {
            name,
            tabs: Which::ALL
                .into_iter()
                .map(|other| Tab {
                    name: other.names().0,
                    href: format!("{}?lijst={}", InboxPath::PATH, other.names().1),
                    here: other == which,
                })
                .collect(),
            next: last.map(|line| format!("{}?lijst={address}&na={}", InboxPath::PATH, line.id)),
            first: asked
                .after
                .map(|_| format!("{}?lijst={address}", InboxPath::PATH)),
            lines: lines
                .into_iter()
                .map(|line| Line::new(user, &line, &query, open.map(|(id, _)| id)))
                .collect(),
        })
    }
}

impl Line {
    fn new(user: &User, line: &ReportLine, query: &str, open: Option<ReportId>) -> Self {
        let channel = user.configuration().channel(&line.channel);
        Self {
            id: line.id.to_string(),
            href: format!("{}{query}", ReportPath { report: line.id }),
            from: super::from(user, line.reporter_kind, line.partner.as_ref()),
            when: dates::short(user.lang, user.today, line.received_at),
            subject: super::subject(user.lang, &line.subject),
            channel: channel
                .map(|channel| user.lang.text(&channel.name).to_owned())
                .unwrap_or_default(),
            new: line.signal.is_none() && !line.set_aside,
            here: open == Some(line.id),
        }
    }
}
