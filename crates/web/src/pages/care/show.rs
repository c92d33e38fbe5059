// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing down what somebody agreed to: shelter, registration with `CoMensha` and sharing, each an answer of its own with its day and a
//! way back; the time to think; and whether Veilig Thuis was considered.

use askama::Template;
use axum::http::StatusCode;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::{SignalId, StrandId},
    policy::Right,
    signal::{
        act::Act,
        care::{CareFile, CareStep, Consent, Reflection},
        strand::StrandStep,
    },
    usecase::{
        Failure,
        people::{Colleague, colleagues},
        signal::{self, Once, StrandView, read_strand},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use super::part;
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        signal::{
            field::{Choice, Field, Given, Way, wrong},
            wording::Wording,
        },
        strand::show::StrandPath,
    },
    refusal,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/opdrachten/{signal}/{strand}/zorg")]
pub(crate) struct CarePath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

pub(super) fn routes() -> [Route; 2] {
    [
        route::get::<CarePath, _, _>(Who::Right(Right::ReadStrand), show),
        route::post::<CarePath, _, _>(Who::Right(Right::StepStrand), save),
    ]
}

/// One thing that is written down on its own.
struct Section {
    /// Name of the step, and for an answer of the question.
    name: &'static str,
    title: String,
    /// How it stands.
    stands: String,
    hint: String,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "pages/care/show.html")]
struct CarePage {
    shell: Shell,
    sections: Vec<Section>,
    wrong: Vec<(String, String)>,
    late: Option<String>,
    action: String,
    back: String,
    mark: Uuid,
}

struct Held {
    user: User,
    path: CarePath,
    view: StrandView,
    colleagues: Vec<Colleague>,
}

impl Held {
    async fn open(path: CarePath, user: User) -> Result<Self, PageError> {
        let services = &user.app.services;
        let view = read_strand(services, user.actor(), path.signal, path.strand).await?;
        let colleagues = colleagues(services, user.actor()).await?;
        Ok(Self {
            user,
            path,
            view,
            colleagues,
        })
    }

    fn page(&self, status: StatusCode, given: &Given, problems: &Problems, late: Option<String>) -> Answer {
        let (user, lang) = (&self.user, self.user.lang);
        let words = Wording::new(lang, user.configuration(), user.today, &self.colleagues);
        let file = part::file(&self.view.strand).ok_or(PageError::NotFound)?;
        let sections = sections(&words, file, given, problems);
        let page = CarePage {
            shell: user
                .shell(lang.arg("number", &self.view.number).t("care-title"))
                .wrong(!problems.is_empty()),
            wrong: wrong(sections.iter().flat_map(|section| &section.fields)),
            sections,
            late,
            action: self.path.to_string(),
            back: StrandPath::of(self.path.signal, self.path.strand).to_string(),
            mark: user.app.services.minter.mint(),
        };
        page::answer(status, &page)
    }
}

