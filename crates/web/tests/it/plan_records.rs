// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was undertaken for the plan: each kind asks its own, it can be brought up to date, and it proves actions.

use meldroute_core::policy::Role;

use crate::{
    plan::with_plan,
    testkit::{TestApp, Visitor},
};

const NEW: &str = "/plan/activiteiten/nieuw/training";
const LIST: &str = "/plan/activiteiten";

/// A training: team, reached, of how many, material.
fn training<'a>(mark: &'a str, reached: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("mark", mark),
        ("title", "Training voor de balie"),
        ("on", "2026-11-03"),
        ("value", "Publiekszaken"),
        ("value", reached),
        ("value", "16"),
        ("value", ""),
    ]
}

async fn written_down(app: &TestApp) -> Visitor {
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(NEW).await.ok();
    let mark = page.attributes("input[name=mark]", "value").remove(0);
    for _ in 0..2 {
        let answer = coordinator.post(NEW, &training(&mark, "14")).await;
        assert_eq!(answer.leads_to(), LIST);
    }
    coordinator
}

#[tokio::test]
async fn a_training_stands_there_once_with_what_its_kind_asks() {
    let app = with_plan().await;
    let coordinator = written_down(&app).await;
    let list = coordinator.get(LIST).await.ok();
    assert_eq!(list.all("tbody tr").len(), 1);
    list.says("Training voor de balie")
        .says("di 3 november 2026")
        .says("Bereikt: 14")
        .says("Van hoeveel: 16")
        .does_not_say("Materiaal:");
    let page = coordinator.get(NEW).await.ok();
    let mark = page.attributes("input[name=mark]", "value").remove(0);
    let mut later = training(&mark, "14");
    later[2].1 = "2027-01-01";
    let mut nameless = training(&mark, "14");
    nameless[1].1 = " ";
    for wrong in [training(&mark, "veel"), training(&mark, ""), later, nameless] {
        let answer = coordinator.post(NEW, &wrong).await;
        assert!(!answer.all(".error-summary li").is_empty(), "{wrong:?}");
    }
    coordinator
        .get("/plan/activiteiten/nieuw/borrel")
        .await
        .not_found();
    coordinator.get("/plan/activiteiten/9").await.not_found();
}

#[tokio::test]
async fn what_changed_is_brought_up_to_date_by_who_keeps_the_plan_and_by_nobody_else() {
    let app = with_plan().await;
    let coordinator = written_down(&app).await;
    let path = format!("{LIST}/1");
    let page = coordinator.get(&path).await.ok();
    assert_eq!(page.attributes("#value-reached", "value"), ["14"]);
    let answer = coordinator.post(&path, &training("", "15")).await;
    assert_eq!(answer.leads_to(), path);
    let board = app.as_role(Role::Board).await;
    let seen = board.get(&path).await.ok().says("15");
    seen.does_not_say("Werk bij");
    board.get(LIST).await.ok().does_not_say("Leg iets vast");
    board.post(&path, &training("", "1")).await.not_found();
    board.get(NEW).await.not_found();
    let journal = app.journal().await;
    let count = |name: &str| journal.iter().filter(|event| *event == name).count();
    assert_eq!((count("record-added"), count("record-corrected")), (1, 1));
}

#[tokio::test]
async fn a_training_proves_an_action() {
    let app = with_plan().await;
    let coordinator = written_down(&app).await;
    let path = "/plan/actie/1";
    let page = coordinator
        .get(path)
        .await
        .ok()
        .says("Training of bewustwording: Training voor de balie, di 3 november 2026");
    let proof = |record| {
        [
            ("due", "2026-12-31"),
            ("on", "2026-11-03"),
            ("evidence", ""),
            ("record", record),
        ]
    };
    coordinator.send_back(&page, path, &proof("9")).await.not_found();
    let nothing = coordinator.send_back(&page, path, &proof("")).await;
    assert!(!nothing.all(".error-summary li").is_empty());
    let answer = coordinator.send_back(&page, path, &proof("1")).await;
    assert_eq!(answer.leads_to(), path);
    let done = coordinator.get(path).await.ok();
    assert_eq!(done.attributes("tbody td a", "href"), [format!("{LIST}/1")]);
    done.says("Training of bewustwording: Training voor de balie (team: Publiekszaken; bereikt: 14; van hoeveel: 16).");
    let record = coordinator.get(&format!("{LIST}/1")).await.ok();
    record.says("Dit bewijst").says("Training voor teams");
    coordinator.get(LIST).await.ok().says("bewijst één actie");
}
