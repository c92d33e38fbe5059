// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the app gives in earnest: a clock that can be set, identifiers that count, secrets without slow hashing.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::ready,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use chrono::TimeDelta;
use meldroute_core::{
    configuration::Configuration,
    enrichment::{Answer as SourceAnswer, RegisterTrouble},
    id::{Minter, MunicipalityId, RegisterId, Timestamp},
    paper::Document,
    ports::{
        Clock, Configurations, Copied, Found, Inspector, Later, MailboxHealth, Mailboxes, OutboxHealth,
        Press, PressFailed, Question, Registers, Search, SearchFailed, Secrets, SecretsFailed, Sheet,
        SheetKind, Table, TableProblem, TableRow, Tables, Worker,
    },
    report::Scan,
};
use meldroute_vault::{
    token::{Token, hash_token},
    totp::{self, TotpSecret},
};

/// Stands still until it is moved; begins on Monday 23 November 2026, ten o'clock in the Netherlands.
pub(crate) struct TestClock(Mutex<Timestamp>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new("2026-11-23T09:00:00Z".parse().unwrap()))
    }
}

impl TestClock {
    pub(crate) fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

#[derive(Default)]
pub(crate) struct CountingMinter(AtomicU64);

impl Minter for CountingMinter {
    fn mint(&self) -> uuid::Uuid {
        let next = self.0.fetch_add(1, Ordering::Relaxed);
        uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(next))
    }
}

/// The mailboxes of the first municipality, in the state that a test wants.
#[derive(Debug, Default)]
pub(crate) struct TestMailboxes(
    pub(crate) Mutex<Vec<MailboxHealth>>,
    pub(crate) Mutex<Option<OutboxHealth>>,
    pub(crate) Mutex<Vec<(Worker, Timestamp)>>,
);

impl Mailboxes for TestMailboxes {
    fn of(&self, municipality: &MunicipalityId) -> Vec<MailboxHealth> {
        if municipality.as_str() != super::HERE {
            return Vec::new();
        }
        self.0.lock().unwrap().clone()
    }

    fn outbox(&self, _: &MunicipalityId) -> Option<OutboxHealth> {
        *self.1.lock().unwrap()
    }

    fn stopped_workers(&self) -> Vec<(Worker, Timestamp)> {
        self.2.lock().unwrap().clone()
    }
}

#[derive(Default)]
pub(crate) struct TestConfigurations {
    loaded: Mutex<BTreeMap<MunicipalityId, Arc<Configuration>>>,
    sends: AtomicBool,
}

impl TestConfigurations {
    pub(crate) fn put(&self, configuration: Configuration) {
        let id = configuration.municipality.id.clone();
        self.loaded.lock().unwrap().insert(id, Arc::new(configuration));
    }

    /// From now on every municipality sends mail.
    pub(crate) fn send_mail(&self) {
        self.sends.store(true, Ordering::Relaxed);
    }

    pub(crate) fn get(&self, id: &str) -> Arc<Configuration> {
        self.of(&MunicipalityId::from(id)).unwrap()
    }
}

impl Configurations for TestConfigurations {
    fn municipalities(&self) -> Vec<(MunicipalityId, String)> {
        let all = self.loaded.lock().unwrap();
        all.iter()
            .map(|(id, configuration)| (id.clone(), configuration.municipality.name.clone()))
            .collect()
    }

    fn of(&self, municipality: &MunicipalityId) -> Option<Arc<Configuration>> {
        self.loaded.lock().unwrap().get(municipality).cloned()
    }

    fn mail_from(&self, municipality: &MunicipalityId) -> Option<String> {
        let sends = self.sends.load(Ordering::Relaxed);
        sends.then(|| format!("meldpunt@{municipality}.example"))
    }
}

/// Sources that count how often they are asked, and say what a test wants: at first nothing.
#[derive(Default)]
pub(crate) struct TestRegisters {
    /// The sources of the first municipality that are connected.
    pub(crate) connected: Mutex<BTreeSet<String>>,
    /// What went out: whether it was to be read, and the question.
    pub(crate) asked: Mutex<Vec<(bool, Question)>>,
    pub(crate) says: Mutex<Option<Result<SourceAnswer, RegisterTrouble>>>,
}

impl TestRegisters {
    fn ask(&self, reads: bool, question: &Question) -> Later<'_, Result<SourceAnswer, RegisterTrouble>> {
        self.asked.lock().unwrap().push((reads, question.clone()));
        let said = self.says.lock().unwrap().clone();
        Box::pin(ready(said.unwrap_or_else(|| Ok(SourceAnswer::default()))))
    }
}

impl Registers for TestRegisters {
    fn is_connected(&self, municipality: &MunicipalityId, register: &RegisterId) -> bool {
        municipality.as_str() == super::HERE && self.connected.lock().unwrap().contains(register.as_str())
    }

    fn look<'a>(&'a self, question: &'a Question) -> Later<'a, Result<SourceAnswer, RegisterTrouble>> {
        self.ask(false, question)
    }

    fn read<'a>(&'a self, question: &'a Question) -> Later<'a, Result<SourceAnswer, RegisterTrouble>> {
        self.ask(true, question)
    }
}

