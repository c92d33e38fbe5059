// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Office files, of both families: zip files of which known parts are read, cleaned and put into a new one. A part that
//! is not known to be content does not come along.

mod archive;
mod opendocument;
mod openxml;
mod part;
mod relations;
mod xml;

use self::archive::{Archive, Packer};
use crate::{Kind, Limits, NoCopy};

/// The Office file without metadata.
pub(crate) fn clean(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let archive = Archive::open(bytes, limits)?;
    match kind {
        Kind::Odt | Kind::Ods | Kind::Odp => opendocument::clean(archive, kind, limits),
        _ => openxml::clean(archive, kind, limits),
    }
}

/// Puts a picture into the copy, cleaned as any picture. One that can't be cleaned is left out.
fn picture(packer: &mut Packer<'_>, name: &str, bytes: &[u8], limits: &Limits) -> Result<bool, NoCopy> {
    let kind = crate::kind_of(bytes);
    match crate::image::clean(bytes, kind, limits) {
        Ok(cleaned) => packer.put(name, &cleaned).map(|()| true),
        Err(_no_copy) => Ok(false),
    }
}
