// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether mails are from the partners whose addresses they bear: asked on the page on which a signal is made of them. What the address
//! suggests is filled in; sending the form says so.

use std::collections::BTreeMap;

use meldroute_core::{id::ReportId, ports::Stored, report::Report};

use crate::{error::PageError, visit::User};

/// A report of which that is asked.
pub(super) struct Sender {
    pub(super) report: String,
    pub(super) number: String,
    pub(super) partner: String,
    pub(super) ticked: bool,
}

/// The reports of which that is asked, with what was sent before: those that were asked, and those that are from their partner.
pub(super) fn senders(
    user: &User,
    reports: &[Stored<Report>],
    (asked, from_partner): (&[String], &[String]),
) -> Vec<Sender> {
    let one = |stored: &Stored<Report>| {
        let partner = stored.value.suggested_partner()?;
        let report = stored.value.id.to_string();
        Some(Sender {
            ticked: !asked.contains(&report) || from_partner.contains(&report),
            report,
            number: stored.number.clone(),
            partner: super::from(user, stored.value.reporter_kind, Some(partner)),
        })
    };
    reports.iter().filter_map(one).collect()
}

/// What the form says of each report that was asked.
pub(super) fn said(asked: &[String], from_partner: &[String]) -> Result<BTreeMap<ReportId, bool>, PageError> {
    let one = |report: &String| {
        let id = report.parse().or(Err(PageError::Malformed))?;
        Ok((id, from_partner.contains(report)))
    };
    asked.iter().map(one).collect()
}
