// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings: planning, the agenda, the sitting with each outcome, guests, and who was first.

use meldroute_core::{
    configuration::outcome::{Outcome, OutcomeKind},
    configuration::{route::StepKind, text::Text},
    id::{MeetingId, SignalId},
    meeting::MeetingState,
    policy::Role,
    signal::{stage::Stage, strand::StrandKind},
};

use crate::testkit::{Answer, HERE, NEIGHBOUR, TestApp, Visitor};

/// Fills in the decision form of an item.
async fn decide(visitor: &Visitor, sitting: MeetingId, signal: SignalId, fields: &[(&str, &str)]) -> Answer {
    visitor
        .fill(&format!("/overleggen/{sitting}/{signal}"), fields)
        .await
}

#[tokio::test]
async fn a_sitting_is_planned_prepared_and_started() {
    let app = TestApp::new().await;
    let first = app.before_the_body("Eetzaak").await;
    let second = app.before_the_body("Nagelstudio").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator
        .get("/overleggen")
        .await
        .ok()
        .says("Volgende vergadering: di 24 november 2026");
    let fields = page.fields("form:has(input[value=signalenoverleg])");
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert!(fields.contains(&("on", "2026-11-24")));
    let agenda = coordinator.post("/overleggen", &fields).await.leads_to();
    let twice = coordinator.post("/overleggen", &fields).await;
    assert_eq!(twice.status, 400);
    twice.says("Er is al een vergadering op deze dag.");

    let page = coordinator
        .get(&agenda)
        .await
        .ok()
        .says("Voor het eerst besproken");
    assert_eq!(
        page.all(".agenda h3"),
        ["HS-2026-0001 Eetzaak", "HS-2026-0002 Nagelstudio"]
    );
    let change = async |step: &str, signal: SignalId| {
        let signal = signal.to_string();
        coordinator
            .post_and_follow(&agenda, &[("step", step), ("signal", &signal)])
            .await
    };
    let page = change("up", second).await;
    assert_eq!(
        page.all(".agenda h3"),
        ["HS-2026-0002 Nagelstudio", "HS-2026-0001 Eetzaak"]
    );
    let page = change("remove", first).await;
    assert_eq!(page.all(".agenda h3").len(), 1);
    let page = coordinator.post_and_follow(&agenda, &[("step", "fill")]).await;
    assert_eq!(page.all(".agenda h3").len(), 2);
    let list = coordinator.get(&format!("{agenda}/lijst")).await.ok();
    let list = list.says("Agenda Signalenoverleg").says("HS-2026-0001");
    list.does_not_say("Eetzaak");
    let to = coordinator.post(&agenda, &[("step", "start")]).await.leads_to();
    assert_eq!(to, format!("{agenda}/{second}"));
    coordinator.get(&to).await.ok().says("1 van 2");
    coordinator.get("/overleggen").await.ok().says("bezig");
}

#[tokio::test]
async fn a_day_that_was_is_not_planned() {
    let app = TestApp::new().await;
    let id = app.services.minter.mint().to_string();
    let fields = [("id", id.as_str()), ("body", "loo"), ("on", "2026-11-20")];
    let answer = app
        .as_role(Role::Coordinator)
        .await
        .post("/overleggen", &fields)
        .await;
    assert_eq!(answer.status, 400);
    answer.says("Geef een dag vanaf vandaag");
}

