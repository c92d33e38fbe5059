// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Making a signal of one or more reports.

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ReportId, SignalId},
    link::GREETINGS,
    policy::Right,
    ports::Stored,
    report::message::LONGEST_LINE,
    report::{Report, ReportRefusal, ReportState},
    signal::assessment::Observation,
    usecase::{
        Failure, report,
        signal::{Register, register},
    },
};
use serde::Deserialize;

use super::{
    about::About,
    senders::{Sender, said, senders},
};
use crate::{
    error::PageError,
    exposed::{Exposed, Word},
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::signal::show::SignalPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/signaal")]
pub(crate) struct MakeSignalPath;

/// More reports than this are not one matter.
const MOST: usize = 50;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<MakeSignalPath, _, _>(who, show),
        route::post::<MakeSignalPath, _, _>(who, make),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct MakeForm {
    /// The identifier that the signal gets: a form that is sent twice makes one signal.
    signal: String,
    reports: Vec<String>,
    title: String,
    observation: String,
    observer: String,
    observed: String,
    first_hand: String,
    /// Of which reports it was asked whether they are from the partner whose address they bear, and of which that is so.
    asked: Vec<String>,
    from_partner: Vec<String>,
    gezien: String,
    mag: String,
}

#[derive(Template)]
#[template(path = "pages/report/make_signal.html")]
struct MakePage<'a> {
    shell: Shell,
    problems: Problems,
    exposed: Option<Exposed>,
    form: &'a MakeForm,
    reports: Vec<About>,
    senders: Vec<Sender>,
}

async fn show(_: MakeSignalPath, user: User, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let ids: Vec<String> = asked
        .into_iter()
        .filter(|(key, _)| key == "melding")
        .map(|(_, id)| id)
        .collect();
    if ids.is_empty() {
        let mut problems = Problems::none();
        problems.add("reports", "report-make-none");
        return again(&template(&user, &MakeForm::default(), &[], (problems, None)));
    }
    let reports = read(&user, &ids).await?;
    if let [only] = reports.as_slice()
        && let ReportState::Registered { signal, .. } = only.value.state
    {
        return Err(Failure::from(ReportRefusal::InSignal(signal)).into());
    }
    let form = prefilled(&user, &reports);
    page(&template(&user, &form, &reports, (Problems::none(), None)))
}

async fn make(_: MakeSignalPath, user: User, Form(form): Form<MakeForm>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let id: SignalId = form.signal.parse().or(Err(PageError::Malformed))?;
    let reports = parse(&form.reports)?;
    let problems = problems(&form);
    let word = Word {
        seen: &form.gezien,
        given: !form.mag.is_empty(),
    };
    let texts = (form.title.as_str(), form.observation.as_str());
    let exposed = Exposed::find_in_signal(&user, &reports, texts, word).await?;
    if !problems.is_empty() || exposed.is_some() {
        let reports = read(&user, &form.reports).await?;
        return again(&template(&user, &form, &reports, (problems, exposed)));
    }
    let command = Register {
        id,
        title: form.title.trim().to_owned(),
        observation: observation(&user, &form, &reports)?,
        reports,
        from_partner: said(&form.asked, &form.from_partner)?,
        fast_lane: None,
    };
    let (id, number) = register(services, actor, command).await?;
    made(id, number, "done-report-signal")
}

/// On to the signal; also when the form was sent a second time.
pub(super) fn made(id: SignalId, number: Option<String>, key: &'static str) -> Answer {
    let to = Done::to(SignalPath { id });
    match number {
        Some(number) => to.say_of(key, &number).into(),
        None => to.say("done-report-once").into(),
    }
}

fn parse(ids: &[String]) -> Result<Vec<ReportId>, PageError> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids.iter().take(MOST) {
        let id: ReportId = id.parse().or(Err(PageError::NotFound))?;
        if !all.contains(&id) {
            all.push(id);
        }
    }
    Ok(all)
}

async fn read(user: &User, ids: &[String]) -> Result<Vec<Stored<Report>>, PageError> {
    let ids = parse(ids)?;
    Ok(report::read_several(&user.app.services, user.actor(), &ids).await?)
}

