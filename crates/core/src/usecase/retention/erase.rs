// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Erasure on request of a data subject (AVG art. 17): something goes on the list before its term is over. The owner of the process and the
//! archivist look at it like at the rest, and what keeps the rest keeps this.

use super::{judge::judge, propose::put_on_list, standing};
use crate::{
    audit::Event,
    change::Changes,
    id::ClaimId,
    policy::{Actor, Right},
    ports::Services,
    retention::list::{ListRefusal, Stays, Subject},
    usecase::{Failure, allowed_here, configuration, missing, retried},
};

/// Puts something on the list for a request to erase it, or an objection. It must have ended.
pub async fn propose_erasure(
    services: &Services,
    actor: &Actor,
    claim: ClaimId,
    subject: Subject,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::HandleClaims).await?;
    let m = &actor.municipality;
    let Some(asked) = services.store.claim(m, claim).await? else {
        return Err(missing(services, actor, Right::HandleClaims).await);
    };
    asked.value.check_open()?;
    if !asked.value.kind.asks_erasure() {
        return Err(Failure::NotFound);
    }
    let configuration = configuration(services, actor)?;
    let rules = configuration.retention.as_ref().ok_or(ListRefusal::NoRule)?;
    let attempt = async || {
        let lists = services.store.disposal_lists(m).await?;
        if standing(&lists).contains(&subject.id()) {
            return Err(Failure::DoneAlready);
        }
        let judged = judge(services, m, (&configuration, rules), subject).await?;
        let item = judged.map_err(refusal)?.on_request(subject, claim, actor.today);
        let (list, write) = put_on_list(services, (m, &configuration), lists, vec![item], actor.today)?;
        let event = Event::ErasureProposed { claim, list };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, subject.about(), event).write(write);
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn refusal(why: Stays) -> Failure {
    match why {
        Stays::Hold => ListRefusal::HoldStands.into(),
        Stays::InUse => ListRefusal::InUse.into(),
        Stays::RuleChanged => ListRefusal::NoRule.into(),
        Stays::NotThere => Failure::NotFound,
    }
}
