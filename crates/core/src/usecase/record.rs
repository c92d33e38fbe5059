// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing down what was undertaken for the plan, and correcting it.

use crate::{
    audit::Event,
    calendar::dutch_date,
    configuration::plan::PlanRules,
    id::EntryId,
    plan::record::{Content, Record},
    policy::{Actor, Right},
    ports::Services,
    usecase::{
        Failure, allowed_here, once_per_content,
        plan::{changed, name_of, read},
        retried,
    },
};

/// Writes something down that was undertaken; gives its number. `form` is that of the form: sent twice it counts once.
pub async fn add(
    services: &Services,
    actor: &Actor,
    form: EntryId,
    content: &Content,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    check(services, actor, content).await?;
    let name = name_of(services, actor).await?;
    let now = services.clock.now();
    let form = once_per_content(services, form.0, content);
    let attempt = async || {
        changed(services, &permit, Some(form), |plan, _| {
            let number = plan.next_record();
            plan.records.push(Record {
                number,
                content: content.clone(),
                name: name.clone(),
                at: now,
            });
            Ok(Event::RecordAdded { record: number })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

/// Corrects a record, or writes down what changed since: leaflets that went, an agreement that was renewed. Its kind stays.
pub async fn correct(
    services: &Services,
    actor: &Actor,
    number: u32,
    content: &Content,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::KeepPlan).await?;
    check(services, actor, content).await?;
    let name = name_of(services, actor).await?;
    let now = services.clock.now();
    let attempt = async || {
        changed(services, &permit, None, |plan, _| {
            let mut records = plan.records.iter_mut();
            let record = records
                .find(|record| record.number == number && record.content.kind == content.kind)
                .ok_or(Failure::NotFound)?;
            record.content = content.clone();
            record.name.clone_from(&name);
            record.at = now;
            Ok(Event::RecordCorrected { record: number })
        })
        .await
    };
    retried(services, attempt).await.map(|_| ())
}

async fn check(services: &Services, actor: &Actor, content: &Content) -> Result<(), Failure> {
    let view = read(services, actor).await?;
    let kind = PlanRules::record(view.rules()?, &content.kind).ok_or(Failure::NotFound)?;
    let mut wrong = content.wrong(kind);
    if content.on > dutch_date(services.clock.now()) {
        wrong.push("on");
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::Invalid(wrong))
    }
}
