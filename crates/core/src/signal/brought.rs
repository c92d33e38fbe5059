// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a partner gets at a sitting, and what it says to that: a minimised pack for the table, and its answer.

use serde::{Deserialize, Serialize};

use super::{
    Signal,
    act::{Hand, Refusal, words},
    assessment::{Note, choices},
};
use crate::{
    id::{MeetingId, PackId, PartyId, PersonId, Timestamp},
    sharing::{
        mark::{ItemRef, Mark, Onward, Regime},
        pack::Pack,
    },
};

choices! {
    /// What a partner says at the table.
    #[derive(Default)]
    Said {
        /// It knows the matter.
        #[default]
        Knows = "knows",
        /// It knows nothing of it.
        KnowsNot = "knows-not",
        /// It adds something.
        Adds = "adds",
        /// It takes the matter up.
        TakesUp = "takes-up",
        /// It does not take part.
        Refuses = "refuses",
    }
}

/// The answer of a partner to what was brought to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// What it answers to.
    pub pack: PackId,
    /// At which sitting.
    pub meeting: MeetingId,
    /// Who answers.
    pub from: PartyId,
    /// What it says.
    pub said: Said,
    /// In its words: what it adds, under which number it takes it up, why not.
    pub words: String,
    /// Under which conditions the municipality may use that; the partner's own.
    pub conditions: String,
    /// When.
    pub at: Timestamp,
    /// Who wrote it down.
    pub by: PersonId,
}

/// What a partner answers, as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReply {
    /// What it answers to.
    pub pack: PackId,
    /// What it says.
    pub said: Said,
    /// In its words.
    pub words: String,
    /// Its conditions.
    pub conditions: String,
    /// The law under which what it adds comes.
    pub regime: Regime,
}

impl Signal {
    /// What was brought to a sitting, for each partner the newest.
    pub fn brought(&self, meeting: MeetingId) -> Vec<&Pack> {
        let mut newest: Vec<&Pack> = Vec::new();
        for pack in self.packs.iter().rev() {
            let known = newest.iter().any(|it| it.to == pack.to);
            if pack.meeting == Some(meeting) && pack.withdrawn.is_none() && !known {
                newest.push(pack);
            }
        }
        newest.reverse();
        newest
    }

    /// What a partner said last about a pack.
    pub fn reply_to(&self, pack: PackId) -> Option<&Reply> {
        self.replies.iter().rev().find(|reply| reply.pack == pack)
    }

    /// Writes down what a partner says. What it adds becomes a note of its own, marked as the partner's: nobody passes it on without
    /// asking them.
    pub(super) fn reply(mut self, reply: NewReply, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let mut packs = self.packs.iter().filter(|pack| pack.withdrawn.is_none());
        let pack = packs.find(|pack| pack.id == reply.pack).ok_or(Refusal::NotHere)?;
        let meeting = pack.meeting.ok_or(Refusal::NotHere)?;
        let from = pack.to.clone();
        let said = match reply.said {
            Said::Adds | Said::Refuses => words(reply.words, "words")?,
            Said::Knows | Said::KnowsNot | Said::TakesUp => reply.words,
        };
        if reply.said == Said::Adds {
            self.add_of_partner(&from, &said, &reply.conditions, reply.regime, hand);
        }
        self.replies.push(Reply {
            pack: reply.pack,
            meeting,
            from,
            said: reply.said,
            words: said,
            conditions: reply.conditions,
            at: hand.now,
            by: hand.by,
        });
        Ok(self)
    }

    fn add_of_partner(
        &mut self,
        from: &PartyId,
        text: &str,
        conditions: &str,
        regime: Regime,
        hand: &Hand<'_>,
    ) {
        let name = hand.configuration.party(from);
        self.notes.push(Note {
            text: text.to_owned(),
            source: name.map_or_else(|| from.to_string(), |name| name.nl),
            beside: None,
            at: hand.now,
            by: hand.by,
        });
        self.marks.push(Mark {
            item: ItemRef::Note(self.notes.len().saturating_sub(1)),
            originator: Some(from.clone()),
            controller: None,
            regime,
            onward: Onward::AskOriginator.max(regime.at_least()),
            minutes: false,
            expires_on: None,
            categories: std::collections::BTreeSet::new(),
            reason: conditions.to_owned(),
            at: hand.now,
            by: hand.by,
        });
    }
}
