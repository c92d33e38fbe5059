// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute retention`: proposes what is due, destroys what two people approved, shows what was destroyed, gives out what must be kept.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use meldroute_core::{
    calendar::dutch_date,
    id::SignalId,
    policy::{Actor, Role},
    ports::Services,
    retention::{
        certificate::Certificate,
        list::ListState,
        mdto::{self, File},
    },
    usecase::retention::{self as usecase, Dossier},
};
use meldroute_vault::hash::sha256_hex;

use crate::{
    installation::{Installation, Which},
    output::{self, Format},
    retention,
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Retention {
    /// Put what is due on the list for the owner of the process; `serve` does this each night
    #[command(after_help = "Example: meldroute retention propose --data /var/lib/meldroute --on 2026-11-29")]
    Propose {
        #[command(flatten)]
        round: Round,
    },
    /// Destroy what the owner and the archivist approved; `serve` does this each night
    #[command(
        after_help = "It can't be undone. What was destroyed is added to the list beside the data: keep a copy of that where your backups are.\n\n\
            Example: meldroute retention destroy --data /var/lib/meldroute"
    )]
    Destroy {
        #[command(flatten)]
        round: Round,
    },
    /// Print what was destroyed, for `backup restore --destroyed`
    #[command(after_help = "Example: meldroute retention list-destroyed --data /var/lib/meldroute")]
    ListDestroyed {
        #[command(flatten)]
        place: Place,
    },
    /// Print the certificates of destruction
    #[command(
        after_help = "Example: meldroute retention certificates --data /var/lib/meldroute --format json"
    )]
    Certificates {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// How they are printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Write a closed signal, or all that a rule keeps for ever, with metadata for an archive (MDTO)
    #[command(
        after_help = "What it writes is readable: keep it as safe as the signals themselves.\n\n\
            Example: meldroute retention export-mdto --data /var/lib/meldroute --as j.devries --to /srv/archive HS-2026-0042"
    )]
    ExportMdto {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The person who exports, by the name with which they log in
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
        /// The folder to write to
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        /// The number of the signal; all that a rule keeps for ever where it is left out
        number: Option<String>,
    },
}

/// Where, and for which day.
#[derive(Args, Debug)]
pub(crate) struct Round {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// The day by which terms are counted; not one to come [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
}

impl Retention {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let place = match &self {
            Self::Propose { round } | Self::Destroy { round } => &round.place,
            Self::ListDestroyed { place }
            | Self::Certificates { place, .. }
            | Self::ExportMdto { place, .. } => place,
        };
        let installation = Installation::open(place).await?;
        let done = self.carry_out(&installation).await;
        installation.close().await;
        done
    }

    async fn carry_out(&self, installation: &Installation) -> Result<(), Stop> {
        match self {
            Self::Propose { round } => propose(installation, round).await,
            Self::Destroy { round } => destroy(installation, round).await,
            Self::ListDestroyed { .. } => {
                let all = installation.database.destroyed().await?;
                all.iter().try_for_each(|gone| output::line(&gone.to_string()))
            }
            Self::Certificates { which, format, .. } => certificates(installation, which, *format).await,
            Self::ExportMdto {
                which,
                login,
                to,
                number,
                ..
            } => {
                let municipality = installation.municipality(which)?;
                let actor = installation.acting_as(&municipality, login).await?;
                export(&installation.services, &actor, to, number.as_deref()).await
            }
        }
    }
}

/// The program itself, where it proposes and destroys, and the day.
fn of_program(installation: &Installation, round: &Round) -> Result<(Actor, NaiveDate), Stop> {
    let municipality = installation.municipality(&round.which)?;
    let now = installation.services.clock.now();
    let on = round.on.unwrap_or_else(|| dutch_date(now));
    if on > dutch_date(now) {
        return Err(Stop::wrong_call(format!(
            "{on} is still to come; nothing is proposed or destroyed before its term is over"
        )));
    }
    Ok((
        Actor::of_program(Role::Disposer, "retention", &municipality, now),
        on,
    ))
}

async fn propose(installation: &Installation, round: &Round) -> Result<(), Stop> {
    let (actor, on) = of_program(installation, round)?;
    let proposed = usecase::propose(&installation.services, &actor, on).await?;
    output::line(&format!("{}: {proposed} put on the list", actor.municipality))
}

