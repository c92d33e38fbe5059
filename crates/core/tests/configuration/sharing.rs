// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the shipped matrix answers to what a municipality asks, and which rule counts.

use meldroute_core::{
    configuration::{Configuration, read::read_on},
    id::PartyId,
    sharing::{
        Answer, Category, Need,
        matrix::{Question, Ruling},
    },
    signal::assessment::Minor,
};
use rstest::rstest;

use crate::files::{edit, files_of, readable};

const CALM: (Minor, bool) = (Minor::Unknown, false);
const ACUTE: (Minor, bool) = (Minor::Unknown, true);
const MINOR: (Minor, bool) = (Minor::Yes, false);

fn heemstede() -> Configuration {
    readable(&files_of("heemstede"))
}

fn ask<'c>(
    configuration: &'c Configuration,
    (from, to): (&str, &str),
    category: Category,
    (minor, acute): (Minor, bool),
) -> Ruling<'c> {
    configuration.sharing.as_ref().unwrap().ruling(&Question {
        from: &PartyId::from(from),
        to: &PartyId::from(to),
        category,
        minor,
        acute,
    })
}

/// Each flow that a municipality meets: question, answer, and what must be there first.
#[rstest]
#[case::resident(("resident", "college"), Category::Observation, CALM, Answer::Allow, &[])]
#[case::mma(("mma", "college"), Category::TipText, CALM, Answer::Allow, &[])]
#[case::mma_never_says_who_told(("mma", "college"), Category::Reporter, CALM, Answer::Deny, &[])]
#[case::care_partner(("hvo-querido", "college"), Category::PossibleVictim, CALM, Answer::Allow, &[Need::Consent])]
#[case::care_partner_in_danger(("ggd", "college"), Category::PossibleVictim, ACUTE, Answer::Allow, &[Need::NecessityNote])]
#[case::official(("official", "college"), Category::Location, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::wmo_consultant(("wmo", "college"), Category::Care, CALM, Answer::Allow, &[Need::Consent])]
#[case::youth_consultant(("youth", "college"), Category::PossibleVictim, CALM, Answer::Allow, &[Need::Consent])]
#[case::work_and_income(
    ("work-and-income", "college"), Category::Location, CALM,
    Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::tax(("tax", "college"), Category::Company, CALM, Answer::Deny, &[])]
#[case::registers(
    ("registers", "college"), Category::Register, CALM,
    Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::bibob_never_comes_back(("bibob", "college"), Category::Company, CALM, Answer::Deny, &[])]
#[case::bibob_gets_a_tip(("college", "bibob"), Category::Company, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::police_gets(("college", "police"), Category::Suspect, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::police_gets_at_once_in_danger(("college", "police"), Category::PossibleVictim, ACUTE, Answer::Allow, &[])]
#[case::police_gets_no_reporter_without_consent(
    ("college", "police"), Category::Reporter, ACUTE, Answer::Allow, &[Need::Consent, Need::NecessityNote]
)]
#[case::police_gets_a_tip_after_asking(
    ("college", "police"), Category::TipText, CALM, Answer::AskFirst, &[Need::OriginatorPermission]
)]
#[case::police_gets_care_after_a_decision(
    ("college", "police"), Category::Care, CALM, Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::police_to_mayor(("police", "burgemeester"), Category::Criminal, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::police_to_executive(("police", "college"), Category::Criminal, CALM, Answer::Deny, &[])]
#[case::mayor(("college", "burgemeester"), Category::Assessment, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::mayor_back_to_executive(
    ("burgemeester", "college"), Category::Observation, CALM,
    Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber, Need::OriginatorPermission]
)]
#[case::loo(("college", "loo"), Category::Location, CALM, Answer::DecisionNeeded, &[Need::DecisionNumber])]
#[case::loo_names(
    ("college", "loo"), Category::Suspect, CALM, Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::riec(
    ("college", "riec"), Category::Company, CALM, Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::riec_back(("riec", "college"), Category::Suspect, CALM, Answer::AskFirst, &[Need::OriginatorPermission])]
#[case::nla(("college", "nla"), Category::Company, CALM, Answer::Allow, &[Need::NecessityNote])]
#[case::veilig_thuis(
    ("college", "veilig-thuis"), Category::PossibleVictim, CALM, Answer::Allow, &[Need::Consent, Need::NecessityNote]
)]
#[case::veilig_thuis_minor(
    ("college", "veilig-thuis"), Category::PossibleVictim, MINOR, Answer::Allow, &[Need::NecessityNote]
)]
#[case::comensha(("college", "comensha"), Category::PossibleVictim, CALM, Answer::Allow, &[Need::Consent])]
#[case::safety_house(
    ("college", "safety-house"), Category::Suspect, CALM,
    Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::safety_house_care_is_pending(("college", "safety-house"), Category::Care, CALM, Answer::Deny, &[])]
#[case::staf(("college", "staf-veiligheid"), Category::Figures, CALM, Answer::Allow, &[])]
#[case::driehoek(
    ("college", "driehoek"), Category::Location, CALM,
    Answer::DecisionNeeded, &[Need::NecessityNote, Need::DecisionNumber]
)]
#[case::driehoek_names(("college", "driehoek"), Category::PossibleVictim, CALM, Answer::Deny, &[])]
#[case::council(("college", "council"), Category::Figures, CALM, Answer::Allow, &[])]
#[case::council_nothing_else(("college", "council"), Category::Location, CALM, Answer::Deny, &[])]
#[case::reporter(("college", "reporter"), Category::Outcome, CALM, Answer::Allow, &[])]
#[case::reporter_nothing_else(("college", "reporter"), Category::Suspect, CALM, Answer::Deny, &[])]
#[case::parents(("college", "parents"), Category::Observation, MINOR, Answer::Deny, &[])]
#[case::no_rule(("college", "housing"), Category::Location, CALM, Answer::Deny, &[])]
fn heemstede_answers(
    #[case] way: (&str, &str),
    #[case] category: Category,
    #[case] circumstances: (Minor, bool),
    #[case] answer: Answer,
    #[case] needs: &[Need],
) {
    let heemstede = heemstede();
    for name in [way.0, way.1] {
        assert!(heemstede.party(&name.into()).is_some(), "{name} exists");
    }
    let ruling = ask(&heemstede, way, category, circumstances);
    assert_eq!(ruling.answer, answer);
    assert_eq!(Vec::from_iter(ruling.needs), needs);
}

