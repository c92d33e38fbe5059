// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading signals, and the lists of them. What shows content is recorded before it is shown.

use crate::{
    audit::{About, Event, Line, ListKind},
    change::Changes,
    configuration::route::StepKind,
    duty::{Duty, DutyKind, DutySubject, Holder},
    id::{PersonId, ReportId, SignalId, StrandId},
    people::Access,
    policy::{self, Actor, Object, Right, Role},
    ports::{DutyLine, DutyQuery, Services, SignalLine, SignalQuery, Stored},
    report::Report,
    signal::{
        Signal,
        care::CareFile,
        strand::{Strand, StrandKind},
    },
    usecase::{
        Failure, admitted_here, allowed_here, configuration, enrichment, inspection, list_shown, missing,
        refused, would_permit_here,
    },
};

/// A signal with what belongs on its page.
#[derive(Clone, Debug)]
pub struct SignalView {
    /// The signal.
    pub signal: Stored<Signal>,
    /// Its reports, for who may read reports.
    pub reports: Vec<Stored<Report>>,
    /// What happened to it, oldest first; without who read it, and with what is about its reporters for who may read reports, and
    /// about questions to sources for who may ask or decide on them.
    pub history: Vec<Line>,
}

/// One strand of a signal, for the one who got it: nothing else of the signal.
#[derive(Clone, Debug)]
pub struct StrandView {
    /// Number of the signal.
    pub number: String,
    /// The strand.
    pub strand: Strand,
    /// Whether the use of the signal is restricted.
    pub restricted: bool,
}

/// Reads a signal. The read is recorded with its purpose.
pub async fn read(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    purpose: &str,
) -> Result<SignalView, Failure> {
    let Some(mut signal) = services.store.signal(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::ReadSignal).await);
    };
    let permit = match policy::permit(actor, Right::ReadSignal, Object::Signal(&signal.value)) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
    };
    let event = Event::SignalRead {
        purpose: purpose.to_owned(),
    };
    let now = services.clock.now();
    services
        .store
        .commit(Changes::new(
            &permit,
            now,
            services.minter.as_ref(),
            About::Signal(id),
            event,
        ))
        .await?;
    let reads_reports = would_permit_here(actor, Right::ReadReports);
    let reports = if reads_reports {
        let ids: Vec<ReportId> = signal.value.linked().map(|link| link.report).collect();
        services.store.reports_by_id(&actor.municipality, &ids).await?
    } else {
        Vec::new()
    };
    let sees_queries = enrichment::sees_queries(actor, &signal.value);
    if !sees_queries {
        signal.value.queries.clear();
    }
    hide_care(actor, &mut signal.value);
    let mut history = services
        .store
        .history(&actor.municipality, About::Signal(id))
        .await?;
    history.retain(|line| {
        is_shown(
            line,
            reads_reports,
            sees_queries,
            would_permit_here(actor, Right::ReadStrand),
        )
    });
    Ok(SignalView {
        signal,
        reports,
        history,
    })
}

/// Reads one strand of a signal.
pub async fn read_strand(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    strand: StrandId,
) -> Result<StrandView, Failure> {
    let signal = services.store.signal(&actor.municipality, id).await?;
    let found = signal
        .as_ref()
        .and_then(|signal| Some((signal, signal.value.strands.iter().find(|s| s.id == strand)?)));
    let Some((signal, held)) = found else {
        return Err(missing(services, actor, Right::ReadStrand).await);
    };
    let permit = match policy::permit(actor, Right::ReadStrand, Object::Strand(&signal.value, held)) {
        Ok(permit) => permit,
        Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
    };
    let now = services.clock.now();
    let event = Event::StrandRead { strand };
    services
        .store
        .commit(Changes::new(
            &permit,
            now,
            services.minter.as_ref(),
            About::Signal(id),
            event,
        ))
        .await?;
    let mut strand = held.clone();
    if let StrandKind::Inspection { visit, .. } = &mut strand.kind {
        visit
            .findings
            .retain(|finding| inspection::sees(actor, held, finding));
    }
    Ok(StrandView {
        number: signal.number.clone(),
        strand,
        restricted: signal.value.is_restricted(),
    })
}

