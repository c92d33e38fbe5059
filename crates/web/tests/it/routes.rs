// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every route × every role: who is let in. What depends on the object, and the walls between municipalities, are tested with the pages.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use meldroute_core::policy::Role;
use meldroute_web::{Demo, WebSettings, access_table};

use crate::testkit::{HERE, TestApp, Visitor};

/// Who is let in.
#[derive(Clone, Copy)]
#[expect(clippy::enum_variant_names, reason = "`LoggedIn` is a word")]
enum In {
    /// Who is logged in or not.
    Anybody,
    /// Who is logged in, with a role or without.
    LoggedIn,
    /// Who has one of these roles.
    Roles(&'static [Role]),
}
use In::{Anybody, LoggedIn, Roles};

/// Who sees something outside and can say so here.
const REPORTS_OWN: In = Roles(&[
    Role::ContactOfficer,
    Role::Enricher,
    Role::EnforcementOfficer,
    Role::Official,
    Role::ChainPartner,
]);
const ASKS_ADVICE: In = Roles(&[
    Role::Coordinator,
    Role::Enricher,
    Role::EnforcementOfficer,
    Role::Official,
    Role::CareCoordinator,
]);
const ADVICE: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::Enricher,
    Role::EnforcementOfficer,
    Role::Official,
    Role::CareCoordinator,
]);
const GLASS: In = Roles(&[
    Role::Enricher,
    Role::BodyMember,
    Role::EnforcementOfficer,
    Role::CareCoordinator,
]);
const READS_FIGURES: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::PrivacyOfficer,
    Role::Board,
    Role::RegionalAnalyst,
]);
const KEEPS_FIGURES: In = Roles(&[Role::Coordinator, Role::RegionalAnalyst]);
const READS_PLAN: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::PrivacyOfficer,
    Role::Board,
]);
const COORDINATOR: In = Roles(&[Role::Coordinator]);
const PRIVACY: In = Roles(&[Role::PrivacyOfficer]);
const ADMINISTRATOR: In = Roles(&[Role::Administrator]);

