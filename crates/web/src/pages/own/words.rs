// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The answers to the five questions as one text with a heading each, in Dutch: the desk reads Dutch, whatever language the form had.

use meldroute_core::configuration::text::Language;

use super::{form::ReportForm, indicators};
use crate::{lang::Lang, visit::User};

/// How urgent it is, as the title begins where that can't wait.
pub(super) fn urgent(form: &ReportForm) -> String {
    let lang = Lang(Language::Nl);
    match form.urgency.as_str() {
        "danger" => lang.t("own-form-urgent-danger"),
        "soon" => lang.t("own-form-urgent-soon"),
        _ => String::new(),
    }
}

/// All answers that are no field of their own. Empty where the first is: the others say nothing without it.
pub(super) fn text(user: &User, form: &ReportForm) -> String {
    if form.what.trim().is_empty() {
        return String::new();
    }
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

/// Whether a point lies in the European part of the Netherlands, as "52.35012, 4.62034"; what the phone adds about its accuracy may follow.
/// An empty field is no point, and is right.
pub(super) fn is_point(point: &str) -> bool {
    let point = point.split('(').next().unwrap_or_default().trim();
    if point.is_empty() {
        return true;
    }
    let numbers: Vec<Option<f64>> = point.split(',').map(|part| part.trim().parse().ok()).collect();
    matches!(numbers.as_slice(), [Some(north), Some(east)] if (50.5..53.8).contains(north) && (3.0..7.5).contains(east))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_lies_in_the_netherlands() {
        for point in [
            "",
            " ",
            "52.35012, 4.62034",
            "52.35012,4.62034",
            "52.35012, 4.62034 (± 12 m)",
        ] {
            assert!(is_point(point), "{point:?}");
        }
        for point in [
            "999,999",
            "abc",
            "52.3;4.6",
            "4.62034, 52.35012",
            "52.3",
            "52.3, 4.6, 1",
        ] {
            assert!(!is_point(point), "{point:?}");
        }
    }
}
