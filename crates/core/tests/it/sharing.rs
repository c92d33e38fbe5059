// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Marks, packs and hand-overs: what the marks make stricter, and that there is no way round the matrix.

use chrono::Days;
use meldroute_core::{
    calendar::dutch_date,
    configuration::{Configuration, outcome::OutcomeKind},
    report::ReporterKind,
    sharing::{
        Answer, Category, Need,
        mark::{ItemRef, Mark, Onward, Regime, Stop},
        pack::{PackState, Release},
        rule::Kind,
        terms::Conditions,
    },
    signal::{
        act::{Act, ActKind, Refusal},
        strand::StrandKind,
    },
};
use rstest::rstest;

use crate::{
    plain_route::{brought_to, pass, plain, registered, worded_decision},
    town::coordinator,
    walk::Walk,
    wording::{observe, worded},
};

const SEEN: ItemRef = ItemRef::Observation(0);

/// A signal of which one thing is known.
fn known(configuration: &Configuration) -> Walk<'_> {
    let mut walk = registered(configuration, ReporterKind::Resident);
    let seen = observe("Three mattresses.", walk.now);
    walk.act(seen);
    walk
}

fn mark(walk: &Walk<'_>, regime: Regime) -> Mark {
    Mark {
        item: SEEN,
        originator: Some("riec".into()),
        controller: None,
        regime,
        onward: Onward::Yes,
        minutes: false,
        expires_on: None,
        categories: [].into(),
        reason: "Said by the team leader.".to_owned(),
        at: walk.now,
        by: coordinator(),
    }
}

fn marked(walk: &mut Walk<'_>, mark: Mark) {
    walk.act(Act::Mark(Box::new(mark)));
}

fn judged(walk: &Walk<'_>, to: &str) -> (Answer, Vec<Need>, Option<Stop>) {
    let item = walk.signal.items().remove(0);
    let today = dutch_date(walk.now);
    let judged = walk.signal.judge(walk.configuration, &item, &to.into(), today);
    (
        judged.verdict.answer,
        Vec::from_iter(judged.verdict.needs),
        judged.stop,
    )
}

fn release(walk: &Walk<'_>, conditions: Conditions) -> Act {
    Act::Release(Box::new(Release {
        to: "police".into(),
        items: [SEEN].into(),
        conditions,
        expires_on: dutch_date(walk.now) + Days::new(30),
        head: None,
        meeting: None,
    }))
}

/// A person can write down that an item may go on; the law under which it came still counts.
#[rstest]
#[case::own(Regime::Avg, Answer::Allow)]
#[case::police(Regime::Wpg, Answer::AskFirst)]
#[case::cooperation(Regime::Wgs, Answer::AskFirst)]
#[case::social_support(Regime::Wmo, Answer::AskFirst)]
#[case::youth(Regime::Jeugdwet, Answer::AskFirst)]
#[case::bibob(Regime::Bibob, Answer::Deny)]
fn a_mark_makes_it_stricter(#[case] regime: Regime, #[case] answer: Answer) {
    let configuration = plain();
    let mut walk = known(&configuration);
    let mark = mark(&walk, regime);
    marked(&mut walk, mark);
    let (said, needs, _) = judged(&walk, "police");
    assert_eq!(said, answer);
    assert_eq!(
        needs.contains(&Need::OriginatorPermission),
        answer == Answer::AskFirst
    );
}

#[test]
fn police_data_leave_only_with_permission_of_whoever_gave_them_who_may_have_them_back() {
    let configuration = plain();
    let mut walk = known(&configuration);
    let mark = mark(&walk, Regime::Wpg);
    marked(&mut walk, mark);
    let refused = walk.try_act(release(&walk, Conditions::default())).err();
    let need = Need::OriginatorPermission;
    assert_eq!(refused, Some(Refusal::NeedsFirst("police".into(), need)));
    assert_eq!(judged(&walk, "riec").0, Answer::Allow);
    let permission = "The team leader, today.".to_owned();
    walk.act(release(
        &walk,
        Conditions {
            permission,
            ..Conditions::default()
        },
    ));
    let pack = &walk.signal.packs[0];
    assert_eq!(pack.items[0].regime, Regime::Wpg);
    assert_eq!(pack.items[0].onward, Onward::AskOriginator);
    assert!(pack.items[0].text.contains("Three mattresses."));
}

#[test]
fn what_has_expired_goes_nowhere_and_a_pack_lasts_no_longer_than_its_items() {
    let configuration = plain();
    let mut walk = known(&configuration);
    let today = dutch_date(walk.now);
    let mut short = mark(&walk, Regime::Avg);
    short.expires_on = Some(today + Days::new(3));
    marked(&mut walk, short.clone());
    walk.act(release(&walk, Conditions::default()));
    let pack = &walk.signal.packs[0];
    assert_eq!(pack.expires_on, today + Days::new(3));
    assert_eq!(pack.state(today + Days::new(3)), PackState::Open);
    assert_eq!(pack.state(today + Days::new(4)), PackState::Expired);
    short.expires_on = Some(today - Days::new(1));
    marked(&mut walk, short);
    assert_eq!(
        judged(&walk, "police"),
        (Answer::Deny, vec![], Some(Stop::Expired))
    );
    let refused = walk.try_act(release(&walk, Conditions::default())).err();
    assert_eq!(refused, Some(Refusal::NotShared("police".into())));
}

