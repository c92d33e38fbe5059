// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Since last week's meeting: the inbox, an acute signal, a request for care, and what is ready for the coming Tuesday.

use meldroute_core::{
    calendar::dutch_date,
    id::SignalId,
    report::SetAsideReason,
    signal::{
        care::{CareStep, Consent},
        strand::StrandStep,
    },
    usecase::signal::FastLane,
};

use super::{receipt, step};
use crate::{
    demo::{
        matter::{BOYS, LOCKED_IN, NAIL_SALON, PATIENT, PUPIL, SHELTER},
        teller::Teller,
    },
    stop::Stop,
};

/// What came in and still lies there: reports that nobody looked at yet, with a duplicate, a broken one and automatic replies.
pub(super) async fn inbox(teller: &Teller, builders: SignalId) -> Result<(), Stop> {
    let files = [
        "03-tekst-en-html.eml",
        "11-iso-8859-2.eml",
        "13-cyrillisch-utf-8.eml",
        "14-roemeens.eml",
        "16-smime-ondertekend.eml",
        "17-automatisch-antwoord.eml",
        "18-onbestelbaar.eml",
        "19-dubbel.eml",
        "20-dubbel-zonder-message-id.eml",
        "21-gescheurd.eml",
        "26-scharlaken-koord.eml",
        "27-ggd.eml",
        "28-woningcorporatie.eml",
        "29-aanvulling-melder.eml",
        "30-adviesvraag.eml",
        "33-zelfde-tekst.eml",
    ];
    for (part, file) in (2..).step_by(2).zip(files) {
        teller.at(teller.weeks.lately(part));
        teller.mail(file).await?;
    }
    teller.at(teller.weeks.lately(34));
    let tips = teller.mail("22-mma-en-buurtteam.mbox").await?;
    teller.at(teller.weeks.lately(36));
    if let Some(tip) = tips.first() {
        teller
            .link(builders, *tip, "Zelfde adres en zelfde bestelbus.")
            .await?;
    }
    teller.at(teller.weeks.lately(38));
    let noise = teller.mail("32-buiten-taak.eml").await?;
    teller.at(teller.weeks.lately(40));
    for report in noise {
        let note = "Gaat over geluid van een warmtepomp; doorgegeven aan de omgevingsdienst.";
        teller
            .set_aside(report, SetAsideReason::OutsideOurTask, note)
            .await?;
    }
    Ok(())
}

/// Acute danger, and care: neither waits for a meeting.
pub(super) async fn fast_lanes(teller: &Teller) -> Result<(), Stop> {
    teller.at(teller.weeks.lately(45));
    let report = teller.mail("12-koi8-u.eml").await?;
    teller.at(teller.weeks.lately(48));
    let care = FastLane::Care {
        what: "Bewoonster van de opvang werkt zonder loon; een meisje van 17 is benaderd. Graag vandaag contact."
            .to_owned(),
        consent: "De bewoonster zelf, in het gesprek van vanmorgen.".to_owned(),
    };
    let shelter = teller.register(report, &SHELTER, Some(care)).await?;
    receipt(teller, shelter).await?;
    consents(teller, shelter).await?;
    teller.at(teller.weeks.lately(80));
    let report = teller.mail("23-acuut.eml").await?;
    teller.at(teller.weeks.lately(81));
    let acute = FastLane::Acute("Cliënte van de nachtopvang zit opgesloten, Parklaan 944 boven. Er komen mannen. Bel haar niet op haar eigen nummer.".to_owned());
    let locked_in = teller.register(report, &LOCKED_IN, Some(acute)).await?;
    receipt(teller, locked_in).await?;
    teller.at(teller.weeks.lately(82));
    let signal = teller.signal(locked_in).await?;
    step(
        teller,
        "coordinator",
        &signal,
        StrandStep::Accept {
            reference: "112, eenheid ter plaatse".to_owned(),
        },
    )
    .await?;
    Ok(())
}

/// The care coordinator takes it on, and writes down what the person agreed to.
async fn consents(teller: &Teller, shelter: SignalId) -> Result<(), Stop> {
    teller.at(teller.weeks.lately(55));
    let on = dutch_date(teller.weeks.lately(55));
    let signal = teller.signal(shelter).await?;
    let consent = |to, given| CareStep::Consent { to, given, on };
    for said in [
        consent(Consent::Shelter, true),
        consent(Consent::Registration, false),
        consent(Consent::Sharing, false),
        CareStep::Consider {
            told: true,
            reason: "Het meisje is minderjarig.".to_owned(),
        },
    ] {
        step(teller, "zorg", &signal, StrandStep::Care(said)).await?;
    }
    Ok(())
}

/// Questions to the municipality's own tables about the nail salon: one that was answered, and one that waits for the privacy officer.
async fn questions(teller: &Teller, salon: SignalId) -> Result<(), Stop> {
    teller.at(teller.weeks.lately(86));
    let permits = teller
        .write_question(
            salon,
            ("vergunningen", &["Soort", "Zaaknummer", "Status"]),
            "Vraagt iemand hier vaker een vergunning, en wat werd ervan?",
        )
        .await?;
    teller.ask(salon, permits).await?;
    let reason =
        "De antwoorden kwamen van een ander. Loopt er al een onderzoek, dan moet het overleg dat weten.";
    teller
        .write_question(salon, ("bibob", &["Onderzoek", "Dossierhouder"]), reason)
        .await?;
    Ok(())
}

/// Registered, before the gate, and ready for the coming Tuesday.
pub(super) async fn under_way(teller: &Teller) -> Result<(), Stop> {
    let weeks = teller.weeks;
    teller.at(weeks.lately(83));
    let salon = teller.mail("04-outlook-winmail.eml").await?;
    let pupil = teller.mail("24-minderjarig.eml").await?;
    teller.at(weeks.lately(85));
    let salon = teller.prepare(salon, &NAIL_SALON).await?;
    questions(teller, salon).await?;
    teller.at(weeks.lately(87));
    let pupil = teller.prepare(pupil, &PUPIL).await?;
    receipt(teller, pupil).await?;
    teller.at(weeks.lately(89));
    let boys = teller.mail("05-doorgestuurd-in-tekst.eml").await?;
    let boys = teller.register(boys, &BOYS, None).await?;
    teller.assess(boys, &BOYS).await?;
    teller.at(weeks.lately(92));
    let patient = teller.mail("08-iso-8859-1.eml").await?;
    teller.register(patient, &PATIENT, None).await?;
    teller.at(weeks.lately(95));
    let meeting = teller.plan("signalenoverleg", weeks.day(0)).await?;
    teller
        .invite(
            meeting,
            salon,
            "gast",
            "De woningcorporatie kent het pand waar de medewerksters wonen.",
        )
        .await
}
