// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The decision form: an outcome, a reason, and what the outcome asks for. The same in a sitting and where a person decides.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use meldroute_core::{
    configuration::{
        body::Body,
        outcome::{Outcome, OutcomeKind},
        partner::PartnerKind,
    },
    id::{ConditionId, OutcomeId, PartyId, PersonId},
    sharing::{Category, terms::Terms},
    signal::{
        act::NewStrand,
        strand::{InterventionField, StrandKind},
    },
    usecase::people::Colleague,
};

use crate::{
    dates,
    form::Problems,
    lang::Lang,
    pages::{
        sharing::conditions,
        signal::{
            field::{Choice, Field, Given, Part, Way},
            wording::Wording,
        },
    },
};

/// What can be decided, by whom it can be done and by when.
pub(crate) struct Deciding<'a> {
    pub(crate) words: &'a Wording<'a>,
    pub(crate) outcomes: &'a [Outcome],
    pub(crate) colleagues: &'a [Colleague],
    /// The next sitting: by then a task must be done.
    pub(crate) next: NaiveDate,
}

/// What was decided, as the use case takes it.
pub(crate) struct Decided {
    pub(crate) outcome: OutcomeId,
    pub(crate) reason: String,
    pub(crate) conditions: Vec<(ConditionId, bool, String)>,
    pub(crate) strands: Vec<NewStrand>,
}

/// The next sitting of a body after this one; without a body the time of attention.
pub(crate) fn next_sitting(words: &Wording<'_>, body: Option<&Body>, this: NaiveDate) -> NaiveDate {
    let last = this.max(words.today);
    let after = last.succ_opt().unwrap_or(last);
    body.map_or_else(
        || words.configuration.route.attention_after.after(words.today),
        |body| body.rhythm.next_on_or_after(after),
    )
}

