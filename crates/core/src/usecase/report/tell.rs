// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The public form: anybody reports, anonymously or in confidence, and gets a code of words with which to come back. No account, and
//! nothing that leads to a person but what they write themselves.

use super::{
    file::take_in_files,
    take_in::{Filed, first_area, store},
    voice::Voice,
};
use crate::{
    audit::Event,
    change::Fingerprint,
    configuration::{Configuration, channel::Channel, public::PublicLanguage},
    id::{AreaId, MunicipalityId, ReportId, Timestamp},
    policy::{Actor, Grant, Right, Role},
    ports::Services,
    report::{
        Openness, Report, ReportState, Reporter, ReporterKind, code,
        message::{LONGEST_LINE, LONGEST_MESSAGE},
    },
    usecase::{Failure, allowed_here, file_mark},
};

/// What the journal says of where it came from. Never an address.
pub const ORIGIN: &str = "public form";

/// So many photos come along at most.
pub const MOST_PHOTOS: usize = 3;

/// A photo is at most this long, in bytes.
pub const LONGEST_PHOTO: usize = 8 * 1024 * 1024;

/// A form's token has as many characters as one of the system's tokens; what is shorter can be guessed.
const SHORTEST_TOKEN: usize = 64;

/// A report by the public form.
#[derive(Clone, Debug)]
pub struct Tell {
    /// The token that the form was given: random, known to nobody else. The code follows from it and from what was filled in, so that a
    /// form whose answer got lost can be sent again.
    pub token: String,
    /// The language of the form.
    pub language: PublicLanguage,
    /// Anonymous, or in confidence.
    pub openness: Openness,
    /// Who reports, where they want to say so.
    pub reporter: Reporter,
    /// About which municipality, where the desk works for several.
    pub area: Option<AreaId>,
    /// What they saw or heard.
    pub text: String,
    /// Where.
    pub place: String,
    /// When.
    pub observed: String,
    /// Whether they saw it themselves.
    pub first_hand: Option<bool>,
    /// What they photographed. Names of files are not asked: they may say who took them, and when.
    pub photos: Vec<Vec<u8>>,
}

/// A token for a new form.
pub fn new_form(services: &Services) -> Result<String, Failure> {
    Ok(services.secrets.new_token()?.0)
}

/// Takes the report in and gives the code of words. The same form sent twice with the same content makes one
/// report and gives the same code; with other content it makes another report, with a code of its own.
pub async fn tell(
    services: &Services,
    municipality: &MunicipalityId,
    mut tell: Tell,
) -> Result<String, Failure> {
    let configuration = services
        .configurations
        .of(municipality)
        .ok_or(Failure::NotFound)?;
    let channel = configuration.public_channel().ok_or(Failure::NotFound)?;
    let problems = problems(&configuration, channel, &tell);
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let now = services.clock.now();
    let permit = allowed_here(services, &intake(municipality, now), Right::TakeIn).await?;
    let photos = named(std::mem::take(&mut tell.photos));
    let code = code_of(services, &tell, &photos);
    let (attached, sealed) = take_in_files(services, photos);
    let reporter = kept(tell.openness, tell.reporter);
    let report = Report {
        id: ReportId(services.minter.mint()),
        municipality: municipality.clone(),
        area: tell.area.unwrap_or_else(|| first_area(&configuration)),
        received_at: now,
        channel: channel.id.clone(),
        // Whoever they are: with the code they hear back like any resident.
        reporter_kind: ReporterKind::Resident,
        partner: None,
        openness: tell.openness,
        contact_known: !reporter.contact.trim().is_empty(),
        reads_online: true,
        typed_by: None,
        subject: channel.title(&tell.place),
        text: tell.text,
        place: tell.place,
        observed: tell.observed,
        first_hand: tell.first_hand,
        mail: None,
        files: attached,
        messages: Vec::new(),
        language: Some(tell.language),
        told: false,
        undelivered: Vec::new(),
        corrections: Vec::new(),
        hold: None,
        state: ReportState::New,
        feedback: Vec::new(),
    };
    let channel = channel.id.clone();
    let event = Event::ReportReceived { channel };
    let filed = Filed {
        report,
        reporter,
        files: sealed,
        thread: Vec::new(),
        fingerprints: vec![Fingerprint::Code(code::normalised(&code))],
    };
    match store(services, &permit, &configuration, filed, event).await {
        Ok(_) | Err(Failure::DoneAlready) => Ok(code),
        Err(failure) => Err(failure),
    }
}

