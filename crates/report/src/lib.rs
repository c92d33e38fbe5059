// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The press: a [`Document`](meldroute_core::paper::Document) becomes a tagged PDF (PDF/UA-1 and PDF/A-2a) in one house style, or an
//! OpenDocument text for who wants to change something in it.
//!
//! The engine (Typst) stays inside this crate: it reads no file, knows no network, and forgets what it printed. Printing takes a processor
//! for a moment, so that a server calls it from `spawn_blocking`.

mod glyph;
mod odt;
mod pdf;
mod world;

pub use self::{
    odt::to_odt,
    pdf::{PrintError, to_pdf},
};
