// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The processing log and the log of decisions at work: sends them on to a collector, in order and each line until it is taken, and
//! takes lines out once a day whose term is over.

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use meldroute_connect::otlp::{self, Collector, NotTaken};
use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    ports::{ReadError, Services},
    usecase::{
        Failure,
        processing::{trim_decisions, trim_log},
    },
};
use meldroute_storage::{Database, Log};
use secrecy::SecretString;
use serde::Deserialize;

use crate::stop::Stop;

/// How long a line waits at most until it is sent.
const PAUSE: Duration = Duration::from_secs(5);
/// How long to stay away from a collector that did not take what was sent: twice as long each time, up to this.
const LONGEST_PAUSE: Duration = Duration::from_mins(10);
/// How many lines are sent at a time.
const LINES: u16 = 500;
/// How often lines are taken out whose term is over.
const TRIM_HOURS: i64 = 24;

/// `[processing_log]` of `meldroute.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LogSettings {
    /// The address of the collector.
    otlp: String,
    /// A file with a header that it wants.
    header_file: Option<PathBuf>,
    /// Certificates to trust in place of the public authorities.
    ca_file: Option<PathBuf>,
}

/// The logs of an installation.
pub(crate) struct Logs {
    database: Arc<Database>,
    services: Services,
    collector: Option<Collector>,
}

/// Why a round did not get to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// The collector.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
    /// The database.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A use case.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Logs {
    /// Makes ready; says what can't be used in the settings.
    pub(crate) fn open(
        database: &Arc<Database>,
        services: &Services,
        settings: Option<&LogSettings>,
    ) -> Result<Self, Stop> {
        let collector = settings.map(LogSettings::collector).transpose()?;
        Ok(Self {
            database: Arc::clone(database),
            services: services.clone(),
            collector,
        })
    }

    /// Sends what is new and takes out what is old, as long as the program runs.
    pub(crate) async fn run(self: Arc<Self>) {
        let (mut pause, mut trimmed) = (PAUSE, None::<Timestamp>);
        loop {
            pause = match self.send().await {
                Ok(()) => PAUSE,
                Err(trouble) => {
                    let pause = (2 * pause).min(LONGEST_PAUSE);
                    let seconds = pause.as_secs();
                    tracing::error!(%trouble, seconds, "the logs could not be sent on; trying again");
                    pause
                }
            };
            trimmed = self.trim_daily(trimmed).await;
            tokio::time::sleep(pause).await;
        }
    }

    /// Takes out what is old, a day after the last time. Gives when that was.
    async fn trim_daily(&self, last: Option<Timestamp>) -> Option<Timestamp> {
        let now = self.services.clock.now();
        if last.is_some_and(|last| (now - last).num_hours() < TRIM_HOURS) {
            return last;
        }
        match self.trim().await {
            Ok(()) => Some(now),
            Err(trouble) => {
                tracing::error!(%trouble, "the processing log could not be trimmed");
                last
            }
        }
    }

    fn municipalities(&self) -> Vec<MunicipalityId> {
        let all = self.services.configurations.municipalities().into_iter();
        all.map(|(id, _)| id).collect()
    }

    /// Sends all that was not taken yet.
    pub(crate) async fn send(&self) -> Result<(), Trouble> {
        let Some(collector) = &self.collector else {
            return Ok(());
        };
        for municipality in self.municipalities() {
            while self.send_log(collector, &municipality).await? {}
            while self.send_decisions(collector, &municipality).await? {}
        }
        Ok(())
    }

    /// Sends the next lines of the processing log; whether there may be more. What was taken is noted only then: who is
    /// interrupted between both sends them twice, with the same marks.
    async fn send_log(&self, collector: &Collector, m: &MunicipalityId) -> Result<bool, Trouble> {
        let place = self.database.exported(m, Log::Processing).await?;
        let Some(configuration) = self.services.configurations.of(m) else {
            return Ok(false);
        };
        let lines = self.database.log_after(m, place, LINES).await?;
        if lines.is_empty() {
            return Ok(false);
        }
        // Where the collector refuses some of them, those before are sent one by one until it says which.
        let one_by_one = match collector.send_log(&configuration.processing, &lines).await {
            Ok(()) => false,
            Err(NotTaken::Lines(_)) if lines.len() > 1 => true,
            Err(why) => return Err(why.into()),
        };
        for lines in lines.chunks(if one_by_one { 1 } else { lines.len() }) {
            if one_by_one {
                collector.send_log(&configuration.processing, lines).await?;
            }
            if let Some(last) = lines.last() {
                self.database
                    .note_exported(m, Log::Processing, last.place)
                    .await?;
            }
        }
        Ok(lines.len() == usize::from(LINES))
    }

    /// Sends the next lines of the log of decisions, in the same way.
    async fn send_decisions(&self, collector: &Collector, m: &MunicipalityId) -> Result<bool, Trouble> {
        let (place, _) = self.database.exported(m, Log::Decisions).await?;
        let lines = self.database.decisions_after(m, place, LINES).await?;
        if lines.is_empty() {
            return Ok(false);
        }
        let one_by_one = match collector.send_decisions(&lines).await {
            Ok(()) => false,
            Err(NotTaken::Lines(_)) if lines.len() > 1 => true,
            Err(why) => return Err(why.into()),
        };
        for lines in lines.chunks(if one_by_one { 1 } else { lines.len() }) {
            if one_by_one {
                collector.send_decisions(lines).await?;
            }
            if let Some(last) = lines.last() {
                let place = (last.place, 0);
                self.database.note_exported(m, Log::Decisions, place).await?;
            }
        }
        Ok(lines.len() == usize::from(LINES))
    }

    /// Takes out what is over its term. What is still to be sent stays.
    async fn trim(&self) -> Result<(), Trouble> {
        for m in self.municipalities() {
            let (mut waiting, mut unsent) = (None, None);
            if self.collector.is_some() {
                let place = self.database.exported(&m, Log::Processing).await?;
                let next = self.database.log_after(&m, place, 1).await?;
                waiting = next.first().map(|line| line.ended_at);
                let (place, _) = self.database.exported(&m, Log::Decisions).await?;
                let next = self.database.decisions_after(&m, place, 1).await?;
                unsent = next.first().map(|line| line.at);
            }
            let lines = trim_log(&self.services, &m, waiting).await?;
            let decisions = trim_decisions(&self.services, &m, unsent).await?;
            if lines + decisions > 0 {
                tracing::info!(municipality = %m, lines, decisions, "taken out of the logs: over their term");
            }
        }
        Ok(())
    }
}

