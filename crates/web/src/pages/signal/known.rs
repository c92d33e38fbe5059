// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What we know of a signal: observations, assessment, subjects, notes, decisions on gates. Texts about people stay closed until opened.

use meldroute_core::{
    calendar::dutch_date,
    sharing::mark::ItemRef,
    signal::{
        Signal,
        assessment::{Assessment, SubjectKind},
    },
};

use crate::pages::signal::wording::{Wording, count};

/// What a data subject says to be right: the line that opens it, and its text.
type Rectified = (String, String);

/// What we know.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) observations: Vec<Written>,
    pub(crate) thought: Option<Thought>,
    pub(crate) earlier: Vec<String>,
    pub(crate) things: Vec<Thing>,
    pub(crate) persons: Vec<Thing>,
    pub(crate) notes: Vec<Written>,
    pub(crate) gates: Vec<Written>,
}

/// Something that was written down.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) title: String,
    pub(crate) line: String,
    pub(crate) badge: String,
    /// The line that opens the text.
    pub(crate) open: String,
    pub(crate) text: String,
    pub(crate) record: String,
    pub(crate) rectified: Vec<Rectified>,
}

/// What we think it is now.
#[derive(Debug)]
pub(crate) struct Thought {
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) indicators: Vec<String>,
    pub(crate) lists: String,
    pub(crate) by: String,
    pub(crate) open: String,
    pub(crate) explanation: String,
    pub(crate) rectified: Vec<Rectified>,
}

/// What or whom it is about.
#[derive(Debug)]
pub(crate) struct Thing {
    pub(crate) index: usize,
    pub(crate) kind: String,
    pub(crate) value: String,
    pub(crate) part: String,
    pub(crate) why: String,
    pub(crate) struck: Option<String>,
    pub(crate) rectified: Vec<Rectified>,
}

pub(crate) fn known(words: &Wording<'_>, signal: &Signal) -> Known {
    let (persons, things) = things(words, signal)
        .into_iter()
        .partition(|(kind, _)| *kind == SubjectKind::Person);
    let only = |pairs: Vec<(SubjectKind, Thing)>| pairs.into_iter().map(|(_, thing)| thing).collect();
    Known {
        observations: observations(words, signal),
        thought: signal
            .assessment()
            .map(|assessment| thought(words, signal, assessment)),
        earlier: earlier(words, signal),
        things: only(things),
        persons: only(persons),
        notes: notes(words, signal),
        gates: gates(words, signal),
    }
}

fn observations(words: &Wording<'_>, signal: &Signal) -> Vec<Written> {
    let lang = words.lang;
    signal
        .observations
        .iter()
        .enumerate()
        .map(|(place, seen)| Written {
            rectified: rectified(words, signal, ItemRef::Observation(place)),
            title: lang.t("signal-observation"),
            line: match (seen.observed.trim(), seen.observer.trim()) {
                ("", who) => who.to_owned(),
                (when, "") => when.to_owned(),
                (when, who) => lang
                    .arg("observed", when)
                    .arg("observer", who)
                    .t("signal-observation-by"),
            },
            badge: if seen.first_hand {
                lang.t("signal-observation-first-hand")
            } else {
                lang.t("signal-observation-hearsay")
            },
            open: lang.arg("words", count(&seen.text)).t("signal-read-observation"),
            text: seen.text.clone(),
            record: lang
                .arg("date", words.short_of(seen.at))
                .arg("who", words.person(seen.by))
                .t("signal-observation-written"),
        })
        .collect()
}

/// What data subjects say to be right of an item.
fn rectified(words: &Wording<'_>, signal: &Signal, item: ItemRef) -> Vec<Rectified> {
    let said = signal.rectified(item);
    said.map(|note| {
        let line = words
            .lang
            .arg("date", words.short_of(note.at))
            .t("signal-rectified");
        (line, note.text.clone())
    })
    .collect()
}

fn notes(words: &Wording<'_>, signal: &Signal) -> Vec<Written> {
    let lang = words.lang;
    signal
        .notes
        .iter()
        .enumerate()
        .filter(|(_, note)| signal.beside(note).is_none())
        .map(|(place, note)| Written {
            rectified: rectified(words, signal, ItemRef::Note(place)),
            title: lang.arg("source", &note.source).t("signal-note"),
            line: by(words, note.at, note.by),
            badge: String::new(),
            open: lang.arg("words", count(&note.text)).t("signal-read-note"),
            text: note.text.clone(),
            record: String::new(),
        })
        .collect()
}

