// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The sections of Model DPIA Rijksdienst 3.0, and what is asked in each, in words of ours. The identifiers are those of the national
//! form, so that an export opens there; risks have names of ours.

use super::risk::{self, Risk};

/// A section of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number in the model.
    pub number: u8,
    /// Its name in the model.
    pub title: &'static str,
}

const fn section(number: u8, title: &'static str) -> Section {
    Section { number, title }
}

/// The sections: the seventeen of the model, its introduction, and what its form adds for who decides.
pub const SECTIONS: [Section; 21] = [
    section(0, "Inleiding"),
    section(1, "Voorstel"),
    section(2, "Persoonsgegevens"),
    section(3, "Gegevensverwerking"),
    section(4, "Technieken en methoden van de gegevensverwerkingen"),
    section(5, "Verwerkingsdoeleinden"),
    section(6, "Betrokken partijen"),
    section(7, "Belangen bij de gegevensverwerkingen"),
    section(8, "Verwerkingslocaties"),
    section(9, "Juridisch en beleidsmatig kader"),
    section(10, "Bewaartermijnen"),
    section(11, "Rechtsgrond"),
    section(
        12,
        "Bijzondere persoonsgegevens, strafrechtelijke persoonsgegevens en nationale identificatienummers",
    ),
    section(13, "Doelbinding"),
    section(14, "Noodzaak en evenredigheid"),
    section(15, "Rechten van de betrokkenen"),
    section(16, "Risico’s voor betrokkenen"),
    section(17, "Maatregelen"),
    section(18, "Managementsamenvatting"),
    section(19, "Versie, status, documentbeheerder en advies FG"),
    section(20, "Vaststelling en ondertekening"),
];

/// Who can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The program; a person looks it over, and may add something.
    Derived,
    /// Only a person.
    Person,
    /// Only a person, who weighs a risk.
    Risk(&'static Risk),
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its identifier; that of the national form, except for risks.
    pub id: &'static str,
    /// Its section.
    pub section: u8,
    /// What is asked.
    pub asks: &'static str,
    /// Who can answer.
    pub kind: Kind,
}

const fn derived(section: u8, id: &'static str, asks: &'static str) -> Question {
    let kind = Kind::Derived;
    Question {
        id,
        section,
        asks,
        kind,
    }
}

const fn person(section: u8, id: &'static str, asks: &'static str) -> Question {
    let kind = Kind::Person;
    Question {
        id,
        section,
        asks,
        kind,
    }
}

const fn weighed(risk: &'static Risk) -> Question {
    Question {
        id: risk.id,
        section: 16,
        asks: risk.description,
        kind: Kind::Risk(risk),
    }
}

/// Every question, in the order of the model.
pub const QUESTIONS: &[Question] = &[
    person(0, "0", "Waarom is deze DPIA gemaakt, en wie werkten eraan mee?"),
    person(
        1,
        "1.1",
        "Wat doet de gemeente met meldingen van mensenhandel, en waarom?",
    ),
    derived(
        2,
        "2.3",
        "Welke persoonsgegevens staan in het programma, en hoe zijn ze opgeslagen?",
    ),
    derived(3, "3.2", "Wat gebeurt er met de gegevens, en van wie zijn ze?"),
    derived(4, "4", "Met welke technieken en methoden werkt het programma?"),
    derived(5, "5.2", "Waarvoor worden de gegevens gebruikt?"),
    derived(
        6,
        "6.2",
        "Wie is verantwoordelijk, wie krijgt gegevens, en wie kan erbij?",
    ),
    person(
        7,
        "7.1",
        "Welk belang heeft elke partij? Wat zeiden de betrokkenen, of waarom is hun niets gevraagd?",
    ),
    person(
        8,
        "8.2",
        "Waar staan de servers, en gaan gegevens buiten de Europese Unie?",
    ),
    derived(9, "9.2", "Welke wetten en afspraken gelden?"),
    derived(
        10,
        "10.2",
        "Hoe lang blijven de gegevens, en wat gebeurt er daarna?",
    ),
    derived(11, "11.2", "Op welke rechtsgrond steunt elke verwerking?"),
    person(
        12,
        "12.1",
        "Waarom mogen bijzondere persoonsgegevens worden verwerkt?",
    ),
    person(
        12,
        "12.2",
        "Waarom mogen strafrechtelijke gegevens worden verwerkt?",
    ),
    person(12, "12.3", "Waarom mag het burgerservicenummer worden gebruikt?"),
    person(
        13,
        "13.2",
        "Past elk gebruik bij het doel waarvoor de gegevens zijn verzameld?",
    ),
    person(
        14,
        "14.1",
        "Kan het doel ook met minder ingrijpende middelen worden bereikt?",
    ),
    person(14, "14.2", "Staat de inbreuk in verhouding tot het doel?"),
    person(15, "15.1", "Hoe krijgt iemand inzage, en wanneer niet?"),
    person(15, "15.2", "Hoe laat iemand gegevens verbeteren of aanvullen?"),
    person(15, "15.3", "Hoe laat iemand gegevens wissen, en wanneer niet?"),
    person(15, "15.4", "Hoe laat iemand de verwerking beperken?"),
    person(15, "15.5", "Kan iemand gegevens meenemen?"),
    person(
        15,
        "15.6",
        "Wordt over iemand besloten zonder dat een mens kijkt?",
    ),
    person(15, "15.7", "Hoe maakt iemand bezwaar?"),
    person(15, "15.8", "Hoe hoort iemand wat er met de gegevens gebeurt?"),
    weighed(risk::EXPOSED),
    weighed(risk::WRONGLY),
    weighed(risk::WRONG_HANDS),
    weighed(risk::TOO_LONG),
    weighed(risk::SNOOPING),
    weighed(risk::LEAK),
    weighed(risk::OTHER_PURPOSE),
    person(16, "16.2", "Welke andere risico’s zijn er?"),
    derived(17, "17.2", "Welke maatregelen zijn genomen?"),
    person(17, "17.3", "Waarom is aanvaardbaar wat aan risico overblijft?"),
    person(18, "18", "Wat moet het bestuur weten?"),
    person(19, "19.4", "Wie beheert deze DPIA?"),
    person(
        19,
        "19.5",
        "Wat adviseert de functionaris voor gegevensbescherming?",
    ),
    person(20, "20.1", "Wie stelt deze DPIA vast, en wanneer?"),
];

impl Question {
    /// The question with this identifier.
    pub fn find(id: &str) -> Option<&'static Self> {
        QUESTIONS.iter().find(|question| question.id == id)
    }

    /// The risk that is weighed, where it is one.
    pub fn risk(&self) -> Option<&'static Risk> {
        match self.kind {
            Kind::Risk(risk) => Some(risk),
            Kind::Derived | Kind::Person => None,
        }
    }
}
