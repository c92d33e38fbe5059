// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the demo's signals are about, in the words of an official. All of it is invented.

use meldroute_core::signal::assessment::{
    About, InformationGrade, Minor, PersonPart, SourceGrade, SubjectKind, Urgency,
};

/// What a signal is about.
pub(super) struct Matter {
    pub(super) title: &'static str,
    pub(super) seen: &'static str,
    pub(super) observed: &'static str,
    pub(super) observer: &'static str,
    pub(super) first_hand: bool,
    pub(super) form: &'static str,
    pub(super) place: &'static str,
    pub(super) explanation: &'static str,
    pub(super) about: About,
    pub(super) minor: Minor,
    pub(super) urgency: Urgency,
    pub(super) source: SourceGrade,
    pub(super) information: InformationGrade,
    pub(super) subjects: &'static [(SubjectKind, &'static str, PersonPart, &'static str)],
    /// A note of enrichment: source and text.
    pub(super) note: (&'static str, &'static str),
}

/// What most have in common: an adult, a location, seen by a reporter who can be relied on.
const USUAL: Matter = Matter {
    title: "",
    seen: "",
    observed: "",
    observer: "",
    first_hand: true,
    form: "labour",
    place: "",
    explanation: "",
    about: About::Location,
    minor: Minor::No,
    urgency: Urgency::Normal,
    source: SourceGrade::Reliable,
    information: InformationGrade::Seen,
    subjects: &[],
    note: ("", ""),
};

const ADDRESS: SubjectKind = SubjectKind::Address;
const NOBODY: PersonPart = PersonPart::Unknown;

pub(super) const LAUNDRY: Matter = Matter {
    title: "Wasserij die nooit dichtgaat, Kanaalweg 940",
    seen: "Een beller ziet dag en nacht licht branden in een wasserij en hoort er steeds dezelfde stemmen.",
    observed: "de hele zomer",
    observer: "anonieme beller",
    place: "Kanaalweg 940",
    explanation: "Lange openingstijden alleen zeggen weinig.",
    source: SourceGrade::Mostly,
    note: (
        "Vergunningen",
        "De wasserij werkt in twee ploegen, met een vergunning daarvoor.",
    ),
    ..USUAL
};

pub(super) const STUDIO: Matter = Matter {
    title: "Fotostudio met veel bezoek, Molenpad 941",
    seen: "Een beller ziet elke avond andere jonge vrouwen naar binnen gaan bij een fotostudio.",
    observed: "een maand lang, in de avond",
    observer: "anonieme beller",
    form: "sexual",
    place: "Molenpad 941",
    explanation: "Mogelijk gewoon werk van de studio; navragen.",
    source: SourceGrade::Mostly,
    note: (
        "KVK (openbaar)",
        "Ingeschreven als fotostudio; geeft avondlessen.",
    ),
    ..USUAL
};

pub(super) const SCAFFOLD: Matter = Matter {
    title: "Steigerbouwers slapen in busjes, Sportlaan 942",
    seen: "Een beller ziet drie ochtenden achter elkaar mannen uit busjes komen die er lijken te slapen.",
    observed: "drie ochtenden",
    observer: "anonieme beller",
    place: "Sportlaan 942",
    explanation: "Slapen in een bus kan op slechte huisvesting wijzen.",
    source: SourceGrade::Mostly,
    note: (
        "Toezicht",
        "De mannen reden vroeg aan en sliepen in een hotel; gezien en nagevraagd.",
    ),
    ..USUAL
};

pub(super) const NIGHT_SHOP: Matter = Matter {
    title: "Avondwinkel met één medewerker, Stationsplein 943",
    seen: "Een beller ziet dezelfde medewerker op elk uur van de dag, en nooit iemand anders.",
    observed: "zes weken",
    observer: "anonieme beller",
    place: "Stationsplein 943",
    explanation: "Eén medewerker op alle uren kan op uitbuiting wijzen.",
    source: SourceGrade::Mostly,
    note: ("Vergunningen", "De medewerker is mede-eigenaar."),
    ..USUAL
};

