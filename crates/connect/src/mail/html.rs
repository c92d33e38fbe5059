// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! HTML mail made plain text: ammonia makes it harmless and well-formed, and what is left is written out. Links stand as
//! text; images and everything else that would be fetched is gone.

use super::decode::tidy;

/// Tags that shape the text; the text in all others is kept without the tag.
const SHAPING: [&str; 21] = [
    "a",
    "p",
    "div",
    "br",
    "ul",
    "ol",
    "li",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
];

/// Plain text of an HTML part.
pub(super) fn to_text(html: &str) -> String {
    let clean = if html.len() > LONGEST || is_deep(html) {
        html.to_owned()
    } else {
        clean(html)
    };
    let mut writer = Writer::default();
    let (mut rest, mut hide) = (clean.as_str(), true);
    while let Some((text, after)) = rest.split_once('<') {
        writer.text(text);
        let end = if after.starts_with("!--") { "-->" } else { ">" };
        let (tag, after) = after.split_once(end).unwrap_or((after, ""));
        rest = after;
        // hidden content is there only in HTML that was not cleaned; without an end it is shown, and not looked for again
        let hidden = HIDDEN.iter().find(|name| hide && starts_with_name(tag, name));
        if let Some(name) = hidden {
            let end = after.find(&format!("</{name}"));
            hide = end.is_some();
            rest = end.and_then(|end| after.get(end..)).unwrap_or(after);
        } else {
            writer.tag(tag);
        }
    }
    writer.text(rest);
    tidy(&writer.out)
}

fn starts_with_name(tag: &str, name: &str) -> bool {
    tag.get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// Tags whose content is not for readers.
const HIDDEN: [&str; 4] = ["script", "style", "title", "template"];

/// More bytes than this are not parsed: the time goes with the square of the number of attributes in a tag.
const LONGEST: usize = 512 << 10;

fn clean(html: &str) -> String {
    ammonia::Builder::default()
        .tags(SHAPING.into())
        .clean_content_tags(HIDDEN.into())
        .generic_attributes([].into())
        .tag_attributes([("a", ["href"].into())].into())
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None)
        .clean(html)
        .to_string()
}

/// Whether tags stand deeper in each other than in any honest mail. An HTML parser needs minutes for a hundred thousand levels,
/// so such a mail is written out as it is: the result is plain text in any case.
fn is_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let end = tag
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/')
            .unwrap_or(tag.len());
        let name = tag.get(..end).unwrap_or_default();
        if let Some(closed) = name.strip_prefix('/') {
            // a tag that closes none of the last ones closes nothing
            let recent = open
                .iter()
                .rev()
                .take(20)
                .position(|name| name.eq_ignore_ascii_case(closed));
            if let Some(back) = recent {
                open.truncate(open.len().saturating_sub(back + 1));
            }
        } else if !name.is_empty() && !NEVER_OPEN.iter().any(|never| never.eq_ignore_ascii_case(name)) {
            open.push(name);
        }
        if open.len() > DEEPEST {
            return true;
        }
    }
    false
}

/// More levels than this are not parsed.
const DEEPEST: usize = 400;

/// Tags without an end, or whose end may be left out.
const NEVER_OPEN: [&str; 16] = [
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p", "td", "th",
    "tr",
];

/// Text under construction.
#[derive(Default)]
struct Writer {
    out: String,
    preformatted: bool,
    /// A space is due before the next word.
    space: bool,
    /// The target of the open link, and where its text begins.
    link: Option<(String, usize)>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        let text = unescape(text);
        if self.preformatted {
            self.out.push_str(&text);
            return;
        }
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            self.space |= index > 0;
            if word.is_empty() {
                continue;
            }
            if self.space && !self.out.is_empty() && !self.out.ends_with(['\n', ' ']) {
                self.out.push(' ');
            }
            self.space = false;
            self.out.push_str(word);
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name.to_ascii_lowercase().as_str() {
            "a" if closing => self.close_link(),
            "a" => {
                let target = attributes
                    .strip_prefix("href=\"")
                    .and_then(|rest| rest.strip_suffix('"'));
                self.link = target.map(|target| (unescape(target), self.out.len()));
            }
            "br" => self.new_line(),
            "li" if !closing => {
                self.break_line();
                self.out.push_str("- ");
            }
            "div" | "li" | "tr" | "hr" => self.break_line(),
            "td" | "th" => self.space = true,
            "pre" => {
                self.preformatted = !closing;
                self.break_line();
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" | "blockquote" => {
                self.break_line();
                self.new_line();
            }
            _ => {}
        }
    }

    /// Writes the target behind the text of a link, unless the text says the same.
    fn close_link(&mut self) {
        let Some((target, start)) = self.link.take() else {
            return;
        };
        let shown = self.out.get(start..).unwrap_or_default().trim();
        let bare = |url: &str| {
            let url = ["https://", "http://", "mailto:", "tel:"]
                .iter()
                .find_map(|scheme| url.strip_prefix(scheme))
                .unwrap_or(url);
            url.trim_end_matches('/').to_lowercase()
        };
        if bare(shown) != bare(&target) {
            self.space = !shown.is_empty();
            self.text(&format!("<{target}>"));
        }
    }

    fn break_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.new_line();
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        self.space = false;
    }
}

/// The only references that the cleaned HTML has; `&amp;` last, so that nothing is replaced twice.
fn unescape(text: &str) -> String {
    text.replace("&nbsp;", " ")
        .replace('\u{A0}', " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
