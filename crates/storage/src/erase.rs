// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking a thing out of the database, with everything that hangs on it. It needs no key and reads clear columns only, so that what was
//! destroyed can be destroyed again in an older backup, before anybody opens it.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike as _, NaiveDate};
use meldroute_core::{calendar::dutch_date, id::MunicipalityId};
use meldroute_vault::random;
use sea_orm::{
    ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait as _, OnConflict, Query},
};
use uuid::{Builder, Uuid};

use crate::{
    commit::insert,
    keys::Purpose,
    schema::{
        Table,
        tables::{
            CLAIM_PASSAGES, CLAIMS, CONSULTS, COUNTED_REPORTS, COUNTED_SIGNALS, DESTROYED, DUTIES, FILES,
            FINGERPRINTS, HOLDS, KEPT_APART, KEPT_LONGER, KEYS, LOOK_UPS, OUTBOX, OWN_REPORTS, PHOTOS,
            QUARANTINE, REPORT_FACTS, REPORTERS, REPORTS, SIGNAL_FORMS, SIGNALS,
        },
    },
};

/// That something was destroyed. As text it is a line of the list that lies outside the reach of a restore.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Destroyed {
    pub(crate) on: NaiveDate,
    pub(crate) municipality: MunicipalityId,
    pub(crate) purpose: Purpose,
    pub(crate) id: Uuid,
    /// Whether what is counted stayed.
    pub(crate) counted: bool,
}

impl fmt::Display for Destroyed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            on,
            municipality,
            purpose,
            id,
            counted,
        } = self;
        let end = if *counted { "anonymised" } else { "destroyed" };
        write!(f, "{on} {municipality} {} {id} {end}", purpose.as_str())
    }
}

/// A line that is none of a list of what was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no line of a list of what was destroyed")]
pub struct NotDestroyed;

impl FromStr for Destroyed {
    type Err = NotDestroyed;

    fn from_str(line: &str) -> Result<Self, NotDestroyed> {
        let words: Vec<&str> = line.split(' ').collect();
        let [on, municipality, purpose, id, end] = words[..] else {
            return Err(NotDestroyed);
        };
        let known = [
            Purpose::Report,
            Purpose::Signal,
            Purpose::Consult,
            Purpose::Claim,
            Purpose::Quarantined,
        ];
        let mut known = known.into_iter();
        Ok(Self {
            on: on.parse().or(Err(NotDestroyed))?,
            municipality: municipality.into(),
            purpose: known
                .find(|known| known.as_str() == purpose)
                .ok_or(NotDestroyed)?,
            id: id.parse().or(Err(NotDestroyed))?,
            counted: match end {
                "anonymised" => true,
                "destroyed" => false,
                _ => return Err(NotDestroyed),
            },
        })
    }
}

/// Everything that hangs on a thing, by the column that names it; what points at others comes first.
fn places(purpose: Purpose) -> &'static [(&'static Table, &'static str)] {
    match purpose {
        Purpose::Signal => &[
            (&PHOTOS, "signal"),
            (&SIGNAL_FORMS, "signal"),
            (&LOOK_UPS, "signal"),
            (&CLAIM_PASSAGES, "source"),
            (&DUTIES, "subject"),
            (&KEPT_APART, "one"),
            (&KEPT_APART, "other"),
            (&KEPT_LONGER, "subject"),
            (&HOLDS, "subject"),
            (&SIGNALS, "id"),
        ],
        Purpose::Report | Purpose::Reporter => &[
            (&FILES, "report"),
            (&REPORTERS, "id"),
            (&OUTBOX, "report"),
            (&OWN_REPORTS, "report"),
            (&REPORT_FACTS, "report"),
            (&CLAIM_PASSAGES, "source"),
            (&FINGERPRINTS, "subject"),
            (&DUTIES, "subject"),
            (&KEPT_APART, "one"),
            (&KEPT_APART, "other"),
            (&KEPT_LONGER, "subject"),
            (&HOLDS, "subject"),
            (&REPORTS, "id"),
        ],
        Purpose::Consult => &[
            (&DUTIES, "subject"),
            (&KEPT_LONGER, "subject"),
            (&HOLDS, "subject"),
            (&CONSULTS, "id"),
        ],
        Purpose::Claim => &[
            (&CLAIM_PASSAGES, "claim"),
            (&DUTIES, "subject"),
            (&KEPT_LONGER, "subject"),
            (&HOLDS, "subject"),
            (&CLAIMS, "id"),
        ],
        Purpose::Quarantined => &[
            (&FINGERPRINTS, "subject"),
            (&DUTIES, "subject"),
            (&KEPT_LONGER, "subject"),
            (&QUARANTINE, "id"),
        ],
    }
}

