// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An IMAP server that leaves out what it was asked.

use std::{path::Path, sync::Arc};

use meldroute_connect::mailbox::{Fetched, ImapServer, MailboxError, Server};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::{listed, opened};

/// Answers to what is asked about messages: the fourth is gone when it is fetched.
const ANSWERS: [(&str, &str); 4] = [
    (
        "UID FETCH 1:* ",
        "* 1 FETCH (UID 1 RFC822.SIZE 17)\r\n* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3 RFC822.SIZE 17)\r\n\
         * 3 FETCH (UID 3 FLAGS (\\Seen))\r\n* 4 FETCH (UID 4 RFC822.SIZE 17)\r\n",
    ),
    ("UID FETCH 1 ", "* 1 FETCH (UID 1 BODY[] NIL)\r\n"),
    ("UID FETCH 2 ", "* 2 FETCH (UID 2)\r\n"),
    (
        "UID FETCH 3 ",
        "* 3 FETCH (UID 3 BODY[] {17}\r\nSubject: x\r\n\r\nhoi)\r\n",
    ),
];

async fn talk(mut stream: BufReader<TlsStream<TcpStream>>) -> std::io::Result<()> {
    stream.write_all(b"* OK hello\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let (tag, command) = line.trim_end().split_once(' ').unwrap();
        let asked = ANSWERS.iter().find(|(asked, _)| command.starts_with(asked));
        let answer = match command.split(' ').next().unwrap() {
            _ if asked.is_some() => asked.unwrap().1,
            "AUTHENTICATE" => {
                stream.write_all(b"+ \r\n").await?;
                stream.read_line(&mut String::new()).await?;
                ""
            }
            "CAPABILITY" => "* CAPABILITY IMAP4rev1 MOVE UIDPLUS\r\n",
            "SELECT" => "* 4 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n",
            _ => "",
        };
        let answer = format!("{answer}{tag} OK done\r\n");
        stream.write_all(answer.as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// Starts it. Gives its port.
async fn start(ca_file: &Path) -> u16 {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(ca_file, made.cert.pem()).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await?;
        let stream = TlsAcceptor::from(Arc::new(config)).accept(stream).await?;
        talk(BufReader::new(stream)).await
    });
    port
}

#[tokio::test]
async fn a_message_without_size_or_body_is_not_gone_but_comes_later() {
    let folder = tempfile::tempdir().unwrap();
    let ca_file = folder.path().join("ca.pem");
    let mut mailbox = opened(Server::Imap(ImapServer {
        host: "localhost".to_owned(),
        port: start(&ca_file).await,
        user: "meldpunt".to_owned(),
        password: "verzonnen".into(),
        folder: "INBOX".to_owned(),
        processed_folder: "Verwerkt".to_owned(),
        ca_file: Some(ca_file),
    }))
    .await;
    let found = listed(mailbox.as_mut()).await;
    let sizes: Vec<_> = found.iter().map(|message| message.size).collect();
    assert_eq!(sizes, [Some(17), None, Some(17), Some(17)]);
    for message in &found[..2] {
        let fetched = mailbox.fetch(message, 100).await.err();
        assert_eq!(fetched, Some(MailboxError::Incomplete), "{}", message.label);
    }
    let whole = mailbox.fetch(&found[2], 100).await.unwrap();
    assert!(whole == Some(Fetched::Whole(b"Subject: x\r\n\r\nhoi".to_vec())));
    assert!(mailbox.fetch(&found[3], 100).await.unwrap().is_none(), "gone");
}
