// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The administrator and the people: adding, setting up, changing, resetting, closing.

use axum::http::StatusCode;
use chrono::TimeDelta;
use meldroute_core::policy::Role;

use crate::testkit::{HERE, NEIGHBOUR, PASSWORD, TestApp, TestSecrets, Visitor};

const NEW: &str = "drie andere losse woorden";

/// Adds somebody and gives the path of the link.
async fn add(administrator: &Visitor, login: &str, role: &str) -> String {
    let form = administrator.get("/beheer/mensen/nieuw").await.ok();
    let id = form.attributes("input[name=id]", "value").remove(0);
    let fields = [
        ("id", id.as_str()),
        ("naam", "Nieuw Persoon"),
        ("login", login),
        ("taal", "nl"),
        ("rol", role),
        ("overleg", ""),
        ("organisatie", ""),
        ("van", ""),
        ("tot", ""),
    ];
    let page = administrator.post("/beheer/mensen/nieuw", &fields).await.ok();
    link(&page.says("één keer, en zeven dagen lang").all("#link").remove(0))
}

fn link(address: &str) -> String {
    address.strip_prefix("http://127.0.0.1:8080").unwrap().to_owned()
}

fn secret(hex: &str) -> Vec<u8> {
    hex.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// Sets an account up, and gives the secret of its second factor.
async fn set_up(app: &TestApp, link: &str) -> Vec<u8> {
    let visitor = app.anonymous();
    let page = visitor.get(link).await.ok();
    let hex = page.attributes("input[name=geheim]", "value").remove(0);
    let code = TestSecrets::code(&secret(&hex), app.now());
    let fields = [
        ("wachtwoord", NEW),
        ("herhaal", NEW),
        ("geheim", hex.as_str()),
        ("code", code.as_str()),
    ];
    let answer = visitor.post_and_follow(link, &fields).await;
    answer.ok().says("Uw account is ingesteld. Log nu in.");
    secret(&hex)
}

#[tokio::test]
async fn somebody_is_added_sets_up_their_account_and_logs_in() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let link = add(&administrator, "n.persoon", "board").await;
    administrator
        .get("/beheer/mensen")
        .await
        .ok()
        .says("Moet account nog instellen");
    let page = app
        .anonymous()
        .get(&link)
        .await
        .ok()
        .says("Uw gebruikersnaam is n.persoon");
    assert_eq!(
        page.all("#letters")[0].split(' ').count(),
        8,
        "32 letters in groups of four"
    );
    assert_eq!(page.attributes("svg", "role"), ["img"]);
    let secret = set_up(&app, &link).await;
    app.anonymous().get(&link).await.not_found();

    let visitor = app.anonymous();
    let without_code = [("naam", "n.persoon"), ("wachtwoord", NEW)];
    assert_eq!(
        visitor.post("/inloggen", &without_code).await.status,
        StatusCode::BAD_REQUEST
    );
    app.clock.forward(TimeDelta::seconds(60));
    let code = TestSecrets::code(&secret, app.now());
    let right = [
        ("naam", "N.Persoon "),
        ("wachtwoord", NEW),
        ("code", code.as_str()),
    ];
    assert_eq!(visitor.post("/inloggen", &right).await.leads_to(), "/");
    let again = app.anonymous().post("/inloggen", &right).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST, "a code works once");
}

#[tokio::test]
async fn what_is_wrong_with_a_new_person_is_said_beside_the_fields() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator
        .post(
            "/beheer/mensen/nieuw",
            &[("rol", "body-member"), ("van", "morgen")],
        )
        .await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    let page = page.says("Vul de naam in").says("Kies het overleg van dit lid");
    let page = page.says("Schrijf de datum als jaar-maand-dag");
    assert_eq!(
        page.attributes("select[name=rol][aria-invalid=true]", "id"),
        ["rol-0"]
    );
    administrator
        .post("/beheer/mensen/nieuw", &[("naam", "Zonder")])
        .await
        .says("Kies ten minste één rol");
    add(&administrator, "bezet", "board").await;
    let form = administrator.get("/beheer/mensen/nieuw").await.ok();
    let id = form.attributes("input[name=id]", "value").remove(0);
    let taken = [
        ("id", id.as_str()),
        ("naam", "Ander"),
        ("login", "bezet"),
        ("rol", "board"),
    ];
    administrator
        .post("/beheer/mensen/nieuw", &taken)
        .await
        .says("Deze gebruikersnaam is al in gebruik");
    let odd = [
        ("id", id.as_str()),
        ("naam", "Ander"),
        ("login", "met spatie"),
        ("rol", "board"),
    ];
    administrator
        .post("/beheer/mensen/nieuw", &odd)
        .await
        .says("Deze gebruikersnaam kan niet");
}

#[tokio::test]
async fn what_is_wrong_with_setting_up_is_said_beside_the_fields() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let link = add(&administrator, "n.persoon", "board").await;
    let visitor = app.anonymous();
    let hex = visitor
        .get(&link)
        .await
        .ok()
        .attributes("input[name=geheim]", "value")
        .remove(0);
    let code = TestSecrets::code(&secret(&hex), app.now());
    for (password, repeat, code, words) in [
        (
            NEW,
            "iets anders",
            code.as_str(),
            "De twee wachtwoorden zijn niet gelijk",
        ),
        ("kort", "kort", code.as_str(), "Dit wachtwoord is te kort"),
        (NEW, NEW, "12345x", "Deze code klopt niet"),
    ] {
        let fields = [
            ("wachtwoord", password),
            ("herhaal", repeat),
            ("geheim", &hex),
            ("code", code),
        ];
        let page = visitor.post(&link, &fields).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        let page = page.says(words);
        assert_eq!(
            page.attributes("input[name=geheim]", "value"),
            [hex.as_str()],
            "the app keeps its secret"
        );
        assert!(!page.html().contains(NEW));
    }
    app.clock.forward(TimeDelta::days(7));
    visitor.get(&link).await.not_found();
    visitor.get(&format!("{link}0")).await.not_found();
    app.as_role(Role::Administrator)
        .await
        .get("/beheer/mensen")
        .await
        .ok()
        .says("Link verlopen");
}

