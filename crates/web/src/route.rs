// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Routes: each states its path and who may use it, in one call that also feeds the guard, the menu and the table that is tested.

use std::time::Duration;

use axum::{
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    routing::{MethodRouter, get as axum_get, post as axum_post},
};
use axum_extra::routing::TypedPath;
use meldroute_core::policy::{self, Actor, Right};

use crate::{App, pages, upload};

/// A page that takes longer than this is given up.
pub(crate) const LONGEST: Duration = Duration::from_secs(30);
/// Photos take time over a bad connection.
const LONGEST_WITH_FILES: Duration = Duration::from_mins(10);

/// Who may use a route. What depends on the object, the use case asks policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Anybody, logged in or not.
    Public,
    /// Anybody, and nobody is recognised: no cookie is read or given, and nothing is passed on to where a link leads.
    Nameless,
    /// Anybody who is logged in.
    LoggedIn,
    /// Who could have this right on something.
    Right(Right),
    /// Who could have one of these rights on something.
    AnyOf(&'static [Right]),
}

impl Who {
    /// Whether somebody who is logged in may use the route.
    pub(crate) fn admits(self, actor: &Actor) -> bool {
        match self {
            Self::Public | Self::Nameless | Self::LoggedIn => true,
            Self::Right(right) => policy::is_conceivable(actor, right),
            Self::AnyOf(rights) => rights.iter().any(|right| policy::is_conceivable(actor, *right)),
        }
    }
}

/// One way in.
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) who: Who,
    pub(crate) handler: MethodRouter<App>,
    /// Only in the demo.
    pub(crate) demo: bool,
    /// An answer that takes longer is given up.
    pub(crate) longest: Duration,
}

impl Route {
    /// Only in the demo.
    pub(crate) fn only_in_the_demo(mut self) -> Self {
        self.demo = true;
        self
    }

    /// With files, over a slow line: see [`crate::upload`].
    pub(crate) fn with_files(mut self) -> Self {
        self.handler = self.handler.layer(DefaultBodyLimit::max(upload::LONGEST));
        self.longest = LONGEST_WITH_FILES;
        self
    }
}

/// A page that is read.
pub(crate) fn get<P, H, T>(who: Who, handler: H) -> Route
where
    P: TypedPath,
    H: Handler<T, App>,
    T: 'static,
{
    Route {
        method: Method::GET,
        path: P::PATH,
        who,
        handler: axum_get(handler),
        demo: false,
        longest: LONGEST,
    }
}

/// A form that is sent.
pub(crate) fn post<P, H, T>(who: Who, handler: H) -> Route
where
    P: TypedPath,
    H: Handler<T, App>,
    T: 'static,
{
    Route {
        method: Method::POST,
        path: P::PATH,
        who,
        handler: axum_post(handler),
        demo: false,
        longest: LONGEST,
    }
}

/// Every route.
pub(crate) fn all() -> Vec<Route> {
    pages::routes()
}

/// A row of the table of routes, for tests and documentation.
#[derive(Clone, Debug)]
pub struct Access {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    who: Who,
}

impl Access {
    /// Whether the route is open to somebody; none for who is not logged in.
    pub fn admits(&self, actor: Option<&Actor>) -> bool {
        match actor {
            Some(actor) => self.who.admits(actor),
            None => matches!(self.who, Who::Public | Who::Nameless),
        }
    }
}

/// Who may use which route.
pub fn access_table() -> Vec<Access> {
    let row = |route: Route| Access {
        method: route.method,
        path: route.path,
        who: route.who,
    };
    all().into_iter().map(row).collect()
}
