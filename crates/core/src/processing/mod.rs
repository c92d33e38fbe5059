// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What personal data are processed for, and its trail across organisations (Logboek dataverwerkingen 1.0.0).

mod activity;
mod log;
mod subject;

use serde::{Deserialize, Serialize};

pub use self::{
    activity::Activity,
    log::{ACCESS_EVALUATION, DecisionLine, DecisionQuery, LogLine, LogQuery, SERVICE, Status},
    subject::{DataSubject, in_claim, in_signal},
};
use crate::id::{EntryId, Minter, Timestamp};

/// The place of a call in a chain of calls, as W3C Trace Context names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The processing that the call is part of.
    pub trace_id: u128,
    /// The call itself.
    pub span_id: u64,
}

impl Trace {
    /// What a header `traceparent` says; none where it is none.
    pub fn parse(header: &str) -> Option<Self> {
        let parts: Vec<&str> = header.trim().split('-').collect();
        let [version, trace, span, flags, ..] = parts.as_slice() else {
            return None;
        };
        let hex = |text: &str, length| {
            let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            text.len() == length && text.bytes().all(is_hex)
        };
        // Later versions may say more; the first says just this.
        let fits = hex(version, 2) && *version != "ff" && (*version != "00" || parts.len() == 4);
        if !(fits && hex(trace, 32) && hex(span, 16) && hex(flags, 2)) {
            return None;
        }
        let trace = Self {
            trace_id: u128::from_str_radix(trace, 16).ok()?,
            span_id: u64::from_str_radix(span, 16).ok()?,
        };
        Some(trace).filter(|trace| trace.trace_id != 0 && trace.span_id != 0)
    }

    /// The header `traceparent` (W3C Trace Context, level 1, 3.2). Sampled: nothing of this is left out.
    pub fn header(&self) -> String {
        format!("00-{:032x}-{:016x}-01", self.trace_id, self.span_id)
    }
}

/// The call that an act is part of: all that is done for one request is one processing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The processing.
    pub trace_id: u128,
    /// The caller's own step, where it named one (W3C Trace Context).
    pub parent: Option<u64>,
    /// When the call came.
    pub since: Timestamp,
}

impl Call {
    /// A call that came now, with the header `traceparent` of whoever calls.
    pub fn came(header: Option<&str>, since: Timestamp, minter: &dyn Minter) -> Self {
        match header.and_then(Trace::parse) {
            Some(trace) => Self {
                trace_id: trace.trace_id,
                parent: Some(trace.span_id),
                since,
            },
            None => Self {
                trace_id: minter.mint().as_u128(),
                parent: None,
                since,
            },
        }
    }
}

/// The step that an entry of the journal is. Its random part names it, so that the entry and the log are found by each other.
pub fn span_of(entry: EntryId) -> u64 {
    entry.0.as_u64_pair().1.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_as_w3c_says() {
        let trace = Trace {
            trace_id: 0x0a,
            span_id: 0xb0,
        };
        assert_eq!(
            trace.header(),
            "00-0000000000000000000000000000000a-00000000000000b0-01"
        );
    }

    #[test]
    fn a_header_is_read_as_it_was_written() {
        let trace = Trace {
            trace_id: 0x0af7_6519,
            span_id: 7,
        };
        assert_eq!(Trace::parse(&trace.header()), Some(trace));
        let long = format!("{}-more", trace.header().replacen("00", "cc", 1));
        assert_eq!(Trace::parse(&long), Some(trace), "a later version");
    }

    #[test]
    fn what_is_no_header_is_none() {
        let good = Trace {
            trace_id: 1,
            span_id: 1,
        }
        .header();
        for wrong in [
            String::new(),
            "00-1-1-01".to_owned(),
            good.replace("00-0", "ff-0"),
            good.to_uppercase().replace('0', "A"),
            format!("{good}-more"),
            good.replace('1', "0"),
            "00-ééééééééééééééé1-0000000000000001-01".to_owned(),
        ] {
            assert_eq!(Trace::parse(&wrong), None, "{wrong}");
        }
    }
}
