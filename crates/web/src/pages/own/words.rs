// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The answers to the five questions as one text with a heading each, in Dutch: the desk reads Dutch, whatever language the form had.

use meldroute_core::configuration::text::Language;

use super::{form::ReportForm, indicators};
use crate::{lang::Lang, visit::User};

/// A subject is at most so many characters long.
const SUBJECT: usize = 90;

/// One line that says what it is about: the begin of the first answer, with how urgent it is where that can't wait.
pub(super) fn subject(form: &ReportForm) -> String {
    let lang = Lang(Language::Nl);
    let first = form.what.trim().lines().next().unwrap_or_default().trim();
    let mut words: String = first.chars().take(SUBJECT).collect();
    if first.chars().count() > SUBJECT {
        words.push('…');
    }
    match form.urgency.as_str() {
        "danger" if !words.is_empty() => lang.arg("words", words).t("own-form-subject-danger"),
        "soon" if !words.is_empty() => lang.arg("words", words).t("own-form-subject-soon"),
        _ => words,
    }
}

/// All answers that are no field of their own.
pub(super) fn text(user: &User, form: &ReportForm) -> String {
    let lang = Lang(Language::Nl);
    let ticked = indicators::ticked(user, &form.indicators);
    let list: Vec<_> = ticked.iter().map(|words| format!("- {words}")).collect();
    let urgency = match form.urgency.as_str() {
        known @ ("danger" | "soon" | "can-wait") => lang.kind("own-form-urgency", known),
        _ => String::new(),
    };
    let parts = [
        ("own-form-what", form.what.trim().to_owned()),
        ("own-form-involved", form.involved.trim().to_owned()),
        ("own-form-worry", form.worry.trim().to_owned()),
        ("own-form-urgency", urgency),
        ("own-form-ticked", list.join("\n")),
    ];
    let filled = parts.iter().filter(|(_, answer)| !answer.is_empty());
    let parts: Vec<_> = filled
        .map(|(question, answer)| format!("{}\n{answer}", lang.t(question)))
        .collect();
    parts.join("\n\n")
}

/// The place as typed, and the point that the phone gave.
pub(super) fn place(form: &ReportForm) -> String {
    let lang = Lang(Language::Nl);
    let (typed, point) = (form.place.trim(), form.point.trim());
    match (typed.is_empty(), point.is_empty()) {
        (_, true) => typed.to_owned(),
        (true, false) => lang.arg("point", point).t("own-form-point-only"),
        (false, false) => lang
            .arg("place", typed)
            .arg("point", point)
            .t("own-form-place-and-point"),
    }
}
