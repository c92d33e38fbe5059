// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA: reading it, answering its questions, and giving it out. Each is recorded.

use std::sync::Arc;

use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Write},
    configuration::Configuration,
    dpia::{self, Answer, Classification, Dpia, Entry, Inputs, Question, Weighing, fact, question::Kind},
    id::{DpiaId, EntryId, MunicipalityId, Timestamp},
    policy::{Actor, Permit, Right},
    ports::{Services, Stored},
    usecase::{Failure, admitted_here, allowed_here, configuration, once_per_content, retried},
};

/// An answer is at most so many characters long.
const LONGEST: usize = 20_000;

/// The DPIA as it stood when it was read.
#[derive(Debug)]
pub struct DpiaView {
    /// What people answered, where somebody did.
    pub answers: Option<Dpia>,
    /// The configuration from which the rest is derived.
    pub configuration: Arc<Configuration>,
    /// How the database is classified.
    pub classification: Classification,
    /// When it was read.
    pub at: Timestamp,
}

impl DpiaView {
    /// From what the program derives.
    pub fn inputs(&self) -> Inputs<'_> {
        Inputs {
            configuration: &self.configuration,
            classification: &self.classification,
            today: dutch_date(self.at),
        }
    }

    /// Every question with how it stands.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        dpia::assess(self.answers.as_ref(), &self.inputs())
    }
}

/// What somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The question.
    pub question: &'static Question,
    /// The words; may be empty where the program knows the answer.
    pub text: String,
    /// How a risk was weighed.
    pub weighing: Option<Weighing>,
}

/// Reads it for the screen.
pub async fn read(services: &Services, actor: &Actor) -> Result<DpiaView, Failure> {
    view(services, actor, Event::DpiaRead).await
}

/// Gives it out, on paper or for a machine.
pub async fn give_out(services: &Services, actor: &Actor) -> Result<DpiaView, Failure> {
    view(services, actor, Event::DpiaGivenOut).await
}

/// How many answers are out of date, for the work list. Shows no answer, and so is no read.
pub async fn outdated(services: &Services, actor: &Actor) -> Result<usize, Failure> {
    admitted_here(services, actor, Right::KeepDpia).await?;
    let stored = services.store.dpia(&actor.municipality).await?;
    let configuration = configuration(services, actor)?;
    let answers = stored.map(|stored| stored.value);
    let view = sight(answers, configuration, services.clock.now())?;
    let entries = view.entries().into_iter();
    Ok(entries.filter(|entry| entry.state.is_outdated()).count())
}

async fn view(services: &Services, actor: &Actor, event: Event) -> Result<DpiaView, Failure> {
    let permit = allowed_here(services, actor, Right::KeepDpia).await?;
    let at = services.clock.now();
    let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Municipality, event);
    services.store.commit(changes).await?;
    let stored = services.store.dpia(&actor.municipality).await?;
    let configuration = configuration(services, actor)?;
    sight(stored.map(|stored| stored.value), configuration, at)
}

fn sight(
    answers: Option<Dpia>,
    configuration: Arc<Configuration>,
    at: Timestamp,
) -> Result<DpiaView, Failure> {
    Ok(DpiaView {
        answers,
        configuration,
        // It is part of the program, and a test reads it.
        classification: Classification::ours().or(Err(Failure::Unavailable))?,
        at,
    })
}

/// Answers a question, or says that what was derived has been looked over. `form` is that of the form: sent twice with the same words it
/// counts once.
pub async fn answer(services: &Services, actor: &Actor, form: EntryId, given: Given) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepDpia).await?;
    check(&given)?;
    let form = once_per_content(services, form.0, &given);
    let attempt = async || add(services, actor, &permit, form, &given).await;
    let first = retried(services, attempt).await;
    if first == Err(Failure::DoneAlready) {
        // Somebody else gave the very first answer in the same moment; or it is the same form again, which stays refused.
        return retried(services, attempt).await.map(|_| ());
    }
    first.map(|_| ())
}

async fn add(
    services: &Services,
    actor: &Actor,
    permit: &Permit,
    form: uuid::Uuid,
    given: &Given,
) -> Result<(Changes, ()), Failure> {
    let by = actor.person.ok_or(Failure::NotFound)?;
    let m = &actor.municipality;
    let person = services.store.person(m, by).await?.ok_or(Failure::NotFound)?;
    let stored: Option<Stored<Dpia>> = services.store.dpia(m).await?;
    let (revision, answers) = stored.map_or((None, None), |it| (Some(it.revision), Some(it.value)));
    let at = services.clock.now();
    let view = sight(answers, configuration(services, actor)?, at)?;
    let facts = fact::beside(given.question, &view.inputs(), view.answers.as_ref());
    let mut dpia = view
        .answers
        .unwrap_or_else(|| Dpia::new(the_one_of(services, m), m.clone()));
    dpia.answers.push(Answer {
        question: given.question.id.to_owned(),
        text: given.text.trim().to_owned(),
        weighing: given.weighing,
        by,
        name: person.value.name,
        at,
        facts,
    });
    let event = Event::DpiaAnswered {
        question: given.question.id.to_owned(),
    };
    let write = match revision {
        Some(revision) => Write::SaveDpia(Box::new(dpia), revision),
        None => Write::NewDpia(Box::new(dpia)),
    };
    let changes = Changes::new(permit, at, services.minter.as_ref(), About::Municipality, event);
    Ok((changes.once(Some(form)).write(write), ()))
}

/// A municipality has one DPIA: its identifier follows from the municipality, so that there can't be a second.
fn the_one_of(services: &Services, m: &MunicipalityId) -> DpiaId {
    DpiaId(once_per_content(services, uuid::Uuid::nil(), m))
}

fn check(given: &Given) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let is_empty = crate::blank::is_blank(&given.text);
    let must_be_said = !matches!(given.question.kind, Kind::Derived);
    if (is_empty && must_be_said) || given.text.chars().count() > LONGEST {
        wrong.push("text");
    }
    if matches!(given.question.kind, Kind::Risk(_)) != given.weighing.is_some() {
        wrong.push("weighing");
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::Invalid(wrong))
    }
}
