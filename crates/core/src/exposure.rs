// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a text gives away that somebody is about to release: who reported, and who or what a signal is about. It finds words; a person
//! decides.

use std::collections::BTreeSet;

use crate::{
    configuration::{Configuration, channel::Tips},
    link::{addresses, compact, phone, website},
    outgoing::is_address,
    report::{Reporter, tip},
    signal::assessment::{Subject, SubjectKind},
};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Who reported, or how to reach them.
    Reporter,
    /// Somebody or something that the signal is about.
    Subject,
    /// Words that can tell who told it: "de buurvrouw", "mijn tante", "ik werk".
    Source,
    /// An address.
    Address,
    /// A telephone number.
    Phone,
    /// A number plate.
    Plate,
    /// A number that can be a citizen service number.
    Bsn,
    /// A mail address.
    Mail,
    /// What looks like the name of a person.
    Name,
}

impl FindingKind {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Subject => "subject",
            Self::Source => "source",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Plate => "plate",
            Self::Bsn => "bsn",
            Self::Mail => "mail",
            Self::Name => "name",
        }
    }
}

/// Words in a text that give something away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What they give away.
    pub kind: FindingKind,
    /// The words.
    pub words: String,
}

/// Who reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People who work on the signal, or to whom it is handed over: they must know what it is about, not who reported.
    Inside,
    /// Whoever sees a list over somebody's shoulder, as they do titles: names of people don't belong there either.
    Lists,
    /// A reporter, or a partner who is asked something: they must learn neither.
    Outside,
}

/// What a text is held against.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Reporters who must not be named.
    pub reporters: Vec<Reporter>,
    /// What the signal is about.
    pub subjects: Vec<Subject>,
    /// Words of names that stand in the reports, in small letters: a letter that says only "Ahmed" names him as well.
    pub named: BTreeSet<String>,
    /// Words of the configuration, in small letters: none of them is a name of a person.
    pub ordinary: BTreeSet<String>,
    /// How tips are read, where somebody reported of whom nobody may know who it was.
    pub guarded: Option<Tips>,
    /// Mail addresses at these domains are the municipality's own.
    pub own_domains: Vec<String>,
}

impl Known {
    /// What the configuration knows.
    pub fn of(configuration: &Configuration) -> Self {
        let mut texts: Vec<&str> = vec![ORDINARY, &configuration.municipality.name];
        texts.extend(
            configuration
                .municipality
                .areas
                .iter()
                .map(|area| area.name.as_str()),
        );
        texts.extend(configuration.partners.iter().map(|partner| partner.name.as_str()));
        let named = configuration.bodies.iter().map(|body| &body.name);
        let named = named.chain(
            configuration
                .departments
                .iter()
                .map(|department| &department.name),
        );
        let named = named.chain(configuration.forms.iter().map(|form| &form.name));
        let named = named.chain(configuration.route.steps.iter().map(|step| &step.name));
        texts.extend(named.flat_map(|name| [name.nl.as_str(), name.en.as_str()]));
        let templates = configuration.templates.iter();
        texts.extend(templates.flat_map(|template| [template.nl.as_str(), template.en.as_str()]));
        Self {
            ordinary: texts.into_iter().flat_map(words).map(str::to_lowercase).collect(),
            own_domains: configuration.municipality.mail_domains.clone(),
            ..Self::default()
        }
    }
}

/// Words of the names of persons that stand in a text, in small letters; words of the configuration are none.
pub fn named_in(text: &str, ordinary: &BTreeSet<String>) -> BTreeSet<String> {
    let names = names(text, ordinary);
    let words = names.iter().flat_map(|name| name_words(name));
    words.map(str::to_lowercase).collect()
}

/// Words that begin sentences and letters, and names of days and months.
const ORDINARY: &str = "aan als bij daarna dat de deze die dit door een er geachte graag heeft het hoe hij hoort i ik in is kunt kunnen \
    met mogen na naar niet nu of om omdat onze op over te tot u uw van vanaf voor waar waarom wanneer wat wie wij wilt zij zijn zo \
    beste collega mevrouw meneer heer dhr mevr dear sir madam colleague kind regards yours sincerely we you your the this that an a \
    at for from how if it may on our please thank to what when where who why with would could did do does has have can \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober \
    november december monday tuesday wednesday thursday friday saturday sunday january february march may june july august october \
    gemeente meldpunt meldroute nederland nederlands netherlands dutch politie police";

