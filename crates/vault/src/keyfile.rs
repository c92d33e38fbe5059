// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The file of the installation's key: created once, readable by its owner only.

use crate::key::{InstallationKey, NotAKey};
use crate::random::NoRandomness;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Why a key file could not be made or used. Each says what to do, for the person at the command line.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// Never overwritten: the old key may be the only way into a database.
    #[error("{0} already exists and is left as it is; name another file, or keep using this one")]
    Exists(PathBuf),
    /// Group or others have rights on it.
    #[error("{path} is open to other accounts of this machine (mode {mode:04o}); run: chmod 600 {path}")]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its rights.
        mode: u32,
    },
    /// Readable, but it holds no key.
    #[error("{0} holds no key: it must be 64 hexadecimal digits")]
    NotAKey(PathBuf),
    /// The file system refused.
    #[error("{0}: {1}")]
    Io(PathBuf, #[source] io::Error),
    /// No key could be drawn.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

/// Draws a new installation key and writes it to a new file of mode 0600, synced to disk.
pub fn create(path: &Path) -> Result<InstallationKey, KeyFileError> {
    let key = InstallationKey::generate()?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => KeyFileError::Exists(path.to_owned()),
            _ => KeyFileError::Io(path.to_owned(), error),
        })?;
    let written = file
        .write_all(key.to_hex().as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| sync_folder(path));
    written.map(|()| key).map_err(|error| {
        // Half a key file would stand in the way of the next try; the error is worth more than that of the removal.
        let _ = fs::remove_file(path);
        KeyFileError::Io(path.to_owned(), error)
    })
}

/// A new file survives a power cut only when its folder is synced as well.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Reads the installation key from a file that only its owner may use.
pub fn load(path: &Path) -> Result<InstallationKey, KeyFileError> {
    let io_error = |error| KeyFileError::Io(path.to_owned(), error);
    let file = File::open(path).map_err(io_error)?;
    // Asked of the open file, so that it can't be exchanged between the check and the reading.
    let mode = file.metadata().map_err(io_error)?.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::Exposed {
            path: path.to_owned(),
            mode,
        });
    }
    let mut text = Zeroizing::new(String::with_capacity(256));
    match file.take(256).read_to_string(&mut text) {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(KeyFileError::NotAKey(path.to_owned()))
        }
        Err(error) => Err(io_error(error)),
        Ok(_) => InstallationKey::from_hex(&text).map_err(|NotAKey| KeyFileError::NotAKey(path.to_owned())),
    }
}
