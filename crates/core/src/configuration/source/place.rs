// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Places in a tree: which line, which path, and taking out what stands there.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

/// The line of a byte, counted from 1.
pub(super) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The place of a path such as `step[3].next`, or of the nearest thing around it that exists.
pub(super) fn span_of(root: &Spanned<DeValue<'_>>, path: &str) -> Range<usize> {
    let (mut here, mut span) = (root, root.span());
    for part in path.split('.') {
        let (key, index) = match part.split_once('[') {
            Some((key, index)) => (key, index.trim_end_matches(']').parse::<usize>().ok()),
            None => (part, None),
        };
        let Some((name, value)) = here
            .get_ref()
            .as_table()
            .and_then(|table| table.get_key_value(key))
        else {
            return span;
        };
        (here, span) = (
            value,
            if value.get_ref().is_table() {
                value.span()
            } else {
                name.span()
            },
        );
        if let Some(index) = index {
            let Some(value) = here.get_ref().as_array().and_then(|array| array.get(index)) else {
                return span;
            };
            (here, span) = (value, value.span());
        }
    }
    span
}

/// Turns dates into texts: the date type reads texts only, and writers may use either.
pub(super) fn dates_as_text(value: &mut Spanned<DeValue<'_>>) {
    match value.get_mut() {
        DeValue::Datetime(date) => *value.get_mut() = DeValue::String(date.to_string().into()),
        DeValue::Array(array) => array.iter_mut().for_each(dates_as_text),
        DeValue::Table(table) => table.iter_mut().for_each(|(_, value)| dates_as_text(value)),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}

/// Texts that say nothing.
pub(super) fn blank_texts(value: &Spanned<DeValue<'_>>) -> Vec<Range<usize>> {
    match value.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => vec![value.span()],
        DeValue::Array(array) => array.iter().flat_map(blank_texts).collect(),
        DeValue::Table(table) => table.iter().flat_map(|(_, value)| blank_texts(value)).collect(),
        _ => Vec::new(),
    }
}

/// The identifiers in a part of the tree.
pub(super) fn identifiers(value: &Spanned<DeValue<'_>>) -> Vec<String> {
    match value.get_ref() {
        DeValue::Array(array) => array.iter().flat_map(identifiers).collect(),
        DeValue::Table(table) => {
            let own = table
                .get("id")
                .and_then(|id| id.get_ref().as_str())
                .map(str::to_owned);
            let below = table.iter().flat_map(|(_, value)| identifiers(value));
            own.into_iter().chain(below).collect()
        }
        _ => Vec::new(),
    }
}

/// What was taken out of the tree.
#[derive(Debug)]
pub(super) struct TakenOut<'i> {
    /// Its key, where it had one.
    pub(super) key: Option<String>,
    /// The value.
    pub(super) value: Spanned<DeValue<'i>>,
}

/// Takes out what stands at a place; none where that is the whole.
pub(super) fn take_out<'i>(value: &mut Spanned<DeValue<'i>>, span: &Range<usize>) -> Option<TakenOut<'i>> {
    match value.get_mut() {
        DeValue::Table(table) => out_of_table(table, span),
        DeValue::Array(array) => out_of_array(array, span),
        _ => None,
    }
}

fn out_of_table<'i>(table: &mut DeTable<'i>, span: &Range<usize>) -> Option<TakenOut<'i>> {
    // A list of tables begins where its first table begins: then the table is meant.
    let begins_list = |value: &DeValue<'_>| {
        value
            .as_array()
            .and_then(|a| a.first())
            .is_some_and(|f| f.span() == *span)
    };
    let found = table
        .iter()
        .find(|(key, value)| key.span() == *span || (value.span() == *span && !begins_list(value.get_ref())))
        .map(|(key, _)| key.get_ref().to_string());
    match found {
        Some(key) => table.remove(key.as_str()).map(|value| TakenOut {
            key: Some(key),
            value,
        }),
        None => table.iter_mut().find_map(|(_, value)| take_out(value, span)),
    }
}

fn out_of_array<'i>(array: &mut DeArray<'i>, span: &Range<usize>) -> Option<TakenOut<'i>> {
    if array.iter().all(|item| item.span() != *span) {
        return array.iter_mut().find_map(|item| take_out(item, span));
    }
    let (out, kept): (Vec<_>, Vec<_>) = std::mem::replace(array, DeArray::new())
        .into_iter()
        .partition(|item| item.span() == *span);
    *array = kept.into_iter().collect();
    out.into_iter().next().map(|value| TakenOut { key: None, value })
}
