// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Signals at each step, to begin a test with; everybody in them is invented.

use std::collections::BTreeMap;

use std::collections::BTreeSet;

use meldroute_core::{
    id::{MeetingId, OutcomeId, PersonId, ReportId, SignalId},
    policy::Role,
    ports::Stored,
    report::{Openness, Reporter, ReporterKind},
    sharing::terms::Terms,
    signal::{
        Signal,
        act::{Act, NewStrand},
        assessment::{About, Assessment, InformationGrade, Minor, Observation, SourceGrade, Urgency},
        strand::{Strand, StrandKind},
    },
    usecase::{
        meeting::{self, AgendaStep, Ruling},
        report::{TypeReport, type_in},
        signal::{self, Once, Register},
    },
};

use super::{HERE, TestApp};

impl TestApp {
    /// A signal that the coordinator registered from a report of a partner.
    pub(crate) async fn signal(&self, title: &str) -> SignalId {
        self.as_role(Role::Coordinator).await;
        let coordinator = self.actor("coordinator").await;
        let typed = TypeReport {
            id: ReportId(self.services.minter.mint()),
            channel: "partner".into(),
            area: None,
            reporter_kind: ReporterKind::ChainPartner,
            partner: Some("hvo-querido".into()),
            openness: Openness::Open,
            reporter: Reporter {
                name: "Noor Verzonnen".to_owned(),
                contact: "noor@hvo-querido.example".to_owned(),
                safe_contact: String::new(),
            },
            subject: title.to_owned(),
            text: "Er slapen mensen boven de zaak.".to_owned(),
            place: String::new(),
            observed: String::new(),
            first_hand: Some(false),
        };
        let report = type_in(&self.services, &coordinator, typed).await.unwrap();
        let command = Register {
            id: SignalId(self.services.minter.mint()),
            reports: vec![report],
            from_partner: BTreeMap::new(),
            title: title.to_owned(),
            observation: None,
            fast_lane: None,
        };
        let (id, _) = signal::register(&self.services, &coordinator, command)
            .await
            .unwrap();
        id
    }

    /// Does something with a signal as the coordinator.
    pub(crate) async fn act(&self, id: SignalId, act: Act) {
        let coordinator = self.actor("coordinator").await;
        signal::act(&self.services, &coordinator, id, Once::default(), act)
            .await
            .unwrap();
    }

    /// A signal with an observation and an assessment.
    pub(crate) async fn assessed(&self, title: &str) -> SignalId {
        let id = self.signal(title).await;
        let by = self.person("coordinator").await;
        let at = self.now();
        let observation = Observation {
            text: "Drie matrassen in één kamer boven de zaak.".to_owned(),
            observed: "zaterdagavond".to_owned(),
            observer: "wijkhandhaver".to_owned(),
            first_hand: true,
            report: None,
            at,
            by,
        };
        let assessment = Assessment {
            forms: BTreeSet::from(["labour".into()]),
            indicators: BTreeSet::new(),
            list_versions: BTreeSet::new(),
            urgency: Urgency::default(),
            minor: Minor::No,
            about: About::default(),
            source_grade: SourceGrade::default(),
            information_grade: InformationGrade::default(),
            place: String::new(),
            explanation: "Mensen werken en slapen hier.".to_owned(),
            at,
            by,
        };
        self.act(id, Act::Observe(Box::new(observation))).await;
        self.act(id, Act::Assess(Box::new(assessment))).await;
        id
    }

    /// A signal at the enrichment step, with its gate undecided.
    pub(crate) async fn at_enrichment(&self, title: &str) -> SignalId {
        let id = self.assessed(title).await;
        self.act(id, Act::MoveOn).await;
        id
    }

    /// A signal before the signalenoverleg.
    pub(crate) async fn before_the_body(&self, title: &str) -> SignalId {
        let id = self.at_enrichment(title).await;
        let gate = Act::DecideGate {
            granted: true,
            ground: "AVG art. 6 lid 1 onder e".to_owned(),
            reason: "Nodig om te wegen.".to_owned(),
        };
        self.act(id, gate).await;
        self.act(id, Act::MoveOn).await;
        id
    }

    /// A sitting of a body tomorrow, with what is ready; begun.
    pub(crate) async fn sitting(&self, body: &str) -> MeetingId {
        let id = self.planned(body).await;
        let coordinator = self.actor("coordinator").await;
        meeting::change(&self.services, &coordinator, id, AgendaStep::Start)
            .await
            .unwrap();
        id
    }

