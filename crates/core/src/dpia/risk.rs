// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Risks for those concerned that come with this work, where they come from, and what the program does against them. How great they are
//! here is weighed by people; a first proposal of words, "te bevestigen door FG/jurist".

/// A risk for those concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Risk {
    /// Its identifier.
    pub id: &'static str,
    /// What may happen to whom.
    pub description: &'static str,
    /// Where it comes from.
    pub origin: &'static str,
    /// What the program does against it.
    pub measures: &'static [&'static str],
}

/// Who reported becomes known.
pub const EXPOSED: &Risk = &Risk {
    id: "melder-bekend",
    description: "Een dader komt te weten wie meldde, en neemt wraak.",
    origin: "Teksten, cijfers of stukken die de melder laten herkennen",
    measures: &[
        "Wie meldde, staat apart, onder een eigen sleutel, en wordt met een reden geopend",
        "Het programma waarschuwt voor teksten die de melder laten herkennen",
        "Een pakket bevat nooit wie meldde of wie het zag",
        "Kleine aantallen in cijfers worden niet getoond",
    ],
};

/// Somebody is wrongly suspected.
pub const WRONGLY: &Risk = &Risk {
    id: "ten-onrechte",
    description: "Iemand staat ten onrechte bekend als verdachte of slachtoffer.",
    origin: "Een verkeerde waarneming, een verwisseling, of een duiding die voor een feit wordt gehouden",
    measures: &[
        "Waarneming en duiding staan apart, met bron en zekerheid",
        "Overeenkomsten zijn een voorstel met het feit erbij; een mens beslist",
        "Geen scores en geen rangorde van personen",
        "Wat onjuist is, wordt verbeterd of doorgehaald; het origineel blijft",
    ],
};

/// Data reach who may not have them.
pub const WRONG_HANDS: &Risk = &Risk {
    id: "verkeerde-ontvanger",
    description: "Gegevens komen bij wie ze niet mag hebben.",
    origin: "Delen zonder grondslag, of meer delen dan nodig is",
    measures: &[
        "Zonder regel in de deelmatrix wordt niets gedeeld",
        "Een mens geeft vrij, en ziet vooraf precies wat de deur uit gaat",
        "Elk gegeven draagt kenmerken: onder welke wet het kwam en of het verder mag",
        "Een pakket heeft een einddatum en is in te trekken",
    ],
};

/// Data stay too long.
pub const TOO_LONG: &Risk = &Risk {
    id: "te-lang-bewaard",
    description: "Een oud vermoeden blijft iemand achtervolgen.",
    origin: "Gegevens die langer blijven dan nodig is",
    measures: &[
        "Per soort een bewaartermijn met wat daarna gebeurt",
        "Na vernietiging is de sleutel weg: ook een reservekopie is niet te lezen",
        "Antwoorden van bronnen verlopen eerder",
    ],
};

/// Somebody looks without a reason.
pub const SNOOPING: &Risk = &Risk {
    id: "onbevoegd-kijken",
    description: "Een medewerker kijkt zonder reden in gegevens van anderen.",
    origin: "Nieuwsgierigheid of druk van buiten",
    measures: &[
        "Elke rol ziet alleen wat voor de taak nodig is",
        "Elke inzage staat in een journaal dat niemand ongemerkt kan wijzigen",
        "De privacyfunctionaris ziet wie wat opende",
    ],
};

/// Data leak.
pub const LEAK: &Risk = &Risk {
    id: "lek",
    description: "Gegevens komen op straat door een inbraak of een verloren kopie.",
    origin: "Een aanval van buiten, een gestolen reservekopie of een fout in beheer",
    measures: &[
        "Inhoud staat versleuteld in de database, met een sleutel per signaal, melding en melder",
        "Inloggen met een tweede factor",
        "Bestanden van buiten worden gescand en ontdaan van verborgen gegevens",
        "Zoeken gebeurt in het geheugen; er staat geen index op schijf",
    ],
};

/// Data are used for something else.
pub const OTHER_PURPOSE: &Risk = &Risk {
    id: "ander-doel",
    description: "Gegevens worden voor een ander doel gebruikt dan waarvoor iemand meldde.",
    origin: "Bronnen die gretiger worden bevraagd, of partners die gegevens anders gebruiken",
    measures: &[
        "Een bron bevragen vraagt een grondslag en, waar dat is ingesteld, een besluit",
        "Een controle noemt vooraf de bevoegdheid en het eigen doel (Awb art. 3:3)",
        "De ontvanger ziet bij elk gegeven wat ermee mag",
    ],
};
