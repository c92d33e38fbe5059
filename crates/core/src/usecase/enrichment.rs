// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking a source: the only way by which a question leaves the program, and only behind its gate.
//!
//! A question is written down and decided as acts on the signal ([`Act::AskSource`], [`Act::StepQuery`]). Here it is asked: first that
//! it will be is stored, then the source is asked, then what it said is stored. A source that does not answer leaves the
//! question as it was.

use crate::{
    configuration::register::Register,
    enrichment::{Inquiry, QueryRefusal, RegisterTrouble},
    id::{QueryId, SignalId},
    policy::{Actor, Right},
    ports::{Question, Services},
    processing::Trace,
    signal::{
        Signal,
        act::{Act, QueryStep, Refusal},
    },
    usecase::{
        Failure, configuration, missing,
        signal::{Once, done},
    },
};

/// What came of asking a source: the signal as it stands then, and why the source did not answer, where it did not.
pub type Asked = (Signal, Option<RegisterTrouble>);

/// Asks a source whether it knows anything.
pub async fn look(
    services: &Services,
    actor: &Actor,
    signal: SignalId,
    query: QueryId,
) -> Result<Asked, Failure> {
    ask(services, actor, signal, query, false).await
}

/// Reads the fields that the configuration allows, after a hit.
pub async fn read(
    services: &Services,
    actor: &Actor,
    signal: SignalId,
    query: QueryId,
) -> Result<Asked, Failure> {
    ask(services, actor, signal, query, true).await
}

async fn ask(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    query: QueryId,
    reads: bool,
) -> Result<Asked, Failure> {
    let step = if reads { QueryStep::Read } else { QueryStep::Look };
    let begun = done(
        services,
        actor,
        id,
        Once::default(),
        Act::StepQuery { query, step },
    )
    .await?;
    let (register, inquiry) = asked_of(services, actor, &begun, query).await?;
    let question = Question {
        municipality: actor.municipality.clone(),
        register,
        inquiry,
        trace: Trace::begin(services.minter.as_ref()),
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
    let register = configuration(services, actor)?.register(&asked.register).cloned();
    // It was taken out of the configuration after the question was written down.
    let register = register.ok_or(Refusal::Query(QueryRefusal::NotNow))?;
    Ok((register, asked.inquiry.clone()))
}
