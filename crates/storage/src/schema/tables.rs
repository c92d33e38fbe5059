// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The tables. `docs/data-classification.toml` says of each column what it holds and why.

mod decisions;
mod photos;
mod picture;

pub(crate) use self::{decisions::*, photos::*, picture::*};
use super::{
    Column, Index,
    Kind::{Boolean, Bytes, Integer, Text, Uuid},
    Table,
};

const fn col(name: &'static str, kind: super::Kind) -> Column {
    Column {
        name,
        kind,
        null: false,
    }
}

const fn opt(name: &'static str, kind: super::Kind) -> Column {
    Column {
        name,
        kind,
        null: true,
    }
}

const fn index(name: &'static str, columns: &'static [&'static str]) -> Index {
    Index {
        name,
        columns,
        unique: false,
    }
}

const fn unique(name: &'static str, columns: &'static [&'static str]) -> Index {
    Index {
        name,
        columns,
        unique: true,
    }
}

/// Municipalities, each with its wrapped key and the head of its journal. Whoever commits locks its row first.
pub(crate) const MUNICIPALITIES: Table = Table {
    name: "municipalities",
    columns: &[
        col("id", Text),
        col("name", Text),
        col("prefix", Text),
        col("wrapped_key", Bytes),
        col("journal_seq", Integer),
        col("journal_head", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[],
};

/// Configuration files, per version of the route.
pub(crate) const CONFIGURATIONS: Table = Table {
    name: "configurations",
    columns: &[
        col("municipality", Text),
        col("version", Integer),
        col("files", Text),
    ],
    key: &["municipality", "version"],
    parent: None,
    indexes: &[],
};

/// Wrapped content keys. `id` is that of the report or signal; a destroyed key leaves its row without bytes.
pub(crate) const KEYS: Table = Table {
    name: "keys",
    columns: &[
        col("id", Uuid),
        col("purpose", Text),
        col("municipality", Text),
        opt("wrapped", Bytes),
    ],
    key: &["id", "purpose"],
    parent: None,
    indexes: &[],
};

/// The last number given out, per municipality, kind and year.
pub(crate) const COUNTERS: Table = Table {
    name: "counters",
    columns: &[
        col("municipality", Text),
        col("kind", Text),
        col("year", Integer),
        col("last", Integer),
    ],
    key: &["municipality", "kind", "year"],
    parent: None,
    indexes: &[],
};

/// Reports.
pub(crate) const REPORTS: Table = Table {
    name: "reports",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("number", Text),
        col("received_at", Integer),
        col("received_on", Text),
        col("channel", Text),
        col("reporter_kind", Text),
        opt("partner", Text),
        opt("signal", Uuid),
        col("state", Text),
        col("summary", Bytes),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[
        unique("reports_number", &["municipality", "number"]),
        index("reports_state", &["municipality", "state", "received_at", "id"]),
        index(
            "reports_partner",
            &["municipality", "partner", "received_at", "id"],
        ),
        index("reports_counts", &["municipality", "received_on", "channel"]),
    ],
};

/// Who reported: a compartment of its own, each under its own key.
pub(crate) const REPORTERS: Table = Table {
    name: "reporters",
    columns: &[col("id", Uuid), col("municipality", Text), col("content", Bytes)],
    key: &["id"],
    parent: Some(("id", "reports")),
    indexes: &[],
};

/// With which account a report was made, as keyed hash: for the list of somebody's own reports.
pub(crate) const OWN_REPORTS: Table = Table {
    name: "own_reports",
    columns: &[
        col("report", Uuid),
        col("municipality", Text),
        col("account", Bytes),
    ],
    key: &["report"],
    parent: Some(("report", "reports")),
    indexes: &[index(
        "own_reports_account",
        &["municipality", "account", "report"],
    )],
};

/// Questions to the contact officer, each under its own key.
pub(crate) const CONSULTS: Table = Table {
    name: "consults",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("closed", Boolean),
        col("asked_at", Integer),
        col("asker", Bytes),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[
        index("consults_open", &["municipality", "closed", "asked_at", "id"]),
        index("consults_asker", &["municipality", "asker", "asked_at", "id"]),
    ],
};

/// Requests of data subjects, each under its own key.
pub(crate) const CLAIMS: Table = Table {
    name: "claims",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("answered", Boolean),
        col("due", Text),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("claims_due", &["municipality", "answered", "due", "id"])],
};

/// What passages said that were copied into a request, one row for each signal or report from which they are, under its key.
pub(crate) const CLAIM_PASSAGES: Table = Table {
    name: "claim_passages",
    columns: &[
        col("claim", Uuid),
        col("source", Uuid),
        col("municipality", Text),
        col("content", Bytes),
    ],
    key: &["claim", "source"],
    parent: None,
    indexes: &[index("claim_passages_source", &["municipality", "source"])],
};

/// Originals and attachments of reports.
pub(crate) const FILES: Table = Table {
    name: "files",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("report", Uuid),
        col("bytes", Bytes),
    ],
    key: &["id"],
    parent: Some(("report", "reports")),
    indexes: &[index("files_report", &["report"])],
};

/// Mail that goes out.
pub(crate) const OUTBOX: Table = Table {
    name: "outbox",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("report", Uuid),
        col("state", Text),
        opt("next_at", Integer),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: Some(("report", "reports")),
    indexes: &[
        index("outbox_due", &["municipality", "state", "next_at"]),
        index("outbox_report", &["report", "id"]),
    ],
};

/// Keyed hashes by which a message is known again.
pub(crate) const FINGERPRINTS: Table = Table {
    name: "fingerprints",
    columns: &[
        col("municipality", Text),
        col("hash", Bytes),
        col("subject", Uuid),
    ],
    key: &["municipality", "hash"],
    parent: None,
    indexes: &[index("fingerprints_subject", &["subject"])],
};

/// Messages that could not be read.
pub(crate) const QUARANTINE: Table = Table {
    name: "quarantine",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("received_at", Integer),
        col("summary", Bytes),
        col("bytes", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index(
        "quarantine_received",
        &["municipality", "received_at", "id"],
    )],
};

/// Signals.
pub(crate) const SIGNALS: Table = Table {
    name: "signals",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("number", Text),
        col("closed", Boolean),
        col("due", Text),
        opt("step", Text),
        col("waiting", Boolean),
        opt("body", Text),
        col("returned", Boolean),
        col("owner", Uuid),
        col("since", Integer),
        col("opened_at", Integer),
        col("acute", Boolean),
        col("confirmation", Text),
        col("summary", Bytes),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[
        unique("signals_number", &["municipality", "number"]),
        index(
            "signals_due",
            &["municipality", "closed", "due", "id", "confirmation"],
        ),
        index("signals_step", &["municipality", "closed", "step", "due", "id"]),
        index("signals_body", &["municipality", "body", "returned", "since"]),
    ],
};

/// Forms of exploitation per signal, for counting.
pub(crate) const SIGNAL_FORMS: Table = Table {
    name: "signal_forms",
    columns: &[
        col("signal", Uuid),
        col("form", Text),
        col("municipality", Text),
        col("area", Text),
        col("opened_on", Text),
    ],
    key: &["signal", "form"],
    parent: Some(("signal", "signals")),
    indexes: &[index(
        "signal_forms_counts",
        &["municipality", "opened_on", "form", "area"],
    )],
};

/// Keyed hashes of what a signal is about.
pub(crate) const LOOK_UPS: Table = Table {
    name: "look_ups",
    columns: &[col("municipality", Text), col("hash", Bytes), col("signal", Uuid)],
    key: &["municipality", "hash", "signal"],
    parent: Some(("signal", "signals")),
    indexes: &[index("look_ups_signal", &["signal"])],
};

/// Keyed hashes of what is told in a report, by which it is found to belong to others. Nothing of the reporter.
pub(crate) const REPORT_FACTS: Table = Table {
    name: "report_facts",
    columns: &[
        col("municipality", Text),
        col("hash", Bytes),
        col("report", Uuid),
        col("kind", Text),
    ],
    key: &["municipality", "hash", "report"],
    parent: Some(("report", "reports")),
    indexes: &[index("report_facts_report", &["report"])],
};

/// That two reports or signals do not belong together although they share something; the lower identifier first.
pub(crate) const KEPT_APART: Table = Table {
    name: "kept_apart",
    columns: &[
        col("municipality", Text),
        col("one", Uuid),
        col("other", Uuid),
        col("hash", Bytes),
        col("at", Integer),
    ],
    key: &["municipality", "one", "other", "hash"],
    parent: None,
    indexes: &[index("kept_apart_other", &["municipality", "other"])],
};

/// Lines of work lists, written anew with each change of their subject.
pub(crate) const DUTIES: Table = Table {
    name: "duties",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("holder", Text),
        col("due", Text),
        col("kind", Text),
        col("since", Integer),
        col("subject_kind", Text),
        col("subject", Uuid),
    ],
    key: &["id"],
    parent: None,
    indexes: &[
        index("duties_holder", &["municipality", "holder", "due", "id", "kind"]),
        // For one kind, such as the few messages that are owed among a hundred thousand other duties.
        index("duties_kind", &["municipality", "holder", "kind", "due", "id"]),
        index("duties_subject", &["subject"]),
    ],
};

/// Sittings of bodies.
pub(crate) const MEETINGS: Table = Table {
    name: "meetings",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("body", Text),
        col("held_on", Text),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[unique("meetings_sitting", &["municipality", "body", "held_on"])],
};

/// People with an account.
pub(crate) const PEOPLE: Table = Table {
    name: "people",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("login_hash", Bytes),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[unique("people_login", &["municipality", "login_hash"])],
};

/// Who is logged in.
pub(crate) const SESSIONS: Table = Table {
    name: "sessions",
    columns: &[
        col("token_hash", Bytes),
        col("municipality", Text),
        col("person", Uuid),
        col("opened_at", Integer),
        col("used_at", Integer),
        col("csrf_hash", Bytes),
    ],
    key: &["token_hash"],
    parent: Some(("person", "people")),
    indexes: &[index("sessions_person", &["person"])],
};

/// The journal. Triggers keep it append-only.
pub(crate) const JOURNAL: Table = Table {
    name: "journal",
    columns: &[
        col("municipality", Text),
        col("seq", Integer),
        col("id", Uuid),
        col("at", Integer),
        opt("person", Uuid),
        col("about_kind", Text),
        opt("about_id", Uuid),
        col("action", Text),
        opt("key_purpose", Text),
        col("detail", Bytes),
        col("hash", Bytes),
    ],
    key: &["municipality", "seq"],
    parent: None,
    indexes: &[
        // A form that is sent twice brings the same identifier twice.
        unique("journal_id", &["id", "municipality"]),
        index("journal_about", &["about_id", "seq"]),
    ],
};

/// By what else the journal is read since it can be asked who looked: by person, and by period.
pub(crate) const JOURNAL_READ_BY: &[Index] = &[
    index("journal_person", &["municipality", "person", "seq"]),
    index("journal_at", &["municipality", "at"]),
];
/// Lists of what is to be destroyed, and of what was, with their certificates.
pub(crate) const DISPOSAL_LISTS: Table = Table {
    name: "disposal_lists",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("made_on", Text),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("disposal_lists_made", &["municipality", "made_on", "id"])],
};

