// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who tells the demo's story: sets the clock and calls use cases as one of the people.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use chrono::NaiveDate;
use meldroute_connect::mail::{Limits, find_messages};
use meldroute_core::{
    change::Revision,
    configuration::Configuration,
    enrichment::{Address, Inquiry},
    id::{ListId, MeetingId, MunicipalityId, PersonId, QueryId, ReportId, SignalId, Timestamp},
    people::Person,
    policy::{Actor, Role},
    ports::{Clock as _, ReportFilter, Services},
    report::{Openness, Reporter, ReporterKind},
    signal::{
        Signal,
        act::{Act, NewQuery},
        assessment::{Assessment, Note, Observation, Subject},
    },
    usecase::{
        enrichment,
        meeting::{self, AgendaStep, Ruling},
        report::{TypeReport, type_in},
        retention,
        signal::{FastLane, Once, Register, act, register},
    },
};

use super::{
    matter::Matter,
    time::{DemoClock, Weeks},
};
use crate::{
    installation::Installation,
    intake::{self, Taken},
    stop::Stop,
};

/// The one who tells.
pub(super) struct Teller {
    services: Services,
    importer: Actor,
    people: Vec<Person>,
    clock: Arc<DemoClock>,
    mails: PathBuf,
    pub(super) weeks: Weeks,
}

/// The mail server that wrote in the demo's mails what it found about their senders.
const MAIL_SERVER: &str = "mx.heemstede.example";

impl Teller {
    pub(super) fn new(
        installation: &Installation,
        importer: Actor,
        people: Vec<Person>,
        clock: Arc<DemoClock>,
        now: Timestamp,
        mails: PathBuf,
    ) -> Self {
        Self {
            services: installation.services.clone(),
            importer,
            people,
            clock,
            mails,
            weeks: Weeks::new(now),
        }
    }

    /// What use cases need, for what is told outside this file.
    pub(super) fn services(&self) -> &Services {
        &self.services
    }

    /// Where the story plays.
    pub(super) fn municipality(&self) -> &MunicipalityId {
        &self.importer.municipality
    }

    /// From here on it is this moment.
    pub(super) fn at(&self, moment: Timestamp) {
        self.clock.set(moment);
    }

    /// The identifier of somebody.
    pub(super) fn person(&self, login: &str) -> Result<PersonId, Stop> {
        Ok(self.somebody(login)?.id)
    }

    fn somebody(&self, login: &str) -> Result<&Person, Stop> {
        let found = self.people.iter().find(|person| person.login == login);
        found.ok_or_else(|| Stop::refused(format!("the demo knows no {login}")))
    }

    /// Somebody, as they act at this moment.
    pub(super) fn actor(&self, login: &str) -> Result<Actor, Stop> {
        Ok(self.somebody(login)?.actor(self.clock.now(), "demo"))
    }

    fn configuration(&self) -> Result<Arc<Configuration>, Stop> {
        let found = self.services.configurations.of(&self.importer.municipality);
        found.ok_or_else(|| Stop::refused("the demo has no configuration"))
    }

    /// A signal as it stands.
    pub(super) async fn signal(&self, id: SignalId) -> Result<Signal, Stop> {
        let found = self
            .services
            .store
            .signal(&self.importer.municipality, id)
            .await?;
        found
            .map(|stored| stored.value)
            .ok_or_else(|| Stop::refused("the demo lost a signal"))
    }

    /// A mail comes in. Gives the reports that it became.
    pub(super) async fn mail(&self, file: &str) -> Result<Vec<ReportId>, Stop> {
        let mut numbers = BTreeSet::new();
        for source in find_messages(&self.mails.join(file), &Limits::default()) {
            let source = source.map_err(Stop::refused)?;
            if let Taken::Report(number) =
                intake::take(&self.services, &self.importer, source, Some(MAIL_SERVER)).await?
            {
                numbers.insert(number);
            }
        }
        let municipality = &self.importer.municipality;
        let new = self
            .services
            .store
            .reports(municipality, ReportFilter::New, None, 100)
            .await?;
        let mut found: Vec<_> = new
            .into_iter()
            .filter(|line| numbers.contains(&line.number))
            .collect();
        found.sort_by(|one, other| one.number.cmp(&other.number));
        Ok(found.into_iter().map(|line| line.id).collect())
    }

    /// The coordinator makes a signal of reports.
    pub(super) async fn register(
        &self,
        reports: Vec<ReportId>,
        matter: &Matter,
        fast_lane: Option<FastLane>,
    ) -> Result<SignalId, Stop> {
        let actor = self.actor("coordinator")?;
        let observation = Observation {
            text: matter.seen.to_owned(),
            observed: matter.observed.to_owned(),
            observer: matter.observer.to_owned(),
            first_hand: matter.first_hand,
            report: reports.first().copied(),
            at: self.clock.now(),
            by: self.person("coordinator")?,
        };
        let from_partner = reports.iter().map(|report| (*report, true)).collect();
        let command = Register {
            id: SignalId(self.services.minter.mint()),
            reports,
            from_partner,
            title: matter.title.to_owned(),
            observation: Some(observation),
            fast_lane,
        };
        Ok(register(&self.services, &actor, command).await?.0)
    }

