// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Facts about a signal on which the route may depend.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    id::{ChannelId, FormId},
    report::ReporterKind,
    signal::assessment::{About, Minor},
};

/// What is known of a signal, as far as forks and deadlines look at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Channels of the linked reports.
    pub channels: BTreeSet<ChannelId>,
    /// Kinds of the reporters.
    pub reporters: BTreeSet<ReporterKind>,
    /// Forms of exploitation of the newest assessment.
    pub forms: BTreeSet<FormId>,
    /// Whether a minor is concerned.
    pub minor: Minor,
    /// Whether it is about a person or a location.
    pub about: About,
    /// Whether a reporter can be reached.
    pub contact_known: bool,
}

/// A condition on facts. All that is named must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// One of the reports came by this channel.
    pub channel: Option<ChannelId>,
    /// This form is among those assessed.
    pub form: Option<FormId>,
    /// Whether a minor is concerned.
    pub minor: Option<Minor>,
    /// Whether it is about a person or a location.
    pub about: Option<About>,
    /// One of the reporters is of this kind.
    pub reporter: Option<ReporterKind>,
    /// Whether a reporter can be reached.
    pub contact_known: Option<bool>,
}

impl When {
    /// Whether the condition holds for these facts.
    pub fn holds(&self, facts: &Facts) -> bool {
        self.channel
            .as_ref()
            .is_none_or(|channel| facts.channels.contains(channel))
            && self.form.as_ref().is_none_or(|form| facts.forms.contains(form))
            && self.minor.is_none_or(|minor| facts.minor == minor)
            && self.about.is_none_or(|about| facts.about == about)
            && self
                .reporter
                .is_none_or(|reporter| facts.reporters.contains(&reporter))
            && self
                .contact_known
                .is_none_or(|known| facts.contact_known == known)
    }

    /// Whether the condition names nothing, and so always holds.
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }
}
