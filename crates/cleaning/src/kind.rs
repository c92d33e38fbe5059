// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a file is, by its content. Neither its name nor what the sender declares counts.

use memchr::memmem;

use crate::text;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A photo.
    Jpeg,
    /// A picture.
    Png,
    /// A picture, maybe a moving one.
    Gif,
    /// A picture.
    WebP,
    /// A picture.
    Bmp,
    /// A scan or a photo without loss; its copy is a PNG, which every browser shows.
    Tiff,
    /// HEIC and the like.
    OtherPicture,
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
    /// Office of before 2007, or with a password.
    OldOffice,
    /// Text without mark-up, such as CSV.
    Text,
    /// HTML, SVG, XML.
    Markup,
    /// A mail.
    Mail,
    /// zip, rar, 7z and the like.
    Archive,
    /// Film.
    Video,
    /// Sound.
    Audio,
    /// Something that can be run.
    Program,
    /// None of these.
    Unknown,
}

impl Kind {
    /// The media type of a copy of this kind.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Bmp => "image/bmp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Text => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    /// The endings of names that belong to it; the first is given to a copy of a file with another.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Gif => &["gif"],
            Self::WebP => &["webp"],
            Self::Bmp => &["bmp"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
            Self::Text => &["txt", "csv", "ics", "vcf"],
            _ => &[],
        }
    }

    /// The kind of a copy of a file of this kind.
    pub(crate) fn copied_as(self) -> Self {
        if self == Self::Tiff { Self::Png } else { self }
    }

    /// The kind of a copy by its media type.
    pub fn of_copy(media_type: &str) -> Option<Self> {
        const COPIED: [Kind; 13] = [
            Kind::Jpeg,
            Kind::Png,
            Kind::Gif,
            Kind::WebP,
            Kind::Bmp,
            Kind::Pdf,
            Kind::Docx,
            Kind::Xlsx,
            Kind::Pptx,
            Kind::Odt,
            Kind::Ods,
            Kind::Odp,
            Kind::Text,
        ];
        COPIED.into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// The ending of the name of a copy of this kind: that of the file's name where it tells the truth.
    pub fn ending(self, name: &str) -> &'static str {
        let endings = self.endings();
        let given = name.rsplit_once('.').map(|(_, given)| given);
        let right = |ending: &&&str| given.is_some_and(|given| given.eq_ignore_ascii_case(ending));
        let found = endings.iter().find(right).or(endings.first());
        found.copied().unwrap_or_default()
    }
}

/// How far into a file readers of PDF look for its first line.
const PDF_HEAD: usize = 1024;

/// What a file is, by its content.
pub fn kind_of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") {
        return in_zip(bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Kind::OldOffice;
    }
    let found = infer::get(bytes).map_or(Kind::Unknown, |found| named(found.mime_type()));
    // Two letters can begin a text as well as a file of these kinds.
    let short = matches!(found, Kind::Bmp | Kind::Program) && text::kind(bytes) == Kind::Text;
    if found != Kind::Unknown && !short {
        return found;
    }
    if memmem::find(bytes.get(..PDF_HEAD).unwrap_or(bytes), b"%PDF-").is_some() {
        return Kind::Pdf;
    }
    text::kind(bytes)
}

/// The kind for a media type that the first bytes showed.
fn named(media_type: &str) -> Kind {
    match media_type {
        "image/jpeg" => Kind::Jpeg,
        "image/png" => Kind::Png,
        "image/gif" => Kind::Gif,
        "image/webp" => Kind::WebP,
        "image/bmp" => Kind::Bmp,
        "image/tiff" => Kind::Tiff,
        "application/pdf" => Kind::Pdf,
        "application/msword"
        | "application/vnd.ms-excel"
        | "application/vnd.ms-powerpoint"
        | "application/x-ole-storage"
        | "application/rtf"
        | "text/rtf" => Kind::OldOffice,
        "application/vnd.microsoft.portable-executable"
        | "application/x-msdownload"
        | "application/x-executable"
        | "application/x-mach-binary"
        | "application/wasm"
        | "application/java-vm"
        | "application/x-dex"
        | "text/x-shellscript" => Kind::Program,
        "text/html" | "text/xml" | "image/svg+xml" => Kind::Markup,
        "message/rfc822" => Kind::Mail,
        other => match other.split('/').next() {
            Some("image") => Kind::OtherPicture,
            Some("video") => Kind::Video,
            Some("audio") => Kind::Audio,
            Some("application") => Kind::Archive,
            _ => Kind::Unknown,
        },
    }
}

/// What a zip file is: the names of the files in it stand there as they are.
fn in_zip(bytes: &[u8]) -> Kind {
    // OpenDocument: the first file is named "mimetype", and holds it uncompressed.
    let head = bytes.get(30..200.min(bytes.len())).unwrap_or_default();
    if let Some(media_type) = head.strip_prefix(b"mimetype") {
        for (kind, name) in [
            (Kind::Odt, "text"),
            (Kind::Ods, "spreadsheet"),
            (Kind::Odp, "presentation"),
        ] {
            let wanted = format!("application/vnd.oasis.opendocument.{name}");
            if memmem::find(media_type, wanted.as_bytes()).is_some_and(|at| at < 40) {
                return kind;
            }
        }
        return Kind::Archive;
    }
    if memmem::find(bytes, b"[Content_Types].xml").is_none() {
        return Kind::Archive;
    }
    let main_parts: [(Kind, &[u8]); 3] = [
        (Kind::Docx, b"word/document"),
        (Kind::Xlsx, b"xl/workbook"),
        (Kind::Pptx, b"ppt/presentation"),
    ];
    main_parts
        .into_iter()
        .find(|(_, part)| memmem::find(bytes, part).is_some())
        .map_or(Kind::Archive, |(kind, _)| kind)
}
