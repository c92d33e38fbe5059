// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Setting one's account up with the link that the administrator gave: a password, and the second factor.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MunicipalityId, PersonId},
    people::Person,
    usecase::{Failure, people},
};
use qrcode::{Color, QrCode};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::people::log_in::LogInPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/account/instellen/{municipality}/{person}/{token}")]
pub(crate) struct SetUpPath {
    pub(crate) municipality: MunicipalityId,
    pub(crate) person: PersonId,
    pub(crate) token: String,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<SetUpPath, _, _>(Who::Public, show),
        route::post::<SetUpPath, _, _>(Who::Public, set_up),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SetUpForm {
    wachtwoord: String,
    herhaal: String,
    geheim: String,
    code: String,
}

#[derive(Template)]
#[template(path = "pages/people/set_up.html")]
struct SetUpPage {
    shell: Shell,
    problems: Problems,
    here: String,
    login: String,
    secret: String,
    letters: String,
    picture: Picture,
    shortest: usize,
}

/// A QR code as an SVG path: no script, no `data:` address, and sharp at every size.
#[derive(Default)]
struct Picture {
    size: usize,
    path: String,
}

async fn show(path: SetUpPath, visit: Visit, State(app): State<App>) -> Answer {
    let person = people::invited(&app.services, &path.municipality, path.person, &path.token).await?;
    let secret = app.services.secrets.new_second_factor().map_err(Failure::from)?;
    page::page(&the_page(&visit, &path, &person, &secret, Problems::none()))
}

async fn set_up(
    path: SetUpPath,
    visit: Visit,
    State(app): State<App>,
    Form(form): Form<SetUpForm>,
) -> Answer {
    let person = people::invited(&app.services, &path.municipality, path.person, &path.token).await?;
    let secret = from_hex(&form.geheim).ok_or(PageError::Malformed)?;
    let mut problems = Problems::none();
    problems.check(form.wachtwoord == form.herhaal, "herhaal", "set-up-wrong-repeat");
    if problems.is_empty() {
        let given = people::SetUp {
            municipality: path.municipality.clone(),
            person: path.person,
            token: path.token.clone(),
            password: form.wachtwoord,
            secret: secret.clone(),
            code: form.code,
        };
        match people::set_up(&app.services, given, &visit.origin).await {
            Ok(()) => return Done::to(LogInPath).say("done-set-up").into(),
            Err(Failure::Invalid(fields)) => {
                for field in fields {
                    match field {
                        "password" => problems.add("wachtwoord", "set-up-wrong-password"),
                        _ => problems.add("code", "set-up-wrong-code"),
                    }
                }
            }
            Err(failure) => return Err(failure.into()),
        }
    }
    page::again(&the_page(&visit, &path, &person, &secret, problems))
}

fn the_page(
    visit: &Visit,
    path: &SetUpPath,
    person: &Person,
    secret: &[u8],
    problems: Problems,
) -> SetUpPage {
    let services = &visit.app.services;
    let configuration = services.configurations.of(&path.municipality);
    let name = configuration.map_or_else(String::new, |c| c.municipality.name.clone());
    let (uri, letters) = services.secrets.second_factor_uri(secret, &person.login, &name);
    SetUpPage {
        shell: visit
            .shell(visit.lang.t("set-up-title"))
            .wrong(!problems.is_empty()),
        problems,
        here: path.to_string(),
        login: person.login.clone(),
        secret: to_hex(secret),
        letters: in_groups(&letters),
        picture: picture(&uri),
        shortest: people::SHORTEST_PASSWORD,
    }
}

/// Four letters at a time are easier to type over.
fn in_groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Scanners need so many light modules around the code.
const EDGE: usize = 4;

fn picture(uri: &str) -> Picture {
    let Ok(code) = QrCode::new(uri) else {
        return Picture::default();
    };
    let width = code.width();
    let dark = code
        .to_colors()
        .into_iter()
        .enumerate()
        .filter(|(_, color)| *color == Color::Dark);
    let squares = dark.map(|(place, _)| {
        let (x, y) = (place % width + EDGE, place / width + EDGE);
        format!("M{x} {y}h1v1h-1z")
    });
    Picture {
        size: width + 2 * EDGE,
        path: squares.collect(),
    }
}

fn to_hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .as_chunks::<2>()
        .0
        .iter()
        .map(|[high, low]| high << 4 | low)
        .collect();
    (bytes.len() * 2 == digits.len() && !bytes.is_empty()).then_some(bytes)
}