/// What a text gives away, each thing once.
pub fn findings(text: &str, known: &Known, audience: Audience) -> Vec<Finding> {
    let mut found = BTreeSet::new();
    let mut add = |kind, words: &str| {
        found.insert(Finding {
            kind,
            words: words.trim().to_owned(),
        });
    };
    for reporter in &known.reporters {
        for words in reporter_in(text, reporter) {
            add(FindingKind::Reporter, &words);
        }
    }
    for number in numbers(text) {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if is_bsn(&digits, number) {
            add(FindingKind::Bsn, number);
        } else if audience == Audience::Outside && is_phone(&digits, number) {
            add(FindingKind::Phone, number);
        }
    }
    if let Some(rules) = &known.guarded {
        for words in tip::telling(rules, text) {
            add(FindingKind::Source, &words);
        }
    }
    match audience {
        Audience::Inside => {
            for words in tip::told_by(text) {
                add(FindingKind::Source, &words);
            }
        }
        Audience::Lists => {
            for name in names(text, &known.ordinary) {
                add(FindingKind::Name, &name);
            }
        }
        Audience::Outside => outside(text, known, add),
    }
    found.into_iter().collect()
}

/// What somebody outside must not learn, besides who reported.
fn outside(text: &str, known: &Known, mut add: impl FnMut(FindingKind, &str)) {
    for words in tip::people_near(text) {
        add(FindingKind::Source, &words);
    }
    for address in addresses(text) {
        add(FindingKind::Address, &address.words);
    }
    for subject in known.subjects.iter().filter(|subject| subject.struck.is_none()) {
        for words in subject_in(text, subject, &known.ordinary) {
            add(FindingKind::Subject, &words);
        }
    }
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_plate(word) {
            add(FindingKind::Plate, word);
        } else if is_foreign_address(word, known) {
            add(FindingKind::Mail, word);
        }
    }
    let names = names(text, &known.ordinary);
    for name in &names {
        add(FindingKind::Name, name);
    }
    for name in loose_names(text, known) {
        if !names.iter().any(|whole| whole.contains(&name)) {
            add(FindingKind::Name, &name);
        }
    }
}

/// Where a reporter is named: the whole name, one of its words with a capital, or how to reach them.
fn reporter_in(text: &str, reporter: &Reporter) -> Vec<String> {
    let mut found: Vec<String> = said(text, &reporter.name).into_iter().collect();
    if found.is_empty() {
        let name: Vec<String> = name_words(&reporter.name).map(str::to_lowercase).collect();
        let large = words(text).into_iter().filter(|word| begins_large(word));
        let same = large.filter(|word| name.contains(&word.to_lowercase()));
        found.extend(same.map(str::to_owned));
    }
    let contact = reporter.contact.trim();
    for part in contact.split([',', ';', '\n']).map(str::trim) {
        let lower = part.to_lowercase();
        if part.chars().count() > 5 && text.to_lowercase().contains(&lower) {
            found.push(part.to_owned());
        } else if let Some(number) = same_number(text, part) {
            found.push(number);
        }
    }
    found
}

fn subject_in(text: &str, subject: &Subject, ordinary: &BTreeSet<String>) -> Vec<String> {
    let value = subject.value.as_str();
    match subject.kind {
        SubjectKind::Phone => same_number(text, value).into_iter().collect(),
        SubjectKind::Vehicle => {
            let plate = compact(value);
            let mut words = text.split_whitespace();
            words
                .find(|word| plate.len() > 3 && compact(word) == plate)
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
                .into_iter()
                .collect()
        }
        SubjectKind::Website => {
            let site = website(value);
            let held = site.len() > 3 && text.to_lowercase().contains(&site);
            held.then(|| site.clone()).into_iter().collect()
        }
        SubjectKind::Address | SubjectKind::Company | SubjectKind::Person => value
            .split(',')
            // The town of an address says nothing.
            .filter(|part| {
                words(part)
                    .iter()
                    .any(|word| !ordinary.contains(&word.to_lowercase()))
            })
            .filter_map(|part| said(text, part))
            .collect(),
    }
}

/// Words in a row that stand in a text, as whole words and in any case: a reporter called Boer is not named by "boerderij".
fn said(text: &str, name: &str) -> Option<String> {
    let name = words(name);
    let same = |part: &[&str]| {
        part.iter()
            .zip(&name)
            .all(|(one, other)| one.to_lowercase() == other.to_lowercase())
    };
    // Initials occur in any text.
    if !name.iter().any(|word| word.chars().count() > 3) {
        return None;
    }
    words(text)
        .windows(name.len())
        .find(|part| same(part))
        .map(|part| part.join(" "))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The number of a text that is the same telephone number.
fn same_number(text: &str, value: &str) -> Option<String> {
    const SHORTEST: usize = 6;
    let wanted = phone(value);
    if wanted.len() < SHORTEST {
        return None;
    }
    numbers(text)
        .into_iter()
        .find(|number| phone(number) == wanted)
        .map(str::to_owned)
}

/// Runs of digits with what people write between them.
fn numbers(text: &str) -> Vec<&str> {
    const SHORTEST: usize = 6;
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '+' | '(' | ')');
    text.split(|c: char| !part(c))
        .map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+'))
        .filter(|run| run.chars().filter(char::is_ascii_digit).count() >= SHORTEST)
        .collect()
}

