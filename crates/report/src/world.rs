// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! All that the engine can reach: our template, one document, our fonts. No file, no network, no clock.

use std::sync::LazyLock;

use typst::{
    Feature, Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// What is the same for every document.
struct House {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let files: [&[u8]; 2] = [
        include_bytes!("../fonts/FiraSans-Regular.ttf"),
        include_bytes!("../fonts/FiraSans-SemiBold.ttf"),
    ];
    let fonts: Vec<Font> = files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect();
    House {
        // Headings of rows, which a screen reader speaks with each cell.
        library: LazyHash::new(
            Library::builder()
                .with_features([Feature::A11yExtras].into_iter().collect())
                .build(),
        ),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// The fonts of the house.
pub(crate) fn fonts() -> &'static [Font] {
    &HOUSE.fonts
}

/// One document, while it is printed.
pub(crate) struct Sheet {
    template: Source,
    document: FileId,
    content: Bytes,
}

impl Sheet {
    /// With a document as JSON.
    pub(crate) fn new(json: Vec<u8>) -> Option<Self> {
        Some(Self {
            template: Source::new(id("template.typ")?, include_str!("template.typ").to_owned()),
            document: id("document.json")?,
            content: Bytes::new(json),
        })
    }
}

/// The engine keeps each path for ever, so that there are these two and no others.
fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &HOUSE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &HOUSE.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.document {
            Ok(self.content.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        HOUSE.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
