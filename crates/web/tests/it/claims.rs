// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects, as the privacy officer handles them. Attacks among them.

use chrono::TimeDelta;
use meldroute_core::{id::SignalId, policy::Role, report::Reporter};

use crate::testkit::{NEIGHBOUR, TestApp, Visitor};

/// Records a request; gives its page.
pub(super) async fn entered(officer: &Visitor, kind: &str) -> String {
    let fields = [
        ("kind", kind),
        ("name", "A. Verzonnen"),
        ("words", "Wat weet u van mij?"),
        ("identified", "Aan de balie"),
    ];
    officer.fill("/privacy/verzoeken/nieuw", &fields).await.leads_to()
}

#[tokio::test]
async fn a_request_is_answered_passage_by_passage_and_the_answer_released() {
    let app = TestApp::new().await;
    let signal = app.assessed("Kamers boven een winkel").await;
    let number = app.stored(signal).await.number;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let empty = officer.fill("/privacy/verzoeken/nieuw", &[]).await;
    let _ = empty.says("Vul de naam in").says("Neem de vraag over");
    let claim = entered(&officer, "access").await;
    officer
        .get(&claim)
        .await
        .ok()
        .says("Antwoord uiterlijk wo 23 december 2026.");
    officer.get("/privacy/verzoeken").await.ok().says("A. Verzonnen");
    let duty = "Beantwoord een verzoek van een betrokkene";
    officer
        .get("/vandaag")
        .await
        .ok()
        .says(duty)
        .says("Verzoek van een betrokkene")
        .does_not_say("A. Verzonnen");
    // A search is a form of its own, and recorded.
    officer
        .post(&format!("{claim}/zoeken"), &[("wanted", "winkel")])
        .await
        .ok();
    assert!(app.happened().await.contains("claim-searched"));
    let place = format!("{claim}/signaal/{signal}");
    officer
        .get(&place)
        .await
        .ok()
        .says(&format!("Passages in {number}"))
        .says("Kamers boven een winkel");
    assert_eq!(app.journal().await.last().unwrap(), "claim-place-opened");
    let empty = officer.post(&place, &[("part", "title")]).await;
    let _ = empty.says("Kies wat er met deze passage gebeurt");
    let refuse = [
        ("part", "observation-1"),
        ("choice", "refuse"),
        ("ground", "made-up"),
        ("weighing", "Zo"),
    ];
    let made_up = officer.post(&place, &refuse).await;
    let _ = made_up.says("Kies een grond uit de lijst");
    let refuse = [
        ("part", "observation-1"),
        ("choice", "refuse"),
        ("ground", "offences"),
    ];
    let unweighed = officer.post(&place, &refuse).await;
    let _ = unweighed.says("Schrijf de afweging op");
    let refuse = [
        ("part", "observation-1"),
        ("choice", "refuse"),
        ("ground", "offences"),
        ("weighing", "Het onderzoek loopt"),
    ];
    officer.post(&place, &refuse).await.leads_to();
    officer
        .post(&place, &[("part", "title"), ("choice", "give")])
        .await
        .leads_to();
    officer
        .post(&place, &[("part", "nowhere-1"), ("choice", "give")])
        .await
        .not_found();
    let bundle = officer.get(&format!("{claim}/inzage")).await.ok();
    let bundle = bundle.says("Dit is een concept").says("Kamers boven een winkel");
    let _ = bundle
        .says("UAVG art. 41 lid 1 onder d")
        .does_not_say("Het onderzoek loopt");
    officer
        .post(
            &format!("{claim}/antwoord"),
            &[("text", "Hierbij wat wij van u hebben.")],
        )
        .await
        .leads_to();
    officer.get("/vandaag").await.ok().does_not_say(duty);
    let json = officer.get(&format!("{claim}/inzage/json")).await.ok();
    assert!(json.html().contains("Hierbij wat wij van u hebben."));
    // What was answered stays as it is.
    let after = officer
        .post(&place, &[("part", "title"), ("choice", "not-theirs")])
        .await;
    let _ = after.says("Dit verzoek is al beantwoord");
}

