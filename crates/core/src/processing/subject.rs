// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whose data are processed (betrokkenen). Outside of the program they are known by a pseudonym only.

use std::collections::BTreeSet;

use crate::{
    claim::Claim,
    id::ReportId,
    signal::{Signal, assessment::SubjectKind},
};

/// Somebody whose data are processed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataSubject {
    /// A person by name, in the form in which equal names are equal. Namesakes can't be told apart.
    Named(String),
    /// A citizen by number.
    Citizen(String),
    /// Who reported. Known by the report alone: nobody learns from the log that somebody reported, or did so twice.
    Reporter(ReportId),
}

impl DataSubject {
    /// Somebody by what was written: a citizen's number, or a name. None for nothing.
    pub fn written(words: &str) -> Option<Self> {
        let name = words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        if name.is_empty() {
            return None;
        }
        let is_number = |text: &str| text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        // Alone it may be written in groups; beside a name it stands as one.
        let alone = Some(name.replace(['.', ' '], "")).filter(|text| is_number(text));
        let mut parts = name.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        let beside = parts.find_map(|part| Some(part.replace('.', "")).filter(|text| is_number(text)));
        let number = alone.or(beside).map(Self::Citizen);
        Some(number.unwrap_or(Self::Named(name)))
    }

    /// The kind, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Named(_) => "name",
            Self::Citizen(_) => "BSN",
            Self::Reporter(_) => "report",
        }
    }

    /// What the pseudonym is made of.
    pub fn value(&self) -> String {
        match self {
            Self::Named(value) | Self::Citizen(value) => value.clone(),
            Self::Reporter(report) => report.to_string(),
        }
    }
}

/// The persons whom a signal names. A question to a source is about one of them.
pub fn in_signal(signal: &Signal) -> BTreeSet<DataSubject> {
    let persons = signal.subjects.iter();
    let persons = persons.filter(|subject| subject.kind == SubjectKind::Person);
    persons
        .filter_map(|subject| DataSubject::written(&subject.value))
        .collect()
}

/// Who asked something of the municipality about their own data.
pub fn in_claim(claim: &Claim) -> Option<DataSubject> {
    DataSubject::written(&claim.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_one_person_however_it_is_typed() {
        let one = DataSubject::written(" Joris  Verzonnen ");
        assert_eq!(one, DataSubject::written("joris verzonnen"));
        assert_eq!(one.unwrap().kind(), "name");
        assert_eq!(DataSubject::written("  "), None);
    }

    #[test]
    fn a_citizen_number_is_one() {
        let one = DataSubject::written("9999.93.653");
        assert_eq!(one, Some(DataSubject::Citizen("999993653".to_owned())));
        assert_eq!(DataSubject::written("Joris Verzonnen, BSN 999993653"), one);
    }
}
