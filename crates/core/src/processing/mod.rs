// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What personal data are processed for, and its trail across organisations (Logboek dataverwerkingen 1.0.0).

mod activity;

use serde::{Deserialize, Serialize};

pub use self::activity::Activity;
use crate::id::Minter;

/// The place of a call in a chain of calls, as W3C Trace Context names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The processing that the call is part of.
    pub trace_id: u128,
    /// The call itself.
    pub span_id: u64,
}

impl Trace {
    /// A new processing.
    pub fn begin(minter: &dyn Minter) -> Self {
        Self {
            trace_id: minter.mint().as_u128(),
            span_id: minter.mint().as_u64_pair().1,
        }
    }

    /// The header `traceparent` (W3C Trace Context, level 1, 3.2). Sampled: nothing of this is left out.
    pub fn header(&self) -> String {
        format!("00-{:032x}-{:016x}-01", self.trace_id, self.span_id)
    }
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
}
