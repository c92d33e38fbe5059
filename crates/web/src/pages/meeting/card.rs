// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A signal on the screen of a sitting: what we know in short, what was decided last time and what came in since.

use meldroute_core::{
    id::{BodyId, Timestamp},
    ports::Stored,
    signal::{
        Decision, Signal,
        strand::{Strand, StrandState},
    },
};

use crate::pages::signal::{
    head::{self, Badge},
    known::{self, Known},
    origin,
    wording::Wording,
};

/// A signal in short.
pub(crate) struct Card {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) badges: Vec<Badge>,
    pub(crate) sentence: String,
    pub(crate) minor: bool,
    pub(crate) restricted: bool,
    pub(crate) known: Known,
    /// What was decided here last time, and when.
    pub(crate) last: Option<(String, String)>,
    pub(crate) news: Vec<String>,
}

pub(crate) fn card(words: &Wording<'_>, stored: &Stored<Signal>, body: &BodyId, now: Timestamp) -> Card {
    let signal = &stored.value;
    let here = |decision: &&Decision| decision.body.as_ref() == Some(body);
    let last = signal.decisions.iter().rev().find(here);
    let head = head::head(words, signal, now);
    Card {
        number: stored.number.clone(),
        title: signal.title.clone(),
        badges: head.badges,
        sentence: head.sentence,
        minor: head.minor,
        restricted: head.restricted,
        known: known::known(words, signal),
        last: last.map(|decision| {
            let outcome = words.outcome(&decision.step, decision.body.as_ref(), &decision.outcome);
            let said = words
                .lang
                .arg("outcome", outcome)
                .arg("reason", &decision.reason)
                .t("decide-last-time-quote");
            (said, words.short_of(decision.at))
        }),
        news: last.map_or_else(Vec::new, |decision| news(words, signal, decision.at)),
    }
}

/// What came in since a moment, oldest first.
fn news(words: &Wording<'_>, signal: &Signal, since: Timestamp) -> Vec<String> {
    let lang = words.lang;
    let mut news: Vec<(Timestamp, String)> = Vec::new();
    for seen in signal.observations.iter().filter(|seen| seen.at > since) {
        news.push((seen.at, lang.t("decide-new-observation")));
    }
    for thought in signal.assessments.iter().filter(|thought| thought.at > since) {
        news.push((thought.at, lang.t("decide-new-assessment")));
    }
    for note in signal.notes.iter().filter(|note| note.at > since) {
        news.push((note.at, lang.arg("source", &note.source).t("decide-new-note")));
    }
    for strand in &signal.strands {
        if let Some(at) = ended(strand).filter(|at| *at > since) {
            let said = lang
                .arg("kind", lang.kind("strand-kind", strand.kind.as_str()))
                .arg("state", origin::stands(words, strand).0)
                .t("decide-new-strand");
            news.push((at, said));
        }
    }
    news.sort_by_key(|(at, _)| *at);
    news.into_iter().map(|(_, said)| said).collect()
}

fn ended(strand: &Strand) -> Option<Timestamp> {
    match strand.state {
        StrandState::Refused { at, .. }
        | StrandState::Done { at, .. }
        | StrandState::Withdrawn { at, .. } => Some(at),
        StrandState::Offered | StrandState::UnderWay { .. } => None,
    }
}
