// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outbox: what is due, what belongs to a report, nothing sent twice by two programs, nothing readable without the reporter's key.

use meldroute_core::{
    audit::About,
    change::{Fingerprint, Revision, Write},
    id::{MessageId, OutgoingId, ReportId, Timestamp},
    outgoing::{Attempt, Carries, Outgoing, Sending},
    ports::{CommitError, Store as _},
};

use super::{on_both, reports::take_in};
use crate::{
    things::{new_report, owner, report},
    world::{World, at, elsewhere, here},
};

on_both!(
    a_mail_comes_back_as_it_went_and_is_due_until_it_is_settled,
    two_programs_do_not_send_the_same_mail,
    what_is_queued_is_stored_with_its_report_or_not_at_all,
    another_municipality_finds_nothing,
    a_link_is_known_by_its_question_and_its_hash_together,
);

fn mail(world: &World, report: ReportId, now: Timestamp) -> Outgoing {
    let id: OutgoingId = world.mint();
    Outgoing {
        id,
        municipality: here(),
        report,
        carries: Carries::Feedback {
            feedback: world.mint(),
        },
        queued_at: now,
        by: owner(),
        message_id: format!("{id}@heemstede.example"),
        from: "meldpunt@heemstede.example".to_owned(),
        to: "an@post.example".to_owned(),
        subject: "Bericht van de gemeente".to_owned(),
        text: "Dank voor uw melding.".to_owned(),
        state: Sending::new(now),
    }
}

async fn queued(world: &World) -> Outgoing {
    let report = take_in(world, new_report(world, report(world, &here(), 3))).await;
    let mail = mail(world, report, at(10));
    store(world, Write::NewOutgoing(Box::new(mail.clone())))
        .await
        .unwrap();
    mail
}

async fn store(world: &World, write: Write) -> Result<(), CommitError> {
    let about = match &write {
        Write::NewOutgoing(mail) | Write::SaveOutgoing(mail, _) => About::Report(mail.report),
        _ => About::Municipality,
    };
    world.store(&here(), about, write).await.map(|_| ())
}

async fn a_mail_comes_back_as_it_went_and_is_due_until_it_is_settled(world: &World) {
    let first = queued(world).await;
    let second = queued(world).await;
    let due = world.outgoing_due(&here(), at(10), 20).await.unwrap();
    let ids: Vec<_> = due.iter().map(|stored| stored.value.id).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&first.id) && ids.contains(&second.id));
    assert!(world.outgoing_due(&here(), at(9), 20).await.unwrap().is_empty());
    assert_eq!(world.outgoing_due(&here(), at(10), 1).await.unwrap().len(), 1);
    let stored = world.outgoing(&here(), first.id).await.unwrap().unwrap();
    assert_eq!(
        (stored.value.clone(), stored.revision),
        (first.clone(), Revision(1))
    );

    let tried = stored.value.begin(at(11)).unwrap();
    store(
        world,
        Write::SaveOutgoing(Box::new(tried.clone()), stored.revision),
    )
    .await
    .unwrap();
    let due = world.outgoing_due(&here(), at(12), 20).await.unwrap();
    assert_eq!(due.len(), 1, "the next attempt is later");
    let due = world.outgoing_due(&here(), at(30), 20).await.unwrap();
    assert_eq!(
        due.len(),
        2,
        "when the program died after that, it is tried again"
    );
    let took = Attempt::Accepted {
        answer: "250 ok".to_owned(),
        sha256: "ab".repeat(32),
    };
    let accepted = tried.record(took, at(12)).unwrap();
    store(
        world,
        Write::SaveOutgoing(Box::new(accepted.clone()), Revision(2)),
    )
    .await
    .unwrap();
    let due = world.outgoing_due(&here(), at(5000), 20).await.unwrap();
    assert_eq!(due.len(), 1);
    let of_report = world.outgoing_of(&here(), first.report).await.unwrap();
    assert_eq!(of_report.len(), 1);
    assert_eq!(
        (&of_report[0].value, of_report[0].revision),
        (&accepted, Revision(3))
    );
}

async fn two_programs_do_not_send_the_same_mail(world: &World) {
    let mail = queued(world).await;
    let stored = world.outgoing(&here(), mail.id).await.unwrap().unwrap();
    let begun = stored.value.begin(at(11)).unwrap();
    let write = || Write::SaveOutgoing(Box::new(begun.clone()), stored.revision);
    store(world, write()).await.unwrap();
    assert_eq!(store(world, write()).await, Err(CommitError::Conflict));
}

async fn what_is_queued_is_stored_with_its_report_or_not_at_all(world: &World) {
    let id = take_in(world, new_report(world, report(world, &here(), 3))).await;
    let stored = world.report(&here(), id).await.unwrap().unwrap();
    let changed = |revision| {
        let report = Box::new(stored.value.clone());
        world
            .changes(&here(), About::Report(id), meldroute_core::audit::Event::Observed)
            .write(Write::NewOutgoing(Box::new(mail(world, id, at(1)))))
            .write(Write::SaveReport(report, revision, Vec::new()))
    };
    world.commit(changed(stored.revision)).await.unwrap();
    assert_eq!(
        world.commit(changed(stored.revision)).await,
        Err(CommitError::Conflict),
        "somebody else changed the report"
    );
    assert_eq!(world.outgoing_of(&here(), id).await.unwrap().len(), 1);
}

async fn another_municipality_finds_nothing(world: &World) {
    let mail = queued(world).await;
    assert_eq!(world.outgoing(&elsewhere(), mail.id).await.unwrap(), None);
    assert!(
        world
            .outgoing_of(&elsewhere(), mail.report)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        world
            .outgoing_due(&elsewhere(), at(5000), 20)
            .await
            .unwrap()
            .is_empty()
    );
    let foreign = Write::NewOutgoing(Box::new(mail));
    let stored = world.store(&elsewhere(), About::Municipality, foreign).await;
    assert_eq!(stored.unwrap_err(), CommitError::Unavailable);
}

async fn a_link_is_known_by_its_question_and_its_hash_together(world: &World) {
    let id = take_in(world, new_report(world, report(world, &here(), 3))).await;
    let (question, other): (MessageId, MessageId) = (world.mint(), world.mint());
    let mark = Fingerprint::Link(question, [7; 32]);
    store(world, Write::NewFingerprint(id, mark.clone()))
        .await
        .unwrap();
    assert_eq!(world.report_known_by(&here(), &mark).await.unwrap(), Some(id));
    for wrong in [
        Fingerprint::Link(other, [7; 32]),
        Fingerprint::Link(question, [8; 32]),
    ] {
        assert_eq!(world.report_known_by(&here(), &wrong).await.unwrap(), None);
    }
    assert_eq!(world.report_known_by(&elsewhere(), &mark).await.unwrap(), None);
    let again = store(world, Write::NewFingerprint(id, mark)).await;
    assert_eq!(again, Err(CommitError::Duplicate));
}
