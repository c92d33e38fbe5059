// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `winmail.dat`: files and text out of the TNEF container that Outlook sends (MS-OXTNEF, MS-OXCDATA).
//!
//! Read are the attachments with their names and the text as plain text or HTML. A text that exists as compressed RTF only is
//! not read: Exchange puts the same text in the mail beside the container.

use super::decode;

const SIGNATURE: u32 = 0x223E_9F78;

// attributes of the container (MS-OXTNEF 2.1.3.2)
const ATTACHMENT_BEGINS: u32 = 0x0006_9002;
const ATTACHMENT_TITLE: u32 = 0x0001_8010;
const ATTACHMENT_DATA: u32 = 0x0006_800F;
const ATTACHMENT_PROPERTIES: u32 = 0x0006_9005;
const MESSAGE_BODY: u32 = 0x0002_800C;
const MESSAGE_PROPERTIES: u32 = 0x0006_9003;
const CODE_PAGE: u32 = 0x0006_9007;

// properties (MS-OXPROPS)
const LONG_FILE_NAME: u16 = 0x3707;
const FILE_NAME: u16 = 0x3704;
const MIME_TAG: u16 = 0x370E;
const BODY: u16 = 0x1000;
const BODY_HTML: u16 = 0x1013;

/// One file in the container.
pub(super) struct PackedFile {
    pub(super) name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// What a container holds.
pub(super) struct Container {
    pub(super) files: Vec<PackedFile>,
    pub(super) text: Option<String>,
    pub(super) html: Option<String>,
}

/// Reads a container; `None` if it isn't one. What comes before a tear is kept.
pub(super) fn read(bytes: &[u8]) -> Option<Container> {
    let mut input = Input(bytes);
    if input.u32()? != SIGNATURE {
        return None;
    }
    input.u16()?; // the key
    let mut container = Container {
        files: Vec::new(),
        text: None,
        html: None,
    };
    let mut charset = "windows-1252".to_owned();
    while let Some((attribute, data)) = input.attribute() {
        match attribute {
            CODE_PAGE => {
                if let Some(page) = Input(data).u32() {
                    charset = if page == 65001 {
                        "utf-8".to_owned()
                    } else {
                        format!("windows-{page}")
                    };
                }
            }
            MESSAGE_BODY => container.text = Some(string(&charset, data)),
            MESSAGE_PROPERTIES => {
                for property in properties(data) {
                    match property.id {
                        BODY => container.text = Some(property.text(&charset)),
                        BODY_HTML => container.html = Some(property.text(&charset)),
                        _ => {}
                    }
                }
            }
            ATTACHMENT_BEGINS => container.files.push(PackedFile {
                name: None,
                media_type: None,
                bytes: Vec::new(),
            }),
            _ => {
                if let Some(file) = container.files.last_mut() {
                    file.add(attribute, data, &charset);
                }
            }
        }
    }
    container.files.retain(|file| !file.bytes.is_empty());
    Some(container)
}

impl PackedFile {
    fn add(&mut self, attribute: u32, data: &[u8], charset: &str) {
        match attribute {
            ATTACHMENT_TITLE if self.name.is_none() => self.name = Some(string(charset, data)),
            ATTACHMENT_DATA => self.bytes = data.to_vec(),
            ATTACHMENT_PROPERTIES => {
                for property in properties(data) {
                    match property.id {
                        LONG_FILE_NAME => self.name = Some(property.text(charset)),
                        FILE_NAME if self.name.is_none() => self.name = Some(property.text(charset)),
                        MIME_TAG => self.media_type = Some(property.text(charset).to_ascii_lowercase()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// A text up to its first zero byte.
fn string(charset: &str, bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    decode::charset(Some(charset), bytes.get(..end).unwrap_or_default())
}

/// One property with the bytes of its (first) value.
struct Property<'x> {
    id: u16,
    unicode: bool,
    value: &'x [u8],
}

impl Property<'_> {
    fn text(&self, charset: &str) -> String {
        if !self.unicode {
            return string(charset, self.value);
        }
        let units = self
            .value
            .chunks_exact(2)
            .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
            .map(u16::from_le_bytes);
        let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        String::from_utf16_lossy(&units)
    }
}

/// The properties in an attribute (MS-OXTNEF 2.1.3.4), up to the first that can't be read.
fn properties(data: &[u8]) -> Vec<Property<'_>> {
    let mut input = Input(data);
    let count = input.u32().unwrap_or(0);
    (0..count).map_while(|_| input.property()).collect()
}

/// Bytes still to be read, in the byte order of Windows.
struct Input<'x>(&'x [u8]);

impl<'x> Input<'x> {
    fn take(&mut self, length: usize) -> Option<&'x [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    fn length(&mut self) -> Option<usize> {
        self.u32().and_then(|length| usize::try_from(length).ok())
    }

    /// Level, identifier, length, data, checksum. The checksum is no security, and wrong in some real files: not compared.
    fn attribute(&mut self) -> Option<(u32, &'x [u8])> {
        self.take(1)?;
        let attribute = self.u32()?;
        let length = self.length()?;
        let data = self.take(length)?;
        self.u16()?;
        Some((attribute, data))
    }

    /// A length, so many bytes, and zeros up to a multiple of four.
    fn padded(&mut self) -> Option<&'x [u8]> {
        let length = self.length()?;
        let value = self.take(length)?;
        self.take(length.wrapping_neg() % 4)?;
        Some(value)
    }

    fn property(&mut self) -> Option<Property<'x>> {
        let kind = self.u16()?;
        let id = self.u16()?;
        if id >= 0x8000 {
            self.take(16)?; // the set of names
            if self.u32()? == 0 {
                self.u32()?;
            } else {
                self.padded()?;
            }
        }
        let several = kind & 0x1000 != 0;
        let kind = kind & 0x0FFF;
        // texts, bytes and objects always have a count; numbers only as a list (MS-OXCDATA 2.11.1)
        let fixed = match kind {
            0x02..=0x04 | 0x0A | 0x0B => Some(4),
            0x05..=0x07 | 0x14 | 0x40 => Some(8),
            0x48 => Some(16),
            0x0D | 0x1E | 0x1F | 0x102 => None,
            _ => return None,
        };
        let count = if several || fixed.is_none() {
            self.u32()?
        } else {
            1
        };
        let mut first = None;
        for _ in 0..count {
            let value = if let Some(size) = fixed {
                self.take(size)?
            } else {
                self.padded()?
            };
            first = first.or(Some(value));
        }
        Some(Property {
            id,
            unicode: kind == 0x1F,
            value: first.unwrap_or_default(),
        })
    }
}
