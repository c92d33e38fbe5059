// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Lists of what is due to be destroyed (vernietigingslijst): proposed by the program, approved by the owner of the process, then by the
//! archivist, and carried out. A list holds numbers, rules and dates, never content.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    certificate::Certificate,
    rule::{Class, End, Rule},
    verdict::Verdict,
};
use crate::{
    audit::About,
    id::{
        ClaimId, ConsultId, FileId, ListId, MunicipalityId, PersonId, ReportId, RetentionRuleId, SignalId,
        Timestamp,
    },
};

/// What can be destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A signal, with its reports.
    Signal(SignalId),
    /// A report that is no signal.
    Report(ReportId),
    /// A question for advice.
    Consult(ConsultId),
    /// A request of a data subject.
    Claim(ClaimId),
    /// A message that could not be read.
    Quarantined(FileId),
}

impl Subject {
    /// The class to which it belongs.
    pub fn class(self) -> Class {
        match self {
            Self::Signal(_) => Class::Signal,
            Self::Report(_) => Class::Report,
            Self::Consult(_) => Class::Advice,
            Self::Claim(_) => Class::Request,
            Self::Quarantined(_) => Class::Quarantined,
        }
    }

    /// Its identifier.
    pub fn id(self) -> uuid::Uuid {
        match self {
            Self::Signal(id) => id.0,
            Self::Report(id) => id.0,
            Self::Consult(id) => id.0,
            Self::Claim(id) => id.0,
            Self::Quarantined(id) => id.0,
        }
    }

    /// As what the journal tells about it.
    pub fn about(self) -> About {
        match self {
            Self::Signal(id) => About::Signal(id),
            Self::Report(id) => About::Report(id),
            Self::Consult(id) => About::Consult(id),
            Self::Claim(id) => About::Claim(id),
            Self::Quarantined(id) => About::Quarantined(id),
        }
    }

    /// The thing of a class with this identifier.
    pub fn of(class: Class, id: uuid::Uuid) -> Self {
        match class {
            Class::Signal => Self::Signal(SignalId(id)),
            Class::Report => Self::Report(ReportId(id)),
            Class::Advice => Self::Consult(ConsultId(id)),
            Class::Request => Self::Claim(ClaimId(id)),
            Class::Quarantined => Self::Quarantined(FileId(id)),
        }
    }
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Identifier.
    pub id: ListId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// What stands on it.
    pub items: Vec<Item>,
    /// Why the archivist gave it back, the last time; without content.
    pub returned: Option<Returned>,
    /// Whose turn it is.
    pub state: ListState,
}

/// That the archivist did not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Why.
    pub reason: String,
    /// Who and when.
    pub by: Signature,
}

/// Something on a list, with what was known of it when it was put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What.
    pub subject: Subject,
    /// Its number; empty for what has none.
    pub number: String,
    /// How many reports go with it.
    pub reports: usize,
    /// The rule.
    pub rule: RetentionRuleId,
    /// What happens.
    pub end: End,
    /// From when the term counted.
    pub start: NaiveDate,
    /// The last day of the term.
    pub last_day: NaiveDate,
    /// The basis, as the rule said it then.
    pub basis: String,
    /// Where the basis stands.
    pub source: String,
    /// For which request of a data subject it is on the list before its term is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
    /// What became of it.
    pub state: ItemState,
}

/// What became of something on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ItemState {
    /// It stands on the list.
    Listed,
    /// The owner keeps it longer. The reason stands in the journal of the thing itself, and goes with it.
    Kept {
        /// The last day on which it is not proposed again.
        until: NaiveDate,
        /// Who said so.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// It was not destroyed.
    Left {
        /// Why.
        why: Stays,
        /// When that was found.
        at: Timestamp,
    },
    /// It is gone.
    Gone {
        /// Since when.
        at: Timestamp,
    },
}

