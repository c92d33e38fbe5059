// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The answer in plain words, item by item, each with its ground; and below it what would leave the house, for a person to release.

use std::collections::BTreeSet;

use askama::Template;
use chrono::Days;
use meldroute_core::{
    id::PartyId,
    sharing::{Answer, Need, mark::Stop, matrix::Ruling, rule::Ground, terms::Verdict},
    signal::share::Item,
    usecase::sharing::Asked,
};
use uuid::Uuid;

use super::{
    ask::{SharePath, kinds, party, titled},
    release::ReleasePath,
};
use crate::{
    exposed::Exposed,
    form::Problems,
    lang::Lang,
    pages::signal::{
        act::Case,
        field::{Field, Given, Way, wrong},
    },
    shell::Shell,
};

/// For how long a pack is of use where nobody says otherwise.
const USUALLY: Days = Days::new(90);

/// The answer about one item or kind of data.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) kinds: String,
    pub(super) badge: String,
    pub(super) class: &'static str,
    pub(super) sentence: String,
    pub(super) todo: Vec<String>,
    pub(super) grounds: Vec<Because>,
}

/// Why: a rule's ground, with its source and whether somebody confirmed it.
pub(super) struct Because {
    pub(super) text: String,
    pub(super) source: String,
    pub(super) confirmed: String,
    pub(super) is_confirmed: bool,
}

/// What would leave the house.
pub(super) struct Leaving {
    pub(super) item: String,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) marks: String,
}

#[derive(Template)]
#[template(path = "pages/sharing/answer.html")]
pub(super) struct AnswerPage {
    pub(super) shell: Shell,
    pub(super) restricted: bool,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) to: String,
    pub(super) to_id: String,
    pub(super) ask: String,
    pub(super) back: String,
    pub(super) circumstances: Vec<String>,
    pub(super) lines: Vec<Line>,
    pub(super) leaving: Vec<Leaving>,
    pub(super) fields: Vec<Field>,
    pub(super) exposed: Option<Exposed>,
    pub(super) wrong: Vec<(String, String)>,
    pub(super) action: String,
    pub(super) mark: Uuid,
    pub(super) closed: bool,
}

impl AnswerPage {
    pub(super) fn new(
        case: &Case,
        to: &PartyId,
        asked: &Asked,
        given: &Given,
        problems: &Problems,
        exposed: Option<Exposed>,
    ) -> Self {
        let (signal, configuration, lang) = (case.signal(), case.user.configuration(), case.user.lang);
        let (mut lines, mut leaving, mut needs) = (Vec::new(), Vec::new(), BTreeSet::new());
        for item in signal
            .items()
            .iter()
            .filter(|item| asked.items.contains(&item.at))
        {
            let judged = signal.judge(configuration, item, to, case.user.today);
            if judged.verdict.answer != Answer::Deny {
                needs.extend(&judged.verdict.needs);
                leaving.push(leaves(case, item));
            }
            let name = label(lang, item);
            lines.push(line(
                case,
                (name, kinds(lang, item.at, &item.categories)),
                &judged.verdict,
                judged.stop,
            ));
        }
        let from = configuration.first_controller();
        for category in &asked.categories {
            let kind = [*category].into();
            let verdict = Verdict::of(
                configuration.sharing.as_ref(),
                (&from, to),
                &kind,
                signal.circumstances(),
            );
            let name = lang.kind("sharing-category", category.as_str());
            lines.push(line(case, (name, String::new()), &verdict, None));
        }
        let fields = fields(case, &needs, given, problems);
        let who = party(case, to);
        Self {
            restricted: signal.is_restricted(),
            shell: case
                .user
                .shell(lang.arg("who", &who).t("sharing-answer-title"))
                .wrong(!problems.is_empty() || exposed.is_some()),
            number: case.view.signal.number.clone(),
            title: signal.title.clone(),
            to: who,
            to_id: to.to_string(),
            ask: SharePath { id: signal.id }.to_string(),
            back: case.path().to_string(),
            circumstances: circumstances(case),
            lines,
            leaving,
            wrong: wrong(&fields),
            fields,
            exposed,
            action: ReleasePath { id: signal.id }.to_string(),
            mark: case.app.services.minter.mint(),
            closed: signal.stage.is_closed(),
        }
    }
}

/// What the answer took into account beside what was asked.
fn circumstances(case: &Case) -> Vec<String> {
    let (minor, acute) = case.signal().circumstances();
    let lang = case.user.lang;
    let mut lines = vec![lang.kind("sharing-minor", minor.as_str())];
    if acute {
        lines.push(lang.t("sharing-acute"));
    }
    lines
}

