// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Making a change ready on its caller's task: everything sealed and in the form of rows.

use std::{collections::BTreeMap, sync::Arc};

use chrono::Datelike as _;
use meldroute_core::{
    audit::{About, Entry},
    calendar::dutch_date,
    change::{Changes, Write},
    id::{MunicipalityId, Timestamp},
    people::Session,
    ports::CommitError,
};
use meldroute_vault::key::ContentKey;
use sea_orm::{
    Value,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

use crate::{
    claim::words_by_source,
    database::Database,
    erase::Destroyed,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, seal_document},
    processing::{Logged, Trim},
    row::Row,
    schema::{
        Table,
        tables::{DPIAS, FIGURES, JOURNAL, KEYS, PLANS, SESSIONS},
    },
};

/// A change as rows. Only numbers, the revision's check and the journal's chain are still to come.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    /// The municipality; empty only for the use of a session.
    pub(crate) municipality: String,
    /// The year of the numbers that it needs.
    pub(crate) year: i32,
    /// Name and prefix of a municipality that is loaded, with its wrapped key where it is a new one.
    pub(crate) loaded: Option<Loaded>,
    /// Things with a revision.
    pub(crate) saves: Vec<Save>,
    /// Keyed hashes that must not be there yet.
    pub(crate) fresh: Vec<Vec<u8>>,
    /// Rows that are only added.
    pub(crate) rows: Vec<(&'static Table, Vec<Value>)>,
    /// Rows that go first, by the value of a column.
    pub(crate) gone: Vec<(&'static Table, &'static str, Value)>,
    /// What goes, with everything that hangs on it.
    pub(crate) erased: Vec<Erase>,
    /// Pairs that are kept apart no more.
    pub(crate) together: Vec<(Uuid, Uuid)>,
    /// Sessions opened before this moment have ended.
    pub(crate) ended: Option<i64>,
    /// What goes from the logs that is older than a moment.
    pub(crate) trimmed: Vec<(Trim, i64)>,
    /// A session that was used, and when.
    pub(crate) used: Option<(Vec<u8>, i64)>,
    /// Entries of the journal.
    pub(crate) entries: Vec<Sealed>,
    /// Entries of the journals of other municipalities, about themselves as a whole.
    pub(crate) elsewhere: Vec<(String, Sealed)>,
    /// How large it is, roughly.
    pub(crate) bytes: usize,
}

/// A municipality that is loaded.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) name: String,
    pub(crate) prefix: String,
    pub(crate) new_key: Option<Vec<u8>>,
}

/// A thing with a revision, new or changed. Its row begins with identifier, municipality and revision; the fourth column of
/// what has a number is the number.
#[derive(Debug)]
pub(crate) struct Save {
    pub(crate) table: &'static Table,
    pub(crate) id: Uuid,
    /// The revision that was read; none for something new.
    pub(crate) base: Option<i64>,
    /// Of which kind its number is.
    pub(crate) number: Option<Purpose>,
    /// What no other row may have.
    pub(crate) unique: Option<Unique>,
    pub(crate) row: Vec<Value>,
}

/// Something that goes, at the revision at which somebody judged that it may; none for what has none.
#[derive(Debug)]
pub(crate) struct Erase {
    pub(crate) table: &'static Table,
    pub(crate) base: Option<i64>,
    pub(crate) gone: Destroyed,
}

/// What at most one row of a municipality may have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unique {
    /// The name for logging in, as keyed hash.
    Login(Vec<u8>),
    /// A body and a day.
    Sitting(String, String),
}

/// An entry of the journal, sealed.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) id: Uuid,
    pub(crate) at: i64,
    pub(crate) person: Option<Uuid>,
    pub(crate) about_kind: &'static str,
    pub(crate) about_id: Option<Uuid>,
    pub(crate) action: &'static str,
    pub(crate) key_purpose: Option<&'static str>,
    pub(crate) detail: Vec<u8>,
    /// What the logs say of it.
    pub(crate) logged: Logged,
}

impl Prepared {
    pub(super) fn session_used(token_hash: &[u8; 32], now: Timestamp) -> Self {
        Self {
            used: Some((token_hash.to_vec(), now.timestamp_micros())),
            ..Self::default()
        }
    }

    /// The municipalities whose journals it adds to.
    pub(super) fn municipalities(&self) -> impl Iterator<Item = &str> {
        let elsewhere = self.elsewhere.iter().map(|(m, _)| m.as_str());
        elsewhere.chain([self.municipality.as_str()])
    }

