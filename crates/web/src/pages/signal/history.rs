// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The history of a signal in plain sentences: who did what and when, newest first.

use chrono::SecondsFormat;
use meldroute_core::{
    audit::{Event, Line},
    configuration::{feedback::Moment, outcome::OutcomeKind},
    id::{PartnerId, PersonId},
};

use crate::pages::signal::wording::Wording;

/// One line of the history.
#[derive(Debug)]
pub(crate) struct Told {
    /// The moment for machines.
    pub(crate) stamp: String,
    /// The moment for people.
    pub(crate) when: String,
    pub(crate) text: String,
    /// Somebody's own words.
    pub(crate) quote: Option<String>,
}

/// The whole history, newest first.
pub(crate) fn history(words: &Wording<'_>, lines: &[Line]) -> Vec<Told> {
    lines.iter().rev().map(|line| told(words, line)).collect()
}

/// One line in words.
pub(crate) fn told(words: &Wording<'_>, line: &Line) -> Told {
    let (text, quote) = match &line.detail {
        None => (words.lang.arg("event", &line.action).t("history-destroyed"), None),
        Some(detail) => {
            let who = if detail.name.is_empty() {
                words.t("history-nobody")
            } else {
                detail.name.clone()
            };
            (
                said(words, &who, &detail.event, &line.action),
                quoted(&detail.event),
            )
        }
    };
    Told {
        stamp: line.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        when: words.short_moment(line.at),
        text,
        quote,
    }
}

fn said(words: &Wording<'_>, who: &str, event: &Event, action: &str) -> String {
    let saying = words.lang.arg("who", who);
    match event {
        Event::SignalRegistered { reports, .. } => {
            saying.arg("reports", *reports).t("history-signal-registered")
        }
        Event::ReportLinked { .. } => saying.t("history-report-linked"),
        Event::ReportUnlinked { .. } => saying.t("history-report-unlinked"),
        Event::KeptApart { other, .. } => saying.arg("number", other).t("history-kept-apart"),
        Event::ApartTakenBack { other } => saying.arg("number", other).t("history-apart-taken-back"),
        Event::MovedOn { from, to } => saying
            .arg("from", words.step(from))
            .arg("to", words.step(to))
            .t("history-moved-on"),
        Event::GateDecided {
            granted: true,
            ground,
            ..
        } => saying.arg("ground", ground).t("history-gate-granted"),
        Event::GateDecided { granted: false, .. } => saying.t("history-gate-refused"),
        Event::Decided {
            step, body, outcome, ..
        } => {
            let saying = saying.arg("outcome", words.outcome(step, body.as_ref(), outcome));
            match body {
                Some(body) => saying.arg("body", words.body(body)).t("history-decided-body"),
                None => saying.t("history-decided"),
            }
        }
        Event::StrandStarted { kind, to, what, .. } => saying
            .arg("to", receiver(words, to))
            .arg("what", what)
            .kind("history-strand", kind),
        Event::StrandStepped { kind, step, .. } => saying
            .arg("kind", words.lang.kind("strand-kind", kind))
            .kind("history-stepped", step),
        Event::MarkedAcute { partner, .. } => saying
            .arg("partner", words.partner(partner))
            .t("history-marked-acute"),
        Event::CareAsked { partner } => saying
            .arg("partner", words.partner(partner))
            .t("history-care-asked"),
        _ => recorded(words, who, event, action),
    }
}

