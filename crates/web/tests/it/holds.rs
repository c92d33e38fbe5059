// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! In whatever order people and the program do their part: what is held stays, and once nothing holds it, it can go.

use chrono::TimeDelta;
use meldroute_core::{
    id::SignalId,
    policy::Role,
    retention::list::Subject,
    usecase::{Failure, retention},
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    retention::{closed, destroy, propose},
    testkit::{HERE, TestApp},
};

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Propose,
    Approve,
    Release,
    Destroy,
    Hold,
    Lift,
}

/// From a proposal to the end, without a hold.
const TO_THE_END: [Step; 5] = [
    Step::Lift,
    Step::Propose,
    Step::Approve,
    Step::Release,
    Step::Destroy,
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn what_is_held_stays_and_goes_once_it_is_not(steps in vec(select(
        [&TO_THE_END[..], &[Step::Hold]].concat(),
    ), 1..24)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(walk(&steps));
    }
}

/// Takes the steps, and then those to the end.
async fn walk(steps: &[Step]) {
    let app = TestApp::new().await;
    let id = closed(&app, "Kamers boven een eetzaak").await;
    app.clock.forward(TimeDelta::days(366));
    for role in [Role::Coordinator, Role::Archivist, Role::PrivacyOfficer] {
        app.as_role(role).await;
    }
    let mut held = false;
    for step in steps {
        let went = take(&app, id, *step).await;
        match step {
            Step::Hold => held |= went,
            Step::Lift => held &= !went,
            _ => assert!(!(held && went), "{step:?} went through while it was held"),
        }
        assert!(!held || is_there(&app, id).await, "it is gone after {step:?}");
    }
    for step in TO_THE_END {
        take(&app, id, step).await;
    }
    assert!(!is_there(&app, id).await, "nothing holds it any more");
}

async fn is_there(app: &TestApp, id: SignalId) -> bool {
    let stored = app.services.store.signal(&HERE.into(), id).await.unwrap();
    stored.is_some()
}

/// Takes a step; whether it went through.
async fn take(app: &TestApp, id: SignalId, step: Step) -> bool {
    let (services, subject) = (&app.services, Subject::Signal(id));
    let privacy = app.actor(Role::PrivacyOfficer.as_str()).await;
    let done = match step {
        Step::Propose => return propose(app).await > 0,
        Step::Destroy => return destroy(app).await.gone > 0,
        Step::Hold => retention::hold(services, &privacy, subject, "Strafzaak.".to_owned()).await,
        Step::Lift => retention::lift(services, &privacy, subject, "Klaar.".to_owned()).await,
        Step::Approve | Step::Release => sign(app, step).await,
    };
    done.is_ok()
}

/// Signs the list that is not done yet, if there is one.
async fn sign(app: &TestApp, step: Step) -> Result<(), Failure> {
    let lists = app.services.store.disposal_lists(&HERE.into()).await.unwrap();
    let open = lists.into_iter().find(|list| list.value.is_open());
    let list = open.ok_or(Failure::NotFound)?;
    let (id, seen) = (list.value.id, list.revision);
    if step == Step::Approve {
        let owner = app.actor(Role::Coordinator.as_str()).await;
        retention::approve(&app.services, &owner, id, seen).await
    } else {
        let archivist = app.actor(Role::Archivist.as_str()).await;
        retention::authorise(&app.services, &archivist, id, seen).await
    }
}
