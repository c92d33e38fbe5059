// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Haal Centraal BRP Bewoning 2: who is registered in a building. It can't be asked for less than all of it, so that what may not be
//! read is thrown away here.

use chrono::{Days, NaiveDate};
use meldroute_core::{
    enrichment::{Answer, Inquiry, RegisterTrouble},
    ports::Question,
};
use serde_json::{Value, json};

use super::{
    answer::{count, list, list_at, record, records, says_yes, text, together},
    service::{Line, Service},
};

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let Inquiry::Residence { object, from, until } = &question.inquiry else {
        return Err(RegisterTrouble::Refused);
    };
    // Its periods end before their last day.
    let end = *until + Days::new(1);
    let body = json!({
        "type": "BewoningMetPeriode",
        "datumVan": from.format("%Y-%m-%d").to_string(),
        "datumTot": end.format("%Y-%m-%d").to_string(),
        "adresseerbaarObjectIdentificatie": object,
    });
    let line = Line::open(service, question, "x-api-key")?;
    let found = line.post(&["bewoningen"], &body).await?.json()?;
    let mut lived_in = Vec::new();
    for period in list(&found, "/bewoningen")? {
        let somebody = residents(period)?.len() + possible(period)?.len() > 0;
        if somebody || crowded(period) {
            lived_in.push(period.clone());
        }
    }
    if !reads {
        return Ok(count(lived_in.len()));
    }
    let fields = &question.register.fields;
    let answer = records(&lived_in, |period| record(fields, |field| value(period, field)))?;
    Ok(Answer {
        more: answer.more || lived_in.iter().any(crowded),
        ..answer
    })
}

fn residents(period: &Value) -> Result<&[Value], RegisterTrouble> {
    list_at(period, "/bewoners").map(Option::unwrap_or_default)
}

fn possible(period: &Value) -> Result<&[Value], RegisterTrouble> {
    list_at(period, "/mogelijkeBewoners").map(Option::unwrap_or_default)
}

fn crowded(period: &Value) -> bool {
    says_yes(period, "/indicatieVeelBewoners")
}

fn value(period: &Value, field: &str) -> Result<Option<String>, RegisterTrouble> {
    match field {
        "period" => between(period),
        "count" if crowded(period) => Ok(Some("meer dan 100".to_owned())),
        "count" => {
            let (sure, unsure) = (residents(period)?.len(), possible(period)?.len());
            Ok(Some(match unsure {
                0 => sure.to_string(),
                _ => format!("{sure}, en {unsure} mogelijk"),
            }))
        }
        "residents" => named(residents(period)?),
        "possible-residents" => named(possible(period)?),
        _ => Ok(None),
    }
}

fn between(period: &Value) -> Result<Option<String>, RegisterTrouble> {
    let day = |place: &str| -> Result<NaiveDate, RegisterTrouble> {
        let written = text(period, place)?.ok_or(RegisterTrouble::Answer)?;
        written.parse().map_err(|_why| RegisterTrouble::Answer)
    };
    let (from, end) = (day("/periode/datumVan")?, day("/periode/datumTot")?);
    let last = end.pred_opt().unwrap_or(end);
    Ok(Some(format!(
        "{} t/m {}",
        from.format("%d-%m-%Y"),
        last.format("%d-%m-%Y")
    )))
}

fn named(residents: &[Value]) -> Result<Option<String>, RegisterTrouble> {
    let mut names = Vec::new();
    for resident in residents {
        // Who asked for secrecy must not be found by way of us.
        let name = if says_yes(resident, "/geheimhoudingPersoonsgegevens") {
            "iemand met geheimhouding".to_owned()
        } else {
            let name = text(resident, "/naam/volledigeNaam")?.unwrap_or_else(|| "naam onbekend".to_owned());
            let born = text(resident, "/geboorte/datum/langFormaat")?;
            born.map_or(name.clone(), |born| format!("{name} ({born})"))
        };
        let doubted = resident
            .get("inOnderzoek")
            .is_some_and(|doubt| *doubt != Value::Bool(false));
        names.push(if doubted {
            format!("{name}, in onderzoek")
        } else {
            name
        });
    }
    Ok(together(&names, "; "))
}
