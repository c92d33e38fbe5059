// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The key file, as an administrator meets it.

use meldroute_vault::key::MunicipalityKey;
use meldroute_vault::keyfile::{KeyFileError, create, load};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

#[test]
fn a_created_key_file_is_its_owners_alone_and_loads_the_same_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("installation.key");
    let wrapped = MunicipalityKey::generate()
        .unwrap()
        .wrap(&create(&path).unwrap(), "heemstede")
        .unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(MunicipalityKey::unwrap(&wrapped, &load(&path).unwrap(), "heemstede").is_ok());
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("installation.key");
    create(&path).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(create(&path), Err(KeyFileError::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), before);

    let link = folder.path().join("link.key");
    std::os::unix::fs::symlink(folder.path().join("nowhere"), &link).unwrap();
    assert!(
        matches!(create(&link), Err(KeyFileError::Exists(_))),
        "a planted link is not followed"
    );
}

#[test]
fn a_file_open_to_others_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("installation.key");
    create(&path).unwrap();
    for mode in [0o640, 0o604, 0o620, 0o610, 0o644] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        let refusal = load(&path).unwrap_err().to_string();
        assert!(
            refusal.contains(&format!("chmod 600 {}", path.display())),
            "{refusal}"
        );
    }
    fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
    assert!(load(&path).is_ok());
}

#[test]
fn a_file_with_anything_but_a_key_is_refused_without_repeating_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("installation.key");
    let long = "a".repeat(300);
    for content in ["", "abcdef", &"g".repeat(64), &"a".repeat(65), &long] {
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let refusal = load(&path).unwrap_err();
        assert!(matches!(refusal, KeyFileError::NotAKey(_)), "{refusal}");
        assert!(content.len() < 6 || !refusal.to_string().contains(content));
    }
    fs::write(&path, format!(" {}\r\n", "Ab".repeat(32))).unwrap();
    assert!(load(&path).is_ok(), "white space and capitals are fine");
    assert!(matches!(
        load(&folder.path().join("missing")),
        Err(KeyFileError::Io(..))
    ));
}
