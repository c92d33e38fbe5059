// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the pages share on which something is done with a signal: the form, its mark against doing it twice, and what is shown
//! when somebody else was first.

use askama::Template;
use axum::http::StatusCode;
use meldroute_core::{
    id::SignalId,
    signal::{
        Signal,
        act::{Act, ActKind, Refusal},
    },
    usecase::{
        Failure,
        people::{Colleague, colleagues},
        report::Text,
        signal::{self, Once, SignalView, permitted},
    },
};
use uuid::Uuid;

use crate::{
    App,
    error::PageError,
    exposed::{Exposed, Word},
    form::Problems,
    page::{self, Answer, Done},
    pages::signal::{
        field::{Field, Given, Part, Way, wrong},
        history::{self, Told},
        show::SignalPath,
        wording::Wording,
    },
    shell::Shell,
    visit::User,
};

/// A signal on which somebody is about to do something.
pub(crate) struct Case {
    pub(crate) app: App,
    pub(crate) user: User,
    pub(crate) view: SignalView,
    pub(crate) colleagues: Vec<Colleague>,
}

/// What a page asks.
#[derive(Debug, Default)]
pub(crate) struct ActForm {
    pub(crate) title: String,
    pub(crate) intro: Vec<String>,
    /// What must not be overlooked.
    pub(crate) warning: Option<String>,
    /// What the text gives away.
    pub(crate) exposed: Option<Exposed>,
    /// Fields that are not shown.
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) parts: Vec<Part>,
    pub(crate) submit: String,
    pub(crate) danger: bool,
}

impl ActForm {
    /// A form with these fields and nothing that belongs to an outcome or is closed.
    pub(crate) fn of(title: String, fields: Vec<Field>, submit: String) -> Self {
        Self {
            title,
            parts: vec![Part {
                fields,
                ..Part::default()
            }],
            submit,
            ..Self::default()
        }
    }

    pub(crate) fn intro(mut self, line: String) -> Self {
        self.intro.push(line);
        self
    }

    /// With the warning that the text gives something away.
    pub(crate) fn exposed(mut self, exposed: Exposed) -> Self {
        self.exposed = Some(exposed);
        self
    }
}

#[derive(Template)]
#[template(path = "pages/signal/act.html")]
struct ActPage<'a> {
    shell: Shell,
    number: &'a str,
    title: &'a str,
    restricted: bool,
    form: &'a ActForm,
    wrong: Vec<(String, String)>,
    /// The address of the page, to which the form is sent.
    action: &'a str,
    back: String,
    visits: usize,
    mark: Uuid,
}

#[derive(Template)]
#[template(path = "pages/signal/late.html")]
struct LatePage<'a> {
    shell: Shell,
    number: &'a str,
    /// Who did what before, where somebody did.
    first: Option<Told>,
    why: String,
    /// What the visitor had written.
    kept: Vec<(String, String)>,
    back: String,
}

impl Case {
    /// Reads a signal for who may read it. The read is recorded.
    pub(crate) async fn open(app: App, user: User, id: SignalId) -> Result<Self, PageError> {
        let view = signal::read(&app.services, user.actor(), id, "form").await?;
        let colleagues = colleagues(&app.services, user.actor()).await?;
        Ok(Self {
            app,
            user,
            view,
            colleagues,
        })
    }

    pub(crate) fn signal(&self) -> &Signal {
        &self.view.signal.value
    }

