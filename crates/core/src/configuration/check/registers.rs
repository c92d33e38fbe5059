// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sources that may be asked: only what they can be asked, only fields that they have, and a role that can decide.

use super::Check;
use crate::{
    configuration::register::{Register, RegisterKind},
    policy::{self, Right},
};

const FILE: &str = "registers.toml";

impl Check<'_, '_, '_> {
    pub(super) fn registers(&mut self) {
        let registers = &self.configuration.registers;
        let ids: Vec<&str> = registers.iter().map(|register| register.id.as_str()).collect();
        self.ids(FILE, "register", "source", &ids);
        for (index, register) in registers.iter().enumerate() {
            self.register(&format!("register[{index}]"), register);
        }
    }

    fn register(&mut self, path: &str, register: &Register) {
        let kind = register.kind;
        let can: Vec<&str> = kind.asks().iter().map(|ask| ask.as_str()).collect();
        for ask in register.asks.iter().filter(|ask| !kind.asks().contains(ask)) {
            self.note(
                FILE,
                &format!("{path}.asks"),
                &format!(
                    "a source of kind `{}` can't be asked by `{}`",
                    kind.as_str(),
                    ask.as_str()
                ),
                &format!("name some of: {}", can.join(", ")),
            );
        }
        if register.asks.is_empty() {
            self.note(
                FILE,
                &format!("{path}.asks"),
                "this source can't be asked anything",
                &format!("name some of: {}", can.join(", ")),
            );
        }
        self.fields(path, register);
        if register.keep_days == 0 {
            self.note(
                FILE,
                &format!("{path}.keep_days"),
                "an answer that is kept for 0 days could never be read",
                "write a number of days from 1",
            );
        }
        if let Some(role) = register.decided_by
            && !policy::role_grants(role, Right::DecideGate)
        {
            self.note(
                FILE,
                &format!("{path}.decided_by"),
                &format!("`{}` may not decide about questions to sources", role.as_str()),
                "name a role that may, such as privacy-officer",
            );
        }
        // Who lives where, and who somebody is, is for nobody to look up alone (STANDARDS: BRP-08).
        if matches!(kind, RegisterKind::Brp | RegisterKind::Bewoning) && register.decided_by.is_none() {
            self.note(
                FILE,
                path,
                "nobody decides about questions to this source, which is about persons",
                "add `decided_by = \"privacy-officer\"`",
            );
        }
    }

    fn fields(&mut self, path: &str, register: &Register) {
        let path = format!("{path}.fields");
        if register.fields.is_empty() {
            let remedy = register.kind.fields().map_or_else(
                || "name the columns or keys that may be read".to_owned(),
                |known| format!("name some of: {}", known.join(", ")),
            );
            self.note(FILE, &path, "no field of this source may be read", &remedy);
        }
        for (index, field) in register.fields.iter().enumerate() {
            if register.fields.iter().take(index).any(|earlier| earlier == field) {
                self.note(
                    FILE,
                    &path,
                    &format!("`{field}` stands here twice"),
                    "name each field once",
                );
            }
            let Some(known) = register.kind.fields() else {
                continue;
            };
            if !known.contains(&field.as_str()) {
                self.note(
                    FILE,
                    &path,
                    &format!(
                        "a source of kind `{}` has no field `{field}`",
                        register.kind.as_str()
                    ),
                    &format!("name some of: {}", known.join(", ")),
                );
            }
        }
    }
}
