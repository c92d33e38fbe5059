// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The domain of Meldroute: the route of a signal of human trafficking through a Dutch municipality.
//!
//! Pure code: no database, no network, no clock and no randomness. Time and new identifiers come in as parameters; what must be
//! stored goes out as [`change::Changes`].
//!
//! | word | Dutch | meaning |
//! |---|---|---|
//! | [report](report::Report) | melding | one thing that came in by one channel; its original never changes |
//! | [signal](signal::Signal) | signaal | one or more reports about the same matter; travels the route |
//! | [reporter](report::Reporter) | melder | who reported; a compartment of its own |
//! | [strand](signal::strand::Strand) | spoor | something that runs beside the main line: a task, an inspection, a hand-over, care |
//! | [duty](duty::Duty) | wat te doen is | one line of somebody's work list, always with a date |
//! | [body](configuration::body::Body) | overleg | a standing meeting; one sitting of it is a [meeting](meeting::Meeting) |
//! | [fact](link::Fact) | feit | what two things share, so that a person can see that they belong together |
//! | [book](figures::book::Book) | cijfers | what sources counted, with where each number comes from |
//! | [plan](plan::Plan) | plan, actie | what the municipality said it would do, in its own words, and what proves that it did |
//! | [occasion](configuration::plan::Occasion) | agendapunt, verslag | by which the subject comes back to those who govern, with a paper made from what runs |
//! | [matrix](sharing::matrix::Matrix) | deelmatrix | who may give which data to whom, on which ground; what no rule allows is not shared |
//! | [retention](retention::rule::Rule) | bewaartermijn | how long something stays, and what happens then |
//! | [flow](flow::Flow) | doorloop | which way signals went over the route, and how long that took |
//! | [permit](policy::Permit) | bevoegdheid | the proof that policy allowed an act; no change without one |

pub mod audit;
mod blank;
pub mod calendar;
pub mod change;
pub mod claim;
pub mod configuration;
pub mod consult;
pub mod dpia;
pub mod duty;
pub mod enrichment;
pub mod exposure;
pub mod figures;
pub mod flow;
pub mod governance;
pub mod id;
pub mod link;
pub mod looking;
pub mod meeting;
pub mod outgoing;
pub mod paper;
pub mod people;
pub mod plan;
pub mod policy;
pub mod ports;
pub mod processing;
pub mod report;
pub mod retention;
pub mod sharing;
pub mod signal;
pub mod usecase;
