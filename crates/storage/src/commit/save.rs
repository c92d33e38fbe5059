// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The rows of each thing that is stored: the sealed document, and in clear what lists and counts need.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use meldroute_core::{
    calendar::dutch_date,
    change::{Destruction, Fingerprint, NewFile, NewPhoto, NewReport, Quarantined, Revision},
    claim::Claim,
    consult::Consult,
    duty::{Duty, DutySubject},
    id::{MunicipalityId, ReportId, StepId, Timestamp},
    link::{self, Apart, Mark},
    meeting::Meeting,
    outgoing::Outgoing,
    people::Person,
    ports::CommitError,
    report::{Report, ReportState},
    retention::{
        hold::Hold,
        list::{List, Subject},
    },
    signal::{Signal, stage::Stage},
};
use meldroute_vault::random;
use sea_orm::Value;
use serde::Serialize;
use uuid::{Builder, Uuid};

use super::prepare::{ChangeKeys, Erase, Loaded, Prepared, Save, Unique};
use crate::{
    claim::{claim_at, passages_at, words_by_source},
    consult::consult_at,
    document::document_at,
    duty::ABOUT_LIST,
    erase::Destroyed,
    fault::Fault,
    keys::{Purpose, seal_bytes, seal_document},
    link::hash_of_mark,
    meeting::meeting_at,
    outgoing::outgoing_at,
    people::person_at,
    quarantine::{ABOUT_QUARANTINED, QuarantineSummary},
    report::{REPORT_CONTENT, REPORT_SUMMARY, ReportSummary, account_hash, hash_of, purpose_of, state_name},
    retention::list_at,
    schema::{
        Table,
        tables::{
            CLAIM_PASSAGES, CLAIMS, CONFIGURATIONS, CONSULTS, DISPOSAL_LISTS, DUTIES, FILES, FINGERPRINTS,
            HOLDS, KEPT_APART, KEPT_LONGER, LOOK_UPS, MEETINGS, OUTBOX, OWN_REPORTS, PEOPLE, PHOTOS,
            QUARANTINE, REPORT_FACTS, REPORTERS, REPORTS, SIGNAL_FORMS, SIGNALS,
        },
    },
    signal::SignalSummary,
};

type Saved = Result<(), CommitError>;

pub(super) fn new_report(prepared: &mut Prepared, keys: &mut ChangeKeys, new: NewReport) -> Saved {
    let id = new.report.id.0;
    keys.add(prepared, id, Purpose::Report)?;
    keys.add(prepared, id, Purpose::Reporter)?;
    report(prepared, keys, &new.report, None, &new.duties)?;
    let m = prepared.municipality.clone();
    let reporter = seal_document(
        keys.content(id, Purpose::Reporter)?,
        (&REPORTERS, "content", id),
        &new.reporter,
    )?;
    prepared.add(&REPORTERS, vec![id.into(), m.as_str().into(), reporter.into()]);
    if let Some(person) = new.report.account() {
        let account = account_hash(&keys.municipality, person);
        prepared.add(&OWN_REPORTS, vec![id.into(), m.as_str().into(), account.into()]);
    }
    for file in new.files {
        self::file(prepared, keys, id, &file)?;
    }
    for fingerprint in &new.fingerprints {
        known_again(prepared, hash_of(&keys.municipality, fingerprint), id);
    }
    marks(prepared, keys, new.report.id, &new.marks);
    Ok(())
}

/// A file of a report.
pub(super) fn file(prepared: &mut Prepared, keys: &ChangeKeys, report: Uuid, file: &NewFile) -> Saved {
    let key = keys.content(report, purpose_of(file.compartment))?;
    let sealed = seal_bytes(key, (&FILES, "bytes", file.id.0), &file.bytes)?;
    prepared.bytes += sealed.len();
    let m = prepared.municipality.as_str().into();
    prepared.add(&FILES, vec![file.id.0.into(), m, report.into(), sealed.into()]);
    Ok(())
}

