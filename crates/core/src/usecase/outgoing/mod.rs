// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mail that goes out: queued with what a person released, sent one by one, and what became of it.

mod queue;
mod send;
mod settle;

pub(crate) use self::queue::{Released, queue, queue_feedback, queue_notices, subject, with_care};
pub use self::{
    queue::{Prospect, prospect},
    send::{Round, bounced, send_due},
    settle::{MailLine, of_report, settle_undelivered},
};
