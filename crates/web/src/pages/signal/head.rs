// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The top of a signal's page: badges, the step as a sentence, facts, and the strip of steps that it visited.

use meldroute_core::{
    calendar::dutch_date,
    configuration::route::{Step, StepKind},
    duty::days_late,
    id::Timestamp,
    signal::{
        Signal,
        assessment::{Minor, Urgency},
        feedback::FeedbackState,
        stage::{Stage, Visit},
        strand::StrandKind,
    },
};

use crate::pages::signal::wording::Wording;

/// A mark with words.
#[derive(Clone, Debug)]
pub(crate) struct Badge {
    pub(crate) class: &'static str,
    pub(crate) text: String,
}

/// The top of the page.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) badges: Vec<Badge>,
    pub(crate) sentence: String,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) steps: Vec<Stop>,
    /// From how many reports it comes, for who may not see them.
    pub(crate) from: String,
    /// A minor may be concerned.
    pub(crate) minor: bool,
    /// Its use is restricted.
    pub(crate) restricted: bool,
}

/// A step on the strip.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) class: &'static str,
    /// The same in words.
    pub(crate) state: String,
    pub(crate) name: String,
    pub(crate) again: Option<String>,
    pub(crate) when: String,
    pub(crate) here: bool,
}

pub(crate) fn head(words: &Wording<'_>, signal: &Signal, now: Timestamp) -> Head {
    Head {
        badges: badges(words, signal, now),
        sentence: sentence(words, signal, now),
        facts: facts(words, signal),
        steps: strip(words, signal),
        from: words
            .lang
            .arg("count", signal.linked().count())
            .t("signal-report-count"),
        minor: signal.assessment().is_some_and(|a| a.minor == Minor::Yes),
        restricted: signal.is_restricted(),
    }
}

/// Restricted, acute, late, forms, minor: what must be seen first.
pub(crate) fn badges(words: &Wording<'_>, signal: &Signal, now: Timestamp) -> Vec<Badge> {
    let lang = words.lang;
    let mut badges = Vec::new();
    let mut mark = |class, text| badges.push(Badge { class, text });
    if signal.is_restricted() {
        mark("badge--late", lang.t("signal-restricted-badge"));
    }
    if signal.acute.is_some() && !signal.stage.is_closed() {
        mark("badge--acute", lang.t("signal-acute"));
    }
    if let Some(due) = signal.stage.due() {
        match days_late(due, now) {
            Some(days) => mark("badge--late", lang.arg("days", days).t("signal-late")),
            None if due == words.today => mark("badge--due", lang.t("signal-due-today")),
            None => {}
        }
    }
    if let Some(assessment) = signal.assessment() {
        if assessment.urgency == Urgency::High {
            mark("badge--due", lang.t("signal-urgent"));
        }
        for form in &assessment.forms {
            mark("", words.form(form));
        }
        let answer = lang.kind("signal-minor", assessment.minor.as_str());
        let class = if assessment.minor == Minor::Yes {
            "badge--due"
        } else {
            ""
        };
        mark(class, lang.arg("answer", answer).t("signal-minor"));
    }
    badges
}

/// Where the signal stands, as a plain sentence.
pub(crate) fn sentence(words: &Wording<'_>, signal: &Signal, now: Timestamp) -> String {
    let lang = words.lang;
    let said = match &signal.stage {
        Stage::Closed { at, by, .. } => {
            let date = words.day(dutch_date(*at));
            return lang
                .arg("date", date)
                .arg("who", words.person(*by))
                .t("signal-sentence-closed");
        }
        Stage::Waiting { strand, due, .. } => {
            let date = words.short(*due);
            let held = signal.strands.iter().find(|held| held.id == *strand);
            match held.map(|held| &held.kind) {
                Some(StrandKind::Task { what, assignee }) => lang
                    .arg("date", date)
                    .arg("who", words.person(*assignee))
                    .arg("what", what)
                    .t("signal-sentence-waiting-task"),
                Some(StrandKind::Inspection { assignee, .. }) => lang
                    .arg("date", date)
                    .arg("who", words.person(*assignee))
                    .t("signal-sentence-waiting-inspection"),
                _ => lang.arg("date", date).t("signal-sentence-waiting"),
            }
        }
        Stage::AtStep { .. } => at_step(words, signal),
    };
    match signal.stage.due().and_then(|due| days_late(due, now)) {
        Some(days) => format!("{said} {}", lang.arg("days", days).t("signal-sentence-late")),
        None => said,
    }
}

