// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is taken out of the objects of a PDF (ISO 32000-2).

use lopdf::{Dictionary, Object};

use super::picture;
use crate::{Limits, NoCopy};

/// Entries that no page needs to be shown, wherever they stand.
const ENTRIES: &[&[u8]] = &[
    // About the document and its parts
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"CreationDate",
    b"ModDate",
    b"Author",
    b"Creator",
    b"CreatorInfo",
    b"Producer",
    b"Company",
    b"SourceModified",
    b"Threads",
    b"SpiderInfo",
    b"OutputIntents",
    b"UserProperties",
    b"AdditionalStreams",
    b"PTEX.FileName",
    b"PTEX.InfoDict",
    b"OPI",
    b"NM",
    // Files in the file, and earlier states
    b"EmbeddedFiles",
    b"EF",
    b"AF",
    b"Collection",
    b"Alternates",
    b"Thumb",
    b"XFA",
    b"DSS",
    b"Perms",
    b"Legal",
    b"Reference",
    b"Measure",
    // What a reader would do by itself
    b"OpenAction",
    b"AA",
    b"JavaScript",
    b"JS",
    b"Renditions",
    b"RichMediaContent",
    b"Requirements",
    b"Sound",
];

/// Actions that stay: going to a place in the document, and a web address that a person may click.
const ACTIONS: &[&[u8]] = &[b"GoTo", b"URI", b"Named"];

/// Values of `S` in actions that do something else (ISO 32000-2, table 201).
const OTHER_ACTIONS: &[&[u8]] = &[
    b"GoToR",
    b"GoToE",
    b"GoToDp",
    b"Launch",
    b"Thread",
    b"Sound",
    b"Movie",
    b"Hide",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"SetOCGState",
    b"Rendition",
    b"Trans",
    b"GoTo3DView",
    b"RichMediaExecute",
    b"JavaScript",
    b"AppendAttachment",
];

/// Kinds of dictionary of which nothing stays.
const TYPES: &[&[u8]] = &[
    b"Metadata",
    b"EmbeddedFile",
    b"Filespec",
    b"F",
    b"Sig",
    b"DocTimeStamp",
];

/// Annotations that hold a file, a film or a model, of which the outside stays.
const HOLDERS: &[&[u8]] = &[b"FileAttachment", b"Movie", b"Screen", b"RichMedia"];

/// Cleans one object with everything in it. The reader of PDF refuses more than a hundred levels.
pub(super) fn object(object: &mut Object, limits: &Limits) -> Result<(), NoCopy> {
    match object {
        Object::Array(items) => items.iter_mut().try_for_each(|item| self::object(item, limits)),
        Object::Dictionary(entries) => dictionary(entries, limits),
        Object::Stream(stream) => {
            let whole = stream.dict.get(b"Type").and_then(Object::as_name);
            if whole.is_ok_and(|name| TYPES.contains(&name)) {
                stream.dict = Dictionary::new();
                stream.set_content(Vec::new());
                return Ok(());
            }
            dictionary(&mut stream.dict, limits)?;
            // A stream that lies in another file would be fetched.
            for entry in [b"F".as_slice(), b"FFilter", b"FDecodeParms"] {
                stream.dict.remove(entry);
            }
            picture::clean(stream, limits)
        }
        _ => Ok(()),
    }
}

fn dictionary(entries: &mut Dictionary, limits: &Limits) -> Result<(), NoCopy> {
    let name = |entries: &Dictionary, key: &[u8]| {
        let value = entries.get(key).and_then(Object::as_name);
        value.map(<[u8]>::to_vec).unwrap_or_default()
    };
    let (kind, subtype, action) = (
        name(entries, b"Type"),
        name(entries, b"Subtype"),
        name(entries, b"S"),
    );
    let is_action = kind == b"Action" && !ACTIONS.contains(&action.as_slice());
    if is_action || OTHER_ACTIONS.contains(&action.as_slice()) || TYPES.contains(&kind.as_slice()) {
        *entries = Dictionary::new();
        return Ok(());
    }
    for entry in ENTRIES {
        entries.remove(entry);
    }
    if is_annotation(entries, &kind, &subtype) {
        // Who wrote it (T), its subject by the program, and when.
        for entry in [b"T".as_slice(), b"Subj", b"M", b"RC"] {
            entries.remove(entry);
        }
        if HOLDERS.contains(&subtype.as_slice()) {
            for entry in [b"FS".as_slice(), b"Movie", b"MK", b"A"] {
                entries.remove(entry);
            }
        }
    }
    if entries.has(b"ByteRange") {
        *entries = Dictionary::new(); // a signature, with the certificate of a person
        return Ok(());
    }
    for (_, value) in entries.iter_mut() {
        object(value, limits)?;
    }
    Ok(())
}

/// An annotation on a page; a field of a form needs its name.
fn is_annotation(entries: &Dictionary, kind: &[u8], subtype: &[u8]) -> bool {
    let on_a_page = kind == b"Annot" || (entries.has(b"Rect") && entries.has(b"Subtype"));
    on_a_page && subtype != b"Widget"
}
