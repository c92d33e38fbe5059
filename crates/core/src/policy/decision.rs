// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What policy decided, for the log of decisions (FTV Authorization Decision Log 1.0.0). Only [`super::permit`] decides; a
//! question such as whether a button is shown ([`super::would_permit`]) decides about nothing and leaves no record.

use super::{Object, Right};
use crate::audit::About;

/// The rules as they stand in this program: their hash says by which of them was decided.
pub const RULES: &str = concat!(
    include_str!("mod.rs"),
    include_str!("rules.rs"),
    include_str!("signal.rs")
);

/// A decision about one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was asked for.
    pub right: Right,
    /// The kind of thing that it was asked for.
    pub kind: &'static str,
    /// Which one; none for the municipality as a whole.
    pub id: Option<String>,
    /// Whether policy allowed it.
    pub allowed: bool,
}

impl Decision {
    /// That an act is allowed.
    pub(super) fn allowed(right: Right, object: Object<'_>) -> Self {
        let (kind, id) = match object {
            Object::Municipality(_) => ("municipality", None),
            Object::Report(report) | Object::Question(report) => ("report", Some(report.id.to_string())),
            Object::Signal(signal) | Object::Opened(signal, _) => ("signal", Some(signal.id.to_string())),
            Object::Strand(_, strand) => ("strand", Some(strand.id.to_string())),
            Object::Brought(_, pack, _) => ("pack", Some(pack.id.to_string())),
            Object::Consult(consult) => ("consult", Some(consult.id.to_string())),
            Object::Body(_, body) => ("body", Some(body.to_string())),
        };
        Self {
            right,
            kind,
            id,
            allowed: true,
        }
    }

    /// That an act is not allowed.
    pub(crate) fn denied(right: Right, about: About) -> Self {
        Self {
            right,
            kind: about.kind(),
            id: about.id().map(|id| id.to_string()),
            allowed: false,
        }
    }
}