/// A photo of an inspection, under the key of its signal.
pub(super) fn photo(prepared: &mut Prepared, keys: &ChangeKeys, signal: Uuid, photo: &NewPhoto) -> Saved {
    let key = keys.content(signal, Purpose::Signal)?;
    let id = photo.file.0;
    let sealed = seal_bytes(key, (&PHOTOS, "bytes", id), &photo.bytes)?;
    prepared.bytes += sealed.len();
    let m = prepared.municipality.as_str().into();
    prepared.add(&PHOTOS, vec![id.into(), m, signal.into(), sealed.into()]);
    Ok(())
}

/// Adds what a report is found by. What is there already stays.
pub(super) fn marks(prepared: &mut Prepared, keys: &ChangeKeys, report: ReportId, marks: &[Mark]) {
    for mark in marks {
        let row = vec![
            prepared.municipality.as_str().into(),
            hash_of_mark(&keys.municipality, mark).into(),
            report.0.into(),
            mark.kind.as_str().into(),
        ];
        prepared.add(&REPORT_FACTS, row);
    }
}

/// Keeps two things apart, as far as these marks say.
pub(super) fn apart(prepared: &mut Prepared, keys: &ChangeKeys, apart: &Apart, at: Timestamp) {
    let (one, other) = (apart.one.id(), apart.other.id());
    for mark in &apart.marks {
        let row = vec![
            prepared.municipality.as_str().into(),
            one.min(other).into(),
            one.max(other).into(),
            hash_of_mark(&keys.municipality, mark).into(),
            at.timestamp_micros().into(),
        ];
        prepared.add(&KEPT_APART, row);
    }
}

/// That something is not proposed again until after a day.
pub(super) fn kept_longer(prepared: &mut Prepared, subject: Subject, until: NaiveDate) {
    prepared.gone.push((&KEPT_LONGER, "subject", subject.id().into()));
    let m = prepared.municipality.as_str().into();
    prepared.add(
        &KEPT_LONGER,
        vec![subject.id().into(), m, until.to_string().into()],
    );
}

/// What goes.
pub(super) fn destruction(prepared: &mut Prepared, destruction: &Destruction) {
    let municipality = MunicipalityId(prepared.municipality.clone());
    for (subject, base) in &destruction.things {
        let (table, purpose) = match subject {
            Subject::Signal(_) => (&SIGNALS, Purpose::Signal),
            Subject::Report(_) => (&REPORTS, Purpose::Report),
            Subject::Consult(_) => (&CONSULTS, Purpose::Consult),
            Subject::Claim(_) => (&CLAIMS, Purpose::Claim),
            Subject::Quarantined(_) => (&QUARANTINE, Purpose::Quarantined),
        };
        prepared.erased.push(Erase {
            table,
            base: base.map(|Revision(revision)| revision),
            gone: Destroyed {
                on: destruction.on,
                municipality: municipality.clone(),
                purpose,
                id: subject.id(),
                counted: destruction.counted,
            },
        });
    }
}

/// Whether it is held, for the list of holds.
fn held(prepared: &mut Prepared, id: Uuid, anew: bool, hold: Option<&Hold>) {
    if anew {
        prepared.gone.push((&HOLDS, "subject", id.into()));
    }
    if let Some(hold) = hold {
        let m = prepared.municipality.as_str().into();
        prepared.add(&HOLDS, vec![id.into(), m, hold.at.timestamp_micros().into()]);
    }
}

/// A list of what is to be destroyed.
pub(super) fn list(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    list: &List,
    base: Option<Revision>,
    duties: &[Duty],
) -> Saved {
    let id = list.id.0;
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        list.made_on.to_string().into(),
        seal_document(&keys.municipality.sealing, list_at(id), list)?.into(),
    ];
    put(prepared, unnumbered(&DISPOSAL_LISTS, id, base, None, row));
    Ok(duties_of(prepared, id, base.is_some(), duties)?)
}

