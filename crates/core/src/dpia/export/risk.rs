// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Risks with how people weighed them, and the measures against each.

use serde_json::{Value, json};

use super::Sheet;
use crate::dpia::{
    answer::{Level, Weighing},
    outcome::Entry,
};

pub(super) fn fill(sheet: &mut Sheet, entries: &[Entry<'_>]) {
    let risks = entries
        .iter()
        .filter_map(|entry| entry.question.risk().map(|risk| (entry, risk)));
    for (index, (entry, risk)) in risks.enumerate() {
        let weighing = entry.answer.and_then(|answer| answer.weighing);
        let level = |of: fn(Weighing) -> Level| weighing.map_or(Value::Null, |it| json!(of(it).dutch()));
        let weighed = [
            ("16.1.1", sheet.known(risk.description)),
            ("16.1.2", sheet.known(risk.origin)),
            ("16.1.3", sheet.known(level(|it| it.likelihood))),
            ("16.1.5", sheet.known(level(|it| it.impact))),
            ("16.1.7", sheet.known(level(|it| it.level))),
            ("16.1.8", sheet.said(entry)),
        ];
        sheet.group("16.1", index, &weighed);
        let measures = [
            ("17.1.1", sheet.known(json!([risk.description]))),
            ("17.1.2", sheet.known(risk.origin)),
            ("17.1.3", sheet.known(risk.measures.join("; "))),
            ("17.1.4", sheet.known(level(|it| it.remaining))),
        ];
        sheet.group("17.1", index, &measures);
    }
}
