// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An inspection in words: the plan, who goes along, and what was found.

use meldroute_core::{
    id::{SignalId, StrandId},
    policy::Right,
    signal::{
        inspection::{Finding, Invited, Visit},
        strand::{Strand, StrandKind, StrandState},
    },
    usecase::would_permit_here,
};

use super::{
    follow_up::FollowUpPath,
    invite::{InvitePath, UninvitePath},
    photo::PhotoPath,
    plan::PlanPath,
    street::StreetPath,
};
use crate::{pages::signal::wording::Wording, visit::User};

/// An inspection, for who may read it.
pub(crate) struct Part {
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) addresses: Vec<String>,
    pub(crate) briefing: String,
    pub(crate) invited: Vec<Along>,
    pub(crate) findings: Vec<Found>,
    /// Where findings are written down, as long as they can be.
    pub(crate) street: Option<String>,
    /// What only who works on the signal does: the plan, inviting, and work that follows.
    pub(crate) plan: Option<String>,
    pub(crate) invite: Option<String>,
    pub(crate) follow_up: Option<String>,
}

/// A partner that goes along.
pub(crate) struct Along {
    pub(crate) name: String,
    pub(crate) power: String,
    /// Where it is taken out again.
    pub(crate) out: Option<String>,
}

/// What somebody found.
pub(crate) struct Found {
    pub(crate) title: String,
    pub(crate) address: String,
    pub(crate) victims: String,
    pub(crate) text: String,
    /// Where each photo is opened.
    pub(crate) photos: Vec<String>,
}

/// The inspection of a strand; none for a strand of another kind.
pub(crate) fn visit(strand: &Strand) -> Option<&Visit> {
    match &strand.kind {
        StrandKind::Inspection { visit, .. } => Some(visit),
        _ => None,
    }
}

impl Part {
    /// The inspection of a strand, in words.
    pub(crate) fn of(words: &Wording<'_>, user: &User, signal: SignalId, strand: &Strand) -> Option<Self> {
        let visit = visit(strand)?;
        let ours = would_permit_here(user.actor(), Right::WorkSignal);
        let under_way = matches!(strand.state, StrandState::UnderWay { .. });
        let done = matches!(strand.state, StrandState::Done { .. });
        let id = strand.id;
        let desk = |holds: bool, path: String| (ours && holds).then_some(path);
        Some(Self {
            facts: facts(words, visit),
            addresses: visit.plan.addresses.clone(),
            briefing: visit.plan.briefing.clone(),
            invited: visit
                .along()
                .map(|invited| Along {
                    name: words.partner(&invited.partner),
                    power: invited.power.clone(),
                    out: desk(under_way, out(signal, id, invited)),
                })
                .collect(),
            findings: visit
                .findings
                .iter()
                .map(|it| found(words, signal, id, it))
                .collect(),
            street: (under_way || done).then(|| StreetPath { signal, strand: id }.to_string()),
            plan: desk(under_way, PlanPath { signal, strand: id }.to_string()),
            invite: desk(under_way, InvitePath { signal, strand: id }.to_string()),
            follow_up: desk(under_way || done, FollowUpPath { signal, strand: id }.to_string()),
        })
    }
}

fn out(signal: SignalId, strand: StrandId, invited: &Invited) -> String {
    UninvitePath {
        signal,
        strand,
        partner: invited.partner.clone(),
    }
    .to_string()
}

/// The kind, the day and who goes along, as far as they are known.
pub(crate) fn facts(words: &Wording<'_>, visit: &Visit) -> Vec<(String, String)> {
    let plan = &visit.plan;
    let kind = plan.kind.as_ref().map(|id| {
        let known = words.configuration.inspection(id);
        known.map_or_else(|| id.to_string(), |kind| words.lang.text(&kind.name).to_owned())
    });
    let team: Vec<String> = plan.team.iter().map(|person| words.person(*person)).collect();
    let facts = [
        ("inspection-kind", kind),
        ("inspection-on", plan.on.map(|on| words.day(on))),
        ("inspection-team", Some(team.join(", "))),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(key, value)| Some((words.t(key), value?)));
    facts.filter(|(_, value)| !value.is_empty()).collect()
}

fn found(words: &Wording<'_>, signal: SignalId, strand: StrandId, finding: &Finding) -> Found {
    let lang = words.lang;
    let who = match &finding.partner {
        Some(partner) => words.partner(partner),
        None => words.person(finding.by),
    };
    let photo = |file| PhotoPath { signal, strand, file }.to_string();
    Found {
        title: lang
            .arg("who", who)
            .arg("when", words.short_moment(finding.at))
            .t("inspection-found-by"),
        address: finding.address.clone(),
        victims: lang.kind("inspection-victims", finding.victims.as_str()),
        text: finding.text.clone(),
        photos: finding.photos.iter().map(|it| photo(it.file)).collect(),
    }
}