impl LogSettings {
    fn collector(&self) -> Result<Collector, Stop> {
        let refused = |why: String| Stop::refused(format!("[processing_log] {why}"));
        let header = match &self.header_file {
            Some(file) => {
                let text = fs::read_to_string(file);
                let text = text.map_err(|error| refused(format!("{}: {error}", file.display())))?;
                Some(SecretString::from(text))
            }
            None => None,
        };
        let settings = otlp::Settings {
            url: self.otlp.clone(),
            header,
            ca_file: self.ca_file.clone(),
        };
        Collector::open(&settings).map_err(refused)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use axum::{Router, extract::State, http::StatusCode, routing::post};
    use meldroute_core::{
        audit::{About, Event},
        change::Changes,
        policy::{Right, unsafe_permit_without_policy},
    };
    use meldroute_vault::key::InstallationKey;
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        clock::SystemClock,
        configurations,
        installation::{Installation, operator},
    };

    /// A collector that notes the spans and records that it took, and what it does with the next requests.
    #[derive(Default)]
    struct Stub {
        taken: Mutex<Vec<String>>,
        moods: Mutex<Vec<Mood>>,
        /// What was wrong with requests.
        wrong: Mutex<Vec<String>>,
    }

    #[derive(Clone, Copy, PartialEq)]
    enum Mood {
        Away,
        /// Takes nothing of a request that holds more than one line.
        OneAtATime,
        /// Takes nothing, whatever it is.
        Refuses,
    }

