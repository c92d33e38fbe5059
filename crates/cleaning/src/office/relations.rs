// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Relations of Office Open XML (ECMA-376, part 2): which part leads to which other part, or out of the file.

use std::{borrow::Cow, collections::BTreeSet};

use super::xml::{Element, Fate, Rules, local};

/// Where the relations of a part stand.
pub(super) fn file_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// Keeps the relations to parts that stay, and links that a person may click.
pub(super) struct RelationRules<'a> {
    /// The folder of the part that the relations are of.
    pub(super) folder: &'a str,
    /// The parts that stay.
    pub(super) kept: &'a BTreeSet<String>,
    /// The identifiers of relations that go, gathered on the way.
    pub(super) gone: BTreeSet<String>,
}

impl Rules for RelationRules<'_> {
    fn element(&mut self, element: &Element<'_, '_>) -> Fate {
        if element.name() != "Relationship" {
            return Fate::Keep;
        }
        let value = |name| element.value(name).unwrap_or_default();
        let target = value("Target");
        let stays = if value("TargetMode") == "External" {
            value("Type").ends_with("/hyperlink") && is_web_address(&target)
        } else {
            self.kept.contains(&resolve(self.folder, &target))
        };
        if stays {
            return Fate::Keep;
        }
        self.gone.insert(value("Id").into_owned());
        Fate::Drop
    }

    fn attribute<'v>(&mut self, _: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        let known = matches!(local(name), "Id" | "Type" | "Target" | "TargetMode" | "xmlns");
        (known || name.starts_with("xmlns")).then_some(Cow::Borrowed(value))
    }
}

/// An address on the web, not one of a file on somebody's machine or network.
pub(super) fn is_web_address(target: &str) -> bool {
    let target = target.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| target.starts_with(scheme))
}

/// The name of the part that a target leads to.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|step| !step.is_empty()).collect()
    };
    let path = target.split('#').next().unwrap_or_default();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
