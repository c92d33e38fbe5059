// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! May I share this? Asking the matrix about a signal, and opening what was released. Both are recorded.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::Changes,
    id::{PackId, PartyId, RuleId, SignalId},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    sharing::{
        Answer, Category,
        mark::{ItemRef, Onward, Regime},
        pack::{Head, Pack, PackGround, PackState},
        terms::Verdict,
    },
    signal::{Signal, act::Refusal},
    usecase::{Failure, configuration, missing, refused},
};

/// What is asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Items of the signal.
    pub items: BTreeSet<ItemRef>,
    /// Kinds of data of which nothing stands in the signal yet.
    pub categories: BTreeSet<Category>,
}

async fn worked_on(
    services: &Services,
    actor: &Actor,
    id: SignalId,
) -> Result<(Stored<Signal>, Permit), Failure> {
    let Some(signal) = services.store.signal(&actor.municipality, id).await? else {
        return Err(missing(services, actor, Right::WorkSignal).await);
    };
    match policy::permit(actor, Right::WorkSignal, Object::Signal(&signal.value)) {
        Ok(permit) => Ok((signal, permit)),
        Err(denied) => Err(refused(services, actor, About::Signal(id), denied).await),
    }
}

/// Asks whether items and kinds of data of a signal may go to somebody. The question and its answer are recorded; the page words what
/// the same signal and configuration say.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    id: SignalId,
    to: &PartyId,
    asked: &Asked,
) -> Result<Stored<Signal>, Failure> {
    let (signal, permit) = worked_on(services, actor, id).await?;
    let configuration = configuration(services, actor)?;
    if configuration.party(to).is_none() {
        return Err(Failure::Invalid(vec!["to"]));
    }
    let now = services.clock.now();
    let today = dutch_date(now);
    let mut categories = asked.categories.clone();
    let from = configuration.first_controller();
    let kinds = Verdict::of(
        configuration.sharing.as_ref(),
        (&from, to),
        &asked.categories,
        signal.value.circumstances(),
    );
    let mut answers: Vec<Answer> = kinds.rulings.iter().map(|ruling| ruling.answer).collect();
    let mut rules: BTreeSet<RuleId> = kinds.rules().into_iter().collect();
    for item in signal.value.items() {
        if asked.items.contains(&item.at) {
            let judged = signal.value.judge(&configuration, &item, to, today);
            answers.push(judged.verdict.answer);
            rules.extend(judged.verdict.rules());
            categories.extend(item.categories);
        }
    }
    let Some(answer) = answers.into_iter().max() else {
        return Err(Failure::Invalid(vec!["items"]));
    };
    let event = Event::SharingAsked {
        to: to.clone(),
        categories: categories.into_iter().collect(),
        answer,
        rules: rules.into_iter().collect(),
    };
    let minter = services.minter.as_ref();
    let changes = Changes::new(&permit, now, minter, About::Signal(id), event);
    services.store.commit(changes).await?;
    Ok(signal)
}

/// A pack as a machine reads it. Names nobody who released it, and nothing of where an item was found.
#[derive(Debug, Serialize)]
pub struct Sheet {
    /// What this file is.
    pub kind: &'static str,
    /// Version of its form.
    pub version: u8,
    /// Identifier of the pack.
    pub pack: PackId,
    /// Which municipality gives it.
    pub municipality: String,
    /// Number of the signal.
    pub signal: String,
    /// To whom.
    pub to: PartyId,
    /// When it was released.
    pub released_at: crate::id::Timestamp,
    /// The last day on which it may be used.
    pub expires_on: chrono::NaiveDate,
    /// Where the journal stood.
    pub journal_head: Option<Head>,
    /// What it holds.
    pub items: Vec<SheetItem>,
}

/// An item of a pack as a machine reads it.
#[derive(Debug, Serialize)]
pub struct SheetItem {
    /// Its text.
    pub text: String,
    /// Which kinds of data are in it.
    pub categories: BTreeSet<Category>,
    /// Who is responsible for it.
    pub controller: PartyId,
    /// Under which law it came.
    pub regime: Regime,
    /// Whether it may go on.
    pub may_go_on: Onward,
    /// Whether it may stand in minutes.
    pub may_stand_in_minutes: bool,
    /// On which grounds, as they stood then.
    pub grounds: Vec<PackGround>,
}

/// Opens a pack to give it out. Recorded; what was taken back or has expired is not given out any more, nor what is restricted.
pub async fn open(services: &Services, actor: &Actor, id: SignalId, pack: PackId) -> Result<Sheet, Failure> {
    let (signal, permit) = worked_on(services, actor, id).await?;
    if signal.value.is_restricted() {
        return Err(Refusal::Restricted.into());
    }
    let now = services.clock.now();
    let found = signal.value.packs.iter().find(|it| it.id == pack);
    let found = found.ok_or(Failure::NotFound)?;
    if found.state(dutch_date(now)) != PackState::Open {
        return Err(Refusal::NotHere.into());
    }
    let event = Event::PackOpened {
        pack,
        to: found.to.clone(),
    };
    let minter = services.minter.as_ref();
    let changes = Changes::new(&permit, now, minter, About::Signal(id), event);
    services.store.commit(changes).await?;
    Ok(sheet(&signal, found))
}

fn sheet(signal: &Stored<Signal>, pack: &Pack) -> Sheet {
    let items = pack.items.iter().map(|item| SheetItem {
        text: item.text.clone(),
        categories: item.categories.clone(),
        controller: item.from.clone(),
        regime: item.regime,
        may_go_on: item.onward,
        may_stand_in_minutes: item.minutes,
        grounds: item.grounds.clone(),
    });
    Sheet {
        kind: "meldroute-pack",
        version: 1,
        pack: pack.id,
        municipality: signal.value.municipality.to_string(),
        signal: signal.number.clone(),
        to: pack.to.clone(),
        released_at: pack.at,
        expires_on: pack.expires_on,
        journal_head: pack.head.clone(),
        items: items.collect(),
    }
}
