// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping and destroying: what is due is proposed, approved by two people, destroyed and certified.

mod approve;
mod destroy;
mod export;
mod hold;
mod judge;
mod propose;
mod read;

pub use self::{
    approve::{approve, authorise, give_back, keep},
    destroy::{CarriedOut, destroy},
    export::{Dossier, export, kept_for_ever},
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

/// A list that must be there.
async fn find(services: &Services, actor: &Actor, id: ListId) -> Result<Stored<List>, Failure> {
    let stored = services.store.disposal_list(&actor.municipality, id).await?;
    stored.ok_or(Failure::NotFound)
}
