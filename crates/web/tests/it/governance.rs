// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What comes back on agendas and in reports: it stands there by itself, its paper is as exact as its reader may have it, and what was discussed
//! stays as it was.

use meldroute_core::{policy::Role, usecase::figures};
use serde_json::Value;

use crate::{
    plan::with_plan,
    testkit::{TestApp, Visitor},
};

/// The clock of the tests stands in November 2026.
const STAFF: &str = "/plan/agenda/staf-veiligheid/2026/2";
const MAYOR: &str = "/plan/agenda/halfjaarbericht/2026/2";
const DRIEHOEK: &str = "/plan/agenda/driehoek/2026/2";

const FIGURES: &str = "bron;jaar;gebied;vorm;aantal\n\
    politie;2025;Haarlem;sexual;13\n\
    politie;2025;Heemstede;sexual;3\n";

async fn with_figures() -> TestApp {
    let app = with_plan().await;
    let table = app.services.tables.read(FIGURES.as_bytes()).unwrap();
    figures::take_in(&app.services, &app.actor("coordinator").await, &table)
        .await
        .unwrap();
    app
}

/// The texts of a paper, in the order of reading, without its drawings.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|one| texts(one, found)),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| name.as_str() != "svg");
            fields.for_each(|(_, one)| texts(one, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

async fn paper(visitor: &Visitor, turn: &str) -> String {
    let answer = visitor.get(&format!("{turn}/stuk/pdf")).await.ok();
    let mut found = Vec::new();
    texts(&serde_json::from_slice(&answer.bytes).unwrap(), &mut found);
    found.join("\n")
}

#[tokio::test]
async fn what_comes_back_stands_on_the_pages_of_today_and_the_plan_by_itself() {
    let app = with_plan().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    for page in ["/vandaag", "/plan", "/plan/agenda"] {
        let page = coordinator.get(page).await.ok();
        assert!(page.attributes("a", "href").contains(&STAFF.to_owned()));
        page.says("Mensenhandel in de staf veiligheid")
            .says("do 31 december 2026");
    }
    // Who reads the plan sees it there, and nobody is reminded of what another has to do.
    let board = app.as_role(Role::Board).await;
    board.get("/plan").await.ok().says("Komt terug");
    board.get("/vandaag").await.ok().does_not_say("Komt terug");
    for path in [
        "/plan/agenda/staf-veiligheid/2023/1",
        "/plan/agenda/staf-veiligheid/2026/0",
        "/plan/agenda/staf-veiligheid/2026/7",
        "/plan/agenda/raadsborrel/2026/1",
    ] {
        coordinator.get(path).await.not_found();
    }
}

#[tokio::test]
async fn a_text_is_kept_until_it_was_discussed_and_stays_then() {
    let app = with_plan().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(DRIEHOEK).await.ok();
    let words = [("learned", "Vaker samen kijken helpt."), ("asked", "")];
    let saved = coordinator.send_back(&page, DRIEHOEK, &words).await;
    assert_eq!(saved.leads_to(), DRIEHOEK);
    let long = "x".repeat(6_001);
    let too_long = coordinator
        .send_back(&page, DRIEHOEK, &[("learned", long.as_str())])
        .await;
    assert!(!too_long.all(".error-summary li").is_empty());
    let kept = coordinator.get(DRIEHOEK).await.ok();
    assert_eq!(kept.all("#learned"), ["Vaker samen kijken helpt."]);
    let held = format!("{DRIEHOEK}/geweest");
    let mark = kept.attributes("input[name=mark]", "value").remove(0);
    for (on, outcome) in [
        ("2026-06-30", "Besproken"),
        ("2027-01-01", "Besproken"),
        ("gisteren", "Besproken"),
        ("2026-11-10", " "),
    ] {
        let wrong = [("mark", mark.as_str()), ("held", on), ("outcome", outcome)];
        let answer = coordinator.post(&held, &wrong).await;
        assert!(!answer.all(".error-summary li").is_empty(), "{wrong:?}");
    }
    let outcome = "Extra controles in de zomer.";
    let right = [
        ("mark", mark.as_str()),
        ("held", "2026-11-10"),
        ("outcome", outcome),
    ];
    for _ in 0..2 {
        let answer = coordinator.post(&held, &right).await;
        assert_eq!(answer.leads_to(), DRIEHOEK);
    }
    let page = coordinator.get(DRIEHOEK).await.ok();
    page.says("Besproken op di 10 november 2026")
        .says("Extra controles in de zomer.")
        .does_not_say("Bewaar de tekst");
    coordinator
        .send_back(&kept, DRIEHOEK, &[("learned", "Anders")])
        .await;
    coordinator.get(DRIEHOEK).await.ok().does_not_say("Anders");
    // The plan asks for the same: it is done there, too, once.
    let action = coordinator.get("/plan/actie/4").await.ok();
    assert_eq!(
        action
            .all("tbody tr")
            .iter()
            .filter(|row| row.contains("Extra controles in de zomer."))
            .count(),
        1
    );
    let journal = app.journal().await;
    assert_eq!(
        journal.iter().filter(|event| *event == "occasion-held").count(),
        1
    );
}

#[tokio::test]
async fn the_paper_is_as_exact_as_its_reader_may_have_it() {
    let app = with_figures().await;
    for _ in 0..7 {
        app.report("Verzonnen melding", "Verzonnen tekst").await;
    }
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(MAYOR).await.ok();
    let words = [
        ("learned", "Vaker samen kijken helpt."),
        ("asked", "Geld voor een training."),
    ];
    coordinator.send_back(&page, MAYOR, &words).await;
    let staff = paper(&coordinator, STAFF).await;
    for exact in [
        "In de tweede helft van 2026 kwamen 7 meldingen binnen.",
        "Vertrouwelijk. Alleen voor Staf veiligheid",
        "november 2026",
        "\n13\n",
        "Dit is nog niet geschreven.",
        "Deze acties zijn te laat: Voorlichting op scholen; Training voor teams; Met het OM.",
    ] {
        assert!(staff.contains(exact), "{exact} is missing in:\n{staff}");
    }
    let mayor = paper(&coordinator, MAYOR).await;
    for banded in [
        "In de tweede helft van 2026 kwamen 5 tot en met 9 meldingen binnen.",
        "Aantallen staan in klassen",
        "Vaker samen kijken helpt.",
        "Geld voor een training.",
    ] {
        assert!(mayor.contains(banded), "{banded} is missing in:\n{mayor}");
    }
    assert!(
        !mayor.contains("\n13\n") && !mayor.contains("Meldingen per maand"),
        "{mayor}"
    );
    let journal = app.journal().await;
    let made = journal.iter().filter(|event| *event == "occasion-paper-made");
    assert_eq!(made.count(), 2);
    let odt = coordinator.get(&format!("{MAYOR}/stuk/odt")).await.ok();
    assert!(odt.html().contains("Vaker samen kijken helpt."));
}

#[tokio::test]
async fn nobody_gets_a_paper_that_is_more_exact_than_what_they_may_see() {
    let app = with_figures().await;
    let board = app.as_role(Role::Board).await;
    board.get(STAFF).await.ok().says("De coördinator maakt dit stuk.");
    board.get(&format!("{STAFF}/stuk/pdf")).await.not_found();
    let mayor = board.get(MAYOR).await.ok();
    mayor.says("Download als PDF").does_not_say("Bewaar de tekst");
    paper(&board, MAYOR).await;
    // It reads only.
    board.post(MAYOR, &[("learned", "Wij")]).await.not_found();
    let held = format!("{MAYOR}/geweest");
    board.post(&held, &[("outcome", "Wij")]).await.not_found();
    let coordinator = app.as_role(Role::Coordinator).await;
    // There is no paper about what has not begun, and none in another form.
    let analyst = app.as_role(Role::RegionalAnalyst).await;
    analyst.get(&format!("{MAYOR}/stuk/pdf")).await.not_found();
    coordinator.get(&format!("{MAYOR}/stuk/docx")).await.not_found();
}
