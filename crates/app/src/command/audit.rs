// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute audit`: proves that nobody changed the journal, and gives all looks of a year for the yearly review.

use clap::Subcommand;
use meldroute_core::{
    audit::{Event, Line},
    id::MunicipalityId,
    looking::Purpose,
    ports::{Configurations as _, Verified},
    usecase::{
        journal,
        looking::{self, Looked},
    },
};

use crate::{
    installation::{Installation, Which},
    output::{self, Format},
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// Verify the chain of the journal; of all municipalities, unless one is named
    #[command(after_help = "Example: meldroute audit verify --data /var/lib/meldroute")]
    Verify {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
    },
    /// Print all that was looked at in a year, for the yearly review; recorded
    #[command(
        after_help = "Example: meldroute audit review --data /var/lib/meldroute --as p.officer --year 2026 --format csv"
    )]
    Review {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The privacy officer who asks, by the name with which they log in
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
        /// Which year
        #[arg(long)]
        year: i32,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

impl Audit {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::Verify { place, .. } | Self::Review { place, .. }) = &self;
        let installation = Installation::open(place).await?;
        let done = match &self {
            Self::Verify { which, .. } => verify(&installation, which).await,
            Self::Review {
                which,
                login,
                year,
                format,
                ..
            } => review(&installation, which, login, (*year, *format)).await,
        };
        installation.close().await;
        done
    }
}

async fn review(
    installation: &Installation,
    which: &Which,
    login: &str,
    (year, format): (i32, Format),
) -> Result<(), Stop> {
    let municipality = installation.municipality(which)?;
    let actor = installation.acting_as(&municipality, login).await?;
    let looked = looking::of_year(&installation.services, &actor, year).await?;
    let rows: Vec<_> = looked.lines.iter().map(|line| row(line, &looked)).collect();
    let head = [
        "entry", "at", "name", "roles", "origin", "what", "about", "purpose",
    ];
    output::table(format, &head, &rows)
}

fn row(line: &Line, looked: &Looked) -> Vec<String> {
    let number = line.about_id.and_then(|id| looked.numbers.get(&id)).cloned();
    let detail = line.detail.as_ref();
    let roles: Vec<_> = detail
        .iter()
        .flat_map(|detail| &detail.roles)
        .map(|role| role.as_str())
        .collect();
    let purpose = match detail.map(|detail| Purpose::of(&detail.event)) {
        Some(Purpose::Said(words) | Purpose::At(words)) => words.to_owned(),
        Some(Purpose::UnderGlass) => "emergency opening".to_owned(),
        Some(Purpose::NotAsked) | None => String::new(),
    };
    vec![
        line.seq.to_string(),
        line.at.to_rfc3339(),
        detail.map(|detail| detail.name.clone()).unwrap_or_default(),
        roles.join(", "),
        detail.map(|detail| detail.origin.clone()).unwrap_or_default(),
        line.action.clone(),
        number.unwrap_or_else(|| match detail.map(|detail| &detail.event) {
            Some(Event::ListShown { list, .. }) => format!("list of {}", list.as_str()),
            _ => line.about_kind.clone(),
        }),
        purpose,
    ]
}

async fn verify(installation: &Installation, which: &Which) -> Result<(), Stop> {
    let municipalities: Vec<MunicipalityId> = match which.municipality {
        Some(_) => vec![installation.municipality(which)?],
        None => installation
            .configurations
            .municipalities()
            .into_iter()
            .map(|(id, _)| id)
            .collect(),
    };
    let mut broken = Vec::new();
    for municipality in municipalities {
        let actor = installation.operator(&municipality);
        match journal::verify(&installation.services, &actor).await? {
            Verified::Holds { entries, head } => {
                output::line(&format!("{municipality}: the journal holds: {entries} entries, head {head}"))?;
            }
            Verified::Broken { at } => broken.push(format!(
                "{municipality}: the journal was changed at entry {at}; keep this database as it is and compare it with a backup"
            )),
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Stop::found_wrong(broken))
    }
}
