// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The command line as a whole: help, wrong calls, a new installation, people.

use std::{fs, os::unix::fs::PermissionsExt as _};

use crate::{
    place::Place,
    program::{make_demo, meldroute, repository},
};

const COMMANDS: [&[&str]; 19] = [
    &["demo"],
    &["init"],
    &["serve"],
    &["config", "check"],
    &["municipality", "add"],
    &["municipality", "update"],
    &["mail", "import"],
    &["tips", "import"],
    &["signal", "list"],
    &["signal", "show"],
    &["estimate"],
    &["audit", "verify"],
    &["backup", "create"],
    &["backup", "verify"],
    &["backup", "restore"],
    &["store", "copy"],
    &["user", "add"],
    &["user", "disable"],
    &["user", "reset"],
];

#[test]
fn every_command_explains_itself_with_an_example() {
    for command in COMMANDS {
        let help = meldroute(&[command, &["--help"]].concat()).good();
        let example = format!("Example: meldroute {}", command.join(" "));
        assert!(help.contains(&example), "{help}");
    }
}

/// The names of the commands below one.
fn commands_below(command: &[&str]) -> Vec<String> {
    let help = meldroute(&[command, &["--help"]].concat()).good();
    let listed = help.split("Commands:").nth(1).unwrap_or_default();
    let lines = listed.lines().skip(1).take_while(|line| !line.trim().is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_command_line_has_no_way_past_the_gate_before_sources() {
    assert_eq!(
        commands_below(&["signal"]),
        ["list", "show"],
        "signals are only read here"
    );
    for top in commands_below(&[]) {
        let below = commands_below(&[&top]);
        // The register of processing activities is no source.
        let sounds = |name: &&String| (top.as_str(), name.as_str()) != ("processing", "register");
        for name in below.iter().chain([&top]).filter(sounds) {
            for word in ["query", "register", "source", "ask", "enrich", "gate", "lookup"] {
                assert!(!name.contains(word), "{top} {name} sounds like asking a source");
            }
        }
    }
    for command in [
        &["query", "HS-2026-0001"][..],
        &["signal", "query", "HS-2026-0001"],
        &["signal", "show", "--look", "HS-2026-0001"],
    ] {
        assert_eq!(meldroute(command).code, Some(2), "{command:?} is no command");
    }
}

#[test]
fn a_wrong_call_is_told_from_a_refusal() {
    assert_eq!(meldroute(&["fly"]).code, Some(2));
    assert_eq!(meldroute(&["mail", "import", "--data", "/tmp"]).code, Some(2));
    let nowhere = meldroute(&["audit", "verify"]);
    assert_eq!(nowhere.code, Some(2));
    assert!(nowhere.err.contains("--data"), "{}", nowhere.err);
    let missing = meldroute(&["audit", "verify", "--data", "/no/such/folder"]).refused();
    assert!(missing.contains("/no/such/folder"), "{missing}");
}

#[test]
fn a_new_installation_is_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let configuration = repository("config/heemstede");
    let init = |login| {
        let place = [
            "init",
            "--data",
            data.to_str().unwrap(),
            "--configuration",
            &configuration,
        ];
        meldroute(&[&place[..], &["--admin", login, "--name", "B. Beheerder"]].concat())
    };
    let said = init("beheer").good();
    let link = said.lines().last().unwrap();
    assert!(
        link.starts_with("http://127.0.0.1:8080/") && link.len() > 100,
        "{said}"
    );
    let mode = |name: &str| fs::metadata(data.join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(""), 0o700);
    assert_eq!(mode("installation.key"), 0o600);
    assert_eq!(mode("meldroute.sqlite"), 0o600);
    let again = init("ander").refused();
    assert!(again.contains("heemstede is here already"), "{again}");
}

#[test]
fn a_broken_configuration_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (data, configuration) = (folder.path().join("data"), folder.path().join("configuration"));
    fs::create_dir(&configuration).unwrap();
    let ran = meldroute(&[
        "init",
        "--data",
        data.to_str().unwrap(),
        "--configuration",
        configuration.to_str().unwrap(),
        "--admin",
        "beheer",
        "--name",
        "B. Beheerder",
    ]);
    assert!(ran.refused().contains("route.toml"));
    assert!(!data.exists());
}

