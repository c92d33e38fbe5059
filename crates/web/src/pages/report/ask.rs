// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking the reporter, or a partner, one question: here, or by a link that works once.

use std::collections::BTreeSet;

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MessageId, PartnerId, ReportId},
    outgoing::is_address,
    policy::Right,
    ports::Stored,
    report::{Openness, Report, Way},
    usecase::{
        Failure,
        outgoing::{Prospect, prospect},
        report::{self, Ask, AskByLink, LinkTo, Text},
    },
};
use serde::Deserialize;

use super::{about::About, inbox::ReportPath};
use crate::{
    error::PageError,
    exposed::{Exposed, Word},
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/vraag")]
pub(crate) struct AskPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::GiveFeedback);
    [
        route::get::<AskPath, _, _>(who, show),
        route::post::<AskPath, _, _>(who, save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskForm {
    /// The identifier of the question: a form that is sent twice asks once.
    id: String,
    text: String,
    way: String,
    partner: String,
    mail: String,
    safe: String,
    gezien: String,
    mag: String,
}

#[derive(Template)]
#[template(path = "pages/report/ask.html")]
struct AskPage<'a> {
    shell: Shell,
    problems: Problems,
    exposed: Option<Exposed>,
    form: &'a AskForm,
    about: About,
    prospect: Prospect,
    /// Ways, each with its text.
    ways: Vec<(&'static str, String)>,
    /// Partners, with who has an account.
    partners: Vec<(String, String)>,
    /// Whether this municipality sends mail.
    mails: bool,
    days: u16,
}

/// The link, for who takes it along.
#[derive(Template)]
#[template(path = "pages/report/ask_link.html")]
struct LinkPage {
    shell: Shell,
    about: About,
    link: String,
    days: u16,
}

async fn show(path: AskPath, user: User) -> Answer {
    let form = AskForm {
        id: user.app.services.minter.mint().to_string(),
        ..AskForm::default()
    };
    let shown = read(&user, path.report).await?;
    page(&template(&user, &form, shown, None, Problems::none()))
}

async fn save(path: AskPath, user: User, Form(form): Form<AskForm>) -> Answer {
    let shown = read(&user, path.report).await?;
    let (partner, problems) = check(&user, &form, &shown);
    let about = if partner.is_some() {
        Text::ToPartner(path.report)
    } else {
        Text::ToReporter(path.report)
    };
    let word = Word {
        seen: &form.gezien,
        given: !form.mag.is_empty(),
    };
    let exposed = Exposed::find(&user, &about, &form.text, word).await?;
    if exposed.is_some() || !problems.is_empty() {
        return again(&template(&user, &form, shown, exposed, problems));
    }
    match put(&user, path.report, &form, partner).await {
        Ok(None) => Done::to(ReportPath { report: path.report })
            .say("done-report-asked")
            .into(),
        Ok(Some(link)) => page(&LinkPage {
            shell: user.shell(user.lang.t("ask-link-title")),
            about: About::new(&user, &shown.stored),
            link,
            days: user.app.settings.question_days(),
        }),
        Err(PageError::Failure(Failure::DoneAlready)) => Done::to(ReportPath { report: path.report })
            .say("done-report-once")
            .into(),
        Err(PageError::Failure(Failure::Invalid(fields))) => {
            let mut problems = Problems::none();
            let long = fields.contains(&"text-long");
            problems.add(
                "text",
                if long {
                    "question-too-long"
                } else {
                    "ask-not-possible"
                },
            );
            again(&template(&user, &form, shown, None, problems))
        }
        Err(error) => Err(error),
    }
}

/// The partner that is asked, and what is not in order.
fn check(
    user: &User,
    form: &AskForm,
    Shown {
        stored,
        prospect,
        with_account,
    }: &Shown,
) -> (Option<PartnerId>, Problems) {
    let partner = PartnerId(form.partner.clone());
    let known = user.configuration().partner(&partner).is_some();
    let asks_partner = form.way.starts_with("partner");
    let partner = (asks_partner && known).then_some(partner);
    let possible = ways(user, &stored.value, prospect, with_account);
    let possible = possible.iter().any(|(way, _)| *way == form.way);
    let mut problems = Problems::none();
    problems.check(!form.text.trim().is_empty(), "text", "ask-missing-text");
    problems.check(possible, "way", "ask-missing-way");
    if asks_partner {
        problems.check(partner.is_some(), "partner", "ask-missing-partner");
    }
    if form.way == "partner-online"
        && let Some(partner) = &partner
    {
        problems.check(
            with_account.contains(partner),
            "partner",
            "ask-partner-no-account",
        );
    }
    let careless = !prospect.safe_contact.is_empty() && form.safe.is_empty();
    if matches!(form.way.as_str(), "mail" | "link") {
        problems.check(!careless, "safe", "report-error-safe");
    }
    if form.way == "partner-mail" {
        problems.check(is_address(form.mail.trim()), "mail", "ask-missing-mail");
    }
    (partner, problems)
}

async fn put(
    user: &User,
    report: ReportId,
    form: &AskForm,
    partner: Option<PartnerId>,
) -> Result<Option<String>, PageError> {
    let (services, actor) = (&user.app.services, user.actor());
    let id: MessageId = form.id.parse().or(Err(PageError::Malformed))?;
    let text = form.text.trim().to_owned();
    if matches!(form.way.as_str(), "online" | "partner-online") {
        let ask = Ask {
            id,
            text,
            way: Way::Online,
            partner,
        };
        report::ask(services, actor, report, ask).await?;
        return Ok(None);
    }
    let ask = AskByLink {
        id,
        text,
        partner,
        to: match form.way.as_str() {
            "mail" => LinkTo::Reporter,
            "partner-mail" => LinkTo::Address(form.mail.trim().to_owned()),
            _ => LinkTo::ByHand,
        },
        followed: !form.safe.is_empty(),
        days: user.app.settings.question_days(),
        page: format!("{}/vraag/{}/", user.base, actor.municipality),
    };
    Ok(report::ask_by_link(services, actor, report, ask).await?)
}

/// What must be known before anything is asked.
struct Shown {
    stored: Stored<Report>,
    prospect: Prospect,
    /// The partners that can be asked here.
    with_account: BTreeSet<PartnerId>,
}

async fn read(user: &User, id: ReportId) -> Result<Shown, PageError> {
    let (services, actor) = (&user.app.services, user.actor());
    Ok(Shown {
        stored: report::read(services, actor, id).await?,
        prospect: prospect(services, actor, id).await?,
        with_account: report::partners_with_account(services, actor).await?,
    })
}

/// The ways that are open, each with its text.
fn ways(
    user: &User,
    report: &Report,
    prospect: &Prospect,
    with_account: &BTreeSet<PartnerId>,
) -> Vec<(&'static str, String)> {
    let mails = sends(user);
    let reporter = report.contact_known && report.openness != Openness::Anonymous;
    let all = [
        (report.reads_online, "online"),
        (reporter && prospect.sends, "mail"),
        (reporter, "link"),
        (!with_account.is_empty(), "partner-online"),
        (mails, "partner-mail"),
        (true, "partner-link"),
    ];
    let open = all.into_iter().filter(|(open, _)| *open);
    open.map(|(_, way)| (way, user.lang.kind("ask-way", way)))
        .collect()
}

fn sends(user: &User) -> bool {
    let municipality = &user.actor().municipality;
    user.app.services.configurations.mail_from(municipality).is_some()
}

fn template<'a>(
    user: &User,
    form: &'a AskForm,
    Shown {
        stored,
        prospect,
        with_account,
    }: Shown,
    exposed: Option<Exposed>,
    problems: Problems,
) -> AskPage<'a> {
    let mut partners = vec![(String::new(), user.lang.t("ask-partner-none"))];
    let all = user.configuration().partners.iter();
    partners.extend(all.map(|partner| {
        let named = user.lang.arg("name", &partner.name);
        let name = if with_account.contains(&partner.id) {
            named.t("ask-partner-with-account")
        } else {
            partner.name.clone()
        };
        (partner.id.0.clone(), name)
    }));
    AskPage {
        shell: user
            .shell(user.lang.t("ask-title"))
            .wrong(!problems.is_empty() || exposed.is_some()),
        problems,
        exposed,
        form,
        about: About::new(user, &stored),
        ways: ways(user, &stored.value, &prospect, &with_account),
        prospect,
        partners,
        mails: sends(user),
        days: user.app.settings.question_days(),
    }
}