/// What is not proposed again until after a day.
pub(crate) const KEPT_LONGER: Table = Table {
    name: "kept_longer",
    columns: &[
        col("subject", Uuid),
        col("municipality", Text),
        col("until_day", Text),
    ],
    key: &["subject"],
    parent: None,
    indexes: &[],
};

/// What is held, for the list of holds.
pub(crate) const HOLDS: Table = Table {
    name: "holds",
    columns: &[
        col("subject", Uuid),
        col("municipality", Text),
        col("since", Integer),
    ],
    key: &["subject"],
    parent: None,
    indexes: &[index("holds_since", &["municipality", "since"])],
};

/// What is counted of signals whose content, number and days are gone. The identifier is a new one.
pub(crate) const COUNTED_SIGNALS: Table = Table {
    name: "counted_signals",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("opened_year", Integer),
        col("closed_year", Integer),
        col("area", Text),
        col("confirmation", Text),
        col("forms", Text),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("counted_signals_year", &["municipality", "closed_year"])],
};

/// What is counted of reports whose content, number and day are gone. The identifier is a new one.
pub(crate) const COUNTED_REPORTS: Table = Table {
    name: "counted_reports",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("month", Text),
        col("channel", Text),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("counted_reports_month", &["municipality", "month"])],
};

/// What was destroyed, so that an older backup does not bring it back.
pub(crate) const DESTROYED: Table = Table {
    name: "destroyed",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("purpose", Text),
        col("counted", Boolean),
        col("on_day", Text),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("destroyed_day", &["on_day", "id"])],
};

/// What people answered of the DPIA; one row for each municipality.
pub(crate) const DPIAS: Table = Table {
    name: "dpias",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("dpias_municipality", &["municipality"])],
};

/// The processing log: what personal data were processed for, one row for each action and for each person. Nobody who works here stands
/// in it. Rows are at the place of their entry of the journal; those whose term is over are deleted.
pub(crate) const PROCESSING_LOG: Table = Table {
    name: "processing_log",
    columns: &[
        col("municipality", Text),
        col("seq", Integer),
        col("part", Integer),
        col("trace_id", Bytes),
        col("span_id", Integer),
        opt("parent_span_id", Integer),
        col("activity", Text),
        col("name", Text),
        col("status", Text),
        opt("subject_kind", Text),
        opt("subject", Bytes),
        col("started_at", Integer),
        col("ended_at", Integer),
    ],
    key: &["municipality", "seq", "part"],
    parent: None,
    indexes: &[
        index(
            "processing_log_activity",
            &["municipality", "activity", "ended_at"],
        ),
        index("processing_log_subject", &["municipality", "subject", "seq"]),
    ],
};
