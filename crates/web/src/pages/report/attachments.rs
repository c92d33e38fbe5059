// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The files of a report on its page: the copy to open, what the virus scanner said, and the way to the file as it came.

use meldroute_core::{
    policy::Right,
    report::{Attachment, CleanCopy, Report, Scan},
    usecase::would_permit_here,
};

use super::file::{FilePath, OriginalPath, ScanPath};
use crate::{dates, lang::Lang, visit::User};

/// The files of a report.
pub(super) struct Files {
    pub(super) all: Vec<File>,
    /// How many of them nobody scanned.
    pub(super) unscanned: usize,
    /// Whether there is a copy of a picture.
    pub(super) pictures: bool,
    /// Where the mail as it came is asked for; empty where it can't be.
    pub(super) mail: String,
}

/// One file. Addresses are empty where there is nothing.
pub(super) struct File {
    pub(super) name: String,
    pub(super) size: String,
    /// The copy.
    pub(super) copy: String,
    pub(super) is_picture: bool,
    pub(super) scan: String,
    pub(super) scan_class: &'static str,
    pub(super) scan_again: String,
    /// Why there is no copy, or why it was not scanned.
    pub(super) why: String,
    pub(super) original: String,
    /// Whether there is nothing but the file as it came.
    pub(super) only_original: bool,
}

impl Files {
    pub(super) fn new(user: &User, report: &Report) -> Self {
        let may = |right| would_permit_here(user.actor(), right);
        let (opens, triages) = (may(Right::OpenReporter), may(Right::TriageReports));
        let scans = user.app.services.inspector.has_scanner();
        let original = |file| {
            let path = OriginalPath {
                report: report.id,
                file,
            };
            if opens { path.to_string() } else { String::new() }
        };
        let mail = report.mail.as_ref().and_then(|mail| mail.original);
        Self {
            all: report
                .files
                .iter()
                .zip(1..)
                .map(|(file, number)| File {
                    original: if file.waits() {
                        String::new()
                    } else {
                        original(file.file)
                    },
                    scan_again: if scans && triages && matches!(file.scan, Scan::NotScanned { .. }) {
                        let path = ScanPath {
                            report: report.id,
                            file: file.file,
                        };
                        path.to_string()
                    } else {
                        String::new()
                    },
                    ..File::new(user.lang, report, file, number)
                })
                .collect(),
            pictures: report.files.iter().any(is_picture),
            unscanned: report
                .files
                .iter()
                .filter(|file| matches!(file.scan, Scan::NotScanned { .. }))
                .count(),
            // The whole mail holds the same files.
            mail: mail
                .filter(|_| !report.files.iter().any(Attachment::waits))
                .map(original)
                .unwrap_or_default(),
        }
    }
}

/// Whether the copy is a picture.
fn is_picture(file: &Attachment) -> bool {
    matches!(&file.copy, CleanCopy::Made { media_type, .. } if media_type.starts_with("image/"))
}

impl File {
    fn new(lang: Lang, report: &Report, file: &Attachment, number: usize) -> Self {
        let (scan, scan_class, not_scanned) = scan(lang, &file.scan);
        let plain = Self {
            name: lang.arg("number", number).t("report-attachment"),
            size: size(lang, file.size),
            copy: String::new(),
            is_picture: false,
            scan,
            scan_class,
            scan_again: String::new(),
            why: not_scanned,
            original: String::new(),
            only_original: matches!(file.copy, CleanCopy::None { .. }) && !file.is_infected(),
        };
        match &file.copy {
            CleanCopy::Made {
                name, size: of_copy, ..
            } if !file.is_infected() => Self {
                name: name.clone(),
                size: size(lang, *of_copy),
                copy: FilePath {
                    report: report.id,
                    file: file.file,
                }
                .to_string(),
                is_picture: is_picture(file),
                ..plain
            },
            CleanCopy::Waiting => plain,
            CleanCopy::None { reason } if !file.is_infected() => Self {
                why: format!("{} {}", lang.kind("report-file-no-copy", reason), plain.why),
                ..plain
            },
            _ => Self {
                why: lang.t("report-file-infected-hint"),
                ..plain
            },
        }
    }
}

/// What the scanner said: in a few words, how it stands out, and why it said nothing.
fn scan(lang: Lang, scan: &Scan) -> (String, &'static str, String) {
    match scan {
        Scan::Waiting => (
            lang.t("report-file-waiting"),
            "",
            lang.t("report-file-waiting-hint"),
        ),
        Scan::NotScanned { reason } => (
            lang.t("report-file-not-scanned"),
            " badge--late",
            lang.kind("report-file-scan", reason),
        ),
        Scan::Clean { at, .. } => (
            lang.arg("moment", dates::moment(lang, *at))
                .t("report-file-clean"),
            "",
            String::new(),
        ),
        Scan::Infected { found, .. } => (
            lang.arg("found", found.as_str()).t("report-file-infected"),
            " badge--acute",
            String::new(),
        ),
    }
}

/// "84 kB", "2,1 MB".
fn size(lang: Lang, bytes: u64) -> String {
    let kilo = bytes.div_ceil(1000);
    if kilo < 1000 {
        return format!("{kilo} kB");
    }
    let tenths = bytes.div_ceil(100_000);
    let comma = lang.t("report-decimal-mark");
    format!("{}{comma}{} MB", tenths / 10, tenths % 10)
}
