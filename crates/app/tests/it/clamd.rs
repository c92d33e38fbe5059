// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The real virus scanner, with a list of one virus of its own.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// The harmless text that every scanner calls a virus (EICAR). Put together here, so that no scanner takes this file away.
pub(crate) fn eicar() -> String {
    [
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
        "EICAR-STANDARD-",
        "ANTIVIRUS-TEST-FILE!",
        "$H+H*",
    ]
    .concat()
}

/// A running clamd.
pub(crate) struct Clamd(Child);

impl Clamd {
    /// Starts it on a socket in a folder.
    pub(crate) async fn start(folder: &Path, socket: &Path) -> Self {
        let lists = folder.join("lists");
        fs::create_dir(&lists).unwrap();
        let start: Vec<String> = eicar()
            .bytes()
            .take(40)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let start = start.concat();
        fs::write(lists.join("own.ndb"), format!("Test.Eicar:0:0:{start}\n")).unwrap();
        let settings = folder.join("clamd.conf");
        let (socket, lists) = (socket.display(), lists.display());
        let text = format!("Foreground yes\nLocalSocket {socket}\nDatabaseDirectory {lists}\n");
        fs::write(&settings, text).unwrap();
        let program = ["/usr/sbin/clamd", "/usr/bin/clamd"];
        let program = program.into_iter().find(|path| Path::new(path).exists());
        let child = Command::new(program.unwrap_or("clamd"))
            .arg("--config-file")
            .arg(settings)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let clamd = Self(child.unwrap());
        while tokio::net::UnixStream::connect(socket.to_string()).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        clamd
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