    /// All entries, each with its municipality.
    pub(super) fn all_entries(&self) -> impl Iterator<Item = (&str, &Sealed)> {
        let here = self
            .entries
            .iter()
            .map(|entry| (self.municipality.as_str(), entry));
        let elsewhere = self.elsewhere.iter().map(|(m, entry)| (m.as_str(), entry));
        here.chain(elsewhere)
    }

    pub(super) fn add(&mut self, table: &'static Table, row: Vec<Value>) {
        self.rows.push((table, row));
    }
}

/// The keys for one change: those of the municipality, and those of what it is about.
pub(super) struct ChangeKeys {
    pub(super) municipality: Arc<MunicipalityKeys>,
    content: BTreeMap<(Uuid, &'static str), ContentKey>,
}

impl ChangeKeys {
    /// The key of something that is there. Without one it is not there, or no longer.
    pub(super) fn content(&self, id: Uuid, purpose: Purpose) -> Result<&ContentKey, CommitError> {
        self.content
            .get(&(id, purpose.as_str()))
            .ok_or(CommitError::Conflict)
    }

    /// Makes the key of something new.
    pub(super) fn add(&mut self, prepared: &mut Prepared, id: Uuid, purpose: Purpose) -> Result<(), Fault> {
        let (key, wrapped) = self.municipality.new_key(id, purpose)?;
        let municipality = prepared.municipality.clone();
        prepared.add(
            &KEYS,
            vec![
                id.into(),
                purpose.as_str().into(),
                municipality.into(),
                wrapped.into(),
            ],
        );
        self.content.insert((id, purpose.as_str()), key);
        Ok(())
    }
}

/// Makes a change ready.
pub(super) async fn changes(database: &Database, changes: Changes) -> Result<Prepared, CommitError> {
    let (entries, writes) = changes.into_parts();
    let Some(first) = entries.first() else {
        return Err(CommitError::Unavailable);
    };
    let m = first.municipality.clone();
    let mut prepared = Prepared {
        municipality: m.0.clone(),
        year: dutch_date(first.at).year(),
        ..Prepared::default()
    };
    let mut keys = keys(database, &m, &entries, &writes, &mut prepared).await?;
    for write in writes {
        add_write(&mut prepared, &mut keys, &m, write)?;
    }
    for entry in &entries {
        if entry.municipality == m {
            prepared.entries.push(seal_entry(&keys, entry)?);
        } else {
            let sealed = seal_elsewhere(database, entry).await?;
            prepared.elsewhere.push((entry.municipality.0.clone(), sealed));
        }
    }
    Ok(prepared)
}

async fn keys(
    database: &Database,
    m: &MunicipalityId,
    entries: &[Entry],
    writes: &[Write],
    prepared: &mut Prepared,
) -> Result<ChangeKeys, Fault> {
    let loads = writes
        .iter()
        .any(|write| matches!(write, Write::LoadConfiguration { .. }));
    let municipality = match database.keys_of(m).await? {
        Some(keys) => keys,
        None if loads => {
            let (keys, wrapped) = database.ring.generate(m)?;
            prepared.loaded = Some(Loaded {
                name: String::new(),
                prefix: String::new(),
                new_key: Some(wrapped),
            });
            Arc::new(keys)
        }
        None => return Err(Fault::NoMunicipality),
    };
    let ids = needed(entries, writes);
    let mut content = BTreeMap::new();
    if !ids.is_empty() {
        let query = Query::select()
            .columns(["id", "purpose", "wrapped"])
            .from(KEYS.name)
            .and_where(Expr::col("id").is_in(ids))
            .and_where(Expr::col("municipality").eq(m.as_str()))
            .take();
        for row in &database.all(&query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let purpose = row.choice(1, &Purpose::ALL, Purpose::as_str)?.as_str();
            let wrapped = row.get::<Option<Vec<u8>>>(2)?;
            if let Some(key) = municipality.content_key(id, purpose, wrapped.as_deref())? {
                content.insert((id, purpose), key);
            }
        }
    }
    // What the journal says of something that goes is sealed with a key that stays.
    let going = |id: &Uuid| {
        writes.iter().any(|write| match write {
            Write::Destroy(destruction) => destruction.things.iter().any(|(thing, _)| thing.id() == *id),
            _ => false,
        })
    };
    content.retain(|(id, _), _| !going(id));
    Ok(ChangeKeys {
        municipality,
        content,
    })
}

/// Of which reports and signals stored keys are needed: those that change, those that the journal tells about, and those of which
/// passages were copied.
fn needed(entries: &[Entry], writes: &[Write]) -> Vec<Uuid> {
    let about = entries.iter().filter_map(|entry| match entry.about {
        About::Report(id) => Some(id.0),
        About::Signal(id) => Some(id.0),
        About::Consult(id) => Some(id.0),
        About::Claim(id) => Some(id.0),
        About::Quarantined(id) => Some(id.0),
        About::Municipality | About::Meeting(_) | About::Person(_) => None,
    });
    let saved = writes.iter().filter_map(|write| match write {
        Write::SaveReport(report, _, _) => Some(report.id.0),
        Write::AddFile(report, _) => Some(report.0),
        Write::SaveSignal(signal, _, _) => Some(signal.id.0),
        Write::AddPhoto(signal, _) => Some(signal.0),
        Write::SaveConsult(consult, _, _) => Some(consult.id.0),
        Write::SaveClaim(claim, _, _) => Some(claim.id.0),
        Write::NewOutgoing(mail) | Write::SaveOutgoing(mail, _) => Some(mail.report.0),
        _ => None,
    });
    let copied = writes.iter().flat_map(|write| match write {
        Write::NewClaim(claim, _) | Write::SaveClaim(claim, _, _) => {
            words_by_source(claim).into_keys().map(|(id, _)| id).collect()
        }
        _ => Vec::new(),
    });
    let new = |id: &Uuid| {
        writes.iter().any(|write| match write {
            Write::NewReport(new) => new.report.id.0 == *id,
            Write::NewSignal(signal, _) => signal.id.0 == *id,
            Write::NewConsult(consult, _) => consult.id.0 == *id,
            Write::Quarantine(message, _) => message.id.0 == *id,
            Write::NewClaim(claim, _) => claim.id.0 == *id,
            _ => false,
        })
    };
    let mut ids: Vec<_> = about.chain(saved).chain(copied).filter(|id| !new(id)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The municipality of what is written; that of the change for what names none.
fn municipality_of<'w>(write: &'w Write, m: &'w MunicipalityId) -> &'w MunicipalityId {
    match write {
        Write::NewReport(new) => &new.report.municipality,
        Write::SaveReport(report, _, _) => &report.municipality,
        Write::NewSignal(signal, _) | Write::SaveSignal(signal, _, _) => &signal.municipality,
        Write::NewConsult(consult, _) | Write::SaveConsult(consult, _, _) => &consult.municipality,
        Write::NewClaim(claim, _) | Write::SaveClaim(claim, _, _) => &claim.municipality,
        Write::NewMeeting(meeting) | Write::SaveMeeting(meeting, _) => &meeting.municipality,
        Write::NewDpia(dpia) | Write::SaveDpia(dpia, _) => &dpia.municipality,
        Write::NewBook(book) | Write::SaveBook(book, _) => &book.municipality,
        Write::NewPlan(plan) | Write::SavePlan(plan, _) => &plan.municipality,
        Write::NewPerson(person) | Write::SavePerson(person, _) => &person.municipality,
        Write::NewOutgoing(mail) | Write::SaveOutgoing(mail, _) => &mail.municipality,
        Write::NewList(list, _) | Write::SaveList(list, _, _) => &list.municipality,
        Write::OpenSession(session) => &session.municipality,
        Write::Quarantine(quarantined, _) => &quarantined.municipality,
        Write::SettleQuarantined(municipality, _) | Write::LoadConfiguration { municipality, .. } => {
            municipality
        }
        Write::NewFingerprint(..)
        | Write::CloseSession(_)
        | Write::CloseSessionsOf(_)
        | Write::TrimProcessingLog(..)
        | Write::TrimDecisions(_)
        | Write::AddFile(..)
        | Write::AddPhoto(..)
        | Write::AddMarks(..)
        | Write::KeepApart(..)
        | Write::KeepLonger(..)
        | Write::Destroy(_)
        | Write::BringTogether(..) => m,
    }
}

fn add_write(
    prepared: &mut Prepared,
    keys: &mut ChangeKeys,
    m: &MunicipalityId,
    write: Write,
) -> Result<(), CommitError> {
    if municipality_of(&write, m) != m {
        return Err(Fault::NoMunicipality.into());
    }
    match write {
        Write::NewReport(new) => super::save::new_report(prepared, keys, *new),
        Write::SaveReport(report, revision, duties) => {
            super::save::report(prepared, keys, &report, Some(revision), &duties)
        }
        Write::AddFile(report, file) => super::save::file(prepared, keys, report.0, &file),
        Write::AddPhoto(signal, photo) => super::save::photo(prepared, keys, signal.0, &photo),
        Write::NewSignal(signal, duties) => super::save::signal(prepared, keys, &signal, None, &duties),
        Write::SaveSignal(signal, revision, duties) => {
            super::save::signal(prepared, keys, &signal, Some(revision), &duties)
        }
        Write::NewList(list, duties) => super::save::list(prepared, keys, &list, None, &duties),
        Write::SaveList(list, revision, duties) => {
            super::save::list(prepared, keys, &list, Some(revision), &duties)
        }
        Write::NewConsult(..) | Write::SaveConsult(..) | Write::NewClaim(..) | Write::SaveClaim(..) => {
            add_request(prepared, keys, write)
        }
        Write::NewMeeting(_)
        | Write::SaveMeeting(..)
        | Write::NewDpia(_)
        | Write::SaveDpia(..)
        | Write::NewBook(_)
        | Write::SaveBook(..)
        | Write::NewPlan(_)
        | Write::SavePlan(..) => add_document(prepared, keys, write),
        Write::NewPerson(person) => super::save::person(prepared, keys, &person, None),
        Write::SavePerson(person, revision) => super::save::person(prepared, keys, &person, Some(revision)),
        Write::NewOutgoing(mail) => super::save::outgoing(prepared, keys, &mail, None),
        Write::SaveOutgoing(mail, revision) => super::save::outgoing(prepared, keys, &mail, Some(revision)),
        Write::Quarantine(quarantined, duties) => {
            keys.add(prepared, quarantined.id.0, Purpose::Quarantined)?;
            super::save::quarantined(prepared, keys, &quarantined, &duties)
        }
        Write::SettleQuarantined(_, id) => Ok(super::save::duties_of(prepared, id.0, true, &[])?),
        Write::LoadConfiguration {
            name,
            prefix,
            version,
            files,
            ..
        } => super::save::configuration(prepared, name, prefix, version, &files),
        Write::AddMarks(..)
        | Write::KeepApart(..)
        | Write::KeepLonger(..)
        | Write::Destroy(_)
        | Write::BringTogether(..)
        | Write::NewFingerprint(..)
        | Write::OpenSession(_)
        | Write::CloseSession(_)
        | Write::CloseSessionsOf(_)
        | Write::TrimProcessingLog(..)
        | Write::TrimDecisions(_) => {
            add_rows(prepared, keys, write);
            Ok(())
        }
    }
}

/// A question for advice, or a request of a data subject.
fn add_request(prepared: &mut Prepared, keys: &mut ChangeKeys, write: Write) -> Result<(), CommitError> {
    match write {
        Write::NewConsult(consult, duties) => {
            keys.add(prepared, consult.id.0, Purpose::Consult)?;
            super::save::consult(prepared, keys, &consult, None, &duties)
        }
        Write::SaveConsult(consult, revision, duties) => {
            super::save::consult(prepared, keys, &consult, Some(revision), &duties)
        }
        Write::NewClaim(claim, duties) => {
            keys.add(prepared, claim.id.0, Purpose::Claim)?;
            super::save::claim(prepared, keys, &claim, None, &duties)
        }
        Write::SaveClaim(claim, revision, duties) => {
            super::save::claim(prepared, keys, &claim, Some(revision), &duties)
        }
        _ => Ok(()),
    }
}

/// A document under the key of the municipality.
fn add_document(prepared: &mut Prepared, keys: &ChangeKeys, write: Write) -> Result<(), CommitError> {
    use super::save::document;
    match write {
        Write::NewMeeting(meeting) => super::save::meeting(prepared, keys, &meeting, None),
        Write::SaveMeeting(meeting, revision) => {
            super::save::meeting(prepared, keys, &meeting, Some(revision))
        }
        Write::NewDpia(dpia) => document(prepared, keys, (&DPIAS, dpia.id.0), &dpia, None),
        Write::SaveDpia(dpia, revision) => {
            document(prepared, keys, (&DPIAS, dpia.id.0), &dpia, Some(revision))
        }
        Write::NewBook(book) => document(prepared, keys, (&FIGURES, book.id.0), &book, None),
        Write::SaveBook(book, revision) => {
            document(prepared, keys, (&FIGURES, book.id.0), &book, Some(revision))
        }
        Write::NewPlan(plan) => document(prepared, keys, (&PLANS, plan.id.0), &plan, None),
        Write::SavePlan(plan, revision) => {
            document(prepared, keys, (&PLANS, plan.id.0), &plan, Some(revision))
        }
        _ => Ok(()),
    }
}

/// What is only rows, without a document of its own.
fn add_rows(prepared: &mut Prepared, keys: &ChangeKeys, write: Write) {
    match write {
        Write::AddMarks(report, marks) => super::save::marks(prepared, keys, report, &marks),
        Write::KeepApart(apart, at) => super::save::apart(prepared, keys, &apart, at),
        Write::BringTogether(own, other) => {
            let pairs = own
                .into_iter()
                .map(|one| (Ord::min(one, other), Ord::max(one, other)));
            prepared.together.extend(pairs);
        }
        Write::KeepLonger(subject, until) => super::save::kept_longer(prepared, subject, until),
        Write::Destroy(destruction) => super::save::destruction(prepared, &destruction),
        Write::NewFingerprint(report, mark) => super::save::fingerprint(prepared, keys, report, &mark),
        Write::OpenSession(session) => open_session(prepared, &session),
        Write::CloseSession(hash) => {
            let gone = (&SESSIONS, "token_hash", hash.to_vec().into());
            prepared.gone.push(gone);
        }
        Write::TrimProcessingLog(activity, before) => {
            let before = before.timestamp_micros();
            prepared.trimmed.push((Trim::Processing(activity.0), before));
        }
        Write::TrimDecisions(before) => prepared
            .trimmed
            .push((Trim::Decisions, before.timestamp_micros())),
        Write::CloseSessionsOf(person) => prepared.gone.push((&SESSIONS, "person", person.0.into())),
        _ => {}
    }
}

fn open_session(prepared: &mut Prepared, session: &Session) {
    let longest = chrono::TimeDelta::hours(Session::LONGEST_HOURS);
    prepared.ended = Some((session.opened_at - longest).timestamp_micros());
    let row = vec![
        session.token_hash.to_vec().into(),
        session.municipality.as_str().into(),
        session.person.0.into(),
        session.opened_at.timestamp_micros().into(),
        session.used_at.timestamp_micros().into(),
        session.csrf_hash.to_vec().into(),
    ];
    prepared.add(&SESSIONS, row);
}

/// Seals an entry with the key of what it is about, so that its detail goes when that goes; else with the municipality's.
fn seal_entry(keys: &ChangeKeys, entry: &Entry) -> Result<Sealed, Fault> {
    let (about_kind, about_id) = (entry.about.kind(), entry.about.id());
    let own = about_id.and_then(|id| keys.content.get_key_value(&(id, about_kind)));
    let key = own.map_or(&keys.municipality.sealing, |(_, key)| key);
    let purpose = own.map(|((_, purpose), _)| *purpose);
    seal_with((key, purpose), &keys.municipality, entry)
}

/// Seals an entry for the journal of another municipality, with the key of that one. It can be about nothing that is there.
async fn seal_elsewhere(database: &Database, entry: &Entry) -> Result<Sealed, Fault> {
    match entry.about {
        About::Municipality => {
            let keys = database.keys(&entry.municipality).await?;
            seal_with((&keys.sealing, None), &keys, entry)
        }
        _ => Err(Fault::NoMunicipality),
    }
}

fn seal_with(
    (key, purpose): (&ContentKey, Option<&'static str>),
    keys: &MunicipalityKeys,
    entry: &Entry,
) -> Result<Sealed, Fault> {
    let (about_kind, about_id) = (entry.about.kind(), entry.about.id());
    Ok(Sealed {
        id: entry.id.0,
        at: entry.at.timestamp_micros(),
        person: entry.actor.person.map(|person| person.0),
        about_kind,
        about_id,
        action: entry.event.as_str(),
        key_purpose: purpose,
        detail: seal_document(key, (&JOURNAL, "detail", entry.id.0), &entry.detail())?,
        logged: Logged::of(keys, entry),
    })
}