pub(super) const BAKERY: Matter = Matter {
    title: "Nachtwerk zonder loon in bakkerij, Bloemenpad 907",
    seen: "Een familielid vertelt dat een medewerker elke nacht van twee uur tot twaalf uur 's middags werkt, zeven dagen per week. \
        Hij heeft drie maanden geen loon gekregen. Zijn paspoort ligt in de kluis en zijn kamer gaat van buiten op slot.",
    observed: "de afgelopen drie maanden",
    observer: "familielid van de medewerker",
    first_hand: false,
    place: "Bloemenpad 907",
    explanation: "Geen loon, een ingenomen paspoort en een deur die van buiten op slot gaat: dit past bij arbeidsuitbuiting.",
    information: InformationGrade::Confirmed,
    subjects: &[(
        ADDRESS,
        "Bloemenpad 907, Heemstede",
        NOBODY,
        "werk- en slaapplaats",
    )],
    note: (
        "Vergunningen",
        "Voor de bovenverdieping is geen woonfunctie vergund. De bakkerij heeft een vergunning voor nachtwerk.",
    ),
    ..USUAL
};

pub(super) const AU_PAIR: Matter = Matter {
    title: "Au pair werkt voor drie gezinnen, Parklaan",
    seen: "Een au pair schrijft dat zij van zes uur 's ochtends tot tien uur 's avonds werkt, voor drie gezinnen. Haar paspoort is bij het \
        gastgezin. Zij mag alleen bellen als er iemand bij is.",
    observed: "sinds juni",
    observer: "de au pair zelf",
    place: "Parklaan",
    explanation: "Lange dagen en een ingehouden paspoort. Nog niet duidelijk of er dwang is.",
    about: About::Person,
    source: SourceGrade::Mostly,
    subjects: &[(
        ADDRESS,
        "Parklaan 931, Heemstede",
        NOBODY,
        "adres van het gastgezin",
    )],
    note: (
        "BRP (door Publiekszaken)",
        "Ingeschreven bij het gastgezin sinds juni. Het bureau is een erkend referent.",
    ),
    ..USUAL
};

pub(super) const HARBOUR_STREET: Matter = Matter {
    title: "Wisselende vrouwen in appartement, Havenstraat 900",
    seen: "In het appartement op de eerste verdieping zijn steeds andere vrouwen, elk een paar dagen. Zij komen nooit alleen naar buiten. Een man \
        met een zwarte sporttas haalt elke ochtend iets op. Een cliënte van de opvang heeft er gewerkt en kreeg geen geld.",
    observed: "sinds begin september",
    observer: "omwonende; cliënte van HVO-Querido",
    form: "sexual",
    place: "Havenstraat 900, eerste verdieping",
    explanation: "Twee meldingen over hetzelfde adres. Wisselende vrouwen, toezicht en geen eigen geld wijzen op seksuele uitbuiting.",
    urgency: Urgency::High,
    information: InformationGrade::Confirmed,
    subjects: &[
        (
            ADDRESS,
            "Havenstraat 900, Heemstede",
            NOBODY,
            "plaats waar de vrouwen verblijven",
        ),
        (
            SubjectKind::Website,
            "https://advertenties.voorbeeld.example/900",
            NOBODY,
            "advertentie met foto's van het adres",
        ),
    ],
    note: (
        "BAG",
        "Gebruiksdoel wonen, 68 m2. Eigenaar is een woningcorporatie; de huurder staat er sinds 2019.",
    ),
    ..USUAL
};

pub(super) const CAR_WASH: Matter = Matter {
    title: "Uitkering gaat naar ander, werk in autowasserij, Meerzicht 920",
    seen: "Een cliënt laat zijn uitkering storten op de rekening van een ander. Hij woont in diens schuur en werkt zes dagen per week in de \
        autowasserij, in ruil voor kost en inwoning.",
    observed: "sinds juli",
    observer: "inkomensconsulent",
    first_hand: false,
    place: "Meerzicht 920",
    explanation: "Schuld, werk zonder loon en een ander die over het geld gaat. De cliënt is kwetsbaar.",
    about: About::Person,
    subjects: &[(ADDRESS, "Meerzicht 920, Heemstede", NOBODY, "verblijf en werk")],
    note: ("BAG", "De schuur heeft geen woonfunctie."),
    ..USUAL
};

