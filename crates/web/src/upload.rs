// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms with files: checked for being ours like other forms, with limits on how many files and how large, and on what all of them
//! together hold in memory.

use std::sync::Arc;

use axum::{
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use serde::de::DeserializeOwned;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{
    App,
    error::PageError,
    form::{check_fields, check_origin, check_token},
    pace::{Place, Wish},
    visit::Visit,
};

/// The whole body of a form with files is at most this long.
pub(crate) const LONGEST: usize = 32 * 1024 * 1024;
/// So many files at most.
pub(crate) const MOST_FILES: usize = 8;
/// All texts of a form together.
const LONGEST_TEXTS: usize = 1024 * 1024;
/// So many files of people with an account are in memory at once, in bytes; and so many of the public form.
const ROOM: usize = 128 * 1024 * 1024;
const PUBLIC_ROOM: usize = 96 * 1024 * 1024;

/// A file that was sent along.
pub(crate) struct SentFile {
    /// Its name, as the browser gave it.
    pub(crate) name: String,
    /// Its type, as the browser gave it.
    pub(crate) media_type: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// How much room there is for files. Strangers have a room of their own: they can't keep colleagues from sending.
#[derive(Debug)]
pub(crate) struct Rooms {
    ours: Arc<Semaphore>,
    public: Arc<Semaphore>,
}

impl Default for Rooms {
    fn default() -> Self {
        Self {
            ours: Arc::new(Semaphore::new(ROOM)),
            public: Arc::new(Semaphore::new(PUBLIC_ROOM)),
        }
    }
}

/// The room that a form's files take, until this is dropped: keep it as long as the files.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    bytes: Option<OwnedSemaphorePermit>,
    /// The turn of a stranger.
    turn: Option<Place>,
}

impl Taken {
    /// Takes room for so many bytes more, where there is any.
    fn grow(&mut self, room: &Arc<Semaphore>, more: usize) -> Option<()> {
        let more = u32::try_from(more).ok()?;
        let more = Arc::clone(room).try_acquire_many_owned(more).ok()?;
        match &mut self.bytes {
            Some(bytes) => bytes.merge(more),
            none => *none = Some(more),
        }
        Some(())
    }
}

/// Why files were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Untaken {
    /// There are too many.
    Many,
    /// One is too large.
    Large,
    /// There is no room for them now.
    Full,
}

/// What a form's files may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// So many.
    pub(crate) files: usize,
    /// Each at most this long.
    pub(crate) file: usize,
    /// All texts of the form together.
    pub(crate) texts: usize,
}

/// A form with files that was sent by one of our own pages.
pub(crate) struct Upload<T> {
    /// The fields, as in [`crate::form::Form`].
    pub(crate) form: T,
    /// The files, those without content left out.
    pub(crate) files: Vec<SentFile>,
    /// Their room.
    pub(crate) taken: Taken,
}

impl<T: DeserializeOwned> FromRequest<App> for Upload<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        const LIMITS: Limits = Limits {
            files: MOST_FILES,
            file: LONGEST,
            texts: LONGEST_TEXTS,
        };
        check_origin(&app.settings, request.headers())?;
        let read = Read::of(request, app, LIMITS).await?;
        match read.untaken {
            None => Ok(Self {
                form: read.form()?,
                files: read.files,
                taken: read.taken,
            }),
            Some(Untaken::Full) => Err(PageError::Full),
            Some(Untaken::Many | Untaken::Large) => Err(PageError::TooLarge),
        }
    }
}

/// A form with files as it was read.
pub(crate) struct Read {
    limits: Limits,
    fields: Vec<(String, String)>,
    /// All files, or none where they were not taken.
    pub(crate) files: Vec<SentFile>,
    pub(crate) untaken: Option<Untaken>,
    pub(crate) taken: Taken,
}

