// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What each partner at the table gets of a signal: chosen by a person within what the sharing matrix allows, released for this
//! sitting only; with what each partner said to it.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::body::Seat,
    id::{MeetingId, PackId, PartyId, SignalId},
    policy::Right,
    sharing::{Answer as Allowed, Need, mark::ItemRef},
    signal::{Signal, act::Refusal},
    usecase::{
        Failure, meeting,
        report::Text,
        signal::{Once, permitted},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    error::PageError,
    exposed::Exposed,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        meeting::{
            agenda::Sitting,
            brought::{BroughtPath, Told, reply_fields, said, told},
            decide::DecidePath,
        },
        sharing::{conditions, label},
        signal::field::{Choice, Field, Given, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/{signal}/partners")]
pub(crate) struct PartnersPath {
    pub(crate) id: MeetingId,
    pub(crate) signal: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::RunMeeting);
    [
        route::get::<PartnersPath, _, _>(who, show),
        route::post::<PartnersPath, _, _>(who, save),
    ]
}

/// A partner at the table.
struct Partner {
    id: PartyId,
    name: String,
    /// What was released for this sitting.
    released: Option<Released>,
    /// What can be released, and what must be filled in.
    fields: Vec<Field>,
    /// What stays here, with the answer of the matrix.
    stays: Vec<(String, String)>,
    exposed: Option<Exposed>,
}

struct Released {
    pack: PackId,
    line: String,
    told: Vec<Told>,
    reply: Option<String>,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "pages/meeting/partners.html")]
struct PartnersPage {
    shell: Shell,
    action: PartnersPath,
    answer: BroughtPath,
    back: DecidePath,
    partners: Vec<Partner>,
    mark: Uuid,
    wrong: Vec<(String, String)>,
}

/// What came back with a form: of which partner, what was sent, what is wrong with it.
struct Back<'g> {
    to: PartyId,
    given: &'g Given,
    problems: Problems,
    exposed: Option<Exposed>,
}

struct Held {
    sitting: Sitting,
    id: SignalId,
}

impl Held {
    async fn open(app: App, user: User, path: &PartnersPath) -> Result<Self, PageError> {
        let sitting = Sitting::open(app, user, path.id, Some(path.signal)).await?;
        let signal = sitting.signal(path.signal).ok_or(PageError::NotFound)?;
        let kind = meldroute_core::signal::act::ActKind::Release;
        let configuration = sitting.user.configuration();
        if permitted(sitting.user.actor(), &signal.value, configuration, &kind).is_err() {
            return Err(PageError::NotFound);
        }
        Ok(Self {
            sitting,
            id: path.signal,
        })
    }

    fn signal(&self) -> Result<&Signal, PageError> {
        let signal = self.sitting.signal(self.id);
        signal.map(|signal| &signal.value).ok_or(PageError::NotFound)
    }

    fn partners(&self) -> Vec<PartyId> {
        let configuration = self.sitting.user.configuration();
        let body = configuration.body(&self.sitting.meeting().body);
        let partner = |seat: &Seat| seat.partner.as_ref().map(|id| PartyId::from(id.as_str()));
        let all: BTreeSet<PartyId> = body
            .iter()
            .flat_map(|body| &body.seats)
            .filter_map(partner)
            .collect();
        all.into_iter().collect()
    }

    fn page(&self, status: StatusCode, mut back: Option<Back<'_>>) -> Answer {
        let lang = self.sitting.user.lang;
        let signal = self.signal()?;
        let number = self
            .sitting
            .signal(self.id)
            .map_or("", |signal| signal.number.as_str());
        let mut partners = Vec::new();
        for id in self.partners() {
            let of = back.take_if(|back| back.to == id);
            partners.push(self.partner(signal, id, of.as_ref()));
        }
        let wrong = wrong(partners.iter().flat_map(|partner| &partner.fields));
        let (id, signal) = (self.sitting.meeting().id, self.id);
        page::answer(
            status,
            &PartnersPage {
                shell: self
                    .sitting
                    .user
                    .shell(lang.arg("number", number).t("partners-title"))
                    .wrong(!wrong.is_empty()),
                action: PartnersPath { id, signal },
                answer: BroughtPath { id, signal },
                back: DecidePath { id, signal },
                partners,
                mark: self.sitting.app.services.minter.mint(),
                wrong,
            },
        )
    }

