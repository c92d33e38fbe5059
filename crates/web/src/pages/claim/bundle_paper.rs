// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is given to a data subject, on paper.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ClaimId,
    paper::{Block, Cell, Column},
    policy::Right,
    usecase::{
        claim::{self, Bundle},
        journal,
    },
};
use serde::Deserialize;

use super::show;
use crate::{
    App, dates,
    lang::Lang,
    page::Answer,
    paper::{self, Paper, heading, paragraph},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/inzage/pdf")]
pub(crate) struct PaperPath {
    pub(crate) id: ClaimId,
}

pub(super) fn route() -> Route {
    route::get::<PaperPath, _, _>(Who::Right(Right::HandleClaims), file)
}

async fn file(path: PaperPath, user: User, State(app): State<App>) -> Answer {
    let bundle = claim::bundle(&app.services, user.actor(), path.id).await?;
    let head = journal::head(&app.services, user.actor()).await?;
    let lang = user.lang;
    let kind = lang.kind("claim-of", bundle.kind);
    let name = format!("inzage-{}", bundle.asked_on);
    let paper = Paper {
        title: lang.t("bundle-title"),
        classification: lang.t("print-confidential"),
        number: format!("{kind} {}", bundle.asked_on),
        head,
        blocks: blocks(&user, &bundle),
    };
    paper::give(&user, paper, &name).await
}

fn blocks(user: &User, bundle: &Bundle) -> Vec<Block> {
    let lang = user.lang;
    let mut blocks = Vec::new();
    if bundle.answer.is_none() {
        blocks.push(Block::Note {
            text: lang.t("bundle-draft"),
        });
    }
    blocks.push(Block::Facts {
        caption: lang.t("bundle-facts"),
        rows: vec![
            (lang.t("bundle-municipality"), bundle.municipality.clone()),
            (lang.t("claim-who"), bundle.name.clone()),
            (lang.t("claim-kind"), lang.kind("claim-of", bundle.kind)),
            (lang.t("claim-asked-on"), dates::day(lang, bundle.asked_on)),
        ],
    });
    if let Some(answer) = &bundle.answer {
        blocks.extend([heading(1, lang.t("claim-answer")), paragraph(answer)]);
    }
    blocks.extend(data(user, bundle));
    if !bundle.refused.is_empty() {
        let refused = bundle.refused.iter();
        let items = refused.map(|(ground, count)| {
            lang.arg("count", *count)
                .arg("ground", ground)
                .t("bundle-refused-on")
        });
        blocks.push(heading(1, lang.t("bundle-refused")));
        blocks.push(Block::List {
            items: items.collect(),
        });
    }
    blocks.extend(about(lang, bundle));
    blocks
}

/// The passages that are given, and those that were and are there no more.
fn data(user: &User, bundle: &Bundle) -> Vec<Block> {
    let lang = user.lang;
    let mut blocks = vec![heading(1, lang.t("bundle-data"))];
    if bundle.given.is_empty() {
        blocks.push(paragraph(lang.t("bundle-data-none")));
    }
    for given in &bundle.given {
        let name = format!("{} ({})", show::part(user, &given.part), given.number);
        blocks.push(heading(2, name));
        blocks.push(Block::Quote {
            text: given.text.clone(),
        });
    }
    if !bundle.destroyed.is_empty() {
        let gone = bundle.destroyed.iter().map(|gone| {
            let part = show::part(user, &gone.part);
            format!("{part}. {}", show::destroyed(lang, &gone.number, gone.on))
        });
        blocks.extend([
            heading(1, lang.t("bundle-destroyed")),
            paragraph(lang.t("bundle-destroyed-text")),
            Block::List {
                items: gone.collect(),
            },
        ]);
    }
    blocks
}

/// What art. 15 asks beside the data: purposes, terms, recipients, source, rights.
fn about(lang: Lang, bundle: &Bundle) -> Vec<Block> {
    let purposes = bundle.purposes.iter().map(|purpose| {
        vec![
            Cell::from(purpose.purpose.as_str()),
            Cell::from(purpose.ground.as_str()),
            Cell::from(purpose.retention.as_str()),
        ]
    });
    let table = Block::Table {
        caption: lang.t("bundle-purposes-table"),
        columns: vec![
            Column::new(lang.t("bundle-purpose"), 3),
            Column::new(lang.t("bundle-ground"), 3),
            Column::new(lang.t("bundle-term"), 3),
        ],
        rows: purposes.collect(),
    };
    let recipients = if bundle.recipients.is_empty() {
        paragraph(lang.t("bundle-recipients-none"))
    } else {
        Block::List {
            items: bundle.recipients.clone(),
        }
    };
    let rights = format!("{} {}", lang.t("bundle-rights-text"), bundle.officer);
    vec![
        heading(1, lang.t("bundle-purposes")),
        table,
        heading(1, lang.t("bundle-recipients")),
        recipients,
        heading(1, lang.t("bundle-source")),
        paragraph(lang.t("bundle-source-text")),
        heading(1, lang.t("bundle-rights")),
        paragraph(rights),
    ]
}
