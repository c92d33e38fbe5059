// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One strand, for who got it: what is asked, how it stands, and the answer. Nothing else of the signal.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{SignalId, StrandId},
    policy::Right,
    signal::{
        act::{Act, ActKind},
        strand::{StrandKind, StrandState, StrandStep},
    },
    usecase::{
        Failure,
        people::{Colleague, colleagues},
        signal::{self, StrandView},
        would_permit_here,
    },
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        care::{self, CarePath},
        inspection::part::Part,
        signal::{
            field::{Field, Given, Way, wrong},
            head::Badge,
            origin,
            show::SignalPath,
            wording::Wording,
        },
    },
    refusal,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/opdrachten/{signal}/{strand}")]
pub(crate) struct StrandPath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

impl StrandPath {
    pub(crate) fn of(signal: SignalId, strand: StrandId) -> Self {
        Self { signal, strand }
    }
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<StrandPath, _, _>(Who::Right(Right::ReadStrand), show),
        route::post::<StrandPath, _, _>(Who::Right(Right::StepStrand), save),
    ]
}

/// A step that can be taken, with its one field.
struct Choice {
    step: &'static str,
    button: String,
    field: Field,
    /// Closed until opened: what is not the ordinary answer.
    aside: bool,
}

#[derive(Template)]
#[template(path = "pages/strand/show.html")]
struct StrandPage<'a> {
    shell: Shell,
    number: &'a str,
    restricted: bool,
    badge: Badge,
    /// How it ended.
    ended: Option<String>,
    asked: &'a str,
    /// What another department was asked to tell.
    returns: &'a str,
    /// Whether the desk has not read the answer yet.
    unread: bool,
    /// The inspection.
    visit: Option<Part>,
    /// What was agreed about care.
    agreed: Vec<(String, String)>,
    /// Where that is written down, as long as it can be.
    agree: Option<String>,
    answer: Option<String>,
    facts: Vec<(String, String)>,
    choices: Vec<Choice>,
    wrong: Vec<(String, String)>,
    /// Why what was sent came too late.
    late: Option<String>,
    action: String,
    mark: Uuid,
    /// The signal, for who may read it.
    signal: Option<String>,
}

struct Held {
    app: App,
    user: User,
    path: StrandPath,
    view: StrandView,
    colleagues: Vec<Colleague>,
}

impl Held {
    async fn open(app: App, user: User, path: StrandPath) -> Result<Self, PageError> {
        let view = signal::read_strand(&app.services, user.actor(), path.signal, path.strand).await?;
        let colleagues = colleagues(&app.services, user.actor()).await?;
        Ok(Self {
            app,
            user,
            path,
            view,
            colleagues,
        })
    }

    fn page(&self, status: StatusCode, given: &Given, problems: &Problems, late: Option<String>) -> Answer {
        let lang = self.user.lang;
        let strand = &self.view.strand;
        let words = Wording::new(lang, self.user.configuration(), self.user.today, &self.colleagues);
        let title = match &strand.kind {
            StrandKind::Task { .. } => "strand-task-title",
            StrandKind::Inspection { .. } => "strand-inspection-title",
            StrandKind::HandOver { .. } | StrandKind::OtherDepartment { .. } => "strand-hand-over-title",
            StrandKind::Care { .. } => "strand-care-title",
            StrandKind::Intervention { .. } => "strand-intervention-title",
            StrandKind::Case { .. } => "strand-case-title",
        };
        let (line, answer) = origin::stands(&words, strand);
        let reads = would_permit_here(self.user.actor(), Right::ReadSignal);
        let id = self.path.signal;
        let choices = self.choices(given, problems);
        let care = care::part::file(strand);
        let care_path = CarePath {
            signal: id,
            strand: strand.id,
        };
        let page = StrandPage {
            shell: self
                .user
                .shell(lang.arg("number", &self.view.number).t(title))
                .wrong(!problems.is_empty()),
            number: &self.view.number,
            restricted: self.view.restricted,
            badge: origin::badge(&words, strand),
            ended: (!strand.is_open()).then_some(line),
            asked: strand.kind.what(),
            returns: returns(&strand.kind),
            unread: strand.answered.is_some() && would_permit_here(self.user.actor(), Right::WorkSignal),
            visit: Part::of(&words, &self.user, id, strand),
            agreed: care.map_or_else(Vec::new, |file| care::part::facts(&words, file)),
            agree: care
                .filter(|_| {
                    !matches!(
                        strand.state,
                        StrandState::Refused { .. } | StrandState::Withdrawn { .. }
                    )
                })
                .map(|_| care_path.to_string()),
            answer,
            facts: facts(&words, &self.view),
            wrong: wrong(choices.iter().map(|choice| &choice.field)),
            choices,
            late,
            action: self.path.to_string(),
            mark: self.app.services.minter.mint(),
            signal: reads.then(|| SignalPath { id }.to_string()),
        };
        page::answer(status, &page)
    }

