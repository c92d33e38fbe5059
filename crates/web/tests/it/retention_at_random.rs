// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Random days, legal holds and changed rules: a signal is proposed for destruction when its term by the rule of today is over and no
//! hold stands, and at no other moment; and what is held is not destroyed, whoever approved it.

use chrono::{NaiveDate, TimeDelta};
use meldroute_core::{
    calendar::dutch_date,
    id::SignalId,
    policy::Role,
    retention::{list::Subject, term::Term},
    usecase::retention,
};
use proptest::prelude::*;

use crate::{
    retention::{approved, closed, destroy, propose, say_yes},
    testkit::{HERE, TestApp},
};

#[derive(Clone, Debug)]
enum Step {
    /// So many days go by.
    Days(u64),
    Hold,
    Lift,
    /// The municipality changes the term to so many days, or years.
    Rule(Term),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::sample::select(vec![1_u64, 2, 180, 362, 363, 364, 365, 366]).prop_map(Step::Days),
        1 => Just(Step::Hold),
        1 => Just(Step::Lift),
        1 => (360_u16..370).prop_map(|days| Step::Rule(Term::Days(days))),
        1 => (1_u16..3).prop_map(|years| Step::Rule(Term::Years(years))),
    ]
}

fn today(app: &TestApp) -> NaiveDate {
    dutch_date(app.now())
}

fn rule(app: &TestApp, term: Term) {
    let mut configuration = app.configuration().as_ref().clone();
    for rule in &mut configuration.retention.as_mut().unwrap().rules {
        if rule.term.is_some() {
            rule.term = Some(term);
        }
    }
    app.configurations.put(configuration);
}

async fn hold(app: &TestApp, id: SignalId, holds: bool) {
    let actor = app.actor("coordinator").await;
    let (subject, reason) = (Subject::Signal(id), "Verzonnen reden".to_owned());
    let done = if holds {
        retention::hold(&app.services, &actor, subject, reason).await
    } else {
        retention::lift(&app.services, &actor, subject, reason).await
    };
    done.unwrap();
}

/// Lives through a history, and asks each day that it stops at what is proposed.
async fn is_proposed_when_it_should(later: u64, steps: &[Step]) {
    let app = TestApp::new().await;
    app.as_role(Role::Coordinator).await;
    app.clock.forward(TimeDelta::days(later.try_into().unwrap()));
    let mut term = Term::Years(1);
    rule(&app, term);
    let id = closed(&app, "Kamers").await;
    let (closed_on, mut held) = (today(&app), false);
    for step in steps {
        match step {
            Step::Days(days) => app.clock.forward(TimeDelta::days((*days).try_into().unwrap())),
            Step::Hold | Step::Lift => {
                let wanted = matches!(step, Step::Hold);
                if held != wanted {
                    hold(&app, id, wanted).await;
                    held = wanted;
                }
            }
            Step::Rule(changed) => {
                term = *changed;
                rule(&app, term);
            }
        }
        let is_over = today(&app) > term.last_day(closed_on).unwrap();
        let expected = usize::from(is_over && !held);
        assert_eq!(
            propose(&app).await,
            expected,
            "{closed_on} {term:?} {}",
            today(&app)
        );
        if expected == 1 {
            return is_destroyed_unless_held(&app, id).await;
        }
    }
}

async fn is_destroyed_unless_held(app: &TestApp, id: SignalId) {
    let (list, archivist) = approved(app).await;
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    hold(app, id, true).await;
    destroy(app).await;
    let is_there = async || {
        app.services
            .store
            .signal(&HERE.into(), id)
            .await
            .unwrap()
            .is_some()
    };
    assert!(is_there().await, "a hold came after the approvals");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_signal_is_proposed_when_its_term_is_over_and_no_hold_stands(
        later in 0_u64..1_500,
        steps in prop::collection::vec(step(), 1..10),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(is_proposed_when_it_should(later, &steps));
    }

    #[test]
    fn a_year_over_the_days_around_its_end(later in 0_u64..1_500, held in any::<bool>()) {
        let end = [Step::Days(364), Step::Days(1), Step::Days(1), Step::Days(1)];
        let steps: Vec<Step> = held.then_some(Step::Hold).into_iter().chain(end).collect();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(is_proposed_when_it_should(later, &steps));
    }
}
