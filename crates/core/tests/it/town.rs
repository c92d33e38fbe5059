// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An invented municipality: everything of its configuration but the route, and the clock and people of the tests.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

use meldroute_core::{
    calendar::{DayUnit, Period},
    configuration::{
        Configuration,
        channel::{Anonymity, Channel, ChannelKind},
        feedback::{FeedbackLevel, FeedbackRule, Moment, Template},
        form::Form,
        municipality::{Area, Controller, Municipality},
        partner::{Department, InspectionKind, Partner, PartnerKind},
        processing::ProcessingRegister,
        public::{Place, PlaceKind, PublicForm, PublicPage, PublicText, WhereToReport},
        register::{Register, RegisterKind},
        route::{Acute, Route},
        text::Text,
    },
    enrichment::InquiryKind,
    id::{ChannelId, Minter, PartnerId, PersonId, ReportId, Timestamp},
    policy::Role,
    report::{Openness, Report, ReportState, ReporterKind},
    sharing::{
        Answer,
        matrix::Matrix,
        rule::{Circumstances, Ground, Kind, Rule, RuleState},
    },
    signal::{act::Hand, feedback},
};
use uuid::Uuid;

/// Counts identifiers up.
#[derive(Debug, Default)]
pub(crate) struct Counter(AtomicU64);

impl Minter for Counter {
    fn mint(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::Relaxed)) + 1000)
    }
}

