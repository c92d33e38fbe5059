// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inviting a partner to an inspection, on a power of its own. It gets to read the plan by the rules of the sharing matrix.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PartnerId, SignalId, StrandId},
    policy::Right,
    sharing::{Category, Need, terms::Terms},
    signal::{
        act::{Act, ActKind},
        strand::StrandStep,
    },
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::Answer,
    pages::{
        sharing::conditions,
        signal::{
            act::{ActForm, Case},
            decision::{held, holds, partners},
            field::{Choice, Field, Given, Way},
        },
        strand::show::StrandPath,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{signal}/controles/{strand}/partner")]
pub(crate) struct InvitePath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{signal}/controles/{strand}/partner/{partner}/niet-mee")]
pub(crate) struct UninvitePath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
    pub(crate) partner: PartnerId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<InvitePath, _, _>(who, show),
        route::post::<InvitePath, _, _>(who, save),
        route::post::<UninvitePath, _, _>(who, take_out),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let mut all = vec![Choice::new("", lang.t("act-choose"))];
    all.extend(partners(&words));
    let fields = [
        Field::new("partner", lang.t("inspection-partner"), Way::List(all)),
        Field::new("power", lang.t("inspection-partner-power"), Way::Line)
            .hint(lang.t("inspection-partner-power-hint")),
        holds(lang, "", &Category::IN_TEXTS).hint(lang.t("inspection-partner-holds-hint")),
    ];
    let needs = Need::ALL.iter().map(|need| {
        Field::new(need.as_str(), lang.kind("sharing-fill", need.as_str()), Way::Line)
            .hint(lang.kind("sharing-fill-hint", need.as_str()))
            .optional(lang)
    });
    let fields = fields.into_iter().chain(needs);
    let fields = fields.map(|field| field.filled(given, "", problems, lang));
    ActForm::of(
        lang.t("inspection-invite-title"),
        fields.collect(),
        lang.t("inspection-invite-submit"),
    )
    .intro(lang.t("inspection-invite-intro"))
}

async fn show(path: InvitePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let kind = ActKind::StepStrand {
        strand: path.strand,
        step: "invite",
    };
    case.ask(&kind, &form(&case, &Given::default(), &Problems::none()))
}

async fn save(path: InvitePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let mut problems = Problems::none();
    problems.check(!given.get("partner").is_empty(), "partner", "act-missing-choice");
    problems.check(!given.get("power").is_empty(), "power", "act-missing");
    problems.check(!held(&given, "").is_empty(), "categories", "act-missing-choice");
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    let act = Act::StepStrand {
        strand: path.strand,
        step: StrandStep::Invite {
            partner: PartnerId::from(given.get("partner")),
            power: given.get("power").to_owned(),
            terms: Terms {
                categories: held(&given, ""),
                conditions: conditions(&given, ""),
            },
        },
    };
    let again = |problems: &Problems| form(&case, &given, problems);
    let to = |_: &_| StrandPath::of(path.signal, path.strand).to_string();
    case.perform_then(&given, act, again, ("done-inspection-invited", &to))
        .await
}

async fn take_out(
    path: UninvitePath,
    user: User,
    State(app): State<App>,
    Form(given): Form<Given>,
) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let act = Act::StepStrand {
        strand: path.strand,
        step: StrandStep::Uninvite {
            partner: path.partner,
        },
    };
    let again = |problems: &Problems| form(&case, &given, problems);
    let to = |_: &_| StrandPath::of(path.signal, path.strand).to_string();
    case.perform_then(&given, act, again, ("done-inspection-uninvited", &to))
        .await
}
