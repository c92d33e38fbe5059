// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Texts: both languages say everything, every key that a page uses is there, and none is left over.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use axum::http::Method;
use meldroute_core::policy::Role;
use meldroute_web::access_table;

use crate::testkit::TestApp;

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|has| has == extension) {
            found.push(path);
        }
    }
}

fn without_comments(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Keys with their arguments, per language. A key that stands twice would hide one of its texts.
fn keys_in(folder: &str, language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Vec::new();
    files(&root().join(folder).join(language), "ftl", &mut found);
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in found {
        let mut current = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some((key, _)) = line
                .split_once(" =")
                .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key.clone_into(&mut current);
                let double = keys.insert(current.clone(), BTreeSet::new());
                assert!(double.is_none(), "{language}: {key} stands twice");
            }
            let arguments = line
                .split("{ $")
                .skip(1)
                .filter_map(|rest| rest.split([' ', '}']).next());
            if let Some(of_key) = keys.get_mut(&current) {
                of_key.extend(arguments.map(ToOwned::to_owned));
            }
        }
    }
    keys
}

fn keys(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    keys_in("locales", language)
}

/// What sources and templates use: whole keys, and the families whose names are put together.
fn used() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut found = Vec::new();
    files(&root().join("src"), "rs", &mut found);
    files(&root().join("src"), "html", &mut found);
    let mut whole = BTreeSet::new();
    let mut families = BTreeSet::new();
    for path in found {
        let source = without_comments(&path);
        for (place, _) in source.match_indices("kind(\"") {
            let name = source[place + 6..].split('"').next().unwrap();
            families.insert(format!("{name}-"));
        }
        for (place, _) in source.match_indices("named(") {
            if let Some(name) = source[place..]
                .split(')')
                .next()
                .and_then(|call| call.split('"').nth(1))
            {
                families.insert(format!("{name}-"));
            }
        }
        for literal in source.split('"').skip(1) {
            let is_key = literal.contains('-')
                && literal
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if is_key {
                whole.insert(literal.to_owned());
            }
        }
    }
    (whole, families)
}

#[tokio::test]
async fn no_page_shows_a_key_instead_of_its_text() {
    let app = TestApp::new().await;
    app.report("Verzonnen melding", "Verzonnen tekst").await;
    let keys: BTreeSet<String> = keys("nl").into_keys().collect();
    let pages = access_table();
    let pages = pages
        .iter()
        .filter(|route| route.method == Method::GET && !route.path.contains('{'));
    let paths: Vec<&str> = pages.map(|route| route.path).collect();
    for role in Role::ALL {
        for language in ["nl", "en"] {
            let visitor = app.as_role(role).await;
            visitor.give_cookie("taal", language);
            for path in &paths {
                let page = visitor.get(path).await.html();
                let words = page.split(['"', '<', '>', ' ', '\n']);
                let shown: Vec<_> = words.filter(|word| keys.contains(*word)).collect();
                assert_eq!(shown, Vec::<&str>::new(), "{path} in {language}");
            }
        }
    }
}

#[test]
fn both_languages_say_everything() {
    let (dutch, english) = (keys("nl"), keys("en"));
    let only = |one: &BTreeMap<String, _>, other: &BTreeMap<String, _>| -> Vec<String> {
        one.keys()
            .filter(|key| !other.contains_key(*key))
            .cloned()
            .collect()
    };
    assert_eq!(only(&dutch, &english), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&english, &dutch), Vec::<String>::new(), "missing in Dutch");
    for (key, arguments) in &dutch {
        assert_eq!(Some(arguments), english.get(key), "arguments of {key}");
    }
}

#[test]
fn every_key_that_is_used_exists() {
    let known = keys("nl");
    let mut missing = Vec::new();
    let mut found = Vec::new();
    files(&root().join("src"), "rs", &mut found);
    files(&root().join("src"), "html", &mut found);
    for path in found {
        let source = without_comments(&path);
        for call in [".t(\"", ".say(\"", ".say_of(\""] {
            for (place, _) in source.match_indices(call) {
                let key = source[place + call.len()..].split('"').next().unwrap();
                if !known.contains_key(key) {
                    missing.push(format!("{key} in {}", path.display()));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn no_text_is_left_over() {
    let (whole, families) = used();
    let unused: Vec<_> = keys("nl")
        .into_keys()
        .filter(|key| !whole.contains(key) && !families.iter().any(|family| key.starts_with(family.as_str())))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn the_four_languages_of_the_public_pages_say_the_same() {
    let dutch = keys_in("public-locales", "nl");
    assert!(dutch.len() > 20);
    for language in ["en", "uk", "ru"] {
        assert_eq!(keys_in("public-locales", language), dutch, "{language}");
    }
    let own: Vec<_> = dutch.keys().filter(|key| keys("nl").contains_key(*key)).collect();
    assert!(own.is_empty(), "a key of the screens, too: {own:?}");
}

#[test]
fn every_public_text_is_used_and_exists() {
    let known = keys_in("public-locales", "nl");
    let (whole, _) = used();
    let unused: Vec<_> = known.keys().filter(|key| !whole.contains(*key)).collect();
    assert!(unused.is_empty(), "left over: {unused:?}");
    let mut found = Vec::new();
    files(&root().join("src/pages/public"), "rs", &mut found);
    files(&root().join("src/pages/public"), "html", &mut found);
    for path in found {
        let source = without_comments(&path);
        for (place, call) in source.match_indices(".words(\"") {
            let key = source[place + call.len()..].split('"').next().unwrap();
            assert!(known.contains_key(key), "{key} in {}", path.display());
        }
    }
}
