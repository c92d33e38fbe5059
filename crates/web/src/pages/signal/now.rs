// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What now: what this visitor can do with the signal, and why the rest can't be done yet. It asks the engine and policy the
//! questions that they answer when the act is done, so a button never promises what is then refused.

use meldroute_core::{
    configuration::route::StepKind,
    enrichment::{QueryState, SourceQuery},
    id::FeedbackId,
    policy::{self, Actor, Object, Right},
    signal::{
        Signal,
        act::{ActKind, Refusal},
        feedback::FeedbackState,
        offer::Offer,
    },
    usecase::signal::permitted,
};

use crate::pages::{
    enrichment::{show::QueryPath, sources::SourcesPath},
    meeting::list::MeetingsPath,
    sharing::ask::SharePath,
    signal::{
        acute::AcutePath, assess::AssessPath, care::CarePath, close::ClosePath, decide::DecidePath,
        feedback::FeedbackPath, gate::GatePath, hand_over::HandOverPath, history::moment_name,
        note::NotePath, observe::ObservePath, origin::reporter_name, send_back::SendBackPath,
        withhold::WithholdPath, wording::Wording,
    },
};

/// Something that can be done, or not yet.
#[derive(Debug, Default)]
pub(crate) struct Step {
    pub(crate) label: String,
    /// The page where it is done; none where one button does it.
    pub(crate) href: Option<String>,
    pub(crate) danger: bool,
    /// Whether it brings the signal on along the main line.
    pub(crate) main: bool,
    /// The class of its button: one is the first thing to do.
    pub(crate) look: &'static str,
    pub(crate) why: String,
    /// Why it can't be done yet.
    pub(crate) blocked: Option<String>,
    /// Another way, with its words.
    pub(crate) other: Option<(String, String)>,
}

/// What this visitor can do.
#[derive(Debug, Default)]
pub(crate) struct Now {
    pub(crate) steps: Vec<Step>,
    /// Writing down what we know.
    pub(crate) may_record: bool,
    /// Adding a note of enrichment.
    pub(crate) may_note: bool,
    /// Writing down a question to a source.
    pub(crate) may_ask: bool,
}

struct Asking<'a> {
    words: &'a Wording<'a>,
    actor: &'a Actor,
    signal: &'a Signal,
}

pub(crate) fn now(words: &Wording<'_>, actor: &Actor, signal: &Signal) -> Now {
    let asking = Asking { words, actor, signal };
    let offers: Vec<Offer> = signal
        .offers(words.configuration, false)
        .into_iter()
        .filter(|offer| permitted(actor, signal, words.configuration, &offer.act).is_ok())
        .collect();
    let open = |kind: &ActKind| {
        offers
            .iter()
            .any(|offer| offer.act == *kind && offer.blocked.is_none())
    };
    let mut now = Now {
        may_record: open(&ActKind::Record),
        may_note: open(&ActKind::AddNote) && asking.enriches(),
        may_ask: asking.may(&ActKind::AskSource)
            && asking.enriches()
            && !words.configuration.registers.is_empty(),
        steps: Vec::new(),
    };
    if signal.stage.is_closed() {
        return now;
    }
    let mut steps: Vec<(u8, Step)> = offers.iter().filter_map(|offer| asking.step(offer)).collect();
    steps.extend(asking.decision(&offers));
    steps.extend(asking.write_up(&offers).filter(|_| now.may_record));
    steps.extend(now.may_record.then(|| asking.share()));
    steps.extend(asking.queries());
    steps.extend(now.may_ask.then(|| asking.sources()));
    for (place, step) in &mut steps {
        step.main = *place <= 5;
    }
    // What waits for something else comes last, unless it is the next step of the route.
    steps.sort_by_key(|(place, step)| (step.blocked.is_some() && *place > 2, *place));
    now.steps = looks(steps.into_iter().map(|(_, step)| step).collect());
    now
}

/// The first thing that can be done stands out; danger is never the first thing.
fn looks(mut steps: Vec<Step>) -> Vec<Step> {
    for step in &mut steps {
        step.look = if step.danger {
            "utrecht-button--secondary-action utrecht-button--danger"
        } else {
            "utrecht-button--secondary-action"
        };
    }
    let first = steps.iter_mut().find(|step| step.blocked.is_none());
    if let Some(step) = first.filter(|step| step.main) {
        step.look = "utrecht-button--primary-action";
    }
    steps
}

