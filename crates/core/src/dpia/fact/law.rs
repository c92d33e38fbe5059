// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Purposes and grounds, as the municipality wrote them down. The program repeats them and gives no legal advice.

use std::collections::BTreeMap;

use super::{Fact, Inputs};
use crate::{configuration::processing::Basis, dpia::words};

/// What for, by activity.
pub(super) fn purposes(inputs: &Inputs<'_>) -> Vec<Fact> {
    inputs.each(|it| words::sentence(&it.purpose))
}

/// On which ground of AVG art. 6, by activity.
pub(super) fn grounds(inputs: &Inputs<'_>) -> Vec<Fact> {
    inputs.each(|it| format!("{}. {}", basis(it.basis), words::ground(&it.ground)))
}

/// Every law and agreement that is named, with what rests on it.
pub(super) fn frameworks(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let activities = inputs.activities().into_iter();
    let activities = activities.map(|it| (&it.ground, it.name.nl.clone()));
    let registers = configuration.registers.iter();
    let registers = registers.map(|it| (&it.ground, it.name.nl.clone()));
    let rules = configuration.sharing.iter().flat_map(|matrix| &matrix.rules);
    let rules = rules.map(|it| (&it.ground, format!("deelregel {}", it.id)));
    let kept = configuration.retention.iter().flat_map(|rules| &rules.rules);
    let kept = kept.map(|it| (&it.basis, format!("bewaarregel {}", it.id)));
    let mut resting: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (ground, what) in activities.chain(registers).chain(rules).chain(kept) {
        let confirmed = if ground.confirmed_by.is_some() {
            ""
        } else {
            " (te bevestigen)"
        };
        let what = format!("{what}{confirmed}");
        resting.entry(&ground.source).or_default().push(what);
    }
    resting
        .into_iter()
        .map(|(source, what)| {
            let text = format!("Hierop steunen: {}.", what.join(", "));
            Fact::new(format!("law/{source}"), source, text)
        })
        .collect()
}

/// A ground of AVG art. 6 in words.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "Toestemming (AVG art. 6 lid 1 onder a)",
        Basis::Contract => "Overeenkomst (AVG art. 6 lid 1 onder b)",
        Basis::Obligation => "Wettelijke verplichting (AVG art. 6 lid 1 onder c)",
        Basis::VitalInterests => "Vitaal belang (AVG art. 6 lid 1 onder d)",
        Basis::PublicTask => "Taak van algemeen belang (AVG art. 6 lid 1 onder e)",
        Basis::LegitimateInterests => "Gerechtvaardigd belang (AVG art. 6 lid 1 onder f)",
    }
}
