// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sharing (delen): who may give which data to whom, on which ground, and under which conditions.
//!
//! The rules are a table of the municipality's: [`rule`] says what a line of it is, [`matrix`] what the table answers. What no rule
//! allows is not shared. [`mark`]s on items make it stricter, [`terms`] are what a person fills in first, and a [`pack`] is what leaves.

pub mod mark;
pub mod matrix;
pub mod pack;
pub mod rule;
pub mod terms;

use serde::{Deserialize, Serialize};

use crate::signal::assessment::choices;

choices! {
    /// A kind of data (soort gegevens).
    Category {
        /// An address or another place.
        Location = "location",
        /// A company.
        Company = "company",
        /// What leads to people: a number plate, a telephone number, a website or an advertisement.
        Trace = "trace",
        /// Who may be a victim.
        PossibleVictim = "possible-victim",
        /// Who may be an offender.
        Suspect = "suspect",
        /// Somebody else who is concerned.
        Involved = "involved",
        /// Who reported, and what leads to them.
        Reporter = "reporter",
        /// What was seen, in the words of the municipality.
        Observation = "observation",
        /// What the municipality thinks it is.
        Assessment = "assessment",
        /// The words of a report or tip, as it came in.
        TipText = "tip-text",
        /// What a register said.
        Register = "register",
        /// Health and care.
        Care = "care",
        /// Convictions and offences, as police or justice know them.
        Criminal = "criminal",
        /// That a fact occurs with the one who is asked, or not, and nothing else.
        Hit = "hit",
        /// What the municipality did with a report, and nothing about whom or what it is.
        Outcome = "outcome",
        /// Numbers that lead to nobody.
        Figures = "figures",
    }
    /// What the matrix answers, from mild to strict.
    #[derive(Default)]
    Answer {
        /// It may be shared.
        Allow = "allow",
        /// Who gave it must be asked first.
        AskFirst = "ask-first",
        /// Somebody must decide first.
        DecisionNeeded = "decision-needed",
        /// It is not shared.
        #[default]
        Deny = "deny",
    }
    /// Something that must be there before data leave.
    Need {
        /// The person whom it is about agrees.
        Consent = "consent",
        /// It is written down why less would not do.
        NecessityNote = "necessity-note",
        /// A decision, by its number or date.
        DecisionNumber = "decision-number",
        /// Who gave the data to the municipality agrees.
        OriginatorPermission = "originator-permission",
    }
}

impl Category {
    /// Every kind that a text about a signal can hold.
    pub const IN_TEXTS: [Self; 12] = [
        Self::Location,
        Self::Company,
        Self::Trace,
        Self::PossibleVictim,
        Self::Suspect,
        Self::Involved,
        Self::Observation,
        Self::Assessment,
        Self::TipText,
        Self::Register,
        Self::Care,
        Self::Criminal,
    ];

    /// What goes to the partner of the fast lane when there is acute danger.
    pub const ACUTE: [Self; 3] = [Self::Observation, Self::Location, Self::PossibleVictim];
}
