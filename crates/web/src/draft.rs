// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a page's script needs to keep a draft in the browser, sealed under a key that only this person's pages get.

use std::fmt::Write as _;

use chrono::NaiveDate;
use meldroute_core::usecase::Failure;

use crate::{error::PageError, visit::User};

/// The name and the keys of a draft.
pub(crate) struct DraftKeys {
    /// Under which name it is kept; says nothing of who.
    pub(crate) name: String,
    /// The key of today and that of yesterday: what is older can't be opened any more.
    pub(crate) today: String,
    pub(crate) yesterday: String,
}

impl DraftKeys {
    /// Those of a person, for one of their forms.
    pub(crate) async fn of(user: &User, form: &str) -> Result<Self, PageError> {
        let yesterday = user.today.pred_opt().unwrap_or(user.today);
        let of_day = |day: NaiveDate| personal(user, format!("draft {day}"));
        // The first form has no name of its own.
        let purpose = format!("name of the draft {form}");
        let mut name = personal(user, purpose.trim_end().to_owned()).await?;
        name.truncate(16);
        Ok(Self {
            name,
            today: of_day(user.today).await?,
            yesterday: of_day(yesterday).await?,
        })
    }
}

/// A key of this person, in hexadecimal.
async fn personal(user: &User, purpose: String) -> Result<String, PageError> {
    let (store, actor) = (&user.app.services.store, user.actor());
    let bytes = store
        .personal_key(&actor.municipality, user.person().id, &purpose)
        .await
        .map_err(Failure::from)?;
    let mut hex = String::new();
    for byte in bytes {
        // Writing to a String can't fail.
        let _ = write!(hex, "{byte:02x}");
    }
    Ok(hex)
}
