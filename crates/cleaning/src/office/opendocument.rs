// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! OpenDocument (OASIS ODF 1.3): text, spreadsheet, presentation.

use std::{borrow::Cow, collections::BTreeSet};

use super::{
    archive::{Archive, Packer},
    picture,
    relations::is_web_address,
    xml::{self, Element, Fate, Rules, in_attribute, local},
};
use crate::{Kind, Limits, NoCopy};

/// Parts of text that hold what a person sees. `meta.xml`, `settings.xml` (with the printer), thumbnails, programs and embedded
/// files are not among them.
const TEXTS: [&str; 2] = ["content.xml", "styles.xml"];

/// Folders with pictures.
const PICTURES: [&str; 3] = ["Pictures", "ObjectReplacements", "media"];

const MANIFEST: &str = "META-INF/manifest.xml";

/// The Office file with its known parts only.
pub(super) fn clean(mut archive: Archive<'_>, kind: Kind, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let manifest = archive.read_text(MANIFEST)?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(NoCopy::Encrypted);
    }
    let mut packer = Packer::new(limits);
    packer.store("mimetype", kind.media_type().as_bytes())?;
    let media: Vec<String> = archive
        .names()
        .filter(|name| {
            name.split('/')
                .next()
                .is_some_and(|folder| PICTURES.contains(&folder))
        })
        .map(str::to_owned)
        .collect();
    let mut files = Vec::new();
    let mut kept = BTreeSet::new();
    for name in media {
        let bytes = archive.read(&name)?.unwrap_or_default();
        if picture(&mut packer, &name, &bytes, limits)? {
            files.push((name.clone(), crate::kind_of(&bytes).media_type()));
            kept.insert(name);
        }
    }
    for name in TEXTS {
        let Some(text) = archive.read_text(name)? else {
            continue;
        };
        let text = xml::filter(&text, &mut ContentRules { kept: &kept }, limits.nesting)?;
        packer.put(name, text.as_bytes())?;
        files.push((name.to_owned(), "text/xml"));
    }
    if !files.iter().any(|(name, _)| name == "content.xml") {
        return Err(NoCopy::Damaged);
    }
    packer.put(MANIFEST, list(kind, &files).as_bytes())?;
    packer.finish()
}

/// The list of the files.
fn list(kind: Kind, files: &[(String, &str)]) -> String {
    let entry = |name: &str, media_type: &str| {
        let name = in_attribute(name);
        format!(
            " <manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{media_type}\"/>\n"
        )
    };
    let entries: String = files
        .iter()
        .map(|(name, media_type)| entry(name, media_type))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\n{}{entries}\
         </manifest:manifest>\n",
        entry("/", kind.media_type())
    )
}

/// Elements that go: who wrote and changed what, what was deleted, what is fetched, and what is run.
const GOES: &[&str] = &[
    "annotation",
    "annotation-end",
    "applet",
    "cell-range-source",
    "change",
    "change-end",
    "change-start",
    "creator",
    "dde-connection-decl",
    "dde-connection-decls",
    "dde-links",
    "dde-source",
    "event-listener",
    "event-listeners",
    "floating-frame",
    "forms",
    "meta",
    "object",
    "object-ole",
    "plugin",
    "scripts",
    "section-source",
    "table-source",
    "tracked-changes",
];

/// Fields that would show the metadata of the copy; the text that they show stays.
const FIELDS: &[&str] = &[
    "author-initials",
    "author-name",
    "creation-date",
    "creation-time",
    "dde-connection",
    "editing-cycles",
    "editing-duration",
    "file-name",
    "initial-creator",
    "modification-date",
    "modification-time",
    "printed-by",
];

struct ContentRules<'a> {
    /// Pictures that stay.
    kept: &'a BTreeSet<String>,
}

impl Rules for ContentRules<'_> {
    fn element(&mut self, element: &Element<'_, '_>) -> Fate {
        let name = element.name();
        if GOES.contains(&name) {
            return Fate::Drop;
        }
        if FIELDS.contains(&name) || name.starts_with("sender-") || name.starts_with("user-defined") {
            return Fate::Unwrap;
        }
        match element.value("href") {
            Some(target) if name == "a" && !is_web_address(&target) && !target.starts_with('#') => {
                Fate::Unwrap
            }
            Some(target) if name != "a" && !self.kept.contains(target.trim_start_matches("./")) => Fate::Drop,
            _ => Fate::Keep,
        }
    }

    fn attribute<'v>(&mut self, _: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        let own = local(name);
        let goes = own.ends_with("rsid") || matches!(own, "formula" | "author" | "filter-name");
        (!goes).then_some(Cow::Borrowed(value))
    }
}
