// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The processing log and the log of decisions: written in the transaction of the journal's entry, at its place. Persons and
//! accounts stand in them by keyed hashes of their own, which match nothing else in the database.

mod decisions;
mod trim;

use std::{collections::BTreeSet, sync::LazyLock};

use meldroute_core::{
    audit::{Entry, Event},
    id::{ActivityId, MunicipalityId, Timestamp},
    policy::RULES,
    ports::ReadError,
    processing::{DataSubject, LogLine, LogQuery, Status, span_of},
};
use meldroute_vault::token::hash_token;
use sea_orm::{
    ConnectionTrait as _, QueryResult, Value,
    sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query},
};

pub(crate) use self::trim::Trim;
use crate::{
    database::Database,
    fault::Fault,
    keys::MunicipalityKeys,
    query::{in_municipality, of},
    row::{Row, hex},
    schema::tables::{LOG_EXPORTS, PROCESSING_LOG},
};

/// The hash of the rules by which this program decides.
static RULES_HASH: LazyLock<String> = LazyLock::new(|| hex(&hash_token(RULES)));

/// What the logs say of an entry of the journal. Only its place is still to come.
#[derive(Debug)]
pub(crate) struct Logged {
    trace_id: Vec<u8>,
    span_id: u64,
    parent: Option<u64>,
    activity: &'static str,
    name: &'static str,
    status: Status,
    started_at: i64,
    ended_at: i64,
    subjects: Vec<(&'static str, Vec<u8>)>,
    decision: Option<Decided>,
}

#[derive(Debug)]
struct Decided {
    actor: Option<Vec<u8>>,
    roles: BTreeSet<&'static str>,
    right: &'static str,
    kind: &'static str,
    id: Option<String>,
    allowed: bool,
}

/// The mark of a person in the processing log.
fn pseudonym(keys: &MunicipalityKeys, subject: &DataSubject) -> Vec<u8> {
    keys.hash(&format!("data subject {}", subject.kind()), &subject.value())
}

impl Logged {
    /// Makes the lines of an entry ready.
    pub(crate) fn of(keys: &MunicipalityKeys, entry: &Entry) -> Self {
        let call = entry.actor.call;
        let actor = entry
            .actor
            .person
            .map(|person| keys.hash("deciding for", &person.to_string()));
        Self {
            trace_id: entry.trace_id.to_be_bytes().to_vec(),
            span_id: span_of(entry.id),
            parent: call.and_then(|call| call.parent),
            activity: entry.event.activity().as_str(),
            name: entry.event.operation(),
            status: match entry.event {
                Event::Refused { .. } => Status::Refused,
                _ => Status::Done,
            },
            // A clock that was put back must not let an action end before it began.
            started_at: call
                .map_or(entry.at, |call| call.since.min(entry.at))
                .timestamp_micros(),
            ended_at: entry.at.timestamp_micros(),
            subjects: entry
                .subjects
                .iter()
                .map(|subject| (subject.kind(), pseudonym(keys, subject)))
                .collect(),
            decision: entry.decision.as_ref().map(|decision| Decided {
                actor,
                roles: entry
                    .actor
                    .grants
                    .iter()
                    .map(|grant| grant.role.as_str())
                    .collect(),
                right: decision.right.as_str(),
                kind: decision.kind,
                id: decision.id.clone(),
                allowed: decision.allowed,
            }),
        }
    }

    /// The rows of the processing log: the action, and each person as part of it.
    pub(crate) fn rows(&self, m: &str, seq: i64) -> impl Iterator<Item = Vec<Value>> {
        let action = (0, self.span_id, self.parent, None);
        let persons = (1..).zip(&self.subjects).map(|(part, (kind, pseudonym))| {
            let span = Ord::max(self.span_id.wrapping_add(part), 1);
            (part, span, Some(self.span_id), Some((*kind, pseudonym.clone())))
        });
        let rows = std::iter::once(action).chain(persons);
        rows.map(move |(part, span, parent, subject)| {
            let (kind, pseudonym) = subject.unzip();
            vec![
                m.into(),
                seq.into(),
                part.cast_signed().into(),
                self.trace_id.clone().into(),
                span.cast_signed().into(),
                parent.map(u64::cast_signed).into(),
                self.activity.into(),
                self.name.into(),
                self.status.as_str().into(),
                kind.into(),
                pseudonym.into(),
                self.started_at.into(),
                self.ended_at.into(),
            ]
        })
    }

