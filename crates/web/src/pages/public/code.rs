// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! With the code of words: read what the municipality wrote, answer a question, add something. The code travels in the body of each form,
//! never in an address.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    configuration::Configuration,
    id::{MessageId, MunicipalityId, Timestamp},
    report::{MessageKind, QuestionState, ReportRefusal},
    usecase::{
        Failure,
        report::{ORIGIN, OwnReport, Voice, add, answer, own_report},
    },
};
use serde::Deserialize;

use crate::{
    App,
    form::Problems,
    pace::Wish,
    page::{self, Answer},
    pages::public::{frame::Frame, posted::Posted, tell, tongue::Tongue, where_to::WhereToPath},
    route::{self, Route, Who},
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden/{municipality}/{language}/code")]
pub(crate) struct CodePath {
    municipality: MunicipalityId,
    language: String,
}

impl CodePath {
    pub(crate) fn of(municipality: &MunicipalityId, tongue: Tongue) -> Self {
        Self {
            municipality: municipality.clone(),
            language: tongue.code().to_owned(),
        }
    }
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<CodePath, _, _>(Who::Nameless, show),
        route::post::<CodePath, _, _>(Who::Nameless, send),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CodeForm {
    code: String,
    /// The question that is answered; empty where something is added, or only read.
    vraag: String,
    /// The identifier that the form for an addition got; empty where only read.
    bericht: String,
    tekst: String,
}

#[derive(Template)]
#[template(path = "pages/public/code.html")]
struct CodePage<'a> {
    frame: Frame,
    problems: Problems,
    back: String,
    /// What could not be looked at now, to send again as it was.
    again: Option<&'a CodeForm>,
}

/// One message, in words.
struct Line {
    when: String,
    at: Timestamp,
    /// Key of who wrote it.
    by: &'static str,
    /// What the municipality wrote; what the reporter wrote is not shown again.
    text: String,
    /// The question, as long as it is open.
    open: Option<String>,
    /// When it was answered.
    answered: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/public/messages.html")]
struct MessagesPage<'a> {
    frame: Frame,
    problems: Problems,
    received: String,
    lines: Vec<Line>,
    code: &'a str,
    /// The identifier of the next addition.
    next: String,
    /// What was typed and not taken.
    typed: &'a str,
    /// Whether something was sent just now.
    sent: bool,
}

impl MessagesPage<'_> {
    /// What was typed, in the form that could not be taken.
    fn typed_if(&self, place: &str) -> &str {
        if self.problems.of(place).is_some() {
            self.typed
        } else {
            ""
        }
    }
}

async fn show(path: CodePath, visit: Visit) -> Answer {
    let (configuration, tongue) = tell::named(&visit, &path.municipality, &path.language)?;
    page::page(&code_page(&configuration, tongue, Problems::none()))
}