/// Whether a line of the journal is part of the history of a signal, for somebody who may read its reports, sees questions to sources, and
/// reads every strand.
fn is_shown(line: &Line, reads_reports: bool, sees_queries: bool, reads_strands: bool) -> bool {
    match line.action.as_str() {
        "signal-read"
        | "strand-read"
        | "photo-opened"
        | "read-under-glass"
        | "claim-place-opened"
        | "links-shown"
        | "brought-read"
        | "who-looked-seen"
        | "refused"
        | "text-named-reporter" => false,
        // Why a report belongs here and why nobody was answered often says who reported.
        "report-linked" | "report-unlinked" | "kept-apart" | "apart-taken-back" | "feedback-given"
        | "feedback-withheld" => reads_reports,
        "query-written" | "query-decided" | "query-withdrawn" | "source-asked" | "source-answered" => {
            sees_queries
        }
        "strand-stepped" => reads_strands || !is_of_care(line),
        _ => true,
    }
}

/// Whether a line of the journal tells what was agreed about care.
fn is_of_care(line: &Line) -> bool {
    match line.detail.as_ref().map(|detail| &detail.event) {
        Some(Event::StrandStepped { step, .. }) => {
            matches!(step.as_str(), "consent" | "reflect" | "consider")
        }
        _ => false,
    }
}

/// What was agreed about care stays in its compartment, whoever else may read the signal.
fn hide_care(actor: &Actor, signal: &mut Signal) {
    let hidden: Vec<bool> = signal
        .strands
        .iter()
        .map(|strand| !policy::would_permit(actor, Right::ReadStrand, Object::Strand(signal, strand)))
        .collect();
    for (strand, hidden) in signal.strands.iter_mut().zip(hidden) {
        if let StrandKind::Care { what, file, .. } = &mut strand.kind
            && hidden
        {
            what.clear();
            **file = CareFile::default();
        }
    }
}

/// The first open strand of a signal that is the actor's own. It says where their work is and nothing more; reading it is recorded.
pub async fn own_strand(services: &Services, actor: &Actor, id: SignalId) -> Result<StrandId, Failure> {
    admitted_here(services, actor, Right::OwnAccount).await?;
    let signal = services.store.signal(&actor.municipality, id).await?;
    let own = signal.as_ref().and_then(|signal| {
        let mut open = signal.value.open_strands();
        open.find(|strand| {
            let object = Object::Strand(&signal.value, strand);
            policy::has_strand(actor, strand) && policy::would_permit(actor, Right::ReadStrand, object)
        })
    });
    match own {
        Some(strand) => Ok(strand.id),
        None => Err(missing(services, actor, Right::ReadSignal).await),
    }
}

/// A page of signals. Who may not read all of them gets those that lie with them now: at an enrichment step, before their body.
pub async fn list(
    services: &Services,
    actor: &Actor,
    query: &SignalQuery,
) -> Result<Vec<SignalLine>, Failure> {
    let here = Object::Municipality(&actor.municipality);
    match policy::permit(actor, Right::ReadSignal, here) {
        Ok(permit) => {
            let mut lines = services.store.signals(&actor.municipality, query).await?;
            lines.retain(|line| !concerns(actor, &line.kept_out));
            list_shown(services, &permit, ListKind::Signals, lines.len()).await?;
            Ok(lines)
        }
        Err(_) if policy::is_conceivable(actor, Right::ReadSignal) => {
            let permit = allowed_here(services, actor, Right::OwnAccount).await?;
            let open = !query.closed && query.after.is_none();
            let mut lines = if open {
                lying_with(services, actor).await?
            } else {
                Vec::new()
            };
            lines.retain(|line| query.step.is_none() || line.step == query.step);
            lines.retain(|line| !concerns(actor, &line.kept_out));
            list_shown(services, &permit, ListKind::Signals, lines.len()).await?;
            Ok(lines)
        }
        Err(denied) => Err(refused(services, actor, About::Municipality, denied).await),
    }
}

/// Signals that lie with the actor by their part in the route, by date.
async fn lying_with(services: &Services, actor: &Actor) -> Result<Vec<SignalLine>, Failure> {
    let configuration = configuration(services, actor)?;
    let mut lines = Vec::new();
    if actor.has(Role::Enricher) {
        for step in configuration
            .route
            .steps
            .iter()
            .filter(|step| step.kind == StepKind::Enrich)
        {
            let query = SignalQuery {
                step: Some(step.id.clone()),
                limit: MOST_WITH_ONE,
                ..SignalQuery::default()
            };
            lines.extend(services.store.signals(&actor.municipality, &query).await?);
        }
        lines.retain(|line| !line.waiting);
    }
    for body in configuration
        .bodies
        .iter()
        .filter(|body| actor.sits_for_us_in(&body.id))
    {
        lines.extend(
            services
                .store
                .signals_before(&actor.municipality, &body.id)
                .await?,
        );
    }
    lines.sort_by_key(|line| (line.due, line.id));
    lines.dedup_by_key(|line| line.id);
    Ok(lines)
}

