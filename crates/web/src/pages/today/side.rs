// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What stands beside the work list: the next meeting, what came in, feedback still owed, signals of people who left, and what comes back by
//! itself on agendas and in reports.

use meldroute_core::{
    duty::DutyKind,
    policy::Right,
    ports::{DutyQuery, ReportFilter},
    usecase::{Failure, meeting, plan, report, signal, would_permit_here},
};

use super::line::Row;
use crate::{
    dates,
    pages::{governance, meeting::agenda::MeetingPath, report::inbox::ReportPath},
    visit::User,
};

/// A meeting that is coming.
pub(crate) struct Next {
    pub(crate) name: String,
    pub(crate) date: String,
    pub(crate) iso: String,
    pub(crate) items: usize,
    pub(crate) href: String,
}

/// A report that came in.
pub(crate) struct New {
    pub(crate) subject: String,
    pub(crate) from: String,
    pub(crate) when: String,
    pub(crate) href: String,
}

/// Everything beside the list.
#[derive(Default)]
pub(crate) struct Side {
    pub(crate) meetings: Vec<Next>,
    pub(crate) new: Vec<New>,
    pub(crate) feedback: Vec<Row>,
    pub(crate) left_behind: Vec<Row>,
    /// What comes back on agendas and in reports, and is late or near.
    pub(crate) comes_back: Vec<governance::Line>,
}

impl Side {
    /// Whether there is nothing to show.
    pub(crate) fn is_empty(&self) -> bool {
        self.meetings.is_empty()
            && self.new.is_empty()
            && self.feedback.is_empty()
            && self.left_behind.is_empty()
            && self.comes_back.is_empty()
    }
}

/// Reads what the visitor may see of it.
pub(crate) async fn read(user: &User) -> Result<Side, Failure> {
    let (services, actor) = (&user.app.services, user.actor());
    let may = |right| would_permit_here(actor, right);
    let mut side = Side {
        meetings: meetings(user).await?,
        ..Side::default()
    };
    if may(Right::ReadReports) {
        let lines = report::list(services, actor, ReportFilter::New, None, 3).await?;
        side.new = lines
            .into_iter()
            .map(|line| New {
                from: crate::pages::report::from(user, line.reporter_kind, line.partner.as_ref()),
                when: dates::short(user.lang, user.today, line.received_at),
                href: ReportPath { report: line.id }.to_string(),
                subject: crate::pages::report::subject(user.lang, &line.subject),
            })
            .collect();
    }
    if may(Right::GiveFeedback) {
        let query = DutyQuery {
            kinds: vec![DutyKind::Feedback],
            limit: 5,
            ..DutyQuery::default()
        };
        let lines = signal::work_list(services, actor, query).await?;
        side.feedback = lines.into_iter().map(|line| Row::new(user, line)).collect();
    }
    if may(Right::WorkSignal) {
        let mut lines = signal::left_behind(services, actor).await?;
        lines.dedup_by_key(|line| line.duty.subject);
        lines.truncate(5);
        side.left_behind = lines.into_iter().map(|line| Row::new(user, line)).collect();
    }
    if may(Right::KeepPlan) && user.configuration().plan.is_some() {
        let view = plan::read(services, actor).await?;
        // Without a plan that was taken in nobody works with it yet.
        if !view.plan.actions.is_empty() {
            side.comes_back = governance::pending(user, &view);
        }
    }
    Ok(side)
}

async fn meetings(user: &User) -> Result<Vec<Next>, Failure> {
    let upcoming = meeting::upcoming(&user.app.services, user.actor()).await?;
    let next = upcoming.into_iter().map(|stored| {
        let meeting = stored.value;
        let body = user.configuration().body(&meeting.body);
        Next {
            name: body
                .map(|body| user.lang.text(&body.name).to_owned())
                .unwrap_or_default(),
            date: dates::day_of_year(user.lang, meeting.on),
            iso: meeting.on.to_string(),
            items: meeting.agenda.len(),
            href: MeetingPath { id: meeting.id }.to_string(),
        }
    });
    Ok(next.collect())
}
