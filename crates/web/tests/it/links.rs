// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What may belong together: who sees it, what linking and "no" do, and what a neighbour is told.

use meldroute_core::{
    configuration::{Configuration, municipality::Neighbour},
    id::{MunicipalityId, PartyId, ReportId},
    link::FactKind,
    policy::Role,
    sharing::{Category, rule::Kind},
};

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

const BUS: &str = "Een grijze bus met kenteken XX-00-XX haalt elke ochtend mannen op.";

fn of(report: ReportId) -> String {
    format!("/meldingen/{report}")
}

async fn signal_of(visitor: &Visitor, report: ReportId, title: &str) -> String {
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let id = page.attributes("main input[name=signal]", "value")[0].clone();
    let report = report.to_string();
    let form = [("signal", id.as_str()), ("reports", &report), ("title", title)];
    visitor.post("/meldingen/signaal", &form).await.leads_to()
}

/// The fields of the form of the only suggestion on a page.
async fn answer(visitor: &Visitor, page: &str, answer: &str) -> String {
    let shown = visitor.get(page).await.ok();
    let mut fields = shown.fields("#samenhang ~ ul form");
    fields.retain(|(name, _)| name != "answer" && name != "csrf");
    let mut fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.push(("answer", answer));
    visitor
        .post(&format!("{page}/samenhang"), &fields)
        .await
        .leads_to()
}

#[tokio::test]
async fn a_report_shows_the_signal_that_shares_a_plate_and_is_added_to_it() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let first = app.report("Bus bij de kas", BUS).await;
    let signal = signal_of(&visitor, first, "Mannen in een kas").await;
    let second = app.report("Weer die bus", "De xx00xx stond er weer.").await;

    let page = visitor.get(&of(second)).await.ok();
    assert_eq!(page.all("#samenhang ~ ul .badge"), ["zelfde kenteken: XX-00-XX"]);
    assert_eq!(
        page.attributes("#samenhang ~ ul > li > a", "href"),
        [signal.as_str()]
    );
    let page = page.says("Mannen in een kas").says("Voeg toe aan HS-2026-0001");
    let _ = page.does_not_say("Ook elders bekend");
    assert!(app.happened().await.contains("links-shown"));

    assert_eq!(answer(&visitor, &of(second), "add").await, signal);
    let page = visitor.get(&signal).await.ok();
    let _ = page
        .says("zelfde kenteken: XX-00-XX")
        .does_not_say("Hoort misschien bij");
    let _ = visitor
        .get(&of(second))
        .await
        .ok()
        .does_not_say("Hoort misschien bij");
}

#[tokio::test]
async fn a_no_can_be_taken_back() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let first = app.report("Bus bij de kas", BUS).await;
    let second = app.report("Andere bus", "De XX-00-XX weer.").await;
    let (other, action) = (first.to_string(), format!("{}/samenhang", of(second)));
    let no = [("kind", "report"), ("other", other.as_str()), ("answer", "no")];
    visitor.post(&action, &no).await.leads_to();
    let page = visitor.get(&of(second)).await.ok();
    let page = page.says("1 keer gezegd: hoort er niet bij");
    let back = page.fields("details.closed form[action$=samenhang]");
    let mut back: Vec<_> = back
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    back.push(("answer", "back"));
    for _ in 0..2 {
        visitor.post(&action, &back).await.leads_to();
    }
    let page = visitor.get(&of(second)).await.ok();
    page.says("Hoort misschien bij")
        .does_not_say("keer gezegd: hoort er niet bij");
    let taken = app.journal().await.into_iter();
    assert_eq!(
        taken.filter(|event| event == "apart-taken-back").count(),
        2,
        "once, on both sides"
    );
}

#[tokio::test]
async fn three_suggestions_are_shown_and_the_others_folded() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        app.report("Bus", "Een bus met kenteken XX-99-XX.").await;
    }
    let report = app.report("Bus", "Alweer die bus, XX-99-XX.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor.get(&format!("/meldingen/{report}")).await.ok();
    assert_eq!(page.all("#samenhang ~ ul > li").len(), 3);
    assert_eq!(page.all("#samenhang ~ details > ul > li").len(), 2);
    page.says("Nog 2 die er misschien bij horen");
}

#[tokio::test]
async fn two_reports_can_become_one_signal() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let first = app.report("Bus bij de kas", BUS).await;
    let second = app.report("Weer die bus", "De XX-00-XX stond er weer.").await;
    let page = visitor.get(&of(second)).await.ok();
    let make = format!("/meldingen/signaal?melding={second}&melding={first}");
    assert_eq!(page.attributes("#samenhang ~ ul form a", "href"), [make.as_str()]);
    let _ = visitor
        .get(&make)
        .await
        .ok()
        .says("Bus bij de kas")
        .says("Weer die bus");
}