    /// A sitting of a body tomorrow, not begun.
    pub(crate) async fn planned(&self, body: &str) -> MeetingId {
        self.as_role(Role::Coordinator).await;
        let coordinator = self.actor("coordinator").await;
        let id = MeetingId(self.services.minter.mint());
        let tomorrow = coordinator.today.succ_opt().unwrap();
        meeting::plan(&self.services, &coordinator, id, &body.into(), tomorrow)
            .await
            .unwrap();
        id
    }

    /// Decides on a signal in a sitting of its own, as the coordinator.
    pub(crate) async fn rule(
        &self,
        id: SignalId,
        outcome: &str,
        reason: &str,
        conditions: &[&str],
        strands: Vec<NewStrand>,
    ) {
        let coordinator = self.actor("coordinator").await;
        let sitting = MeetingId(self.services.minter.mint());
        let body = self.stored(id).await.value.stage.body().unwrap().clone();
        // Far away, and each on a day of its own: the sittings of the test itself are near.
        let days = u64::from(sitting.0.as_fields().3[7]) + 100;
        let on = coordinator
            .today
            .checked_add_days(chrono::Days::new(days))
            .unwrap();
        let services = &self.services;
        meeting::plan(services, &coordinator, sitting, &body, on)
            .await
            .unwrap();
        meeting::change(services, &coordinator, sitting, AgendaStep::Start)
            .await
            .unwrap();
        let yes = |condition: &&str| ((*condition).into(), true, "Daarom.".to_owned());
        let ruling = Ruling {
            outcome: OutcomeId::from(outcome),
            reason: reason.to_owned(),
            conditions: conditions.iter().map(yes).collect(),
            strands,
        };
        meeting::decide(services, &coordinator, sitting, id, Once::default(), ruling)
            .await
            .unwrap();
    }

    /// Brings a signal into the LOO.
    pub(crate) async fn to_loo(&self, id: SignalId) {
        let conditions = ["strong-enough", "integral-interest"];
        self.rule(id, "to-loo", "Meer partijen.", &conditions, Vec::new())
            .await;
    }

    /// Gives the enforcement officer a task, for which the signal waits until a day.
    pub(crate) async fn task(&self, id: SignalId, due: &str) {
        self.as_role(Role::EnforcementOfficer).await;
        let task = NewStrand {
            kind: StrandKind::Task {
                what: "Kijk hoeveel bedden er staan.".to_owned(),
                assignee: self.person("enforcement-officer").await,
            },
            due: due.parse().unwrap(),
            terms: Terms::default(),
        };
        let reason = "Eén waarneming is te weinig.";
        self.rule(id, "more-information", reason, &[], vec![task]).await;
    }

    /// Decides on an inspection by the enforcement officer, for which the signal waits.
    pub(crate) async fn inspection(&self, id: SignalId) {
        self.as_role(Role::EnforcementOfficer).await;
        let inspection = NewStrand {
            kind: StrandKind::Inspection {
                power: "Woningwet art. 92".to_owned(),
                purpose: "Fictief toezicht op overbewoning".to_owned(),
                assignee: self.person("enforcement-officer").await,
                visit: Box::default(),
            },
            due: "2026-12-31".parse().unwrap(),
            terms: Terms::default(),
        };
        self.rule(id, "inspection", "Concreet genoeg.", &[], vec![inspection])
            .await;
    }

    /// A signal at the feedback step; the partner who reported is owed the outcome.
    pub(crate) async fn at_feedback(&self, title: &str) -> SignalId {
        let id = self.before_the_body(title).await;
        self.rule(id, "not-confirmed", "Er is niets.", &[], Vec::new())
            .await;
        id
    }

    /// The signal as it is stored.
    pub(crate) async fn stored(&self, id: SignalId) -> Stored<Signal> {
        self.services
            .store
            .signal(&HERE.into(), id)
            .await
            .unwrap()
            .unwrap()
    }

    /// The only strand of a signal.
    pub(crate) async fn strand(&self, id: SignalId) -> Strand {
        self.stored(id).await.value.strands.remove(0)
    }

    /// The identifier of somebody.
    pub(crate) async fn person(&self, login: &str) -> PersonId {
        self.actor(login).await.person.unwrap()
    }
}