/// Written by hand, as a privacy officer would want it: it must not follow from the program.
fn expected() -> BTreeMap<(&'static str, &'static str), In> {
    let mut table = BTreeMap::from([
        (("GET", "/"), LoggedIn),
        (("GET", "/inloggen"), Anybody),
        (("POST", "/inloggen"), Anybody),
        (("GET", "/melden"), Anybody),
        (("GET", "/agenda/{municipality}/{person}/{token}"), Anybody),
        (("POST", "/account/agenda"), LoggedIn),
        (("GET", "/melden/{municipality}"), Anybody),
        (("GET", "/melden/{municipality}/{language}"), Anybody),
        (("GET", "/melden/{municipality}/{language}/formulier"), Anybody),
        (("POST", "/melden/{municipality}/{language}/formulier"), Anybody),
        (("GET", "/melden/{municipality}/{language}/code"), Anybody),
        (("POST", "/melden/{municipality}/{language}/code"), Anybody),
        (("POST", "/demo/inloggen"), Anybody),
        (("POST", "/uitloggen"), LoggedIn),
        (("GET", "/account"), LoggedIn),
        (("POST", "/account"), LoggedIn),
        (
            ("GET", "/account/instellen/{municipality}/{person}/{token}"),
            Anybody,
        ),
        (
            ("POST", "/account/instellen/{municipality}/{person}/{token}"),
            Anybody,
        ),
        (("GET", "/vraag/{municipality}/{question}/{token}"), Anybody),
        (("POST", "/vraag/{municipality}/{question}/{token}"), Anybody),
        (("POST", "/beheer/mensen/{id}/mail"), ADMINISTRATOR),
        (("GET", "/beheer/mensen"), ADMINISTRATOR),
        (("GET", "/beheer/mensen/nieuw"), ADMINISTRATOR),
        (("POST", "/beheer/mensen/nieuw"), ADMINISTRATOR),
        (("GET", "/beheer/mensen/{id}"), ADMINISTRATOR),
        (("POST", "/beheer/mensen/{id}"), ADMINISTRATOR),
        (("POST", "/beheer/mensen/{id}/nieuwe-toegang"), ADMINISTRATOR),
        (("GET", "/beheer/mensen/{id}/afsluiten"), ADMINISTRATOR),
        (("POST", "/beheer/mensen/{id}/afsluiten"), ADMINISTRATOR),
        (("GET", "/beheer/inrichting"), ADMINISTRATOR),
        (("GET", "/privacy"), PRIVACY),
        (("GET", "/privacy/wie-keek"), PRIVACY),
        (("POST", "/privacy/wie-keek"), PRIVACY),
        (("GET", "/privacy/wie-keek/signaal/{id}"), PRIVACY),
        (("GET", "/privacy/wie-keek/melding/{id}"), PRIVACY),
        (("GET", "/privacy/wie-keek/account/{id}"), PRIVACY),
        (("GET", "/privacy/opvallend"), PRIVACY),
        (("POST", "/privacy/opvallend"), PRIVACY),
        (("GET", "/privacy/noodtoegang"), PRIVACY),
        (("GET", "/privacy/noodtoegang/{signal}/{opening}"), PRIVACY),
        (("POST", "/privacy/noodtoegang/{signal}/{opening}"), PRIVACY),
        (("GET", "/noodtoegang"), GLASS),
        (("POST", "/noodtoegang"), GLASS),
        (("GET", "/noodtoegang/{id}"), GLASS),
        (("GET", "/privacy/verzoeken"), PRIVACY),
        (("GET", "/privacy/verzoeken/nieuw"), PRIVACY),
        (("POST", "/privacy/verzoeken/nieuw"), PRIVACY),
        (("GET", "/privacy/verzoeken/{id}"), PRIVACY),
        (("POST", "/privacy/verzoeken/{id}/zoeken"), PRIVACY),
        (("POST", "/privacy/verzoeken/{id}/verlengen"), PRIVACY),
        (("POST", "/privacy/verzoeken/{id}/antwoord"), PRIVACY),
        (("GET", "/privacy/verzoeken/{id}/signaal/{signal}"), PRIVACY),
        (("POST", "/privacy/verzoeken/{id}/signaal/{signal}"), PRIVACY),
        (("GET", "/privacy/verzoeken/{id}/melding/{report}"), PRIVACY),
        (("POST", "/privacy/verzoeken/{id}/melding/{report}"), PRIVACY),
        (
            ("POST", "/privacy/verzoeken/{id}/signaal/{signal}/rectificatie"),
            PRIVACY,
        ),
        (
            ("POST", "/privacy/verzoeken/{id}/signaal/{signal}/beperking"),
            PRIVACY,
        ),
        (("GET", "/privacy/verzoeken/{id}/inzage"), PRIVACY),
        (("GET", "/privacy/verzoeken/{id}/inzage/json"), PRIVACY),
        (("GET", "/privacy/verzoeken/{id}/inzage/pdf"), PRIVACY),
        (
            ("POST", "/privacy/verzoeken/{id}/signaal/{signal}/verwijdering"),
            PRIVACY,
        ),
        (
            ("POST", "/privacy/verzoeken/{id}/melding/{report}/verwijdering"),
            PRIVACY,
        ),
        (("GET", "/privacy/jaarcontrole"), PRIVACY),
        (("POST", "/privacy/jaarcontrole"), PRIVACY),
        (("POST", "/privacy/jaarcontrole/bestand"), PRIVACY),
        (("GET", "/privacy/journaal"), PRIVACY),
        (("GET", "/privacy/dpia"), PRIVACY),
        (("GET", "/privacy/dpia/vraag/{question}"), PRIVACY),
        (("POST", "/privacy/dpia/vraag/{question}"), PRIVACY),
        (("GET", "/privacy/dpia/bestand/{form}"), PRIVACY),
        (("GET", "/privacy/poorten"), PRIVACY),
        (
            ("GET", "/privacy/verwerkingsregister"),
            Roles(&[Role::PrivacyOfficer]),
        ),
        (("GET", "/privacy/beslissingen"), PRIVACY),
        (("GET", "/privacy/verwerkingen"), Roles(&[Role::PrivacyOfficer])),
        (("POST", "/privacy/verwerkingen"), Roles(&[Role::PrivacyOfficer])),
        (
            ("GET", "/privacy/journaal/controle"),
            Roles(&[Role::PrivacyOfficer, Role::Administrator]),
        ),
        (
            ("GET", "/beeld"),
            Roles(&[
                Role::Coordinator,
                Role::ContactOfficer,
                Role::PrivacyOfficer,
                Role::Board,
                Role::RegionalAnalyst,
            ]),
        ),
        (
            ("GET", "/beeld/doorloop"),
            Roles(&[
                Role::Coordinator,
                Role::ContactOfficer,
                Role::PrivacyOfficer,
                Role::Board,
                Role::RegionalAnalyst,
            ]),
        ),
        (("GET", "/beeld/cijfers"), READS_FIGURES),
        (("GET", "/beeld/cijfers/bestand"), READS_FIGURES),
        (("GET", "/beeld/cijfers/inlezen"), KEEPS_FIGURES),
        (("POST", "/beeld/cijfers/inlezen"), KEEPS_FIGURES),
        (("POST", "/beeld/cijfers/inlezen/nu"), KEEPS_FIGURES),
        (("GET", "/plan"), READS_PLAN),
        (("GET", "/plan/pijler/{number}"), READS_PLAN),
        (("GET", "/plan/actie/{number}"), READS_PLAN),
        (("POST", "/plan/actie/{number}"), COORDINATOR),
        (("POST", "/plan/actie/{number}/verantwoordelijk"), COORDINATOR),
        (("GET", "/plan/activiteiten"), READS_PLAN),
        (("GET", "/plan/activiteiten/nieuw/{kind}"), COORDINATOR),
        (("POST", "/plan/activiteiten/nieuw/{kind}"), COORDINATOR),
        (("GET", "/plan/activiteiten/{number}"), READS_PLAN),
        (("POST", "/plan/activiteiten/{number}"), COORDINATOR),
        (("GET", "/plan/agenda"), READS_PLAN),
        (("GET", "/plan/agenda/{occasion}/{year}/{half}"), READS_PLAN),
        (("POST", "/plan/agenda/{occasion}/{year}/{half}"), COORDINATOR),
        (
            ("POST", "/plan/agenda/{occasion}/{year}/{half}/geweest"),
            COORDINATOR,
        ),
        (
            ("GET", "/plan/agenda/{occasion}/{year}/{half}/stuk/{form}"),
            READS_PLAN,
        ),
        (("GET", "/vandaag"), LoggedIn),
        (("GET", "/eigen-meldingen"), REPORTS_OWN),
        (("GET", "/eigen-meldingen/{report}"), REPORTS_OWN),
        (("POST", "/eigen-meldingen/{report}"), REPORTS_OWN),
        (("GET", "/vragen/{report}"), Roles(&[Role::ChainPartner])),
        (("POST", "/vragen/{report}"), Roles(&[Role::ChainPartner])),
        (("GET", "/melden/formulier"), REPORTS_OWN),
        (("GET", "/advies"), ADVICE),
        (("GET", "/advies/{consult}"), ADVICE),
        (("POST", "/advies/{consult}"), ADVICE),
        (("POST", "/advies/{consult}/sluiten"), ADVICE),
        (("GET", "/advies/nieuw"), ASKS_ADVICE),
        (("POST", "/advies/nieuw"), ASKS_ADVICE),
        (("POST", "/melden/formulier"), REPORTS_OWN),
    ]);
    table.extend(reports());
    table.extend(retention());
    table
}

