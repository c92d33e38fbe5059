// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Duties: the lines of everybody's work list. They are derived from reports and signals each time these change, so that nothing that must
//! be done can be forgotten by the list.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::{
    calendar::dutch_date,
    change::{AUTO_REPLY, Quarantined},
    claim::Claim,
    configuration::{Configuration, feedback::Moment, route::StepKind},
    consult::Consult,
    enrichment::{QueryState, SourceQuery},
    id::{
        BodyId, ClaimId, ConsultId, FileId, ListId, MunicipalityId, PartnerId, PersonId, ReportId, SignalId,
        Timestamp,
    },
    policy::role::{Actor, Role},
    report::{Attachment, Report, ReportState},
    retention::list::{List, ListState},
    signal::{
        Signal,
        feedback::{Feedback, FeedbackState},
        stage::Stage,
        strand::{Strand, StrandKind},
    },
};

/// Who has a duty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A person.
    Person(PersonId),
    /// Everybody who holds a role.
    Role(Role),
    /// The members of a body.
    Body(BodyId),
    /// A partner.
    Partner(PartnerId),
    /// The program itself: it stands on nobody's list.
    Program,
}

impl Holder {
    /// The holder as one text, as it is stored: `person:...`, `role:...`, `body:...`, `partner:...` or
    /// `program`.
    pub fn key(&self) -> String {
        match self {
            Self::Person(person) => format!("person:{person}"),
            Self::Role(role) => format!("role:{}", role.as_str()),
            Self::Body(body) => format!("body:{body}"),
            Self::Partner(partner) => format!("partner:{partner}"),
            Self::Program => "program".to_owned(),
        }
    }

    /// Everything that an actor holds duties as.
    pub fn of(actor: &Actor) -> Vec<Self> {
        let mut holders: Vec<Self> = actor.person.map(Self::Person).into_iter().collect();
        for grant in &actor.grants {
            match (grant.role, &grant.body, &grant.partner) {
                (Role::BodyMember, Some(body), None) => holders.push(Self::Body(body.clone())),
                // Who sits there for a partner gets what is brought to them at the table, and no list of it before.
                (Role::BodyMember, _, Some(_)) => {}
                (Role::ChainPartner, _, Some(partner)) => holders.push(Self::Partner(partner.clone())),
                (role, _, _) => holders.push(Self::Role(role)),
            }
        }
        holders.sort();
        holders.dedup();
        holders
    }
}

/// What a duty is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutySubject {
    /// A report.
    Report(ReportId),
    /// A signal.
    Signal(SignalId),
    /// A question to the contact officer.
    Consult(ConsultId),
    /// A request of a data subject.
    Claim(ClaimId),
    /// A message that could not be read.
    Quarantined(FileId),
    /// A list of what is to be destroyed.
    List(ListId),
}

/// What must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyKind {
    /// Say what becomes of a new report.
    Triage,
    /// Look at a message that could not be read.
    Quarantine,
    /// Move a signal on from its step.
    Step,
    /// Decide the gate before a step.
    Gate,
    /// Decide whether a source may be asked.
    QueryDecision,
    /// Ask a source, now that it may be.
    Query,
    /// Discuss it in the body.
    Agenda,
    /// See to it that what the signal waits for is done.
    Waiting,
    /// Do a task, an inspection or a measure.
    Task,
    /// Answer a hand-over, or report what came of it.
    HandOver,
    /// Ask another department what it was asked to tell, and write the answer down.
    AskBack,
    /// Read what a receiver answered.
    ReadAnswer,
    /// Answer a request for care.
    Care,
    /// Give feedback to a reporter.
    Feedback,
    /// Answer what the municipality asks about a report of somebody else.
    Question,
    /// Read what a reporter wrote after the report.
    Reply,
    /// Answer somebody who asks for advice.
    Advice,
    /// See to it that a message that did not arrive is given in another way.
    Undelivered,
    /// Answer a request of a data subject.
    Claim,
    /// Judge that somebody opened a signal in an emergency.
    GlassReview,
    /// Scan and copy the files that came with a report.
    Inspect,
    /// Say whether what is due may be destroyed, as the owner of the process.
    ApproveDisposal,
    /// Say so as archivist, after the owner.
    AuthoriseDisposal,
}

