// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who may do what: rights of the role itself, and rights from somebody's part in a signal.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};
use meldroute_core::{
    calendar::dutch_date,
    configuration::{outcome::OutcomeKind, text::Language},
    id::{MeetingId, OpeningId},
    people::{Access, Person},
    policy::{
        Actor, Grant, Object, Right,
        Role::{self, *},
        is_conceivable, permit,
    },
    report::ReporterKind,
    signal::{
        Signal,
        act::{Act, ActKind},
        opening::{Judgement, Opening},
        strand::{Strand, StrandKind},
    },
    usecase::signal::permitted,
};
use rstest::rstest;
use uuid::Uuid;

use crate::{
    plain_route::{brought_to, decide, pass, plain, registered},
    town::{Counter, at, person, report},
    walk::Walk,
};

/// Somebody with these grants, on the day of the walk.
fn actor(number: u128, walk: &Walk<'_>, grants: Vec<Grant>) -> Actor {
    Actor {
        person: Some(person(number)),
        name: "Somebody".to_owned(),
        municipality: walk.configuration.municipality.id.clone(),
        today: dutch_date(walk.now),
        grants,
        origin: "test".to_owned(),
        call: None,
    }
}

fn with_role(walk: &Walk<'_>, role: Role) -> Actor {
    actor(9, walk, vec![Grant::of(role)])
}

fn member_of(body: &str) -> Grant {
    Grant {
        body: Some(body.into()),
        ..Grant::of(BodyMember)
    }
}

fn partner(id: &str) -> Grant {
    Grant {
        partner: Some(id.into()),
        ..Grant::of(ChainPartner)
    }
}

fn may(actor: &Actor, right: Right, object: Object<'_>) -> bool {
    permit(actor, right, object).is_ok()
}

fn rights_on(actor: &Actor, object: Object<'_>) -> BTreeSet<Right> {
    let rights = Right::ALL.iter().copied();
    rights.filter(|right| may(actor, *right, object)).collect()
}

fn rights_on_signal(actor: &Actor, signal: &Signal) -> BTreeSet<Right> {
    rights_on(actor, Object::Signal(signal))
}

/// The table that a privacy officer reads: which roles have a right on everything in their municipality.
#[rstest]
#[case(Right::ReadReports, &[Coordinator, ContactOfficer])]
#[case(Right::TakeIn, &[Intake])]
#[case(Right::SendMail, &[Sender])]
#[case(Right::TypeReport, &[Coordinator, ContactOfficer])]
#[case(Right::ReportOwn, &[ContactOfficer, Enricher, EnforcementOfficer, Official, ChainPartner])]
#[case(Right::AskAdvice, &[Coordinator, Enricher, EnforcementOfficer, Official, CareCoordinator])]
#[case(Right::GiveAdvice, &[Coordinator, ContactOfficer])]
#[case(Right::TriageReports, &[Coordinator])]
#[case(Right::OpenReporter, &[Coordinator])]
#[case(Right::ReadOwnReports, &[])]
#[case(Right::AnswerQuestion, &[])]
#[case(Right::ReadSignal, &[Coordinator, ContactOfficer, PrivacyOfficer])]
#[case(Right::WorkSignal, &[Coordinator, ContactOfficer])]
#[case(Right::Enrich, &[Coordinator, ContactOfficer])]
#[case(Right::DecideGate, &[Coordinator, ContactOfficer, PrivacyOfficer])]
#[case(Right::Decide, &[Coordinator, ContactOfficer])]
#[case(Right::StepStrand, &[Coordinator, ContactOfficer])]
#[case(Right::ReadStrand, &[Coordinator, ContactOfficer])]
#[case(Right::MarkAcute, &[Coordinator, ContactOfficer])]
#[case(Right::ReferToCare, &[Coordinator, ContactOfficer])]
#[case(Right::GiveFeedback, &[Coordinator])]
#[case(Right::CloseSignal, &[Coordinator])]
#[case(Right::ReadMeeting, &[Coordinator, ContactOfficer])]
#[case(Right::ReadBrought, &[])]
#[case(Right::AnswerBrought, &[])]
#[case(Right::RunMeeting, &[Coordinator])]
#[case(Right::Search, &[Coordinator, ContactOfficer])]
#[case(Right::ReadJournal, &[PrivacyOfficer])]
#[case(Right::ReviewLooks, &[PrivacyOfficer])]
#[case(Right::BreakGlass, &[Enricher, BodyMember, EnforcementOfficer, CareCoordinator])]
#[case(Right::ReadUnderGlass, &[])]
#[case(Right::HandleClaims, &[PrivacyOfficer])]
#[case(Right::KeepDpia, &[PrivacyOfficer])]
#[case(Right::ReadFigures, &[Coordinator, ContactOfficer, PrivacyOfficer, Board, RegionalAnalyst])]
#[case(Right::KeepFigures, &[Coordinator, RegionalAnalyst])]
#[case(Right::ReadPlan, &[Coordinator, ContactOfficer, PrivacyOfficer, Board])]
#[case(Right::KeepPlan, &[Coordinator])]
#[case(Right::ManagePeople, &[Administrator])]
#[case(Right::ManageConfiguration, &[Administrator])]
#[case(Right::ReadRetention, &[Coordinator, PrivacyOfficer, Archivist])]
#[case(Right::HoldBack, &[Coordinator, PrivacyOfficer])]
#[case(Right::ApproveDisposal, &[Coordinator])]
#[case(Right::AuthoriseDisposal, &[Archivist])]
#[case(Right::Dispose, &[Disposer])]
#[case(Right::ExportArchive, &[Coordinator])]
#[case(Right::OwnAccount, &Role::ALL)]
fn a_right_belongs_to_these_roles(#[case] right: Right, #[case] roles: &[Role]) {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let here = Object::Municipality(&configuration.municipality.id);
    for role in Role::ALL.into_iter().chain(Role::PROGRAM) {
        let expected = roles.contains(&role);
        assert_eq!(may(&with_role(&walk, role), right, here), expected, "{role:?}");
    }
}