/// What is due, who approves it, and what must stay.
fn retention() -> Vec<((&'static str, &'static str), In)> {
    const SEES: In = Roles(&[Role::Coordinator, Role::PrivacyOfficer, Role::Archivist]);
    const HOLDS: In = Roles(&[Role::Coordinator, Role::PrivacyOfficer]);
    const OWNER: In = Roles(&[Role::Coordinator]);
    const ARCHIVIST: In = Roles(&[Role::Archivist]);
    vec![
        (("GET", "/bewaren"), SEES),
        (("GET", "/bewaren/{list}"), SEES),
        (("GET", "/bewaren/{list}/verklaring"), SEES),
        (("GET", "/bewaren/{list}/verklaring/pdf"), SEES),
        (("POST", "/bewaren/{list}/akkoord"), OWNER),
        (("GET", "/bewaren/{list}/langer/{subject}"), OWNER),
        (("POST", "/bewaren/{list}/langer/{subject}"), OWNER),
        (("POST", "/bewaren/{list}/vrijgeven"), ARCHIVIST),
        (("POST", "/bewaren/{list}/terug"), ARCHIVIST),
        (("GET", "/signalen/{id}/bewaarplicht"), HOLDS),
        (("POST", "/signalen/{id}/bewaarplicht"), HOLDS),
        (("GET", "/meldingen/{report}/bewaarplicht"), HOLDS),
        (("POST", "/meldingen/{report}/bewaarplicht"), HOLDS),
        (("GET", "/advies/{consult}/bewaarplicht"), HOLDS),
        (("POST", "/advies/{consult}/bewaarplicht"), HOLDS),
        (("GET", "/privacy/verzoeken/{id}/bewaarplicht"), HOLDS),
        (("POST", "/privacy/verzoeken/{id}/bewaarplicht"), HOLDS),
    ]
}

