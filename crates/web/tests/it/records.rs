// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every page that shows content leaves its record in the processing log, also a page that is made tomorrow; and what is done with a
//! signal is recorded once for the action and once for each person whom the signal names. Everybody in it is invented.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use meldroute_core::{
    audit::About,
    id::{ConsultId, ReportId, SignalId},
    policy::Role,
    processing::{LogLine, LogQuery},
    signal::{
        act::Act,
        assessment::{PersonPart, Subject, SubjectKind},
    },
    usecase::consult,
};
use meldroute_web::access_table;

use crate::{
    retention::{closed, propose},
    testkit::{HERE, TestApp, Visitor},
};

/// In all that is content in these tests stands this word, and on a page without content it does not.
const CONTENT: &str = "Fictie";

/// Pages that nobody opens here: without content of persons, or they lead on to another page. Those that open at one moment only have
/// their test of this in [`crate::records_at_a_step`].
const NOT_REACHED: [&str; 37] = [
    "/plan/activiteiten",
    "/plan/activiteiten/nieuw/{kind}",
    "/plan/activiteiten/{number}",
    "/plan/agenda",
    "/plan/agenda/{occasion}/{year}/{half}",
    "/plan/agenda/{occasion}/{year}/{half}/stuk/{form}",
    "/overleggen/{id}/{signal}/inbreng",
    "/overleggen/{id}/{signal}/partners",
    "/beeld/cijfers",
    "/beeld/cijfers/bestand",
    "/beeld/cijfers/inlezen",
    "/plan",
    "/plan/actie/{number}",
    "/plan/pijler/{number}",
    "/",
    "/inloggen",
    "/melden",
    "/agenda/{municipality}/{person}/{token}",
    "/melden/{municipality}",
    "/account/instellen/{municipality}/{person}/{token}",
    "/vraag/{municipality}/{question}/{token}",
    "/melden/{municipality}/{language}/formulier",
    "/melden/{municipality}/{language}/code",
    "/meldingen/typen/klaar",
    "/meldingen/signaal",
    "/meldingen/{report}/elders",
    "/meldingen/{report}/bestanden/{file}",
    "/meldingen/{report}/bestanden/{file}/origineel",
    "/meldingen/{report}/niet-aangekomen/{mail}",
    "/eigen-meldingen/{report}",
    "/opdrachten/{signal}",
    "/opdrachten/{signal}/{strand}/fotos/{file}",
    "/signalen/{id}/besluit",
    "/signalen/{id}/poort",
    "/signalen/{id}/sluiten",
    "/bewaren/{list}/verklaring",
    "/bewaren/{list}/verklaring/pdf",
];

/// What the persons of the signal are called.
const PERSONS: [&str; 3] = ["Joris Fictief", "999993653", "Anna Fictief"];

async fn with_persons(app: &TestApp, id: SignalId) {
    let by = app.person("coordinator").await;
    for person in PERSONS {
        let subject = Subject {
            kind: SubjectKind::Person,
            value: person.to_owned(),
            part: PersonPart::PossibleVictim,
            reason: "Fictieve reden".to_owned(),
            at: app.now(),
            by,
            struck: None,
        };
        app.act(id, Act::AddSubject(Box::new(subject))).await;
    }
}

/// Identifiers of everything that can be opened, by the beginning of the address and the name in it; the longest beginning counts.
struct Things(Vec<Named>);

impl Things {
    fn of(&self, path: &str, name: &str) -> &[String] {
        let named = self
            .0
            .iter()
            .filter(|(begin, of, _)| *of == name && path.starts_with(begin));
        let found = named.max_by_key(|(begin, _, _)| begin.len());
        &found
            .unwrap_or_else(|| panic!("{path}: say here what `{name}` is filled with"))
            .2
    }

    /// The address, with everything that there is in it.
    fn filled(&self, path: &str) -> Vec<String> {
        let mut all = vec![String::new()];
        for part in path.split('/').skip(1) {
            let name = part.strip_prefix('{').and_then(|name| name.strip_suffix('}'));
            let own = [part.to_owned()];
            let values = name.map_or(&own[..], |name| self.of(path, name));
            all = all
                .iter()
                .flat_map(|before| values.iter().map(move |value| format!("{before}/{value}")))
                .collect();
        }
        all
    }
}

