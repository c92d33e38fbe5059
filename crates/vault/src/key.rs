// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The hierarchy of keys: installation, municipality, content.
//!
//! A key never leaves this crate readable: it is stored wrapped by the key above it, and its `Debug` shows nothing.

use crate::cipher::{self, OpenError, SealError};
use crate::hex;
use crate::random::{self, NoRandomness};
use hkdf::Hkdf;
use secrecy::{ExposeSecret, SecretBox};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// 32 secret bytes that are wiped when dropped.
#[derive(Debug)]
pub(crate) struct Secret(SecretBox<[u8; 32]>);

impl Secret {
    fn random() -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; 32]);
        random::fill(bytes.as_mut_slice())?;
        Ok(Self::copied(&bytes))
    }

    fn copied(bytes: &[u8; 32]) -> Self {
        Self(SecretBox::init_with_mut(|secret: &mut [u8; 32]| {
            secret.copy_from_slice(bytes);
        }))
    }

    /// HKDF-SHA256 with `label`: knowing the derived key tells nothing about this one or its siblings.
    #[expect(
        clippy::expect_used,
        reason = "HKDF-SHA256 gives up to 8160 bytes; going on with a zero key would be worse"
    )]
    fn derive(&self, label: &str) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        let hkdf = Hkdf::<Sha256>::new(None, self.bytes());
        hkdf.expand(label.as_bytes(), bytes.as_mut_slice())
            .expect("32 bytes are at most 8160");
        Self::copied(&bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }

    fn wrap(&self, by: &Self, context: &[&[u8]]) -> Result<Vec<u8>, SealError> {
        cipher::seal(by.bytes(), context, self.bytes())
    }

    fn unwrap(wrapped: &[u8], by: &Self, context: &[&[u8]]) -> Result<Self, OpenError> {
        let mut bytes = cipher::open(by.bytes(), context, wrapped)?;
        let secret = <&[u8; 32]>::try_from(bytes.as_slice()).map(Self::copied);
        bytes.zeroize();
        secret.or(Err(OpenError::Format))
    }
}

/// The text is not a key.
#[derive(Debug, thiserror::Error)]
#[error("a key is written as 64 hexadecimal digits; this is something else")]
pub struct NotAKey;

/// The key at the top: whoever has it and the database can read everything. See [`crate::keyfile`] for its file.
#[derive(Debug)]
pub struct InstallationKey(Secret);

impl InstallationKey {
    /// A new random key.
    pub fn generate() -> Result<Self, NoRandomness> {
        Secret::random().map(Self)
    }

    /// Reads 64 hexadecimal digits, as a key file holds them or a command prints them; white space around is ignored.
    pub fn from_hex(text: &str) -> Result<Self, NotAKey> {
        let mut bytes = Zeroizing::new([0; 32]);
        if hex::decode_into(text.trim(), bytes.as_mut_slice()) {
            Ok(Self(Secret::copied(&bytes)))
        } else {
            Err(NotAKey)
        }
    }

    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.bytes()))
    }

    /// The key that seals backups, see [`crate::stream`].
    pub fn backup_key(&self) -> BackupKey {
        BackupKey(self.0.derive("meldroute 1 installation backup"))
    }

    fn wrapping_key(&self) -> Secret {
        self.0.derive("meldroute 1 installation wrap")
    }
}

/// The key of one municipality. Store what [`wrap`](Self::wrap) gives.
#[derive(Debug)]
pub struct MunicipalityKey(Secret);

impl MunicipalityKey {
    /// A new random key.
    pub fn generate() -> Result<Self, NoRandomness> {
        Secret::random().map(Self)
    }

    /// This key, sealed by the installation's key and bound to the municipality's id.
    pub fn wrap(&self, by: &InstallationKey, municipality: &str) -> Result<Vec<u8>, SealError> {
        self.0.wrap(
            &by.wrapping_key(),
            &[b"municipality key", municipality.as_bytes()],
        )
    }

    /// The key that [`wrap`](Self::wrap) stored for this same municipality.
    pub fn unwrap(wrapped: &[u8], by: &InstallationKey, municipality: &str) -> Result<Self, OpenError> {
        let context: [&[u8]; 2] = [b"municipality key", municipality.as_bytes()];
        Secret::unwrap(wrapped, &by.wrapping_key(), &context).map(Self)
    }

    /// The key for [`crate::lookup::lookup`].
    pub fn lookup_key(&self) -> LookupKey {
        LookupKey(self.0.derive("meldroute 1 municipality lookup"))
    }

    /// The key that seals what belongs to the municipality and not to one signal, report or reporter: accounts,
    /// secrets of second factors, journal bodies without a subject.
    pub fn sealing_key(&self) -> ContentKey {
        ContentKey(self.0.derive("meldroute 1 municipality seal"))
    }

    fn wrapping_key(&self) -> Secret {
        self.0.derive("meldroute 1 municipality wrap")
    }
}

/// The key of the content of one signal, one report or one reporter, for [`crate::seal`]. Store what
/// [`wrap`](Self::wrap) gives; destroying that is destroying the content.
#[derive(Debug)]
pub struct ContentKey(pub(crate) Secret);

impl ContentKey {
    /// A new random key.
    pub fn generate() -> Result<Self, NoRandomness> {
        Secret::random().map(Self)
    }

    /// This key, sealed by the municipality's key and bound to the key's own `id` and to its `purpose` (`"signal"`,
    /// `"report"`, `"reporter"`), so that a reporter's key can't pass for a signal's.
    pub fn wrap(&self, by: &MunicipalityKey, id: [u8; 16], purpose: &str) -> Result<Vec<u8>, SealError> {
        self.0
            .wrap(&by.wrapping_key(), &[b"content key", &id, purpose.as_bytes()])
    }

    /// The key that [`wrap`](Self::wrap) stored under this same id and purpose.
    pub fn unwrap(
        wrapped: &[u8],
        by: &MunicipalityKey,
        id: [u8; 16],
        purpose: &str,
    ) -> Result<Self, OpenError> {
        let context: [&[u8]; 3] = [b"content key", &id, purpose.as_bytes()];
        Secret::unwrap(wrapped, &by.wrapping_key(), &context).map(Self)
    }
}

/// Makes keyed hashes of one municipality, see [`crate::lookup`].
#[derive(Debug)]
pub struct LookupKey(pub(crate) Secret);

/// Seals and opens the backups of one installation, see [`crate::stream`].
#[derive(Debug)]
pub struct BackupKey(pub(crate) Secret);
