// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The route in plain words, in Dutch: for who has to say whether it is right and does not read TOML.

mod bodies;
mod reporters;
mod retention;
mod route;
mod words;

pub(crate) use self::{
    retention::{about as kept_thing, kept},
    words::{date, reporter, role},
};
use super::Configuration;

/// The configuration in plain words.
pub fn describe(configuration: &Configuration) -> String {
    let mut page = Page::default();
    municipality(configuration, &mut page);
    route::steps(configuration, &mut page);
    route::fast_lanes(configuration, &mut page);
    bodies::bodies(configuration, &mut page);
    reporters::channels(configuration, &mut page);
    reporters::feedback(configuration, &mut page);
    reporters::forms(configuration, &mut page);
    reporters::recipients(configuration, &mut page);
    reporters::neighbours(configuration, &mut page);
    retention::retention(configuration, &mut page);
    page.text
}

/// A page of text that is being written.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    /// A heading, underlined.
    fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.line(0, heading);
        self.line(0, &"-".repeat(heading.chars().count()));
    }

    /// A line at a depth.
    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"   ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

fn municipality(configuration: &Configuration, page: &mut Page) {
    let municipality = &configuration.municipality;
    let title = format!(
        "De meldroute van {}, versie {}",
        municipality.name, configuration.route.version
    );
    page.line(0, &title);
    page.line(0, &"=".repeat(title.chars().count()));
    let areas: Vec<&str> = municipality.areas.iter().map(|area| area.name.as_str()).collect();
    page.line(0, &format!("Het meldpunt werkt voor: {}.", words::list(&areas)));
    let controllers: Vec<&str> = municipality
        .controllers
        .iter()
        .map(|c| c.name.nl.as_str())
        .collect();
    page.line(
        0,
        &format!(
            "Verantwoordelijk voor de gegevens (AVG): {}.",
            words::list(&controllers)
        ),
    );
    page.line(
        0,
        &format!(
            "Signalen krijgen een nummer zoals {}-2026-0001.",
            municipality.prefix
        ),
    );
}
