// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The weeks before: two signals that were closed, a case under way, one that nobody moves, and the decisions of last week.

use meldroute_core::{
    id::SignalId,
    sharing::{
        Category,
        terms::{Conditions, Terms},
    },
    signal::{
        act::{Act, NewStrand},
        stage::Confirmation,
        strand::{InterventionField, StrandKind, StrandStep},
    },
};

use super::{close, receipt, ruling, step, to_loo};
use crate::{
    demo::{
        matter::{AU_PAIR, BAKERY, BUILDERS, CAR_WASH, CLEANERS, GREENHOUSE, HARBOUR_ROAD, HARBOUR_STREET},
        teller::Teller,
    },
    stop::Stop,
};

/// Five weeks ago: a bakery that goes to the LOO, and an au pair whose story was not confirmed.
pub(super) async fn first_weeks(teller: &Teller) -> Result<(), Stop> {
    let weeks = teller.weeks;
    teller.at(weeks.at(39, 8, 14));
    let report = teller.mail("10-iso-8859-9.eml").await?;
    teller.at(weeks.at(39, 10, 5));
    let bakery = teller.prepare(report, &BAKERY).await?;
    receipt(teller, bakery).await?;
    teller.at(weeks.at(38, 14, 22));
    let report = teller.mail("15-engels.eml").await?;
    teller.at(weeks.at(38, 15, 40));
    let au_pair = teller.prepare(report, &AU_PAIR).await?;
    receipt(teller, au_pair).await?;
    teller.at(weeks.at(36, 11, 0));
    let meeting = teller.plan("signalenoverleg", weeks.day(35)).await?;
    teller.at(weeks.at(35, 10, 0));
    let rulings = vec![
        (
            bakery,
            to_loo(
                "Ernstig en concreet genoeg om samen op te pakken.",
                "Drie dingen wijzen dezelfde kant op: loon, paspoort en kamer.",
                "Vergunningen, handhaving en Arbeidsinspectie hebben elk een bevoegdheid.",
            ),
        ),
        (
            au_pair,
            ruling(
                "not-confirmed",
                "Gesprek gehad op het spreekuur; zij is zelf van gastgezin gewisseld en wil verder niets.",
                vec![],
            ),
        ),
    ];
    teller.sit(meeting, rulings).await?;
    teller.at(weeks.at(34, 9, 30));
    close(
        teller,
        au_pair,
        Confirmation::NotConfirmed,
        "Zij is van gastgezin gewisseld en kent de weg naar hulp.",
    )
    .await?;
    bakery_at_the_loo(teller, bakery).await
}

async fn bakery_at_the_loo(teller: &Teller, bakery: SignalId) -> Result<(), Stop> {
    let weeks = teller.weeks;
    teller.at(weeks.at(34, 11, 0));
    let meeting = teller.plan("loo", weeks.day(33)).await?;
    teller.at(weeks.at(33, 14, 0));
    let measure = StrandKind::Intervention {
        field: InterventionField::Administrative,
        what: "Last onder dwangsom: de bovenverdieping niet meer als woonruimte gebruiken".to_owned(),
        assignee: teller.person("wijkhandhaver")?,
    };
    let decided = ruling(
        "intervention",
        "De bovenverdieping mag niet bewoond worden; de Arbeidsinspectie pakt het loon op.",
        vec![NewStrand {
            kind: measure,
            due: weeks.day(26),
            terms: Terms::default(),
        }],
    );
    teller.sit(meeting, vec![(bakery, decided)]).await?;
    teller.at(weeks.at(27, 13, 10));
    let result =
        "De kamer is leeg en het slot is weg. De medewerker heeft zijn paspoort terug en woont bij familie."
            .to_owned();
    let signal = teller.signal(bakery).await?;
    step(teller, "wijkhandhaver", &signal, StrandStep::Finish { result }).await?;
    teller.at(weeks.at(26, 9, 45));
    close(
        teller,
        bakery,
        Confirmation::Confirmed,
        "Woning boven de bakkerij gesloten; medewerker veilig en in gesprek met de Arbeidsinspectie.",
    )
    .await
}