#[tokio::test]
async fn the_body_decides_in_all_its_ways_and_the_sitting_closes() {
    let app = TestApp::new().await;
    app.as_role(Role::EnforcementOfficer).await;
    let officer = app.person("enforcement-officer").await.to_string();
    let mut signals = Vec::new();
    for title in ["Meer weten", "Controle", "Afdeling", "Niets", "Naar het LOO"] {
        signals.push(app.before_the_body(title).await);
    }
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let go = async |place: usize, fields: &[(&str, &str)]| {
        decide(&coordinator, sitting, signals[place], fields)
            .await
            .leads_to()
    };
    let next = |place: usize| format!("/overleggen/{sitting}/{}", signals[place]);

    let task = [
        ("outcome", "more-information"),
        ("reason", "Eén waarneming is te weinig."),
        ("more-information-what", "Kijk hoeveel bedden er staan."),
        ("more-information-who", &officer),
    ];
    assert_eq!(go(0, &task).await, next(1));
    let inspection = [
        ("outcome", "inspection"),
        ("reason", "Concreet genoeg."),
        ("inspection-power", "Woningwet art. 92"),
        ("inspection-what", "Brandveiligheid van de kamers."),
        ("inspection-who", &officer),
        ("inspection-due", "2026-12-08"),
    ];
    assert_eq!(go(1, &inspection).await, next(2));
    let department = [
        ("outcome", "other-department"),
        ("reason", "Een zorgvraag."),
        ("other-department-to", "wmo"),
        ("other-department-what", "Neem contact op."),
        ("other-department-categories", "possible-victim"),
        ("other-department-consent", "De betrokkene zelf, gisteren."),
    ];
    assert_eq!(go(2, &department).await, next(3));
    assert_eq!(
        go(3, &[("outcome", "not-confirmed"), ("reason", "Er is niets.")]).await,
        next(4)
    );
    let escalate = [
        ("outcome", "to-loo"),
        ("reason", "Meer partijen."),
        ("to-loo-strong-enough", "yes"),
        ("to-loo-strong-enough-why", "Drie waarnemingen."),
        ("to-loo-integral-interest", "yes"),
        ("to-loo-integral-interest-why", "Politie en Arbeidsinspectie."),
    ];
    assert_eq!(go(4, &escalate).await, format!("/overleggen/{sitting}"));

    assert!(matches!(
        app.stored(signals[0]).await.value.stage,
        Stage::Waiting { .. }
    ));
    // The task is due at the next sitting.
    assert_eq!(app.strand(signals[0]).await.due.to_string(), "2026-12-01");
    assert_eq!(app.strand(signals[1]).await.due.to_string(), "2026-12-08");
    assert!(matches!(
        app.strand(signals[2]).await.kind,
        StrandKind::OtherDepartment { .. }
    ));
    assert!(app.stored(signals[3]).await.value.stage.is_at(StepKind::Feedback));
    let to_loo = app.stored(signals[4]).await.value;
    assert_eq!(to_loo.stage.body().unwrap().as_str(), "loo");
    assert_eq!(to_loo.decisions[0].conditions.len(), 2);

    let agenda = format!("/overleggen/{sitting}");
    coordinator
        .get(&agenda)
        .await
        .ok()
        .says("Besloten: Meer informatie nodig");
    let closed = coordinator.post_and_follow(&agenda, &[("step", "close")]).await;
    closed.says("Gehouden van").does_not_say("Nodig een gast uit");
    let list = coordinator.get(&format!("{agenda}/lijst")).await.ok();
    list.says("Besluitenlijst Signalenoverleg")
        .says("HS-2026-0004 Besloten: Signaal niet bevestigd")
        .does_not_say("Er is niets.");
    let paper = coordinator.get(&format!("{agenda}/lijst/pdf")).await.ok();
    assert_eq!(app.journal().await.last().unwrap(), "meeting-read");
    let words = paper.html();
    for said in [
        "Besluitenlijst Signalenoverleg",
        "HS-2026-0004",
        "Signaal niet bevestigd",
        "\"hash\":\"",
    ] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    assert!(!words.contains("Er is niets."), "a reason is content");
}

#[tokio::test]
async fn the_loo_intervenes_takes_up_a_case_or_finds_nothing() {
    let app = TestApp::new().await;
    let mut signals = Vec::new();
    for title in ["Interventie", "Casus", "Niets"] {
        let id = app.before_the_body(title).await;
        app.to_loo(id).await;
        signals.push(id);
    }
    let sitting = app.sitting("loo").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let me = app.person("coordinator").await.to_string();
    let measure = [
        ("outcome", "intervention"),
        ("reason", "Nu ingrijpen."),
        ("intervention-what", "Sluiting van het pand."),
        ("intervention-who", &me),
    ];
    decide(&coordinator, sitting, signals[0], &measure)
        .await
        .leads_to();
    // RIEC is proposed: it leads most cases.
    let case = [
        ("outcome", "riec-case"),
        ("reason", "Samen."),
        ("riec-case-what", "Netwerk van eetzaken."),
        ("riec-case-categories", "company"),
    ];
    decide(&coordinator, sitting, signals[1], &case).await.leads_to();
    let nothing = [("outcome", "not-confirmed"), ("reason", "Er is niets.")];
    decide(&coordinator, sitting, signals[2], &nothing)
        .await
        .leads_to();
    assert!(matches!(
        app.strand(signals[0]).await.kind,
        StrandKind::Intervention { .. }
    ));
    let StrandKind::Case { partner, .. } = app.strand(signals[1]).await.kind else {
        panic!("no case")
    };
    assert_eq!(partner.as_str(), "riec");
}

