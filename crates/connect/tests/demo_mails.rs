// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The demo's mails: the exact outcome of each file. `demo/README.md` says what each is for.

#![expect(clippy::panic, reason = "a test that reads something else has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use meldroute_connect::mail::{
    AuthMethod, Limits, Message, Reading, SignatureKind, Source, find_messages, read_message,
};
use rstest::rstest;

fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/mails");
    find_messages(&folder, &Limits::default())
        .map(|source| source.unwrap_or_else(|error| panic!("{error}")))
        .collect()
}

fn message(label: &str) -> Message {
    let source = sources()
        .into_iter()
        .find(|source| source.label.starts_with(label));
    match source.map(|source| read_message(&source.bytes, &Limits::default())) {
        Some(Reading::Message(message)) => *message,
        _ => panic!("{label} is no message"),
    }
}

/// One line per message: kind, then for messages what was found besides the text.
fn outcome(source: &Source) -> String {
    let message = match read_message(&source.bytes, &Limits::default()) {
        Reading::AutoReply(reason) => return format!("auto-reply {reason:?}"),
        Reading::Broken(reason) => return format!("broken {reason:?}"),
        Reading::Message(message) => message,
    };
    assert!(message.text.len() > 150, "{} has lost text", source.label);
    assert!(
        !message.damaged && !message.looks_automatic,
        "{} looks wrong",
        source.label
    );
    assert!(
        message.from.is_some() && message.subject.is_some() && message.date.is_some(),
        "{}",
        source.label
    );
    let mut line = "message".to_owned();
    for (shown, what) in [
        (message.html_was_used, "html"),
        (message.forwarded.is_some(), "forwarded"),
        (message.signed.is_some(), "signed"),
        (message.in_reply_to.is_some(), "reply"),
        (message.message_id.is_none(), "no-id"),
    ] {
        if shown {
            line = format!("{line} {what}");
        }
    }
    if message.attachments.is_empty() {
        line
    } else {
        format!("{line} {} files", message.attachments.len())
    }
}

#[test]
fn every_file_has_its_outcome() {
    let found: Vec<(String, String)> = sources()
        .iter()
        .map(|one| (one.label.clone(), outcome(one)))
        .collect();
    let expected = [
        ("01-platte-tekst.eml", "message"),
        ("02-alleen-html.eml", "message html"),
        ("03-tekst-en-html.eml", "message"),
        ("04-outlook-winmail.eml", "message 2 files"),
        ("05-doorgestuurd-in-tekst.eml", "message forwarded"),
        ("06-doorgestuurd-als-bijlage.eml", "message forwarded"),
        ("07-met-bijlagen.eml", "message 3 files"),
        ("08-iso-8859-1.eml", "message"),
        ("09-windows-1252.eml", "message"),
        ("10-iso-8859-9.eml", "message"),
        ("11-iso-8859-2.eml", "message"),
        ("12-koi8-u.eml", "message"),
        ("13-cyrillisch-utf-8.eml", "message"),
        ("14-roemeens.eml", "message"),
        ("15-engels.eml", "message"),
        ("16-smime-ondertekend.eml", "message signed"),
        ("17-automatisch-antwoord.eml", "auto-reply AutoSubmitted"),
        ("18-onbestelbaar.eml", "auto-reply DeliveryStatus"),
        ("19-dubbel.eml", "message"),
        ("20-dubbel-zonder-message-id.eml", "message no-id"),
        ("21-gescheurd.eml", "broken Unreadable"),
        ("22-mma-en-buurtteam.mbox#1", "message"),
        ("22-mma-en-buurtteam.mbox#2", "message"),
        ("22-mma-en-buurtteam.mbox#3", "message"),
        ("23-acuut.eml", "message"),
        ("24-minderjarig.eml", "message"),
        ("25-hvo-querido.eml", "message"),
        ("26-scharlaken-koord.eml", "message"),
        ("27-ggd.eml", "message html"),
        ("28-woningcorporatie.eml", "message"),
        ("29-aanvulling-melder.eml", "message reply"),
        ("30-adviesvraag.eml", "message"),
        ("31-mailinglijst.eml", "message"),
        ("32-buiten-taak.eml", "message"),
        ("33-zelfde-tekst.eml", "message"),
    ]
    .map(|(label, outcome)| (label.to_owned(), outcome.to_owned()));
    assert_eq!(found, expected);
}