#[tokio::test]
async fn a_signal_shows_new_reports_and_takes_them_in() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let first = app.report("Bus bij de kas", BUS).await;
    let signal = signal_of(&visitor, first, "Mannen in een kas").await;
    app.report("Weer die bus", "De XX-00-XX stond er weer.").await;
    let page = visitor.get(&signal).await.ok();
    let _ = page.says("Weer die bus").says("zelfde kenteken: XX-00-XX");
    let page = visitor.get(&signal).await.ok();
    let _ = page.does_not_say("links-shown");
    assert_eq!(answer(&visitor, &signal, "add").await, signal);
    let _ = visitor
        .get(&signal)
        .await
        .ok()
        .does_not_say("Hoort misschien bij");
}

#[tokio::test]
async fn no_is_remembered_on_both_sides_until_a_new_fact_comes_up() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let first = app.report("Bus bij de kas", BUS).await;
    let second = app
        .report("Andere bus", "De XX-00-XX, en een man met 06 0000 0001.")
        .await;
    let page = visitor.get(&of(second)).await.ok();
    let csrf = page.attributes("input[name=csrf]", "value").len();
    assert!(csrf > 0);
    let other = first.to_string();
    let no = [
        ("kind", "report"),
        ("other", other.as_str()),
        ("answer", "no"),
        ("reason", "ander voertuig"),
    ];
    for _ in 0..2 {
        let to = visitor
            .post(&format!("{}/samenhang", of(second)), &no)
            .await
            .leads_to();
        assert_eq!(to, of(second));
    }
    let _ = visitor
        .get(&of(second))
        .await
        .ok()
        .says("Onthouden")
        .does_not_say("Hoort misschien bij");
    let _ = visitor
        .get(&of(first))
        .await
        .ok()
        .does_not_say("Hoort misschien bij");
    assert_eq!(
        app.journal()
            .await
            .iter()
            .filter(|event| *event == "kept-apart")
            .count(),
        2
    );

    let correction = [("text", "De man belde met 06-00000001."), ("reason", "nagebeld")];
    visitor
        .post(&format!("{}/verbeteren", of(first)), &correction)
        .await
        .leads_to();
    let page = visitor.get(&of(first)).await.ok();
    assert_eq!(
        page.all("#samenhang ~ ul .badge"),
        ["zelfde telefoonnummer: 06-00000001"]
    );
}

#[tokio::test]
async fn a_text_that_came_in_twice_is_seen_and_another_is_not() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let text = "In het huis aan de overkant zijn steeds andere vrouwen, elk een paar dagen. Zij komen nooit alleen naar buiten. Elke \
        ochtend haalt een man met een zwarte tas iets op.";
    app.report("Zorgen over de buren", text).await;
    let again = app
        .report("Fwd: zorgen", &format!("Kwam binnen bij de balie.\n\n{text}"))
        .await;
    let page = visitor.get(&of(again)).await.ok();
    assert_eq!(page.all("#samenhang ~ ul .badge"), ["grotendeels dezelfde tekst"]);
    let other = app
        .report(
            "Bedden",
            "In de loods staan twaalf bedden en er wonen steeds andere mannen van een uitzendbureau.",
        )
        .await;
    let _ = visitor
        .get(&of(other))
        .await
        .ok()
        .does_not_say("Hoort misschien bij");
}

#[tokio::test]
async fn who_does_not_say_what_becomes_of_reports_sees_nothing_of_it() {
    let app = TestApp::new().await;
    app.report("Bus bij de kas", BUS).await;
    let second = app.report("Weer die bus", "De XX-00-XX stond er weer.").await;
    let officer = app.as_role(Role::ContactOfficer).await;
    let _ = officer
        .get(&of(second))
        .await
        .ok()
        .does_not_say("Hoort misschien bij");
    officer
        .post(&format!("{}/samenhang", of(second)), &[])
        .await
        .not_found();
    assert!(!app.happened().await.contains("links-shown"));
}

/// The rule of the matrix by which a neighbour hears whether a fact occurs.
fn hits_may_go_to(configuration: &mut Configuration, there: &str) {
    let controller = PartyId::from(configuration.municipality.controllers[0].id.as_str());
    let matrix = configuration.sharing.as_mut().unwrap();
    let mut rule = matrix.rules[0].clone();
    rule.id = "hits".into();
    rule.from = vec![controller];
    rule.to = vec![there.into()];
    rule.categories = vec![Kind::One(Category::Hit)];
    "convenant".clone_into(&mut rule.ground.source);
    matrix.rules.push(rule);
}

