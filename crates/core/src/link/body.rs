// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a text says, without who says it: no signatures, no heads of forwarded mails, no sentences about the writer.

/// Words with which a letter ends; what follows is who wrote it.
pub const GREETINGS: [&str; 23] = [
    "met vriendelijke groet",
    "met hartelijke groet",
    "met collegiale groet",
    "met groet",
    "met dank",
    "met de meeste hoogachting",
    "vriendelijke groet",
    "hartelijke groet",
    "hoogachtend",
    "groet",
    "mvg",
    "m.v.g",
    "gr.",
    "gr,",
    "kind regards",
    "best regards",
    "regards",
    "sincerely",
    "yours ",
    "verzonden vanaf",
    "verstuurd vanaf",
    "sent from my",
    "-- ",
];

/// With these a writer goes on below a signature.
const AFTERWARDS: [&str; 4] = ["ps:", "ps.", "p.s.", "ps "];

/// With these begins a mail within a mail, and with it a text of somebody else.
const FORWARDED: [&str; 10] = [
    "-----",
    "_____",
    "begin doorgestuurd",
    "begin forwarded",
    "van:",
    "from:",
    "verzonden:",
    "sent:",
    "op ",
    "on ",
];

/// Heads of a mail within a mail: they name people.
const HEADS: [&str; 14] = [
    "van:",
    "from:",
    "aan:",
    "to:",
    "cc:",
    "bcc:",
    "verzonden:",
    "sent:",
    "datum:",
    "date:",
    "onderwerp:",
    "subject:",
    "antwoord aan:",
    "reply-to:",
];

/// Sentences with these are about the writer: how to reach them, where they live.
const ABOUT_WRITER: [&str; 28] = [
    "bel mij",
    "bel me",
    "bel ons",
    "mij bellen",
    "me bellen",
    "ons bellen",
    "mij bereiken",
    "me bereiken",
    "ons bereiken",
    "mijn nummer",
    "mijn telefoon",
    "mijn mobiel",
    "mijn 06",
    "bereikbaar op",
    "te bereiken",
    "app mij",
    "app me",
    "mijn adres",
    "mijn kenteken",
    "ik woon",
    "wij wonen",
    "mijn huis",
    "my number",
    "my phone",
    "call me",
    "reach me",
    "my address",
    "i live",
];

/// The sentences of a text that are about what was seen. Where it is known who wrote, a line with nothing but their name begins a
/// signature.
pub(super) fn sentences(text: &str, writer: &str) -> Vec<String> {
    let paragraphs = paragraphs(text, writer);
    let all = paragraphs.iter().flat_map(|paragraph| split(paragraph));
    all.filter(|sentence| {
        let lower = sentence.to_lowercase();
        !ABOUT_WRITER.iter().any(|words| lower.contains(words))
    })
    .map(str::to_owned)
    .collect()
}

/// Paragraphs, each as one line.
fn paragraphs(text: &str, writer: &str) -> Vec<String> {
    let writer = words(writer);
    let (mut all, mut signed) = (vec![String::new()], false);
    for line in text.lines() {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        let lower = line.to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
        if begins(&AFTERWARDS) {
            signed = false;
        }
        if begins(&FORWARDED) && (!begins(&["op ", "on "]) || lower.trim_end().ends_with(':')) {
            signed = false;
        }
        let line_of = words(&lower);
        let name = !line_of.is_empty() && line_of.iter().all(|word| writer.contains(word));
        if begins(&GREETINGS) || name || matches!(lower.trim_end(), "--" | "gr") {
            signed = true;
        }
        if signed || begins(&HEADS) || line.trim().is_empty() {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push_str(line.trim());
            last.push(' ');
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Sentences: up to a full stop before a space and a capital, so that "Dorpsstr. 12" stays whole.
fn split(paragraph: &str) -> Vec<&str> {
    let (mut all, mut begin, mut ended) = (Vec::new(), 0, false);
    let mut before = ' ';
    for (at, letter) in paragraph.char_indices() {
        if ended && letter.is_uppercase() {
            all.extend(paragraph.get(begin..at));
            begin = at;
        }
        ended = letter == ' ' && (ended || matches!(before, '.' | '!' | '?'));
        before = letter;
    }
    all.extend(paragraph.get(begin..));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_is_left_out() {
        let mail = "Beste collega,\nIn de Dorpsstr. 12 staan elf bedden. U kunt mij\nbellen op 06 0000 0001. De bus is grijs.\n\n\
            Met vriendelijke groet,\nSanne Verzonnen\n085 000 0000\n";
        assert_eq!(
            sentences(mail, ""),
            [
                "Beste collega, In de Dorpsstr. 12 staan elf bedden. ",
                "De bus is grijs. "
            ]
        );
    }

    #[test]
    fn a_mail_within_a_mail_counts_without_its_head_and_its_signature() {
        let mail = "Zie onder.\nGroet, Karin\n085 000 0000\n-----Oorspronkelijk bericht-----\nVan: M. Verzonnen\n\
            Onderwerp: Observatie\n\nTwee busjes.\n> Groeten van M.\n> 06 0000 0001\n";
        assert_eq!(
            sentences(mail, ""),
            [
                "Zie onder. ",
                "-----Oorspronkelijk bericht----- ",
                "Twee busjes. "
            ]
        );
    }
}
