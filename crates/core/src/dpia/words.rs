// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dutch words for values that a DPIA names.

use super::classification::Class;
use crate::{
    configuration::{Configuration, register::RegisterKind},
    id::PartyId,
    policy::Right,
    sharing::{
        Answer, Category, Need,
        rule::{ANY, Circumstances, Ground, Kind, Rule},
    },
};

/// What a table of the database holds of persons.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "reports" => {
            "Meldingen: wat er is gezien en verteld, met namen, adressen en kentekens als die erin staan"
        }
        "reporters" => "Melders: naam en hoe zij te bereiken zijn",
        "own_reports" => "Welke melding van welk account is",
        "report_facts" => {
            "Waaraan te zien is dat meldingen bij elkaar horen: adres, telefoon, kenteken, bedrijf, website, tekst"
        }
        "kept_apart" => "Waarvan iemand zei dat het niet bij elkaar hoort",
        "files" => "Foto's en andere bestanden",
        "fingerprints" => "Waaraan te zien is dat dezelfde mail nog een keer komt",
        "quarantine" => "Berichten die niet gelezen konden worden",
        "consults" => "Vragen om advies, met de antwoorden",
        "signals" => {
            "Signalen: personen, adressen, telefoonnummers, kentekens, burgerservicenummers als die nodig zijn, waarnemingen, besluiten"
        }
        "look_ups" => "Waarop een signaal te vinden is: adres, telefoon, kenteken, bedrijf, website",
        "outbox" => "Mail die is of wordt verstuurd: ontvanger en tekst",
        "meetings" => "Overleggen: agenda, wie er was, wat er is besloten",
        "people" => "Accounts: naam, rollen, wachtwoord en tweede factor",
        "journal" => "Journaal: wie wat deed, vanaf waar",
        "processing_log" => "Logboek dataverwerkingen: om wie het ging, onder een pseudoniem",
        "access_decisions" => "Logboek van toegangsbesluiten: wie iets wilde, onder een pseudoniem",
        "claims" => "Verzoeken van betrokkenen: wie vraagt wat, en het antwoord",
        "claim_passages" => "Passages die bij een verzoek zijn beoordeeld",
        "disposal_lists" => "Lijsten van wat vernietigd wordt: nummers en wie het goedkeurde",
        "dpias" => "Antwoorden in deze DPIA, met wie ze gaf",
        "figures" => "Cijfers van bronnen, die zo klein kunnen zijn dat zij naar iemand wijzen",
        "plans" => "Het plan, en wie opschreef dat iets gedaan is",
        _ => return None,
    })
}

pub(super) fn class(class: Class) -> &'static str {
    match class {
        Class::Sealed => "versleuteld",
        Class::KeyedHash => "alleen te vergelijken (vingerafdruk onder een sleutel)",
        Class::WrappedKey => "sleutel, zelf versleuteld",
        Class::Hash => "vingerafdruk",
        Class::Identifier => "kenmerk dat niets zegt",
        Class::ClearOperational => "leesbaar, om te sorteren en te bewaken",
        Class::ClearCount => "leesbaar, om te tellen",
    }
}

pub(super) fn category(category: Category) -> &'static str {
    match category {
        Category::Location => "adres of plaats",
        Category::Company => "bedrijf",
        Category::Trace => "kenteken, telefoon of site",
        Category::PossibleVictim => "mogelijk slachtoffer",
        Category::Suspect => "verdachte",
        Category::Involved => "andere betrokkene",
        Category::Reporter => "de melder",
        Category::Observation => "waarneming",
        Category::Assessment => "duiding",
        Category::TipText => "tekst van de melding of tip",
        Category::Register => "gegeven uit een register",
        Category::Care => "gezondheid en zorg",
        Category::Criminal => "strafrechtelijk gegeven",
        Category::Hit => "komt het voor, ja of nee",
        Category::Outcome => "wat de gemeente deed",
        Category::Figures => "cijfers",
    }
}

fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Allow => "mag",
        Answer::AskFirst => "vraag eerst",
        Answer::DecisionNeeded => "eerst een besluit",
        Answer::Deny => "mag niet",
    }
}