impl Read {
    /// Reads a form. With a session it must be ours. What is not taken is still read to its end: a browser looks at no answer before it has
    /// sent everything.
    pub(crate) async fn of(request: Request, app: &App, limits: Limits) -> Result<Self, PageError> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or(PageError::Broken)?;
        let parts = Multipart::from_request(request, app).await;
        let mut parts = parts.or(Err(PageError::Malformed))?;
        let mut read = Self {
            limits,
            fields: Vec::new(),
            files: Vec::new(),
            untaken: None,
            taken: Taken::default(),
        };
        // The token stands before the files: a form that is not ours is refused before they are read.
        let mut ours = visit.login.is_none();
        while let Some(part) = parts.next_field().await.map_err(|error| unread(&error))? {
            if part.file_name().is_some() {
                if !ours {
                    return Err(PageError::Forged);
                }
                read.file(part, &visit).await?;
                continue;
            }
            let (name, text) = read.text(part).await?;
            if let (Some(login), "csrf") = (&visit.login, name.as_str()) {
                check_token(app.services.secrets.as_ref(), &text, &login.session.csrf_hash)?;
                ours = true;
            }
            read.fields.push((name, text));
        }
        if ours { Ok(read) } else { Err(PageError::Forged) }
    }

    /// The fields.
    pub(crate) fn form<T: DeserializeOwned>(&self) -> Result<T, PageError> {
        check_fields(&self.fields)?;
        let encoded = serde_html_form::to_string(&self.fields).or(Err(PageError::Malformed))?;
        serde_html_form::from_str(&encoded).or(Err(PageError::Malformed))
    }

    async fn text(&mut self, mut part: Field<'_>) -> Result<(String, String), PageError> {
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|error| unread(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > self.limits.texts {
                return Err(PageError::TooLarge);
            }
        }
        // A field without a text costs memory, too.
        let cost = bytes.len() + name.len() + size_of::<(String, String)>();
        let left = self.limits.texts.checked_sub(cost);
        self.limits.texts = left.ok_or(PageError::TooLarge)?;
        let text = String::from_utf8(bytes).or(Err(PageError::Malformed))?;
        Ok((name, text))
    }

    async fn file(&mut self, mut part: Field<'_>, visit: &Visit) -> Result<(), PageError> {
        let mut file = SentFile {
            name: part.file_name().unwrap_or_default().to_owned(),
            media_type: part
                .content_type()
                .unwrap_or("application/octet-stream")
                .to_owned(),
            bytes: Vec::new(),
        };
        while let Some(chunk) = part.chunk().await.map_err(|error| unread(&error))? {
            if self.untaken.is_some() {
                continue;
            }
            match self.take(&file, chunk.len(), visit) {
                Ok(()) => file.bytes.extend_from_slice(&chunk),
                Err(why) => {
                    self.untaken = Some(why);
                    self.files.clear();
                    file.bytes = Vec::new();
                    self.taken = Taken::default();
                }
            }
        }
        if !file.bytes.is_empty() {
            file.bytes.shrink_to_fit();
            self.files.push(file);
        }
        Ok(())
    }

    /// Takes room for the next bytes of a file.
    fn take(&mut self, file: &SentFile, more: usize, visit: &Visit) -> Result<(), Untaken> {
        if self.files.len() == self.limits.files {
            return Err(Untaken::Many);
        }
        if file.bytes.len() + more > self.limits.file {
            return Err(Untaken::Large);
        }
        let app = &visit.app;
        let room = if visit.login.is_some() {
            &app.rooms.ours
        } else {
            if self.taken.turn.is_none() {
                let secrets = app.services.secrets.as_ref();
                let turn = app.pace.place(secrets, Wish::Photos, &visit.origin, visit.now);
                self.taken.turn = Some(turn.or(Err(Untaken::Full))?);
            }
            &app.rooms.public
        };
        self.taken.grow(room, more).ok_or(Untaken::Full)
    }
}

fn unread(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PageError::TooLarge
    } else {
        PageError::Malformed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_share_one_room_and_leave_it_when_they_are_done_with() {
        let rooms = Rooms::default();
        let (mut one, mut other) = (Taken::default(), Taken::default());
        for _ in 0..3 {
            one.grow(&rooms.ours, LONGEST).unwrap();
        }
        other.grow(&rooms.ours, LONGEST).unwrap();
        assert_eq!(other.grow(&rooms.ours, 1), None);
        let mut stranger = Taken::default();
        stranger.grow(&rooms.public, LONGEST).unwrap();
        drop(one);
        other.grow(&rooms.ours, 3 * LONGEST).unwrap();
    }
}
