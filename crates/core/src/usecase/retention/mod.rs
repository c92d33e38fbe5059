// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping and destroying: what is due is proposed, approved by two people, destroyed and certified.

mod approve;
mod destroy;
mod erase;
mod export;
mod hold;
mod judge;
mod propose;
mod read;

use std::collections::BTreeSet;

use uuid::Uuid;

pub use self::{
    approve::{approve, authorise, give_back, keep},
    destroy::{CarriedOut, destroy},
    erase::propose_erasure,
    export::{Dossier, Kept, export, kept_for_ever},
    hold::{hold, lift},
    propose::propose,
    read::{
        Fate, Overview, certificate, fate_of_claim, fate_of_consult, fate_of_report, fate_of_signal,
        give_certificate, list, overview,
    },
};
use crate::{
    id::ListId,
    policy::Actor,
    ports::{Services, Stored},
    retention::list::List,
    usecase::Failure,
};

/// How much is read at a time.
const PAGE: u16 = 200;

/// What stands on a list that is not done yet.
fn standing(lists: &[Stored<List>]) -> BTreeSet<Uuid> {
    let open = lists.iter().filter(|list| list.value.is_open());
    let items = open.flat_map(|list| list.value.listed());
    items.map(|item| item.subject.id()).collect()
}

/// A list that must be there.
async fn find(services: &Services, actor: &Actor, id: ListId) -> Result<Stored<List>, Failure> {
    let stored = services.store.disposal_list(&actor.municipality, id).await?;
    stored.ok_or(Failure::NotFound)
}
