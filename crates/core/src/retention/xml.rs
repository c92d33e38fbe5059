// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! XML that is well-formed by construction: elements that hold elements, or a text.

use std::fmt::Write as _;

/// An element.
pub(super) struct Element {
    name: &'static str,
    content: Content,
}

enum Content {
    Text(String),
    Elements(Vec<Element>),
}

/// An element with a text.
pub(super) fn text(name: &'static str, text: impl Into<String>) -> Element {
    Element {
        name,
        content: Content::Text(text.into()),
    }
}

/// An element with elements, in the order given.
pub(super) fn group(name: &'static str, elements: Vec<Element>) -> Element {
    Element {
        name,
        content: Content::Elements(elements),
    }
}

/// A document with this root and its namespace declarations.
pub(super) fn document(root: &Element, declarations: &str) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(root, declarations, 0, &mut xml);
    xml
}

fn write(element: &Element, attributes: &str, depth: usize, xml: &mut String) {
    let indent = "  ".repeat(depth);
    let name = element.name;
    // Writing into a string can't fail.
    let _ = write!(xml, "{indent}<{name}{attributes}>");
    match &element.content {
        Content::Text(text) => escape(text, xml),
        Content::Elements(elements) => {
            xml.push('\n');
            for element in elements {
                write(element, "", depth + 1, xml);
            }
            xml.push_str(&indent);
        }
    }
    let _ = writeln!(xml, "</{name}>");
}

/// Characters that XML 1.0 can't hold are left out.
fn escape(text: &str, xml: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' => xml.push(letter),
            '\r' => xml.push_str("&#13;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => xml.push(letter),
        }
    }
}
