// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports: take in, read, correct, set aside.

mod by_link;
mod classify;
mod confirm_partner;
mod dialogue;
mod expose;
mod file;
mod inspect;
mod kept_out;
mod own;
mod quarantine;
mod read;
mod take_in;
mod tell;
mod tips;
mod triage;
mod voice;

pub use self::{
    by_link::{AskByLink, LinkTo, Linked, ask_by_link, linked},
    classify::{Classify, classify},
    confirm_partner::confirm_partner,
    dialogue::{Ask, add, answer, ask, mark_seen, partners_with_account, withdraw},
    expose::{Text, exposes},
    file::{Opened, open_copy, open_original, scan_again},
    inspect::inspect_waiting,
    own::{FormReport, OwnState, Standing, list_own, own_channel, read_own, report_own},
    quarantine::{open_quarantined, put_in_quarantine, quarantine, quarantined, settle_quarantined},
    read::{list, open_reporter, read, read_several},
    take_in::{ImportMessage, TypeReport, import, type_in},
    tell::{LONGEST_PHOTO, MOST_PHOTOS, ORIGIN, Tell, new_form, tell},
    tips::{Batch, BatchProblem, TakenTips, look_at_tips, take_in_tips},
    triage::{SettleFeedback, correct, set_aside, settle_feedback},
    voice::{OwnReport, Voice, own_report},
};
pub(crate) use self::{confirm_partner::take_word, kept_out::not_kept_out, read::find};
