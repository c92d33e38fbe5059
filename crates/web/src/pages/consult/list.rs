// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions for advice: one's own, and for who gives advice those that are open.

use std::collections::BTreeMap;

use askama::Template;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    calendar::dutch_date,
    consult::Consult,
    id::PersonId,
    policy::Right,
    usecase::{consult, people, would_permit_here},
};
use serde::Deserialize;

use super::{ask::AskPath, show::ConsultPath};
use crate::{
    page::{Answer, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/advies")]
pub(crate) struct ConsultsPath;

pub(super) fn route() -> Route {
    route::get::<ConsultsPath, _, _>(Who::AnyOf(&[Right::AskAdvice, Right::GiveAdvice]), list)
}

/// So many words of a question stand in a list.
const WORDS: usize = 12;

struct Line {
    href: String,
    words: String,
    asked: NaiveDate,
    who: String,
    state: &'static str,
    waits: bool,
}

#[derive(Template)]
#[template(path = "pages/consult/list.html")]
struct ConsultsPage {
    shell: Shell,
    /// Open questions, for who gives advice.
    open: Option<Vec<Line>>,
    /// One's own, for who asks.
    own: Option<Vec<Line>>,
    ask: String,
}

async fn list(_: ConsultsPath, user: User) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let may = |right| would_permit_here(actor, right);
    let colleagues = people::colleagues(services, actor).await?.into_iter();
    let names: BTreeMap<PersonId, String> = colleagues.map(|person| (person.id, person.name)).collect();
    let lines = |found: Vec<meldroute_core::ports::Stored<Consult>>| -> Vec<Line> {
        found
            .into_iter()
            .map(|stored| line(&names, actor.person, &stored.value))
            .collect()
    };
    let open = if may(Right::GiveAdvice) {
        Some(lines(consult::open(services, actor).await?))
    } else {
        None
    };
    let own = if may(Right::AskAdvice) {
        Some(lines(consult::own(services, actor).await?))
    } else {
        None
    };
    page(&ConsultsPage {
        shell: user.shell(user.lang.t("consult-title")),
        open,
        own,
        ask: AskPath.to_string(),
    })
}

fn line(names: &BTreeMap<PersonId, String>, reader: Option<PersonId>, consult: &Consult) -> Line {
    let all: Vec<&str> = consult.question.split_whitespace().collect();
    let mut words = all.iter().take(WORDS).copied().collect::<Vec<_>>().join(" ");
    if all.len() > WORDS {
        words.push_str(" …");
    }
    let waits = consult.waits_since().is_some();
    let news = reader == Some(consult.asker) && consult.has_news();
    Line {
        href: ConsultPath { consult: consult.id }.to_string(),
        words,
        asked: dutch_date(consult.asked_at),
        who: names.get(&consult.asker).cloned().unwrap_or_default(),
        state: match (consult.closed.is_some(), waits) {
            _ if news => "consult-state-news",
            (true, _) => "consult-state-closed",
            (false, true) => "consult-state-waits",
            (false, false) => "consult-state-answered",
        },
        waits: waits || news,
    }
}
