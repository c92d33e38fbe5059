// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A real mail server on this machine: Dovecot 2.3, as Debian packages it, with one mailbox and a certificate of its own.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _, chown},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    time::{Duration, SystemTime},
};

use tempfile::TempDir;

/// What the server leaves out of what it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offers {
    /// All it can.
    Everything,
    /// Neither IDLE nor MOVE.
    Little,
    /// MOVE, but it can't expunge one message and leave the others.
    NoUidplus,
    /// Neither MOVE nor UIDPLUS.
    Nothing,
}

/// The password of the mailbox.
pub(crate) const PASSWORD: &str = "verzonnen \"wachtwoord\" é";

/// A mail server with the mailbox `meldpunt`.
pub(crate) struct Dovecot {
    folder: TempDir,
    port: u16,
    child: Child,
    delivered: usize,
}

impl Dovecot {
    /// Starts one on a free port.
    pub(crate) async fn start(offers: Offers) -> Self {
        let folder = tempfile::Builder::new().prefix("dovecot").tempdir().unwrap();
        let at = folder.path();
        // The server's processes have accounts of their own.
        fs::set_permissions(at, fs::Permissions::from_mode(0o755)).unwrap();
        let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        fs::write(at.join("cert.pem"), certified.cert.pem()).unwrap();
        fs::write(at.join("key.pem"), certified.signing_key.serialize_pem()).unwrap();
        fs::write(at.join("users"), format!("meldpunt:{{PLAIN}}{PASSWORD}::::::\n")).unwrap();
        for below in ["mail", "mail/new", "mail/cur", "mail/tmp"] {
            fs::create_dir(at.join(below)).unwrap();
            own(&at.join(below));
        }
        let port = port();
        fs::write(at.join("dovecot.conf"), configuration(at, port, offers)).unwrap();
        let child = run(at, port).await;
        Self {
            folder,
            port,
            child,
            delivered: 0,
        }
    }

    /// Kills it with all its processes, as a power cut would.
    pub(crate) async fn kill(&mut self) {
        let group = format!("-{}", self.child.id());
        let killed = Command::new("kill").args(["-9", "--", &group]).status();
        assert!(killed.unwrap().success());
        self.child.wait().unwrap();
        // Its other processes hold the port until they are gone, too.
        while TcpListener::bind(("127.0.0.1", self.port)).is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // They say that their process runs, to whoever finds another one under its number; a lock is then waited for, for minutes.
        let _ = fs::remove_file(self.folder.path().join("run/master.pid"));
        for folder in ["mail", "mail/.Verwerkt"] {
            let files = fs::read_dir(self.folder.path().join(folder))
                .into_iter()
                .flatten();
            for file in files.map(|file| file.unwrap().path()) {
                if file.extension().is_some_and(|extension| extension == "lock") {
                    fs::remove_file(file).unwrap();
                }
            }
        }
    }

    /// Starts it again after [`Self::kill`].
    pub(crate) async fn restart(&mut self) {
        self.child = run(self.folder.path(), self.port).await;
    }

    /// Settings for this mailbox; `more` are lines of its `[[mailbox]]`.
    pub(crate) fn settings(&self, folder: &Path, more: &str) -> PathBuf {
        fs::write(folder.join("password"), format!("{PASSWORD}\n")).unwrap();
        let file = folder.join("meldroute.toml");
        let text = format!(
            "[[mailbox]]\nname = \"Meldpunt\"\nkind = \"imap\"\nhost = \"localhost\"\nport = {}\nuser = \"meldpunt\"\n\
             password_file = \"{}\"\nca_file = \"{}\"\n{more}\n",
            self.port,
            folder.join("password").display(),
            self.folder.path().join("cert.pem").display(),
        );
        fs::write(&file, text).unwrap();
        file
    }

    /// A message comes in, as a mail server delivers it to a maildir.
    pub(crate) fn deliver(&mut self, message: &[u8]) {
        self.deliver_late(message, Duration::ZERO);
    }

    /// The same of a message that came some time ago.
    pub(crate) fn deliver_late(&mut self, message: &[u8], ago: Duration) {
        self.delivered += 1;
        let name = format!("{:05}.test", self.delivered);
        let mail = self.folder.path().join("mail");
        let written = mail.join("tmp").join(&name);
        came(&written, message, ago);
        fs::rename(written, mail.join("new").join(name)).unwrap();
    }

    /// Somebody puts a message of their own among what was processed, with these flags.
    pub(crate) fn put_in_processed(&self, name: &str, flags: &str, ago: Duration) {
        let folder = self.folder.path().join("mail/.Verwerkt/cur");
        let message = b"From: een@heemstede.example\r\nSubject: eigen post\r\n\r\neigen post\r\n";
        came(&folder.join(format!("{name}:2,{flags}")), message, ago);
    }