/// The signal with this number, for who may add reports to it.
pub async fn numbered(services: &Services, actor: &Actor, number: &str) -> Result<SignalId, Failure> {
    admitted_here(services, actor, Right::TriageReports).await?;
    let number = number.trim().to_uppercase();
    services
        .store
        .signal_numbered(&actor.municipality, &number)
        .await?
        .ok_or(Failure::NotFound)
}

/// How many signals are shown that lie with one person at one step.
const MOST_WITH_ONE: u16 = 200;

/// A page of what the actor has to do. Whatever the query asks, it is held to the actor's own duties. A title is content: it is
/// empty for who may not read the whole signal or report. Who is asked about a report does not learn its number.
pub async fn work_list(
    services: &Services,
    actor: &Actor,
    mut query: DutyQuery,
) -> Result<Vec<DutyLine>, Failure> {
    let permit = allowed_here(services, actor, Right::OwnAccount).await?;
    let own = Holder::of(actor);
    if query.holders.is_empty() {
        query.holders = own;
    } else {
        query.holders.retain(|holder| own.contains(holder));
    }
    let mut lines = services.store.duties(&actor.municipality, &query).await?;
    lines.retain(|line| !concerns(actor, &line.kept_out));
    for line in &mut lines {
        if !reads_title(actor, &line.duty) {
            line.title.clear();
        }
        // Numbers count on: that of a report of somebody else says how many there are.
        if line.duty.kind == DutyKind::Question {
            line.number.clear();
        }
    }
    list_shown(services, &permit, ListKind::Duties, lines.len()).await?;
    Ok(lines)
}

/// Whether the holder of a duty may read what it is about: who got a strand reads that strand and nothing else.
fn reads_title(actor: &Actor, duty: &Duty) -> bool {
    let right = match duty.subject {
        DutySubject::Report(_) | DutySubject::Quarantined(_) => Right::ReadReports,
        DutySubject::Signal(_) => Right::ReadSignal,
        DutySubject::Consult(_) => Right::GiveAdvice,
        DutySubject::List(_) => Right::ReadRetention,
        DutySubject::Claim(_) => Right::HandleClaims,
    };
    let whole = match duty.kind {
        DutyKind::Agenda => true,
        DutyKind::Step => duty.holder == Holder::Role(Role::Enricher),
        DutyKind::Triage
        | DutyKind::Quarantine
        | DutyKind::Gate
        | DutyKind::QueryDecision
        | DutyKind::Query
        | DutyKind::Waiting
        | DutyKind::Task
        | DutyKind::HandOver
        | DutyKind::AskBack
        | DutyKind::ReadAnswer
        | DutyKind::Care
        | DutyKind::Feedback
        | DutyKind::Question
        | DutyKind::Reply
        | DutyKind::Advice
        | DutyKind::Undelivered
        | DutyKind::Claim
        | DutyKind::GlassReview
        | DutyKind::Inspect
        | DutyKind::ApproveDisposal
        | DutyKind::AuthoriseDisposal => false,
    };
    whole || would_permit_here(actor, right)
}

/// Duties of people whose account is closed: nobody would see them on their own list. For who hands signals to another owner.
pub async fn left_behind(services: &Services, actor: &Actor) -> Result<Vec<DutyLine>, Failure> {
    let permit = allowed_here(services, actor, Right::WorkSignal).await?;
    let people = services.store.people(&actor.municipality).await?;
    let gone = people
        .iter()
        .filter(|person| matches!(person.value.access, Access::Disabled));
    let holders: Vec<Holder> = gone.map(|person| Holder::Person(person.value.id)).collect();
    if holders.is_empty() {
        return Ok(Vec::new());
    }
    let query = DutyQuery {
        holders,
        limit: 50,
        ..DutyQuery::default()
    };
    let mut lines = services.store.duties(&actor.municipality, &query).await?;
    lines.retain(|line| !concerns(actor, &line.kept_out));
    list_shown(services, &permit, ListKind::Duties, lines.len()).await?;
    Ok(lines)
}

/// Whether the actor is among those who stay out of a signal. A list knows no more of it than that.
pub(crate) fn concerns(actor: &Actor, kept_out: &[PersonId]) -> bool {
    actor.person.is_some_and(|person| kept_out.contains(&person))
}