impl Deciding<'_> {
    /// The outcomes to choose from, each with what it does.
    pub(crate) fn choices(&self, given: &Given) -> Vec<Choice> {
        let lang = self.words.lang;
        let choice = |outcome: &Outcome| Choice {
            chosen: given.get("outcome") == outcome.id.as_str(),
            ..Choice::new(&outcome.id, lang.text(&outcome.name))
                .hint(lang.kind("act-decide-hint", outcome.kind.as_str()))
        };
        self.outcomes.iter().map(choice).collect()
    }

    /// The fields of each outcome that asks for something.
    pub(crate) fn parts(&self, given: &Given, problems: &Problems) -> Vec<Part> {
        self.outcomes
            .iter()
            .filter_map(|outcome| self.part(outcome, given, problems))
            .collect()
    }

    fn part(&self, outcome: &Outcome, given: &Given, problems: &Problems) -> Option<Part> {
        let lang = self.words.lang;
        let fields = self.fields(outcome);
        if fields.is_empty() {
            return None;
        }
        let next = self.next.to_string();
        let begin = |field: &Field| match field.way {
            Way::Day => next.clone(),
            // The first real choice: RIEC leads most cases, administrative is the municipality's own field.
            Way::One(ref choices) if field.name.ends_with("-field") => choices
                .first()
                .map_or_else(String::new, |choice| choice.value.clone()),
            Way::List(ref choices) => choices
                .iter()
                .find(|choice| choice.chosen)
                .map_or_else(String::new, |choice| choice.value.clone()),
            _ => String::new(),
        };
        let escalates = outcome.kind == OutcomeKind::Escalate;
        let to = outcome
            .body
            .as_ref()
            .filter(|_| escalates)
            .map(|body| self.words.body(body));
        Some(Part {
            legend: lang
                .arg("outcome", lang.text(&outcome.name))
                .t("act-decide-fields"),
            outcome: outcome.id.to_string(),
            note: to.map_or_else(String::new, |body| {
                lang.arg("body", body).t("act-decide-condition-must")
            }),
            fields: fields
                .into_iter()
                .map(|field| {
                    let begin = begin(&field);
                    field.filled(given, &begin, problems, lang)
                })
                .collect(),
            ..Part::default()
        })
    }

    /// What the outcome asks; where somebody else gets the words, also what they hold and who agreed.
    fn fields(&self, outcome: &Outcome) -> Vec<Field> {
        let mut fields = self.own_fields(outcome);
        let goes_out = matches!(
            outcome.kind,
            OutcomeKind::OtherDepartment | OutcomeKind::HandOver | OutcomeKind::Care | OutcomeKind::Case
        );
        if goes_out {
            let (lang, prefix) = (self.words.lang, format!("{}-", outcome.id));
            let last = fields.len().saturating_sub(1);
            let kinds = self.words.configuration.may_go_to(&self.receivers(outcome.kind));
            let held = holds(lang, &prefix, &kinds).hint(lang.t("sharing-holds-hint"));
            let more = [held, consent(lang, format!("{prefix}consent"))];
            fields.splice(last..last, more);
        }
        fields
    }

    /// Who can get what an outcome of this kind hands over.
    fn receivers(&self, kind: OutcomeKind) -> Vec<PartyId> {
        let configuration = self.words.configuration;
        match kind {
            OutcomeKind::OtherDepartment => {
                let departments = configuration.departments.iter();
                departments.map(|it| PartyId::from(it.id.as_str())).collect()
            }
            OutcomeKind::Care => vec![configuration.route.care_partner.as_str().into()],
            _ => {
                let partners = configuration.partners.iter();
                partners.map(|it| PartyId::from(it.id.as_str())).collect()
            }
        }
    }

    fn own_fields(&self, outcome: &Outcome) -> Vec<Field> {
        let lang = self.words.lang;
        let name = |field: &str| format!("{}-{field}", outcome.id);
        let line = |field: &str, key: &str| Field::new(name(field), lang.t(key), Way::Line);
        let who = || Field::new(name("who"), lang.t("act-decide-who"), Way::List(self.people()));
        let by = || Field::new(name("due"), lang.t("act-decide-by"), Way::Day);
        match outcome.kind {
            OutcomeKind::MoreInformation => vec![line("what", "act-decide-task"), who(), by()],
            OutcomeKind::Inspection => vec![
                line("power", "act-decide-power").hint(lang.t("act-decide-power-hint")),
                line("what", "act-decide-purpose"),
                who(),
                by(),
            ],
            OutcomeKind::OtherDepartment => self.department_fields(outcome),
            OutcomeKind::HandOver => vec![
                Field::new(
                    name("to"),
                    lang.t("act-decide-partners"),
                    Way::Any(partners(self.words)),
                )
                .hint(lang.t("act-decide-partners-hint")),
                line("what", "act-decide-partner-what").hint(lang.t("act-decide-partner-what-hint")),
                line("ground", "act-decide-partner-ground"),
                by(),
            ],
            OutcomeKind::Care => vec![line("what", "act-decide-care-what"), by()],
            OutcomeKind::Intervention => vec![
                Field::new(
                    name("field"),
                    lang.t("act-decide-field"),
                    Way::One(self.measures()),
                ),
                line("what", "act-decide-intervention-what"),
                who(),
                by(),
            ],
            OutcomeKind::Case => vec![
                Field::new(
                    name("to"),
                    lang.t("act-decide-case-partner"),
                    Way::List(self.leaders()),
                ),
                line("what", "act-decide-case-what"),
                by(),
            ],
            OutcomeKind::Escalate => self.conditions(outcome),
            OutcomeKind::NotConfirmed
            | OutcomeKind::ClosedOtherHelp
            | OutcomeKind::OutsideOurTask
            | OutcomeKind::NoLegalGround => Vec::new(),
        }
    }

    fn department_fields(&self, outcome: &Outcome) -> Vec<Field> {
        let lang = self.words.lang;
        let name = |field: &str| format!("{}-{field}", outcome.id);
        let line = |field: &str, key: &str| Field::new(name(field), lang.t(key), Way::Line);
        vec![
            Field::new(
                name("to"),
                lang.t("act-decide-departments"),
                Way::Any(self.departments()),
            ),
            line("what", "act-decide-department-what"),
            line("returns", "act-decide-department-returns")
                .hint(lang.t("act-decide-department-returns-hint"))
                .optional(lang),
            Field::new(name("due"), lang.t("act-decide-by"), Way::Day),
        ]
    }

    fn people(&self) -> Vec<Choice> {
        let can = self.colleagues.iter().filter(|person| person.takes_tasks());
        let first = Choice::new("", self.words.t("act-choose"));
        std::iter::once(first)
            .chain(can.map(|person| Choice::new(person.id, &person.name)))
            .collect()
    }

    fn departments(&self) -> Vec<Choice> {
        let departments = self.words.configuration.departments.iter();
        departments
            .map(|department| Choice::new(&department.id, self.words.lang.text(&department.name)))
            .collect()
    }

    fn measures(&self) -> Vec<Choice> {
        let choice = |field: InterventionField| {
            Choice::new(
                field.as_str(),
                self.words.lang.kind("strand-field", field.as_str()),
            )
        };
        InterventionField::ALL.into_iter().map(choice).collect()
    }

    fn leaders(&self) -> Vec<Choice> {
        let mut leaders = vec![Choice::new("", self.words.t("act-choose"))];
        leaders.extend(self.words.configuration.partners.iter().map(|partner| Choice {
            chosen: partner.kind == PartnerKind::Riec,
            ..Choice::new(&partner.id, &partner.name)
        }));
        leaders
    }

    /// Each entry condition of the next body as a question, with why.
    fn conditions(&self, outcome: &Outcome) -> Vec<Field> {
        let lang = self.words.lang;
        let body = outcome
            .body
            .as_ref()
            .and_then(|body| self.words.configuration.body(body));
        let mut fields = Vec::new();
        for condition in body.map_or(&[][..], |body| &body.conditions) {
            let answers = vec![
                Choice::new("yes", lang.t("act-decide-condition-yes")),
                Choice::new("no", lang.t("act-decide-condition-no")),
            ];
            let name = format!("{}-{}", outcome.id, condition.id);
            let why = format!("{name}-why");
            fields.push(Field::new(
                name,
                lang.text(&condition.question),
                Way::One(answers),
            ));
            fields.push(Field::new(why, lang.t("act-decide-condition-why"), Way::Line));
        }
        fields
    }

    /// What was decided, or all problems.
    pub(crate) fn read(&self, given: &Given, problems: &mut Problems) -> Option<Decided> {
        let chosen = given.get("outcome");
        let outcome = self.outcomes.iter().find(|outcome| outcome.id.as_str() == chosen);
        problems.check(outcome.is_some(), "outcome", "act-missing-choice");
        problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
        let outcome = outcome?;
        let asked = Asked {
            deciding: self,
            outcome,
            given,
        };
        let strands = asked.strands(problems);
        let conditions = asked.conditions(problems);
        problems.is_empty().then(|| Decided {
            outcome: outcome.id.clone(),
            reason: given.get("reason").to_owned(),
            conditions,
            strands,
        })
    }
}

