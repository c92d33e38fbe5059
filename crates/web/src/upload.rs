// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms with files: checked for being ours like other forms, with limits on how many files and how large.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use serde::de::DeserializeOwned;

use crate::{
    App,
    error::PageError,
    form::{check_origin, check_token},
    visit::Visit,
};

/// The whole body of a form with files is at most this long.
pub(crate) const LONGEST: usize = 32 * 1024 * 1024;
/// So many files at most.
pub(crate) const MOST_FILES: usize = 8;

/// A file that was sent along.
pub(crate) struct SentFile {
    /// Its name, as the browser gave it.
    pub(crate) name: String,
    /// Its type, as the browser gave it.
    pub(crate) media_type: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A form with files that was sent by one of our own pages.
pub(crate) struct Upload<T> {
    /// The fields, as in [`crate::form::Form`].
    pub(crate) form: T,
    /// The files, those without content left out.
    pub(crate) files: Vec<SentFile>,
}

impl<T: DeserializeOwned> FromRequest<App> for Upload<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        check_origin(&app.settings, request.headers())?;
        let session = request
            .extensions()
            .get::<Visit>()
            .and_then(|visit| visit.login.clone());
        let parts = Multipart::from_request(request, app).await;
        let mut parts = parts.or(Err(PageError::Malformed))?;
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        // The token stands before the files: a form that is not ours is refused before they are read.
        let mut ours = session.is_none();
        while let Some(part) = parts.next_field().await.map_err(|error| unread(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file) = part.file_name().map(ToOwned::to_owned) else {
                let text = part.text().await.map_err(|error| unread(&error))?;
                if let (Some(login), "csrf") = (&session, name.as_str()) {
                    check_token(app.services.secrets.as_ref(), &text, &login.session.csrf_hash)?;
                    ours = true;
                }
                fields.push((name, text));
                continue;
            };
            if !ours {
                return Err(PageError::Forged);
            }
            let media_type = part
                .content_type()
                .unwrap_or("application/octet-stream")
                .to_owned();
            let bytes = part.bytes().await.map_err(|error| unread(&error))?;
            if bytes.is_empty() {
                continue;
            }
            if files.len() == MOST_FILES {
                return Err(PageError::TooLarge);
            }
            files.push(SentFile {
                name: file,
                media_type,
                bytes: bytes.to_vec(),
            });
        }
        if !ours {
            return Err(PageError::Forged);
        }
        let encoded = serde_html_form::to_string(&fields).or(Err(PageError::Malformed))?;
        let form = serde_html_form::from_str(&encoded).or(Err(PageError::Malformed))?;
        Ok(Self { form, files })
    }
}

fn unread(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PageError::TooLarge
    } else {
        PageError::Malformed
    }
}