#[test]
fn a_pack_can_be_taken_back_once_with_a_reason() {
    let configuration = plain();
    let mut walk = known(&configuration);
    walk.act(release(&walk, Conditions::default()));
    let id = walk.signal.packs[0].id;
    let back = |reason: &str| Act::WithdrawPack {
        pack: id,
        reason: reason.to_owned(),
    };
    assert_eq!(walk.try_act(back(" ")).err(), Some(Refusal::Missing("reason")));
    walk.act(back("Sent to the wrong one."));
    let today = dutch_date(walk.now);
    assert_eq!(walk.signal.packs[0].state(today), PackState::Withdrawn);
    assert_eq!(walk.try_act(back("Again.")).err(), Some(Refusal::NotHere));
}

/// The data of another controller go by the rules for that one.
#[test]
fn two_controllers_have_their_own_rules() {
    let mut configuration = plain();
    let mut mayor = configuration.municipality.controllers[0].clone();
    "mayor".clone_into(&mut mayor.id);
    configuration.municipality.controllers.push(mayor);
    configuration.sharing.as_mut().unwrap().rules[0].from = vec!["college".into()];
    let mut walk = known(&configuration);
    assert_eq!(judged(&walk, "police").0, Answer::Allow);
    let of_the_mayor = Mark {
        controller: Some("mayor".into()),
        ..mark(&walk, Regime::Avg)
    };
    marked(&mut walk, of_the_mayor);
    assert_eq!(judged(&walk, "police").0, Answer::Deny);
}

/// Nothing but locations may go anywhere.
fn locations_only() -> Configuration {
    let mut configuration = plain();
    configuration.sharing.as_mut().unwrap().rules[0].categories = vec![Kind::One(Category::Location)];
    configuration
}

#[rstest]
#[case::hand_over(OutcomeKind::HandOver, "riec")]
#[case::other_department(OutcomeKind::OtherDepartment, "permits")]
#[case::care(OutcomeKind::Care, "care-house")]
#[case::case(OutcomeKind::Case, "riec")]
fn no_decision_hands_over_what_no_rule_allows(#[case] kind: OutcomeKind, #[case] to: &str) {
    for configuration in [locations_only(), without_matrix()] {
        let place = if kind == OutcomeKind::Case {
            "second"
        } else {
            "weekly"
        };
        let walk = brought_to(&configuration, place);
        let refused = walk.try_act(worded_decision(&walk, kind)).err();
        assert_eq!(refused, Some(Refusal::NotShared(to.into())));
    }
}

fn without_matrix() -> Configuration {
    let mut configuration = plain();
    configuration.sharing = None;
    configuration
}

#[rstest]
#[case::beside_a_decision(ActKind::OfferHandOver, "riec")]
#[case::care(ActKind::ReferToCare, "care-house")]
fn no_act_hands_over_what_no_rule_allows(#[case] kind: ActKind, #[case] to: &str) {
    for configuration in [locations_only(), without_matrix()] {
        let walk = brought_to(&configuration, "feedback");
        let act = worded(&kind, &walk.signal, &configuration, walk.now);
        assert_eq!(walk.try_act(act).err(), Some(Refusal::NotShared(to.into())));
    }
}

#[test]
fn a_text_of_which_nobody_says_what_is_in_it_goes_nowhere() {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let mut act = worded_decision(&walk, OutcomeKind::HandOver);
    if let Act::Decide { strands, .. } = &mut act {
        strands[0].terms.categories.clear();
    }
    assert_eq!(walk.try_act(act).err(), Some(Refusal::Missing("categories")));
}

/// Danger waits for no file, but where there is one, it counts.
#[test]
fn acute_danger_goes_out_where_nobody_wrote_down_what_may_be_shared() {
    let configuration = without_matrix();
    let mut walk = registered(&configuration, ReporterKind::Resident);
    pass(&mut walk, &ActKind::MarkAcute);
    let strand = &walk.signal.strands[0];
    assert!(matches!(strand.kind, StrandKind::HandOver { acute: true, .. }));
    assert_eq!(strand.shared, None);
    let configuration = locations_only();
    let walk = registered(&configuration, ReporterKind::Resident);
    let act = worded(&ActKind::MarkAcute, &walk.signal, &configuration, walk.now);
    assert_eq!(walk.try_act(act).err(), Some(Refusal::NotShared("police".into())));
}

#[test]
fn what_was_handed_over_keeps_the_rule_that_allowed_it() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    walk.act(worded_decision(&walk, OutcomeKind::HandOver));
    let shared = walk.signal.strands[0].shared.as_ref().unwrap();
    assert_eq!(shared.rules, ["all".into()]);
    assert_eq!(shared.from, "college".into());
    assert!(shared.terms.conditions.decision.starts_with("weekly"));
}