/// Tables whose cells hold no semicolons.
pub(crate) struct PlainTables;

impl Tables for PlainTables {
    fn read(&self, bytes: &[u8]) -> Result<Table, TableProblem> {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut rows = text.lines().zip(1..).map(|(row, line)| TableRow {
            line,
            cells: row.split(';').map(str::to_owned).collect(),
        });
        let columns = rows.next().ok_or(TableProblem::Empty)?.cells;
        let rows = rows.collect();
        Ok(Table { columns, rows })
    }

    fn write(&self, sheets: &[Sheet], kind: SheetKind) -> Option<Vec<u8>> {
        Some(format!("{kind:?} {sheets:?}").into_bytes())
    }
}

/// Prints a document as its values: what is on paper can be read in a test, and no engine is needed. How it looks is the business of the
/// crate that prints.
pub(crate) struct PlainPress;

impl Press for PlainPress {
    fn print(&self, document: Document) -> Later<'_, Result<Vec<u8>, PressFailed>> {
        Box::pin(ready(serde_json::to_vec(&document).or(Err(PressFailed))))
    }

    fn to_edit(&self, document: &Document) -> Result<Vec<u8>, PressFailed> {
        serde_json::to_vec(document).or(Err(PressFailed))
    }
}

/// Finds nothing.
pub(crate) struct NoSearch;

impl Search for NoSearch {
    fn find(&self, _: &MunicipalityId, _: &str, _: usize) -> Result<Found, SearchFailed> {
        Ok(Found::default())
    }
}

/// Finds a virus in a file that says so, scans nothing while it is told to rest, and copies photos and texts.
#[derive(Default)]
pub(crate) struct TestInspector {
    pub(crate) rests: AtomicBool,
    /// Whether nobody set up a scanner.
    pub(crate) absent: AtomicBool,
}

impl Inspector for TestInspector {
    fn has_scanner(&self) -> bool {
        !self.absent.load(Ordering::Relaxed)
    }

    fn scan<'a>(&'a self, bytes: &'a [u8], now: Timestamp) -> Later<'a, Scan> {
        let scan = if self.rests.load(Ordering::Relaxed) {
            Scan::NotScanned {
                reason: "out-of-reach".to_owned(),
            }
        } else if bytes.starts_with(b"virus") {
            Scan::Infected {
                found: "Test.Virus".to_owned(),
                at: now,
            }
        } else {
            Scan::Clean {
                engine: "Test 1".to_owned(),
                at: now,
            }
        };
        Box::pin(ready(scan))
    }

    fn copy<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Later<'a, Result<Copied, String>> {
        let media_type = match name.rsplit('.').next() {
            Some("jpg") => "image/jpeg",
            Some("txt") => "text/plain; charset=utf-8",
            _ => return Box::pin(ready(Err("markup".to_owned()))),
        };
        Box::pin(ready(Ok(Copied {
            ending: name.rsplit('.').next().unwrap_or_default().to_owned(),
            media_type: media_type.to_owned(),
            bytes: [b"copy of ", bytes].concat(),
        })))
    }
}

/// The vault's tokens and codes, and passwords that are not worth hashing slowly.
pub(crate) struct TestSecrets;

impl TestSecrets {
    pub(crate) fn hash(password: &str) -> String {
        format!("test:{password}")
    }

    /// The code of now.
    pub(crate) fn code(secret: &[u8], now: Timestamp) -> String {
        let secret = TotpSecret::from_bytes(secret.try_into().unwrap());
        secret.code(totp::step(u64::try_from(now.timestamp()).unwrap()))
    }
}

impl Secrets for TestSecrets {
    fn hash_password(&self, password: String) -> Later<'_, Result<String, SecretsFailed>> {
        Box::pin(async move { Ok(Self::hash(&password)) })
    }

    fn check_password(&self, password: String, hash: Option<String>) -> Later<'_, bool> {
        Box::pin(async move { hash == Some(Self::hash(&password)) })
    }

    fn new_token(&self) -> Result<(String, [u8; 32]), SecretsFailed> {
        let token = Token::generate().unwrap();
        Ok((token.expose().to_owned(), token.hash()))
    }

    fn hash_token(&self, token: &str) -> [u8; 32] {
        hash_token(token)
    }

    fn new_second_factor(&self) -> Result<Vec<u8>, SecretsFailed> {
        Ok(TotpSecret::generate().unwrap().expose().to_vec())
    }

    fn second_factor_uri(&self, secret: &[u8], login: &str, municipality: &str) -> (String, String) {
        let secret = TotpSecret::from_bytes(secret.try_into().unwrap());
        (
            secret.uri(municipality, login).to_string(),
            secret.base32().to_string(),
        )
    }

    fn check_second_factor(&self, secret: &[u8], code: &str, now: Timestamp, last_step: u64) -> Option<u64> {
        let secret = TotpSecret::from_bytes(secret.try_into().ok()?);
        totp::verify(
            &secret,
            code,
            u64::try_from(now.timestamp()).ok()?,
            Some(last_step),
        )
    }
}