/// Both permit questions about plates; Heemstede would also like to ask about phones.
async fn neighbours() -> TestApp {
    let app = TestApp::with_neighbour().await;
    for (here, there, facts) in [
        (HERE, NEIGHBOUR, vec![FactKind::Plate, FactKind::Phone]),
        (NEIGHBOUR, HERE, vec![FactKind::Plate]),
    ] {
        let mut configuration = (*app.configurations.get(here)).clone();
        configuration.neighbours = vec![Neighbour {
            municipality: MunicipalityId::from(there),
            facts,
            ground: None,
        }];
        hits_may_go_to(&mut configuration, there);
        app.configurations.put(configuration);
    }
    app
}

#[tokio::test]
async fn a_neighbour_says_yes_or_no_and_nothing_else() {
    let app = neighbours().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let here = app
        .report("Bus bij de kas", "De XX-00-XX, en een man met 06 0000 0001.")
        .await;
    let alone = app.report("Zonder feit", "Er gebeurt iets in het dorp.").await;
    let there = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let typed = there.get("/meldingen/typen").await.ok();
    let mut fields = typed.fields("main form");
    fields.retain(|(name, _)| !matches!(name.as_str(), "subject" | "text" | "csrf"));
    let mut fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend([
        ("subject", "Busje in Buurdorp"),
        ("text", "Kenteken xx-00-xx, bij het station."),
    ]);

    let ask = format!("{}/elders", of(here));
    let page = visitor.get(&of(here)).await.ok();
    let _ = page
        .says("Ook elders bekend?")
        .says("Vraag of dit ook elders bekend is");
    let page = visitor
        .get(&ask)
        .await
        .ok()
        .says("Buurdorp: over een zelfde kenteken");
    let _ = page.does_not_say("telefoonnummer of");
    let wrong = visitor.post(&ask, &[("purpose", " ")]).await;
    assert_eq!(
        wrong.all(".error-summary li"),
        ["Schrijf op waarvoor u dit wilt weten."]
    );
    let purpose = [("purpose", "Is dit een zaak voor meer gemeenten?")];
    assert_eq!(visitor.post(&ask, &purpose).await.leads_to(), of(here));
    let _ = visitor
        .get(&of(here))
        .await
        .ok()
        .says("nee, in Buurdorp is geen zelfde kenteken bekend");

    there.post("/meldingen/typen", &fields).await.leads_to();
    visitor.post(&ask, &purpose).await.leads_to();
    let page = visitor.get(&of(here)).await.ok();
    let page =
        page.says("ja, in Buurdorp komt ook een zelfde kenteken voor. Neem contact op met hun meldpunt.");
    let _ = page
        .does_not_say("Busje")
        .does_not_say("M-2026-0001 Busje")
        .does_not_say("station");

    // Their privacy officer sees who asked, and not what for or about which report.
    let privacy = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    let journal = privacy.get("/privacy/journaal").await.ok();
    let journal =
        journal.says("van heemstede vroeg of kenteken hier ook voorkomt. Antwoord: ja. Grondslag: ");
    let _ = journal.does_not_say("zaak voor meer").does_not_say("XX-00-XX");
    let _ = privacy.get("/privacy/journaal").await.ok().says("(convenant)");
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let journal = privacy.get("/privacy/journaal").await.ok();
    let _ = journal.says("vroeg of kenteken uit een melding ook bij buurdorp voorkomt. Antwoord: ja.");

    // Without a fact nobody is asked.
    let before = app
        .journal()
        .await
        .iter()
        .filter(|event| *event == "asked-elsewhere")
        .count();
    let page = visitor
        .post_and_follow(&format!("{}/elders", of(alone)), &purpose)
        .await;
    let _ = page.says("Er is niets gevraagd");
    let after = app
        .journal()
        .await
        .iter()
        .filter(|event| *event == "asked-elsewhere")
        .count();
    assert_eq!((before, after), (2, 2));
}

#[tokio::test]
async fn without_a_rule_in_both_nobody_is_asked() {
    let changes: [fn(&mut Configuration); 3] = [
        |there| there.neighbours.clear(),
        |there| {
            let matrix = there.sharing.as_mut().unwrap();
            matrix.rules.retain(|rule| rule.id.as_str() != "hits");
        },
        |there| there.sharing = None,
    ];
    for change in changes {
        nobody_is_asked(change).await;
    }
}

async fn nobody_is_asked(change: fn(&mut Configuration)) {
    let app = neighbours().await;
    let mut there = (*app.configurations.get(NEIGHBOUR)).clone();
    change(&mut there);
    app.configurations.put(there);
    let visitor = app.as_role(Role::Coordinator).await;
    let report = app.report("Bus bij de kas", BUS).await;
    let _ = visitor
        .get(&of(report))
        .await
        .ok()
        .does_not_say("Ook elders bekend?");
    let ask = format!("{}/elders", of(report));
    visitor.get(&ask).await.not_found();
    visitor.post_and_follow(&ask, &[("purpose", "x")]).await;
    assert!(!app.happened().await.contains("asked-elsewhere"));
}
