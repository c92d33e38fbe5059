// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Passwords, tokens and codes, as someone who signs in or tries to meets them.

use meldroute_vault::totp::{TotpSecret, step, verify};
use meldroute_vault::{password, token};
use proptest::prelude::*;

const RFC_SECRET: &[u8; 20] = b"12345678901234567890";

#[test]
fn a_password_is_stored_as_argon2id_with_the_advised_parameters_and_a_salt_of_its_own() {
    let stored = password::hash("paars paard op zolder").unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    assert_ne!(stored, password::hash("paars paard op zolder").unwrap());
    assert!(password::verify("paars paard op zolder", &stored));
    assert!(!password::verify("paars paard op zolder ", &stored));
    assert!(!password::verify("", &stored));
}

#[test]
fn nobody_signs_in_without_a_usable_stored_password() {
    assert!(!password::dummy_verify("paars paard op zolder"));
    for stored in [
        "",
        "paars paard op zolder",
        "$argon2id$v=19$m=19456,t=2,p=1$",
        "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ",
    ] {
        assert!(!password::verify("paars paard op zolder", stored), "{stored}");
        assert!(!password::verify("", stored), "{stored}");
    }
}

#[test]
fn tokens_are_long_random_fit_for_urls_and_not_shown() {
    let (one, other) = (
        token::Token::generate().unwrap(),
        token::Token::generate().unwrap(),
    );
    assert_ne!(one.expose(), other.expose());
    assert_eq!(one.expose().len(), 64);
    assert!(one.expose().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(!format!("{one:?}").contains(one.expose()));
    assert!(token::same(&one.hash(), &token::hash_token(one.expose())));
    assert!(!token::same(&one.hash(), &other.hash()));
    assert!(!token::same(b"", &one.hash()));
}

/// The test values of RFC 6238, appendix B (SHA-1), of which we show the last six digits.
#[test]
fn codes_are_those_of_the_rfc() {
    let secret = TotpSecret::from_bytes(RFC_SECRET);
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(secret.code(step(seconds)), code);
        assert_eq!(verify(&secret, code, seconds, None), Some(step(seconds)));
    }
}

#[test]
fn an_app_gets_the_secret_as_text_and_as_address() {
    let secret = TotpSecret::from_bytes(RFC_SECRET);
    assert_eq!(secret.base32().as_str(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert_eq!(
        secret.uri("Meldroute Één", "a&b@heemstede.example").as_str(),
        "otpauth://totp/Meldroute%20%C3%89%C3%A9n:a%26b%40heemstede.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
         &issuer=Meldroute%20%C3%89%C3%A9n&algorithm=SHA1&digits=6&period=30"
    );
    assert!(!format!("{secret:?}").contains("49"));
}

#[test]
fn a_code_works_one_step_early_or_late_and_with_spaces_and_only_once() {
    let secret = TotpSecret::generate().unwrap();
    let code = secret.code(1000);
    for seconds in [999 * 30, 1000 * 30, 1000 * 30 + 29, 1001 * 30 + 29] {
        assert_eq!(verify(&secret, &code, seconds, None), Some(1000));
    }
    assert_eq!(
        verify(
            &secret,
            &code.chars().flat_map(|digit| [digit, ' ']).collect::<String>(),
            30_000,
            Some(999)
        ),
        Some(1000)
    );
    for used in [1000, 1001] {
        assert_eq!(verify(&secret, &code, 30_000, Some(used)), None, "replayed");
    }
    assert_eq!(verify(&secret, "", 30_000, None), None);
    assert_eq!(verify(&secret, code.split_at(1).1, 30_000, None), None);
}

proptest! {
    #[test]
    fn a_code_is_refused_outside_its_three_steps_unless_it_happens_to_be_theirs(seed: [u8; 20], code in 10_u64..1 << 40, now in 10_u64..1 << 40) {
        let secret = TotpSecret::from_bytes(&seed);
        let accepted = verify(&secret, &secret.code(code), now * 30, None);
        prop_assert!(accepted.is_none_or(|step| step.abs_diff(now) <= 1 && secret.code(step) == secret.code(code)));
        prop_assert_eq!(verify(&secret, &secret.code(now), now * 30, Some(now + 1)), None);
    }
}
