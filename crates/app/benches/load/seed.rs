// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Fills a database: each signal with its report, sealed and journaled as the program does it.

use std::sync::Arc;

use chrono::TimeDelta;
use meldroute_core::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Fingerprint, NewReport, Write},
    configuration::{Configuration, read, route::StepKind},
    duty,
    id::{Minter as _, MunicipalityId, PersonId, ReportId, SignalId, Timestamp},
    link,
    policy::{Actor, Permit, Right, unsafe_permit_without_policy},
    ports::Store as _,
    report::{Openness, Report, ReportState, Reporter, ReporterKind},
    signal::{
        LinkedReport, Signal,
        assessment::{
            About as Concerns, Assessment, InformationGrade, Minor, Observation, SourceGrade, Urgency,
        },
        stage::{Confirmation, Stage, Visit},
    },
};
use tokio::task::JoinSet;

use crate::{
    browser::{Random, now},
    place::Place,
};

/// How many reports are stored at each size that nobody has looked at yet.
const NEW: usize = 50;

/// How many are stored at once, so that the database commits them in groups.
const AT_ONCE: usize = 64;

pub(crate) fn municipality() -> MunicipalityId {
    MunicipalityId::from("heemstede")
}

/// What has been stored, and what is needed for more.
pub(crate) struct Seeds {
    pub(crate) signals: Vec<SignalId>,
    /// Reports that nobody has looked at yet.
    pub(crate) new: Vec<ReportId>,
    pub(crate) configuration: Arc<Configuration>,
    owner: PersonId,
    now: Timestamp,
}

impl Seeds {
    pub(crate) async fn new(place: &Place, owner: PersonId) -> Self {
        let database = place.open().await;
        let (_, files) = database
            .configurations()
            .await
            .unwrap()
            .remove(&municipality())
            .unwrap();
        database.close().await;
        Self {
            signals: Vec::new(),
            new: Vec::new(),
            configuration: Arc::new(read::read(&files).unwrap()),
            owner,
            now: now(),
        }
    }

    /// Stores more, up to so many.
    pub(crate) async fn grow(&mut self, place: &Place, size: usize) {
        let database = Arc::new(place.open().await);
        let mut running = JoinSet::new();
        while self.signals.len() < size {
            let (id, changes) = self.registration(self.signals.len());
            self.signals.push(id);
            let database = Arc::clone(&database);
            running.spawn(async move { database.commit(changes).await.unwrap() });
            if running.len() >= AT_ONCE {
                running.join_next().await.unwrap().unwrap();
            }
        }
        running.join_all().await;
        for number in 0..NEW {
            let mut report = self.report(ReportId(sortable(now())), ReportState::New, size + 7 * number);
            // Words of its own, and what others have told before it.
            report.text = format!(
                "{} {}",
                words(size + 7 * number + 1, 400),
                facts(size - 1 - 7 * number)
            );
            self.new.push(report.id);
            let event = Event::ReportTyped {
                channel: report.channel.clone(),
            };
            let about = About::Report(report.id);
            let changes = Changes::new(&self.permit(), self.now, &Random, about, event)
                .write(Write::NewReport(Box::new(self.filed(report))));
            database.commit(changes).await.unwrap();
        }
        Arc::into_inner(database).unwrap().close().await;
    }

    /// A report that came in, and the signal that was made of it.
    fn registration(&self, number: usize) -> (SignalId, Changes) {
        let at = self.now - TimeDelta::minutes(5 * i64::try_from(number % 100_000).unwrap());
        let (signal, report) = (SignalId(sortable(at)), ReportId(sortable(at)));
        let permit = self.permit();
        let report = self.report(
            report,
            ReportState::Registered {
                signal,
                at,
                by: self.owner,
            },
            number,
        );
        let signal = self.signal(signal, report.id, at, number);
        let id = signal.id;
        let about = About::Signal(id);
        let changes = Changes::new(
            &permit,
            at,
            &Random,
            about,
            Event::SignalRegistered {
                reports: 1,
                step: None,
            },
        )
        .write(Write::NewReport(Box::new(self.filed(report))))
        .write(Write::new_signal(signal, &self.configuration));
        (id, changes)
    }

    pub(crate) fn permit(&self) -> Permit {
        let actor = Actor {
            person: Some(self.owner),
            name: "Mees Voorbeeld".to_owned(),
            municipality: municipality(),
            today: dutch_date(self.now),
            grants: Vec::new(),
            origin: "bench".to_owned(),
            call: None,
        };
        unsafe_permit_without_policy(actor, Right::TypeReport)
    }

    /// A report with all that belongs to it.
    pub(crate) fn filed(&self, report: Report) -> NewReport {
        let reporter = Reporter {
            name: "Sanne Voorbeeld".to_owned(),
            contact: format!("{}@post.example", report.id),
            safe_contact: String::new(),
        };
        NewReport {
            marks: link::marks(&report, &reporter, &[]),
            reporter,
            files: Vec::new(),
            fingerprints: vec![Fingerprint::MessageId(report.id.to_string())],
            duties: duty::of_report(&report, &self.configuration),
            report,
        }
    }