#[tokio::test]
async fn the_term_is_extended_once_and_in_time() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "objection").await;
    let path = format!("{claim}/verlengen");
    let empty = officer.post(&path, &[]).await;
    let _ = empty.says("Schrijf op waarom de termijn langer wordt");
    officer
        .post(&path, &[("reason", "Veel signalen")])
        .await
        .leads_to();
    officer
        .get(&claim)
        .await
        .ok()
        .says("Antwoord uiterlijk di 23 februari 2027.");
    let again = officer.post(&path, &[("reason", "Nog meer")]).await;
    let _ = again.says("De termijn is al eens verlengd");
    let late = entered(&officer, "access").await;
    app.clock.forward(TimeDelta::days(31));
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(&late)
        .await
        .ok()
        .says("Het antwoord moest er zijn op");
    let refused = officer
        .post(&format!("{late}/verlengen"), &[("reason", "Vergeten")])
        .await;
    let _ = refused.says("De eerste maand is voorbij");
}

#[tokio::test]
async fn who_reported_is_neither_shown_nor_given() {
    let app = TestApp::new().await;
    let (report, name) = named_report(&app).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "access").await;
    let place = format!("{claim}/melding/{report}");
    let page = officer.get(&place).await.ok();
    let _ = page.says("kan verraden wie meldde").does_not_say(&name);
    let forged = officer
        .post(&place, &[("part", "text"), ("choice", "give")])
        .await;
    let _ = forged.says("kan niet worden gegeven").does_not_say(&name);
    let refuse = [
        ("part", "text"),
        ("choice", "refuse"),
        ("ground", "protection"),
        ("weighing", "Noemt de melder"),
    ];
    officer.post(&place, &refuse).await.leads_to();
    for page in [
        format!("{claim}/inzage"),
        format!("{claim}/inzage/json"),
        claim.clone(),
    ] {
        let shown = officer.get(&page).await.ok();
        assert!(!shown.html().contains(&name), "{page}");
    }
}

/// A report in which its reporter is named.
async fn named_report(app: &TestApp) -> (String, String) {
    use meldroute_core::{
        policy::Grant,
        report::MailFacts,
        usecase::report::{ImportMessage, import},
    };
    let name = "Sanne Verzonnenstein".to_owned();
    let message = ImportMessage {
        received_at: app.now(),
        from: Reporter {
            name: name.clone(),
            contact: "s.verzonnenstein@post.example".to_owned(),
            ..Reporter::default()
        },
        subject: "Verzonnen onderwerp".to_owned(),
        text: format!("Ik ben {name} en ik zag het zelf."),
        mail: MailFacts::default(),
        original: b"From: s.verzonnenstein@post.example\n\nVerzonnen".to_vec(),
        attachments: Vec::new(),
        fingerprints: Vec::new(),
        thread: Vec::new(),
    };
    let intake = app.actor_with(vec![Grant::of(Role::Intake)]);
    import(&app.services, &intake, message).await.unwrap();
    (app.only_report().await.to_string(), name)
}

#[tokio::test]
async fn a_rectification_stands_beside_the_original_and_goes_with_it() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let before = app.stored(signal).await.value;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "rectification").await;
    let path = format!("{claim}/signaal/{signal}/rectificatie");
    let forged = officer
        .post(&path, &[("part", "nowhere"), ("rectified", "Het was mijn broer")])
        .await;
    let _ = forged.says("Kies waar het naast staat");
    for (part, said) in [
        ("observation-1", "Het was mijn broer"),
        ("title", "Het was geen kamer"),
    ] {
        let fields = [("part", part), ("rectified", said)];
        officer.post(&path, &fields).await.leads_to();
    }
    let after = app.stored(signal).await.value;
    assert_eq!(before.observations, after.observations, "the original stays");
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/signalen/{signal}")).await.ok();
    let page = page
        .says("Rectificatie op verzoek van de betrokkene")
        .says("Het was mijn broer")
        .says("zette een rectificatie van een betrokkene naast dit signaal");
    let html = page.html();
    let (observation, notes) = (html.find("Het was mijn broer"), html.find("Het was geen kamer"));
    let between = html.find("id=\"denken\"");
    assert!(observation < between && between < notes, "each beside its own");
    assert_eq!(
        html.matches("Het was mijn broer").count(),
        1,
        "not among the notes, too"
    );
    // What leaves says it, too.
    let item = after.items().remove(0);
    assert!(
        item.text.ends_with("(AVG art. 16): Het was mijn broer"),
        "{}",
        item.text
    );
}

