// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What we think it is. Indicators are ticked per form, in the lists that are valid today; nothing is added up.

use std::collections::BTreeSet;

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::form::{Form as Exploitation, IndicatorList},
    id::{FormId, IndicatorId, SignalId},
    policy::Right,
    signal::{
        act::{Act, ActKind},
        assessment::{About, Assessment, InformationGrade, Minor, SourceGrade, Urgency},
    },
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Choice, Field, Given, Part, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/duiding")]
pub(crate) struct AssessPath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<AssessPath, _, _>(who, show),
        route::post::<AssessPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let mut parts = vec![forms(case, given, problems)];
    parts.extend(
        case.user
            .configuration()
            .forms_on(case.user.today)
            .filter_map(|form| indicators(case, form, given)),
    );
    parts.push(weighing(case, given, problems));
    ActForm {
        title: lang.t("act-assess-title"),
        intro: vec![lang.t("act-assess-intro")],
        parts,
        submit: lang.t("act-assess-submit"),
        ..ActForm::default()
    }
}

/// The forms that can be chosen today.
fn forms(case: &Case, given: &Given, problems: &Problems) -> Part {
    let lang = case.user.lang;
    let now = case.signal().assessment();
    let choice = |form: &Exploitation| Choice {
        chosen: now.is_some_and(|now| now.forms.contains(&form.id)),
        hint: if form.in_focus {
            String::new()
        } else {
            lang.t("act-assess-form-outside-focus")
        },
        ..Choice::new(&form.id, lang.text(&form.name))
    };
    let choices = case
        .user
        .configuration()
        .forms_on(case.user.today)
        .map(choice)
        .collect();
    let field = Field::new("forms", lang.t("act-assess-forms"), Way::Any(choices));
    Part {
        fields: vec![field.filled(given, "", problems, lang)],
        ..Part::default()
    }
}

/// The list of a form, closed until opened unless the form is chosen.
fn indicators(case: &Case, form: &Exploitation, given: &Given) -> Option<Part> {
    let lang = case.user.lang;
    let list = case
        .user
        .configuration()
        .indicators_on(&form.id, case.user.today)?;
    let now = case.signal().assessment();
    let choices = list.indicators.iter().map(|indicator| Choice {
        chosen: now.is_some_and(|now| now.indicators.contains(&indicator.id)),
        ..Choice::new(
            &indicator.id,
            if lang.code() == "en" {
                &indicator.en
            } else {
                &indicator.nl
            },
        )
    });
    let name = lang.text(&form.name);
    let field = Field::new(
        format!("indicators-{}", form.id),
        lang.arg("form", name).t("act-assess-indicators"),
        Way::Any(choices.collect()),
    )
    .hint(lang.arg("version", &list.version).t("act-assess-indicators-hint"))
    .filled(given, "", &Problems::none(), lang);
    let form_chosen = if given.is_empty() {
        now.is_some_and(|now| now.forms.contains(&form.id))
    } else {
        given.all("forms").any(|chosen| chosen == form.id.as_str())
    };
    Some(Part {
        summary: lang
            .arg("form", name)
            .arg("count", list.indicators.len())
            .t("act-assess-indicators-closed"),
        open: form_chosen,
        note: lang.arg("source", &list.source).t("act-assess-indicators-source"),
        fields: vec![field],
        ..Part::default()
    })
}

/// A question with one answer.
fn question(name: &str, label: String, choices: impl Iterator<Item = (&'static str, String)>) -> Field {
    let choices = choices.map(|(value, name)| Choice::new(value, name));
    Field::new(name, label, Way::One(choices.collect()))
}

fn weighing(case: &Case, given: &Given, problems: &Problems) -> Part {
    let lang = case.user.lang;
    let mut fields = grades(case);
    fields.extend(place_and_why(case));
    Part {
        legend: lang.t("act-assess-weighing"),
        fields: fields
            .into_iter()
            .map(|(field, begin)| field.filled(given, begin, problems, lang))
            .collect(),
        ..Part::default()
    }
}

/// Questions with the answer of the last assessment.
type Asked<'a> = Vec<(Field, &'a str)>;

fn minor(case: &Case) -> (Field, &str) {
    let lang = case.user.lang;
    let choice = |one: &Minor| {
        let choice = Choice::new(one.as_str(), lang.kind("act-assess-minor", one.as_str()));
        if *one == Minor::Yes {
            choice.hint(lang.t("act-assess-minor-hint"))
        } else {
            choice
        }
    };
    let choices = [Minor::Yes, Minor::No, Minor::Unknown]
        .iter()
        .map(choice)
        .collect();
    let field = Field::new("minor", lang.t("act-assess-minor"), Way::One(choices));
    let begin = case.signal().assessment().map_or("", |now| now.minor.as_str());
    (field, begin)
}

