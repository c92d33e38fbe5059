// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the route may look at: facts of a signal, gathered from its reports and its newest assessment.

use super::Signal;
use crate::configuration::fact::Facts;

impl Signal {
    /// The facts on which forks and deadlines depend.
    pub fn facts(&self) -> Facts {
        let assessment = self.assessment();
        Facts {
            channels: self.linked().map(|link| link.channel.clone()).collect(),
            reporters: self.linked().map(|link| link.reporter_kind).collect(),
            contact_known: self.linked().any(|link| link.contact_known),
            forms: assessment.map(|a| a.forms.clone()).unwrap_or_default(),
            minor: assessment.map(|a| a.minor).unwrap_or_default(),
            about: assessment.map(|a| a.about).unwrap_or_default(),
        }
    }
}
