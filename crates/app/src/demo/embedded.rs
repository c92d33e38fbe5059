// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the demo is made of, inside the binary: Heemstede's configuration, the mails, and tables to ask.

use std::{collections::BTreeMap, fs, path::Path};

use crate::stop::Stop;

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../../", $folder, "/", $name)))),+]
    };
}

const CONFIGURATION: &[(&str, &[u8])] = files!("config/heemstede":
    "bodies.toml",
    "channels.toml",
    "feedback-templates.toml",
    "feedback.toml",
    "figures.toml",
    "forms.toml",
    "indicators.toml",
    "municipality.toml",
    "partners.toml",
    "plan.toml",
    "processing.toml",
    "registers.toml",
    "retention.toml",
    "route.toml",
    "sharing.toml",
    "where-to-report.toml",
);

const MAILS: &[(&str, &[u8])] = files!("demo/mails":
    "01-platte-tekst.eml",
    "02-alleen-html.eml",
    "03-tekst-en-html.eml",
    "04-outlook-winmail.eml",
    "05-doorgestuurd-in-tekst.eml",
    "06-doorgestuurd-als-bijlage.eml",
    "07-met-bijlagen.eml",
    "08-iso-8859-1.eml",
    "09-windows-1252.eml",
    "10-iso-8859-9.eml",
    "11-iso-8859-2.eml",
    "12-koi8-u.eml",
    "13-cyrillisch-utf-8.eml",
    "14-roemeens.eml",
    "15-engels.eml",
    "16-smime-ondertekend.eml",
    "17-automatisch-antwoord.eml",
    "18-onbestelbaar.eml",
    "19-dubbel.eml",
    "20-dubbel-zonder-message-id.eml",
    "21-gescheurd.eml",
    "22-mma-en-buurtteam.mbox",
    "23-acuut.eml",
    "24-minderjarig.eml",
    "25-hvo-querido.eml",
    "26-scharlaken-koord.eml",
    "27-ggd.eml",
    "28-woningcorporatie.eml",
    "29-aanvulling-melder.eml",
    "30-adviesvraag.eml",
    "31-mailinglijst.eml",
    "32-buiten-taak.eml",
    "33-zelfde-tekst.eml",
);

/// The figures and the actions of Heemstede's plan, which are taken in like any file.
pub(super) const FIGURES: &[u8] = include_bytes!("../../../../config/heemstede/figures.csv");
pub(super) const PLAN: &[u8] = include_bytes!("../../../../config/heemstede/plan.csv");

/// Tables of the municipality that can be asked, by name of their source. All of them are invented.
pub(super) const TABLES: [(&str, &str); 3] = [
    (
        "vergunningen",
        include_str!("../../../../demo/registers/vergunningen.csv"),
    ),
    ("bibob", include_str!("../../../../demo/registers/bibob.csv")),
    ("woz", include_str!("../../../../demo/registers/woz.csv")),
];

/// What the demo has beside Heemstede's configuration, where it is off on purpose: the public form.
const PUBLIC_FORM: &str = r#"
[[channel]]
id = "public"
name = { nl = "Openbaar formulier", en = "Public form" }
kind = "public-form"
reporters = ["resident", "anonymous"]
used_by = []

[public_form]
enabled = true

[public_form.cost]
nl = "Wij kunnen u niet bellen en niet beschermen. Alleen met uw code hoort u van ons."
en = "We can't call you and can't protect you. Only with your code you hear from us."
uk = "Ми не зможемо вам зателефонувати чи захистити вас. Відповідь ви побачите лише з кодом."
ru = "Мы не сможем вам позвонить или защитить вас. Ответ вы увидите только с кодом."
"#;

/// Heemstede's configuration with the public form, by name of the file.
pub(super) fn configuration() -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut files: BTreeMap<String, String> = CONFIGURATION
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), text(bytes)))
        .collect();
    if let Some(channels) = files.get_mut("channels.toml") {
        channels.push_str(PUBLIC_FORM);
    }
    files
}

/// Writes the mails into a new folder, from which they are imported like any others.
pub(super) fn write_mails(folder: &Path) -> Result<(), Stop> {
    fs::create_dir(folder)?;
    for (name, bytes) in MAILS {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn nothing_that_ships_is_left_out() {
        let listed = |files: &[(&str, &[u8])]| {
            files
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(listed(MAILS), names("demo/mails"));
        let mut shipped = names("config/heemstede");
        // What is taken in like any file, after the configuration.
        shipped.retain(|name| !["figures.csv", "plan.csv"].contains(&name.as_str()));
        assert_eq!(listed(CONFIGURATION), shipped);
        let mut tables: Vec<String> = TABLES.iter().map(|(id, _)| format!("{id}.csv")).collect();
        tables.sort();
        assert_eq!(tables, names("demo/registers"));
    }
}
