// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Feedback to a reporter: a text that starts from a template, released by a person. Only then is it mailed, where mail is set up.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    configuration::{
        feedback::{Filling, Occasion},
        text::Language,
    },
    id::{FeedbackId, ReportId, SignalId},
    policy::Right,
    signal::{
        LinkedReport,
        act::{Act, ActKind},
        feedback::{Feedback, FeedbackWay},
    },
    usecase::{
        outgoing::{Prospect, prospect},
        report::Text,
    },
};
use serde::Deserialize;

use crate::{
    App, dates,
    error::PageError,
    exposed::Exposed,
    form::{Form, Problems},
    lang::Lang,
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Choice, Field, Given, Part, Way},
        history::moment_name,
        origin::reporter_name,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/terugkoppeling/{feedback}")]
pub(crate) struct FeedbackPath {
    pub(crate) id: SignalId,
    pub(crate) feedback: FeedbackId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::GiveFeedback);
    [
        route::get::<FeedbackPath, _, _>(who, show),
        route::post::<FeedbackPath, _, _>(who, save),
    ]
}

/// A message of the signal, whether owed still or not.
pub(crate) fn find(case: &Case, id: FeedbackId) -> Result<(&LinkedReport, &Feedback), PageError> {
    let all = case
        .signal()
        .linked()
        .flat_map(|link| link.feedback.iter().map(move |message| (link, message)));
    all.into_iter()
        .find(|(_, message)| message.id == id)
        .ok_or(PageError::NotFound)
}

/// The text of the configuration to start from, filled in: the one for exactly this result, else the one for any.
fn begin(case: &Case, language: Language, link: &LinkedReport, message: &Feedback) -> String {
    let lang = Lang(language);
    let words = case.words().speaking(lang);
    let report = case
        .view
        .reports
        .iter()
        .find(|report| report.value.id == link.report);
    let received = report.map_or(link.linked_at, |report| report.value.received_at);
    let decision = case.signal().last_decision();
    let outcome = decision.map_or_else(String::new, |decision| {
        words.outcome(&decision.step, decision.body.as_ref(), &decision.outcome)
    });
    let filling = Filling {
        reference: &link.report.reference(),
        received: &dates::day(lang, dutch_date(received)),
        outcome: &outcome,
    };
    let occasion = Occasion {
        reporter: link.reporter_kind,
        moment: message.moment,
        result: decision.map(|decision| decision.kind),
        set_aside: false,
        code: report.is_some_and(|report| report.value.has_code()),
    };
    words.configuration.feedback_text(occasion, language, filling)
}

fn form(
    case: &Case,
    (id, prospect): (FeedbackId, &Prospect),
    given: &Given,
    problems: &Problems,
) -> Result<ActForm, PageError> {
    let (words, lang) = (case.words(), case.user.lang);
    let (link, message) = find(case, id)?;
    let dutch = begin(case, Language::Nl, link, message);
    let way = |way: FeedbackWay| Choice::new(way.as_str(), lang.kind("signal-way", way.as_str()));
    let mut reports = case.view.reports.iter();
    let report = reports.find(|report| report.value.id == link.report);
    let report = &report.ok_or(PageError::NotFound)?.value;
    let ways = FeedbackWay::open_to(report, prospect.sends).map(way).collect();
    let mut fields = vec![
        Field::new("text", lang.t("act-feedback-text"), Way::Lines(14))
            .hint(lang.t("act-feedback-text-hint"))
            .filled(given, &dutch, problems, lang),
        Field::new("way", lang.t("act-feedback-way"), Way::One(ways)).filled(given, "", problems, lang),
    ];
    if !prospect.safe_contact.is_empty() {
        let followed = Choice::new("ja", lang.t("report-safe-followed"));
        let field = Field::new("safe", lang.t("report-safe-contact"), Way::Any(vec![followed]));
        fields.insert(0, field.filled(given, "", problems, lang));
    }
    let who = reporter_name(&words, link);
    let intro = match moment_name(message.moment) {
        "receipt" => "act-feedback-intro-receipt",
        _ => "act-feedback-intro-outcome",
    };
    let mut form = ActForm::of(
        lang.t("act-feedback-title"),
        fields,
        lang.t("act-feedback-submit"),
    )
    .intro(lang.arg("who", who).t(intro));
    if sends_mail(case) || !prospect.safe_contact.is_empty() {
        form = form.intro(safe_contact(lang, prospect));
        form = form.intro(lang.t(if prospect.sends {
            "report-settle-sends"
        } else {
            "report-settle-sends-not"
        }));
    } else {
        form = form
            .intro(lang.t("act-feedback-safe"))
            .intro(lang.t(if link.reads_online {
                "act-feedback-online"
            } else {
                "act-feedback-by-hand"
            }));
    }
    let english = begin(case, Language::En, link, message);
    if !english.is_empty() {
        form.parts.push(Part {
            summary: lang.t("act-feedback-english"),
            note: english,
            ..Part::default()
        });
    }
    Ok(form)
}

fn sends_mail(case: &Case) -> bool {
    let municipality = &case.user.actor().municipality;
    case.app.services.configurations.mail_from(municipality).is_some()
}

/// How to reach the reporter without danger comes before the text.
fn safe_contact(lang: Lang, prospect: &Prospect) -> String {
    let how = if prospect.safe_contact.is_empty() {
        lang.t("report-safe-contact-none")
    } else {
        prospect.safe_contact.clone()
    };
    format!("{}: {how}", lang.t("report-safe-contact"))
}

async fn ahead(case: &Case, id: FeedbackId) -> Result<(ReportId, Prospect), PageError> {
    let report = find(case, id)?.0.report;
    let ahead = prospect(&case.app.services, case.user.actor(), report).await?;
    Ok((report, ahead))
}

async fn show(path: FeedbackPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let (_, ahead) = ahead(&case, path.feedback).await?;
    let form = form(
        &case,
        (path.feedback, &ahead),
        &Given::default(),
        &Problems::none(),
    )?;
    case.ask(&ActKind::GiveFeedback(path.feedback), &form)
}

async fn save(path: FeedbackPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let (report, ahead) = ahead(&case, path.feedback).await?;
    let way = FeedbackWay::ALL
        .into_iter()
        .find(|way| way.as_str() == given.get("way"));
    let mut problems = Problems::none();
    problems.check(!given.get("text").is_empty(), "text", "act-missing");
    problems.check(way.is_some(), "way", "act-missing-choice");
    let followed = !given.get("safe").is_empty();
    let needless = ahead.safe_contact.is_empty() || way == Some(FeedbackWay::Online);
    problems.check(followed || needless, "safe", "report-error-safe");
    let (Some(way), true) = (way, problems.is_empty()) else {
        return case.again(
            &form(&case, (path.feedback, &ahead), &given, &problems)?,
            &problems,
        );
    };
    let about = Text::ToReporter(report);
    if let Some(exposed) = Exposed::find(&case.user, &about, given.get("text"), given.word()).await? {
        let form = form(&case, (path.feedback, &ahead), &given, &problems)?;
        return case.again(&form.exposed(exposed), &problems);
    }
    let act = Act::GiveFeedback {
        feedback: path.feedback,
        text: given.get("text").to_owned(),
        way,
        followed,
    };
    let refill =
        |problems: &Problems| form(&case, (path.feedback, &ahead), &given, problems).unwrap_or_default();
    case.perform(&given, act, refill, "done-signal-feedback").await
}
