// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What goes out of a part of Word, Excel and PowerPoint: names, dates, earlier versions, and what would be fetched or run.

use std::{borrow::Cow, collections::BTreeSet};

use super::xml::{Element, Fate, Rules, local};
use crate::Kind;

/// Elements that go, of all three.
const OF_ALL: &[&str] = &[
    "absPath",
    "attachedTemplate",
    "audioFile",
    "creationId",
    "custDataLst",
    "documentProtection",
    "externalData",
    "media",
    "modifyVerifier",
    "quickTimeFile",
    "snd",
    "tags",
    "videoFile",
    "wavAudioFile",
    "writeProtection",
    "docId",
];

/// Elements that go out of Word: what was deleted, and who changed, said or sent what.
const OF_WORD: &[&str] = &[
    "altChunk",
    "annotationRef",
    "attachedSchema",
    "cellDel",
    "cellIns",
    "cellMerge",
    "commentRangeEnd",
    "commentRangeStart",
    "commentReference",
    "control",
    "customXmlDelRangeEnd",
    "customXmlDelRangeStart",
    "customXmlInsRangeEnd",
    "customXmlInsRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveToRangeEnd",
    "customXmlMoveToRangeStart",
    "dataBinding",
    "del",
    "delInstrText",
    "delText",
    "docVars",
    "embedBold",
    "embedBoldItalic",
    "embedItalic",
    "embedRegular",
    "ffData",
    "mailMerge",
    "moveFrom",
    "moveFromRangeEnd",
    "moveFromRangeStart",
    "moveToRangeEnd",
    "moveToRangeStart",
    "numberingChange",
    "OLEObject",
    "pPrChange",
    "permEnd",
    "permStart",
    "proofErr",
    "rPrChange",
    "rsids",
    "saveThroughXslt",
    "sectPrChange",
    "tblGridChange",
    "tblPrChange",
    "tblPrExChange",
    "tcPrChange",
    "trPrChange",
    "trackRevisions",
    // Hidden text shows in the copy: whoever releases it must see what is in it.
    "specVanish",
    "vanish",
    "webHidden",
];

/// Elements of Word that go while their content stays: what was inserted, moved here, or marked as the name of a person.
const UNWRAPPED: &[&str] = &["ins", "moveTo", "smartTag", "customXml"];

/// Elements that go out of Excel. Formulas of cells go as well: a cell keeps the value that was seen, and nothing is computed
/// or fetched by opening the copy.
const OF_EXCEL: &[&str] = &[
    "calcPr",
    "conditionalFormatting",
    "controls",
    "customProperties",
    "customWorkbookViews",
    "dataValidations",
    "definedNames",
    "extLst",
    "externalReferences",
    "fileRecoveryPr",
    "fileSharing",
    "fileVersion",
    "legacyDrawing",
    "legacyDrawingHF",
    "oleObjects",
    "pivotCaches",
    "revisionPtr",
    "tableParts",
    "webPublishItems",
    "webPublishing",
    "workbookProtection",
];

/// Elements that go out of PowerPoint.
const OF_POWERPOINT: &[&str] = &["cmAuthorLst", "oleObj", "control", "controls"];

/// First words of the fields of Word that are computed anew when the copy is opened; others keep the text they show.
const FIELDS: &[&str] = &[
    "PAGE",
    "NUMPAGES",
    "SECTION",
    "SECTIONPAGES",
    "PAGEREF",
    "REF",
    "NOTEREF",
    "SEQ",
    "TOC",
];

/// The rules for one part.
pub(super) struct PartRules<'a> {
    kind: Kind,
    /// Whether it holds cells.
    is_sheet: bool,
    /// Relations that are gone.
    gone: &'a BTreeSet<String>,
}

impl<'a> PartRules<'a> {
    pub(super) fn new(kind: Kind, part: &str, gone: &'a BTreeSet<String>) -> Self {
        Self {
            kind,
            is_sheet: part.starts_with("xl/worksheets/"),
            gone,
        }
    }

    fn goes(&self, name: &str) -> bool {
        let of_kind: &[&str] = match self.kind {
            Kind::Docx => OF_WORD,
            Kind::Xlsx => OF_EXCEL,
            _ => OF_POWERPOINT,
        };
        OF_ALL.contains(&name) || of_kind.contains(&name) || (self.is_sheet && name == "f")
    }
}

impl Rules for PartRules<'_> {
    fn element(&mut self, element: &Element<'_, '_>) -> Fate {
        let name = element.name();
        if self.goes(name) {
            return Fate::Drop;
        }
        if self.kind == Kind::Docx && UNWRAPPED.contains(&name) {
            return Fate::Unwrap;
        }
        if name == "fldSimple" && !element.value("instr").is_some_and(|field| is_computed(&field)) {
            return Fate::Unwrap;
        }
        let leads_nowhere = element
            .attributes()
            .any(|(name, value)| local(name) == "id" && name.contains(':') && self.gone.contains(&*value));
        match (leads_nowhere, name) {
            (false, _) => Fate::Keep,
            (true, "hyperlink") => Fate::Unwrap,
            (true, _) => Fate::Drop,
        }
    }

    fn attribute<'v>(&mut self, element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        let own = local(name);
        // Numbers of editing sessions and of objects, by which two files of one author can be told.
        if own.starts_with("rsid")
            || matches!(
                own,
                "author" | "initials" | "userName" | "paraId" | "textId" | "uid" | "durableId"
            )
            || matches!(own, "cm" | "vm") && element == "c"
            || own == "date" && name.contains(':')
        {
            return None;
        }
        // A relation that is gone, in an attribute without which the element is still right.
        if name.contains(':')
            && matches!(own, "embed" | "link" | "pict" | "href")
            && self.gone.contains(value)
        {
            return None;
        }
        // The name of a file on somebody's machine.
        let named = matches!(element, "cNvPr" | "docPr");
        let path = value.contains(['\\', '/']);
        match own {
            "name" if named => Some(Cow::Borrowed("")),
            "descr" | "title" if named && path => None,
            "title" | "href" | "src" | "althref" if matches!(element, "imagedata" | "fill") => None,
            "codeName" => None,
            _ => Some(Cow::Borrowed(value)),
        }
    }

    fn text(&mut self, element: &str, text: &str) -> bool {
        element != "instrText" || text.trim().is_empty() || is_computed(text)
    }
}

/// Whether a field may be computed anew: it shows numbers of this file only.
fn is_computed(field: &str) -> bool {
    let first = field.split_whitespace().next().unwrap_or_default();
    FIELDS.iter().any(|known| first.eq_ignore_ascii_case(known))
}
