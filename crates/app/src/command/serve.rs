// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute serve`: serves the pages until it is told to stop.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use clap::Args;
use meldroute_core::ports::{Configurations as _, Worker};
use meldroute_web::{Demo, Web, WebSettings};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::oneshot,
};

use crate::{
    inspector::worker,
    installation::Installation,
    mailbox::{Healths, Watched, watch, watched},
    outbox::Outbox,
    output,
    processing::Logs,
    register,
    retention::{Nightly, beside},
    settings::{LISTEN, Place, Settings},
    stop::Stop,
    workers::Workers,
};

/// Serve the pages.
#[derive(Args, Debug)]
#[command(
    after_help = "Settings: see docs/meldroute.toml. Stops when it gets SIGTERM or SIGINT, after the requests that run.\n\n\
        Example: meldroute serve --config /etc/meldroute/meldroute.toml"
)]
pub(crate) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Where to listen, in place of what the settings say
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
}

/// How long requests that run may go on after the program was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

impl Serve {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let mut settings = self.place.settings()?;
        if self.listen.is_some() {
            settings.listen = self.listen;
        }
        let mut installation = Installation::open(&self.place).await?;
        if installation.configurations.municipalities().is_empty() {
            return Err(Stop::refused(
                "there is no municipality here yet; make one with: meldroute init",
            ));
        }
        let connections = register::connected(&installation, &settings.registers)?;
        installation.services.registers = Arc::new(connections);
        let door = Door::open(settings.listen.unwrap_or(LISTEN)).await?;
        tracing::info!(address = %door.address()?, "listening");
        serve(installation, &settings, None, door).await
    }
}

/// Where requests come in, and where the program hears that it must stop. It is opened before anything is said about it: who
/// reads that the program is there can ask it, and stop it.
pub(crate) struct Door {
    listener: TcpListener,
    terminate: Signal,
    interrupt: Signal,
}

impl Door {
    /// Listens on an address.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self, Stop> {
        let listener = TcpListener::bind(address)
            .await
            .map_err(|error| Stop::refused(format!("can't listen on {address}: {error}")))?;
        Ok(Self {
            listener,
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// The address on which it really listens.
    pub(crate) fn address(&self) -> Result<SocketAddr, Stop> {
        Ok(self.listener.local_addr()?)
    }
}

/// Serves an installation until the program is told to stop, and closes it.
pub(crate) async fn serve(
    installation: Installation,
    settings: &Settings,
    demo: Option<Demo>,
    door: Door,
) -> Result<(), Stop> {
    let Door {
        listener,
        mut terminate,
        mut interrupt,
    } = door;
    let mailboxes = watched(&installation, &settings.mailboxes)?;
    let healths = Arc::new(Healths::default());
    let web = Web {
        services: installation.services.clone(),
        mailboxes: Arc::clone(&healths) as _,
        settings: of_pages(settings, demo),
    };
    let mut workers = start(&installation, settings, mailboxes, healths).await?;
    let (told, stopped) = oneshot::channel::<()>();
    let app = meldroute_web::router(web).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        // Nobody listens any more when the server has failed meanwhile.
        let _ = told.send(());
    });
    let outcome = tokio::select! {
        ended = server => ended,
        () = patience(stopped) => Ok(()),
        never = workers.watch() => match never {},
    };
    // A mail that is on its way may go out a second time after the next start, with the same Message-ID.
    workers.end().await;
    installation.close().await;
    Ok(outcome?)
}

/// Starts what runs beside the pages.
async fn start(
    installation: &Installation,
    settings: &Settings,
    mailboxes: Vec<Watched>,
    healths: Arc<Healths>,
) -> Result<Workers, Stop> {
    let services = &installation.services;
    let mut workers = Workers::new(Arc::clone(&healths), Arc::clone(&services.clock));
    // The first page does not wait for the index: a search says that it is still being filled.
    let (search, configurations) = (&installation.search, &installation.configurations);
    let (search, configurations) = (Arc::clone(search), Arc::clone(configurations));
    let database = Arc::clone(&installation.database);
    workers.start(Worker::Search, move || {
        Arc::clone(&search).follow(Arc::clone(&database), Arc::clone(&configurations))
    });
    for mailbox in mailboxes.into_iter().map(Arc::new) {
        let (services, healths) = (services.clone(), Arc::clone(&healths));
        workers.start(Worker::Mailbox, move || {
            watch(services.clone(), Arc::clone(&mailbox), Arc::clone(&healths))
        });
    }
    let (of_files, database) = (services.clone(), Arc::clone(&installation.database));
    workers.start(Worker::Files, move || {
        worker::run(of_files.clone(), database.changes())
    });
    let nightly = Arc::new(Nightly {
        services: services.clone(),
        database: Arc::clone(&installation.database),
        list: beside(settings),
    });
    workers.start(Worker::Retention, move || Arc::clone(&nightly).run());
    let logs = Arc::new(Logs::open(
        &installation.database,
        services,
        settings.processing_log.as_ref(),
    )?);
    workers.start(Worker::Processing, move || Arc::clone(&logs).run());
    if let Some(smtp) = &settings.smtp {
        let outbox = Arc::new(Outbox::open(services, smtp).await?);
        let database = Arc::clone(&installation.database);
        workers.start(Worker::Outbox, move || {
            Arc::clone(&outbox).run(database.changes(), Arc::clone(&healths))
        });
    }
    Ok(workers)
}

/// How the pages are served.
fn of_pages(settings: &Settings, demo: Option<Demo>) -> WebSettings {
    let public_url = settings.public_url.clone();
    WebSettings {
        secure_cookies: public_url.as_ref().is_some_and(|url| url.starts_with("https://")),
        public_url,
        trusted_proxy: settings.trusted_proxy,
        security_contact: settings.security_contact.clone(),
        question_days: settings.question_days,
        public_reports_per_network: settings.public_reports_per_network,
        demo,
    }
}

/// Ends some time after the program was told to stop: a browser that keeps its connection open does not hold it up.
async fn patience(stopped: oneshot::Receiver<()>) {
    if stopped.await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(LAST_REQUESTS).await;
    output::note("meldroute: some requests were still running and were cut off");
}
