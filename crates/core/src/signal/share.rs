// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What of a signal may be shared: its items, and what the matrix and the marks say of each.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    Signal,
    act::Refusal,
    assessment::{Minor, Note, PersonPart, SubjectKind},
    care::Consent,
    strand::StrandKind,
};
use crate::{
    configuration::Configuration,
    id::PartyId,
    report::message::LONGEST_TEXT,
    sharing::{
        Answer, Category, Need,
        mark::{ItemRef, Mark, Onward, Stop},
        terms::{Conditions, Shared, Terms, Verdict},
    },
};

/// Something that is known of a signal and can be shared: its own words only, without who saw it or where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub at: ItemRef,
    /// Its text.
    pub text: String,
    /// Which kinds of data are in it.
    pub categories: BTreeSet<Category>,
    /// The mark that counts.
    pub mark: Option<Mark>,
}

impl Item {
    /// Whether who gets it may pass it on. Who gets it is nobody's source: what needs asking here needs asking there.
    pub fn onward(&self) -> Onward {
        let marked = self.mark.as_ref().map_or(Onward::AskOriginator, Mark::onward);
        marked.max(Onward::AskOriginator)
    }
}

/// What is said of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<'m> {
    /// In whose name it would be shared.
    pub from: PartyId,
    /// What the matrix says, made stricter by the mark.
    pub verdict: Verdict<'m>,
    /// Why it goes nowhere, whatever the matrix says.
    pub stop: Option<Stop>,
}

impl Signal {
    /// Everything that is known and can be shared. Of assessments the last one counts; what was struck out does not. What a data subject
    /// says to be right goes with what it stands beside.
    pub fn items(&self) -> Vec<Item> {
        let observations = self.observations.iter().enumerate().map(|(place, seen)| {
            let text = [seen.observed.trim(), seen.text.trim()];
            let text: Vec<_> = text.into_iter().filter(|part| !part.is_empty()).collect();
            (
                ItemRef::Observation(place),
                text.join(": "),
                vec![Category::Observation],
            )
        });
        let last = self.assessments.len().saturating_sub(1);
        let assessment = self.assessment().map(|it| {
            let text = it.explanation.clone();
            (ItemRef::Assessment(last), text, vec![Category::Assessment])
        });
        let subjects = self.subjects.iter().enumerate();
        let subjects = subjects
            .filter(|(_, subject)| subject.struck.is_none())
            .map(|(place, subject)| {
                let kinds = subject_kinds(subject.kind, subject.part);
                (ItemRef::Subject(place), subject.value.clone(), kinds)
            });
        let notes = self.notes.iter().enumerate();
        let notes = notes
            .filter(|(_, note)| self.beside(note).is_none())
            .map(|(place, note)| (ItemRef::Note(place), note.text.clone(), vec![Category::Register]));
        let all = observations.chain(assessment).chain(subjects).chain(notes);
        all.map(|(at, mut text, kinds)| {
            for said in self.rectified(at) {
                text.push_str("\n\nRectificatie op verzoek van de betrokkene (AVG art. 16): ");
                text.push_str(&said.text);
            }
            let mark = self.mark_of(at).cloned();
            let more = mark.iter().flat_map(|mark| mark.categories.iter().copied());
            Item {
                categories: kinds.into_iter().chain(more).collect(),
                at,
                text,
                mark,
            }
        })
        .collect()
    }

    /// What data subjects say to be right of an item, oldest first.
    pub fn rectified(&self, item: ItemRef) -> impl Iterator<Item = &Note> {
        self.notes
            .iter()
            .filter(move |note| self.beside(note) == Some(item))
    }

    /// The item beside which a note stands; none for an ordinary note, and for a rectification of what is no item.
    pub fn beside(&self, note: &Note) -> Option<ItemRef> {
        let (kind, number) = note.beside.as_deref()?.rsplit_once('-')?;
        let place = number.parse::<usize>().ok()?.checked_sub(1)?;
        let item = format!("{kind}-{place}").parse().ok()?;
        match item {
            ItemRef::Assessment(place) if place + 1 != self.assessments.len() => None,
            ItemRef::Observation(_) | ItemRef::Assessment(_) | ItemRef::Subject(_) | ItemRef::Note(_) => {
                Some(item)
            }
        }
    }

    /// The mark of an item that counts.
    pub fn mark_of(&self, item: ItemRef) -> Option<&Mark> {
        self.marks.iter().rev().find(|mark| mark.item == item)
    }

    /// In which circumstances the matrix is asked: whether a minor is concerned, and whether there is acute danger.
    pub fn circumstances(&self) -> (Minor, bool) {
        let minor = self.assessment().map_or(Minor::Unknown, |it| it.minor);
        (minor, self.acute.is_some())
    }

