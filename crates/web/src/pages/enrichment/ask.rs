// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing down a question to a source: about whom or what, what is asked, which fields are needed, and why.

use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::register::Register,
    enrichment::{Inquiry, InquiryKind, InquiryProblem},
    id::{RegisterId, SignalId},
    policy::Right,
    signal::{
        act::{Act, ActKind, NewQuery},
        assessment::Subject,
    },
};
use serde::Deserialize;

use super::{
    inquiry,
    show::QueryPath,
    sources::{About, SourcesPath},
    wording,
};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Choice, Field, Given, Part, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/bronnen/{register}")]
pub(super) struct AskPath {
    pub(super) id: SignalId,
    pub(super) register: RegisterId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::Enrich);
    [
        route::get::<AskPath, _, _>(who, show),
        route::post::<AskPath, _, _>(who, save),
    ]
}

/// The subjects that count, each with its place in the list.
fn subjects(case: &Case) -> Vec<(usize, &Subject)> {
    let all = case.signal().subjects.iter().enumerate();
    all.filter(|(_, subject)| subject.struck.is_none()).collect()
}

/// The source, when it is one that this signal can be asked about.
fn source<'c>(case: &'c Case, id: &RegisterId) -> Result<&'c Register, PageError> {
    let register = case
        .user
        .configuration()
        .register(id)
        .ok_or(PageError::NotFound)?;
    let connected = case
        .app
        .services
        .registers
        .is_connected(&case.signal().municipality, id);
    if connected && !subjects(case).is_empty() {
        Ok(register)
    } else {
        Err(PageError::NotFound)
    }
}

/// The subject that a new form is about: the one that was chosen before, else the first that suits the source.
fn first(register: &Register, subjects: &[(usize, &Subject)], chosen: Option<usize>) -> Option<usize> {
    let suits = |subject: &Subject| register.asks.iter().any(|kind| kind.suits(subject.kind));
    let wanted = subjects.iter().find(|(place, _)| chosen == Some(*place));
    let wanted = wanted.or_else(|| subjects.iter().find(|(_, subject)| suits(subject)));
    wanted.or(subjects.first()).map(|(place, _)| *place)
}

/// Forms of question that the source can be asked by, the ones that suit the subject first.
fn kinds(register: &Register, subject: Option<&Subject>) -> Vec<InquiryKind> {
    let mut kinds: Vec<InquiryKind> = register.asks.iter().copied().collect();
    kinds.sort_by_key(|kind| !subject.is_some_and(|subject| kind.suits(subject.kind)));
    kinds
}

fn form(
    case: &Case,
    register: &Register,
    chosen: Option<usize>,
    (given, problems): (&Given, &Problems),
) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let subjects = subjects(case);
    let first = first(register, &subjects, chosen);
    let subject = subjects.iter().find(|(place, _)| Some(*place) == first);
    let subject = subject.map(|(_, subject)| *subject);
    let kinds = kinds(register, subject);
    let begin = kinds.first().map_or("", |kind| kind.as_str());
    let about = subjects
        .iter()
        .map(|(place, subject)| Choice::new(place, wording::subject(&words, subject)))
        .collect();
    let place = first.map_or_else(String::new, |place| place.to_string());
    let about = Field::new("subject", lang.t("query-subject"), Way::One(about));
    let mut fields = vec![about.filled(given, &place, problems, lang)];
    let mut hidden = Vec::new();
    if kinds.len() > 1 {
        let by = kinds
            .iter()
            .map(|kind| Choice::new(kind.as_str(), lang.kind("inquiry", kind.as_str())));
        let by = Field::new("outcome", lang.t("query-by"), Way::One(by.collect()));
        fields.push(by.filled(given, begin, problems, lang));
    } else {
        hidden.push(("outcome".to_owned(), begin.to_owned()));
    }
    let mut parts = vec![Part {
        fields,
        ..Part::default()
    }];
    parts.extend(
        kinds
            .iter()
            .map(|kind| by_kind((*kind, kinds.len() > 1), subject, (given, problems), lang)),
    );
    parts.push(Part {
        legend: lang.t("query-needed"),
        fields: needed(case, register, (given, problems)),
        ..Part::default()
    });
    let keep = lang.arg("days", register.keep_days).t("query-keep");
    ActForm {
        title: lang
            .arg("register", lang.text(&register.name))
            .t("query-ask-title"),
        intro: vec![
            lang.arg("ground", &register.ground.text).t("query-ground-is"),
            format!(
                "{}; {}.",
                register.ground.source,
                wording::ground_since(&words, register)
            ),
            format!("{} {keep}", wording::decided_by(&words, register)),
        ],
        hidden,
        parts,
        submit: lang.t("query-ask-submit"),
        ..ActForm::default()
    }
}

