// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in and out, and setting up an account with the link that an administrator made.

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MunicipalityId, PersonId, Timestamp},
    people::{Access as AccountAccess, Person, SecondFactor, Session},
    policy::{self, Actor, Right},
    ports::{Services, Stored},
    usecase::{Failure, retried},
};

/// What somebody gives to log in.
pub struct LogIn {
    /// The municipality.
    pub municipality: MunicipalityId,
    /// Name for logging in.
    pub login: String,
    /// Password.
    pub password: String,
    /// Code of the second factor.
    pub code: String,
    /// Where it comes from.
    pub origin: String,
}

/// A new session: the tokens are given once and never stored.
pub struct Access {
    /// Token for the cookie.
    pub token: String,
    /// Token for the forms.
    pub csrf: String,
    /// Who logged in.
    pub person: Person,
}

/// What somebody gives to set up an account.
pub struct SetUp {
    /// The municipality.
    pub municipality: MunicipalityId,
    /// The person of the link.
    pub person: PersonId,
    /// The token of the link.
    pub token: String,
    /// The password that they choose.
    pub password: String,
    /// The secret of the second factor that was shown.
    pub secret: Vec<u8>,
    /// A code of the second factor, to show that it works.
    pub code: String,
}

/// The shortest password that can be chosen (ASVS 6.2.1 asks for eight; fifteen is recommended).
pub const SHORTEST_PASSWORD: usize = 12;

/// Logs in. Every wrong answer is the same [`Failure::LogIn`], and takes as long.
pub async fn log_in(services: &Services, given: LogIn) -> Result<Access, Failure> {
    let login = given.login.trim().to_lowercase();
    let stored = services.store.person_named(&given.municipality, &login).await?;
    let hash = stored.as_ref().and_then(|person| match &person.value.access {
        AccountAccess::Active { password, .. } => Some(password.clone()),
        AccountAccess::Invited { .. } | AccountAccess::Disabled => None,
    });
    let right = services.secrets.check_password(given.password, hash).await;
    let Some(stored) = stored else {
        return Err(Failure::LogIn);
    };
    let now = services.clock.now();
    let checked = second_factor(services, &stored.value, &given.code, now);
    if let (true, Some(person)) = (right, checked) {
        return open(services, stored, person, now, &given.origin).await;
    }
    let actor = stored.value.actor(now, &given.origin);
    let permit = policy::unsafe_permit_without_policy(actor, Right::OwnAccount);
    let about = About::Person(stored.value.id);
    let changes = Changes::new(&permit, now, services.minter.as_ref(), about, Event::LogInFailed);
    services.store.commit(changes).await?;
    Err(Failure::LogIn)
}

/// Opens a session without password: for the demo, whose people are invented. The app offers it there only.
pub async fn log_in_without_password(
    services: &Services,
    municipality: &MunicipalityId,
    login: &str,
    origin: &str,
) -> Result<Access, Failure> {
    let stored = services
        .store
        .person_named(municipality, login)
        .await?
        .ok_or(Failure::LogIn)?;
    let person = stored.value.clone();
    open(services, stored, person, services.clock.now(), origin).await
}

/// The person with the second factor marked as used; none when the code is wrong or was used before.
fn second_factor(services: &Services, person: &Person, code: &str, now: Timestamp) -> Option<Person> {
    let AccountAccess::Active {
        password,
        second_factor,
    } = &person.access
    else {
        return None;
    };
    let Some(SecondFactor { secret, last_step }) = second_factor else {
        return Some(person.clone());
    };
    let last_step = services
        .secrets
        .check_second_factor(secret, code.trim(), now, *last_step)?;
    let used = SecondFactor {
        secret: secret.clone(),
        last_step,
    };
    let access = AccountAccess::Active {
        password: password.clone(),
        second_factor: Some(used),
    };
    Some(Person {
        access,
        ..person.clone()
    })
}

