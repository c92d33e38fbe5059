// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Doing something with a signal.

use super::{events, permitted};
use crate::{
    audit::About,
    change::{Changes, Write},
    id::{PersonId, SignalId, Timestamp},
    policy::{Actor, Permit, Right},
    ports::Services,
    sharing::pack::Release,
    signal::{
        Signal,
        act::{Act, Hand, QueryStep, Refusal},
        feedback::FeedbackWay,
    },
    usecase::{
        Failure, configuration, enrichment, missing, once_per_content, outgoing::queue_feedback, people,
        refused, retried,
    },
};

/// What a form saw when it was made, and its own mark. It guards against acting twice and against acting on what has moved on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Once {
    /// How many steps the signal had visited.
    pub visits: Option<usize>,
    /// The mark of the form: a form that is sent twice with the same content counts once.
    pub form: Option<uuid::Uuid>,
}

/// Does an act on a signal. Gives the signal as it stands then.
pub async fn act(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    once: Once,
    act: Act,
) -> Result<Signal, Failure> {
    let elsewhere = matches!(
        act,
        // In a sitting a body decides by way of its agenda: `usecase::meeting::decide`.
        Act::Decide { meeting: Some(_), .. }
            // A source is asked behind its gate: `usecase::enrichment`.
            | Act::StepQuery { step: QueryStep::Look | QueryStep::Read | QueryStep::End(_), .. }
    );
    if elsewhere {
        return Err(Refusal::NotHere.into());
    }
    done(services, actor, id, once, act).await
}

/// Does an act on a signal, also one that only a use case does.
pub(crate) async fn done(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    once: Once,
    act: Act,
) -> Result<Signal, Failure> {
    people::check_chosen(services, actor, &act).await?;
    let mark = once
        .form
        .map(|form| once_per_content(services, form, &filled_in(&act)));
    let act = match act {
        // Where the journal stands is not for who releases to say.
        Act::Release(release) => Act::Release(Box::new(Release {
            head: services.store.journal_head(&actor.municipality).await?,
            ..*release
        })),
        act => act,
    };
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let Some(stored) = services.store.signal(&actor.municipality, id).await? else {
            return Err(missing(services, actor, Right::ReadSignal).await);
        };
        let permit = match permitted(actor, &stored.value, &configuration, &act.kind()) {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, About::Signal(id), denied).await),
        };
        if once.visits.is_some_and(|seen| seen != stored.value.visits.len()) {
            let step = stored.value.visits.last().map(|visit| visit.step.clone());
            return Err(step.map_or(Refusal::NoWay, Refusal::Elsewhere).into());
        }
        enrichment::check_connected(services, &stored.value, &act)?;
        let by = actor.person.ok_or(Failure::NotFound)?;
        let now = services.clock.now();
        let hand = Hand {
            configuration: &configuration,
            now,
            by,
            minter: services.minter.as_ref(),
        };
        let before = stored.value;
        let after = before.clone().apply(act.clone(), &hand)?;
        let changes = events::journaled(&permit, &hand, (&before, &after, &act))
            .ok_or(Failure::DoneAlready)?
            .once(mark);
        let changes = carried(services, &permit, changes, &act, (&after, by, now))
            .await?
            .write(Write::save_signal(after.clone(), stored.revision, &configuration));
        Ok((changes, after))
    };
    retried(services, attempt).await.map(|(_, signal)| signal)
}

/// What was filled in: not the moment, which is another each time that the form is sent.
fn filled_in(act: &Act) -> Act {
    let mut act = act.clone();
    match &mut act {
        Act::Observe(observation) => observation.at = Timestamp::default(),
        Act::Assess(assessment) => assessment.at = Timestamp::default(),
        Act::AddSubject(subject) => subject.at = Timestamp::default(),
        Act::AddNote(note) => note.at = Timestamp::default(),
        Act::Mark(mark) => mark.at = Timestamp::default(),
        _ => {}
    }
    act
}

/// Adds the mail that carries a message to a reporter, or that it waits for them here, where it is given in that way.
async fn carried(
    services: &Services,
    permit: &Permit,
    changes: Changes,
    act: &Act,
    (signal, by, now): (&Signal, PersonId, Timestamp),
) -> Result<Changes, Failure> {
    let Act::GiveFeedback {
        feedback,
        text,
        way,
        followed,
    } = act
    else {
        return Ok(changes);
    };
    let mut links = signal.linked();
    let link = links.find(|link| link.feedback.iter().any(|message| message.id == *feedback));
    let report = link.ok_or(Failure::NotFound)?.report;
    let report = services
        .store
        .report(&permit.actor().municipality, report)
        .await?;
    let mut report = report.ok_or(Failure::NotFound)?;
    let given = (*feedback, *way, text.as_str(), *followed);
    let changes = queue_feedback(services, changes, &report, given, (permit, by, now)).await?;
    if *way != FeedbackWay::Online {
        return Ok(changes);
    }
    report.value.told = true;
    let configuration = configuration(services, permit.actor())?;
    Ok(changes.write(Write::save_report(report.value, report.revision, &configuration)))
}