/// The desk reads reports; the coordinator says what becomes of them; some others type in what they see.
fn reports() -> Vec<((&'static str, &'static str), In)> {
    const DESK: In = Roles(&[Role::Coordinator, Role::ContactOfficer]);
    const COORDINATOR: In = Roles(&[Role::Coordinator]);
    let read = [
        "/meldingen",
        "/meldingen/{report}",
        "/meldingen/{report}/bestanden/{file}",
        "/meldingen/onleesbaar",
    ];
    let both = [
        ("/meldingen/typen", DESK),
        ("/meldingen/signaal", COORDINATOR),
        ("/meldingen/tips", COORDINATOR),
        ("/meldingen/onleesbaar/{message}", COORDINATOR),
        ("/meldingen/{report}/toevoegen", COORDINATOR),
        ("/meldingen/{report}/geen-signaal", COORDINATOR),
        ("/meldingen/{report}/acuut", COORDINATOR),
        ("/meldingen/{report}/zorg", COORDINATOR),
        ("/meldingen/{report}/verbeteren", COORDINATOR),
        ("/meldingen/{report}/melder-soort", COORDINATOR),
        ("/meldingen/{report}/melder", COORDINATOR),
        ("/meldingen/{report}/bestanden/{file}/origineel", COORDINATOR),
        ("/meldingen/{report}/terugkoppeling", COORDINATOR),
        ("/meldingen/{report}/elders", COORDINATOR),
        ("/meldingen/{report}/vraag", COORDINATOR),
        ("/meldingen/{report}/niet-aangekomen/{mail}", COORDINATOR),
        ("/zoeken", DESK),
    ];
    let mut rows = vec![
        (("GET", "/meldingen/typen/klaar"), DESK),
        (("POST", "/meldingen/{report}/terugkoppeling/niet"), COORDINATOR),
        (
            ("POST", "/meldingen/{report}/bestanden/{file}/controleren"),
            COORDINATOR,
        ),
        (("POST", "/meldingen/tips/innemen"), COORDINATOR),
        (("POST", "/meldingen/{report}/organisatie"), COORDINATOR),
        (("POST", "/meldingen/{report}/samenhang"), COORDINATOR),
        (("POST", "/signalen/{id}/samenhang"), COORDINATOR),
        (("POST", "/meldingen/{report}/gelezen"), DESK),
        (
            ("POST", "/meldingen/{report}/vraag/{question}/intrekken"),
            COORDINATOR,
        ),
        (("GET", "/meldingen/onleesbaar/{message}/bericht"), COORDINATOR),
    ];
    rows.extend(read.map(|path| (("GET", path), DESK)));
    rows.extend(
        both.into_iter()
            .flat_map(|(path, who)| [(("GET", path), who), (("POST", path), who)]),
    );
    rows
}

const READS_SIGNALS: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::PrivacyOfficer,
    Role::Enricher,
    Role::BodyMember,
    Role::Guest,
]);
const WORKS: In = Roles(&[Role::Coordinator, Role::ContactOfficer]);
const ENRICHES: In = Roles(&[Role::Coordinator, Role::ContactOfficer, Role::Enricher]);
const DECIDES_GATES: In = Roles(&[Role::Coordinator, Role::ContactOfficer, Role::PrivacyOfficer]);
const SEES_QUERIES: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::Enricher,
    Role::PrivacyOfficer,
]);
const DECIDES: In = Roles(&[Role::Coordinator, Role::ContactOfficer, Role::BodyMember]);
const SEES_DANGER: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::Enricher,
    Role::BodyMember,
    Role::Guest,
]);
const LEADS: In = Roles(&[Role::Coordinator]);
const MEETS: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::BodyMember,
    Role::Guest,
]);
const GETS_TASKS: In = Roles(&[
    Role::Coordinator,
    Role::ContactOfficer,
    Role::Enricher,
    Role::PrivacyOfficer,
    Role::BodyMember,
    Role::Guest,
    Role::EnforcementOfficer,
    Role::CareCoordinator,
    Role::ChainPartner,
]);