/// The last part of an address.
fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

/// A pack of the first signal that was released.
async fn pack(coordinator: &Visitor, signal: SignalId) -> String {
    let fields = [
        ("to", "police"),
        ("items", "subject-0"),
        ("expires", "2027-01-15"),
        ("necessity-note", "Fictieve noodzaak"),
    ];
    let path = format!("/signalen/{signal}/delen/vrijgeven");
    last(&coordinator.post(&path, &fields).await.leads_to())
}

/// A request of a data subject who is found in the signal.
async fn claim(officer: &Visitor) -> String {
    let fields = [
        ("kind", "access"),
        ("name", "Joris Fictief"),
        ("words", "Fictief verzoek"),
        ("identified", "Aan de balie"),
    ];
    last(&officer.fill("/privacy/verzoeken/nieuw", &fields).await.leads_to())
}

/// An emergency opening of a signal by the enforcement officer, who has no other part in it.
async fn opening(app: &TestApp, signal: SignalId) -> String {
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let number = app.stored(signal).await.number;
    let fields = [("number", number.as_str()), ("reason", "Fictieve nood")];
    officer.fill("/noodtoegang", &fields).await.leads_to();
    app.stored(signal).await.value.openings[0].id.to_string()
}

/// The identifiers of one kind of thing: where its addresses begin, its name in them, and what there is.
type Named = (&'static str, &'static str, Vec<String>);

fn one(begin: &'static str, name: &'static str, thing: &(impl ToString + ?Sized)) -> Named {
    (begin, name, vec![thing.to_string()])
}

/// A signal that names persons, with a question to a source that was asked, and a pack that was released.
async fn looked_into(app: &TestApp) -> (SignalId, Vec<Named>) {
    app.connect(&["vergunningen"]);
    let signal = app.assessed("Fictieve titel").await;
    let house = Subject {
        kind: SubjectKind::Address,
        value: "Fictieweg 12a, 2101 AB Heemstede".to_owned(),
        part: PersonPart::Unknown,
        reason: "Fictieve reden".to_owned(),
        at: app.now(),
        by: app.person("coordinator").await,
        struck: None,
    };
    app.act(signal, Act::AddSubject(Box::new(house))).await;
    with_persons(app, signal).await;
    app.act(signal, Act::MoveOn).await;
    let gate = Act::DecideGate {
        granted: true,
        ground: "AVG art. 6 lid 1 onder e".to_owned(),
        reason: "Fictieve reden".to_owned(),
    };
    app.act(signal, gate).await;
    let query = app.query(signal, "vergunningen").await;
    app.sources_say(1, &[("Soort", "Fictieve vergunning")]);
    let coordinator = app.as_role(Role::Coordinator).await;
    let look = format!("/signalen/{signal}/bronvragen/{query}");
    coordinator.fill(&look, &[("step", "look")]).await.leads_to();
    let named = vec![
        one("/signalen", "pack", &pack(&coordinator, signal).await),
        one("/signalen", "query", &query),
        one("/signalen", "register", "vergunningen"),
        one("/signalen", "item", "observation-0"),
    ];
    (signal, named)
}

/// What lies before the signalenoverleg and what came of it, with an emergency opening. Gives the signals.
async fn weighed(app: &TestApp) -> (Vec<SignalId>, Vec<Named>) {
    let owed = app.at_feedback("Fictieve terugkoppeling").await;
    let given = app.before_the_body("Fictieve tweede").await;
    app.task(given, "2026-12-31").await;
    let waits = app.before_the_body("Fictieve derde").await;
    let inspected = app.before_the_body("Fictieve vierde").await;
    app.inspection(inspected).await;
    let cared_for = app.at_enrichment("Fictieve vijfde").await;
    let care = Act::ReferToCare {
        what: "Fictieve zorg".to_owned(),
        consent: "Fictief, vandaag".to_owned(),
    };
    app.act(cared_for, care).await;
    let mut strands = Vec::new();
    for id in [given, inspected, cared_for] {
        strands.push(app.strand(id).await.id.to_string());
    }
    let sitting = app.sitting("signalenoverleg").await;
    let feedback = app.stored(owed).await.value.reports[0].feedback[0].id;
    let named = vec![
        one("/overleggen", "id", &sitting),
        one("/noodtoegang", "id", &waits),
        one("/privacy/noodtoegang", "opening", &opening(app, waits).await),
        ("/", "strand", strands),
        one("/signalen", "feedback", &feedback),
    ];
    (vec![owed, given, waits, inspected, cared_for], named)
}

