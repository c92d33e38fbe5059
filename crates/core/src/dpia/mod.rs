// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA (gegevensbeschermingseffectbeoordeling) from the running configuration, in the sections of Model DPIA Rijksdienst 3.0.
//!
//! What the program can know it derives anew each time: [`fact`]s from configuration, register, matrix, roles and the classification of
//! the database. What only people can answer is an open [`question`] until somebody answers it. An answer keeps the facts that stood
//! beside it; when one of them is another now, the answer is out of date, and the difference says why. The program weighs nothing.

pub mod answer;
pub mod classification;
mod export;
pub mod fact;
pub mod outcome;
mod paper;
pub mod question;
pub mod risk;
mod words;

pub use self::{
    answer::{Answer, Dpia, Level, Weighing},
    classification::Classification,
    export::export,
    fact::{Fact, Inputs},
    outcome::{Difference, Entry, State, assess},
    paper::document,
    question::{QUESTIONS, Question, SECTIONS},
};