pub(super) const GREENHOUSE: Matter = Matter {
    title: "Man slaapt in kas",
    seen: "Een vrijwilliger van de kerk zag dat een man in een kas slaapt.",
    observed: "vorige maand",
    observer: "vrijwilliger",
    place: "kassen aan de rand van Heemstede",
    explanation: "Nog te weinig bekend.",
    source: SourceGrade::Unknown,
    information: InformationGrade::Hearsay,
    ..USUAL
};

pub(super) const BUILDERS: Matter = Matter {
    title: "Bouwvakkers slapen in kelder, Lindenlaan 901",
    seen: "Zeven of acht mannen verbouwen een huis dat te koop staat, van half zeven tot na negen uur, ook op zondag. In de kelder liggen matrassen. Een \
        van hen vroeg om brood en zei dat hij zijn paspoort niet heeft.",
    observed: "sinds eind september",
    observer: "omwonende",
    place: "Lindenlaan 901",
    explanation: "Slapen op de werkplek, lange dagen en een ingenomen paspoort passen bij arbeidsuitbuiting. Wie de opdracht gaf, is niet bekend.",
    subjects: &[
        (
            ADDRESS,
            "Lindenlaan 901, Heemstede",
            NOBODY,
            "werk- en slaapplaats",
        ),
        (
            SubjectKind::Vehicle,
            "XX-00-XX",
            NOBODY,
            "grijze bestelbus die de mannen brengt en haalt",
        ),
    ],
    note: (
        "Vergunningen",
        "Voor de verbouwing is geen vergunning gevraagd. Het pand staat sinds mei te koop.",
    ),
    ..USUAL
};

pub(super) const HARBOUR_ROAD: Matter = Matter {
    title: "Elf slaapplaatsen in pand voor vier, Havenweg 915",
    seen: "Bij een controle op brandveiligheid stonden er elf bedden in een pand voor vier personen. De bewoners betalen 130 euro per week, werken \
        via een uitzendbureau in de kassen en mogen geen bezoek krijgen.",
    observed: "21 oktober",
    observer: "toezichthouder",
    place: "Havenweg 915",
    explanation: "Veel bewoners, hoge huur die het bureau inhoudt en geen bezoek: signalen van arbeidsuitbuiting.",
    subjects: &[(ADDRESS, "Havenweg 915, Heemstede", NOBODY, "huisvesting")],
    note: (
        "BRP (door Publiekszaken)",
        "Op het adres staan vier personen ingeschreven.",
    ),
    ..USUAL
};

pub(super) const CLEANERS: Matter = Matter {
    title: "Stapelbedden in loods van schoonmaakbedrijf, Kanaalweg 910",
    seen: "Een wijkagent zag om 22.40 uur twee busjes met elk acht vrouwen in werkkleding. Zij gingen een loods in en kwamen er niet meer uit. Door \
        de roldeur waren stapelbedden te zien.",
    observed: "20 oktober, 22.40 uur",
    observer: "wijkagent",
    place: "Kanaalweg 910",
    explanation: "Wonen en werken op dezelfde plek, onder toezicht. Politie en Arbeidsinspectie hebben er allebei een rol.",
    urgency: Urgency::High,
    subjects: &[
        (
            ADDRESS,
            "Kanaalweg 910, Heemstede",
            NOBODY,
            "loods waar geslapen wordt",
        ),
        (
            SubjectKind::Company,
            "schoonmaakbedrijf aan de Kanaalweg 910",
            NOBODY,
            "gebruiker van de loods",
        ),
    ],
    note: (
        "KvK (openbaar)",
        "Op het adres staan twee bedrijven met dezelfde bestuurder.",
    ),
    ..USUAL
};

