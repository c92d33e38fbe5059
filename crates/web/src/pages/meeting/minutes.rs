// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a meeting's list says: numbers of signals and what came of them, who was there, and who does what. Never content.

use meldroute_core::{
    meeting::{Item, ItemState, MeetingState, table::Member},
    paper::{Block, Cell, Column},
    signal::{Signal, strand::StrandKind},
    usecase::meeting::Table,
};

use crate::{
    dates,
    pages::meeting::{agenda::Sitting, table::seats},
};

/// The list of a sitting.
pub(super) struct Minutes {
    pub(super) title: String,
    pub(super) day: String,
    /// Whether the chair approved it.
    pub(super) approved: Option<String>,
    /// Number, what came of it, how long it took, who else was there.
    pub(super) rows: Vec<[String; 4]>,
    /// Who was there and who was not, for a sitting that has begun.
    pub(super) present: Vec<(String, String)>,
    /// Number, kind of task, who, by when.
    pub(super) tasks: Vec<[String; 4]>,
}

impl Minutes {
    pub(super) fn of(sitting: &Sitting, table: &Table) -> Self {
        let (lang, meeting) = (sitting.user.lang, sitting.meeting());
        let words = sitting.words();
        let title = if meeting.is_closed() {
            "print-decisions-title"
        } else {
            "print-agenda-title"
        };
        let approved = meeting.is_closed().then(|| match meeting.approved {
            Some(approval) => lang
                .arg("who", words.person(approval.by))
                .arg("date", dates::moment(lang, approval.at))
                .t("print-approved"),
            None => lang.t("print-draft"),
        });
        let begun = !matches!(
            meeting.state,
            MeetingState::Planned | MeetingState::Cancelled { .. }
        );
        Self {
            title: lang.arg("body", sitting.body()).t(title),
            day: dates::day(lang, meeting.on),
            approved,
            rows: meeting.agenda.iter().map(|item| row(sitting, item)).collect(),
            present: if begun {
                present(sitting, table)
            } else {
                Vec::new()
            },
            tasks: meeting
                .agenda
                .iter()
                .flat_map(|item| tasks(sitting, item))
                .collect(),
        }
    }

    /// The same as parts of a document.
    pub(super) fn blocks(self, sitting: &Sitting) -> Vec<Block> {
        let lang = sitting.user.lang;
        let table = |caption: &str, heads: [(&str, u8); 4], rows: Vec<[String; 4]>| Block::Table {
            caption: caption.to_owned(),
            columns: heads.map(|(key, wide)| Column::new(lang.t(key), wide)).into(),
            rows: rows.into_iter().map(|row| row.map(Cell::from).into()).collect(),
        };
        let mut blocks = vec![Block::Paragraph {
            text: format!("{}. {}", self.day, lang.t("print-only-numbers")),
        }];
        blocks.extend(self.approved.map(|text| Block::Note { text }));
        let heads = [
            ("print-number", 2),
            ("print-outcome", 4),
            ("print-spent", 1),
            ("print-others", 3),
        ];
        blocks.push(table(&self.title, heads, self.rows));
        if !self.present.is_empty() {
            blocks.push(Block::Facts {
                caption: lang.t("print-present"),
                rows: self.present,
            });
        }
        if !self.tasks.is_empty() {
            let heads = [
                ("print-number", 2),
                ("print-task", 3),
                ("print-who", 3),
                ("print-by", 2),
            ];
            blocks.push(table(&lang.t("print-tasks"), heads, self.tasks));
        }
        blocks
    }
}

fn row(sitting: &Sitting, item: &Item) -> [String; 4] {
    let lang = sitting.user.lang;
    let signal = sitting.signal(item.signal);
    let number = signal.map_or_else(|| lang.t("print-hidden"), |signal| signal.number.clone());
    // The reason is content, so it stays out.
    let outcome = match &item.state {
        ItemState::HeldOver { .. } => lang.t("print-held-over"),
        ItemState::Open => lang.t("print-open"),
        ItemState::Decided { .. } => sitting.outcome(item).unwrap_or_default(),
    };
    let others = signal.map_or_else(String::new, |signal| others(sitting, &signal.value));
    [number, outcome, sitting.spent(item).unwrap_or_default(), others]
}

/// Guests of an item, and how many members stayed out of it: not who, and not why.
fn others(sitting: &Sitting, signal: &Signal) -> String {
    let lang = sitting.user.lang;
    let words = sitting.words();
    let guests = signal
        .invitations
        .iter()
        .filter(|i| i.meeting == sitting.meeting().id);
    let mut said: Vec<String> = guests
        .map(|invitation| {
            let name = words.person(invitation.guest);
            lang.arg("name", name).t("agenda-guest")
        })
        .collect();
    match signal.kept_out().count() {
        0 => {}
        out => said.push(lang.arg("count", out).t("print-out")),
    }
    said.join("; ")
}

/// Every member with how they were there.
fn present(sitting: &Sitting, table: &Table) -> Vec<(String, String)> {
    let (lang, meeting) = (sitting.user.lang, sitting.meeting());
    let body = sitting.user.configuration().body(&meeting.body);
    let words = sitting.words();
    let line = |member: &Member| {
        let substitute = meeting
            .substitutes
            .iter()
            .find(|it| it.instead_of == member.person);
        let was = match substitute {
            _ if meeting.is_present(member.person) => lang.t("print-was-present"),
            Some(substitute) => lang
                .arg("name", words.person(substitute.person))
                .t("print-was-replaced"),
            None => lang.t("print-was-absent"),
        };
        (format!("{} ({})", member.name, seats(lang, body, member)), was)
    };
    table.members.iter().map(line).collect()
}

/// What a decision of this sitting set out. Care is a compartment of its own, and stays out of every list.
fn tasks(sitting: &Sitting, item: &Item) -> Vec<[String; 4]> {
    let lang = sitting.user.lang;
    let words = sitting.words();
    let (ItemState::Decided { decision, .. }, Some(signal)) = (&item.state, sitting.signal(item.signal))
    else {
        return Vec::new();
    };
    let strands = signal.value.strands.iter();
    strands
        .filter(|strand| strand.decision == Some(*decision))
        .filter(|strand| !matches!(strand.kind, StrandKind::Care { .. }))
        .map(|strand| {
            [
                signal.number.clone(),
                lang.kind("strand-kind", strand.kind.as_str()),
                words.holder(&strand.kind),
                dates::day(lang, strand.due),
            ]
        })
        .collect()
}
