// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The people of the demo, all invented: one for each role.

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::text::Language,
    id::PersonId,
    people::{Access, Person},
    policy::{self, Actor, Grant, Right, Role},
    ports::Services,
};
use meldroute_web::DemoPerson;

use crate::stop::Stop;

/// Somebody of the demo.
pub(super) struct Invented {
    pub(super) login: &'static str,
    name: &'static str,
    role: Role,
    body: Option<&'static str>,
    partner: Option<&'static str>,
}

const fn invented(login: &'static str, name: &'static str, role: Role) -> Invented {
    Invented {
        login,
        name,
        role,
        body: None,
        partner: None,
    }
}

/// Everybody, in the order of the buttons.
pub(super) const PEOPLE: [Invented; 15] = [
    invented("coordinator", "Marijke Duinker", Role::Coordinator),
    invented("aandachtsfunctionaris", "Bram Oosterling", Role::ContactOfficer),
    invented("verrijker", "Yasmin Koster", Role::Enricher),
    invented("privacy", "Thijs Vermeulen", Role::PrivacyOfficer),
    Invented {
        body: Some("signalenoverleg"),
        ..invented("teamleider", "Ellen Wagter", Role::BodyMember)
    },
    Invented {
        body: Some("loo"),
        partner: Some("police"),
        ..invented("politie", "Ruud Hagenaar", Role::BodyMember)
    },
    invented("gast", "Sandra Prins", Role::Guest),
    invented("wijkhandhaver", "Sem Kuipers", Role::EnforcementOfficer),
    invented("ambtenaar", "Henk Roelofs", Role::Official),
    invented("zorg", "Iris Veldkamp", Role::CareCoordinator),
    Invented {
        partner: Some("hvo-querido"),
        ..invented("hvo", "Noor Castelein", Role::ChainPartner)
    },
    invented("bestuur", "Jan Willem Terpstra", Role::Board),
    invented("beheer", "Fleur Brandsma", Role::Administrator),
    invented("analist", "Koen Aalders", Role::RegionalAnalyst),
    invented("archivaris", "Greet Halsema", Role::Archivist),
];

/// The button with which somebody logs in.
pub(super) fn button(person: &Invented) -> DemoPerson {
    DemoPerson {
        login: person.login.to_owned(),
        name: person.name.to_owned(),
        role: person.role,
        body: person.body.map(Into::into),
    }
}

/// Adds everybody. Their password is no hash, so that no password is right: they log in by the demo's buttons only.
pub(super) async fn add(services: &Services, actor: &Actor) -> Result<Vec<Person>, Stop> {
    let permit = policy::unsafe_permit_without_policy(actor.clone(), Right::ManagePeople);
    let mut people = Vec::new();
    for invented in &PEOPLE {
        let person = Person {
            id: PersonId(services.minter.mint()),
            municipality: actor.municipality.clone(),
            login: invented.login.to_owned(),
            name: invented.name.to_owned(),
            mail: String::new(),
            grants: vec![Grant {
                body: invented.body.map(Into::into),
                partner: invented.partner.map(Into::into),
                ..Grant::of(invented.role)
            }],
            access: Access::Active {
                password: "demo".to_owned(),
                second_factor: None,
            },
            language: Language::Nl,
            feed: None,
        };
        let about = About::Person(person.id);
        let changes = Changes::new(
            &permit,
            services.clock.now(),
            services.minter.as_ref(),
            about,
            Event::PersonAdded,
        )
        .write(Write::NewPerson(Box::new(person.clone())));
        services.store.commit(changes).await?;
        people.push(person);
    }
    Ok(people)
}
