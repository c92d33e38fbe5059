// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Schedules and what is odd about actions, in words: the same on the command line, on pages and on paper.

use super::{State, flag::Flag, schedule::Schedule};
use crate::configuration::text::Language;

impl Schedule {
    /// As it was read.
    pub fn words(&self, language: Language) -> String {
        let nl = language == Language::Nl;
        match self {
            Self::By { year, quarter } if nl => {
                format!("één keer, voor het einde van kwartaal {quarter} van {year}")
            }
            Self::By { year, quarter } => format!("once, before the end of quarter {quarter} of {year}"),
            Self::Yearly if nl => "elk jaar".to_owned(),
            Self::Yearly => "every year".to_owned(),
            Self::YearlyIn(quarters) => {
                let and = if nl { " en " } else { " and " };
                let quarters: Vec<String> = quarters.iter().map(ToString::to_string).collect();
                let quarters = quarters.join(and);
                if nl {
                    format!("elk jaar in kwartaal {quarters}")
                } else {
                    format!("every year in quarter {quarters}")
                }
            }
            Self::Continuous if nl => "doorlopend; elk half jaar kijken of het nog loopt".to_owned(),
            Self::Continuous => "all the time; a look every half year whether it still runs".to_owned(),
            Self::OnAgenda { body, times } if nl => {
                format!("doorlopend, en minstens {times} keer per jaar op de agenda van: {body}")
            }
            Self::OnAgenda { body, times } => {
                format!("all the time, and at least {times} times a year on the agenda of: {body}")
            }
            Self::IfNeeded if nl => "als het nodig is".to_owned(),
            Self::IfNeeded => "when there is a need".to_owned(),
        }
    }
}

impl Flag {
    /// In a sentence.
    pub fn words(&self, language: Language) -> String {
        let nl = language == Language::Nl;
        match self {
            Self::OverdueAtAdoption if nl => {
                "Deze datum was al voorbij toen het plan werd vastgesteld.".to_owned()
            }
            Self::OverdueAtAdoption => "This date had passed when the plan was set.".to_owned(),
            Self::Contradiction { phrase, place } if nl => {
                format!("De tekst van het plan zegt iets anders: \u{2018}{phrase}\u{2019} ({place}).")
            }
            Self::Contradiction { phrase, place } => {
                format!("The text of the plan says something else: \u{2018}{phrase}\u{2019} ({place}).")
            }
            Self::NoOwner if nl => "Niemand is verantwoordelijk.".to_owned(),
            Self::NoOwner => "Nobody is responsible.".to_owned(),
            Self::NotUnderstood if nl => "Het programma begrijpt niet wanneer dit moet.".to_owned(),
            Self::NotUnderstood => "The program does not understand when this is due.".to_owned(),
        }
    }
}

impl State {
    /// In a word or two.
    pub fn words(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Done, Language::Nl) => "gedaan",
            (Self::Done, Language::En) => "done",
            (Self::Ahead, _) => "later",
            (Self::Near, Language::Nl) => "binnenkort",
            (Self::Near, Language::En) => "soon",
            (Self::Late, Language::Nl) => "te laat",
            (Self::Late, Language::En) => "late",
            (Self::Runs, Language::Nl) => "loopt",
            (Self::Runs, Language::En) => "runs",
        }
    }
}
