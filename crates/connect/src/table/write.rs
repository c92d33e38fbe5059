// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Spreadsheets, written plainly: texts and whole numbers, no formulas, no styles. A text stays a text, whatever it begins with.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use meldroute_core::ports::{Sheet, SheetCell, SheetKind};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const OASIS: &str = "urn:oasis:names:tc:opendocument:xmlns";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Writes sheets as a file; none where the zip writer fails.
pub fn write_sheets(sheets: &[Sheet], kind: SheetKind) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = match kind {
        SheetKind::Xlsx => xlsx(sheets),
        SheetKind::Ods => ods(sheets),
    };
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

fn xlsx(sheets: &[Sheet]) -> Vec<(String, String)> {
    let mut types = String::new();
    let mut names = String::new();
    let mut relations = String::new();
    let mut parts = Vec::new();
    for (number, sheet) in (1..).zip(sheets) {
        let name = escaped(&sheet_name(&sheet.name));
        // Writing to a text does not fail.
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/>"
        );
        let _ = write!(
            names,
            "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>"
        );
        let _ = write!(
            relations,
            "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), xlsx_sheet(sheet)));
    }
    let mut all = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
                 ContentType=\"{CONTENT}.sheet.main+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "{HEAD}<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{OFFICE}\"><sheets>{names}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>"),
        ),
    ];
    all.append(&mut parts);
    all
}

fn xlsx_sheet(sheet: &Sheet) -> String {
    let mut text = format!("{HEAD}<worksheet xmlns=\"{SHEETS}\"><sheetData>");
    for row in &sheet.rows {
        text.push_str("<row>");
        for cell in row {
            let _ = match cell {
                SheetCell::Number(number) => write!(text, "<c><v>{number}</v></c>"),
                SheetCell::Text(words) => write!(
                    text,
                    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(words)
                ),
            };
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData></worksheet>");
    text
}

/// A sheet's name without the signs that Excel refuses, and no longer than it takes.
fn sheet_name(name: &str) -> String {
    let kept = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter));
    kept.take(31).collect()
}

fn ods(sheets: &[Sheet]) -> Vec<(String, String)> {
    let mut body = String::new();
    for sheet in sheets {
        let _ = write!(body, "<table:table table:name=\"{}\">", escaped(&sheet.name));
        for row in &sheet.rows {
            body.push_str("<table:table-row>");
            for cell in row {
                let _ = match cell {
                    SheetCell::Number(number) => write!(
                        body,
                        "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
                    ),
                    SheetCell::Text(words) => write!(
                        body,
                        "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                        escaped(words)
                    ),
                };
            }
            body.push_str("</table:table-row>");
        }
        body.push_str("</table:table>");
    }
    vec![
        ("mimetype".to_owned(), ODS.to_owned()),
        (
            "META-INF/manifest.xml".to_owned(),
            format!(
                "{HEAD}<manifest:manifest xmlns:manifest=\"{OASIS}:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry \
                 manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{ODS}\"/><manifest:file-entry \
                 manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
            ),
        ),
        (
            "content.xml".to_owned(),
            format!(
                "{HEAD}<office:document-content xmlns:office=\"{OASIS}:office:1.0\" xmlns:table=\"{OASIS}:table:1.0\" \
                 xmlns:text=\"{OASIS}:text:1.0\" office:version=\"1.3\"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>\
                 </office:document-content>"
            ),
        ),
    ]
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // XML knows no others.
            '\t' | '\n' | ' '.. => safe.push(letter),
            _ => {}
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_table;

    #[test]
    fn what_is_written_is_read_back_as_it_was() {
        let text = |words: &str| SheetCell::Text(words.to_owned());
        let sheets = [
            Sheet {
                name: "Politie 2022: [alles]".to_owned(),
                rows: vec![
                    vec![text("gebied"), text("aantal")],
                    vec![text("=1+1 & <b>"), SheetCell::Number(4)],
                    vec![text("IJmond"), text(".")],
                ],
            },
            Sheet {
                name: "Andere".to_owned(),
                rows: vec![vec![text("hoort er niet bij")]],
            },
        ];
        for kind in [SheetKind::Xlsx, SheetKind::Ods] {
            let table = read_table(&write_sheets(&sheets, kind).unwrap()).unwrap();
            assert_eq!(table.columns, ["gebied", "aantal"], "{kind:?}");
            let rows: Vec<_> = table
                .rows
                .iter()
                .map(|row| (row.line, row.cells.clone()))
                .collect();
            let expected = [
                (2, vec!["=1+1 & <b>".to_owned(), "4".to_owned()]),
                (3, vec!["IJmond".to_owned(), ".".to_owned()]),
            ];
            assert_eq!(rows, expected, "{kind:?}");
        }
    }

    /// A spreadsheet of a few parts, as an attacker would pack it.
    fn packed(content: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("content.xml", SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_small_file_that_claims_a_billion_cells_is_refused_and_empty_ones_cost_nothing() {
        use meldroute_core::ports::TableProblem;
        let sheet = |rows: &str| packed(&format!("<t:table xmlns:t=\"x\">{rows}</t:table>"));
        let row = |repeated: u32, cell: &str| {
            format!("<t:table-row t:number-rows-repeated=\"{repeated}\">{cell}</t:table-row>")
        };
        let full = "<t:table-cell t:number-columns-repeated=\"16384\"><p>x</p></t:table-cell>";
        assert_eq!(read_table(&sheet(&row(1, full))), Err(TableProblem::TooLarge));
        let one = "<t:table-cell><p>x</p></t:table-cell>";
        assert_eq!(
            read_table(&sheet(&row(1_000_000, one))),
            Err(TableProblem::TooLarge)
        );
        let empty = "<t:table-cell t:number-columns-repeated=\"16384\"/>";
        let rows = [row(1, one), row(1_048_000, empty), row(1, one)].concat();
        let table = read_table(&sheet(&rows)).unwrap();
        assert_eq!((table.columns.len(), table.rows[0].line), (1, 1_048_002));
        let bomb = packed(&" ".repeat(40 << 20));
        assert_eq!(read_table(&bomb), Err(TableProblem::TooLarge));
    }
}