fn need(need: Need) -> &'static str {
    match need {
        Need::Consent => "toestemming van de betrokkene",
        Need::NecessityNote => "opschrijven waarom het nodig is",
        Need::DecisionNumber => "een besluit",
        Need::OriginatorPermission => "toestemming van wie het gaf",
    }
}

pub(super) fn source(kind: RegisterKind) -> &'static str {
    match kind {
        RegisterKind::Pdok => "PDOK Locatieserver",
        RegisterKind::Bag => "BAG",
        RegisterKind::Brp => "BRP, personen",
        RegisterKind::Bewoning => "BRP, bewoning",
        RegisterKind::Kvk => "Handelsregister",
        RegisterKind::Table => "tabel van de gemeente",
        RegisterKind::Http => "dienst van de gemeente",
    }
}

/// What somebody may do with personal data, as far as a DPIA asks.
pub(super) const RIGHTS: [(Right, &str); 10] = [
    (Right::ReadReports, "Meldingen lezen"),
    (Right::OpenReporter, "Zien wie meldde"),
    (Right::ReadSignal, "Signalen lezen"),
    (Right::WorkSignal, "Signalen bewerken en delen"),
    (Right::Enrich, "Bronnen bevragen en noteren"),
    (Right::DecideGate, "Over een poort beslissen"),
    (Right::ReadMeeting, "Agenda’s lezen"),
    (Right::Search, "In teksten zoeken"),
    (Right::ReadJournal, "Zien wie wat opende"),
    (
        Right::BreakGlass,
        "Bij nood een signaal openen, kort, met controle achteraf",
    ),
];

/// A party by its name.
pub(super) fn party(configuration: &Configuration, id: &PartyId) -> String {
    if id.as_str() == ANY {
        return "iedereen".to_owned();
    }
    let name = configuration.party(id);
    name.map_or_else(|| id.to_string(), |name| name.nl)
}

/// Parties as one text.
pub(super) fn parties(configuration: &Configuration, ids: &[PartyId]) -> String {
    let names: Vec<String> = ids.iter().map(|id| party(configuration, id)).collect();
    names.join(", ")
}

/// The kinds of data of a rule.
pub(super) fn kinds(rule: &Rule) -> String {
    let name = |kind: &Kind| match kind {
        Kind::Any => "alle soorten gegevens",
        Kind::One(one) => category(*one),
    };
    let names: Vec<&str> = rule.categories.iter().map(name).collect();
    names.join(", ")
}

/// What a rule answers, with what must be there first.
pub(super) fn terms(rule: &Rule) -> String {
    let mut words = vec![answer(rule.answer).to_owned()];
    words.extend(circumstances(rule.when));
    let needs: Vec<&str> = rule.needs.iter().map(|it| need(*it)).collect();
    if !needs.is_empty() {
        words.push(format!("eerst: {}", needs.join(", ")));
    }
    if !rule.is_in_force() {
        words.push("nog niet vastgesteld".to_owned());
    }
    words.join("; ")
}

fn circumstances(when: Circumstances) -> Vec<String> {
    let not = |holds: bool| if holds { "" } else { "niet " };
    let minor = when
        .minor
        .map(|holds| format!("{}bij een minderjarige", not(holds)));
    let acute = when.acute.map(|holds| format!("{}bij acuut gevaar", not(holds)));
    minor.into_iter().chain(acute).collect()
}

/// A ground with where it stands and who confirmed it.
pub(super) fn ground(ground: &Ground) -> String {
    let confirmed = ground.confirmed_by.as_ref().map_or_else(
        || "te bevestigen door FG/jurist".to_owned(),
        |who| format!("bevestigd door {who}"),
    );
    format!(
        "{} Bron: {}, stand van {}; {confirmed}.",
        sentence(&ground.text),
        ground.source,
        ground.date.format("%d-%m-%Y")
    )
}

/// A text that ends as a sentence does.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let ends = text.ends_with(['.', '!', '?']);
    if ends { text.to_owned() } else { format!("{text}.") }
}
