// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Invented reports, signals, meetings and people.

use meldroute_core::{
    change::{Fingerprint, NewFile, NewReport},
    configuration::route::StepKind,
    duty::{Duty, DutyKind, DutySubject, Holder},
    id::{MunicipalityId, PersonId, ReportId, SignalId},
    link,
    meeting::Meeting,
    people::{Access, Person},
    policy::role::{Grant, Role},
    report::{Compartment, MailFacts, Openness, Report, ReportState, Reporter, ReporterKind},
    signal::{
        Signal,
        assessment::{
            About, Assessment, InformationGrade, Minor, PersonPart, SourceGrade, Subject, SubjectKind,
            Urgency,
        },
        stage::{Confirmation, Stage},
    },
};
use uuid::Uuid;

use crate::world::{World, at};

/// Who owns the signals of the tests.
pub(crate) fn owner() -> PersonId {
    PersonId(Uuid::from_u128(77))
}

/// The report that a mail became, so many minutes after the start.
pub(crate) fn report(world: &World, m: &MunicipalityId, minutes: i64) -> Report {
    Report {
        id: world.mint(),
        municipality: m.clone(),
        area: m.as_str().into(),
        received_at: at(minutes),
        channel: "mailbox".into(),
        reporter_kind: ReporterKind::Resident,
        partner: None,
        openness: Openness::Confidential,
        contact_known: true,
        reads_online: false,
        typed_by: None,
        subject: format!("Licht in de schuur ({minutes})"),
        text: "Er slapen tien mensen in de schuur.".to_owned(),
        place: "Dorpsstraat 1".to_owned(),
        observed: "gisteravond".to_owned(),
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
    }
}

/// Everything that comes in with a report: its reporter, its original, its fingerprints, its duty.
pub(crate) fn new_report(world: &World, mut report: Report) -> NewReport {
    let file = world.mint();
    report.mail = Some(MailFacts {
        original: Some(file),
        ..MailFacts::default()
    });
    let mark = report.id.to_string();
    let reporter = Reporter {
        name: "Sanne Voorbeeld".to_owned(),
        contact: "sanne@post.example".to_owned(),
        safe_contact: "alleen overdag".to_owned(),
    };
    NewReport {
        marks: link::marks(&report, &reporter, &[]),
        reporter,
        files: vec![NewFile {
            id: file,
            compartment: Compartment::Reporter,
            bytes: format!("Message-ID: <{mark}@post.example>").into_bytes(),
        }],
        fingerprints: vec![
            Fingerprint::MessageId(format!("{mark}@post.example")),
            Fingerprint::Content(hash(&report.id)),
        ],
        duties: vec![Duty {
            kind: DutyKind::Triage,
            holder: Holder::Role(Role::Coordinator),
            due: report.received_on(),
            since: report.received_at,
            subject: DutySubject::Report(report.id),
            municipality: report.municipality.clone(),
        }],
        report,
    }
}

fn hash(id: &ReportId) -> [u8; 32] {
    let mut hash = [0; 32];
    hash[..16].copy_from_slice(id.0.as_bytes());
    hash
}

/// A signal at its first step, that must move so many days after the start.
pub(crate) fn signal(world: &World, m: &MunicipalityId, days: i64) -> Signal {
    Signal {
        id: world.mint(),
        municipality: m.clone(),
        area: m.as_str().into(),
        title: format!("Schuur aan de Dorpsstraat ({days})"),
        opened_at: at(0),
        owner: owner(),
        stage: stage("enrich", None, days),
        visits: Vec::new(),
        reports: Vec::new(),
        observations: Vec::new(),
        assessments: vec![assessment()],
        subjects: vec![subject(SubjectKind::Phone, "06 0000 0001")],
        notes: Vec::new(),
        queries: Vec::new(),
        gates: Vec::new(),
        decisions: Vec::new(),
        strands: Vec::new(),
        marks: Vec::new(),
        packs: Vec::new(),
        replies: Vec::new(),
        invitations: Vec::new(),
        openings: Vec::new(),
        recusals: Vec::new(),
        restrictions: Vec::new(),
        acute: None,
        confirmation: Confirmation::Open,
        hold: None,
    }
}

/// At a step, before a body or not.
pub(crate) fn stage(step: &str, body: Option<&str>, days: i64) -> Stage {
    Stage::AtStep {
        step: step.into(),
        kind: if body.is_some() {
            StepKind::Body
        } else {
            StepKind::Enrich
        },
        body: body.map(Into::into),
        since: at(days),
        due: (at(0) + chrono::TimeDelta::days(days)).date_naive(),
    }
}

fn assessment() -> Assessment {
    Assessment {
        forms: ["labour".into()].into(),
        indicators: ["sleeps-at-work".into()].into(),
        list_versions: ["labour-2026".to_owned()].into(),
        urgency: Urgency::High,
        minor: Minor::No,
        about: About::Location,
        source_grade: SourceGrade::Reliable,
        information_grade: InformationGrade::Seen,
        place: "Dorpsstraat 1".to_owned(),
        explanation: "Slaapplaatsen op het werk.".to_owned(),
        at: at(1),
        by: owner(),
    }
}

/// What a signal is about.
pub(crate) fn subject(kind: SubjectKind, value: &str) -> Subject {
    Subject {
        kind,
        value: value.to_owned(),
        part: PersonPart::Unknown,
        reason: "staat in de melding".to_owned(),
        at: at(1),
        by: owner(),
        struck: None,
    }
}

/// A duty of a signal.
pub(crate) fn duty(signal: &Signal, holder: Holder) -> Duty {
    Duty {
        kind: DutyKind::Step,
        holder,
        due: signal.stage.due().unwrap(),
        since: signal.stage.since(),
        subject: DutySubject::Signal(signal.id),
        municipality: signal.municipality.clone(),
    }
}

/// A sitting, so many days after the start.
pub(crate) fn meeting(world: &World, m: &MunicipalityId, days: i64, signals: &[SignalId]) -> Meeting {
    let on = (at(0) + chrono::TimeDelta::days(days)).date_naive();
    Meeting::planned(world.mint(), m.clone(), "signalenoverleg".into(), on)
        .add(signals.iter().copied())
        .unwrap()
}

/// Somebody with an account.
pub(crate) fn person(world: &World, m: &MunicipalityId, login: &str) -> Person {
    Person {
        id: world.mint(),
        municipality: m.clone(),
        login: login.to_owned(),
        name: "Robin Voorbeeld".to_owned(),
        mail: String::new(),
        grants: vec![Grant::of(Role::Coordinator)],
        access: Access::Active {
            password: "$argon2id$v=19$test".to_owned(),
            second_factor: None,
        },
        language: meldroute_core::configuration::text::Language::Nl,
        feed: None,
    }
}
