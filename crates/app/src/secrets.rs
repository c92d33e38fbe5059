// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The vault as the domain's port for passwords, tokens and second factors.

use std::sync::Arc;

use meldroute_core::{
    id::Timestamp,
    ports::{Later, Secrets, SecretsFailed},
};
use meldroute_vault::{
    password,
    token::{Token, hash_token},
    totp::{self, TotpSecret},
};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How many passwords are hashed at once. Each takes 19 MiB and tens of milliseconds of a core: more at once would let
/// log-ins starve the rest of the program.
const AT_ONCE: usize = 2;

/// The vault's secrets.
#[derive(Debug)]
pub(crate) struct VaultSecrets {
    hashing: Arc<Semaphore>,
}

impl VaultSecrets {
    pub(crate) fn new() -> Self {
        Self {
            hashing: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Does slow work on a thread of its own, a few at once.
    async fn slowly<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, SecretsFailed> {
        let permit = Arc::clone(&self.hashing).acquire_owned().await;
        let permit = permit.map_err(|_closed| SecretsFailed)?;
        let done = spawn_blocking(move || {
            let answer = work();
            drop(permit);
            answer
        });
        done.await.map_err(|_panicked| SecretsFailed)
    }
}

impl Secrets for VaultSecrets {
    fn hash_password(&self, given: String) -> Later<'_, Result<String, SecretsFailed>> {
        Box::pin(async move {
            let hashed = self.slowly(move || password::hash(&given)).await?;
            hashed.map_err(|_no_secret| SecretsFailed)
        })
    }

    fn check_password(&self, given: String, hash: Option<String>) -> Later<'_, bool> {
        let check = move || match hash {
            Some(hash) => password::verify(&given, &hash),
            None => password::dummy_verify(&given),
        };
        Box::pin(async move { self.slowly(check).await.unwrap_or(false) })
    }

    fn new_token(&self) -> Result<(String, [u8; 32]), SecretsFailed> {
        let token = Token::generate().map_err(|_no_secret| SecretsFailed)?;
        Ok((token.expose().to_owned(), token.hash()))
    }

    fn hash_token(&self, token: &str) -> [u8; 32] {
        hash_token(token)
    }

    fn new_second_factor(&self) -> Result<Vec<u8>, SecretsFailed> {
        let secret = TotpSecret::generate().map_err(|_no_secret| SecretsFailed)?;
        Ok(secret.expose().to_vec())
    }

    fn second_factor_uri(&self, secret: &[u8], login: &str, municipality: &str) -> (String, String) {
        let Some(secret) = second_factor(secret) else {
            return (String::new(), String::new());
        };
        let uri = secret.uri(&format!("Meldroute {municipality}"), login);
        (uri.to_string(), secret.base32().to_string())
    }

    fn check_second_factor(&self, secret: &[u8], code: &str, now: Timestamp, last_step: u64) -> Option<u64> {
        let seconds = u64::try_from(now.timestamp()).ok()?;
        totp::verify(&second_factor(secret)?, code, seconds, Some(last_step))
    }
}

fn second_factor(stored: &[u8]) -> Option<TotpSecret> {
    Some(TotpSecret::from_bytes(stored.try_into().ok()?))
}
