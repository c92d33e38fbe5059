// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute serve`: serves the pages until it is told to stop.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use clap::Args;
use meldroute_core::ports::Configurations as _;
use meldroute_web::{Demo, Web, WebSettings};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::oneshot,
    task::JoinSet,
};

use crate::{
    inspector::worker,
    installation::Installation,
    mailbox::{Healths, watch, watched},
    outbox::Outbox,
    output,
    settings::{LISTEN, Place, Settings},
    stop::Stop,
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
        let installation = Installation::open(&self.place).await?;
        if installation.configurations.municipalities().is_empty() {
            return Err(Stop::refused(
                "there is no municipality here yet; make one with: meldroute init",
            ));
        }
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
    // The first page does not wait for the index: a search says that it is still being filled.
    let follower = tokio::spawn(Arc::clone(&installation.search).follow(
        Arc::clone(&installation.database),
        Arc::clone(&installation.configurations),
    ));
    let mut workers = JoinSet::new();
    for mailbox in mailboxes {
        workers.spawn(watch(
            installation.services.clone(),
            mailbox,
            Arc::clone(&healths),
        ));
    }
    workers.spawn(worker::run(
        installation.services.clone(),
        installation.database.changes(),
    ));
    if let Some(smtp) = &settings.smtp {
        let outbox = Outbox::open(&installation.services, smtp).await?;
        workers.spawn(outbox.run(installation.database.changes()));
    }
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
    };
    follower.abort();
    // The tasks hold the database until they have really ended.
    let _ = follower.await;
    // A mail that is on its way may go out a second time after the next start, with the same Message-ID.
    workers.shutdown().await;
    installation.close().await;
    Ok(outcome?)
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
