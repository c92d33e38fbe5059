// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! From a document to an OpenDocument text, for who still wants to change something in it. Headings, tables and alternative texts stay what they
//! are; the house style is that of the PDF as far as a word processor has it.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use meldroute_core::{
    configuration::text::Language,
    paper::{Block, Cell, Column, Document},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::PrintError;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";
const TEXT: &str = "application/vnd.oasis.opendocument.text";
/// The width of the page within its margins, in tenths of millimetres.
const WIDTH: u32 = 1660;

/// Writes a document as an OpenDocument text.
pub fn to_odt(document: &Document) -> Result<Vec<u8>, PrintError> {
    let mut body = Body::default();
    for block in &document.blocks {
        body.block(block);
    }
    let mut parts = vec![
        ("mimetype".to_owned(), TEXT.to_owned()),
        ("META-INF/manifest.xml".to_owned(), manifest(&body.pictures)),
        ("styles.xml".to_owned(), styles(document)),
        ("meta.xml".to_owned(), meta(document)),
        ("content.xml".to_owned(), content(document, &body)),
    ];
    for (number, svg) in (1..).zip(body.pictures) {
        parts.push((format!("Pictures/{number}.svg"), svg));
    }
    packed(&parts).ok_or(PrintError::Standard)
}

fn packed(parts: &[(String, String)]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // OpenDocument asks that its type can be read without unpacking.
        let method = if name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        zip.start_file(name.as_str(), options).ok()?;
        zip.write_all(text.as_bytes()).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// The text as it grows.
#[derive(Default)]
struct Body {
    text: String,
    pictures: Vec<String>,
    tables: u32,
    /// Whether what follows begins on a new page.
    breaks: bool,
}

impl Body {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        let text = lines(text);
        let style = if std::mem::take(&mut self.breaks) {
            "Nieuwe_20_bladzijde"
        } else {
            style
        };
        // Writing to a text does not fail.
        let _ = write!(self.text, "<text:p text:style-name=\"{style}\">{text}</text:p>");
    }

    fn paragraphs(&mut self, style: &str, text: &str) {
        for one in text.split("\n\n") {
            self.paragraph(style, one);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                let text = lines(text);
                let _ = write!(
                    self.text,
                    "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">{text}</text:h>"
                );
            }
            Block::Paragraph { text } => self.paragraphs("Text_20_body", text),
            Block::Quote { text } => self.paragraphs("Quotations", text),
            Block::Note { text } => self.paragraphs("Let_20_op", text),
            Block::List { items } => {
                self.put("<text:list text:style-name=\"Punten\">");
                for item in items {
                    let item = lines(item);
                    let _ = write!(
                        self.text,
                        "<text:list-item><text:p text:style-name=\"Text_20_body\">{item}</text:p></text:list-item>"
                    );
                }
                self.put("</text:list>");
            }
            Block::Facts { caption, rows } => {
                let columns = [Column::new("", 2), Column::new("", 5)];
                let rows: Vec<Vec<Cell>> = rows
                    .iter()
                    .map(|(name, value)| vec![name.as_str().into(), value.as_str().into()])
                    .collect();
                self.table(caption, &columns, &rows, false);
            }
            Block::Table {
                caption,
                columns,
                rows,
            } => self.table(caption, columns, rows, true),
            Block::Picture {
                svg,
                alternative,
                caption,
            } => self.picture(svg, alternative, caption),
            Block::Break => self.breaks = true,
        }
    }

    fn table(&mut self, caption: &str, columns: &[Column], rows: &[Vec<Cell>], headed: bool) {
        self.tables += 1;
        if headed {
            self.paragraph("Bijschrift", caption);
        }
        let (number, name) = (self.tables, escaped(caption));
        let _ = write!(
            self.text,
            "<table:table table:name=\"Tabel {number}\" table:style-name=\"Tabel\"><table:title>{name}</table:title>"
        );
        for column in columns {
            let share = column.share.clamp(1, 9);
            let _ = write!(
                self.text,
                "<table:table-column table:style-name=\"Kolom{share}\"/>"
            );
        }
        if headed {
            self.put("<table:table-header-rows><table:table-row>");
            for column in columns {
                let title = lines(&column.title);
                let _ = write!(
                    self.text,
                    "<table:table-cell table:style-name=\"Kop\" office:value-type=\"string\"><text:p text:style-name=\"Celkop\">{title}</text:p></table:table-cell>"
                );
            }
            self.put("</table:table-row></table:table-header-rows>");
        }
        for row in rows {
            self.put("<table:table-row>");
            for (at, cell) in row.iter().enumerate() {
                let style = if at == 0 || cell.strong { "Celkop" } else { "Cel" };
                let text = lines(&cell.text);
                let _ = write!(
                    self.text,
                    "<table:table-cell table:style-name=\"Vak\" office:value-type=\"string\"><text:p text:style-name=\"{style}\">{text}</text:p></table:table-cell>"
                );
            }
            self.put("</table:table-row>");
        }
        self.put("</table:table>");
        self.paragraph("Cel", "");
    }

    fn picture(&mut self, svg: &str, alternative: &str, caption: &str) {
        self.pictures.push(svg.to_owned());
        let number = self.pictures.len();
        let (title, alternative) = (escaped(caption), escaped(alternative));
        let (width, height) = size(svg);
        let _ = write!(
            self.text,
            "<text:p text:style-name=\"Text_20_body\"><draw:frame draw:name=\"Beeld {number}\" text:anchor-type=\"as-char\" \
             svg:width=\"{width}mm\" svg:height=\"{height}mm\"><draw:image xlink:href=\"Pictures/{number}.svg\" xlink:type=\"simple\" \
             xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/svg+xml\"/><svg:title>{title}</svg:title>\
             <svg:desc>{alternative}</svg:desc></draw:frame></text:p>"
        );
        self.paragraph("Bijschrift", caption);
    }
}

