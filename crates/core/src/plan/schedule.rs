// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! When an action is due, read from the words of a plan.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::configuration::plan::PlanHead;

/// When an action is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Once, before the end of a quarter.
    By {
        /// The year.
        year: i32,
        /// The quarter, 1 to 4.
        quarter: u32,
    },
    /// Once in each year.
    Yearly,
    /// Once in each of these quarters, every year.
    YearlyIn(Vec<u32>),
    /// All the time.
    Continuous,
    /// All the time, and so often a year on the agenda of a body.
    OnAgenda {
        /// The body, by the plan's word in small letters.
        body: String,
        /// How often in a year, at least.
        times: u32,
    },
    /// When there is a need.
    IfNeeded,
}

/// What must happen at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It must be done by then.
    Due,
    /// It runs on; somebody looks whether it still does.
    Look,
}

/// A time at which an action is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The last day.
    pub due: NaiveDate,
    /// What must happen.
    pub kind: Kind,
}

impl Schedule {
    /// Reads the words of a plan, such as `Q3 2024`, `Jaarlijks, Q2 en Q4` or `Doorlopend, minimaal twee keer in het jaar agenderen op de
    /// Driehoek`, and the short form `yearly=Q2,Q4`. None where they are not understood: nothing is guessed.
    pub fn read(phrase: &str) -> Option<Self> {
        let small = phrase.to_lowercase();
        let words: Vec<&str> = small
            .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .filter(|word| !word.is_empty())
            .collect();
        let (first, rest) = words.split_first()?;
        match (*first, rest) {
            ("jaarlijks" | "yearly", []) => Some(Self::Yearly),
            ("jaarlijks" | "yearly", rest) => {
                let named = rest.iter().filter(|word| !matches!(**word, "en" | "and" | "in"));
                let mut quarters = named.map(|word| quarter(word)).collect::<Option<Vec<_>>>()?;
                quarters.sort_unstable();
                quarters.dedup();
                Some(Self::YearlyIn(quarters))
            }
            ("doorlopend" | "continuous", []) => Some(Self::Continuous),
            ("doorlopend" | "continuous", rest) => agenda(rest),
            ("indien", ["nodig"]) | ("if", ["needed"]) => Some(Self::IfNeeded),
            ("by" | "voor" | "uiterlijk", [one, other]) => by(one, other),
            (one, [other]) => by(one, other),
            _ => None,
        }
    }

    /// All times within a plan, oldest first. What comes back is not owed for a time before the plan was set.
    pub fn occurrences(&self, head: &PlanHead) -> Vec<Occurrence> {
        let due = |due| Occurrence { due, kind: Kind::Due };
        let years = || head.adopted_on.year()..=head.last_year;
        let back = |months: Vec<u32>, kind| -> Vec<Occurrence> {
            let all = years().flat_map(|year| months.iter().filter_map(move |month| end_of(year, *month)));
            let owed = all.filter(|due| *due >= head.adopted_on);
            owed.map(|due| Occurrence { due, kind }).collect()
        };
        match self {
            Self::By { year, quarter } => end_of(*year, quarter * 3).into_iter().map(due).collect(),
            Self::Yearly => back(vec![12], Kind::Due),
            Self::YearlyIn(quarters) => back(quarters.iter().map(|it| it * 3).collect(), Kind::Due),
            Self::Continuous => back(vec![6, 12], Kind::Look),
            Self::OnAgenda { times, .. } => {
                let times = (*times).clamp(1, 12);
                back((1..=times).map(|part| part * 12 / times).collect(), Kind::Due)
            }
            Self::IfNeeded => Vec::new(),
        }
    }
}

fn by(one: &str, other: &str) -> Option<Schedule> {
    let both = quarter(one).zip(year(other));
    let (quarter, year) = both.or_else(|| quarter(other).zip(year(one)))?;
    Some(Schedule::By { year, quarter })
}

