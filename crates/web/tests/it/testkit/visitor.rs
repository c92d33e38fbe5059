// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A browser without a screen: keeps cookies, sends forms as our pages do.

use std::{collections::BTreeMap, net::SocketAddr, sync::Mutex};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, header, request::Builder},
};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::Answer;

const HOST: &str = "127.0.0.1:8080";

pub(crate) struct Visitor {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    address: &'static str,
}

impl Visitor {
    pub(super) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: Mutex::default(),
            address: "198.51.100.1:50000",
        }
    }

    /// The same site from another address.
    pub(crate) fn from(mut self, address: &'static str) -> Self {
        self.address = address;
        self
    }

    pub(crate) fn give_cookie(&self, name: &str, value: &str) {
        self.cookies
            .lock()
            .unwrap()
            .insert(name.to_owned(), value.to_owned());
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Opens a page.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path), Body::empty()).await
    }

    /// Sends a form, with the token of the session, as a page of ours does.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self
            .cookie("meldroute-form")
            .or_else(|| self.cookie("__Host-meldroute-form"))
            .unwrap_or_default();
        let mut all = vec![("csrf", token.as_str())];
        all.extend(fields);
        self.post_as(
            path,
            &all,
            &[
                ("origin", "http://127.0.0.1:8080"),
                ("sec-fetch-site", "same-origin"),
            ],
        )
        .await
    }

    /// Opens a page and sends its form, filled in like this.
    pub(crate) async fn fill(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await.ok();
        self.send_back(&page, path, fields).await
    }

    /// Sends the form of a page that was opened before, filled in like this.
    pub(crate) async fn send_back(&self, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
        let begun = page.fields("#inhoud form");
        let kept = begun
            .iter()
            .filter(|(name, _)| fields.iter().all(|(filled, _)| filled != name));
        let mut all: Vec<(&str, &str)> = kept
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        all.extend(fields);
        self.post(path, &all).await
    }

    /// Sends a form with just these fields and headers.
    pub(crate) async fn post_as(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        let mut request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request, Body::from(body)).await
    }

    /// Sends a form with files, with the token of the session: fields, then files by name of the field, name, type and bytes.
    pub(crate) async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &str, &[u8])],
        accept: &str,
    ) -> Answer {
        const BORDER: &str = "----grens";
        let token = self.cookie("meldroute-form").unwrap_or_default();
        let mut body = Vec::new();
        for (name, value) in [("csrf", token.as_str())].iter().chain(fields) {
            let part =
                format!("--{BORDER}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        for (field, name, kind, bytes) in files {
            let head = format!(
                "--{BORDER}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BORDER}--\r\n").into_bytes());
        let request = self
            .request(Method::POST, path)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BORDER}"),
            )
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header(header::ACCEPT, accept);
        self.send(request, Body::from(body)).await
    }

    /// Sends a form and opens the page that it leads to.
    pub(crate) async fn post_and_follow(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        let to = answer.leads_to();
        self.get(&to).await
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> Builder {
        let cookies: Vec<_> = {
            let cookies = self.cookies.lock().unwrap();
            cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect()
        };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .extension(ConnectInfo(self.address.parse::<SocketAddr>().unwrap()));
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request
    }

    pub(crate) async fn send(&self, request: Builder, body: Body) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        self.keep(&parts.headers);
        Answer::new(parts.status, parts.headers, bytes.to_vec())
    }

    fn keep(&self, headers: &axum::http::HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap();
        for value in headers.get_all(header::SET_COOKIE) {
            let value = value.to_str().unwrap();
            let (pair, attributes) = value.split_once(';').unwrap_or((value, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
