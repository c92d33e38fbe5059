// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Everything that is handed out on paper, printed from a demo and from both configurations. `scripts/check-pdf` holds these files against
//! PDF/UA-1, and a person can look at them in `target/tmp/paper`.

use std::{fs, path::Path, process::Command};

use chrono::TimeDelta;
use meldroute_core::{id::MunicipalityId, policy::Role};

use crate::{
    browser::{Browser, Visitor, now},
    place::Place,
    program::{MELDROUTE, Running},
};

/// Gets a document, and leaves it for `scripts/check-pdf`.
fn keep(browser: &mut Browser, name: &str, path: &str) {
    let (status, bytes) = browser.ask("GET", path, "").unwrap();
    assert_eq!(status, 200, "{path}");
    leave(name, &bytes);
}

/// Prints the DPIA by the command line: a build for development takes longer for it than a page may.
fn keep_dpia(place: &Place, name: &str) {
    let (data, key) = (place.data(), place.key());
    let key = key.to_str().unwrap();
    let export = [
        "dpia", "export", "--as", "bezoeker", "--format", "pdf", "--data", data, "--key", key,
    ];
    let printed = Command::new(MELDROUTE).args(export).output().unwrap();
    assert!(printed.status.success());
    leave(name, &printed.stdout);
}

fn leave(name: &str, bytes: &[u8]) {
    assert!(bytes.starts_with(b"%PDF-"), "{name} is no PDF");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
}

/// Serves an installation to somebody who holds these roles in it.
async fn served(place: &Place, municipality: &str, roles: &[Role]) -> (Running, Browser) {
    let database = place.open().await;
    let visitor = Visitor::of(&database, &MunicipalityId::from(municipality), roles).await;
    database.close().await;
    let (running, address) = place.serve().await;
    (running, Browser::open(address, &visitor).unwrap())
}

/// Addresses of things below a path that a page links to: the path, an identifier, and how it goes on.
fn links(browser: &mut Browser, page: &str, (path, rest): (&str, &str)) -> Vec<String> {
    let (status, text) = browser.get(page).unwrap();
    assert_eq!(status, 200, "{page}: {text}");
    let hrefs = text.split("href=\"").skip(1);
    let hrefs = hrefs.filter_map(|href| href.split('"').next());
    let is_one = |href: &&str| {
        let id = href.strip_prefix(path).and_then(|id| id.strip_suffix(rest));
        id.is_some_and(|id| id.len() == 36)
    };
    let mut found: Vec<String> = hrefs.filter(is_one).map(str::to_owned).collect();
    found.dedup();
    assert!(!found.is_empty(), "{page} leads to nothing below {path}");
    found
}

/// The page of the last time at which something comes back that has begun.
fn latest(browser: &mut Browser, occasion: &str) -> String {
    let (_, text) = browser.get("/plan/agenda").unwrap();
    let begin = format!("/plan/agenda/{occasion}/");
    let hrefs = text.split("href=\"").skip(1);
    let mut turns: Vec<String> = hrefs
        .filter_map(|href| href.split('"').next())
        .filter(|href| href.starts_with(&begin))
        .map(str::to_owned)
        .collect();
    turns.sort();
    let mut newest_first = turns.into_iter().rev();
    newest_first
        .find(|turn| {
            let (status, page) = browser.get(turn).unwrap();
            status == 200 && page.contains(&format!("{turn}/stuk/pdf"))
        })
        .unwrap()
}

/// Releases a pack of the first signal of which something may go to the police; gives its page.
fn pack(browser: &mut Browser) -> String {
    let expires = (now() + TimeDelta::days(30)).date_naive().to_string();
    let fields = [
        ("to", "police"),
        ("items", "observation-0"),
        ("items", "subject-0"),
        ("expires", expires.as_str()),
        ("necessity-note", "Zonder deze gegevens kan de politie niets."),
    ];
    let signals = links(browser, "/signalen", ("/signalen/", ""));
    let mut release = |signal: &&String| {
        let (status, _) = browser
            .post(&format!("{signal}/delen/vrijgeven"), &fields)
            .unwrap();
        status == 303
    };
    let signal = signals.iter().find(|signal| release(signal)).unwrap();
    let packs = format!("{signal}/delen/");
    links(browser, &format!("{signal}/delen"), (&packs, "")).remove(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_demo_hands_out_is_printed() {
    let place = Place::demo();
    let roles = [Role::Coordinator, Role::PrivacyOfficer, Role::Archivist];
    let (serve, mut browser) = served(&place, "heemstede", &roles).await;
    let browser = &mut browser;
    let certificate = links(browser, "/bewaren", ("/bewaren/", "/verklaring")).remove(0);
    keep(browser, "certificate", &format!("{certificate}/pdf"));
    let claims = links(browser, "/privacy/verzoeken", ("/privacy/verzoeken/", ""));
    assert_eq!(
        claims.len(),
        2,
        "one that waits, and one whose signal was destroyed since"
    );
    for (claim, name) in claims.iter().zip(["bundle-draft", "bundle-answered"]) {
        keep(browser, name, &format!("{claim}/inzage/pdf"));
    }
    let meeting = links(browser, "/overleggen", ("/overleggen/", "")).remove(0);
    keep(browser, "meeting", &format!("{meeting}/lijst/pdf"));
    for occasion in ["staf-veiligheid", "halfjaarbericht", "jaarverslag"] {
        let turn = latest(browser, occasion);
        keep(browser, occasion, &format!("{turn}/stuk/pdf"));
    }
    let pack = pack(browser);
    keep(browser, "pack", &format!("{pack}/pdf"));
    serve.stop();
    keep_dpia(&place, "dpia-heemstede");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_dpia_of_another_configuration_is_printed() {
    let place = Place::sqlite();
    place.init_with("config/oeverland").good();
    let database = place.open().await;
    Visitor::of(&database, &"oeverland".into(), &[Role::PrivacyOfficer]).await;
    database.close().await;
    keep_dpia(&place, "dpia-oeverland");
}
