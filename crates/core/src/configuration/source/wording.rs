// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the TOML reader says, in words for somebody who writes a route and not a program.

/// The reader's message as what is wrong and what to do.
pub(super) fn explain(message: &str) -> (String, String) {
    let quoted = |n: usize| message.split('`').nth(n).unwrap_or_default();
    if message.starts_with("missing field") {
        let key = quoted(1);
        return (
            format!("the key `{key}` is missing here"),
            format!("add a line `{key} = ...`; docs/handleiding/configuratie.md shows an example"),
        );
    }
    if message.starts_with("unknown field") {
        return (
            format!("the key `{}` is not known here", quoted(1)),
            format!(
                "correct its name or take the line out; known keys: {}",
                choices(message)
            ),
        );
    }
    if message.starts_with("unknown variant") {
        return (
            format!("`{}` is not one of the choices here", quoted(1)),
            format!("choose one of: {}", choices(message)),
        );
    }
    if message.starts_with("invalid type") || message.starts_with("invalid value") {
        let (found, expected) = message.split_once(", expected ").unwrap_or((message, ""));
        let found = found.split_once(": ").map_or(found, |(_, found)| found);
        return (
            format!("this can't be {}", plain(found)),
            form(expected).to_owned(),
        );
    }
    if message.starts_with("duplicate key") {
        return (
            "this key stands here twice".to_owned(),
            "keep one of the two; where a new part of a list begins, its line in [[...]] is missing"
                .to_owned(),
        );
    }
    if message.starts_with("input ") || message.starts_with("premature end of input") {
        return (
            "this is not a date".to_owned(),
            "write a date that exists, as in 2026-01-31".to_owned(),
        );
    }
    (
        format!("this can't be read: {message}"),
        "correct the line; docs/handleiding/configuratie.md shows how values are written".to_owned(),
    )
}

/// The choices that the reader names after the first backquoted word.
fn choices(message: &str) -> String {
    let names: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

fn plain(found: &str) -> String {
    found
        .replace("integer `", "the number `")
        .replace("floating point `", "the number `")
        .replace("boolean `", "the value `")
        .replace("string \"", "the text \"")
        .replace("sequence", "a list")
        .replace("map", "a table")
}

/// What is expected, from the reader's word for it.
fn form(expected: &str) -> &'static str {
    match expected {
        "a string" | "a borrowed string" => "write a text between quotes",
        "a boolean" => "write true or false, without quotes",
        "u8" => "write a whole number from 0 to 255, without quotes",
        "u16" => "write a whole number from 0 to 65535, without quotes",
        "u32" => "write a whole number from 0, without quotes",
        "a sequence" => "write a list between square brackets",
        "struct Text" => "write both languages: { nl = \"...\", en = \"...\" }",
        "struct PublicText" => {
            "write all four languages: { nl = \"...\", en = \"...\", uk = \"...\", ru = \"...\" }"
        }
        "a formatted date string" => "write a date, as in 2026-01-31",
        _ => "docs/handleiding/configuratie.md shows how this value is written",
    }
}
