// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A sitting, one signal a screen: what we know, the decision with its reason, and on to the next.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use chrono::SecondsFormat;
use meldroute_core::{
    id::{MeetingId, SignalId},
    meeting::{ItemState, MeetingRefusal, MeetingState},
    policy::Right,
    ports::Stored,
    signal::{
        Signal,
        act::{ActKind, Refusal},
    },
    usecase::{
        Failure,
        meeting::{self, Ruling},
        report::Text,
        signal::permitted,
    },
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    draft::DraftKeys,
    error::PageError,
    exposed::Exposed,
    form::{Form, Problems},
    page::{self, Answer},
    pages::{
        meeting::{
            agenda::{MeetingPath, Sitting},
            brought::said,
            card::{self, Card},
            hold_over::HoldOverPath,
            partners::PartnersPath,
            stand::StandPath,
        },
        signal::{
            decision::{Deciding, next_sitting},
            field::{Choice, Field, Given, Part, Way, wrong},
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
#[typed_path("/overleggen/{id}/{signal}")]
pub(crate) struct DecidePath {
    pub(crate) id: MeetingId,
    pub(crate) signal: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<DecidePath, _, _>(Who::Right(Right::ReadMeeting), show),
        route::post::<DecidePath, _, _>(Who::Right(Right::Decide), save),
    ]
}

#[derive(Template)]
#[template(path = "pages/meeting/decide.html")]
struct DecidePage<'a> {
    shell: Shell,
    body: String,
    at: usize,
    total: usize,
    done: usize,
    since: Option<String>,
    /// When the body turned to what it discusses now.
    turned: Option<String>,
    /// What partners at the table get, for who leads it.
    partners: Option<PartnersPath>,
    /// What they said: partner and words.
    replies: Vec<(String, String)>,
    /// Where the script asks how the meeting stands, for who sits there.
    stand: Option<String>,
    revision: i64,
    keys: DraftKeys,
    skip: Option<String>,
    stop: MeetingPath,
    whole: SignalPath,
    card: Card,
    /// What must be known before deciding: decided already, not open, elsewhere.
    notice: Option<String>,
    form: Option<DecideForm>,
    exposed: Option<Exposed>,
    problems: &'a Problems,
    wrong: Vec<(String, String)>,
}

struct DecideForm {
    action: String,
    hold: String,
    outcomes: Vec<Choice>,
    parts: Vec<Part>,
    reason: String,
    visits: usize,
    mark: Uuid,
    /// "1 tot 5".
    keys: String,
    last: bool,
}

impl DecideForm {
    /// The outcomes with their keys; there are nine.
    fn keyed(&self) -> impl Iterator<Item = (Option<usize>, &Choice)> {
        let key = |place: usize| (place < 9).then_some(place + 1);
        self.outcomes
            .iter()
            .enumerate()
            .map(move |(place, outcome)| (key(place), outcome))
    }
}

/// Everything that a page needs which did not change since it was asked for.
pub(crate) struct Screen<'a> {
    pub(crate) sitting: &'a Sitting,
    pub(crate) stored: &'a Stored<Signal>,
}

impl<'a> Screen<'a> {
    pub(crate) fn of(sitting: &'a Sitting, signal: SignalId) -> Result<Self, PageError> {
        let stored = sitting.signal(signal).ok_or(PageError::NotFound)?;
        sitting.meeting().item(signal).or(Err(PageError::NotFound))?;
        Ok(Self { sitting, stored })
    }

