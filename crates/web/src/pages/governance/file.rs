// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The paper as a file: to print, and to edit. Each is recorded.

use std::fmt;

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{policy::Right, usecase::governance::paper};
use serde::Deserialize;

use super::show::TurnPath;
use crate::{
    App,
    page::Answer,
    paper as give,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/agenda/{occasion}/{year}/{half}/stuk/{form}")]
pub(super) struct FilePath {
    occasion: String,
    year: i32,
    half: u8,
    form: FileForm,
}

/// As what it is given out.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FileForm {
    /// To print.
    Pdf,
    /// To edit.
    Odt,
}

impl fmt::Display for FileForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "pdf",
            Self::Odt => "odt",
        })
    }
}

impl FilePath {
    fn of(path: &TurnPath, form: FileForm) -> Self {
        Self {
            occasion: path.occasion.clone(),
            year: path.year,
            half: path.half,
            form,
        }
    }

    /// To print.
    pub(super) fn pdf(path: &TurnPath) -> Self {
        Self::of(path, FileForm::Pdf)
    }

    /// To edit.
    pub(super) fn odt(path: &TurnPath) -> Self {
        Self::of(path, FileForm::Odt)
    }
}

pub(super) fn route() -> Route {
    route::get::<FilePath, _, _>(Who::Right(Right::ReadPlan), file)
}

async fn file(path: FilePath, user: User, State(app): State<App>) -> Answer {
    let name = format!("{}-{}-{}", path.occasion, path.year, path.half);
    let turn = TurnPath {
        occasion: path.occasion,
        year: path.year,
        half: path.half,
    };
    let document = paper(&app.services, user.actor(), &turn.which()?).await?;
    match path.form {
        FileForm::Pdf => give::hand_out(&user, document, &name).await,
        FileForm::Odt => give::to_edit(&user, &document, &name),
    }
}
