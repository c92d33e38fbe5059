// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The certificate of destruction on paper, with the journal's head as it stood just before.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ListId, paper::Block, policy::Right, retention::certificate::Certificate, usecase::retention,
};
use serde::Deserialize;

use super::certificate::{Row, row, signed, stated};
use crate::{
    App, dates,
    lang::Lang,
    page::Answer,
    paper::{self, Paper, heading, paragraph},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/verklaring/pdf")]
pub(super) struct PaperPath {
    pub(super) list: ListId,
}

pub(super) fn route() -> Route {
    route::get::<PaperPath, _, _>(Who::Right(Right::ReadRetention), file)
}

async fn file(path: PaperPath, user: User, State(app): State<App>) -> Answer {
    let certificate = retention::give_certificate(&app.services, user.actor(), path.list).await?;
    let (lang, made_on) = (user.lang, certificate.proposed_on);
    let paper = Paper {
        title: lang.t("retention-certificate"),
        classification: lang.t("print-confidential"),
        number: lang.arg("day", dates::day(lang, made_on)).t("retention-list-of"),
        blocks: blocks(lang, &certificate),
        head: Some(certificate.head),
    };
    let name = format!("verklaring-van-vernietiging-{made_on}");
    paper::give(&user, paper, &name).await
}

fn blocks(lang: Lang, certificate: &Certificate) -> Vec<Block> {
    let fact = |key: &str, value: String| (lang.t(key), value);
    let mut blocks = vec![
        paragraph(stated(lang, certificate)),
        Block::Facts {
            caption: lang.t("retention-certificate"),
            rows: vec![
                fact(
                    "retention-certificate-proposed",
                    dates::day(lang, certificate.proposed_on),
                ),
                fact("retention-certificate-owner", signed(lang, &certificate.owner)),
                fact(
                    "retention-certificate-archivist",
                    signed(lang, &certificate.archivist),
                ),
                fact("retention-certificate-stayed", certificate.stayed.to_string()),
                fact(
                    "retention-certificate-copies",
                    lang.arg("day", dates::day(lang, certificate.backups_gone_on))
                        .t("retention-certificate-backups"),
                ),
            ],
        },
    ];
    for category in &certificate.categories {
        blocks.extend(part(lang, row(lang, category)));
    }
    blocks.push(paragraph(lang.t("retention-certificate-note")));
    blocks
}

/// What went by one rule.
fn part(lang: Lang, row: Row) -> [Block; 2] {
    let basis = format!("{}\n{}", row.basis, row.source);
    let rows = [
        ("retention-count-gone", row.count),
        ("retention-period-head", row.period),
        ("retention-basis", basis),
        ("retention-method", row.end),
        ("retention-rule", row.rule),
        ("retention-numbers", row.numbers),
    ];
    let said = rows.into_iter().filter(|(_, value)| !value.is_empty());
    [
        heading(1, row.what.clone()),
        Block::Facts {
            caption: row.what,
            rows: said.map(|(key, value)| (lang.t(key), value)).collect(),
        },
    ]
}
