// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Entries of the journal as sentences. Who did what to what; never the texts that belong to it: those stand with the signal.

use std::collections::BTreeMap;

use meldroute_core::{
    audit::{Detail, Event},
    configuration::Configuration,
    figures::note,
    id::{
        BodyId, ChannelId, FigureSourceId, MunicipalityId, PartnerId, PartyId, PersonId, RegisterId, StepId,
    },
    link::FactKind,
};

use crate::lang::{Lang, Saying};

/// Names of what entries mention.
pub(crate) struct Names<'a> {
    pub(crate) lang: Lang,
    pub(crate) configuration: &'a Configuration,
    pub(crate) people: &'a BTreeMap<PersonId, String>,
}

impl Names<'_> {
    fn channel(&self, id: &ChannelId) -> String {
        let known = self.configuration.channel(id);
        known.map_or_else(
            || id.0.clone(),
            |channel| self.lang.text(&channel.name).to_owned(),
        )
    }

    fn step(&self, id: &StepId) -> String {
        let known = self.configuration.route.step_or_successor(id);
        known.map_or_else(|| id.0.clone(), |step| self.lang.text(&step.name).to_owned())
    }

    fn body(&self, id: &BodyId) -> String {
        let known = self.configuration.body(id);
        known.map_or_else(|| id.0.clone(), |body| self.lang.text(&body.name).to_owned())
    }

    fn register(&self, id: &RegisterId) -> String {
        let known = self.configuration.register(id);
        known.map_or_else(
            || id.0.clone(),
            |register| self.lang.text(&register.name).to_owned(),
        )
    }

    fn figure_source(&self, id: &FigureSourceId) -> String {
        note::source(self.configuration, id, self.lang.0)
    }

    fn occasion(&self, id: &str) -> String {
        let known = self
            .configuration
            .plan
            .iter()
            .flat_map(|plan| &plan.occasions)
            .find(|occasion| occasion.id == id);
        known.map_or_else(
            || id.to_owned(),
            |occasion| self.lang.text(&occasion.name).to_owned(),
        )
    }

    fn partner(&self, id: &PartnerId) -> String {
        let known = self.configuration.partner(id);
        known.map_or_else(|| id.0.clone(), |partner| partner.name.clone())
    }

    fn party(&self, id: &PartyId) -> String {
        let known = self.configuration.party(id);
        known.map_or_else(|| id.0.clone(), |name| self.lang.text(&name).to_owned())
    }

    fn person(&self, id: PersonId) -> String {
        let known = self.people.get(&id).cloned();
        known.unwrap_or_else(|| self.lang.t("journal-somebody"))
    }

    fn right(&self, right: meldroute_core::policy::Right) -> String {
        self.lang.kind("right", right.as_str())
    }
}

/// What happened, in one sentence.
pub(crate) fn sentence(names: &Names<'_>, detail: &Detail) -> String {
    let say = names.lang.arg("who", of_program(names.lang, &detail.name));
    with_arguments(names, say, &detail.event).kind("journal-event", detail.event.as_str())
}

/// Where an entry came from, or who acted, in the language of the screen where it is the program itself.
pub(crate) fn of_program(lang: Lang, name: &str) -> String {
    match name {
        "public form" => lang.t("journal-origin-public-form"),
        "link" => lang.t("journal-origin-link"),
        "command line" => lang.t("journal-origin-command-line"),
        "mail import" => lang.t("journal-origin-mail-import"),
        "inspector" | "outbox" | "retention" => lang.t("journal-origin-program"),
        other => other.to_owned(),
    }
}

fn with_arguments(names: &Names<'_>, say: Saying, event: &Event) -> Saying {
    match event {
        Event::ReportReceived { channel }
        | Event::ReportTyped { channel }
        | Event::ReportedOwn { channel } => say.arg("channel", names.channel(channel)),
        Event::MovedOn { from, to } => say.arg("from", names.step(from)).arg("to", names.step(to)),
        Event::SentBack { to, .. } => say.arg("to", names.step(to)),
        Event::GateDecided { granted, .. } => say.arg("granted", if *granted { "yes" } else { "no" }),
        Event::Decided { step, kind, .. } => say
            .arg("step", names.step(step))
            .arg("outcome", names.lang.kind("journal-outcome", kind.as_str())),
        Event::StrandStarted { kind, .. } => say.arg("kind", names.lang.kind("journal-strand", kind)),
        Event::StrandStepped { kind, step, .. } => say
            .arg("kind", names.lang.kind("journal-strand", kind))
            .arg("step", names.lang.kind("journal-strand-step", step)),
        Event::MarkedAcute { partner, .. }
        | Event::CareAsked { partner }
        | Event::PartnerAnswered { partner } => say.arg("partner", names.partner(partner)),
        Event::PartnerConfirmed { partner, confirmed } => say
            .arg("partner", names.partner(partner))
            .arg("confirmed", if *confirmed { "yes" } else { "no" }),
        Event::OwnerChanged { owner } => say.arg("owner", names.person(*owner)),
        Event::GuestInvited { guest, .. } => say.arg("guest", names.person(*guest)),
        Event::DpiaAnswered { question } => say.arg("question", question),
        Event::MeetingPlanned { body } => say.arg("body", names.body(body)),
        Event::TipsSorted {
            kept,
            known,
            off_topic,
        } => say
            .arg("kept", *kept)
            .arg("known", *known)
            .arg("off-topic", *off_topic),
        Event::DisposalProposed { items, .. } => say.arg("count", *items),
        Event::SignalClosed { confirmation, .. } => say.arg(
            "confirmation",
            names.lang.kind("journal-confirmation", confirmation.as_str()),
        ),
        Event::ConfigurationLoaded { version } => say.arg("version", *version),
        Event::AskedElsewhere {
            municipality,
            facts,
            hits,
            ..
        } => question(names, say, (municipality, facts, hits)),
        Event::AskedByNeighbour {
            municipality,
            facts,
            hits,
            ground,
        } => question(names, say, (municipality, facts, hits)).arg("ground", ground),
        Event::SharingAsked { to, answer, .. } => say
            .arg("to", names.party(to))
            .arg("answer", names.lang.kind("matrix-answer", answer.as_str())),
        Event::PackReleased { to, items, .. } => say.arg("to", names.party(to)).arg("count", *items),
        Event::PackOpened { to, .. } | Event::PackWithdrawn { to, .. } => say.arg("to", names.party(to)),
        Event::Refused { right } => say.arg("right", names.right(*right)),
        _ => counted(names, say, event),
    }
}

