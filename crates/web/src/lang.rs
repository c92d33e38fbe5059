// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The languages of the screens. Texts stand in `locales/{nl,en}/*.ftl`, one file per subject.

use std::{borrow::Cow, str::FromStr, sync::LazyLock};

use fluent_templates::{Loader, fluent_bundle::FluentValue};
use meldroute_core::configuration::text::{Language, Text};
use unic_langid::LanguageIdentifier;

use self::texts::LOCALES;

#[expect(
    clippy::disallowed_types,
    reason = "the loader's own table, which nothing iterates over"
)]
mod texts {
    fluent_templates::static_loader! {
        pub(super) static LOCALES = {
            locales: "./locales",
            fallback_language: "nl",
            // No invisible marks around names: they are copied into search fields and letters.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

static NL: LazyLock<LanguageIdentifier> = LazyLock::new(|| identifier("nl"));
static EN: LazyLock<LanguageIdentifier> = LazyLock::new(|| identifier("en"));

fn identifier(code: &str) -> LanguageIdentifier {
    LanguageIdentifier::from_str(code).unwrap_or_default()
}

/// A language of the screens, with its texts: `lang.t("key")`, `lang.arg("count", n).t("key")`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lang(pub(crate) Language);

impl Lang {
    /// The text with this key.
    pub(crate) fn t(self, key: &str) -> String {
        LOCALES
            .try_lookup(self.identifier(), key)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The name of a variant, such as that of a role: the text with the key `family-name`.
    pub(crate) fn kind(self, family: &str, name: &str) -> String {
        self.t(&format!("{family}-{name}"))
    }

    /// Begins a text with arguments.
    pub(crate) fn arg(self, name: &str, value: impl Argument) -> Saying {
        Saying {
            lang: self,
            arguments: Vec::new(),
        }
        .arg(name, value)
    }

    /// A text of the configuration.
    pub(crate) fn text(self, text: &Text) -> &str {
        text.of(self.0)
    }

    /// The code in HTML and in cookies.
    pub(crate) fn code(self) -> &'static str {
        match self.0 {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language with this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "nl" => Some(Self(Language::Nl)),
            "en" => Some(Self(Language::En)),
            _ => None,
        }
    }

    /// The other one, for the switch.
    pub(crate) fn other(self) -> Self {
        Self(match self.0 {
            Language::Nl => Language::En,
            Language::En => Language::Nl,
        })
    }

    /// What a browser asks for: the first of ours in `Accept-Language`; Dutch where it asks for neither.
    pub(crate) fn accepted(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|range| range.split([';', '-']).next())
            .find_map(|code| Self::from_code(&code.trim().to_ascii_lowercase()))
            .unwrap_or_default()
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self.0 {
            Language::Nl => &NL,
            Language::En => &EN,
        }
    }
}

/// A text that gets arguments.
pub(crate) struct Saying {
    lang: Lang,
    arguments: Vec<(Cow<'static, str>, FluentValue<'static>)>,
}

impl Saying {
    /// Adds an argument.
    pub(crate) fn arg(mut self, name: &str, value: impl Argument) -> Self {
        self.arguments.push((Cow::Owned(name.to_owned()), value.value()));
        self
    }

    /// The text with the key `family-name`.
    pub(crate) fn kind(self, family: &str, name: &str) -> String {
        self.t(&format!("{family}-{name}"))
    }

    /// The text with this key.
    pub(crate) fn t(self, key: &str) -> String {
        let arguments = self.arguments.into_iter().collect();
        LOCALES
            .try_lookup_with_args(self.lang.identifier(), key, &arguments)
            .unwrap_or_else(|| key.to_owned())
    }
}

/// What can be filled in: numbers choose the plural.
pub(crate) trait Argument {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'static>;
}

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_first_of_our_languages_that_it_asks_for() {
        for (header, code) in [
            ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
            ("en-GB,nl;q=0.5", "en"),
            ("de,fr;q=0.9,en;q=0.5", "en"),
            ("de", "nl"),
            ("", "nl"),
        ] {
            assert_eq!(Lang::accepted(header).code(), code, "{header}");
        }
    }
}