    /// The rows of the roles in which that decision was asked for.
    pub(crate) fn roles(&self, m: &str, seq: i64) -> impl Iterator<Item = Vec<Value>> {
        let decision = self.decision.iter();
        let roles = decision.flat_map(|decision| decision.roles.iter().copied());
        roles.map(move |role| vec![m.into(), seq.into(), role.into()])
    }

    /// The row of the log of decisions, where policy decided something new.
    pub(crate) fn decision(&self, m: &str, seq: i64) -> Option<Vec<Value>> {
        let decision = self.decision.as_ref()?;
        // Another step than the action.
        let span = Ord::max(self.span_id.wrapping_sub(1), 1);
        Some(vec![
            m.into(),
            seq.into(),
            self.trace_id.clone().into(),
            span.cast_signed().into(),
            self.parent.map(u64::cast_signed).into(),
            self.ended_at.into(),
            decision.actor.clone().into(),
            decision.right.into(),
            decision.kind.into(),
            decision.id.clone().into(),
            decision.allowed.into(),
            RULES_HASH.as_str().into(),
        ])
    }
}

/// A log that is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Log {
    /// The processing log.
    Processing,
    /// The log of decisions.
    Decisions,
}

impl Log {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Processing, Self::Decisions];

    fn as_str(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Decisions => "decisions",
        }
    }
}

impl Database {
    /// A page of the processing log, newest first.
    pub(crate) async fn log_lines(
        &self,
        m: &MunicipalityId,
        asked: &LogQuery,
    ) -> Result<Vec<LogLine>, Fault> {
        let mut query = in_municipality(&PROCESSING_LOG, m, &LINE);
        if let Some(activity) = &asked.activity {
            query.and_where(of(&PROCESSING_LOG, "activity").eq(activity.as_str()));
        }
        if let Some((from, until)) = asked.between {
            query
                .and_where(of(&PROCESSING_LOG, "ended_at").gte(from.timestamp_micros()))
                .and_where(of(&PROCESSING_LOG, "ended_at").lt(until.timestamp_micros()));
        }
        if let Some(subject) = &asked.subject {
            let keys = self.keys(m).await?;
            query.and_where(of(&PROCESSING_LOG, "subject").eq(pseudonym(&keys, subject)));
        }
        if let Some((seq, part)) = asked.before {
            query.and_where(
                of(&PROCESSING_LOG, "seq")
                    .lt(seq.cast_signed())
                    .or(of(&PROCESSING_LOG, "seq")
                        .eq(seq.cast_signed())
                        .and(of(&PROCESSING_LOG, "part").gt(i64::from(part)))),
            );
        }
        query
            .order_by("seq", Order::Desc)
            .order_by("part", Order::Asc)
            .limit(u64::from(asked.limit));
        self.all(&query).await?.iter().map(line).collect()
    }

    /// Lines of the processing log after a place, oldest first, for who exports them.
    pub async fn log_after(
        &self,
        m: &MunicipalityId,
        (seq, part): (u64, u32),
        limit: u16,
    ) -> Result<Vec<LogLine>, ReadError> {
        let mut query = in_municipality(&PROCESSING_LOG, m, &LINE);
        let later = of(&PROCESSING_LOG, "seq")
            .gt(seq.cast_signed())
            .or(of(&PROCESSING_LOG, "seq")
                .eq(seq.cast_signed())
                .and(of(&PROCESSING_LOG, "part").gt(i64::from(part))));
        query
            .and_where(of(&PROCESSING_LOG, "seq").gte(seq.cast_signed()))
            .and_where(later)
            .order_by("seq", Order::Asc)
            .order_by("part", Order::Asc)
            .limit(u64::from(limit));
        let rows = self.all(&query).await?;
        Ok(rows.iter().map(line).collect::<Result<_, Fault>>()?)
    }

