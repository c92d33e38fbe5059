// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Plans.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    id::{Minter as _, MunicipalityId, PersonId, PlanId},
    plan::{Action, Done, Plan},
    ports::{CommitError, Store as _},
};

use super::on_both;
use crate::world::{World, at, elsewhere, here};

on_both!(
    a_plan_comes_back_as_it_went,
    of_two_who_change_it_at_once_one_is_asked_again,
    a_plan_of_another_municipality_is_not_there
);

fn planned(world: &World, m: &MunicipalityId) -> Plan {
    let mut plan = Plan::new(PlanId(world.minter.mint()), m.clone());
    plan.actions.push(Action {
        number: 1,
        pillar: 1,
        theme: "Gegevensdeling".to_owned(),
        what: "DPIA opstellen".to_owned(),
        phrase: "Q3 2024".to_owned(),
        owner: String::new(),
        done: vec![Done {
            due: "2024-09-30".parse().unwrap(),
            on: "2024-09-12".parse().unwrap(),
            evidence: "In het archief".to_owned(),
            record: None,
            by: Some(PersonId(world.minter.mint())),
            name: "P. Rivacy".to_owned(),
            at: at(1),
        }],
    });
    plan
}

async fn a_plan_comes_back_as_it_went(world: &World) {
    let mut plan = planned(world, &here());
    assert_eq!(world.plan(&here(), plan.id).await.unwrap(), None);
    let write = Write::NewPlan(Box::new(plan.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.plan(&here(), plan.id).await.unwrap().unwrap();
    assert_eq!((&stored.value, stored.revision), (&plan, Revision(1)));
    "Privacy officer".clone_into(&mut plan.actions[0].owner);
    let write = Write::SavePlan(Box::new(plan.clone()), Revision(1));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.plan(&here(), plan.id).await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (plan, Revision(2)));
}

async fn of_two_who_change_it_at_once_one_is_asked_again(world: &World) {
    let plan = planned(world, &here());
    let first = Write::NewPlan(Box::new(plan.clone()));
    world.store(&here(), About::Municipality, first).await.unwrap();
    let again = Write::NewPlan(Box::new(plan.clone()));
    let refused = world.store(&here(), About::Municipality, again).await;
    assert_eq!(refused.map(|_| ()), Err(CommitError::Duplicate));
    for (revision, outcome) in [(1, Ok(())), (1, Err(CommitError::Conflict))] {
        let save = Write::SavePlan(Box::new(plan.clone()), Revision(revision));
        let stored = world.store(&here(), About::Municipality, save).await;
        assert_eq!(stored.map(|_| ()), outcome);
    }
}

async fn a_plan_of_another_municipality_is_not_there(world: &World) {
    let plan = planned(world, &here());
    let write = Write::NewPlan(Box::new(plan.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    assert_eq!(world.plan(&elsewhere(), plan.id).await.unwrap(), None);
    let stolen = Plan {
        municipality: elsewhere(),
        ..plan
    };
    let save = Write::SavePlan(Box::new(stolen), Revision(1));
    let stored = world.store(&elsewhere(), About::Municipality, save).await;
    assert!(stored.is_err());
}
