// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! May I share this? With whom, and what: chosen here, answered on the next page. The question and its answer are recorded.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PartyId, SignalId},
    policy::Right,
    sharing::{Category, mark::ItemRef},
    signal::{act::ActKind, share::Item},
    usecase::{
        Failure,
        sharing::{self, Asked},
        signal::permitted,
    },
};
use serde::Deserialize;

use super::{
    answer::{AnswerPage, label},
    mark::MarkPath,
    matrix::MatrixPath,
    pack::PackPath,
};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{self, Answer},
    pages::signal::{
        act::Case,
        field::{Choice, Field, Given, Part, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/delen")]
pub(crate) struct SharePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<SharePath, _, _>(who, show),
        route::post::<SharePath, _, _>(who, ask),
    ]
}

/// An item with its marks.
struct Marked {
    name: String,
    line: String,
    href: String,
}

/// A pack that was released.
struct Released {
    to: String,
    line: String,
    state: String,
    open: bool,
    href: String,
}

#[derive(Template)]
#[template(path = "pages/sharing/ask.html")]
struct AskPage {
    shell: Shell,
    restricted: bool,
    number: String,
    title: String,
    back: String,
    action: String,
    wrong: Vec<(String, String)>,
    parts: Vec<Part>,
    marked: Vec<Marked>,
    released: Vec<Released>,
    closed: bool,
    matrix: String,
}

async fn show(path: SharePath, user: User, State(app): State<App>) -> Answer {
    let case = open(app, user, path.id).await?;
    page::page(&template(&case, &Given::default(), &Problems::none()))
}

/// The signal, for who works on it.
pub(super) async fn open(app: App, user: User, id: SignalId) -> Result<Case, PageError> {
    let case = Case::open(app, user, id).await?;
    let may = permitted(
        case.user.actor(),
        case.signal(),
        case.user.configuration(),
        &ActKind::Release,
    );
    may.map(|_| case).or(Err(PageError::NotFound))
}

