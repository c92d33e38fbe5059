// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A line of the sharing matrix, as a municipality writes it.

use chrono::NaiveDate;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IntoDeserializer as _, value::StrDeserializer},
};

use super::{Answer, Category, Need};
use crate::{
    configuration::text::Text,
    id::{PartyId, RuleId},
    signal::assessment::Minor,
};

/// Stands for everybody, or for every kind of data.
pub const ANY: &str = "*";

/// Who gives or gets data and stands nowhere else in the configuration, such as the council or whoever reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Short name.
    pub id: PartyId,
    /// Name on screens.
    pub name: Text,
}

/// A rule of the sharing matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Short name, by which the journal names it.
    pub id: RuleId,
    /// Who gives: one or several, or `*` alone.
    pub from: Vec<PartyId>,
    /// Who gets: one or several, or `*` alone.
    pub to: Vec<PartyId>,
    /// Which kinds of data: one or several, or `*` alone.
    pub categories: Vec<Kind>,
    /// In which circumstances only.
    #[serde(default, skip_serializing_if = "Circumstances::is_always")]
    pub when: Circumstances,
    /// What the rule answers.
    pub answer: Answer,
    /// What must be there first.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Whether it counts.
    pub state: RuleState,
    /// On which ground.
    pub ground: Ground,
    /// When the municipality last looked whether it is still right; none where nobody has yet.
    pub reviewed_on: Option<NaiveDate>,
}

/// The legal ground of a rule. The program repeats it and gives no legal advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// What it says, in plain words.
    pub text: String,
    /// Where it stands: law and article, agreement, protocol.
    pub source: String,
    /// The day as of which the law was read.
    pub date: NaiveDate,
    /// Who confirmed it, and when. Without it screens say "te bevestigen door FG/jurist".
    #[serde(default)]
    pub confirmed_by: Option<String>,
}

/// Whether a rule counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleState {
    /// It counts.
    InForce,
    /// It is being prepared: it never allows anything.
    #[default]
    Pending,
}

impl RuleState {
    /// The name in the configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Pending => "pending",
        }
    }
}

/// Circumstances in which a rule counts; what is left out does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstances {
    /// Whether a minor is concerned. As long as that is not known, a rule that asks it does not count.
    #[serde(default)]
    pub minor: Option<bool>,
    /// Whether there is acute danger.
    #[serde(default)]
    pub acute: Option<bool>,
}

impl Circumstances {
    /// Whether they always hold.
    pub fn is_always(&self) -> bool {
        self.count() == 0
    }

    /// How many are asked.
    pub fn count(self) -> usize {
        usize::from(self.minor.is_some()) + usize::from(self.acute.is_some())
    }

    /// Whether they hold.
    pub fn hold(self, minor: Minor, acute: bool) -> bool {
        let minor_holds = match (self.minor, minor) {
            (None, _) | (Some(true), Minor::Yes) | (Some(false), Minor::No) => true,
            (Some(_), _) => false,
        };
        minor_holds && self.acute.is_none_or(|asked| asked == acute)
    }

    /// Whether both can hold at once.
    pub(crate) fn can_meet(self, other: Self) -> bool {
        let meet = |one: Option<bool>, other: Option<bool>| one.is_none() || other.is_none() || one == other;
        meet(self.minor, other.minor) && meet(self.acute, other.acute)
    }
}

/// One kind of data, or every kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Every kind.
    Any,
    /// This kind.
    One(Category),
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Any => ANY,
            Self::One(category) => category.as_str(),
        })
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == ANY {
            return Ok(Self::Any);
        }
        let inner: StrDeserializer<'_, D::Error> = text.as_str().into_deserializer();
        Category::deserialize(inner).map(Self::One)
    }
}

impl Rule {
    /// How narrowly it is written, most telling first: what it is, who gets it, who gives it, in which circumstances. Of two rules
    /// that fit, the greater counts. What it is comes first, so that "nobody hears who reported" holds against "the police gets all".
    pub fn specificity(&self) -> (bool, bool, bool, usize) {
        let names = |parties: &[PartyId]| !parties.iter().any(|party| party.as_str() == ANY);
        (
            !self.categories.contains(&Kind::Any),
            names(&self.to),
            names(&self.from),
            self.when.count(),
        )
    }

    /// Whether it speaks of this way for data, whatever the circumstances.
    pub fn speaks_of(&self, from: &PartyId, to: &PartyId, category: Category) -> bool {
        fits(&self.from, from) && fits(&self.to, to) && fits_kind(&self.categories, category)
    }

    /// Whether both can speak of the same.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let parties = |one: &[PartyId], other: &[PartyId]| {
            let is_any = |list: &[PartyId]| list.iter().any(|party| party.as_str() == ANY);
            is_any(one) || is_any(other) || one.iter().any(|party| other.contains(party))
        };
        let kinds = |one: &[Kind], other: &[Kind]| {
            one.contains(&Kind::Any) || other.contains(&Kind::Any) || one.iter().any(|k| other.contains(k))
        };
        parties(&self.from, &other.from)
            && parties(&self.to, &other.to)
            && kinds(&self.categories, &other.categories)
            && self.when.can_meet(other.when)
    }

    /// Whether it counts.
    pub fn is_in_force(&self) -> bool {
        self.state == RuleState::InForce
    }
}

fn fits(parties: &[PartyId], party: &PartyId) -> bool {
    parties
        .iter()
        .any(|known| known.as_str() == ANY || known == party)
}

fn fits_kind(kinds: &[Kind], category: Category) -> bool {
    kinds
        .iter()
        .any(|kind| matches!(kind, Kind::Any) || *kind == Kind::One(category))
}
