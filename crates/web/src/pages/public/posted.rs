// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms of people whom nobody recognises: no session, so no token that proves one. One of them takes photos.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use meldroute_core::usecase::report::{LONGEST_PHOTO, MOST_PHOTOS};
use serde::de::DeserializeOwned;

use crate::{
    App,
    error::PageError,
    upload::{Limits, Read, Taken, Untaken},
};

/// The longest text in Cyrillic letters, as a browser sends it, with room for the rest.
const LONGEST: usize = 128 * 1024;

/// A form of the public pages.
#[derive(Debug)]
pub(crate) struct Posted<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for Posted<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let bytes = Bytes::from_request(request, app)
            .await
            .or(Err(PageError::TooLarge))?;
        if bytes.len() > LONGEST {
            return Err(PageError::TooLarge);
        }
        serde_html_form::from_bytes(&bytes)
            .map(Self)
            .or(Err(PageError::Malformed))
    }
}

/// A form of the public pages with photos.
pub(crate) struct WithPhotos<T> {
    pub(crate) form: T,
    /// Without their names: those may say who took them.
    pub(crate) photos: Vec<Vec<u8>>,
    /// Why the photos were not taken; the form was.
    pub(crate) untaken: Option<Untaken>,
    /// The room of the photos.
    pub(crate) taken: Taken,
}

impl<T: DeserializeOwned> FromRequest<App> for WithPhotos<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        const LIMITS: Limits = Limits {
            files: MOST_PHOTOS,
            file: LONGEST_PHOTO,
            texts: LONGEST,
        };
        let read = Read::of(request, app, LIMITS).await?;
        Ok(Self {
            form: read.form()?,
            photos: read.files.into_iter().map(|file| file.bytes).collect(),
            untaken: read.untaken,
            taken: read.taken,
        })
    }
}
