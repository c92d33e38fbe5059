// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was brought to a partner at a sitting, as the partner reads it at the table, and its answer.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, PackId, PartyId, SignalId},
    policy::Right,
    sharing::{mark::Regime, pack::PackItem},
    signal::brought::{NewReply, Reply, Said},
    usecase::{
        Failure,
        meeting::{self, Brought},
        signal::Once,
        would_permit_here,
    },
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{self, Answer, Done},
    pages::{
        meeting::{agenda::MeetingPath, partners::PartnersPath},
        signal::field::{Choice, Field, Given, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/{signal}/inbreng")]
pub(crate) struct BroughtPath {
    pub(crate) id: MeetingId,
    pub(crate) signal: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<BroughtPath, _, _>(Who::Right(Right::ReadBrought), show),
        route::post::<BroughtPath, _, _>(Who::AnyOf(&[Right::AnswerBrought, Right::WorkSignal]), save),
    ]
}

/// One item of a pack in words.
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) text: String,
    /// What its reader must keep to.
    pub(crate) marks: String,
}

/// The items of a pack in words.
pub(crate) fn told(lang: Lang, items: &[PackItem]) -> Vec<Told> {
    let one = |item: &PackItem| Told {
        name: lang.kind("sharing-item", item.item.kind()),
        text: item.text.clone(),
        marks: format!(
            "{} · {}",
            lang.kind("sharing-regime", item.regime.as_str()),
            lang.kind("sharing-onward", item.onward.as_str())
        ),
    };
    items.iter().map(one).collect()
}

/// What a partner said, as a sentence.
pub(crate) fn said(lang: Lang, reply: &Reply) -> String {
    let mut line = lang.kind("brought-said", reply.said.as_str());
    for more in [&reply.words, &reply.conditions] {
        if !more.trim().is_empty() {
            line = format!("{line} {more}");
        }
    }
    line
}

/// The fields of an answer, with names that begin with the partner's.
pub(crate) fn reply_fields(lang: Lang, of: &str, given: &Given, problems: &Problems) -> Vec<Field> {
    let choices = Said::ALL
        .iter()
        .map(|said| Choice::new(said.as_str(), lang.kind("brought-say", said.as_str())));
    let laws = Regime::ALL
        .iter()
        .map(|law| Choice::new(law.as_str(), lang.kind("sharing-regime", law.as_str())));
    [
        (
            Field::new(
                format!("{of}-said"),
                lang.t("brought-said"),
                Way::One(choices.collect()),
            ),
            "",
        ),
        (
            Field::new(format!("{of}-words"), lang.t("brought-words"), Way::Lines(3))
                .hint(lang.t("brought-words-hint"))
                .optional(lang),
            "",
        ),
        (
            Field::new(
                format!("{of}-conditions"),
                lang.t("brought-conditions"),
                Way::Line,
            )
            .hint(lang.t("brought-conditions-hint"))
            .optional(lang),
            "",
        ),
        (
            Field::new(
                format!("{of}-regime"),
                lang.t("brought-regime"),
                Way::List(laws.collect()),
            ),
            Regime::Avg.as_str(),
        ),
    ]
    .map(|(field, begin)| field.filled(given, begin, problems, lang))
    .into()
}

/// An answer as it was filled in; with what is missing in it.
fn read(given: &Given) -> Result<NewReply, Problems> {
    let of = given.get("from");
    let get = |name: &str| given.get(&format!("{of}-{name}")).to_owned();
    let choice = get("said");
    let said = Said::ALL.iter().find(|said| said.as_str() == choice).copied();
    let law = get("regime");
    let regime = Regime::ALL.iter().find(|regime| regime.as_str() == law).copied();
    let pack = given.get("pack").parse::<PackId>().ok();
    let words = get("words");
    let mut problems = given.too_long();
    problems.check(said.is_some(), &format!("{of}-said"), "act-missing-choice");
    let needs = matches!(said, Some(Said::Adds | Said::Refuses));
    problems.check(!needs || !words.is_empty(), &format!("{of}-words"), "act-missing");
    match (said, pack) {
        (Some(said), Some(pack)) if problems.is_empty() => Ok(NewReply {
            pack,
            said,
            words,
            conditions: get("conditions"),
            regime: regime.unwrap_or_default(),
        }),
        _ => Err(problems),
    }
}

#[derive(Template)]
#[template(path = "pages/meeting/brought.html")]
struct BroughtPage {
    shell: Shell,
    action: BroughtPath,
    back: MeetingPath,
    until: String,
    told: Vec<Told>,
    reply: Option<String>,
    pack: PackId,
    from: PartyId,
    fields: Vec<Field>,
    mark: Uuid,
    wrong: Vec<(String, String)>,
}

async fn show(path: BroughtPath, user: User, State(app): State<App>) -> Answer {
    let brought = meeting::read_brought(&app.services, user.actor(), path.id, path.signal).await?;
    render(
        &path,
        (&user, &app),
        &brought,
        (&Given::default(), &Problems::none()),
    )
}

fn render(
    path: &BroughtPath,
    (user, app): (&User, &App),
    brought: &Brought,
    (given, problems): (&Given, &Problems),
) -> Answer {
    let lang = user.lang;
    let pack = &brought.pack;
    let fields = reply_fields(lang, pack.to.as_str(), given, problems);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::BAD_REQUEST
    };
    let page = BroughtPage {
        shell: user
            .shell(lang.arg("number", &brought.number).t("brought-title"))
            .wrong(!problems.is_empty()),
        action: BroughtPath {
            id: path.id,
            signal: path.signal,
        },
        back: MeetingPath { id: path.id },
        until: dates::day(lang, pack.expires_on),
        told: told(lang, &pack.items),
        reply: brought.reply.as_ref().map(|reply| said(lang, reply)),
        pack: pack.id,
        from: pack.to.clone(),
        wrong: wrong(&fields),
        fields,
        mark: app.services.minter.mint(),
    };
    page::answer(status, &page)
}

async fn save(path: BroughtPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let works = would_permit_here(user.actor(), Right::WorkSignal);
    let back = || {
        if works {
            Done::to(PartnersPath {
                id: path.id,
                signal: path.signal,
            })
        } else {
            Done::to(MeetingPath { id: path.id })
        }
    };
    let reply = match read(&given) {
        Ok(reply) => reply,
        Err(_) if works => return back().say("done-brought-incomplete").into(),
        Err(problems) => {
            let brought = meeting::read_brought(&app.services, user.actor(), path.id, path.signal).await?;
            return render(&path, (&user, &app), &brought, (&given, &problems));
        }
    };
    let once = Once {
        visits: None,
        form: given.get("form").parse().ok(),
    };
    match meeting::reply(&app.services, user.actor(), (path.id, path.signal), once, reply).await {
        Ok(()) => back().say("done-brought-replied").into(),
        Err(Failure::DoneAlready) => back().say("done-signal-again").into(),
        Err(failure) => Err(PageError::from(failure)),
    }
}
