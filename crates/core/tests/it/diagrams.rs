// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pictures of the states in `docs/state-machines` say what the code does.

use std::{collections::BTreeSet, fs, path::Path};

use meldroute_core::{
    configuration::outcome::OutcomeKind,
    report::{Report, ReportState, ReporterKind, SetAsideReason},
    signal::{
        act::ActKind,
        stage::Stage,
        strand::{Strand, StrandState},
    },
};

use crate::{
    plain_route::{brought_to, decide, pass, plain},
    town::{Counter, at, coordinator, report},
    walk::Walk,
    wording::strand_step,
};

type Arrow = (String, String, String);

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/state-machines");
    fs::read_to_string(path.join(name)).unwrap()
}

/// The arrows between states: from, to, by what.
fn drawn(name: &str) -> BTreeSet<Arrow> {
    page(name)
        .lines()
        .filter_map(|line| {
            let (from, rest) = line.trim().split_once(" --> ")?;
            let (to, by) = rest.split_once(": ")?;
            (from != "[*]").then(|| arrow(from, to, by))
        })
        .collect()
}

fn arrow(from: &str, to: &str, by: &str) -> Arrow {
    (from.to_owned(), to.to_owned(), by.to_owned())
}

fn strand_state(strand: &Strand) -> &'static str {
    match strand.state {
        StrandState::Offered => "Offered",
        StrandState::UnderWay { .. } => "UnderWay",
        StrandState::Refused { .. } => "Refused",
        StrandState::Done { .. } => "Done",
        StrandState::Withdrawn { .. } => "Withdrawn",
    }
}

#[test]
fn the_picture_of_the_strand_is_right() {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    decide(&mut walk, OutcomeKind::Care);
    let mut todo = vec![walk.signal.strands[0].clone()];
    let mut seen = BTreeSet::new();
    while let Some(strand) = todo.pop() {
        for (step, by) in [
            ("accept", "Accept"),
            ("refuse", "Refuse"),
            ("finish", "Finish"),
            ("withdraw", "Withdraw"),
        ] {
            let step = strand_step(step, "words".to_owned());
            if let Ok(after) = strand.clone().step(step, walk.now, coordinator()) {
                seen.insert(arrow(strand_state(&strand), strand_state(&after), by));
                todo.push(after);
            }
        }
    }
    assert_eq!(drawn("strand.md"), seen);
}

fn report_state(report: &Report) -> &'static str {
    match report.state {
        ReportState::New => "New",
        ReportState::Registered { .. } => "Registered",
        ReportState::SetAside { .. } => "SetAside",
    }
}

#[test]
fn the_picture_of_the_report_is_right() {
    let configuration = plain();
    let (now, by) = (at("2026-01-05T09:00:00Z"), coordinator());
    let signal = brought_to(&configuration, "weekly").signal.id;
    let new = report(
        &configuration,
        &Counter::default(),
        (ReporterKind::Resident, "phone"),
        now,
    );
    let (mut todo, mut seen) = (vec![new], BTreeSet::new());
    while let Some(report) = todo.pop() {
        let note = "words".to_owned();
        let set_aside = report.clone().set_aside(SetAsideReason::Empty, note, now, by);
        for (name, done) in [
            ("register", report.clone().register(signal, now, by)),
            ("unlink", report.clone().unlink(signal)),
            ("set_aside", set_aside),
        ] {
            if let Ok(after) = done
                && seen.insert(arrow(report_state(&report), report_state(&after), name))
            {
                todo.push(after);
            }
        }
    }
    assert_eq!(drawn("report.md"), seen);
}

fn stage(walk: &Walk<'_>) -> &'static str {
    match walk.signal.stage {
        Stage::AtStep { .. } => "AtStep",
        Stage::Waiting { .. } => "Waiting",
        Stage::Closed { .. } => "Closed",
    }
}

/// The name of an act as the picture has it, with whether it can bring a signal elsewhere.
fn act_name(kind: &ActKind) -> (&'static str, bool) {
    match kind {
        ActKind::MoveOn => ("MoveOn", true),
        ActKind::DecideGate => ("DecideGate", true),
        ActKind::Decide { .. } => ("Decide", true),
        ActKind::StepStrand { .. } => ("StepStrand", true),
        ActKind::MarkAcute => ("MarkAcute", true),
        ActKind::SendBack => ("SendBack", true),
        ActKind::Close => ("Close", true),
        ActKind::ReferToCare => ("ReferToCare", false),
        ActKind::OfferHandOver => ("OfferHandOver", false),
        ActKind::GiveFeedback(_) => ("GiveFeedback", false),
        ActKind::WithholdFeedback(_) => ("WithholdFeedback", false),
        ActKind::Record => ("Record", false),
        ActKind::AddNote => ("AddNote", false),
        ActKind::AskSource => ("AskSource", false),
        ActKind::StepQuery { .. } => ("StepQuery", false),
        ActKind::Release => ("Release", false),
        ActKind::WithdrawPack => ("WithdrawPack", false),
        ActKind::Recuse(_) => ("Recuse", false),
        ActKind::Reply => ("Reply", false),
        ActKind::Readmit => ("Readmit", false),
    }
}

#[test]
fn the_picture_of_the_signal_names_every_act_and_no_other_arrow() {
    let configuration = plain();
    let (drawn, page) = (drawn("signal.md"), page("signal.md"));
    for place in [
        "register", "enrich", "weekly", "waiting", "second", "feedback", "closed",
    ] {
        let walk = brought_to(&configuration, place);
        for kind in walk.open_kinds() {
            let (name, moves) = act_name(&kind);
            let mut after = brought_to(&configuration, place);
            pass(&mut after, &kind);
            let seen = arrow(stage(&walk), stage(&after), name);
            let stays = seen.0 == seen.1;
            assert!(stays || drawn.contains(&seen), "not drawn: {seen:?}");
            assert_eq!(drawn.iter().any(|(_, _, by)| by == name), moves, "{name}");
            assert!(page.contains(&format!("`{name}`")), "not explained: {name}");
        }
    }
}
