// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Names and reasons in the reader's language: steps, bodies, partners and people of a signal, and why something can't be done.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use meldroute_core::{
    calendar::dutch_date,
    configuration::{Configuration, outcome::Outcome},
    id::{
        BodyId, DepartmentId, FormId, IndicatorId, OutcomeId, PartnerId, PartyId, PersonId, RegisterId,
        StepId, Timestamp,
    },
    signal::{
        Signal,
        act::Refusal,
        strand::{Strand, StrandKind},
    },
    usecase::people::Colleague,
};

use crate::{dates, lang::Lang, refusal};

/// How a page speaks: language, configuration and the names of people.
#[derive(Clone, Debug)]
pub(crate) struct Wording<'c> {
    pub(crate) lang: Lang,
    pub(crate) configuration: &'c Configuration,
    pub(crate) today: NaiveDate,
    people: BTreeMap<PersonId, &'c str>,
}

impl<'c> Wording<'c> {
    pub(crate) fn new(
        lang: Lang,
        configuration: &'c Configuration,
        today: NaiveDate,
        colleagues: &'c [Colleague],
    ) -> Self {
        let people = colleagues.iter().map(|person| (person.id, person.name.as_str()));
        Self {
            lang,
            configuration,
            today,
            people: people.collect(),
        }
    }

    /// The same in another language.
    pub(crate) fn speaking(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    pub(crate) fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }

    pub(crate) fn person(&self, id: PersonId) -> String {
        let name = self.people.get(&id).copied();
        name.map_or_else(|| self.t("signal-nobody"), ToOwned::to_owned)
    }

    /// The name of a step, also where a newer route calls it otherwise.
    pub(crate) fn step(&self, id: &StepId) -> String {
        let step = self.configuration.route.step_or_successor(id);
        step.map_or_else(|| id.to_string(), |step| self.lang.text(&step.name).to_owned())
    }

    pub(crate) fn body(&self, id: &BodyId) -> String {
        let body = self.configuration.body(id);
        body.map_or_else(|| id.to_string(), |body| self.lang.text(&body.name).to_owned())
    }

    pub(crate) fn partner(&self, id: &PartnerId) -> String {
        let partner = self.configuration.partner(id);
        partner.map_or_else(|| id.to_string(), |partner| partner.name.clone())
    }

    pub(crate) fn register(&self, id: &RegisterId) -> String {
        let register = self.configuration.register(id);
        register.map_or_else(|| id.to_string(), |r| self.lang.text(&r.name).to_owned())
    }

    pub(crate) fn party(&self, id: &PartyId) -> String {
        let party = self.configuration.party(id);
        party.map_or_else(|| id.to_string(), |name| self.lang.text(&name).to_owned())
    }

    pub(crate) fn department(&self, id: &DepartmentId) -> String {
        let department = self.configuration.department(id);
        department.map_or_else(|| id.to_string(), |d| self.lang.text(&d.name).to_owned())
    }

    pub(crate) fn form(&self, id: &FormId) -> String {
        let form = self.configuration.form(id);
        form.map_or_else(|| id.to_string(), |form| self.lang.text(&form.name).to_owned())
    }

    /// The words of an indicator, from whichever list it was ticked in.
    pub(crate) fn indicator(&self, id: &IndicatorId) -> String {
        let all = self
            .configuration
            .indicators
            .iter()
            .flat_map(|list| &list.indicators);
        let found = all.into_iter().find(|indicator| indicator.id == *id);
        found.map_or_else(
            || id.to_string(),
            |indicator| match self.lang.code() {
                "en" => indicator.en.clone(),
                _ => indicator.nl.clone(),
            },
        )
    }

    /// The name of an outcome that was chosen at a step or in a body.
    pub(crate) fn outcome(&self, step: &StepId, body: Option<&BodyId>, id: &OutcomeId) -> String {
        let of_body = body
            .and_then(|body| self.configuration.body(body))
            .and_then(|body| body.outcome(id));
        let of_step = || {
            let step = self.configuration.route.step_or_successor(step)?;
            step.outcome(id)
        };
        let found: Option<&Outcome> = of_body.or_else(of_step);
        found.map_or_else(
            || id.to_string(),
            |outcome| self.lang.text(&outcome.name).to_owned(),
        )
    }

    /// "di 3 december 2024".
    pub(crate) fn day(&self, on: NaiveDate) -> String {
        dates::day(self.lang, on)
    }

    /// "di 3 december".
    pub(crate) fn short(&self, on: NaiveDate) -> String {
        dates::day_of_year(self.lang, on)
    }

    /// The day of a moment, without year.
    pub(crate) fn short_of(&self, at: Timestamp) -> String {
        self.short(dutch_date(at))
    }

    /// "di 3 dec".
    pub(crate) fn shortest(&self, at: Timestamp) -> String {
        dates::short_day(self.lang, self.today, dutch_date(at))
    }

    /// "di 3 dec, 15.05 uur".
    pub(crate) fn short_moment(&self, at: Timestamp) -> String {
        dates::short_moment(self.lang, self.today, at)
    }

    /// "di 3 december 2024, 15.05 uur".
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        dates::moment(self.lang, at)
    }

    /// Who got a strand.
    pub(crate) fn holder(&self, kind: &StrandKind) -> String {
        match kind {
            StrandKind::Task { assignee, .. }
            | StrandKind::Inspection { assignee, .. }
            | StrandKind::Intervention { assignee, .. } => self.person(*assignee),
            StrandKind::HandOver { partner, .. }
            | StrandKind::Care { partner, .. }
            | StrandKind::Case { partner, .. } => self.partner(partner),
            StrandKind::OtherDepartment { department, .. } => self.department(department),
        }
    }

    /// Why something can't be done now.
    pub(crate) fn refusal(&self, refusal: &Refusal, signal: &Signal) -> String {
        let why = refusal::of_signal(self.lang, Some(self.configuration), refusal);
        let Refusal::Waiting(strand) = refusal else {
            return why;
        };
        let held = signal.strands.iter().find(|held| held.id == *strand);
        held.map_or(why.clone(), |held| format!("{why} {}", self.waits_for(held)))
    }

    /// "Actie: Bram Visser, uiterlijk di 24 november."
    fn waits_for(&self, strand: &Strand) -> String {
        let kind = self.lang.kind("strand-kind", strand.kind.as_str());
        let by = self.lang.arg("date", self.short(strand.due)).t("strand-due");
        format!("{kind}: {}, {by}.", self.holder(&strand.kind))
    }
}

/// How many words a text has, for the line that opens it.
pub(crate) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
