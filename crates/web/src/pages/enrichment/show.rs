// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One question to a source: what was asked and why, who decided, what the source said, and what can be done now.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    enrichment::{QueryState, SourceQuery},
    id::{QueryId, SignalId},
    policy::Right,
    signal::{
        Signal,
        act::{Act, ActKind, QueryStep, Refusal},
    },
    usecase::{
        Failure, enrichment,
        people::{Colleague, colleagues},
        signal::{self, SignalView, permitted},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    sources::SourcesPath,
    wording::{self, class, state},
};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::signal::{
        field::{Choice, Field, Given, Way, wrong},
        head::Badge,
        note::NotePath,
        show::SignalPath,
        wording::Wording,
    },
    refusal,
    route::{self, Route, Who},
    shell::{self, Shell},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/bronvragen/{query}")]
pub(crate) struct QueryPath {
    pub(crate) id: SignalId,
    pub(crate) query: QueryId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::AnyOf(&[Right::Enrich, Right::DecideGate]);
    [
        route::get::<QueryPath, _, _>(who, show),
        route::post::<QueryPath, _, _>(who, save),
    ]
}

/// A step that can be taken, with its fields.
struct Offer {
    step: &'static str,
    button: String,
    why: String,
    fields: Vec<Field>,
    /// Closed until opened: what is not the ordinary way on.
    aside: bool,
}

#[derive(Template)]
#[template(path = "pages/enrichment/show.html")]
struct QueryPage {
    shell: Shell,
    number: String,
    badge: Badge,
    sentence: String,
    /// Why the source did not answer, and what to do then.
    trouble: Option<String>,
    /// Whether somebody must decide: then the question comes first.
    is_waiting: bool,
    facts: Vec<(String, String)>,
    /// What the source said: fields and values of each record.
    records: Vec<Vec<(String, String)>>,
    /// Where and when it was read, and until when it is shown.
    read: Option<String>,
    more: bool,
    attempts: Vec<String>,
    steps: Vec<Offer>,
    /// Why the next step can't be taken.
    blocked: Vec<String>,
    wrong: Vec<(String, String)>,
    /// Why what was sent came too late.
    late: Option<String>,
    action: String,
    sources: String,
    signal: String,
    note: Option<String>,
    mark: Uuid,
}

struct Held {
    app: App,
    user: User,
    path: QueryPath,
    view: SignalView,
    query: SourceQuery,
    colleagues: Vec<Colleague>,
}

impl Held {
    async fn open(app: App, user: User, path: QueryPath) -> Result<Self, PageError> {
        let view = signal::read(&app.services, user.actor(), path.id, "sources").await?;
        // Who may not see them is given none.
        let query = view.signal.value.query(path.query).cloned();
        let query = query.ok_or(PageError::NotFound)?;
        let colleagues = colleagues(&app.services, user.actor()).await?;
        Ok(Self {
            app,
            user,
            path,
            view,
            query,
            colleagues,
        })
    }

    fn signal(&self) -> &Signal {
        &self.view.signal.value
    }

