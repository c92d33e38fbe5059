// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The daily proposal: what is due goes on a list for the owner of the process.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{PAGE, judge::judge, standing};
use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{ListId, MunicipalityId},
    policy::{Actor, Right},
    ports::{Services, Stored},
    retention::{
        list::{Item, List, ListState, Subject},
        rule::{Class, Rules},
    },
    usecase::{Failure, allowed_here, configuration, retried},
};

/// What goes on a list at once; the rest follows the next time.
const MOST: usize = 200;

/// Puts what is due on a day on the list that the owner has not approved yet, or on a new one. Gives how many things were put there.
/// A day that is still to come is refused: nothing is proposed before its term is over.
pub async fn propose(services: &Services, actor: &Actor, on: NaiveDate) -> Result<usize, Failure> {
    let permit = allowed_here(services, actor, Right::Dispose).await?;
    if on > actor.today {
        return Err(Failure::Invalid(vec!["on"]));
    }
    let configuration = configuration(services, actor)?;
    let Some(rules) = &configuration.retention else {
        return Ok(0);
    };
    let m = &actor.municipality;
    let attempt = async || {
        let lists = services.store.disposal_lists(m).await?;
        let due = due(services, m, (&configuration, rules), (on, &standing(&lists))).await?;
        if due.is_empty() {
            return Err(Failure::NotFound);
        }
        let items = due.len();
        let (id, write) = put_on_list(services, (m, &configuration), lists, due, on)?;
        let event = Event::DisposalProposed { list: id, items };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Municipality, event).write(write);
        Ok((changes, items))
    };
    match retried(services, attempt).await {
        Ok((_, items)) => Ok(items),
        // Nothing is due.
        Err(Failure::NotFound) => Ok(0),
        Err(failure) => Err(failure),
    }
}

/// Puts things on the list that the owner looks at, or on a new one.
pub(super) fn put_on_list(
    services: &Services,
    (m, configuration): (&MunicipalityId, &Configuration),
    lists: Vec<Stored<List>>,
    items: Vec<Item>,
    on: NaiveDate,
) -> Result<(ListId, Write), Failure> {
    let mut lists = lists.into_iter();
    if let Some(stored) = lists.find(|list| list.value.state == ListState::Proposed) {
        let list = stored.value.put(items)?;
        return Ok((list.id, Write::save_list(list, stored.revision, configuration)));
    }
    let list = List {
        id: ListId(services.minter.mint()),
        municipality: m.clone(),
        made_on: on,
        items,
        returned: None,
        state: ListState::Proposed,
    };
    Ok((list.id, Write::new_list(list, configuration)))
}

async fn due(
    services: &Services,
    m: &MunicipalityId,
    (configuration, rules): (&Configuration, &Rules),
    (on, standing): (NaiveDate, &BTreeSet<Uuid>),
) -> Result<Vec<Item>, Failure> {
    let mut items = Vec::new();
    for class in Class::ALL {
        let mut after = None;
        while items.len() < MOST {
            let page = services.store.ended(m, class, after, PAGE).await?;
            after = page.last().copied();
            if after.is_none() {
                break;
            }
            let kept = services.store.kept_longer(m, &page).await?;
            let free = page
                .into_iter()
                .filter(|id| !standing.contains(id) && kept.get(id).is_none_or(|until| *until < on));
            for subject in free.map(|id| Subject::of(class, id)) {
                if let Ok(judged) = judge(services, m, (configuration, rules), subject).await?
                    && judged.verdict.is_over(on)
                {
                    items.extend(judged.item(subject));
                }
            }
        }
    }
    items.truncate(MOST);
    Ok(items)
}
