// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Identifiers: a type of its own for each thing, so that one can't stand in for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A moment, always in UTC.
pub type Timestamp = chrono::DateTime<chrono::Utc>;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

macro_rules! name_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )+};
}

uuid_ids! {
    /// A report (melding).
    ReportId,
    /// A signal (signaal).
    SignalId,
    /// A sitting of a body (vergadering).
    MeetingId,
    /// Of the DPIA of a municipality.
    DpiaId,
    /// Of the figures of a municipality (cijfers).
    BookId,
    /// A plan (plan).
    PlanId,
    /// Somebody with an account.
    PersonId,
    /// A decision (besluit).
    DecisionId,
    /// A request of a data subject (verzoek van een betrokkene).
    ClaimId,
    /// An emergency opening of a signal (noodtoegang).
    OpeningId,
    /// Something that runs beside the main line of a signal (spoor).
    StrandId,
    /// A message that a reporter is owed (terugkoppeling).
    FeedbackId,
    /// What somebody found at an inspection (bevinding); made on the phone, so that it counts once.
    FindingId,
    /// A sealed file: the original of a report or an attachment.
    FileId,
    /// One message between the municipality and a reporter (bericht).
    MessageId,
    /// A mail that the program sends (uitgaande mail).
    OutgoingId,
    /// A question to the contact officer, without a report (adviesvraag).
    ConsultId,
    /// A question to a source (bronbevraging).
    QueryId,
    /// What of a signal was released to somebody (deelpakket).
    PackId,
    /// A list of what is to be destroyed (vernietigingslijst).
    ListId,
    /// An entry of the journal.
    EntryId,
}

name_ids! {
    /// A municipality on this installation, such as `heemstede`.
    MunicipalityId,
    /// A municipality that a desk works for, or a part of it.
    AreaId,
    /// A form of exploitation (verschijningsvorm).
    FormId,
    /// A way by which reports come in (kanaal).
    ChannelId,
    /// A step of the route (stap).
    StepId,
    /// A gate before a step (poort).
    GateId,
    /// A standing body (overleg).
    BodyId,
    /// An outcome that a body or a person can choose (uitkomst).
    OutcomeId,
    /// An entry condition of a body (inbrengvoorwaarde).
    ConditionId,
    /// A source that may be asked, such as a register (bron).
    RegisterId,
    /// Who gives figures (bron van cijfers).
    FigureSourceId,
    /// A processing activity of the register (verwerkingsactiviteit).
    ActivityId,
    /// A partner in the chain (ketenpartner).
    PartnerId,
    /// A department of the municipality (afdeling).
    DepartmentId,
    /// Whoever gives or gets data: a controller, partner, department, body or neighbour, or one of the sharing matrix itself.
    PartyId,
    /// A rule of the sharing matrix (deelregel).
    RuleId,
    /// A rule of retention (bewaarregel).
    RetentionRuleId,
    /// A kind of inspection (soort controle).
    InspectionKindId,
    /// An indicator of a form of exploitation (indicator).
    IndicatorId,
}

/// Makes identifiers. The app gives one on the clock and the operating system's randomness, tests a counting one.
pub trait Minter: Send + Sync {
    /// A new identifier that nobody has, later ones sorting after earlier ones.
    fn mint(&self) -> Uuid;
}

impl ReportId {
    /// What its reporter knows the report by, such as `R-7K3Q-MX2P`. The numbers of the desk (`M-2026-0031`) count: of two of them anybody
    /// learns how many others reported in between. This is the last, random part of the identifier, in the letters and digits of
    /// Crockford's base 32, which are not mistaken for each other.
    pub fn reference(self) -> String {
        const SYMBOLS: [char; 32] = [
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
            'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
        ];
        let random = self.0.as_u128();
        let symbols = (0..8_u32).rev().filter_map(|place| {
            let symbol = usize::try_from(random >> (5 * place) & 31).ok()?;
            SYMBOLS.get(symbol)
        });
        let mut reference = "R".to_owned();
        for (place, symbol) in symbols.enumerate() {
            if place.is_multiple_of(4) {
                reference.push('-');
            }
            reference.push(*symbol);
        }
        reference
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_the_random_end_of_the_identifier() {
        for (id, reference) in [
            (0, "R-0000-0000"),
            (u128::MAX, "R-ZZZZ-ZZZZ"),
            (0b00001_00010_00011_00100_10101_10110_10111_11000, "R-1234-NPQR"),
        ] {
            assert_eq!(ReportId(Uuid::from_u128(id)).reference(), reference);
        }
    }
}
