// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An answer, and questions that a person would ask of it.

use axum::http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, bytes: Vec<u8>) -> Self {
        Self {
            status,
            headers,
            bytes,
        }
    }

    pub(crate) fn html(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    /// Checks that the page was given.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.words());
        self
    }

    /// Checks that it is as if the page did not exist.
    #[track_caller]
    pub(crate) fn not_found(&self) {
        assert_eq!(self.status, StatusCode::NOT_FOUND, "{}", self.words());
        assert!(self.html().contains("Deze pagina bestaat niet of is niet voor u"));
    }

    /// Where it leads after a form was sent.
    #[track_caller]
    pub(crate) fn leads_to(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.words());
        self.header(header::LOCATION.as_str()).to_owned()
    }

    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .unwrap_or_else(|| panic!("no header {name}"))
            .to_str()
            .unwrap()
    }

    /// All words on the page, with single spaces between them.
    pub(crate) fn words(&self) -> String {
        let html = Html::parse_document(&String::from_utf8_lossy(&self.bytes));
        plain(html.root_element())
    }

    /// The words of each element that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector).map(plain).collect()
    }

    /// The value of an attribute of each element that a selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .filter_map(|element| element.attr(name).map(ToOwned::to_owned))
            .collect()
    }

    /// The fields of a form as a browser would send it back untouched.
    pub(crate) fn fields(&self, form: &str) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.html());
        let form = Selector::parse(form).unwrap();
        let field = Selector::parse("input, textarea, select").unwrap();
        let chosen = Selector::parse("option[selected]").unwrap();
        let form = html.select(&form).next().expect("no such form");
        let value = |element: ElementRef<'_>| match (element.value().name(), element.attr("type")) {
            (_, Some("radio" | "checkbox")) => element
                .attr("checked")
                .and_then(|_| element.attr("value"))
                .map(ToOwned::to_owned),
            ("textarea", _) => Some(element.text().collect()),
            ("select", _) => {
                let chosen = element.select(&chosen).next();
                Some(
                    chosen
                        .and_then(|option| option.attr("value"))
                        .unwrap_or_default()
                        .to_owned(),
                )
            }
            _ => Some(element.attr("value").unwrap_or_default().to_owned()),
        };
        form.select(&field)
            .filter_map(|element| Some((element.attr("name")?.to_owned(), value(element)?)))
            .filter(|(name, _)| name != "csrf")
            .collect()
    }

    /// Checks that the page says something.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        let all = self.words();
        assert!(all.contains(words), "the page does not say {words:?}:\n{all}");
        self
    }

    /// Checks that the page does not say something.
    #[track_caller]
    pub(crate) fn does_not_say(self, words: &str) -> Self {
        let all = self.words();
        assert!(!all.contains(words), "the page says {words:?}:\n{all}");
        self
    }
}

fn plain(element: ElementRef<'_>) -> String {
    let text: Vec<_> = element.text().flat_map(str::split_whitespace).collect();
    text.join(" ")
}
