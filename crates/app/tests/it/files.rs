// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files that come with a mail: scanned by the real scanner, copied by the program's own process, and kept in any case.

use std::{
    fs,
    io::Write as _,
    os::unix::net::UnixListener,
    process::{Command, Stdio},
    time::Duration,
};

use meldroute_core::{
    id::MunicipalityId,
    ports::{ReportFilter, Store as _},
    report::{CleanCopy, Compartment, Report, Scan},
};
use meldroute_storage::Database;

use crate::{
    clamd::{Clamd, eicar},
    place::Place,
    program::{MELDROUTE, Running, repository},
};

/// A mail with files: name and content.
fn mail(files: &[(&str, &[u8])]) -> String {
    let part = |(name, bytes): &(&str, &[u8])| {
        let text: Vec<String> = bytes.iter().map(|byte| format!("={byte:02X}")).collect();
        let text = text.concat();
        let lines: Vec<&str> = text
            .as_bytes()
            .chunks(72)
            .map(|line| std::str::from_utf8(line).unwrap())
            .collect();
        format!(
            "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
            lines.join("=\r\n")
        )
    };
    let parts: String = files.iter().map(part).collect();
    format!(
        "From: Melder <melder@post.example>\r\nSubject: Met bestanden\r\nDate: Mon, 5 Oct 2026 08:12:00 +0200\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nZie de bestanden.\r\n\
         {parts}--b--\r\n"
    )
}

/// Imports a mail with settings; gives its report.
async fn import(place: &Place, mail: &str, settings: &str) -> (Database, Report) {
    let (file, config) = (
        place.folder.path().join("mail.eml"),
        place.folder.path().join("meldroute.toml"),
    );
    fs::write(&file, mail).unwrap();
    fs::write(&config, settings).unwrap();
    let (file, config) = (file.to_str().unwrap(), config.to_str().unwrap());
    place.run(&["mail", "import", file, "--config", config]).good();
    only_report(place).await
}

/// The only report of an installation.
async fn only_report(place: &Place) -> (Database, Report) {
    let database = place.open().await;
    let here = MunicipalityId::from("heemstede");
    let lines = database.reports(&here, ReportFilter::New, None, 1).await.unwrap();
    let report = database
        .report(&here, lines.first().unwrap().id)
        .await
        .unwrap()
        .unwrap()
        .value;
    (database, report)
}

#[tokio::test]
async fn a_photo_gets_a_copy_without_its_place_and_a_virus_gets_none() {
    let place = Place::sqlite();
    place.init().good();
    let socket = place.folder.path().join("clamd.sock");
    let _clamd = Clamd::start(place.folder.path(), &socket).await;
    let photo = fs::read(repository("fuzz/corpus/attachments/seed-foto.jpg")).unwrap();
    let mail = mail(&[("foto.jpg", &photo), ("gratis.txt", eicar().as_bytes())]);
    let (database, report) = import(&place, &mail, &format!("clamd = \"{}\"", socket.display())).await;
    let here = MunicipalityId::from("heemstede");

    let [first, second] = report.files.as_slice() else {
        panic!("two files: {:?}", report.files.len())
    };
    assert!(matches!(&first.scan, Scan::Clean { engine, .. } if engine.starts_with("ClamAV")));
    let CleanCopy::Made { file, media_type, .. } = &first.copy else {
        panic!("{:?}", first.copy)
    };
    assert_eq!(media_type, "image/jpeg");
    let copy = database
        .file(&here, report.id, Compartment::Report, *file)
        .await
        .unwrap()
        .unwrap();
    let original = database
        .file(&here, report.id, Compartment::Reporter, first.file)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(original, photo, "the evidence is as it came");
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(holds(&original, b"Exif") && !holds(&copy, b"Exif"));

    assert!(matches!(&second.scan, Scan::Infected { found, .. } if found.starts_with("Test.Eicar")));
    assert!(matches!(&second.copy, CleanCopy::None { reason } if reason == "infected"));
    database.close().await;
    place.remove().await;
}

#[tokio::test]
async fn a_scanner_that_is_not_there_stops_no_mail() {
    let place = Place::sqlite();
    place.init().good();
    let (database, report) = import(
        &place,
        &mail(&[
            ("brief.txt", b"tekst"),
            ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ]),
        "clamd = \"/no/such/socket\"",
    )
    .await;
    for file in &report.files {
        assert!(
            matches!(&file.scan, Scan::NotScanned { reason } if reason == "out-of-reach"),
            "{:?}",
            file.scan
        );
    }
    let copies: Vec<bool> = report
        .files
        .iter()
        .map(|file| matches!(file.copy, CleanCopy::Made { .. }))
        .collect();
    assert_eq!(copies, [true, false]);
    database.close().await;
    place.remove().await;
}

/// A report is stored before anybody looks at its files; when the program is killed meanwhile, its next run looks at them.
#[tokio::test]
async fn files_that_nobody_looked_at_are_looked_at_after_a_kill() {
    let place = Place::sqlite();
    place.init().good();
    let folder = place.folder.path();
    let (file, socket) = (folder.join("mail.eml"), folder.join("clamd.sock"));
    fs::write(&file, mail(&[("brief.txt", b"tekst")])).unwrap();
    let config = folder.join("meldroute.toml");
    fs::write(&config, format!("clamd = \"{}\"", socket.display())).unwrap();
    // A scanner that takes the file and never answers.
    let scanner = UnixListener::bind(&socket).unwrap();
    let (file, key) = (file.to_str().unwrap(), place.key());
    let arguments = ["--data", place.data(), "--key", key.to_str().unwrap()];
    let arguments = [
        &["mail", "import", file, "--config", config.to_str().unwrap()],
        &arguments[..],
    ];
    let import = Running::start(&arguments.concat());
    let (_held, _) = scanner.accept().unwrap();
    import.kill();
    let (database, report) = only_report(&place).await;
    assert_eq!(
        (&report.files[0].scan, &report.files[0].copy),
        (&Scan::Waiting, &CleanCopy::Waiting)
    );
    database.close().await;

    let (serve, _) = place.serve().await;
    let report = loop {
        let (database, report) = only_report(&place).await;
        database.close().await;
        if !report.files[0].waits() {
            break report;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(matches!(&report.files[0].scan, Scan::NotScanned { reason } if reason == "no-scanner"));
    assert!(matches!(&report.files[0].copy, CleanCopy::Made { name, .. } if name == "bijlage-1.txt"));
    serve.stop();
}

#[test]
fn a_file_that_eats_memory_ends_its_own_process_only() {
    // Each two bytes become an object of a hundred.
    let bomb = [
        b"%PDF-1.7\n1 0 obj\n[".as_slice(),
        &b"1 ".repeat(20 << 20),
        b"]\nendobj\ntrailer<</Root 1 0 R>>\n",
    ]
    .concat();
    let mut child = Command::new(MELDROUTE)
        .arg("make-copy-of-file")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&bomb)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(
        !output.status.success() || output.stdout.starts_with(b"none "),
        "{:?}",
        output.status
    );
}