pub(super) const NAIL_SALON: Matter = Matter {
    title: "Aanvraagster kent eigen plan niet, nagelsalon Bloemenpad 903",
    seen: "Bij een aanvraag voor een vergunning kende de aanvraagster het plan niet. Een man die zich boekhouder noemde, gaf de antwoorden. Zij woont bij \
        hem, met drie medewerksters.",
    observed: "15 oktober",
    observer: "medewerker vergunningen",
    place: "Bloemenpad 903",
    explanation: "Een ander voert het woord en de medewerksters wonen bij hem in.",
    subjects: &[(
        ADDRESS,
        "Bloemenpad 903, 2109 ZA Heemstede",
        NOBODY,
        "beoogde nagelsalon",
    )],
    note: (
        "Vergunningen",
        "Voor dit adres is in twee jaar drie keer een vergunning gevraagd, steeds door een andere vrouw.",
    ),
    ..USUAL
};

pub(super) const PUPIL: Matter = Matter {
    title: "Leerling met schuld doet ritjes voor oudere jongens",
    seen: "Een leerling van 15 heeft dure kleding en twee telefoons, verzuimt op vaste dagen en vertelde dat hij ritjes doet. Hij zou een tas zijn \
        kwijtgeraakt en 3.000 euro schuld hebben.",
    observed: "sinds de zomer",
    observer: "zorgcoördinator van de school",
    first_hand: false,
    form: "criminal",
    place: "Heemstede",
    explanation: "Een minderjarige die een schuld moet aflossen: criminele uitbuiting is goed mogelijk. Veilig Thuis is om advies gevraagd; de ouders weten \
        van niets en worden niet benaderd.",
    about: About::Person,
    minor: Minor::Yes,
    urgency: Urgency::High,
    note: ("Jeugd", "Geen lopende hulp bekend."),
    ..USUAL
};

pub(super) const BOYS: Matter = Matter {
    title: "Jongens verkopen onder druk aan de deur, Meerzicht",
    seen: "Bijna elke avond gaan twee jongens langs de deuren met sleutelhangers. Een man in een auto telt het geld. Een van hen zei dat hij honderd \
        euro per dag moet halen.",
    observed: "half oktober",
    observer: "omwonende",
    form: "criminal",
    place: "Meerzicht",
    explanation: "Jonge verkopers met een verplichte opbrengst en iemand die toekijkt.",
    minor: Minor::Yes,
    note: ("", ""),
    ..USUAL
};

pub(super) const PATIENT: Matter = Matter {
    title: "Patiënte met blauwe plekken wordt nooit alleen gelaten",
    seen: "Een patiënte komt steeds met dezelfde man, die het woord voert en contant betaalt. Zij heeft oude en nieuwe blauwe plekken.",
    observed: "de afgelopen weken",
    observer: "praktijkassistente, namens de huisarts",
    form: "sexual",
    place: "Heemstede",
    about: About::Person,
    ..USUAL
};

pub(super) const LOCKED_IN: Matter = Matter {
    title: "Vrouw zit opgesloten, Parklaan 944",
    seen: "De nachtopvang kreeg een bericht van een cliënte: zij zit boven opgesloten en er komen mannen. 112 is gebeld.",
    observed: "23.40 uur",
    observer: "nachtopvang",
    first_hand: false,
    form: "sexual",
    place: "Parklaan 944, bovenverdieping",
    about: About::Person,
    urgency: Urgency::High,
    ..USUAL
};

pub(super) const SHELTER: Matter = Matter {
    title: "Werk zonder loon vanuit opvang, meisje van 17 benaderd",
    seen: "Een vrouw biedt in de opvang werk aan: hotels schoonmaken. Een bewoonster werkt veertien uur per dag en krijgt niets; haar telefoon is \
        afgenomen. Nu wordt een meisje van 17 benaderd.",
    observed: "eind oktober",
    observer: "bewoonster van de opvang",
    place: "opvang in Heemstede",
    about: About::Person,
    minor: Minor::Yes,
    ..USUAL
};