#[tokio::test]
async fn other_municipalities_have_other_outcomes() {
    let app = TestApp::new().await;
    let mut configuration = (*app.configuration()).clone();
    let outcome = |id: &str, kind| Outcome {
        id: id.into(),
        name: Text {
            nl: format!("Uitkomst {id}"),
            en: id.to_owned(),
        },
        kind,
        then: None,
        body: None,
    };
    configuration.bodies[0].outcomes = vec![
        outcome("hand-over", OutcomeKind::HandOver),
        outcome("care", OutcomeKind::Care),
        outcome("other-help", OutcomeKind::ClosedOtherHelp),
        outcome("outside", OutcomeKind::OutsideOurTask),
        outcome("no-ground", OutcomeKind::NoLegalGround),
    ];
    app.configurations.put(configuration);
    let mut signals = Vec::new();
    for title in ["Overdracht", "Zorg", "Hulp", "Elders", "Grond"] {
        signals.push(app.before_the_body(title).await);
    }
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let partners = [
        ("outcome", "hand-over"),
        ("reason", "Twee tegelijk."),
        ("hand-over-to", "police"),
        ("hand-over-to", "nla"),
        ("hand-over-what", "Adres en uren."),
        ("hand-over-ground", "AVG art. 6"),
        ("hand-over-categories", "location"),
    ];
    decide(&coordinator, sitting, signals[0], &partners)
        .await
        .leads_to();
    let care = [
        ("outcome", "care"),
        ("reason", "Opvang."),
        ("care-what", "Zij zoekt opvang."),
        ("care-categories", "possible-victim"),
        ("care-consent", "Zijzelf, gisteren."),
    ];
    decide(&coordinator, sitting, signals[1], &care).await.leads_to();
    for (place, outcome) in [(2, "other-help"), (3, "outside"), (4, "no-ground")] {
        let fields = [("outcome", outcome), ("reason", "Daarom.")];
        decide(&coordinator, sitting, signals[place], &fields)
            .await
            .leads_to();
        assert!(
            app.stored(signals[place])
                .await
                .value
                .stage
                .is_at(StepKind::Feedback)
        );
    }
    assert_eq!(app.stored(signals[0]).await.value.open_strands().count(), 2);
    assert!(matches!(
        app.strand(signals[1]).await.kind,
        StrandKind::Care { .. }
    ));
}

/// The secret address that somebody gets for their calendar.
async fn feed_of(visitor: &Visitor) -> String {
    let page = visitor.post("/account/agenda", &[("step", "make")]).await.ok();
    let address = page.all("#agenda-adres").remove(0);
    address[address.find("/agenda/").unwrap()..].to_owned()
}

async fn gone(anybody: &Visitor, address: &str) {
    assert_eq!(anybody.get(address).await.status, 404, "{address}");
}

#[tokio::test]
async fn a_calendar_gets_the_days_and_nothing_else_until_its_address_is_withdrawn() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    app.planned("signalenoverleg").await;
    let member = app.as_role(Role::BodyMember).await;
    let address = feed_of(&member).await;
    let anybody = app.anonymous();
    let feed = anybody.get(&address).await.ok();
    assert!(feed.header("content-type").starts_with("text/calendar"));
    let text = feed.html();
    assert!(
        text.contains("SUMMARY:Signalenoverleg") && text.contains("DTSTART;VALUE=DATE:20261124"),
        "{text}"
    );
    for secret in ["Eetzaak", "HS-2026", &id.to_string()] {
        assert!(!text.contains(secret), "{secret}");
    }
    // Who sits nowhere gets an empty calendar, and the address of one is not that of another.
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let empty = anybody.get(&feed_of(&officer).await).await.ok();
    assert!(!empty.html().contains("VEVENT"));
    let member_id = app.person("body-member").await.to_string();
    let officer_id = app.person("enforcement-officer").await.to_string();
    gone(&anybody, &address.replace(&member_id, &officer_id)).await;
    // A new address withdraws the old one.
    let newer = feed_of(&member).await;
    gone(&anybody, &address).await;
    anybody.get(&newer).await.ok();
    member
        .post("/account/agenda", &[("step", "withdraw")])
        .await
        .leads_to();
    gone(&anybody, &newer).await;
    let happened = app.happened().await;
    assert!(happened.contains("feed-made") && happened.contains("feed-withdrawn"));
}