#[test]
fn the_program_has_exactly_one_right_in_each_of_its_roles_and_nobody_can_be_given_one() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let each = [
        (Intake, Right::TakeIn),
        (Sender, Right::SendMail),
        (Disposer, Right::Dispose),
    ];
    for (role, right) in each {
        let here = rights_on(
            &with_role(&walk, role),
            Object::Municipality(&configuration.municipality.id),
        );
        assert_eq!(here, BTreeSet::from([right]));
        assert_eq!(rights_on_signal(&with_role(&walk, role), &walk.signal), here);
        assert!(role.as_str().parse::<Role>().is_err(), "{role:?}");
    }
}

#[test]
fn the_table_names_every_right() {
    assert_eq!(Right::ALL.len(), 46, "add the new right to the table above");
}

#[rstest]
fn nobody_reaches_into_another_municipality(
    #[values("report", "question", "signal", "body", "list")] what: &str,
) {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let report = walk.reports.values().next().unwrap();
    let (here, body) = (configuration.municipality.id.clone(), "weekly".into());
    let object = match what {
        "report" => Object::Report(report),
        "question" => Object::Question(report),
        "signal" => Object::Signal(&walk.signal),
        "body" => Object::Body(&here, &body),
        _ => Object::Municipality(&here),
    };
    let mut all: Vec<Grant> = Role::ALL.into_iter().map(Grant::of).collect();
    all.extend([member_of("weekly"), partner("police")]);
    let mut elsewhere = actor(1, &walk, all);
    elsewhere.municipality = "elsewhere".into();
    for right in Right::ALL {
        assert!(!may(&elsewhere, *right, object), "{right:?}");
    }
}

#[rstest]
#[case::before_it_comes("enrich", false)]
#[case::while_it_lies_there("weekly", true)]
#[case::sent_out_by_them("waiting", true)]
#[case::decided_by_them("second", true)]
#[case::at_the_feedback("feedback", true)]
#[case::after_closing("closed", false)]
fn a_member_reads_what_lies_before_their_body_or_was_decided_by_it(#[case] place: &str, #[case] reads: bool) {
    let configuration = plain();
    let walk = brought_to(&configuration, place);
    let member = actor(9, &walk, vec![member_of("weekly")]);
    assert_eq!(
        may(&member, Right::ReadSignal, Object::Signal(&walk.signal)),
        reads
    );
    let here = place == "weekly";
    assert_eq!(may(&member, Right::Decide, Object::Signal(&walk.signal)), here);
}

#[test]
fn a_member_of_another_body_reads_nothing() {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let member = actor(9, &walk, vec![member_of("second")]);
    // An emergency opening is asked for with a reason and judged afterwards.
    let own = BTreeSet::from([Right::BreakGlass, Right::OwnAccount]);
    assert_eq!(rights_on_signal(&member, &walk.signal), own);
}

