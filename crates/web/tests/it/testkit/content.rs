// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports to begin a test with; everybody in them is invented.

use meldroute_core::{
    change::Quarantined,
    configuration::channel::ChannelKind,
    id::{FileId, ReportId},
    policy::{Grant, Role},
    ports::ReportFilter,
    report::{Openness, Reporter, ReporterKind},
    usecase::report::{TypeReport, put_in_quarantine, type_in},
};

use super::{HERE, TestApp};

impl TestApp {
    /// A message that could not be read came in.
    pub(crate) async fn unreadable(&self, source: &str) -> FileId {
        let id = FileId(self.services.minter.mint());
        let message = Quarantined {
            id,
            municipality: HERE.into(),
            received_at: self.now(),
            reason: "not-a-mail".to_owned(),
            source: source.to_owned(),
            bytes: vec![1],
            content_hash: [1; 32],
        };
        let intake = self.actor_with(vec![Grant::of(Role::Intake)]);
        put_in_quarantine(&self.services, &intake, message).await.unwrap();
        id
    }

    /// A report that the coordinator typed in for a resident.
    pub(crate) async fn report(&self, subject: &str, text: &str) -> ReportId {
        self.as_role(Role::Coordinator).await;
        let coordinator = self.actor(Role::Coordinator.as_str()).await;
        let configuration = self.configuration();
        let channel = configuration.channels.iter().find(|channel| {
            channel.kind != ChannelKind::Mail
                && channel.reporters.contains(&ReporterKind::Resident)
                && channel.used_by.contains(&Role::Coordinator)
        });
        let report = TypeReport {
            id: ReportId(self.services.minter.mint()),
            channel: channel.unwrap().id.clone(),
            area: None,
            reporter_kind: ReporterKind::Resident,
            partner: None,
            openness: Openness::Open,
            reporter: Reporter::default(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            place: String::new(),
            observed: String::new(),
            first_hand: None,
        };
        type_in(&self.services, &coordinator, report).await.unwrap()
    }

    /// The only report that nobody has looked at.
    pub(crate) async fn only_report(&self) -> ReportId {
        let here = HERE.into();
        let new = self.services.store.reports(&here, ReportFilter::New, None, 2);
        let lines = new.await.unwrap();
        assert_eq!(lines.len(), 1);
        lines[0].id
    }
}
