// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Feedback to the reporter of a report that is no signal, or not yet: a text from a template, released by a person; or why not.

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::{
        feedback::{Filling, Moment, Occasion},
        outcome::OutcomeKind,
        text::Language,
    },
    id::{FeedbackId, ReportId},
    policy::Right,
    ports::Stored,
    report::{Report, ReportRefusal, ReportState, SetAsideReason},
    signal::feedback::{Feedback, FeedbackState, FeedbackWay},
    usecase::{
        Failure,
        outgoing::{Prospect, prospect},
        report::{self, SettleFeedback, Text},
    },
};
use serde::Deserialize;

use super::{about::About, inbox::ReportPath};
use crate::{
    dates,
    error::PageError,
    exposed::{Exposed, Word},
    form::{Form, Problems},
    lang::Lang,
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/terugkoppeling")]
pub(crate) struct FeedbackPath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/terugkoppeling/niet")]
pub(crate) struct WithholdPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::GiveFeedback);
    [
        route::get::<FeedbackPath, _, _>(who, show),
        route::post::<FeedbackPath, _, _>(who, give),
        route::post::<WithholdPath, _, _>(who, withhold),
    ]
}

/// The name of a message.
pub(super) fn moment(lang: Lang, moment: Moment) -> String {
    lang.t(match moment {
        Moment::Receipt => "feedback-moment-receipt",
        Moment::Outcome => "feedback-moment-outcome",
    })
}