fn gates(words: &Wording<'_>, signal: &Signal) -> Vec<Written> {
    let lang = words.lang;
    signal
        .gates
        .iter()
        .map(|decided| {
            let gate = words.configuration.route.gate(&decided.gate);
            Written {
                rectified: Vec::new(),
                title: gate.map_or_else(
                    || decided.gate.to_string(),
                    |gate| lang.text(&gate.question).to_owned(),
                ),
                line: by(words, decided.at, decided.by),
                badge: String::new(),
                open: String::new(),
                text: decided.reason.clone(),
                record: if decided.granted {
                    lang.arg("ground", &decided.ground).t("signal-gate-granted")
                } else {
                    lang.t("signal-gate-refused")
                },
            }
        })
        .collect()
}

fn by(words: &Wording<'_>, at: meldroute_core::id::Timestamp, by: meldroute_core::id::PersonId) -> String {
    words
        .lang
        .arg("date", words.short_of(at))
        .arg("who", words.person(by))
        .t("signal-assessed-by")
}

fn thought(words: &Wording<'_>, signal: &Signal, assessment: &Assessment) -> Thought {
    let lang = words.lang;
    let forms: Vec<_> = assessment.forms.iter().map(|form| words.form(form)).collect();
    let grades = [
        lang.kind("signal-source-grade", assessment.source_grade.as_str()),
        lang.kind("signal-information-grade", assessment.information_grade.as_str()),
    ];
    let mut facts = vec![
        (lang.t("signal-form"), forms.join(", ")),
        (
            lang.t("signal-urgency"),
            lang.kind("signal-urgency", assessment.urgency.as_str()),
        ),
        (
            lang.t("signal-minor-label"),
            lang.kind("signal-minor", assessment.minor.as_str()),
        ),
        (
            lang.t("signal-about"),
            lang.kind("signal-about", assessment.about.as_str()),
        ),
        (lang.t("signal-grades"), grades.join("; ")),
    ];
    if !assessment.place.trim().is_empty() {
        facts.push((lang.t("signal-place"), assessment.place.clone()));
    }
    let confirmed = lang.kind("signal-confirmed", signal.confirmation.as_str());
    facts.push((lang.t("signal-confirmation"), confirmed));
    let versions: Vec<_> = assessment.list_versions.iter().map(String::as_str).collect();
    let last = signal.assessments.len().saturating_sub(1);
    Thought {
        rectified: rectified(words, signal, ItemRef::Assessment(last)),
        facts,
        indicators: assessment
            .indicators
            .iter()
            .map(|id| words.indicator(id))
            .collect(),
        lists: lang.arg("versions", versions.join(", ")).t("signal-lists"),
        by: by(words, assessment.at, assessment.by),
        open: lang
            .arg("words", count(&assessment.explanation))
            .t("signal-read-explanation"),
        explanation: assessment.explanation.clone(),
    }
}

fn earlier(words: &Wording<'_>, signal: &Signal) -> Vec<String> {
    let before = signal.assessments.len().saturating_sub(1);
    let line = |assessment: &Assessment| {
        let forms: Vec<_> = assessment.forms.iter().map(|form| words.form(form)).collect();
        words
            .lang
            .arg("date", words.day(dutch_date(assessment.at)))
            .arg("who", words.person(assessment.by))
            .arg("forms", forms.join(", "))
            .t("signal-earlier-assessment")
    };
    signal.assessments.iter().take(before).rev().map(line).collect()
}

fn things(words: &Wording<'_>, signal: &Signal) -> Vec<(SubjectKind, Thing)> {
    let lang = words.lang;
    let thing = |(index, subject): (usize, &meldroute_core::signal::assessment::Subject)| {
        let person = subject.kind == SubjectKind::Person;
        let struck = subject.struck.as_ref();
        let thing = Thing {
            rectified: rectified(words, signal, ItemRef::Subject(index)),
            index,
            kind: lang.kind("signal-subject", subject.kind.as_str()),
            value: subject.value.clone(),
            part: if person {
                lang.kind("signal-part", subject.part.as_str())
            } else {
                String::new()
            },
            why: lang.arg("reason", &subject.reason).t("signal-subject-why"),
            struck: struck.map(|reason| lang.arg("reason", reason).t("signal-subject-struck")),
        };
        (subject.kind, thing)
    };
    signal.subjects.iter().enumerate().map(thing).collect()
}
