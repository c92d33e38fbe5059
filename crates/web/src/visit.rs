// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who visits: the session, the language, the address. Handlers take [`User`] (logged in) or [`Visit`] (maybe not).

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request},
    http::{HeaderMap, header, request::Parts},
};
use chrono::NaiveDate;
use meldroute_core::{
    calendar::dutch_date,
    configuration::Configuration,
    id::Timestamp,
    people::{Person, Session},
    policy::Actor,
    processing::Call,
    usecase::{Failure, configuration, people},
};

use crate::{
    App, WebSettings,
    cookies::{self, Kind},
    error::PageError,
    lang::Lang,
    page::Flash,
    shell::Shell,
};

/// The place of a request in a chain of calls (W3C Trace Context).
const TRACEPARENT: header::HeaderName = header::HeaderName::from_static("traceparent");

/// One request, as pages look at it.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) app: App,
    /// Language of the page.
    pub(crate) lang: Lang,
    /// Now, and today in the Netherlands.
    pub(crate) now: Timestamp,
    pub(crate) today: NaiveDate,
    /// The path that was asked for.
    pub(crate) path: String,
    /// What stood behind it: which lines of a list, in which order.
    pub(crate) query: Option<String>,
    /// The page before, when it is one of ours: for the way back from an error.
    pub(crate) back: Option<String>,
    /// Address of the site, without a slash at its end.
    pub(crate) base: String,
    /// Address of the visitor.
    pub(crate) origin: String,
    /// What the request is part of.
    pub(crate) call: Call,
    /// The message of the action before.
    pub(crate) flash: Option<Flash>,
    /// Who, when logged in.
    pub(crate) login: Option<Arc<Login>>,
}

/// Somebody who is logged in.
#[derive(Debug)]
pub(crate) struct Login {
    pub(crate) actor: Actor,
    pub(crate) person: Person,
    pub(crate) session: Session,
    pub(crate) configuration: Arc<Configuration>,
    /// The token that forms carry.
    pub(crate) csrf: String,
}

impl Visit {
    /// What the request says, before the database is asked who it is.
    pub(crate) fn of(app: &App, request: &Request) -> Self {
        let headers = request.headers();
        let settings = &app.settings;
        let now = app.services.clock.now();
        Self {
            lang: chosen_language(settings, headers).unwrap_or_else(|| accepted_language(headers)),
            now,
            today: dutch_date(now),
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            back: back(headers),
            base: base(settings, headers),
            origin: client_address(settings, request),
            call: Call::came(text(headers, &TRACEPARENT), now, app.services.minter.as_ref()),
            flash: cookies::read(settings, headers, Kind::Flash).and_then(|text| Flash::parse(&text)),
            login: None,
            app: app.clone(),
        }
    }

    /// Asks the database whose session it is.
    pub(crate) async fn recognise(mut self, headers: &HeaderMap) -> Result<Self, (Box<Self>, Failure)> {
        let settings = &self.app.settings;
        let Some(token) = cookies::read(settings, headers, Kind::Session) else {
            return Ok(self);
        };
        match self.login(headers, &token).await {
            Ok(login) => {
                if let Some(login) = &login
                    && chosen_language(settings, headers).is_none()
                {
                    self.lang = Lang(login.person.language);
                }
                self.login = login;
                Ok(self)
            }
            Err(failure) => Err((Box::new(self), failure)),
        }
    }

    async fn login(&self, headers: &HeaderMap, token: &str) -> Result<Option<Arc<Login>>, Failure> {
        let services = &self.app.services;
        let Some((session, person)) = people::current(services, token).await? else {
            return Ok(None);
        };
        let actor = Actor {
            call: Some(self.call),
            ..person.actor(self.now, &self.origin)
        };
        let configuration = configuration(services, &actor)?;
        Ok(Some(Arc::new(Login {
            actor,
            person,
            session,
            configuration,
            csrf: cookies::read(&self.app.settings, headers, Kind::Form).unwrap_or_default(),
        })))
    }

    /// What surrounds a page with this title.
    pub(crate) fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, title.into())
    }
}

fn chosen_language(settings: &WebSettings, headers: &HeaderMap) -> Option<Lang> {
    cookies::read(settings, headers, Kind::Language).and_then(|code| Lang::from_code(&code))
}

fn accepted_language(headers: &HeaderMap) -> Lang {
    text(headers, &header::ACCEPT_LANGUAGE).map_or_else(Lang::default, Lang::accepted)
}

/// A header as text.
pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &header::HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn base(settings: &WebSettings, headers: &HeaderMap) -> String {
    if let Some(url) = &settings.public_url {
        return url.trim_end_matches('/').to_owned();
    }
    let scheme = if settings.secure_cookies { "https" } else { "http" };
    format!(
        "{scheme}://{}",
        text(headers, &header::HOST).unwrap_or("localhost")
    )
}

/// The path of the page before, when the browser says that it is on this site.
fn back(headers: &HeaderMap) -> Option<String> {
    let host = text(headers, &header::HOST)?;
    let (_, rest) = text(headers, &header::REFERER)?.split_once("://")?;
    let path = rest.strip_prefix(host)?;
    path.starts_with('/').then(|| path.to_owned())
}

/// The address of the visitor; that of the last proxy where none of ours stands before the program.
fn client_address(settings: &WebSettings, request: &Request) -> String {
    let forwarded = settings
        .trusted_proxy
        .then(|| request.headers().get_all("x-forwarded-for").iter().next_back())
        .flatten()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .map(|address| address.trim().to_owned());
    let connected = || {
        request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(address)| address.ip().to_string())
    };
    forwarded.or_else(connected).unwrap_or_default()
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        parts.extensions.get::<Self>().cloned().ok_or(PageError::NotFound)
    }
}

/// Somebody who is logged in, with their request.
#[derive(Clone, Debug)]
pub(crate) struct User {
    login: Arc<Login>,
    /// The request.
    pub(crate) visit: Visit,
}

impl User {
    /// Who acts.
    pub(crate) fn actor(&self) -> &Actor {
        &self.login.actor
    }

    /// The configuration in force.
    pub(crate) fn configuration(&self) -> &Configuration {
        &self.login.configuration
    }

    /// The account.
    pub(crate) fn person(&self) -> &Person {
        &self.login.person
    }

    /// The session.
    pub(crate) fn session(&self) -> &Session {
        &self.login.session
    }
}

impl std::ops::Deref for User {
    type Target = Visit;

    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl<S: Sync> FromRequestParts<S> for User {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let login = visit.login.clone().ok_or(PageError::NotFound)?;
        Ok(Self { login, visit })
    }
}