impl DutyKind {
    /// Every kind.
    pub const ALL: [Self; 23] = [
        Self::Triage,
        Self::Quarantine,
        Self::Step,
        Self::Gate,
        Self::QueryDecision,
        Self::Query,
        Self::Agenda,
        Self::Waiting,
        Self::Task,
        Self::HandOver,
        Self::AskBack,
        Self::ReadAnswer,
        Self::Care,
        Self::Feedback,
        Self::Question,
        Self::Reply,
        Self::Advice,
        Self::Undelivered,
        Self::Claim,
        Self::GlassReview,
        Self::Inspect,
        Self::ApproveDisposal,
        Self::AuthoriseDisposal,
    ];

    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::Quarantine => "quarantine",
            Self::Step => "step",
            Self::Gate => "gate",
            Self::QueryDecision => "query-decision",
            Self::Query => "query",
            Self::Agenda => "agenda",
            Self::Waiting => "waiting",
            Self::Task => "task",
            Self::HandOver => "hand-over",
            Self::AskBack => "ask-back",
            Self::ReadAnswer => "read-answer",
            Self::Care => "care",
            Self::Feedback => "feedback",
            Self::Question => "question",
            Self::Reply => "reply",
            Self::Advice => "advice",
            Self::Undelivered => "undelivered",
            Self::Claim => "claim",
            Self::GlassReview => "glass-review",
            Self::Inspect => "inspect",
            Self::ApproveDisposal => "approve-disposal",
            Self::AuthoriseDisposal => "authorise-disposal",
        }
    }
}

/// One line of a work list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What must be done.
    pub kind: DutyKind,
    /// By whom.
    pub holder: Holder,
    /// By when.
    pub due: NaiveDate,
    /// Since when it stands.
    pub since: Timestamp,
    /// What it is about.
    pub subject: DutySubject,
    /// The municipality.
    pub municipality: MunicipalityId,
}

/// The duties of a report.
pub fn of_report(report: &Report, configuration: &Configuration) -> Vec<Duty> {
    let line = |kind, holder, due| Duty {
        kind,
        holder,
        due,
        since: report.received_at,
        subject: DutySubject::Report(report.id),
        municipality: report.municipality.clone(),
    };
    let mut duties = Vec::new();
    if report.state == ReportState::New {
        let step = configuration.route.first_of(StepKind::Report);
        let holder = Holder::Role(step.map_or(Role::Coordinator, |step| step.owner));
        duties.push(line(DutyKind::Triage, holder, triage_due(report, configuration)));
    }
    let due = report.feedback_due().filter_map(due_by);
    duties.extend(due.map(|by| line(DutyKind::Feedback, Holder::Role(Role::Coordinator), by)));
    if let Some(written) = report.unread().min() {
        let by = read_by(report, configuration, dutch_date(written));
        let reply = line(DutyKind::Reply, Holder::Role(Role::Coordinator), by);
        duties.push(Duty {
            since: written,
            ..reply
        });
    }
    let mut asked = BTreeMap::new();
    for (partner, at) in report.waits_for_partner() {
        let since = asked.entry(partner).or_insert(at);
        *since = at.min(*since);
    }
    duties.extend(asked.into_iter().map(|(partner, at)| Duty {
        since: at,
        ..line(
            DutyKind::Question,
            Holder::Partner(partner.clone()),
            configuration.route.attention_after.after(dutch_date(at)),
        )
    }));
    // It stands on the report, so it stays when the signal is closed.
    let failed = report.undelivered.iter().filter(|mail| mail.settled.is_none());
    duties.extend(failed.map(|mail| Duty {
        since: mail.at,
        ..line(
            DutyKind::Undelivered,
            Holder::Role(Role::Coordinator),
            dutch_date(mail.at),
        )
    }));
    if report.files.iter().any(Attachment::waits) {
        duties.push(line(DutyKind::Inspect, Holder::Program, report.received_on()));
    }
    duties
}

/// By when somebody must have looked at a new report: the route's deadline for the first step, else the time of attention.
fn triage_due(report: &Report, configuration: &Configuration) -> NaiveDate {
    read_by(report, configuration, report.received_on())
}

/// By when somebody must have read what a reporter wrote on a day.
fn read_by(report: &Report, configuration: &Configuration, written: NaiveDate) -> NaiveDate {
    let facts = crate::configuration::fact::Facts {
        channels: [report.channel.clone()].into(),
        reporters: [report.reporter_kind].into(),
        contact_known: report.contact_known,
        ..Default::default()
    };
    let step = configuration.route.first_of(StepKind::Report);
    step.and_then(|step| crate::configuration::deadline::due(&step.deadline, &facts, written))
        .unwrap_or_else(|| configuration.route.attention_after.after(written))
}

/// The duties of a question for advice: the contact officer answers within the time of attention.
pub fn of_consult(consult: &Consult, configuration: &Configuration) -> Vec<Duty> {
    let waits = consult.waits_since().map(|since| Duty {
        kind: DutyKind::Advice,
        holder: Holder::Role(Role::ContactOfficer),
        due: configuration.route.attention_after.after(dutch_date(since)),
        since,
        subject: DutySubject::Consult(consult.id),
        municipality: consult.municipality.clone(),
    });
    waits.into_iter().collect()
}

