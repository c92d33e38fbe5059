// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was asked and answered about a report, beside what came in: on its page, with reading it and taking a question back.

use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    id::{MessageId, ReportId, Timestamp},
    policy::Right,
    report::{self as core, MessageKind, QuestionState, Report, Way},
    usecase::{Failure, report, would_permit_here},
};
use serde::Deserialize;

use super::{ask::AskPath, inbox::ReportPath, message::Words};
use crate::{
    dates,
    form::Form,
    page::{Answer, Done},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/gelezen")]
pub(crate) struct SeenPath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/vraag/{question}/intrekken")]
pub(crate) struct WithdrawPath {
    pub(crate) report: ReportId,
    pub(crate) question: MessageId,
}

pub(super) fn routes() -> [Route; 2] {
    [
        route::post::<SeenPath, _, _>(Who::Right(Right::ReadReports), seen),
        route::post::<WithdrawPath, _, _>(Who::Right(Right::GiveFeedback), withdraw),
    ]
}

/// A form without fields.
#[derive(Default, Deserialize)]
struct Nothing {}

async fn seen(path: SeenPath, user: User, Form(Nothing {}): Form<Nothing>) -> Answer {
    let to = Done::to(ReportPath { report: path.report });
    match report::mark_seen(&user.app.services, user.actor(), path.report).await {
        Ok(()) => to.say("done-report-seen").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(failure) => Err(failure.into()),
    }
}

async fn withdraw(path: WithdrawPath, user: User, Form(Nothing {}): Form<Nothing>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    report::withdraw(services, actor, path.report, path.question).await?;
    Done::to(ReportPath { report: path.report })
        .say("done-report-withdrawn")
        .into()
}

/// One message, for the page.
pub(super) struct Line {
    /// Who wrote what when, and how.
    pub(super) what: String,
    pub(super) text: String,
    /// The answer: when, and what; empty where there is none.
    pub(super) answered: String,
    pub(super) answer: String,
    /// What became of it where it is not answered.
    pub(super) state: String,
    /// Whether nobody has read it yet.
    pub(super) unread: bool,
    /// Where an open question can be taken back.
    pub(super) withdraw: String,
}

/// All of it, for the page.
#[derive(Default)]
pub(super) struct Dialogue {
    pub(super) lines: Vec<Line>,
    /// Where it is said that all was read; empty where there is nothing to read.
    pub(super) seen: String,
    /// Where a question can be put; empty for who may not.
    pub(super) ask: String,
}

impl Dialogue {
    pub(super) fn of(user: &User, report: &Report, words: &Words<'_>) -> Self {
        let asks = would_permit_here(user.actor(), Right::GiveFeedback);
        let id = report.id;
        let one = |message: &core::Message| line(user, id, message, words, asks);
        let unread = report.unread().next().is_some();
        Self {
            lines: report.messages.iter().map(one).collect(),
            seen: if unread {
                SeenPath { report: id }.to_string()
            } else {
                String::new()
            },
            ask: if asks {
                AskPath { report: id }.to_string()
            } else {
                String::new()
            },
        }
    }
}

fn line(user: &User, report: ReportId, message: &core::Message, words: &Words<'_>, asks: bool) -> Line {
    let lang = user.lang;
    let on = |at: Timestamp| lang.arg("date", dates::moment(lang, at));
    let mut line = Line {
        what: on(message.at).t("dialogue-added"),
        text: String::new(),
        answered: String::new(),
        answer: String::new(),
        state: String::new(),
        unread: false,
        withdraw: String::new(),
    };
    match &message.kind {
        MessageKind::Addition { text, seen } => {
            line.text.clone_from(text);
            line.unread = seen.is_none();
        }
        MessageKind::Question {
            by,
            partner,
            way,
            text,
            state,
        } => {
            let partner = partner.as_ref().and_then(|id| user.configuration().partner(id));
            let whom = partner.map_or_else(|| lang.t("dialogue-reporter"), |partner| partner.name.clone());
            line.what = on(message.at)
                .arg("who", words.name(*by))
                .arg("whom", whom)
                .t("dialogue-asked");
            line.text.clone_from(text);
            match state {
                QuestionState::Open => {
                    line.state = open(user, *way);
                    if asks {
                        let question = message.id;
                        line.withdraw = WithdrawPath { report, question }.to_string();
                    }
                }
                QuestionState::Answered { text, at, seen } => {
                    line.answered = on(*at).t("dialogue-answered");
                    line.answer.clone_from(text);
                    line.unread = seen.is_none();
                }
                QuestionState::Withdrawn { at, by } => {
                    line.state = words.by("date", *at, *by).t("dialogue-withdrawn");
                }
            }
        }
    }
    line
}

fn open(user: &User, way: Way) -> String {
    match way {
        Way::Online => user.lang.t("dialogue-open"),
        Way::Link { until } if until <= user.now => user.lang.t("dialogue-expired"),
        Way::Link { until } => {
            let last = dates::day(user.lang, dutch_date(until));
            user.lang.arg("date", last).t("dialogue-open-link")
        }
    }
}