fn grades(case: &Case) -> Asked<'_> {
    let lang = case.user.lang;
    let now = case.signal().assessment();
    vec![
        minor(case),
        (
            question(
                "urgency",
                lang.t("act-assess-urgency"),
                Urgency::ALL
                    .iter()
                    .map(|one| (one.as_str(), lang.kind("act-assess-urgency", one.as_str()))),
            ),
            now.map_or("normal", |now| now.urgency.as_str()),
        ),
        (
            question(
                "about",
                lang.t("act-assess-about"),
                About::ALL
                    .iter()
                    .map(|one| (one.as_str(), lang.kind("act-assess-about", one.as_str()))),
            ),
            now.map_or("unclear", |now| now.about.as_str()),
        ),
        (
            question(
                "source",
                lang.t("act-assess-source-grade"),
                SourceGrade::ALL
                    .iter()
                    .map(|one| (one.as_str(), lang.kind("act-assess-source-grade", one.as_str()))),
            ),
            now.map_or("unknown", |now| now.source_grade.as_str()),
        ),
        (
            question(
                "information",
                lang.t("act-assess-information-grade"),
                InformationGrade::ALL.iter().map(|one| {
                    (
                        one.as_str(),
                        lang.kind("act-assess-information-grade", one.as_str()),
                    )
                }),
            ),
            now.map_or("unknown", |now| now.information_grade.as_str()),
        ),
    ]
}

fn place_and_why(case: &Case) -> Asked<'_> {
    let lang = case.user.lang;
    let now = case.signal().assessment();
    vec![
        (
            Field::new("place", lang.t("act-assess-place"), Way::Line).optional(lang),
            now.map_or("", |now| now.place.as_str()),
        ),
        (
            Field::new("explanation", lang.t("act-assess-explanation"), Way::Lines(6)),
            now.map_or("", |now| now.explanation.as_str()),
        ),
    ]
}

async fn show(path: AssessPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::Record,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: AssessPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let mut problems = Problems::none();
    let assessment = read(&case, &given, &mut problems)?;
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(
        &given,
        Act::Assess(Box::new(assessment)),
        refill,
        "done-signal-assessed",
    )
    .await
}

/// The assessment that was sent, with its problems.
fn read(case: &Case, given: &Given, problems: &mut Problems) -> Result<Assessment, PageError> {
    let configuration = case.user.configuration();
    let chosen: BTreeSet<FormId> = configuration
        .forms_on(case.user.today)
        .filter(|form| given.all("forms").any(|sent| sent == form.id.as_str()))
        .map(|form| form.id.clone())
        .collect();
    let lists: Vec<(&FormId, &IndicatorList)> = chosen
        .iter()
        .filter_map(|form| Some((form, configuration.indicators_on(form, case.user.today)?)))
        .collect();
    let ticked = |form: &FormId, id: &IndicatorId| {
        given
            .all(&format!("indicators-{form}"))
            .any(|sent| sent == id.as_str())
    };
    let indicators = lists
        .iter()
        .flat_map(|(form, list)| {
            list.indicators
                .iter()
                .map(move |indicator| (*form, &indicator.id))
        })
        .filter(|(form, id)| ticked(form, id))
        .map(|(_, id)| id.clone())
        .collect();
    let minor = pick(Minor::ALL, Minor::as_str, given.get("minor"));
    problems.check(!chosen.is_empty(), "forms", "act-missing-choice");
    problems.check(minor.is_some(), "minor", "act-missing-choice");
    problems.check(!given.get("explanation").is_empty(), "explanation", "act-missing");
    Ok(Assessment {
        indicators,
        list_versions: lists.iter().map(|(_, list)| list.version.clone()).collect(),
        forms: chosen,
        urgency: pick(Urgency::ALL, Urgency::as_str, given.get("urgency")).unwrap_or_default(),
        minor: minor.unwrap_or_default(),
        about: pick(About::ALL, About::as_str, given.get("about")).unwrap_or_default(),
        source_grade: pick(SourceGrade::ALL, SourceGrade::as_str, given.get("source")).unwrap_or_default(),
        information_grade: pick(
            InformationGrade::ALL,
            InformationGrade::as_str,
            given.get("information"),
        )
        .unwrap_or_default(),
        place: given.get("place").to_owned(),
        explanation: given.get("explanation").to_owned(),
        at: case.user.now,
        by: case.user.actor().person.ok_or(PageError::NotFound)?,
    })
}

/// The choice with this name.
fn pick<T: Copy>(all: &[T], as_str: fn(T) -> &'static str, name: &str) -> Option<T> {
    all.iter().copied().find(|one| as_str(*one) == name)
}
