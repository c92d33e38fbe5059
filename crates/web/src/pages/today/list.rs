// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The work list: what is mine, what is due, what lies with somebody else, what is new. Sorted by date, 50 a page.

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    configuration::route::StepKind,
    duty::{DutyKind, Holder},
    policy::{Actor, Right, Role},
    ports::{After, DutyQuery, MailboxHealth},
    usecase::{signal, would_permit_here},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    line::Row,
    news,
    side::{self, Side},
};
use crate::{
    nav,
    page::{Answer, page},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/vandaag")]
pub(crate) struct TodayPath;

/// Lines on a page.
const LINES: usize = 50;

/// Which list, and after which line.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default, rename = "lijst")]
    tab: Tab,
    #[serde(rename = "na")]
    due: Option<NaiveDate>,
    #[serde(rename = "regel")]
    line: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
enum Tab {
    #[default]
    #[serde(rename = "van-mij")]
    Mine,
    #[serde(rename = "nu")]
    Due,
    #[serde(rename = "wacht")]
    Waiting,
    #[serde(rename = "nieuw")]
    New,
}

impl Tab {
    /// The name in the keys of the texts, and in addresses.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Mine => ("mine", "van-mij"),
            Self::Due => ("due", "nu"),
            Self::Waiting => ("waiting", "wacht"),
            Self::New => ("new", "nieuw"),
        }
    }

    /// The lists that somebody can have something in.
    fn of(user: &User) -> Vec<Self> {
        let actor = user.actor();
        let first = user.configuration().route.first_of(StepKind::Report);
        let triages = actor.has(first.map_or(Role::Coordinator, |step| step.owner));
        let mut tabs = vec![Self::Mine, Self::Due];
        if would_permit_here(actor, Right::WorkSignal) {
            tabs.push(Self::Waiting);
        }
        if triages {
            tabs.push(Self::New);
        }
        tabs
    }

    fn query(self, actor: &Actor, today: NaiveDate) -> DutyQuery {
        let mut query = DutyQuery::default();
        match self {
            Self::Mine => {
                query.kinds = vec![
                    DutyKind::Step,
                    DutyKind::Gate,
                    DutyKind::QueryDecision,
                    DutyKind::Query,
                    DutyKind::Agenda,
                    DutyKind::Task,
                    DutyKind::AskBack,
                    DutyKind::ReadAnswer,
                    DutyKind::Feedback,
                    DutyKind::Advice,
                    DutyKind::Reply,
                    DutyKind::Undelivered,
                    DutyKind::Quarantine,
                    DutyKind::GlassReview,
                    DutyKind::ApproveDisposal,
                    DutyKind::AuthoriseDisposal,
                    DutyKind::Claim,
                ];
                // A hand-over and a request for care lie with the receiver; to the owner they are something to wait for.
                if actor.partners().next().is_some() {
                    query.kinds.extend([DutyKind::HandOver, DutyKind::Question]);
                }
                if actor.has(Role::CareCoordinator) {
                    query.kinds.push(DutyKind::Care);
                }
            }
            Self::Due => query.due_until = Some(today),
            Self::Waiting => {
                query.kinds = vec![DutyKind::Waiting, DutyKind::HandOver, DutyKind::Care];
                query.holders = actor.person.map(Holder::Person).into_iter().collect();
            }
            Self::New => query.kinds = vec![DutyKind::Triage],
        }
        query
    }
}

struct TabLink {
    name: &'static str,
    href: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "pages/today/list.html")]
struct TodayPage {
    shell: Shell,
    lead: String,
    /// Mailboxes that were not read for long.
    silent: Vec<String>,
    /// What was written to the visitor.
    news: Vec<news::Line>,
    tabs: Vec<TabLink>,
    tab: &'static str,
    rows: Vec<Row>,
    /// Where the next page begins.
    next: Option<String>,
    /// Whether this is not the first page.
    paged: bool,
    types: bool,
    reports: bool,
    side: Side,
}

/// For who never has anything on a work list: where they can go.
#[derive(Template)]
#[template(path = "pages/today/doors.html")]
struct DoorsPage {
    shell: Shell,
    why: &'static str,
}

