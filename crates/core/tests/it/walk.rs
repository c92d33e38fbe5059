// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A signal on its way over a route: random acts, what must hold after each of them, and a plain way to the end.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use meldroute_core::{
    audit::Event,
    calendar::dutch_date,
    configuration::{
        Configuration,
        feedback::Moment,
        outcome::Outcome,
        route::{Step, StepKind},
    },
    duty::{self, DutyKind, Holder},
    id::{FeedbackId, ReportId, SignalId, StepId, Timestamp},
    report::{Report, ReportState},
    signal::{
        Signal,
        act::{Act, ActKind, Refusal},
        assessment::{About, Minor},
        offer::Offer,
        stage::Stage,
    },
    usecase::signal::entries_of,
};
use uuid::Uuid;

use crate::{
    dice::Dice,
    town::{Counter, at, hand, report},
    wording::{assess, observe, worded, wordless},
};

pub(crate) struct Walk<'c> {
    pub(crate) configuration: &'c Configuration,
    pub(crate) minter: Counter,
    pub(crate) now: Timestamp,
    pub(crate) signal: Signal,
    pub(crate) reports: BTreeMap<ReportId, Report>,
    owed: BTreeMap<ReportId, BTreeSet<FeedbackId>>,
    /// What the journal would say, and when.
    pub(crate) journal: Vec<(Timestamp, Event)>,
}

impl<'c> Walk<'c> {
    /// A signal of one to three reports, with another report beside it.
    pub(crate) fn begin(configuration: &'c Configuration, dice: &mut Dice) -> Self {
        let (minter, now) = (Counter::default(), at("2026-01-05T09:00:00Z"));
        let mut reports: Vec<Report> = (0..2 + dice.below(3))
            .map(|_| {
                let channel = dice.one(&["mailbox", "phone"]);
                let kinds = configuration.channel(&channel.into()).unwrap().reporters.clone();
                report(configuration, &minter, (dice.one(&kinds), channel), now)
            })
            .collect();
        let beside = reports.pop().unwrap();
        Self::of(configuration, minter, (reports, Some(beside)), now)
    }

    /// A signal of these reports, with another report beside it.
    pub(crate) fn of(
        configuration: &'c Configuration,
        minter: Counter,
        (reports, beside): (Vec<Report>, Option<Report>),
        now: Timestamp,
    ) -> Self {
        let owed = reports
            .iter()
            .chain(&beside)
            .map(|report| (report.id, report.feedback.iter().map(|f| f.id).collect()))
            .collect();
        let id = SignalId(Uuid::from_u128(5));
        let hand = hand(configuration, &minter, now);
        let (signal, mut registered) = Signal::open(id, "A shed".to_owned(), reports, &hand).unwrap();
        registered.extend(beside);
        let event = Event::SignalRegistered {
            reports: signal.reports.len(),
            step: Some(signal.visits[0].step.clone()),
        };
        Self {
            journal: vec![(now, event)],
            configuration,
            now,
            signal,
            reports: registered.into_iter().map(|report| (report.id, report)).collect(),
            owed,
            minter,
        }
    }

    pub(crate) fn offers(&self, in_meeting: bool) -> Vec<Offer> {
        self.signal.offers(self.configuration, in_meeting)
    }

    /// What can be done now, in a sitting where a body decides.
    pub(crate) fn open_kinds(&self) -> Vec<ActKind> {
        let offers = self.offers(self.signal.stage.body().is_some());
        let open = offers.into_iter().filter(|offer| offer.blocked.is_none());
        open.map(|offer| offer.act).collect()
    }