/// Which kinds of data a text holds, asked in a field whose name begins with a prefix.
pub(crate) fn holds(lang: Lang, prefix: &str, kinds: &[Category]) -> Field {
    let choice = |it: &Category| Choice::new(it.as_str(), lang.kind("sharing-category", it.as_str()));
    let kinds = kinds.iter().map(choice).collect();
    Field::new(
        format!("{prefix}categories"),
        lang.t("sharing-holds"),
        Way::Any(kinds),
    )
}

/// Which kinds of data were named.
pub(crate) fn held(given: &Given, prefix: &str) -> BTreeSet<Category> {
    let named = |name: &str| Category::IN_TEXTS.into_iter().find(|it| it.as_str() == name);
    given
        .all(&format!("{prefix}categories"))
        .filter_map(named)
        .collect()
}

fn consent(lang: Lang, name: String) -> Field {
    Field::new(name, lang.t("sharing-fill-consent"), Way::Line)
        .hint(lang.t("sharing-decide-consent-hint"))
        .optional(lang)
}

/// Partners as choices.
pub(crate) fn partners(words: &Wording<'_>) -> Vec<Choice> {
    let partners = words.configuration.partners.iter();
    partners
        .map(|partner| Choice::new(&partner.id, &partner.name))
        .collect()
}

/// The fields of one outcome, as they were sent.
struct Asked<'a> {
    deciding: &'a Deciding<'a>,
    outcome: &'a Outcome,
    given: &'a Given,
}

