// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask mail-memory`: takes in a mail of 50 MB, and prints the most memory that the program held meanwhile.

use std::{
    env, fs, io,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

/// The sides of a picture of 12 million pixels, three bytes for each: 36 MB, and 49 MB as a mail carries it.
const SIDE: u32 = 3456;

/// Measures the development build: what it holds does not depend on how it was optimised.
pub(crate) fn measure() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let build = Command::new("cargo")
        .args(["build", "--quiet"])
        .current_dir(&root)
        .status()?;
    if !build.success() {
        return Err(io::Error::other("the program does not build"));
    }
    let folder = env::temp_dir().join(format!("meldroute-mail-memory-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let measured = import(&root, &folder);
    fs::remove_dir_all(&folder)?;
    let (size, program, copies) = measured?;
    eprintln!(
        "mail of {} MB: the program held {} MB at most",
        size >> 20,
        program >> 10
    );
    eprintln!("the process that makes the copy held {} MB at most", copies >> 10);
    Ok(())
}

/// Imports the mail into a new installation: its size in bytes, and the peaks of the program and its helper in kB.
fn import(root: &Path, folder: &Path) -> io::Result<(usize, u64, u64)> {
    let program = root.join("target/debug/meldroute");
    let (data, file) = (folder.join("data"), folder.join("mail.eml"));
    let made = Command::new(&program)
        .args([
            "init",
            "--admin",
            "beheer",
            "--name",
            "B. Beheerder",
            "--configuration",
        ])
        .arg(root.join("config/heemstede"))
        .arg("--data")
        .arg(&data)
        .stdout(Stdio::null())
        .status()?;
    if !made.success() {
        return Err(io::Error::other("no installation"));
    }
    let mail = mail();
    fs::write(&file, &mail)?;
    let mut child = Command::new(&program)
        .args(["mail", "import"])
        .arg(&file)
        .arg("--data")
        .arg(&data)
        .spawn()?;
    let (mut most, mut copies) = (0, 0);
    while child.try_wait()?.is_none() {
        let id = child.id();
        most = most.max(peak(id));
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        for child in children.split_whitespace().filter_map(|id| id.parse().ok()) {
            copies = copies.max(peak(child));
        }
        wait();
    }
    Ok((mail.len(), most, copies))
}

#[expect(clippy::disallowed_methods, reason = "nothing else runs in this program")]
fn wait() {
    std::thread::sleep(Duration::from_millis(2));
}

/// The most memory that a process held so far, in kB.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

/// A mail with one picture.
fn mail() -> String {
    let mut picture = b"BM".to_vec();
    let size = 54 + SIDE * SIDE * 3;
    for number in [size, 0, 54, 40, SIDE, SIDE, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        picture.extend_from_slice(&number.to_le_bytes());
    }
    let noise = (0..SIDE * SIDE * 3).map(|at| (at.wrapping_mul(2_654_435_761) >> 24).to_le_bytes()[0]);
    picture.extend(noise);
    let mut mail = "From: Melder <melder@post.example>\r\nSubject: Een grote foto\r\nDate: Mon, 5 Oct 2026 08:12:00 +0200\r\n\
        Content-Type: image/bmp\r\nContent-Disposition: attachment; filename=foto.bmp\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        .to_owned();
    for line in picture.chunks(57) {
        for three in line.chunks(3) {
            let [a, b, c] = [0, 1, 2].map(|at| u32::from(three.get(at).copied().unwrap_or(0)));
            let all = a << 16 | b << 8 | c;
            for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
                mail.push(if at <= three.len() {
                    letter(all >> shift & 63)
                } else {
                    '='
                });
            }
        }
        mail.push_str("\r\n");
    }
    mail
}

/// A digit of base64.
fn letter(digit: u32) -> char {
    let from = |start: u8, digit: u32| char::from(start + digit.to_le_bytes()[0]);
    match digit {
        0..=25 => from(b'A', digit),
        26..=51 => from(b'a', digit - 26),
        52..=61 => from(b'0', digit - 52),
        62 => '+',
        _ => '/',
    }
}