    pub(crate) fn try_act(&self, act: Act) -> Result<Signal, Refusal> {
        let hand = hand(self.configuration, &self.minter, self.now);
        self.signal.clone().apply(act, &hand)
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "so that a test reads as what happens"
    )]
    pub(crate) fn act(&mut self, act: Act) {
        let opens_gate = matches!(act, Act::DecideGate { granted: true, .. });
        let kind = act.kind();
        let after = self
            .try_act(act.clone())
            .unwrap_or_else(|refusal| panic!("{kind:?} was refused: {refusal}"));
        self.take(after, &act);
        if opens_gate {
            assert_eq!(
                self.signal.open_gate(self.configuration),
                None,
                "yes opens the gate"
            );
        }
    }

    pub(crate) fn act_of(&mut self, kind: &ActKind) {
        self.act(worded(kind, &self.signal, self.configuration, self.now));
    }

    /// Some time passes, and something happens.
    pub(crate) fn step(&mut self, dice: &mut Dice) {
        self.now += TimeDelta::hours([1, 0, 30, 200][dice.below(4)]);
        match dice.below(8) {
            0 => self.act_or_not(observe("They sleep there.", self.now)),
            1 => {
                let (minor, about) = (dice.one(Minor::ALL), dice.one(About::ALL));
                let form = dice.one(&["labour", "sexual"]);
                self.act_or_not(assess(form, minor, about, self.now));
            }
            2 => self.link_or_unlink(dice),
            3 => self.act_or_not(Act::DecideGate {
                granted: false,
                ground: String::new(),
                reason: "Not needed.".to_owned(),
            }),
            _ => {
                let open = self.open_kinds();
                // Closing comes last, else most walks would be short.
                let going: Vec<ActKind> = open
                    .iter()
                    .filter(|kind| **kind != ActKind::Close)
                    .cloned()
                    .collect();
                let choices = if dice.once_in(4) { &open } else { &going };
                if !choices.is_empty() {
                    self.act_of(&dice.one(choices));
                }
            }
        }
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "so that a test reads as what happens"
    )]
    fn act_or_not(&mut self, act: Act) {
        if let Ok(signal) = self.try_act(act.clone()) {
            self.take(signal, &act);
        }
    }

    fn take(&mut self, after: Signal, act: &Act) {
        let entries = entries_of(&self.signal, &after, act);
        self.journal
            .extend(entries.into_iter().map(|event| (self.now, event)));
        self.signal = after;
    }

    fn link_or_unlink(&mut self, dice: &mut Dice) {
        let ids: Vec<ReportId> = self.reports.keys().copied().collect();
        let report = self.reports[&dice.one(&ids)].clone();
        let hand = hand(self.configuration, &self.minter, self.now);
        let (signal, reason) = (self.signal.clone(), "The same shed.".to_owned());
        let linked = matches!(report.state, ReportState::Registered { .. });
        let done = if linked {
            assert!(
                signal
                    .clone()
                    .link(report.clone(), reason.clone(), &hand)
                    .is_err(),
                "a report is linked at most once"
            );
            signal.unlink(report, reason, &hand)
        } else {
            signal.link(report, reason, &hand)
        };
        if let Ok((signal, report)) = done {
            self.signal = signal;
            self.reports.insert(report.id, report);
        }
    }

    /// What must hold for every signal at every moment.
    pub(crate) fn check(&self) {
        self.visits_are_well_formed();
        self.nothing_is_lost();
        self.offered_is_accepted();
        if self.signal.stage.is_closed() {
            assert_eq!(self.signal.feedback_due().count(), 0, "closed with feedback due");
            assert_eq!(self.signal.open_strands().count(), 0, "closed with strands open");
            assert!(self.open_kinds().is_empty(), "closed is the end");
        } else {
            self.leads_on();
            self.has_a_duty();
        }
    }

    fn visits_are_well_formed(&self) {
        let visits = &self.signal.visits;
        let (last, before) = visits.split_last().unwrap();
        assert!(
            before.iter().all(|visit| visit.until.is_some()),
            "only the last is open"
        );
        let at_step = match &self.signal.stage {
            Stage::AtStep { step, since, .. } => {
                assert_eq!((&last.step, &last.from), (step, since));
                true
            }
            Stage::Waiting { from, .. } => {
                assert_eq!(&last.step, from);
                false
            }
            Stage::Closed { .. } => false,
        };
        assert_eq!(last.until.is_none(), at_step, "open exactly when it is there");
        assert!(visits.windows(2).all(|pair| pair[0].until <= Some(pair[1].from)));
    }

    /// Reports and messages to reporters: each in one place.
    fn nothing_is_lost(&self) {
        for (id, report) in &self.reports {
            let links = self.signal.linked().filter(|link| link.report == *id);
            let links: Vec<_> = links.collect();
            let registered = matches!(report.state, ReportState::Registered { .. });
            assert_eq!(links.len(), usize::from(registered), "linked once or new again");
            let held = match links.first() {
                Some(link) => {
                    assert!(report.feedback.is_empty());
                    &link.feedback
                }
                None => &report.feedback,
            };
            let held: BTreeSet<FeedbackId> = held.iter().map(|message| message.id).collect();
            assert_eq!(held, self.owed[id], "what a reporter is owed is never lost");
        }
    }

    /// What the screens offer is what the engine accepts, no more and no less, with the same reason.
    fn offered_is_accepted(&self) {
        let mut offers = self.offers(false);
        offers.extend(self.offers(true));
        for kind in self.conceivable() {
            let offer = offers.iter().find(|offer| offer.act == kind);
            let done = self.try_act(worded(&kind, &self.signal, self.configuration, self.now));
            match offer {
                Some(offer) => assert_eq!(done.err(), offer.blocked, "{kind:?}"),
                None => assert!(done.is_err(), "{kind:?} is accepted, but not offered"),
            }
        }
    }

    /// What is offered is refused when its texts are left empty.
    pub(crate) fn empty_words_are_refused(&self) {
        for kind in self.open_kinds() {
            if let Some(act) = wordless(&kind, &self.signal, self.configuration, self.now) {
                let refusal = self.try_act(act).expect_err("nothing was filled in");
                assert!(
                    matches!(refusal, Refusal::Missing(_) | Refusal::ConditionNotMet(_)),
                    "{kind:?}: {refusal}"
                );
            }
        }
    }

    fn conceivable(&self) -> BTreeSet<ActKind> {
        let c = self.configuration;
        let of_steps = c.route.steps.iter().flat_map(|step| &step.outcomes);
        let outcomes = c.bodies.iter().flat_map(|body| &body.outcomes).chain(of_steps);
        let decisions = outcomes.flat_map(|outcome| {
            [false, true].map(|in_meeting| ActKind::Decide {
                outcome: outcome.id.clone(),
                in_meeting,
            })
        });
        let steps = self.signal.strands.iter().flat_map(|strand| {
            ["accept", "refuse", "finish", "withdraw"].map(|step| ActKind::StepStrand {
                strand: strand.id,
                step,
            })
        });
        let messages = self
            .owed
            .values()
            .flatten()
            .flat_map(|id| [ActKind::GiveFeedback(*id), ActKind::WithholdFeedback(*id)]);
        let others = [
            ActKind::MoveOn,
            ActKind::DecideGate,
            ActKind::MarkAcute,
            ActKind::ReferToCare,
            ActKind::OfferHandOver,
            ActKind::SendBack,
            ActKind::Close,
            ActKind::Record,
            ActKind::AddNote,
        ];
        decisions.chain(steps).chain(messages).chain(others).collect()
    }

    /// Some open offer brings the signal further; writing down is one where that is all that is missing.
    fn leads_on(&self) {
        let in_meeting = self.signal.stage.body().is_some();
        let leads = |offer: &Offer| match (&offer.act, &offer.blocked) {
            (ActKind::MoveOn, blocked) => matches!(blocked, None | Some(Refusal::NotAssessed)),
            (
                ActKind::DecideGate
                | ActKind::Decide { .. }
                | ActKind::StepStrand { .. }
                | ActKind::GiveFeedback(_)
                | ActKind::Close,
                None,
            ) => true,
            _ => false,
        };
        assert!(
            self.offers(in_meeting).iter().any(leads),
            "stuck at {:?}",
            self.signal.stage
        );
    }

    /// The owner has a line with a date on the work list for where the signal is.
    fn has_a_duty(&self) {
        let duties = duty::of_signal(&self.signal, self.configuration);
        let owner = Holder::Person(self.signal.owner);
        let moves = |line: &&duty::Duty| {
            line.holder == owner && matches!(line.kind, DutyKind::Step | DutyKind::Waiting)
        };
        let line = duties
            .iter()
            .find(moves)
            .expect("an open signal is on its owner's list");
        let acute = self.signal.acute.as_ref().map(|mark| dutch_date(mark.at));
        let runs = self.signal.open_strands().next().is_some();
        let by = self
            .signal
            .stage
            .due()
            .into_iter()
            .chain(acute.filter(|_| runs))
            .min();
        assert_eq!(Some(line.due), by);
        let tellable = |moment| moment == Moment::Receipt || self.signal.stage.is_at(StepKind::Feedback);
        let due = self
            .signal
            .feedback_due()
            .filter(|(_, f)| tellable(f.moment))
            .count();
        let listed = duties
            .iter()
            .filter(|line| line.kind == DutyKind::Feedback)
            .count();
        assert_eq!(listed, due, "each message that can be given is on the list");
        for strand in self.signal.open_strands() {
            assert!(
                duties
                    .iter()
                    .any(|line| line.since == strand.at && line.due == strand.due)
            );
        }
    }

    /// Does what lies on the table until the signal is closed: ends strands, settles feedback, decides, moves on, closes.
    pub(crate) fn finish(&mut self) {
        for _ in 0..300 {
            if self.signal.stage.is_closed() {
                return;
            }
            self.now += TimeDelta::hours(5);
            let kind = self.next_kind();
            if let Some(kind) = kind {
                self.act_of(&kind);
            } else {
                self.act(observe("They sleep there.", self.now));
                self.act(assess("labour", Minor::No, About::Person, self.now));
            }
            self.check();
        }
        panic!("still at {:?} after 300 acts", self.signal.stage);
    }

    fn next_kind(&self) -> Option<ActKind> {
        let open = self.open_kinds();
        let rank = |kind: &ActKind| match kind {
            ActKind::StepStrand {
                step: "accept" | "finish",
                ..
            } => 0,
            ActKind::GiveFeedback(_) => 1,
            ActKind::Close => 2,
            ActKind::DecideGate => 3,
            ActKind::Decide { outcome, .. } => {
                let outcomes = self.signal.outcomes(self.configuration);
                let chosen = outcomes.iter().find(|o| o.id == *outcome).unwrap();
                let here = self.signal.current_step(self.configuration).unwrap();
                4 + self.far(&self.target(here, chosen))
            }
            ActKind::MoveOn => 1000,
            _ => usize::MAX,
        };
        open.into_iter()
            .min_by_key(rank)
            .filter(|kind| rank(kind) < usize::MAX)
    }

    fn target(&self, from: &Step, outcome: &Outcome) -> StepId {
        let route = &self.configuration.route;
        match (&outcome.then, &outcome.body) {
            (Some(then), _) => then.clone(),
            (None, Some(body)) => route.step_of(body).unwrap().id.clone(),
            (None, None) if outcome.kind.waits() => from.id.clone(),
            (None, None) => route.first_of(StepKind::Feedback).unwrap().id.clone(),
        }
    }

    /// How many steps it is from here to the feedback at least, with the facts as they are.
    fn far(&self, from: &StepId) -> usize {
        const NEVER: usize = 500;
        let (route, facts) = (&self.configuration.route, self.signal.facts());
        let mut far: BTreeMap<StepId, usize> = BTreeMap::new();
        for _ in &route.steps {
            for step in &route.steps {
                let reach = |to: &StepId| 1 + far.get(to).copied().unwrap_or(NEVER);
                let outcomes = match &step.body {
                    Some(body) => &self.configuration.body(body).unwrap().outcomes,
                    None => &step.outcomes,
                };
                let nearest = match step.kind {
                    StepKind::Feedback => 0,
                    StepKind::Body | StepKind::Decide => outcomes
                        .iter()
                        .map(|outcome| reach(&self.target(step, outcome)))
                        .min()
                        .unwrap_or(NEVER),
                    StepKind::Report | StepKind::Register | StepKind::Enrich => {
                        reach(&route.after(step, &facts).unwrap().id)
                    }
                };
                far.insert(step.id.clone(), nearest.min(NEVER));
            }
        }
        far.get(from).copied().unwrap_or(NEVER)
    }
}
