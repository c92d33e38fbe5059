// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The press: a [`Document`](meldroute_core::paper::Document) becomes a tagged PDF (PDF/UA-1 and PDF/A-2a) in one house style.
//!
//! The engine (Typst) stays inside this crate: it reads no file, knows no network, and forgets what it printed. Printing takes a processor
//! for a moment, so that a server calls it from `spawn_blocking`.

mod glyph;
mod pdf;
mod world;

pub use self::pdf::{PrintError, to_pdf};
