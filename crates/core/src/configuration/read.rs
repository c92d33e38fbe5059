// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading a configuration from TOML files, with file and line beside every problem.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Configuration,
    channel::Anonymity,
    check,
    figures::Figures,
    looking::Looking,
    municipality::{Area, Controller, Municipality},
    plan::PlanRules,
    problem::Problem,
    processing::ProcessingRegister,
    public::{PublicForm, WhereToReport},
    route::{Acute, Route},
    source::Source,
    text::Text,
};
use crate::{
    calendar::{DayUnit, Period},
    id::PartnerId,
    retention::rule::Rules,
    sharing::matrix::Matrix,
};

pub use super::source::FILES;

const SHARING: &str = "sharing.toml";
const RETENTION: &str = "retention.toml";
const FIGURES: &str = "figures.toml";
const PLAN: &str = "plan.toml";
const PROCESSING: &str = "processing.toml";

/// Reads a configuration from its files (name, or path, and text): the whole, checked, or everything that is wrong with it.
pub fn read(files: &BTreeMap<String, String>) -> Result<Configuration, Vec<Problem>> {
    read_on(files, None)
}

/// As [`read`], and dates of what somebody looked at or confirmed must not lie after today.
pub fn read_on(
    files: &BTreeMap<String, String>,
    today: Option<NaiveDate>,
) -> Result<Configuration, Vec<Problem>> {
    let mut source = Source::parse(files);
    let configuration = Configuration {
        municipality: municipality(&mut source),
        neighbours: source.list("municipality.toml", "neighbour"),
        role_names: if source.has("municipality.toml", "roles") {
            source.one("municipality.toml", "roles").unwrap_or_default()
        } else {
            BTreeMap::new()
        },
        looking: if source.has("municipality.toml", "looking") {
            source.one("municipality.toml", "looking").unwrap_or_default()
        } else {
            Looking::default()
        },
        refusal_grounds: source.list("municipality.toml", "refusal_ground"),
        forms: source.list("forms.toml", "form"),
        indicators: source.list("indicators.toml", "list"),
        channels: source.list("channels.toml", "channel"),
        anonymity: source
            .one("channels.toml", "anonymity")
            .unwrap_or(Anonymity::Accept),
        tips: if source.has("channels.toml", "tips") {
            source.one("channels.toml", "tips")
        } else {
            None
        },
        public_form: if source.has("channels.toml", "public_form") {
            source.one("channels.toml", "public_form").unwrap_or_default()
        } else {
            PublicForm::default()
        },
        where_to_report: where_to_report(&mut source),
        partners: source.list("partners.toml", "partner"),
        departments: source.list("partners.toml", "department"),
        inspections: source.list("partners.toml", "inspection"),
        registers: source.list("registers.toml", "register"),
        route: route(&mut source),
        bodies: source.list("bodies.toml", "body"),
        feedback: source.list("feedback.toml", "feedback"),
        templates: source.list("feedback-templates.toml", "template"),
        figures: figures(&mut source),
        plan: plan(&mut source),
        processing: processing(&mut source),
        sharing: source.has_file(SHARING).then(|| Matrix {
            parties: source.list(SHARING, "party"),
            rules: source.list(SHARING, "rule"),
        }),
        retention: source.has_file(RETENTION).then(|| Rules {
            rules: source.list(RETENTION, "rule"),
            backups_kept_days: source.one(RETENTION, "backups_kept_days").unwrap_or_default(),
        }),
    };
    only_known(&mut source);
    check::check(&configuration, &mut source, today);
    let problems = source.into_problems();
    if problems.is_empty() {
        Ok(configuration)
    } else {
        Err(problems)
    }
}

/// Where it can't be read, one that passes the checks stands in: a problem has been noted, and nobody gets to see it.
fn municipality(source: &mut Source<'_>) -> Municipality {
    source
        .one("municipality.toml", "municipality")
        .unwrap_or_else(|| Municipality {
            id: "x".into(),
            name: "x".to_owned(),
            prefix: "XX".to_owned(),
            mail_domains: Vec::new(),
            controllers: vec![Controller {
                id: "x".to_owned(),
                name: Text {
                    nl: "x".to_owned(),
                    en: "x".to_owned(),
                },
            }],
            areas: vec![Area {
                id: "x".into(),
                name: "x".to_owned(),
            }],
        })
}

