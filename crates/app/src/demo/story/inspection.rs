// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The inspection that last week's meeting decided on: planned, with the Labour Inspectorate along, and a first finding.

use meldroute_core::{
    id::{FindingId, SignalId},
    sharing::{
        Category,
        terms::{Conditions, Terms},
    },
    signal::{
        inspection::{Finding, Plan, Victims},
        strand::StrandStep,
    },
};

use super::step;
use crate::{demo::teller::Teller, stop::Stop};

/// Plans the inspection of a signal, and goes past the first address.
pub(super) async fn planned(teller: &Teller, id: SignalId) -> Result<(), Stop> {
    let (weeks, officer) = (teller.weeks, teller.person("wijkhandhaver")?);
    teller.at(weeks.at(7, 15, 10));
    let plan = Plan {
        kind: Some("integral".into()),
        on: Some(weeks.ahead(2)),
        addresses: ["Havenweg 915, hoofdpand", "Havenweg 915, achterhuis"]
            .map(str::to_owned)
            .into(),
        briefing: "Verzamelen om 17.30 uur bij het gemeentehuis. De tolk is telefonisch bereikbaar."
            .to_owned(),
        team: vec![teller.person("aandachtsfunctionaris")?],
    };
    let signal = teller.signal(id).await?;
    step(teller, "coordinator", &signal, StrandStep::Plan(Box::new(plan))).await?;
    let invite = StrandStep::Invite {
        partner: "nla".into(),
        power: "Awb art. 5:15; Arbeidsomstandighedenwet art. 24".to_owned(),
        terms: Terms {
            categories: [Category::Location, Category::Observation].into(),
            conditions: Conditions {
                necessity: "Zonder de Arbeidsinspectie kan niemand de arbeidsomstandigheden nagaan."
                    .to_owned(),
                ..Conditions::default()
            },
        },
    };
    step(teller, "coordinator", &signal, invite).await?;
    let seen = weeks.at(7, 15, 20);
    teller.at(seen);
    let finding = Finding {
        id: FindingId(teller.services().minter.mint()),
        at: seen,
        by: officer,
        partner: None,
        address: "Havenweg 915, achterhuis".to_owned(),
        text: "Van de weg af zichtbaar: elf bedden, één kraan buiten. Niemand aangesproken.".to_owned(),
        victims: Victims::Seen,
        photos: Vec::new(),
    };
    step(
        teller,
        "wijkhandhaver",
        &signal,
        StrandStep::Find(Box::new(finding)),
    )
    .await?;
    Ok(())
}
