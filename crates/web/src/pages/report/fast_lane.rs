// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The fast lanes from the first screen: acute danger, and care. One screen makes the signal and hands it over.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ReportId, SignalId},
    policy::Right,
    ports::Stored,
    report::Report,
    signal::share::care_needs_consent,
    usecase::{
        report,
        signal::{FastLane, Register, register},
    },
};
use serde::Deserialize;

use super::{
    about::About,
    make_signal::{made, title_of},
    senders::{Sender, said, senders},
};
use crate::{
    error::PageError,
    exposed::{Exposed, Word},
    form::{Form, Problems},
    page::{Answer, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/acuut")]
pub(crate) struct AcutePath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/zorg")]
pub(crate) struct CarePath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 4] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<AcutePath, _, _>(who, async |path: AcutePath, user: User| {
            show(user, path.report, Lane::Acute).await
        }),
        route::post::<AcutePath, _, _>(who, async |path: AcutePath, user: User, Form(form)| {
            take(user, path.report, Lane::Acute, form).await
        }),
        route::get::<CarePath, _, _>(who, async |path: CarePath, user: User| {
            show(user, path.report, Lane::Care).await
        }),
        route::post::<CarePath, _, _>(who, async |path: CarePath, user: User, Form(form)| {
            take(user, path.report, Lane::Care, form).await
        }),
    ]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lane {
    Acute,
    Care,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LaneForm {
    /// The identifier that the signal gets: a form that is sent twice makes one signal.
    signal: String,
    title: String,
    reason: String,
    /// Who agreed that care is asked, and when.
    consent: String,
    /// Whether it was asked if the report is from the partner whose address it bears, and whether that is so.
    asked: Vec<String>,
    from_partner: Vec<String>,
    gezien: String,
    mag: String,
}

/// The words that differ between the lanes, as keys of texts.
struct Words {
    lead: &'static str,
    reason: &'static str,
    hint: &'static str,
    submit: &'static str,
}

#[derive(Template)]
#[template(path = "pages/report/fast_lane.html")]
struct LanePage<'a> {
    shell: Shell,
    problems: Problems,
    exposed: Option<Exposed>,
    form: &'a LaneForm,
    about: About,
    senders: Vec<Sender>,
    words: Words,
    acute: bool,
    /// Whether somebody must have agreed.
    asks_consent: bool,
    /// Who gets it.
    partner: String,
}

async fn show(user: User, id: ReportId, lane: Lane) -> Answer {
    let stored = report::read(&user.app.services, user.actor(), id).await?;
    let form = LaneForm {
        signal: user.app.services.minter.mint().to_string(),
        title: title_of(&user, &stored.value).to_owned(),
        ..LaneForm::default()
    };
    page(&template(&user, &form, &stored, lane, (Problems::none(), None)))
}

async fn take(user: User, report: ReportId, lane: Lane, form: LaneForm) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let id: SignalId = form.signal.parse().or(Err(PageError::Malformed))?;
    let (missing, done) = match lane {
        Lane::Acute => ("report-error-acute-reason", "done-report-acute"),
        Lane::Care => ("report-error-care-reason", "done-report-care"),
    };
    let mut problems = Problems::none();
    problems.check(!form.title.trim().is_empty(), "title", "report-error-title");
    problems.check(!form.reason.trim().is_empty(), "reason", missing);
    problems.fits("reason", &form.reason);
    problems.fits("consent", &form.consent);
    let asks = lane == Lane::Care && care_needs_consent(user.configuration());
    let agreed = !asks || !form.consent.trim().is_empty();
    problems.check(agreed, "consent", "report-error-care-consent");
    let word = Word {
        seen: &form.gezien,
        given: !form.mag.is_empty(),
    };
    let texts = (form.title.as_str(), form.reason.as_str());
    let exposed = Exposed::find_in_signal(&user, &[report], texts, word).await?;
    if !problems.is_empty() || exposed.is_some() {
        let stored = report::read(services, actor, report).await?;
        return again(&template(&user, &form, &stored, lane, (problems, exposed)));
    }
    let reason = form.reason.trim().to_owned();
    let command = Register {
        id,
        reports: vec![report],
        from_partner: said(&form.asked, &form.from_partner)?,
        title: form.title.trim().to_owned(),
        observation: None,
        fast_lane: Some(match lane {
            Lane::Acute => FastLane::Acute(reason),
            Lane::Care => FastLane::Care {
                what: reason,
                consent: form.consent.trim().to_owned(),
            },
        }),
    };
    let (id, number) = register(services, actor, command).await?;
    made(id, number, done)
}

fn template<'a>(
    user: &User,
    form: &'a LaneForm,
    stored: &Stored<Report>,
    lane: Lane,
    (problems, exposed): (Problems, Option<Exposed>),
) -> LanePage<'a> {
    let configuration = user.configuration();
    let (title, words, partner) = match lane {
        Lane::Acute => (
            user.lang.t("report-acute-title"),
            Words {
                lead: "report-acute-lead",
                reason: "report-acute-reason",
                hint: "report-acute-reason-hint",
                submit: "report-acute-submit",
            },
            &configuration.route.acute.partner,
        ),
        Lane::Care => (
            user.lang.t("report-care-title"),
            Words {
                lead: "report-care-lead",
                reason: "report-care-reason",
                hint: "report-care-reason-hint",
                submit: "report-care-submit",
            },
            &configuration.route.care_partner,
        ),
    };
    LanePage {
        shell: user.shell(title).wrong(!problems.is_empty() || exposed.is_some()),
        problems,
        exposed,
        form,
        about: About::new(user, stored),
        senders: senders(
            user,
            std::slice::from_ref(stored),
            (&form.asked, &form.from_partner),
        ),
        words,
        acute: lane == Lane::Acute,
        asks_consent: lane == Lane::Care && care_needs_consent(configuration),
        partner: configuration
            .partner(partner)
            .map(|partner| partner.name.clone())
            .unwrap_or_default(),
    }
}
