// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the rules say of one thing, and rules in words.

use meldroute_core::{
    policy::Right,
    retention::{
        hold::Hold,
        rule::{Class, Rule},
        term::Term,
    },
    usecase::{retention::Fate, would_permit_here},
};

use super::overview::RuleLine;
use crate::{dates, lang::Lang, visit::User};

/// The card on the page of a signal or report.
pub(crate) struct Card {
    /// Until when it is kept, and what happens then.
    pub(crate) until: String,
    /// Why.
    pub(crate) basis: Option<String>,
    /// That it must stay, why and since when.
    pub(crate) hold: Option<String>,
    /// Where a hold is set or lifted, for who may.
    pub(crate) href: Option<String>,
}

impl Card {
    /// The card; none where there is nothing to say and nothing to do.
    pub(crate) fn new(user: &User, fate: Option<&Fate>, hold: Option<&Hold>, href: String) -> Option<Self> {
        let lang = user.lang;
        let href = would_permit_here(user.actor(), Right::HoldBack).then_some(href);
        let until = match fate {
            Some(fate) => until(lang, fate),
            None if user.configuration().retention.is_none() => lang.t("retention-no-rules"),
            None => lang.t("retention-starts-later"),
        };
        let hold = hold.map(|hold| {
            lang.arg("day", dates::moment(lang, hold.at))
                .arg("reason", &hold.reason)
                .t("retention-hold-stands")
        });
        (href.is_some() || fate.is_some() || hold.is_some()).then(|| Self {
            until,
            basis: fate
                .and_then(|fate| fate.rule.as_ref())
                .map(|rule| format!("{} ({})", rule.basis.text, rule.basis.source)),
            hold,
            href,
        })
    }
}

fn until(lang: Lang, fate: &Fate) -> String {
    let Some(rule) = &fate.rule else {
        return lang.t("retention-no-rule");
    };
    let Some(last) = fate.last_day else {
        return lang.t("retention-for-ever");
    };
    let last = fate.kept_until.map_or(last, |kept| kept.max(last));
    lang.arg("day", dates::day(lang, last))
        .kind("retention-until", rule.end.as_str())
}

/// A rule in words.
pub(super) fn rule(lang: Lang, rule: &Rule) -> RuleLine {
    let basis = &rule.basis;
    RuleLine {
        what: what(lang, rule),
        kept: rule.term.map_or_else(
            || lang.t("retention-for-ever"),
            |term| {
                let from = format!("{}-{}", rule.class.as_str(), rule.from.as_str());
                let from = lang.kind("retention-from", &from);
                let end = lang.kind("retention-end", rule.end.as_str());
                format!("{} {from}; {end}", length(lang, term))
            },
        ),
        text: basis.text.clone(),
        source: lang
            .arg("source", &basis.source)
            .arg("date", dates::day(lang, basis.date))
            .t("sharing-source"),
        confirmed: basis.confirmed_by.as_ref().map_or_else(
            || lang.t("retention-unconfirmed"),
            |who| lang.arg("who", who).t("sharing-confirmed"),
        ),
        is_confirmed: basis.confirmed_by.is_some(),
    }
}

/// What a rule is about, such as "closed signal: not confirmed, without a case".
fn what(lang: Lang, rule: &Rule) -> String {
    let class = lang.kind("retention-class", rule.class.as_str());
    if rule.class != Class::Signal {
        return class;
    }
    let said = rule
        .confirmation
        .iter()
        .map(|said| lang.kind("retention-confirmation", said.as_str()));
    let with = |asked: Option<bool>, what: &str| {
        let yes = asked.map(|yes| if yes { "with" } else { "without" });
        yes.map(|yes| lang.kind("retention", &format!("{yes}-{what}")))
    };
    let parts: Vec<String> = [
        Some(
            said.collect::<Vec<_>>()
                .join(&format!(" {} ", lang.t("retention-or"))),
        )
        .filter(|said| !said.is_empty()),
        with(rule.case, "case"),
        with(rule.intervention, "intervention"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        class
    } else {
        format!("{class}: {}", parts.join(", "))
    }
}

fn length(lang: Lang, term: Term) -> String {
    lang.arg("count", u64::from(term.count()))
        .kind("retention-length", term.unit())
}