#[tokio::test]
async fn what_a_decision_needs_is_asked() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let wrong = async |fields: &[(&str, &str)], says: &str| {
        let answer = decide(&coordinator, sitting, id, fields).await;
        assert_eq!(answer.status, 400, "{}", answer.words());
        answer.says(says);
    };
    wrong(&[("reason", "Daarom.")], "Besluit: Kies een antwoord.").await;
    wrong(
        &[("outcome", "not-confirmed")],
        "Reden, in één regel: Vul dit in.",
    )
    .await;
    let task = [
        ("outcome", "more-information"),
        ("reason", "x"),
        ("more-information-due", "2026-11-01"),
    ];
    wrong(&task, "Wat zoeken we uit? Vul dit in.").await;
    wrong(&task, "Uiterlijk: Geef een dag vanaf vandaag").await;
    let inspection = [("outcome", "inspection"), ("reason", "x")];
    wrong(&inspection, "Op grond van welke bevoegdheid? Vul dit in.").await;
    let no = [
        ("outcome", "to-loo"),
        ("reason", "x"),
        ("to-loo-strong-enough", "no"),
        ("to-loo-strong-enough-why", "Eén waarneming."),
    ];
    wrong(
        &no,
        "Is het signaal sterk genoeg? Dan kan het signaal daar niet heen.",
    )
    .await;
    wrong(&no, "hebben meer partijen samen iets te doen? Kies een antwoord.").await;
    assert!(app.stored(id).await.value.decisions.is_empty());
}

#[tokio::test]
async fn who_decides_second_hears_who_was_first() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    app.before_the_body("Nog een").await;
    let sitting = app.sitting("signalenoverleg").await;
    let path = format!("/overleggen/{sitting}/{id}");
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&path).await.ok();
    let member = app.as_role(Role::BodyMember).await;
    let fields = [("outcome", "not-confirmed"), ("reason", "Er is niets.")];
    decide(&member, sitting, id, &fields).await.leads_to();
    let second = coordinator.send_back(&page, &path, &fields).await;
    assert_eq!(second.status, 409);
    second
        .says("Test body-member was u voor en legde al een besluit vast.")
        .does_not_say("Leg besluit vast");
    assert_eq!(app.stored(id).await.value.decisions.len(), 1);
    coordinator
        .get(&path)
        .await
        .ok()
        .says("Besloten: Signaal niet bevestigd. Vastgelegd door Test body-member.")
        .says("Volgende");
}

#[tokio::test]
async fn an_item_is_held_over_with_a_reason() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/overleggen/{sitting}/{id}/aanhouden");
    let empty = coordinator.post(&path, &[("hold-reason", "")]).await;
    assert_eq!(empty.status, 400);
    let agenda = coordinator
        .post(&path, &[("hold-reason", "De wijkhandhaver is ziek.")])
        .await
        .leads_to();
    coordinator
        .get(&agenda)
        .await
        .ok()
        .says("Aangehouden: De wijkhandhaver is ziek.");
    coordinator.post(&agenda, &[("step", "close")]).await.leads_to();
    // It is still before the body: the next sitting begins with it.
    let next = app.stored(id).await.value;
    assert_eq!(next.stage.body().unwrap().as_str(), "signalenoverleg");
}

#[tokio::test]
async fn a_sitting_with_open_items_does_not_close_and_one_that_has_not_begun_decides_nothing() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.planned("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/overleggen/{sitting}/{id}");
    coordinator
        .get(&path)
        .await
        .ok()
        .says("De vergadering is nog niet begonnen.")
        .does_not_say("Leg besluit vast");
    let early = coordinator
        .post(&path, &[("outcome", "not-confirmed"), ("reason", "x")])
        .await;
    assert_eq!(early.status, 409);
    let agenda = format!("/overleggen/{sitting}");
    coordinator.post(&agenda, &[("step", "start")]).await.leads_to();
    coordinator
        .get(&agenda)
        .await
        .ok()
        .says("Eén signaal heeft nog geen besluit.");
    let open = coordinator.post(&agenda, &[("step", "close")]).await;
    assert_eq!(open.status, 409);
    open.says("Voor één agendapunt is er nog geen besluit");
}

