// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Microsoft 365 by Microsoft Graph 1.0: one mailbox, as an application with a secret of its own (OAuth 2.0 client
//! credentials).

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, SecondsFormat, Utc};
use reqwest::{Client, Method, RequestBuilder, Url};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::json;
use tokio::time::{Instant, sleep};

use super::{
    Fetched, Later, Listed, MailboxError, SharedMailbox,
    http::{address, below, client, json, read, send},
};

/// A mailbox of Microsoft 365, and the application that may read it.
#[derive(Clone, Debug)]
pub struct GraphServer {
    /// Where Graph is, with its version.
    pub url: String,
    /// Where tokens are given out.
    pub log_in_url: String,
    /// The organisation at Microsoft.
    pub tenant: String,
    /// The application.
    pub client_id: String,
    /// Its secret.
    pub secret: SecretString,
    /// The address of the mailbox.
    pub mailbox: String,
    /// Where messages come in: `inbox`, or the name of a folder.
    pub folder: String,
    /// Where they go when they are processed.
    pub processed_folder: String,
    /// The certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
}

/// How many messages a page holds.
const PAGE: &str = "100";
/// How many pages are listed at once.
const PAGES: usize = 10;
/// A token is renewed so long before its end.
const MARGIN: u64 = 120;

pub(super) struct Graph {
    client: Client,
    server: GraphServer,
    /// The address of the mailbox.
    user: Url,
    token: SecretString,
    token_ends: Instant,
    folder: String,
    processed_folder: String,
    /// Of which processing the calls are part.
    processing: Option<u128>,
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
    expires_in: u64,
}

