// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What pages cost: processor time of the program for each request, over many requests.

use std::time::Duration;

use crate::{
    browser::{Browser, Visitor},
    place::Place,
    seed::{Seeds, word},
    server::Server,
};

/// What was measured with so many signals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) first_page: Duration,
    pub(crate) memory: f64,
    /// Milliseconds of processor time for one request each.
    pub(crate) list: f64,
    pub(crate) last_list: f64,
    pub(crate) signal: f64,
    pub(crate) search: f64,
    pub(crate) links: f64,
}

/// How many requests are measured together.
const REQUESTS: u32 = 300;

/// Starts the program on what is stored, and measures.
pub(crate) fn measure(place: &Place, visitor: &Visitor, seeds: &Seeds) -> Measured {
    tokio::task::block_in_place(|| {
        let server = Server::start(place, visitor);
        server.settle();
        let memory = server.memory();
        let mut browser = Browser::open(server.address, visitor).unwrap();
        let last_page = last_list(&mut browser);
        let first_list = cost(&server, || drop_page(browser.get("/vandaag")));
        let last_list = cost(&server, || drop_page(browser.get(&last_page)));
        let mut signals = seeds.signals.iter().cycle().step_by(37);
        let signal = cost(&server, || {
            drop_page(browser.get(&format!("/signalen/{}", signals.next().unwrap())));
        });
        let links = links(&server, &mut browser, seeds);
        let mut number = 0;
        let search = cost(&server, || {
            number += 7;
            let words = format!("{} {}", word(number % 40), word(number % 900));
            drop_page(browser.post("/zoeken", &[("words", &words)]));
        });
        Measured {
            first_page: server.first_page,
            memory: memory.max(server.memory()),
            list: first_list,
            last_list,
            signal,
            search,
            links,
        }
    })
}

/// Starts the program on what is stored, and measures the page of a new report alone.
pub(crate) fn links_of(place: &Place, visitor: &Visitor, seeds: &Seeds) -> f64 {
    tokio::task::block_in_place(|| {
        let server = Server::start(place, visitor);
        server.settle();
        let mut browser = Browser::open(server.address, visitor).unwrap();
        links(&server, &mut browser, seeds)
    })
}

/// What the page of a new report costs, with what may belong with it.
fn links(server: &Server, browser: &mut Browser, seeds: &Seeds) -> f64 {
    let mut new = seeds.new.iter().rev().take(50).cycle();
    cost(server, || {
        let (status, page) = browser
            .get(&format!("/meldingen/{}", new.next().unwrap()))
            .unwrap();
        assert_eq!(status, 200, "{page}");
        assert!(page.contains("id=\"samenhang\""), "a suggestion");
    })
}

/// Goes from page to page of the work list to the last one, by the link that stands on each. Gives its address.
fn last_list(browser: &mut Browser) -> String {
    let mut address = "/vandaag".to_owned();
    loop {
        let (status, page) = browser.get(&address).unwrap();
        assert_eq!(status, 200, "{page}");
        let next = page
            .split('"')
            .find(|piece| piece.starts_with("/vandaag?") && piece.contains("regel="));
        match next {
            Some(next) => address = next.replace("&#38;", "&").replace("&amp;", "&"),
            None => return address,
        }
    }
}

fn drop_page(answer: std::io::Result<(u16, String)>) {
    let (status, page) = answer.unwrap();
    assert_eq!(status, 200, "{page}");
}

/// Processor time of the program for one request, after some to get warm.
fn cost(server: &Server, mut ask: impl FnMut()) -> f64 {
    for _ in 0..20 {
        ask();
    }
    let before = server.cpu();
    for _ in 0..REQUESTS {
        ask();
    }
    (server.cpu() - before) / f64::from(REQUESTS)
}