    /// Somebody does something with a signal.
    pub(super) async fn act(&self, login: &str, signal: SignalId, done: Act) -> Result<Signal, Stop> {
        let actor = self.actor(login)?;
        Ok(act(&self.services, &actor, signal, Once::default(), done).await?)
    }

    /// The coordinator says what we think it is, and moves the signal on to enrichment.
    pub(super) async fn assess(&self, signal: SignalId, matter: &Matter) -> Result<(), Stop> {
        let (at, by) = (self.clock.now(), self.person("coordinator")?);
        let lists = self.configuration()?;
        let list = lists.indicators_on(&matter.form.into(), self.weeks.day(0));
        let assessment = Assessment {
            forms: [matter.form.into()].into(),
            indicators: list
                .iter()
                .flat_map(|list| &list.indicators)
                .map(|indicator| indicator.id.clone())
                .take(3)
                .collect(),
            list_versions: list.iter().map(|list| list.version.clone()).collect(),
            urgency: matter.urgency,
            minor: matter.minor,
            about: matter.about,
            source_grade: matter.source,
            information_grade: matter.information,
            place: matter.place.to_owned(),
            explanation: matter.explanation.to_owned(),
            at,
            by,
        };
        self.act("coordinator", signal, Act::Assess(Box::new(assessment)))
            .await?;
        for (kind, value, part, reason) in matter.subjects {
            let subject = Subject {
                kind: *kind,
                value: (*value).to_owned(),
                part: *part,
                reason: (*reason).to_owned(),
                at,
                by,
                struck: None,
            };
            self.act("coordinator", signal, Act::AddSubject(Box::new(subject)))
                .await?;
        }
        self.act("coordinator", signal, Act::MoveOn).await?;
        Ok(())
    }

    /// The gate is opened, the enricher asks around and hands the signal on to the meeting.
    pub(super) async fn enrich(&self, signal: SignalId, matter: &Matter) -> Result<(), Stop> {
        let gate = Act::DecideGate {
            granted: true,
            ground: "AVG art. 6 lid 1 onder e; Gemeentewet art. 172".to_owned(),
            reason: "Nodig om te beoordelen of het signaal klopt; alleen open en eigen bronnen.".to_owned(),
        };
        self.act("coordinator", signal, gate).await?;
        let (source, text) = matter.note;
        let note = Note {
            text: text.to_owned(),
            source: source.to_owned(),
            beside: None,
            at: self.clock.now(),
            by: self.person("verrijker")?,
        };
        self.act("verrijker", signal, Act::AddNote(note)).await?;
        self.act("verrijker", signal, Act::MoveOn).await?;
        Ok(())
    }

    /// Registration, assessment and enrichment at one go.
    pub(super) async fn prepare(&self, reports: Vec<ReportId>, matter: &Matter) -> Result<SignalId, Stop> {
        let signal = self.register(reports, matter, None).await?;
        self.assess(signal, matter).await?;
        self.enrich(signal, matter).await?;
        Ok(signal)
    }

    /// A sitting is planned, with everything on its agenda that is ready.
    pub(super) async fn plan(&self, body: &str, on: NaiveDate) -> Result<MeetingId, Stop> {
        let id = MeetingId(self.services.minter.mint());
        meeting::plan(&self.services, &self.actor("coordinator")?, id, &body.into(), on).await?;
        Ok(id)
    }

    /// A sitting is held, from the moment of the clock on.
    pub(super) async fn sit(&self, meeting: MeetingId, rulings: Vec<(SignalId, Ruling)>) -> Result<(), Stop> {
        let actor = self.actor("coordinator")?;
        meeting::change(&self.services, &actor, meeting, AgendaStep::Start).await?;
        for (signal, ruling) in rulings {
            self.at(self.clock.now() + chrono::TimeDelta::minutes(9));
            meeting::decide(&self.services, &actor, meeting, signal, Once::default(), ruling).await?;
        }
        meeting::change(&self.services, &actor, meeting, AgendaStep::Close).await?;
        Ok(())
    }