    /// How many messages wait.
    pub(crate) fn waiting(&self) -> usize {
        messages(&self.folder.path().join("mail"))
    }

    /// How many messages lie in the folder of what was processed.
    pub(crate) fn processed(&self) -> usize {
        messages(&self.folder.path().join("mail/.Verwerkt"))
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = self.child.wait();
    }
}

/// A port that nothing else takes, also not while the server is down: below the range out of which the system gives connections and
/// other servers theirs. Each test has its own.
fn port() -> u16 {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    // Another run of the tests begins elsewhere.
    let first = u16::try_from(std::process::id() % 100).unwrap() * 100;
    let mut ports =
        std::iter::repeat_with(|| 20_000 + (first + TAKEN.fetch_add(1, Ordering::Relaxed)) % 10_000);
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    ports.find(free).unwrap()
}

/// A message that came some time ago.
#[expect(clippy::disallowed_methods, reason = "the server goes by its own clock")]
fn came(file: &Path, message: &[u8], ago: Duration) {
    fs::write(file, message).unwrap();
    own(file);
    let file = fs::File::options().append(true).open(file).unwrap();
    file.set_modified(SystemTime::now() - ago).unwrap();
}

fn messages(maildir: &Path) -> usize {
    let count = |below| fs::read_dir(maildir.join(below)).map_or(0, Iterator::count);
    count("new") + count("cur")
}

/// Whether the tests run as root. Then the server gives its processes accounts of its package; else all are ours.
fn as_root(path: &Path) -> bool {
    fs::metadata(path).unwrap().uid() == 0
}

/// The account that mail has on every Debian.
const MAIL: u32 = 8;

fn own(path: &Path) {
    if as_root(path) {
        chown(path, Some(MAIL), Some(MAIL)).unwrap();
    }
}

fn configuration(at: &Path, port: u16, offers: Offers) -> String {
    let here = at.display();
    let about = fs::metadata(at).unwrap();
    let (uid, gid, accounts) = if as_root(at) {
        (MAIL, MAIL, String::new())
    } else {
        let name = |flag| {
            let said = Command::new("id").arg(flag).output().unwrap().stdout;
            String::from_utf8(said).unwrap().trim().to_owned()
        };
        let (user, group) = (name("-un"), name("-gn"));
        let accounts = format!(
            "default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}\n"
        );
        (about.uid(), about.gid(), accounts)
    };
    let capability = match offers {
        Offers::Everything => "",
        Offers::Little => "imap_capability = IMAP4rev1 UIDPLUS AUTH=PLAIN\n",
        Offers::NoUidplus => "imap_capability = IMAP4rev1 MOVE AUTH=PLAIN\n",
        Offers::Nothing => "imap_capability = IMAP4rev1 AUTH=PLAIN\n",
    };
    format!(
        "base_dir = {here}/run\nstate_dir = {here}/state\nlog_path = {here}/log\nprotocols = imap\nlisten = 127.0.0.1\n\
         {accounts}{capability}first_valid_uid = 1\nfirst_valid_gid = 1\n\
         ssl = required\nssl_cert = <{here}/cert.pem\nssl_key = <{here}/key.pem\nauth_mechanisms = plain\n\
         mail_location = maildir:{here}/mail\n\
         passdb {{\n  driver = passwd-file\n  args = {here}/users\n}}\n\
         userdb {{\n  driver = static\n  args = uid={uid} gid={gid} home={here}/mail\n}}\n\
         service anvil {{\n  chroot =\n}}\n\
         service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = 0\n  }}\n\
         \n  inet_listener imaps {{\n    port = {port}\n    ssl = yes\n  }}\n}}\n"
    )
}

async fn run(at: &Path, port: u16) -> Child {
    let started = Command::new("dovecot")
        .env("PATH", "/usr/sbin:/usr/bin:/bin")
        .args(["-F", "-c"])
        .arg(at.join("dovecot.conf"))
        .stdout(Stdio::null())
        .stderr(fs::File::create(at.join("errors")).unwrap())
        .process_group(0)
        .spawn();
    assert!(
        started.is_ok(),
        "dovecot is missing: run scripts/install-test-tools"
    );
    let mut child = started.unwrap();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let ended = child.try_wait().unwrap();
        let read = |name| fs::read_to_string(at.join(name)).unwrap_or_default();
        assert!(ended.is_none(), "dovecot: {}{}", read("errors"), read("log"));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    child
}
