// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures of sources: taken in with each row's fate, shown per source, and given out as exactly as whoever they are for may have them.

use meldroute_core::{policy::Role, usecase::figures::take_in};

use crate::testkit::TestApp;

const FILE: &str = "bron;jaar;gebied;vorm;aantal\n\
    politie;2022;Heemstede;sexual;1\n\
    politie;2022;Haarlem;sexual;5\n\
    politie;2022;Haarlem;labour;3\n\
    zorgcoordinatie;2022;Heemstede;sexual;4\n\
    nla;2021;Heemstede;labour;1\n";

async fn with_figures() -> TestApp {
    let app = TestApp::new().await;
    app.as_role(Role::Coordinator).await;
    let table = app.services.tables.read(FILE.as_bytes()).unwrap();
    take_in(&app.services, &app.actor("coordinator").await, &table)
        .await
        .unwrap();
    app
}

#[tokio::test]
async fn a_file_is_held_against_what_is_known_and_then_taken_in_as_a_whole() {
    let app = TestApp::new().await;
    let analyst = app.as_role(Role::RegionalAnalyst).await;
    let send = async |text: &str| {
        let files = [("file", "cijfers.csv", "text/csv", text.as_bytes())];
        analyst
            .upload("/beeld/cijfers/inlezen", &[], &files, "text/html")
            .await
    };
    send("bron;jaar\npolitie;2022\n")
        .await
        .says("De kolom ‘area’ ontbreekt");
    let wrong = send(&format!("{FILE}politie;2022;Elders;sexual;2\n")).await.ok();
    wrong
        .says("1 foute rij")
        .says("Dit gebied staat niet in figures.toml.")
        .does_not_say("cijfers in");
    let page = send(FILE).await.ok().says("5 nieuwe cijfers");
    let table = page.attributes("input[name=table]", "value");
    let path = "/beeld/cijfers/inlezen/nu";
    analyst
        .post_and_follow(path, &[("table", &table[0])])
        .await
        .says("5 cijfers zijn ingelezen.");
    // A table that was changed on its way is checked again.
    let changed = table[0].replace("Haarlem", "Elders");
    analyst
        .post(path, &[("table", &changed)])
        .await
        .says("2 foute rijen");
    assert!(app.happened().await.contains("figures-taken-in"));
}

#[tokio::test]
async fn each_source_has_a_table_with_its_picture_and_notes_and_nothing_is_added() {
    let app = with_figures().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get("/beeld/cijfers?jaar=2022").await.ok();
    let heads = page.all("section.card h2");
    assert_eq!(
        &heads[..3],
        [
            "Politie, 2022",
            "Zorgcoördinatie (HVO-Querido), 2022",
            "Nederlandse Arbeidsinspectie, 2022"
        ]
    );
    let rows = page.all("section[aria-labelledby=bron-politie] tbody tr");
    assert_eq!(rows, ["Heemstede 1 . .", "Haarlem 5 . 3"]);
    assert_eq!(
        page.all("section[aria-labelledby=bron-nla] tbody tr")[0],
        "Heemstede ."
    );
    assert_eq!(
        page.attributes("section[aria-labelledby=bron-politie] svg", "role"),
        ["img", "img", "img"]
    );
    page.says("Over 2022 zijn geen cijfers van Nederlandse Arbeidsinspectie bekend. Die over 2021 wel.")
        .says("Tel aantallen van verschillende bronnen daarom nooit bij elkaar op")
        .says("4 tot 5")
        .does_not_say("Samen");
    assert!(app.happened().await.contains("figures-read"));
}

#[tokio::test]
async fn the_board_gets_bands_everywhere_and_can_ask_for_nothing_more_exact() {
    let app = with_figures().await;
    let board = app.as_role(Role::Board).await;
    let page = board.get("/beeld/cijfers?jaar=2022").await.ok();
    let rows = page.all("section[aria-labelledby=bron-politie] tbody tr");
    assert_eq!(rows, ["Heemstede 1 tot 4 . .", "Haarlem 5 tot 9 . 1 tot 4"]);
    page.does_not_say("Hoeveel verschillende mensen")
        .does_not_say("Cijfers inlezen");
    let file = "/beeld/cijfers/bestand?jaar=2022&soort=csv";
    board
        .get(file)
        .await
        .ok()
        .says("\"1 tot 4\"")
        .does_not_say("\"5\"");
    for audience in ["casework", "group", "public"] {
        board.get(&format!("{file}&voor={audience}")).await.not_found();
    }
    board.get("/beeld/cijfers/inlezen").await.not_found();
}

#[tokio::test]
async fn a_file_is_as_exact_as_its_readers_may_have_it_and_is_remembered() {
    let app = with_figures().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let file = async |kind: &str, audience: &str| {
        coordinator
            .get(&format!(
                "/beeld/cijfers/bestand?jaar=2022&soort={kind}&voor={audience}"
            ))
            .await
            .ok()
    };
    file("csv", "casework")
        .await
        .says("\"Heemstede\",\"1\",\".\",\".\"");
    file("xlsx", "group").await.says("Number(1)");
    let picture = file("svg", "public").await.does_not_say("minder dan");
    assert!(picture.bytes.starts_with(b"<svg"), "a picture, not a page");
    let book = || async {
        app.services
            .store
            .book(&"heemstede".into())
            .await
            .unwrap()
            .unwrap()
            .value
    };
    let before = book().await.releases.len();
    file("ods", "council")
        .await
        .says("1 tot 4")
        .does_not_say("Number(1)");
    let after = book().await.releases.len();
    assert!(after > before, "what is known to others stands in the ledger");
    file("csv", "council").await.ok();
    assert_eq!(
        book().await.releases.len(),
        after,
        "the same again tells nothing new"
    );
}

#[tokio::test]
async fn figures_of_another_municipality_are_not_there() {
    let app = TestApp::with_neighbour().await;
    app.as_role(Role::Coordinator).await;
    let table = app.services.tables.read(FILE.as_bytes()).unwrap();
    take_in(&app.services, &app.actor("coordinator").await, &table)
        .await
        .unwrap();
    let neighbour = app.as_role_in(crate::testkit::NEIGHBOUR, Role::Coordinator).await;
    neighbour
        .get("/beeld/cijfers?jaar=2022")
        .await
        .ok()
        .says("Er zijn nog geen cijfers ingelezen.");
}
