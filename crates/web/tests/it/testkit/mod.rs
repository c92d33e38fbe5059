// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The site on a database of its own, with one person per role: `TestApp::new().await.as_role(Role::Coordinator).await.get("/vandaag").await`.

mod answer;
mod content;
mod matter;
mod outside;
mod visitor;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use meldroute_core::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Write},
    configuration::{Configuration, read, text::Language},
    id::{MunicipalityId, PersonId, Timestamp},
    people::{Access, Person},
    policy::{self, Actor, Grant, Right, Role},
    ports::{Clock as _, Services, Store},
    usecase::{people, report::inspect_waiting},
};
use meldroute_storage::Database;
use meldroute_vault::key::InstallationKey;
use meldroute_web::{Web, WebSettings, router};
use tempfile::TempDir;

use self::outside::{CountingMinter, NoSearch, PlainPress, PlainTables};
pub(crate) use self::{
    answer::Answer,
    outside::{TestClock, TestConfigurations, TestInspector, TestMailboxes, TestRegisters, TestSecrets},
    visitor::Visitor,
};

/// The municipality of the tests.
pub(crate) const HERE: &str = "heemstede";
/// Another one on the same installation; only in apps made by [`TestApp::with_neighbour`].
pub(crate) const NEIGHBOUR: &str = "buurdorp";
/// The password of everybody.
pub(crate) const PASSWORD: &str = "vier losse woorden";

pub(crate) struct TestApp {
    pub(crate) services: Services,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) mailboxes: Arc<TestMailboxes>,
    pub(crate) configurations: Arc<TestConfigurations>,
    pub(crate) inspector: Arc<TestInspector>,
    pub(crate) registers: Arc<TestRegisters>,
    router: axum::Router,
    _folder: TempDir,
}

impl TestApp {
    /// Heemstede, on http, without demo.
    pub(crate) async fn new() -> Self {
        Self::with(WebSettings::default()).await
    }

    pub(crate) async fn with(settings: WebSettings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = InstallationKey::generate().unwrap();
        let path = folder.path().to_str().unwrap();
        let database = Arc::new(Database::open(path, key).await.unwrap());
        let clock = Arc::new(TestClock::default());
        let configurations = Arc::new(TestConfigurations::default());
        let mailboxes = Arc::new(TestMailboxes::default());
        let inspector = Arc::new(TestInspector::default());
        let registers = Arc::new(TestRegisters::default());
        let store: Arc<dyn Store> = database;
        let services = Services {
            store,
            clock: Arc::clone(&clock) as _,
            minter: Arc::new(CountingMinter::default()),
            secrets: Arc::new(TestSecrets),
            search: Arc::new(NoSearch),
            tables: Arc::new(PlainTables),
            configurations: Arc::clone(&configurations) as _,
            inspector: Arc::clone(&inspector) as _,
            registers: Arc::clone(&registers) as _,
            press: Arc::new(PlainPress),
        };
        let app = Self {
            router: router(Web {
                services: services.clone(),
                mailboxes: Arc::clone(&mailboxes) as _,
                settings,
            }),
            services,
            clock,
            mailboxes,
            configurations,
            inspector,
            registers,
            _folder: folder,
        };
        app.load(HERE, "Heemstede", "HS").await;
        app
    }

    /// Two municipalities on one installation.
    pub(crate) async fn with_neighbour() -> Self {
        let app = Self::new().await;
        app.load(NEIGHBOUR, "Buurdorp", "BD").await;
        app
    }

