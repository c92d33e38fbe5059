// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The agenda of one meeting: prepare it, start it, close it. Each sees the items that they may read; guests only their own.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, SignalId},
    meeting::{Item, ItemState, Meeting, MeetingState, agenda::Cause, minutes},
    policy::{self, Object, Right},
    ports::Stored,
    signal::Signal,
    usecase::{
        meeting::{self, AgendaStep, MeetingView},
        people::{Colleague, colleagues},
        would_permit_here,
    },
};
use serde::Deserialize;

use crate::{
    App, dates,
    error::PageError,
    form::Form,
    page::{self, Answer, Done},
    pages::{
        meeting::{
            aside::AsidePath, brought::BroughtPath, day::DayPath, decide::DecidePath, invite::InvitePath,
            print::PrintPath, table::TablePath,
        },
        signal::{
            head::{self, Badge},
            show::SignalPath,
            wording::Wording,
        },
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}")]
pub(crate) struct MeetingPath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<MeetingPath, _, _>(Who::Right(Right::ReadMeeting), show),
        route::post::<MeetingPath, _, _>(Who::Right(Right::RunMeeting), change),
    ]
}

/// A meeting as somebody sees it.
pub(crate) struct Sitting {
    pub(crate) app: App,
    pub(crate) user: User,
    pub(crate) view: MeetingView,
    pub(crate) colleagues: Vec<Colleague>,
}

impl Sitting {
    /// Reads a meeting, and the signal of it that is shown as a whole.
    pub(crate) async fn open(
        app: App,
        user: User,
        id: MeetingId,
        shown: Option<SignalId>,
    ) -> Result<Self, PageError> {
        let view = meeting::read(&app.services, user.actor(), id, shown).await?;
        let colleagues = colleagues(&app.services, user.actor()).await?;
        Ok(Self {
            app,
            user,
            view,
            colleagues,
        })
    }

    pub(crate) fn meeting(&self) -> &Meeting {
        &self.view.meeting.value
    }

    /// A signal of the agenda, when the visitor may read it.
    pub(crate) fn signal(&self, id: SignalId) -> Option<&Stored<Signal>> {
        self.view.signals.iter().find(|signal| signal.value.id == id)
    }

    pub(crate) fn words(&self) -> Wording<'_> {
        let configuration = self.user.configuration();
        Wording::new(self.user.lang, configuration, self.user.today, &self.colleagues)
    }

    /// Name of the body.
    pub(crate) fn body(&self) -> String {
        self.words().body(&self.meeting().body)
    }

    pub(crate) fn runs(&self) -> bool {
        would_permit_here(self.user.actor(), Right::RunMeeting)
    }

    /// On to this item, or to the agenda where there is none.
    pub(crate) fn to(&self, next: Option<SignalId>) -> Done {
        let id = self.meeting().id;
        match next {
            Some(signal) => Done::to(DecidePath { id, signal }),
            None => Done::to(MeetingPath { id }),
        }
    }

    /// On to the item that is discussed after this one.
    pub(crate) fn after(&self, signal: SignalId) -> Done {
        let next = self.meeting().next_open(Some(signal));
        self.to(next.filter(|next| *next != signal))
    }

    /// Whether the visitor sits there, other than as a guest.
    pub(crate) fn sits(&self) -> bool {
        let actor = self.user.actor();
        let body = Object::Body(&actor.municipality, &self.meeting().body);
        policy::would_permit(actor, Right::ReadMeeting, body)
    }

    /// Names of the members who are there.
    pub(crate) fn present(&self) -> Vec<String> {
        let words = self.words();
        let present = self.meeting().present.iter();
        present.map(|person| words.person(*person)).collect()
    }

    /// Whether the decision list waits for this visitor to approve it.
    fn approves(&self) -> bool {
        let meeting = self.meeting();
        let body = self.user.configuration().body(&meeting.body);
        let chairs = body.is_some_and(|body| minutes::chairs(body, self.user.actor()));
        meeting.is_closed() && meeting.approved.is_none() && chairs && self.runs()
    }

    /// How long an item took, in words.
    pub(crate) fn spent(&self, item: &Item) -> Option<String> {
        let minutes = self.meeting().spent(item)?.num_minutes();
        let minutes = usize::try_from(minutes).unwrap_or_default();
        Some(self.user.lang.arg("count", minutes).t("agenda-minutes"))
    }

    /// What came of an item, in words; none while it is open.
    pub(crate) fn outcome(&self, item: &Item) -> Option<String> {
        let lang = self.user.lang;
        match &item.state {
            ItemState::Open => None,
            ItemState::HeldOver { reason } => Some(lang.arg("reason", reason).t("agenda-held-over")),
            ItemState::Decided { decision, .. } => {
                let signal = self.signal(item.signal)?;
                let taken = signal
                    .value
                    .decisions
                    .iter()
                    .find(|taken| taken.id == *decision)?;
                let outcome = self
                    .words()
                    .outcome(&taken.step, taken.body.as_ref(), &taken.outcome);
                Some(lang.arg("outcome", outcome).t("agenda-decided"))
            }
        }
    }
}

