// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A question by a link that works once: to a reporter by mail, or to a partner without an account. Only the hash of the link is stored.

use chrono::TimeDelta;

use super::{
    dialogue::{Ask, asked},
    voice::{OwnReport, Voice, own_report},
};
use crate::{
    calendar::dutch_date,
    change::{Changes, Fingerprint, Write},
    configuration::Configuration,
    id::{MessageId, MunicipalityId, PartnerId, PersonId, ReportId, Timestamp},
    outgoing::{Carries, address_in},
    policy::{Actor, Permit},
    ports::{Services, Stored},
    report::{Message, MessageKind, QuestionState, Report, Way},
    usecase::{
        Failure, configuration, once_per_content,
        outgoing::{Released, queue, subject, with_care},
    },
};

/// A question that is put by a link.
#[derive(Clone, Debug)]
pub struct AskByLink {
    /// The identifier that the form made: a form that is sent twice with the same words asks once.
    pub id: MessageId,
    /// The question.
    pub text: String,
    /// The partner that is asked instead of the reporter.
    pub partner: Option<PartnerId>,
    /// How the link gets there.
    pub to: LinkTo,
    /// Whether the person who asks says to have followed how the reporter can be reached without danger.
    pub followed: bool,
    /// How many days it works.
    pub days: u16,
    /// The address of the page to which link and token are added: `https://meldroute.example/vraag/heemstede/`.
    pub page: String,
}

/// How a link gets to who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// By mail to the reporter's own address.
    Reporter,
    /// By mail to this address.
    Address(String),
    /// The person who asks takes it along.
    ByHand,
}

/// The longest that a link works.
const MOST_DAYS: u16 = 60;

/// Asks by a link. Gives the link where it is taken along by hand; it is shown once.
pub async fn ask_by_link(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    mut ask: AskByLink,
) -> Result<Option<String>, Failure> {
    let content = (&ask.text, &ask.partner, &ask.to);
    ask.id = MessageId(once_per_content(services, ask.id.0, &content));
    if ask.days == 0 || ask.days > MOST_DAYS {
        return Err(Failure::Invalid(vec!["days"]));
    }
    let (token, hash) = services.secrets.new_token()?;
    let link = format!("{}{}/{token}", ask.page, ask.id);
    let until = services.clock.now() + TimeDelta::days(i64::from(ask.days));
    let question = Ask {
        id: ask.id,
        text: ask.text.clone(),
        way: Way::Link { until },
        partner: ask.partner.clone(),
    };
    let configuration = configuration(services, actor)?;
    if ask
        .partner
        .as_ref()
        .is_some_and(|partner| configuration.partner(partner).is_none())
    {
        return Err(Failure::Invalid(vec!["partner"]));
    }
    let put = Put {
        ask: &ask,
        hash,
        link: &link,
        until,
        configuration: &configuration,
    };
    asked(services, actor, id, &question, Some(&put)).await?;
    Ok((ask.to == LinkTo::ByHand).then_some(link))
}

/// A question with its link, about to be put.
pub(super) struct Put<'a> {
    ask: &'a AskByLink,
    hash: [u8; 32],
    link: &'a str,
    until: Timestamp,
    configuration: &'a Configuration,
}

impl Put<'_> {
    /// Adds the mark by which the link is known, and the mail that carries it.
    pub(super) async fn with_link(
        &self,
        services: &Services,
        changes: Changes,
        report: &Stored<Report>,
        by: (&Permit, PersonId, Timestamp),
    ) -> Result<Changes, Failure> {
        let changes = if self.ask.partner.is_none() {
            with_care(
                services,
                changes,
                report.value.id,
                self.ask.followed,
                (by.0, by.2),
            )
            .await?
        } else {
            changes
        };
        let mark = Fingerprint::Link(self.ask.id, self.hash);
        let changes = changes.write(Write::NewFingerprint(report.value.id, mark));
        let to = match &self.ask.to {
            LinkTo::ByHand => return Ok(changes),
            LinkTo::Address(address) => address.trim().to_owned(),
            LinkTo::Reporter => {
                let m = &report.value.municipality;
                let reporter = services.store.reporter(m, report.value.id).await?;
                address_in(&reporter.unwrap_or_default().contact).unwrap_or_default()
            }
        };
        let municipality = &self.configuration.municipality.name;
        // Nothing says that somebody reported, as long as the page is not opened.
        let about = match self.ask.partner {
            None => format!("De gemeente {municipality} heeft een vraag aan u."),
            Some(_) => format!("De gemeente {municipality} heeft een vraag aan uw organisatie."),
        };
        let last = dutch_date(self.until).format("%d-%m-%Y");
        let text = format!(
            "{about} U leest en beantwoordt de vraag op deze pagina:\n\n{}\n\n\
             De link werkt tot {last} en voor één antwoord. Stuur hem niet door. Heeft u geen vraag verwacht, of vertrouwt u dit \
             niet? Bel dan de gemeente.\n",
            self.link
        );
        let released = Released {
            report: report.value.id,
            carries: Carries::Question { message: self.ask.id },
            to,
            subject: subject(self.configuration),
            text,
            by,
        };
        queue(services, changes, released)
    }
}

/// A question as who has its link reads it: nothing else of the report.
#[derive(Clone, Debug)]
pub struct Linked {
    /// Who answers.
    pub voice: Voice,
    /// The question.
    pub text: String,
}

/// The open question to which a link leads. Wrong, expired and used links are all [`Failure::NotFound`].
pub async fn linked(
    services: &Services,
    municipality: &MunicipalityId,
    (question, token): (MessageId, &str),
    origin: &str,
) -> Result<Linked, Failure> {
    let mark = Fingerprint::Link(question, services.secrets.hash_token(token));
    let report = services.store.report_known_by(municipality, &mark).await?;
    let report = report.ok_or(Failure::NotFound)?;
    let actor = Voice::nameless(municipality, services.clock.now(), origin);
    let voice = Voice::with_link(actor, report, question);
    let OwnReport { messages, .. } = own_report(services, &voice).await?;
    let text = messages.into_iter().find_map(|message| open(message, question));
    Ok(Linked {
        voice,
        text: text.ok_or(Failure::NotFound)?,
    })
}

fn open(message: Message, question: MessageId) -> Option<String> {
    match message.kind {
        MessageKind::Question {
            text,
            state: QuestionState::Open,
            ..
        } if message.id == question => Some(text),
        MessageKind::Question { .. } | MessageKind::Addition { .. } => None,
    }
}
