// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What must stand beside figures so that nobody reads more into them than they say. Made from where they come from.

use super::{
    audience::{Audience, BASE, LARGE, Shown, YEARS},
    book::Book,
    table::FigureTable,
    value::Value,
};
use crate::{
    configuration::{
        Configuration,
        figures::{AreaKind, FigureSource, Unit},
        text::{Language, Text},
    },
    id::{AreaId, FigureSourceId, FormId},
};

/// Something that must stand beside a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The source gives no number for a year, and these are of another one, where there is one.
    NoYear {
        /// The source.
        source: FigureSourceId,
        /// The year without numbers.
        without: i32,
        /// The year that has some.
        other: Option<i32>,
    },
    /// The source registers these forms only.
    OnlyForms(FigureSourceId),
    /// What one in its numbers stands for.
    Counts(FigureSourceId),
    /// It counted otherwise before this year.
    Break(FigureSourceId, i32),
    /// A value was corrected.
    Corrected {
        /// Where.
        area: AreaId,
        /// Of which form.
        form: FormId,
        /// What it said before.
        was: Value,
    },
    /// Why a value is not known.
    Reason(String),
    /// How exact the table is for whom it is made.
    For(Audience),
    /// Numbers are left out.
    Withheld,
    /// An area is a group of municipalities.
    Group(AreaId),
    /// What sources look for differs.
    Emphases,
    /// Sources can have counted the same.
    Overlap,
    /// A high or low number proves nothing.
    Causes,
}

/// The notes of a table.
pub fn of(
    table: &FigureTable,
    book: &Book,
    configuration: &Configuration,
    source: &FigureSource,
) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(year(table, book, source));
    let in_focus = configuration.forms.iter().filter(|form| form.in_focus);
    if in_focus.into_iter().any(|form| !source.forms.contains(&form.id)) {
        notes.push(Note::OnlyForms(source.id.clone()));
    }
    notes.push(Note::Counts(source.id.clone()));
    let breaks = source.breaks.iter().filter(|it| it.year <= table.year);
    notes.extend(breaks.map(|it| Note::Break(source.id.clone(), it.year)));
    for row in &table.rows {
        for (form, cell) in table.forms.iter().zip(&row.cells) {
            let corrected = cell.was.clone().map(|was| Note::Corrected {
                area: row.area.clone(),
                form: form.clone(),
                was,
            });
            notes.extend(corrected);
            if let Shown::Value(Value::NotKnown { reason }) = &cell.shown
                && !reason.is_empty()
                && !notes.contains(&Note::Reason(reason.clone()))
            {
                notes.push(Note::Reason(reason.clone()));
            }
        }
    }
    if !table.audience.is_exact() {
        notes.push(Note::For(table.audience));
    }
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    if cells.any(|cell| cell.shown == Shown::Withheld) {
        notes.push(Note::Withheld);
    }
    let areas = table
        .rows
        .iter()
        .filter_map(|row| configuration.figures.area(&row.area));
    let groups = areas.filter(|area| area.kind == AreaKind::Cluster);
    notes.extend(groups.map(|area| Note::Group(area.id.clone())));
    let sources = &configuration.figures.sources;
    if sources.iter().any(|source| source.emphasis.is_some()) {
        notes.push(Note::Emphases);
    }
    if sources.iter().any(|source| !source.may_overlap_with.is_empty()) {
        notes.push(Note::Overlap);
    }
    notes.push(Note::Causes);
    notes
}

/// Whether the source gives no number for this year, or for a later one of which others do.
fn year(table: &FigureTable, book: &Book, source: &FigureSource) -> Option<Note> {
    let says = |year: i32| book.says_something(&source.id, year);
    let years = book.years();
    let note = |without, other| Note::NoYear {
        source: source.id.clone(),
        without,
        other,
    };
    if !says(table.year) {
        let other = years.iter().copied().rev().find(|year| says(*year));
        return Some(note(table.year, other));
    }
    let later = years
        .iter()
        .copied()
        .find(|year| *year > table.year && !says(*year))?;
    Some(note(later, Some(table.year)))
}

/// What the signs in a table mean.
pub fn signs(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Tekens: . niet bekend of niet geregistreerd; x geheim of weggelaten; \u{2013} geteld en nul; leeg kan niet voorkomen."
        }
        Language::En => {
            "Signs: . not known or not registered; x kept secret or left out; \u{2013} counted and nil; empty can't occur."
        }
    }
}

