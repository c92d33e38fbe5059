// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Searching signals and reports for one person, for a request. Exact look-ups and words; the search is recorded with the request.

use std::collections::BTreeSet;

use super::{find, tell, words};
use crate::{
    audit::{About, Event},
    claim::passage::Place,
    id::{ClaimId, ReportId, SignalId},
    link::{self, Compared},
    policy::Actor,
    ports::{Hit, Services},
    processing::in_claim,
    signal::assessment::SubjectKind,
    usecase::Failure,
};

/// What a search found: places with their numbers. Their texts are opened one by one.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Signals and reports.
    pub places: Vec<(Place, String)>,
    /// Whether the index is still being filled, so that something may be missing.
    pub filling: bool,
    /// Whether there may be more.
    pub more: bool,
}

/// How many hits by words are taken.
const HITS: usize = 100;

/// Searches for a name, an address, a number or other words.
pub async fn search(services: &Services, actor: &Actor, id: ClaimId, wanted: &str) -> Result<Found, Failure> {
    let wanted = words(wanted, ["wanted", "wanted-long"])?;
    let (stored, permit) = find(services, actor, id).await?;
    stored.value.check_open()?;
    let m = &actor.municipality;
    let by_words = services.search.find(m, &wanted, HITS)?;
    let mut places: BTreeSet<Place> = by_words.hits.iter().map(place).collect();
    places.extend(by_facts(services, actor, &wanted).await?);
    let ids: Vec<uuid::Uuid> = places.iter().map(|place| uuid_of(*place)).collect();
    let numbers = services.store.numbers(m, &ids).await?;
    let places: Vec<(Place, String)> = places
        .into_iter()
        .filter_map(|place| Some((place, numbers.get(&uuid_of(place))?.clone())))
        .collect();
    let event = Event::ClaimSearched {
        words: wanted,
        hits: places.len(),
    };
    let told = (About::Claim(id), event);
    tell(services, &permit, told, in_claim(&stored.value)).await?;
    Ok(Found {
        more: by_words.hits.len() >= HITS,
        places,
        filling: by_words.filling,
    })
}

/// What stands under the same address, telephone, plate, company or website.
async fn by_facts(services: &Services, actor: &Actor, wanted: &str) -> Result<Vec<Place>, Failure> {
    let kinds = [
        SubjectKind::Address,
        SubjectKind::Phone,
        SubjectKind::Vehicle,
        SubjectKind::Company,
        SubjectKind::Website,
    ];
    let mut facts: Vec<_> = kinds
        .into_iter()
        .flat_map(|kind| link::typed(kind, wanted))
        .collect();
    facts.retain(|fact| !fact.mark.value.is_empty());
    let compared = Compared {
        signal: None,
        reports: Vec::new(),
        facts,
    };
    let shared = services.store.shared(&actor.municipality, &compared).await?;
    let place = |sharing: link::Sharing| match (sharing.signal, sharing.report) {
        (Some(signal), _) => Some(Place::Signal(signal)),
        (None, Some(report)) => Some(Place::Report(report)),
        (None, None) => None,
    };
    Ok(shared.sharing.into_iter().filter_map(place).collect())
}

fn place(hit: &Hit) -> Place {
    match hit {
        Hit::Signal(id) => Place::Signal(*id),
        Hit::Report(id) => Place::Report(*id),
    }
}

fn uuid_of(place: Place) -> uuid::Uuid {
    match place {
        Place::Signal(SignalId(id)) | Place::Report(ReportId(id)) => id,
    }
}