/// Three weeks ago: a flat that becomes a case with police and RIEC; and a report that was registered and then left lying.
pub(super) async fn case_and_greenhouse(teller: &Teller) -> Result<(), Stop> {
    let weeks = teller.weeks;
    teller.at(weeks.at(25, 17, 40));
    let mut reports = teller.mail("02-alleen-html.eml").await?;
    teller.at(weeks.at(24, 9, 30));
    reports.extend(teller.mail("25-hvo-querido.eml").await?);
    teller.at(weeks.at(24, 11, 15));
    let flat = teller.prepare(reports, &HARBOUR_STREET).await?;
    receipt(teller, flat).await?;
    teller.at(weeks.at(22, 11, 0));
    let meeting = teller.plan("signalenoverleg", weeks.day(21)).await?;
    teller.at(weeks.at(21, 10, 0));
    let decided = to_loo(
        "Twee meldingen over hetzelfde adres, van verschillende kanten.",
        "Een omwonende en een cliënte van de opvang vertellen hetzelfde.",
        "Politie, woningcorporatie en opvang kunnen alleen samen iets doen.",
    );
    teller.sit(meeting, vec![(flat, decided)]).await?;
    teller.at(weeks.at(20, 8, 50));
    let report = teller.mail("31-mailinglijst.eml").await?;
    teller.at(weeks.at(20, 16, 20));
    let greenhouse = teller.register(report, &GREENHOUSE, None).await?;
    receipt(teller, greenhouse).await?;
    teller.at(weeks.at(8, 9, 0));
    let meeting = teller.plan("loo", weeks.day(8)).await?;
    teller.at(weeks.at(8, 14, 0));
    let case = StrandKind::Case {
        partner: "riec".into(),
        what: "Samen in beeld brengen wie achter de verhuur zit, en hoeveel adressen er zijn".to_owned(),
    };
    let decided = ruling(
        "riec-case",
        "Er zijn waarschijnlijk meer adressen; één partij kan dit niet alleen.",
        vec![NewStrand {
            kind: case,
            due: weeks.ahead(14),
            terms: holds(&[Category::Location, Category::Observation], ""),
        }],
    );
    teller.sit(meeting, vec![(flat, decided)]).await?;
    hand_over_beside(teller, flat).await
}

/// The police take on a part beside the case.
async fn hand_over_beside(teller: &Teller, flat: SignalId) -> Result<(), Stop> {
    let signal = teller.signal(flat).await?;
    teller.at(teller.weeks.at(8, 16, 0));
    step(
        teller,
        "coordinator",
        &signal,
        StrandStep::Accept {
            reference: "RIEC-NH-0117".to_owned(),
        },
    )
    .await?;
    let offer = Act::OfferHandOver {
        partner: "police".into(),
        what: "Adres, tijden en de advertentie; niets over de melders.".to_owned(),
        terms: Terms {
            conditions: Conditions {
                necessity: "De politie kent de verhuurder uit ander onderzoek.".to_owned(),
                ..Conditions::default()
            },
            ..holds(&[Category::Location, Category::Trace, Category::Observation], "")
        },
    };
    let signal = teller.act("coordinator", flat, offer).await?;
    teller.at(teller.weeks.at(8, 16, 40));
    step(
        teller,
        "coordinator",
        &signal,
        StrandStep::Accept {
            reference: "PL1100-2026-0900".to_owned(),
        },
    )
    .await?;
    Ok(())
}

