// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was agreed about care, in words, for who may read the request for care.

use meldroute_core::signal::{
    care::{CareFile, Consent},
    strand::{Strand, StrandKind},
};

use crate::pages::signal::wording::Wording;

/// The care file of a strand; none for a strand of another kind.
pub(crate) fn file(strand: &Strand) -> Option<&CareFile> {
    match &strand.kind {
        StrandKind::Care { file, .. } => Some(file),
        _ => None,
    }
}

/// Each question with its answer and day, the time to think, and Veilig Thuis.
pub(crate) fn facts(words: &Wording<'_>, file: &CareFile) -> Vec<(String, String)> {
    let mut facts: Vec<_> = Consent::ALL
        .iter()
        .map(|to| {
            (
                words.lang.kind("care-consent", to.as_str()),
                answer(words, file, *to),
            )
        })
        .collect();
    if let Some(reflection) = &file.reflection {
        let days = words
            .lang
            .arg("from", words.day(reflection.from))
            .arg("until", words.day(reflection.until));
        facts.push((words.t("care-reflection"), days.t("care-reflection-days")));
    }
    if let Some(considered) = file.considered.last() {
        let key = if considered.told {
            "care-considered-told"
        } else {
            "care-considered-not-told"
        };
        let said = words.lang.arg("date", words.short_of(considered.at));
        let said = said.arg("reason", &considered.reason).t(key);
        facts.push((words.t("care-veilig-thuis"), said));
    }
    facts
}

/// "ja, op di 3 december"; "nog niet gevraagd"; "ingetrokken op ..." where yes came before no.
pub(crate) fn answer(words: &Wording<'_>, file: &CareFile, to: Consent) -> String {
    let Some(last) = file.answer(to) else {
        return words.t("care-not-asked");
    };
    let mut given = file.answers.iter().filter(|answered| answered.to == to);
    let key = match last.given {
        true => "care-yes",
        false if given.any(|answered| answered.given) => "care-taken-back",
        false => "care-no",
    };
    words.lang.arg("date", words.day(last.on)).t(key)
}