    /// Whether the visitor has an inspection only since they go along: then it is not theirs to finish.
    fn goes_along(&self) -> bool {
        let kind = &self.view.strand.kind;
        let does = kind.doers().any(|doer| doer == self.user.person().id);
        let leads = would_permit_here(self.user.actor(), Right::WorkSignal);
        matches!(kind, StrandKind::Inspection { .. }) && !does && !leads
    }

    /// The steps that the state allows. Taking back is the municipality's own.
    fn choices(&self, given: &Given, problems: &Problems) -> Vec<Choice> {
        let lang = self.user.lang;
        let choice = |step: &'static str, button: &str, field: Field, aside| Choice {
            step,
            button: lang.t(button),
            field: field.filled(given, "", problems, lang),
            aside,
        };
        let accept = || {
            let field = Field::new("accept", lang.t("strand-accept-reference"), Way::Line);
            let field = field.hint(lang.t("strand-accept-reference-hint")).optional(lang);
            choice("accept", "strand-accept", field, false)
        };
        let refuse = || {
            let field = Field::new("refuse", lang.t("strand-refuse-reason"), Way::Lines(3));
            choice("refuse", "strand-refuse", field, true)
        };
        let finish = || {
            let asked = returns(&self.view.strand.kind);
            let label = if asked.is_empty() {
                lang.t("strand-finish-result")
            } else {
                asked.to_owned()
            };
            let field = Field::new("finish", label, Way::Lines(6));
            choice(
                "finish",
                "strand-finish",
                field.hint(lang.t(match self.view.strand.kind {
                    StrandKind::Care { .. } => "strand-finish-care-hint",
                    _ => "strand-finish-result-hint",
                })),
                false,
            )
        };
        let number = || {
            let field = Field::new("number", lang.t("strand-number-reference"), Way::Line);
            let field = field.hint(lang.t("strand-accept-reference-hint"));
            choice("number", "strand-set-number", field, true)
        };
        let withdraw = || {
            let field = Field::new("withdraw", lang.t("strand-withdraw-reason"), Way::Line);
            choice("withdraw", "strand-withdraw", field, true)
        };
        let mut choices = match self.view.strand.state {
            StrandState::Offered => vec![accept(), refuse()],
            StrandState::UnderWay { .. } if self.goes_along() => return Vec::new(),
            StrandState::UnderWay { .. } => vec![finish()],
            StrandState::Refused { .. } | StrandState::Done { .. } | StrandState::Withdrawn { .. } => {
                return Vec::new();
            }
        };
        if would_permit_here(self.user.actor(), Right::WorkSignal) {
            let under_way = matches!(self.view.strand.state, StrandState::UnderWay { .. });
            if under_way && self.view.strand.kind.is_offered() {
                choices.push(number());
            }
            choices.push(withdraw());
        }
        choices
    }
}

/// What another department was asked to tell; empty where it was asked nothing.
fn returns(kind: &StrandKind) -> &str {
    match kind {
        StrandKind::OtherDepartment { returns, .. } => returns,
        _ => "",
    }
}

