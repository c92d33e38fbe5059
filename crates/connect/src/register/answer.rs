// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Answers in JSON, read into the few words that are kept. What is not as published is an error: a mistake must not look like "no hit".

use meldroute_core::enrichment::{Answer, Record, RegisterTrouble};
use serde_json::Value;

/// The most records that are read of one answer.
pub(super) const MOST: usize = 50;
/// The longest value, in characters.
const LONGEST: usize = 1_000;

/// The list at a place; none where nothing stands there.
pub(super) fn list_at<'a>(value: &'a Value, place: &str) -> Result<Option<&'a [Value]>, RegisterTrouble> {
    match value.pointer(place) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(list)) => Ok(Some(list)),
        Some(_) => Err(RegisterTrouble::Answer),
    }
}

/// The list that must stand at a place.
pub(super) fn list<'a>(value: &'a Value, place: &str) -> Result<&'a [Value], RegisterTrouble> {
    list_at(value, place)?.ok_or(RegisterTrouble::Answer)
}

/// The words or number at a place; none where nothing stands there.
pub(super) fn text(value: &Value, place: &str) -> Result<Option<String>, RegisterTrouble> {
    value.pointer(place).map_or(Ok(None), plain)
}

/// The words of a list at a place, after one another.
pub(super) fn texts(value: &Value, place: &str) -> Result<Option<String>, RegisterTrouble> {
    let mut words = Vec::new();
    for item in list_at(value, place)?.unwrap_or_default() {
        words.extend(plain(item)?);
    }
    Ok(together(&words, ", "))
}

/// The number that must stand at a place.
pub(super) fn number(value: &Value, place: &str) -> Result<usize, RegisterTrouble> {
    let number = value.pointer(place).and_then(Value::as_u64);
    number
        .and_then(|number| usize::try_from(number).ok())
        .ok_or(RegisterTrouble::Answer)
}

/// Whether it says yes at a place. Nothing there means no.
pub(super) fn says_yes(value: &Value, place: &str) -> bool {
    matches!(value.pointer(place), Some(Value::Bool(true)))
}

/// Words that belong together; none where there are none.
pub(super) fn together(words: &[String], between: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.join(between))
}

/// One value as words.
pub(super) fn plain(value: &Value) -> Result<Option<String>, RegisterTrouble> {
    Ok(match value {
        Value::Null => None,
        Value::Bool(true) => Some("ja".to_owned()),
        Value::Bool(false) => Some("nee".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(words) => tidy(words),
        Value::Array(_) | Value::Object(_) => return Err(RegisterTrouble::Answer),
    })
}

/// Words in one line, without what is not seen.
pub(super) fn tidy(words: &str) -> Option<String> {
    let words = words
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let short: String = words.chars().take(LONGEST).collect();
    (!short.is_empty()).then_some(short)
}

/// A record of these fields, without those that have no value.
pub(super) fn record(
    fields: &[String],
    value: impl Fn(&str) -> Result<Option<String>, RegisterTrouble>,
) -> Result<Record, RegisterTrouble> {
    let mut record = Record::new();
    for field in fields {
        record.extend(value(field)?.map(|value| (field.clone(), value)));
    }
    Ok(record)
}

/// An answer that says no more than how much there is.
pub(super) fn count(records: usize) -> Answer {
    Answer {
        records: vec![Record::new(); records.min(MOST)],
        more: records > MOST,
    }
}

/// The records of a list, at most so many as are read.
pub(super) fn records(
    list: &[Value],
    each: impl Fn(&Value) -> Result<Record, RegisterTrouble>,
) -> Result<Answer, RegisterTrouble> {
    Ok(Answer {
        records: list.iter().take(MOST).map(each).collect::<Result<_, _>>()?,
        more: list.len() > MOST,
    })
}
