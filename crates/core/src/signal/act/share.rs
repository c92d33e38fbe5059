// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Marking items, and releasing and taking back packs of them.

use std::collections::BTreeSet;

use chrono::Days;

use super::{Hand, NewStrand, Refusal, record, words};
use crate::{
    calendar::dutch_date,
    id::{PackId, PartyId},
    sharing::{
        Answer, Need,
        mark::{Mark, Regime},
        pack::{Pack, PackGround, PackItem, Release, Withdrawn},
        terms::Shared,
    },
    signal::{
        Signal,
        share::{Item, Judged, in_bounds},
    },
};

/// For how long a pack can be of use at most.
const LONGEST: Days = Days::new(366);

impl Signal {
    pub(super) fn mark(mut self, mark: Mark, hand: &Hand<'_>) -> Result<Self, Refusal> {
        if !self.items().iter().any(|item| item.at == mark.item) {
            return Err(Refusal::Missing("item"));
        }
        record::required(&mark.reason, "reason")?;
        for (party, field) in [(&mark.originator, "originator"), (&mark.controller, "controller")] {
            if party
                .as_ref()
                .is_some_and(|id| hand.configuration.party(id).is_none())
            {
                return Err(Refusal::Missing(field));
            }
        }
        self.marks.push(mark);
        Ok(self)
    }

    /// Releases a pack: each item is allowed, and what the rules and marks ask is filled in.
    pub(super) fn release(mut self, release: Release, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let (configuration, today) = (hand.configuration, dutch_date(hand.now));
        if configuration.party(&release.to).is_none() {
            return Err(Refusal::Missing("to"));
        }
        let items: Vec<Item> = self
            .items()
            .into_iter()
            .filter(|item| release.items.contains(&item.at))
            .collect();
        if items.is_empty() || items.len() != release.items.len() {
            return Err(Refusal::Missing("items"));
        }
        if release.expires_on < today || release.expires_on > today + LONGEST {
            return Err(Refusal::Missing("expires"));
        }
        let (mut needs, mut packed, mut expires_on) =
            (BTreeSet::<Need>::new(), Vec::new(), release.expires_on);
        for item in items {
            let judged = self.judge(configuration, &item, &release.to, today);
            if judged.verdict.answer == Answer::Deny {
                return Err(Refusal::NotShared(release.to));
            }
            needs.extend(&judged.verdict.needs);
            let last = item.mark.as_ref().and_then(|mark| mark.expires_on);
            expires_on = last.map_or(expires_on, |last| last.min(expires_on));
            packed.push(pack_item(item, judged));
        }
        in_bounds(&release.conditions)?;
        if let Some(need) = release.conditions.missing(&needs) {
            return Err(Refusal::NeedsFirst(release.to, need));
        }
        self.packs.push(Pack {
            id: PackId(hand.minter.mint()),
            to: release.to,
            items: packed,
            conditions: release.conditions,
            by: hand.by,
            at: hand.now,
            expires_on,
            head: release.head,
            withdrawn: None,
            meeting: release.meeting,
        });
        Ok(self)
    }

    pub(super) fn withdraw_pack(
        mut self,
        id: PackId,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let reason = words(reason, "reason")?;
        let mut packs = self.packs.iter_mut();
        let pack = packs
            .find(|pack| pack.id == id && pack.withdrawn.is_none())
            .ok_or(Refusal::NotHere)?;
        pack.withdrawn = Some(Withdrawn {
            reason,
            at: hand.now,
            by: hand.by,
        });
        Ok(self)
    }

    /// What a decision hands over must be allowed. Why it is needed is the reason of the decision, and the decision is this one.
    pub(super) fn share_decided(
        &self,
        strand: &NewStrand,
        reason: &str,
        hand: &Hand<'_>,
    ) -> Result<Option<Shared>, Refusal> {
        let Some(to) = strand.kind.receiver() else {
            return Ok(None);
        };
        let mut terms = strand.terms.clone();
        reason.clone_into(&mut terms.conditions.necessity);
        let step = self.stage.step().map_or("", |step| step.as_str());
        terms.conditions.decision = format!("{step}, {}", dutch_date(hand.now));
        self.may_hand_over(hand.configuration, &PartyId::from(to.as_str()), terms, false)
            .map(Some)
    }
}

fn pack_item(item: Item, judged: Judged<'_>) -> PackItem {
    let mark = item.mark.as_ref();
    let rules = judged.verdict.rulings.iter().flat_map(|ruling| &ruling.rules);
    let grounds: BTreeSet<PackGround> = rules
        .map(|rule| PackGround {
            text: rule.ground.text.clone(),
            source: rule.ground.source.clone(),
            date: rule.ground.date,
            confirmed_by: rule.ground.confirmed_by.clone(),
        })
        .collect();
    PackItem {
        item: item.at,
        regime: mark.map_or(Regime::Avg, |mark| mark.regime),
        onward: item.onward(),
        minutes: mark.is_some_and(|mark| mark.minutes),
        rules: judged.verdict.rules(),
        grounds: grounds.into_iter().collect(),
        from: judged.from,
        text: item.text,
        categories: item.categories,
    }
}