/// What is on the agenda of whom: `agenda=driehoek:2/year`, or `minimaal twee keer in het jaar agenderen op de Driehoek`.
fn agenda(words: &[&str]) -> Option<Schedule> {
    let body = match words {
        ["agenda", body, ..] => body,
        _ if words.contains(&"agenderen") => words.last()?,
        _ => return None,
    };
    let times = words.iter().find_map(|word| times(word))?;
    let half = if words.contains(&"half") { 2 } else { 1 };
    Some(Schedule::OnAgenda {
        body: (*body).to_owned(),
        times: times * half,
    })
}

fn times(word: &str) -> Option<u32> {
    let words = ["een", "twee", "drie", "vier", "vijf", "zes"];
    let number = words.iter().position(|it| *it == word);
    let number = number.and_then(|place| u32::try_from(place + 1).ok());
    let number = number.or((word == "één").then_some(1));
    number
        .or_else(|| word.parse().ok())
        .filter(|times| (1..=12).contains(times))
}

fn quarter(word: &str) -> Option<u32> {
    let number: u32 = word.strip_prefix('q')?.parse().ok()?;
    (1..=4).contains(&number).then_some(number)
}

fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| (2000..=2100).contains(year))
}

/// The last day of a month.
fn end_of(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next) = if month >= 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    NaiveDate::from_ymd_opt(next_year, next, 1)?.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_of_words_in_the_plan_are_read() {
        let by = |quarter| Schedule::By { year: 2024, quarter };
        let driehoek = Schedule::OnAgenda {
            body: "driehoek".to_owned(),
            times: 2,
        };
        for (phrase, schedule) in [
            ("Q3 2024", by(3)),
            ("by=2024-Q2", by(2)),
            ("Jaarlijks", Schedule::Yearly),
            ("Jaarlijks, Q2", Schedule::YearlyIn(vec![2])),
            ("Jaarlijks, Q4 en Q2", Schedule::YearlyIn(vec![2, 4])),
            ("yearly=Q2,Q4", Schedule::YearlyIn(vec![2, 4])),
            ("Doorlopend", Schedule::Continuous),
            (
                "Doorlopend, minimaal twee keer in het jaar agenderen op de Driehoek",
                driehoek.clone(),
            ),
            (
                "Doorlopend, één keer per half jaar agenderen op de driehoek",
                driehoek.clone(),
            ),
            ("continuous;agenda=driehoek:2/year", driehoek),
            ("Indien nodig", Schedule::IfNeeded),
        ] {
            assert_eq!(Schedule::read(phrase), Some(schedule), "{phrase}");
        }
        for phrase in [
            "",
            "binnenkort",
            "Q5 2024",
            "Jaarlijks, in de zomer",
            "Doorlopend, graag",
            "Q3",
        ] {
            assert_eq!(Schedule::read(phrase), None, "{phrase}");
        }
    }

    #[test]
    fn what_comes_back_is_owed_from_the_day_on_which_the_plan_was_set() {
        let head = PlanHead {
            id: "2024-2025".to_owned(),
            name: String::new(),
            adopted_on: "2024-07-09".parse().unwrap(),
            last_year: 2025,
        };
        let due = |phrase: &str| -> Vec<String> {
            let times = Schedule::read(phrase).unwrap().occurrences(&head);
            times.iter().map(|it| it.due.to_string()).collect()
        };
        assert_eq!(due("Q2 2024"), ["2024-06-30"]);
        assert_eq!(due("Jaarlijks"), ["2024-12-31", "2025-12-31"]);
        assert_eq!(
            due("Jaarlijks, Q2 en Q4"),
            ["2024-12-31", "2025-06-30", "2025-12-31"]
        );
        assert_eq!(due("Doorlopend"), ["2024-12-31", "2025-06-30", "2025-12-31"]);
        assert_eq!(due("continuous;agenda=driehoek:4/year").len(), 6);
        assert_eq!(due("Indien nodig").len(), 0);
    }
}
