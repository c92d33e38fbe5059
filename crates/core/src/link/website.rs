// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Websites: host and path, without what only counts visitors.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Fact, FactKind,
    find::{fact, pattern},
};

static WEBSITE: LazyLock<Regex> = LazyLock::new(|| {
    let written = r#"(?i)\b(?:https?://|www\.)[^\s<>"')\]]+"#;
    let bare = r#"(?:[a-z0-9-]+\.)+(?:nl|com|net|org|eu|info|example)\b(?:/[^\s<>"')\]]*)?"#;
    pattern(&format!("{written}|{bare}"))
});

/// What only says by which way a visitor came.
const COUNTING: [&str; 5] = ["utm_", "gclid", "fbclid", "msclkid", "igsh"];

/// The websites in a text. A mail address is none.
pub(super) fn in_text(text: &str) -> Vec<Fact> {
    let found = WEBSITE.find_iter(text).filter(|found| {
        let before = text
            .get(..found.start())
            .and_then(|before| before.chars().next_back());
        let after = text.get(found.end()..).and_then(|after| after.chars().next());
        let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '@' | '.' | '-' | '_');
        !before.is_some_and(inside) && !matches!(after, Some('@'))
    });
    found
        .map(|found| {
            let written = found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?']);
            fact(FactKind::Website, website(written), written)
        })
        .filter(|fact| fact.mark.value.contains('.'))
        .collect()
}

/// A website without scheme, `www.`, fragment and counting.
pub(crate) fn website(written: &str) -> String {
    let lower = written.trim().to_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"))
        .unwrap_or(&lower);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let kept: Vec<_> = query
        .split('&')
        .filter(|part| !part.is_empty() && !COUNTING.iter().any(|count| part.starts_with(count)))
        .collect();
    let path = path.trim_end_matches('/');
    if kept.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}