/// What stands where nothing is left out.
pub fn all(language: Language) -> &'static str {
    match language {
        Language::Nl => "alle",
        Language::En => "all",
    }
}

/// The name of a form.
pub fn form(configuration: &Configuration, id: &FormId, language: Language) -> String {
    let known = configuration.form(id);
    known.map_or_else(|| id.0.clone(), |form| form.name.of(language).to_owned())
}

/// The name of an area.
pub fn area(configuration: &Configuration, id: &AreaId) -> String {
    let known = configuration.figures.area(id);
    known.map_or_else(|| id.0.clone(), |area| area.name.clone())
}

/// The name of a source.
pub fn source(configuration: &Configuration, id: &FigureSourceId, language: Language) -> String {
    let known = configuration.figures.source(id);
    known.map_or_else(|| id.0.clone(), |source| source.name.of(language).to_owned())
}

impl Note {
    /// The note in a sentence or two.
    pub fn words(&self, configuration: &Configuration, language: Language) -> String {
        let nl = language == Language::Nl;
        let name = |id: &FigureSourceId| source(configuration, id, language);
        match self {
            Self::NoYear {
                source,
                without,
                other,
            } => no_year(&name(source), *without, *other, nl),
            Self::OnlyForms(id) => only_forms(configuration, id, language),
            Self::Counts(id) => counts(configuration, id, language),
            Self::Break(id, year) => series_break(configuration, id, *year, language),
            Self::Corrected {
                area: place,
                form: kind,
                was,
            } => {
                let (place, kind) = (area(configuration, place), form(configuration, kind, language));
                let was = was.sign(language);
                if nl {
                    format!("Verbeterd: {place}, {}. Eerder stond hier {was}.", kind.to_lowercase())
                } else {
                    format!("Corrected: {place}, {}. It said {was} before.", kind.to_lowercase())
                }
            }
            Self::Reason(reason) if nl => format!("Niet bekend (.): {reason}."),
            Self::Reason(reason) => format!("Not known (.): {reason}."),
            Self::For(audience) => made_for(*audience, nl),
            Self::Withheld if nl => "x: dit aantal staat er niet, omdat het naar personen kan wijzen of omdat een ander aantal eruit te \
                                     berekenen is."
                .to_owned(),
            Self::Withheld => "x: this number is left out, because it can point at persons or because another number could be computed \
                               from it."
                .to_owned(),
            Self::Group(id) => group(configuration, id, language),
            Self::Emphases => emphases(configuration, language),
            Self::Overlap if nl => "Bronnen kunnen dezelfde melding hebben, en iemand kan opnieuw slachtoffer worden. Tel aantallen van \
                                    verschillende bronnen daarom nooit bij elkaar op."
                .to_owned(),
            Self::Overlap => "Sources can hold the same report, and somebody can become a victim again. So never add numbers of different \
                              sources."
                .to_owned(),
            Self::Causes if nl => "Een hoog of laag aantal kan veel oorzaken hebben. Het zegt niet hoe vaak mensenhandel echt voorkomt. Meer \
                                   signalen na een campagne betekent eerst dat er beter is gekeken."
                .to_owned(),
            Self::Causes => "A high or low number can have many causes. It does not say how much human trafficking there really is. More \
                             signals after a campaign first of all mean that people looked better."
                .to_owned(),
        }
    }
}

fn made_for(audience: Audience, nl: bool) -> String {
    match (audience, nl) {
        (Audience::Public, true) => format!(
            "Aantallen zijn afgerond op veelvouden van {BASE}; een 0 is dus niet precies nul. Van gebieden met minder dan {LARGE} inwoners \
             staan {YEARS} jaren samen."
        ),
        (Audience::Public, false) => format!(
            "Numbers are rounded to multiples of {BASE}, so a 0 is not exactly zero. Of areas with fewer than {LARGE} inhabitants {YEARS} \
             years stand together."
        ),
        (_, true) => "Aantallen staan in klassen, zodat geen aantal naar een persoon wijst.".to_owned(),
        (_, false) => "Numbers stand in bands, so that none points at a person.".to_owned(),
    }
}

fn no_year(name: &str, without: i32, other: Option<i32>, nl: bool) -> String {
    match (other, nl) {
        (Some(other), true) => {
            format!("Over {without} zijn geen cijfers van {name} bekend. Die over {other} wel.")
        }
        (Some(other), false) => {
            format!("No figures of {name} are known for {without}. Those for {other} are.")
        }
        (None, true) => format!("Over {without} zijn geen cijfers van {name} bekend."),
        (None, false) => format!("No figures of {name} are known for {without}."),
    }
}

