// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading and verifying the journal.

use futures_util::{StreamExt as _, stream};
use meldroute_core::{
    audit::{About, Detail, Event, Line},
    id::{EntryId, MunicipalityId, PersonId, ReportId, SignalId},
    ports::{Hit, Verified},
    sharing::pack::Head,
};
use meldroute_vault::chain::{self, EntryForHash};
use sea_orm::{
    QueryResult,
    sea_query::{ExprTrait as _, Order, SelectStatement},
};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, open_document},
    query::{in_municipality, of},
    row::{Row, hex},
    schema::tables::{JOURNAL, KEYS, MUNICIPALITIES},
};

/// How many entries are verified at a time.
const CHUNK: u64 = 1_000;

/// How many chunks are read at the same time.
const READ_AHEAD: usize = 3;

/// The clear columns of an entry, as its hash covers them.
pub(crate) struct Clear<'a> {
    pub(crate) person: Option<Uuid>,
    pub(crate) about_kind: &'a str,
    pub(crate) about_id: Option<Uuid>,
    pub(crate) action: &'a str,
    pub(crate) key_purpose: Option<&'a str>,
}

/// The clear columns as bytes; what is not there is empty.
pub(crate) fn clear_fields<'a>(clear: &'a Clear<'_>) -> [(&'a str, &'a [u8]); 5] {
    let bytes = |id: &'a Option<Uuid>| id.as_ref().map_or(&[][..], |id| id.as_bytes().as_slice());
    [
        ("person", bytes(&clear.person)),
        ("about_kind", clear.about_kind.as_bytes()),
        ("about_id", bytes(&clear.about_id)),
        ("action", clear.action.as_bytes()),
        ("key_purpose", clear.key_purpose.unwrap_or_default().as_bytes()),
    ]
}

/// What changed since a place in the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The place of the last entry that was looked at.
    pub place: u64,
    /// Reports and signals that changed, each once; those that were only read are left out.
    pub changed: Vec<Hit>,
    /// Whether a configuration was loaded.
    pub configuration: bool,
}

impl Database {
    pub(crate) async fn history_of(&self, m: &MunicipalityId, about: About) -> Result<Vec<Line>, Fault> {
        let mut query = lines(m);
        query
            .and_where(of(&JOURNAL, "about_kind").eq(about.kind()))
            .and_where(match about.id() {
                Some(id) => of(&JOURNAL, "about_id").eq(id),
                None => of(&JOURNAL, "about_id").is_null(),
            })
            .order_by((JOURNAL.name, "seq"), Order::Asc);
        self.read_journal(m, &query).await
    }

    pub(crate) async fn journal_page(
        &self,
        m: &MunicipalityId,
        before: Option<u64>,
        limit: u16,
    ) -> Result<Vec<Line>, Fault> {
        let mut query = lines(m);
        if let Some(before) = before {
            query.and_where(of(&JOURNAL, "seq").lt(place(before)));
        }
        query
            .order_by((JOURNAL.name, "seq"), Order::Desc)
            .limit(u64::from(limit));
        self.read_journal(m, &query).await
    }

    pub(crate) async fn read_journal(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Line>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| line(&keys, row)).collect()
    }

    /// The place of the newest entry in a municipality's journal.
    pub async fn journal_end(&self, m: &MunicipalityId) -> Result<u64, meldroute_core::ports::ReadError> {
        Ok(self.head(m).await?.map_or(0, |(seq, _)| seq))
    }

    /// What entries of the journal after a place changed. At most `limit` entries are looked at; when the place stays the
    /// same, there were none.
    pub async fn journal_after(
        &self,
        m: &MunicipalityId,
        after: u64,
        limit: u16,
    ) -> Result<News, meldroute_core::ports::ReadError> {
        Ok(self.news_after(m, after, limit).await?)
    }

    async fn news_after(&self, m: &MunicipalityId, after: u64, limit: u16) -> Result<News, Fault> {
        let mut query = in_municipality(&JOURNAL, m, &["seq", "about_kind", "about_id", "action"]);
        query
            .and_where(of(&JOURNAL, "seq").gt(place(after)))
            .order_by("seq", Order::Asc)
            .limit(u64::from(limit));
        let mut news = News {
            place: after,
            ..News::default()
        };
        for row in &self.all(&query).await? {
            let row = Row(row);
            news.place = seq(&row, 0)?;
            let action = row.get::<String>(3)?;
            news.configuration |= action == "configuration-loaded";
            let hit = match (row.get::<String>(1)?.as_str(), row.get::<Option<Uuid>>(2)?) {
                _ if Event::READS.contains(&action.as_str()) => continue,
                ("report", Some(id)) => Hit::Report(ReportId(id)),
                ("signal", Some(id)) => Hit::Signal(SignalId(id)),
                _ => continue,
            };
            if !news.changed.contains(&hit) {
                news.changed.push(hit);
            }
        }
        Ok(news)
    }

    async fn head(&self, m: &MunicipalityId) -> Result<Option<(u64, [u8; 32])>, Fault> {
        let query = sea_orm::sea_query::Query::select()
            .columns(["journal_seq", "journal_head"])
            .from(MUNICIPALITIES.name)
            .and_where(of(&MUNICIPALITIES, "id").eq(m.as_str()))
            .take();
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let hash = row.get::<Vec<u8>>(1)?.try_into().or(Err(Fault::Value))?;
        Ok(Some((seq(&row, 0)?, hash)))
    }

    /// Where the journal stands.
    pub(crate) async fn head_shown(&self, m: &MunicipalityId) -> Result<Option<Head>, Fault> {
        let head = self.head(m).await?;
        Ok(head.map(|(entry, hash)| Head {
            entry,
            hash: hex(&hash),
        }))
    }

    /// Walks the whole chain. Entries that are added meanwhile are left for the next time.
    pub(crate) async fn verified(&self, m: &MunicipalityId) -> Result<Verified, Fault> {
        let Some((end, head)) = self.head(m).await? else {
            return Err(Fault::NoMunicipality);
        };
        let mut place = (0, chain::genesis(m.as_str()));
        // The next chunks are read while one is verified.
        let starts = (0..end).step_by(usize::try_from(CHUNK).unwrap_or(usize::MAX));
        let mut chunks = stream::iter(starts)
            .map(|after| self.chunk(m, after, end))
            .buffered(READ_AHEAD);
        while let Some(rows) = chunks.next().await {
            match check(m.as_str(), place, &rows?)? {
                Ok(end_of_chunk) => place = end_of_chunk,
                Err(at) => return Ok(Verified::Broken { at }),
            }
        }
        Ok(if place == (end, head) {
            Verified::Holds {
                entries: end,
                head: hex(&head),
            }
        } else {
            Verified::Broken { at: place.0 + 1 }
        })
    }

    async fn chunk(&self, m: &MunicipalityId, after: u64, until: u64) -> Result<Vec<QueryResult>, Fault> {
        let columns = [
            "seq",
            "id",
            "at",
            "person",
            "about_kind",
            "about_id",
            "action",
            "key_purpose",
            "detail",
            "hash",
        ];
        let last = std::cmp::min(until, after + CHUNK);
        let mut query = in_municipality(&JOURNAL, m, &columns);
        query
            .and_where(of(&JOURNAL, "seq").gt(place(after)))
            .and_where(of(&JOURNAL, "seq").lte(place(last)))
            .order_by("seq", Order::Asc);
        self.all(&query).await
    }
}

