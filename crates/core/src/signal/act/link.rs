// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening a signal from reports, linking more of them and taking them out again.

use super::Hand;
use crate::{
    configuration::route::StepKind,
    id::{ReportId, SignalId},
    report::{Report, ReportRefusal},
    signal::{
        LinkedReport, Signal, Unlinked,
        feedback::{Feedback, count_anew},
        stage::{Confirmation, Stage},
    },
};

/// Why a report can't be linked or taken out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkRefusal {
    /// The report says no.
    #[error(transparent)]
    Report(#[from] ReportRefusal),
    /// The signal is closed: make a new one.
    #[error("the signal is closed; make a new signal of this report")]
    SignalClosed,
    /// The last report can't be taken out.
    #[error("this is the only report of the signal; close the signal instead")]
    LastReport,
    /// There must be a reason.
    #[error("field reason is missing")]
    NoReason,
    /// A signal needs at least one report, and a title.
    #[error("field {0} is missing")]
    Missing(&'static str),
    /// The route has no step to begin with; a checked one always does.
    #[error("the route has no step after the report")]
    NoWay,
}

impl Signal {
    /// Opens a signal from one or more reports. It starts at the step after the one where reports come in.
    pub fn open(
        id: SignalId,
        title: String,
        reports: Vec<Report>,
        hand: &Hand<'_>,
    ) -> Result<(Self, Vec<Report>), LinkRefusal> {
        if crate::blank::is_blank(&title) {
            return Err(LinkRefusal::Missing("title"));
        }
        let first = reports.first().ok_or(LinkRefusal::Missing("reports"))?;
        let mut signal = Self {
            id,
            municipality: first.municipality.clone(),
            area: first.area.clone(),
            title,
            opened_at: hand.now,
            owner: hand.by,
            stage: Stage::Closed {
                at: hand.now,
                by: hand.by,
                result: String::new(),
            },
            visits: Vec::new(),
            reports: Vec::new(),
            observations: Vec::new(),
            assessments: Vec::new(),
            subjects: Vec::new(),
            notes: Vec::new(),
            queries: Vec::new(),
            gates: Vec::new(),
            decisions: Vec::new(),
            strands: Vec::new(),
            marks: Vec::new(),
            packs: Vec::new(),
            replies: Vec::new(),
            invitations: Vec::new(),
            openings: Vec::new(),
            recusals: Vec::new(),
            restrictions: Vec::new(),
            acute: None,
            confirmation: Confirmation::Open,
            hold: None,
        };
        let mut registered = Vec::with_capacity(reports.len());
        for report in reports {
            registered.push(signal.take_in(report, String::new(), hand)?);
        }
        let route = &hand.configuration.route;
        let arrival = route.first_of(StepKind::Report).ok_or(LinkRefusal::NoWay)?;
        let start = route.after(arrival, &signal.facts()).ok_or(LinkRefusal::NoWay)?;
        Ok((signal.enter(start, hand.configuration, hand.now), registered))
    }

    /// Adds a report to a running signal, with the reason why it belongs there.
    pub fn link(
        mut self,
        report: Report,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<(Self, Report), LinkRefusal> {
        if self.stage.is_closed() {
            return Err(LinkRefusal::SignalClosed);
        }
        if crate::blank::is_blank(&reason) {
            return Err(LinkRefusal::NoReason);
        }
        let report = self.take_in(report, reason, hand)?;
        Ok((self, report))
    }

    /// Takes a report out again, with the reason. What the reporter is still owed goes back with it.
    pub fn unlink(
        mut self,
        report: Report,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<(Self, Report), LinkRefusal> {
        if self.stage.is_closed() {
            return Err(LinkRefusal::SignalClosed);
        }
        if crate::blank::is_blank(&reason) {
            return Err(LinkRefusal::NoReason);
        }
        if self.linked().all(|link| link.report == report.id) {
            return Err(LinkRefusal::LastReport);
        }
        let mut report = report.unlink(self.id)?;
        let feedback = self
            .take_out(report.id, reason, hand)
            .ok_or(ReportRefusal::NotLinked(report.id))?;
        report.feedback = feedback;
        Ok((self, report))
    }

    fn take_in(&mut self, report: Report, reason: String, hand: &Hand<'_>) -> Result<Report, LinkRefusal> {
        if self.linked().any(|link| link.report == report.id) {
            return Err(ReportRefusal::InSignal(self.id).into());
        }
        let mut report = report.register(self.id, hand.now, hand.by)?;
        let feedback = std::mem::take(&mut report.feedback);
        let mut link = LinkedReport {
            report: report.id,
            channel: report.channel.clone(),
            reporter_kind: report.reporter_kind,
            partner: report.partner.clone(),
            contact_known: report.contact_known,
            reads_online: report.reads_online,
            unread_since: report.unread().min(),
            linked_at: hand.now,
            linked_by: hand.by,
            reason,
            unlinked: None,
            feedback,
        };
        count_anew(&mut link, hand.configuration, &self.facts(), hand.now);
        self.reports.push(link);
        Ok(report)
    }

    fn take_out(&mut self, report: ReportId, reason: String, hand: &Hand<'_>) -> Option<Vec<Feedback>> {
        let link = self
            .reports
            .iter_mut()
            .find(|link| link.report == report && link.unlinked.is_none())?;
        link.unlinked = Some(Unlinked {
            at: hand.now,
            by: hand.by,
            reason,
        });
        Some(std::mem::take(&mut link.feedback))
    }
}