pub(crate) async fn today(_: TodayPath, user: User, Query(asked): Query<Asked>) -> Answer {
    if let Some(why) = no_work(user.actor()) {
        let shell = user.shell(user.lang.t("today-title"));
        return page(&DoorsPage { shell, why });
    }
    let tabs = Tab::of(&user);
    let tab = if tabs.contains(&asked.tab) {
        asked.tab
    } else {
        Tab::Mine
    };
    let mut query = tab.query(user.actor(), user.today);
    query.after = asked.due.zip(asked.line).map(|(due, id)| After { due, id });
    query.limit = 51;
    let paged = query.after.is_some();
    let services = &user.app.services;
    let mut lines = signal::work_list(services, user.actor(), query).await?;
    let (name, address) = tab.names();
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let next = lines.last().filter(|_| more).map(|last| {
        let (due, id) = (last.duty.due, last.id);
        format!("{TodayPath}?lijst={address}&na={due}&regel={id}")
    });
    let news = news::read(&user).await?;
    let now = news.len() + lines.iter().filter(|line| line.duty.due <= user.today).count();
    page(&TodayPage {
        lead: lead(&user, tab, paged, now),
        silent: silent(&user),
        news,
        tabs: tabs
            .into_iter()
            .map(|other| TabLink {
                name: other.names().0,
                href: format!("{TodayPath}?lijst={}", other.names().1),
                here: other == tab,
            })
            .collect(),
        tab: name,
        rows: lines.into_iter().map(|line| Row::new(&user, line)).collect(),
        next,
        paged,
        types: would_permit_here(user.actor(), Right::TypeReport),
        reports: would_permit_here(user.actor(), Right::ReportOwn),
        side: side::read(&user).await?,
        shell: user.shell(user.lang.t("today-title")),
    })
}

/// A sentence for each mailbox that was not read for long, or not whole, and for mail that is not sent, for who reads reports.
fn silent(user: &User) -> Vec<String> {
    if !would_permit_here(user.actor(), Right::ReadReports) {
        return Vec::new();
    }
    let here = user.app.mailboxes.of(&user.actor().municipality);
    let sentence = |mailbox: MailboxHealth| {
        let read_at = mailbox.read_at.unwrap_or(mailbox.watched_since);
        let (key, since) = match mailbox.stuck {
            _ if mailbox.is_silent(user.now) => ("today-mailbox-silent", read_at),
            Some((since, _)) if mailbox.is_stuck(user.now) => ("today-mailbox-stuck", since),
            _ => return None,
        };
        let since = user.shell("").moment(&since);
        let named = user.lang.arg("name", mailbox.name);
        Some(named.arg("since", since).t(key))
    };
    let outbox = user.app.mailboxes.outbox(&user.actor().municipality);
    let stuck = outbox
        .filter(|outbox| outbox.is_stuck(user.now))
        .and_then(|outbox| {
            let since = user.shell("").moment(&outbox.failing?);
            let counted = user.lang.arg("count", outbox.waiting);
            Some(counted.arg("since", since).t("today-outbox-stuck"))
        });
    here.into_iter().filter_map(sentence).chain(stuck).collect()
}

/// One sentence under the title: the day, and how much asks for attention now.
fn lead(user: &User, tab: Tab, paged: bool, now: usize) -> String {
    let day = user.shell("").day(user.today);
    let first = day.chars().next().map(|c| c.to_uppercase().to_string());
    let day = format!(
        "{}{}.",
        first.unwrap_or_default(),
        day.chars().skip(1).collect::<String>()
    );
    let attention = match now {
        _ if paged || !matches!(tab, Tab::Mine | Tab::Due) => return day,
        0 => user.lang.t("today-nothing-now"),
        LINES.. => user.lang.arg("count", LINES).t("today-attention-many"),
        _ => user.lang.arg("count", now).t("today-attention"),
    };
    format!("{day} {attention}")
}

/// Why somebody never has a duty, as key of a text; none for who can have one.
fn no_work(actor: &Actor) -> Option<&'static str> {
    let only = |roles: &[Role]| actor.grants.iter().all(|grant| roles.contains(&grant.role));
    if actor.grants.is_empty() {
        Some("today-doors-none")
    } else if only(&[Role::Board, Role::RegionalAnalyst]) {
        Some("today-figures-only")
    } else if only(&[Role::Administrator, Role::Board, Role::RegionalAnalyst]) {
        Some("today-no-content")
    } else {
        None
    }
}

impl DoorsPage {
    /// The pages of the menu, without this one.
    fn doors(&self) -> impl Iterator<Item = &nav::Link> {
        self.shell.menu.iter().filter(|link| !link.here)
    }
}
