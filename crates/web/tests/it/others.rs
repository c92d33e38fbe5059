// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is somebody else's, to who tries every address with its identifiers: it looks and leaves the same trace as what does not exist.

use std::{collections::BTreeMap, sync::Arc};

use axum::http::StatusCode;
use meldroute_core::{
    id::{ConsultId, MessageId, MunicipalityId, OutgoingId, ReportId},
    policy::{Actor, Grant, Role},
    ports::{Found, Hit, Search, SearchFailed, Services},
    usecase::{
        Failure, consult,
        report::{AskByLink, LinkTo, ask_by_link},
        search::search,
    },
};
use meldroute_web::access_table;
use uuid::Uuid;

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

/// Identifiers by the name that they have in addresses.
type Ids = BTreeMap<&'static str, Uuid>;

/// A signal before the signalenoverleg with a task and a sitting, and a report that nobody has looked at yet.
async fn belongings(app: &TestApp) -> Ids {
    let signal = app.before_the_body("Niet van u").await;
    app.task(signal, "2026-12-31").await;
    let asked = app.before_the_body("Ook niet van u").await;
    let meeting = app.sitting("signalenoverleg").await;
    let stored = app.stored(signal).await.value;
    let report = app.report("Niet voor u", "Dit gaat u niet aan").await;
    let form = ConsultId(app.services.minter.mint());
    let coordinator = app.actor("coordinator").await;
    let consult = consult::ask(&app.services, &coordinator, form, "Niet voor u".to_owned())
        .await
        .unwrap();
    let (question, mail) = outgoing(app, report).await;
    let feedback = stored.reports[0].feedback.first().map_or(Uuid::nil(), |f| f.id.0);
    BTreeMap::from([
        ("signal", asked.0),
        ("strand", stored.strands[0].id.0),
        ("meeting", meeting.0),
        ("person", app.person("coordinator").await.0),
        ("report", report.0),
        ("message", app.unreadable("19-niet-van-u.eml").await.0),
        ("feedback", feedback),
        ("consult", consult.0),
        ("question", question.0),
        ("mail", mail.0),
    ])
}

/// A question to another partner about a report, and the mail that carries its link.
async fn outgoing(app: &TestApp, report: ReportId) -> (MessageId, OutgoingId) {
    app.configurations.send_mail();
    let coordinator = app.actor("coordinator").await;
    let ask = AskByLink {
        id: MessageId(app.services.minter.mint()),
        text: "Niet voor u".to_owned(),
        partner: Some(app.configuration().partners[0].id.clone()),
        to: LinkTo::Address("balie@hulp.example".to_owned()),
        followed: false,
        days: 7,
        page: "https://meldroute.example/vraag/heemstede/".to_owned(),
    };
    ask_by_link(&app.services, &coordinator, report, ask)
        .await
        .unwrap();
    let mails = app
        .services
        .store
        .outgoing_of(&HERE.into(), report)
        .await
        .unwrap();
    let stored = app.services.store.report(&HERE.into(), report).await.unwrap();
    (stored.unwrap().value.messages[0].id, mails[0].value.id)
}