    /// The coordinator writes down a question to a table about the address of the nail salon, the first subject of the signal.
    pub(super) async fn write_question(
        &self,
        signal: SignalId,
        (register, fields): (&str, &[&str]),
        reason: &str,
    ) -> Result<QueryId, Stop> {
        let new = NewQuery {
            register: register.into(),
            subject: 0,
            inquiry: Inquiry::Address(Address {
                postcode: "2109 ZA".to_owned(),
                number: 903,
                ..Address::default()
            }),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            reason: reason.to_owned(),
        };
        let signal = self
            .act("coordinator", signal, Act::AskSource(Box::new(new)))
            .await?;
        let written = signal.queries.last();
        written
            .map(|query| query.id)
            .ok_or_else(|| Stop::refused("the demo lost a question"))
    }

    /// The coordinator asks whether the source knows anything, and reads what it knows.
    pub(super) async fn ask(&self, signal: SignalId, query: QueryId) -> Result<(), Stop> {
        let actor = self.actor("coordinator")?;
        let of = (signal, query);
        enrichment::look(&self.services, &actor, of, Once::default()).await?;
        enrichment::read(&self.services, &actor, of, Once::default()).await?;
        Ok(())
    }

    /// A guest is invited for one item.
    pub(super) async fn invite(
        &self,
        meeting: MeetingId,
        signal: SignalId,
        guest: &str,
        reason: &str,
    ) -> Result<(), Stop> {
        let (actor, guest) = (self.actor("coordinator")?, self.person(guest)?);
        Ok(meeting::invite(&self.services, &actor, meeting, signal, guest, reason.to_owned()).await?)
    }

    /// The coordinator adds a report to a running signal.
    pub(super) async fn link(&self, signal: SignalId, report: ReportId, reason: &str) -> Result<(), Stop> {
        let actor = self.actor("coordinator")?;
        Ok(
            meldroute_core::usecase::signal::link(&self.services, &actor, signal, report, reason.to_owned())
                .await?,
        )
    }

    /// The coordinator finds a report to be no signal.
    pub(super) async fn set_aside(
        &self,
        report: ReportId,
        reason: meldroute_core::report::SetAsideReason,
        note: &str,
    ) -> Result<(), Stop> {
        let actor = self.actor("coordinator")?;
        Ok(meldroute_core::usecase::report::set_aside(
            &self.services,
            &actor,
            report,
            reason,
            note.to_owned(),
        )
        .await?)
    }

    /// Somebody calls who does not say who they are; the coordinator types it in.
    pub(super) async fn call(&self, matter: &Matter) -> Result<ReportId, Stop> {
        let id = ReportId(self.services.minter.mint());
        let typed = TypeReport {
            id,
            channel: "phone".into(),
            area: None,
            reporter_kind: ReporterKind::Anonymous,
            partner: None,
            openness: Openness::Anonymous,
            reporter: Reporter::default(),
            subject: matter.title.to_owned(),
            text: matter.seen.to_owned(),
            place: matter.place.to_owned(),
            observed: matter.observed.to_owned(),
            first_hand: Some(matter.first_hand),
        };
        Ok(type_in(&self.services, &self.actor("coordinator")?, typed).await?)
    }

    /// The coordinator says that a signal must stay.
    pub(super) async fn hold(&self, signal: SignalId, reason: &str) -> Result<(), Stop> {
        let actor = self.actor("coordinator")?;
        let subject = meldroute_core::retention::list::Subject::Signal(signal);
        Ok(retention::hold(&self.services, &actor, subject, reason.to_owned()).await?)
    }

    fn disposer(&self) -> Actor {
        let municipality = &self.importer.municipality;
        Actor::of_program(Role::Disposer, "retention", municipality, self.clock.now())
    }

    /// The program puts what is due on a list.
    pub(super) async fn propose(&self) -> Result<(), Stop> {
        let actor = self.disposer();
        retention::propose(&self.services, &actor, actor.today).await?;
        Ok(())
    }

    async fn newest_list(&self) -> Result<(ListId, Revision), Stop> {
        let lists = self
            .services
            .store
            .disposal_lists(&self.importer.municipality)
            .await?;
        let newest = lists.first().map(|list| (list.value.id, list.revision));
        newest.ok_or_else(|| Stop::refused("the demo has no list of what may go"))
    }

    /// The coordinator approves the newest list.
    pub(super) async fn approve_disposal(&self) -> Result<(), Stop> {
        let (list, seen) = self.newest_list().await?;
        Ok(retention::approve(&self.services, &self.actor("coordinator")?, list, seen).await?)
    }

    /// The archivist approves it, too.
    pub(super) async fn authorise_disposal(&self) -> Result<(), Stop> {
        let (list, seen) = self.newest_list().await?;
        Ok(retention::authorise(&self.services, &self.actor("archivaris")?, list, seen).await?)
    }

    /// The program destroys what both approved.
    pub(super) async fn destroy(&self) -> Result<(), Stop> {
        let actor = self.disposer();
        retention::destroy(&self.services, &actor, actor.today).await?;
        Ok(())
    }
}