fn at_step(words: &Wording<'_>, signal: &Signal) -> String {
    let Stage::AtStep {
        step,
        kind,
        body,
        due,
        ..
    } = &signal.stage
    else {
        return String::new();
    };
    let lang = words.lang;
    let saying = lang.arg("date", words.short(*due));
    if signal.open_gate(words.configuration).is_some() {
        return saying.t("signal-sentence-gate");
    }
    match (kind, body) {
        (StepKind::Register, _) => saying
            .arg("owner", words.person(signal.owner))
            .t("signal-sentence-register"),
        (StepKind::Enrich, _) => saying.t("signal-sentence-enrich"),
        (StepKind::Body, Some(body)) => saying.arg("body", words.body(body)).t("signal-sentence-body"),
        (StepKind::Decide, _) => saying.arg("step", words.step(step)).t("signal-sentence-decide"),
        (StepKind::Feedback, _) => feedback(words, signal),
        (StepKind::Report | StepKind::Body, _) => {
            saying.arg("step", words.step(step)).t("signal-sentence-step")
        }
    }
}

fn feedback(words: &Wording<'_>, signal: &Signal) -> String {
    let dates = signal
        .feedback_due()
        .filter_map(|(_, message)| match message.state {
            FeedbackState::Due { by } => Some(by),
            FeedbackState::Given { .. } | FeedbackState::Withheld { .. } | FeedbackState::NotOwed { .. } => {
                None
            }
        });
    let (due, open) = (signal.feedback_due().count(), signal.open_strands().count());
    if due == 0 && open > 0 {
        return words.lang.arg("open", open).t("signal-sentence-feedback-strands");
    }
    let date = dates.min().map_or_else(String::new, |by| words.short(by));
    words
        .lang
        .arg("due", due)
        .arg("date", date)
        .t("signal-sentence-feedback")
}

fn facts(words: &Wording<'_>, signal: &Signal) -> Vec<(String, String)> {
    let lang = words.lang;
    let mut facts = vec![(lang.t("signal-owner"), words.person(signal.owner))];
    match &signal.stage {
        Stage::Closed { at, .. } => {
            facts.push((lang.t("signal-closed-on"), words.day(dutch_date(*at))));
            let confirmed = lang.kind("signal-confirmed", signal.confirmation.as_str());
            facts.push((lang.t("signal-confirmation"), confirmed));
        }
        Stage::AtStep { due, .. } | Stage::Waiting { due, .. } => {
            facts.push((lang.t("signal-next-date"), words.day(*due)));
            let days = (words.today - dutch_date(signal.opened_at)).num_days();
            facts.push((
                lang.t("signal-open-since"),
                lang.arg("days", days).t("signal-open-days"),
            ));
        }
    }
    facts.push((lang.t("signal-reports"), signal.linked().count().to_string()));
    facts
}

/// The steps of the route, with what the signal did of them.
fn strip(words: &Wording<'_>, signal: &Signal) -> Vec<Stop> {
    let steps = &words.configuration.route.steps;
    let reached = steps
        .iter()
        .rposition(|step| is_here(words, signal, step) || !visits(words, signal, step).is_empty());
    steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let passed = signal.stage.is_closed() || reached.is_some_and(|reached| place < reached);
            stop(words, signal, step, passed)
        })
        .collect()
}

fn stop(words: &Wording<'_>, signal: &Signal, step: &Step, passed: bool) -> Stop {
    let lang = words.lang;
    let visits = visits(words, signal, step);
    let here = is_here(words, signal, step);
    // Reports came in before there was a signal.
    let came_in = step.kind == StepKind::Report;
    let (class, state) = match (here, came_in || !visits.is_empty(), passed) {
        (true, _, _) => ("route__step--now", "signal-route-now"),
        (false, true, _) => ("route__step--done", "signal-route-done"),
        (false, false, true) => ("route__step--skipped", "signal-route-skipped"),
        (false, false, false) => ("", "signal-route-todo"),
    };
    let since = words.shortest(signal.stage.since());
    let when = match (here, &signal.stage, visits.last()) {
        (true, Stage::Waiting { .. }, _) => lang.arg("date", since).t("signal-route-waiting"),
        (true, _, _) => lang.arg("date", since).t("signal-route-since"),
        (false, _, Some(visit)) => words.shortest(visit.from),
        (false, _, None) if came_in => words.shortest(signal.opened_at),
        (false, _, None) if passed => lang.t("signal-route-not-needed"),
        (false, _, None) => String::new(),
    };
    Stop {
        class,
        state: lang.t(state),
        name: lang.text(&step.name).to_owned(),
        again: (visits.len() > 1).then(|| lang.arg("times", visits.len()).t("signal-route-times")),
        when,
        here,
    }
}

fn visits<'s>(words: &Wording<'_>, signal: &'s Signal, step: &Step) -> Vec<&'s Visit> {
    let route = &words.configuration.route;
    let same = |visit: &&Visit| {
        route
            .step_or_successor(&visit.step)
            .is_some_and(|known| known.id == step.id)
    };
    signal.visits.iter().filter(same).collect()
}

fn is_here(words: &Wording<'_>, signal: &Signal, step: &Step) -> bool {
    let at = signal.stage.step();
    at.and_then(|at| words.configuration.route.step_or_successor(at))
        .is_some_and(|at| at.id == step.id)
}
