// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Offering a signal to partners, beside what was decided. Each hand-over runs on its own.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PartnerId, SignalId},
    policy::Right,
    sharing::{Category, Need, terms::Terms},
    signal::act::{Act, ActKind},
    usecase::{
        Failure,
        signal::{self, Once},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    form::{Form, Problems},
    page::{Answer, Done},
    pages::{
        sharing::conditions,
        signal::{
            act::{ActForm, Case},
            decision::{held, holds, partners},
            field::{Field, Given, Way},
        },
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/overdracht")]
pub(crate) struct HandOverPath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<HandOverPath, _, _>(who, show),
        route::post::<HandOverPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let fields = [
        Field::new("to", lang.t("act-decide-partners"), Way::Any(partners(&words)))
            .hint(lang.t("act-decide-partners-hint")),
        Field::new("what", lang.t("act-decide-partner-what"), Way::Lines(4))
            .hint(lang.t("act-decide-partner-what-hint")),
        holds(lang, "", &Category::IN_TEXTS),
    ];
    let needs = Need::ALL.iter().map(|need| {
        Field::new(need.as_str(), lang.kind("sharing-fill", need.as_str()), Way::Line)
            .hint(lang.kind("sharing-fill-hint", need.as_str()))
            .optional(lang)
    });
    let fields = fields.into_iter().chain(needs);
    let fields = fields
        .map(|field| field.filled(given, "", problems, lang))
        .collect();
    ActForm::of(
        lang.t("act-hand-over-title"),
        fields,
        lang.t("act-hand-over-submit"),
    )
    .intro(lang.t("act-hand-over-intro"))
}

async fn show(path: HandOverPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::OfferHandOver,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: HandOverPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let known = case
        .user
        .configuration()
        .partners
        .iter()
        .map(|partner| partner.id.clone());
    let to: Vec<PartnerId> = known
        .filter(|partner| given.all("to").any(|sent| sent == partner.as_str()))
        .collect();
    let mut problems = Problems::none();
    problems.check(!to.is_empty(), "to", "act-missing-choice");
    problems.check(!given.get("what").is_empty(), "what", "act-missing");
    problems.check(!held(&given, "").is_empty(), "categories", "act-missing-choice");
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    if let Some(exposed) = case.exposed(&given, &[given.get("what")]).await? {
        return case.again(&form(&case, &given, &problems).exposed(exposed), &problems);
    }
    let mut acts = to.into_iter().map(|partner| Act::OfferHandOver {
        partner,
        what: given.get("what").to_owned(),
        terms: Terms {
            categories: held(&given, ""),
            conditions: conditions(&given, ""),
        },
    });
    // The others first, each under a mark of its own: a form that is sent again goes on where it stopped.
    let first = acts.next();
    for (place, act) in (1_u128..).zip(acts) {
        let mark = given.get("form").parse::<Uuid>().ok();
        let once = Once {
            form: mark.map(|mark| Uuid::from_u128(mark.as_u128().wrapping_add(place << 64))),
            ..given.once(&ActKind::OfferHandOver)
        };
        match signal::act(&case.app.services, case.user.actor(), path.id, once, act).await {
            Ok(_) | Err(Failure::DoneAlready) => {}
            // The first one meets the same refusal, and words it.
            Err(Failure::Refused(_)) => break,
            Err(failure) => return Err(failure.into()),
        }
    }
    let Some(act) = first else {
        return Done::to(case.path()).into();
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-handed-over").await
}
