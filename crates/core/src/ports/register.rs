// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking sources outside the program. Only `usecase::enrichment` does, behind its gate.

use super::Later;
use crate::{
    configuration::register::Register,
    enrichment::{Answer, Inquiry, RegisterTrouble},
    id::{MunicipalityId, RegisterId},
    processing::Trace,
};

/// Asks sources.
pub trait Registers: Send + Sync {
    /// Whether a connection to a source is set up.
    fn is_connected(&self, municipality: &MunicipalityId, register: &RegisterId) -> bool;
    /// Whether a source knows anything: an answer of which only the number of records counts. As little as possible is asked for.
    fn look<'a>(&'a self, question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>>;
    /// The fields that the configuration allows, and no others.
    fn read<'a>(&'a self, question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>>;
}

/// An installation without connections to sources.
#[derive(Clone, Copy, Debug)]
pub struct NoRegisters;

impl Registers for NoRegisters {
    fn is_connected(&self, _: &MunicipalityId, _: &RegisterId) -> bool {
        false
    }

    fn look<'a>(&'a self, _question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>> {
        Box::pin(async { Err(RegisterTrouble::NotSetUp) })
    }

    fn read<'a>(&'a self, _question: &'a Question) -> Later<'a, Result<Answer, RegisterTrouble>> {
        Box::pin(async { Err(RegisterTrouble::NotSetUp) })
    }
}

/// A question on its way to a source.
#[derive(Clone, Debug)]
pub struct Question {
    /// Who asks.
    pub municipality: MunicipalityId,
    /// The source, with the fields that may be read.
    pub register: Register,
    /// What is asked.
    pub inquiry: Inquiry,
    /// What goes along with every call, so that the source's own log can be laid beside ours.
    pub trace: Trace,
}
