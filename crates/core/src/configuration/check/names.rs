// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The municipality, its partners and its departments.

use std::collections::BTreeSet;

use super::{Check, is_name};

const MUNICIPALITY: &str = "municipality.toml";
const PARTNERS: &str = "partners.toml";

impl Check<'_, '_, '_> {
    pub(super) fn municipality(&mut self) {
        let municipality = &self.configuration.municipality;
        if !is_name(municipality.id.as_str()) {
            self.note(
                MUNICIPALITY,
                "municipality.id",
                &format!("`{}` can't be an id", municipality.id),
                "use lower-case letters, digits and hyphens, and begin with a letter",
            );
        }
        let capitals = municipality.prefix.chars().all(|c| c.is_ascii_uppercase());
        if !capitals || !(2..=4).contains(&municipality.prefix.len()) {
            self.note(
                MUNICIPALITY,
                "municipality.prefix",
                &format!(
                    "`{}` can't stand before the numbers of signals",
                    municipality.prefix
                ),
                "write two to four capitals, such as HS",
            );
        }
        let controllers: Vec<&str> = municipality.controllers.iter().map(|c| c.id.as_str()).collect();
        self.ids(
            MUNICIPALITY,
            "municipality.controller",
            "controller",
            &controllers,
        );
        self.at_least_one(MUNICIPALITY, "municipality.controller", controllers.len());
        let areas: Vec<&str> = municipality.areas.iter().map(|a| a.id.as_str()).collect();
        self.ids(MUNICIPALITY, "municipality.area", "area", &areas);
        self.at_least_one(MUNICIPALITY, "municipality.area", areas.len());
    }

    pub(super) fn neighbours(&mut self) {
        let own = &self.configuration.municipality.id;
        let mut seen = BTreeSet::new();
        for (index, rule) in self.configuration.neighbours.iter().enumerate() {
            let here = format!("neighbour[{index}]");
            let path = format!("{here}.municipality");
            let id = rule.municipality.as_str();
            if !is_name(id) || rule.municipality == *own || !seen.insert(id) {
                self.note(
                    MUNICIPALITY,
                    &path,
                    &format!("`{id}` can't be a neighbour here"),
                    "write the id of another municipality, each once",
                );
            }
            let path = format!("{here}.facts");
            if rule.facts.is_empty() {
                self.note(
                    MUNICIPALITY,
                    &path,
                    "nothing may be asked of this neighbour",
                    "name what may be asked about, or take the neighbour out",
                );
            }
            if let Some(kind) = rule.facts.iter().find(|kind| !kind.can_be_asked_elsewhere()) {
                self.note(
                    MUNICIPALITY,
                    &path,
                    &format!(
                        "`{}` is no fact that another municipality can be asked about",
                        kind.as_str()
                    ),
                    "choose from: address, phone, plate, company, website",
                );
            }
        }
    }

    pub(super) fn at_least_one(&mut self, file: &'static str, list: &str, count: usize) {
        if count == 0 && self.source.is_complete(file) {
            self.note(
                file,
                list,
                &format!("there must be at least one [[{list}]]"),
                "add one; docs/handleiding/configuratie.md shows an example",
            );
        }
    }

    pub(super) fn partners(&mut self) {
        let partners = self.partner_ids();
        self.ids(PARTNERS, "partner", "partner", &partners);
        let departments: Vec<&str> = self
            .configuration
            .departments
            .iter()
            .map(|department| department.id.as_str())
            .collect();
        self.ids(PARTNERS, "department", "department", &departments);
        let inspections = self.configuration.inspections.iter();
        let inspections: Vec<&str> = inspections.map(|kind| kind.id.as_str()).collect();
        self.ids(PARTNERS, "inspection", "kind of inspection", &inspections);
        for (index, partner) in self.configuration.partners.iter().enumerate() {
            if let Some(period) = partner
                .answer_within
                .filter(|period| !(1..=365).contains(&period.days))
            {
                self.note(
                    PARTNERS,
                    &format!("partner[{index}].answer_within"),
                    &format!("a term of {} days is none", period.days),
                    "write a number from 1 to 365",
                );
            }
        }
        self.mail_domains();
    }

    /// A domain says whose mail it is, so it can belong to one only.
    fn mail_domains(&mut self) {
        let own = (
            MUNICIPALITY,
            "municipality".to_owned(),
            &self.configuration.municipality.mail_domains,
        );
        let partners = self.configuration.partners.iter().enumerate();
        let theirs =
            partners.map(|(index, partner)| (PARTNERS, format!("partner[{index}]"), &partner.mail_domains));
        let mut seen = BTreeSet::new();
        for (file, path, domains) in std::iter::once(own).chain(theirs) {
            for (index, domain) in domains.iter().enumerate() {
                let path = format!("{path}.mail_domains[{index}]");
                let labels =
                    domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
                let plain = domain
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.');
                if !labels || !plain {
                    self.note(
                        file,
                        &path,
                        &format!("`{domain}` is not a mail domain"),
                        "write what stands after the @, in lower case, such as politie.nl",
                    );
                }
                if !seen.insert(domain.as_str()) {
                    self.note(
                        file,
                        &path,
                        &format!("the mail domain `{domain}` is named twice"),
                        "name it at the one organisation whose mail it is",
                    );
                }
            }
        }
    }
}
