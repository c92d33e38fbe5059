// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Values as the columns hold them: times as microseconds, dates as text that sorts.

use chrono::{DateTime, NaiveDate};
use meldroute_core::id::Timestamp;
use sea_orm::{QueryResult, TryGetable};

use crate::fault::Fault;

/// A row that was read.
pub(crate) struct Row<'a>(pub(crate) &'a QueryResult);

impl Row<'_> {
    /// A column, by its place in the query.
    pub(crate) fn get<T: TryGetable>(&self, column: usize) -> Result<T, Fault> {
        Ok(self.0.try_get_by_index(column)?)
    }

    /// A moment.
    pub(crate) fn moment(&self, column: usize) -> Result<Timestamp, Fault> {
        DateTime::from_timestamp_micros(self.get(column)?).ok_or(Fault::Value)
    }

    /// A date.
    pub(crate) fn date(&self, column: usize) -> Result<NaiveDate, Fault> {
        date(&self.get::<String>(column)?)
    }

    /// One of a closed list of values, by its name.
    pub(crate) fn choice<T: Copy>(
        &self,
        column: usize,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<T, Fault> {
        choice(&self.get::<String>(column)?, all, name)
    }
}

/// A date as it is stored.
pub(crate) fn date(text: &str) -> Result<NaiveDate, Fault> {
    text.parse().or(Err(Fault::Value))
}

/// One of a closed list of values, by its name.
pub(crate) fn choice<T: Copy>(text: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, Fault> {
    all.iter()
        .copied()
        .find(|value| name(*value) == text)
        .ok_or(Fault::Value)
}

/// Bytes as hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
