// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The story of the demo, week by week: what came in, what was decided, and where it stands today.

mod doors;
mod earlier;
mod inspection;
mod last_year;
mod lately;
mod picture;
mod requests;

use meldroute_core::{
    configuration::feedback::Moment,
    id::SignalId,
    signal::{
        Signal,
        act::{Act, NewStrand},
        feedback::FeedbackWay,
        stage::Confirmation,
        strand::StrandStep,
    },
    usecase::meeting::Ruling,
};

use super::teller::Teller;
use crate::stop::Stop;

/// Tells the whole story.
pub(super) async fn tell(teller: &Teller) -> Result<(), Stop> {
    let held = last_year::tell(teller).await?;
    picture::tell(teller).await?;
    earlier::first_weeks(teller).await?;
    earlier::case_and_greenhouse(teller).await?;
    let running = earlier::last_meetings(teller).await?;
    lately::inbox(teller, running).await?;
    lately::fast_lanes(teller).await?;
    doors::other_doors(teller).await?;
    teller.at(teller.weeks.lately(92));
    requests::waiting(teller, held).await?;
    lately::under_way(teller).await?;
    last_year::last_night(teller).await
}

/// A decision without entry conditions.
fn ruling(outcome: &str, reason: &str, strands: Vec<NewStrand>) -> Ruling {
    Ruling {
        outcome: outcome.into(),
        reason: reason.to_owned(),
        conditions: Vec::new(),
        strands,
    }
}

/// Into the LOO, with its two conditions.
fn to_loo(reason: &str, strong: &str, integral: &str) -> Ruling {
    Ruling {
        conditions: vec![
            ("strong-enough".into(), true, strong.to_owned()),
            ("integral-interest".into(), true, integral.to_owned()),
        ],
        ..ruling("to-loo", reason, Vec::new())
    }
}

/// The last strand of a signal takes a step.
async fn step(teller: &Teller, login: &str, signal: &Signal, step: StrandStep) -> Result<Signal, Stop> {
    let strand = signal
        .strands
        .last()
        .ok_or_else(|| Stop::refused("the demo's signal has no strand"))?;
    teller
        .act(
            login,
            signal.id,
            Act::StepStrand {
                strand: strand.id,
                step,
            },
        )
        .await
}

/// Everybody who is owed a message at this moment gets it.
async fn give_feedback(teller: &Teller, id: SignalId, moment: Moment, text: &str) -> Result<Signal, Stop> {
    let mut signal = teller.signal(id).await?;
    let due = signal
        .feedback_due()
        .filter(|(_, message)| message.moment == moment);
    let owed: Vec<_> = due.map(|(_, message)| message.id).collect();
    for feedback in owed {
        let give = Act::GiveFeedback {
            feedback,
            text: text.to_owned(),
            way: FeedbackWay::Mail,
            followed: true,
        };
        signal = teller.act("coordinator", signal.id, give).await?;
    }
    Ok(signal)
}

/// Residents hear that their message came in.
async fn receipt(teller: &Teller, signal: SignalId) -> Result<(), Stop> {
    let text = "Wij hebben uw melding ontvangen en bekijken haar. Is er direct gevaar? Bel dan 112.";
    give_feedback(teller, signal, Moment::Receipt, text)
        .await
        .map(|_| ())
}

async fn close(
    teller: &Teller,
    signal: SignalId,
    confirmation: Confirmation,
    result: &str,
) -> Result<(), Stop> {
    teller
        .act(
            "coordinator",
            signal,
            Act::Close {
                confirmation,
                result: result.to_owned(),
            },
        )
        .await?;
    Ok(())
}
