// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A configuration's files as trees that remember where every value stands, so that each problem can name its line.
//!
//! Each element of a list is read on its own. What can't be read is noted and taken out of the tree, and reading goes on: so the writer
//! gets all problems at once, and no second one that only follows from a first.

mod place;
mod wording;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::problem::Problem;

/// The names of the files of a configuration.
pub const FILES: [&str; 16] = [
    "municipality.toml",
    "forms.toml",
    "indicators.toml",
    "channels.toml",
    "partners.toml",
    "registers.toml",
    "route.toml",
    "bodies.toml",
    "feedback.toml",
    "feedback-templates.toml",
    "where-to-report.toml",
    "sharing.toml",
    "retention.toml",
    "figures.toml",
    "plan.toml",
    "processing.toml",
];

/// Files that may be missing: configurations that were loaded before they existed must stay readable.
const OPTIONAL: [&str; 7] = [
    "registers.toml",
    "where-to-report.toml",
    "sharing.toml",
    "retention.toml",
    "figures.toml",
    "plan.toml",
    // Without it nothing works but loading a newer configuration.
    "processing.toml",
];

/// A file that was read.
#[derive(Debug)]
struct File<'i> {
    text: &'i str,
    root: Spanned<DeValue<'i>>,
}

/// All files, and what is wrong with them so far.
#[derive(Debug, Default)]
pub(super) struct Source<'i> {
    /// The folder in the names of the files, with its slash.
    folder: String,
    files: BTreeMap<&'static str, File<'i>>,
    problems: Vec<Problem>,
    /// Identifiers of what could not be read: naming one is no second problem.
    lost: BTreeSet<String>,
    /// Files that are missing or no TOML, or of which a part without an identifier could not be read.
    unread: BTreeSet<&'static str>,
    /// Files of which something could not be read.
    incomplete: BTreeSet<&'static str>,
}

impl<'i> Source<'i> {
    /// Reads the files as trees.
    pub(super) fn parse(files: &'i BTreeMap<String, String>) -> Self {
        let mut source = Self {
            folder: files
                .keys()
                .next()
                .and_then(|name| name.rsplit_once('/'))
                .map_or_else(String::new, |(folder, _)| format!("{folder}/")),
            ..Self::default()
        };
        for (name, text) in files {
            let short = name.rsplit_once('/').map_or(name.as_str(), |(_, short)| short);
            match FILES.into_iter().find(|known| *known == short) {
                Some(known) => source.parse_file(known, text),
                None => source.note(
                    short,
                    None,
                    "this file is not part of a configuration",
                    &format!("give it one of these names or take it away: {}", FILES.join(", ")),
                ),
            }
        }
        for name in FILES {
            if !OPTIONAL.contains(&name) && !source.files.contains_key(name) {
                source.incomplete.insert(name);
                source.unread.insert(name);
                source.note(
                    name,
                    None,
                    "this file is missing",
                    "add it; docs/handleiding/configuratie.md shows what stands in it",
                );
            }
        }
        source
    }

    fn parse_file(&mut self, name: &'static str, text: &'i str) {
        let (tree, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = error.span().map(|span| place::line(text, span.start));
            let (message, remedy) = wording::explain(error.message());
            self.incomplete.insert(name);
            self.unread.insert(name);
            self.note(name, line, &message, &remedy);
        }
        let span = tree.span();
        let mut root = Spanned::new(span, DeValue::Table(tree.into_inner()));
        place::dates_as_text(&mut root);
        for span in place::blank_texts(&root) {
            self.note(
                name,
                Some(place::line(text, span.start)),
                "this text is empty",
                "write the text, or take the line out where it may be left out",
            );
        }
        self.files.insert(name, File { text, root });
    }

    /// Notes a problem.
    pub(super) fn note(&mut self, file: &str, line: Option<usize>, message: &str, remedy: &str) {
        self.problems.push(Problem {
            file: format!("{}{file}", self.folder),
            line,
            message: message.to_owned(),
            remedy: remedy.to_owned(),
        });
    }

    /// Notes a problem at a path such as `step[3].next`; where the key is missing, at what should hold it.
    pub(super) fn note_at(&mut self, file: &'static str, path: &str, message: &str, remedy: &str) {
        let line = self.line_of(file, path);
        self.note(file, line, message, remedy);
    }

    /// The line of a path, or of the nearest thing around it.
    fn line_of(&self, file: &str, path: &str) -> Option<usize> {
        let file = self.files.get(file)?;
        Some(place::line(file.text, place::span_of(&file.root, path).start))
    }

    /// Whether all that stands in a file could be read.
    pub(super) fn is_complete(&self, file: &str) -> bool {
        !self.incomplete.contains(file)
    }

    /// Whether nothing can be said about which names a file holds.
    pub(super) fn is_unread(&self, file: &str) -> bool {
        self.unread.contains(file)
    }

    /// Whether this is the identifier of something that could not be read.
    pub(super) fn is_lost(&self, id: &str) -> bool {
        self.lost.contains(id)
    }

