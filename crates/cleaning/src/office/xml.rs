// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One part of an Office file, read and written as a stream of elements. Names are compared without their prefix, since a
//! program may choose any.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesStart, Event, attributes::Attribute},
};

use crate::NoCopy;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays.
    Keep,
    /// It goes, and what is in it stays.
    Unwrap,
    /// It goes with all that is in it.
    Drop,
}

/// What is done with the elements of a part.
pub(super) trait Rules {
    /// What becomes of an element.
    fn element(&mut self, element: &Element<'_, '_>) -> Fate;
    /// The value of an attribute in the copy; none where it goes.
    fn attribute<'v>(&mut self, element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>>;
    /// Whether text in an element stays.
    fn text(&mut self, element: &str, text: &str) -> bool {
        let _ = (element, text);
        true
    }
}

/// An element with its attributes.
pub(super) struct Element<'e, 'x> {
    start: &'e BytesStart<'x>,
}

impl Element<'_, '_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.start.name().into_inner())
    }

    /// Each attribute: its name with prefix, and its value as it is written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        attributes(self.start).map(|attribute| (attribute.key.into_inner(), attribute.value))
    }

    /// The value of an attribute by its name without prefix.
    pub(super) fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes()
            .find(|(full, _)| local(full) == name)
            .map(|(_, value)| value)
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Attributes, also those of a careless program. Without the check for doubles: it takes a time that grows with the square.
fn attributes<'s>(start: &'s BytesStart<'_>) -> impl Iterator<Item = Attribute<'s>> {
    let mut all = start.attributes();
    all.with_checks(false);
    all.filter_map(Result::ok)
}

/// The part with the rules applied.
pub(super) fn filter(text: &str, rules: &mut dyn Rules, nesting: usize) -> Result<String, NoCopy> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut copy = String::with_capacity(text.len());
    copy.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    // What was decided for each open element, and its name where it stays.
    let mut open: Vec<(Fate, String)> = Vec::new();
    let mut dropped = 0_usize;
    loop {
        let event = reader.read_event().map_err(|_not_xml| NoCopy::Damaged)?;
        match event {
            Event::Eof => break,
            Event::Start(start) => {
                if open.len() >= nesting {
                    return Err(NoCopy::TooDeep);
                }
                let fate = if dropped > 0 {
                    Fate::Drop
                } else {
                    rules.element(&Element { start: &start })
                };
                if fate == Fate::Keep {
                    write(&start, rules, &mut copy, ">");
                }
                dropped += usize::from(fate == Fate::Drop);
                open.push((fate, start.name().into_inner().to_owned()));
            }
            Event::Empty(start) if dropped > 0 || rules.element(&Element { start: &start }) != Fate::Keep => {
            }
            Event::Empty(start) => write(&start, rules, &mut copy, "/>"),
            Event::End(_) => match open.pop() {
                Some((Fate::Keep, name)) => {
                    copy.push_str("</");
                    copy.push_str(&name);
                    copy.push('>');
                }
                Some((Fate::Drop, _)) => dropped -= 1,
                Some((Fate::Unwrap, _)) => {}
                None => return Err(NoCopy::Damaged),
            },
            other if dropped == 0 => content(&other, open.last(), rules, &mut copy),
            _ => {}
        }
    }
    if open.is_empty() {
        Ok(copy)
    } else {
        Err(NoCopy::Damaged)
    }
}

/// Text between elements. Comments, instructions and declarations of entities stay behind.
fn content(event: &Event<'_>, inside: Option<&(Fate, String)>, rules: &mut dyn Rules, copy: &mut String) {
    let Some((_, element)) = inside else { return };
    match event {
        Event::Text(text) if rules.text(local(element), text) => escape(text, copy),
        Event::CData(text) if rules.text(local(element), text) => escape(&text.replace('&', "&amp;"), copy),
        Event::GeneralRef(name) => {
            let known = matches!(&**name, "amp" | "lt" | "gt" | "quot" | "apos") || name.is_char_ref();
            if known && rules.text(local(element), "&") {
                copy.push('&');
                copy.push_str(name);
                copy.push(';');
            }
        }
        _ => {}
    }
}

/// Text whose references are as they must be.
fn escape(text: &str, copy: &mut String) {
    for letter in text.chars() {
        match letter {
            '<' => copy.push_str("&lt;"),
            '>' => copy.push_str("&gt;"),
            other => copy.push(other),
        }
    }
}

fn write(start: &BytesStart<'_>, rules: &mut dyn Rules, copy: &mut String, end: &str) {
    let name = start.name().into_inner();
    copy.push('<');
    copy.push_str(name);
    for attribute in attributes(start) {
        let key = attribute.key.into_inner();
        let Some(value) = rules.attribute(local(name), key, &attribute.value) else {
            continue;
        };
        copy.push(' ');
        copy.push_str(key);
        copy.push_str("=\"");
        for letter in value.chars() {
            match letter {
                '"' => copy.push_str("&quot;"),
                '<' => copy.push_str("&lt;"),
                other => copy.push(other),
            }
        }
        copy.push('"');
    }
    copy.push_str(end);
}

/// A value as an attribute holds it.
pub(super) fn in_attribute(value: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
