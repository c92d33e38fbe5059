// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute audit verify`: proves that nobody changed the journal.

use clap::Subcommand;
use meldroute_core::{
    id::MunicipalityId,
    ports::{Configurations as _, Verified},
    usecase::journal,
};

use crate::{
    installation::{Installation, Which},
    output,
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
}

impl Audit {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let Self::Verify { place, which } = self;
        let installation = Installation::open(&place).await?;
        let verified = verify(&installation, &which).await;
        installation.close().await;
        verified
    }
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