    pub(crate) fn deciding<'w>(&'w self, words: &'w Wording<'w>) -> Deciding<'w> {
        let configuration = self.sitting.user.configuration();
        let body = configuration.body(&self.sitting.meeting().body);
        Deciding {
            words,
            outcomes: body.map_or(&[], |body| &body.outcomes),
            colleagues: &self.sitting.colleagues,
            next: next_sitting(words, body, self.sitting.meeting().on),
        }
    }

    /// Whether this visitor may record the decision.
    fn may_decide(&self) -> bool {
        let kind = ActKind::Decide {
            outcome: "".into(),
            in_meeting: true,
        };
        let user = &self.sitting.user;
        permitted(user.actor(), &self.stored.value, user.configuration(), &kind).is_ok()
    }

    /// What must be known before deciding, and whether a decision is possible at all.
    fn notice(&self) -> (Option<String>, bool) {
        let (lang, meeting) = (self.sitting.user.lang, self.sitting.meeting());
        let words = self.sitting.words();
        let item = meeting.item(self.stored.value.id).ok();
        let came = item.and_then(|item| self.sitting.outcome(item));
        match (item.map(|item| &item.state), &meeting.state) {
            (Some(ItemState::Decided { by, .. }), _) => {
                let by = lang.arg("who", words.person(*by)).t("decide-was-decided-by");
                (Some(format!("{}. {by}", came.unwrap_or_default())), false)
            }
            (_, MeetingState::Planned) => (Some(lang.t("decide-not-open")), false),
            (_, MeetingState::Closed { .. } | MeetingState::Cancelled { .. }) => {
                (Some(lang.t("decide-over")), false)
            }
            _ if self.stored.value.stage.body() != Some(&meeting.body) => {
                (Some(lang.t("decide-elsewhere")), false)
            }
            _ if !self.may_decide() => (Some(lang.t("decide-read-only")), false),
            (Some(ItemState::HeldOver { .. }), _) => (came, true),
            (_, MeetingState::Open { .. }) => (None, true),
        }
    }

    pub(crate) async fn page(
        &self,
        status: StatusCode,
        given: &Given,
        (problems, exposed): (&Problems, Option<Exposed>),
        late: Option<String>,
    ) -> Answer {
        let sitting = self.sitting;
        let meeting = sitting.meeting();
        let id = self.stored.value.id;
        let place = meeting
            .agenda
            .iter()
            .position(|item| item.signal == id)
            .unwrap_or_default();
        let (notice, possible) = self.notice();
        let path = |signal| DecidePath {
            id: meeting.id,
            signal,
        };
        let next = meeting.next_open(Some(id)).filter(|next| *next != id);
        let since = match meeting.state {
            MeetingState::Open { since, .. } => Some(since.to_rfc3339_opts(SecondsFormat::Secs, true)),
            MeetingState::Planned | MeetingState::Closed { .. } | MeetingState::Cancelled { .. } => None,
        };
        let page = DecidePage {
            shell: self
                .shell(place + 1)
                .wrong(!problems.is_empty() || exposed.is_some()),
            exposed,
            body: sitting.body(),
            at: place + 1,
            total: meeting.agenda.len(),
            done: meeting
                .agenda
                .iter()
                .filter(|item| item.state != ItemState::Open)
                .count(),
            since,
            turned: meeting
                .turned_at()
                .filter(|_| meeting.is_open())
                .map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            partners: self.has_partners().then_some(PartnersPath {
                id: meeting.id,
                signal: id,
            }),
            replies: self.replies(),
            stand: sitting
                .sits()
                .then(|| format!("{}?signaal={id}", StandPath { id: meeting.id })),
            revision: sitting.view.meeting.revision.0,
            keys: DraftKeys::of(&sitting.user, "").await?,
            skip: next.map(|next| path(next).to_string()),
            stop: MeetingPath { id: meeting.id },
            whole: SignalPath { id },
            card: card::card(&sitting.words(), self.stored, &meeting.body, sitting.user.now),
            notice: late.or(notice),
            wrong: self.wrong(given, problems),
            form: possible.then(|| self.form(given, problems, next.is_none())),
            problems,
        };
        page::answer(status, &page)
    }

    fn shell(&self, at: usize) -> Shell {
        let user = &self.sitting.user;
        let place = user
            .lang
            .arg("at", at)
            .arg("total", self.sitting.meeting().agenda.len())
            .t("decide-progress");
        user.shell(format!("{}, {place}", self.stored.number))
    }

    /// Whether partners sit at the table, and the visitor brings signals to them.
    fn has_partners(&self) -> bool {
        let body = self
            .sitting
            .user
            .configuration()
            .body(&self.sitting.meeting().body);
        let seats = body.iter().flat_map(|body| &body.seats);
        self.sitting.runs() && seats.into_iter().any(|seat| seat.partner.is_some())
    }

    /// What partners said at this sitting, each the last time.
    fn replies(&self) -> Vec<(String, String)> {
        let (lang, words) = (self.sitting.user.lang, self.sitting.words());
        let signal = &self.stored.value;
        let packs = signal.brought(self.sitting.meeting().id).into_iter();
        packs
            .filter_map(|pack| signal.reply_to(pack.id))
            .map(|reply| (words.party(&reply.from), said(lang, reply)))
            .collect()
    }

    /// The same page, with what is not in order.
    pub(crate) async fn again(&self, given: &Given, wrong: (&Problems, Option<Exposed>)) -> Answer {
        self.page(StatusCode::BAD_REQUEST, given, wrong, None).await
    }

    /// What is not in order, question by question.
    fn wrong(&self, given: &Given, problems: &Problems) -> Vec<(String, String)> {
        let words = self.sitting.words();
        let lang = words.lang;
        let own = [
            ("outcome", "decide-decision"),
            ("reason", "decide-reason"),
            ("hold-reason", "decide-hold-over-reason"),
        ];
        let own =
            own.map(|(name, key)| Field::new(name, lang.t(key), Way::Line).filled(given, "", problems, lang));
        let parts = self.deciding(&words).parts(given, problems);
        wrong(own.iter().chain(parts.iter().flat_map(|part| &part.fields)))
    }

    fn form(&self, given: &Given, problems: &Problems, last: bool) -> DecideForm {
        let words = self.sitting.words();
        let deciding = self.deciding(&words);
        let (id, signal) = (self.sitting.meeting().id, self.stored.value.id);
        let outcomes = deciding.choices(given);
        DecideForm {
            action: DecidePath { id, signal }.to_string(),
            hold: HoldOverPath { id, signal }.to_string(),
            keys: format!("1–{}", outcomes.len().min(9)),
            outcomes,
            parts: deciding.parts(given, problems),
            reason: given.get("reason").to_owned(),
            visits: self.stored.value.visits.len(),
            mark: self.sitting.app.services.minter.mint(),
            last,
        }
    }
}

