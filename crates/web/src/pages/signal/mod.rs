// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Signals: the list, one signal, and a page for each thing that can be done with it.

pub(crate) mod act;
pub(crate) mod acute;
pub(crate) mod assess;
pub(crate) mod care;
pub(crate) mod close;
pub(crate) mod decide;
pub(crate) mod decision;
pub(crate) mod feedback;
pub(crate) mod field;
pub(crate) mod gate;
pub(crate) mod hand_over;
pub(crate) mod head;
pub(crate) mod history;
pub(crate) mod known;
mod list;
pub(crate) mod move_on;
pub(crate) mod note;
pub(crate) mod now;
pub(crate) mod observe;
pub(crate) mod origin;
pub(crate) mod owner;
pub(crate) mod send_back;
pub(crate) mod show;
pub(crate) mod strike;
pub(crate) mod subject;
pub(crate) mod unlink;
pub(crate) mod withhold;
pub(crate) mod wording;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let acts = [
        acute::routes(),
        assess::routes(),
        care::routes(),
        close::routes(),
        decide::routes(),
        feedback::routes(),
        gate::routes(),
        hand_over::routes(),
        note::routes(),
        observe::routes(),
        owner::routes(),
        send_back::routes(),
        strike::routes(),
        subject::routes(),
        unlink::routes(),
        withhold::routes(),
    ];
    let mut routes = vec![list::route(), show::route(), move_on::route()];
    routes.extend(acts.into_iter().flatten());
    routes
}
