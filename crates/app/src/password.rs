// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Passwords and keys for other servers: from a file or from a program that prints them, read anew each time, since people change them.

use std::{fmt::Display, path::PathBuf, process::Stdio, time::Duration};

use secrecy::SecretString;
use tokio::{process::Command, time::timeout};

use crate::stop::Stop;

/// How long a program may take to print a password.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where a password or a key comes from.
#[derive(Clone, Debug)]
pub(crate) struct Password {
    /// What the settings call it: "password" or "key".
    what: &'static str,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    /// A file that holds it.
    File(PathBuf),
    /// A program that prints it, and its arguments.
    Command(Vec<String>),
}

impl Password {
    /// What is written in the settings: one of both.
    pub(crate) fn of(file: Option<PathBuf>, command: Option<Vec<String>>) -> Option<Self> {
        Self::named("password", file, command)
    }

    /// The same where the settings call it a key.
    pub(crate) fn key_of(file: Option<PathBuf>, command: Option<Vec<String>>) -> Option<Self> {
        Self::named("key", file, command)
    }

    fn named(what: &'static str, file: Option<PathBuf>, command: Option<Vec<String>>) -> Option<Self> {
        let place = match (file, command) {
            (Some(file), None) => Place::File(file),
            (None, Some(command)) if !command.is_empty() => Place::Command(command),
            _ => return None,
        };
        Some(Self { what, place })
    }

    /// Reads it. What is read is shown to nobody.
    pub(crate) async fn read(&self) -> Result<SecretString, Stop> {
        self.read_within(PATIENCE).await
    }

    async fn read_within(&self, patience: Duration) -> Result<SecretString, Stop> {
        let what = self.what;
        let (name, text) = match &self.place {
            Place::File(file) => {
                let name = format!("{what}_file {}", file.display());
                let text = tokio::fs::read_to_string(file).await;
                (name.clone(), text.map_err(|error| failed(&name, error))?)
            }
            Place::Command(command) => {
                let program = command.first().map_or("", String::as_str);
                let name = format!("{what}_command {program}");
                let printed = Command::new(program)
                    .args(command.iter().skip(1))
                    .stdin(Stdio::null())
                    .stderr(Stdio::inherit())
                    .kill_on_drop(true)
                    .output();
                let output = timeout(patience, printed)
                    .await
                    .map_err(|_elapsed| failed(&name, format!("it did not end in {patience:?}")))?
                    .map_err(|error| failed(&name, error))?;
                if !output.status.success() {
                    return Err(failed(&name, output.status));
                }
                let text = String::from_utf8(output.stdout);
                (
                    name.clone(),
                    text.map_err(|_other| failed(&name, "it printed no text"))?,
                )
            }
        };
        let password = text.trim_end_matches(['\r', '\n']);
        if password.trim().is_empty() {
            return Err(failed(&name, format!("the {what} is empty")));
        }
        Ok(SecretString::from(password))
    }
}

fn failed(name: &str, why: impl Display) -> Stop {
    Stop::refused(format!("{name}: {why}"))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    async fn printed(script: &str, patience: Duration) -> Result<String, String> {
        let command = ["sh", "-c", script].map(str::to_owned).to_vec();
        let password = Password::of(None, Some(command)).unwrap();
        let read = password.read_within(patience).await;
        read.map(|password| password.expose_secret().to_owned())
            .map_err(|stop| stop.sentences().join("; "))
    }

    #[tokio::test]
    async fn is_printed_by_a_program_that_ends_in_time() {
        let long = Duration::from_mins(5);
        assert_eq!(printed("echo 'een geheim'", long).await.unwrap(), "een geheim");
        for script in ["true", "echo", "printf '  \n'"] {
            let said = printed(script, long).await.unwrap_err();
            assert_eq!(said, "password_command sh: the password is empty");
        }
        let said = printed("exit 3", long).await.unwrap_err();
        assert!(said.contains("exit status: 3"), "{said}");
        let said = printed("exec sleep 1000", Duration::from_millis(1))
            .await
            .unwrap_err();
        assert!(said.contains("it did not end in 1ms"), "{said}");
    }

    #[tokio::test]
    async fn an_empty_file_is_no_password() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let password = Password::of(Some(file.path().to_owned()), None).unwrap();
        let read = password.read().await;
        assert!(
            read.unwrap_err()
                .sentences()
                .join("")
                .contains("the password is empty")
        );
    }
}