    /// May this item go to somebody?
    pub fn judge<'c>(
        &self,
        configuration: &'c Configuration,
        item: &Item,
        to: &PartyId,
        today: NaiveDate,
    ) -> Judged<'c> {
        let mark = item.mark.as_ref();
        let from = mark
            .and_then(|mark| mark.controller.clone())
            .unwrap_or_else(|| configuration.first_controller());
        let mut verdict = Verdict::of(
            configuration.sharing.as_ref(),
            (&from, to),
            &item.categories,
            self.circumstances(),
        );
        let restricted = self.is_restricted().then_some(Stop::Restricted);
        let refused = || {
            let refused = self.consent_refused(configuration, to, &verdict);
            refused.then_some(Stop::ConsentRefused)
        };
        let stop = restricted
            .or_else(|| mark.and_then(|mark| mark.stop(today)))
            .or_else(refused);
        if stop.is_some() {
            verdict.answer = Answer::Deny;
            verdict.needs.clear();
        } else if let Some(need) = mark.and_then(|mark| mark.need(to)) {
            verdict.answer = verdict.answer.max(Answer::AskFirst);
            if verdict.answer != Answer::Deny {
                verdict.needs.insert(need);
            }
        }
        Judged { from, verdict, stop }
    }

    /// Whether the person said no, last, to their data going to others, and the matrix asks their consent. Nobody's words on a form
    /// outweigh that. To those who coordinate care they said yes or no there.
    fn consent_refused(&self, configuration: &Configuration, to: &PartyId, verdict: &Verdict<'_>) -> bool {
        let cares = to.as_str() == configuration.route.care_partner.as_str();
        let files = self.strands.iter().filter_map(|strand| match &strand.kind {
            StrandKind::Care { file, .. } => Some(file),
            _ => None,
        });
        let mut answers = files.filter_map(|file| file.answer(Consent::Sharing));
        !cares && verdict.needs.contains(&Need::Consent) && answers.any(|answer| !answer.given)
    }

    /// Whether a text may be handed over to somebody, and by which rules.
    pub fn may_hand_over(
        &self,
        configuration: &Configuration,
        to: &PartyId,
        terms: Terms,
        acute: bool,
    ) -> Result<Shared, Refusal> {
        if terms.categories.is_empty() {
            return Err(Refusal::Missing("categories"));
        }
        let from = configuration.first_controller();
        let (minor, marked) = self.circumstances();
        let verdict = Verdict::of(
            configuration.sharing.as_ref(),
            (&from, to),
            &terms.categories,
            (minor, acute || marked),
        );
        if verdict.answer == Answer::Deny {
            return Err(Refusal::NotShared(to.clone()));
        }
        if self.consent_refused(configuration, to, &verdict) {
            return Err(Refusal::ConsentRefused(to.clone()));
        }
        in_bounds(&terms.conditions)?;
        match terms.conditions.missing(&verdict.needs) {
            Some(need) => Err(Refusal::NeedsFirst(to.clone(), need)),
            None => Ok(Shared {
                from,
                rules: verdict.rules(),
                terms,
            }),
        }
    }
}

/// Whether care for a possible victim needs somebody's consent, as long as nobody says more about them.
pub fn care_needs_consent(configuration: &Configuration) -> bool {
    let to = PartyId::from(configuration.route.care_partner.as_str());
    let verdict = Verdict::of(
        configuration.sharing.as_ref(),
        (&configuration.first_controller(), &to),
        &[Category::PossibleVictim].into(),
        (Minor::Unknown, false),
    );
    verdict.needs.contains(&Need::Consent)
}

impl StrandKind {
    /// Who gets the words of it: a partner or a department.
    pub fn receiver(&self) -> Option<PartyId> {
        match self {
            Self::HandOver { partner, .. } | Self::Care { partner, .. } | Self::Case { partner, .. } => {
                Some(partner.as_str().into())
            }
            Self::OtherDepartment { department, .. } => Some(department.as_str().into()),
            Self::Task { .. } | Self::Inspection { .. } | Self::Intervention { .. } => None,
        }
    }
}

/// What was filled in has the limit of every text.
pub(super) fn in_bounds(conditions: &Conditions) -> Result<(), Refusal> {
    let long = |need: &&Need| conditions.words(**need).chars().count() > LONGEST_TEXT;
    match Need::ALL.iter().find(long) {
        Some(need) => Err(Refusal::TooLong(need.as_str())),
        None => Ok(()),
    }
}

fn subject_kinds(kind: SubjectKind, part: PersonPart) -> Vec<Category> {
    match (kind, part) {
        (SubjectKind::Address, _) => vec![Category::Location],
        (SubjectKind::Company, _) => vec![Category::Company],
        (SubjectKind::Vehicle | SubjectKind::Phone | SubjectKind::Website, _) => vec![Category::Trace],
        (SubjectKind::Person, PersonPart::PossibleVictim) => vec![Category::PossibleVictim],
        (SubjectKind::Person, PersonPart::Suspect) => vec![Category::Suspect],
        (SubjectKind::Person, PersonPart::Both) => vec![Category::PossibleVictim, Category::Suspect],
        (SubjectKind::Person, PersonPart::Unknown | PersonPart::Involved) => vec![Category::Involved],
    }
}
