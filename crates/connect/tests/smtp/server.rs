// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A small mail server that does what a test tells it, over real TLS.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// What the server does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Offers STARTTLS and takes the mail.
    Takes,
    /// Speaks TLS from the first byte.
    ImplicitTls,
    /// Does not offer STARTTLS.
    NoStartTls,
    /// Answers the recipient with this.
    Says(&'static str),
    /// Refuses the password.
    RefusesLogin,
    /// Reads the mail and hangs up.
    DropsAfterData,
}

/// A running server.
pub(crate) struct Stub {
    pub(crate) port: u16,
    folder: TempDir,
    heard: Arc<Mutex<Heard>>,
}

#[derive(Default)]
struct Heard {
    clear: Vec<String>,
    mails: Vec<String>,
}

impl Stub {
    pub(crate) async fn start(behaviour: Behaviour) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("ca.pem"), made.cert.pem()).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let shared = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that hangs up is no fault of the server.
                let _ = serve(stream, behaviour, &acceptor, &shared).await;
            }
        });
        Self { port, folder, heard }
    }

    pub(crate) fn ca_file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    pub(crate) fn mails(&self) -> Vec<String> {
        self.heard.lock().unwrap().mails.clone()
    }

    pub(crate) fn heard_in_clear(&self, word: &str) -> bool {
        self.heard
            .lock()
            .unwrap()
            .clear
            .iter()
            .any(|line| line.starts_with(word))
    }
}

async fn serve(
    stream: TcpStream,
    behaviour: Behaviour,
    acceptor: &TlsAcceptor,
    heard: &Mutex<Heard>,
) -> std::io::Result<()> {
    if behaviour == Behaviour::ImplicitTls {
        let stream = acceptor.accept(stream).await?;
        return talk(BufReader::new(stream), behaviour, true, true, heard)
            .await
            .map(|_| ());
    }
    let clear = talk(BufReader::new(stream), behaviour, false, true, heard).await?;
    if let Some(clear) = clear {
        let stream = acceptor.accept(clear.into_inner()).await?;
        talk(BufReader::new(stream), behaviour, true, false, heard).await?;
    }
    Ok(())
}

/// Talks until the client leaves, or asks for TLS: then it gives the stream back.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: BufReader<S>,
    behaviour: Behaviour,
    secret: bool,
    greet: bool,
    heard: &Mutex<Heard>,
) -> std::io::Result<Option<BufReader<S>>> {
    if greet {
        stream.write_all(b"220 localhost ESMTP\r\n").await?;
    }
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        let command = line.trim_end().to_owned();
        if !secret {
            heard.lock().unwrap().clear.push(command.clone());
        }
        let answer = match command.split_whitespace().next().unwrap_or_default() {
            "EHLO" if secret => "250-localhost\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "EHLO" if behaviour == Behaviour::NoStartTls => "250-localhost\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "EHLO" => "250-localhost\r\n250 STARTTLS",
            "STARTTLS" => {
                stream.write_all(b"220 go ahead\r\n").await?;
                return Ok(Some(stream));
            }
            "AUTH" if behaviour == Behaviour::RefusesLogin => "535 5.7.8 wrong",
            "AUTH" => "235 2.7.0 welcome",
            "RCPT" => match behaviour {
                Behaviour::Says(answer) => answer,
                _ => "250 ok",
            },
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mail = read_mail(&mut stream).await?;
                heard.lock().unwrap().mails.push(mail);
                if behaviour == Behaviour::DropsAfterData {
                    return Ok(None);
                }
                "250 2.0.0 Ok: queued as 4F2A"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

async fn read_mail<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut mail = String::new();
    loop {
        let begin = mail.len();
        stream.read_line(&mut mail).await?;
        if mail.get(begin..) == Some(".\r\n") {
            mail.truncate(begin);
            return Ok(mail);
        }
    }
}
