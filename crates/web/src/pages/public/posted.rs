// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms of people whom nobody recognises: no session, so no token that proves one.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;

use crate::{App, error::PageError};

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