/// Feedback, closing, and what was written down.
fn recorded(words: &Wording<'_>, who: &str, event: &Event, action: &str) -> String {
    let saying = words.lang.arg("who", who);
    match event {
        Event::FeedbackGiven { moment, way, .. } => saying
            .arg("way", words.lang.kind("signal-way", way.as_str()))
            .kind("history-feedback-given", moment_name(*moment)),
        Event::FeedbackWithheld { moment, .. } => {
            saying.kind("history-feedback-withheld", moment_name(*moment))
        }
        Event::SentBack { to, .. } => saying.arg("to", words.step(to)).t("history-sent-back"),
        Event::SignalClosed { confirmation, .. } => saying
            .arg(
                "confirmation",
                words.lang.kind("signal-confirmed", confirmation.as_str()),
            )
            .t("history-signal-closed"),
        Event::OwnerChanged { owner } => saying
            .arg("owner", words.person(*owner))
            .t("history-owner-changed"),
        Event::HoldSet { .. } => saying.t("history-hold-set"),
        Event::HoldLifted { .. } => saying.t("history-hold-lifted"),
        Event::KeptLonger { until, .. } => saying
            .arg("day", crate::dates::day(words.lang, *until))
            .t("history-kept-longer"),
        Event::ArchiveExported => saying.t("history-archive-exported"),
        Event::Observed => saying.t("history-observed"),
        Event::Assessed => saying.t("history-assessed"),
        Event::SubjectAdded => saying.t("history-subject-added"),
        Event::SubjectStruck { .. } => saying.t("history-subject-struck"),
        Event::NoteAdded { source } => saying.arg("source", source).t("history-note-added"),
        Event::SharingAsked { to, answer, .. } => saying
            .arg("to", words.party(to))
            .arg("answer", words.lang.kind("matrix-answer", answer.as_str()))
            .t("history-sharing-asked"),
        Event::ItemMarked { regime, .. } => saying
            .arg("regime", words.lang.kind("sharing-regime", regime.as_str()))
            .t("history-item-marked"),
        Event::PackReleased { to, items, .. } => saying
            .arg("to", words.party(to))
            .arg("count", *items)
            .t("history-pack-released"),
        Event::PackOpened { to, .. } => saying.arg("to", words.party(to)).t("history-pack-opened"),
        Event::PackWithdrawn { to, .. } => saying.arg("to", words.party(to)).t("history-pack-withdrawn"),
        Event::PartnerReplied { from, said, .. } => saying
            .arg("from", words.party(from))
            .arg("said", words.lang.kind("brought-say", said.as_str()))
            .t("history-partner-replied"),
        Event::GuestInvited { guest, .. } => saying
            .arg("guest", words.person(*guest))
            .t("history-guest-invited"),
        Event::Recused { person, .. } => saying.arg("person", words.person(*person)).t("history-recused"),
        Event::Readmitted { person, .. } => saying
            .arg("person", words.person(*person))
            .t("history-readmitted"),
        Event::InvitationsMoved { on, .. } => match on {
            Some(on) => saying.arg("day", words.day(*on)).t("history-invitations-moved"),
            None => saying.t("history-invitations-ended"),
        },
        _ => queried(words, who, event, action),
    }
}

/// Questions to sources, and emergency openings.
fn queried(words: &Wording<'_>, who: &str, event: &Event, action: &str) -> String {
    let saying = words.lang.arg("who", who);
    match event {
        Event::QueryWritten { register, .. } => saying
            .arg("register", words.register(register))
            .t("history-query-written"),
        Event::QueryDecided {
            register, granted, ..
        } => saying
            .arg("register", words.register(register))
            .arg("granted", if *granted { "yes" } else { "no" })
            .t("history-query-decided"),
        Event::QueryWithdrawn { register, .. } => saying
            .arg("register", words.register(register))
            .t("history-query-withdrawn"),
        Event::SourceAsked { register, .. } => saying
            .arg("register", words.register(register))
            .t("history-source-asked"),
        Event::SourceAnswered {
            register, outcome, ..
        } => saying
            .arg("register", words.register(register))
            .arg("outcome", words.lang.kind("query-outcome", outcome))
            .t("history-source-answered"),
        Event::ClaimRectified { .. } => saying.t("history-claim-rectified"),
        Event::ErasureProposed { .. } => saying.t("history-erasure-proposed"),
        Event::UseRestricted { lifted, .. } => saying
            .arg("lifted", if *lifted { "yes" } else { "no" })
            .t("history-use-restricted"),
        Event::GlassBroken { .. } => saying.t("history-glass-broken"),
        Event::GlassJudged { justified, .. } => saying
            .arg("justified", if *justified { "yes" } else { "no" })
            .t("history-glass-judged"),
        _ => saying.arg("event", action).t("history-other"),
    }
}

