// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Word, Excel and PowerPoint (ECMA-376).

use std::{borrow::Cow, collections::BTreeSet};

use super::{
    archive::{Archive, Packer},
    part::PartRules,
    picture,
    relations::{RelationRules, file_of},
    xml::{self, Element, Fate, Rules},
};
use crate::{Kind, Limits, NoCopy};

/// The list of the parts' types, and the relation to the main part.
const TYPES: &str = "[Content_Types].xml";
const ROOT: &str = "_rels/.rels";

/// The beginnings of the names of parts that hold what a person sees. Comments, earlier versions, printer settings, programs,
/// embedded files, data of other programs and all of `docProps` are not among them.
fn contents(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Docx => &[
            "word/document",
            "word/styles",
            "word/numbering",
            "word/settings",
            "word/fontTable",
            "word/footnotes",
            "word/endnotes",
            "word/header",
            "word/footer",
            "word/theme/theme",
            "word/charts/",
            "word/diagrams/",
        ],
        Kind::Xlsx => &[
            "xl/workbook",
            "xl/styles",
            "xl/sharedStrings",
            "xl/theme/theme",
            "xl/worksheets/sheet",
            "xl/chartsheets/sheet",
            "xl/drawings/drawing",
            "xl/charts/",
            "xl/diagrams/",
        ],
        _ => &[
            "ppt/presentation",
            "ppt/presProps",
            "ppt/tableStyles",
            "ppt/slides/slide",
            "ppt/slideLayouts/",
            "ppt/slideMasters/",
            "ppt/notesSlides/",
            "ppt/notesMasters/",
            "ppt/handoutMasters/",
            "ppt/theme/theme",
            "ppt/charts/",
            "ppt/diagrams/",
        ],
    }
}

/// The Office file with its known parts only.
pub(super) fn clean(mut archive: Archive<'_>, kind: Kind, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let (texts, media) = parts(&archive, kind);
    // The first of the known parts is the main one.
    let main = contents(kind).first();
    if !main.is_some_and(|main| texts.iter().any(|name| name.starts_with(main))) {
        return Err(NoCopy::Damaged);
    }
    let mut packer = Packer::new(limits);
    let mut kept: BTreeSet<String> = texts.iter().cloned().collect();
    // First the pictures: which of them stay decides about the relations.
    for name in media {
        let bytes = archive.read(&name)?.unwrap_or_default();
        if picture(&mut packer, &name, &bytes, limits)? {
            kept.insert(name);
        }
    }
    let types = archive.read_text(TYPES)?.ok_or(NoCopy::Damaged)?;
    let types = xml::filter(&types, &mut TypeRules { kept: &kept }, limits.nesting)?;
    packer.put(TYPES, types.as_bytes())?;
    relations(&mut archive, &mut packer, ROOT, "", &kept, limits)?;
    for name in &texts {
        let text = archive.read_text(name)?.unwrap_or_default();
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let gone = relations(&mut archive, &mut packer, &file_of(name), folder, &kept, limits)?;
        let mut rules = PartRules::new(kind, name, &gone);
        let text = xml::filter(&text, &mut rules, limits.nesting)?;
        packer.put(name, text.as_bytes())?;
    }
    packer.finish()
}

/// The parts of text and the pictures.
fn parts(archive: &Archive<'_>, kind: Kind) -> (Vec<String>, Vec<String>) {
    let (mut texts, mut media) = (Vec::new(), Vec::new());
    for name in archive.names() {
        let known = contents(kind).iter().any(|start| name.starts_with(start));
        if known
            && name.rsplit_once('.').is_some_and(|(_, ending)| ending == "xml")
            && !name.contains("/_rels/")
        {
            texts.push(name.to_owned());
        } else if name.split('/').nth(1) == Some("media") {
            media.push(name.to_owned());
        }
    }
    (texts, media)
}

/// Writes the relations of a part, and gives the identifiers of those that are gone.
fn relations(
    archive: &mut Archive<'_>,
    packer: &mut Packer<'_>,
    file: &str,
    folder: &str,
    kept: &BTreeSet<String>,
    limits: &Limits,
) -> Result<BTreeSet<String>, NoCopy> {
    let Some(text) = archive.read_text(file)? else {
        return Ok(BTreeSet::new());
    };
    let mut rules = RelationRules {
        folder,
        kept,
        gone: BTreeSet::new(),
    };
    let text = xml::filter(&text, &mut rules, limits.nesting)?;
    packer.put(file, text.as_bytes())?;
    Ok(rules.gone)
}

/// The list of types, without the parts that are gone and without the mark of programs.
struct TypeRules<'a> {
    kept: &'a BTreeSet<String>,
}

impl Rules for TypeRules<'_> {
    fn element(&mut self, element: &Element<'_, '_>) -> Fate {
        let stays = element.name() != "Override"
            || element
                .value("PartName")
                .is_some_and(|name| self.kept.contains(name.trim_start_matches('/')));
        if stays { Fate::Keep } else { Fate::Drop }
    }

    fn attribute<'v>(&mut self, _: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        if name != "ContentType" || !value.contains("macroEnabled") {
            return Some(Cow::Borrowed(value));
        }
        let office = "application/vnd.openxmlformats-officedocument.";
        let plain = if value.contains("word") {
            "wordprocessingml.document.main+xml"
        } else if value.contains("excel") {
            "spreadsheetml.sheet.main+xml"
        } else {
            "presentationml.presentation.main+xml"
        };
        Some(Cow::Owned(format!("{office}{plain}")))
    }
}