/// How large a drawing is on the page: as wide as the text, and as high as that asks.
fn size(svg: &str) -> (String, String) {
    let view = svg
        .split("viewBox=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let mut sides = view
        .unwrap_or_default()
        .split(' ')
        .skip(2)
        .map(|side| side.parse::<u32>().unwrap_or(1).max(1));
    let (wide, high) = (sides.next().unwrap_or(1), sides.next().unwrap_or(1));
    let millimetres = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
    (millimetres(WIDTH), millimetres(WIDTH * high / wide))
}

fn content(document: &Document, body: &Body) -> String {
    let mut shares = String::new();
    for share in 1..=9 {
        let _ = write!(
            shares,
            "<style:style style:name=\"Kolom{share}\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"{share}*\"/></style:style>"
        );
    }
    let title = escaped(&document.title);
    format!(
        "{HEAD}<office:document-content {NAMES}><office:automatic-styles>{shares}\
         <style:style style:name=\"Tabel\" style:family=\"table\"><style:table-properties style:width=\"166mm\" table:align=\"margins\"/></style:style>\
         <style:style style:name=\"Vak\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"1.2mm\" fo:border-bottom=\"0.5pt solid #b9c2cf\"/></style:style>\
         <style:style style:name=\"Kop\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"1.2mm\" fo:background-color=\"#f4f6f9\" fo:border-bottom=\"1pt solid #14305c\"/></style:style>\
         <text:list-style style:name=\"Punten\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"><style:list-level-properties \
         text:space-before=\"2mm\" text:min-label-width=\"4mm\"/></text:list-level-style-bullet></text:list-style>\
         </office:automatic-styles><office:body><office:text><text:h text:style-name=\"Title\" text:outline-level=\"1\">{title}</text:h>{}</office:text></office:body></office:document-content>",
        body.text
    )
}

/// The styles by their names.
fn named_styles() -> String {
    let heading = |name: &str, size: &str, above: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"{above}\" \
             fo:margin-bottom=\"2.5mm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"{size}\" fo:font-weight=\"bold\" fo:color=\"#14305c\"/></style:style>"
        )
    };
    let plain = |name: &str, paragraph: &str, text: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties {paragraph}/>\
             <style:text-properties {text}/></style:style>"
        )
    };
    [
        heading("Title", "21pt", "0mm"),
        heading("Heading_20_1", "14pt", "7mm"),
        heading("Heading_20_2", "11.5pt", "5mm"),
        heading("Heading_20_3", "10pt", "4mm"),
        plain("Text_20_body", "fo:margin-bottom=\"2.5mm\"", "fo:font-size=\"10pt\""),
        plain(
            "Nieuwe_20_bladzijde",
            "fo:margin-bottom=\"2.5mm\" fo:break-before=\"page\"",
            "fo:font-size=\"10pt\"",
        ),
        plain(
            "Quotations",
            "fo:margin-left=\"5mm\" fo:margin-bottom=\"2.5mm\"",
            "fo:font-size=\"10pt\"",
        ),
        plain(
            "Let_20_op",
            "fo:margin-bottom=\"2.5mm\" fo:padding=\"2mm\" fo:background-color=\"#f4f6f9\" fo:border-left=\"2.5pt solid #14305c\"",
            "fo:font-size=\"10pt\"",
        ),
        plain(
            "Bijschrift",
            "fo:margin-top=\"3mm\" fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
            "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\" fo:color=\"#14305c\"",
        ),
        plain("Cel", "fo:margin-bottom=\"0mm\"", "fo:font-size=\"8.5pt\""),
        plain(
            "Celkop",
            "fo:margin-bottom=\"0mm\"",
            "fo:font-size=\"8.5pt\" fo:font-weight=\"bold\"",
        ),
        plain(
            "Rand",
            "fo:margin-bottom=\"0mm\"",
            "fo:font-size=\"8.5pt\" fo:color=\"#4b5768\"",
        ),
    ]
    .concat()
}

