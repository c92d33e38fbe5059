// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The zip file around an Office file: read within limits, written with constant dates.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _, Write as _},
};

use memchr::memmem;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{Limits, NoCopy};

/// A zip file that is read.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: BTreeMap<String, usize>,
    limits: &'a Limits,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl<'a> Archive<'a> {
    /// Reads the list of files.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, NoCopy> {
        // Before anything is made of it: the reader keeps all entries in memory.
        let entries = memmem::find_iter(bytes, b"PK\x01\x02").take(limits.parts + 1);
        if entries.count() > limits.parts {
            return Err(NoCopy::TooManyParts);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(reason)?;
        let mut names = BTreeMap::new();
        for index in 0..zip.len() {
            let file = zip.by_index_raw(index).map_err(reason)?;
            if file.encrypted() {
                return Err(NoCopy::Encrypted);
            }
            let name = file.name().map_err(reason)?.into_owned();
            let plain = name.split('/').all(|part| part != ".." && !part.contains('\\'));
            if !name.ends_with('/') && plain {
                names.entry(name).or_insert(index);
            }
        }
        let by_ratio = bytes.len().saturating_mul(limits.ratio).saturating_add(1 << 20);
        Ok(Self {
            zip,
            names,
            limits,
            left: limits.unpacked.min(by_ratio),
        })
    }

    /// The names of all files.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The content of a file, if there is one.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, NoCopy> {
        let Some(index) = self.names.get(name) else {
            return Ok(None);
        };
        let file = self.zip.by_index(*index).map_err(reason)?;
        let most = self.left.min(self.limits.part);
        let mut bytes = Vec::new();
        let read = file.take(most as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|_torn| NoCopy::Damaged)?;
        if bytes.len() > most {
            return Err(NoCopy::UnpacksTooLarge);
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }

    /// The content of a part of text.
    pub(super) fn read_text(&mut self, name: &str) -> Result<Option<String>, NoCopy> {
        let bytes = self.read(name)?;
        bytes.map(text).transpose()
    }
}

fn text(bytes: Vec<u8>) -> Result<String, NoCopy> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let rest = bytes.get(mark..).unwrap_or_default();
            Ok(encoding.decode_without_bom_handling(rest).0.into_owned())
        }
        None => String::from_utf8(bytes).map_err(|_not_utf8| NoCopy::Damaged),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "stands in map_err")]
fn reason(error: ZipError) -> NoCopy {
    match error {
        ZipError::InvalidPassword => NoCopy::Encrypted,
        ZipError::UnsupportedArchive(why) if why.contains("assword") => NoCopy::Encrypted,
        _ => NoCopy::Damaged,
    }
}

/// A zip file that is written.
pub(super) struct Packer<'a> {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    limits: &'a Limits,
    packed: usize,
}

impl<'a> Packer<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            limits,
            packed: 0,
        }
    }

    /// Adds a file.
    pub(super) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), NoCopy> {
        self.add(name, bytes, CompressionMethod::Deflated)
    }

    /// Adds a file as it is, as OpenDocument asks of the first.
    pub(super) fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), NoCopy> {
        self.add(name, bytes, CompressionMethod::Stored)
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), NoCopy> {
        self.packed += bytes.len();
        if self.packed > self.limits.unpacked {
            return Err(NoCopy::UnpacksTooLarge);
        }
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.zip
            .start_file(name, options)
            .map_err(|_zip| NoCopy::Damaged)?;
        self.zip.write_all(bytes).map_err(|_zip| NoCopy::Damaged)
    }

    /// The zip file.
    pub(super) fn finish(self) -> Result<Vec<u8>, NoCopy> {
        let written = self.zip.finish().map_err(|_zip| NoCopy::Damaged)?;
        Ok(written.into_inner())
    }
}