    pub(crate) fn words(&self) -> Wording<'_> {
        Wording::new(
            self.user.lang,
            self.user.configuration(),
            self.user.today,
            &self.colleagues,
        )
    }

    /// Shows the form, when the act is this visitor's to do and possible now.
    pub(crate) fn ask(&self, kind: &ActKind, form: &ActForm) -> Answer {
        let configuration = self.user.configuration();
        if permitted(self.user.actor(), self.signal(), configuration, kind).is_err() {
            return Err(PageError::NotFound);
        }
        match self.signal().guard(configuration, kind) {
            Ok(()) => page::page(&self.page(form, &Problems::none())),
            Err(refusal) => self.late(&refusal, None, form),
        }
    }

    /// Shows the form again, with its problems.
    pub(crate) fn again(&self, form: &ActForm, problems: &Problems) -> Answer {
        page::again(&self.page(form, problems))
    }

    fn page<'a>(&'a self, form: &'a ActForm, problems: &'a Problems) -> ActPage<'a> {
        ActPage {
            shell: self.user.shell(form.title.clone()).wrong(!problems.is_empty()),
            number: &self.view.signal.number,
            title: &self.signal().title,
            restricted: self.signal().is_restricted(),
            form,
            wrong: wrong(form.parts.iter().flat_map(|part| &part.fields)),
            action: &self.user.path,
            back: self.path().to_string(),
            visits: self.signal().visits.len(),
            mark: self.app.services.minter.mint(),
        }
    }

    pub(crate) fn path(&self) -> SignalPath {
        SignalPath { id: self.signal().id }
    }

    /// What a text of this signal gives away about who reported, unless the person has said that it may go on.
    pub(crate) async fn exposed(&self, given: &Given, texts: &[&str]) -> Result<Option<Exposed>, PageError> {
        let about = Text::OnSignal(self.signal().id);
        Exposed::find(&self.user, &about, &texts.join("\n"), given.word()).await
    }

    /// Does the act, and goes back to the signal.
    pub(crate) async fn perform(
        &self,
        given: &Given,
        act: Act,
        refill: impl Fn(&Problems) -> ActForm,
        done: &str,
    ) -> Answer {
        let back = |_: &Signal| self.path().to_string();
        self.perform_then(given, act, refill, (done, &back)).await
    }

    /// Does the act, and goes on to a page, which is named by the signal as it stands then.
    pub(crate) async fn perform_then(
        &self,
        given: &Given,
        act: Act,
        refill: impl Fn(&Problems) -> ActForm,
        (done, to): (&str, &(dyn Fn(&Signal) -> String + Sync)),
    ) -> Answer {
        let long = given.too_long();
        if !long.is_empty() {
            return self.again(&refill(&long), &long);
        }
        let once = given.once(&act.kind());
        let did = signal::act(&self.app.services, self.user.actor(), self.signal().id, once, act).await;
        match did {
            Ok(signal) => Done::to(to(&signal))
                .say_of(done, &self.view.signal.number)
                .into(),
            Err(Failure::DoneAlready) => Done::to(self.path()).say("done-signal-again").into(),
            Err(Failure::Refused(Refusal::Missing(field))) => {
                let mut problems = Problems::none();
                problems.add(field, "act-missing");
                self.again(&refill(&problems), &problems)
            }
            Err(Failure::Refused(Refusal::TooLong(field))) => {
                let mut problems = Problems::none();
                problems.add(field, "act-too-long");
                self.again(&refill(&problems), &problems)
            }
            Err(Failure::Refused(refusal @ Refusal::NeedsFirst(_, need))) => {
                let outcome = given.get("outcome");
                let name = match outcome {
                    "" => need.as_str().to_owned(),
                    _ => format!("{outcome}-{}", need.as_str()),
                };
                let mut problems = Problems::none();
                problems.add(&name, "act-missing");
                let form = refill(&problems);
                let mut fields = form.parts.iter().flat_map(|part| &part.fields);
                if fields.any(|field| field.name == name) {
                    self.again(&form, &problems)
                } else {
                    self.late(&refusal, None, &form)
                }
            }
            // No rule came in between: nobody was first.
            Err(Failure::Refused(refusal @ Refusal::NotShared(_))) => {
                self.late(&refusal, None, &refill(&Problems::none()))
            }
            Err(Failure::Refused(refusal)) => self.late(&refusal, self.last(), &refill(&Problems::none())),
            Err(failure) => Err(failure.into()),
        }
    }

    /// The last thing that happened to the signal.
    fn last(&self) -> Option<Told> {
        let words = self.words();
        self.view.history.last().map(|line| history::told(&words, line))
    }

    fn late(&self, refusal: &Refusal, first: Option<Told>, form: &ActForm) -> Answer {
        let lang = self.user.lang;
        let title = if first.is_some() {
            "signal-late-title"
        } else {
            "signal-blocked-title"
        };
        let kept = |field: &&Field| matches!(field.way, Way::Line | Way::Lines(_)) && !field.value.is_empty();
        let page = LatePage {
            shell: self.user.shell(lang.t(title)),
            number: &self.view.signal.number,
            kept: form
                .parts
                .iter()
                .flat_map(|part| &part.fields)
                .filter(kept)
                .filter(|_| first.is_some())
                .map(|field| (field.label.clone(), field.value.clone()))
                .collect(),
            first,
            why: self.words().refusal(refusal, self.signal()),
            back: self.path().to_string(),
        };
        page::answer(StatusCode::CONFLICT, &page)
    }
}

impl Given {
    /// What the form says about the warning.
    pub(crate) fn word(&self) -> Word<'_> {
        Word {
            seen: self.get("gezien"),
            given: !self.get("mag").is_empty(),
        }
    }

    /// What the form saw, and its mark. What is written down is never too late: it stands beside whatever came in between.
    pub(crate) fn once(&self, kind: &ActKind) -> Once {
        let records = matches!(kind, ActKind::Record | ActKind::AddNote | ActKind::AskSource);
        Once {
            visits: self.get("visits").parse().ok().filter(|_| !records),
            form: self.get("form").parse().ok(),
        }
    }
}