/// A line of the agenda.
struct Row {
    /// The signal, for who may read it.
    shown: Option<Shown>,
    /// What was brought to the visitor's organisation: the page, and the number of the signal.
    brought: Option<(String, String)>,
    outcome: Option<String>,
    /// How long it took.
    spent: Option<String>,
    open: bool,
    /// For the buttons.
    id: SignalId,
}

struct Shown {
    href: String,
    decide: String,
    number: String,
    title: String,
    line: String,
    /// Why it stands here: the last part of the key.
    cause: Cause,
    badges: Vec<Badge>,
    guests: Vec<String>,
}

/// How the sitting stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Planned,
    Open,
    Over,
    Cancelled,
}

#[derive(Template)]
#[template(path = "pages/meeting/agenda.html")]
struct AgendaPage {
    shell: Shell,
    action: MeetingPath,
    subtitle: String,
    rows: Vec<Row>,
    ready: Vec<(String, String, String, bool)>,
    seats: Vec<String>,
    internal: bool,
    runs: bool,
    stands: Stands,
    /// Items without a decision.
    left: usize,
    hidden: usize,
    /// The first item to discuss.
    first: Option<String>,
    invite: String,
    print: String,
    day: DayPath,
    table: TablePath,
    aside: AsidePath,
    /// Members who are there.
    present: Vec<String>,
    /// Whether the visitor is the chair, and the decision list waits for them.
    approves: bool,
}

impl AgendaPage {
    fn planned(&self) -> bool {
        self.stands == Stands::Planned
    }

    fn open(&self) -> bool {
        self.stands == Stands::Open
    }

    fn cancelled(&self) -> bool {
        self.stands == Stands::Cancelled
    }

    /// Whether something can still be done: it is planned or open.
    fn ahead(&self) -> bool {
        matches!(self.stands, Stands::Planned | Stands::Open)
    }
}

async fn show(path: MeetingPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let meeting = sitting.meeting();
    let body = sitting.user.configuration().body(&meeting.body);
    let lang = sitting.user.lang;
    let rows: Vec<Row> = meeting.agenda.iter().map(|item| row(&sitting, item)).collect();
    let decide = |signal| DecidePath { id: path.id, signal }.to_string();
    page::page(&AgendaPage {
        shell: sitting.user.shell(sitting.body()),
        action: MeetingPath { id: path.id },
        subtitle: subtitle(&sitting),
        ready: sitting.view.ready.iter().map(ready).collect(),
        seats: body.map_or_else(Vec::new, |body| {
            let seat = |seat: &meldroute_core::configuration::body::Seat| lang.text(&seat.title).to_owned();
            body.seats.iter().map(seat).collect()
        }),
        internal: body.is_some_and(|body| body.internal),
        runs: sitting.runs(),
        stands: match meeting.state {
            MeetingState::Planned => Stands::Planned,
            MeetingState::Open { .. } => Stands::Open,
            MeetingState::Closed { .. } => Stands::Over,
            MeetingState::Cancelled { .. } => Stands::Cancelled,
        },
        left: meeting
            .agenda
            .iter()
            .filter(|item| item.state == ItemState::Open)
            .count(),
        hidden: rows
            .iter()
            .filter(|row| row.shown.is_none() && row.brought.is_none())
            .count(),
        first: meeting.next_open(None).map(decide),
        invite: InvitePath { id: path.id }.to_string(),
        print: PrintPath { id: path.id }.to_string(),
        day: DayPath { id: path.id },
        table: TablePath { id: path.id },
        aside: AsidePath { id: path.id },
        present: sitting.present(),
        approves: sitting.approves(),
        rows,
    })
}

