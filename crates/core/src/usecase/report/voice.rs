// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The reporter of one report, who has shown that they are: by the code of words, with an account, or by a link that works once; or a
//! partner that is asked about a report of somebody else. What they may read is what was written to them, and nothing else.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    audit::{About, Event},
    change::{Changes, Fingerprint, Write},
    configuration::Configuration,
    id::{MessageId, MunicipalityId, ReportId, Timestamp},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    report::{Message, MessageKind, QuestionState, Report, ReportRefusal, ReportState, Way, code},
    signal::feedback::{Feedback, FeedbackState, FeedbackWay},
    usecase::{Failure, configuration, missing, refused, retried},
};

/// The reporter of one report, or a partner that is asked about it.
#[derive(Clone, Debug)]
pub struct Voice {
    actor: Actor,
    report: ReportId,
    by: Proof,
}

/// How they showed who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proof {
    Code,
    Account,
    /// By a link to one question; nothing else can be read or written with it.
    Link(MessageId),
    /// With an account of a partner that is asked; what others wrote and were asked does not exist for them.
    Asked,
}

/// What the reporter may read: what was written to them. Not their own report: whoever finds a code must not find that.
#[derive(Clone, Debug)]
pub struct OwnReport {
    /// The report.
    pub report: ReportId,
    /// When it came in.
    pub received_on: NaiveDate,
    /// Questions that were put to them, and what they wrote; oldest first. What they wrote themselves has no text here.
    pub messages: Vec<Message>,
    /// Feedback that they read here: text and when, oldest first.
    pub feedback: Vec<(String, Timestamp)>,
}

impl Voice {
    /// Of who has the code of words. A code that nobody has is [`Failure::NotFound`].
    pub async fn with_code(
        services: &Services,
        municipality: &MunicipalityId,
        code: &str,
        actor: Actor,
    ) -> Result<Self, Failure> {
        let mark = Fingerprint::Code(code::normalised(code));
        let report = services.store.report_known_by(municipality, &mark).await?;
        let report = report.ok_or(Failure::NotFound)?;
        Ok(Self {
            actor,
            report,
            by: Proof::Code,
        })
    }

    /// Of who has an account: policy is asked each time whether the report is theirs.
    pub fn with_account(actor: &Actor, report: ReportId) -> Self {
        Self {
            actor: actor.clone(),
            report,
            by: Proof::Account,
        }
    }

    /// Of who has an account of a partner that is asked: policy is asked each time whether a question was put to them.
    pub fn of_asked(actor: &Actor, report: ReportId) -> Self {
        Self {
            actor: actor.clone(),
            report,
            by: Proof::Asked,
        }
    }

    /// Of who followed the link to one question. The caller has checked the link.
    pub fn with_link(actor: Actor, report: ReportId, question: MessageId) -> Self {
        Self {
            actor,
            report,
            by: Proof::Link(question),
        }
    }

    /// Who writes, as the journal names them where they have no account: no name, no address.
    pub fn nameless(municipality: &MunicipalityId, now: Timestamp, origin: &str) -> Actor {
        Actor {
            person: None,
            name: "melder".to_owned(),
            municipality: municipality.clone(),
            today: crate::calendar::dutch_date(now),
            grants: Vec::new(),
            origin: origin.to_owned(),
            call: None,
        }
    }

    /// The report with the permit to write in it.
    pub(super) async fn report(&self, services: &Services) -> Result<(Stored<Report>, Permit), Failure> {
        let m = &self.actor.municipality;
        let stored = services.store.report(m, self.report).await?;
        let right = match self.by {
            Proof::Asked => Right::AnswerQuestion,
            Proof::Code | Proof::Account | Proof::Link(_) => Right::ReadOwnReports,
        };
        let Some(stored) = stored else {
            return Err(match self.by {
                Proof::Account | Proof::Asked => missing(services, &self.actor, right).await,
                Proof::Code | Proof::Link(_) => Failure::NotFound,
            });
        };
        let permit = match self.by {
            Proof::Account => policy::permit(&self.actor, right, Object::Report(&stored.value)),
            Proof::Asked => policy::permit(&self.actor, right, Object::Question(&stored.value)),
            // The code or the link is the proof.
            Proof::Code | Proof::Link(_) => {
                Ok(policy::unsafe_permit_without_policy(self.actor.clone(), right))
            }
        };
        let permit = match permit {
            Ok(permit) => permit,
            Err(denied) => {
                return Err(refused(services, &self.actor, About::Report(self.report), denied).await);
            }
        };
        Ok((stored, permit))
    }

    pub(super) fn configuration(&self, services: &Services) -> Result<Arc<Configuration>, Failure> {
        configuration(services, &self.actor)
    }