    fn marks(body: &Value) -> Vec<String> {
        let spans = body["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array();
        let records = body["resourceLogs"][0]["scopeLogs"][0]["logRecords"].as_array();
        let all = spans.or(records).unwrap().iter();
        all.map(|one| one["spanId"].as_str().unwrap().to_owned())
            .collect()
    }

    /// What is wrong with a request, as the protocol and the standards of the logs have it.
    fn wrong(body: &Value) -> Vec<String> {
        let schema = include_str!("../../../docs/schemas/otlp-export.schema.json");
        let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
        schema.iter_errors(body).map(|error| error.to_string()).collect()
    }

    async fn take(State(stub): State<Arc<Stub>>, body: String) -> (StatusCode, String) {
        let body = serde_json::from_str(&body).unwrap();
        stub.wrong.lock().unwrap().extend(wrong(&body));
        let marks = marks(&body);
        let mood = stub.moods.lock().unwrap().pop();
        let rejected = match mood {
            Some(Mood::Away) => return (StatusCode::SERVICE_UNAVAILABLE, String::new()),
            Some(Mood::OneAtATime) if marks.len() > 1 => 1,
            Some(Mood::Refuses) => marks.len(),
            Some(Mood::OneAtATime) | None => {
                stub.taken.lock().unwrap().extend(marks);
                return (StatusCode::OK, String::new());
            }
        };
        let part = json!({ "partialSuccess": { "rejectedSpans": rejected.to_string() } });
        (StatusCode::OK, part.to_string())
    }

    impl Stub {
        async fn open() -> (Arc<Self>, LogSettings) {
            let stub = Arc::new(Self::default());
            let routes = Router::new()
                .route("/v1/traces", post(take))
                .route("/v1/logs", post(take))
                .with_state(Arc::clone(&stub));
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let otlp = format!("http://{}", listener.local_addr().unwrap());
            tokio::spawn(async move { axum::serve(listener, routes).await });
            let settings = LogSettings {
                otlp,
                header_file: None,
                ca_file: None,
            };
            (stub, settings)
        }

        fn feels(&self, moods: &[Mood]) {
            *self.moods.lock().unwrap() = moods.to_vec();
        }

        fn taken(&self) -> Vec<String> {
            self.taken.lock().unwrap().clone()
        }
    }

    async fn installation(folder: &std::path::Path) -> Installation {
        let key = InstallationKey::from_hex(&"5a".repeat(32)).unwrap();
        let data = folder.to_str().unwrap();
        let installation = Installation::with_key(data, key, Arc::new(SystemClock), None)
            .await
            .unwrap();
        if installation.services.configurations.municipalities().is_empty() {
            let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/heemstede");
            let (configuration, files) = configurations::from_folder(shipped.as_ref()).unwrap();
            let actor = operator(&installation.services, &configuration.municipality.id);
            configurations::load(&installation.services, &actor, &configuration, files)
                .await
                .unwrap();
            let database = installation.database.as_ref();
            installation.configurations.refresh(database).await.unwrap();
        }
        installation
    }

    /// Does something that leaves a record in both logs.
    async fn refuse(installation: &Installation) {
        let services = &installation.services;
        let actor = operator(services, &"heemstede".into());
        let permit = unsafe_permit_without_policy(actor, Right::ReadSignal);
        let event = Event::Refused {
            right: Right::ReadSignal,
        };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Municipality, event);
        services.store.commit(changes).await.unwrap();
    }

    fn logs(installation: &Installation, settings: &LogSettings) -> Logs {
        Logs::open(&installation.database, &installation.services, Some(settings)).unwrap()
    }

    #[tokio::test]
    async fn each_line_is_taken_once_also_after_a_start_anew() {
        let folder = tempfile::tempdir().unwrap();
        let (stub, settings) = Stub::open().await;
        let first = installation(folder.path()).await;
        refuse(&first).await;
        logs(&first, &settings).send().await.unwrap();
        let taken = stub.taken();
        assert_eq!(taken.len(), 3, "the configuration, the refusal, and its decision");
        assert_eq!(*stub.wrong.lock().unwrap(), Vec::<String>::new());
        first.close().await;
        let again = installation(folder.path()).await;
        let worker = logs(&again, &settings);
        worker.send().await.unwrap();
        assert_eq!(stub.taken(), taken, "nothing is sent twice");
        refuse(&again).await;
        worker.send().await.unwrap();
        assert_eq!(stub.taken().len(), 5);
    }

    #[tokio::test]
    async fn nothing_is_lost_while_the_collector_is_away_or_refuses() {
        let folder = tempfile::tempdir().unwrap();
        let (stub, settings) = Stub::open().await;
        let installation = installation(folder.path()).await;
        refuse(&installation).await;
        let worker = logs(&installation, &settings);
        for moods in [vec![Mood::Away], vec![Mood::Refuses; 2]] {
            stub.feels(&moods);
            assert!(worker.send().await.is_err());
            assert_eq!(stub.taken(), Vec::<String>::new());
        }
        stub.feels(&[Mood::OneAtATime]);
        worker.send().await.unwrap();
        let taken = stub.taken();
        assert_eq!(taken.len(), 3, "one by one where not all were taken");
        let m = "heemstede".into();
        let lines = installation.database.log_after(&m, (0, 0), 9).await.unwrap();
        let marks: Vec<_> = lines
            .iter()
            .map(|line| format!("{:016x}", line.span_id))
            .collect();
        assert_eq!(taken[..2], marks, "in order");
    }

    #[tokio::test]
    async fn without_a_collector_nothing_is_sent() {
        let folder = tempfile::tempdir().unwrap();
        let installation = installation(folder.path()).await;
        let worker = Logs::open(&installation.database, &installation.services, None).unwrap();
        worker.send().await.unwrap();
        let place = installation
            .database
            .exported(&"heemstede".into(), Log::Processing)
            .await;
        assert_eq!(place.unwrap(), (0, 0));
    }
}
