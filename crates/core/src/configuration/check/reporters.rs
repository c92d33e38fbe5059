// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Ways in and ways back: channels, feedback rules and templates.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    configuration::{
        channel::{Anonymity, Channel, ChannelKind},
        feedback::{FeedbackLevel, FeedbackRule, Moment, Template},
    },
    policy::{self, Right, Role},
    report::ReporterKind,
};

const CHANNELS: &str = "channels.toml";
const FEEDBACK: &str = "feedback.toml";
const TEMPLATES: &str = "feedback-templates.toml";

/// The placeholders that a template may hold.
const PLACEHOLDERS: [&str; 4] = ["number", "received", "municipality", "outcome"];

impl Check<'_, '_, '_> {
    pub(super) fn channels(&mut self) {
        let channels = &self.configuration.channels;
        let ids: Vec<&str> = channels.iter().map(|channel| channel.id.as_str()).collect();
        self.ids(CHANNELS, "channel", "channel", &ids);
        self.at_least_one(CHANNELS, "channel", ids.len());
        for (index, channel) in channels.iter().enumerate() {
            self.channel(&format!("channel[{index}]"), channel);
        }
        let mailboxes = channels
            .iter()
            .enumerate()
            .filter(|(_, c)| c.kind == ChannelKind::Mail);
        for (index, _) in mailboxes.skip(1) {
            self.note(
                CHANNELS,
                &format!("channel[{index}].kind"),
                "there is another channel of kind `mail`; the import could not choose",
                "keep one channel of kind `mail`",
            );
        }
    }

    pub(super) fn tips(&mut self) {
        let Some(tips) = &self.configuration.tips else {
            return;
        };
        let of_tips = self
            .configuration
            .channels
            .iter()
            .filter(|c| c.kind == ChannelKind::ForwardedTip);
        let known: Vec<&str> = of_tips.map(|channel| channel.id.as_str()).collect();
        self.refers(CHANNELS, "tips.channel", tips.channel.as_str(), "channel", &known);
        if tips.topics.iter().all(|topic| topic.trim().is_empty()) {
            self.note(
                CHANNELS,
                "tips.topics",
                "every tip would be dropped as off topic",
                "name the topics that are kept, such as [\"mensenhandel\"]",
            );
        }
    }

    fn channel(&mut self, path: &str, channel: &Channel) {
        if channel.reporters.is_empty() {
            self.note(
                CHANNELS,
                &format!("{path}.reporters"),
                &format!("nobody can report by the channel `{}`", channel.id),
                "name at least one kind of reporter, or take the channel out",
            );
        }
        if channel.used_by.is_empty() && !matches!(channel.kind, ChannelKind::Mail | ChannelKind::PublicForm)
        {
            self.note(
                CHANNELS,
                &format!("{path}.used_by"),
                &format!("nobody may type a report in by the channel `{}`", channel.id),
                "name at least one role, such as coordinator",
            );
        }
        for (index, role) in channel.used_by.iter().enumerate() {
            // By the form for one's own role one reports what one saw oneself.
            let own = matches!(channel.kind, ChannelKind::InternalForm | ChannelKind::Partner);
            let may = |right| policy::role_grants(*role, right);
            let usable = may(Right::TypeReport) || (own && may(Right::ReportOwn));
            if !usable {
                self.note(
                    CHANNELS,
                    &format!("{path}.used_by[{index}]"),
                    &format!("the role `{}` may not type reports in", role.as_str()),
                    &format!("name only: {}", roles_with(Right::TypeReport)),
                );
            }
        }
        let refers = matches!(self.configuration.anonymity, Anonymity::Refer { .. });
        if refers && channel.reporters.contains(&ReporterKind::Anonymous) {
            self.note(
                CHANNELS,
                &format!("{path}.reporters"),
                &format!(
                    "the channel `{}` lets anonymous reporters in, but [anonymity] sends them elsewhere",
                    channel.id
                ),
                "take `anonymous` out here, or choose another policy under [anonymity]",
            );
        }
    }

    pub(super) fn feedback(&mut self) {
        let rules = &self.configuration.feedback;
        for (index, rule) in rules.iter().enumerate() {
            let path = format!("feedback[{index}]");
            if rules
                .iter()
                .take(index)
                .any(|earlier| earlier.reporter == rule.reporter)
            {
                self.note(
                    FEEDBACK,
                    &format!("{path}.reporter"),
                    &format!("there is another rule for `{}`", rule.reporter.as_str()),
                    "keep one rule for each kind of reporter",
                );
            }
            self.feedback_rule(&path, rule);
            self.deadlines(FEEDBACK, &path, &rule.deadline);
        }
        if !self.source.is_complete(FEEDBACK) || !self.source.is_complete(CHANNELS) {
            return;
        }
        let let_in: BTreeSet<ReporterKind> = self
            .configuration
            .channels
            .iter()
            .flat_map(|channel| channel.reporters.iter().copied())
            .collect();
        for kind in let_in
            .into_iter()
            .filter(|kind| rules.iter().all(|rule| rule.reporter != *kind))
        {
            self.note(
                FEEDBACK,
                "feedback",
                &format!(
                    "a channel lets in reporters of kind `{}`, but no rule says what they hear back",
                    kind.as_str()
                ),
                &format!(
                    "add a [[feedback]] with reporter = \"{}\"; level = \"none\" needs the reason",
                    kind.as_str()
                ),
            );
        }
    }

    fn feedback_rule(&mut self, path: &str, rule: &FeedbackRule) {
        let silent = rule.level == FeedbackLevel::None;
        if silent && rule.reason.is_none() {
            self.note(
                FEEDBACK,
                &format!("{path}.level"),
                &format!(
                    "reporters of kind `{}` hear nothing, and no reason is given",
                    rule.reporter.as_str()
                ),
                "add `reason = { nl = \"...\", en = \"...\" }`; it is recorded with each report",
            );
        }
        if !silent && rule.reason.is_some() {
            self.note(
                FEEDBACK,
                &format!("{path}.reason"),
                "a reason for hearing nothing stands at a rule by which the reporter does hear something",
                "take `reason` out, or set level = \"none\"",
            );
        }
        if !silent && rule.reporter == ReporterKind::Anonymous {
            self.note(
                FEEDBACK,
                &format!("{path}.level"),
                "an anonymous reporter can't hear anything back, so the signal could never close",
                "set level = \"none\" and give the reason",
            );
        }
        if !self.source.is_complete(TEMPLATES) || rule.reporter == ReporterKind::Anonymous {
            return;
        }
        for moment in rule.level.moments() {
            let fits =
                |template: &&Template| template.reporter == rule.reporter && template.moment == *moment;
            if self.configuration.templates.iter().find(fits).is_none() {
                self.note(
                    FEEDBACK,
                    &format!("{path}.level"),
                    &format!(
                        "`{}` is owed a message of moment `{}`, but there is no text to start from",
                        rule.reporter.as_str(),
                        moment_name(*moment)
                    ),
                    "add a [[template]] for it in feedback-templates.toml",
                );
            }
        }
    }

    pub(super) fn templates(&mut self) {
        let templates = &self.configuration.templates;
        let ids: Vec<&str> = templates.iter().map(|template| template.id.as_str()).collect();
        self.ids(TEMPLATES, "template", "template", &ids);
        for (index, template) in templates.iter().enumerate() {
            if template.set_aside && template.result.is_some() {
                self.note(
                    TEMPLATES,
                    &format!("template[{index}].set_aside"),
                    &format!(
                        "`{}` is for a report that is no signal, and for the outcome of a signal",
                        template.id
                    ),
                    "take `result` or `set_aside` out",
                );
            }
            for (language, text) in [("nl", &template.nl), ("en", &template.en)] {
                let path = format!("template[{index}].{language}");
                for name in placeholders(text) {
                    if !PLACEHOLDERS.contains(&name) {
                        self.note(
                            TEMPLATES,
                            &path,
                            &format!(
                                "the text of `{}` holds `{{{name}}}`, which nobody fills in",
                                template.id
                            ),
                            "use only {number}, {received}, {municipality} and {outcome}",
                        );
                    } else if name == "outcome" && template.moment == Moment::Receipt && !template.set_aside {
                        self.note(
                            TEMPLATES,
                            &path,
                            &format!(
                                "the receipt `{}` holds {{outcome}}, but there is no outcome yet",
                                template.id
                            ),
                            "take {outcome} out",
                        );
                    }
                }
            }
        }
    }
}

fn moment_name(moment: Moment) -> &'static str {
    match moment {
        Moment::Receipt => "receipt",
        Moment::Outcome => "outcome",
    }
}

/// What stands between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
}

/// The roles that have a right, for a sentence.
pub(super) fn roles_with(right: Right) -> String {
    let roles: Vec<&str> = Role::ALL
        .into_iter()
        .filter(|role| policy::role_grants(*role, right))
        .map(Role::as_str)
        .collect();
    roles.join(", ")
}
