// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The smallest municipality: one person decides everything, and there is no body.

use meldroute_core::configuration::describe::describe;

use crate::files::{Files, readable};

const ROUTE: &str = r#"
version = 1
attention_after = { days = 3, unit = "working" }
care_partner = "care"
acute = { partner = "police" }

[[step]]
id = "in"
name = { nl = "Binnen", en = "In" }
kind = "report"
owner = "coordinator"
next = "decide"

[[step]]
id = "decide"
name = { nl = "Beslissen", en = "Decide" }
kind = "decide"
owner = "coordinator"

[[step.outcome]]
id = "police"
name = { nl = "Naar de politie", en = "To the police" }
kind = "hand-over"

[[step.outcome]]
id = "no"
name = { nl = "Niet bevestigd", en = "Not confirmed" }
kind = "not-confirmed"

[[step]]
id = "back"
name = { nl = "Terug", en = "Back" }
kind = "feedback"
owner = "coordinator"
"#;

/// The files of a municipality without any body.
pub(crate) fn files() -> Files {
    [
        (
            "municipality.toml",
            "[municipality]\nid = \"klein\"\nname = \"Klein\"\nprefix = \"KL\"\n\
             controller = [{ id = \"college\", name = { nl = \"College\", en = \"Executive\" } }]\n\
             area = [{ id = \"klein\", name = \"Klein\" }]\n",
        ),
        (
            "forms.toml",
            "[[form]]\nid = \"any\"\nname = { nl = \"Uitbuiting\", en = \"Exploitation\" }\n\
             valid_from = 2025-01-01\nin_focus = true\nlaw = \"Art. 273f Sr\"\n",
        ),
        ("indicators.toml", ""),
        (
            "channels.toml",
            "[[channel]]\nid = \"desk\"\nname = { nl = \"Balie\", en = \"Desk\" }\nkind = \"desk\"\n\
             reporters = [\"resident\"]\nused_by = [\"coordinator\"]\n\
             [anonymity]\npolicy = \"accept\"\n",
        ),
        (
            "partners.toml",
            "[[partner]]\nid = \"police\"\nname = \"Politie\"\nkind = \"police\"\n\
             [[partner]]\nid = \"care\"\nname = \"Zorg\"\nkind = \"care\"\n",
        ),
        ("route.toml", ROUTE),
        ("bodies.toml", ""),
        (
            "feedback.toml",
            "[[feedback]]\nreporter = \"resident\"\nlevel = \"actions-and-results\"\n",
        ),
        (
            "feedback-templates.toml",
            "[[template]]\nid = \"t\"\nreporter = \"resident\"\nmoment = \"outcome\"\nnl = \"Dank.\"\nen = \"Thanks.\"\n",
        ),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into()
}

#[test]
fn it_is_a_whole_route() {
    let text = describe(&readable(&files()));
    assert!(text.contains("De 3 stappen\n"), "{text}");
    assert!(
        text.contains("Op deze route beslist geen overleg; dat doet steeds een persoon.\n"),
        "{text}"
    );
    assert!(
        text.contains("1. Naar de politie: overdracht aan een of meer partners tegelijk."),
        "{text}"
    );
    assert!(
        text.contains("Inwoner: hoort wat er is besloten, gedaan en bereikt.\n"),
        "{text}"
    );
}
