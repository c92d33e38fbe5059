// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking in a batch of forwarded anonymous tips. What is off topic is counted and dropped; no reporter exists.

use std::collections::BTreeMap;

use super::take_in::{Filed, store};
use crate::{
    audit::{About, Event},
    change::Changes,
    configuration::{Configuration, channel::Tips},
    id::{ReportId, Timestamp},
    policy::{Actor, Permit, Right},
    ports::{Services, Table, TableRow},
    report::{
        Openness, Report, ReportState, Reporter, ReporterKind,
        tip::{self, Fate, Sorted, Tip},
    },
    usecase::{Failure, admitted_here, allowed_here, configuration},
};

/// A batch as somebody looks at it before it is taken in.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Tips that become reports, with their lines.
    pub kept: Vec<(u64, Tip)>,
    /// Lines of tips that came in before.
    pub known: Vec<u64>,
    /// How many tips are off topic, by topic.
    pub off_topic: BTreeMap<String, u64>,
    /// Lines that can't be used, with the column that is empty.
    pub wanting: Vec<(u64, String)>,
    /// The table by which it is taken in: of what is off topic only the topic stands in it.
    pub table: Table,
}

/// What became of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenTips {
    /// Numbers of the reports.
    pub reports: Vec<String>,
    /// How many came in before.
    pub known: u64,
}

/// Why a batch can't be read.
#[derive(Debug, thiserror::Error)]
pub enum BatchProblem {
    /// The use case was refused.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// The file lacks a column.
    #[error(transparent)]
    Column(#[from] tip::ColumnWrong),
    /// The configuration does not say how tips are read.
    #[error("this municipality's configuration has no [tips] in channels.toml")]
    NoRules,
}

/// Looks at a batch: what becomes of each row. Stores nothing.
pub async fn look_at_tips(services: &Services, actor: &Actor, table: &Table) -> Result<Batch, BatchProblem> {
    let configuration = configuration(services, actor)?;
    admitted_here(services, actor, Right::TriageReports).await?;
    let rules = configuration.tips.as_ref().ok_or(BatchProblem::NoRules)?;
    let mut batch = Batch::default();
    batch.table.columns.clone_from(&table.columns);
    for (Sorted { line, fate }, row) in tip::sort(rules, table)?.into_iter().zip(&table.rows) {
        batch.table.rows.push(bare(row, &fate));
        match fate {
            Fate::OffTopic(topic) => *batch.off_topic.entry(topic).or_default() += 1,
            Fate::Wanting(column) => batch.wanting.push((line, column)),
            Fate::Kept(tip) if is_known(services, actor, &tip).await? => batch.known.push(line),
            // The same row twice in one file.
            Fate::Kept(tip) if batch.kept.iter().any(|(_, kept)| kept.mark() == tip.mark()) => {
                batch.known.push(line);
            }
            Fate::Kept(tip) => batch.kept.push((line, tip)),
        }
    }
    Ok(batch)
}

/// A row without the words of a tip that is off topic.
fn bare(row: &TableRow, fate: &Fate) -> TableRow {
    let mut row = row.clone();
    if let Fate::OffTopic(topic) = fate {
        row.cells
            .iter_mut()
            .filter(|cell| cell.trim() != topic)
            .for_each(String::clear);
    }
    row
}

async fn is_known(services: &Services, actor: &Actor, tip: &Tip) -> Result<bool, Failure> {
    let known = services
        .store
        .report_known_by(&actor.municipality, &tip.mark())
        .await?;
    Ok(known.is_some())
}

/// Takes the tips of a batch in, each exactly once. What was sorted stands in the journal before the first is stored; when something
/// fails then, what was stored stays, and is known again when the batch is brought a second time.
pub async fn take_in_tips(
    services: &Services,
    actor: &Actor,
    table: &Table,
) -> Result<TakenTips, BatchProblem> {
    let batch = look_at_tips(services, actor, table).await?;
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
    let rules = configuration.tips.as_ref().ok_or(BatchProblem::NoRules)?;
    let mut taken = TakenTips {
        known: batch.known.len() as u64,
        ..TakenTips::default()
    };
    let event = Event::TipsSorted {
        kept: batch.kept.len() as u64,
        known: taken.known,
        off_topic: batch.off_topic.values().sum(),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Municipality, event);
    services.store.commit(changes).await.map_err(Failure::from)?;
    for (_, tip) in batch.kept {
        match take(services, &permit, &configuration, rules, (tip, now)).await {
            Ok(number) => taken.reports.push(number),
            Err(Failure::DoneAlready) => taken.known += 1,
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok(taken)
}

async fn take(
    services: &Services,
    permit: &Permit,
    configuration: &Configuration,
    rules: &Tips,
    (tip, now): (Tip, Timestamp),
) -> Result<String, Failure> {
    let mark = tip.mark();
    let area = configuration.municipality.areas.first();
    let channel = configuration.channel(&rules.channel);
    let title = match tip.topic.trim() {
        "" => channel.map_or_else(String::new, |channel| channel.title(&tip.place)),
        topic => topic.to_owned(),
    };
    let report = Report {
        id: ReportId(services.minter.mint()),
        municipality: permit.actor().municipality.clone(),
        area: area.map_or_else(|| "".into(), |area| area.id.clone()),
        received_at: now,
        channel: rules.channel.clone(),
        reporter_kind: ReporterKind::Anonymous,
        partner: None,
        openness: Openness::Anonymous,
        contact_known: false,
        reads_online: false,
        typed_by: None,
        subject: title,
        text: tip.text,
        place: tip.place,
        observed: tip.observed,
        first_hand: None,
        mail: None,
        files: Vec::new(),
        messages: Vec::new(),
        language: None,
        told: false,
        undelivered: Vec::new(),
        corrections: Vec::new(),
        hold: None,
        state: ReportState::New,
        feedback: Vec::new(),
    };
    let event = Event::ReportReceived {
        channel: rules.channel.clone(),
    };
    let filed = Filed {
        report,
        reporter: Reporter::default(),
        files: Vec::new(),
        fingerprints: vec![mark],
        thread: Vec::new(),
    };
    store(services, permit, configuration, filed, event).await
}
