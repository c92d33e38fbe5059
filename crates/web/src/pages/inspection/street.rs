// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The inspection on the street, for a phone: the card with the addresses, and below it what one finds.
//!
//! Once it is open it needs no connection: the card stays, and the page's script keeps what is typed and sends it until it is acknowledged,
//! as the form for reports does.

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{FindingId, SignalId, StrandId},
    policy::Right,
    signal::{act::Refusal, inspection::Victims},
    usecase::{
        Failure, inspection,
        people::{Colleague, colleagues},
        signal::{StrandView, read_strand},
    },
};
use serde::Deserialize;

use super::part::Part;
use crate::{
    draft::DraftKeys,
    error::PageError,
    form::Problems,
    page::{self, Answer, Done},
    pages::{
        own::form::{acknowledged, wants_json},
        signal::wording::Wording,
        strand::show::StrandPath,
    },
    refusal,
    route::{self, Route, Who},
    shell::Shell,
    upload::{MOST_FILES, Upload},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/opdrachten/{signal}/{strand}/straat")]
pub(crate) struct StreetPath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

pub(super) fn routes() -> [Route; 2] {
    [
        route::get::<StreetPath, _, _>(Who::Right(Right::ReadStrand), show),
        route::post::<StreetPath, _, _>(Who::Right(Right::StepStrand), send).with_files(),
    ]
}

/// What somebody found.
#[derive(Default, Deserialize)]
#[serde(default)]
struct FindingForm {
    /// The identifier that the finding gets: a form that is sent twice makes one finding.
    finding: String,
    address: String,
    what: String,
    victims: String,
}

#[derive(Template)]
#[template(path = "pages/inspection/street.html")]
struct StreetPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a FindingForm,
    power: String,
    purpose: &'a str,
    part: Part,
    /// Addresses to choose from, where there is more than one; else the only one.
    addresses: Vec<(String, String)>,
    only: Option<String>,
    victims: Vec<(&'static str, String)>,
    keys: DraftKeys,
    most_files: usize,
    action: String,
    back: String,
    late: Option<String>,
}

struct Held {
    user: User,
    path: StreetPath,
    view: StrandView,
    colleagues: Vec<Colleague>,
}

impl Held {
    async fn open(path: StreetPath, user: User) -> Result<Self, PageError> {
        let services = &user.app.services;
        let view = read_strand(services, user.actor(), path.signal, path.strand).await?;
        let colleagues = colleagues(services, user.actor()).await?;
        Ok(Self {
            user,
            path,
            view,
            colleagues,
        })
    }

    async fn page(
        &self,
        status: StatusCode,
        form: &FindingForm,
        problems: Problems,
        late: Option<String>,
    ) -> Answer {
        let (user, strand) = (&self.user, &self.view.strand);
        let lang = user.lang;
        let words = Wording::new(lang, user.configuration(), user.today, &self.colleagues);
        let part = Part::of(&words, user, self.path.signal, strand).ok_or(PageError::NotFound)?;
        let title = lang.arg("number", &self.view.number).t("strand-inspection-title");
        let address = |address: &String| (address.clone(), address.clone());
        let addresses: Vec<_> = part.addresses.iter().map(address).collect();
        let choice = |it: &Victims| (it.as_str(), lang.kind("inspection-victims", it.as_str()));
        let page = StreetPage {
            shell: user.shell(title).wrong(!problems.is_empty()),
            problems,
            form,
            power: power(strand).to_owned(),
            purpose: strand.kind.what(),
            only: addresses
                .first()
                .filter(|_| addresses.len() == 1)
                .map(|(only, _)| only.clone()),
            addresses: Some(addresses)
                .filter(|addresses| addresses.len() > 1)
                .unwrap_or_default(),
            part,
            victims: Victims::ALL.iter().map(choice).collect(),
            keys: DraftKeys::of(user, &self.path.strand.to_string()).await?,
            most_files: MOST_FILES,
            action: self.path.to_string(),
            back: StrandPath::of(self.path.signal, self.path.strand).to_string(),
            late,
        };
        page::answer(status, &page)
    }
}

fn power(strand: &meldroute_core::signal::strand::Strand) -> &str {
    match &strand.kind {
        meldroute_core::signal::strand::StrandKind::Inspection { power, .. } => power,
        _ => "",
    }
}

async fn show(path: StreetPath, user: User) -> Answer {
    let form = FindingForm {
        finding: user.app.services.minter.mint().to_string(),
        ..FindingForm::default()
    };
    let held = Held::open(path, user).await?;
    held.page(StatusCode::OK, &form, Problems::none(), None).await
}

async fn send(
    path: StreetPath,
    user: User,
    headers: HeaderMap,
    Upload {
        form,
        files,
        taken: _taken,
    }: Upload<FindingForm>,
) -> Answer {
    let id: FindingId = form.finding.parse().or(Err(PageError::Malformed))?;
    let held = Held::open(path, user).await?;
    let (user, path) = (&held.user, &held.path);
    let victims = Victims::ALL.iter().find(|it| it.as_str() == form.victims);
    let mut problems = Problems::none();
    problems.check(!form.what.trim().is_empty(), "what", "act-missing");
    problems.fits("what", &form.what);
    problems.check(victims.is_some(), "victims", "act-missing-choice");
    let Some(victims) = victims.filter(|_| problems.is_empty()) else {
        return held.page(StatusCode::BAD_REQUEST, &form, problems, None).await;
    };
    // The plan may have changed while the phone was offline: the address of the form says where.
    let address = form.address.trim().to_owned();
    let found = inspection::Found {
        id,
        address,
        text: form.what.trim().to_owned(),
        victims: *victims,
        photos: files.into_iter().map(|file| file.bytes).collect(),
    };
    let place = (path.signal, path.strand);
    match inspection::find(&user.app.services, user.actor(), place, found).await {
        Ok(()) | Err(Failure::DoneAlready) if wants_json(&headers) => Ok(acknowledged(&held.view.number)),
        Ok(()) | Err(Failure::DoneAlready) => Done::to(StrandPath::of(path.signal, path.strand))
            .say("done-inspection-found")
            .into(),
        Err(Failure::Refused(Refusal::TooLong(_))) => {
            problems.add("address", "act-too-long");
            held.page(StatusCode::BAD_REQUEST, &form, problems, None).await
        }
        Err(Failure::Refused(why)) => {
            let why = refusal::of_signal(user.lang, Some(user.configuration()), &why);
            held.page(StatusCode::CONFLICT, &form, Problems::none(), Some(why))
                .await
        }
        Err(failure) => Err(failure.into()),
    }
}