impl Asking<'_> {
    /// A line for an offer, with its place; none for what has its own place on the page, or makes no sense here.
    fn step(&self, offer: &Offer) -> Option<(u8, Step)> {
        let lang = self.words.lang;
        let id = self.signal.id;
        let blocked = offer.blocked.as_ref();
        let (place, step) = match &offer.act {
            ActKind::DecideGate => (1, self.gate(blocked)?),
            ActKind::MoveOn => (2, self.move_on(blocked)?),
            ActKind::GiveFeedback(feedback) => (3, self.feedback(*feedback)?),
            // While it waits, the line about moving on says why.
            ActKind::Close if matches!(blocked, Some(Refusal::Waiting(_))) => return None,
            ActKind::Close => (
                4,
                Step {
                    label: lang.t("signal-act-close"),
                    href: Some(ClosePath { id }.to_string()),
                    why: lang.t("signal-act-close-why"),
                    ..Step::default()
                },
            ),
            ActKind::AddNote => (5, self.note()?),
            ActKind::OfferHandOver => (
                6,
                Step {
                    label: lang.t("signal-act-hand-over"),
                    href: Some(HandOverPath { id }.to_string()),
                    ..Step::default()
                },
            ),
            ActKind::SendBack if blocked.is_none() => (
                7,
                Step {
                    label: lang.t("signal-act-send-back"),
                    href: Some(SendBackPath { id }.to_string()),
                    why: lang.t("signal-act-send-back-why"),
                    ..Step::default()
                },
            ),
            ActKind::ReferToCare => (
                8,
                Step {
                    label: lang.t("signal-act-care"),
                    href: Some(CarePath { id }.to_string()),
                    why: lang.t("signal-act-care-why"),
                    ..Step::default()
                },
            ),
            ActKind::MarkAcute => (9, self.acute()),
            // Withholding stands beside giving; deciding is one line for all outcomes; strands and records stand elsewhere.
            ActKind::WithholdFeedback(_)
            | ActKind::Decide { .. }
            | ActKind::StepStrand { .. }
            | ActKind::Record
            | ActKind::Release
            | ActKind::WithdrawPack
            | ActKind::Reply
            | ActKind::Recuse(_)
            | ActKind::Readmit
            | ActKind::SendBack
            // Questions to sources have a page of their own.
            | ActKind::AskSource
            | ActKind::StepQuery { .. } => return None,
        };
        let blocked = blocked.map(|why| self.not_yet(why));
        Some((place, Step { blocked, ..step }))
    }

    /// "Kan nog niet", with the reason; what has been done already is not still to come.
    fn not_yet(&self, why: &Refusal) -> String {
        let reason = self.words.refusal(why, self.signal);
        match why {
            Refusal::AlreadyAcute | Refusal::CareAskedAlready => reason,
            _ => self.words.lang.arg("reason", reason).t("signal-not-yet"),
        }
    }

    /// Whether something that no offer is made of is this visitor's to do, and possible now.
    fn may(&self, kind: &ActKind) -> bool {
        let configuration = self.words.configuration;
        permitted(self.actor, self.signal, configuration, kind).is_ok()
            && self.signal.guard(configuration, kind).is_ok()
    }

    /// Questions to sources that wait for this visitor: to decide on, or to go on with.
    fn queries(&self) -> Vec<(u8, Step)> {
        let lang = self.words.lang;
        let one = |query: &SourceQuery| {
            let (place, step, key) = match query.state {
                QueryState::Waiting if self.actor.person == Some(query.by) => return None,
                QueryState::Waiting => (1, "decide", "signal-act-query-decide"),
                QueryState::Ready(_) => (5, "look", "signal-act-query-look"),
                QueryState::Hit { .. } => (5, "read", "signal-act-query-read"),
                _ => return None,
            };
            let (id, query_id) = (self.signal.id, query.id);
            self.may(&ActKind::StepQuery {
                query: query_id,
                step,
            })
            .then(|| {
                let named = lang.arg("register", self.words.register(&query.register));
                let step = Step {
                    label: named.t(key),
                    href: Some(QueryPath { id, query: query_id }.to_string()),
                    ..Step::default()
                };
                (place, step)
            })
        };
        self.signal.queries.iter().filter_map(one).collect()
    }

    /// Beside the route: it never is the first thing to do.
    fn sources(&self) -> (u8, Step) {
        let step = Step {
            label: self.words.t("query-sources-title"),
            href: Some(SourcesPath { id: self.signal.id }.to_string()),
            ..Step::default()
        };
        (6, step)
    }

    /// Whether notes of enrichment have a place on the page.
    fn enriches(&self) -> bool {
        let signal = self.signal;
        signal.stage.is_at(StepKind::Enrich) || !signal.notes.is_empty() || !signal.gates.is_empty()
    }

    /// What must be written before the signal can go on.
    fn write_up(&self, offers: &[Offer]) -> Option<(u8, Step)> {
        offers
            .iter()
            .find(|offer| offer.act == ActKind::MoveOn && offer.blocked == Some(Refusal::NotAssessed))?;
        let id = self.signal.id;
        let (label, href) = if self.signal.observations.is_empty() {
            ("signal-add-observation", ObservePath { id }.to_string())
        } else {
            ("signal-make-assessment", AssessPath { id }.to_string())
        };
        Some((
            0,
            Step {
                label: self.words.t(label),
                href: Some(href),
                ..Step::default()
            },
        ))
    }

    fn gate(&self, blocked: Option<&Refusal>) -> Option<Step> {
        if blocked.is_some() {
            return None;
        }
        let gate = self.signal.open_gate(self.words.configuration)?;
        Some(Step {
            label: self.words.t("signal-act-gate"),
            href: Some(GatePath { id: self.signal.id }.to_string()),
            why: self.words.lang.text(&gate.question).to_owned(),
            ..Step::default()
        })
    }

    fn move_on(&self, blocked: Option<&Refusal>) -> Option<Step> {
        // Where a decision or the closing says where the signal goes, moving on by hand does not exist.
        if matches!(
            blocked,
            Some(Refusal::BodyDecides(_) | Refusal::DecisionNeeded | Refusal::NotHere)
        ) {
            return None;
        }
        let (lang, configuration) = (self.words.lang, self.words.configuration);
        let Some(next) = self
            .signal
            .current_step(configuration)
            .ok()
            .and_then(|step| configuration.route.after(step, &self.signal.facts()))
        else {
            return Some(Step {
                label: lang.t("signal-act-move-on-none"),
                ..Step::default()
            });
        };
        let sitting = next.body.as_ref().and_then(|body| configuration.body(body));
        let why = sitting.map_or_else(String::new, |body| {
            let on = body.rhythm.next_on_or_after(self.words.today);
            lang.arg("date", self.words.short(on))
                .t("signal-act-move-on-body-why")
        });
        Some(Step {
            label: lang.arg("step", lang.text(&next.name)).t("signal-act-move-on"),
            why,
            ..Step::default()
        })
    }

    fn feedback(&self, id: FeedbackId) -> Option<Step> {
        let lang = self.words.lang;
        let (link, message) = self.signal.feedback_due().find(|(_, message)| message.id == id)?;
        let FeedbackState::Due { by } = message.state else {
            return None;
        };
        // Before the feedback step only the receipt is asked for: the outcome is not there yet.
        let early = message.moment == meldroute_core::configuration::feedback::Moment::Outcome
            && !self.signal.stage.is_at(StepKind::Feedback);
        if early {
            return None;
        }
        let why = match moment_name(message.moment) {
            "receipt" => "signal-act-feedback-receipt-why",
            _ => "signal-act-feedback-outcome-why",
        };
        let withhold = WithholdPath {
            id: self.signal.id,
            feedback: id,
        };
        Some(Step {
            label: lang
                .arg("who", reporter_name(self.words, link))
                .t("signal-act-feedback"),
            href: Some(
                FeedbackPath {
                    id: self.signal.id,
                    feedback: id,
                }
                .to_string(),
            ),
            why: lang.arg("date", self.words.short(by)).t(why),
            other: Some((lang.t("signal-act-withhold-short"), withhold.to_string())),
            ..Step::default()
        })
    }

    /// A note is the work of the enrichment step; elsewhere the link beside the notes is enough.
    fn note(&self) -> Option<Step> {
        self.signal.stage.is_at(StepKind::Enrich).then(|| Step {
            label: self.words.t("signal-add-note"),
            href: Some(NotePath { id: self.signal.id }.to_string()),
            ..Step::default()
        })
    }

    /// Asking comes before handing over.
    fn share(&self) -> (u8, Step) {
        let step = Step {
            label: self.words.t("signal-act-share"),
            href: Some(SharePath { id: self.signal.id }.to_string()),
            why: self.words.t("signal-act-share-why"),
            ..Step::default()
        };
        (6, step)
    }

    fn acute(&self) -> Step {
        let lang = self.words.lang;
        let partner = self.words.partner(&self.words.configuration.route.acute.partner);
        Step {
            label: lang.arg("partner", partner).t("signal-act-acute"),
            href: Some(AcutePath { id: self.signal.id }.to_string()),
            danger: true,
            why: lang.t("signal-act-acute-why"),
            ..Step::default()
        }
    }

    /// One line for all outcomes: they are chosen on a page of their own, or in the sitting of the body.
    fn decision(&self, offers: &[Offer]) -> Option<(u8, Step)> {
        let lang = self.words.lang;
        let decide = |offer: &&Offer| matches!(offer.act, ActKind::Decide { .. });
        let first = offers.iter().find(decide)?;
        let free = offers.iter().filter(decide).any(|offer| offer.blocked.is_none());
        let names: Vec<_> = self
            .signal
            .outcomes(self.words.configuration)
            .iter()
            .map(|outcome| lang.text(&outcome.name).to_owned())
            .collect();
        let why = lang.arg("outcomes", names.join(", ")).t("signal-act-decide-why");
        if free {
            return Some((
                2,
                Step {
                    label: lang.t("signal-act-decide"),
                    href: Some(DecidePath { id: self.signal.id }.to_string()),
                    why,
                    ..Step::default()
                },
            ));
        }
        let body = self.signal.stage.body();
        let reads = |body| {
            let here = Object::Body(&self.actor.municipality, body);
            policy::would_permit(self.actor, Right::ReadMeeting, here)
        };
        let meeting = body.is_some_and(reads);
        Some((
            2,
            Step {
                label: lang.t("signal-act-decide-body"),
                blocked: first.blocked.as_ref().map(|why| self.not_yet(why)),
                other: meeting.then(|| (lang.t("signal-act-meeting"), MeetingsPath.to_string())),
                ..Step::default()
            },
        ))
    }
}