    fn words(&self) -> Wording<'_> {
        Wording::new(
            self.user.lang,
            self.user.configuration(),
            self.user.today,
            &self.colleagues,
        )
    }

    fn kind(&self, step: &'static str) -> ActKind {
        ActKind::StepQuery {
            query: self.query.id,
            step,
        }
    }

    /// Whether a step is this visitor's to take.
    fn permitted(&self, step: &'static str) -> bool {
        permitted(
            self.user.actor(),
            self.signal(),
            self.user.configuration(),
            &self.kind(step),
        )
        .is_ok()
    }

    /// Why the source can't be asked now.
    fn refused(&self, reads: bool) -> Option<Refusal> {
        let step = if reads { "read" } else { "look" };
        let services = &self.app.services;
        let here = &self.signal().municipality;
        if !services.registers.is_connected(here, &self.query.register) {
            return Some(Refusal::Query(
                meldroute_core::enrichment::QueryRefusal::NotConnected,
            ));
        }
        let refused = self.signal().guard(self.user.configuration(), &self.kind(step));
        let running = || self.query.may_begin(reads, self.user.now).map_err(Refusal::Query);
        refused.and_then(|()| running()).err()
    }

    fn page(
        &self,
        status: StatusCode,
        (given, problems): (&Given, &Problems),
        late: Option<String>,
    ) -> Answer {
        let (words, lang) = (self.words(), self.user.lang);
        let query = &self.query;
        let register = words.configuration.register(&query.register);
        let name = words.register(&query.register);
        let stands = state(query, words.today);
        let (steps, blocked) = self.steps(given, problems);
        let id = self.path.id;
        let named =
            |(field, value): &(String, String)| (wording::field(&words, register, field), value.clone());
        let records = query.records(words.today).iter();
        let note = ActKind::AddNote;
        let notes = permitted(self.user.actor(), self.signal(), words.configuration, &note).is_ok()
            && self.signal().guard(words.configuration, &note).is_ok();
        let page = QueryPage {
            shell: self
                .user
                .shell(lang.arg("register", name).t("query-title"))
                .wrong(!problems.is_empty()),
            number: self.view.signal.number.clone(),
            badge: Badge {
                text: lang.kind("query-state", stands),
                class: class(stands),
            },
            sentence: sentence(&words, query),
            trouble: wording::trouble(query)
                .filter(|_| matches!(query.state, QueryState::Ready(_) | QueryState::Hit { .. }))
                .map(|trouble| lang.kind("query-trouble", trouble.as_str())),
            is_waiting: matches!(query.state, QueryState::Waiting),
            facts: facts(&words, self.signal(), query),
            records: records.map(|record| record.iter().map(named).collect()).collect(),
            read: read(&words, query),
            more: matches!(query.state, QueryState::Answered { more: true, .. }),
            attempts: query
                .attempts
                .iter()
                .map(|attempt| wording::attempt(&words, attempt))
                .collect(),
            wrong: wrong(steps.iter().flat_map(|step| &step.fields)),
            steps,
            blocked,
            late,
            action: self.path.to_string(),
            sources: SourcesPath { id }.to_string(),
            signal: SignalPath { id }.to_string(),
            note: notes.then(|| NotePath { id }.to_string()),
            mark: self.app.services.minter.mint(),
        };
        page::answer(status, &page)
    }

    /// The steps that can be taken now, and why the next one can't.
    fn steps(&self, given: &Given, problems: &Problems) -> (Vec<Offer>, Vec<String>) {
        let lang = self.user.lang;
        let why = |refusal: &Refusal| self.words().refusal(refusal, self.signal());
        let mut blocked = Vec::new();
        let mut steps = Vec::new();
        if self.signal().stage.is_closed() {
            return (steps, blocked);
        }
        match &self.query.state {
            QueryState::Waiting if self.permitted("decide") => {
                if Some(self.query.by) == self.user.actor().person {
                    blocked.push(lang.t("refusal-query-own"));
                } else {
                    steps.push(self.decide(given, problems));
                }
            }
            QueryState::Ready(_) | QueryState::Hit { .. } if self.permitted("look") => {
                let reads = matches!(self.query.state, QueryState::Hit { .. });
                match self.refused(reads) {
                    Some(refusal) => blocked.push(why(&refusal)),
                    None => steps.push(ask(lang, reads)),
                }
            }
            _ => {}
        }
        let open = matches!(
            self.query.state,
            QueryState::Waiting | QueryState::Ready(_) | QueryState::Hit { .. }
        );
        if open && self.permitted("withdraw") {
            let field = Field::new("withdraw", lang.t("query-withdraw-reason"), Way::Line);
            steps.push(Offer {
                step: "withdraw",
                button: lang.t("query-withdraw"),
                why: String::new(),
                fields: vec![field.filled(given, "", problems, lang)],
                aside: true,
            });
        }
        (steps, blocked)
    }

    fn decide(&self, given: &Given, problems: &Problems) -> Offer {
        let lang = self.user.lang;
        let choices = vec![
            Choice::new("yes", lang.t("query-decide-yes")).hint(lang.t("query-decide-yes-hint")),
            Choice::new("no", lang.t("query-decide-no")).hint(lang.t("query-decide-no-hint")),
        ];
        let fields = [
            Field::new("granted", lang.t("query-decide-granted"), Way::One(choices)),
            Field::new("decide", lang.t("query-decide-reason"), Way::Lines(3))
                .hint(lang.t("query-decide-reason-hint")),
        ];
        Offer {
            step: "decide",
            button: lang.t("query-decide-submit"),
            why: String::new(),
            fields: fields.map(|field| field.filled(given, "", problems, lang)).into(),
            aside: false,
        }
    }

    /// Asks the source, and goes on also where the visitor does not wait for it: what went out must not stay without its end.
    async fn ask(self, reads: bool, given: &Given) -> Answer {
        let (services, actor) = (self.app.services.clone(), self.user.actor().clone());
        let (of, once) = ((self.path.id, self.path.query), given.once(&ActKind::Record));
        let asked = tokio::spawn(async move {
            if reads {
                enrichment::read(&services, &actor, of, once).await
            } else {
                enrichment::look(&services, &actor, of, once).await
            }
        });
        match asked.await.map_err(|_panicked| PageError::Broken)? {
            Ok((_, Some(_trouble))) => Done::to(&self.path).into(),
            Ok((signal, None)) => {
                let done = match signal.query(self.path.query).map(|query| &query.state) {
                    Some(QueryState::Hit { .. }) => "done-query-hit",
                    Some(QueryState::Answered { .. }) => "done-query-read",
                    _ => "done-query-no-hit",
                };
                Done::to(&self.path).say(done).into()
            }
            Err(failure) => self.failed(given, failure),
        }
    }

    /// A step of the question itself.
    async fn step(self, step: QueryStep, done: &str, given: &Given) -> Answer {
        let act = Act::StepQuery {
            query: self.path.query,
            step,
        };
        // The state of the question itself says whether the step comes too late, wherever the signal went meanwhile.
        let once = given.once(&ActKind::Record);
        match signal::act(&self.app.services, self.user.actor(), self.path.id, once, act).await {
            Ok(_) => Done::to(&self.path).say(done).into(),
            Err(failure) => self.failed(given, failure),
        }
    }

    fn failed(&self, given: &Given, failure: Failure) -> Answer {
        match failure {
            Failure::DoneAlready => Done::to(&self.path).say("done-signal-again").into(),
            Failure::Refused(why) => {
                let why = refusal::of_signal(self.user.lang, Some(self.user.configuration()), &why);
                self.page(StatusCode::CONFLICT, (given, &Problems::none()), Some(why))
            }
            failure => Err(failure.into()),
        }
    }
}