#[tokio::test]
async fn restricted_use_stops_what_uses_it_and_not_what_protects() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "restriction").await;
    let path = format!("{claim}/signaal/{signal}/beperking");
    officer
        .post(&path, &[("restriction", "De juistheid wordt onderzocht")])
        .await
        .leads_to();
    assert!(restricted(&app, signal).await);
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/signalen/{signal}")).await.ok();
    let _ = page.says("Het gebruik van dit signaal is beperkt");
    let before = app.stored(signal).await.value.observations.len();
    coordinator
        .post(
            &format!("/signalen/{signal}/waarneming"),
            &[("text", "Toch iets erbij")],
        )
        .await;
    assert_eq!(app.stored(signal).await.value.observations.len(), before);
    for page in ["/signalen", "/vandaag"] {
        coordinator.get(page).await.ok().says("Gebruik beperkt");
    }
    let sharing = coordinator.get(&format!("/signalen/{signal}/delen")).await.ok();
    let _ = sharing.says("gebruik of deel het niet");
    let asked = [("to", "police"), ("items", "observation-0")];
    let answer = coordinator
        .post(&format!("/signalen/{signal}/delen"), &asked)
        .await;
    let _ = answer
        .ok()
        .says("Nee, het gebruik van dit signaal is beperkt.")
        .does_not_say("Dit gaat de deur uit");
    // Who handles signals can't lift it.
    let lift = [("choice", "lift"), ("restriction", "Ik wil door")];
    coordinator.post(&path, &lift).await.not_found();
    officer.post(&path, &lift).await.leads_to();
    assert!(!restricted(&app, signal).await);
}

#[tokio::test]
async fn a_pack_is_neither_released_nor_given_out_while_use_is_restricted() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let release = format!("/signalen/{signal}/delen/vrijgeven");
    let fields = [
        ("to", "police"),
        ("items", "observation-0"),
        ("expires", "2027-01-15"),
        ("necessity-note", "Nodig."),
    ];
    let pack = coordinator.post(&release, &fields).await.leads_to();
    coordinator.get(&format!("{pack}/json")).await.ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "restriction").await;
    let path = format!("{claim}/signaal/{signal}/beperking");
    officer
        .post(&path, &[("restriction", "De juistheid wordt onderzocht")])
        .await
        .leads_to();
    let page = coordinator.get(&pack).await.ok();
    let _ = page
        .says("Het gebruik van dit signaal is beperkt")
        .does_not_say("Download als PDF");
    for file in ["json", "pdf"] {
        let refused = coordinator.get(&format!("{pack}/{file}")).await;
        assert_eq!(refused.status, 409);
        let _ = refused.says("Het gebruik van dit signaal is beperkt");
    }
    let packs = app.stored(signal).await.value.packs.len();
    assert_eq!(coordinator.post(&release, &fields).await.status, 409);
    assert_eq!(app.stored(signal).await.value.packs.len(), packs);
    // It can be taken back all the same.
    coordinator
        .post(&pack, &[("reason", "Mag niet meer.")])
        .await
        .leads_to();
}

async fn restricted(app: &TestApp, signal: SignalId) -> bool {
    app.stored(signal).await.value.is_restricted()
}

#[tokio::test]
async fn nobody_of_another_role_or_municipality_sees_a_request() {
    let app = TestApp::with_neighbour().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "access").await;
    let signal = app.signal("Verzonnen titel").await;
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    let paths = [
        claim.clone(),
        format!("{claim}/inzage"),
        format!("{claim}/signaal/{signal}"),
    ];
    for path in &paths {
        neighbour.get(path).await.not_found();
        for role in [Role::Coordinator, Role::Administrator, Role::Board] {
            app.as_role(role).await.get(path).await.not_found();
        }
    }
    // One's own request opens no signal of somebody else.
    let own = entered(&neighbour, "access").await;
    neighbour
        .get(&format!("{own}/signaal/{signal}"))
        .await
        .not_found();
    let fields = [("restriction", "Hinder")];
    neighbour
        .post(&format!("{own}/signaal/{signal}/beperking"), &fields)
        .await
        .not_found();
    assert!(!restricted(&app, signal).await);
}
