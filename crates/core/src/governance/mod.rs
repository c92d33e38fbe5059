// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Governance: the subject comes back by itself, on the agenda of a body and in reports, with a paper made from what runs. What the paper
//! can't know, people write: what was learned, and what is asked.

pub mod paper;
mod period;
mod picture;
mod told;

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use self::period::Period;
use crate::{
    configuration::plan::{Every, Occasion, PlanRules},
    id::{PersonId, Timestamp},
    plan::{NEAR, Plan, State},
};

/// One time at which something comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// What comes back.
    pub occasion: &'a Occasion,
    /// What it is about.
    pub period: Period,
    /// By when.
    pub due: NaiveDate,
}

/// What people wrote for such a time, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// What comes back, by its short name.
    pub occasion: String,
    /// What it is about.
    pub period: Period,
    /// What was learned.
    pub learned: String,
    /// What is asked of who gets it.
    pub asked: String,
    /// Who wrote that last, and when.
    pub written: Option<(String, Timestamp)>,
    /// That it was discussed or handed over.
    pub held: Option<Held>,
}

/// That something was discussed, or handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// On which day.
    pub on: NaiveDate,
    /// What came of it.
    pub outcome: String,
    /// Who wrote that down.
    pub by: Option<PersonId>,
    /// Their name then.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

impl Turn {
    /// With nothing written yet.
    pub fn new(occasion: &str, period: Period) -> Self {
        Self {
            occasion: occasion.to_owned(),
            period,
            learned: String::new(),
            asked: String::new(),
            written: None,
            held: None,
        }
    }
}

impl PlanRules {
    /// All times at which the subject comes back within the plan, oldest first. Nothing is owed for a period that was over when the plan was set.
    pub fn comes_back(&self) -> Vec<Due<'_>> {
        let years = self.head.adopted_on.year()..=self.head.last_year;
        let periods = |every| -> Vec<Period> {
            let of_year = |year| match every {
                Every::HalfYear => Period::whole(year).halves(),
                Every::Year => vec![Period::whole(year)],
            };
            years.clone().flat_map(of_year).collect()
        };
        let times = self.occasions.iter().flat_map(|occasion| {
            let owed = periods(occasion.every).into_iter();
            let owed = owed.filter(|period| period.last() >= self.head.adopted_on);
            owed.map(|period| Due {
                occasion,
                period,
                due: period.last() + Days::new(u64::from(occasion.weeks_after) * 7),
            })
        });
        let mut times: Vec<Due<'_>> = times.collect();
        times.sort_by_key(|time| time.due);
        times
    }

    /// One of these times.
    pub fn due(&self, occasion: &str, period: Period) -> Option<Due<'_>> {
        let mut times = self.comes_back().into_iter();
        times.find(|time| time.occasion.id == occasion && time.period == period)
    }
}

impl Plan {
    /// What was written for a time.
    pub fn turn(&self, due: &Due<'_>) -> Option<&Turn> {
        let mut turns = self.turns.iter();
        turns.find(|turn| turn.occasion == due.occasion.id && turn.period == due.period)
    }
}

impl Due<'_> {
    /// How it stands on a day.
    pub fn state(&self, plan: &Plan, on: NaiveDate) -> State {
        if plan.turn(self).is_some_and(|turn| turn.held.is_some()) {
            State::Done
        } else if self.due < on {
            State::Late
        } else if (self.due - on).num_days() <= NEAR {
            State::Near
        } else {
            State::Ahead
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        configuration::{
            plan::{OccasionKind, PlanHead},
            text::Text,
        },
        figures::audience::Audience,
        id::{MunicipalityId, PlanId},
    };

    fn text(words: &str) -> Text {
        Text {
            nl: words.to_owned(),
            en: words.to_owned(),
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rules() -> PlanRules {
        let occasion = |id: &str, every, weeks_after| Occasion {
            id: id.to_owned(),
            name: text(id),
            to: text("Burgemeester"),
            kind: OccasionKind::Report,
            every,
            weeks_after,
            audience: Audience::Council,
            body: None,
            place: String::new(),
        };
        PlanRules {
            head: PlanHead {
                id: "2024-2025".to_owned(),
                name: "Plan".to_owned(),
                adopted_on: day("2024-07-09"),
                last_year: 2025,
            },
            pillars: Vec::new(),
            texts: Vec::new(),
            records: Vec::new(),
            occasions: vec![
                occasion("half", Every::HalfYear, 0),
                occasion("jaar", Every::Year, 9),
            ],
        }
    }

    #[test]
    fn what_comes_back_is_owed_from_the_day_on_which_the_plan_was_set() {
        let rules = rules();
        let all = rules.comes_back();
        let all: Vec<_> = all.iter().map(|it| (it.occasion.id.as_str(), it.due)).collect();
        assert_eq!(
            all,
            [
                ("half", day("2024-12-31")),
                ("jaar", day("2025-03-04")),
                ("half", day("2025-06-30")),
                ("half", day("2025-12-31")),
                ("jaar", day("2026-03-04")),
            ]
        );
    }

    #[test]
    fn it_is_near_before_late_after_and_done_when_it_was_held() {
        let rules = rules();
        let due = rules.due("half", Period::half(2025, 1).unwrap()).unwrap();
        let mut plan = Plan::new(PlanId(uuid::Uuid::nil()), MunicipalityId::from("heemstede"));
        let state = |plan: &Plan, on| due.state(plan, day(on));
        assert_eq!(state(&plan, "2025-01-01"), State::Ahead);
        assert_eq!(state(&plan, "2025-06-30"), State::Near);
        assert_eq!(state(&plan, "2025-07-01"), State::Late);
        let mut turn = Turn::new("half", due.period);
        turn.held = Some(Held {
            on: day("2025-06-12"),
            outcome: String::new(),
            by: None,
            name: String::new(),
            at: Timestamp::default(),
        });
        plan.turns.push(turn);
        assert_eq!(state(&plan, "2025-07-01"), State::Done);
        assert!(rules.due("half", Period::half(2024, 1).unwrap()).is_none());
    }
}
