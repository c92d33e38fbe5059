// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is given to a data subject: the passages that were chosen, what the data are for, who got them, how long they are kept and where they
//! come from. Never who reported.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{find, tell};
use crate::{
    audit::{About, Event},
    claim::passage::{Choice, Passage, Place, Words},
    configuration::Configuration,
    id::{ClaimId, PartyId, SignalId},
    policy::Actor,
    ports::Services,
    processing::{Activity, in_claim},
    signal::Signal,
    usecase::{Failure, configuration},
};

/// What is given to a data subject.
#[derive(Clone, Debug, Serialize)]
pub struct Bundle {
    /// Name of the municipality.
    pub municipality: String,
    /// Who asked.
    pub name: String,
    /// What was asked.
    pub kind: &'static str,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// The answer that a person released; none until then.
    pub answer: Option<String>,
    /// Passages about them: number, part and text.
    pub given: Vec<Given>,
    /// Passages that were given and are there no more.
    pub destroyed: Vec<Destroyed>,
    /// How many passages are not given, by ground.
    pub refused: Vec<(String, usize)>,
    /// What the data are for, on which ground, and how long they are kept.
    pub purposes: Vec<Purpose>,
    /// To whom data were given.
    pub recipients: Vec<String>,
    /// Whether the places are reports, or signals made of them.
    pub from_reports: bool,
    /// Where the FG can be reached.
    pub officer: String,
}

/// A passage that is given.
#[derive(Clone, Debug, Serialize)]
pub struct Given {
    /// Number of the signal or report.
    pub number: String,
    /// Which part it is.
    pub part: String,
    /// Its text.
    pub text: String,
}

/// A passage that was given, and that went with the signal or report from which it was.
#[derive(Clone, Debug, Serialize)]
pub struct Destroyed {
    /// Number of the signal or report.
    pub number: String,
    /// Which part it was.
    pub part: String,
    /// When it was destroyed.
    pub on: Option<NaiveDate>,
}

/// What data are for.
#[derive(Clone, Debug, Serialize)]
pub struct Purpose {
    /// The purpose.
    pub purpose: String,
    /// The law and the article.
    pub ground: String,
    /// How long the data are kept.
    pub retention: String,
}

/// Makes ready what is given. Recorded before it is shown.
pub async fn bundle(services: &Services, actor: &Actor, id: ClaimId) -> Result<Bundle, Failure> {
    let (stored, permit) = find(services, actor, id).await?;
    let claim = stored.value;
    let configuration = configuration(services, actor)?;
    let told = (About::Claim(id), Event::ClaimBundled);
    tell(services, &permit, told, in_claim(&claim)).await?;
    let mut signals: Vec<SignalId> = claim
        .passages
        .iter()
        .filter(|passage| passage.choice != Choice::NotTheirs)
        .filter_map(|passage| match passage.at.place {
            Place::Signal(id) => Some(id),
            Place::Report(_) => None,
        })
        .collect();
    signals.sort_unstable();
    signals.dedup();
    let signals = services
        .store
        .signals_by_id(&actor.municipality, &signals)
        .await?;
    let recipients: BTreeSet<String> = signals
        .iter()
        .flat_map(|stored| recipients(&stored.value, &configuration))
        .collect();
    let (given, destroyed) = given(&claim.passages);
    Ok(Bundle {
        municipality: configuration.municipality.name.clone(),
        kind: claim.kind.as_str(),
        asked_on: claim.asked_on,
        answer: claim.answer.map(|answer| answer.text),
        given,
        destroyed,
        refused: refused(&claim.passages, &configuration),
        purposes: purposes(&configuration, actor.today),
        recipients: recipients.into_iter().collect(),
        from_reports: !claim.passages.is_empty(),
        officer: configuration.processing.officer.clone(),
        name: claim.name,
    })
}

/// What is given, and what was and is there no more.
fn given(passages: &[Passage]) -> (Vec<Given>, Vec<Destroyed>) {
    let (mut given, mut destroyed) = (Vec::new(), Vec::new());
    for passage in passages.iter().filter(|passage| passage.choice == Choice::Give) {
        let (number, part) = (passage.number.clone(), passage.at.part.clone());
        match &passage.words {
            Some(Words { text, .. }) => given.push(Given {
                number,
                part,
                text: text.clone(),
            }),
            None => destroyed.push(Destroyed {
                number,
                part,
                on: passage.destroyed_on,
            }),
        }
    }
    (given, destroyed)
}

/// How many passages are refused on each ground.
fn refused(passages: &[Passage], configuration: &Configuration) -> Vec<(String, usize)> {
    let grounds = configuration.refusal_grounds.iter().map(|ground| {
        let on_it = passages.iter().filter(
            |passage| matches!(&passage.choice, Choice::Refuse { ground: held } if *held == ground.id),
        );
        (format!("{} ({})", ground.name.nl, ground.law), on_it.count())
    });
    grounds.filter(|(_, count)| *count > 0).collect()
}

/// What signals and reports are for, as the register of processing activities says today.
fn purposes(configuration: &Configuration, today: NaiveDate) -> Vec<Purpose> {
    let activities = [Activity::Intake, Activity::SignalHandling, Activity::Sharing];
    let in_force = |activity: Activity| {
        let entries = configuration.processing.entries.iter();
        entries
            .filter(|entry| entry.id == activity.id() && entry.valid_from <= today)
            .max_by_key(|entry| (entry.valid_from, entry.version))
    };
    let entries = activities.into_iter().filter_map(in_force);
    let purpose = |entry: &crate::configuration::processing::Processing| Purpose {
        purpose: entry.purpose.clone(),
        ground: format!("{} ({})", entry.ground.text, entry.ground.source),
        retention: entry.retention.clone(),
    };
    entries.map(purpose).collect()
}

/// To whom data of a signal were given: packs and hand-overs that were not taken back. Care is left out: that it was asked is care.
fn recipients(signal: &Signal, configuration: &Configuration) -> Vec<String> {
    let name = |party: &PartyId| {
        let known = configuration.party(party);
        known.map_or_else(|| party.0.clone(), |name| name.nl)
    };
    let packs = signal.packs.iter().map(|pack| name(&pack.to));
    let partners = signal
        .strands
        .iter()
        .filter(|strand| !matches!(strand.kind, crate::signal::strand::StrandKind::Care { .. }));
    let partners = partners.flat_map(|strand| strand.kind.partners()).map(|partner| {
        let known = configuration.partner(partner);
        known.map_or_else(|| partner.0.clone(), |partner| partner.name.clone())
    });
    packs.chain(partners).collect()
}