#[derive(Deserialize)]
struct Page<T> {
    value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

#[derive(Deserialize)]
struct Identified {
    id: String,
}

pub(super) async fn open(server: &GraphServer) -> Result<Graph, MailboxError> {
    let url = address(&server.url)?;
    let mut graph = Graph {
        client: client(server.ca_file.as_deref())?,
        user: below(&url, &["users", &server.mailbox])?,
        server: server.clone(),
        token: SecretString::default(),
        token_ends: Instant::now(),
        folder: server.folder.clone(),
        processed_folder: String::new(),
        processing: None,
    };
    graph.log_in().await?;
    if !server.folder.eq_ignore_ascii_case("inbox") {
        graph.folder = graph
            .find_folder(&server.folder)
            .await?
            .ok_or_else(|| MailboxError::Folder(server.folder.clone()))?;
    }
    graph.processed_folder = match graph.find_folder(&server.processed_folder).await? {
        Some(id) => id,
        None => graph.make_folder().await?,
    };
    Ok(graph)
}

impl Graph {
    async fn log_in(&mut self) -> Result<(), MailboxError> {
        let server = &self.server;
        let path = [server.tenant.as_str(), "oauth2", "v2.0", "token"];
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &server.client_id),
            ("client_secret", server.secret.expose_secret()),
            ("scope", "https://graph.microsoft.com/.default"),
        ];
        let url = below(&address(&server.log_in_url)?, &path)?;
        let token: Token = match json(self.client.post(url).form(&form), self.processing).await {
            // 400 and 404 mean: an unknown application or organisation.
            Err(MailboxError::Refused) => return Err(MailboxError::LogIn),
            answer => answer?,
        };
        let lasts = Duration::from_secs(token.expires_in.saturating_sub(MARGIN));
        self.token = SecretString::from(token.access_token);
        self.token_ends = Instant::now() + lasts;
        Ok(())
    }

    /// A request about something in the mailbox.
    async fn about(&mut self, method: Method, path: &[&str]) -> Result<RequestBuilder, MailboxError> {
        let url = below(&self.user, path)?;
        self.request(method, url).await
    }

    async fn request(&mut self, method: Method, url: Url) -> Result<RequestBuilder, MailboxError> {
        if Instant::now() >= self.token_ends {
            self.log_in().await?;
        }
        let request = self
            .client
            .request(method, url)
            .bearer_auth(self.token.expose_secret());
        // An identifier that stays the same when a message moves.
        Ok(request.header("Prefer", "IdType=\"ImmutableId\""))
    }

    async fn find_folder(&mut self, name: &str) -> Result<Option<String>, MailboxError> {
        let filter = format!("displayName eq '{}'", name.replace('\'', "''"));
        let request = self.about(Method::GET, &["mailFolders"]).await?;
        let found: Page<Identified> =
            json(request.query(&[("$filter", filter.as_str())]), self.processing).await?;
        Ok(found.value.into_iter().next().map(|folder| folder.id))
    }

    async fn make_folder(&mut self) -> Result<String, MailboxError> {
        let folder = json!({ "displayName": self.server.processed_folder });
        let request = self.about(Method::POST, &["mailFolders"]).await?;
        let made: Identified = json(request.json(&folder), self.processing).await?;
        Ok(made.id)
    }

    /// The messages in a folder, from so many pages.
    async fn messages(
        &mut self,
        folder: &str,
        query: &[(&str, &str)],
        pages: usize,
    ) -> Result<Vec<Listed>, MailboxError> {
        let first = self
            .about(Method::GET, &["mailFolders", folder, "messages"])
            .await?;
        let mut request = first.query(&[("$select", "id"), ("$top", PAGE)]).query(query);
        let mut found = Vec::new();
        for _ in 0..pages {
            let page: Page<Identified> = json(request, self.processing).await?;
            found.extend(page.value.into_iter().map(|message| Listed {
                key: message.id,
                label: String::new(),
                size: None,
            }));
            let Some(next) = page.next else { break };
            let next = address(&next)?;
            // The token is for this server only.
            if next.origin() != self.user.origin() {
                return Err(MailboxError::Answer);
            }
            request = self.request(Method::GET, next).await?;
        }
        Ok(found)
    }

    async fn listed(&mut self) -> Result<Vec<Listed>, MailboxError> {
        let folder = self.folder.clone();
        self.messages(&folder, &[("$orderby", "receivedDateTime asc")], PAGES)
            .await
    }

    async fn fetched(&mut self, message: &Listed, most: usize) -> Result<Option<Fetched>, MailboxError> {
        let request = self
            .about(Method::GET, &["messages", &message.key, "$value"])
            .await?;
        match send(request, self.processing).await? {
            Some(response) => Ok(Some(read(response, most).await?)),
            None => Ok(None),
        }
    }

    async fn moved(&mut self, message: &Listed) -> Result<(), MailboxError> {
        let request = self
            .about(Method::POST, &["messages", &message.key, "move"])
            .await?;
        let to = json!({ "destinationId": self.processed_folder });
        if send(request.json(&to), self.processing).await?.is_some() {
            return Ok(());
        }
        // The message is not there, or the folder. A message that somebody took is not in the next list.
        let folder = self.processed_folder.clone();
        let request = self.about(Method::GET, &["mailFolders", &folder]).await?;
        match send(request, self.processing).await? {
            Some(_) => Err(MailboxError::Refused),
            None => Err(MailboxError::Folder(self.server.processed_folder.clone())),
        }
    }

    async fn processed_before(&mut self, before: DateTime<Utc>) -> Result<Vec<Listed>, MailboxError> {
        let before = before.to_rfc3339_opts(SecondsFormat::Secs, true);
        let folder = self.processed_folder.clone();
        let filter = format!("receivedDateTime lt {before}");
        self.messages(&folder, &[("$filter", &filter)], usize::MAX).await
    }

    async fn deleted(&mut self, message: &Listed) -> Result<(), MailboxError> {
        // DELETE would only bring it to the deleted items.
        let request = self
            .about(Method::POST, &["messages", &message.key, "permanentDelete"])
            .await?;
        send(request, self.processing).await?;
        Ok(())
    }
}

impl SharedMailbox for Graph {
    fn part_of(&mut self, processing: Option<u128>) {
        self.processing = processing;
    }

    fn list(&mut self, _now: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(self.listed())
    }

    fn fetch<'a>(&'a mut self, message: &'a Listed, most: usize) -> Later<'a, Option<Fetched>> {
        Box::pin(self.fetched(message, most))
    }

    fn mark_processed<'a>(&'a mut self, message: &'a Listed, _now: DateTime<Utc>) -> Later<'a, ()> {
        Box::pin(self.moved(message))
    }

    fn processed(&mut self, before: DateTime<Utc>) -> Later<'_, Vec<Listed>> {
        Box::pin(self.processed_before(before))
    }

    fn delete<'a>(&'a mut self, message: &'a Listed) -> Later<'a, ()> {
        Box::pin(self.deleted(message))
    }

    fn wait(&mut self, at_most: Duration) -> Later<'_, ()> {
        Box::pin(async move {
            sleep(at_most).await;
            Ok(())
        })
    }
}