fn counted(names: &Names<'_>, say: Saying, event: &Event) -> Saying {
    match event {
        Event::SignalRegistered { reports: count, .. }
        | Event::FiguresCompared { rows: count }
        | Event::AgendaChanged { items: count }
        | Event::Searched { hits: count, .. } => say.arg("count", *count),
        Event::ProcessingLogTrimmed { lines } | Event::DecisionsTrimmed { lines } => say.arg("count", *lines),
        Event::ListShown { list, lines } => say
            .arg("list", names.lang.kind("journal-list", list.as_str()))
            .arg("count", *lines),
        _ => with_fewer(names, say, event),
    }
}

fn with_fewer(names: &Names<'_>, say: Saying, event: &Event) -> Saying {
    match event {
        Event::Recused { person, .. }
        | Event::Readmitted { person, .. }
        | Event::SubstituteNamed { person, .. } => say.arg("person", names.person(*person)),
        Event::MeetingMoved { from, to, .. } => say
            .arg("from", crate::dates::day(names.lang, *from))
            .arg("to", crate::dates::day(names.lang, *to)),
        Event::BroughtRead { to, .. } | Event::PartnerReplied { from: to, .. } => {
            say.arg("to", names.party(to))
        }
        Event::AttendanceNoted { present } => say.arg("count", *present),
        Event::QueryWritten { register, .. }
        | Event::QueryWithdrawn { register, .. }
        | Event::SourceAsked { register, .. } => say.arg("register", names.register(register)),
        Event::QueryDecided {
            register, granted, ..
        } => say
            .arg("register", names.register(register))
            .arg("granted", if *granted { "yes" } else { "no" }),
        Event::SourceAnswered {
            register, outcome, ..
        } => say
            .arg("register", names.register(register))
            .arg("outcome", names.lang.kind("query-outcome", outcome)),
        Event::LooksExported { year, looks } => say.arg("year", year.to_string()).arg("count", *looks),
        Event::ClaimEntered { kind } => say.arg("kind", names.lang.kind("claim-of", kind.as_str())),
        Event::ClaimSearched { hits, .. } => say.arg("count", *hits),
        Event::ClaimAnswered { given, refused } => say.arg("given", *given).arg("refused", *refused),
        Event::UseRestricted { lifted, .. } => say.arg("lifted", if *lifted { "yes" } else { "no" }),
        Event::PatternSettled { belonged, .. } => say.arg("belonged", if *belonged { "yes" } else { "no" }),
        Event::GlassJudged { justified, .. } => say.arg("justified", if *justified { "yes" } else { "no" }),
        Event::PlanTakenIn { actions: count } => say.arg("count", *count),
        Event::RecordAdded { record } | Event::RecordCorrected { record } => say.arg("number", *record),
        Event::ActionDone { action } | Event::ActionOwned { action } => say.arg("number", *action),
        Event::OccasionWritten { occasion, period }
        | Event::OccasionHeld { occasion, period }
        | Event::OccasionPaperMade { occasion, period } => say
            .arg("occasion", names.occasion(occasion))
            .arg("period", period.words(names.lang.0)),
        Event::LooksReviewed { year, .. } | Event::BoundsRead { year } => say.arg("year", year.to_string()),
        Event::FiguresRead {
            source,
            year,
            audience,
        } => say
            .arg("source", names.figure_source(source))
            .arg("year", year.to_string())
            .arg("audience", names.lang.kind("audience", audience.as_str())),
        Event::FiguresTakenIn { new, corrected } => say.arg("new", *new).arg("corrected", *corrected),
        _ => say,
    }
}

/// A question of one municipality to another: about what, and whether something was known.
fn question(
    names: &Names<'_>,
    say: Saying,
    (municipality, facts, hits): (&MunicipalityId, &[FactKind], &[FactKind]),
) -> Saying {
    let facts: Vec<_> = facts
        .iter()
        .map(|kind| names.lang.kind("link-kind", kind.as_str()))
        .collect();
    say.arg("name", municipality.as_str())
        .arg("facts", facts.join(", "))
        .arg("hit", if hits.is_empty() { "no" } else { "yes" })
}
