// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to the contact officer (adviesvragen). Advice is not a report: no report, no signal, no figure comes of it.

use serde::{Deserialize, Serialize};

use crate::{
    id::{ConsultId, MunicipalityId, PersonId, Timestamp},
    retention::hold::Hold,
};

/// A question to the contact officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consult {
    /// Identifier.
    pub id: ConsultId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// Who asked.
    pub asker: PersonId,
    /// When.
    pub asked_at: Timestamp,
    /// The question.
    pub question: String,
    /// What was said after that, oldest first: answers, and what the asker says to them.
    pub said: Vec<Said>,
    /// How much of that the asker has opened.
    #[serde(default)]
    pub seen: usize,
    /// That nothing more is asked. Who says something after that opens it again.
    pub closed: Option<Closed>,
    /// That it must stay.
    #[serde(default)]
    pub hold: Option<Hold>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// What.
    pub text: String,
}

/// That a consult was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

impl Consult {
    /// Since when the asker waits for an answer; none where they don't.
    pub fn waits_since(&self) -> Option<Timestamp> {
        if self.closed.is_some() {
            return None;
        }
        let answered = self.said.iter().rposition(|said| said.by != self.asker);
        match answered {
            Some(place) => self.said.get(place + 1).map(|said| said.at),
            None => Some(self.asked_at),
        }
    }

    /// Whether an answer waits that the asker has not opened yet.
    pub fn has_news(&self) -> bool {
        let mut new = self.said.iter().skip(self.seen);
        new.any(|said| said.by != self.asker)
    }

    /// The asker opened it.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.seen = self.said.len();
        self
    }

    /// Adds what somebody says.
    #[must_use]
    pub fn say(mut self, text: String, at: Timestamp, by: PersonId) -> Self {
        self.closed = None;
        self.said.push(Said { at, by, text });
        self
    }

    /// Closes it.
    #[must_use]
    pub fn close(mut self, at: Timestamp, by: PersonId) -> Self {
        self.closed = self.closed.or(Some(Closed { at, by }));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    fn at(minute: u32) -> Timestamp {
        Timestamp::default() + chrono::TimeDelta::minutes(i64::from(minute))
    }

    #[test]
    fn it_waits_until_somebody_else_answers_and_again_when_the_asker_goes_on() {
        let (official, officer) = (person(1), person(2));
        let asked = Consult {
            id: ConsultId(uuid::Uuid::from_u128(3)),
            municipality: "here".into(),
            asker: official,
            asked_at: at(0),
            question: "Is this something?".to_owned(),
            said: Vec::new(),
            seen: 0,
            closed: None,
            hold: None,
        };
        assert_eq!(asked.waits_since(), Some(at(0)));
        let more = asked.say("And this?".to_owned(), at(1), official);
        assert_eq!(more.waits_since(), Some(at(0)), "nobody answered yet");
        assert!(!more.has_news(), "one's own words are no news");
        let answered = more.say("Yes.".to_owned(), at(2), officer);
        assert_eq!(answered.waits_since(), None);
        assert!(answered.has_news() && !answered.clone().open().has_news());
        let again = answered.say("Why?".to_owned(), at(3), official);
        let again = again.say("Please tell.".to_owned(), at(4), official);
        assert_eq!(again.waits_since(), Some(at(3)));
        let closed = again.close(at(5), official);
        assert_eq!(closed.waits_since(), None);
        assert_eq!(closed.clone().close(at(6), officer).closed, closed.closed, "once");
        assert_eq!(
            closed.say("After all.".to_owned(), at(7), official).waits_since(),
            Some(at(3))
        );
    }
}