/// What came in and is no signal: a report with a question to a partner, a message that can't be read, a question for advice, a request.
async fn came_in(app: &TestApp) -> (ReportId, Vec<Named>) {
    let report = app.report("Fictief onderwerp", "Fictieve tekst").await;
    let partner = app.configuration().partners[0].id.clone();
    let ask = [
        ("text", "Fictieve vraag"),
        ("way", "partner-online"),
        ("partner", partner.as_str()),
    ];
    let coordinator = app.as_role(Role::Coordinator).await;
    let to_ask = format!("/meldingen/{report}/vraag");
    coordinator.fill(&to_ask, &ask).await.leads_to();
    let actor = app.actor("coordinator").await;
    let form = ConsultId(app.services.minter.mint());
    let asked = consult::ask(&app.services, &actor, form, "Fictieve adviesvraag".to_owned());
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let named = vec![
        one("/advies", "consult", &asked.await.unwrap()),
        one(
            "/meldingen/onleesbaar",
            "message",
            &app.unreadable("Fictief bericht").await,
        ),
        one("/privacy/verzoeken", "id", &claim(&officer).await),
    ];
    (report, named)
}

/// A list of what is over its term.
async fn over_its_term(app: &TestApp) -> Vec<Named> {
    let ended = closed(app, "Fictief einde").await;
    app.clock.forward(chrono::TimeDelta::days(6 * 366));
    assert!(propose(app).await > 0);
    let lists = app.services.store.disposal_lists(&HERE.into()).await.unwrap();
    vec![
        one("/bewaren", "list", &lists[0].value.id),
        one("/bewaren", "subject", &ended),
    ]
}

/// Makes one of everything. The signal that names persons is given apart.
async fn everything(app: &TestApp) -> (SignalId, Things) {
    for role in Role::ALL {
        app.as_role(role).await;
    }
    let (signal, mut named) = looked_into(app).await;
    let (others, of_others) = weighed(app).await;
    let (report, of_report) = came_in(app).await;
    let held = app.stored(signal).await.value.reports[0].report;
    let reports = vec![report.to_string(), held.to_string()];
    let all = [signal].into_iter().chain(others);
    let signals: Vec<String> = all.map(|id| id.to_string()).collect();
    let person = app.person("coordinator").await;
    named.extend([of_others, of_report].concat());
    named.extend([
        ("/signalen", "id", signals.clone()),
        ("/privacy/wie-keek/signaal", "id", signals.clone()),
        ("/", "signal", signals),
        ("/privacy/wie-keek/melding", "id", reports.clone()),
        ("/", "report", reports),
        (
            "/privacy/dpia/bestand",
            "form",
            vec!["pdf".to_owned(), "json".to_owned()],
        ),
        one("/privacy/dpia", "question", "14.1"),
        one("/beheer", "id", &person),
        one("/privacy/wie-keek/account", "id", &person),
        one("/melden", "municipality", HERE),
        one("/melden", "language", "nl"),
    ]);
    (signal, Things(named))
}

/// The lines of the processing log, newest first.
async fn log(app: &TestApp, limit: u16) -> Vec<LogLine> {
    let query = LogQuery {
        limit,
        ..LogQuery::default()
    };
    let lines = app.services.store.processing_log(&HERE.into(), &query).await;
    lines.unwrap()
}

pub(super) async fn newest(app: &TestApp) -> u64 {
    log(app, 1).await[0].place.0
}

/// What a walk over the pages found.
#[derive(Default)]
struct Walk {
    /// Routes that somebody could open.
    reached: BTreeSet<&'static str>,
    /// Those that showed content.
    shown: BTreeSet<&'static str>,
    /// Those that showed it without a record, and to which role.
    unrecorded: BTreeSet<(&'static str, &'static str)>,
}

