// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The public form: off unless the municipality says so. What anonymity costs is told before anything is sent; afterwards the reporter
//! gets a code of words, once.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::Configuration,
    id::{AreaId, MunicipalityId},
    report::{Openness, Reporter, ReporterKind},
    usecase::{
        Failure,
        report::{Tell, new_form, tell},
    },
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::Problems,
    pace::{Full, Wish},
    page::{self, Answer},
    pages::public::{
        code::CodePath, frame::Frame, posted::WithPhotos, tongue::Tongue, where_to::WhereToPath,
    },
    route::{self, Route, Who},
    upload::Untaken,
    visit::Visit,
};

/// In seconds; reports are counted for so long.
const HOUR: u16 = 3_600;

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden/{municipality}/{language}/formulier")]
pub(crate) struct TellPath {
    municipality: MunicipalityId,
    language: String,
}

impl TellPath {
    pub(crate) fn of(municipality: &MunicipalityId, tongue: Tongue) -> Self {
        Self {
            municipality: municipality.clone(),
            language: tongue.code().to_owned(),
        }
    }
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<TellPath, _, _>(Who::Nameless, show),
        route::post::<TellPath, _, _>(Who::Nameless, send).with_files(),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TellForm {
    formulier: String,
    hoe: String,
    naam: String,
    contact: String,
    veilig: String,
    gemeente: String,
    wat: String,
    waar: String,
    wanneer: String,
    zelf: String,
    /// Photos came along, and a browser does not keep them: they must be chosen again.
    #[serde(skip)]
    again: bool,
}

#[derive(Template)]
#[template(path = "pages/public/tell.html")]
struct TellPage<'a> {
    frame: Frame,
    problems: Problems,
    form: &'a TellForm,
    /// What anonymity costs, where one can be anonymous.
    cost: Option<&'a str>,
    areas: Vec<(&'a str, &'a str)>,
    back: String,
    code: String,
}

#[derive(Template)]
#[template(path = "pages/public/told.html")]
struct ToldPage {
    frame: Frame,
    words: Vec<String>,
    code: String,
}

/// The municipality's configuration, where it has the form.
pub(super) fn named(
    visit: &Visit,
    municipality: &MunicipalityId,
    language: &str,
) -> Result<(std::sync::Arc<Configuration>, Tongue), PageError> {
    let configurations = &visit.app.services.configurations;
    let configuration = configurations.of(municipality);
    configuration
        .filter(|configuration| configuration.public_channel().is_some())
        .zip(Tongue::from_code(language))
        .ok_or(PageError::NotFound)
}

async fn show(path: TellPath, visit: Visit, State(app): State<App>) -> Answer {
    let (configuration, tongue) = named(&visit, &path.municipality, &path.language)?;
    let form = TellForm {
        formulier: new_form(&app.services)?,
        ..TellForm::default()
    };
    page::page(&template(&configuration, tongue, &form, Problems::none()))
}

