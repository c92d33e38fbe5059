// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Standing bodies: seats, rhythm, entry conditions.

use super::Check;
use crate::{
    calendar::rhythm::Rhythm,
    configuration::body::{Body, Seat},
    policy::role::Role,
};

const BODIES: &str = "bodies.toml";

impl Check<'_, '_, '_> {
    pub(super) fn bodies(&mut self) {
        let bodies = &self.configuration.bodies;
        let ids = self.body_ids();
        self.ids(BODIES, "body", "body", &ids);
        for (index, body) in bodies.iter().enumerate() {
            let path = format!("body[{index}]");
            self.seats(&path, body);
            self.rhythm(&path, body.rhythm);
            self.conditions(&path, body);
            self.quorum(&path, body);
            let step = self.configuration.route.step_of(&body.id);
            self.outcomes(BODIES, &path, &body.outcomes, step.map(|step| &step.id));
            if body.outcomes.is_empty() {
                self.note(
                    BODIES,
                    &path,
                    &format!(
                        "the body `{}` has no outcome, so a signal would stay with it for ever",
                        body.id
                    ),
                    "add at least one [[body.outcome]]",
                );
            }
            if step.is_none() && self.source.is_complete("route.toml") {
                self.note(
                    BODIES,
                    &format!("{path}.id"),
                    &format!(
                        "no step of the route belongs to the body `{}`, so nothing ever comes before it",
                        body.id
                    ),
                    &format!(
                        "add a [[step]] with kind = \"body\" and body = \"{}\" in route.toml",
                        body.id
                    ),
                );
            }
        }
    }

    fn seats(&mut self, path: &str, body: &Body) {
        let ids: Vec<&str> = body.seats.iter().map(|seat| seat.id.as_str()).collect();
        self.ids(BODIES, &format!("{path}.seat"), "seat", &ids);
        if ids.is_empty() {
            self.note(
                BODIES,
                &format!("{path}.seat"),
                &format!("nobody sits in the body `{}`", body.id),
                "add at least one [[body.seat]]",
            );
        } else if !self.source.is_lost(&body.chair)
            && !self.source.is_unread(BODIES)
            && !ids.contains(&body.chair.as_str())
        {
            self.note(
                BODIES,
                &format!("{path}.chair"),
                &format!("the chair `{}` is none of the seats of `{}`", body.chair, body.id),
                &format!("name one of: {}", ids.join(", ")),
            );
        }
        for (index, seat) in body.seats.iter().enumerate() {
            self.seat(&format!("{path}.seat[{index}]"), body, seat);
        }
    }

    fn seat(&mut self, path: &str, body: &Body, seat: &Seat) {
        match (seat.role, &seat.partner) {
            (Some(role), None) => {
                let reads_content = !matches!(
                    role,
                    Role::Guest
                        | Role::ChainPartner
                        | Role::Official
                        | Role::Board
                        | Role::Administrator
                        | Role::RegionalAnalyst
                        | Role::Intake
                        | Role::Sender
                        | Role::Archivist
                        | Role::Disposer
                );
                if !reads_content {
                    self.note(
                        BODIES,
                        &format!("{path}.role"),
                        &format!(
                            "the role `{}` can't take a seat: it sees no signals",
                            role.as_str()
                        ),
                        "use body-member, or a role of the meldpunt such as coordinator",
                    );
                }
            }
            (None, Some(partner)) => {
                let known = self.partner_ids();
                self.refers(
                    BODIES,
                    &format!("{path}.partner"),
                    partner.as_str(),
                    "partner",
                    &known,
                );
                if body.internal {
                    self.note(
                        BODIES,
                        &format!("{path}.partner"),
                        &format!(
                            "the body `{}` is internal, but `{partner}` has a seat in it",
                            body.id
                        ),
                        "take the seat out (partners come as guests), or set internal = false",
                    );
                }
            }
            (Some(_), Some(_)) | (None, None) => self.note(
                BODIES,
                path,
                &format!("it is not clear who takes the seat `{}`", seat.id),
                "write either `role` or `partner`",
            ),
        }
    }

    fn rhythm(&mut self, path: &str, rhythm: Rhythm) {
        let (possible, remedy) = match rhythm {
            Rhythm::Week { weeks, .. } => ((1..=13).contains(&weeks), "write `weeks` from 1 to 13"),
            Rhythm::Month { months, .. } => (
                matches!(months, 1 | 2 | 3 | 4 | 6 | 12),
                "write `months` as 1, 2, 3, 4, 6 (twice a year) or 12",
            ),
            Rhythm::AsPlanned { expected_within_days } => (
                (1..=365).contains(&expected_within_days),
                "write `expected_within_days` from 1 to 365",
            ),
        };
        if !possible {
            self.note(
                BODIES,
                &format!("{path}.rhythm"),
                "a body can't meet in this rhythm",
                remedy,
            );
        }
    }

    fn quorum(&mut self, path: &str, body: &Body) {
        let seats = body.seats.len();
        if let Some(quorum) = body.quorum
            && !(1..=seats).contains(&usize::from(quorum))
        {
            self.note(
                BODIES,
                &format!("{path}.quorum"),
                &format!(
                    "`{}` has {seats} seats, so {quorum} members are no quorum",
                    body.id
                ),
                &format!("write `quorum` from 1 to {seats}, or leave it out"),
            );
        }
    }

    fn conditions(&mut self, path: &str, body: &Body) {
        let ids: Vec<&str> = body.conditions.iter().map(|c| c.id.as_str()).collect();
        self.ids(BODIES, &format!("{path}.condition"), "condition", &ids);
    }
}