/// A mark by which a report is known from now on.
pub(super) fn fingerprint(prepared: &mut Prepared, keys: &ChangeKeys, report: ReportId, mark: &Fingerprint) {
    known_again(prepared, hash_of(&keys.municipality, mark), report.0);
}

/// Adds a fingerprint; one that a message has twice counts once.
fn known_again(prepared: &mut Prepared, hash: Vec<u8>, subject: Uuid) {
    if !prepared.fresh.contains(&hash) {
        let row = vec![
            prepared.municipality.as_str().into(),
            hash.clone().into(),
            subject.into(),
        ];
        prepared.add(&FINGERPRINTS, row);
        prepared.fresh.push(hash);
    }
}

pub(super) fn report(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    report: &Report,
    base: Option<Revision>,
    duties: &[Duty],
) -> Saved {
    let id = report.id.0;
    held(prepared, id, base.is_some(), report.hold.as_ref());
    let key = keys.content(id, Purpose::Report)?;
    let summary = ReportSummary {
        subject: report.subject.clone(),
        news: report.news(),
    };
    let signal = match &report.state {
        ReportState::Registered { signal, .. } => Some(signal.0),
        ReportState::New | ReportState::SetAside { .. } => None,
    };
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        "".into(),
        report.received_at.timestamp_micros().into(),
        report.received_on().to_string().into(),
        report.channel.as_str().into(),
        report.reporter_kind.as_str().into(),
        report.partner.as_ref().map(|partner| partner.0.clone()).into(),
        signal.into(),
        state_name(&report.state).into(),
        seal_document(key, (&REPORTS, REPORT_SUMMARY, id), &summary)?.into(),
        seal_document(key, (&REPORTS, REPORT_CONTENT, id), report)?.into(),
    ];
    let save = Save {
        table: &REPORTS,
        id,
        base: base.map(|Revision(revision)| revision),
        number: Some(Purpose::Report),
        unique: None,
        row,
    };
    put(prepared, save);
    Ok(duties_of(prepared, id, base.is_some(), duties)?)
}

pub(super) fn signal(
    prepared: &mut Prepared,
    keys: &mut ChangeKeys,
    signal: &Signal,
    base: Option<Revision>,
    duties: &[Duty],
) -> Saved {
    let id = signal.id.0;
    if base.is_none() {
        keys.add(prepared, id, Purpose::Signal)?;
    } else {
        prepared.gone.push((&SIGNAL_FORMS, "signal", id.into()));
        prepared.gone.push((&LOOK_UPS, "signal", id.into()));
    }
    held(prepared, id, base.is_some(), signal.hold.as_ref());
    let key = keys.content(id, Purpose::Signal)?;
    let summary = SignalSummary::of(signal);
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        "".into(),
        signal.stage.is_closed().into(),
        due(&signal.stage).into(),
        signal.stage.step().map(|step| step.0.clone()).into(),
        matches!(signal.stage, Stage::Waiting { .. }).into(),
        signal.stage.body().map(|body| body.0.clone()).into(),
        has_returned(signal).into(),
        signal.owner.0.into(),
        signal.stage.since().timestamp_micros().into(),
        signal.opened_at.timestamp_micros().into(),
        signal.acute.is_some().into(),
        signal.confirmation.as_str().into(),
        seal_document(key, (&SIGNALS, "summary", id), &summary)?.into(),
        seal_document(key, (&SIGNALS, "content", id), signal)?.into(),
    ];
    for form in &summary.forms {
        let row = vec![
            id.into(),
            form.as_str().into(),
            prepared.municipality.as_str().into(),
            signal.area.as_str().into(),
            dutch_date(signal.opened_at).to_string().into(),
        ];
        prepared.add(&SIGNAL_FORMS, row);
    }
    for fact in link::facts_of_signal(signal) {
        let hash = hash_of_mark(&keys.municipality, &fact.mark);
        prepared.add(
            &LOOK_UPS,
            vec![prepared.municipality.as_str().into(), hash.into(), id.into()],
        );
    }
    let save = Save {
        table: &SIGNALS,
        id,
        base: base.map(|Revision(revision)| revision),
        number: Some(Purpose::Signal),
        unique: None,
        row,
    };
    put(prepared, save);
    Ok(duties_of(prepared, id, base.is_some(), duties)?)
}

