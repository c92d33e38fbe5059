// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute mail import`.

use crate::{mails, place::Place, program::repository};

async fn takes_each_message_in_once(place: Place) {
    place.init().good();
    let mails = repository("demo/mails");
    let first = place.run(&["mail", "import", &mails]).good();
    let tally = first.lines().last().unwrap();
    assert_eq!(
        tally,
        "35 messages: 30 reports, 2 duplicates, 1 to quarantine, 2 automatic replies"
    );
    let numbers: Vec<&str> = first
        .lines()
        .filter_map(|line| line.split_once(": report ").map(|(_, number)| number))
        .collect();
    assert_eq!(numbers.len(), 30);
    assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
    for line in [
        "17-automatisch-antwoord.eml: auto-reply",
        "18-onbestelbaar.eml: auto-reply",
        "19-dubbel.eml: duplicate",
        "20-dubbel-zonder-message-id.eml: duplicate",
    ] {
        assert!(
            first.lines().any(|said| said == line),
            "{line} is missing in:\n{first}"
        );
    }
    assert!(
        first
            .lines()
            .any(|line| line.starts_with("21-gescheurd.eml: quarantine The e-mail")),
        "{first}"
    );

    let again = place.run(&["mail", "import", &mails]).good();
    let tally = again.lines().last().unwrap();
    assert_eq!(
        tally,
        "35 messages: 0 reports, 35 duplicates, 0 to quarantine, 0 automatic replies"
    );
    place.remove().await;
}

#[tokio::test]
async fn takes_each_message_in_once_on_sqlite() {
    takes_each_message_in_once(Place::sqlite()).await;
}

#[tokio::test]
async fn takes_each_message_in_once_on_postgres() {
    if let Some(place) = Place::postgres().await {
        takes_each_message_in_once(place).await;
    }
}

#[test]
fn messages_that_wrongly_share_a_message_id_all_become_reports() {
    let place = Place::sqlite();
    place.init().good();
    let folder = place.folder.path().join("forms");
    std::fs::create_dir(&folder).unwrap();
    for (day, text) in [(5, "Verzonnen eerste melding"), (6, "Verzonnen tweede melding")] {
        let mail = format!(
            "From: formulier@site.example\nMessage-ID: <formulier@site.example>\n\
             Date: {day:02} Oct 2026 09:00:00 +0200\nSubject: Formulier\n\n{text}\n"
        );
        std::fs::write(folder.join(format!("{day}.eml")), mail).unwrap();
    }
    let said = place.run(&["mail", "import", folder.to_str().unwrap()]).good();
    assert!(said.contains("2 messages: 2 reports, 0 duplicates"), "{said}");
}

/// Two messages with one Message-ID and date: somebody's own, and what was made of it on the way.
fn two_with_one_message_id(folder: &std::path::Path) {
    std::fs::create_dir(folder).unwrap();
    for (name, text) in [("1", "Verzonnen eerste tekst"), ("2", "Verzonnen andere tekst")] {
        let mail = format!(
            "From: iemand@post.example\nMessage-ID: <een@post.example>\n\
             Date: Mon, 05 Oct 2026 09:00:00 +0200\nSubject: Bericht\n\n{text}\n"
        );
        std::fs::write(folder.join(format!("{name}.eml")), mail).unwrap();
    }
}

async fn a_known_message_id_with_other_content_is_a_report_of_its_own(place: Place) {
    place.init().good();
    let folder = place.folder.path().join("mails");
    two_with_one_message_id(&folder);
    let folder = folder.to_str().unwrap();
    let said = place.run(&["mail", "import", folder]).good();
    assert!(said.contains("2 messages: 2 reports, 0 duplicates"), "{said}");
    let again = place.run(&["mail", "import", folder]).good();
    assert!(again.contains("2 messages: 0 reports, 2 duplicates"), "{again}");
    place.remove().await;
}

#[tokio::test]
async fn a_known_message_id_with_other_content_is_a_report_of_its_own_on_sqlite() {
    a_known_message_id_with_other_content_is_a_report_of_its_own(Place::sqlite()).await;
}

#[tokio::test]
async fn a_known_message_id_with_other_content_is_a_report_of_its_own_on_postgres() {
    if let Some(place) = Place::postgres().await {
        a_known_message_id_with_other_content_is_a_report_of_its_own(place).await;
    }
}

#[test]
fn goes_on_after_a_file_that_is_not_there() {
    let place = Place::sqlite();
    place.init().good();
    let folder = place.folder.path().join("mails");
    mails::write(&folder, 0..2);
    let ran = place.run(&["mail", "import", "no-such-file.eml", folder.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out
            .ends_with("2 messages: 2 reports, 0 duplicates, 0 to quarantine, 0 automatic replies\n"),
        "{}",
        ran.out
    );
    assert!(ran.err.contains("no-such-file.eml"), "{}", ran.err);
}