fn facts(words: &Wording<'_>, view: &StrandView) -> Vec<(String, String)> {
    let lang = words.lang;
    let strand = &view.strand;
    let mut facts = vec![(lang.t("strand-for"), words.holder(&strand.kind))];
    match &strand.kind {
        StrandKind::Inspection { power, .. } => facts.push((lang.t("strand-power"), power.clone())),
        StrandKind::HandOver { ground, .. } if !ground.trim().is_empty() => {
            facts.push((lang.t("strand-ground"), ground.clone()));
        }
        StrandKind::Intervention { field, .. } => {
            facts.push((lang.t("strand-field"), lang.kind("strand-field", field.as_str())));
        }
        StrandKind::Task { .. }
        | StrandKind::HandOver { .. }
        | StrandKind::OtherDepartment { .. }
        | StrandKind::Care { .. }
        | StrandKind::Case { .. } => {}
    }
    facts.push((lang.t("strand-from"), words.person(strand.by)));
    facts.push((lang.t("strand-started"), words.moment(strand.at)));
    facts.push((lang.t("strand-by"), words.day(strand.due)));
    match &strand.state {
        StrandState::Refused { by, .. }
        | StrandState::Done { by, .. }
        | StrandState::Withdrawn { by, .. } => {
            facts.push((lang.t("strand-recorded-by"), words.person(*by)));
        }
        StrandState::UnderWay { reference, .. } if !reference.trim().is_empty() => {
            facts.push((lang.t("strand-number"), reference.clone()));
        }
        StrandState::Offered | StrandState::UnderWay { .. } => {}
    }
    facts
}

async fn show(path: StrandPath, user: User, State(app): State<App>) -> Answer {
    let held = Held::open(app, user, path).await?;
    held.page(StatusCode::OK, &Given::default(), &Problems::none(), None)
}

/// The step that was sent, with the key of the sentence that says that it is done.
fn step(given: &Given) -> Result<(StrandStep, &'static str), PageError> {
    let text = |step: &str| given.get(step).to_owned();
    Ok(match given.get("step") {
        "accept" => (
            StrandStep::Accept {
                reference: text("accept"),
            },
            "done-strand-accept",
        ),
        "refuse" => (
            StrandStep::Refuse {
                reason: text("refuse"),
            },
            "done-strand-refuse",
        ),
        "finish" => (
            StrandStep::Finish {
                result: text("finish"),
            },
            "done-strand-finish",
        ),
        "number" => (
            StrandStep::Number {
                reference: text("number"),
            },
            "done-strand-number",
        ),
        "note" => (StrandStep::Note, "done-strand-note"),
        "withdraw" => (
            StrandStep::Withdraw {
                reason: text("withdraw"),
            },
            "done-strand-withdraw",
        ),
        _ => return Err(PageError::Malformed),
    })
}

async fn save(path: StrandPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let held = Held::open(app, user, path).await?;
    let (step, done) = step(&given)?;
    let mut problems = Problems::none();
    let silent = step.must_say().is_some_and(|(_, words)| words.is_empty());
    problems.check(!silent, step.as_str(), "act-missing");
    problems.fits(step.as_str(), step.words());
    if !problems.is_empty() {
        return held.page(StatusCode::BAD_REQUEST, &given, &problems, None);
    }
    let act = Act::StepStrand {
        strand: held.path.strand,
        step,
    };
    // The state of the strand itself says whether the step comes too late, wherever the signal went meanwhile.
    let once = signal::Once {
        visits: None,
        ..given.once(&ActKind::Record)
    };
    let (services, actor) = (&held.app.services, held.user.actor());
    match signal::act(services, actor, held.path.signal, once, act).await {
        Ok(_) => Done::to(&held.path).say(done).into(),
        Err(Failure::DoneAlready) => Done::to(&held.path).say("done-signal-again").into(),
        Err(Failure::Refused(why)) => {
            let why = refusal::of_signal(held.user.lang, Some(held.user.configuration()), &why);
            held.page(StatusCode::CONFLICT, &given, &Problems::none(), Some(why))
        }
        Err(failure) => Err(failure.into()),
    }
}