fn ask(lang: crate::lang::Lang, reads: bool) -> Offer {
    let (step, button, why) = if reads {
        ("read", "query-read", "query-read-why")
    } else {
        ("look", "query-look", "query-look-why")
    };
    Offer {
        step,
        button: lang.t(button),
        why: lang.t(why),
        fields: Vec::new(),
        aside: false,
    }
}

/// Where it stands, as a sentence.
fn sentence(words: &Wording<'_>, query: &SourceQuery) -> String {
    let lang = words.lang;
    let stands = state(query, words.today);
    let role = words.configuration.decides_on(&query.register);
    let said = lang.arg("role", shell::role(lang, words.configuration, role));
    let said = match &query.state {
        QueryState::Refused(decision) | QueryState::Withdrawn(decision) => said
            .arg("who", words.person(decision.by))
            .arg("date", words.short_of(decision.at)),
        QueryState::Hit { records, .. } => said.arg("count", *records),
        QueryState::Answered { until, .. } => said.arg("date", words.day(*until)),
        QueryState::Waiting | QueryState::Ready(_) | QueryState::NoHit(_) => said,
    };
    said.kind("query-sentence", stands)
}

/// What was asked, why, and who decided.
fn facts(words: &Wording<'_>, signal: &Signal, query: &SourceQuery) -> Vec<(String, String)> {
    let lang = words.lang;
    let register = words.configuration.register(&query.register);
    let subject = signal.subjects.get(query.subject);
    let by = |who, at| {
        lang.arg("who", words.person(who))
            .arg("when", words.moment(at))
            .t("query-by-at")
    };
    let mut facts = vec![
        (lang.t("query-fact-source"), words.register(&query.register)),
        (
            lang.t("query-subject"),
            subject.map_or_else(String::new, |subject| wording::subject(words, subject)),
        ),
        (
            lang.t("query-fact-asked"),
            wording::inquiry(words, &query.inquiry),
        ),
        (
            lang.t("query-fact-fields"),
            wording::fields(words, register, &query.fields),
        ),
        (lang.t("query-fact-ground"), query.ground.clone()),
        (lang.t("query-fact-reason"), query.reason.clone()),
        (lang.t("query-fact-by"), by(query.by, query.at)),
    ];
    if let Some(decision) = query.decision() {
        let key = match query.state {
            QueryState::Withdrawn(_) => "query-fact-withdrawn",
            QueryState::Refused(_) => "query-fact-refused",
            _ => "query-fact-granted",
        };
        let said = format!("{}. {}", by(decision.by, decision.at), decision.reason);
        facts.push((lang.t(key), said));
    }
    facts
}

/// Which source was read when, and until when the answer is shown.
fn read(words: &Wording<'_>, query: &SourceQuery) -> Option<String> {
    let QueryState::Answered { until, .. } = &query.state else {
        return None;
    };
    let at = query.attempts.iter().rev().find(|attempt| attempt.reads)?.at;
    let said = words
        .lang
        .arg("register", words.register(&query.register))
        .arg("when", words.moment(at))
        .arg("date", words.day(*until));
    (words.today <= *until).then(|| said.t("query-read-from"))
}

async fn show(path: QueryPath, user: User, State(app): State<App>) -> Answer {
    let held = Held::open(app, user, path).await?;
    held.page(StatusCode::OK, (&Given::default(), &Problems::none()), None)
}

async fn save(path: QueryPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let held = Held::open(app, user, path).await?;
    let reason = |field: &str| given.get(field).to_owned();
    let mut problems = Problems::none();
    match given.get("step") {
        "look" => held.ask(false, &given).await,
        "read" => held.ask(true, &given).await,
        "decide" => {
            let granted = given.get("granted");
            problems.check(matches!(granted, "yes" | "no"), "granted", "act-missing-choice");
            problems.check(!given.get("decide").is_empty(), "decide", "act-missing");
            if !problems.is_empty() {
                return held.page(StatusCode::BAD_REQUEST, (&given, &problems), None);
            }
            let (granted, reason) = (granted == "yes", reason("decide"));
            held.step(
                QueryStep::Decide { granted, reason },
                "done-query-decided",
                &given,
            )
            .await
        }
        "withdraw" => {
            problems.check(!given.get("withdraw").is_empty(), "withdraw", "act-missing");
            if !problems.is_empty() {
                return held.page(StatusCode::BAD_REQUEST, (&given, &problems), None);
            }
            let reason = reason("withdraw");
            held.step(QueryStep::Withdraw { reason }, "done-query-withdrawn", &given)
                .await
        }
        _ => Err(PageError::Malformed),
    }
}