/// The program, which takes in what somebody wrote of whom nothing is known.
fn intake(municipality: &MunicipalityId, now: Timestamp) -> Actor {
    Actor {
        grants: vec![Grant::of(Role::Intake)],
        ..Voice::nameless(municipality, now, ORIGIN)
    }
}

/// What is kept of who reports: nothing where they are anonymous.
fn kept(openness: Openness, reporter: Reporter) -> Reporter {
    if openness == Openness::Anonymous {
        Reporter::default()
    } else {
        reporter
    }
}

/// The code that belongs to a form with its content.
fn code_of(services: &Services, tell: &Tell, photos: &[(String, String, Vec<u8>)]) -> String {
    let marks = photos.iter().map(|(_, _, bytes)| file_mark(services, bytes));
    let marks: Vec<_> = marks.collect();
    let hash = services
        .secrets
        .hash_token(&format!("code of words: {tell:?} {marks:?}"));
    let [first, ..] = hash.as_chunks::<8>().0 else {
        return String::new();
    };
    code::from_random(u64::from_be_bytes(*first))
}

/// The type of a photo and how names of such files end, by its first bytes: those of which a copy without metadata can be made.
fn photo_type(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(("image/jpeg", "jpg")),
        [0x89, b'P', b'N', b'G', ..] => Some(("image/png", "png")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(("image/webp", "webp")),
        _ => None,
    }
}

/// The photos under names of our own.
fn named(photos: Vec<Vec<u8>>) -> Vec<(String, String, Vec<u8>)> {
    let name = |(place, photo): (usize, Vec<u8>)| {
        let (media_type, ending) = photo_type(&photo)?;
        Some((
            format!("foto-{}.{ending}", place + 1),
            media_type.to_owned(),
            photo,
        ))
    };
    photos.into_iter().enumerate().filter_map(name).collect()
}

/// All that is wrong, by name of the field.
fn problems(configuration: &Configuration, channel: &Channel, tell: &Tell) -> Vec<&'static str> {
    let mut problems = Vec::new();
    let mut check = |holds: bool, field| {
        if !holds {
            problems.push(field);
        }
    };
    let short = |line: &str| line.chars().count() <= LONGEST_LINE;
    let openness = match tell.openness {
        Openness::Anonymous => channel.reporters.contains(&ReporterKind::Anonymous),
        Openness::Confidential => true,
        Openness::Open => false,
    };
    check(openness, "openness");
    check(!crate::blank::is_blank(&tell.text), "text");
    check(tell.text.chars().count() <= LONGEST_MESSAGE, "text-long");
    check(short(&tell.place), "place");
    check(short(&tell.observed), "observed");
    check(short(&tell.reporter.name), "name");
    check(short(&tell.reporter.contact), "contact");
    check(short(&tell.reporter.safe_contact), "safe");
    let areas = &configuration.municipality.areas;
    let area = match &tell.area {
        Some(named) => areas.iter().any(|area| area.id == *named),
        None => areas.len() == 1,
    };
    check(area, "area");
    check(tell.photos.len() <= MOST_PHOTOS, "photos-many");
    check(
        tell.photos.iter().all(|photo| photo.len() <= LONGEST_PHOTO),
        "photos-large",
    );
    check(
        tell.photos.iter().all(|photo| photo_type(photo).is_some()),
        "photos-kind",
    );
    check(tell.token.len() >= SHORTEST_TOKEN, "token");
    problems
}