fn template<'a>(
    user: &User,
    form: &'a MakeForm,
    reports: &[Stored<Report>],
    (problems, exposed): (Problems, Option<Exposed>),
) -> MakePage<'a> {
    let title = match reports.len() {
        0 | 1 => user.lang.t("report-make-title-one"),
        count => user.lang.arg("count", count).t("report-make-title-more"),
    };
    MakePage {
        shell: user.shell(title).wrong(!problems.is_empty() || exposed.is_some()),
        problems,
        exposed,
        form,
        senders: senders(user, reports, (&form.asked, &form.from_partner)),
        reports: reports.iter().map(|stored| About::new(user, stored)).collect(),
    }
}

/// What the reports say already.
fn prefilled(user: &User, reports: &[Stored<Report>]) -> MakeForm {
    let mut form = MakeForm {
        signal: user.app.services.minter.mint().to_string(),
        reports: reports.iter().map(|stored| stored.value.id.to_string()).collect(),
        ..MakeForm::default()
    };
    if let Some(first) = reports.first() {
        let first = &first.value;
        title_of(user, first).clone_into(&mut form.title);
        form.observer = user.lang.kind("reporter-kind", first.reporter_kind.as_str());
        form.observed.clone_from(&first.observed);
        form.first_hand = String::from(if first.first_hand == Some(true) { "ja" } else { "" });
        if reports.len() == 1 {
            without_signature(first.current_text()).clone_into(&mut form.observation);
        }
    }
    form
}

/// What the report's title gives for that of a signal. The title of a form says how it was reported, which is nobody's matter who works
/// on the signal: only the place stays.
pub(super) fn title_of<'a>(user: &User, report: &'a Report) -> &'a str {
    let channel = user.configuration().channel(&report.channel);
    if channel.is_some_and(|channel| report.subject.ends_with(&channel.title(&report.place))) {
        report.place.trim()
    } else {
        without_prefixes(&report.subject)
    }
}

/// The subject without what mail programs put before it.
fn without_prefixes(subject: &str) -> &str {
    const PREFIXES: [&str; 6] = ["re:", "fw:", "fwd:", "doorst:", "antw:", "betr:"];
    let mut rest = subject.trim();
    while let Some(prefix) = PREFIXES.iter().find(|prefix| {
        rest.get(..prefix.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(prefix))
    }) {
        rest = rest.get(prefix.len()..).unwrap_or_default().trim_start();
    }
    rest
}

/// The text up to the greeting at its end: who wrote it is not what was seen.
fn without_signature(text: &str) -> &str {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let lower = line.to_lowercase();
        if end > 0
            && GREETINGS
                .iter()
                .any(|greeting| lower.trim_start().starts_with(greeting))
        {
            break;
        }
        end += line.len();
    }
    text.get(..end).unwrap_or(text).trim()
}

fn problems(form: &MakeForm) -> Problems {
    let mut problems = Problems::none();
    problems.check(!form.title.trim().is_empty(), "title", "report-error-title");
    let short = form.title.trim().chars().count() <= LONGEST_LINE;
    problems.check(short, "title", "too-long-title");
    let observed = !form.observation.trim().is_empty();
    problems.check(
        !observed || !form.observer.trim().is_empty(),
        "observer",
        "report-error-observer",
    );
    problems
}

fn observation(user: &User, form: &MakeForm, reports: &[ReportId]) -> Result<Option<Observation>, PageError> {
    if form.observation.trim().is_empty() {
        return Ok(None);
    }
    let report = match reports {
        [only] => Some(*only),
        _ => None,
    };
    Ok(Some(Observation {
        text: form.observation.trim().to_owned(),
        observed: form.observed.trim().to_owned(),
        observer: form.observer.trim().to_owned(),
        first_hand: !form.first_hand.is_empty(),
        report,
        at: user.now,
        by: user.actor().person.ok_or(PageError::NotFound)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mail_programs_add_is_no_title() {
        assert_eq!(without_prefixes("Fwd: RE: Doorst: Zorgen"), "Zorgen");
        assert_eq!(without_prefixes("Reis zonder papieren"), "Reis zonder papieren");
    }

    #[test]
    fn the_greeting_of_a_mail_is_no_observation() {
        let mail = "Wij zagen drie matrassen.\n\nMet vriendelijke groet,\nSanne Verzonnen\n";
        assert_eq!(without_signature(mail), "Wij zagen drie matrassen.");
        assert_eq!(without_signature("Groeten aan iedereen"), "Groeten aan iedereen");
    }
}
