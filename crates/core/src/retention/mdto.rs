// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Metadata for an archive, as MDTO 1.0.1 (Metagegevens Duurzaam Toegankelijke Overheidsinformatie) has them. The order of elements is
//! that of its schema.

use chrono::NaiveDate;

use super::{
    rule::End,
    term::Term,
    verdict::Verdict,
    xml::{Element, document, group, text},
};

/// The media type of the content of a dossier.
pub const JSON: &str = "application/json";

const NAMESPACE: &str = " xmlns=\"https://www.nationaalarchief.nl/mdto\" \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:schemaLocation=\"https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd\"";

/// What is said of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Information {
    /// Its number.
    pub number: String,
    /// The municipality that made it, as people write it.
    pub municipality: String,
    /// Who is responsible for the data (AVG).
    pub controller: String,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was closed.
    pub closed_on: NaiveDate,
    /// When it is exported.
    pub exported_on: NaiveDate,
    /// The appraisal.
    pub appraisal: Appraisal,
    /// The files that represent it: its content, and what came with its reports.
    pub files: Vec<String>,
}

/// How it is appraised (waardering).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appraisal {
    /// Kept for ever (B).
    Kept,
    /// Kept until a day (V).
    Temporary {
        /// From when.
        start: NaiveDate,
        /// How long.
        term: Term,
        /// The last day.
        last_day: NaiveDate,
    },
    /// Not said (N).
    Unknown,
}

impl Appraisal {
    /// What the rules say, as an appraisal.
    pub fn of(verdict: Option<&Verdict<'_>>) -> Self {
        match verdict {
            Some(verdict) if verdict.rule.end == End::Keep => Self::Kept,
            Some(Verdict {
                rule,
                start,
                last_day: Some(last_day),
            }) => rule.term.map_or(Self::Unknown, |term| Self::Temporary {
                start: *start,
                term,
                last_day: *last_day,
            }),
            Some(_) | None => Self::Unknown,
        }
    }
}

/// What is said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes it has.
    pub size: usize,
    /// SHA-256 over its bytes, in hexadecimal.
    pub sha256: String,
    /// When that was counted, with its zone.
    pub hashed_at: String,
    /// The number of the dossier that it represents.
    pub number: String,
    /// The municipality, as people write it.
    pub municipality: String,
}

/// The metadata of a dossier.
pub fn information(of: &Information) -> String {
    let mut elements = vec![
        identity(&of.number, &of.municipality),
        text("naam", format!("Signaal {}", of.number)),
        concept(
            "aggregatieniveau",
            "Dossier",
            None,
            "Begrippenlijst Aggregatieniveaus MDTO",
        ),
        group(
            "dekkingInTijd",
            vec![
                concept(
                    "dekkingInTijdType",
                    "Looptijd",
                    None,
                    "Begrippenlijst DekkingInTijd typen MDTO",
                ),
                text("dekkingInTijdBegindatum", of.opened_on.to_string()),
                text("dekkingInTijdEinddatum", of.closed_on.to_string()),
            ],
        ),
        text("taal", "nl"),
        event("Creatie", of.opened_on),
        event("Bevriezing", of.closed_on),
        event("Export", of.exported_on),
    ];
    elements.extend(appraisal(&of.appraisal));
    let represented =
        |name: &String| group("heeftRepresentatie", vec![text("verwijzingNaam", name.as_str())]);
    elements.extend(of.files.iter().map(represented));
    elements.extend([
        group("archiefvormer", vec![text("verwijzingNaam", of.controller.as_str())]),
        group(
            "beperkingGebruik",
            vec![
                concept(
                    "beperkingGebruikType",
                    "Nader te bepalen",
                    None,
                    "Begrippenlijst BeperkingGebruik typen MDTO",
                ),
                text(
                    "beperkingGebruikNadereBeschrijving",
                    "Bevat persoonsgegevens, ook strafrechtelijke en bijzondere. Beperking te bepalen door archivaris en FG.",
                ),
            ],
        ),
    ]);
    mdto(group("informatieobject", elements))
}

