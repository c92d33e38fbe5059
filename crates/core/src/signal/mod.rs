// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Signals (signalen): the municipality's assessed unit, which travels the route.
//!
//! The aggregate is a value: [`act`] holds its transitions, which take a signal and give a new one or a refusal; [`offer`]
//! says which of them are open now, and why the others are not.

pub mod act;
pub mod assessment;
pub mod brought;
pub mod care;
pub mod facts;
pub mod feedback;
pub mod inspection;
pub mod offer;
pub mod opening;
pub mod recusal;
pub mod restriction;
pub mod share;
pub mod stage;
pub mod strand;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::{
    assessment::{Assessment, Note, Observation, Subject},
    brought::Reply,
    feedback::Feedback,
    opening::Opening,
    recusal::Recusal,
    restriction::Restriction,
    stage::{Confirmation, Stage, Visit},
    strand::Strand,
};
use crate::{
    configuration::outcome::OutcomeKind,
    enrichment::SourceQuery,
    id::{
        AreaId, BodyId, ChannelId, ConditionId, DecisionId, GateId, MeetingId, MunicipalityId, OutcomeId,
        PartnerId, PersonId, ReportId, SignalId, StepId, Timestamp,
    },
    report::ReporterKind,
    retention::hold::Hold,
    sharing::{mark::Mark, pack::Pack},
};

/// One or more reports about the same matter, on their way to a decision and back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// Identifier.
    pub id: SignalId,
    /// The municipality that handles it.
    pub municipality: MunicipalityId,
    /// The municipality that it is about, where a desk works for several.
    pub area: AreaId,
    /// One line that says what it is about.
    pub title: String,
    /// When it was registered.
    pub opened_at: Timestamp,
    /// Who sees to it that it moves.
    pub owner: PersonId,
    /// Where it is on the main line.
    pub stage: Stage,
    /// Steps where it has been, oldest first; the last one may be where it is.
    pub visits: Vec<Visit>,
    /// Reports that it is made of, with those that were taken out again.
    pub reports: Vec<LinkedReport>,
    /// What was seen.
    pub observations: Vec<Observation>,
    /// What we think it is; the last one counts, earlier ones stay.
    pub assessments: Vec<Assessment>,
    /// What and whom it is about.
    pub subjects: Vec<Subject>,
    /// Notes of enrichment.
    pub notes: Vec<Note>,
    /// Questions to sources, with what came of them.
    #[serde(default)]
    pub queries: Vec<SourceQuery>,
    /// Decisions on gates.
    pub gates: Vec<GateDecision>,
    /// Decisions of bodies and persons.
    pub decisions: Vec<Decision>,
    /// What runs beside the main line.
    pub strands: Vec<Strand>,
    /// What was written down about items: whose they are and where they may go. The last one of an item counts.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// What was released to others.
    #[serde(default)]
    pub packs: Vec<Pack>,
    /// What partners said at the table to what was brought to them.
    #[serde(default)]
    pub replies: Vec<Reply>,
    /// Guests who may see this signal.
    pub invitations: Vec<Invitation>,
    /// Who opened it in an emergency, oldest first.
    #[serde(default)]
    pub openings: Vec<Opening>,
    /// Who stays out of it since they are concerned, with those who were let in again.
    #[serde(default)]
    pub recusals: Vec<Recusal>,
    /// That its use was restricted on request of a data subject, with those that were lifted.
    #[serde(default)]
    pub restrictions: Vec<Restriction>,
    /// When it was marked as acute, and by whom.
    pub acute: Option<AcuteMark>,
    /// Whether the suspicion is confirmed.
    pub confirmation: Confirmation,
    /// That it must stay, whatever the rules of retention say.
    #[serde(default)]
    pub hold: Option<Hold>,
}

/// A report that is, or was, part of a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedReport {
    /// The report.
    pub report: ReportId,
    /// Its channel.
    pub channel: ChannelId,
    /// The kind of its reporter.
    pub reporter_kind: ReporterKind,
    /// The organisation that reported, where it is a partner.
    pub partner: Option<PartnerId>,
    /// Whether its reporter can be reached.
    pub contact_known: bool,
    /// Whether its reporter can read here what is written to them.
    #[serde(default)]
    pub reads_online: bool,
    /// Since when its reporter has written what nobody has read.
    #[serde(default)]
    pub unread_since: Option<Timestamp>,
    /// When it was linked.
    pub linked_at: Timestamp,
    /// By whom.
    pub linked_by: PersonId,
    /// Why it belongs to this signal.
    pub reason: String,
    /// When it was taken out again.
    pub unlinked: Option<Unlinked>,
    /// Messages that the reporter is owed.
    pub feedback: Vec<Feedback>,
}

/// That a report was taken out of a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlinked {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// A decision on a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateDecision {
    /// The gate.
    pub gate: GateId,
    /// The step before which it stood.
    pub step: StepId,
    /// Yes or no.
    pub granted: bool,
    /// The legal ground, in the words of who decided.
    pub ground: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// A decision (besluit) of a body, or of a person where the route says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Identifier.
    pub id: DecisionId,
    /// The step at which it was taken.
    pub step: StepId,
    /// The body, where one decided.
    pub body: Option<BodyId>,
    /// The sitting, where a body decided.
    pub meeting: Option<MeetingId>,
    /// The outcome.
    pub outcome: OutcomeId,
    /// What the outcome does.
    pub kind: OutcomeKind,
    /// Why.
    pub reason: String,
    /// Answers to the entry conditions of the body to which the signal was escalated.
    pub conditions: Vec<ConditionAnswer>,
    /// When.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: PersonId,
}

/// The answer to an entry condition: yes, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionAnswer {
    /// The condition.
    pub condition: ConditionId,
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub reason: String,
}

/// A guest who may see this signal around a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The guest.
    pub guest: PersonId,
    /// The sitting.
    pub meeting: MeetingId,
    /// The day of the sitting; access ends with it.
    pub on: NaiveDate,
    /// Why the guest is needed.
    pub reason: String,
    /// Who invited.
    pub by: PersonId,
}

/// That a signal was marked as acute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcuteMark {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// What the danger is.
    pub reason: String,
}

impl Signal {
    /// Reports that are part of the signal now.
    pub fn linked(&self) -> impl Iterator<Item = &LinkedReport> {
        self.reports.iter().filter(|link| link.unlinked.is_none())
    }

    /// What we think it is now.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessments.last()
    }

    /// Strands that still run.
    pub fn open_strands(&self) -> impl Iterator<Item = &Strand> {
        self.strands.iter().filter(|strand| strand.is_open())
    }

    /// Messages that reporters are still owed.
    pub fn feedback_due(&self) -> impl Iterator<Item = (&LinkedReport, &Feedback)> {
        self.linked().flat_map(|link| {
            link.feedback
                .iter()
                .filter(|f| f.is_due())
                .map(move |feedback| (link, feedback))
        })
    }

    /// The last decision that said where the signal goes.
    pub fn last_decision(&self) -> Option<&Decision> {
        self.decisions.last()
    }
}
