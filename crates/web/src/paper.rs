// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Documents on paper: what each of ours has in common, and giving it out as PDF.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use meldroute_core::{
    paper::{Block, Document},
    sharing::pack::Head,
};

use crate::{dates, error::PageError, visit::User};

/// What is its own of a document.
pub(crate) struct Paper {
    pub(crate) title: String,
    pub(crate) classification: String,
    pub(crate) number: String,
    /// The end of the journal that it stands for.
    pub(crate) head: Option<Head>,
    pub(crate) blocks: Vec<Block>,
}

/// A heading of a document.
pub(crate) fn heading(level: u8, text: impl Into<String>) -> Block {
    let text = text.into();
    Block::Heading { level, text }
}

/// Running text of a document.
pub(crate) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { text: text.into() }
}

/// Prints a document of the visitor's municipality, in the visitor's language, with the date of today, and gives it out as a file with
/// this name.
pub(crate) async fn give(user: &User, paper: Paper, name: &str) -> Result<Response, PageError> {
    let document = Document {
        title: paper.title,
        language: user.lang.0,
        organisation: user.configuration().municipality.name.clone(),
        classification: paper.classification,
        number: paper.number,
        date: dates::day(user.lang, user.today),
        made_at: user.now,
        head: paper.head,
        blocks: paper.blocks,
    };
    hand_out(user, document, name).await
}

/// Prints a document that is complete, and gives it out as a file with this name.
pub(crate) async fn hand_out(user: &User, document: Document, name: &str) -> Result<Response, PageError> {
    let printed = user.app.services.press.print(document).await;
    let bytes = printed.or(Err(PageError::Broken))?;
    Ok(file(bytes, "application/pdf", &format!("{name}.pdf")))
}

/// Gives a document out as a text that can be edited.
pub(crate) fn to_edit(user: &User, document: &Document, name: &str) -> Result<Response, PageError> {
    let written = user.app.services.press.to_edit(document);
    let bytes = written.or(Err(PageError::Broken))?;
    let kind = "application/vnd.oasis.opendocument.text";
    Ok(file(bytes, kind, &format!("{name}.odt")))
}

fn file(bytes: Vec<u8>, kind: &str, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, bytes).into_response()
}
