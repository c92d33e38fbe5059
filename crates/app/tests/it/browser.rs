// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A browser of few words: one connection that stays open, logged in as a coordinator.

use std::{
    fmt::Write as _,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
};

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::text::Language,
    id::{Minter, MunicipalityId, PersonId, Timestamp},
    people::{Access, Person, Session},
    policy::{Actor, Grant, Right, Role, unsafe_permit_without_policy},
    ports::Store as _,
};
use meldroute_storage::Database;
use meldroute_vault::token::Token;

/// Random identifiers: nothing here depends on their order.
#[derive(Debug)]
pub(crate) struct Random;

impl Minter for Random {
    fn mint(&self) -> uuid::Uuid {
        uuid::Builder::from_random_bytes(meldroute_vault::random::bytes().unwrap()).into_uuid()
    }
}

/// The session must be live for the program's own clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the program under test reads the same clock"
)]
pub(crate) fn now() -> Timestamp {
    chrono::Utc::now()
}

/// Somebody who is logged in: the tokens of their cookie and of their forms.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) person: PersonId,
    token: String,
    csrf: String,
}

impl Visitor {
    /// A coordinator with a session.
    pub(crate) async fn coordinator(database: &Database, m: &MunicipalityId) -> Self {
        Self::of(database, m, &[Role::Coordinator]).await
    }

    /// Somebody with these roles and a session, put into the database as logging in would.
    pub(crate) async fn of(database: &Database, m: &MunicipalityId, roles: &[Role]) -> Self {
        let now = now();
        let (token, csrf) = (Token::generate().unwrap(), Token::generate().unwrap());
        let person = Person {
            id: PersonId(Random.mint()),
            municipality: m.clone(),
            login: if roles == [Role::Coordinator] {
                "coordinator"
            } else {
                "bezoeker"
            }
            .to_owned(),
            name: "Mees Voorbeeld".to_owned(),
            mail: String::new(),
            grants: roles.iter().map(|role| Grant::of(*role)).collect(),
            access: Access::Active {
                password: "none".to_owned(),
                second_factor: None,
            },
            language: Language::Nl,
            feed: None,
        };
        let session = Session {
            token_hash: token.hash(),
            person: person.id,
            municipality: m.clone(),
            opened_at: now,
            used_at: now,
            csrf_hash: csrf.hash(),
        };
        let visitor = Self {
            person: person.id,
            token: token.expose().to_owned(),
            csrf: csrf.expose().to_owned(),
        };
        let actor: Actor = person.actor(now, "test");
        let permit = unsafe_permit_without_policy(actor, Right::OwnAccount);
        let about = About::Person(person.id);
        for write in [Write::NewPerson(Box::new(person)), Write::OpenSession(session)] {
            let changes = Changes::new(&permit, now, &Random, about, Event::LoggedIn).write(write);
            database.commit(changes).await.unwrap();
        }
        visitor
    }
}

/// One connection to the program.
pub(crate) struct Browser {
    connection: BufReader<TcpStream>,
    address: SocketAddr,
    visitor: Visitor,
}

impl Browser {
    /// Connects.
    pub(crate) fn open(address: SocketAddr, visitor: &Visitor) -> io::Result<Self> {
        let connection = TcpStream::connect(address)?;
        connection.set_nodelay(true)?;
        Ok(Self {
            connection: BufReader::new(connection),
            address,
            visitor: visitor.clone(),
        })
    }

    /// Gets a page: status and text.
    pub(crate) fn get(&mut self, path: &str) -> io::Result<(u16, String)> {
        self.ask("GET", path, "").map(text)
    }

    /// Sends a form: status and text of the answer.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<(u16, String)> {
        let mut body = format!("csrf={}", self.visitor.csrf);
        for (name, value) in fields {
            write!(body, "&{name}={}", encoded(value)).unwrap();
        }
        self.ask("POST", path, &body).map(text)
    }

    /// Asks for something: status and bytes.
    pub(crate) fn ask(&mut self, method: &str, path: &str, body: &str) -> io::Result<(u16, Vec<u8>)> {
        let (address, token, length) = (self.address, &self.visitor.token, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: meldroute={token}; \
             meldroute-form={}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}",
            self.visitor.csrf
        );
        self.connection.get_mut().write_all(request.as_bytes())?;
        let status = self
            .header()?
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok());
        let mut length = 0;
        loop {
            let header = self.header()?.to_lowercase();
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if header.is_empty() {
                break;
            }
        }
        let mut bytes = vec![0; length];
        self.connection.read_exact(&mut bytes)?;
        status
            .map(|status| (status, bytes))
            .ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn header(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.connection.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}

fn text((status, bytes): (u16, Vec<u8>)) -> (u16, String) {
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
