// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What partners counted: each source by itself, never added.

use super::{Material, heading, paragraph};
use crate::{
    configuration::text::Language,
    figures::{
        note::{self, Note},
        picture::across,
        table::FigureTable,
    },
    paper::{Block, Cell, Column},
};

const NL: Language = Language::Nl;

/// A picture, a table and notes of each source.
pub(super) fn blocks(it: &Material<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Wat partners telden")];
    if it.tables.is_empty() {
        blocks.push(paragraph("Er zijn geen cijfers van partners bekend."));
        return blocks;
    }
    blocks.push(paragraph(
        "Elke bron telt iets anders. Daarom staan ze onder elkaar, en wordt er niets opgeteld.",
    ));
    let common = common(it.tables);
    for table in it.tables {
        blocks.extend(of_source(it, table, &common));
    }
    blocks
}

fn of_source(it: &Material<'_>, table: &FigureTable, common: &[&Note]) -> Vec<Block> {
    let configuration = it.configuration;
    let name = format!(
        "{}, {}",
        note::source(configuration, &table.source, NL),
        table.year
    );
    let mut columns = vec![Column::new("Gebied", 3)];
    let heads = table.heads(configuration, NL).into_iter();
    columns.extend(heads.map(|head| Column::new(head, 2)));
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| Cell::from(cell.shown.sign(NL)));
        std::iter::once(Cell::from(table.row_name(row, configuration, NL)))
            .chain(cells)
            .collect()
    });
    let own = table.notes.iter().filter(|note| !common.contains(note));
    vec![
        heading(2, name.as_str()),
        Block::Picture {
            svg: across(table, configuration, NL),
            alternative: format!(
                "{name}: voor elke vorm een staaf per gebied. Dezelfde aantallen staan in de tabel hieronder."
            ),
            caption: format!("{name}, per vorm en gebied"),
        },
        Block::Table {
            caption: format!("{name}, in getallen"),
            columns,
            rows: rows.collect(),
        },
        Block::List {
            items: own.map(|note| note.words(configuration, NL)).collect(),
        },
    ]
}

/// Notes that stand with every table: said once, at the end.
fn common(tables: &[FigureTable]) -> Vec<&Note> {
    let Some((first, rest)) = tables.split_first() else {
        return Vec::new();
    };
    let everywhere = |note: &&Note| rest.iter().all(|table| table.notes.contains(note));
    first.notes.iter().filter(everywhere).collect()
}

/// How all of it is to be read.
pub(super) fn how_to_read(it: &Material<'_>) -> Vec<Block> {
    let mut items: Vec<String> = common(it.tables)
        .into_iter()
        .map(|note| note.words(it.configuration, NL))
        .collect();
    items.push(note::signs(NL).to_owned());
    items.push(
        "Een donkere staaf is zeker; een lichte staaf loopt tot het hoogste aantal dat het kan zijn; gestreept is niet bekend."
            .to_owned(),
    );
    vec![heading(1, "Hoe u deze cijfers leest"), Block::List { items }]
}
