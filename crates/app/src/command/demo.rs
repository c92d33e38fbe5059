// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute demo`: invented data, to look around.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use clap::Args;
use meldroute_web::Demo as Buttons;

use super::serve::{self, Door};
use crate::{demo, output, settings::Settings, stop::Stop};

/// Start with invented data.
#[derive(Args, Debug)]
#[command(
    after_help = "The data is invented and nothing is sent out. Without --data it is gone when the demo stops.\n\n\
        Example: meldroute demo --port 8080"
)]
pub(crate) struct Demo {
    /// The port on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// A folder to keep the demo in
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Demo {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        // Before the work of making the demo: a port that is taken is said at once.
        let door = Door::open(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))).await?;
        let (folder, passing) = if let Some(folder) = self.data {
            make_folder(&folder, true)?;
            (folder, None)
        } else {
            let passing = Passing::new()?;
            (passing.0.clone(), Some(passing))
        };
        let (installation, buttons) = demo::open(&folder).await?;
        introduce(door.address()?, &buttons, &folder)?;
        let settings = Settings {
            data: Some(folder.display().to_string()),
            ..Settings::default()
        };
        let served = serve::serve(installation, &settings, Some(buttons), door).await;
        drop(passing);
        served
    }
}

/// A folder that goes away with the demo.
struct Passing(PathBuf);

impl Passing {
    /// A new one, with a name that nobody could have taken before.
    fn new() -> Result<Self, Stop> {
        let name = uuid::Uuid::from_bytes(meldroute_vault::random::bytes().map_err(Stop::refused)?);
        let folder = std::env::temp_dir().join(format!("meldroute-demo-{}", name.simple()));
        make_folder(&folder, false)?;
        Ok(Self(folder))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            output::note(&format!("{}: {error}", self.0.display()));
        }
    }
}

fn make_folder(folder: &Path, may_be_there: bool) -> Result<(), Stop> {
    fs::DirBuilder::new()
        .recursive(may_be_there)
        .mode(0o700)
        .create(folder)
        .map_err(|error| Stop::refused(format!("{}: {error}", folder.display())))
}

fn introduce(address: SocketAddr, buttons: &Buttons, folder: &Path) -> Result<(), Stop> {
    output::line(&format!(
        "Demo: invented data, sends nothing out. It stands in {}",
        folder.display()
    ))?;
    output::line(&format!("Open http://{address} and choose who you are:"))?;
    for person in &buttons.people {
        output::line(&format!(
            "  {:22} {} ({})",
            person.login,
            person.name,
            person.role.as_str()
        ))?;
    }
    output::line("Stop with Ctrl-C.")
}