/// Signals, what was set out for them, and meetings.
fn expected_of_signals() -> BTreeMap<(&'static str, &'static str), In> {
    let mut table = BTreeMap::from([
        (("GET", "/signalen"), READS_SIGNALS),
        (("GET", "/signalen/{id}"), READS_SIGNALS),
        (("POST", "/signalen/{id}/verder"), ENRICHES),
        (("POST", "/signalen/{id}/delen/vrijgeven"), WORKS),
        (("GET", "/signalen/{id}/delen/{pack}/json"), WORKS),
        (("GET", "/signalen/{id}/delen/{pack}/pdf"), WORKS),
        (
            ("GET", "/privacy/deelmatrix"),
            Roles(&[
                Role::Coordinator,
                Role::ContactOfficer,
                Role::PrivacyOfficer,
                Role::Administrator,
            ]),
        ),
        (("GET", "/opdrachten/{signal}"), GETS_TASKS),
        (("GET", "/opdrachten/{signal}/{strand}/fotos/{file}"), GETS_TASKS),
        (
            (
                "POST",
                "/signalen/{signal}/controles/{strand}/partner/{partner}/niet-mee",
            ),
            WORKS,
        ),
        (("GET", "/signalen/{id}/bronnen"), SEES_QUERIES),
        (("GET", "/overleggen"), MEETS),
        (("POST", "/overleggen"), LEADS),
        (("GET", "/overleggen/{id}"), MEETS),
        (("POST", "/overleggen/{id}"), LEADS),
        (("GET", "/overleggen/{id}/lijst"), MEETS),
        (("GET", "/overleggen/{id}/lijst/pdf"), MEETS),
        (("GET", "/overleggen/{id}/{signal}"), MEETS),
        (("POST", "/overleggen/{id}/{signal}"), DECIDES),
        (("POST", "/overleggen/{id}/{signal}/aanhouden"), LEADS),
        (("GET", "/overleggen/{id}/stand"), MEETS),
        // Who sits there for a partner; the members of this table sit for the municipality.
        (("GET", "/overleggen/{id}/{signal}/inbreng"), Roles(&[])),
        (
            ("POST", "/overleggen/{id}/{signal}/inbreng"),
            Roles(&[Role::Coordinator, Role::ContactOfficer]),
        ),
    ]);
    for (path, who) in [
        ("/signalen/{id}/poort", DECIDES_GATES),
        ("/signalen/{id}/waarneming", WORKS),
        ("/signalen/{id}/duiding", WORKS),
        ("/signalen/{id}/onderwerp", WORKS),
        ("/signalen/{id}/doorhalen", WORKS),
        ("/signalen/{id}/melding-eruit/{report}", LEADS),
        ("/signalen/{id}/notitie", ENRICHES),
        ("/signalen/{id}/bronnen/{register}", ENRICHES),
        ("/signalen/{id}/bronvragen/{query}", SEES_QUERIES),
        ("/signalen/{id}/eigenaar", WORKS),
        ("/signalen/{id}/besluit", DECIDES),
        ("/signalen/{id}/acuut", SEES_DANGER),
        ("/signalen/{id}/zorg", SEES_DANGER),
        ("/signalen/{id}/overdracht", WORKS),
        ("/signalen/{id}/delen", WORKS),
        ("/signalen/{id}/delen/{pack}", WORKS),
        ("/signalen/{id}/kenmerken/{item}", WORKS),
        ("/signalen/{id}/terugkoppeling/{feedback}", LEADS),
        ("/signalen/{id}/terugkoppeling/{feedback}/niet", LEADS),
        ("/signalen/{id}/terug", LEADS),
        ("/signalen/{id}/sluiten", LEADS),
        ("/opdrachten/{signal}/{strand}", GETS_TASKS),
        ("/opdrachten/{signal}/{strand}/straat", GETS_TASKS),
        ("/opdrachten/{signal}/{strand}/zorg", GETS_TASKS),
        ("/signalen/{signal}/controles/{strand}/plan", WORKS),
        ("/signalen/{signal}/controles/{strand}/partner", WORKS),
        ("/signalen/{signal}/controles/{strand}/vervolg", WORKS),
        ("/overleggen/{id}/gast", LEADS),
        ("/overleggen/{id}/dag", LEADS),
        ("/overleggen/{id}/{signal}/partners", LEADS),
        ("/overleggen/{id}/tafel", LEADS),
        ("/overleggen/{id}/betrokken", MEETS),
    ] {
        table.insert(("GET", path), who);
        table.insert(("POST", path), who);
    }
    table
}

