// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What about looking is notable.

use super::Check;
use crate::configuration::looking::Looking;

const FILE: &str = "municipality.toml";

impl Check<'_, '_, '_> {
    pub(super) fn looking(&mut self) {
        let grounds = &self.configuration.refusal_grounds;
        let ids: Vec<&str> = grounds.iter().map(|ground| ground.id.as_str()).collect();
        self.ids(FILE, "refusal_ground", "ground", &ids);
        let looking = self.configuration.looking;
        if looking.work_begins >= looking.work_ends || looking.work_ends > 24 {
            let message = "a day of work can't begin and end at these hours";
            let remedy = "write hours from 0 to 24, the first before the last";
            self.note(FILE, "looking.work_begins", message, remedy);
        }
        if looking.burst_things < 2 || looking.burst_minutes == 0 {
            let message = "this would make every look notable";
            self.note(
                FILE,
                "looking.burst_things",
                message,
                "write 2 or more, within 1 minute or more",
            );
        }
        if !(1..=Looking::LONGEST_GLASS).contains(&looking.glass_minutes) {
            let message = "an emergency opening can't last this long";
            self.note(FILE, "looking.glass_minutes", message, "write 1 to 480 minutes");
        }
    }
}
