// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture and the plan: the figures of the plan are taken in, its actions, most of what was due was done, and what comes back came back.

use meldroute_core::{
    id::EntryId,
    ports::Tables as _,
    usecase::{
        figures,
        governance::{self, Came, Which},
        plan::{self, Given},
    },
};

use crate::{
    demo::{embedded, teller::Teller},
    stop::Stop,
    tables::FileTables,
};

/// The action that is late: the yearly meeting with cafés and restaurants.
const LATE: u16 = 16;

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
            };
            plan::mark_done(services, &actor, EntryId(services.minter.mint()), &given).await?;
        }
    }
    comes_back(teller).await
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
