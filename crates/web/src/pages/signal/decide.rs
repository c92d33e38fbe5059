// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A decision where the route lets a person decide.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::act::{Act, ActKind},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        decision::{Deciding, next_sitting},
        field::{Field, Given, Part, Way},
        wording::Wording,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/besluit")]
pub(crate) struct DecidePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::Decide);
    [
        route::get::<DecidePath, _, _>(who, show),
        route::post::<DecidePath, _, _>(who, save),
    ]
}

fn deciding<'a>(case: &'a Case, words: &'a Wording<'a>) -> Deciding<'a> {
    Deciding {
        words,
        outcomes: case.signal().outcomes(case.user.configuration()),
        colleagues: &case.colleagues,
        next: next_sitting(words, None, words.today),
    }
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let deciding = deciding(case, &words);
    let choices = Way::One(deciding.choices(given));
    let fields = vec![
        Field::new("outcome", lang.t("act-decide-outcome"), choices).filled(given, "", problems, lang),
        Field::new("reason", lang.t("act-decide-reason"), Way::Line).filled(given, "", problems, lang),
    ];
    let mut parts = vec![Part {
        fields,
        ..Part::default()
    }];
    parts.extend(deciding.parts(given, problems));
    ActForm {
        title: lang.t("act-decide-title"),
        parts,
        submit: lang.t("act-decide-submit"),
        ..ActForm::default()
    }
}

async fn show(path: DecidePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let outcomes = case.signal().outcomes(case.user.configuration());
    // At a step without outcomes any of them would be refused; the refusal says why.
    let outcome = outcomes
        .first()
        .map_or_else(|| "".into(), |outcome| outcome.id.clone());
    let kind = ActKind::Decide {
        outcome,
        in_meeting: false,
    };
    case.ask(&kind, &form(&case, &Given::default(), &Problems::none()))
}

async fn save(path: DecidePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let words = case.words();
    let mut problems = Problems::none();
    // Where the signal has left the step there is nothing to choose from: the use case says who was first.
    let outcomes = case.signal().outcomes(case.user.configuration());
    let decided = deciding(&case, &words).read(&given, &mut problems);
    if decided.is_some()
        && let Some(exposed) = case.exposed(&given, &given.texts()).await?
    {
        return case.again(&form(&case, &given, &problems).exposed(exposed), &problems);
    }
    let act = match decided {
        Some(decided) => Act::Decide {
            outcome: decided.outcome,
            reason: decided.reason,
            meeting: None,
            conditions: decided.conditions,
            strands: decided.strands,
        },
        None if outcomes.is_empty() || moved(&case, &given) => Act::Decide {
            outcome: given.get("outcome").into(),
            reason: given.get("reason").to_owned(),
            meeting: None,
            conditions: Vec::new(),
            strands: Vec::new(),
        },
        None => return case.again(&form(&case, &given, &problems), &problems),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-decided").await
}

/// Whether the signal went on since the form was made.
fn moved(case: &Case, given: &Given) -> bool {
    given.get("visits").parse::<usize>().ok() != Some(case.signal().visits.len())
}