impl Asked<'_> {
    fn name(&self, field: &str) -> String {
        format!("{}-{field}", self.outcome.id)
    }

    /// A text that must be there.
    fn text(&self, field: &str, problems: &mut Problems) -> String {
        let name = self.name(field);
        let text = self.given.get(&name);
        problems.check(!text.is_empty(), &name, "act-missing");
        text.to_owned()
    }

    fn who(&self, problems: &mut Problems) -> Option<PersonId> {
        let name = self.name("who");
        let id = self.given.get(&name).parse::<PersonId>().ok();
        let can = |id: &PersonId| {
            let mut people = self.deciding.colleagues.iter();
            people.any(|person| person.id == *id && person.takes_tasks())
        };
        let who = id.filter(can);
        problems.check(who.is_some(), &name, "act-missing-choice");
        who
    }

    fn due(&self, problems: &mut Problems) -> Option<NaiveDate> {
        let name = self.name("due");
        let due = dates::plannable(self.given.get(&name), self.deciding.words.today);
        problems.check(due.is_some(), &name, "act-bad-date");
        due
    }

    /// The receivers that were chosen, out of those that can be.
    fn receivers(&self, can: &[Choice], problems: &mut Problems) -> Vec<String> {
        let name = self.name("to");
        let sent =
            |choice: &&Choice| !choice.value.is_empty() && self.given.all(&name).any(|to| to == choice.value);
        let to: Vec<_> = can
            .iter()
            .filter(sent)
            .map(|choice| choice.value.clone())
            .collect();
        problems.check(!to.is_empty(), &name, "act-missing-choice");
        to
    }

    fn strands(&self, problems: &mut Problems) -> Vec<NewStrand> {
        let kinds = self.kinds(problems);
        if self
            .deciding
            .fields(self.outcome)
            .iter()
            .all(|field| !matches!(field.way, Way::Day))
        {
            return Vec::new();
        }
        let Some(due) = self.due(problems) else {
            return Vec::new();
        };
        let prefix = format!("{}-", self.outcome.id);
        let terms = Terms {
            categories: held(self.given, &prefix),
            conditions: conditions(self.given, &prefix),
        };
        if kinds.iter().any(|kind| kind.receiver().is_some()) {
            let named = !terms.categories.is_empty();
            problems.check(named, &self.name("categories"), "act-missing-choice");
        }
        let new = |kind| NewStrand {
            kind,
            due,
            terms: terms.clone(),
        };
        kinds.into_iter().map(new).collect()
    }

    /// What one person does, when it is said what and who.
    fn one(
        &self,
        problems: &mut Problems,
        kind: impl FnOnce(String, PersonId) -> StrandKind,
    ) -> Vec<StrandKind> {
        let what = self.text("what", problems);
        let who = self.who(problems);
        who.map(|who| kind(what, who)).into_iter().collect()
    }

    fn kinds(&self, problems: &mut Problems) -> Vec<StrandKind> {
        let words = self.deciding.words;
        match self.outcome.kind {
            OutcomeKind::MoreInformation => {
                self.one(problems, |what, assignee| StrandKind::Task { what, assignee })
            }
            OutcomeKind::Inspection => {
                let power = self.text("power", problems);
                self.one(problems, |purpose, assignee| StrandKind::Inspection {
                    power,
                    purpose,
                    assignee,
                    visit: Box::default(),
                })
            }
            OutcomeKind::Intervention => self.one(problems, |what, assignee| StrandKind::Intervention {
                field: self.measure(),
                what,
                assignee,
            }),
            OutcomeKind::OtherDepartment => self.to_departments(problems),
            OutcomeKind::HandOver => {
                let to = self.receivers(&partners(words), problems);
                let (what, ground) = (self.text("what", problems), self.text("ground", problems));
                let kind = |partner: String| StrandKind::HandOver {
                    partner: partner.as_str().into(),
                    what: what.clone(),
                    ground: ground.clone(),
                    acute: false,
                };
                to.into_iter().map(kind).collect()
            }
            OutcomeKind::Care => vec![StrandKind::Care {
                partner: words.configuration.route.care_partner.clone(),
                what: self.text("what", problems),
                file: Box::default(),
            }],
            OutcomeKind::Case => {
                let to = self.receivers(&self.deciding.leaders(), problems);
                let what = self.text("what", problems);
                let kind = |partner: String| StrandKind::Case {
                    partner: partner.as_str().into(),
                    what: what.clone(),
                };
                to.into_iter().take(1).map(kind).collect()
            }
            OutcomeKind::Escalate
            | OutcomeKind::NotConfirmed
            | OutcomeKind::ClosedOtherHelp
            | OutcomeKind::OutsideOurTask
            | OutcomeKind::NoLegalGround => Vec::new(),
        }
    }

    fn to_departments(&self, problems: &mut Problems) -> Vec<StrandKind> {
        let to = self.receivers(&self.deciding.departments(), problems);
        let what = self.text("what", problems);
        let returns = self.given.get(&self.name("returns"));
        to.into_iter()
            .map(|department| StrandKind::OtherDepartment {
                department: department.as_str().into(),
                what: what.clone(),
                returns: returns.to_owned(),
            })
            .collect()
    }

    fn measure(&self) -> InterventionField {
        let name = self.name("field");
        let sent = self.given.get(&name);
        let mut all = InterventionField::ALL.into_iter();
        all.find(|field| field.as_str() == sent).unwrap_or_default()
    }

    /// Every condition must be answered with yes, and why: the engine refuses anything else.
    fn conditions(&self, problems: &mut Problems) -> Vec<(ConditionId, bool, String)> {
        if self.outcome.kind != OutcomeKind::Escalate {
            return Vec::new();
        }
        let configuration = self.deciding.words.configuration;
        let body = self
            .outcome
            .body
            .as_ref()
            .and_then(|body| configuration.body(body));
        let mut answers = Vec::new();
        for condition in body.map_or(&[][..], |body| &body.conditions) {
            let name = self.name(condition.id.as_str());
            let why_name = format!("{name}-why");
            let (answer, why) = (self.given.get(&name), self.given.get(&why_name));
            match answer {
                "yes" => {}
                "no" => problems.add(&name, "act-decide-condition-not-met"),
                _ => problems.add(&name, "act-missing-choice"),
            }
            problems.check(!why.is_empty(), &why_name, "act-missing");
            answers.push((condition.id.clone(), answer == "yes", why.to_owned()));
        }
        answers
    }
}