async fn open(
    services: &Services,
    stored: Stored<Person>,
    person: Person,
    now: Timestamp,
    origin: &str,
) -> Result<Access, Failure> {
    let (token, token_hash) = services.secrets.new_token()?;
    let (csrf, csrf_hash) = services.secrets.new_token()?;
    let session = Session {
        token_hash,
        person: person.id,
        municipality: person.municipality.clone(),
        opened_at: now,
        used_at: now,
        csrf_hash,
    };
    let permit = policy::unsafe_permit_without_policy(person.actor(now, origin), Right::OwnAccount);
    let about = About::Person(person.id);
    let mut changes = Changes::new(&permit, now, services.minter.as_ref(), about, Event::LoggedIn)
        .write(Write::OpenSession(session));
    if person != stored.value {
        changes = changes.write(Write::SavePerson(Box::new(person.clone()), stored.revision));
    }
    // A code that was used at the same moment elsewhere makes this a conflict: then it is no longer right.
    match services.store.commit(changes).await {
        Ok(_) => Ok(Access { token, csrf, person }),
        Err(crate::ports::CommitError::Conflict) => Err(Failure::LogIn),
        Err(error) => Err(error.into()),
    }
}

/// Who a token belongs to, when the session is live and the account is in use.
pub async fn current(services: &Services, token: &str) -> Result<Option<(Session, Person)>, Failure> {
    let hash = services.secrets.hash_token(token);
    let Some((session, person)) = services.store.session(&hash).await? else {
        return Ok(None);
    };
    let now = services.clock.now();
    if !session.is_live(now) || !person.value.is_active() {
        return Ok(None);
    }
    // Once a minute is enough to know that somebody is still there, and spares a write per page.
    if now - session.used_at > chrono::TimeDelta::minutes(1) {
        services.store.touch_session(&hash, now).await?;
    }
    Ok(Some((session, person.value)))
}

/// Logs out.
pub async fn log_out(services: &Services, actor: &Actor, session: &Session) -> Result<(), Failure> {
    let permit = policy::unsafe_permit_without_policy(actor.clone(), Right::OwnAccount);
    let about = About::Person(session.person);
    let changes = Changes::new(
        &permit,
        services.clock.now(),
        services.minter.as_ref(),
        about,
        Event::LoggedOut,
    )
    .write(Write::CloseSession(session.token_hash));
    services.store.commit(changes).await?;
    Ok(())
}

/// Who a link for setting an account up is for, as long as it works.
pub async fn invited(
    services: &Services,
    municipality: &MunicipalityId,
    id: PersonId,
    token: &str,
) -> Result<Person, Failure> {
    services
        .configurations
        .of(municipality)
        .ok_or(Failure::NotFound)?;
    let token_hash = services.secrets.hash_token(token);
    let found = services.store.person(municipality, id).await?;
    found
        .map(|stored| stored.value)
        .filter(|person| invited_with(person, &token_hash, services.clock.now()))
        .ok_or(Failure::NotFound)
}

/// Sets an account up: the password and the second factor. The link works once.
pub async fn set_up(services: &Services, given: SetUp, origin: &str) -> Result<(), Failure> {
    if given.password.chars().count() < SHORTEST_PASSWORD {
        return Err(Failure::Invalid(vec!["password"]));
    }
    let now = services.clock.now();
    let last_step = services
        .secrets
        .check_second_factor(&given.secret, given.code.trim(), now, 0);
    let last_step = last_step.ok_or(Failure::Invalid(vec!["code"]))?;
    let token_hash = services.secrets.hash_token(&given.token);
    let password = services.secrets.hash_password(given.password).await?;
    let attempt = async || {
        let found = services.store.person(&given.municipality, given.person).await?;
        let stored = found
            .filter(|p| invited_with(&p.value, &token_hash, now))
            .ok_or(Failure::NotFound)?;
        let second_factor = Some(SecondFactor {
            secret: given.secret.clone(),
            last_step,
        });
        let access = AccountAccess::Active {
            password: password.clone(),
            second_factor,
        };
        let person = Person {
            access,
            ..stored.value
        };
        let permit = policy::unsafe_permit_without_policy(person.actor(now, origin), Right::OwnAccount);
        let about = About::Person(person.id);
        let changes = Changes::new(&permit, now, services.minter.as_ref(), about, Event::AccountSetUp)
            .write(Write::SavePerson(Box::new(person), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn invited_with(person: &Person, token_hash: &[u8], now: Timestamp) -> bool {
    matches!(&person.access, AccountAccess::Invited { token_hash: hash, until } if hash == token_hash && now < *until)
}