fn ready(line: &meldroute_core::ports::SignalLine) -> (String, String, String, bool) {
    let href = SignalPath { id: line.id }.to_string();
    (href, line.number.clone(), line.title.clone(), line.restricted)
}

fn subtitle(sitting: &Sitting) -> String {
    let lang = sitting.user.lang;
    let day = dates::day(lang, sitting.meeting().on);
    let state = match sitting.meeting().state {
        MeetingState::Planned => return day,
        MeetingState::Open { since, .. } => lang.arg("time", dates::time(lang, since)).t("agenda-begun"),
        MeetingState::Closed { since, at, .. } => lang
            .arg("from", dates::time(lang, since))
            .arg("to", dates::time(lang, at))
            .t("agenda-over"),
        MeetingState::Cancelled { ref reason, .. } => lang.arg("reason", reason).t("agenda-cancelled"),
    };
    format!("{day}. {state}")
}

fn row(sitting: &Sitting, item: &Item) -> Row {
    Row {
        shown: sitting.signal(item.signal).map(|signal| shown(sitting, signal)),
        brought: brought(sitting, item.signal),
        outcome: sitting.outcome(item),
        spent: sitting.spent(item),
        open: item.state == ItemState::Open,
        id: item.signal,
    }
}

fn brought(sitting: &Sitting, signal: SignalId) -> Option<(String, String)> {
    let mut brought = sitting.view.brought.iter();
    let (_, number) = brought.find(|(id, _)| *id == signal)?;
    let id = sitting.meeting().id;
    Some((BroughtPath { id, signal }.to_string(), number.clone()))
}

fn shown(sitting: &Sitting, stored: &Stored<Signal>) -> Shown {
    let words = sitting.words();
    let (signal, meeting) = (&stored.value, sitting.meeting());
    // Decisions of this sitting are its own; what counts is how often it was here before.
    let before = signal
        .decisions
        .iter()
        .filter(|taken| taken.body.as_ref() == Some(&meeting.body) && taken.meeting != Some(meeting.id));
    let line = match before.count() {
        0 => words.t("agenda-first-time"),
        times => words.lang.arg("times", times + 1).t("agenda-again"),
    };
    let invited = signal.invitations.iter().filter(|i| i.meeting == meeting.id);
    Shown {
        href: SignalPath { id: signal.id }.to_string(),
        decide: DecidePath {
            id: meeting.id,
            signal: signal.id,
        }
        .to_string(),
        number: stored.number.clone(),
        title: signal.title.clone(),
        line,
        cause: Cause::of(signal, &meeting.body, sitting.user.today),
        badges: head::badges(&words, signal, sitting.user.now),
        guests: invited.map(|i| words.person(i.guest)).collect(),
    }
}

#[derive(Deserialize)]
struct Change {
    #[serde(default)]
    step: String,
    #[serde(default)]
    signal: String,
}

async fn change(path: MeetingPath, user: User, State(app): State<App>, Form(form): Form<Change>) -> Answer {
    if form.step == "reinstate" {
        meeting::reinstate(&app.services, user.actor(), path.id).await?;
        return Done::to(path).say("done-meeting-reinstated").into();
    }
    let signal = || form.signal.parse::<SignalId>().or(Err(PageError::Malformed));
    let (step, done) = match form.step.as_str() {
        "fill" => (AgendaStep::Fill, "done-agenda-filled"),
        "remove" => (AgendaStep::Remove(signal()?), "done-agenda-removed"),
        "up" => (AgendaStep::MoveUp(signal()?), "done-agenda-moved"),
        "start" => (AgendaStep::Start, "done-agenda-started"),
        "close" => (AgendaStep::Close, "done-agenda-closed"),
        "approve" => (AgendaStep::Approve, "done-agenda-approved"),
        _ => return Err(PageError::Malformed),
    };
    let start = step == AgendaStep::Start;
    meeting::change(&app.services, user.actor(), path.id, step).await?;
    if start {
        let view = meeting::read(&app.services, user.actor(), path.id, None).await?;
        if let Some(signal) = view.meeting.value.next_open(None) {
            return Done::to(DecidePath { id: path.id, signal }).into();
        }
    }
    Done::to(path).say(done).into()
}