    /// Loads Heemstede's configuration under a name.
    async fn load(&self, id: &str, name: &str, prefix: &str) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/heemstede");
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let file = path.file_name().unwrap().to_str().unwrap().to_owned();
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(file, text);
            }
        }
        let mut configuration = read::read(&files).unwrap();
        let municipality = &mut configuration.municipality;
        municipality.id = MunicipalityId::from(id);
        name.clone_into(&mut municipality.name);
        prefix.clone_into(&mut municipality.prefix);
        let version = configuration.route.version;
        let write = Write::LoadConfiguration {
            municipality: MunicipalityId::from(id),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            version,
            files,
        };
        self.write(
            id,
            write,
            Event::ConfigurationLoaded { version },
            About::Municipality,
        )
        .await;
        self.configurations.put(configuration);
    }

    /// Stores something without asking policy.
    pub(crate) async fn write(&self, municipality: &str, write: Write, event: Event, about: About) {
        let mut actor = self.actor_with(Vec::new());
        actor.municipality = MunicipalityId::from(municipality);
        let permit = policy::unsafe_permit_without_policy(actor, Right::ManagePeople);
        let changes = Changes::new(
            &permit,
            self.clock.now(),
            self.services.minter.as_ref(),
            about,
            event,
        )
        .write(write);
        self.services.store.commit(changes).await.unwrap();
    }

    pub(crate) fn configuration(&self) -> Arc<Configuration> {
        self.configurations.get(HERE)
    }

    /// Everything that a role needs to make sense: the first body, the first partner.
    pub(crate) fn grant(&self, role: Role) -> Grant {
        let configuration = self.configuration();
        let mut grant = Grant::of(role);
        match role {
            Role::BodyMember => grant.body = Some(configuration.bodies[0].id.clone()),
            Role::ChainPartner => grant.partner = Some(configuration.partners[0].id.clone()),
            _ => {}
        }
        grant
    }

    /// Adds somebody with these roles. Their name for logging in is `login`; the password is [`PASSWORD`], without second factor.
    pub(crate) async fn add(&self, municipality: &str, login: &str, grants: Vec<Grant>) -> PersonId {
        let id = PersonId(self.services.minter.mint());
        let person = Person {
            id,
            municipality: MunicipalityId::from(municipality),
            login: login.to_owned(),
            name: format!("Test {login}"),
            grants,
            mail: String::new(),
            access: Access::Active {
                password: TestSecrets::hash(PASSWORD),
                second_factor: None,
            },
            language: Language::Nl,
            feed: None,
        };
        self.write(
            municipality,
            Write::NewPerson(Box::new(person)),
            Event::PersonAdded,
            About::Person(id),
        )
        .await;
        id
    }

    /// Somebody with one role, logged in; made when first asked for. Their name for logging in is that of the role.
    pub(crate) async fn as_role(&self, role: Role) -> Visitor {
        self.as_role_in(HERE, role).await
    }

    pub(crate) async fn as_role_in(&self, municipality: &str, role: Role) -> Visitor {
        let id = MunicipalityId::from(municipality);
        let found = self
            .services
            .store
            .person_named(&id, role.as_str())
            .await
            .unwrap();
        if found.is_none() {
            self.add(municipality, role.as_str(), vec![self.grant(role)])
                .await;
        }
        self.logged_in(municipality, role.as_str()).await
    }

    /// Somebody who was added, logged in.
    pub(crate) async fn logged_in(&self, municipality: &str, login: &str) -> Visitor {
        let municipality = MunicipalityId::from(municipality);
        let access = people::log_in_without_password(&self.services, &municipality, login, "test")
            .await
            .unwrap();
        let visitor = self.anonymous();
        visitor.give_cookie("meldroute", &access.token);
        visitor.give_cookie("meldroute-form", &access.csrf);
        visitor
    }

    /// Somebody who is not logged in.
    pub(crate) fn anonymous(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// An actor with these roles, without account.
    pub(crate) fn actor_with(&self, grants: Vec<Grant>) -> Actor {
        Actor {
            person: None,
            name: "Test".to_owned(),
            municipality: MunicipalityId::from(HERE),
            today: dutch_date(self.clock.now()),
            grants,
            origin: "test".to_owned(),
            call: None,
        }
    }

    /// Looks at the files that wait, as the program does in the background.
    pub(crate) async fn inspect(&self) {
        let actor = self.actor_with(vec![Grant::of(Role::Intake)]);
        inspect_waiting(&self.services, &actor).await.unwrap();
    }

    /// What the clock says.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The actor that a logged-in person is, for using use cases in preparation of a test.
    pub(crate) async fn actor(&self, login: &str) -> Actor {
        let id = MunicipalityId::from(HERE);
        let person = self
            .services
            .store
            .person_named(&id, login)
            .await
            .unwrap()
            .unwrap();
        person.value.actor(self.clock.now(), "test")
    }

    /// Names of the events in the journal, oldest first.
    pub(crate) async fn journal(&self) -> Vec<String> {
        let municipality = MunicipalityId::from(HERE);
        let lines = self
            .services
            .store
            .journal(&municipality, None, 1000)
            .await
            .unwrap();
        lines.into_iter().rev().map(|line| line.action).collect()
    }

    /// Events in the journal, each once.
    pub(crate) async fn happened(&self) -> BTreeSet<String> {
        self.journal().await.into_iter().collect()
    }
}
