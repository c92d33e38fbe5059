// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms of exploitation and the indicators that help to recognise them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::id::{FormId, IndicatorId};

/// A form of exploitation (verschijningsvorm), valid for a period because the law changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Short name.
    pub id: FormId,
    /// Name on screens.
    pub name: Text,
    /// First day on which it can be chosen.
    pub valid_from: NaiveDate,
    /// Last day on which it can be chosen.
    pub valid_until: Option<NaiveDate>,
    /// Whether the plan aims at it; other forms can be received all the same.
    pub in_focus: bool,
    /// The law that defines it.
    pub law: String,
}

impl Form {
    /// Whether the form can be chosen on a day.
    pub fn valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// Indicators for one form. They help wording and weighing; they are never added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorList {
    /// The form that they point at.
    pub form: FormId,
    /// Version of the list, kept with each assessment that used it.
    pub version: String,
    /// First day of validity.
    pub valid_from: NaiveDate,
    /// Last day of validity.
    pub valid_until: Option<NaiveDate>,
    /// What the list is based on.
    pub source: String,
    /// The indicators, in the order of the screen.
    #[serde(rename = "indicator")]
    pub indicators: Vec<Indicator>,
}

/// Something that can be seen and that may point at exploitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable name.
    pub id: IndicatorId,
    /// Dutch text.
    pub nl: String,
    /// English text.
    pub en: String,
}
