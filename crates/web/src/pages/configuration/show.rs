// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The route in plain words.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{configuration::describe::describe, policy::Right};
use serde::Deserialize;

use crate::{
    page::{self, Answer},
    pages::audit::verify::VerifyPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/inrichting")]
pub(crate) struct ConfigurationPath;

pub(crate) fn route() -> Route {
    route::get::<ConfigurationPath, _, _>(Who::Right(Right::ManageConfiguration), show)
}

/// A heading with its lines.
struct Section {
    heading: String,
    text: String,
}

#[derive(Template)]
#[template(path = "pages/configuration/show.html")]
struct ConfigurationPage {
    shell: Shell,
    version: u32,
    sections: Vec<Section>,
    verify: String,
}

async fn show(_: ConfigurationPath, user: User) -> Answer {
    let configuration = user.configuration();
    page::page(&ConfigurationPage {
        shell: user.shell(user.lang.t("configuration-title")),
        version: configuration.route.version,
        sections: sections(&describe(configuration)),
        verify: VerifyPath.to_string(),
    })
}

/// The description is made for a terminal: a heading is a line that is underlined.
fn sections(description: &str) -> Vec<Section> {
    let lines: Vec<&str> = description.lines().collect();
    let underline = |line: &str| !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '='));
    let mut sections: Vec<Section> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let underlined = lines.get(place + 1).is_some_and(|next| underline(next)) && !line.is_empty();
        if underlined {
            sections.push(Section {
                heading: (*line).to_owned(),
                text: String::new(),
            });
        } else if let Some(section) = sections.last_mut().filter(|_| !underline(line)) {
            section.text.push_str(line);
            section.text.push('\n');
        }
    }
    for section in &mut sections {
        section.text.truncate(section.text.trim_end().len());
    }
    sections
}