#[test]
fn a_member_sees_the_agenda_of_their_own_body_only() {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let member = actor(9, &walk, vec![member_of("weekly")]);
    let here = &configuration.municipality.id;
    assert!(may(
        &member,
        Right::ReadMeeting,
        Object::Body(here, &"weekly".into())
    ));
    assert!(!may(
        &member,
        Right::ReadMeeting,
        Object::Body(here, &"second".into())
    ));
    assert!(!may(
        &member,
        Right::RunMeeting,
        Object::Body(here, &"weekly".into())
    ));
}

#[rstest]
#[case::the_day_before(-1, true)]
#[case::on_the_day(0, true)]
#[case::the_day_after(1, false)]
fn a_guest_reads_what_they_are_invited_to_until_the_end_of_the_day(#[case] day: i64, #[case] reads: bool) {
    let configuration = plain();
    let mut walk = brought_to(&configuration, "weekly");
    let on: NaiveDate = "2026-02-10".parse().unwrap();
    walk.act(Act::Invite {
        guest: person(9),
        meeting: MeetingId(Uuid::from_u128(7)),
        on,
        reason: "Knows the building.".to_owned(),
    });
    let on_day = |number: u128, grant: Grant| {
        let mut guest = actor(number, &walk, vec![grant]);
        guest.today = on + TimeDelta::days(day);
        may(&guest, Right::ReadSignal, Object::Signal(&walk.signal))
    };
    assert_eq!(on_day(9, Grant::of(Guest)), reads);
    assert!(!on_day(8, Grant::of(Guest)), "another guest");
    assert!(!on_day(9, Grant::of(EnforcementOfficer)), "no guest any more");
}

#[rstest]
fn an_enricher_reads_and_works_at_the_enrichment_only(
    #[values("register", "enrich", "weekly", "waiting", "feedback", "closed")] place: &str,
) {
    let configuration = plain();
    let walk = brought_to(&configuration, place);
    let enricher = with_role(&walk, Enricher);
    let there = place == "enrich";
    for right in [
        Right::ReadSignal,
        Right::Enrich,
        Right::MarkAcute,
        Right::ReferToCare,
    ] {
        assert_eq!(
            may(&enricher, right, Object::Signal(&walk.signal)),
            there,
            "{right:?}"
        );
    }
    let report = walk.reports.values().next().unwrap();
    for right in [Right::ReadReports, Right::OpenReporter] {
        assert!(
            !may(&enricher, right, Object::Report(report)),
            "who reported stays hidden"
        );
    }
}

/// A signal with a hand-over to the RIEC, a request for care and a task of person 2.
fn with_strands(configuration: &meldroute_core::configuration::Configuration) -> Walk<'_> {
    let mut walk = brought_to(configuration, "weekly");
    decide(&mut walk, OutcomeKind::MoreInformation);
    pass(&mut walk, &ActKind::ReferToCare);
    pass(&mut walk, &ActKind::OfferHandOver);
    walk
}

fn strand(signal: &Signal, wanted: fn(&StrandKind) -> bool) -> &Strand {
    signal.strands.iter().find(|strand| wanted(&strand.kind)).unwrap()
}

#[rstest]
#[case::the_partner_it_was_offered_to(9, partner("riec"), [true, false, false])]
#[case::another_partner(9, partner("police"), [false, false, false])]
#[case::a_partner_that_gives_care_answers_by_its_care_coordinator(9, partner("care-house"), [false, false, false])]
#[case::the_care_coordinator(9, Grant::of(CareCoordinator), [false, true, false])]
#[case::the_officer_with_the_task(2, Grant::of(EnforcementOfficer), [false, false, true])]
#[case::another_officer(3, Grant::of(EnforcementOfficer), [false, false, false])]
#[case::board(9, Grant::of(Board), [false, false, false])]
#[case::administrator(9, Grant::of(Administrator), [false, false, false])]
#[case::coordinator(9, Grant::of(Coordinator), [true, true, true])]
fn a_strand_is_for_who_got_it(#[case] number: u128, #[case] grant: Grant, #[case] reads: [bool; 3]) {
    let configuration = plain();
    let walk = with_strands(&configuration);
    let somebody = actor(number, &walk, vec![grant]);
    let handed = strand(&walk.signal, |kind| matches!(kind, StrandKind::HandOver { .. }));
    let care = strand(&walk.signal, |kind| matches!(kind, StrandKind::Care { .. }));
    let task = strand(&walk.signal, |kind| matches!(kind, StrandKind::Task { .. }));
    for (strand, reads) in [handed, care, task].into_iter().zip(reads) {
        let object = Object::Strand(&walk.signal, strand);
        assert_eq!(
            may(&somebody, Right::ReadStrand, object),
            reads,
            "{:?}",
            strand.kind
        );
        assert_eq!(
            may(&somebody, Right::StepStrand, object),
            reads,
            "{:?}",
            strand.kind
        );
    }
    let whole = somebody.has(Coordinator);
    assert_eq!(
        may(&somebody, Right::ReadSignal, Object::Signal(&walk.signal)),
        whole
    );
}

