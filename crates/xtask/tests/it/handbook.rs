// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The handbook says what stands on the screens: what is bold in it is a text of the program, word for word.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::tree::{assert_none, files, root, shown, text};

fn pages() -> Vec<PathBuf> {
    files(&root().join("docs/handleiding"), &[".md"])
}

/// The texts of the Dutch screens. What the program fills in is `…`; each choice of a text with choices stands apart.
fn texts(ftl: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        let value = if line.starts_with(' ') {
            let line = line.trim_start().trim_start_matches('*');
            line.strip_prefix('[').and_then(|choice| choice.split_once(']'))
        } else {
            line.split_once('=')
        };
        if let Some((_, value)) = value {
            found.insert(filled_in(value.trim()));
        }
    }
    found
}

/// A text with `…` where the program fills something in.
fn filled_in(value: &str) -> String {
    let mut parts = value.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('…');
        text.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    text
}

/// What stands between `**` and `**`, outside code, with its line number.
fn bold(page: &str) -> Vec<(usize, String)> {
    let mut fenced = false;
    let mut found = Vec::new();
    for (index, line) in page.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if !fenced && !line.starts_with("    ") {
            let words = line.split("**").skip(1).step_by(2);
            found.extend(words.map(|words| (index + 1, words.to_owned())));
        }
    }
    found
}

#[test]
fn bold_words_stand_on_the_screens() {
    let mut locales = files(&root().join("crates/web/locales/nl"), &[".ftl"]);
    locales.extend(files(&root().join("crates/web/public-locales/nl"), &[".ftl"]));
    let known: BTreeSet<String> = locales.iter().flat_map(|file| texts(&text(file))).collect();
    let mut findings = Vec::new();
    for page in pages() {
        for (number, words) in bold(&text(&page)) {
            if !known.contains(&words) {
                findings.push(format!("{}:{number}: no screen says \"{words}\"", shown(&page)));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn every_page_is_in_the_index() {
    let index = text(&root().join("docs/handleiding/README.md"));
    for page in pages() {
        let name = page.file_name().expect("a page has a name").to_string_lossy();
        assert!(
            name == "README.md" || index.contains(&format!("({name})")),
            "docs/handleiding/README.md lacks {name}"
        );
    }
}

#[test]
fn every_picture_is_described() {
    for page in pages() {
        assert!(
            !text(&page).contains("![]("),
            "{} has a picture without words",
            shown(&page)
        );
    }
}

#[test]
fn texts_and_bold_words_are_found() {
    let ftl = "# note = no\none = Maak signaal\nto = Naar { $step }\nmany = { $n ->\n    [one] Eén dag\n   *[other] { $n } dagen\n}\n";
    let expected = ["Eén dag", "Maak signaal", "Naar …", "… dagen"].map(str::to_owned);
    let found = texts(ftl);
    assert!(expected.iter().all(|text| found.contains(text)), "{found:?}");
    let page = "Kies **Maak signaal** of **Acuut**.\n```\n**not**\n```\n    **nor**\n";
    let words: Vec<_> = bold(page).into_iter().map(|(_, words)| words).collect();
    assert_eq!(words, ["Maak signaal", "Acuut"]);
}
