// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Finding what shares a fact, by keyed hashes only. Each fact is looked up to a limit, so that one that stands in everything
//! costs no more than a rare one.

use std::collections::{BTreeMap, BTreeSet};

use meldroute_core::{
    id::{MunicipalityId, ReportId, SignalId},
    link::{COMMON, Compared, Fact, FactKind, Mark, Shared, Sharing, Thing},
};
use sea_orm::sea_query::{Asterisk, ExprTrait as _, Order, Query, SelectStatement, UnionType};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::MunicipalityKeys,
    query::{in_municipality, of},
    row::Row,
    schema::{
        Table,
        tables::{KEPT_APART, LOOK_UPS, REPORT_FACTS, REPORTS},
    },
};

/// How many rows of one fact are looked at; more than this stand in too much.
const ROWS: u64 = 60;

/// How many marks are compared: a signal can have many reports.
const COMPARED: usize = 160;

/// What is compared, by keyed hash.
type Own = BTreeMap<Vec<u8>, (FactKind, Option<Fact>)>;

pub(crate) fn hash_of_mark(keys: &MunicipalityKeys, mark: &Mark) -> Vec<u8> {
    keys.hash(mark.kind.as_str(), &mark.value)
}

impl Database {
    pub(crate) async fn sharing(&self, m: &MunicipalityId, compared: &Compared) -> Result<Shared, Fault> {
        let keys = self.keys(m).await?;
        let own = self.own(m, &keys, compared).await?;
        let mut found = self.in_reports(m, &own, &compared.reports).await?;
        found.extend(self.in_signals(m, &own).await?);
        found.retain(|(_, sharing)| sharing.signal.is_none() || sharing.signal != compared.signal);
        let mut shared = Shared {
            common: take_common(&own, &mut found),
            sharing: Vec::new(),
        };
        let apart = if found.is_empty() {
            BTreeSet::new()
        } else {
            self.apart(m, compared).await?
        };
        let no_words = |kind| {
            hash_of_mark(
                &keys,
                &Mark {
                    kind,
                    value: String::new(),
                },
            )
        };
        found.retain(|(hash, sharing)| {
            let hash = sharing
                .fact
                .as_ref()
                .map_or_else(|| no_words(sharing.kind), |_| hash.clone());
            let report = sharing.report.map(|report| (report.0, hash.clone()));
            let signal = sharing.signal.map(|signal| (signal.0, hash));
            !report.into_iter().chain(signal).any(|said| apart.contains(&said))
        });
        shared.sharing = found.into_iter().map(|(_, sharing)| sharing).collect();
        Ok(shared)
    }

