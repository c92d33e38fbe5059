// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The paper for an item on an agenda, or a report: what matters first, then what came in, what was done, what partners counted, and the plan.
//! In Dutch, whatever the language of the screen: it is read by mayor, council and partners.

mod actions;
mod route;
mod sources;

use chrono::{Datelike as _, NaiveDate};

use self::actions::Standing;
use super::{Due, Period, told};
use crate::{
    calendar::dutch_date,
    configuration::{
        Configuration, describe,
        plan::{OccasionKind, PlanRules},
        text::Language,
    },
    figures::{audience::Audience, table::FigureTable},
    flow::Flow,
    id::Timestamp,
    paper::{Block, Document},
    plan::Plan,
    ports::Counts,
    sharing::pack::Head,
};

/// What a paper is made of.
pub struct Material<'a> {
    /// The configuration that names what stands in it.
    pub configuration: &'a Configuration,
    /// What it says of the plan.
    pub rules: &'a PlanRules,
    /// The plan, with what people wrote.
    pub plan: &'a Plan,
    /// What comes back, and when.
    pub due: Due<'a>,
    /// What came in.
    pub counts: &'a Counts,
    /// The numbers of the route until the end of the period, or until now.
    pub flow: &'a Flow,
    /// Those until its beginning.
    pub before: &'a Flow,
    /// What sources counted, as exact as whoever it is for may have it.
    pub tables: &'a [FigureTable],
    /// Where the journal stands.
    pub head: Option<Head>,
    /// When it is made.
    pub at: Timestamp,
}

/// The document.
pub fn document(it: &Material<'_>) -> Document {
    let Due { occasion, period, .. } = it.due;
    let mut blocks = vec![it.about()];
    blocks.extend(it.in_short());
    blocks.extend(it.written());
    blocks.extend(route::came_in(it));
    blocks.extend(route::became(it));
    blocks.extend(sources::blocks(it));
    blocks.extend(actions::blocks(it));
    blocks.extend(sources::how_to_read(it));
    let classification = if occasion.audience.is_exact() {
        format!("Vertrouwelijk. Alleen voor {}", occasion.to.nl)
    } else {
        format!("Voor {}. Zonder aantallen die naar iemand wijzen", occasion.to.nl)
    };
    Document {
        title: format!("{}: {}", occasion.name.nl, period.words(Language::Nl)),
        language: Language::Nl,
        organisation: it.configuration.municipality.name.clone(),
        classification,
        number: format!("{} {}-{}", occasion.id, period.year(), period.number()),
        date: describe::date(it.today()),
        made_at: it.at,
        head: it.head.clone(),
        blocks,
    }
}

fn heading(level: u8, text: impl Into<String>) -> Block {
    let text = text.into();
    Block::Heading { level, text }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { text: text.into() }
}

impl Material<'_> {
    fn today(&self) -> NaiveDate {
        dutch_date(self.at)
    }

    fn audience(&self) -> Audience {
        self.due.occasion.audience
    }

    /// The last day that it is about.
    fn until(&self) -> NaiveDate {
        self.due.period.last().min(self.today())
    }

    fn about(&self) -> Block {
        let Due {
            occasion,
            period,
            due,
        } = self.due;
        let row = |name: &str, value: String| (name.to_owned(), value);
        let mut over = format!(
            "{} tot en met {}",
            describe::date(period.first()),
            describe::date(period.last())
        );
        if self.today() <= period.last() {
            over.push_str(" (nog niet voorbij)");
        }
        let by = match occasion.kind {
            OccasionKind::Agenda => "Uiterlijk te bespreken",
            OccasionKind::Report => "Uiterlijk aan te bieden",
        };
        Block::Facts {
            caption: "Over dit stuk".to_owned(),
            rows: vec![
                row("Voor", occasion.to.nl.clone()),
                row("Gaat over", over),
                row(by, describe::date(due)),
                row(
                    "Afgesproken in",
                    format!("{}, {}", self.rules.head.name, occasion.place),
                ),
            ],
        }
    }

    /// What a reader with one minute takes along.
    fn in_short(&self) -> Vec<Block> {
        let mut items = self.reports();
        items.extend(self.feedback());
        let standing = Standing::of(self);
        items.extend(standing.in_short());
        vec![heading(1, "In het kort"), Block::List { items }]
    }

    /// How many reports came in, a sentence for each half year.
    fn reports(&self) -> Vec<String> {
        let all = told::half_years(self.counts, self.due.period, self.audience());
        let halves = self.due.period.halves();
        let own = all
            .iter()
            .filter(|(half, _)| halves.contains(half) && half.first() <= self.today());
        own.map(|(half, shown)| {
            let when = half.words(Language::Nl);
            match told::words(shown).as_deref() {
                Some("1") => format!("In de {when} kwam 1 melding binnen."),
                Some(count) => format!("In de {when} kwamen {count} meldingen binnen."),
                None => format!(
                    "Hoeveel meldingen er in de {when} binnenkwamen, staat hier niet: het aantal kan naar iemand wijzen."
                ),
            }
        })
        .collect()
    }

    /// Who heard back; of the period for those who get numbers as they are.
    fn feedback(&self) -> Option<String> {
        let (now, before) = (self.flow.feedback, self.before.feedback);
        let (in_time, late, since) = if self.audience().is_exact() {
            (
                now.in_time.saturating_sub(before.in_time),
                now.late.saturating_sub(before.late),
                "In deze periode",
            )
        } else {
            (now.in_time, now.late, "Sinds het begin van de meldroute")
        };
        let number = |count| told::number(count, self.audience());
        (in_time + late > 0).then(|| {
            format!(
                "{since} hoorden melders {} keer op tijd wat er met hun melding was gedaan, en {} keer te laat.",
                number(in_time),
                number(late)
            )
        })
    }

    /// What people wrote.
    fn written(&self) -> Vec<Block> {
        let turn = self.plan.turn(&self.due);
        let learned = turn.map_or("", |turn| turn.learned.as_str());
        let mut blocks = vec![heading(1, "Wat we leerden")];
        blocks.push(if learned.is_empty() {
            Block::Note {
                text: "Dit is nog niet geschreven.".to_owned(),
            }
        } else {
            paragraph(learned)
        });
        let asked = turn.map_or("", |turn| turn.asked.as_str());
        if !asked.is_empty() {
            blocks.push(heading(1, "Wat we u vragen"));
            blocks.push(paragraph(asked));
        }
        let held = turn.and_then(|turn| turn.held.as_ref());
        if let Some(held) = held {
            let what = match self.due.occasion.kind {
                OccasionKind::Agenda => "Besproken",
                OccasionKind::Report => "Aangeboden",
            };
            blocks.push(heading(1, format!("{what} op {}", describe::date(held.on))));
            blocks.push(paragraph(held.outcome.as_str()));
        }
        blocks
    }
}

/// The name of a half year in front of a bar.
fn short(half: Period) -> String {
    let which = if half.number() == 1 { "1e" } else { "2e" };
    format!("{which} half jaar {}", half.year())
}

/// A month in front of a bar.
fn month(year: i32, month: u32) -> String {
    let day = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    let words = describe::date(day);
    let name = words.split(' ').nth(1).unwrap_or_default();
    format!("{name} {}", day.year())
}
