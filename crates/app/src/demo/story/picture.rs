// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture and the plan: the figures of the plan are taken in, its actions, and most of what was due was done.

use meldroute_core::{
    id::EntryId,
    ports::Tables as _,
    usecase::{
        figures,
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
    Ok(())
}
