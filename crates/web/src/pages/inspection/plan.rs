// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Planning an inspection: the kind, the day, the addresses and who goes along. Its power and purpose were written down when it was
//! decided on.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{InspectionKindId, SignalId, StrandId},
    policy::Right,
    signal::{
        act::{Act, ActKind},
        inspection::Plan,
        strand::StrandStep,
    },
};
use serde::Deserialize;

use super::part::visit;
use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    page::Answer,
    pages::{
        signal::{
            act::{ActForm, Case},
            field::{Choice, Field, Given, Way},
        },
        strand::show::StrandPath,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{signal}/controles/{strand}/plan")]
pub(crate) struct PlanPath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<PlanPath, _, _>(who, show),
        route::post::<PlanPath, _, _>(who, save),
    ]
}

/// The plan as it stands; "not found" for a strand that is no inspection.
fn planned(case: &Case, strand: StrandId) -> Result<&Plan, PageError> {
    let mut strands = case.signal().strands.iter();
    let held = strands.find(|held| held.id == strand);
    let visit = held.and_then(visit).ok_or(PageError::NotFound)?;
    Ok(&visit.plan)
}

fn form(case: &Case, plan: &Plan, given: &Given, problems: &Problems) -> ActForm {
    let (lang, configuration) = (case.user.lang, case.user.configuration());
    let kinds = configuration
        .inspections
        .iter()
        .map(|kind| Choice::new(&kind.id, lang.text(&kind.name)).hint(lang.text(&kind.power)));
    let can = case.colleagues.iter().filter(|person| person.takes_tasks());
    let team = can.map(|person| Choice {
        chosen: plan.team.contains(&person.id),
        ..Choice::new(person.id, &person.name)
    });
    let begin = |name: &str| match name {
        "kind" => plan.kind.as_ref().map(ToString::to_string),
        "on" => plan.on.map(|on| on.to_string()),
        "addresses" => Some(plan.addresses.join("\n")),
        "briefing" => Some(plan.briefing.clone()),
        _ => None,
    };
    let mut fields = vec![
        Field::new("on", lang.t("inspection-on"), Way::Day),
        Field::new("addresses", lang.t("inspection-addresses"), Way::Lines(5))
            .hint(lang.t("inspection-addresses-hint")),
        Field::new("briefing", lang.t("inspection-briefing"), Way::Lines(4))
            .hint(lang.t("inspection-briefing-hint"))
            .optional(lang),
        Field::new("team", lang.t("inspection-team"), Way::Any(team.collect())).optional(lang),
    ];
    if !configuration.inspections.is_empty() {
        fields.insert(
            0,
            Field::new("kind", lang.t("inspection-kind"), Way::One(kinds.collect())),
        );
    }
    let fields = fields.into_iter().map(|field| {
        let begin = begin(&field.name).unwrap_or_default();
        field.filled(given, &begin, problems, lang)
    });
    ActForm::of(
        lang.t("inspection-plan-title"),
        fields.collect(),
        lang.t("inspection-plan-submit"),
    )
    .intro(lang.t("inspection-plan-intro"))
}

async fn show(path: PlanPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let plan = planned(&case, path.strand)?;
    let kind = ActKind::StepStrand {
        strand: path.strand,
        step: "plan",
    };
    case.ask(&kind, &form(&case, plan, &Given::default(), &Problems::none()))
}

async fn save(path: PlanPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let before = planned(&case, path.strand)?;
    let kind = Some(given.get("kind")).filter(|kind| !kind.is_empty());
    let on = given.get("on");
    // A plan that is changed on the day after keeps its day.
    let day =
        dates::plannable(on, case.user.today).or_else(|| before.on.filter(|before| before.to_string() == on));
    let lines = given.get("addresses").lines().map(str::trim);
    let addresses: Vec<String> = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut problems = Problems::none();
    let kinds = &case.user.configuration().inspections;
    problems.check(kinds.is_empty() || kind.is_some(), "kind", "act-missing-choice");
    problems.check(day.is_some(), "on", "act-bad-date");
    problems.check(!addresses.is_empty(), "addresses", "act-missing");
    let again = |problems: &Problems| form(&case, before, &given, problems);
    if !problems.is_empty() {
        return case.again(&again(&problems), &problems);
    }
    let plan = Plan {
        kind: kind.map(InspectionKindId::from),
        on: day,
        addresses,
        briefing: given.get("briefing").to_owned(),
        team: given.all("team").filter_map(|id| id.parse().ok()).collect(),
    };
    let act = Act::StepStrand {
        strand: path.strand,
        step: StrandStep::Plan(Box::new(plan)),
    };
    let to = |_: &_| StrandPath::of(path.signal, path.strand).to_string();
    case.perform_then(&given, act, again, ("done-inspection-planned", &to))
        .await
}
