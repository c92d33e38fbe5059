// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Indicators as a help with wording: folded lists per form of exploitation. What is ticked goes along as text; nothing is counted.

use crate::visit::User;

/// The list of one form of exploitation.
pub(super) struct Help {
    pub(super) name: String,
    pub(super) lines: Vec<Line>,
    /// Whether something in it is ticked, so that it stands open.
    pub(super) open: bool,
}

/// One indicator.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) words: String,
    pub(super) ticked: bool,
}

/// The lists that are valid today, with what is ticked.
pub(super) fn help(user: &User, ticked: &[String]) -> Vec<Help> {
    let configuration = user.configuration();
    let lists = configuration
        .forms_on(user.today)
        .filter_map(|form| Some((form, configuration.indicators_on(&form.id, user.today)?)));
    lists
        .map(|(form, list)| {
            let lines: Vec<_> = list
                .indicators
                .iter()
                .map(|indicator| Line {
                    id: indicator.id.0.clone(),
                    words: match user.lang.code() {
                        "en" => indicator.en.clone(),
                        _ => indicator.nl.clone(),
                    },
                    ticked: ticked.contains(&indicator.id.0),
                })
                .collect();
            Help {
                name: user.lang.text(&form.name).to_owned(),
                open: lines.iter().any(|line| line.ticked),
                lines,
            }
        })
        .collect()
}

/// What was ticked, in Dutch: the desk reads Dutch.
pub(super) fn ticked(user: &User, ticked: &[String]) -> Vec<String> {
    let lists = user.configuration().indicators.iter();
    let all = lists.flat_map(|list| &list.indicators);
    let mut words: Vec<_> = all
        .filter(|indicator| ticked.contains(&indicator.id.0))
        .map(|indicator| indicator.nl.clone())
        .collect();
    words.dedup();
    words
}
