// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! PDF: the objects are read, cleaned and written anew, without those that no page leads to and without earlier versions.

mod picture;
mod scrub;

use lopdf::{Dictionary, Document, Error, LoadOptions, Object, ObjectId};
use memchr::memmem;

use crate::{Limits, NoCopy};

/// The most that one stream of objects may unpack to. Programs put one or two hundred objects into each.
const OBJECT_STREAM: usize = 4 << 20;

/// One object takes at least ten bytes; a file may have a hundred times as many objects as another may have parts.
const OBJECTS_PER_PART: usize = 100;

/// The PDF without metadata.
pub(crate) fn clean(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let mut document = load(bytes, limits)?;
    // What is not reached from here is left behind: information about the document, identifiers, earlier versions.
    let root = document.trailer.get(b"Root").and_then(Object::as_reference);
    let root = root.map_err(|_no_root| NoCopy::Damaged)?;
    let mut trailer = Dictionary::new();
    trailer.set("Root", root);
    document.trailer = trailer;
    document.binary_mark = vec![0xbb, 0xad, 0xc0, 0xde];
    for object in document.objects.values_mut() {
        scrub::object(object, limits)?;
    }
    if document.page_iter().next().is_none() {
        return Err(NoCopy::Damaged);
    }
    document.prune_objects();
    renumber(&mut document);
    let mut copy = Vec::new();
    document.save_to(&mut copy).map_err(|_io| NoCopy::Damaged)?;
    Ok(copy)
}

fn load(bytes: &[u8], limits: &Limits) -> Result<Document, NoCopy> {
    let objects = memmem::find_iter(bytes, b" obj").take(limits.parts * OBJECTS_PER_PART + 1);
    if objects.count() > limits.parts * OBJECTS_PER_PART {
        return Err(NoCopy::TooManyParts);
    }
    let options = LoadOptions {
        max_decompressed_size: Some(OBJECT_STREAM.min(limits.part)),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(reason)?;
    // One without a password that only forbids changes counts as well: it asks that nobody makes another of it.
    if document.was_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(NoCopy::Encrypted);
    }
    Ok(document)
}

#[expect(clippy::needless_pass_by_value, reason = "stands in map_err")]
fn reason(error: Error) -> NoCopy {
    match error {
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => NoCopy::UnpacksTooLarge,
        Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => {
            NoCopy::Encrypted
        }
        _ => NoCopy::Damaged,
    }
}

/// Numbers of objects from one upwards: gaps would tell how much was taken out.
fn renumber(document: &mut Document) {
    let highest = document
        .objects
        .keys()
        .next_back()
        .map_or(0, |id: &ObjectId| id.0);
    document.max_id = highest;
    document.renumber_objects();
}