/// Why something is not destroyed although it stood on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Stays {
    /// A legal hold stands.
    #[error("a legal hold stands")]
    Hold,
    /// The rules say something else now.
    #[error("the rules say something else now")]
    RuleChanged,
    /// It is in use again, or something must still be done about it.
    #[error("something must still be done about it")]
    InUse,
    /// It is not there any more.
    #[error("it is not there any more")]
    NotThere,
}

impl Stays {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::RuleChanged => "rule-changed",
            Self::InUse => "in-use",
            Self::NotThere => "not-there",
        }
    }
}

/// Who said yes, and when. The name is copied: it must still be known when the account is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who.
    pub person: PersonId,
    /// Their name then.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ListState {
    /// The owner of the process looks at it.
    Proposed,
    /// The owner approved it; the archivist looks at it.
    Approved {
        /// The owner.
        owner: Signature,
    },
    /// Both approved it: it can be carried out.
    Authorised {
        /// The owner.
        owner: Signature,
        /// The archivist.
        archivist: Signature,
    },
    /// It was carried out. None of it went where everything on it had to stay: then there is no certificate.
    Done {
        /// What proves it.
        certificate: Option<Box<Certificate>>,
    },
}

impl ListState {
    /// The name as it is stored and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved { .. } => "approved",
            Self::Authorised { .. } => "authorised",
            Self::Done { .. } => "done",
        }
    }
}

/// Why a list can't change as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListRefusal {
    /// It is somebody else's turn, or it has been done.
    #[error("the list is not at this step any more")]
    NotNow,
    /// Four eyes: who approved as owner can't approve as archivist.
    #[error("another person must approve than the one who approved first")]
    SamePerson,
    /// It does not stand on the list.
    #[error("this does not stand on the list")]
    NotListed,
    /// Nothing stands on the list any more.
    #[error("nothing is left on the list")]
    Empty,
    /// The day is past, or there is none.
    #[error("the day must be later than today")]
    NotLater,
    /// It changed since the person looked at it.
    #[error("the list changed since it was shown")]
    Changed,
    /// A legal hold stands on something on the list.
    #[error("a legal hold stands on something on the list; keep it, or wait until the hold is lifted")]
    Held,
    /// A legal hold stands on this.
    #[error("a legal hold stands")]
    HoldStands,
    /// It is open, or something must still be done about it.
    #[error("something must still be done about it")]
    InUse,
    /// No rule says when it goes.
    #[error("no rule says when it goes")]
    NoRule,
}

impl Item {
    /// Something that is due by what the rules say.
    pub fn new(subject: Subject, number: String, reports: usize, verdict: &Verdict<'_>) -> Option<Self> {
        let Rule { id, end, basis, .. } = verdict.rule;
        Some(Self {
            subject,
            number,
            reports,
            rule: id.clone(),
            end: *end,
            start: verdict.start,
            last_day: verdict.last_day?,
            basis: basis.text.clone(),
            source: basis.source.clone(),
            claim: None,
            state: ItemState::Listed,
        })
    }

    /// Something that a data subject asked to erase, whatever its term: nothing of it stays.
    pub fn on_request(
        subject: Subject,
        number: String,
        reports: usize,
        verdict: &Verdict<'_>,
        (claim, today): (ClaimId, NaiveDate),
    ) -> Self {
        Self {
            subject,
            number,
            reports,
            rule: verdict.rule.id.clone(),
            end: End::Destroy,
            start: verdict.start,
            last_day: today,
            basis: "Verwijdering op verzoek van een betrokkene (te bevestigen door FG/jurist).".to_owned(),
            source: "AVG art. 17 lid 1".to_owned(),
            claim: Some(claim),
            state: ItemState::Listed,
        }
    }

    /// Whether it still stands on the list.
    pub fn is_listed(&self) -> bool {
        self.state == ItemState::Listed
    }