/// The duties of a request of a data subject: the privacy officer answers within the term of the law.
pub fn of_claim(claim: &Claim) -> Vec<Duty> {
    let open = claim.answer.is_none().then(|| Duty {
        kind: DutyKind::Claim,
        holder: Holder::Role(Role::PrivacyOfficer),
        due: claim.due(),
        since: claim.entered_at,
        subject: DutySubject::Claim(claim.id),
        municipality: claim.municipality.clone(),
    });
    open.into_iter().collect()
}

/// The duty that a message brings that could not be read. Answers by computers bring none.
pub fn of_quarantined(message: &Quarantined, configuration: &Configuration) -> Option<Duty> {
    let step = configuration.route.first_of(StepKind::Report);
    (message.reason != AUTO_REPLY).then(|| Duty {
        kind: DutyKind::Quarantine,
        holder: Holder::Role(step.map_or(Role::Coordinator, |step| step.owner)),
        due: configuration
            .route
            .attention_after
            .after(dutch_date(message.received_at)),
        since: message.received_at,
        subject: DutySubject::Quarantined(message.id),
        municipality: message.municipality.clone(),
    })
}

/// The duty about a list of what is to be destroyed: of the owner of the process, then of the archivist.
pub fn of_list(list: &List, configuration: &Configuration) -> Vec<Duty> {
    let (kind, role, from) = match &list.state {
        ListState::Proposed => (DutyKind::ApproveDisposal, Role::Coordinator, list.made_on),
        ListState::Approved { owner } => (DutyKind::AuthoriseDisposal, Role::Archivist, dutch_date(owner.at)),
        ListState::Authorised { .. } | ListState::Done { .. } => return Vec::new(),
    };
    if list.listed().next().is_none() {
        return Vec::new();
    }
    vec![Duty {
        kind,
        holder: Holder::Role(role),
        due: configuration.route.attention_after.after(from),
        since: from.and_time(NaiveTime::MIN).and_utc(),
        subject: DutySubject::List(list.id),
        municipality: list.municipality.clone(),
    }]
}

/// The duties of a signal. An open signal always has one for its owner, with a date.
pub fn of_signal(signal: &Signal, configuration: &Configuration) -> Vec<Duty> {
    let line = |kind, holder, due, since| Duty {
        kind,
        holder,
        due,
        since,
        subject: DutySubject::Signal(signal.id),
        municipality: signal.municipality.clone(),
    };
    let owner = Holder::Person(signal.owner);
    // It stays when the signal is closed.
    let officer = || Holder::Role(Role::PrivacyOfficer);
    let unjudged = signal.unjudged();
    let mut duties: Vec<Duty> = unjudged
        .map(|it| line(DutyKind::GlassReview, officer(), dutch_date(it.at), it.at))
        .collect();
    match &signal.stage {
        Stage::Closed { .. } => return duties,
        Stage::Waiting { since, due, .. } => {
            duties.push(line(
                DutyKind::Waiting,
                owner.clone(),
                acute_by(signal, *due),
                *since,
            ));
        }
        Stage::AtStep { since, due, body, .. } => {
            duties.push(line(
                DutyKind::Step,
                owner.clone(),
                acute_by(signal, *due),
                *since,
            ));
            if let Some(body) = body {
                duties.push(line(DutyKind::Agenda, Holder::Body(body.clone()), *due, *since));
            }
            duties.extend(
                mover(signal, configuration).map(|holder| line(DutyKind::Step, holder, *due, *since)),
            );
            if let Some(gate) = signal.open_gate(configuration) {
                duties.push(line(DutyKind::Gate, Holder::Role(gate.decided_by), *due, *since));
            }
        }
    }
    duties.extend(
        of_strands(signal, &owner, configuration)
            .into_iter()
            .chain(of_feedback(signal, &owner))
            .map(|(kind, holder, due, since)| line(kind, holder, due, since)),
    );
    duties.extend(signal.queries.iter().filter_map(|query| {
        let (kind, holder, since) = of_query(signal, query, configuration)?;
        let due = configuration.route.attention_after.after(dutch_date(since));
        Some(line(kind, holder, due, since))
    }));
    let links = signal.reports.iter().filter(|link| link.unlinked.is_none());
    duties.extend(links.filter_map(|link| link.unread_since).min().map(|written| {
        let by = configuration.route.attention_after.after(dutch_date(written));
        line(DutyKind::Reply, owner.clone(), by, written)
    }));
    duties
}

