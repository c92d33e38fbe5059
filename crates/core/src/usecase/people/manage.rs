// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Adding people, changing their roles, resetting their log-in, closing their account.

use chrono::TimeDelta;

use crate::{
    audit::{About, Event, ListKind},
    change::{Changes, Write},
    configuration::text::Language,
    id::PersonId,
    outgoing::is_address,
    people::{Access, Person},
    policy::{Actor, Grant, Permit, Right, Role},
    ports::{Services, Stored},
    usecase::{Failure, allowed_here, configuration, list_shown, retried},
};

/// Somebody who is added.
#[derive(Clone, Debug)]
pub struct AddPerson {
    /// The identifier that the form made.
    pub id: PersonId,
    /// Name for logging in.
    pub login: String,
    /// Name as people know it.
    pub name: String,
    /// Mail address for notices; may be empty.
    pub mail: String,
    /// Roles.
    pub grants: Vec<Grant>,
    /// Language of the screens.
    pub language: Language,
}

/// How long the link for setting an account up works.
const LINK_DAYS: i64 = 7;

/// Everybody, for the administrator.
pub async fn list(services: &Services, actor: &Actor) -> Result<Vec<Stored<Person>>, Failure> {
    let permit = allowed_here(services, actor, Right::ManagePeople).await?;
    let people = services.store.people(&actor.municipality).await?;
    list_shown(services, &permit, ListKind::People, people.len()).await?;
    Ok(people)
}