/// Beginnings that are right to the letter, in each charset and encoding.
#[rstest]
#[case(
    "01",
    "Joke van Wijngaarden",
    "Werklui in huis Lindenlaan 901",
    "Goedemorgen,\n\nIk woon aan de Lindenlaan en wil graag iets"
)]
#[case(
    "02",
    "Ria Bontekoe",
    "Zorgen over de buren",
    "Beste gemeente,\n\nIn het appartement naast mij (Havenstraat 900, eerste"
)]
#[case(
    "08",
    "Praktijk Voorbeeldplein",
    "Privé: zorgen om patiënte",
    "Geachte collega,\n\nNamens de huisarts: een patiënte van rond"
)]
#[case(
    "09",
    "Inkomensconsulent IASZ",
    "Uitkering gaat naar ander – Meerzicht 920",
    "Goedemorgen,\n\nEen cliënt laat zijn uitkering (€ 1.345,–) sinds juli"
)]
#[case(
    "10",
    "Gülşen Yıldırım",
    "Fırında çalışma şartları",
    "İyi akşamlar,\n\nKuzenim Heemstede'de bir fırında çalışıyor."
)]
#[case(
    "11",
    "Łukasz Wiśniewski",
    "Praca przy cebulkach - prośba o pomoc",
    "Dzień dobry,\n\nPracuję od sierpnia przy cebulkach"
)]
#[case(
    "12",
    "Оксана Ткаченко",
    "Робота без оплати",
    "Доброго дня!\n\nЯ живу в притулку для українців у Хемстеде."
)]
#[case(
    "13",
    "Десислава Илиева",
    "Сигнал за сестра ми",
    "Здравейте,\n\nСестра ми замина за Нидерландия с приятеля си. Обеща ѝ"
)]
#[case(
    "14",
    "Ștefan Munteanu",
    "Muncă la Kanaalweg",
    "Bună ziua,\n\nLucrez la spălătoria auto de pe Meerzicht 920."
)]
#[case(
    "27",
    "Team Publieke Gezondheid",
    "Bezoek hotel Stationszicht",
    "Beste mensen,\n\nOnze verpleegkundige bezocht"
)]
fn text_is_right_to_the_letter(
    #[case] label: &str,
    #[case] name: &str,
    #[case] subject: &str,
    #[case] beginning: &str,
) {
    let message = message(label);
    assert_eq!(message.from.unwrap().name.as_deref(), Some(name));
    assert_eq!(message.subject.as_deref(), Some(subject));
    assert!(message.text.starts_with(beginning), "{}", message.text);
}

#[test]
fn html_becomes_text_without_remote_content() {
    let text = message("02").text;
    assert!(text.contains("- de vrouwen komen nooit alleen naar buiten;\n- een man met een zwarte sporttas"));
    assert!(text.contains("deze pagina <https://advertenties.voorbeeld.example/900?ref=1&stad=heemstede>."));
    assert!(text.ends_with("Groet,\nRia Bontekoe\nria.bontekoe@thuis.example"));
    assert!(!text.contains("pixel") && !text.contains("font-family"));
}

#[rstest]
#[case("04", &[
    ("Verslag gesprek Bloemenpad 903.pdf", "application/pdf", Some("application/pdf"), true),
    ("foto pui.png", "image/png", Some("image/png"), true),
])]
#[case("07", &[
    ("slaapzaal.png", "image/png", Some("image/png"), false),
    ("voordeur.jpg", "image/jpeg", Some("image/jpeg"), false),
    ("verslag.pdf", "application/pdf", Some("application/pdf"), false),
])]
fn attachments_come_out_whole(#[case] label: &str, #[case] expected: &[(&str, &str, Option<&str>, bool)]) {
    let message = message(label);
    let found: Vec<_> = message
        .attachments
        .iter()
        .map(|file| {
            (
                file.name.as_deref().unwrap(),
                file.declared_type.as_str(),
                file.sniffed_type,
                file.from_winmail,
            )
        })
        .collect();
    assert_eq!(found, expected);
    for file in &message.attachments {
        let end: &[u8] = match file.sniffed_type {
            Some("image/png") => b"IEND\xaeB\x60\x82",
            Some("image/jpeg") => b"\xff\xd9",
            _ => b"%%EOF\n",
        };
        assert!(file.bytes.ends_with(end));
    }
}

#[test]
fn forwarded_mails_name_the_first_writer() {
    let inline = message("05").forwarded.unwrap();
    let writer = inline.from.unwrap();
    assert_eq!(
        (writer.name.as_deref(), writer.address.as_str()),
        (Some("W. Terpstra"), "w.terpstra@post.example")
    );
    assert_eq!(inline.date.as_deref(), Some("maandag 19 oktober 2026 20:51"));
    assert_eq!(inline.subject.as_deref(), Some("Jongens aan de deur"));

    let whole = message("06");
    let attached = whole.forwarded.unwrap();
    assert_eq!(attached.from.unwrap().address, "m.derooij@politie.example");
    assert_eq!(attached.date.as_deref(), Some("Tue, 20 Oct 2026 23:10:00 +0200"));
    assert_eq!(attached.subject.as_deref(), Some("Observatie Kanaalweg 910"));
    assert!(
        whole.text.starts_with("Ter info") && whole.text.contains("Door de\nroldeur zag ik stapelbedden.")
    );
}

#[test]
fn duplicates_have_one_hash_and_all_others_their_own() {
    assert_eq!(message("19").message_id, message("03").message_id);
    assert_eq!(message("19").content_hash, message("03").content_hash);
    assert_eq!(message("20").content_hash, message("01").content_hash);
    let mut labels: BTreeMap<[u8; 32], BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        if let Reading::Message(message) = read_message(&source.bytes, &Limits::default()) {
            labels
                .entry(message.content_hash)
                .or_default()
                .insert(source.label);
        }
    }
    assert_eq!(labels.values().filter(|labels| labels.len() > 1).count(), 2);
    assert_eq!(labels.len(), 30);
}

#[test]
fn signature_and_checks_are_information() {
    let signed = message("16");
    assert_eq!(
        signed.signed.map(|signature| signature.kind),
        Some(SignatureKind::Smime)
    );
    let checks: Vec<_> = signed
        .authentication
        .iter()
        .map(|check| (check.method, check.result.as_str()))
        .collect();
    assert_eq!(
        checks,
        [
            (AuthMethod::Spf, "pass"),
            (AuthMethod::Dkim, "pass"),
            (AuthMethod::Dmarc, "pass")
        ]
    );
    assert!(message("19").authentication.is_empty());
}

#[test]
fn an_mbox_line_comes_back_as_it_was() {
    assert!(
        message("22-mma-en-buurtteam.mbox#1")
            .text
            .contains("\n\nFrom zes uur 's ochtends")
    );
}