/// By when it must move; the day of closing for what is closed, by which closed ones are listed.
fn due(stage: &Stage) -> String {
    stage
        .due()
        .unwrap_or_else(|| dutch_date(stage.since()))
        .to_string()
}

/// Whether it is at its step for a second time.
fn has_returned(signal: &Signal) -> bool {
    let visits = |step: &StepId| signal.visits.iter().filter(|visit| visit.step == *step).count();
    signal.stage.step().is_some_and(|step| visits(step) > 1)
}

pub(super) fn consult(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    consult: &Consult,
    base: Option<Revision>,
    duties: &[Duty],
) -> Saved {
    let id = consult.id.0;
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        consult.closed.is_some().into(),
        consult.asked_at.timestamp_micros().into(),
        account_hash(&keys.municipality, consult.asker).into(),
        seal_document(keys.content(id, Purpose::Consult)?, consult_at(id), consult)?.into(),
    ];
    put(prepared, unnumbered(&CONSULTS, id, base, None, row));
    held(prepared, id, base.is_some(), consult.hold.as_ref());
    Ok(duties_of(prepared, id, base.is_some(), duties)?)
}

pub(super) fn claim(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    claim: &Claim,
    base: Option<Revision>,
    duties: &[Duty],
) -> Saved {
    let id = claim.id.0;
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        claim.answer.is_some().into(),
        claim.due().to_string().into(),
        seal_document(keys.content(id, Purpose::Claim)?, claim_at(id), claim)?.into(),
    ];
    put(prepared, unnumbered(&CLAIMS, id, base, None, row));
    held(prepared, id, base.is_some(), claim.hold.as_ref());
    if base.is_some() {
        prepared.gone.push((&CLAIM_PASSAGES, "claim", id.into()));
    }
    for ((source, purpose), words) in words_by_source(claim) {
        let key = keys.content(source, purpose)?;
        let row = vec![
            id.into(),
            source.into(),
            prepared.municipality.as_str().into(),
            seal_document(key, passages_at(id), &words)?.into(),
        ];
        prepared.add(&CLAIM_PASSAGES, row);
    }
    Ok(duties_of(prepared, id, base.is_some(), duties)?)
}

pub(super) fn meeting(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    meeting: &Meeting,
    base: Option<Revision>,
) -> Saved {
    let id = meeting.id.0;
    let held_on = meeting.on.to_string();
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        meeting.body.as_str().into(),
        held_on.as_str().into(),
        seal_document(&keys.municipality.sealing, meeting_at(id), meeting)?.into(),
    ];
    let unique = Some(Unique::Sitting(meeting.body.0.clone(), held_on));
    put(prepared, unnumbered(&MEETINGS, id, base, unique, row));
    Ok(())
}

/// A row that is one document under the municipality's key.
pub(super) fn document<T: Serialize>(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    (table, id): (&'static Table, Uuid),
    document: &T,
    base: Option<Revision>,
) -> Saved {
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        seal_document(&keys.municipality.sealing, document_at(table, id), document)?.into(),
    ];
    put(prepared, unnumbered(table, id, base, None, row));
    Ok(())
}

pub(super) fn person(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    person: &Person,
    base: Option<Revision>,
) -> Saved {
    let id = person.id.0;
    let login = keys.municipality.hash("login", &person.login);
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        login.clone().into(),
        seal_document(&keys.municipality.sealing, person_at(id), person)?.into(),
    ];
    put(
        prepared,
        unnumbered(&PEOPLE, id, base, Some(Unique::Login(login)), row),
    );
    Ok(())
}