/// The language of the text to begin with.
#[derive(Default, Deserialize)]
struct Asked {
    #[serde(default, rename = "tekst")]
    language: Language,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SettleForm {
    /// Which message.
    feedback: String,
    text: String,
    way: String,
    reason: String,
    safe: String,
    gezien: String,
    mag: String,
}

/// What the page shows beside the report.
#[derive(Default)]
struct Beside {
    problems: Problems,
    exposed: Option<Exposed>,
    prospect: Prospect,
}

#[derive(Template)]
#[template(path = "pages/report/feedback.html")]
struct FeedbackPage {
    shell: Shell,
    problems: Problems,
    exposed: Option<Exposed>,
    prospect: Prospect,
    /// Whether this municipality sends mail.
    mails: bool,
    form: SettleForm,
    about: About,
    /// The message that is owed; none where everything is settled.
    owed: Option<String>,
    language: Lang,
    ways: Vec<FeedbackWay>,
    /// Whether one of them is by hand.
    by_hand: bool,
    give: String,
    withhold: String,
    reporter: String,
}

async fn show(path: FeedbackPath, user: User, Query(asked): Query<Asked>) -> Answer {
    let stored = report::read(&user.app.services, user.actor(), path.report).await?;
    if let ReportState::Registered { signal, .. } = stored.value.state {
        return Err(Failure::from(ReportRefusal::InSignal(signal)).into());
    }
    let mut form = SettleForm::default();
    if let Some((message, _)) = first_due(&stored.value) {
        form.feedback = message.id.to_string();
        form.text = prefilled(&user, &stored, message.moment, asked.language);
    }
    let beside = Beside {
        prospect: prospect(&user.app.services, user.actor(), path.report).await?,
        ..Beside::default()
    };
    page(&template(&user, &stored, form, Lang(asked.language), beside))
}

async fn give(path: FeedbackPath, user: User, Form(form): Form<SettleForm>) -> Answer {
    let way = FeedbackWay::ALL.into_iter().find(|way| way.as_str() == form.way);
    let mut problems = Problems::none();
    problems.check(!form.text.trim().is_empty(), "text", "report-error-settle-text");
    problems.check(way.is_some(), "way", "report-error-settle-way");
    problems.fits("text", &form.text);
    let word = Word {
        seen: &form.gezien,
        given: !form.mag.is_empty(),
    };
    let exposed = Exposed::find(&user, &Text::ToReporter(path.report), &form.text, word).await?;
    let settle = way
        .filter(|_| problems.is_empty() && exposed.is_none())
        .map(|way| SettleFeedback::Give {
            text: form.text.trim().to_owned(),
            way,
            followed: !form.safe.is_empty(),
        });
    settled(user, path.report, form, settle, (problems, exposed)).await
}

async fn withhold(path: WithholdPath, user: User, Form(form): Form<SettleForm>) -> Answer {
    let reason = form.reason.trim().to_owned();
    let mut problems = Problems::none();
    problems.check(!reason.is_empty(), "reason", "report-error-settle-withhold");
    problems.fits("reason", &reason);
    let settle = problems.is_empty().then_some(SettleFeedback::Withhold(reason));
    settled(user, path.report, form, settle, (problems, None)).await
}

async fn settled(
    user: User,
    report: ReportId,
    mut form: SettleForm,
    settle: Option<SettleFeedback>,
    (problems, exposed): (Problems, Option<Exposed>),
) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let message: FeedbackId = form.feedback.parse().or(Err(PageError::Malformed))?;
    let Some(settle) = settle else {
        let stored = report::read(services, actor, report).await?;
        if form.text.is_empty()
            && let Some((due, _)) = first_due(&stored.value)
        {
            form.text = prefilled(&user, &stored, due.moment, Language::Nl);
        }
        let beside = Beside {
            problems,
            exposed,
            prospect: prospect(services, actor, report).await?,
        };
        return again(&template(&user, &stored, form, Lang(Language::Nl), beside));
    };
    let to = Done::to(ReportPath { report });
    match report::settle_feedback(services, actor, report, message, settle).await {
        Ok(()) => to.say("done-report-feedback").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(Failure::Invalid(fields)) => {
            let stored = report::read(services, actor, report).await?;
            let mut beside = Beside {
                prospect: prospect(services, actor, report).await?,
                ..Beside::default()
            };
            if fields.contains(&"safe") {
                beside.problems.add("safe", "report-error-safe");
            } else {
                beside.problems.add("way", "report-error-settle-way");
            }
            again(&template(&user, &stored, form, Lang(Language::Nl), beside))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn first_due(report: &Report) -> Option<(&Feedback, chrono::NaiveDate)> {
    let due = report.feedback_due().filter_map(|message| match message.state {
        FeedbackState::Due { by } => Some((message, by)),
        FeedbackState::Given { .. } | FeedbackState::Withheld { .. } | FeedbackState::NotOwed { .. } => None,
    });
    due.min_by_key(|(message, by)| (*by, message.moment))
}

fn template(
    user: &User,
    stored: &Stored<Report>,
    form: SettleForm,
    language: Lang,
    beside: Beside,
) -> FeedbackPage {
    let report = stored.value.id;
    let municipality = &user.actor().municipality;
    let Beside {
        problems,
        exposed,
        prospect,
    } = beside;
    let ways: Vec<_> = FeedbackWay::open_to(&stored.value, prospect.sends).collect();
    FeedbackPage {
        shell: user
            .shell(user.lang.t("report-settle-title"))
            .wrong(!problems.is_empty() || exposed.is_some()),
        problems,
        exposed,
        mails: user.app.services.configurations.mail_from(municipality).is_some(),
        form,
        about: About::new(user, stored),
        owed: first_due(&stored.value).map(|(message, by)| {
            user.lang
                .arg("moment", moment(user.lang, message.moment))
                .arg("date", dates::day(user.lang, by))
                .t("report-settle-due")
        }),
        language,
        by_hand: ways.contains(&FeedbackWay::InPerson),
        ways,
        prospect,
        give: FeedbackPath { report }.to_string(),
        withhold: WithholdPath { report }.to_string(),
        reporter: super::reporter::ReporterPath { report }.to_string(),
    }
}

/// The template of the configuration for this reporter, this message and what became of the report.
fn prefilled(user: &User, stored: &Stored<Report>, moment: Moment, language: Language) -> String {
    let (report, lang) = (&stored.value, Lang(language));
    let (result, outcome) = match &report.state {
        ReportState::SetAside { reason, .. } => {
            let result = (*reason == SetAsideReason::OutsideOurTask).then_some(OutcomeKind::OutsideOurTask);
            (result, lang.kind("report-outcome", reason.as_str()))
        }
        ReportState::New | ReportState::Registered { .. } => (None, lang.t("report-outcome-open")),
    };
    let occasion = Occasion {
        reporter: report.reporter_kind,
        moment,
        result,
        set_aside: matches!(report.state, ReportState::SetAside { .. }),
        code: report.has_code(),
    };
    let filling = Filling {
        reference: &report.id.reference(),
        received: &dates::day(lang, report.received_on()),
        outcome: &outcome,
    };
    user.configuration().feedback_text(occasion, language, filling)
}