    /// Whether this question was put to them, in this way.
    pub(super) fn may_answer(
        &self,
        report: &Report,
        question: MessageId,
        now: Timestamp,
    ) -> Result<(), ReportRefusal> {
        let put = report.messages.iter().find(|message| message.id == question);
        let Some(MessageKind::Question { way, partner, .. }) = put.map(|message| &message.kind) else {
            return Err(ReportRefusal::QuestionNotOpen);
        };
        let mine = match (self.by, way) {
            (Proof::Code | Proof::Account, Way::Online) => partner.is_none(),
            (Proof::Asked, Way::Online) => partner
                .as_ref()
                .is_some_and(|asked| self.actor.partners().any(|own| own == asked)),
            (Proof::Link(of), Way::Link { until }) => of == question && now < *until,
            (Proof::Code | Proof::Account | Proof::Asked, Way::Link { .. })
            | (Proof::Link(_), Way::Online) => false,
        };
        if mine {
            Ok(())
        } else {
            Err(ReportRefusal::QuestionNotOpen)
        }
    }

    /// Whether they may add something.
    pub(super) fn may_add(&self) -> Result<(), ReportRefusal> {
        match self.by {
            Proof::Code | Proof::Account => Ok(()),
            Proof::Link(_) | Proof::Asked => Err(ReportRefusal::NoWayBack),
        }
    }

    /// The event of reading what was written to them.
    fn read_event(&self) -> Event {
        match self.by {
            Proof::Asked => Event::PartnerQuestionRead,
            Proof::Code | Proof::Account | Proof::Link(_) => Event::OwnReportRead,
        }
    }

    /// Whether they may read this message: by a link only the one question, otherwise what is put to them here.
    fn may_read(&self, report: &Report, message: &Message, now: Timestamp) -> bool {
        let withdrawn = matches!(
            message.kind,
            MessageKind::Question {
                state: QuestionState::Withdrawn { .. },
                ..
            }
        );
        match message.kind {
            MessageKind::Addition { .. } => self.may_add().is_ok(),
            MessageKind::Question { .. } => !withdrawn && self.may_answer(report, message.id, now).is_ok(),
        }
    }
}

/// What was written to the reporter. That it was read is recorded, and it is no news any more.
pub async fn own_report(services: &Services, voice: &Voice) -> Result<OwnReport, Failure> {
    let attempt = async || {
        let (stored, permit) = voice.report(services).await?;
        let (mut report, now) = (stored.value, services.clock.now());
        let own = OwnReport {
            report: report.id,
            received_on: report.received_on(),
            messages: report
                .messages
                .iter()
                .filter(|message| voice.may_read(&report, message, now))
                .map(without_own_words)
                .collect(),
            feedback: feedback(services, voice, &report).await?,
        };
        let minter = services.minter.as_ref();
        let about = About::Report(report.id);
        let mut changes = Changes::new(&permit, now, minter, about, voice.read_event());
        if report.told && voice.may_add().is_ok() {
            report.told = false;
            let configuration = voice.configuration(services)?;
            changes = changes.write(Write::save_report(report, stored.revision, &configuration));
        }
        Ok((changes, own))
    };
    retried(services, attempt).await.map(|(_, own)| own)
}

/// Feedback that the reporter reads here; by a link, and for a partner that is asked, there is none.
async fn feedback(
    services: &Services,
    voice: &Voice,
    report: &Report,
) -> Result<Vec<(String, Timestamp)>, Failure> {
    let given = match (&report.state, voice.by) {
        (_, Proof::Link(_) | Proof::Asked) => Vec::new(),
        (ReportState::Registered { signal, .. }, _) => {
            let signal = services.store.signal(&report.municipality, *signal).await?;
            let links = signal.into_iter().flat_map(|signal| signal.value.reports);
            let own = links.filter(|link| link.report == report.id && link.unlinked.is_none());
            own.flat_map(|link| link.feedback).collect()
        }
        (ReportState::New | ReportState::SetAside { .. }, _) => report.feedback.clone(),
    };
    Ok(given.iter().filter_map(read_here).collect())
}

fn without_own_words(message: &Message) -> Message {
    let mut message = message.clone();
    if let MessageKind::Addition { text, .. }
    | MessageKind::Question {
        state: QuestionState::Answered { text, .. },
        ..
    } = &mut message.kind
    {
        text.clear();
    }
    message
}

fn read_here(feedback: &Feedback) -> Option<(String, Timestamp)> {
    match &feedback.state {
        FeedbackState::Given {
            text,
            way: FeedbackWay::Online,
            at,
            ..
        } => Some((text.clone(), *at)),
        _ => None,
    }
}
