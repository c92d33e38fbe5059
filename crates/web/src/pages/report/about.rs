// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The report that a form is about, in one line above it.

use meldroute_core::{
    id::ReportId,
    ports::Stored,
    report::Report,
    usecase::{Failure, report},
};

use super::inbox::ReportPath;
use crate::visit::User;

/// Number and subject of a report, with the way back to it.
pub(crate) struct About {
    pub(crate) number: String,
    pub(crate) subject: String,
    pub(crate) href: String,
}

impl About {
    pub(crate) fn new(user: &User, stored: &Stored<Report>) -> Self {
        Self {
            number: stored.number.clone(),
            subject: super::subject(user.lang, &stored.value.subject),
            href: ReportPath {
                report: stored.value.id,
            }
            .to_string(),
        }
    }

    /// Reads the report for its line only; the read is recorded like any other.
    pub(crate) async fn read(user: &User, id: ReportId) -> Result<Self, Failure> {
        let stored = report::read(&user.app.services, user.actor(), id).await?;
        Ok(Self::new(user, &stored))
    }
}
