// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The built program as it serves, and what the system says that it uses.

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    browser::{Browser, Visitor},
    place::Place,
    program::MELDROUTE,
};

/// A running program.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// How long it took until the first page was there.
    pub(crate) first_page: Duration,
}

impl Server {
    /// Starts it, and asks for the first page.
    pub(crate) fn start(place: &Place, visitor: &Visitor) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let began = Instant::now();
        let child = Command::new(MELDROUTE)
            .args([
                "serve",
                "--data",
                place.data(),
                "--listen",
                &address.to_string(),
                "--key",
            ])
            .arg(place.key())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        loop {
            match Browser::open(address, visitor).and_then(|mut browser| browser.get("/vandaag")) {
                Ok((200, _)) => break,
                Ok((status, page)) => panic!("{status}: {page}"),
                Err(_) => pause(Duration::from_millis(2)),
            }
        }
        Self {
            child,
            address,
            first_page: began.elapsed(),
        }
    }

    /// Processor time that it has used, in milliseconds.
    pub(crate) fn cpu(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after_name = stat.rsplit(')').next().unwrap();
        let ticks: f64 = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(|field| field.parse::<f64>().unwrap())
            .sum();
        // A tick is a hundredth of a second on every Linux that we know.
        ticks * 10.0
    }

    /// Memory that it holds, in MiB.
    pub(crate) fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }

    /// Waits until it is at rest: the index is filled.
    pub(crate) fn settle(&self) {
        let mut before = self.cpu();
        loop {
            pause(Duration::from_millis(1500));
            let after = self.cpu();
            if after - before < 20.0 {
                return;
            }
            before = after;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already when the benchmark failed because of that.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the benchmark has nothing else to do meanwhile"
)]
fn pause(time: Duration) {
    thread::sleep(time);
}
