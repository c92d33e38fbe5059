// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects: one was answered with passages of a signal that was destroyed since, one waits for an answer.

use meldroute_core::{
    claim::{
        ClaimKind,
        passage::{At, Choice, Place},
    },
    id::{ClaimId, SignalId},
    usecase::claim::{self, Enter},
};

use crate::{demo::teller::Teller, stop::Stop};

/// Somebody asked what was known of them, and got an answer.
pub(super) async fn answered(teller: &Teller, signal: SignalId) -> Result<(), Stop> {
    let claim = enter(
        teller,
        ClaimKind::Access,
        ("J. Voorbeeldsma", "Staat mijn zaak ergens in uw administratie?"),
    )
    .await?;
    let place = Place::Signal(signal);
    decide(teller, claim, (place, "title"), None).await?;
    let weighing = "Wie dit leest, weet wie het zag. Dat weegt hier zwaarder.";
    decide(teller, claim, (place, "observation-1"), Some(weighing)).await?;
    let text = "U vindt hierbij wat wij van u hebben. Eén passage geven wij niet: die beschermt iemand anders. Bent u het er niet mee eens? \
                U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.";
    claim::answer(teller.services(), &teller.actor("privacy")?, claim, text).await?;
    Ok(())
}

/// Somebody says that something is wrong, and asks not to use it until that is clear.
pub(super) async fn waiting(teller: &Teller, signal: SignalId) -> Result<(), Stop> {
    let claim = enter(
        teller,
        ClaimKind::Restriction,
        (
            "K. Verzonnenstein",
            "Ik was die avond niet in de winkel. Gebruik dit niet zolang u dat uitzoekt.",
        ),
    )
    .await?;
    let (services, officer) = (teller.services(), teller.actor("privacy")?);
    decide(teller, claim, (Place::Signal(signal), "title"), None).await?;
    let said = "Mijn broer stond die avond in de winkel, ik niet.";
    claim::rectify(services, &officer, claim, (signal, "observation-1", said)).await?;
    let reason = "Wij zoeken uit of dit klopt.";
    claim::restrict(services, &officer, claim, (signal, reason)).await?;
    Ok(())
}

async fn enter(teller: &Teller, kind: ClaimKind, (name, words): (&str, &str)) -> Result<ClaimId, Stop> {
    let officer = teller.actor("privacy")?;
    let asked = Enter {
        kind,
        asked_on: Some(officer.today),
        name: name.to_owned(),
        words: words.to_owned(),
        identified: "Aan de balie, met een paspoort".to_owned(),
    };
    let form = ClaimId(teller.services().minter.mint());
    Ok(claim::enter(teller.services(), &officer, form, asked).await?)
}

/// Gives a passage, or refuses it with the weighing.
async fn decide(
    teller: &Teller,
    claim: ClaimId,
    (place, part): (Place, &str),
    weighing: Option<&str>,
) -> Result<(), Stop> {
    let at = At {
        place,
        part: part.to_owned(),
    };
    let choice = match weighing {
        Some(_) => Choice::Refuse {
            ground: "protection".to_owned(),
        },
        None => Choice::Give,
    };
    let officer = teller.actor("privacy")?;
    let weighing = weighing.unwrap_or_default();
    claim::decide(teller.services(), &officer, claim, (at, Some(choice)), weighing).await?;
    Ok(())
}