pub(super) fn outgoing(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    mail: &Outgoing,
    base: Option<Revision>,
) -> Saved {
    let id = mail.id.0;
    let key = keys.content(mail.report.0, Purpose::Reporter)?;
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        0_i64.into(),
        mail.report.0.into(),
        mail.state.as_str().into(),
        mail.state.next().map(|next| next.timestamp_micros()).into(),
        seal_document(key, outgoing_at(id), mail)?.into(),
    ];
    put(prepared, unnumbered(&OUTBOX, id, base, None, row));
    Ok(())
}

fn unnumbered(
    table: &'static Table,
    id: Uuid,
    base: Option<Revision>,
    unique: Option<Unique>,
    row: Vec<Value>,
) -> Save {
    Save {
        table,
        id,
        base: base.map(|Revision(revision)| revision),
        number: None,
        unique,
        row,
    }
}

fn put(prepared: &mut Prepared, save: Save) {
    prepared.bytes += 4096;
    prepared.saves.push(save);
}

pub(super) fn quarantined(
    prepared: &mut Prepared,
    keys: &ChangeKeys,
    message: &Quarantined,
    duties: &[Duty],
) -> Saved {
    let id = message.id.0;
    let key = keys.content(id, Purpose::Quarantined)?;
    let summary = QuarantineSummary {
        reason: message.reason.clone(),
        source: message.source.clone(),
    };
    let row = vec![
        id.into(),
        prepared.municipality.as_str().into(),
        message.received_at.timestamp_micros().into(),
        seal_document(key, (&QUARANTINE, "summary", id), &summary)?.into(),
        seal_bytes(key, (&QUARANTINE, "bytes", id), &message.bytes)?.into(),
    ];
    prepared.bytes += message.bytes.len();
    prepared.add(&QUARANTINE, row);
    let hash = hash_of(
        &keys.municipality,
        &Fingerprint::Quarantined(message.content_hash),
    );
    known_again(prepared, hash, id);
    Ok(duties_of(prepared, id, false, duties)?)
}

pub(super) fn configuration(
    prepared: &mut Prepared,
    name: String,
    prefix: String,
    version: u32,
    files: &BTreeMap<String, String>,
) -> Saved {
    let new_key = prepared.loaded.take().and_then(|loaded| loaded.new_key);
    prepared.loaded = Some(Loaded {
        name,
        prefix,
        new_key,
    });
    let files = serde_json::to_string(files).map_err(Fault::from)?;
    let row = vec![
        prepared.municipality.as_str().into(),
        i64::from(version).into(),
        files.into(),
    ];
    prepared.add(&CONFIGURATIONS, row);
    Ok(())
}

/// Writes the duties of a report, signal or message anew.
pub(super) fn duties_of(
    prepared: &mut Prepared,
    subject: Uuid,
    anew: bool,
    duties: &[Duty],
) -> Result<(), Fault> {
    if anew {
        prepared.gone.push((&DUTIES, "subject", subject.into()));
    }
    for duty in duties {
        let subject_kind = match duty.subject {
            DutySubject::Report(_) => Purpose::Report.as_str(),
            DutySubject::Signal(_) => Purpose::Signal.as_str(),
            DutySubject::Quarantined(_) => ABOUT_QUARANTINED,
            DutySubject::Consult(_) => Purpose::Consult.as_str(),
            DutySubject::List(_) => ABOUT_LIST,
            DutySubject::Claim(_) => Purpose::Claim.as_str(),
        };
        let row = vec![
            Builder::from_random_bytes(random::bytes()?).into_uuid().into(),
            prepared.municipality.as_str().into(),
            duty.holder.key().into(),
            duty.due.to_string().into(),
            duty.kind.as_str().into(),
            duty.since.timestamp_micros().into(),
            subject_kind.into(),
            subject.into(),
        ];
        prepared.add(&DUTIES, row);
    }
    Ok(())
}