/// What an item is, with its first words.
pub(crate) fn label(lang: Lang, item: &Item) -> String {
    const MOST: usize = 60;
    let mut words: String = item.text.chars().take(MOST).collect();
    if words.len() < item.text.len() {
        // Not in the middle of a word.
        let end = words.trim_end().rfind(' ').unwrap_or(words.len());
        words.truncate(end);
        words.push_str(" …");
    }
    format!("{}: {words}", lang.kind("sharing-item", item.at.kind()))
}

fn line(case: &Case, (name, kinds): (String, String), verdict: &Verdict<'_>, stop: Option<Stop>) -> Line {
    let lang = case.user.lang;
    let deciding = verdict
        .rulings
        .iter()
        .find(|ruling| ruling.answer == verdict.answer);
    let pending = deciding.is_some_and(|ruling| ruling.pending);
    let no_rule = deciding.is_some_and(|ruling| ruling.rules.is_empty());
    let kind = match (verdict.answer, stop) {
        (_, Some(stop)) => stop.as_str(),
        (Answer::Deny, None) if pending => "pending",
        (Answer::Deny, None) if no_rule => "no-rule",
        (Answer::Allow, None) if !verdict.needs.is_empty() => "allow-after",
        (answer, None) => answer.as_str(),
    };
    let (badge, class) = match verdict.answer {
        Answer::Allow if verdict.needs.is_empty() => ("sharing-yes", ""),
        Answer::Allow => ("sharing-after", " badge--due"),
        Answer::AskFirst => ("sharing-ask-first", " badge--due"),
        Answer::DecisionNeeded => ("sharing-decide-first", " badge--due"),
        Answer::Deny => ("sharing-no", " badge--late"),
    };
    let todo = verdict
        .needs
        .iter()
        .map(|need| lang.kind("sharing-need", need.as_str()));
    Line {
        name,
        kinds,
        badge: lang.t(badge),
        class,
        sentence: lang.kind("sharing-says", kind),
        todo: todo.collect(),
        grounds: if stop.is_some() {
            Vec::new()
        } else {
            grounds(case, &verdict.rulings)
        },
    }
}

fn grounds(case: &Case, rulings: &[Ruling<'_>]) -> Vec<Because> {
    let mut seen = BTreeSet::new();
    let rules = rulings.iter().flat_map(|ruling| &ruling.rules);
    rules
        .filter(|rule| seen.insert(rule.id.clone()))
        .map(|rule| because(case, &rule.ground))
        .collect()
}

fn because(case: &Case, ground: &Ground) -> Because {
    let lang = case.user.lang;
    let (source, date) = (&ground.source, case.words().day(ground.date));
    Because {
        text: ground.text.clone(),
        source: lang.arg("source", source).arg("date", date).t("sharing-source"),
        confirmed: ground.confirmed_by.as_ref().map_or_else(
            || lang.t("sharing-unconfirmed"),
            |who| lang.arg("who", who).t("sharing-confirmed"),
        ),
        is_confirmed: ground.confirmed_by.is_some(),
    }
}

fn leaves(case: &Case, item: &Item) -> Leaving {
    let lang = case.user.lang;
    let (regime, minutes) = item
        .mark
        .as_ref()
        .map_or(("avg", false), |mark| (mark.regime.as_str(), mark.minutes));
    let minutes = if minutes {
        "sharing-minutes-yes"
    } else {
        "sharing-minutes-no"
    };
    Leaving {
        item: item.at.to_string(),
        name: titled(lang, item.at, &item.categories),
        text: item.text.clone(),
        marks: [
            lang.kind("sharing-regime", regime),
            lang.kind("sharing-onward", item.onward().as_str()),
            lang.t(minutes),
        ]
        .join(" · "),
    }
}

/// A field for each thing that must be there first, and the last day.
fn fields(case: &Case, needs: &BTreeSet<Need>, given: &Given, problems: &Problems) -> Vec<Field> {
    let lang = case.user.lang;
    let asked = needs.iter().map(|need| {
        Field::new(
            need.as_str(),
            lang.kind("sharing-fill", need.as_str()),
            Way::Lines(2),
        )
        .hint(lang.kind("sharing-fill-hint", need.as_str()))
    });
    let last =
        Field::new("expires", lang.t("sharing-expires"), Way::Day).hint(lang.t("sharing-expires-hint"));
    let begin = (case.user.today + USUALLY).to_string();
    asked
        .chain([last])
        .map(|field| {
            let begin = if field.name == "expires" {
                begin.as_str()
            } else {
                ""
            };
            let sent = given.all(&field.name).next().is_some();
            let given = if sent { given.clone() } else { Given::default() };
            field.filled(&given, begin, problems, lang)
        })
        .collect()
}
