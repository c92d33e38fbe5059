// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A photo of an inspection: its copy without metadata, to be saved or shown on our own page.

use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{FileId, SignalId, StrandId},
    policy::Right,
    usecase::inspection,
};
use serde::Deserialize;

use crate::{
    page::Answer,
    pages::report::file::download,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/opdrachten/{signal}/{strand}/fotos/{file}")]
pub(crate) struct PhotoPath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
    pub(crate) file: FileId,
}

pub(super) fn route() -> Route {
    route::get::<PhotoPath, _, _>(Who::Right(Right::ReadStrand), open)
}

async fn open(path: PhotoPath, user: User) -> Answer {
    let place = (path.signal, path.strand);
    let opened = inspection::open_photo(&user.app.services, user.actor(), place, path.file).await?;
    download(&opened)
}
