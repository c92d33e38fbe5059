// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The warning before a text is released that names somebody: the words that were found, and a person who says that it may go on.

use meldroute_core::{
    exposure::Finding,
    id::ReportId,
    usecase::report::{Text, exposes},
};

use crate::{error::PageError, visit::User};

/// What a text gives away, as the page shows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Exposed {
    /// What, and the words.
    pub(crate) lines: Vec<(String, String)>,
    /// What the person was shown, for the form: what comes in later is not covered by their word.
    pub(crate) seen: String,
}

/// What a form says about the warning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    /// What was shown before.
    pub(crate) seen: &'a str,
    /// Whether the person said that it may go on.
    pub(crate) given: bool,
}

impl Exposed {
    /// What must be shown before the text goes on; none where there is nothing, or the person has said that it may.
    pub(crate) async fn find(
        user: &User,
        about: &Text,
        text: &str,
        word: Word<'_>,
    ) -> Result<Option<Self>, PageError> {
        let found = exposes(&user.app.services, user.actor(), about, text).await?;
        Ok(Self::unless_covered(user, found, word))
    }

    /// The same for a signal that is made of reports: its title stands in lists, its text is for those who work on it.
    pub(crate) async fn find_in_signal(
        user: &User,
        reports: &[ReportId],
        (title, text): (&str, &str),
        word: Word<'_>,
    ) -> Result<Option<Self>, PageError> {
        let (services, actor) = (&user.app.services, user.actor());
        let about = Text::TitleOnReports(reports.to_vec());
        let mut found = exposes(services, actor, &about, title).await?;
        let about = Text::OnReports(reports.to_vec());
        found.extend(exposes(services, actor, &about, text).await?);
        found.sort_unstable();
        found.dedup();
        Ok(Self::unless_covered(user, found, word))
    }

    fn unless_covered(user: &User, found: Vec<Finding>, word: Word<'_>) -> Option<Self> {
        let mark = |kind: &str, words: &str| format!("{kind}:{words}");
        let shown: Vec<&str> = word.seen.split('|').collect();
        let covered = found
            .iter()
            .all(|it| shown.contains(&mark(it.kind.as_str(), &it.words).as_str()));
        if found.is_empty() || (word.given && covered) {
            return None;
        }
        let seen: Vec<String> = found.iter().map(|it| mark(it.kind.as_str(), &it.words)).collect();
        let lines = found
            .into_iter()
            .map(|it| (user.lang.kind("exposed", it.kind.as_str()), it.words));
        Some(Self {
            lines: lines.collect(),
            seen: seen.join("|"),
        })
    }
}
