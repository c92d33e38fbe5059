// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures in a PDF: a photo is there as the whole JPEG that the camera made, with place and device.

use lopdf::{Object, Stream};

use crate::{Limits, NoCopy, jpeg};

/// Takes the metadata out of a stream that holds a JPEG or JPEG 2000.
pub(super) fn clean(stream: &mut Stream, limits: &Limits) -> Result<(), NoCopy> {
    let filters: Vec<Vec<u8>> = match stream.dict.get(b"Filter") {
        Ok(Object::Name(name)) => vec![name.clone()],
        Ok(Object::Array(names)) => names
            .iter()
            .filter_map(|name| name.as_name().ok().map(<[u8]>::to_vec))
            .collect(),
        _ => return Ok(()),
    };
    let Some((last, before)) = filters.split_last() else {
        return Ok(());
    };
    let strip: fn(&[u8]) -> Option<Vec<u8>> = match last.as_slice() {
        b"DCTDecode" | b"DCT" => jpeg::strip,
        b"JPXDecode" => strip_jpeg_2000,
        _ => return Ok(()),
    };
    let packed = if before.is_empty() {
        std::mem::take(&mut stream.content)
    } else {
        let mut outer = Stream::new(lopdf::Dictionary::new(), std::mem::take(&mut stream.content));
        let names = before.iter().map(|name| Object::Name(name.clone())).collect();
        outer.dict.set("Filter", Object::Array(names));
        if let Ok(Object::Array(parameters)) = stream.dict.get(b"DecodeParms") {
            outer.dict.set("DecodeParms", Object::Array(parameters.clone()));
        }
        let unpacked = outer.decompressed_content_with_limit(limits.part);
        unpacked.map_err(|_not_unpacked| NoCopy::UnpacksTooLarge)?
    };
    // A JPEG that can't be walked through would keep what is in it: the page shows an empty place instead.
    stream.set_content(strip(&packed).unwrap_or_default());
    stream.dict.set("Filter", Object::Name(last.clone()));
    if let Ok(Object::Array(parameters)) = stream.dict.get(b"DecodeParms") {
        let of_last = parameters.last().cloned().unwrap_or(Object::Null);
        stream.dict.set("DecodeParms", of_last);
    }
    Ok(())
}

/// The boxes of a JPEG 2000 file (ISO 15444-1, annex I) that a decoder needs. A bare codestream may hold comments only in
/// its main header, which are cut off by nobody: it stays as it is.
fn strip_jpeg_2000(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(b"\xff\x4f\xff\x51") {
        return Some(bytes.to_vec());
    }
    let (mut rest, mut copy) = (bytes, Vec::with_capacity(bytes.len()));
    while !rest.is_empty() {
        let head: [u8; 8] = rest.get(..8)?.try_into().ok()?;
        let [a, b, c, d, kind @ ..] = head;
        let length = match u32::from_be_bytes([a, b, c, d]) {
            0 => rest.len(),
            1 => {
                let long: [u8; 8] = rest.get(8..16)?.try_into().ok()?;
                usize::try_from(u64::from_be_bytes(long)).ok()?
            }
            length => usize::try_from(length).ok()?,
        };
        let (whole, after) = rest.split_at_checked(length)?;
        if length < 8 {
            return None;
        }
        if matches!(&kind, b"jP  " | b"ftyp" | b"jp2h" | b"jp2c") {
            copy.extend_from_slice(whole);
        }
        rest = after;
    }
    Some(copy)
}
