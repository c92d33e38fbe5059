// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A released pack on paper: the same as its file for a machine, with the journal's head as it stood at the release on every page.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PackId, PartyId, SignalId},
    paper::Block,
    policy::Right,
    sharing::pack::PackGround,
    usecase::sharing::{self, Sheet, SheetItem},
};
use serde::Deserialize;

use crate::{
    App, dates,
    page::Answer,
    paper::{self, Paper},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/delen/{pack}/pdf")]
pub(crate) struct PaperPath {
    pub(crate) id: SignalId,
    pub(crate) pack: PackId,
}

pub(super) fn route() -> Route {
    route::get::<PaperPath, _, _>(Who::Right(Right::WorkSignal), file)
}

async fn file(path: PaperPath, user: User, State(app): State<App>) -> Answer {
    let sheet = sharing::open(&app.services, user.actor(), path.id, path.pack).await?;
    let name = format!("{}-deelpakket", sheet.signal);
    paper::give(&user, paper_of(&user, sheet), &name).await
}

fn paper_of(user: &User, sheet: Sheet) -> Paper {
    let lang = user.lang;
    let who = party(user, &sheet.to);
    let until = dates::day(lang, sheet.expires_on);
    let fact = |key: &str, value: String| (lang.t(key), value);
    let mut blocks = vec![
        Block::Facts {
            caption: lang.t("pack-paper-facts"),
            rows: vec![
                fact("pack-paper-to", who.clone()),
                fact("pack-paper-by", user.configuration().municipality.name.clone()),
                fact("pack-paper-signal", sheet.signal.clone()),
                fact("pack-paper-released", dates::moment(lang, sheet.released_at)),
                fact("sharing-expires", until.clone()),
            ],
        },
        Block::Note {
            text: lang.arg("date", until).t("pack-paper-note"),
        },
    ];
    for (place, item) in sheet.items.iter().enumerate() {
        blocks.extend(part(user, place + 1, item));
    }
    Paper {
        title: lang.arg("who", &who).t("pack-paper-title"),
        classification: lang.arg("who", &who).t("pack-paper-classification"),
        number: sheet.signal,
        head: sheet.journal_head,
        blocks,
    }
}

/// One item, with its marks and the grounds on which it left.
fn part(user: &User, place: usize, item: &SheetItem) -> [Block; 3] {
    let lang = user.lang;
    let kinds = item.categories.iter();
    let kinds: Vec<_> = kinds
        .map(|it| lang.kind("sharing-category", it.as_str()))
        .collect();
    let minutes = if item.may_stand_in_minutes {
        "sharing-minutes-yes"
    } else {
        "sharing-minutes-no"
    };
    let mut rows = vec![
        (lang.t("pack-paper-controller"), party(user, &item.controller)),
        (
            lang.t("pack-paper-regime"),
            lang.kind("sharing-regime", item.regime.as_str()),
        ),
        (
            lang.t("pack-paper-onward"),
            lang.kind("sharing-onward", item.may_go_on.as_str()),
        ),
        (lang.t("pack-paper-minutes"), lang.t(minutes)),
    ];
    rows.extend(
        item.grounds
            .iter()
            .map(|ground| (lang.t("pack-paper-ground"), words(user, ground))),
    );
    let name = lang
        .arg("place", place)
        .arg("kinds", kinds.join(", "))
        .t("pack-paper-item");
    [
        Block::Heading {
            level: 1,
            text: name.clone(),
        },
        Block::Quote {
            text: item.text.clone(),
        },
        Block::Facts { caption: name, rows },
    ]
}

/// A ground with where it stands and who confirmed it.
fn words(user: &User, ground: &PackGround) -> String {
    let lang = user.lang;
    let source = lang
        .arg("source", &ground.source)
        .arg("date", dates::day(lang, ground.date))
        .t("sharing-source");
    let confirmed = ground.confirmed_by.as_ref().map_or_else(
        || lang.t("sharing-unconfirmed"),
        |who| lang.arg("who", who).t("sharing-confirmed"),
    );
    format!("{}\n{source} ({confirmed})", ground.text)
}

fn party(user: &User, id: &PartyId) -> String {
    let name = user.configuration().party(id);
    name.map_or_else(|| id.to_string(), |name| user.lang.text(&name).to_owned())
}
