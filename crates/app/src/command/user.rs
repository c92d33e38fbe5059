// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute user`: adds people, closes their accounts, resets their log-in.

use clap::Subcommand;
use meldroute_core::{
    configuration::text::Language,
    id::{BodyId, MunicipalityId, PartnerId, PersonId},
    policy::{Grant, Role},
    usecase::people,
};

use crate::{
    installation::{Installation, Which},
    output,
    settings::{LISTEN, Place, Settings},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Add somebody, and print the link with which they set their account up; it is shown once
    #[command(
        after_help = "A role can say where it is held: body-member:BODY, body-member:BODY:PARTNER or chain-partner:PARTNER.\n\n\
            Example: meldroute user add --data /var/lib/meldroute j.devries --name \"J. de Vries\" --role coordinator --role body-member:loo"
    )]
    Add {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The name with which they log in
        login: String,
        /// Their name as people know it
        #[arg(long)]
        name: String,
        /// A role; can be given several times
        #[arg(long, required = true, value_parser = grant)]
        role: Vec<Grant>,
        /// Mail address, for notices without content
        #[arg(long, value_name = "ADDRESS", default_value = "")]
        mail: String,
        /// English screens
        #[arg(long)]
        english: bool,
    },
    /// Close somebody's account; what they must do stays visible until somebody else does it
    #[command(after_help = "Example: meldroute user disable --data /var/lib/meldroute j.devries")]
    Disable {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The name with which they log in
        login: String,
    },
    /// Reset somebody's log-in, and print a new link; the old password and second factor no longer work
    #[command(after_help = "Example: meldroute user reset --data /var/lib/meldroute j.devries")]
    Reset {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        which: Which,
        /// The name with which they log in
        login: String,
    },
}

impl User {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::Add { place, .. } | Self::Disable { place, .. } | Self::Reset { place, .. }) = &self;
        let installation = Installation::open(place).await?;
        let done = self.carry_out(&installation).await;
        installation.close().await;
        done
    }

    async fn carry_out(self, installation: &Installation) -> Result<(), Stop> {
        let services = &installation.services;
        match self {
            Self::Add {
                place,
                which,
                login,
                name,
                role,
                mail,
                english,
            } => {
                let municipality = installation.municipality(&which)?;
                let id = PersonId(services.minter.mint());
                let language = if english { Language::En } else { Language::Nl };
                let person = people::AddPerson {
                    id,
                    login,
                    name,
                    mail,
                    grants: role,
                    language,
                };
                let token = people::add(services, &installation.operator(&municipality), person).await?;
                output::line(&set_up_link(&place.settings()?, &municipality, id, &token))
            }
            Self::Disable { which, login, .. } => {
                let municipality = installation.municipality(&which)?;
                let person = installation.person(&municipality, &login).await?;
                people::disable(services, &installation.operator(&municipality), person.id).await?;
                output::line(&format!("the account of {} is closed", person.login))
            }
            Self::Reset { place, which, login } => {
                let municipality = installation.municipality(&which)?;
                let person = installation.person(&municipality, &login).await?;
                let token = people::reset(services, &installation.operator(&municipality), person.id).await?;
                output::line(&set_up_link(&place.settings()?, &municipality, person.id, &token))
            }
        }
    }
}

/// The link with which somebody sets their account up.
pub(crate) fn set_up_link(
    settings: &Settings,
    municipality: &MunicipalityId,
    person: PersonId,
    token: &str,
) -> String {
    let listen = settings.listen.unwrap_or(LISTEN);
    let base = settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{listen}"));
    let base = base.trim_end_matches('/');
    format!("{base}/account/instellen/{municipality}/{person}/{token}")
}

/// Reads a role with where it is held.
fn grant(text: &str) -> Result<Grant, String> {
    let mut parts = text.split(':');
    let role: Role = parts
        .next()
        .unwrap_or_default()
        .parse()
        .map_err(|error: meldroute_core::policy::role::UnknownRole| error.to_string())?;
    let mut grant = Grant::of(role);
    let (first, second) = (parts.next(), parts.next());
    match role {
        Role::BodyMember | Role::Guest => {
            grant.body = first.map(BodyId::from);
            grant.partner = second.map(PartnerId::from);
        }
        _ => grant.partner = first.map(PartnerId::from),
    }
    if parts.next().is_some() {
        return Err("too many colons; a role is written as ROLE, ROLE:BODY or ROLE:BODY:PARTNER".to_owned());
    }
    Ok(grant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_says_where_it_is_held() {
        let member = grant("body-member:loo:police").unwrap();
        assert_eq!(
            (member.body, member.partner),
            (Some("loo".into()), Some("police".into()))
        );
        let partner = grant("chain-partner:riec").unwrap();
        assert_eq!((partner.body, partner.partner), (None, Some("riec".into())));
        assert!(grant("chief").is_err() && grant("guest:a:b:c").is_err());
    }
}
