// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A municipality's configuration: everything that differs between municipalities.
//!
//! It is read from TOML files by [`read::read`], which gives a whole, checked configuration or all problems with file and line.

pub mod body;
pub mod channel;
pub mod check;
pub mod deadline;
pub mod describe;
pub mod fact;
pub mod feedback;
pub mod figures;
pub mod form;
pub mod looking;
pub mod municipality;
pub mod outcome;
pub mod partner;
pub mod plan;
pub mod problem;
pub mod processing;
pub mod public;
pub mod read;
pub mod register;
pub mod route;
mod source;
pub mod succession;
pub mod text;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::{
    body::Body,
    channel::{Anonymity, Channel, ChannelKind, Tips},
    feedback::{FeedbackRule, Template},
    figures::Figures,
    form::{Form, IndicatorList},
    looking::Looking,
    municipality::{Municipality, Neighbour, RefusalGround},
    partner::{Department, InspectionKind, Partner},
    plan::PlanRules,
    public::{PublicForm, WhereToReport},
    register::Register,
    route::Route,
    text::Text,
};
use crate::{
    id::{BodyId, ChannelId, DepartmentId, FormId, InspectionKindId, PartnerId, PartyId, RegisterId},
    policy::role::Role,
    report::ReporterKind,
    retention::rule::Rules,
    sharing::{Answer, Category, matrix::Matrix, rule::ANY},
};

/// Everything that differs between municipalities, checked as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Configuration {
    /// Who the municipality is.
    pub municipality: Municipality,
    /// Other municipalities on this installation that may be asked about a fact, and may ask.
    pub neighbours: Vec<Neighbour>,
    /// What the municipality calls its roles, where it differs from the program's names.
    pub role_names: BTreeMap<Role, Text>,
    /// What about looking is notable, and how long an emergency opening lasts.
    pub looking: Looking,
    /// Grounds on which a passage can be refused to a data subject; none where the municipality has not written them down.
    pub refusal_grounds: Vec<RefusalGround>,
    /// Forms of exploitation, in the order of the screens.
    pub forms: Vec<Form>,
    /// Indicators per form.
    pub indicators: Vec<IndicatorList>,
    /// Ways by which reports come in.
    pub channels: Vec<Channel>,
    /// What happens with anonymous reports.
    pub anonymity: Anonymity,
    /// How batches of forwarded tips are read; none where the municipality gets none.
    pub tips: Option<Tips>,
    /// The form by which anybody can report.
    pub public_form: PublicForm,
    /// The page that says where to report.
    pub where_to_report: WhereToReport,
    /// Partners in the chain.
    pub partners: Vec<Partner>,
    /// Departments of the municipality that can take a signal over.
    pub departments: Vec<Department>,
    /// Kinds of inspections.
    pub inspections: Vec<InspectionKind>,
    /// Registers and other sources that may be asked.
    pub registers: Vec<Register>,
    /// Steps, gates, forks and the acute branch.
    pub route: Route,
    /// Standing bodies.
    pub bodies: Vec<Body>,
    /// What each kind of reporter hears back.
    pub feedback: Vec<FeedbackRule>,
    /// Texts that a person starts from when giving feedback.
    pub templates: Vec<Template>,
    /// Sources of figures and the areas they count; empty where the municipality has none.
    pub figures: Figures,
    /// The plan that is carried out; none where the municipality has not written it down.
    pub plan: Option<PlanRules>,
    /// The register of processing activities.
    pub processing: processing::ProcessingRegister,
    /// Who may give which data to whom; none where the municipality has not written it down. Then nothing may be shared.
    pub sharing: Option<Matrix>,
    /// How long what is kept; none where the municipality has not written it down. Then nothing is ever proposed to be destroyed.
    pub retention: Option<Rules>,
}