/// The address with identifiers filled in; `{id}` is that of the subject that the address begins with.
fn filled(path: &str, ids: &Ids) -> String {
    let subject = match path.split('/').nth(1) {
        Some("signalen") => "signal",
        Some("overleggen") => "meeting",
        Some("beheer") => "person",
        _ => "report",
    };
    let parts = path.split('/').map(|part| {
        let Some(name) = part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) else {
            return part.to_owned();
        };
        if name == "municipality" {
            return HERE.to_owned();
        }
        let name = if name == "id" { subject } else { name };
        // What is not stored under an identifier of its own, such as a file of a report without files, is new on both sides.
        ids.get(name).copied().unwrap_or(Uuid::from_u128(1)).to_string()
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The same number of identifiers, of things that do not exist.
fn inventions(ids: &Ids) -> Ids {
    ids.keys()
        .zip(1_u128..)
        .map(|(name, n)| (*name, Uuid::from_u128(0xdead_0000 + n)))
        .collect()
}

/// What somebody gets to see at an address, with the identifiers in it made equal; and what the journal then says.
async fn tried(
    app: &TestApp,
    (visitor, municipality): (&Visitor, &MunicipalityId),
    (method, path): (&str, &str),
    ids: &Ids,
) -> (StatusCode, String, Vec<String>) {
    let before = app
        .services
        .store
        .journal(municipality, None, 5000)
        .await
        .unwrap();
    let address = filled(path, ids);
    let answer = match method {
        "POST" => {
            // What stands in forms is tried, too.
            let named = |name| ids.get(name).copied().unwrap_or_default().to_string();
            let (question, feedback) = (named("question"), named("feedback"));
            let fields = [
                ("question", question.as_str()),
                ("message", &question),
                ("feedback", &feedback),
                ("text", "Iets"),
                ("reason", "Daarom"),
            ];
            visitor.post(&address, &fields).await
        }
        _ => visitor.get(&address).await,
    };
    let journal = app
        .services
        .store
        .journal(municipality, None, 5000)
        .await
        .unwrap();
    let new = journal.len() - before.len();
    let trace = journal.into_iter().take(new).map(|line| line.action).collect();
    let page = String::from_utf8_lossy(&answer.bytes).into_owned();
    let page = ids
        .values()
        .fold(page, |page, id| page.replace(&id.to_string(), "?"));
    (answer.status, page, trace)
}

#[tokio::test]
async fn what_is_somebody_elses_looks_as_if_it_did_not_exist() {
    let app = TestApp::with_neighbour().await;
    let ids = belongings(&app).await;
    let none = inventions(&ids);
    let partner = Grant {
        partner: app
            .configuration()
            .partners
            .last()
            .map(|partner| partner.id.clone()),
        ..Grant::of(Role::ChainPartner)
    };
    app.add(HERE, "partner", vec![partner]).await;
    app.add(HERE, "gast", vec![Grant::of(Role::Guest)]).await;
    let elsewhere = Grant {
        body: app.configuration().bodies.last().map(|body| body.id.clone()),
        ..Grant::of(Role::BodyMember)
    };
    app.add(HERE, "lid", vec![elsewhere]).await;
    for role in [Role::Enricher, Role::EnforcementOfficer, Role::CareCoordinator] {
        app.as_role(role).await;
    }
    app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let logins = [
        (HERE, "partner"),
        (HERE, "gast"),
        (HERE, "lid"),
        (HERE, "enricher"),
        (HERE, "enforcement-officer"),
        (HERE, "care-coordinator"),
        (NEIGHBOUR, "coordinator"),
    ];
    for (municipality, login) in logins {
        let visitor = app.logged_in(municipality, login).await;
        let municipality = MunicipalityId::from(municipality);
        let person = app.services.store.person_named(&municipality, login).await;
        let actor = person.unwrap().unwrap().value.actor(app.now(), "test");
        // Where the role is not let in at all, nobody looks at the identifier.
        let let_in = access_table()
            .into_iter()
            .filter(|access| access.path.contains('{') && access.admits(Some(&actor)));
        for access in let_in {
            let route = (access.method.as_str(), access.path);
            let theirs = tried(&app, (&visitor, &municipality), route, &ids).await;
            let nothing = tried(&app, (&visitor, &municipality), route, &none).await;
            assert!(
                theirs == nothing,
                "{login} at {route:?}: {:?} {:?}\n{}\n-----\n{}",
                (theirs.0, &theirs.2),
                (nothing.0, &nothing.2),
                theirs.1,
                nothing.1
            );
        }
    }
}

/// Finds everything there is, of whichever municipality.
struct FindsAll(Vec<Hit>);

impl Search for FindsAll {
    fn find(&self, _: &MunicipalityId, _: &str, _: usize) -> Result<Found, SearchFailed> {
        Ok(Found {
            hits: self.0.clone(),
            ..Found::default()
        })
    }
}

#[tokio::test]
async fn a_search_shows_nothing_of_somebody_else_even_if_the_index_finds_it() {
    let app = TestApp::with_neighbour().await;
    let signal = app.before_the_body("Niet van u").await;
    let report = app.report("Niet voor u", "Dit gaat u niet aan").await;
    let hits = vec![Hit::Signal(signal), Hit::Report(report)];
    let services = Services {
        search: Arc::new(FindsAll(hits)),
        ..app.services.clone()
    };
    let coordinator = app.actor("coordinator").await;
    let own = search(&services, &coordinator, "niet").await.unwrap();
    assert_eq!(
        (own.signals.len(), own.reports.len()),
        (1, 1),
        "there is something to find"
    );
    app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let neighbour = Actor {
        municipality: MunicipalityId::from(NEIGHBOUR),
        ..coordinator
    };
    let theirs = search(&services, &neighbour, "niet").await.unwrap();
    assert_eq!((theirs.signals.len(), theirs.reports.len()), (0, 0));
    for role in [
        Role::ChainPartner,
        Role::Guest,
        Role::Official,
        Role::EnforcementOfficer,
    ] {
        let actor = app.actor_with(vec![app.grant(role)]);
        let found = search(&services, &actor, "niet").await;
        assert!(matches!(found, Err(Failure::Denied(_))), "{role:?}");
    }
}
