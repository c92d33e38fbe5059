// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The second factor: time-based codes of RFC 6238 as all authenticator apps make them (SHA-1, 6 digits, 30 seconds).

use crate::cipher::mac_block;
use crate::random::{self, NoRandomness};
use crate::token;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretBox};
use sha1::Sha1;
use zeroize::Zeroizing;

const STEP_SECONDS: u64 = 30;
const DIGITS: usize = 6;

/// What an account and its authenticator app share: 20 bytes, to be stored sealed.
#[derive(Debug)]
pub struct TotpSecret(SecretBox<[u8; 20]>);

impl TotpSecret {
    /// A new random secret.
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; 20]);
        random::fill(bytes.as_mut_slice())?;
        Ok(Self::from_bytes(&bytes))
    }

    /// The secret that was stored.
    pub fn from_bytes(bytes: &[u8; 20]) -> Self {
        Self(SecretBox::init_with_mut(|secret: &mut [u8; 20]| {
            secret.copy_from_slice(bytes);
        }))
    }

    /// The bytes to seal and store.
    pub fn expose(&self) -> &[u8; 20] {
        self.0.expose_secret()
    }

    /// 32 characters to type into an app that can't read the QR code.
    pub fn base32(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(32));
        for group in self.expose().as_chunks::<5>().0 {
            let bits = group
                .iter()
                .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            text.extend((0..8).rev().filter_map(|place| {
                let value = u8::try_from(bits >> (place * 5) & 31).ok()?;
                Some(char::from(if value < 26 {
                    b'A' + value
                } else {
                    b'2' + value - 26
                }))
            }));
        }
        text
    }

    /// The `otpauth://` address for the QR code. `issuer` and `account` are what the app shows.
    pub fn uri(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        let (issuer, account) = (percent_encoded(issuer), percent_encoded(account));
        Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}",
            self.base32().as_str(),
        ))
    }

    /// The code of a step (see [`step`]).
    pub fn code(&self, step: u64) -> String {
        let mut mac = Hmac::<Sha1>::new((&*mac_block(self.expose())).into());
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest.last().map_or(0, |byte| byte & 15));
        let number = digest
            .iter()
            .skip(offset)
            .take(4)
            .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        format!("{:0DIGITS$}", (number & 0x7fff_ffff) % 1_000_000)
    }
}

/// The step in which a moment falls.
pub fn step(unix_seconds: u64) -> u64 {
    unix_seconds / STEP_SECONDS
}

/// The step to which `code` belongs, when it is right now, or was or will be in one step (clocks drift) and lies after
/// `last_used_step`. Store the answer as the account's last used step in the same transaction that opens the
/// session: a code works once.
pub fn verify(
    secret: &TotpSecret,
    code: &str,
    unix_seconds: u64,
    last_used_step: Option<u64>,
) -> Option<u64> {
    let typed: String = code
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let now = step(unix_seconds);
    (now.saturating_sub(1)..=now.saturating_add(1))
        .filter(|step| last_used_step.is_none_or(|used| *step > used))
        .find(|step| token::same(secret.code(*step).as_bytes(), typed.as_bytes()))
}

fn percent_encoded(text: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encoded).collect()
}
