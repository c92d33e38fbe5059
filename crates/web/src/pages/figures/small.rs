// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Small numbers: what can be traced to people is not told to who sees figures only.

use meldroute_core::policy::{self, Actor, Right};

use crate::lang::Lang;

/// From this number on a value is told to everybody.
const SMALLEST: u64 = 5;

/// How exact somebody sees figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// They work with the signals themselves.
    Exact,
    /// They see figures only.
    Rounded,
}

impl Sight {
    /// Of an actor.
    pub(super) fn of(actor: &Actor) -> Self {
        if policy::is_conceivable(actor, Right::ReadSignal) {
            Self::Exact
        } else {
            Self::Rounded
        }
    }

    /// A value in words. Zero is zero: it is about nobody.
    pub(super) fn value(self, lang: Lang, value: u64) -> String {
        if self == Self::Rounded && (1..SMALLEST).contains(&value) {
            lang.arg("count", SMALLEST).t("figures-fewer")
        } else {
            value.to_string()
        }
    }

    /// A value in words where numbers beside it could tell a small one by subtraction: rounded to five.
    pub(super) fn rough(self, lang: Lang, value: u64) -> String {
        if self == Self::Exact || value < SMALLEST {
            return self.value(lang, value);
        }
        ((value + SMALLEST / 2) / SMALLEST * SMALLEST).to_string()
    }

    /// A sum in words; none where it would give a small number away.
    pub(super) fn sum(self, values: impl IntoIterator<Item = u64>) -> Option<String> {
        (self == Self::Exact).then(|| values.into_iter().sum::<u64>().to_string())
    }
}

#[cfg(test)]
mod tests {
    use meldroute_core::configuration::text::Language;

    use super::*;

    #[test]
    fn small_numbers_are_told_to_those_who_know_them_only() {
        let nl = Lang(Language::Nl);
        for (value, rounded) in [
            (0, "0"),
            (1, "minder dan 5"),
            (4, "minder dan 5"),
            (5, "5"),
            (12, "12"),
        ] {
            assert_eq!(Sight::Rounded.value(nl, value), rounded);
            assert_eq!(Sight::Exact.value(nl, value), value.to_string());
        }
        let rough = |value| Sight::Rounded.rough(nl, value);
        assert_eq!(
            [0, 4, 5, 7, 8, 13].map(rough),
            ["0", "minder dan 5", "5", "5", "10", "15"]
        );
        assert_eq!(Sight::Exact.rough(nl, 13), "13");
        assert_eq!(Sight::Rounded.sum([10, 2]), None);
        assert_eq!(Sight::Exact.sum([10, 2]).as_deref(), Some("12"));
    }
}