    pub(crate) fn report(&self, id: ReportId, state: ReportState, number: usize) -> Report {
        Report {
            id,
            municipality: municipality(),
            area: "heemstede".into(),
            received_at: self.now,
            channel: "phone".into(),
            reporter_kind: ReporterKind::Official,
            partner: None,
            openness: Openness::Open,
            contact_known: true,
            reads_online: false,
            typed_by: Some(self.owner),
            subject: words(number, 30),
            text: format!("{} {}", words(number + 1, 400), facts(number)),
            place: "Dorpsstraat".to_owned(),
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
            state,
            feedback: Vec::new(),
        }
    }

    fn signal(&self, id: SignalId, report: ReportId, at: Timestamp, number: usize) -> Signal {
        let days = i64::try_from(number % 700).unwrap() - 100;
        let (by, step) = (self.owner, "register");
        Signal {
            id,
            municipality: municipality(),
            area: "heemstede".into(),
            title: words(number + 2, 50),
            opened_at: at,
            owner: by,
            stage: Stage::AtStep {
                step: step.into(),
                kind: StepKind::Register,
                body: None,
                since: at,
                due: dutch_date(self.now + TimeDelta::days(days)),
            },
            visits: vec![Visit {
                step: step.into(),
                from: at,
                until: None,
            }],
            reports: vec![LinkedReport {
                report,
                channel: "phone".into(),
                reporter_kind: ReporterKind::Official,
                partner: None,
                contact_known: true,
                reads_online: false,
                unread_since: None,
                linked_at: at,
                linked_by: by,
                reason: String::new(),
                unlinked: None,
                feedback: Vec::new(),
            }],
            observations: vec![observation(number, report, at, by)],
            assessments: vec![assessment(number, at, by)],
            subjects: Vec::new(),
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
}

fn observation(number: usize, report: ReportId, at: Timestamp, by: PersonId) -> Observation {
    Observation {
        text: words(number + 3, 250),
        observed: "gisteravond".to_owned(),
        observer: "wijkagent".to_owned(),
        first_hand: true,
        report: Some(report),
        at,
        by,
    }
}

fn assessment(number: usize, at: Timestamp, by: PersonId) -> Assessment {
    Assessment {
        forms: ["labour".into()].into(),
        indicators: ["labour-passport-taken".into()].into(),
        list_versions: ["2026-1".to_owned()].into(),
        urgency: Urgency::Normal,
        minor: Minor::No,
        about: Concerns::Location,
        source_grade: SourceGrade::Reliable,
        information_grade: InformationGrade::Seen,
        place: "Dorpsstraat".to_owned(),
        explanation: words(number + 4, 100),
        at,
        by,
    }
}

/// What reports share: an address, a telephone number and a plate that a few others have, and the town hall's number in one of ten.
fn facts(number: usize) -> String {
    let street = word(u64::try_from(number % 400).unwrap());
    let (house, phone, plate) = (number % 29 + 1, number % 25_000, number % 20_000);
    let letters =
        [plate / 1000 % 20, plate / 100 % 10].map(|n| char::from(*b"BDFGHJKLNPRSTVWXYZQM".get(n).unwrap()));
    let letters: String = letters.iter().collect();
    let hall = if number.is_multiple_of(10) {
        " Het loket 085 000 0000 verwees door."
    } else {
        ""
    };
    let digits = plate % 100;
    format!("Het is {street}straat {house}, met 06 {phone:08} en de {letters}-{digits:02}-ZZ.{hall}")
}

/// An identifier that sorts by time, as the program makes them.
pub(crate) fn sortable(at: Timestamp) -> uuid::Uuid {
    let random = Random.mint().into_bytes();
    let tail: [u8; 10] = random.first_chunk().copied().unwrap();
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(at.timestamp_millis()).unwrap(), &tail)
        .into_uuid()
}

/// A text of about so many letters. Few words are frequent and many are rare, as in language.
pub(crate) fn words(number: usize, letters: usize) -> String {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(u64::try_from(number).unwrap() + 1);
    let mut text = String::with_capacity(letters + 10);
    while text.len() < letters {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let share = state % 1000;
        text.push_str(&word(share * share * share / 50_000));
        text.push(' ');
    }
    text
}

/// A word that can be pronounced, for each number its own.
pub(crate) fn word(mut number: u64) -> String {
    const BEGIN: [&str; 16] = [
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z",
    ];
    const MIDDLE: [&str; 8] = ["aa", "e", "ie", "o", "oe", "u", "ei", "a"];
    let mut text = String::new();
    loop {
        let (begin, middle) = (number % 16, number / 16 % 8);
        text.push_str(BEGIN.get(usize::try_from(begin).unwrap()).unwrap());
        text.push_str(MIDDLE.get(usize::try_from(middle).unwrap()).unwrap());
        number /= 128;
        if number == 0 {
            return text + "k";
        }
    }
}
