// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Documents on paper: values and plain words, in the order in which they are read. Who makes one never thinks about type, pages or tags;
//! a [`Press`](crate::ports::Press) prints it.

use std::fmt;

use serde::Serialize;

use crate::{configuration::text::Language, id::Timestamp, sharing::pack::Head};

/// A document for paper.
#[derive(Clone, Serialize)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// The language of its texts.
    pub language: Language,
    /// Who gives it out.
    pub organisation: String,
    /// How confidential it is; on top of every page.
    pub classification: String,
    /// Its number; on every page.
    pub number: String,
    /// Its date in words; on every page.
    pub date: String,
    /// When it was made, for the file's own data.
    #[serde(skip)]
    pub made_at: Timestamp,
    /// Where the journal stood; at the foot of every page.
    pub head: Option<Head>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A heading; one level may not be skipped, and what would be skipped is closed up.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text. Its lines stay lines.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// Text as somebody else wrote it: set apart.
    Quote {
        /// Its words.
        text: String,
    },
    /// Something that may not be overlooked.
    Note {
        /// Its words.
        text: String,
    },
    /// Points.
    List {
        /// One each.
        items: Vec<String>,
    },
    /// Names with their values.
    Facts {
        /// What the names and values are, for who can't see the table.
        caption: String,
        /// Name and value.
        rows: Vec<(String, String)>,
    },
    /// A table with a heading on every page.
    Table {
        /// What it is about; printed above it.
        caption: String,
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows, each with a cell for each column; the first cell is the heading of its row.
        rows: Vec<Vec<Cell>>,
    },
    /// A drawing.
    Picture {
        /// The drawing, as SVG.
        svg: String,
        /// What it says, for who can't see it.
        alternative: String,
        /// What stands under it.
        caption: String,
    },
    /// What follows begins on a new page.
    Break,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width.
    pub share: u8,
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its words.
    pub text: String,
    /// Whether it asks for attention: bold, never by colour alone.
    pub strong: bool,
}

impl Column {
    /// A column.
    pub fn new(title: impl Into<String>, share: u8) -> Self {
        let title = title.into();
        Self { title, share }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, strong: false }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Documents hold what happened to people: what they say stays out of logs.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.blocks.len();
        f.debug_struct("Document")
            .field("blocks", &parts)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Block")
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cell")
    }
}