async fn send(path: TellPath, visit: Visit, State(app): State<App>, sent: WithPhotos<TellForm>) -> Answer {
    let WithPhotos {
        mut form,
        photos,
        untaken,
        taken: _taken,
    } = sent;
    let (configuration, tongue) = named(&visit, &path.municipality, &path.language)?;
    form.again = untaken.is_some() || !photos.is_empty();
    if let Some(why) = untaken {
        return without_photos(&configuration, tongue, &form, why);
    }
    if is_named(&form) {
        let mut problems = Problems::none();
        problems.add("hoe", "tell-error-named");
        return page::again(&template(&configuration, tongue, &form, problems));
    }
    let secrets = app.services.secrets.as_ref();
    let place = match app.pace.place(secrets, Wish::Report, &visit.origin, visit.now) {
        Ok(place) => place,
        Err(full) => return too_busy(&configuration, tongue, &form, full),
    };
    match tell(
        &app.services,
        &path.municipality,
        told(&configuration, tongue, &form, photos),
    )
    .await
    {
        Ok(code) => {
            place.keep();
            page::page(&ToldPage {
                // Another language would be another page: one without the code.
                frame: Frame {
                    languages: Vec::new(),
                    ..frame(&configuration, tongue, "told-title")
                },
                words: code.split(' ').map(str::to_owned).collect(),
                code: CodePath::of(&path.municipality, tongue).to_string(),
            })
        }
        Err(Failure::Invalid(fields)) => {
            if fields.contains(&"token") {
                form.formulier = new_form(&app.services)?;
            }
            let mut problems = Problems::none();
            for field in fields {
                problems.add(field_of(field), problem_of(field));
            }
            page::again(&template(&configuration, tongue, &form, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Whether somebody who chose to be anonymous says who they are. Nobody would keep it, and they would wait for a call.
fn is_named(form: &TellForm) -> bool {
    let said = [&form.naam, &form.contact, &form.veilig];
    form.hoe == "anoniem" && said.iter().any(|said| !said.trim().is_empty())
}

/// What the form says, as the use case takes it.
fn told(configuration: &Configuration, tongue: Tongue, form: &TellForm, photos: Vec<Vec<u8>>) -> Tell {
    let line = |text: &str| text.trim().to_owned();
    let areas = &configuration.municipality.areas;
    Tell {
        token: form.formulier.clone(),
        language: tongue.0,
        openness: match form.hoe.as_str() {
            "anoniem" => Openness::Anonymous,
            "vertrouwelijk" => Openness::Confidential,
            // Nothing was chosen: the use case asks for it.
            _ => Openness::Open,
        },
        reporter: Reporter {
            name: line(&form.naam),
            contact: line(&form.contact),
            safe_contact: line(&form.veilig),
        },
        area: (areas.len() > 1).then(|| AreaId(form.gemeente.clone())),
        text: line(&form.wat),
        place: line(&form.waar),
        observed: line(&form.wanneer),
        first_hand: match form.zelf.as_str() {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        },
        photos,
    }
}

/// The form again, because too many are sent at this moment.
fn too_busy(configuration: &Configuration, tongue: Tongue, form: &TellForm, full: Full) -> Answer {
    let mut problems = Problems::none();
    let key = if full == Full::Network {
        "tell-error-network"
    } else {
        "tell-error-busy"
    };
    problems.add("wat", key);
    page::later(full, HOUR, &template(configuration, tongue, form, problems))
}

/// The form again, because its photos could not be taken.
fn without_photos(configuration: &Configuration, tongue: Tongue, form: &TellForm, why: Untaken) -> Answer {
    let mut problems = Problems::none();
    let key = match why {
        Untaken::Many => "tell-error-photos-many",
        Untaken::Large => "tell-error-photos-large",
        Untaken::Full => "tell-error-photos-full",
    };
    problems.add("fotos", key);
    let page = template(configuration, tongue, form, problems);
    match why {
        Untaken::Full => page::later(Full::Everywhere, 30, &page),
        Untaken::Many | Untaken::Large => page::again(&page),
    }
}

/// The field on the page.
fn field_of(field: &str) -> &'static str {
    match field {
        "openness" => "hoe",
        "place" => "waar",
        "observed" => "wanneer",
        "name" => "naam",
        "contact" => "contact",
        "safe" => "veilig",
        "area" => "gemeente",
        "photos-many" | "photos-large" | "photos-kind" => "fotos",
        _ => "wat",
    }
}

/// The key of its sentence.
fn problem_of(field: &str) -> &'static str {
    match field {
        "openness" => "tell-error-openness",
        "text" => "tell-error-text",
        "text-long" => "tell-error-text-long",
        "area" => "tell-error-area",
        "token" => "tell-error-again",
        "photos-many" => "tell-error-photos-many",
        "photos-large" => "tell-error-photos-large",
        "photos-kind" => "tell-error-photos-kind",
        _ => "tell-error-line",
    }
}

fn frame(configuration: &Configuration, tongue: Tongue, title: &str) -> Frame {
    let municipality = &configuration.municipality.id;
    Frame::new(configuration, tongue, title, |other| {
        TellPath::of(municipality, other).to_string()
    })
}

fn template<'a>(
    configuration: &'a Configuration,
    tongue: Tongue,
    form: &'a TellForm,
    problems: Problems,
) -> TellPage<'a> {
    let municipality = &configuration.municipality;
    let anonymous = configuration
        .public_channel()
        .is_some_and(|channel| channel.reporters.contains(&ReporterKind::Anonymous));
    let mut frame = frame(configuration, tongue, "tell-title");
    frame.wrong = !problems.is_empty();
    if frame.wrong {
        // Another language would lose what was written.
        frame.languages.clear();
    }
    let cost = configuration.public_form.cost.as_ref();
    TellPage {
        frame,
        problems,
        form,
        cost: cost.filter(|_| anonymous).map(|cost| tongue.text(cost)),
        areas: if municipality.areas.len() > 1 {
            let pair = |area: &'a meldroute_core::configuration::municipality::Area| {
                (area.id.as_str(), area.name.as_str())
            };
            municipality.areas.iter().map(pair).collect()
        } else {
            Vec::new()
        },
        back: WhereToPath::of(&municipality.id, tongue).to_string(),
        code: CodePath::of(&municipality.id, tongue).to_string(),
    }
}