/// The words that somebody gave with it. What is said about care stays in its compartment: the strand shows it to who may see it.
fn quoted(event: &Event) -> Option<String> {
    let words = match event {
        Event::ReportLinked { reason, .. }
        | Event::ReportUnlinked { reason, .. }
        | Event::KeptApart { reason, .. }
        | Event::GateDecided { reason, .. }
        | Event::QueryWritten { reason, .. }
        | Event::QueryDecided { reason, .. }
        | Event::QueryWithdrawn { reason, .. }
        | Event::Decided { reason, .. }
        | Event::MarkedAcute { reason, .. }
        | Event::FeedbackWithheld { reason, .. }
        | Event::PackWithdrawn { reason, .. }
        | Event::ItemMarked { reason, .. }
        | Event::SentBack { reason, .. }
        | Event::SubjectStruck { reason }
        | Event::Recused { reason, .. }
        | Event::Readmitted { reason, .. }
        | Event::GuestInvited { reason, .. } => reason,
        Event::SignalClosed { result, .. } => result,
        Event::StrandStepped { kind, words, .. } if kind != OutcomeKind::Care.as_str() => words,
        _ => return None,
    };
    (!words.trim().is_empty()).then(|| words.clone())
}

/// A receiver as the journal names it: a partner's short name or a person's identifier.
fn receiver(words: &Wording<'_>, to: &str) -> String {
    match to.parse::<PersonId>() {
        Ok(person) => words.person(person),
        Err(_) => words.partner(&PartnerId::from(to)),
    }
}

pub(crate) fn moment_name(moment: Moment) -> &'static str {
    match moment {
        Moment::Receipt => "receipt",
        Moment::Outcome => "outcome",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use meldroute_core::{
        audit::Detail,
        configuration::{Configuration, read, text::Language},
        id::EntryId,
    };

    use super::*;
    use crate::lang::Lang;

    fn heemstede() -> Configuration {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/heemstede");
        let paths = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let files = paths.filter(|path| path.extension().is_some_and(|it| it == "toml"));
        let files = files.map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        });
        read::read(&files.collect::<BTreeMap<_, _>>()).unwrap()
    }

    fn line(event: &Event, destroyed: bool) -> Line {
        let detail = Detail {
            name: "Anouk de Wit".to_owned(),
            roles: Vec::new(),
            origin: String::new(),
            event: event.clone(),
            trace: String::new(),
        };
        Line {
            seq: 1,
            id: EntryId(uuid::Uuid::nil()),
            at: "2026-11-17T14:05:00Z".parse().unwrap(),
            person: None,
            about_kind: "signal".to_owned(),
            about_id: None,
            action: event.as_str().to_owned(),
            detail: (!destroyed).then_some(detail),
        }
    }

    #[test]
    fn an_event_is_a_sentence_in_both_languages() {
        let configuration = heemstede();
        let event = Event::Decided {
            step: "signalenoverleg".into(),
            body: Some("signalenoverleg".into()),
            outcome: "more-information".into(),
            kind: OutcomeKind::MoreInformation,
            reason: "Te weinig.".to_owned(),
        };
        for (language, text) in [
            (
                Language::Nl,
                "Besluit van Signalenoverleg: Meer informatie nodig. Vastgelegd door Anouk de Wit.",
            ),
            (
                Language::En,
                "Decision of Signal meeting: More information needed. Recorded by Anouk de Wit.",
            ),
        ] {
            let today = "2026-11-23".parse().unwrap();
            let words = Wording::new(Lang(language), &configuration, today, &[]);
            let told = told(&words, &line(&event, false));
            assert_eq!(told.text, text);
            assert_eq!(told.quote.as_deref(), Some("Te weinig."));
        }
    }

    #[test]
    fn what_was_destroyed_says_so_and_no_more() {
        let configuration = heemstede();
        let words = Wording::new(
            Lang(Language::Nl),
            &configuration,
            "2026-11-23".parse().unwrap(),
            &[],
        );
        let event = Event::SentBack {
            to: "register".into(),
            reason: "Geheim.".to_owned(),
        };
        let told = told(&words, &line(&event, true));
        assert!(told.text.contains("De inhoud is vernietigd"), "{}", told.text);
        assert_eq!(told.quote, None);
        assert_eq!(told.when, "di 17 nov, 15.05 uur");
    }
}