/// The metadata of a file.
pub fn file(of: &File) -> String {
    mdto(group(
        "bestand",
        vec![
            identity(&of.name, &of.municipality),
            text("naam", of.name.as_str()),
            text("omvang", of.size.to_string()),
            format(&of.media_type),
            group(
                "checksum",
                vec![
                    concept(
                        "checksumAlgoritme",
                        "SHA-256",
                        None,
                        "Begrippenlijst ChecksumAlgoritme MDTO",
                    ),
                    text("checksumWaarde", of.sha256.as_str()),
                    text("checksumDatum", of.hashed_at.as_str()),
                ],
            ),
            group(
                "isRepresentatieVan",
                vec![
                    text("verwijzingNaam", format!("Signaal {}", of.number)),
                    group(
                        "verwijzingIdentificatie",
                        vec![
                            text("identificatieKenmerk", of.number.as_str()),
                            text("identificatieBron", source(&of.municipality)),
                        ],
                    ),
                ],
            ),
        ],
    ))
}

/// The format, by PRONOM where it is known for certain; else by its media type, as PRONOM asks for the version of a format.
fn format(media_type: &str) -> Element {
    const NAME: &str = "bestandsformaat";
    match media_type.split(';').next().unwrap_or_default() {
        JSON => concept(
            NAME,
            "JSON Data Interchange Format",
            Some("fmt/817"),
            "PRONOM-register",
        ),
        "text/plain" => concept(NAME, "Plain Text File", Some("x-fmt/111"), "PRONOM-register"),
        other => concept(NAME, other, None, "IANA Media Types"),
    }
}

fn mdto(element: Element) -> String {
    document(&group("MDTO", vec![element]), NAMESPACE)
}

fn source(municipality: &str) -> String {
    format!("Meldroute, gemeente {municipality}")
}

fn identity(mark: &str, municipality: &str) -> Element {
    group(
        "identificatie",
        vec![
            text("identificatieKenmerk", mark),
            text("identificatieBron", source(municipality)),
        ],
    )
}

fn concept(name: &'static str, label: &str, code: Option<&str>, list: &str) -> Element {
    let code = code.map(|code| text("begripCode", code));
    let list = group("begripBegrippenlijst", vec![text("verwijzingNaam", list)]);
    let label = std::iter::once(text("begripLabel", label));
    group(name, label.chain(code).chain([list]).collect())
}

fn event(kind: &str, on: NaiveDate) -> Element {
    group(
        "event",
        vec![
            concept("eventType", kind, None, "Begrippenlijst Event typen MDTO"),
            text("eventTijd", on.to_string()),
        ],
    )
}

/// The appraisal, and the term where it is temporary: the rules of MDTO allow one only then.
fn appraisal(of: &Appraisal) -> Vec<Element> {
    const LIST: &str = "Begrippenlijst Waarderingen MDTO";
    let appraised = |label, code| concept("waardering", label, Some(code), LIST);
    match of {
        Appraisal::Kept => vec![appraised("Blijvend te bewaren", "B")],
        Appraisal::Unknown => vec![appraised("Nader te bepalen", "N")],
        Appraisal::Temporary {
            start,
            term,
            last_day,
        } => vec![
            appraised("Tijdelijk te bewaren", "V"),
            group(
                "bewaartermijn",
                vec![
                    text("termijnStartdatumLooptijd", start.to_string()),
                    text("termijnLooptijd", duration(*term)),
                    text("termijnEinddatum", last_day.to_string()),
                ],
            ),
        ],
    }
}

/// A term as a duration of XML schema.
fn duration(term: Term) -> String {
    match term {
        Term::Days(days) => format!("P{days}D"),
        Term::Months(months) => format!("P{months}M"),
        Term::Years(years) => format!("P{years}Y"),
    }
}