#[test]
fn a_partner_answers_a_hand_over_but_does_not_take_it_back() {
    let configuration = plain();
    let walk = with_strands(&configuration);
    let riec = actor(9, &walk, vec![partner("riec")]);
    let id = strand(&walk.signal, |kind| matches!(kind, StrandKind::HandOver { .. })).id;
    let step = |step| {
        let kind = ActKind::StepStrand { strand: id, step };
        permitted(&riec, &walk.signal, &configuration, &kind).is_ok()
    };
    assert!(step("accept") && step("refuse") && step("finish"));
    assert!(!step("withdraw"));
}

#[test]
fn what_was_taken_back_is_no_longer_for_who_got_it() {
    let configuration = plain();
    let mut walk = with_strands(&configuration);
    let riec = actor(9, &walk, vec![partner("riec")]);
    let handed = strand(&walk.signal, |kind| matches!(kind, StrandKind::HandOver { .. })).id;
    let reads = |signal: &Signal| {
        let strand = signal.strands.iter().find(|strand| strand.id == handed).unwrap();
        may(&riec, Right::ReadStrand, Object::Strand(signal, strand))
    };
    assert!(reads(&walk.signal));
    let step = "withdraw";
    pass(&mut walk, &ActKind::StepStrand { strand: handed, step });
    assert!(!reads(&walk.signal));
}

#[rstest]
#[case::own("police", true)]
#[case::of_others("riec", false)]
fn a_partner_sees_how_their_own_reports_stand(#[case] id: &str, #[case] sees: bool) {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let report = walk.reports.values().next().unwrap();
    let somebody = actor(9, &walk, vec![partner(id)]);
    assert_eq!(
        may(&somebody, Right::ReadOwnReports, Object::Report(report)),
        sees
    );
    assert!(
        !may(&somebody, Right::ReadReports, Object::Report(report)),
        "not what others wrote"
    );
}

#[rstest]
#[case::from_tomorrow(Some(1), None)]
#[case::until_yesterday(None, Some(-1))]
fn a_grant_outside_its_days_grants_nothing(#[case] from: Option<i64>, #[case] until: Option<i64>) {
    let configuration = plain();
    let walk = brought_to(&configuration, "weekly");
    let today = dutch_date(walk.now);
    let day = |days: i64| today + TimeDelta::days(days);
    let grants = [Grant::of(Coordinator), member_of("weekly"), partner("police")].map(|grant| Grant {
        from: from.map(day),
        until: until.map(day),
        ..grant
    });
    let holder = Person {
        id: person(9),
        municipality: configuration.municipality.id.clone(),
        login: "somebody".to_owned(),
        name: "Somebody".to_owned(),
        mail: String::new(),
        grants: grants.into(),
        access: Access::Disabled,
        language: Language::Nl,
        feed: None,
    };
    let actor = holder.actor(walk.now, "test");
    assert_eq!(rights_on_signal(&actor, &walk.signal), BTreeSet::new());
    let on_its_last_day = Person {
        grants: vec![Grant {
            until: Some(today),
            ..Grant::of(Coordinator)
        }],
        ..holder
    };
    assert!(on_its_last_day.actor(walk.now, "test").has(Coordinator));
}

#[test]
fn a_gate_is_decided_by_the_role_that_the_route_names() {
    let configuration = plain();
    let walk = brought_to(&configuration, "enrich");
    let decides = |role| {
        permitted(
            &with_role(&walk, role),
            &walk.signal,
            &configuration,
            &ActKind::DecideGate,
        )
        .is_ok()
    };
    assert!(decides(PrivacyOfficer));
    assert!(
        !decides(Coordinator),
        "has the right, but this gate is not theirs"
    );
    assert!(!decides(Enricher));
}

