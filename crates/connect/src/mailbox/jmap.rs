// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! JMAP for mail (RFC 8620 and RFC 8621).

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf, time::Duration};

use chrono::{DateTime, SecondsFormat, Utc};
use reqwest::{Client, RequestBuilder, Url};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::{
    Fetched, Later, Listed, MailboxError, SharedMailbox,
    http::{address, ask, client, json, json_of, read, send},
};

/// A mail server, and one account on it.
#[derive(Clone, Debug)]
pub struct JmapServer {
    /// The address of the session resource, such as `https://mail.example/.well-known/jmap`.
    pub url: String,
    /// Who logs in; without a user the secret is a token.
    pub user: Option<String>,
    /// The password, or the token.
    pub secret: SecretString,
    /// The name of the account, where the user reads several.
    pub mailbox: Option<String>,
    /// Where messages come in: `inbox`, or the name of a folder.
    pub folder: String,
    /// Where they go when they are processed.
    pub processed_folder: String,
    /// The certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
}

const CORE: &str = "urn:ietf:params:jmap:core";
const MAIL: &str = "urn:ietf:params:jmap:mail";
/// How many messages are listed at once.
const LISTED: usize = 500;
/// Redirects of the session resource, which RFC 8620 expects.
const REDIRECTS: usize = 3;