#[test]
fn people_are_added_and_their_accounts_closed() {
    let place = Place::sqlite();
    place.init().good();
    let add = [
        "user",
        "add",
        "j.devries",
        "--name",
        "J. de Vries",
        "--role",
        "coordinator",
        "--role",
        "body-member:loo",
    ];
    assert!(place.run(&add).good().starts_with("http://127.0.0.1:8080/"));
    place.run(&add).refused();
    let unknown = place
        .run(&["user", "add", "x", "--name", "X", "--role", "body-member:nowhere"])
        .refused();
    assert!(unknown.contains("grants"), "{unknown}");
    let first = place.run(&["user", "reset", "j.devries"]).good();
    let second = place.run(&["user", "reset", "j.devries"]).good();
    assert_ne!(first, second, "each link works once");
    place.run(&["user", "disable", "j.devries"]).good();
    let reader = place.run(&["signal", "list", "--as", "j.devries"]).refused();
    assert!(reader.contains("not in use"), "{reader}");
    let nobody = place.run(&["user", "disable", "nobody"]).refused();
    assert!(nobody.contains("nobody"), "{nobody}");
}

#[test]
fn who_reads_on_the_command_line_has_the_rights_of_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    make_demo(&data);
    let data = data.to_str().unwrap();
    let show = |login| {
        let arguments = [
            "signal",
            "show",
            "--data",
            data,
            "--purpose",
            "test",
            "--as",
            login,
            "HS-2026-0003",
        ];
        meldroute(
            &arguments
                .map(|argument| argument.replace("2026", &year()))
                .each_ref()
                .map(String::as_str),
        )
    };
    assert!(show("coordinator").good().contains("Havenstraat 900"));
    for login in ["bestuur", "beheer", "hvo", "gast", "wijkhandhaver"] {
        assert!(!show(login).refused().contains("Havenstraat"), "{login}");
    }
    let list = meldroute(&[
        "signal",
        "list",
        "--data",
        data,
        "--as",
        "coordinator",
        "--format",
        "json",
    ])
    .good();
    assert_eq!(list.matches("\"number\"").count(), 12);
    meldroute(&["signal", "list", "--data", data, "--as", "bestuur"]).refused();
}

/// The year in the numbers of the demo, whose story began some weeks ago.
#[expect(clippy::disallowed_methods, reason = "the demo is told up to today")]
fn year() -> String {
    (chrono::Utc::now() - chrono::TimeDelta::weeks(3))
        .format("%Y")
        .to_string()
}

#[test]
fn a_new_version_that_strands_a_signal_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (data, configuration) = (folder.path().join("demo"), folder.path().join("configuration"));
    make_demo(&data);
    fs::create_dir(&configuration).unwrap();
    for entry in fs::read_dir(repository("config/heemstede")).unwrap() {
        let from = entry.unwrap().path();
        fs::copy(&from, configuration.join(from.file_name().unwrap())).unwrap();
    }
    let update = || {
        meldroute(&[
            "municipality",
            "update",
            "--data",
            data.to_str().unwrap(),
            configuration.to_str().unwrap(),
        ])
    };
    let route = configuration.join("route.toml");
    let text = fs::read_to_string(&route).unwrap();
    assert!(update().refused().contains("version"), "the same version again");
    let newer = text.replace("version = 1\n", "version = 2\n");
    let without_enrichment = newer
        .replace("id = \"enrich\"", "id = \"research\"")
        .replace("next = \"enrich\"", "next = \"research\"");
    fs::write(&route, without_enrichment).unwrap();
    let stranded = update().refused();
    assert!(stranded.contains("HS-"), "it names the signal: {stranded}");
    fs::write(&route, &newer).unwrap();
    assert!(update().good().contains("version 2 is in force"));
}
