// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute signal`: signals for scripts, read as a person and recorded like any read.

use clap::{Args, Subcommand};
use meldroute_core::{
    policy::Actor,
    ports::{After, SignalLine, SignalQuery},
    usecase::signal::{SignalView, list, read},
};

use crate::{
    installation::{Installation, Which},
    output::{self, Format},
    settings::Place,
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Signal {
    /// List signals by date
    #[command(
        after_help = "Example: meldroute signal list --data /var/lib/meldroute --as j.devries --format csv"
    )]
    List {
        #[command(flatten)]
        reader: Reader,
        /// Closed signals instead of open ones
        #[arg(long)]
        closed: bool,
        /// Only those at this step
        #[arg(long, value_name = "ID")]
        step: Option<String>,
        /// How many at most
        #[arg(long, default_value_t = 100)]
        limit: usize,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Show one signal with its history
    #[command(
        after_help = "Example: meldroute signal show --data /var/lib/meldroute --as j.devries --purpose \"half-year report\" HS-2026-0042"
    )]
    Show {
        #[command(flatten)]
        reader: Reader,
        /// Its number, such as HS-2026-0042
        number: String,
        /// Why it is read; goes into the journal
        #[arg(long)]
        purpose: String,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// Who reads, and where.
#[derive(Args, Clone, Debug)]
pub(crate) struct Reader {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(flatten)]
    pub(super) which: Which,
    /// The person who reads, by the name with which they log in; they see what they may see on screen
    #[arg(long = "as", value_name = "LOGIN")]
    pub(super) login: String,
}

impl Reader {
    /// The person who reads.
    pub(super) async fn actor(&self, installation: &Installation) -> Result<Actor, Stop> {
        let municipality = installation.municipality(&self.which)?;
        installation.acting_as(&municipality, &self.login).await
    }
}

/// How many lines are read at a time.
const PAGE: u16 = 200;

impl Signal {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::List { reader, .. } | Self::Show { reader, .. }) = &self;
        let installation = Installation::open(&reader.place).await?;
        let done = self.carry_out(&installation).await;
        installation.close().await;
        done
    }

    async fn carry_out(self, installation: &Installation) -> Result<(), Stop> {
        match self {
            Self::List {
                reader,
                closed,
                step,
                limit,
                format,
            } => {
                let query = SignalQuery {
                    closed,
                    step: step.map(|step| step.as_str().into()),
                    after: None,
                    limit: PAGE,
                };
                let lines = lines(installation, &reader, query, limit).await?;
                let rows: Vec<_> = lines.iter().map(row).collect();
                output::table(
                    format,
                    &["number", "due", "step", "waiting", "acute", "title"],
                    &rows,
                )
            }
            Self::Show {
                reader,
                number,
                purpose,
                format,
            } => {
                let municipality = installation.municipality(&reader.which)?;
                let actor = installation.acting_as(&municipality, &reader.login).await?;
                let store = &installation.services.store;
                let id = store.signal_numbered(&municipality, &number).await?;
                let id = id
                    .ok_or_else(|| Stop::refused(format!("there is no signal {number} in {municipality}")))?;
                let view = read(&installation.services, &actor, id, &purpose).await?;
                output::table(format, &["field", "value"], &fields(&view))
            }
        }
    }
}

async fn lines(
    installation: &Installation,
    reader: &Reader,
    mut query: SignalQuery,
    limit: usize,
) -> Result<Vec<SignalLine>, Stop> {
    let municipality = installation.municipality(&reader.which)?;
    let actor = installation.acting_as(&municipality, &reader.login).await?;
    let mut all: Vec<SignalLine> = Vec::new();
    while all.len() < limit {
        let page = list(&installation.services, &actor, &query).await?;
        let Some(last) = page.last() else { break };
        query.after = Some(After {
            due: last.due,
            id: last.id.0,
        });
        all.extend(page);
    }
    all.truncate(limit);
    Ok(all)
}

fn row(line: &SignalLine) -> Vec<String> {
    let yes = |fact: bool| if fact { "yes" } else { "" }.to_owned();
    vec![
        line.number.clone(),
        line.due.to_string(),
        line.step.as_ref().map(ToString::to_string).unwrap_or_default(),
        yes(line.waiting),
        yes(line.acute),
        line.title.clone(),
    ]
}

fn fields(view: &SignalView) -> Vec<Vec<String>> {
    let signal = &view.signal.value;
    let mut fields = vec![
        ("number", view.signal.number.clone()),
        ("title", signal.title.clone()),
        ("opened", signal.opened_at.to_rfc3339()),
        (
            "step",
            signal
                .stage
                .step()
                .map_or_else(|| "closed".to_owned(), ToString::to_string),
        ),
        (
            "due",
            signal.stage.due().map(|due| due.to_string()).unwrap_or_default(),
        ),
        ("confirmation", signal.confirmation.as_str().to_owned()),
    ];
    fields.extend(
        signal
            .observations
            .iter()
            .map(|seen| ("observation", seen.text.clone())),
    );
    if let Some(assessment) = signal.assessment() {
        let forms: Vec<_> = assessment.forms.iter().map(ToString::to_string).collect();
        fields.push(("forms", forms.join(", ")));
        fields.push(("assessment", assessment.explanation.clone()));
    }
    fields.extend(
        signal
            .decisions
            .iter()
            .map(|decision| ("decision", format!("{}: {}", decision.outcome, decision.reason))),
    );
    fields.extend(
        view.reports
            .iter()
            .map(|report| ("report", report.number.clone())),
    );
    fields.extend(
        view.history
            .iter()
            .map(|line| ("history", format!("{} {}", line.at.to_rfc3339(), line.action))),
    );
    fields
        .into_iter()
        .map(|(name, value)| vec![name.to_owned(), value])
        .collect()
}
