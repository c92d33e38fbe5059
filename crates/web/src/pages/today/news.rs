// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was written to the visitor and waits to be opened: about what they reported, and in answer to what they asked.

use meldroute_core::{
    policy::Right,
    report::News,
    usecase::{Failure, consult, dpia, looking, report, would_permit_here},
};

use crate::{
    dates,
    pages::{
        consult::show::ConsultPath, dpia::show::DpiaPath, looking::review::ReviewPath, own::show::OwnPath,
    },
    visit::User,
};

/// One line: a sentence, and where it is read.
pub(super) struct Line {
    pub(super) words: String,
    pub(super) href: String,
}

/// All that waits for the visitor.
pub(super) async fn read(user: &User) -> Result<Vec<Line>, Failure> {
    let (services, actor, lang) = (&user.app.services, user.actor(), user.lang);
    let reports = report::list_own(services, actor).await?.into_iter();
    let mut lines: Vec<Line> = reports
        .filter_map(|line| {
            let key = match line.news? {
                News::Question => "today-news-question",
                News::Message => "today-news-message",
            };
            Some(Line {
                words: lang.arg("reference", line.id.reference()).t(key),
                href: OwnPath { report: line.id }.to_string(),
            })
        })
        .collect();
    if would_permit_here(actor, Right::AskAdvice) {
        let asked = consult::own(services, actor).await?.into_iter();
        let answered = asked.filter(|stored| stored.value.has_news());
        lines.extend(answered.map(|stored| {
            Line {
                words: lang.t("today-news-advice"),
                href: ConsultPath {
                    consult: stored.value.id,
                }
                .to_string(),
            }
        }));
    }
    if would_permit_here(actor, Right::ReviewLooks) {
        let due = looking::review_due(services, actor).await?;
        lines.extend((due <= user.today).then(|| {
            Line {
                words: lang
                    .arg("date", dates::day(lang, due))
                    .t("today-news-looks-review"),
                href: ReviewPath.to_string(),
            }
        }));
    }
    if would_permit_here(actor, Right::KeepDpia) {
        let count = dpia::outdated(services, actor).await?;
        lines.extend((count > 0).then(|| Line {
            words: lang.arg("count", count).t("today-news-dpia"),
            href: DpiaPath.to_string(),
        }));
    }
    Ok(lines)
}
