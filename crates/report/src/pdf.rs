// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! From a document to the bytes of a PDF.

use chrono::{Datelike as _, Timelike as _};
use meldroute_core::{
    configuration::text::Language,
    paper::{Block, Document},
};
use serde_json::Value;
use thiserror::Error;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{
    glyph::legible,
    world::{Sheet, fonts},
};

/// Why there is no PDF. The engine's own words may quote the document, so that they are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PrintError {
    /// The pages could not be set.
    #[error("the document could not be set")]
    Setting,
    /// The file could not be made, or would not meet the standard.
    #[error("the document would not be a proper tagged PDF")]
    Standard,
}

/// Prints a document as PDF/UA-1 and PDF/A-2a.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, PrintError> {
    let printed = print(document);
    // The engine remembers the pieces that it set, in plain text: it forgets them now.
    typst::comemo::evict(0);
    printed
}

fn print(document: &Document) -> Result<Vec<u8>, PrintError> {
    let mut whole = document.clone();
    close_up(&mut whole.blocks);
    let mut content = serde_json::to_value(&whole).or(Err(PrintError::Setting))?;
    // The journal's head is compared by machines: it stays as it is, and is nothing but digits and letters.
    let head = content.get_mut("head").map(Value::take);
    let replaced_some = make_legible(&mut content);
    if let (Some(head), Some(place)) = (head, content.get_mut("head")) {
        *place = head;
    }
    if replaced_some {
        let mut note = serde_json::to_value(Block::Note {
            text: replaced(document.language).to_owned(),
        })
        .or(Err(PrintError::Setting))?;
        make_legible(&mut note);
        if let Some(blocks) = content.get_mut("blocks").and_then(Value::as_array_mut) {
            blocks.push(note);
        }
    }
    let json = serde_json::to_vec(&content).or(Err(PrintError::Setting))?;
    let sheet = Sheet::new(json).ok_or(PrintError::Setting)?;
    let pages = typst::compile(&sheet).output.or(Err(PrintError::Setting))?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).or(Err(PrintError::Standard))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", document.number, document.made_at)),
        creator: Smart::Custom(Some("Meldroute".to_owned())),
        timestamp: made_at(document),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).or(Err(PrintError::Standard))
}

/// Every text of it; whether a letter had to be replaced.
fn make_legible(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let legible = legible(text, fonts());
            *text = legible.text;
            legible.replaced
        }
        Value::Array(values) => values.iter_mut().fold(false, |any, one| make_legible(one) | any),
        Value::Object(fields) => fields
            .values_mut()
            .fold(false, |any, one| make_legible(one) | any),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A level of headings that would be skipped is closed up, and a heading without words goes: the standard asks for both.
fn close_up(blocks: &mut Vec<Block>) {
    blocks.retain(|block| match block {
        Block::Heading { text, .. } => !legible(text, fonts()).text.trim().is_empty(),
        _ => true,
    });
    let mut deepest = 0;
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            *level = (*level).clamp(1, deepest + 1);
            deepest = *level;
        }
    }
}

fn replaced(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Sommige tekens kunnen hier niet worden afgedrukt. Daarvoor in de plaats staat hun nummer, zoals [U+0041]."
        }
        Language::En => {
            "Some characters can't be printed here. Their numbers stand in their place, such as [U+0041]."
        }
    }
}

fn made_at(document: &Document) -> Option<Timestamp> {
    let at = document.made_at;
    let part = |number: u32| u8::try_from(number).ok();
    let datetime = Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Some(Timestamp::new_utc(datetime))
}