#[test]
fn every_shipped_rule_has_a_source_with_its_date_and_is_to_be_confirmed() {
    for name in ["heemstede", "oeverland"] {
        let matrix = readable(&files_of(name)).sharing.unwrap();
        for rule in matrix.rules {
            assert!(rule.ground.source.len() > 5, "{}", rule.id);
            assert_eq!(rule.ground.confirmed_by, None, "{}", rule.id);
        }
    }
}

const WIDE: &str = r#"
[[rule]]
id = "wide"
from = ["*"]
to = ["*"]
categories = ["*"]
answer = "allow"
state = "in-force"
ground = { text = "Mag.", source = "Geen wet", date = 2025-01-01 }
"#;

/// Heemstede with more rules, each written as a change of a rule that allows everything.
fn with(rules: &[&[(&str, &str)]]) -> Configuration {
    let mut files = files_of("heemstede");
    for changes in rules {
        let text = changes
            .iter()
            .fold(WIDE.to_owned(), |text, (from, to)| text.replace(from, to));
        files
            .get_mut("config/heemstede/sharing.toml")
            .unwrap()
            .push_str(&text);
    }
    readable(&files)
}

const TO_HOUSING: (&str, &str) = ("to = [\"*\"]", "to = [\"housing\"]");

#[test]
fn what_it_is_weighs_more_than_who_gets_it() {
    let changed = with(&[&[TO_HOUSING]]);
    let housing = ("college", "housing");
    assert_eq!(
        ask(&changed, housing, Category::Location, CALM).answer,
        Answer::Allow
    );
    assert_eq!(
        ask(&changed, housing, Category::Reporter, CALM).answer,
        Answer::Deny
    );
}

#[test]
fn a_deny_beats_an_allow_that_is_as_narrow() {
    let deny = [
        TO_HOUSING,
        ("\"wide\"", "\"no\""),
        ("\"allow\"", "\"deny\""),
        ("from = [\"*\"]", "from = [\"college\"]"),
    ];
    let allow = [TO_HOUSING, ("from = [\"*\"]", "from = [\"college\", \"police\"]")];
    let changed = with(&[&allow, &deny]);
    assert_eq!(
        ask(&changed, ("college", "housing"), Category::Location, CALM).answer,
        Answer::Deny
    );
    assert_eq!(
        ask(&changed, ("police", "housing"), Category::Location, CALM).answer,
        Answer::Allow
    );
}

#[test]
fn a_pending_rule_stands_in_the_way_of_a_broader_one() {
    let pending = [
        TO_HOUSING,
        ("\"wide\"", "\"draft\""),
        ("\"in-force\"", "\"pending\""),
        ("categories = [\"*\"]", "categories = [\"location\"]"),
    ];
    let changed = with(&[&[TO_HOUSING], &pending]);
    let ruling = ask(&changed, ("college", "housing"), Category::Location, CALM);
    assert!(ruling.pending);
    assert_eq!(ruling.answer, Answer::Deny);
    assert_eq!(
        ask(&changed, ("college", "housing"), Category::Company, CALM).answer,
        Answer::Allow
    );
}

#[test]
fn a_draft_beside_a_rule_in_force_changes_nothing() {
    let draft = [
        TO_HOUSING,
        ("\"wide\"", "\"draft\""),
        ("\"in-force\"", "\"pending\""),
        ("\"allow\"", "\"deny\""),
    ];
    let changed = with(&[&[TO_HOUSING], &draft]);
    let ruling = ask(&changed, ("college", "housing"), Category::Location, CALM);
    assert_eq!((ruling.answer, ruling.pending), (Answer::Allow, false));
}

#[test]
fn as_long_as_nobody_knows_the_age_a_rule_about_minors_does_not_count() {
    let heemstede = heemstede();
    let way = ("college", "veilig-thuis");
    for minor in [Minor::Unknown, Minor::No] {
        let ruling = ask(&heemstede, way, Category::PossibleVictim, (minor, false));
        assert!(ruling.needs.contains(&Need::Consent));
    }
}

#[test]
fn nobody_looked_tomorrow() {
    let mut files = files_of("heemstede");
    edit(
        &mut files,
        "config/heemstede/sharing.toml",
        "ground.date = 2025-07-01",
        "ground.date = 2025-07-01\nreviewed_on = 2026-02-02",
    );
    let problems = read_on(&files, Some("2026-02-01".parse().unwrap())).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0]
            .to_string()
            .starts_with("config/heemstede/sharing.toml:")
    );
    assert!(problems[0].message.contains("2026-02-02 is still to come"));
    assert!(read_on(&files, Some("2026-02-02".parse().unwrap())).is_ok());
}

#[test]
fn without_the_file_there_is_no_matrix() {
    let mut files = files_of("heemstede");
    files.remove("config/heemstede/sharing.toml");
    assert_eq!(readable(&files).sharing, None);
}
