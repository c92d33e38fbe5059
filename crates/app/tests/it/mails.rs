// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mails for import, as many as a test needs.

use std::{fs, path::Path};

/// A mail with a number.
pub(crate) fn mail(number: usize) -> String {
    format!(
        "From: Melder {number} <melder{number}@post.example>\r\nTo: postbus@heemstede.example\r\n\
            Subject: Melding {number}\r\nMessage-ID: <{number}@post.example>\r\nDate: Mon, 5 Oct 2026 08:12:00 +0200\r\n\
            Content-Type: text/plain; charset=utf-8\r\n\r\nIk zag iets bij huis {number}.\r\n"
    )
}

/// Writes mails into a new folder, one for each number.
pub(crate) fn write(folder: &Path, numbers: std::ops::Range<usize>) {
    fs::create_dir_all(folder).unwrap();
    for number in numbers {
        fs::write(folder.join(format!("{number:05}.eml")), mail(number)).unwrap();
    }
}
