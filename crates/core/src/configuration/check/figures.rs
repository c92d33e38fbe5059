// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sources of figures and areas: names that lead somewhere, and groups that consist of something.

use super::Check;
use crate::configuration::figures::{AreaKind, FigureArea, FigureSource};

const FILE: &str = "figures.toml";

impl Check<'_, '_, '_> {
    pub(super) fn figures(&mut self) {
        let figures = &self.configuration.figures;
        let sources: Vec<&str> = figures.sources.iter().map(|source| source.id.as_str()).collect();
        self.ids(FILE, "source", "source", &sources);
        let areas: Vec<&str> = figures.areas.iter().map(|area| area.id.as_str()).collect();
        self.ids(FILE, "area", "area", &areas);
        for (index, source) in figures.sources.iter().enumerate() {
            self.figure_source(&format!("source[{index}]"), source, &sources);
        }
        for (index, area) in figures.areas.iter().enumerate() {
            self.figure_area(&format!("area[{index}]"), area, &areas);
        }
    }

    fn figure_source(&mut self, path: &str, source: &FigureSource, sources: &[&str]) {
        let known = self.form_ids();
        for form in source.forms.iter().chain(&source.emphasis) {
            self.refers(FILE, &format!("{path}.forms"), form.as_str(), "form", &known);
        }
        if source.forms.is_empty() {
            let remedy = "name the forms that it registers";
            self.note(
                FILE,
                &format!("{path}.forms"),
                "this source registers no form",
                remedy,
            );
        }
        if let Some(emphasis) = &source.emphasis
            && !source.forms.contains(emphasis)
        {
            let remedy = "name one of its own forms";
            let path = format!("{path}.emphasis");
            self.note(
                FILE,
                &path,
                "the emphasis is on a form that it does not register",
                remedy,
            );
        }
        let path = format!("{path}.may_overlap_with");
        for other in &source.may_overlap_with {
            if *other == source.id {
                let remedy = "name other sources only";
                self.note(FILE, &path, "a source always overlaps with itself", remedy);
            }
            self.refers(FILE, &path, other.as_str(), "source of figures", sources);
        }
    }

    fn figure_area(&mut self, path: &str, area: &FigureArea, areas: &[&str]) {
        for member in &area.members {
            let path = format!("{path}.members");
            self.refers(FILE, &path, member.as_str(), "area", areas);
            if *member == area.id {
                self.note(FILE, &path, "an area is no part of itself", "take it out");
            }
        }
        if area.kind == AreaKind::Cluster && area.members.is_empty() {
            let remedy = "name its municipalities in `members`, each with an [[area]] of its own";
            self.note(FILE, path, "this cluster consists of nothing", remedy);
        }
        if let (Some(from), Some(until)) = (area.valid_from, area.valid_until)
            && until < from
        {
            let path = format!("{path}.valid_until");
            self.note(
                FILE,
                &path,
                "it ends before it begins",
                "write a later year, or leave it out",
            );
        }
    }
}