impl In {
    fn admits(self, role: Option<Role>) -> bool {
        match self {
            Anybody | LoggedIn => true,
            Roles(roles) => role.is_some_and(|role| roles.contains(&role)),
        }
    }
}

#[tokio::test]
async fn every_route_admits_whom_it_should() {
    let app = TestApp::new().await;
    let mut expected = expected();
    expected.extend(expected_of_signals());
    let mut problems = Vec::new();
    let mut known = BTreeSet::new();
    for route in access_table() {
        let name = (route.method.as_str().to_owned(), route.path);
        let Some(who) = expected.get(&(name.0.as_str(), name.1)) else {
            problems.push(format!("{name:?} is not in the table of this test"));
            continue;
        };
        let mut check = |label: &str, is: bool, should: bool| {
            if is != should {
                problems.push(format!("{name:?}: {label} is let in: {is}, should be: {should}"));
            }
        };
        for role in Role::ALL {
            let actor = app.actor_with(vec![app.grant(role)]);
            check(role.as_str(), route.admits(Some(&actor)), who.admits(Some(role)));
        }
        let without_role = app.actor_with(Vec::new());
        check("no role", route.admits(Some(&without_role)), who.admits(None));
        check("nobody", route.admits(None), matches!(who, Anybody));
        known.insert(name);
    }
    for (method, path) in expected.keys() {
        if !known.contains(&((*method).to_owned(), *path)) {
            problems.push(format!("{method} {path} is no route"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The path with identifiers of nothing.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if ["{number}", "{year}", "{half}"].contains(&part) {
            "1"
        } else if part.starts_with('{') {
            "01900000-0000-7000-8000-00000000ffff"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Whether the guard let somebody through. Its refusal of a page looks like that of a thing that does not exist, so only what needs
/// no identifier, and forms (which are then refused for not being ours), can be told apart from outside.
async fn is_let_in(visitor: &Visitor, method: &Method, path: &str) -> bool {
    let answer = match *method {
        Method::GET => visitor.get(path).await,
        _ => visitor.post_as(path, &[], &[]).await,
    };
    let to_log_in = answer.status == StatusCode::SEE_OTHER
        && answer.headers.get("location").is_some_and(|to| to == "/inloggen");
    !to_log_in && answer.status != StatusCode::NOT_FOUND
}

#[tokio::test]
async fn the_guard_stands_before_every_route() {
    let demo = Demo {
        municipality: HERE.into(),
        people: Vec::new(),
    };
    let app = TestApp::with(WebSettings {
        demo: Some(demo),
        ..WebSettings::default()
    })
    .await;
    let mut visitors = vec![(None, app.anonymous())];
    for role in Role::ALL {
        visitors.push((
            Some(app.actor_with(vec![app.grant(role)])),
            app.as_role(role).await,
        ));
    }
    app.add(HERE, "zonder-rol", Vec::new()).await;
    visitors.push((
        Some(app.actor_with(Vec::new())),
        app.logged_in(HERE, "zonder-rol").await,
    ));
    for route in access_table() {
        // A form of a municipality that does not exist is not found, whoever sends it.
        let of_nowhere = route.path.starts_with("/melden/{municipality}");
        if (route.method == Method::GET && route.path.contains('{')) || of_nowhere {
            continue;
        }
        for (actor, visitor) in &visitors {
            let is = is_let_in(visitor, &route.method, &filled(route.path)).await;
            let should = route.admits(actor.as_ref());
            assert_eq!(is, should, "{} {} as {actor:?}", route.method, route.path);
        }
    }
}