#[test]
fn a_report_beside_signals_is_read_by_the_desk_only() {
    let configuration = plain();
    let minter = Counter::default();
    let now = at("2026-01-05T09:00:00Z");
    let report = report(&configuration, &minter, (ReporterKind::Resident, "phone"), now);
    let walk = registered(&configuration, ReporterKind::Resident);
    let readers: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| {
            may(
                &with_role(&walk, *role),
                Right::ReadReports,
                Object::Report(&report),
            )
        })
        .collect();
    assert_eq!(readers, [Coordinator, ContactOfficer]);
    let tomorrow = dutch_date(now) + Days::new(1);
    assert!(Grant::of(Coordinator).holds_on(tomorrow), "a grant without end");
}

/// The signal of a walk with an emergency opening of the actor of these tests, from the moment of the walk.
fn opened(walk: &Walk<'_>) -> Signal {
    let mut signal = walk.signal.clone();
    signal.openings.push(Opening {
        id: OpeningId(Uuid::from_u128(70)),
        person: person(9),
        at: walk.now,
        until: walk.now + TimeDelta::minutes(60),
        reason: "Danger".to_owned(),
        judgement: None,
    });
    signal
}

#[test]
fn an_emergency_opening_lets_read_until_its_time_is_over_and_nothing_else() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let signal = opened(&walk);
    let officer = with_role(&walk, EnforcementOfficer);
    let reads = |actor: &Actor, signal: &Signal, minutes| {
        let now = walk.now + TimeDelta::minutes(minutes);
        may(actor, Right::ReadUnderGlass, Object::Opened(signal, now))
    };
    assert!(reads(&officer, &signal, 0) && reads(&officer, &signal, 59));
    assert!(!reads(&officer, &signal, 60), "the time is over");
    assert!(!reads(&officer, &signal, -1), "not before");
    assert!(
        !reads(&officer, &walk.signal, 0),
        "not without breaking the glass"
    );
    let other = actor(8, &walk, vec![Grant::of(EnforcementOfficer)]);
    assert!(!reads(&other, &signal, 0), "not by a colleague");
    assert!(
        !reads(&with_role(&walk, Official), &signal, 0),
        "not without the role any more"
    );
    // It opens no other door: every other right is as it was.
    let mut on_opened = rights_on(&officer, Object::Opened(&signal, walk.now));
    on_opened.remove(&Right::ReadUnderGlass);
    assert_eq!(on_opened, rights_on_signal(&officer, &walk.signal));
    assert_eq!(
        rights_on_signal(&officer, &signal),
        rights_on_signal(&officer, &walk.signal)
    );
    for right in [
        Right::WorkSignal,
        Right::OpenReporter,
        Right::ReadReports,
        Right::ReadSignal,
    ] {
        assert!(!on_opened.contains(&right), "{right:?}");
    }
}

#[test]
fn what_was_found_without_reason_is_closed_at_once() {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let officer = with_role(&walk, EnforcementOfficer);
    for justified in [true, false] {
        let mut signal = opened(&walk);
        signal.openings[0].judgement = Some(Judgement {
            at: walk.now,
            by: person(3),
            justified,
            words: "Talked about".to_owned(),
        });
        let reads = may(&officer, Right::ReadUnderGlass, Object::Opened(&signal, walk.now));
        assert_eq!(reads, justified);
    }
}

#[rstest]
#[case(Grant::of(PrivacyOfficer))]
#[case(Grant::of(Board))]
#[case(Grant::of(Administrator))]
#[case(Grant::of(RegionalAnalyst))]
#[case(partner("police"))]
#[case(Grant { partner: Some("police".into()), ..member_of("weekly") })]
fn who_is_apart_opens_nothing_in_an_emergency_whatever_else_they_are(#[case] apart: Grant) {
    let configuration = plain();
    let walk = registered(&configuration, ReporterKind::Resident);
    let here = Object::Municipality(&configuration.municipality.id);
    let both = actor(9, &walk, vec![Grant::of(EnforcementOfficer), apart]);
    assert!(!may(&both, Right::BreakGlass, here));
    assert!(!may(
        &both,
        Right::ReadUnderGlass,
        Object::Opened(&opened(&walk), walk.now)
    ));
    assert!(!is_conceivable(&both, Right::BreakGlass));
}