pub(crate) fn text(words: &str) -> Text {
    Text {
        nl: words.to_owned(),
        en: words.to_owned(),
    }
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// The coordinator who does what the tests do.
pub(crate) fn coordinator() -> PersonId {
    person(1)
}

pub(crate) fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

pub(crate) fn hand<'a>(configuration: &'a Configuration, minter: &'a Counter, now: Timestamp) -> Hand<'a> {
    Hand {
        configuration,
        now,
        by: coordinator(),
        minter,
    }
}

/// A source about buildings, that the route's gate is enough for.
fn building() -> Register {
    Register {
        id: "bag".into(),
        name: text("Buildings"),
        kind: RegisterKind::Bag,
        asks: [InquiryKind::Address].into(),
        fields: vec!["use".to_owned()],
        ground: Ground {
            text: "Public task".to_owned(),
            source: "An act".to_owned(),
            date: at("2026-01-01T00:00:00Z").date_naive(),
            confirmed_by: None,
        },
        decided_by: None,
        keep_days: 30,
    }
}

/// A source about persons: the privacy officer decides on each question.
fn citizens() -> Register {
    Register {
        id: "brp".into(),
        kind: RegisterKind::Brp,
        asks: [InquiryKind::Citizen].into(),
        fields: vec!["age".to_owned()],
        decided_by: Some(Role::PrivacyOfficer),
        ..building()
    }
}

fn where_to_report() -> WhereToReport {
    let words = |words: &str| PublicText {
        nl: words.to_owned(),
        en: words.to_owned(),
        uk: words.to_owned(),
        ru: words.to_owned(),
    };
    WhereToReport {
        page: PublicPage {
            enabled: true,
            leave_to: "https://weer.example".to_owned(),
        },
        places: vec![Place {
            id: "police".to_owned(),
            kind: PlaceKind::Police,
            name: words("Police"),
            phone: Some("0900-8844".to_owned()),
            mail: None,
            url: None,
            hours: None,
            for_whom: words("Everyone"),
            text: words("Tell what you see."),
        }],
    }
}

/// A route without steps.
fn no_route() -> Route {
    Route {
        version: 1,
        attention_after: Period {
            days: 7,
            unit: DayUnit::Calendar,
        },
        steps: Vec::new(),
        gates: Vec::new(),
        forks: Vec::new(),
        acute: Acute {
            partner: "police".into(),
            then: None,
        },
        care_partner: "care-house".into(),
    }
}

/// A configuration without steps, bodies and feedback rules; those are what the tests are about.
pub(crate) fn town() -> Configuration {
    Configuration {
        plan: None,
        figures: meldroute_core::configuration::figures::Figures::default(),
        refusal_grounds: Vec::new(),
        looking: meldroute_core::configuration::looking::Looking::default(),
        municipality: Municipality {
            id: "waterdam".into(),
            name: "Waterdam".to_owned(),
            prefix: "WD".to_owned(),
            mail_domains: vec!["waterdam.example".to_owned()],
            controllers: vec![Controller {
                id: "college".to_owned(),
                name: text("College"),
            }],
            areas: vec![Area {
                id: "waterdam".into(),
                name: "Waterdam".to_owned(),
            }],
        },
        neighbours: Vec::new(),
        role_names: BTreeMap::new(),
        forms: ["labour", "sexual"].map(form).into(),
        indicators: Vec::new(),
        channels: vec![
            channel("mailbox", ChannelKind::Mail, &ReporterKind::ALL[..4]),
            channel("phone", ChannelKind::Phone, &ReporterKind::ALL),
        ],
        anonymity: Anonymity::Accept,
        tips: None,
        public_form: PublicForm::default(),
        where_to_report: where_to_report(),
        partners: vec![
            partner("police", PartnerKind::Police),
            partner("riec", PartnerKind::Riec),
            partner("care-house", PartnerKind::Care),
        ],
        registers: vec![building(), citizens()],
        departments: vec![Department {
            id: "permits".into(),
            name: text("Permits"),
        }],
        inspections: vec![InspectionKind {
            id: "horeca".into(),
            name: text("Restaurants"),
            power: text("Alcoholwet art. 41"),
        }],
        route: no_route(),
        bodies: Vec::new(),
        feedback: Vec::new(),
        templates: Vec::new(),
        retention: None,
        processing: ProcessingRegister::default(),
        sharing: Some(open_matrix()),
    }
}

/// Everything may go to everybody: what may be shared is not what these tests are about.
fn open_matrix() -> Matrix {
    Matrix {
        parties: Vec::new(),
        rules: vec![Rule {
            id: "all".into(),
            from: vec!["*".into()],
            to: vec!["*".into()],
            categories: vec![Kind::Any],
            when: Circumstances::default(),
            answer: Answer::Allow,
            needs: Vec::new(),
            state: RuleState::InForce,
            ground: Ground {
                text: "Invented.".to_owned(),
                source: "None".to_owned(),
                date: "2026-01-01".parse().unwrap(),
                confirmed_by: None,
            },
            reviewed_on: None,
        }],
    }
}

fn form(id: &str) -> Form {
    Form {
        id: id.into(),
        name: text(id),
        valid_from: "2020-01-01".parse().unwrap(),
        valid_until: None,
        in_focus: true,
        law: "273f Sr".to_owned(),
    }
}

fn channel(id: &str, kind: ChannelKind, reporters: &[ReporterKind]) -> Channel {
    Channel {
        id: id.into(),
        name: text(id),
        kind,
        reporters: reporters.to_vec(),
        used_by: vec![Role::Coordinator],
    }
}

fn partner(id: &str, kind: PartnerKind) -> Partner {
    Partner {
        id: id.into(),
        name: id.to_owned(),
        kind,
        answer_within: None,
        mail_domains: vec![format!("{id}.example")],
    }
}

/// A rule for a kind of reporter, without deadline.
pub(crate) fn rule(reporter: ReporterKind, level: FeedbackLevel) -> FeedbackRule {
    FeedbackRule {
        reporter,
        level,
        reason: (level == FeedbackLevel::None).then(|| text("our policy")),
        deadline: Vec::new(),
    }
}

/// A text for each message that the rules promise.
pub(crate) fn templates(rules: &[FeedbackRule]) -> Vec<Template> {
    let messages = rules
        .iter()
        .flat_map(|rule| rule.level.moments().iter().map(|moment| (rule.reporter, *moment)));
    messages
        .map(|(reporter, moment)| Template {
            id: format!(
                "{}-{}",
                reporter.as_str(),
                match moment {
                    Moment::Receipt => "receipt",
                    Moment::Outcome => "outcome",
                }
            ),
            reporter,
            moment,
            result: None,
            set_aside: false,
            code: false,
            nl: "Dank voor uw melding {number}.".to_owned(),
            en: "Thank you for your report {number}.".to_owned(),
        })
        .collect()
}

/// A new report, with what its reporter is owed.
pub(crate) fn report(
    configuration: &Configuration,
    minter: &Counter,
    (kind, channel): (ReporterKind, &str),
    received_at: Timestamp,
) -> Report {
    let mut report = Report {
        id: ReportId(minter.mint()),
        municipality: configuration.municipality.id.clone(),
        area: configuration.municipality.areas[0].id.clone(),
        received_at,
        channel: ChannelId::from(channel),
        reporter_kind: kind,
        partner: (kind == ReporterKind::ChainPartner).then(|| PartnerId::from("police")),
        openness: match kind {
            ReporterKind::Anonymous => Openness::Anonymous,
            _ => Openness::Open,
        },
        contact_known: kind != ReporterKind::Anonymous,
        reads_online: false,
        typed_by: Some(coordinator()),
        subject: "Three people in a shed".to_owned(),
        text: "Three people seem to live in the shed behind the greenhouse.".to_owned(),
        place: "Kanaalweg".to_owned(),
        observed: "last week".to_owned(),
        first_hand: Some(true),
        mail: None,
        files: Vec::new(),
        messages: Vec::new(),
        language: None,
        told: false,
        undelivered: Vec::new(),
        corrections: Vec::new(),
        hold: None,
        state: ReportState::New,
        feedback: Vec::new(),
    };
    report.feedback = feedback::owed(configuration, &report, minter);
    report
}
