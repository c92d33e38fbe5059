// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking changes into a batch one by one. A change that clashes with what is stored, or with one before it in the batch, is
//! refused, and the others go on.

use std::collections::{BTreeMap, BTreeSet};

use meldroute_core::{change::Committed, ports::CommitError};
use meldroute_vault::chain::{self, EntryForHash};
use sea_orm::Value;
use uuid::Uuid;

use super::{
    load::{Head, Known},
    prepare::{Erase, Prepared, Save, Sealed},
};
use crate::{
    erase::Destroyed,
    journal::{Clear, clear_fields},
    keys::Purpose,
    processing::Trim,
    schema::{
        Table,
        tables::{DECISION_ROLES, DECISIONS, JOURNAL, PROCESSING_LOG},
    },
};

/// The changes that go into one transaction.
pub(super) struct Batch<'a> {
    known: Known,
    /// Rows per table.
    pub(super) rows: BTreeMap<&'static str, (&'static Table, Vec<Vec<Value>>)>,
    /// Values of a column of a municipality whose rows go first.
    pub(super) gone: BTreeMap<(&'static str, &'static str, String), Vec<Value>>,
    /// Pairs of a municipality that are kept apart no more.
    pub(super) together: Vec<(String, Uuid, Uuid)>,
    /// What goes, with everything that hangs on it.
    pub(super) erased: Vec<&'a Destroyed>,
    /// Sessions of a municipality opened before this moment have ended.
    pub(super) ended: BTreeMap<String, i64>,
    /// Of which activities of a municipality lines of the processing log go that are older than a moment.
    pub(super) trimmed: Vec<(String, Trim, i64)>,
    /// When a session was last used.
    pub(super) used: BTreeMap<&'a [u8], i64>,
    saved: BTreeSet<(&'static str, Uuid)>,
    changed_heads: BTreeSet<String>,
    changed_counters: BTreeSet<(String, &'static str, i32)>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(known: Known) -> Self {
        Self {
            known,
            rows: BTreeMap::new(),
            gone: BTreeMap::new(),
            together: Vec::new(),
            erased: Vec::new(),
            ended: BTreeMap::new(),
            trimmed: Vec::new(),
            used: BTreeMap::new(),
            saved: BTreeSet::new(),
            changed_heads: BTreeSet::new(),
            changed_counters: BTreeSet::new(),
        }
    }

    /// Takes a change into the batch, or refuses it as a whole.
    pub(super) fn accept(&mut self, change: &'a Prepared) -> Result<Committed, CommitError> {
        if let Some((token_hash, at)) = &change.used {
            let used = self.used.entry(token_hash).or_insert(*at);
            *used = (*used).max(*at);
            return Ok(Committed::default());
        }
        self.check(change)?;
        self.take_head(change);
        let mut committed = Committed::default();
        for save in &change.saves {
            self.take(change, save, &mut committed);
        }
        for hash in &change.fresh {
            self.known
                .hashes
                .insert((change.municipality.clone(), hash.clone()));
        }
        for erase in &change.erased {
            self.saved.insert((erase.table.name, erase.gone.id));
            self.erased.push(&erase.gone);
        }
        for (table, row) in &change.rows {
            self.add(table, row.clone());
        }
        for (table, column, value) in &change.gone {
            let place = (table.name, *column, change.municipality.clone());
            self.gone.entry(place).or_default().push(value.clone());
        }
        let m = &change.municipality;
        let together = change.together.iter();
        self.together
            .extend(together.map(|(one, other)| (m.clone(), *one, *other)));
        let trimmed = change.trimmed.iter();
        self.trimmed
            .extend(trimmed.map(|(what, before)| (m.clone(), what.clone(), *before)));
        if let Some(before) = change.ended {
            let ended = self.ended.entry(change.municipality.clone()).or_insert(before);
            *ended = (*ended).max(before);
        }
        for (m, entry) in change.all_entries() {
            self.changed_heads.insert(m.to_owned());
            self.chain(m, entry);
        }
        Ok(committed)
    }

    fn check(&self, change: &Prepared) -> Result<(), CommitError> {
        let head = self.known.heads.get(&change.municipality);
        match &change.loaded {
            // Somebody else made the municipality since; this change is sealed with a key that will never be stored.
            Some(loaded) if loaded.new_key.is_some() && head.is_some() => return Err(CommitError::Conflict),
            Some(loaded) if loaded.new_key.is_some() => {}
            _ if head.is_none() => return Err(CommitError::Unavailable),
            _ => {}
        }
        if change
            .elsewhere
            .iter()
            .any(|(m, _)| !self.known.heads.contains_key(m))
        {
            return Err(CommitError::Unavailable);
        }
        let m = &change.municipality;
        let entries = &self.known.entries;
        let hashes = &self.known.hashes;
        if change
            .all_entries()
            .any(|(m, entry)| entries.contains(&(m.to_owned(), entry.id)))
            || change
                .fresh
                .iter()
                .any(|hash| hashes.contains(&(m.clone(), hash.clone())))
        {
            return Err(CommitError::Duplicate);
        }
        change
            .saves
            .iter()
            .try_for_each(|save| self.check_save(change, save))?;
        change
            .erased
            .iter()
            .try_for_each(|erase| self.check_erase(change, erase))
    }

    /// What goes must stand as it was when somebody judged that it may go.
    fn check_erase(&self, change: &Prepared, erase: &Erase) -> Result<(), CommitError> {
        let place = (erase.table.name, erase.gone.id);
        let as_judged = match erase.base {
            // What has no revision never changes.
            None => true,
            Some(base) => self
                .known
                .things
                .get(&place)
                .is_some_and(|there| there.revision == base && there.municipality == change.municipality),
        };
        if as_judged && !self.saved.contains(&place) {
            Ok(())
        } else {
            Err(CommitError::Conflict)
        }
    }

    fn check_save(&self, change: &Prepared, save: &Save) -> Result<(), CommitError> {
        if self.saved.contains(&(save.table.name, save.id)) {
            return Err(match save.base {
                Some(_) => CommitError::Conflict,
                None => CommitError::Duplicate,
            });
        }
        let there = self.known.things.get(&(save.table.name, save.id));
        match (save.base, there) {
            (None, None) => {}
            (None, Some(_)) => return Err(CommitError::Duplicate),
            (Some(base), Some(there))
                if there.revision == base && there.municipality == change.municipality => {}
            (Some(_), _) => return Err(CommitError::Conflict),
        }
        if let Some(unique) = &save.unique {
            let taken = self
                .known
                .unique
                .get(&(change.municipality.clone(), unique.clone()));
            if taken.is_some_and(|by| *by != save.id) {
                return Err(CommitError::Duplicate);
            }
        }
        Ok(())
    }

    fn take_head(&mut self, change: &Prepared) {
        let m = &change.municipality;
        self.changed_heads.insert(m.clone());
        let Some(loaded) = &change.loaded else { return };
        let head = self.known.heads.entry(m.clone()).or_insert_with(|| Head {
            name: String::new(),
            prefix: String::new(),
            wrapped_key: loaded.new_key.clone().unwrap_or_default(),
            seq: 0,
            hash: chain::genesis(m).to_vec(),
        });
        head.name.clone_from(&loaded.name);
        head.prefix.clone_from(&loaded.prefix);
    }

    fn take(&mut self, change: &Prepared, save: &Save, committed: &mut Committed) {
        let place = (save.table.name, save.id);
        let there = self.known.things.get(&place);
        let revision = there.map_or(1, |there| there.revision + 1);
        let number = match (save.number, there) {
            (None, _) => None,
            (Some(_), Some(there)) => Some(there.number.clone()),
            (Some(purpose), None) => Some(self.next_number(change, purpose)),
        };
        match save.number.filter(|_| save.base.is_none()).zip(number.clone()) {
            Some((Purpose::Signal, number)) => committed.signals.push((save.id.into(), number)),
            Some((_, number)) => committed.reports.push((save.id.into(), number)),
            None => {}
        }
        let row = save
            .row
            .iter()
            .enumerate()
            .map(|(column, value)| match (column, &number) {
                (2, _) => revision.into(),
                (3, Some(number)) => number.as_str().into(),
                _ => value.clone(),
            });
        self.add(save.table, row.collect());
        self.saved.insert(place);
        if let Some(unique) = &save.unique {
            let key = (change.municipality.clone(), unique.clone());
            self.known.unique.insert(key, save.id);
        }
    }

    fn next_number(&mut self, change: &Prepared, purpose: Purpose) -> String {
        let place = (change.municipality.clone(), purpose.as_str(), change.year);
        self.changed_counters.insert(place.clone());
        let last = self.known.counters.entry(place).or_insert(0);
        *last += 1;
        let last = *last;
        let head = self.known.heads.get(&change.municipality);
        let prefix = match purpose {
            Purpose::Signal => head.map_or("", |head| head.prefix.as_str()),
            Purpose::Report
            | Purpose::Reporter
            | Purpose::Consult
            | Purpose::Claim
            | Purpose::Quarantined => "M",
        };
        format!("{prefix}-{}-{last:04}", change.year)
    }

    fn add(&mut self, table: &'static Table, row: Vec<Value>) {
        let (_, rows) = self.rows.entry(table.name).or_insert_with(|| (table, Vec::new()));
        rows.push(row);
    }

    /// Puts an entry at the end of the municipality's journal.
    fn chain(&mut self, m: &str, entry: &Sealed) {
        let Some(head) = self.known.heads.get_mut(m) else {
            return;
        };
        let seq = head.seq + 1;
        let clear = Clear {
            person: entry.person,
            about_kind: entry.about_kind,
            about_id: entry.about_id,
            action: entry.action,
            key_purpose: entry.key_purpose,
        };
        let previous = <[u8; 32]>::try_from(head.hash.as_slice()).unwrap_or_default();
        let hash = chain::link(
            &previous,
            &EntryForHash {
                municipality: m,
                seq: seq.unsigned_abs(),
                id: entry.id.into_bytes(),
                at_micros: entry.at,
                clear: &clear_fields(&clear),
                sealed: &entry.detail,
            },
        );
        (head.seq, head.hash) = (seq, hash.to_vec());
        self.known.entries.insert((m.to_owned(), entry.id));
        let row = vec![
            m.into(),
            seq.into(),
            entry.id.into(),
            entry.at.into(),
            entry.person.into(),
            entry.about_kind.into(),
            entry.about_id.into(),
            entry.action.into(),
            entry.key_purpose.into(),
            entry.detail.clone().into(),
            hash.to_vec().into(),
        ];
        self.add(&JOURNAL, row);
        for row in entry.logged.rows(m, seq) {
            self.add(&PROCESSING_LOG, row);
        }
        if let Some(row) = entry.logged.decision(m, seq) {
            self.add(&DECISIONS, row);
        }
        for row in entry.logged.roles(m, seq) {
            self.add(&DECISION_ROLES, row);
        }
    }

    /// The rows of municipalities and counters as they are after the batch.
    pub(super) fn heads_and_counters(&self) -> (Vec<Vec<Value>>, Vec<Vec<Value>>) {
        let heads = self
            .known
            .heads
            .iter()
            .filter(|(m, _)| self.changed_heads.contains(*m));
        let heads = heads.map(|(m, head)| {
            vec![
                m.as_str().into(),
                head.name.as_str().into(),
                head.prefix.as_str().into(),
                head.wrapped_key.clone().into(),
                head.seq.into(),
                head.hash.clone().into(),
            ]
        });
        let counters = self.known.counters.iter();
        let counters = counters
            .filter(|(place, _)| self.changed_counters.contains(*place))
            .map(|((m, kind, year), last)| {
                vec![
                    m.as_str().into(),
                    (*kind).into(),
                    i64::from(*year).into(),
                    (*last).into(),
                ]
            });
        (heads.collect(), counters.collect())
    }
}