    /// All problems, by file and line.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort();
        self.problems.dedup();
        self.problems
    }

    /// Notes keys at the top of a file that nobody asks for.
    pub(super) fn only(&mut self, name: &'static str, known: &[&str]) {
        let Some(file) = self.files.get(name) else { return };
        let unknown: Vec<(String, usize)> = file
            .root
            .get_ref()
            .as_table()
            .into_iter()
            .flatten()
            .filter(|(key, _)| !known.contains(&key.get_ref().as_ref()))
            .map(|(key, _)| {
                (
                    key.get_ref().to_string(),
                    place::line(file.text, key.span().start),
                )
            })
            .collect();
        for (key, line) in unknown {
            self.note(
                name,
                Some(line),
                &format!("the key `{key}` is not known here"),
                &format!(
                    "correct its name or take it out; known keys: {}",
                    known.join(", ")
                ),
            );
        }
    }

    /// Reads the elements of a list such as `[[step]]`. A list that is left out is an empty one.
    pub(super) fn list<T: DeserializeOwned>(&mut self, name: &'static str, key: &str) -> Vec<T> {
        let Some((place, found)) = self.take(name, key) else {
            return Vec::new();
        };
        let span = found.span();
        let DeValue::Array(array) = found.into_inner() else {
            self.unreadable(
                name,
                &span,
                &format!("`{key}` is not a list here"),
                &format!("begin each with [[{key}]]"),
            );
            return Vec::new();
        };
        let (mut values, mut kept) = (Vec::new(), toml::de::DeArray::new());
        for item in array {
            if let Some((value, item)) = self.element(name, item) {
                values.push(value);
                kept.push(item);
            }
        }
        self.put(name, place, Spanned::new(span, DeValue::Array(kept)));
        values
    }

    /// Reads one value or table, which must be there.
    pub(super) fn one<T: DeserializeOwned>(&mut self, name: &'static str, key: &str) -> Option<T> {
        let Some((place, found)) = self.take(name, key) else {
            if self.is_complete(name) {
                self.incomplete.insert(name);
                self.note(
                    name,
                    Some(1),
                    &format!("`{key}` is missing in this file"),
                    "add it; docs/handleiding/configuratie.md shows an example",
                );
            }
            return None;
        };
        let (value, item) = self.element(name, found)?;
        self.put(name, place, item);
        Some(value)
    }

    /// Whether a file is there.
    pub(super) fn has_file(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Whether a key stands at the top of a file.
    pub(super) fn has(&self, name: &str, key: &str) -> bool {
        self.files
            .get(name)
            .and_then(|file| file.root.get_ref().as_table())
            .is_some_and(|table| table.contains_key(key))
    }

    fn take(&mut self, name: &str, key: &str) -> Option<(Spanned<DeString<'i>>, Spanned<DeValue<'i>>)> {
        match self.files.get_mut(name)?.root.get_mut() {
            DeValue::Table(table) => table.remove_entry(key),
            _ => None,
        }
    }

    fn put(&mut self, name: &str, place: Spanned<DeString<'i>>, value: Spanned<DeValue<'i>>) {
        if let Some(DeValue::Table(table)) = self.files.get_mut(name).map(|file| file.root.get_mut()) {
            table.insert(place, value);
        }
    }

    /// Reads one element; what can't be read in it is noted and taken out, until the rest can or nothing is left to take.
    fn element<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        mut item: Spanned<DeValue<'i>>,
    ) -> Option<(T, Spanned<DeValue<'i>>)> {
        let mut taken_out = BTreeSet::new();
        loop {
            let error = match T::deserialize(item.clone().into_deserializer()) {
                Ok(value) => return Some((value, item)),
                Err(error) => error,
            };
            let message = error.message().to_owned();
            let span = error.span().unwrap_or_else(|| item.span());
            let missing = message
                .strip_prefix("missing field `")
                .and_then(|rest| rest.strip_suffix('`'));
            // What we took out ourselves is not missing: that problem has been noted.
            if missing.is_none_or(|key| !taken_out.contains(key)) {
                let (what, remedy) = wording::explain(&message);
                self.unreadable_unless_unknown(name, &span, &message, (&what, &remedy));
            }
            let Some(out) = place::take_out(&mut item, &span) else {
                self.lose(name, &item);
                return None;
            };
            match out.key {
                Some(key) => {
                    taken_out.insert(key);
                    self.lost.extend(place::identifiers(&out.value));
                }
                None => self.lose(name, &out.value),
            }
        }
    }

    /// Remembers the identifiers of what could not be read; where it has none, any name could have been its own.
    fn lose(&mut self, name: &'static str, item: &Spanned<DeValue<'i>>) {
        let has_id = item
            .get_ref()
            .as_table()
            .is_some_and(|table| table.contains_key("id"));
        if !has_id {
            self.unread.insert(name);
        }
        self.lost.extend(place::identifiers(item));
    }

    fn unreadable_unless_unknown(
        &mut self,
        name: &'static str,
        span: &Range<usize>,
        message: &str,
        words: (&str, &str),
    ) {
        if message.starts_with("unknown field") {
            let line = self.line_at(name, span);
            self.note(name, line, words.0, words.1);
        } else {
            self.unreadable(name, span, words.0, words.1);
        }
    }

    fn unreadable(&mut self, name: &'static str, span: &Range<usize>, message: &str, remedy: &str) {
        let line = self.line_at(name, span);
        self.incomplete.insert(name);
        self.note(name, line, message, remedy);
    }

    fn line_at(&self, name: &str, span: &Range<usize>) -> Option<usize> {
        self.files
            .get(name)
            .map(|file| place::line(file.text, span.start))
    }
}
