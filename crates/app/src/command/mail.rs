// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute mail`: messages out of files or out of the shared mailboxes become reports, each exactly once.

use std::path::PathBuf;

use chrono::TimeDelta;
use clap::Subcommand;
use meldroute_connect::{
    mail::{Limits, find_messages},
    mailbox::open,
};
use meldroute_core::policy::{Actor, Role};

use crate::{
    inspector::worker::look_once,
    installation::{Installation, Which},
    intake::{self, Tally},
    mailbox::{Healths, MailboxSettings, Trouble, Watched, visit, watched},
    outbox::{Outbox, SmtpSettings},
    output::{self, Progress},
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Mail {
    /// Take in .eml files, folders with them, and mbox files; what came in before is known again
    #[command(
        after_help = "Prints a line per message: its file, and report NUMBER, duplicate, quarantine REASON or auto-reply. \
            A line stands there when what it says is stored.\n\nExample: meldroute mail import --data /var/lib/meldroute inbox/"
    )]
    Import {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// Files and folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Go through the shared mailboxes of the settings once, as `serve` does all the time
    #[command(
        after_help = "Prints a line per message, as import does. What is stored goes into the folder of what was processed, and is \
            deleted there after delete_after_days.\n\nExample: meldroute mail fetch --config /etc/meldroute/meldroute.toml"
    )]
    Fetch {
        #[command(flatten)]
        place: Place,
    },
    /// Send what waits once, as `serve` does all the time
    #[command(
        after_help = "Prints how many mails the server took, how many are tried again and how many it refused.\n\n\
            Example: meldroute mail send --config /etc/meldroute/meldroute.toml"
    )]
    Send {
        #[command(flatten)]
        place: Place,
        /// Also those whose next attempt is later
        #[arg(long)]
        all: bool,
    },
}

impl Mail {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        match self {
            Self::Import { place, which, paths } => {
                let installation = Installation::open(&place).await?;
                let imported = import(&installation, &which, &paths).await;
                look_once(&installation.services).await;
                installation.close().await;
                imported
            }
            Self::Fetch { place } => {
                let mailboxes = place.settings()?.mailboxes;
                if mailboxes.is_empty() {
                    return Err(Stop::wrong_call(
                        "there is no [[mailbox]] in the settings; name the file with --config",
                    ));
                }
                let installation = Installation::open(&place).await?;
                let fetched = fetch(&installation, &mailboxes).await;
                look_once(&installation.services).await;
                installation.close().await;
                fetched
            }
            Self::Send { place, all } => {
                let settings = place.settings()?;
                let smtp = settings.smtp.as_ref().ok_or_else(|| {
                    Stop::wrong_call("there is no [smtp] in the settings; name the file with --config")
                })?;
                let installation = Installation::open(&place).await?;
                let sent = send(&installation, smtp, all).await;
                installation.close().await;
                sent
            }
        }
    }
}

async fn send(installation: &Installation, smtp: &SmtpSettings, all: bool) -> Result<(), Stop> {
    let outbox = Outbox::open(&installation.services, smtp).await?;
    let now = installation.services.clock.now();
    // No attempt is further away than that.
    let due = if all { now + TimeDelta::days(1) } else { now };
    let round = outbox.round(due, &Healths::default()).await?;
    output::line(&format!(
        "{} mails: {} taken by the mail server, {} to try again, {} refused",
        round.all(),
        round.accepted,
        round.deferred,
        round.failed
    ))
}

async fn import(installation: &Installation, which: &Which, paths: &[PathBuf]) -> Result<(), Stop> {
    let municipality = installation.municipality(which)?;
    let now = installation.services.clock.now();
    let actor = Actor::of_program(Role::Intake, "mail import", &municipality, now);
    let (mut tally, mut unreadable) = (Tally::default(), Vec::new());
    let mut progress = Progress::new("messages");
    for path in paths {
        for found in find_messages(path, &Limits::default()) {
            match found {
                Ok(source) => {
                    let label = source.label.clone();
                    let taken = intake::take(&installation.services, &actor, source, None).await?;
                    output::line(&format!("{label}: {taken}"))?;
                    tally.add(&taken);
                }
                // The rest goes on; at the end it is said what was left out.
                Err(error) => unreadable.push(format!("{}: {error}", error.label)),
            }
            progress.at(tally.all());
        }
    }
    drop(progress);
    output::line(&tally.to_string())?;
    if unreadable.is_empty() {
        Ok(())
    } else {
        Err(Stop::found_wrong(unreadable))
    }
}

async fn fetch(installation: &Installation, mailboxes: &[MailboxSettings]) -> Result<(), Stop> {
    let (mut tally, mut unread) = (Tally::default(), Vec::new());
    for watched in watched(installation, mailboxes)? {
        if let Err(trouble) = Box::pin(go_through(installation, &watched, &mut tally)).await {
            unread.push(format!("{}: {trouble}", watched.settings.name));
        }
    }
    output::line(&tally.to_string())?;
    if unread.is_empty() {
        Ok(())
    } else {
        Err(Stop::found_wrong(unread))
    }
}

async fn go_through(
    installation: &Installation,
    watched: &Watched,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    let server = watched.settings.server().await.map_err(Trouble::Settings)?;
    let mut mailbox = open(&server).await?;
    let mut visit = visit(&installation.services, &watched.settings);
    let actor = watched.actor(&installation.services);
    let hears = &mut |label: &str, taken: &intake::Taken| {
        tally.add(taken);
        output::line(&format!("{label}: {taken}"))
    };
    visit.round(mailbox.as_mut(), &actor, hears).await?;
    visit.purge(mailbox.as_mut(), &actor).await?;
    if !mailbox.can_delete() {
        let name = &watched.settings.name;
        let said = format!("{name}: cannot delete here: the mail server lacks UIDPLUS");
        output::line(&said).map_err(Trouble::Settings)?;
    }
    visit.into_stuck().map_or(Ok(()), Err)
}
