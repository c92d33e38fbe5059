// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking a source: the only way by which a question leaves the program, and only behind its gate.
//!
//! A question is written down and decided as acts on the signal ([`Act::AskSource`], [`Act::StepQuery`]). Here it is asked: first that
//! it will be is stored, then the source is asked, then what it said is stored. A source that does not answer leaves the
//! question as it was.

use crate::{
    audit::ListKind,
    configuration::register::Register,
    duty::{DutyKind, Holder},
    enrichment::{Inquiry, QueryRefusal, RegisterTrouble},
    id::{EntryId, QueryId, SignalId},
    policy::{self, Actor, Object, Right, Role},
    ports::{DutyLine, DutyQuery, Question, Services},
    processing::{Call, Trace, span_of},
    signal::{
        Signal,
        act::{Act, QueryStep, Refusal},
    },
    usecase::{
        Failure, admitted_here, allowed_here, configuration, list_shown, missing,
        signal::{Once, done},
    },
};

/// What came of asking a source: the signal as it stands then, and why the source did not answer, where it did not.
pub type Asked = (Signal, Option<RegisterTrouble>);

/// Asks a source whether it knows anything.
pub async fn look(
    services: &Services,
    actor: &Actor,
    (signal, query): (SignalId, QueryId),
    once: Once,
) -> Result<Asked, Failure> {
    ask(services, actor, (signal, query), once, false).await
}

/// Reads the fields that are needed and allowed, after a hit.
pub async fn read(
    services: &Services,
    actor: &Actor,
    (signal, query): (SignalId, QueryId),
    once: Once,
) -> Result<Asked, Failure> {
    ask(services, actor, (signal, query), once, true).await
}

/// Whether somebody sees the questions about a signal, with what sources said: who may ask them or decide on them. Members and guests of a
/// body do not; what they need, somebody writes down as a note.
pub fn sees_queries(actor: &Actor, signal: &Signal) -> bool {
    let may = |right| policy::would_permit(actor, right, Object::Signal(signal));
    may(Right::Enrich) || may(Right::DecideGate)
}

/// The gates that nobody has decided yet, of the route and of questions to sources, by date; for who watches over them.
pub async fn open_gates(services: &Services, actor: &Actor) -> Result<Vec<DutyLine>, Failure> {
    admitted_here(services, actor, Right::ReadJournal).await?;
    let permit = allowed_here(services, actor, Right::ReadSignal).await?;
    let deciding = Role::ALL
        .into_iter()
        .filter(|role| policy::role_grants(*role, Right::DecideGate));
    let query = DutyQuery {
        holders: deciding.map(Holder::Role).collect(),
        kinds: vec![DutyKind::Gate, DutyKind::QueryDecision],
        limit: MOST_GATES,
        ..DutyQuery::default()
    };
    let mut lines = services.store.duties(&actor.municipality, &query).await?;
    lines.retain(|line| !super::signal::concerns(actor, &line.kept_out));
    list_shown(services, &permit, ListKind::Duties, lines.len()).await?;
    Ok(lines)
}

/// How many open gates are shown.
const MOST_GATES: u16 = 200;

/// A question to a source without connection is neither written down nor asked: it would never be answered.
pub(crate) fn check_connected(services: &Services, signal: &Signal, act: &Act) -> Result<(), Refusal> {
    let register = match act {
        Act::AskSource(new) => Some(&new.register),
        Act::StepQuery {
            query,
            step: QueryStep::Look | QueryStep::Read,
        } => signal.query(*query).map(|query| &query.register),
        _ => None,
    };
    match register {
        Some(register) if !services.registers.is_connected(&signal.municipality, register) => {
            Err(QueryRefusal::NotConnected.into())
        }
        _ => Ok(()),
    }
}

async fn ask(
    services: &Services,
    actor: &Actor,
    (id, query): (SignalId, QueryId),
    once: Once,
    reads: bool,
) -> Result<Asked, Failure> {
    let step = if reads { QueryStep::Read } else { QueryStep::Look };
    // The question bears the mark of the entry that says that it is asked: the source's log can be laid beside ours.
    let minter = services.minter.as_ref();
    let asked = once.form.unwrap_or_else(|| minter.mint());
    let call = actor.call;
    let call = call.unwrap_or_else(|| Call::came(None, services.clock.now(), minter));
    let actor = &Actor {
        call: Some(call),
        ..actor.clone()
    };
    let once = Once {
        form: Some(asked),
        ..once
    };
    let begun = done(services, actor, id, once, Act::StepQuery { query, step }).await?;
    let (register, inquiry) = asked_of(services, actor, &begun, query).await?;
    let question = Question {
        municipality: actor.municipality.clone(),
        register,
        inquiry,
        trace: Trace {
            trace_id: call.trace_id,
            span_id: span_of(EntryId(asked)),
        },
    };
    let said = if reads {
        services.registers.read(&question).await
    } else {
        services.registers.look(&question).await
    };
    let trouble = said.as_ref().err().copied();
    let step = QueryStep::End(said);
    let act = Act::StepQuery { query, step };
    let signal = done(services, actor, id, Once::default(), act).await?;
    Ok((signal, trouble))
}

async fn asked_of(
    services: &Services,
    actor: &Actor,
    signal: &Signal,
    query: QueryId,
) -> Result<(Register, Inquiry), Failure> {
    let Some(asked) = signal.query(query) else {
        return Err(missing(services, actor, Right::Enrich).await);
    };
    let configuration = configuration(services, actor)?;
    // The configuration may have changed in this very moment.
    let register = configuration.register(&asked.register);
    let register = register.ok_or(Refusal::Query(QueryRefusal::Changed))?;
    let readable = Register {
        fields: asked.readable(register),
        ..register.clone()
    };
    Ok((readable, asked.inquiry.clone()))
}