pub(super) struct Jmap {
    client: Client,
    server: JmapServer,
    api: Url,
    /// A template with the identifiers of the account and the blob.
    download: String,
    account: String,
    folder: String,
    processed_folder: String,
    /// By message, what is downloaded.
    blobs: BTreeMap<String, String>,
    /// Of which processing the calls are part.
    processing: Option<u128>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SessionResource {
    api_url: String,
    download_url: String,
    accounts: BTreeMap<String, Account>,
    primary_accounts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Account {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answers {
    method_responses: Vec<(String, Value, String)>,
}

#[derive(Deserialize)]
struct Found<T> {
    list: Vec<T>,
}

#[derive(Deserialize)]
struct Folder {
    id: String,
    name: String,
    role: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Email {
    id: String,
    blob_id: String,
    size: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Set {
    created: Option<BTreeMap<String, Created>>,
    updated: Option<BTreeMap<String, Value>>,
    destroyed: Option<Vec<String>>,
    not_updated: Option<BTreeMap<String, NotSet>>,
}

#[derive(Deserialize)]
struct Created {
    id: String,
}

#[derive(Deserialize)]
struct NotSet {
    #[serde(rename = "type")]
    kind: String,
}

pub(super) async fn open(server: &JmapServer) -> Result<Jmap, MailboxError> {
    let client = client(server.ca_file.as_deref())?;
    let (resource, from) = session(&client, server).await?;
    let account = match &server.mailbox {
        None => resource.primary_accounts.get(MAIL).cloned(),
        Some(wanted) => {
            let mut named = resource
                .accounts
                .iter()
                .filter(|(_, account)| account.name == *wanted);
            named.next().map(|(id, _)| id.clone())
        }
    };
    let named = server.mailbox.clone().unwrap_or_default();
    let mut jmap = Jmap {
        client,
        server: server.clone(),
        api: address(
            from.join(&resource.api_url)
                .map_err(|_why| MailboxError::Answer)?
                .as_str(),
        )?,
        download: resource.download_url,
        account: account.ok_or(MailboxError::Folder(named))?,
        folder: String::new(),
        processed_folder: String::new(),
        blobs: BTreeMap::new(),
        processing: None,
    };
    // The secret goes to the server of the settings only.
    if jmap.api.origin() != from.origin() {
        return Err(MailboxError::Answer);
    }
    jmap.find_folders().await?;
    Ok(jmap)
}

/// The session resource, and where it was found.
async fn session(client: &Client, server: &JmapServer) -> Result<(SessionResource, Url), MailboxError> {
    let mut url = address(&server.url)?;
    for _ in 0..=REDIRECTS {
        let response = ask(with_secret(server, client.get(url.clone())), None).await?;
        if !response.status().is_redirection() {
            return Ok((json_of(response).await?, url));
        }
        let to = response.headers().get(reqwest::header::LOCATION);
        let to = to.and_then(|to| url.join(to.to_str().ok()?).ok());
        let to = to.filter(|to| to.origin() == url.origin());
        url = to.ok_or(MailboxError::Answer)?;
    }
    Err(MailboxError::Answer)
}

fn with_secret(server: &JmapServer, request: RequestBuilder) -> RequestBuilder {
    let secret = server.secret.expose_secret();
    match &server.user {
        Some(user) => request.basic_auth(user, Some(secret)),
        None => request.bearer_auth(secret),
    }
}

impl Jmap {
    /// Calls methods, one after the other. Gives the answer to the last one.
    async fn call<T: DeserializeOwned>(&self, calls: Value) -> Result<T, MailboxError> {
        let body = json!({ "using": [CORE, MAIL], "methodCalls": calls });
        let request = with_secret(&self.server, self.client.post(self.api.clone()));
        let mut answers: Answers = json(request.json(&body), self.processing).await?;
        if answers
            .method_responses
            .iter()
            .any(|(name, _, _)| name == "error")
        {
            return Err(MailboxError::Refused);
        }
        let (_, answer, _) = answers.method_responses.pop().ok_or(MailboxError::Answer)?;
        serde_json::from_value(answer).map_err(|_why| MailboxError::Answer)
    }

    async fn find_folders(&mut self) -> Result<(), MailboxError> {
        let account = &self.account;
        let get = json!([["Mailbox/get", { "accountId": account, "ids": null }, "0"]]);
        let Found::<Folder> { list } = self.call(get).await?;
        let wanted = &self.server.folder;
        let by_role = list
            .iter()
            .find(|folder| folder.role.as_deref() == Some(wanted.as_str()));
        let by_name = list.iter().find(|folder| folder.name == *wanted);
        let incoming = by_role.or(by_name).map(|folder| folder.id.clone());
        let incoming = incoming.ok_or_else(|| MailboxError::Folder(wanted.clone()))?;
        let processed = &self.server.processed_folder;
        let found = list.into_iter().find(|folder| folder.name == *processed);
        let processed = if let Some(folder) = found {
            folder.id
        } else {
            let new = json!({ "processed": { "name": processed, "parentId": null } });
            let set = json!([["Mailbox/set", { "accountId": account, "create": new }, "0"]]);
            let made: Set = self.call(set).await?;
            let made = made.created.unwrap_or_default().remove("processed");
            made.ok_or_else(|| MailboxError::Folder(processed.clone()))?.id
        };
        (self.folder, self.processed_folder) = (incoming, processed);
        Ok(())
    }

    async fn listed(&mut self) -> Result<Vec<Listed>, MailboxError> {
        self.blobs.clear();
        self.found(json!({ "inMailbox": self.folder }), 0).await
    }

    async fn processed_before(&mut self, before: DateTime<Utc>) -> Result<Vec<Listed>, MailboxError> {
        let before = before.to_rfc3339_opts(SecondsFormat::Secs, true);
        let here = json!({ "inMailbox": self.processed_folder, "before": before });
        // What somebody filed elsewhere, too, is theirs: to destroy it would take it away there.
        let elsewhere = json!({ "inMailboxOtherThan": [self.processed_folder] });
        let only_here = json!({ "operator": "NOT", "conditions": [elsewhere] });
        let filter = json!({ "operator": "AND", "conditions": [here, only_here] });
        let mut all = Vec::new();
        loop {
            let some = self.found(filter.clone(), all.len()).await?;
            if some.is_empty() {
                return Ok(all);
            }
            all.extend(some);
        }
    }

    /// Messages for which a filter holds, from a place in the list.
    async fn found(&mut self, filter: Value, position: usize) -> Result<Vec<Listed>, MailboxError> {
        let account = &self.account;
        let query = json!({
            "accountId": account,
            "filter": filter,
            "sort": [{ "property": "receivedAt", "isAscending": true }],
            "position": position,
            "limit": LISTED,
        });
        let get = json!({
            "accountId": account,
            "#ids": { "resultOf": "0", "name": "Email/query", "path": "/ids" },
            "properties": ["id", "blobId", "size"],
        });
        let calls = json!([["Email/query", query, "0"], ["Email/get", get, "1"]]);
        let Found::<Email> { list } = self.call(calls).await?;
        let mut listed = Vec::new();
        for email in list {
            self.blobs.insert(email.id.clone(), email.blob_id);
            listed.push(Listed {
                key: email.id,
                label: String::new(),
                size: Some(email.size),
            });
        }
        Ok(listed)
    }

    async fn fetched(&self, message: &Listed, most: usize) -> Result<Option<Fetched>, MailboxError> {
        let Some(blob) = self.blobs.get(&message.key) else {
            return Ok(None);
        };
        let url = self
            .download
            .replace("{accountId}", &escaped(&self.account))
            .replace("{blobId}", &escaped(blob))
            .replace("{type}", "message%2Frfc822")
            .replace("{name}", "message.eml");
        let url = self.api.join(&url).map_err(|_why| MailboxError::Answer)?;
        if url.origin() != self.api.origin() {
            return Err(MailboxError::Answer);
        }
        match send(with_secret(&self.server, self.client.get(url)), self.processing).await? {
            Some(response) => Ok(Some(read(response, most).await?)),
            None => Ok(None),
        }
    }

    async fn moved(&self, message: &Listed) -> Result<(), MailboxError> {
        let folders = json!({ self.processed_folder.as_str(): true });
        let update = json!({ message.key.as_str(): { "mailboxIds": folders } });
        let set = json!([["Email/set", { "accountId": self.account, "update": update }, "0"]]);
        let done: Set = self.call(set).await?;
        let refused = done.not_updated.unwrap_or_default();
        match refused.get(&message.key) {
            Some(refused) if refused.kind == "notFound" => Ok(()),
            None if done.updated.unwrap_or_default().contains_key(&message.key) => Ok(()),
            _ => Err(MailboxError::Refused),
        }
    }

    async fn deleted(&mut self, message: &Listed) -> Result<(), MailboxError> {
        let set = json!([["Email/set", { "accountId": self.account, "destroy": [message.key] }, "0"]]);
        let done: Set = self.call(set).await?;
        let gone = done.destroyed.is_some_and(|gone| gone.contains(&message.key));
        gone.then_some(()).ok_or(MailboxError::Refused)
    }
}

/// For the place of a variable in the address of a download (RFC 6570, level 1).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

impl SharedMailbox for Jmap {
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
