// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The year before: four signals that were not confirmed. One was destroyed when its term was over, two are on the list now, and one must
//! stay.

use meldroute_core::{id::SignalId, signal::stage::Confirmation};

use super::{close, requests, ruling};
use crate::{
    demo::{
        matter::{LAUNDRY, Matter, NIGHT_SHOP, SCAFFOLD, STUDIO},
        teller::Teller,
    },
    stop::Stop,
};

/// What came in by phone and was not confirmed; and, months later, the end of the first of it. Gives the one that must stay.
pub(super) async fn tell(teller: &Teller) -> Result<SignalId, Stop> {
    let weeks = teller.weeks;
    let laundry = matter(teller, 70, &LAUNDRY).await?;
    teller.at(weeks.at(7 * 68, 14, 30));
    requests::answered(teller, laundry).await?;
    matter(teller, 57, &STUDIO).await?;
    matter(teller, 56, &SCAFFOLD).await?;
    let held = matter(teller, 55, &NIGHT_SHOP).await?;
    teller.at(weeks.at(380, 11, 20));
    teller
        .hold(
            held,
            "De politie vroeg om dit te bewaren voor een lopend onderzoek.",
        )
        .await?;
    teller.at(weeks.at(120, 3, 0));
    teller.propose().await?;
    teller.at(weeks.at(118, 9, 40));
    teller.approve_disposal().await?;
    teller.at(weeks.at(117, 14, 5));
    teller.authorise_disposal().await?;
    teller.at(weeks.at(116, 3, 0));
    teller.destroy().await?;
    Ok(held)
}

/// Last night: what is due goes on a list.
pub(super) async fn last_night(teller: &Teller) -> Result<(), Stop> {
    teller.at(teller.weeks.lately(99));
    teller.propose().await
}

/// A call, so many weeks ago, that is discussed at the next meeting and not confirmed.
async fn matter(teller: &Teller, before: u64, matter: &Matter) -> Result<SignalId, Stop> {
    let weeks = teller.weeks;
    let meeting_day = 7 * before;
    teller.at(weeks.at(meeting_day + 5, 10, 15));
    let report = teller.call(matter).await?;
    teller.at(weeks.at(meeting_day + 4, 9, 30));
    let signal = teller.prepare(vec![report], matter).await?;
    teller.at(weeks.at(meeting_day + 1, 11, 0));
    let meeting = teller.plan("signalenoverleg", weeks.day(meeting_day)).await?;
    teller.at(weeks.at(meeting_day, 10, 0));
    let decided = ruling(
        "not-confirmed",
        "Bezocht en nagevraagd; er bleek niets aan de hand.",
        vec![],
    );
    teller.sit(meeting, vec![(signal, decided)]).await?;
    teller.at(weeks.at(meeting_day - 1, 9, 30));
    close(
        teller,
        signal,
        Confirmation::NotConfirmed,
        "Niet bevestigd; er is niets gevonden.",
    )
    .await?;
    Ok(signal)
}
