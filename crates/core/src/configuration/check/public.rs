// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What anybody gets to see: where to report, and the public form.

use super::Check;
use crate::{
    configuration::{
        channel::{Channel, ChannelKind},
        public::Place,
    },
    report::ReporterKind,
};

const PLACES: &str = "where-to-report.toml";
const CHANNELS: &str = "channels.toml";

impl Check<'_, '_, '_> {
    pub(super) fn where_to_report(&mut self) {
        let where_to_report = &self.configuration.where_to_report;
        let places = &where_to_report.places;
        let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        self.ids(PLACES, "place", "place", &ids);
        if where_to_report.page.enabled {
            if self.source.is_complete(PLACES) && places.is_empty() {
                self.note(
                    PLACES,
                    "page",
                    "the public page is on, but it names no place to report",
                    "add a [[place]], or set enabled = false",
                );
            }
            if !is_site(&where_to_report.page.leave_to) && self.source.is_complete(PLACES) {
                self.note(
                    PLACES,
                    "page.leave_to",
                    "the page can't be left to this address",
                    "write the address of a site that anybody could be reading, beginning with https://",
                );
            }
        }
        for (index, place) in places.iter().enumerate() {
            self.place(&format!("place[{index}]"), place);
        }
    }

    fn place(&mut self, path: &str, place: &Place) {
        if place.phone.is_none() && place.mail.is_none() && place.url.is_none() {
            self.note(
                PLACES,
                &format!("{path}.id"),
                &format!("nobody can reach `{}`", place.id),
                "add `phone`, `mail` or `url`",
            );
        }
        if place.phone.as_ref().is_some_and(|phone| !is_phone(phone)) {
            self.note(
                PLACES,
                &format!("{path}.phone"),
                "this is no telephone number",
                "write digits, spaces and hyphens, such as \"0900-8844\"",
            );
        }
        let plain = |c: char| !c.is_whitespace() && !"<>\"?&".contains(c);
        if place
            .mail
            .as_ref()
            .is_some_and(|mail| !mail.contains('@') || !mail.chars().all(plain))
        {
            self.note(
                PLACES,
                &format!("{path}.mail"),
                "this is no mail address",
                "write it as in \"meldpunt@gemeente.example\"",
            );
        }
        if place.url.as_ref().is_some_and(|url| !is_site(url)) {
            self.note(
                PLACES,
                &format!("{path}.url"),
                "this is no address of a site",
                "begin it with https://",
            );
        }
    }

    pub(super) fn public_form(&mut self) {
        let all = &self.configuration.channels;
        let forms: Vec<(usize, &Channel)> = all
            .iter()
            .enumerate()
            .filter(|(_, channel)| channel.kind == ChannelKind::PublicForm)
            .collect();
        for (index, _) in forms.iter().skip(1) {
            self.note(
                CHANNELS,
                &format!("channel[{index}].kind"),
                "there is another channel of kind `public-form`; the form could not choose",
                "keep one channel of kind `public-form`",
            );
        }
        for (index, channel) in &forms {
            if !channel.used_by.is_empty() {
                self.note(
                    CHANNELS,
                    &format!("channel[{index}].used_by"),
                    "the public form is filled in by the reporter, not by an official",
                    "write used_by = []",
                );
            }
            for (place, kind) in channel.reporters.iter().enumerate() {
                if !matches!(kind, ReporterKind::Resident | ReporterKind::Anonymous) {
                    self.note(
                        CHANNELS,
                        &format!("channel[{index}].reporters[{place}]"),
                        &format!("`{}` can't report by the public form", kind.as_str()),
                        "name only resident and anonymous",
                    );
                }
            }
        }
        if let Some((index, channel)) = forms.first() {
            self.form_tells(*index, channel);
        } else if self.configuration.public_form.enabled && self.source.is_complete(CHANNELS) {
            self.note(
                CHANNELS,
                "public_form.enabled",
                "the public form is on, but no channel is of kind `public-form`",
                "add a [[channel]] with kind = \"public-form\", or set enabled = false",
            );
        }
    }

    /// Whether a form that is on lets people choose, and tells what their choice costs.
    fn form_tells(&mut self, index: usize, channel: &Channel) {
        let form = &self.configuration.public_form;
        if !form.enabled || !self.source.is_complete(CHANNELS) {
            return;
        }
        if channel.reporters.contains(&ReporterKind::Anonymous) && form.cost.is_none() {
            self.note(
                CHANNELS,
                "public_form",
                "the public form lets anonymous reporters in without telling what that costs them",
                "add `cost = { nl = \"...\", en = \"...\", uk = \"...\", ru = \"...\" }`",
            );
        }
        if !channel.reporters.contains(&ReporterKind::Resident) {
            self.note(
                CHANNELS,
                &format!("channel[{index}].reporters"),
                "the public form must let reporters in who want to give their name",
                "add `resident`",
            );
        }
    }
}

fn is_phone(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    digits >= 3 && phone.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c))
}

fn is_site(url: &str) -> bool {
    let host = url.strip_prefix("https://").unwrap_or_default();
    host.contains('.') && !url.contains(char::is_whitespace)
}
