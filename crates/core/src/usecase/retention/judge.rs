// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether something may go: it has ended, a rule counts, no hold stands, nothing must be done about it.

use chrono::NaiveDate;

use crate::{
    change::Revision,
    claim::{ClaimKind, passage::Place},
    configuration::Configuration,
    duty::{self, DutyKind},
    id::{ClaimId, MunicipalityId, ReportId, SignalId},
    ports::{Services, Stored},
    report::{Report, ReportState},
    retention::{
        list::{Item, Stays, Subject},
        rule::Rules,
        verdict::{self, Verdict},
    },
    signal::Signal,
    usecase::Failure,
};

/// How many requests are looked at: the open ones come first.
const MOST_CLAIMS: u16 = 1_000;

/// Something that has ended, with what its destruction must be held against.
pub(super) struct Judged<'r> {
    pub(super) verdict: Verdict<'r>,
    pub(super) number: String,
    /// The revision that was read; none for what has none.
    pub(super) revision: Option<Revision>,
    /// The reports that go with it.
    pub(super) reports: Vec<(ReportId, Revision)>,
}

impl Judged<'_> {
    /// As a line of a list.
    pub(super) fn item(self, subject: Subject) -> Option<Item> {
        Item::new(subject, self.number, self.reports.len(), &self.verdict)
    }

    /// As a line of a list that a data subject asked for.
    pub(super) fn on_request(self, subject: Subject, claim: ClaimId, today: NaiveDate) -> Item {
        let reports = self.reports.len();
        Item::on_request(subject, self.number, reports, &self.verdict, (claim, today))
    }
}

type Judgement<'r> = Result<Result<Judged<'r>, Stays>, Failure>;

/// Judges one thing.
pub(super) async fn judge<'r>(
    services: &Services,
    m: &MunicipalityId,
    (configuration, rules): (&Configuration, &'r Rules),
    subject: Subject,
) -> Judgement<'r> {
    match subject {
        Subject::Signal(id) => signal(services, m, (configuration, rules), id).await,
        Subject::Report(id) => {
            let Some(stored) = services.store.report(m, id).await? else {
                return Ok(Err(Stays::NotThere));
            };
            if is_asked_for(services, m, &[Place::Report(id)]).await? {
                return Ok(Err(Stays::InUse));
            }
            Ok(report(configuration, rules, &stored))
        }
        Subject::Consult(id) => {
            let Some(stored) = services.store.consult(m, id).await? else {
                return Ok(Err(Stays::NotThere));
            };
            if stored.value.hold.is_some() {
                return Ok(Err(Stays::Hold));
            }
            let ended = stored.value.closed.is_some();
            let verdict = verdict::of_consult(rules, &stored.value);
            Ok(plain(verdict, ended, String::new(), Some(stored.revision)))
        }
        Subject::Claim(id) => {
            let Some(stored) = services.store.claim(m, id).await? else {
                return Ok(Err(Stays::NotThere));
            };
            if stored.value.hold.is_some() {
                return Ok(Err(Stays::Hold));
            }
            let ended = stored.value.answer.is_some();
            let verdict = verdict::of_claim(rules, &stored.value);
            Ok(plain(verdict, ended, String::new(), Some(stored.revision)))
        }
        Subject::Quarantined(id) => {
            let Some(message) = services.store.quarantined(m, id).await? else {
                return Ok(Err(Stays::NotThere));
            };
            let ended = !message.line.open;
            let verdict = verdict::of_quarantined(rules, message.line.received_at);
            Ok(plain(verdict.filter(|_| ended), ended, String::new(), None))
        }
    }
}

fn plain(
    verdict: Option<Verdict<'_>>,
    ended: bool,
    number: String,
    revision: Option<Revision>,
) -> Result<Judged<'_>, Stays> {
    let why = if ended { Stays::RuleChanged } else { Stays::InUse };
    Ok(Judged {
        verdict: verdict.ok_or(why)?,
        number,
        revision,
        reports: Vec::new(),
    })
}

async fn signal<'r>(
    services: &Services,
    m: &MunicipalityId,
    (configuration, rules): (&Configuration, &'r Rules),
    id: SignalId,
) -> Judgement<'r> {
    let Some(stored) = services.store.signal(m, id).await? else {
        return Ok(Err(Stays::NotThere));
    };
    let signal = stored.value;
    let reports = reports_of(services, m, &signal).await?;
    if signal.hold.is_some() || reports.iter().any(|report| report.value.hold.is_some()) {
        return Ok(Err(Stays::Hold));
    }
    let ended = signal.stage.is_closed();
    let owed = reports
        .iter()
        .any(|report| must_be_done(&report.value, configuration));
    let places = reports.iter().map(|report| Place::Report(report.value.id));
    let places: Vec<Place> = places.chain([Place::Signal(id)]).collect();
    // An opening under break-glass stays until the privacy officer has judged it.
    if owed || signal.unjudged().next().is_some() || is_asked_for(services, m, &places).await? {
        return Ok(Err(Stays::InUse));
    }
    let verdict = verdict::of_signal(rules, &signal);
    Ok(
        plain(verdict, ended, stored.number, Some(stored.revision)).map(|judged| Judged {
            reports: reports
                .iter()
                .map(|report| (report.value.id, report.revision))
                .collect(),
            ..judged
        }),
    )
}

/// The reports that are part of a signal and of no other: one that was taken out and registered elsewhere goes with that.
async fn reports_of(
    services: &Services,
    m: &MunicipalityId,
    signal: &Signal,
) -> Result<Vec<Stored<Report>>, Failure> {
    let ids: Vec<ReportId> = signal.reports.iter().map(|link| link.report).collect();
    let mut reports = services.store.reports_by_id(m, &ids).await?;
    reports.retain(
        |report| matches!(report.value.state, ReportState::Registered { signal: of, .. } if of == signal.id),
    );
    reports.dedup_by_key(|report| report.value.id);
    Ok(reports)
}

fn report<'r>(
    configuration: &Configuration,
    rules: &'r Rules,
    stored: &Stored<Report>,
) -> Result<Judged<'r>, Stays> {
    if stored.value.hold.is_some() {
        return Err(Stays::Hold);
    }
    let ended = matches!(stored.value.state, ReportState::SetAside { .. });
    if must_be_done(&stored.value, configuration) {
        return Err(Stays::InUse);
    }
    let verdict = verdict::of_report(rules, &stored.value);
    plain(verdict, ended, stored.number.clone(), Some(stored.revision))
}

/// Whether somebody waits for an answer to their request to see it: what they asked for does not go meanwhile.
async fn is_asked_for(services: &Services, m: &MunicipalityId, places: &[Place]) -> Result<bool, Failure> {
    let claims = services.store.claims(m, MOST_CLAIMS).await?;
    let mut waiting = claims
        .iter()
        .map(|stored| &stored.value)
        .filter(|claim| claim.kind == ClaimKind::Access && claim.answer.is_none());
    Ok(waiting.any(|claim| {
        claim
            .passages
            .iter()
            .any(|passage| places.contains(&passage.at.place))
    }))
}

/// Whether somebody is still owed something, or wrote what nobody read. That a file waits for the scanner holds nothing up.
fn must_be_done(report: &Report, configuration: &Configuration) -> bool {
    let duties = duty::of_report(report, configuration);
    duties.iter().any(|duty| duty.kind != DutyKind::Inspect)
}