/// A Dutch telephone number, other than one that a company answers.
fn is_phone(digits: &str, written: &str) -> bool {
    let national = digits
        .strip_prefix("0031")
        .or_else(|| digits.strip_prefix("31").filter(|_| written.starts_with('+')))
        .map(|rest| format!("0{}", rest.trim_start_matches('0')));
    let national = national.as_deref().unwrap_or(digits);
    let serves = ["0800", "0900", "0906", "0909"]
        .iter()
        .any(|begin| national.starts_with(begin));
    let foreign = written.starts_with('+') && digits.len() > 8;
    (national.starts_with('0') && national.len() == 10 && !serves) || (foreign && national == digits)
}

/// Nine digits that pass the test of eleven.
fn is_bsn(digits: &str, written: &str) -> bool {
    if digits.len() != 9 || written.starts_with('+') {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| i64::from(digit - b'0') * weight)
        .sum();
    sum % 11 == 0 && sum != 0
}

/// Six letters and digits in three groups of one sort each, with or without dashes.
fn is_plate(word: &str) -> bool {
    let plain: String = word.chars().filter(|c| *c != '-').collect();
    let dashes = word.chars().filter(|c| *c == '-').count();
    if plain.len() != 6 || !plain.chars().all(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let groups: Vec<&str> = word.split('-').collect();
    let of_one_sort = |group: &str| {
        !group.is_empty()
            && (group.chars().all(|c| c.is_ascii_digit()) || group.chars().all(|c| c.is_ascii_alphabetic()))
    };
    let mixed = plain.chars().any(|c| c.is_ascii_digit()) && plain.chars().any(|c| c.is_ascii_alphabetic());
    let changes = plain
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [one, other] if one.is_ascii_digit() != other.is_ascii_digit()))
        .count();
    match dashes {
        2 => mixed && groups.iter().all(|group| of_one_sort(group)),
        0 => changes == 2 && !plain.chars().any(|c| c.is_ascii_lowercase()),
        _ => false,
    }
}

fn is_foreign_address(word: &str, known: &Known) -> bool {
    let domain = word.rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
    is_address(word) && domain.is_some_and(|domain| !known.own_domains.contains(&domain))
}

/// Words between the words of a name.
const BETWEEN: [&str; 10] = ["de", "den", "der", "van", "het", "ten", "ter", "'t", "el", "la"];

/// Words with a capital in a row that the configuration does not know, or one after a title: "Jan de Vries", "mevrouw Jansen".
fn names(text: &str, ordinary: &BTreeSet<String>) -> Vec<String> {
    const TITLES: [&str; 10] = [
        "mevrouw", "meneer", "mevr", "dhr", "heer", "mr", "mrs", "ms", "mw", "familie",
    ];
    let mut found = Vec::new();
    for sentence in text.split(['.', '!', '?', ',', ':', ';', '\n', '(', ')', '"']) {
        let mut run: Vec<&str> = Vec::new();
        let mut titled = false;
        // An empty word ends the last run.
        for word in sentence.split_whitespace().chain([""]) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
            let lower = bare.to_lowercase();
            if is_name(bare) && !ordinary.contains(&lower) {
                run.push(bare);
                continue;
            }
            if BETWEEN.contains(&lower.as_str()) && !run.is_empty() {
                run.push(bare);
                continue;
            }
            let large = run.iter().filter(|word| begins_large(word)).count();
            if large > 1 || (titled && large == 1) {
                while run.last().is_some_and(|word| !begins_large(word)) {
                    run.pop();
                }
                found.push(run.join(" "));
            }
            run.clear();
            titled = TITLES.contains(&lower.as_str()) || (titled && BETWEEN.contains(&lower.as_str()));
        }
    }
    found
}

/// The words of a name by which somebody is known: no initials, and none that stand between.
fn name_words(name: &str) -> impl Iterator<Item = &str> {
    let known_by = |word: &&str| word.chars().count() > 2 && !BETWEEN.contains(&word.to_lowercase().as_str());
    words(name).into_iter().filter(known_by)
}

/// Single words that can be names, in a letter to the outside: with a capital in the middle of a sentence, in capitals altogether, after
/// "heer", or a word of a name that stands in the reports.
fn loose_names(text: &str, known: &Known) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in text.split(['.', '!', '?', ':', '\n']) {
        let mut before = "";
        for (place, word) in sentence.split_whitespace().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = bare.to_lowercase();
            let strange = bare.chars().count() > 2
                && !known.ordinary.contains(&lower)
                && !BETWEEN.contains(&lower.as_str());
            let shouted = bare.chars().count() > 3 && bare.chars().all(char::is_uppercase);
            let titled = before.eq_ignore_ascii_case("heer") && bare.chars().all(char::is_alphabetic);
            let spoken_of = known.named.contains(&lower) && begins_large(bare);
            if strange && (spoken_of || shouted || titled || (place > 0 && is_name(bare))) {
                found.push(bare.to_owned());
            }
            before = bare;
        }
    }
    found
}

fn begins_large(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A word that begins with a capital and goes on in small letters.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '\'') || c.is_uppercase())
        && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests;