    /// Whether it may go by what the rules say: what they said when it was put on the list, and that its term is over. A request of a data
    /// subject does not wait for either.
    pub fn may_go(&self, verdict: &Verdict<'_>, on: NaiveDate) -> bool {
        self.claim.is_some() || (self.agrees(verdict) && verdict.is_over(on))
    }

    fn agrees(&self, verdict: &Verdict<'_>) -> bool {
        self.rule == verdict.rule.id
            && self.end == verdict.rule.end
            && Some(self.last_day) == verdict.last_day
    }
}

impl List {
    /// What stands on it.
    pub fn listed(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_listed())
    }

    /// Whether it still matters: what stands on it is not proposed again.
    pub fn is_open(&self) -> bool {
        !matches!(self.state, ListState::Done { .. })
    }

    /// Puts more on it, as long as the owner looks at it.
    pub fn put(mut self, items: Vec<Item>) -> Result<Self, ListRefusal> {
        self.in_proposal()?;
        self.items.extend(items);
        Ok(self)
    }

    /// The owner keeps something longer.
    pub fn keep(
        mut self,
        subject: Subject,
        until: NaiveDate,
        (by, at): (PersonId, Timestamp),
        today: NaiveDate,
    ) -> Result<Self, ListRefusal> {
        self.in_proposal()?;
        if until <= today {
            return Err(ListRefusal::NotLater);
        }
        let mut items = self.items.iter_mut();
        let item = items.find(|item| item.subject == subject && item.is_listed());
        item.ok_or(ListRefusal::NotListed)?.state = ItemState::Kept { until, by, at };
        Ok(self)
    }

    /// The owner approves what stands on it.
    pub fn approve(mut self, owner: Signature) -> Result<Self, ListRefusal> {
        self.in_proposal()?;
        if self.listed().next().is_none() {
            return Err(ListRefusal::Empty);
        }
        self.state = ListState::Approved { owner };
        Ok(self)
    }

    /// The archivist gives it back to the owner.
    pub fn give_back(mut self, reason: String, by: Signature) -> Result<Self, ListRefusal> {
        let ListState::Approved { .. } = self.state else {
            return Err(ListRefusal::NotNow);
        };
        self.returned = Some(Returned { reason, by });
        self.state = ListState::Proposed;
        Ok(self)
    }

    /// The archivist approves it: another person than the owner.
    pub fn authorise(mut self, archivist: Signature) -> Result<Self, ListRefusal> {
        let ListState::Approved { owner } = self.state else {
            return Err(ListRefusal::NotNow);
        };
        if owner.person == archivist.person {
            return Err(ListRefusal::SamePerson);
        }
        self.state = ListState::Authorised { owner, archivist };
        Ok(self)
    }

    /// Says what became of something on it while it was carried out.
    pub fn settle(mut self, subject: Subject, state: ItemState) -> Result<Self, ListRefusal> {
        let ListState::Authorised { .. } = self.state else {
            return Err(ListRefusal::NotNow);
        };
        let mut items = self.items.iter_mut();
        let item = items.find(|item| item.subject == subject && item.is_listed());
        item.ok_or(ListRefusal::NotListed)?.state = state;
        Ok(self)
    }

    /// Everything on it was carried out.
    pub fn done(mut self, certificate: Option<Certificate>) -> Result<Self, ListRefusal> {
        let ListState::Authorised { .. } = self.state else {
            return Err(ListRefusal::NotNow);
        };
        if self.listed().next().is_some() {
            return Err(ListRefusal::NotNow);
        }
        self.state = ListState::Done {
            certificate: certificate.map(Box::new),
        };
        Ok(self)
    }

    fn in_proposal(&self) -> Result<(), ListRefusal> {
        match self.state {
            ListState::Proposed => Ok(()),
            ListState::Approved { .. } | ListState::Authorised { .. } | ListState::Done { .. } => {
                Err(ListRefusal::NotNow)
            }
        }
    }
}