async fn destroy(installation: &Installation, round: &Round) -> Result<(), Stop> {
    let (actor, on) = of_program(installation, round)?;
    let carried_out = usecase::destroy(&installation.services, &actor, on).await;
    // Also after a failure: what went before it is gone.
    match retention::beside(&round.place.settings()?) {
        Some(file) => retention::write(&installation.database, &file).await?,
        None => output::note(
            "say with destroyed_list where the list of what was destroyed lies, or save it: meldroute retention list-destroyed",
        ),
    }
    let carried_out = carried_out?;
    output::line(&format!("{}: {} destroyed", actor.municipality, carried_out.gone))?;
    for (number, why) in carried_out.stayed {
        let what = if number.is_empty() {
            "one without a number"
        } else {
            &number
        };
        output::line(&format!("{what}: not destroyed: {why}"))?;
    }
    Ok(())
}

async fn certificates(installation: &Installation, which: &Which, format: Format) -> Result<(), Stop> {
    let municipality = installation.municipality(which)?;
    let lists = installation.services.store.disposal_lists(&municipality).await?;
    let certificates: Vec<Certificate> = lists
        .into_iter()
        .filter_map(|list| match list.value.state {
            ListState::Done { certificate } => certificate.map(|it| *it),
            ListState::Proposed | ListState::Approved { .. } | ListState::Authorised { .. } => None,
        })
        .collect();
    if format == Format::Json {
        let json = serde_json::to_string_pretty(&certificates).unwrap_or_default();
        return output::line(&json);
    }
    let head = [
        "destroyed",
        "rule",
        "what",
        "end",
        "count",
        "reports",
        "numbers",
        "basis",
        "owner",
        "archivist",
        "backups gone",
        "journal",
    ];
    let rows: Vec<Vec<String>> = certificates.iter().flat_map(rows).collect();
    output::table(format, &head, &rows)
}

fn rows(certificate: &Certificate) -> Vec<Vec<String>> {
    let row = |category: &meldroute_core::retention::certificate::Category| {
        vec![
            dutch_date(certificate.destroyed_at).to_string(),
            category.rule.to_string(),
            category.class.as_str().to_owned(),
            category.end.as_str().to_owned(),
            category.count.to_string(),
            category.reports.to_string(),
            category.numbers.join(" "),
            category.source.clone(),
            certificate.owner.name.clone(),
            certificate.archivist.name.clone(),
            certificate.backups_gone_on.to_string(),
            format!("{} {}", certificate.head.entry, certificate.head.hash),
        ]
    };
    certificate.categories.iter().map(row).collect()
}

async fn export(services: &Services, actor: &Actor, to: &Path, number: Option<&str>) -> Result<(), Stop> {
    let ids: Vec<SignalId> = match number {
        Some(number) => {
            let id = services
                .store
                .signal_numbered(&actor.municipality, number)
                .await?;
            vec![id.ok_or_else(|| {
                Stop::refused(format!("there is no signal {number} in {}", actor.municipality))
            })?]
        }
        None => usecase::kept_for_ever(services, actor).await?,
    };
    fs::create_dir_all(to).map_err(|error| Stop::refused(format!("{}: {error}", to.display())))?;
    for id in &ids {
        let dossier = usecase::export(services, actor, *id).await?;
        write(to, &dossier, &services.clock.now().to_rfc3339())?;
        output::line(&format!("{}: written", dossier.information.number))?;
    }
    output::line(&format!("{} signals written to {}", ids.len(), to.display()))
}

/// The content and what came with its reports, and beside that what is said of the dossier and of each file.
fn write(to: &Path, dossier: &Dossier, now: &str) -> Result<(), Stop> {
    let information = &dossier.information;
    let number = &information.number;
    let about = |name: String, media_type: &str, bytes: &[u8]| {
        mdto::file(&File {
            name,
            media_type: media_type.to_owned(),
            size: bytes.len(),
            sha256: sha256_hex(bytes),
            hashed_at: now.to_owned(),
            number: number.clone(),
            municipality: information.municipality.clone(),
        })
    };
    let content = dossier.content.as_bytes();
    let name = format!("{number}.json");
    put(to, &name, content)?;
    put(
        to,
        &format!("{number}.mdto.xml"),
        mdto::information(information).as_bytes(),
    )?;
    let said = about(name, mdto::JSON, content);
    put(to, &format!("{number}.bestand.mdto.xml"), said.as_bytes())?;
    for kept in &dossier.attachments {
        put(to, &kept.name, &kept.bytes)?;
        let said = about(kept.name.clone(), &kept.media_type, &kept.bytes);
        put(to, &format!("{}.bestand.mdto.xml", kept.name), said.as_bytes())?;
    }
    Ok(())
}

/// Writes a file that is not there yet, for its owner only.
fn put(to: &Path, name: &str, bytes: &[u8]) -> Result<(), Stop> {
    let path = to.join(name);
    let at = |error: std::io::Error| Stop::refused(format!("{}: {error}", path.display()));
    let mut out = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .map_err(at)?;
    out.write_all(bytes).map_err(at)
}