fn route(source: &mut Source<'_>) -> Route {
    const FILE: &str = "route.toml";
    let a_week = Period {
        days: 7,
        unit: DayUnit::Calendar,
    };
    Route {
        version: source.one(FILE, "version").unwrap_or(1),
        attention_after: source.one(FILE, "attention_after").unwrap_or(a_week),
        steps: source.list(FILE, "step"),
        gates: source.list(FILE, "gate"),
        forks: source.list(FILE, "fork"),
        acute: source.one(FILE, "acute").unwrap_or_else(|| Acute {
            partner: PartnerId::from(""),
            then: None,
        }),
        care_partner: source
            .one(FILE, "care_partner")
            .unwrap_or_else(|| PartnerId::from("")),
    }
}

/// Without the file there is no page.
fn where_to_report(source: &mut Source<'_>) -> WhereToReport {
    const FILE: &str = "where-to-report.toml";
    let there = source.has_file(FILE);
    WhereToReport {
        page: there
            .then(|| source.one(FILE, "page"))
            .flatten()
            .unwrap_or_default(),
        places: source.list(FILE, "place"),
    }
}

/// Without the file there is no plan.
fn plan(source: &mut Source<'_>) -> Option<PlanRules> {
    if !source.has_file(PLAN) {
        return None;
    }
    let (pillars, texts) = (source.list(PLAN, "pillar"), source.list(PLAN, "text"));
    let (occasions, records) = (source.list(PLAN, "occasion"), source.list(PLAN, "record"));
    let head = source.one(PLAN, "plan")?;
    Some(PlanRules {
        head,
        pillars,
        texts,
        occasions,
        records,
    })
}

fn figures(source: &mut Source<'_>) -> Figures {
    Figures {
        sources: source.list(FIGURES, "source"),
        areas: source.list(FIGURES, "area"),
    }
}

/// Without the file the register is empty: [`check`] asks for it where a configuration is loaded, and no such one is used.
fn processing(source: &mut Source<'_>) -> ProcessingRegister {
    if !source.has_file(PROCESSING) {
        return ProcessingRegister::default();
    }
    ProcessingRegister {
        uri: source.one(PROCESSING, "uri").unwrap_or_default(),
        officer: source.one(PROCESSING, "officer").unwrap_or_default(),
        keep_decisions_days: source
            .has(PROCESSING, "keep_decisions_days")
            .then(|| source.one(PROCESSING, "keep_decisions_days"))
            .flatten(),
        entries: source.list(PROCESSING, "activity"),
    }
}

fn only_known(source: &mut Source<'_>) {
    source.only(
        "municipality.toml",
        &["municipality", "roles", "looking", "neighbour", "refusal_ground"],
    );
    source.only("forms.toml", &["form"]);
    source.only("indicators.toml", &["list"]);
    source.only("channels.toml", &["channel", "anonymity", "tips", "public_form"]);
    source.only("partners.toml", &["partner", "department", "inspection"]);
    source.only(
        "route.toml",
        &[
            "version",
            "attention_after",
            "care_partner",
            "acute",
            "step",
            "gate",
            "fork",
        ],
    );
    source.only("registers.toml", &["register"]);
    source.only("bodies.toml", &["body"]);
    source.only("feedback.toml", &["feedback"]);
    source.only("feedback-templates.toml", &["template"]);
    source.only("where-to-report.toml", &["page", "place"]);
    source.only(SHARING, &["party", "rule"]);
    source.only(RETENTION, &["backups_kept_days", "rule"]);
    source.only(FIGURES, &["source", "area"]);
    source.only(PLAN, &["plan", "pillar", "text", "occasion", "record"]);
    source.only(PROCESSING, &["uri", "officer", "keep_decisions_days", "activity"]);
}
