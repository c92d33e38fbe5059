// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture and the plan: the figures of the plan are taken in, its actions, most of what was due was done, and what comes back came back.

use chrono::Days;
use meldroute_core::{
    id::EntryId,
    plan::record::Content,
    ports::Tables as _,
    usecase::{
        figures,
        governance::{self, Came, Which},
        plan::{self, Given},
        record,
    },
};

use crate::{
    demo::{embedded, teller::Teller},
    stop::Stop,
    tables::FileTables,
};

/// The action that is late: the yearly meeting with cafés and restaurants.
const LATE: u16 = 16;
/// The action of the yearly training for teams.
const TRAINED: u16 = 4;

/// Takes both files in, and writes down what was done up to half a year ago.
pub(super) async fn tell(teller: &Teller) -> Result<(), Stop> {
    teller.at(teller.weeks.at(115, 10, 0));
    let (services, actor) = (teller.services(), teller.actor("coordinator")?);
    let table = FileTables.read(embedded::FIGURES).map_err(Stop::refused)?;
    figures::take_in(services, &actor, &table)
        .await
        .map_err(Stop::refused)?;
    let table = FileTables.read(embedded::PLAN).map_err(Stop::refused)?;
    plan::take_in(services, &actor, &table)
        .await
        .map_err(Stop::refused)?;
    for (action, owner) in [
        (2, "Privacy officer"),
        (6, "Coördinator meldpunt"),
        (9, "Team Jeugd"),
        (13, "Juridische zaken"),
        (15, "Toezicht en handhaving"),
        (18, "Adviseur veiligheid"),
    ] {
        plan::name_owner(services, &actor, action, owner).await?;
    }
    let view = plan::read(services, &actor).await?;
    let head = &view.rules()?.head;
    for action in view.plan.actions.iter().filter(|action| action.number != LATE) {
        let times = action.occurrences(head).into_iter();
        for time in times.filter(|time| time.due < teller.weeks.day(150)) {
            let given = Given {
                action: action.number,
                due: time.due,
                on: time.due,
                evidence: "Afgerond; het verslag staat in het zaaksysteem.".to_owned(),
                record: None,
            };
            plan::mark_done(services, &actor, EntryId(services.minter.mint()), &given).await?;
        }
    }
    undertaken(teller).await?;
    comes_back(teller).await
}

/// Kind, how many days ago, what it was, its fields in order, and in how many days somebody looks at it again.
type Undertaken = (
    &'static str,
    u64,
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<u64>,
);

const UNDERTAKEN: [Undertaken; 6] = [
    (
        "training",
        120,
        "Training voor de balie",
        &[
            ("team", "Publiekszaken"),
            ("reached", "14"),
            ("of", "16"),
            ("material", "E-learning en kaartje met signalen"),
        ],
        None,
    ),
    (
        "training",
        160,
        "Themabijeenkomst toezicht",
        &[("team", "Toezicht en handhaving"), ("reached", "9"), ("of", "11")],
        None,
    ),
    (
        "campagne",
        140,
        "Meld Misdaad Anoniem op schermen",
        &[("channel", "Bushaltes en sociale media"), ("until", "Eind juni")],
        None,
    ),
    (
        "gegevensafspraak",
        200,
        "Afspraak met de zorgcoördinator",
        &[("partner", "HVO-Querido"), ("where", "Zaaksysteem")],
        Some(365),
    ),
    (
        "les",
        180,
        "Gastles met Halt",
        &[("school", "Voorbeeldcollege"), ("classes", "4"), ("pupils", "96")],
        None,
    ),
    (
        "folder",
        130,
        "Werken in Nederland",
        &[
            ("language", "Oekraïens"),
            ("place", "Opvang Voorbeeldlaan"),
            ("number", "60"),
            ("left", "12"),
        ],
        Some(150),
    ),
];

/// What was undertaken; the first training proves this year's action.
async fn undertaken(teller: &Teller) -> Result<(), Stop> {
    let (services, actor) = (teller.services(), teller.actor("coordinator")?);
    for (kind, days, title, values, again) in UNDERTAKEN {
        let on = teller.weeks.day(days);
        let content = Content {
            kind: kind.to_owned(),
            on,
            title: title.to_owned(),
            values: values
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            review_on: again.map(|days| on + Days::new(days)),
        };
        record::add(services, &actor, EntryId(services.minter.mint()), &content).await?;
    }
    let view = plan::read(services, &actor).await?;
    let (Some(action), Some(first)) = (view.plan.action(TRAINED), view.plan.record(1)) else {
        return Ok(());
    };
    let mut times = action.occurrences(&view.rules()?.head).into_iter();
    let next = times.find(|time| action.done_for(time.due).is_none());
    if let Some(time) = next {
        let given = Given {
            action: TRAINED,
            due: time.due,
            on: first.content.on,
            evidence: String::new(),
            record: Some(first.number),
        };
        plan::mark_done(services, &actor, EntryId(services.minter.mint()), &given).await?;
    }
    Ok(())
}

const LEARNED: &str = "De training voor de balie leverde in twee weken meer signalen op dan het half jaar daarvoor. Mensen herkennen pas iets als zij \
    een voorbeeld hebben gezien.\n\nEén signaal bleef lang liggen, omdat niemand wist wie de waarneming zou doen. Sindsdien spreken wij in het \
    overleg meteen af wie wat doet, en wanneer.";
const ASKED: &str = "Wij vragen u het overleg met de horeca dit najaar zelf te openen.";

/// What came back before was discussed or handed over; for what is on now a text is begun.
async fn comes_back(teller: &Teller) -> Result<(), Stop> {
    let (services, actor) = (teller.services(), teller.actor("coordinator")?);
    let view = plan::read(services, &actor).await?;
    let today = teller.weeks.day(115);
    for time in view.rules()?.comes_back() {
        let which = Which {
            occasion: time.occasion.id.clone(),
            period: time.period,
        };
        if time.period.first() > today {
            continue;
        }
        governance::write(services, &actor, &which, (LEARNED, ASKED)).await?;
        if time.period.last() < today {
            let came = Came {
                on: time.due.min(today),
                outcome: "Besproken. De burgemeester wil dat het overleg met de horeca dit jaar doorgaat."
                    .to_owned(),
            };
            governance::hold(services, &actor, EntryId(services.minter.mint()), &which, &came).await?;
        }
    }
    Ok(())
}
