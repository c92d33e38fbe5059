// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One question for advice with what was said to it; for its asker and for who gives advice.

use std::collections::BTreeMap;

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ConsultId, EntryId, PersonId, Timestamp},
    policy::Right,
    usecase::{Failure, consult, people, retention, would_permit_here},
};
use serde::Deserialize;

use super::list::ConsultsPath;
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::{
        own::form::FormPath,
        retention::{fate::Card, hold::HoldConsultPath},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/advies/{consult}")]
pub(crate) struct ConsultPath {
    pub(crate) consult: ConsultId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/advies/{consult}/sluiten")]
struct ClosePath {
    consult: ConsultId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::AnyOf(&[Right::AskAdvice, Right::GiveAdvice]);
    [
        route::get::<ConsultPath, _, _>(who, show),
        route::post::<ConsultPath, _, _>(who, say),
        route::post::<ClosePath, _, _>(who, close),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SayForm {
    /// The mark of the form: sent twice it is said once.
    said: String,
    text: String,
}

/// Something that was said: who, when, what.
struct Said {
    who: String,
    at: Timestamp,
    text: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "pages/consult/show.html")]
struct ConsultPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a SayForm,
    said: Vec<Said>,
    /// Whether the visitor asked it.
    mine: bool,
    closed: bool,
    href: String,
    close: String,
    back: String,
    new: String,
    /// The form for reporting, filled in with the question.
    report: Option<String>,
    card: Option<Card>,
}

async fn show(path: ConsultPath, user: User) -> Answer {
    page(&template(&path, &user, &SayForm::default(), Problems::none()).await?)
}

async fn say(path: ConsultPath, user: User, Form(form): Form<SayForm>) -> Answer {
    let mark = EntryId(form.said.parse().or(Err(PageError::Malformed))?);
    let text = form.text.trim().to_owned();
    match consult::say(&user.app.services, user.actor(), path.consult, mark, text).await {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(path).say("done-consult-said").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "consult-error");
            again(&template(&path, &user, &form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

#[derive(Deserialize)]
struct Nothing {}

async fn close(path: ClosePath, user: User, Form(Nothing {}): Form<Nothing>) -> Answer {
    consult::close(&user.app.services, user.actor(), path.consult).await?;
    Done::to(ConsultsPath).say("done-consult-closed").into()
}

async fn template<'a>(
    path: &ConsultPath,
    user: &User,
    form: &'a SayForm,
    problems: Problems,
) -> Result<ConsultPage<'a>, PageError> {
    let (services, actor) = (&user.app.services, user.actor());
    let consult = consult::read(services, actor, path.consult).await?.value;
    let colleagues = people::colleagues(services, actor).await?.into_iter();
    let names: BTreeMap<PersonId, String> = colleagues.map(|person| (person.id, person.name)).collect();
    let said = |by: PersonId, at: Timestamp, text: &str| Said {
        who: names.get(&by).cloned().unwrap_or_default(),
        at,
        text: text.to_owned(),
        own: actor.person == Some(by),
    };
    let fate = retention::fate_of_consult(services, actor, &consult).await?;
    let hold = HoldConsultPath {
        consult: path.consult,
    };
    let mine = actor.person == Some(consult.asker);
    let reports = mine && would_permit_here(actor, Right::ReportOwn);
    Ok(ConsultPage {
        shell: user
            .shell(user.lang.t("consult-show-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        said: std::iter::once(said(consult.asker, consult.asked_at, &consult.question))
            .chain(consult.said.iter().map(|one| said(one.by, one.at, &one.text)))
            .collect(),
        card: Card::new(user, fate.as_ref(), consult.hold.as_ref(), hold.to_string()),
        mine,
        closed: consult.closed.is_some(),
        href: path.to_string(),
        close: ClosePath {
            consult: path.consult,
        }
        .to_string(),
        back: ConsultsPath.to_string(),
        new: services.minter.mint().to_string(),
        report: reports.then(|| format!("{FormPath}?advies={}", path.consult)),
    })
}
