// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking another municipality on this installation whether a fact occurs there, too: yes or no, and nothing else. Both
//! configurations must permit it, and both journals tell of it.

use crate::{
    audit::{About, Event},
    change::Changes,
    configuration::Configuration,
    id::{MunicipalityId, ReportId},
    link::{self, FactKind},
    policy::{Actor, Right},
    ports::Services,
    sharing::{self, Category, matrix::Question},
    signal::assessment::Minor,
    usecase::{Failure, admitted_here, check_words, configuration, report::find},
};

/// Another municipality that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Which.
    pub id: MunicipalityId,
    /// Its name.
    pub name: String,
    /// About what: the kinds of facts that both configurations permit.
    pub facts: Vec<FactKind>,
    /// On which ground, in the words of the sharing matrix of who asks.
    pub ground: String,
}

/// What a municipality that was asked said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which.
    pub municipality: MunicipalityId,
    /// What was asked about.
    pub asked: Vec<FactKind>,
    /// What occurs there, too.
    pub hits: Vec<FactKind>,
}

/// The municipalities that can be asked.
pub fn neighbours(services: &Services, actor: &Actor) -> Result<Vec<Neighbour>, Failure> {
    let here = configuration(services, actor)?;
    let rules = here.neighbours.iter().filter_map(|rule| {
        let there = services.configurations.of(&rule.municipality)?;
        let ground = ground_of(&here, &rule.municipality)?;
        // Who answers gives something away: the other's matrix must allow that, too.
        ground_of(&there, &actor.municipality)?;
        let facts: Vec<_> = rule
            .facts
            .iter()
            .copied()
            .filter(|kind| permits(&there, &actor.municipality, *kind))
            .collect();
        (!facts.is_empty()).then(|| Neighbour {
            id: rule.municipality.clone(),
            name: there.municipality.name.clone(),
            facts,
            ground,
        })
    });
    Ok(rules.collect())
}

/// On which ground a municipality may let another know that a fact occurs; none where its matrix does not simply allow it.
fn ground_of(giving: &Configuration, getting: &MunicipalityId) -> Option<String> {
    let controller = giving.municipality.controllers.first()?;
    let ruling = giving.sharing.as_ref()?.ruling(&Question {
        from: &controller.id.as_str().into(),
        to: &getting.as_str().into(),
        category: Category::Hit,
        minor: Minor::Unknown,
        acute: false,
    });
    let rule = ruling.rules.first()?;
    let allowed = ruling.answer == sharing::Answer::Allow && ruling.needs.is_empty();
    allowed.then(|| format!("{} ({})", rule.ground.text, rule.ground.source))
}

fn permits(there: &Configuration, asker: &MunicipalityId, kind: FactKind) -> bool {
    let mut rules = there.neighbours.iter();
    rules.any(|rule| rule.municipality == *asker && rule.facts.contains(&kind))
}

/// Asks all neighbours about the facts of a report, for a purpose. Who has no fact to ask about asks nobody.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    purpose: &str,
) -> Result<Vec<Answer>, Failure> {
    check_words("purpose", "purpose-long", purpose)?;
    let (report, permit) = find(services, actor, id, Right::TriageReports).await?;
    let facts = link::facts(&report.value);
    let facts = services.store.kept_facts(&actor.municipality, id, &facts).await?;
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let mut answers = Vec::new();
    let mut changes: Option<Changes> = None;
    for neighbour in neighbours(services, actor)? {
        let asked: Vec<_> = facts
            .iter()
            .filter(|fact| neighbour.facts.contains(&fact.mark.kind))
            .cloned()
            .collect();
        if asked.is_empty() {
            continue;
        }
        let hits = kinds(&services.store.occurring(&neighbour.id, &asked).await?);
        let asked = kinds(&asked);
        let here = Event::AskedElsewhere {
            municipality: neighbour.id.clone(),
            facts: asked.clone(),
            hits: hits.clone(),
            purpose: purpose.trim().to_owned(),
        };
        let there = Event::AskedByNeighbour {
            municipality: actor.municipality.clone(),
            facts: asked.clone(),
            hits: hits.clone(),
            ground: neighbour.ground,
        };
        let about = About::Report(id);
        let begun = match changes {
            Some(begun) => begun.and(&permit, now, minter, about, here),
            None => Changes::new(&permit, now, minter, about, here),
        };
        changes = Some(begun.and_elsewhere(&permit, now, minter, neighbour.id.clone(), there));
        answers.push(Answer {
            municipality: neighbour.id,
            asked,
            hits,
        });
    }
    if let Some(changes) = changes {
        services.store.commit(changes).await?;
    }
    Ok(answers)
}

fn kinds(facts: &[link::Fact]) -> Vec<FactKind> {
    let mut kinds: Vec<_> = facts.iter().map(|fact| fact.mark.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// What was asked about a report before, newest last, each with its date.
pub async fn answers(
    services: &Services,
    actor: &Actor,
    id: ReportId,
) -> Result<Vec<(chrono::NaiveDate, Answer)>, Failure> {
    admitted_here(services, actor, Right::TriageReports).await?;
    let lines = services
        .store
        .history(&actor.municipality, About::Report(id))
        .await?;
    let asked = lines.into_iter().filter_map(|line| match line.detail?.event {
        Event::AskedElsewhere {
            municipality,
            facts,
            hits,
            ..
        } => Some((
            crate::calendar::dutch_date(line.at),
            Answer {
                municipality,
                asked: facts,
                hits,
            },
        )),
        _ => None,
    });
    Ok(asked.collect())
}