    pub(crate) async fn facts_kept(
        &self,
        m: &MunicipalityId,
        report: ReportId,
        facts: &[Fact],
    ) -> Result<Vec<Fact>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(&marks_of(m, &[report])).await?;
        let kept = rows.iter().map(|row| Row(row).get::<Vec<u8>>(0));
        let kept = kept.collect::<Result<BTreeSet<_>, _>>()?;
        let facts = facts
            .iter()
            .filter(|fact| kept.contains(&hash_of_mark(&keys, &fact.mark)));
        Ok(facts.cloned().collect())
    }

    pub(crate) async fn facts_occurring(
        &self,
        m: &MunicipalityId,
        facts: &[Fact],
    ) -> Result<Vec<Fact>, Fault> {
        let keys = self.keys(m).await?;
        let hashes: Vec<_> = facts.iter().map(|fact| hash_of_mark(&keys, &fact.mark)).collect();
        let one = |table: &Table, hash: &Vec<u8>| {
            let mut query = in_municipality(table, m, &["hash"]);
            query.and_where(of(table, "hash").eq(hash.clone())).limit(1);
            query
        };
        let tables = [&REPORT_FACTS, &LOOK_UPS];
        let questions = hashes
            .iter()
            .flat_map(|hash| tables.map(|table| one(table, hash)));
        let Some(query) = together(questions) else {
            return Ok(Vec::new());
        };
        let rows = self.all(&query).await?;
        let there = rows.iter().map(|row| Row(row).get::<Vec<u8>>(0));
        let there = there.collect::<Result<BTreeSet<_>, _>>()?;
        let facts = facts
            .iter()
            .zip(&hashes)
            .filter(|(_, hash)| there.contains(*hash));
        Ok(facts.map(|(fact, _)| fact.clone()).collect())
    }

    pub(crate) async fn apart_from(
        &self,
        m: &MunicipalityId,
        compared: &Compared,
    ) -> Result<Vec<Uuid>, Fault> {
        let apart = self.apart(m, compared).await?;
        let others: BTreeSet<Uuid> = apart.into_iter().map(|(other, _)| other).collect();
        Ok(others.into_iter().collect())
    }

    /// What is kept of what is compared, with the words of its facts.
    async fn own(
        &self,
        m: &MunicipalityId,
        keys: &MunicipalityKeys,
        compared: &Compared,
    ) -> Result<Own, Fault> {
        let words: BTreeMap<_, _> = compared
            .facts
            .iter()
            .map(|fact| (hash_of_mark(keys, &fact.mark), fact))
            .collect();
        let mut own = Own::new();
        for row in &self.all(&marks_of(m, &compared.reports)).await? {
            let hash = Row(row).get::<Vec<u8>>(0)?;
            let kind = Row(row).choice(1, &FactKind::ALL, FactKind::as_str)?;
            let fact = words.get(&hash).map(|fact| (*fact).clone());
            // A fact without words is one that the program reads otherwise by now.
            if fact.is_some() || !kind.can_be_asked_elsewhere() {
                own.insert(hash, (kind, fact));
            }
        }
        if let Some(signal) = compared.signal {
            let mut query = in_municipality(&LOOK_UPS, m, &["hash"]);
            query.and_where(of(&LOOK_UPS, "signal").eq(signal.0));
            for row in &self.all(&query).await? {
                let hash = Row(row).get::<Vec<u8>>(0)?;
                if let Some(fact) = words.get(&hash) {
                    own.insert(hash, (fact.mark.kind, Some((*fact).clone())));
                }
            }
        }
        if own.len() > COMPARED {
            own.retain(|_, (kind, _)| *kind != FactKind::Text);
        }
        Ok(own.into_iter().take(COMPARED).collect())
    }

    async fn in_reports(
        &self,
        m: &MunicipalityId,
        own: &Own,
        not: &[ReportId],
    ) -> Result<Vec<(Vec<u8>, Sharing)>, Fault> {
        let questions = own.keys().map(|hash| {
            let mut query = in_municipality(&REPORT_FACTS, m, &["hash", "report"]);
            query
                .inner_join(
                    REPORTS.name,
                    of(&REPORTS, "id").equals((REPORT_FACTS.name, "report")),
                )
                .column((REPORTS.name, "signal"))
                .and_where(of(&REPORT_FACTS, "hash").eq(hash.clone()))
                .and_where(of(&REPORT_FACTS, "report").is_not_in(not.iter().map(|id| id.0)))
                .order_by((REPORT_FACTS.name, "report"), Order::Desc)
                .limit(ROWS);
            query
        });
        let Some(query) = together(questions) else {
            return Ok(Vec::new());
        };
        let rows = self.all(&query).await?;
        rows.iter()
            .map(|row| {
                let row = Row(row);
                let signal = row.get::<Option<Uuid>>(2)?.map(SignalId);
                found(own, row.get(0)?, Some(ReportId(row.get(1)?)), signal)
            })
            .collect()
    }

    async fn in_signals(&self, m: &MunicipalityId, own: &Own) -> Result<Vec<(Vec<u8>, Sharing)>, Fault> {
        let facts = own.iter().filter(|(_, (_, fact))| fact.is_some());
        let questions = facts.map(|(hash, _)| {
            let mut query = in_municipality(&LOOK_UPS, m, &["hash", "signal"]);
            query
                .and_where(of(&LOOK_UPS, "hash").eq(hash.clone()))
                .order_by((LOOK_UPS.name, "signal"), Order::Desc)
                .limit(ROWS);
            query
        });
        let Some(query) = together(questions) else {
            return Ok(Vec::new());
        };
        let rows = self.all(&query).await?;
        rows.iter()
            .map(|row| {
                let row = Row(row);
                found(own, row.get(0)?, None, Some(SignalId(row.get(1)?)))
            })
            .collect()
    }

    /// What a person kept apart from what is compared, and as far as which mark says.
    async fn apart(
        &self,
        m: &MunicipalityId,
        compared: &Compared,
    ) -> Result<BTreeSet<(Uuid, Vec<u8>)>, Fault> {
        let reports = compared.reports.iter().map(|id| Thing::Report(*id).id());
        let own: BTreeSet<Uuid> = reports.chain(compared.signal.map(|id| id.0)).collect();
        let mut query = in_municipality(&KEPT_APART, m, &["one", "other", "hash"]);
        let is_own = |column| of(&KEPT_APART, column).is_in(own.iter().copied());
        query.and_where(is_own("one").or(is_own("other")));
        let mut apart = BTreeSet::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            let (one, other, hash): (Uuid, Uuid, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            apart.insert((if own.contains(&one) { other } else { one }, hash));
        }
        Ok(apart)
    }
}

fn marks_of(m: &MunicipalityId, reports: &[ReportId]) -> SelectStatement {
    let mut query = in_municipality(&REPORT_FACTS, m, &["hash", "kind"]);
    query.and_where(of(&REPORT_FACTS, "report").is_in(reports.iter().map(|id| id.0)));
    query
}

/// Several questions as one, each with its own limit; none where there are none.
fn together(questions: impl Iterator<Item = SelectStatement>) -> Option<SelectStatement> {
    let whole = |question| {
        Query::select()
            .column(Asterisk)
            .from_subquery(question, "q")
            .take()
    };
    let mut questions = questions.map(whole);
    let first = questions.next()?;
    Some(questions.fold(first, |mut all, question| {
        all.union(UnionType::All, question).take()
    }))
}

fn found(
    own: &Own,
    hash: Vec<u8>,
    report: Option<ReportId>,
    signal: Option<SignalId>,
) -> Result<(Vec<u8>, Sharing), Fault> {
    let (kind, fact) = own.get(&hash).cloned().ok_or(Fault::Value)?;
    Ok((
        hash,
        Sharing {
            kind,
            fact,
            report,
            signal,
        },
    ))
}

/// Takes out the facts that stand in too many things, and names them.
fn take_common(own: &Own, found: &mut Vec<(Vec<u8>, Sharing)>) -> Vec<Fact> {
    let mut things: BTreeMap<Vec<u8>, (BTreeSet<Thing>, u64)> = BTreeMap::new();
    for (hash, sharing) in &*found {
        let (in_these, rows) = things.entry(hash.clone()).or_default();
        in_these.extend(sharing.thing());
        *rows += 1;
    }
    things.retain(|_, (in_these, rows)| in_these.len() > COMMON || *rows >= ROWS);
    found.retain(|(hash, sharing)| sharing.kind == FactKind::Text || !things.contains_key(hash));
    let facts = things.keys().filter_map(|hash| own.get(hash)?.1.clone());
    facts.collect()
}
