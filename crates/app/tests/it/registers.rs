// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Connections to registers in the settings: what is wrong is said before the program serves.

use std::fs;

use crate::place::Place;

#[test]
fn a_connection_that_can_not_be_right_is_named_at_the_start() {
    let place = Place::sqlite();
    place.init().good();
    let settings = place.folder.path().join("meldroute.toml");
    let table = "[[register]]\nid = \"vergunningen\"\nfile = \"/srv/vergunningen.csv\"\n";
    for (lines, expected) in [
        (
            "[[register]]\nid = \"dromen\"\nfile = \"a.csv\"\n",
            "[[register]] dromen: id: registers.toml of heemstede has no source with this name",
        ),
        (
            "[[register]]\nid = \"vergunningen\"\nurl = \"https://a.example\"\n",
            "[[register]] vergunningen: url: this source is a table; name its file",
        ),
        (
            &table.repeat(2),
            "[[register]] vergunningen: id: there are two connections to this source",
        ),
        (
            "[[register]]\nid = \"bag\"\nmunicipality = \"elders\"\nurl = \"https://a.example\"\n",
            "[[register]] bag: there is no municipality elders",
        ),
        (
            "[[register]]\nid = \"bag\"\nurl = \"http://bag.example\"\n",
            "meldroute.toml:1: register bag: url: http://bag.example is not an address that begins with https://",
        ),
        (
            "[[register]]\nid = \"bag\"\nurl = \"https://a.example\"\npassword = \"geheim\"\n",
            "unknown field `password`",
        ),
    ] {
        fs::write(&settings, lines).unwrap();
        let ran = place.run(&[
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--config",
            settings.to_str().unwrap(),
        ]);
        assert_ne!(ran.code, Some(0), "{ran:?}");
        assert!(ran.err.contains(expected), "{expected}: {}", ran.err);
        assert!(!ran.err.contains("geheim"), "{}", ran.err);
    }
}
