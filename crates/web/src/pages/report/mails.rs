// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The mails of a report on its page: what was sent when, and what a person did when one did not arrive. Never to whom.

use meldroute_core::{
    calendar::dutch_date,
    outgoing::{Acceptance, Sending},
    policy::Right,
    report::{Report, Undelivered},
    usecase::{outgoing::MailLine, would_permit_here},
};

use super::{message::Words, undelivered::UndeliveredPath};
use crate::{dates, visit::User};

/// One mail, for the page.
pub(super) struct Mail {
    /// What it carries, and who released it when.
    pub(super) what: String,
    pub(super) class: &'static str,
    /// What became of it.
    pub(super) state: String,
    /// Key of the label and value: the proof.
    pub(super) proof: Vec<(&'static str, String)>,
    /// What a person did when it did not arrive.
    pub(super) settled: String,
    /// Where a person says so; empty where nothing is to be done.
    pub(super) settle: String,
}

/// The mails of a report.
pub(super) fn of(user: &User, report: &Report, mails: &[MailLine], words: &Words<'_>) -> Vec<Mail> {
    mails.iter().map(|mail| one(user, report, mail, words)).collect()
}

fn one(user: &User, report: &Report, mail: &MailLine, words: &Words<'_>) -> Mail {
    let lang = user.lang;
    let what = words
        .by("date", mail.queued_at, mail.by)
        .arg("what", lang.kind("mail-carries", mail.carries.as_str()))
        .t("mail-released");
    let (class, state, acceptance) = match &mail.state {
        Sending::Waiting { next, last, .. } if !last.is_empty() => {
            let say = lang.arg("answer", last).arg("date", dates::moment(lang, *next));
            ("", say.t("mail-waiting-again"), None)
        }
        Sending::Waiting {
            attempts: 1.., next, ..
        } => {
            let say = lang.arg("date", dates::moment(lang, *next));
            ("", say.t("mail-waiting-unknown"), None)
        }
        Sending::Waiting { .. } => ("", lang.t("mail-waiting"), None),
        Sending::Accepted(acceptance) => ("badge--done", lang.t("mail-accepted"), Some(acceptance)),
        Sending::Doubted {
            reason, acceptance, ..
        } => {
            let say = lang.arg("reason", reason);
            ("badge--late", say.t("mail-doubted"), Some(acceptance))
        }
        Sending::Failed { reason, .. } => {
            let say = lang.arg("reason", reason);
            ("badge--late", say.t("mail-failed"), None)
        }
    };
    let failed = report.undelivered.iter().find(|failed| failed.mail == mail.id);
    let may = would_permit_here(user.actor(), Right::GiveFeedback);
    let open = failed.is_some_and(|failed| failed.settled.is_none());
    Mail {
        what,
        class,
        state,
        proof: acceptance.map_or_else(Vec::new, |it| proof(user, mail, it)),
        settled: failed
            .and_then(|failed| settled(user, failed, words))
            .unwrap_or_default(),
        settle: if may && open {
            let path = UndeliveredPath {
                report: report.id,
                mail: mail.id,
            };
            path.to_string()
        } else {
            String::new()
        },
    }
}

fn proof(user: &User, mail: &MailLine, acceptance: &Acceptance) -> Vec<(&'static str, String)> {
    vec![
        ("mail-at", dates::moment(user.lang, acceptance.at)),
        ("mail-answer", acceptance.answer.clone()),
        ("mail-id", mail.message_id.clone()),
        ("mail-sha", acceptance.sha256.clone()),
    ]
}

fn settled(user: &User, failed: &Undelivered, words: &Words<'_>) -> Option<String> {
    let settled = failed.settled.as_ref()?;
    let how = match settled.way {
        Some(way) => user.lang.kind("feedback-way", way.as_str()),
        None => user.lang.t("undelivered-not"),
    };
    let say = user
        .lang
        .arg("date", dates::day(user.lang, dutch_date(settled.at)))
        .arg("who", words.name(settled.by));
    Some(
        say.arg("how", how)
            .arg("reason", &settled.reason)
            .t("mail-settled"),
    )
}
