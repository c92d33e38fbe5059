// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The route in plain words says what a policy officer looks for.

use meldroute_core::configuration::describe::describe;

use crate::files::{files_of, readable};

/// Asserts that the sentences stand in the text, one after the other.
fn says(text: &str, sentences: &[&str]) {
    let mut rest = text;
    for sentence in sentences {
        let Some((_, after)) = rest.split_once(sentence) else {
            panic!("{sentence:?} does not follow in:\n{text}");
        };
        rest = after;
    }
}

#[test]
fn heemstedes_six_steps() {
    let text = describe(&readable(&files_of("heemstede")));
    says(
        &text,
        &[
            "De meldroute van Heemstede, versie 1\n",
            "De 6 stappen\n",
            "1. Melding\n",
            "Hier komen meldingen binnen. De coördinator meldpunt bekijkt ze en maakt er een signaal van.\n",
            "Daarna: stap 2 (Registratie).\n",
            "3. Verrijking\n",
            "Poort vooraf: Is het nodig en toegestaan om bronnen over dit signaal te bevragen? De coördinator meldpunt beslist. Bij nee: naar stap 4 (Signalenoverleg).\n",
            "4. Signalenoverleg\n",
            "Termijn: de eerstvolgende vergadering.\n",
            "6. Terugkoppeling\n",
            "Een signaal kan pas sluiten als dat is gedaan, of als de reden is vastgelegd waarom niet.\n",
            "wordt rood: na de termijn, of na 7 dagen",
            "Acuut gevaar: meteen overdragen aan Politie, Team Mensenhandel.",
            "Zorg: meteen te vragen aan HVO-Querido",
        ],
    );
}

#[test]
fn heemstedes_two_bodies_with_four_and_three_outcomes() {
    let text = describe(&readable(&files_of("heemstede")));
    says(
        &text,
        &[
            "De 2 overleggen\n",
            "Signalenoverleg\n",
            "Komt bijeen: elke dinsdag.\n",
            "Alleen eigen mensen.",
            "Uitkomsten: 4\n",
            "1. Meer informatie nodig: iemand zoekt iets uit, met een datum. Daarna komt het signaal hier terug.\n",
            "2. (Integrale) controle:",
            "3. Naar andere afdeling:",
            "4. Signaal niet bevestigd: het vermoeden is niet bevestigd. Daarna: stap 6 (Terugkoppeling).\n",
            "Doorleiden: Inbrengen in het LOO: naar Lokaal Overleg Ondermijning (LOO), als beide voorwaarden gelden.\n",
            "Lokaal Overleg Ondermijning (LOO)\n",
            "RIEC Noord-Holland.\n",
            "Voorwaarden om een signaal in te brengen",
            "- Is het signaal sterk genoeg?\n",
            "- Is er een integraal belang",
            "Uitkomsten: 3\n",
            "1. Interventie inzetten:",
            "2. RIEC-casus:",
            "3. Signaal niet bevestigd:",
        ],
    );
}

#[test]
fn what_heemstedes_reporters_hear() {
    let text = describe(&readable(&files_of("heemstede")));
    says(
        &text,
        &[
            "Anoniem melden kan, maar het heeft een prijs.",
            "Wat melders terughoren\n",
            "- Ketenpartner: hoort wat er met het signaal is gedaan (de uitkomst).\n",
            "- Inwoner: krijgt een ontvangstbevestiging.\n",
            "- Anonieme melder: hoort niets. Reden: De melder is anoniem: er is geen weg terug.\n",
            "- Gedwongen orgaanverwijdering: te kiezen vanaf 9 juli 2024; valt buiten de focus van het plan",
        ],
    );
}

#[test]
fn oeverland_is_quite_another_route() {
    let text = describe(&readable(&files_of("oeverland")));
    says(
        &text,
        &[
            "Het meldpunt werkt voor: Westoever, Oostoever en Tussendijk.\n",
            "Signalen krijgen een nummer zoals OVL-2026-0001.\n",
            "Termijn: binnen 1 werkdag als een melder bereikbaar is; anders binnen 3 werkdagen.\n",
            "Splitsing: als het om een minderjarige gaat naar stap 5 (Zorgtafel).\n",
            "3. Wegen\n",
            "De aandachtsfunctionaris mensenhandel beslist.\n",
            "Doorleiden: Sterk genoeg: eerst verrijken: naar Regionale zorgtafel, via stap 4 (Verrijken).\n",
            "4. Verrijken\n",
            "De FG beslist. Bij nee: naar stap 5 (Zorgtafel).\n",
            "Het signaal gaat meteen naar stap 5 (Zorgtafel).\n",
            "Het overleg\n",
            "Komt bijeen: elke 2 weken op donderdag.\n",
            "Voorzitter: Zorgcoördinator.\n",
            "Alleen eigen mensen. Wie van buiten komt, is gast; de uitnodiging wordt vastgelegd.\n",
            "Anoniem melden kan hier niet.",
            "- Inwoner: hoort niets. Reden: Wij delen niets",
            "- Overige uitbuiting: te kiezen vanaf 1 januari 2025 tot en met 30 juni 2026; valt buiten de focus",
            "- Gedwongen bedelarij: te kiezen vanaf 1 juli 2026.\n",
            "Politie (antwoord binnen 2 werkdagen)",
        ],
    );
}