#[tokio::test]
async fn a_guest_sees_only_what_they_are_invited_for_and_decides_nothing() {
    let app = TestApp::new().await;
    let theirs = app.before_the_body("Eetzaak").await;
    let other = app.before_the_body("Nagelstudio").await;
    let sitting = app.planned("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let guest = app.as_role(Role::Guest).await;
    let agenda = format!("/overleggen/{sitting}");
    guest.get(&agenda).await.not_found();
    guest
        .get("/overleggen")
        .await
        .ok()
        .says("U zit in geen enkel overleg.");
    let invite = format!("{agenda}/gast");
    assert_eq!(coordinator.fill(&invite, &[("reason", "")]).await.status, 400);
    let fields = [
        ("guest", app.person("guest").await.to_string()),
        ("signal", theirs.to_string()),
        ("reason", "Kent het gezin.".to_owned()),
    ];
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    coordinator.fill(&invite, &fields).await.leads_to();
    coordinator.get(&agenda).await.ok().says("Gast: Test guest");
    coordinator.post(&agenda, &[("step", "start")]).await.leads_to();

    guest
        .get("/overleggen")
        .await
        .ok()
        .says("Signalenoverleg, di 24 november 2026");
    guest
        .get(&agenda)
        .await
        .ok()
        .says("Eetzaak")
        .says("1 signaal op de agenda is niet voor u.")
        .does_not_say("Nagelstudio");
    guest
        .get(&format!("{agenda}/{theirs}"))
        .await
        .ok()
        .says("U leest mee.")
        .does_not_say("Leg besluit vast");
    guest.get(&format!("{agenda}/{other}")).await.not_found();
    let decide = [("outcome", "not-confirmed"), ("reason", "x")];
    guest
        .post(&format!("{agenda}/{theirs}"), &decide)
        .await
        .not_found();
    guest.post(&agenda, &[("step", "close")]).await.not_found();
    app.clock.forward(chrono::TimeDelta::days(2));
    app.as_role(Role::Guest).await.get(&agenda).await.not_found();
}

#[tokio::test]
async fn a_signal_that_came_back_shows_last_time_and_what_is_new() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let first = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let me = app.person("coordinator").await.to_string();
    let task = [
        ("outcome", "more-information"),
        ("reason", "Te weinig."),
        ("more-information-what", "Tel de bedden."),
        ("more-information-who", &me),
    ];
    decide(&coordinator, first, id, &task).await.leads_to();
    coordinator
        .post(&format!("/overleggen/{first}"), &[("step", "close")])
        .await
        .leads_to();
    app.clock.forward(chrono::TimeDelta::days(3));
    let coordinator = app.as_role(Role::Coordinator).await;
    let strand = app.strand(id).await.id;
    let done = [("step", "finish"), ("finish", "Zes bedden.")];
    coordinator
        .post(&format!("/opdrachten/{id}/{strand}"), &done)
        .await
        .leads_to();
    let second = app.sitting("signalenoverleg").await;
    coordinator
        .get(&format!("/overleggen/{second}/{id}"))
        .await
        .ok()
        .says("Vorige keer Meer informatie nodig: “Te weinig.”")
        .says("Sinds de vorige keer Actie: klaar op");
    coordinator
        .get(&format!("/overleggen/{second}"))
        .await
        .ok()
        .says("Tweede keer besproken");
}

#[tokio::test]
async fn the_decision_form_works_by_keyboard_and_without_script() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let page = app
        .as_role(Role::Coordinator)
        .await
        .get(&format!("/overleggen/{sitting}/{id}"))
        .await
        .ok();
    let keys = page.attributes("input[name=outcome]", "data-hotkey");
    assert_eq!(keys, ["1", "2", "3", "4", "5"]);
    assert_eq!(page.attributes("[data-reason]", "name"), ["reason"]);
    // Without script all fields are there; each says with which outcome it goes.
    assert_eq!(page.all("fieldset[data-for-outcome] > legend").len(), 4);
    assert_eq!(page.attributes("fieldset[hidden]", "class").len(), 0);
}

#[tokio::test]
async fn meetings_of_a_neighbour_do_not_exist() {
    let app = TestApp::with_neighbour().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let strange = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let nothing = strange
        .get("/overleggen/01900000-0000-7000-8000-00000000ffff")
        .await;
    for path in ["", "/lijst", "/lijst/pdf", "/gast", &format!("/{id}")] {
        let answer = strange.get(&format!("/overleggen/{sitting}{path}")).await;
        answer.not_found();
        assert_eq!(answer.words(), nothing.words());
    }
    strange
        .post(&format!("/overleggen/{sitting}"), &[("step", "close")])
        .await
        .not_found();
    let decide = [("outcome", "not-confirmed"), ("reason", "x")];
    strange
        .post(&format!("/overleggen/{sitting}/{id}"), &decide)
        .await
        .not_found();
    let hold = format!("/overleggen/{sitting}/{id}/aanhouden");
    strange.post(&hold, &[("hold-reason", "x")]).await.not_found();
    let stored = app
        .services
        .store
        .meeting(&HERE.into(), sitting)
        .await
        .unwrap()
        .unwrap();
    assert!(matches!(stored.value.state, MeetingState::Open { .. }));
}
