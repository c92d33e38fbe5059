// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the shared mailboxes are doing, and the route in plain words.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::describe::describe,
    id::Timestamp,
    policy::Right,
    ports::{MailboxHealth, OutboxHealth, Worker},
};
use serde::Deserialize;

use crate::{
    page::{self, Answer},
    pages::{audit::verify::VerifyPath, sharing::matrix::MatrixPath},
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

/// A line with the lines that belong to it.
#[derive(Default)]
struct Line {
    text: String,
    under: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/configuration/show.html")]
struct ConfigurationPage {
    shell: Shell,
    version: u32,
    sections: Vec<Line>,
    mailboxes: Vec<MailboxHealth>,
    /// What is told of the mail that goes out; empty where people send it by hand.
    outbox: Vec<String>,
    outbox_fails: bool,
    /// Workers that had to begin again: name and what is told.
    stopped: Vec<(String, String)>,
    /// The sources that may be asked: name, and whether there is a connection.
    registers: Vec<(String, bool)>,
    /// Whether files are scanned for viruses.
    scans: bool,
    verify: String,
    matrix: String,
}

impl ConfigurationPage {
    /// When a mailbox was last read.
    fn read(&self, mailbox: &MailboxHealth) -> String {
        match &mailbox.read_at {
            Some(at) => self
                .shell
                .arg("at", self.shell.moment(at))
                .t("configuration-mailbox-read"),
            None => self.shell.t("configuration-mailbox-not-read"),
        }
    }

    /// The messages that it can't take in.
    fn stuck(&self, mailbox: &MailboxHealth) -> Option<String> {
        let (since, count) = mailbox.stuck?;
        let said = self.shell.arg("since", self.shell.moment(&since));
        Some(said.arg("count", count).t("configuration-mailbox-stuck"))
    }

    /// Whether it works, and why not.
    fn works(&self, mailbox: &MailboxHealth) -> String {
        match &mailbox.failing {
            Some((since, why)) => {
                let since = self.shell.arg("since", self.shell.moment(since));
                let why = self.shell.kind("configuration-mailbox", why.as_str());
                format!("{} {why}", since.t("configuration-mailbox-fails"))
            }
            None if mailbox.stuck.is_some() => String::new(),
            None if mailbox.read_at.is_some() => self.shell.t("configuration-mailbox-works"),
            None => String::new(),
        }
    }
}

async fn show(_: ConfigurationPath, user: User) -> Answer {
    let configuration = user.configuration();
    let (healths, here) = (&user.app.mailboxes, &user.actor().municipality);
    let outbox = healths.outbox(here);
    page::page(&ConfigurationPage {
        shell: user.shell(user.lang.t("configuration-title")),
        version: configuration.route.version,
        sections: sections(&describe(configuration)),
        mailboxes: healths.of(here),
        outbox_fails: outbox.is_some_and(|outbox| outbox.failing.is_some()),
        outbox: outbox.map(|outbox| told(&user, &outbox)).unwrap_or_default(),
        stopped: healths
            .stopped_workers()
            .into_iter()
            .map(|it| stopped(&user, it))
            .collect(),
        registers: configuration
            .registers
            .iter()
            .map(|register| {
                let connected = user.app.services.registers.is_connected(here, &register.id);
                (user.lang.text(&register.name).to_owned(), connected)
            })
            .collect(),
        scans: user.app.services.inspector.has_scanner(),
        verify: VerifyPath.to_string(),
        matrix: MatrixPath.to_string(),
    })
}

/// How the mail that goes out is doing, in sentences.
fn told(user: &User, outbox: &OutboxHealth) -> Vec<String> {
    let shell = user.shell("");
    let sent = match &outbox.sent_at {
        Some(at) => user
            .lang
            .arg("at", shell.moment(at))
            .t("configuration-outbox-sent"),
        None => user.lang.t("configuration-outbox-not-sent"),
    };
    let waiting = user
        .lang
        .arg("count", outbox.waiting)
        .t("configuration-outbox-waiting");
    let failing = outbox.failing.map(|since| {
        let since = user.lang.arg("since", shell.moment(&since));
        since.t("configuration-outbox-fails")
    });
    [sent, waiting].into_iter().chain(failing).collect()
}

/// A worker that had to begin again.
fn stopped(user: &User, (worker, at): (Worker, Timestamp)) -> (String, String) {
    let at = user.lang.arg("at", user.shell("").moment(&at));
    let name = user.lang.kind("configuration-worker", worker.as_str());
    (name, at.t("configuration-worker-stopped"))
}

/// The description is made for a terminal: a heading is a line that is underlined, and three spaces are one level deeper.
fn sections(description: &str) -> Vec<Line> {
    let underline = |line: &str| !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '='));
    let lines: Vec<&str> = description.lines().filter(|line| !line.is_empty()).collect();
    let mut sections = Line::default();
    for (place, line) in lines.iter().enumerate() {
        let text = line.trim_start();
        if lines.get(place + 1).is_some_and(|next| underline(next)) {
            sections.add(0, text);
        } else if !underline(line) {
            sections.add(1 + (line.len() - text.len()) / 3, text);
        }
    }
    sections.under
}

impl Line {
    fn add(&mut self, depth: usize, text: &str) {
        match self.under.last_mut() {
            Some(last) if depth > 0 => last.add(depth - 1, text),
            _ => self.under.push(Self {
                text: text.to_owned(),
                under: Vec::new(),
            }),
        }
    }
}
