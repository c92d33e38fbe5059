// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a source says of one cell. A number, or why there is none: zero is a number like others, and nothing else is zero.

use serde::{Deserialize, Serialize};

use crate::configuration::text::Language;

/// What a source says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Value {
    /// As many were counted.
    Known {
        /// How many.
        count: u32,
    },
    /// Between two numbers.
    Between {
        /// At least.
        low: u32,
        /// At most.
        high: u32,
    },
    /// The source did not register it here, or then.
    NotRegistered,
    /// It may have been registered, but is not known.
    NotKnown {
        /// Why.
        reason: String,
    },
    /// The source does not register this form at all.
    OutOfScope,
    /// The source knows it and does not say.
    Suppressed,
}

/// Why a text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoValue {
    /// Nothing stands there: neither a number nor why there is none.
    #[error("nothing stands here: write a number, or one of the signs . x - or nr")]
    Nothing,
    /// A point, without the reason.
    #[error("a value that is not known needs its reason")]
    NoReason,
    /// Neither a number nor a sign.
    #[error("this is no whole number, range or sign")]
    NoNumber,
    /// The end of a range lies before its begin.
    #[error("this range ends before it begins")]
    Backwards,
}

impl Value {
    /// Reads a value as people write it in a table. The signs are those of CBS: `.` is not known, `x` is kept secret, `-` is nil.
    pub fn read(text: &str, reason: &str) -> Result<Self, NoValue> {
        let text = text.trim();
        let small = text.to_lowercase();
        match small.as_str() {
            "" => return Err(NoValue::Nothing),
            "-" | "\u{2013}" | "nil" => return Ok(Self::Known { count: 0 }),
            "x" => return Ok(Self::Suppressed),
            "nr" | "niet geregistreerd" | "not registered" => return Ok(Self::NotRegistered),
            "." if reason.trim().is_empty() => return Err(NoValue::NoReason),
            "." => {
                let reason = reason.trim().to_owned();
                return Ok(Self::NotKnown { reason });
            }
            _ => {}
        }
        if let Some(below) = small.strip_prefix('<') {
            let high = number(below)?.checked_sub(1).ok_or(NoValue::Backwards)?;
            return Ok(Self::Between { low: 0, high });
        }
        let ends = [" tot ", " to ", "-", "\u{2013}"]
            .into_iter()
            .find_map(|mark| small.split_once(mark));
        let Some((low, high)) = ends else {
            return Ok(Self::Known {
                count: number(&small)?,
            });
        };
        let (low, high) = (number(low)?, number(high)?);
        if high < low {
            return Err(NoValue::Backwards);
        }
        Ok(Self::Between { low, high })
    }

    /// The number that was counted, where there is one.
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::Known { count } => Some(*count),
            Self::Between { .. }
            | Self::NotRegistered
            | Self::NotKnown { .. }
            | Self::OutOfScope
            | Self::Suppressed => None,
        }
    }

    /// Whether it says how many, exactly or not.
    pub fn says_how_many(&self) -> bool {
        matches!(self, Self::Known { .. } | Self::Between { .. })
    }

    /// As CBS prints it: `.` is not known, `x` is kept secret, `–` is nil, and nothing stands where nothing can be.
    pub fn sign(&self, language: Language) -> String {
        match self {
            Self::Known { count: 0 } => "\u{2013}".to_owned(),
            Self::Known { count } => count.to_string(),
            Self::Between { low, high } => range(*low, Some(*high), language),
            Self::NotRegistered | Self::NotKnown { .. } => ".".to_owned(),
            Self::OutOfScope => String::new(),
            Self::Suppressed => "x".to_owned(),
        }
    }
}

/// Numbers from one to another, in words: bounds never look like one number.
pub fn range(low: u32, high: Option<u32>, language: Language) -> String {
    match (high, language) {
        (Some(high), _) if high == low => low.to_string(),
        (Some(high), Language::Nl) => format!("{low} tot {high}"),
        (Some(high), Language::En) => format!("{low} to {high}"),
        (None, Language::Nl) => format!("{low} of meer"),
        (None, Language::En) => format!("{low} or more"),
    }
}

fn number(text: &str) -> Result<u32, NoValue> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| text.parse().ok()).flatten();
    // What is more than this is no count of persons, and could not be computed with exactly.
    number
        .filter(|count| *count <= 1_000_000)
        .ok_or(NoValue::NoNumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_people_write_them_and_printed_as_cbs_does() {
        for (text, reason, sign) in [
            ("4", "", "4"),
            ("0", "", "\u{2013}"),
            ("-", "", "\u{2013}"),
            ("4-5", "", "4 tot 5"),
            ("4 tot 5", "", "4 tot 5"),
            ("<5", "", "0 tot 4"),
            (".", "nog niet gepubliceerd", "."),
            ("nr", "", "."),
            ("X", "", "x"),
        ] {
            assert_eq!(
                Value::read(text, reason).unwrap().sign(Language::Nl),
                sign,
                "{text}"
            );
        }
        assert_eq!(Value::OutOfScope.sign(Language::Nl), "");
        assert_eq!(range(4, None, Language::Nl), "4 of meer");
    }

    #[test]
    fn what_is_no_value_is_refused_and_never_becomes_zero() {
        for (text, problem) in [
            ("", NoValue::Nothing),
            (".", NoValue::NoReason),
            ("1.5", NoValue::NoNumber),
            ("1.234", NoValue::NoNumber),
            ("-4", NoValue::NoNumber),
            ("vier", NoValue::NoNumber),
            ("5-4", NoValue::Backwards),
            ("<0", NoValue::Backwards),
            ("99999999999", NoValue::NoNumber),
        ] {
            assert_eq!(Value::read(text, ""), Err(problem), "{text}");
        }
    }
}