    /// Up to which place a log was exported.
    pub async fn exported(&self, m: &MunicipalityId, log: Log) -> Result<(u64, u32), ReadError> {
        Ok(self.export_place(m, log).await?)
    }

    async fn export_place(&self, m: &MunicipalityId, log: Log) -> Result<(u64, u32), Fault> {
        let mut query = in_municipality(&LOG_EXPORTS, m, &["seq", "part"]);
        query.and_where(of(&LOG_EXPORTS, "log").eq(log.as_str()));
        let Some(row) = self.one(&query).await? else {
            return Ok((0, 0));
        };
        place(&Row(&row), 0)
    }

    /// Notes up to which place a log was exported.
    pub async fn note_exported(
        &self,
        m: &MunicipalityId,
        log: Log,
        (seq, part): (u64, u32),
    ) -> Result<(), ReadError> {
        let mut insert = Query::insert();
        insert
            .into_table(LOG_EXPORTS.name)
            .columns(["municipality", "log", "seq", "part"])
            .values_panic([
                Expr::value(m.as_str()),
                Expr::value(log.as_str()),
                Expr::value(seq.cast_signed()),
                Expr::value(i64::from(part)),
            ])
            .on_conflict(
                OnConflict::columns(["municipality", "log"])
                    .update_columns(["seq", "part"])
                    .to_owned(),
            );
        self.write.execute(&insert).await.map_err(Fault::from)?;
        Ok(())
    }

    /// How many lines of an activity are older than a moment.
    pub(crate) async fn log_lines_before(
        &self,
        m: &MunicipalityId,
        activity: &ActivityId,
        before: Timestamp,
    ) -> Result<u64, Fault> {
        let query = Query::select()
            .expr(Expr::col("seq").count())
            .from(PROCESSING_LOG.name)
            .and_where(of(&PROCESSING_LOG, "municipality").eq(m.as_str()))
            .and_where(of(&PROCESSING_LOG, "activity").eq(activity.as_str()))
            .and_where(of(&PROCESSING_LOG, "ended_at").lt(before.timestamp_micros()))
            .take();
        let row = self.one(&query).await?;
        let count = row.map(|row| Row(&row).get::<i64>(0)).transpose()?;
        Ok(count.unwrap_or_default().unsigned_abs())
    }
}

const LINE: [&str; 12] = [
    "seq",
    "part",
    "trace_id",
    "span_id",
    "parent_span_id",
    "activity",
    "name",
    "status",
    "subject_kind",
    "subject",
    "started_at",
    "ended_at",
];

fn place(row: &Row<'_>, column: usize) -> Result<(u64, u32), Fault> {
    let part = u32::try_from(row.get::<i64>(column + 1)?).or(Err(Fault::Value))?;
    Ok((row.get::<i64>(column)?.cast_unsigned(), part))
}

fn trace(row: &Row<'_>, column: usize) -> Result<u128, Fault> {
    let bytes = row.get::<Vec<u8>>(column)?.try_into().or(Err(Fault::Value))?;
    Ok(u128::from_be_bytes(bytes))
}

fn line(row: &QueryResult) -> Result<LogLine, Fault> {
    let row = Row(row);
    let pseudonym = row.get::<Option<Vec<u8>>>(9)?.map(|bytes| hex(&bytes));
    Ok(LogLine {
        place: place(&row, 0)?,
        trace_id: trace(&row, 2)?,
        span_id: row.get::<i64>(3)?.cast_unsigned(),
        parent: row.get::<Option<i64>>(4)?.map(i64::cast_unsigned),
        activity: ActivityId(row.get(5)?),
        name: row.get(6)?,
        status: row.choice(7, &Status::ALL, Status::as_str)?,
        subject: row.get::<Option<String>>(8)?.zip(pseudonym),
        started_at: row.moment(10)?,
        ended_at: row.moment(11)?,
    })
}