fn styles(document: &Document) -> String {
    let (language, country, page, of) = match document.language {
        Language::Nl => ("nl", "NL", "Pagina", "van"),
        Language::En => ("en", "GB", "Page", "of"),
    };
    let named = named_styles();
    let [classification, number, organisation, date] = [
        &document.classification,
        &document.number,
        &document.organisation,
        &document.date,
    ]
    .map(|text| escaped(text));
    format!(
        "{HEAD}<office:document-styles {NAMES}><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties \
         fo:font-family=\"'Fira Sans', Calibri, Arial, sans-serif\" fo:font-size=\"10pt\" fo:language=\"{language}\" fo:country=\"{country}\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\"/>{named}</office:styles>\
         <office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"297mm\" \
         fo:margin-top=\"15mm\" fo:margin-bottom=\"15mm\" fo:margin-left=\"22mm\" fo:margin-right=\"22mm\"/><style:header-style><style:header-footer-properties \
         fo:margin-bottom=\"6mm\"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top=\"6mm\"/></style:footer-style></style:page-layout>\
         </office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:header>\
         <text:p text:style-name=\"Rand\">{classification}</text:p><text:p text:style-name=\"Rand\">{organisation}, {number}, {date}</text:p></style:header><style:footer>\
         <text:p text:style-name=\"Rand\">{page} <text:page-number text:select-page=\"current\">1</text:page-number> {of} <text:page-count>1</text:page-count></text:p>\
         </style:footer></style:master-page></office:master-styles></office:document-styles>"
    )
}

fn meta(document: &Document) -> String {
    let (title, creator) = (escaped(&document.title), escaped(&document.organisation));
    let at = document.made_at.format("%Y-%m-%dT%H:%M:%SZ");
    let language = match document.language {
        Language::Nl => "nl-NL",
        Language::En => "en-GB",
    };
    format!(
        "{HEAD}<office:document-meta {NAMES}><office:meta><meta:generator>Meldroute</meta:generator><dc:title>{title}</dc:title>\
         <dc:creator>{creator}</dc:creator><dc:date>{at}</dc:date><dc:language>{language}</dc:language></office:meta></office:document-meta>"
    )
}

fn manifest(pictures: &[String]) -> String {
    let mut entries = String::new();
    let mut entry = |path: &str, kind: &str| {
        let _ = write!(
            entries,
            "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
        );
    };
    entry("/", TEXT);
    for part in ["content.xml", "styles.xml", "meta.xml"] {
        entry(part, "text/xml");
    }
    for number in 1..=pictures.len() {
        entry(&format!("Pictures/{number}.svg"), "image/svg+xml");
    }
    format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">{entries}</manifest:manifest>"
    )
}

/// A text, its lines kept.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    lines.join("<text:line-break/>")
}

/// Without what XML has no place for.
fn escaped(text: &str) -> String {
    let allowed = |letter: &char| !letter.is_control() || *letter == '\t';
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
