// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Lines of comma-separated values (RFC 4180) that a spreadsheet opens without carrying anything out.

/// With what a cell begins that a spreadsheet carries out; also in the wide letters of Asian keyboards.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// One line, with its end. A cell that begins like a formula gets an apostrophe before it: a spreadsheet would carry it out, also
/// behind spaces.
pub fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let quoted = cells.into_iter().map(|cell| {
        let cell = cell.as_ref();
        let begins = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
        let formula = begins.starts_with(FORMULA);
        let mark = if formula { "'" } else { "" };
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    });
    let mut line = quoted.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_carries_nothing_out() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("\t-1", "'\t-1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("a \"b\", c", "a \"\"b\"\", c"),
            ("HS-2026-0001", "HS-2026-0001"),
        ] {
            assert_eq!(line([cell]), format!("\"{written}\"\r\n"));
        }
        assert_eq!(line(["a", ""]), "\"a\",\"\"\r\n");
    }
}
