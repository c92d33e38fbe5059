// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The languages of the public pages. Their texts stand in `public-locales/{nl,en,uk,ru}/*.ftl`, apart from those of the screens, which
//! know two languages.

use std::{str::FromStr, sync::LazyLock};

use fluent_templates::Loader;
use meldroute_core::configuration::public::{PublicLanguage, PublicText};
use unic_langid::LanguageIdentifier;

use self::texts::PUBLIC_LOCALES;

#[expect(
    clippy::disallowed_types,
    reason = "the loader's own table, which nothing iterates over"
)]
mod texts {
    fluent_templates::static_loader! {
        pub(super) static PUBLIC_LOCALES = {
            locales: "./public-locales",
            fallback_language: "nl",
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

static IDENTIFIERS: LazyLock<[LanguageIdentifier; 4]> = LazyLock::new(|| {
    Tongue::ALL.map(|tongue| LanguageIdentifier::from_str(tongue.code()).unwrap_or_default())
});

/// A language of the public pages, with its texts: `tongue.words("key")`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tongue(pub(crate) PublicLanguage);

impl Tongue {
    /// All, in the order of the switch.
    pub(crate) const ALL: [Self; 4] = [
        Self(PublicLanguage::Nl),
        Self(PublicLanguage::En),
        Self(PublicLanguage::Uk),
        Self(PublicLanguage::Ru),
    ];

    /// The code in addresses and in HTML.
    pub(crate) fn code(self) -> &'static str {
        match self.0 {
            PublicLanguage::Nl => "nl",
            PublicLanguage::En => "en",
            PublicLanguage::Uk => "uk",
            PublicLanguage::Ru => "ru",
        }
    }

    /// Its name, in itself.
    pub(crate) fn name(self) -> &'static str {
        match self.0 {
            PublicLanguage::Nl => "Nederlands",
            PublicLanguage::En => "English",
            PublicLanguage::Uk => "Українська",
            PublicLanguage::Ru => "Русский",
        }
    }

    /// The language with this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.code() == code)
    }

    /// What a browser asks for: the first of ours; Dutch where it asks for none.
    pub(crate) fn accepted(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|range| range.split([';', '-']).next())
            .find_map(|code| Self::from_code(&code.trim().to_ascii_lowercase()))
            .unwrap_or_default()
    }

    /// The text with this key.
    pub(crate) fn words(self, key: &str) -> String {
        let place = Self::ALL
            .iter()
            .position(|tongue| *tongue == self)
            .unwrap_or_default();
        let identifier = IDENTIFIERS.get(place);
        identifier
            .and_then(|identifier| PUBLIC_LOCALES.try_lookup(identifier, key))
            .unwrap_or_else(|| key.to_owned())
    }

    /// A text of the configuration.
    pub(crate) fn text(self, text: &PublicText) -> &str {
        text.of(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_first_of_our_languages_that_it_asks_for() {
        for (header, code) in [
            ("uk-UA,uk;q=0.9,ru;q=0.8", "uk"),
            ("ru", "ru"),
            ("pl,en;q=0.5", "en"),
            ("pl", "nl"),
            ("", "nl"),
        ] {
            assert_eq!(Tongue::accepted(header).code(), code, "{header}");
        }
    }
}