/// Takes a thing out. Its key keeps its row, without bytes, so that the journal's entries about it say that they can't be opened any more.
/// Done twice it changes nothing.
pub(crate) async fn erase(connection: &impl ConnectionTrait, gone: &Destroyed) -> Result<(), DbErr> {
    let m = gone.municipality.as_str();
    if gone.counted {
        count(connection, gone).await?;
    }
    for (table, column) in places(gone.purpose) {
        let mut delete = Query::delete();
        delete
            .from_table(table.name)
            .and_where(Expr::col(*column).eq(gone.id))
            .and_where(Expr::col("municipality").eq(m));
        connection.execute(&delete).await?;
    }
    let mut key = Query::update();
    key.table(KEYS.name)
        .value("wrapped", Option::<Vec<u8>>::None)
        .and_where(Expr::col("id").eq(gone.id))
        .and_where(Expr::col("municipality").eq(m));
    connection.execute(&key).await?;
    let mut note = Query::insert();
    note.into_table(DESTROYED.name)
        .columns(DESTROYED.columns.iter().map(|column| column.name))
        .values_panic([
            gone.id.into(),
            m.into(),
            gone.purpose.as_str().into(),
            gone.counted.into(),
            gone.on.to_string().into(),
        ])
        .on_conflict(OnConflict::column("id").do_nothing().to_owned());
    connection.execute(&note).await.map(|_| ())
}

/// Keeps what is counted of a thing, under a new identifier, without number and day.
async fn count(connection: &impl ConnectionTrait, gone: &Destroyed) -> Result<(), DbErr> {
    let id = random::bytes().or(Err(DbErr::Custom("no randomness".to_owned())))?;
    let id = Builder::from_random_bytes(id).into_uuid();
    let m = gone.municipality.as_str();
    let mut query = Query::select();
    let of_thing = |table: &Table, column: &'static str| {
        Expr::col((table.name, column))
            .eq(gone.id)
            .and(Expr::col((table.name, "municipality")).eq(m))
    };
    match gone.purpose {
        Purpose::Signal => {
            query
                .columns(["opened_at", "due", "confirmation"])
                .from(SIGNALS.name)
                .and_where(of_thing(&SIGNALS, "id"));
            let Some(row) = connection.query_one(&query).await? else {
                return Ok(());
            };
            let opened = DateTime::from_timestamp_micros(row.try_get_by_index(0)?);
            let opened = opened.map_or(0, |at| i64::from(dutch_date(at).year()));
            let closed: String = row.try_get_by_index(1)?;
            let closed: i64 = closed
                .get(..4)
                .and_then(|year| year.parse().ok())
                .unwrap_or(opened);
            let confirmation: String = row.try_get_by_index(2)?;
            let (area, forms) = forms(connection, gone).await?;
            let row = vec![
                id.into(),
                m.into(),
                opened.into(),
                closed.into(),
                area.into(),
                confirmation.into(),
                forms.into(),
            ];
            insert(connection, &COUNTED_SIGNALS, &[row]).await
        }
        Purpose::Report => {
            query
                .columns(["received_on", "channel"])
                .from(REPORTS.name)
                .and_where(of_thing(&REPORTS, "id"));
            let Some(row) = connection.query_one(&query).await? else {
                return Ok(());
            };
            let received: String = row.try_get_by_index(0)?;
            let month = received.get(..7).unwrap_or_default().to_owned();
            let channel: String = row.try_get_by_index(1)?;
            let row = vec![id.into(), m.into(), month.into(), channel.into()];
            insert(connection, &COUNTED_REPORTS, &[row]).await
        }
        Purpose::Reporter | Purpose::Consult | Purpose::Claim | Purpose::Quarantined => Ok(()),
    }
}

/// The area and the forms of a signal, the forms with commas between them.
async fn forms(connection: &impl ConnectionTrait, gone: &Destroyed) -> Result<(String, String), DbErr> {
    let mut query = Query::select();
    query
        .columns(["area", "form"])
        .from(SIGNAL_FORMS.name)
        .and_where(Expr::col("signal").eq(gone.id))
        .and_where(Expr::col("municipality").eq(gone.municipality.as_str()));
    let (mut area, mut forms) = (String::new(), Vec::new());
    for row in connection.query_all(&query).await? {
        area = row.try_get_by_index(0)?;
        forms.push(row.try_get_by_index::<String>(1)?);
    }
    forms.sort();
    Ok((area, forms.join(",")))
}