fn only_forms(configuration: &Configuration, id: &FigureSourceId, language: Language) -> String {
    let known = configuration.figures.source(id);
    let forms = known.map(|source| source.forms.as_slice()).unwrap_or_default();
    let forms = listed(
        forms
            .iter()
            .map(|id| form(configuration, id, language).to_lowercase()),
        language,
    );
    let name = source(configuration, id, language);
    if language == Language::Nl {
        format!(
            "{name} registreert alleen {forms}. De andere vormen zijn niet geregistreerd, en dat is iets anders dan nul."
        )
    } else {
        format!(
            "{name} registers {forms} only. The other forms are not registered, which is not the same as zero."
        )
    }
}

fn counts(configuration: &Configuration, id: &FigureSourceId, language: Language) -> String {
    let Some(source) = configuration.figures.source(id) else {
        return String::new();
    };
    let nl = language == Language::Nl;
    let unit = match source.unit {
        Unit::RawReport if nl => "Telt meldingen zoals ze binnenkomen, ook die waar later niets van blijkt.",
        Unit::RawReport => "Counts reports as they come in, also those of which nothing is found later.",
        Unit::Signal | Unit::PossibleVictim if nl => {
            "Telt elk signaal van mogelijke mensenhandel. Later kan blijken dat het geen mensenhandel is in de zin van het strafrecht."
        }
        Unit::Signal | Unit::PossibleVictim => {
            "Counts every signal of possible trafficking. It can turn out later not to be trafficking in the sense of criminal law."
        }
        Unit::EstablishedVictim | Unit::Case if nl => {
            "Telt alleen gevallen waarvan de vorm van uitbuiting bekend is. Ruwe meldingen zitten er niet bij."
        }
        Unit::EstablishedVictim | Unit::Case => {
            "Counts only cases in which the form of exploitation is known. Raw reports are not among them."
        }
    };
    let (name, definition) = (source.name.of(language), source.definition.of(language));
    let decided = source.decided_by.of(language);
    if nl {
        format!("{name}: {definition}. {unit} Wie dat bepaalt: {decided}.")
    } else {
        format!("{name}: {definition}. {unit} Who decides: {decided}.")
    }
}

fn series_break(configuration: &Configuration, id: &FigureSourceId, year: i32, language: Language) -> String {
    let known = configuration.figures.source(id);
    let mut breaks = known.into_iter().flat_map(|source| &source.breaks);
    let what = breaks.find(|it| it.year == year).map(|it| &it.what);
    let what = what.map_or("", |what: &Text| what.of(language));
    let name = source(configuration, id, language);
    if language == Language::Nl {
        format!("{name} telt vanaf {year} anders: {what}. Vergelijk met eerdere jaren kan niet.")
    } else {
        format!("{name} counts differently from {year} on: {what}. Earlier years can't be compared.")
    }
}

fn group(configuration: &Configuration, id: &AreaId, language: Language) -> String {
    let members = configuration.figures.area(id);
    let members = members.map(|area| area.members.as_slice()).unwrap_or_default();
    let members = listed(members.iter().map(|id| area(configuration, id)), language);
    let name = area(configuration, id);
    if language == Language::Nl {
        format!("{name} is een groep gemeenten: {members}.")
    } else {
        format!("{name} is a group of municipalities: {members}.")
    }
}

fn emphases(configuration: &Configuration, language: Language) -> String {
    let each = configuration.figures.sources.iter().filter_map(|source| {
        let emphasis = form(configuration, source.emphasis.as_ref()?, language).to_lowercase();
        let name = source.name.of(language);
        Some(if language == Language::Nl {
            format!("{name} let vooral op {emphasis}")
        } else {
            format!("{name} looks for {emphasis} most")
        })
    });
    let each = listed(each, language);
    if language == Language::Nl {
        format!("{each}. Daarom registreert niet elke bron elke vorm.")
    } else {
        format!("{each}. So not every source registers every form.")
    }
}

/// Names in a row, the last with `en`.
fn listed(names: impl Iterator<Item = String>, language: Language) -> String {
    let mut names: Vec<String> = names.collect();
    let Some(last) = names.pop() else {
        return String::new();
    };
    let and = if language == Language::Nl { "en" } else { "and" };
    if names.is_empty() {
        last
    } else {
        format!("{} {and} {last}", names.join(", "))
    }
}