/// Adds somebody. Gives the token of the link with which they set their account up; it is shown once.
pub async fn add(services: &Services, actor: &Actor, command: AddPerson) -> Result<String, Failure> {
    let permit = allowed_here(services, actor, Right::ManagePeople).await?;
    let problems = problems(services, actor, &command)?;
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let (token, access) = invitation(services)?;
    let person = Person {
        id: command.id,
        municipality: actor.municipality.clone(),
        login: command.login.trim().to_lowercase(),
        name: command.name.trim().to_owned(),
        mail: command.mail.trim().to_owned(),
        grants: command.grants,
        access,
        language: command.language,
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
    .write(Write::NewPerson(Box::new(person)));
    services.store.commit(changes).await?;
    Ok(token)
}

/// Changes somebody's roles. Their sessions end, so that the new roles count at once.
pub async fn change_roles(
    services: &Services,
    actor: &Actor,
    id: PersonId,
    grants: Vec<Grant>,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    if !grants.iter().all(|grant| makes_sense(&configuration, grant)) {
        return Err(Failure::Invalid(vec!["grants"]));
    }
    if actor.person == Some(id) {
        // An administrator sees no content; nobody opens a compartment for themselves.
        return Err(Failure::Invalid(vec!["own-roles"]));
    }
    change(services, actor, id, Event::RolesChanged, |mut person| {
        person.grants.clone_from(&grants);
        person
    })
    .await
}

/// Changes the address to which somebody gets notices; empty for none.
pub async fn change_mail(
    services: &Services,
    actor: &Actor,
    id: PersonId,
    mail: &str,
) -> Result<(), Failure> {
    if !is_no_or_one_address(mail) {
        return Err(Failure::Invalid(vec!["mail"]));
    }
    let permit = allowed_here(services, actor, Right::ManagePeople).await?;
    let attempt = async || {
        let stored = services.store.person(&actor.municipality, id).await?;
        let mut stored = stored.ok_or(Failure::NotFound)?;
        mail.trim().clone_into(&mut stored.value.mail);
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Person(id), Event::MailChanged)
            .write(Write::SavePerson(Box::new(stored.value), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn is_no_or_one_address(mail: &str) -> bool {
    mail.trim().is_empty() || is_address(mail.trim())
}

/// Resets somebody's log-in. Gives the token of a new link; the old password and second factor no longer work.
pub async fn reset(services: &Services, actor: &Actor, id: PersonId) -> Result<String, Failure> {
    let (token, access) = invitation(services)?;
    change(services, actor, id, Event::LogInReset, |mut person| {
        person.access = access.clone();
        // Whoever had the old log-in has the address of the calendar, too.
        person.feed = None;
        person
    })
    .await?;
    Ok(token)
}

/// Closes somebody's account. Their duties stay where they are until somebody else is made owner.
pub async fn disable(services: &Services, actor: &Actor, id: PersonId) -> Result<(), Failure> {
    change(services, actor, id, Event::PersonDisabled, |mut person| {
        person.access = Access::Disabled;
        person.feed = None;
        person
    })
    .await
}

/// Chooses the language of one's own screens.
pub async fn set_language(services: &Services, actor: &Actor, language: Language) -> Result<(), Failure> {
    let id = actor.person.ok_or(Failure::NotFound)?;
    let permit = allowed_here(services, actor, Right::OwnAccount).await?;
    let attempt = async || {
        let stored = services
            .store
            .person(&actor.municipality, id)
            .await?
            .ok_or(Failure::NotFound)?;
        let person = Person {
            language,
            ..stored.value
        };
        let now = services.clock.now();
        let about = About::Person(id);
        let changes = Changes::new(
            &permit,
            now,
            services.minter.as_ref(),
            about,
            Event::LanguageChosen,
        )
        .write(Write::SavePerson(Box::new(person), stored.revision));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

async fn change(
    services: &Services,
    actor: &Actor,
    id: PersonId,
    event: Event,
    change: impl Fn(Person) -> Person,
) -> Result<(), Failure> {
    let permit: Permit = allowed_here(services, actor, Right::ManagePeople).await?;
    let attempt = async || {
        let stored = services
            .store
            .person(&actor.municipality, id)
            .await?
            .ok_or(Failure::NotFound)?;
        let person = change(stored.value);
        let now = services.clock.now();
        let changes = Changes::new(
            &permit,
            now,
            services.minter.as_ref(),
            About::Person(id),
            event.clone(),
        )
        .write(Write::SavePerson(Box::new(person), stored.revision))
        .write(Write::CloseSessionsOf(id));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

fn invitation(services: &Services) -> Result<(String, Access), Failure> {
    let (token, hash) = services.secrets.new_token()?;
    let until = services.clock.now() + TimeDelta::days(LINK_DAYS);
    Ok((
        token,
        Access::Invited {
            token_hash: hash.to_vec(),
            until,
        },
    ))
}

fn problems(services: &Services, actor: &Actor, command: &AddPerson) -> Result<Vec<&'static str>, Failure> {
    let configuration = configuration(services, actor)?;
    let mut problems = Vec::new();
    let login = command.login.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    if login.is_empty() || login.len() > 100 || !login.chars().all(plain) {
        problems.push("login");
    }
    if crate::blank::is_blank(&command.name) {
        problems.push("name");
    }
    if !is_no_or_one_address(&command.mail) {
        problems.push("mail");
    }
    if command.grants.is_empty()
        || !command
            .grants
            .iter()
            .all(|grant| makes_sense(&configuration, grant))
    {
        problems.push("grants");
    }
    Ok(problems)
}

/// A member needs a body that exists, a chain partner an organisation that exists. Nobody sits in an internal body for a
/// partner: they come as a guest, with an invitation that is logged.
fn makes_sense(configuration: &crate::configuration::Configuration, grant: &Grant) -> bool {
    let body = grant.body.as_ref().and_then(|body| configuration.body(body));
    let partner = grant
        .partner
        .as_ref()
        .is_some_and(|partner| configuration.partner(partner).is_some());
    let dates = grant
        .from
        .zip(grant.until)
        .is_none_or(|(from, until)| from <= until);
    dates
        && match grant.role {
            Role::BodyMember => {
                body.is_some_and(|body| grant.partner.is_none() || (partner && !body.internal))
            }
            Role::ChainPartner => partner,
            _ => true,
        }
}