fn sections(words: &Wording<'_>, file: &CareFile, given: &Given, problems: &Problems) -> Vec<Section> {
    let lang = words.lang;
    let today = words.today.to_string();
    let day = |name: &str, label: &str, begin: &str| {
        Field::new(name, lang.t(label), Way::Day).filled(given, begin, problems, lang)
    };
    let yes_or_no = |name: &str, label: String, yes: &str, no: &str| {
        let choices = vec![Choice::new("yes", lang.t(yes)), Choice::new("no", lang.t(no))];
        Field::new(name, label, Way::One(choices)).filled(given, "", problems, lang)
    };
    let mut sections: Vec<_> = Consent::ALL
        .iter()
        .map(|to| {
            let name = to.as_str();
            Section {
                name,
                title: lang.kind("care-consent", name),
                stands: part::answer(words, file, *to),
                hint: lang.kind("care-consent-hint", name),
                fields: vec![
                    yes_or_no(
                        &format!("{name}-given"),
                        lang.kind("care-question", name),
                        "care-says-yes",
                        "care-says-no",
                    ),
                    day(&format!("{name}-on"), "care-on", &today),
                ],
            }
        })
        .collect();
    let begin = |of: fn(&Reflection) -> NaiveDate| {
        let begun = file.reflection.as_ref().map(|it| of(it).to_string());
        begun.unwrap_or_default()
    };
    sections.push(Section {
        name: "reflect",
        title: lang.t("care-reflection"),
        stands: String::new(),
        hint: lang.t("care-reflection-hint"),
        fields: vec![
            day("from", "care-from", &begin(|it| it.from)),
            day("until", "care-until", &begin(|it| it.until)),
        ],
    });
    let why = Field::new("reason", lang.t("care-reason"), Way::Line);
    sections.push(Section {
        name: "consider",
        title: lang.t("care-veilig-thuis"),
        stands: String::new(),
        hint: lang.t("care-veilig-thuis-hint"),
        fields: vec![
            yes_or_no("told", lang.t("care-told"), "care-told-yes", "care-told-no"),
            why.hint(lang.t("care-reason-hint"))
                .filled(given, "", problems, lang),
        ],
    });
    sections
}

async fn show(path: CarePath, user: User) -> Answer {
    let held = Held::open(path, user).await?;
    held.page(StatusCode::OK, &Given::default(), &Problems::none(), None)
}

/// What one section says, or its problems.
fn step(given: &Given, problems: &mut Problems) -> Result<Option<CareStep>, PageError> {
    let day = |name: &str, problems: &mut Problems| {
        let day = given.get(name).parse::<NaiveDate>().ok();
        problems.check(day.is_some(), name, "act-bad-date");
        day
    };
    let answer = |name: &str, problems: &mut Problems| {
        let answer = match given.get(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        problems.check(answer.is_some(), name, "act-missing-choice");
        answer
    };
    let section = given.get("section");
    if let Some(to) = Consent::ALL.iter().find(|to| to.as_str() == section) {
        let yes = answer(&format!("{section}-given"), problems);
        let on = day(&format!("{section}-on"), problems);
        return Ok(yes
            .zip(on)
            .map(|(given, on)| CareStep::Consent { to: *to, given, on }));
    }
    match section {
        "reflect" => {
            let days = day("from", problems).zip(day("until", problems));
            Ok(days.map(|(from, until)| CareStep::Reflect(Reflection { from, until })))
        }
        "consider" => {
            let reason = given.get("reason");
            problems.check(!reason.is_empty(), "reason", "act-missing");
            problems.fits("reason", reason);
            let told = answer("told", problems);
            Ok(told.map(|told| CareStep::Consider {
                told,
                reason: reason.to_owned(),
            }))
        }
        _ => Err(PageError::Malformed),
    }
}

async fn save(path: CarePath, user: User, Form(given): Form<Given>) -> Answer {
    let held = Held::open(path, user).await?;
    let mut problems = Problems::none();
    let step = step(&given, &mut problems)?;
    let Some(step) = step.filter(|_| problems.is_empty()) else {
        return held.page(StatusCode::BAD_REQUEST, &given, &problems, None);
    };
    let act = Act::StepStrand {
        strand: held.path.strand,
        step: StrandStep::Care(step),
    };
    let once = Once {
        visits: None,
        form: given.get("form").parse().ok(),
    };
    let (services, actor) = (&held.user.app.services, held.user.actor());
    match signal::act(services, actor, held.path.signal, once, act).await {
        Ok(_) => Done::to(&held.path).say("done-care-written").into(),
        Err(Failure::DoneAlready) => Done::to(&held.path).say("done-signal-again").into(),
        Err(Failure::Refused(why)) => {
            let why = refusal::of_signal(held.user.lang, Some(held.user.configuration()), &why);
            held.page(StatusCode::CONFLICT, &given, &Problems::none(), Some(why))
        }
        Err(failure) => Err(failure.into()),
    }
}