async fn show(path: DecidePath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, Some(path.signal)).await?;
    Screen::of(&sitting, path.signal)?
        .page(StatusCode::OK, &Given::default(), (&Problems::none(), None), None)
        .await
}

async fn save(path: DecidePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let sitting = Sitting::open(app.clone(), user.clone(), path.id, Some(path.signal)).await?;
    let screen = Screen::of(&sitting, path.signal)?;
    let words = sitting.words();
    let mut problems = Problems::none();
    let Some(decided) = screen.deciding(&words).read(&given, &mut problems) else {
        return screen.again(&given, (&problems, None)).await;
    };
    let about = Text::OnSignal(path.signal);
    let exposed = Exposed::find(&user, &about, &given.texts().join("\n"), given.word()).await?;
    if exposed.is_some() {
        return screen.again(&given, (&problems, exposed)).await;
    }
    let once = given.once(&ActKind::Decide {
        outcome: decided.outcome.clone(),
        in_meeting: true,
    });
    let ruling = Ruling {
        outcome: decided.outcome,
        reason: decided.reason,
        conditions: decided.conditions,
        strands: decided.strands,
    };
    let (services, actor) = (&app.services, user.actor());
    let did = meeting::decide(services, actor, path.id, path.signal, once, ruling).await;
    let number = screen.stored.number.as_str();
    match did {
        Ok(meeting::Decided { next }) => sitting.to(next).say_of("done-signal-decided", number).into(),
        Err(Failure::DoneAlready) => sitting.after(path.signal).say("done-signal-again").into(),
        Err(Failure::Refused(Refusal::Missing(field))) => {
            problems.add(field, "act-missing");
            screen.again(&given, (&problems, None)).await
        }
        Err(Failure::Refused(Refusal::TooLong(field))) => {
            problems.add(field, "act-too-long");
            screen.again(&given, (&problems, None)).await
        }
        // Read again: what somebody else did in the meantime is what must be shown.
        Err(failure) => {
            let why = why(&sitting, &failure).ok_or(PageError::Failure(failure))?;
            let sitting = Sitting::open(app, user, path.id, Some(path.signal)).await?;
            Screen::of(&sitting, path.signal)?
                .page(StatusCode::CONFLICT, &given, (&Problems::none(), None), Some(why))
                .await
        }
    }
}

/// Why the decision was not recorded, with who was first.
fn why(sitting: &Sitting, failure: &Failure) -> Option<String> {
    let user = &sitting.user;
    match failure {
        Failure::Meeting(MeetingRefusal::Decided(by)) => {
            let who = sitting.words().person(*by);
            Some(user.lang.arg("who", who).t("meeting-decided-first"))
        }
        _ => refusal::of_failure(user.lang, Some(user.configuration()), failure),
    }
}