    fn partner(&self, signal: &Signal, id: PartyId, back: Option<&Back<'_>>) -> Partner {
        let (lang, configuration) = (self.sitting.user.lang, self.sitting.user.configuration());
        let (nothing, none) = (Given::default(), Problems::none());
        let (given, problems, exposed) = match back {
            Some(back) => (back.given, &back.problems, back.exposed.clone()),
            None => (&nothing, &none, None),
        };
        let (mut items, mut stays, mut needs) = (Vec::new(), Vec::new(), BTreeSet::new());
        for item in signal.items() {
            let judged = signal.judge(configuration, &item, &id, self.sitting.user.today);
            let name = label(lang, &item);
            if judged.verdict.answer == Allowed::Deny {
                stays.push((name, lang.kind("matrix-answer", judged.verdict.answer.as_str())));
            } else {
                needs.extend(judged.verdict.needs);
                items.push(Choice {
                    chosen: true,
                    ..Choice::new(item.at, name)
                        .hint(lang.kind("matrix-answer", judged.verdict.answer.as_str()))
                });
            }
        }
        let mut fields = Vec::new();
        if !items.is_empty() {
            fields.push(Field::new(
                format!("{id}-items"),
                lang.t("partners-items"),
                Way::Any(items),
            ));
            fields.extend(needs.iter().map(|need| {
                let name = format!("{id}-{}", need.as_str());
                Field::new(name, lang.kind("sharing-fill", need.as_str()), Way::Line)
                    .hint(lang.kind("sharing-fill-hint", need.as_str()))
            }));
        }
        let fields = fields
            .into_iter()
            .map(|field| field.filled(given, "", problems, lang));
        Partner {
            name: self.sitting.words().party(&id),
            released: self.released(signal, &id),
            fields: fields.collect(),
            stays,
            exposed,
            id,
        }
    }

    fn released(&self, signal: &Signal, to: &PartyId) -> Option<Released> {
        let (lang, words) = (self.sitting.user.lang, self.sitting.words());
        let mut brought = signal.brought(self.sitting.meeting().id).into_iter();
        let pack = brought.find(|pack| pack.to == *to)?;
        Some(Released {
            pack: pack.id,
            line: lang
                .arg("count", pack.items.len())
                .arg("date", words.short_of(pack.at))
                .arg("who", words.person(pack.by))
                .t("sharing-pack-line"),
            told: told(lang, &pack.items),
            reply: signal.reply_to(pack.id).map(|reply| said(lang, reply)),
            fields: reply_fields(lang, to.as_str(), &Given::default(), &Problems::none()),
        })
    }
}

async fn show(path: PartnersPath, user: User, State(app): State<App>) -> Answer {
    Held::open(app, user, &path).await?.page(StatusCode::OK, None)
}

async fn save(path: PartnersPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let held = Held::open(app, user, &path).await?;
    let to = PartyId::from(given.get("to"));
    let field = format!("{to}-items");
    let items: BTreeSet<ItemRef> = given.all(&field).filter_map(|item| item.parse().ok()).collect();
    let mut problems = given.too_long();
    problems.check(!items.is_empty(), &field, "act-missing-choice");
    let back = |problems, exposed| {
        let back = Back {
            to: to.clone(),
            given: &given,
            problems,
            exposed,
        };
        held.page(StatusCode::BAD_REQUEST, Some(back))
    };
    if !problems.is_empty() {
        return back(problems, None);
    }
    let known = held.signal()?.items();
    let texts = known.iter().filter(|item| items.contains(&item.at));
    let texts: Vec<&str> = texts.map(|item| item.text.as_str()).collect();
    let (about, user) = (Text::OnSignal(path.signal), &held.sitting.user);
    let exposed = Exposed::find(user, &about, &texts.join("\n"), given.word()).await?;
    if exposed.is_some() {
        return back(problems, exposed);
    }
    let once = Once {
        visits: None,
        form: given.get("form").parse().ok(),
    };
    let brought = (to.clone(), items, conditions(&given, &format!("{to}-")));
    let services = &held.sitting.app.services;
    match meeting::bring(services, user.actor(), (path.id, path.signal), once, brought).await {
        Ok(()) => Done::to(path).say("done-brought").into(),
        Err(Failure::DoneAlready) => Done::to(path).say("done-signal-again").into(),
        Err(Failure::Refused(Refusal::NeedsFirst(_, need))) => {
            problems.add(&format!("{to}-{}", Need::as_str(need)), "act-missing");
            back(problems, None)
        }
        Err(failure) => Err(failure.into()),
    }
}
