// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Registers and other sources that may be asked about a subject of a signal, each by its published interface.
//!
//! Who may ask what, and when, is decided before anything comes here: `usecase::enrichment` in the core. Nothing of a question or an
//! answer is logged, and no error holds any of it.

mod answer;
mod bag;
mod bewoning;
mod brp;
mod kvk;
mod own;
mod pdok;
mod service;
mod table;

use std::path::PathBuf;

use meldroute_core::{
    configuration::register::RegisterKind,
    enrichment::{Answer, RegisterTrouble},
    ports::Question,
};

pub use self::service::{PATIENCE, Service};
use self::table::Sheet;

/// Where a source is.
#[derive(Clone, Debug)]
pub enum Source {
    /// A service, asked over HTTPS.
    Service(Service),
    /// A table in a file on this machine.
    File(PathBuf),
    /// A table in the program itself, of invented data.
    Invented(&'static str),
}

/// Whether a source knows anything. As little as possible is asked for; of the answer only the number of records counts.
pub async fn look(source: &Source, question: &Question) -> Result<Answer, RegisterTrouble> {
    ask(source, question, false).await
}

/// The fields that may be read.
pub async fn read(source: &Source, question: &Question) -> Result<Answer, RegisterTrouble> {
    ask(source, question, true).await
}

async fn ask(source: &Source, question: &Question, reads: bool) -> Result<Answer, RegisterTrouble> {
    let service = match source {
        Source::Service(service) => service,
        Source::File(file) => return Sheet::load(file).await?.answer(question, reads),
        Source::Invented(text) => return Sheet::of(text.as_bytes())?.answer(question, reads),
    };
    match question.register.kind {
        RegisterKind::Pdok => pdok::ask(service, question, reads).await,
        RegisterKind::Bag => bag::ask(service, question, reads).await,
        RegisterKind::Brp => brp::ask(service, question, reads).await,
        RegisterKind::Bewoning => bewoning::ask(service, question, reads).await,
        RegisterKind::Kvk => kvk::ask(service, question, reads).await,
        RegisterKind::Http => own::ask(service, question, reads).await,
        RegisterKind::Table => Err(RegisterTrouble::NotSetUp),
    }
}