/// Last week: what the signal meeting decided then. Gives the signal that waits for a task.
pub(super) async fn last_meetings(teller: &Teller) -> Result<SignalId, Stop> {
    let weeks = teller.weeks;
    let mut prepared = Vec::new();
    for (before, file, matter) in [
        (13, "01-platte-tekst.eml", &BUILDERS),
        (12, "07-met-bijlagen.eml", &HARBOUR_ROAD),
        (11, "09-windows-1252.eml", &CAR_WASH),
        (9, "06-doorgestuurd-als-bijlage.eml", &CLEANERS),
    ] {
        teller.at(weeks.at(before, 8, 20));
        let report = teller.mail(file).await?;
        teller.at(weeks.at(before, 13, 5));
        let signal = teller.prepare(report, matter).await?;
        receipt(teller, signal).await?;
        prepared.push(signal);
    }
    teller.at(weeks.at(8, 17, 0));
    let meeting = teller.plan("signalenoverleg", weeks.day(7)).await?;
    teller.at(weeks.at(7, 10, 0));
    let decided = decisions(teller)?;
    teller
        .sit(meeting, prepared.iter().copied().zip(decided).collect())
        .await?;
    if let Some(harbour_road) = prepared.get(1) {
        super::inspection::planned(teller, *harbour_road).await?;
    }
    if let Some(car_wash) = prepared.get(2) {
        teller.at(weeks.at(7, 15, 0));
        let signal = teller.signal(*car_wash).await?;
        step(
            teller,
            "coordinator",
            &signal,
            StrandStep::Accept {
                reference: String::new(),
            },
        )
        .await?;
        let result =
            "Er is een gesprek geweest en de uitkering gaat weer naar een eigen rekening.".to_owned();
        step(teller, "coordinator", &signal, StrandStep::Finish { result }).await?;
    }
    prepared
        .first()
        .copied()
        .ok_or_else(|| Stop::refused("the demo has no signals"))
}

fn decisions(teller: &Teller) -> Result<[meldroute_core::usecase::meeting::Ruling; 4], Stop> {
    let (weeks, officer) = (teller.weeks, teller.person("wijkhandhaver")?);
    let one = |kind, due| {
        let terms = holds(
            &[Category::PossibleVictim],
            "De cliënt zelf, bij de Wmo-consulent.",
        );
        vec![NewStrand { kind, due, terms }]
    };
    let task = StrandKind::Task {
        what: "Drie keer langs Lindenlaan 901 rijden, ook 's avonds: wie komen en gaan er, met welke bus?"
            .to_owned(),
        assignee: officer,
    };
    let inspection = StrandKind::Inspection {
        power: "Woningwet art. 92; Besluit bouwwerken leefomgeving".to_owned(),
        purpose: "Toezicht op overbewoning en brandveiligheid".to_owned(),
        assignee: officer,
        visit: Box::default(),
    };
    let department = StrandKind::OtherDepartment {
        department: "wmo".into(),
        what: "Gesprek met de cliënt over zijn geld en zijn woonplek".to_owned(),
        returns: "Is het gesprek er geweest, en kan de cliënt zelf bij zijn geld?".to_owned(),
    };
    Ok([
        ruling(
            "more-information",
            "Eerst zelf kijken: wie werken er en voor wie?",
            one(task, weeks.ahead(3)),
        ),
        ruling(
            "inspection",
            "Concreet genoeg voor een controle op overbewoning.",
            one(inspection, weeks.ahead(7)),
        ),
        ruling(
            "other-department",
            "De cliënt heeft vooral hulp nodig; de Wmo kent hem.",
            one(department, weeks.ahead(14)),
        ),
        to_loo(
            "Wonen en werken op één plek, onder toezicht; de politie heeft het zelf gezien.",
            "Eigen waarneming van de wijkagent, met tijd en aantallen.",
            "Politie, Arbeidsinspectie en handhaving hebben elk een bevoegdheid.",
        ),
    ])
}

/// What a text of the story holds, and who agreed.
fn holds(categories: &[Category], consent: &str) -> Terms {
    Terms {
        categories: categories.iter().copied().collect(),
        conditions: Conditions {
            consent: consent.to_owned(),
            ..Conditions::default()
        },
    }
}