async fn send(
    path: CodePath,
    visit: Visit,
    State(app): State<App>,
    Posted(form): Posted<CodeForm>,
) -> Answer {
    let (configuration, tongue) = tell::named(&visit, &path.municipality, &path.language)?;
    let secrets = app.services.secrets.as_ref();
    let place = match app.pace.place(secrets, Wish::Code, &visit.origin, visit.now) {
        Ok(place) => place,
        Err(full) => {
            let mut problems = Problems::none();
            problems.add("nog-eens", "code-error-busy");
            let page = CodePage {
                again: Some(&form),
                ..code_page(&configuration, tongue, problems)
            };
            return page::later(full, 30, &page);
        }
    };
    let work = write_and_read(&app, &visit, &path.municipality, &form);
    match app.pace.evenly(place, work).await {
        Ok((own, problem)) => {
            let sent = problem.is_none() && !form.tekst.is_empty();
            let place = if form.vraag.is_empty() {
                "bericht"
            } else {
                form.vraag.as_str()
            };
            let mut problems = Problems::none();
            if let Some(key) = problem {
                problems.add(place, key);
            }
            messages(&app, &configuration, tongue, &form, (own, problems, sent))
        }
        Err(Failure::NotFound) => {
            let mut problems = Problems::none();
            problems.add("code", "code-error-wrong");
            page::again(&code_page(&configuration, tongue, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Writes what the form holds, and reads what is there afterwards. A problem of the text is no failure: the rest can be read.
async fn write_and_read(
    app: &App,
    visit: &Visit,
    municipality: &MunicipalityId,
    form: &CodeForm,
) -> Result<(OwnReport, Option<&'static str>), Failure> {
    let services = &app.services;
    let actor = Voice::nameless(municipality, visit.now, ORIGIN);
    let voice = Voice::with_code(services, municipality, &form.code, actor).await?;
    let text = form.tekst.trim().to_owned();
    let written = match (form.vraag.parse::<MessageId>(), form.bericht.parse::<MessageId>()) {
        (Ok(question), _) => answer(services, &voice, question, text).await,
        (_, Ok(id)) => add(services, &voice, id, text).await,
        _ => Ok(()),
    };
    let problem = match written {
        Ok(()) | Err(Failure::DoneAlready) => None,
        Err(Failure::Invalid(fields)) if fields.contains(&"text-long") => Some("tell-error-text-long"),
        Err(Failure::Invalid(_)) => Some("code-error-empty"),
        Err(Failure::Report(ReportRefusal::TooManyUnread)) => Some("code-error-unread"),
        Err(Failure::Report(_)) => Some("code-error-closed"),
        Err(failure) => return Err(failure),
    };
    Ok((own_report(services, &voice).await?, problem))
}

fn frame(configuration: &Configuration, tongue: Tongue, title: &str) -> Frame {
    let municipality = &configuration.municipality.id;
    Frame::new(configuration, tongue, title, |other| {
        CodePath::of(municipality, other).to_string()
    })
}

fn code_page(configuration: &Configuration, tongue: Tongue, problems: Problems) -> CodePage<'static> {
    let mut frame = frame(configuration, tongue, "code-title");
    frame.wrong = !problems.is_empty();
    CodePage {
        frame,
        problems,
        back: WhereToPath::of(&configuration.municipality.id, tongue).to_string(),
        again: None,
    }
}

fn messages(
    app: &App,
    configuration: &Configuration,
    tongue: Tongue,
    form: &CodeForm,
    (own, problems, sent): (OwnReport, Problems, bool),
) -> Answer {
    let mut frame = frame(configuration, tongue, "messages-title");
    frame.wrong = !problems.is_empty();
    // In another language one would have to give the code again.
    frame.languages.clear();
    let wrong = frame.wrong;
    let template = MessagesPage {
        frame,
        problems,
        received: own.received_on.format("%d-%m-%Y").to_string(),
        lines: lines(&own),
        code: &form.code,
        next: if wrong && !form.bericht.is_empty() {
            form.bericht.clone()
        } else {
            MessageId(app.services.minter.mint()).to_string()
        },
        typed: if wrong { form.tekst.as_str() } else { "" },
        sent,
    };
    if wrong {
        page::again(&template)
    } else {
        page::page(&template)
    }
}

fn day(at: Timestamp) -> String {
    dutch_date(at).format("%d-%m-%Y").to_string()
}

/// All that was written, oldest first.
fn lines(own: &OwnReport) -> Vec<Line> {
    let line = |at, by| Line {
        when: day(at),
        at,
        by,
        text: String::new(),
        open: None,
        answered: None,
    };
    let given = own.feedback.iter().map(|(text, at)| Line {
        text: text.clone(),
        ..line(*at, "messages-feedback")
    });
    let written = own.messages.iter().map(|message| match &message.kind {
        MessageKind::Addition { .. } => line(message.at, "messages-added"),
        MessageKind::Question { text, state, .. } => Line {
            text: text.clone(),
            open: (*state == QuestionState::Open).then(|| message.id.to_string()),
            answered: match state {
                QuestionState::Answered { at, .. } => Some(day(*at)),
                QuestionState::Open | QuestionState::Withdrawn { .. } => None,
            },
            ..line(message.at, "messages-question")
        },
    });
    let mut all: Vec<Line> = given.chain(written).collect();
    all.sort_by_key(|line| line.at);
    all
}
