// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading requests of data subjects. What passages said that were copied into one is stored apart, under the key of the signal or report
//! from which they are: it goes with that, also in an older backup.

use std::collections::BTreeMap;

use meldroute_core::{
    change::Revision,
    claim::{
        Claim,
        passage::{Passage, Place, Words},
    },
    id::{ClaimId, MunicipalityId, ReportId, SignalId},
    ports::Stored,
};
use sea_orm::sea_query::{ExprTrait as _, Order, SelectStatement};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, open_document},
    query::{in_municipality, join_key, of},
    row::Row,
    schema::{
        Table,
        tables::{CLAIM_PASSAGES, CLAIMS, DESTROYED, KEYS},
    },
};

/// What passages said, by their part of one signal or report.
type ByPart = BTreeMap<String, Words>;

/// Where a request is sealed for.
pub(crate) fn claim_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&CLAIMS, "content", id)
}

/// Where what passages said is sealed for: a request. From which signal or report they are, the key says.
pub(crate) fn passages_at(claim: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&CLAIM_PASSAGES, "content", claim)
}

/// What the passages of a request said, by the key of the signal or report from which they are.
pub(crate) fn words_by_source(claim: &Claim) -> BTreeMap<(Uuid, Purpose), ByPart> {
    let mut all: BTreeMap<_, ByPart> = BTreeMap::new();
    for passage in &claim.passages {
        if let Some(words) = &passage.words {
            let of_source = all.entry(source(passage)).or_default();
            of_source.insert(passage.at.part.clone(), words.clone());
        }
    }
    all
}

fn source(passage: &Passage) -> (Uuid, Purpose) {
    match passage.at.place {
        Place::Signal(SignalId(id)) => (id, Purpose::Signal),
        Place::Report(ReportId(id)) => (id, Purpose::Report),
    }
}

impl Database {
    pub(crate) async fn claim_stored(
        &self,
        m: &MunicipalityId,
        id: ClaimId,
    ) -> Result<Option<Stored<Claim>>, Fault> {
        let mut query = claims(m);
        query.and_where(of(&CLAIMS, "id").eq(id.0));
        Ok(self.read_claims(m, &query).await?.pop())
    }

    pub(crate) async fn claims_listed(
        &self,
        m: &MunicipalityId,
        limit: u16,
    ) -> Result<Vec<Stored<Claim>>, Fault> {
        let mut query = claims(m);
        query
            .order_by((CLAIMS.name, "answered"), Order::Asc)
            .order_by((CLAIMS.name, "due"), Order::Asc)
            .order_by((CLAIMS.name, "id"), Order::Asc)
            .limit(u64::from(limit));
        self.read_claims(m, &query).await
    }

    async fn read_claims(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Claim>>, Fault> {
        let keys = self.keys(m).await?;
        let mut all = Vec::new();
        for row in &self.all(query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(2)?, row.get::<Option<Vec<u8>>>(3)?);
            let value = keys.document(claim_at(id), Purpose::Claim, wrapped.as_deref(), &sealed)?;
            let revision = Revision(row.get(1)?);
            all.extend(value.map(|value| Stored {
                value,
                revision,
                number: String::new(),
            }));
        }
        self.fill_passages(m, &keys, &mut all).await?;
        Ok(all)
    }

    /// Puts what passages said beside them, and the day of what was destroyed.
    async fn fill_passages(
        &self,
        m: &MunicipalityId,
        keys: &MunicipalityKeys,
        claims: &mut [Stored<Claim>],
    ) -> Result<(), Fault> {
        let copied = claims.iter().filter(|claim| !claim.value.passages.is_empty());
        let ids: Vec<Uuid> = copied.map(|claim| claim.value.id.0).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let mut words = self.words_of(m, keys, ids).await?;
        let mut passages: Vec<&mut Passage> = Vec::new();
        for claim in claims {
            let id = claim.value.id.0;
            for passage in &mut claim.value.passages {
                let of_source = words.get_mut(&(id, source(passage).0));
                passage.words = of_source.and_then(|parts| parts.remove(&passage.at.part));
                passages.extend(passage.words.is_none().then_some(passage));
            }
        }
        let gone = passages.iter().map(|passage| source(passage).0);
        let days = self.destroyed_on(m, gone.collect()).await?;
        for passage in passages {
            passage.destroyed_on = days.get(&source(passage).0).copied();
        }
        Ok(())
    }

    async fn words_of(
        &self,
        m: &MunicipalityId,
        keys: &MunicipalityKeys,
        claims: Vec<Uuid>,
    ) -> Result<BTreeMap<(Uuid, Uuid), ByPart>, Fault> {
        let mut query = in_municipality(&CLAIM_PASSAGES, m, &["claim", "source", "content"]);
        let sources = [Purpose::Signal, Purpose::Report].map(Purpose::as_str);
        let same = of(&KEYS, "id")
            .equals((CLAIM_PASSAGES.name, "source"))
            .and(of(&KEYS, "purpose").is_in(sources));
        query
            .inner_join(KEYS.name, same)
            .columns([(KEYS.name, "purpose"), (KEYS.name, "wrapped")])
            .and_where(of(&CLAIM_PASSAGES, "claim").is_in(claims));
        let mut all = BTreeMap::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            let (claim, source) = (row.get::<Uuid>(0)?, row.get::<Uuid>(1)?);
            let (sealed, purpose) = (row.get::<Vec<u8>>(2)?, row.get::<String>(3)?);
            let wrapped = row.get::<Option<Vec<u8>>>(4)?;
            if let Some(key) = keys.content_key(source, &purpose, wrapped.as_deref())? {
                all.insert((claim, source), open_document(&key, passages_at(claim), &sealed)?);
            }
        }
        Ok(all)
    }

    async fn destroyed_on(
        &self,
        m: &MunicipalityId,
        ids: Vec<Uuid>,
    ) -> Result<BTreeMap<Uuid, chrono::NaiveDate>, Fault> {
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut query = in_municipality(&DESTROYED, m, &["id", "on_day"]);
        query.and_where(of(&DESTROYED, "id").is_in(ids));
        let rows = self.all(&query).await?;
        let each = rows.iter().map(|row| Ok((Row(row).get(0)?, Row(row).date(1)?)));
        each.collect()
    }
}

fn claims(m: &MunicipalityId) -> SelectStatement {
    let mut query = in_municipality(&CLAIMS, m, &["id", "revision", "content"]);
    join_key(&mut query, &CLAIMS, "id", Purpose::Claim);
    query
}