/// Feedback that is owed and can be given now.
fn of_feedback(signal: &Signal, owner: &Holder) -> Vec<(DutyKind, Holder, NaiveDate, Timestamp)> {
    let at_feedback = signal.stage.is_at(StepKind::Feedback);
    let due = signal.feedback_due();
    due.filter(|(_, message)| at_feedback || message.moment == Moment::Receipt)
        .filter_map(|(link, message)| {
            Some((
                DutyKind::Feedback,
                owner.clone(),
                due_by(message)?,
                link.linked_at,
            ))
        })
        .collect()
}

/// By when its owner looks at a signal: an acute one at once, as long as something of it lies with somebody.
fn acute_by(signal: &Signal, due: NaiveDate) -> NaiveDate {
    let acute = signal.acute.as_ref().map(|mark| dutch_date(mark.at));
    let runs = signal.open_strands().next().is_some();
    acute.filter(|_| runs).map_or(due, |acute| acute.min(due))
}

/// The role that has to move the signal from its step. At a coordinator's step the signal's owner does it.
fn mover(signal: &Signal, configuration: &Configuration) -> Option<Holder> {
    let step = signal.current_step(configuration).ok()?;
    (step.owner != Role::Coordinator).then_some(Holder::Role(step.owner))
}

/// Who must do something about a question to a source: decide on it, or ask it after the decision. After the enrichment an enricher
/// can't ask any more, and the signal's owner does.
fn of_query(
    signal: &Signal,
    query: &SourceQuery,
    configuration: &Configuration,
) -> Option<(DutyKind, Holder, Timestamp)> {
    match &query.state {
        QueryState::Waiting => {
            let role = configuration.decides_on(&query.register);
            Some((DutyKind::QueryDecision, Holder::Role(role), query.at))
        }
        QueryState::Ready(Some(decision)) => {
            let enriching = signal.stage.is_at(StepKind::Enrich);
            let asks = if enriching { query.by } else { signal.owner };
            Some((DutyKind::Query, Holder::Person(asks), decision.at))
        }
        _ => None,
    }
}

/// What lies with whom beside the main line, and an answer that nobody at the desk has read.
fn of_strands(
    signal: &Signal,
    owner: &Holder,
    configuration: &Configuration,
) -> Vec<(DutyKind, Holder, NaiveDate, Timestamp)> {
    let mut lies = Vec::new();
    for strand in signal.open_strands() {
        let of_strand = of_strand(strand, owner).into_iter();
        lies.extend(of_strand.map(|(kind, holder)| (kind, holder, strand.due, strand.at)));
    }
    let answered = signal.strands.iter().filter_map(|strand| strand.answered);
    lies.extend(answered.min().map(|since| {
        let by = configuration.route.attention_after.after(dutch_date(since));
        (DutyKind::ReadAnswer, owner.clone(), by, since)
    }));
    lies
}

fn of_strand(strand: &Strand, owner: &Holder) -> Vec<(DutyKind, Holder)> {
    match &strand.kind {
        StrandKind::Task { assignee, .. } | StrandKind::Intervention { assignee, .. } => {
            vec![(DutyKind::Task, Holder::Person(*assignee))]
        }
        StrandKind::Inspection { visit, .. } => {
            let ours = strand.kind.doers().map(Holder::Person);
            let partners = visit.along().map(|it| Holder::Partner(it.partner.clone()));
            ours.chain(partners)
                .map(|holder| (DutyKind::Task, holder))
                .collect()
        }
        StrandKind::HandOver { partner, .. } | StrandKind::Case { partner, .. } => {
            vec![
                (DutyKind::HandOver, Holder::Partner(partner.clone())),
                (DutyKind::HandOver, owner.clone()),
            ]
        }
        // What the desk asked in return comes back to it as something to do.
        StrandKind::OtherDepartment { returns, .. } => {
            let kind = if returns.is_empty() {
                DutyKind::HandOver
            } else {
                DutyKind::AskBack
            };
            vec![(kind, owner.clone())]
        }
        StrandKind::Care { .. } => vec![
            (DutyKind::Care, Holder::Role(Role::CareCoordinator)),
            (DutyKind::Care, owner.clone()),
        ],
    }
}

fn due_by(feedback: &Feedback) -> Option<NaiveDate> {
    match feedback.state {
        FeedbackState::Due { by } => Some(by),
        FeedbackState::Given { .. } | FeedbackState::Withheld { .. } | FeedbackState::NotOwed { .. } => None,
    }
}

/// How many days a duty is late on a day; none when it is not.
pub fn days_late(due: NaiveDate, now: Timestamp) -> Option<i64> {
    let late = dutch_date(now).signed_duration_since(due).num_days();
    (late > 0).then_some(late)
}
