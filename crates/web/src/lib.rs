// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages: forms, sessions, languages, headers. See the crate's README for how to add a page.
//!
//! [`router`] is all that the app needs; listening and TLS are the app's.

mod assets;
mod cookies;
mod dates;
mod draft;
mod error;
mod exposed;
mod form;
mod guard;
mod headers;
mod lang;
mod nav;
mod pace;
mod page;
mod pages;
mod paper;
mod refusal;
mod route;
mod shell;
mod throttle;
mod upload;
mod visit;

use std::{num::NonZeroU16, sync::Arc};

use axum::{Router, extract::DefaultBodyLimit, handler::Handler as _, middleware::from_fn_with_state};
use meldroute_core::{
    id::{BodyId, MunicipalityId},
    policy::role::Role,
    ports::{Mailboxes, Services},
};

pub use self::route::{Access, access_table};
use self::{
    error::PageError,
    pace::Pace,
    route::{Route, Who},
    throttle::Throttle,
    upload::Rooms,
};

/// What the pages work with.
#[derive(Clone, Debug)]
pub struct Web {
    /// Everything from outside.
    pub services: Services,
    /// How the shared mailboxes are doing.
    pub mailboxes: Arc<dyn Mailboxes>,
    /// How the pages are served.
    pub settings: WebSettings,
}

/// How the pages are served.
#[derive(Clone, Debug, Default)]
pub struct WebSettings {
    /// Served over https: cookies are `Secure`, and browsers are told never to use http again.
    pub secure_cookies: bool,
    /// The address that people use, such as `https://meldroute.example`; the address of the request where none is given.
    pub public_url: Option<String>,
    /// A proxy of ours stands before the program: believe the last address of its `X-Forwarded-For`.
    pub trusted_proxy: bool,
    /// Where to report a weakness, for `security.txt`: a `mailto:` or `https:` address.
    pub security_contact: Option<String>,
    /// How many days a link to one question works; two weeks where it is not said.
    pub question_days: Option<u16>,
    /// How many reports the public form takes from one network in an hour; twenty where it is not said.
    pub public_reports_per_network: Option<NonZeroU16>,
    /// The demo's people, who log in without password; none outside the demo.
    pub demo: Option<Demo>,
}

impl WebSettings {
    /// How many days a link to one question works.
    pub(crate) fn question_days(&self) -> u16 {
        self.question_days.unwrap_or(14)
    }
}

/// The people of the demo.
#[derive(Clone, Debug)]
pub struct Demo {
    /// Their municipality.
    pub municipality: MunicipalityId,
    /// One for each button of the log-in page.
    pub people: Vec<DemoPerson>,
}

/// Somebody of the demo.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// Name for logging in.
    pub login: String,
    /// Name as people know it.
    pub name: String,
    /// The role that the button shows.
    pub role: Role,
    /// The body, where the role is that of a member.
    pub body: Option<BodyId>,
}

/// Bodies of requests are at most this long; a form with attachments states its own limit.
const LONGEST_BODY: usize = 1024 * 1024;

/// The state that handlers get.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) services: Services,
    pub(crate) mailboxes: Arc<dyn Mailboxes>,
    pub(crate) settings: WebSettings,
    pub(crate) throttle: Throttle,
    pub(crate) pace: Pace,
    pub(crate) rooms: Rooms,
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// The whole site.
pub fn router(web: Web) -> Router {
    let reports = web.settings.public_reports_per_network;
    let app = App(Arc::new(Inner {
        services: web.services,
        mailboxes: web.mailboxes,
        settings: web.settings,
        throttle: Throttle::default(),
        pace: Pace::new(reports.map_or(pace::REPORTS, NonZeroU16::get)),
        rooms: Rooms::default(),
    }));
    let with_demo = app.settings.demo.is_some();
    let mut router: Router<App> = Router::new();
    for route in route::all().into_iter().filter(|route| with_demo || !route.demo) {
        let Route {
            path,
            who,
            handler,
            longest,
            ..
        } = route;
        router = router.route(
            path,
            handler.route_layer(from_fn_with_state((app.clone(), who, longest), guard::guard)),
        );
    }
    let anybody = from_fn_with_state((app.clone(), Who::Public, route::LONGEST), guard::guard);
    let wrong_method = (async || PageError::Method).layer(anybody.clone());
    let nothing_here = pages::public::wrong::nothing_here.layer(anybody);
    router
        .method_not_allowed_fallback(wrong_method)
        .merge(assets::router())
        .fallback(nothing_here)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .with_state(app)
}
