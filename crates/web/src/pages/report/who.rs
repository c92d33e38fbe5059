// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The fields that say who reports: kind, organisation, openness, and about which municipality.

use meldroute_core::{
    configuration::channel::Anonymity,
    report::{Openness, ReporterKind},
};

use crate::visit::User;

/// What can be chosen: names of values with words, for [`crate::form`]'s lists.
pub(super) struct Choices {
    pub(super) kinds: Vec<(String, String)>,
    pub(super) partners: Vec<(String, String)>,
    /// Name, words, and what it means.
    pub(super) openness: Vec<(&'static str, String, String)>,
    /// Where anonymous reporters are sent; empty where they are accepted.
    pub(super) refer: String,
    /// Empty where the desk works for one municipality.
    pub(super) areas: Vec<(String, String)>,
}

impl Choices {
    pub(super) fn new(user: &User, kinds: &[ReporterKind]) -> Self {
        let (lang, configuration) = (user.lang, user.configuration());
        let cost = match &configuration.anonymity {
            Anonymity::AcceptWithCost { cost } => lang.text(cost).to_owned(),
            Anonymity::Accept | Anonymity::Refer { .. } => String::new(),
        };
        let refer = match &configuration.anonymity {
            Anonymity::Refer { to } => lang.text(to).to_owned(),
            Anonymity::Accept | Anonymity::AcceptWithCost { .. } => String::new(),
        };
        let mut openness = vec![
            (
                openness_name(Openness::Open),
                lang.t("report-openness-open"),
                String::new(),
            ),
            (
                openness_name(Openness::Confidential),
                lang.t("report-openness-confidential"),
                lang.t("report-openness-confidential-hint"),
            ),
        ];
        if refer.is_empty() {
            openness.push((
                openness_name(Openness::Anonymous),
                lang.t("report-openness-anonymous"),
                cost,
            ));
        }
        let mut partners = vec![(String::new(), lang.t("report-type-partner-none"))];
        partners.extend(
            configuration
                .partners
                .iter()
                .map(|partner| (partner.id.0.clone(), partner.name.clone())),
        );
        let areas = &configuration.municipality.areas;
        Self {
            kinds: kinds
                .iter()
                .filter(|kind| refer.is_empty() || **kind != ReporterKind::Anonymous)
                .map(|kind| {
                    (
                        kind.as_str().to_owned(),
                        lang.kind("reporter-kind", kind.as_str()),
                    )
                })
                .collect(),
            partners,
            openness,
            refer,
            areas: Some(areas)
                .filter(|areas| areas.len() > 1)
                .into_iter()
                .flatten()
                .map(|area| (area.id.0.clone(), area.name.clone()))
                .collect(),
        }
    }
}

/// The kind of reporter with this name.
pub(super) fn kind(name: &str) -> Option<ReporterKind> {
    ReporterKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

/// The name of an openness in forms.
pub(super) fn openness_name(openness: Openness) -> &'static str {
    match openness {
        Openness::Open => "open",
        Openness::Confidential => "confidential",
        Openness::Anonymous => "anonymous",
    }
}

/// The openness with this name.
pub(super) fn openness(name: &str) -> Option<Openness> {
    [Openness::Open, Openness::Confidential, Openness::Anonymous]
        .into_iter()
        .find(|openness| openness_name(*openness) == name)
}
