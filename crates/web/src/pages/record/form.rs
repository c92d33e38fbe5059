// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Something that was undertaken: writing it down, looking at it, correcting it.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::plan::{FieldKind, RecordKind},
    id::EntryId,
    plan::record::Content,
    policy::Right,
    usecase::{
        Failure,
        plan::{PlanView, read},
        record::{add, correct},
        would_permit_here,
    },
};
use serde::Deserialize;

use super::list::RecordsPath;
use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::plan::year::PlanPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/activiteiten/nieuw/{kind}")]
pub(super) struct NewPath {
    pub(super) kind: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/activiteiten/{number}")]
pub(crate) struct RecordPath {
    pub(crate) number: u32,
}

pub(super) fn routes() -> [Route; 4] {
    let keeps = Who::Right(Right::KeepPlan);
    [
        route::get::<NewPath, _, _>(keeps, new),
        route::post::<NewPath, _, _>(keeps, save_new),
        route::get::<RecordPath, _, _>(Who::Right(Right::ReadPlan), show),
        route::post::<RecordPath, _, _>(keeps, save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RecordForm {
    /// The mark of the form: sent twice it counts once.
    mark: String,
    on: String,
    title: String,
    /// One for each field of the kind, in its order.
    value: Vec<String>,
    review: String,
}

/// A field of the kind.
struct Field {
    id: String,
    name: String,
    value: String,
    number: bool,
    optional: bool,
}

#[derive(Template)]
#[template(path = "pages/record/form.html")]
struct RecordPage {
    shell: Shell,
    problems: Problems,
    plan: String,
    back: String,
    href: String,
    /// Whether it is a new one.
    new: bool,
    keeps: bool,
    kind: String,
    form: RecordForm,
    fields: Vec<Field>,
    reviewed: bool,
    /// Its day in words, and when somebody looks at it again.
    days: (String, Option<String>),
    written: Option<String>,
    /// Actions that it proves: address and words.
    proves: Vec<(String, String)>,
}

fn kind<'a>(view: &'a PlanView, id: &str) -> Result<&'a RecordKind, PageError> {
    view.rules()?.record(id).ok_or(PageError::NotFound)
}

async fn new(path: NewPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let kind = kind(&view, &path.kind)?;
    let form = RecordForm {
        mark: app.services.minter.mint().to_string(),
        on: user.today.to_string(),
        ..RecordForm::default()
    };
    page(&template(&user, &view, (kind, None), form, Problems::none()))
}

async fn save_new(path: NewPath, user: User, State(app): State<App>, Form(form): Form<RecordForm>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let kind = kind(&view, &path.kind)?;
    let mark = EntryId(form.mark.parse().or(Err(PageError::Malformed))?);
    let done = match content(&form, kind) {
        Ok(content) => add(&app.services, user.actor(), mark, &content).await,
        Err(wrong) => Err(Failure::Invalid(wrong)),
    };
    match done {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(RecordsPath).say("done-record").into(),
        Err(Failure::Invalid(wrong)) => {
            let problems = problems(&wrong);
            again(&template(&user, &view, (kind, None), form, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn show(path: RecordPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let record = view.plan.record(path.number).ok_or(PageError::NotFound)?;
    let kind = kind(&view, &record.content.kind)?;
    let content = &record.content;
    let value = |id: &str| content.value(id).unwrap_or_default().to_owned();
    let form = RecordForm {
        mark: String::new(),
        on: content.on.to_string(),
        title: content.title.clone(),
        value: kind.fields.iter().map(|field| value(&field.id)).collect(),
        review: content.review_on.map_or_else(String::new, |day| day.to_string()),
    };
    page(&template(
        &user,
        &view,
        (kind, Some(path.number)),
        form,
        Problems::none(),
    ))
}

async fn save(path: RecordPath, user: User, State(app): State<App>, Form(form): Form<RecordForm>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let record = view.plan.record(path.number).ok_or(PageError::NotFound)?;
    let kind = kind(&view, &record.content.kind)?;
    let done = match content(&form, kind) {
        Ok(content) => correct(&app.services, user.actor(), path.number, &content).await,
        Err(wrong) => Err(Failure::Invalid(wrong)),
    };
    match done {
        Ok(()) => Done::to(path).say("done-record").into(),
        Err(Failure::Invalid(wrong)) => {
            let problems = problems(&wrong);
            again(&template(&user, &view, (kind, Some(path.number)), form, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn problems(wrong: &[&'static str]) -> Problems {
    Problems::named(wrong, "record-error")
}

/// From words to values; what can't be one, by its name.
fn content(form: &RecordForm, kind: &RecordKind) -> Result<Content, Vec<&'static str>> {
    let mut wrong = Vec::new();
    let on = form.on.parse().ok();
    if on.is_none() {
        wrong.push("on");
    }
    let review = form.review.trim();
    let review_on = review.parse().ok();
    if !review.is_empty() && review_on.is_none() {
        wrong.push("review");
    }
    let values = kind.fields.iter().zip(&form.value);
    let values = values
        .map(|(field, value)| (field.id.clone(), value.trim().to_owned()))
        .filter(|(_, value)| !value.is_empty());
    let content = Content {
        kind: kind.id.clone(),
        on: on.unwrap_or_default(),
        title: form.title.trim().to_owned(),
        values: values.collect(),
        review_on: review_on.filter(|_| kind.reviewed),
    };
    let rest = content.wrong(kind).into_iter();
    wrong.extend(rest.filter(|_| on.is_some()));
    wrong.dedup();
    if wrong.is_empty() { Ok(content) } else { Err(wrong) }
}

fn template(
    user: &User,
    view: &PlanView,
    (kind, number): (&RecordKind, Option<u32>),
    form: RecordForm,
    problems: Problems,
) -> RecordPage {
    let name = user.lang.text(&kind.name).to_owned();
    let record = number.and_then(|number| view.plan.record(number));
    let fields = kind.fields.iter().enumerate().map(|(at, field)| Field {
        id: format!("value-{}", field.id),
        name: user.lang.text(&field.name).to_owned(),
        value: form.value.get(at).cloned().unwrap_or_default(),
        number: field.kind == FieldKind::Number,
        optional: field.optional,
    });
    let proves = view.plan.actions.iter().filter(|action| {
        let mut done = action.done.iter();
        number.is_some() && done.any(|done| done.record == number)
    });
    let title = record.map_or_else(|| name.clone(), |record| record.content.title.clone());
    RecordPage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        plan: PlanPath.to_string(),
        back: RecordsPath.to_string(),
        href: number.map_or_else(
            || {
                NewPath {
                    kind: kind.id.clone(),
                }
                .to_string()
            },
            |number| RecordPath { number }.to_string(),
        ),
        new: record.is_none(),
        keeps: would_permit_here(user.actor(), Right::KeepPlan),
        kind: name,
        fields: fields.collect(),
        reviewed: kind.reviewed,
        days: record.map_or_else(
            || (String::new(), None),
            |record| {
                let review = record.content.review_on.map(|day| dates::day(user.lang, day));
                (dates::day(user.lang, record.content.on), review)
            },
        ),
        written: record.map(|record| {
            let said = user.lang.arg("name", record.name.as_str());
            said.arg("moment", dates::moment(user.lang, record.at))
                .t("governance-written")
        }),
        proves: proves
            .map(|action| {
                let path = crate::pages::plan::action::ActionPath {
                    number: action.number,
                };
                (path.to_string(), action.what.clone())
            })
            .collect(),
        form,
    }
}