impl Walk {
    /// Opens every page for which a condition holds, with everything that there is, as everybody.
    async fn over(&mut self, app: &TestApp, things: &Things, which: fn(&str) -> bool) {
        for role in Role::ALL {
            let visitor = app.as_role(role).await;
            let actor = app.actor(role.as_str()).await;
            for route in access_table() {
                let is_meant = which(route.path) && !NOT_REACHED.contains(&route.path);
                if route.method != Method::GET || !is_meant || !route.admits(Some(&actor)) {
                    continue;
                }
                for path in things.filled(route.path) {
                    let before = newest(app).await;
                    let answer = visitor.get(&path).await;
                    if answer.status == StatusCode::OK {
                        self.reached.insert(route.path);
                    }
                    if answer.html().contains(CONTENT) {
                        self.shown.insert(route.path);
                        if newest(app).await == before {
                            self.unrecorded.insert((route.path, role.as_str()));
                        }
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn no_page_shows_content_without_a_record_and_each_person_has_one() {
    let app = TestApp::new().await;
    let (signal, mut things) = everything(&app).await;
    let mut walk = Walk::default();
    walk.over(&app, &things, |path| !path.starts_with("/bewaren/{list}"))
        .await;
    things.0.extend(over_its_term(&app).await);
    walk.over(&app, &things, |path| path.starts_with("/bewaren"))
        .await;
    let unrecorded = walk.unrecorded;
    assert!(
        unrecorded.is_empty(),
        "these show content without a record: {unrecorded:?}"
    );
    let never: Vec<&str> = access_table()
        .into_iter()
        .filter(|route| route.method == Method::GET && !NOT_REACHED.contains(&route.path))
        .map(|route| route.path)
        .filter(|path| !walk.reached.contains(path))
        .collect();
    assert!(
        never.is_empty(),
        "nobody here could open {never:?}: give this test what they show"
    );
    for path in [
        "/vandaag",
        "/meldingen",
        "/meldingen/{report}",
        "/signalen",
        "/signalen/{id}",
        "/signalen/{id}/bronvragen/{query}",
        "/signalen/{id}/delen/{pack}",
        "/overleggen/{id}",
        "/overleggen/{id}/{signal}",
        "/vragen/{report}",
        "/advies/{consult}",
        "/noodtoegang/{id}",
        "/privacy/verzoeken/{id}",
        "/privacy/verzoeken/{id}/signaal/{signal}",
    ] {
        assert!(
            walk.shown.contains(path),
            "{path} shows what is there: {:?}",
            walk.shown
        );
    }
    n_persons_have_n_records(&app, signal).await;
    let actions = log(&app, 60_000)
        .await
        .iter()
        .filter(|line| line.place.1 == 0)
        .count();
    let entries = usize::try_from(newest(&app).await).unwrap();
    assert_eq!(actions, entries, "each entry of the journal has its record");
}

/// What was done with a signal, and how many persons stand in the log beside it: all, in each kind of action since they were there.
async fn n_persons_have_n_records(app: &TestApp, signal: SignalId) {
    let lines = log(app, 60_000).await;
    let mut persons: BTreeMap<u64, BTreeSet<&str>> = BTreeMap::new();
    for line in &lines {
        let subjects = persons.entry(line.place.0).or_default();
        if let Some((kind, pseudonym)) = &line.subject
            && kind != "report"
        {
            subjects.insert(pseudonym);
        }
    }
    let here = HERE.into();
    let journal = app.services.store.history(&here, About::Signal(signal));
    let journal = journal.await.unwrap();
    let (mut seen, mut wrong) = (BTreeSet::new(), BTreeMap::new());
    let complete = journal
        .iter()
        .filter(|line| line.action == "subject-added")
        .map(|line| line.seq)
        .max();
    // Who looked is no data of the persons, and who was refused saw none.
    let of_persons = |action: &str| !["who-looked-seen", "refused"].contains(&action);
    let lines = journal.iter().filter(|line| Some(line.seq) >= complete);
    for line in lines.filter(|line| of_persons(&line.action)) {
        seen.insert(line.action.clone());
        let count = persons[&line.seq].len();
        if count != PERSONS.len() {
            wrong.insert(line.action.clone(), count);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    for action in [
        "signal-read",
        "moved-on",
        "query-written",
        "source-asked",
        "pack-released",
        "pack-opened",
    ] {
        assert!(seen.contains(action), "{action} was done: {seen:?}");
    }
}