/// Walks a part of the chain: gives its end, or where it breaks.
fn check(
    m: &str,
    start: (u64, [u8; 32]),
    rows: &[QueryResult],
) -> Result<Result<(u64, [u8; 32]), u64>, Fault> {
    let (mut last, mut hash) = start;
    for row in rows {
        let row = Row(row);
        let seq = seq(&row, 0)?;
        let (about_kind, action) = (row.get::<String>(4)?, row.get::<String>(6)?);
        let key_purpose = row.get::<Option<String>>(7)?;
        let clear = Clear {
            person: row.get(3)?,
            about_kind: &about_kind,
            about_id: row.get(5)?,
            action: &action,
            key_purpose: key_purpose.as_deref(),
        };
        let link = chain::link(
            &hash,
            &EntryForHash {
                municipality: m,
                seq,
                id: row.get::<Uuid>(1)?.into_bytes(),
                at_micros: row.get(2)?,
                clear: &clear_fields(&clear),
                sealed: &row.get::<Vec<u8>>(8)?,
            },
        );
        if seq != last + 1 || row.get::<Vec<u8>>(9)? != link {
            return Ok(Err(last + 1));
        }
        (last, hash) = (seq, link);
    }
    Ok(Ok((last, hash)))
}

/// A place in the journal, as it is stored.
fn place(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

fn seq(row: &Row<'_>, column: usize) -> Result<u64, Fault> {
    u64::try_from(row.get::<i64>(column)?).or(Err(Fault::Value))
}

pub(crate) fn lines(m: &MunicipalityId) -> SelectStatement {
    let columns = [
        "seq",
        "id",
        "at",
        "person",
        "about_kind",
        "about_id",
        "action",
        "key_purpose",
        "detail",
    ];
    let mut query = in_municipality(&JOURNAL, m, &columns);
    let same = of(&KEYS, "id")
        .equals((JOURNAL.name, "about_id"))
        .and(of(&KEYS, "purpose").equals((JOURNAL.name, "key_purpose")));
    query.left_join(KEYS.name, same).column((KEYS.name, "wrapped"));
    query
}

fn line(keys: &MunicipalityKeys, row: &QueryResult) -> Result<Line, Fault> {
    let row = Row(row);
    let id = row.get::<Uuid>(1)?;
    let about_id = row.get::<Option<Uuid>>(5)?;
    let purpose = row.get::<Option<String>>(7)?;
    let sealed = row.get::<Vec<u8>>(8)?;
    let place = (&JOURNAL, "detail", id);
    let detail: Option<Detail> = match (purpose, about_id) {
        (Some(purpose), Some(about)) => {
            let wrapped = row.get::<Option<Vec<u8>>>(9)?;
            let key = keys.content_key(about, &purpose, wrapped.as_deref())?;
            key.map(|key| open_document(&key, place, &sealed)).transpose()?
        }
        _ => Some(open_document(&keys.sealing, place, &sealed)?),
    };
    Ok(Line {
        seq: seq(&row, 0)?,
        id: EntryId(id),
        at: row.moment(2)?,
        person: row.get::<Option<Uuid>>(3)?.map(PersonId),
        about_kind: row.get(4)?,
        about_id,
        action: row.get(6)?,
        detail,
    })
}