/// The fields of one form of question, shown while it is the chosen one.
fn by_kind(
    (kind, among_others): (InquiryKind, bool),
    subject: Option<&Subject>,
    (given, problems): (&Given, &Problems),
    lang: Lang,
) -> Part {
    let filled = |field: Field| {
        let begin = inquiry::begin(&field, kind, subject);
        field.filled(given, &begin, problems, lang)
    };
    Part {
        legend: lang.kind("inquiry", kind.as_str()),
        outcome: if among_others {
            kind.as_str().to_owned()
        } else {
            String::new()
        },
        fields: inquiry::fields(lang, kind).into_iter().map(filled).collect(),
        ..Part::default()
    }
}

/// Which fields are needed, and why. None is chosen before: what nobody needs is not read.
fn needed(case: &Case, register: &Register, (given, problems): (&Given, &Problems)) -> Vec<Field> {
    let (words, lang) = (case.words(), case.user.lang);
    let choices = register
        .fields
        .iter()
        .map(|name| Choice::new(name, wording::field(&words, Some(register), name)))
        .collect();
    let fields = [
        Field::new("fields", lang.t("query-fields"), Way::Any(choices)).hint(lang.t("query-fields-hint")),
        Field::new("reason", lang.t("query-reason"), Way::Lines(3)).hint(lang.t("query-reason-hint")),
    ];
    fields.map(|field| field.filled(given, "", problems, lang)).into()
}

async fn show(path: AskPath, user: User, State(app): State<App>, Query(about): Query<About>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let register = source(&case, &path.register)?;
    let empty = (&Given::default(), &Problems::none());
    case.ask(&ActKind::AskSource, &form(&case, register, about.subject, empty))
}

/// Whether a question is about the subject with this place, or which field says something else.
fn is_about(case: &Case, place: usize, asked: &Inquiry) -> Result<(), InquiryProblem> {
    let signal = case.signal();
    let subject = signal.subjects.get(place).ok_or(InquiryProblem("subject"))?;
    asked.is_about(subject, &signal.asked_about(place))
}

async fn save(path: AskPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let register = source(&case, &path.register)?;
    let refill = |problems: &Problems| form(&case, register, None, (&given, problems));
    let subject = given.get("subject").parse::<usize>().ok();
    let subject = subject.filter(|wanted| subjects(&case).iter().any(|(place, _)| place == wanted));
    let kind = register
        .asks
        .iter()
        .copied()
        .find(|kind| kind.as_str() == given.get("outcome"));
    let mut problems = Problems::none();
    problems.check(subject.is_some(), "subject", "act-missing-choice");
    problems.check(kind.is_some(), "outcome", "act-missing-choice");
    let asked = kind.and_then(|kind| match inquiry::read(kind, &given) {
        Ok(asked) => Some(asked),
        Err(problem) => {
            problems.add(&inquiry::name(kind, problem.0), inquiry::wrong(problem.0));
            None
        }
    });
    if let (Some(place), Some(asked)) = (subject, &asked)
        && let Err(other) = is_about(&case, place, asked)
    {
        let field = match other.0 {
            "subject" => "subject".to_owned(),
            field => inquiry::name(asked.kind(), field),
        };
        problems.add(&field, "inquiry-other-subject");
    }
    problems.check(
        given.all("fields").next().is_some(),
        "fields",
        "query-fields-none",
    );
    problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
    let (Some(subject), Some(inquiry), true) = (subject, asked, problems.is_empty()) else {
        return case.again(&refill(&problems), &problems);
    };
    let new = NewQuery {
        register: register.id.clone(),
        subject,
        inquiry,
        fields: given.all("fields").map(str::to_owned).collect(),
        reason: given.get("reason").to_owned(),
    };
    let id = case.signal().id;
    let written = |signal: &meldroute_core::signal::Signal| match signal.queries.last() {
        Some(query) => QueryPath { id, query: query.id }.to_string(),
        None => SourcesPath { id }.to_string(),
    };
    case.perform_then(
        &given,
        Act::AskSource(Box::new(new)),
        refill,
        ("done-query-written", &written),
    )
    .await
}