impl Configuration {
    /// The body with this identifier.
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == *id)
    }

    /// The channel with this identifier.
    pub fn channel(&self, id: &ChannelId) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == *id)
    }

    /// The channel of the public form, where there is one and it is on.
    pub fn public_channel(&self) -> Option<&Channel> {
        let mut channels = self.channels.iter();
        channels
            .find(|channel| channel.kind == ChannelKind::PublicForm)
            .filter(|_| self.public_form.enabled)
    }

    /// The form of exploitation with this identifier.
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == *id)
    }

    /// The partner with this identifier.
    pub fn partner(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == *id)
    }

    /// The source with this identifier.
    pub fn register(&self, id: &RegisterId) -> Option<&Register> {
        self.registers.iter().find(|register| register.id == *id)
    }

    /// The role that decides on questions to a source that wait; one that is not configured any more is for the privacy officer.
    pub fn decides_on(&self, id: &RegisterId) -> Role {
        let decided_by = self.register(id).and_then(|register| register.decided_by);
        decided_by.unwrap_or(Role::PrivacyOfficer)
    }

    /// The kind of inspection with this identifier.
    pub fn inspection(&self, id: &InspectionKindId) -> Option<&InspectionKind> {
        self.inspections.iter().find(|kind| kind.id == *id)
    }

    /// The department with this identifier.
    pub fn department(&self, id: &DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == *id)
    }

    /// The controller in whose name is shared what belongs to no other one.
    pub fn first_controller(&self) -> PartyId {
        let first = self.municipality.controllers.first();
        PartyId(first.map_or_else(String::new, |controller| controller.id.clone()))
    }

    /// Everybody to whom something may be given: who is named by a rule, and the partners and departments.
    pub fn receivers(&self) -> Vec<PartyId> {
        let rules = self.sharing.iter().flat_map(|matrix| &matrix.rules);
        let named = rules
            .filter(|rule| rule.answer != Answer::Deny)
            .flat_map(|rule| rule.to.iter().cloned());
        let partners = self
            .partners
            .iter()
            .map(|partner| PartyId::from(partner.id.as_str()));
        let departments = self.departments.iter().map(|it| PartyId::from(it.id.as_str()));
        let mut receivers: Vec<PartyId> = Vec::new();
        for party in partners.chain(departments).chain(named) {
            if party.as_str() != ANY && party != self.first_controller() && !receivers.contains(&party) {
                receivers.push(party);
            }
        }
        receivers
    }

    /// The kinds of data in texts that some rule lets go to one of these, whatever it asks first.
    pub fn may_go_to(&self, receivers: &[PartyId]) -> Vec<Category> {
        let from = self.first_controller();
        let rules = || self.sharing.iter().flat_map(|matrix| &matrix.rules);
        let allowed = |category: &Category| {
            rules().any(|rule| {
                rule.is_in_force()
                    && rule.answer != Answer::Deny
                    && receivers.iter().any(|to| rule.speaks_of(&from, to, *category))
            })
        };
        Category::IN_TEXTS.into_iter().filter(allowed).collect()
    }

    /// Everybody from whom something may have come: who is named by a rule, and the partners and departments.
    pub fn givers(&self) -> Vec<PartyId> {
        let rules = self.sharing.iter().flat_map(|matrix| &matrix.rules);
        let named = rules.flat_map(|rule| rule.from.iter().cloned());
        let partners = self
            .partners
            .iter()
            .map(|partner| PartyId::from(partner.id.as_str()));
        let departments = self.departments.iter().map(|it| PartyId::from(it.id.as_str()));
        let mut givers: Vec<PartyId> = Vec::new();
        for party in partners.chain(departments).chain(named) {
            if party.as_str() != ANY && !givers.contains(&party) {
                givers.push(party);
            }
        }
        givers
    }

    /// The name of whoever gives or gets data; none where nobody has this identifier.
    pub fn party(&self, id: &PartyId) -> Option<Text> {
        let plain = |name: &str| Text {
            nl: name.to_owned(),
            en: name.to_owned(),
        };
        let id = id.as_str();
        let controller = || self.municipality.controllers.iter().find(|c| c.id == id);
        let partner = || self.partners.iter().find(|partner| partner.id.as_str() == id);
        let department = || {
            self.departments
                .iter()
                .find(|department| department.id.as_str() == id)
        };
        let body = || self.bodies.iter().find(|body| body.id.as_str() == id);
        let neighbour = || self.neighbours.iter().find(|n| n.municipality.as_str() == id);
        let party = || {
            let mut parties = self.sharing.iter().flat_map(|matrix| &matrix.parties);
            parties.find(|party| party.id.as_str() == id)
        };
        controller()
            .map(|controller| controller.name.clone())
            .or_else(|| partner().map(|partner| plain(&partner.name)))
            .or_else(|| department().map(|department| department.name.clone()))
            .or_else(|| body().map(|body| body.name.clone()))
            .or_else(|| neighbour().map(|neighbour| plain(neighbour.municipality.as_str())))
            .or_else(|| party().map(|party| party.name.clone()))
    }

    /// Forms that can be chosen on a day.
    pub fn forms_on(&self, day: NaiveDate) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(move |form| form.valid_on(day))
    }

    /// The indicator list of a form that is valid on a day; the newest where several are.
    pub fn indicators_on(&self, form: &FormId, day: NaiveDate) -> Option<&IndicatorList> {
        self.indicators
            .iter()
            .filter(|list| {
                list.form == *form
                    && list.valid_from <= day
                    && list.valid_until.is_none_or(|until| day <= until)
            })
            .max_by_key(|list| list.valid_from)
    }

    /// What a kind of reporter hears back. A checked configuration has a rule for every kind that a channel lets in.
    pub fn feedback_rule(&self, reporter: ReporterKind) -> Option<&FeedbackRule> {
        self.feedback.iter().find(|rule| rule.reporter == reporter)
    }
}