#[tokio::test]
async fn roles_are_changed_and_count_at_once() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let id = app.add(HERE, "persoon", vec![app.grant(Role::Board)]).await;
    let person = app.logged_in(HERE, "persoon").await;
    person.get("/beheer/mensen").await.not_found();
    let path = format!("/beheer/mensen/{id}");
    let page = administrator.get(&path).await.ok();
    assert_eq!(page.attributes("#rol-0 option[selected]", "value"), ["board"]);
    let body = app.configuration().bodies[0].id.0.clone();
    // Repeated fields, row by row.
    let fields = [
        ("rol", "body-member"),
        ("overleg", body.as_str()),
        ("organisatie", ""),
        ("van", "2026-01-01"),
        ("tot", ""),
        ("rol", "administrator"),
        ("overleg", ""),
        ("organisatie", ""),
        ("van", ""),
        ("tot", "2026-11-24"),
        ("rol", ""),
    ];
    let answer = administrator.post_and_follow(&path, &fields).await;
    answer
        .ok()
        .says("De rollen zijn gewijzigd.")
        .says("Lid van een overleg (Signalenoverleg), Beheerder");
    assert_eq!(
        person.get("/account").await.leads_to(),
        "/inloggen",
        "sessions end"
    );
    let person = app.logged_in(HERE, "persoon").await;
    person.get("/beheer/mensen").await.ok();
    app.clock.forward(TimeDelta::days(2));
    let person = app.logged_in(HERE, "persoon").await;
    person.get("/beheer/mensen").await.not_found();
    let journal = app.happened().await;
    assert!(journal.contains("roles-changed"));
}

#[tokio::test]
async fn a_reset_ends_the_old_access() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let id = app.add(HERE, "persoon", vec![app.grant(Role::Board)]).await;
    let person = app.logged_in(HERE, "persoon").await;
    let page = administrator
        .post(&format!("/beheer/mensen/{id}/nieuwe-toegang"), &[])
        .await
        .ok();
    let link = link(&page.all("#link").remove(0));
    assert_eq!(person.get("/account").await.leads_to(), "/inloggen");
    let old = [("naam", "persoon"), ("wachtwoord", PASSWORD)];
    assert_eq!(
        person.post("/inloggen", &old).await.status,
        StatusCode::BAD_REQUEST
    );
    set_up(&app, &link).await;
    let own = app.actor("administrator").await.person.unwrap();
    administrator
        .post(&format!("/beheer/mensen/{own}/nieuwe-toegang"), &[])
        .await
        .not_found();
}

#[tokio::test]
async fn a_closed_account_is_closed() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let id = app.add(HERE, "persoon", vec![app.grant(Role::Board)]).await;
    let person = app.logged_in(HERE, "persoon").await;
    let path = format!("/beheer/mensen/{id}/afsluiten");
    administrator
        .get(&path)
        .await
        .ok()
        .says("Het account van Test persoon afsluiten?");
    administrator
        .post_and_follow(&path, &[])
        .await
        .ok()
        .says("Het account is afgesloten.");
    assert_eq!(person.get("/account").await.leads_to(), "/inloggen");
    let right = [("naam", "persoon"), ("wachtwoord", PASSWORD)];
    assert_eq!(
        person.post("/inloggen", &right).await.status,
        StatusCode::BAD_REQUEST
    );
    let own = app.actor("administrator").await.person.unwrap();
    administrator
        .get(&format!("/beheer/mensen/{own}"))
        .await
        .ok()
        .does_not_say("Sluit dit account af");
    administrator
        .post(&format!("/beheer/mensen/{own}/afsluiten"), &[])
        .await
        .not_found();
}

#[tokio::test]
async fn the_people_of_a_neighbour_do_not_exist() {
    let app = TestApp::with_neighbour().await;
    let administrator = app.as_role(Role::Administrator).await;
    let there = app
        .add(NEIGHBOUR, "buur", vec![app.grant(Role::Coordinator)])
        .await;
    administrator
        .get("/beheer/mensen")
        .await
        .ok()
        .does_not_say("buur");
    let path = format!("/beheer/mensen/{there}");
    administrator.get(&path).await.not_found();
    administrator.get(&format!("{path}/afsluiten")).await.not_found();
    administrator
        .post(&path, &[("rol", "administrator")])
        .await
        .not_found();
    administrator
        .post(&format!("{path}/afsluiten"), &[])
        .await
        .not_found();
    administrator
        .post(&format!("{path}/nieuwe-toegang"), &[])
        .await
        .not_found();
    app.logged_in(NEIGHBOUR, "buur")
        .await
        .get("/account")
        .await
        .ok()
        .says("Buurdorp");
}

#[tokio::test]
async fn the_configuration_is_told_in_plain_words() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    let page = page.says("De meldroute van Heemstede").says("Signalenoverleg");
    assert!(page.all("h2").iter().any(|heading| heading == "De 6 stappen"));
}