async fn ask(path: SharePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = open(app, user, path.id).await?;
    let (to, asked) = read(&given);
    match sharing::ask(&case.app.services, case.user.actor(), path.id, &to, &asked).await {
        Ok(_) => page::page(&AnswerPage::new(
            &case,
            &to,
            &asked,
            &given,
            &Problems::none(),
            None,
        )),
        Err(Failure::Invalid(fields)) => {
            let mut problems = Problems::none();
            for field in fields {
                problems.add(field, "act-missing-choice");
            }
            page::again(&template(&case, &given, &problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// With whom, and what.
pub(super) fn read(given: &Given) -> (PartyId, Asked) {
    let items = given.all("items").filter_map(|item| item.parse().ok());
    let named = |name: &str| Category::ALL.iter().find(|it| it.as_str() == name).copied();
    (
        PartyId::from(given.get("to")),
        Asked {
            items: items.collect(),
            categories: given.all("categories").filter_map(named).collect(),
        },
    )
}

fn template(case: &Case, given: &Given, problems: &Problems) -> AskPage {
    let lang = case.user.lang;
    let parts = parts(case, given, problems);
    AskPage {
        restricted: case.signal().is_restricted(),
        shell: case
            .user
            .shell(lang.t("sharing-title"))
            .wrong(!problems.is_empty()),
        number: case.view.signal.number.clone(),
        title: case.signal().title.clone(),
        back: case.path().to_string(),
        action: SharePath { id: case.signal().id }.to_string(),
        wrong: wrong(parts.iter().flat_map(|part| &part.fields)),
        parts,
        marked: case
            .signal()
            .items()
            .iter()
            .map(|item| marked(case, item))
            .collect(),
        released: released(case),
        closed: case.signal().stage.is_closed(),
        matrix: MatrixPath.to_string(),
    }
}

fn parts(case: &Case, given: &Given, problems: &Problems) -> Vec<Part> {
    let (lang, configuration) = (case.user.lang, case.user.configuration());
    let receivers = configuration.receivers();
    let receiver = |id: &PartyId| {
        let name = configuration.party(id)?;
        Some(Choice::new(id, lang.text(&name)))
    };
    let first = Choice::new("", lang.t("act-choose"));
    let receivers = std::iter::once(first).chain(receivers.iter().filter_map(receiver));
    let items = case.signal().items();
    let items = items
        .iter()
        .map(|item| Choice::new(item.at, label(lang, item)).hint(kinds(lang, item.at, &item.categories)));
    let categories = Category::ALL
        .iter()
        .map(|it| Choice::new(it.as_str(), lang.kind("sharing-category", it.as_str())));
    let filled = |field: Field| field.filled(given, "", problems, lang);
    let to = Field::new("to", lang.t("sharing-to"), Way::List(receivers.collect()));
    let what = Field::new("items", lang.t("sharing-items"), Way::Any(items.collect()))
        .hint(lang.t("sharing-items-hint"));
    let other = Field::new(
        "categories",
        lang.t("sharing-categories"),
        Way::Any(categories.collect()),
    );
    vec![
        Part {
            fields: vec![filled(to), filled(what)],
            ..Part::default()
        },
        Part {
            summary: lang.t("sharing-categories-open"),
            open: given.all("categories").next().is_some() || case.signal().items().is_empty(),
            fields: vec![filled(other)],
            ..Part::default()
        },
    ]
}

/// The kinds of data in an item, beside what it is of itself.
pub(super) fn kinds(lang: Lang, at: ItemRef, categories: &BTreeSet<Category>) -> String {
    let more = categories.iter().filter(|it| it.as_str() != at.kind());
    let names: Vec<_> = more
        .map(|it| lang.kind("sharing-category", it.as_str()))
        .collect();
    names.join(", ")
}

/// What an item is, with the kinds of data in it.
pub(super) fn titled(lang: Lang, at: ItemRef, categories: &BTreeSet<Category>) -> String {
    let name = lang.kind("sharing-item", at.kind());
    match kinds(lang, at, categories).as_str() {
        "" => name,
        kinds => format!("{name} ({kinds})"),
    }
}

fn marked(case: &Case, item: &Item) -> Marked {
    let lang = case.user.lang;
    let line = item.mark.as_ref().map_or_else(
        || lang.t("sharing-unmarked"),
        |mark| {
            let mut words = vec![
                lang.kind("sharing-regime", mark.regime.as_str()),
                lang.kind("sharing-onward", mark.onward().as_str()),
            ];
            if let Some(from) = mark
                .originator
                .as_ref()
                .and_then(|id| case.user.configuration().party(id))
            {
                words.push(lang.arg("who", lang.text(&from)).t("sharing-from"));
            }
            if let Some(last) = mark.expires_on {
                words.push(lang.arg("date", case.words().day(last)).t("sharing-until"));
            }
            words.join(" · ")
        },
    );
    Marked {
        name: label(lang, item),
        line,
        href: MarkPath {
            id: case.signal().id,
            item: item.at.to_string(),
        }
        .to_string(),
    }
}

fn released(case: &Case) -> Vec<Released> {
    let (lang, words) = (case.user.lang, case.words());
    let line = |pack: &meldroute_core::sharing::pack::Pack| {
        let state = pack.state(case.user.today);
        Released {
            to: party(case, &pack.to),
            line: lang
                .arg("count", pack.items.len())
                .arg("date", words.short_of(pack.at))
                .arg("who", words.person(pack.by))
                .t("sharing-pack-line"),
            state: lang.kind("sharing-state", state.as_str()),
            open: state == meldroute_core::sharing::pack::PackState::Open,
            href: PackPath {
                id: case.signal().id,
                pack: pack.id,
            }
            .to_string(),
        }
    };
    case.signal().packs.iter().rev().map(line).collect()
}

/// The name of a receiver.
pub(super) fn party(case: &Case, id: &PartyId) -> String {
    let name = case.user.configuration().party(id);
    name.map_or_else(|| id.to_string(), |name| case.user.lang.text(&name).to_owned())
}
