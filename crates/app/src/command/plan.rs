// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute plan`: takes the actions of a plan in, and lists them with what comes next and what is odd.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Subcommand;
use meldroute_core::{
    calendar::dutch_date,
    configuration::{Configuration, plan::PlanRules, text::Language},
    id::PlanId,
    plan::{
        Action, Plan, flag,
        import::{Fate, Sorted, sort},
        schedule::Schedule,
    },
    ports::Clock as _,
    usecase::plan::{PlanProblem, look, read, take_in},
};

use super::figures::{Seat, read as read_file};
use crate::{
    clock::SystemClock,
    configurations::from_folder,
    installation::Installation,
    output::{self, Format},
    stop::Stop,
};

#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// Take in the table of actions (CSV, XLSX or ODS): says what becomes of each row, and takes all rows in or none
    #[command(
        after_help = "Columns: pillar, theme, action, schedule; and where the plan names somebody, owner. In schedule stand the plan's own words, such as \
            \"Q3 2024\" or \"Jaarlijks, Q2 en Q4\". Head and pillars of the plan stand in plan.toml.\n\n\
            Example: meldroute plan import --data /var/lib/meldroute --as j.devries --dry-run acties.csv"
    )]
    Import {
        #[command(flatten)]
        seat: Seat,
        /// Only say what would become of each row
        #[arg(long)]
        dry_run: bool,
        /// The file
        file: PathBuf,
    },
    /// List the actions with when they are next due, how they stand, and what is odd about them
    #[command(after_help = "Example: meldroute plan list --configuration config/heemstede --on 2024-07-09")]
    List {
        #[command(flatten)]
        seat: Seat,
        /// As it stands on this day [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<NaiveDate>,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

impl PlanCommand {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::Import { seat, .. } | Self::List { seat, .. }) = &self;
        let seat = seat.clone();
        if let Some(folder) = seat.folder() {
            return self.on_folder(&seat, folder);
        }
        let installation = Installation::open(seat.place()).await?;
        let done = self.on_installation(&seat, &installation).await;
        installation.close().await;
        done
    }

    async fn on_installation(self, seat: &Seat, installation: &Installation) -> Result<(), Stop> {
        let actor = seat.actor(installation).await?;
        let services = &installation.services;
        match self {
            Self::Import { dry_run, file, .. } => {
                let table = read_file(&file)?;
                let sorted = look(services, &actor, &table).await.map_err(stop)?;
                say(&sorted)?;
                if dry_run || sorted.is_wrong() {
                    return ended(&sorted);
                }
                take_in(services, &actor, &table).await.map_err(stop)?;
                output::line("All rows were taken in.")
            }
            Self::List { on, format, .. } => {
                let view = read(services, &actor).await?;
                let on = on.unwrap_or(view.today);
                list(&view.plan, view.rules()?, on, seat.language(), format)
            }
        }
    }

    fn on_folder(self, seat: &Seat, folder: &Path) -> Result<(), Stop> {
        let (configuration, _) = from_folder(folder)?;
        let rules = configuration.plan.as_ref();
        let rules = rules.ok_or_else(|| Stop::refused(PlanProblem::NoRules))?;
        let plan = beside(&configuration, rules, folder)?;
        match self {
            Self::Import { dry_run, file, .. } => {
                let sorted = sort(&read_file(&file)?, rules, &plan).map_err(Stop::refused)?;
                say(&sorted)?;
                ended(&sorted)?;
                if dry_run {
                    return Ok(());
                }
                Err(Stop::wrong_call(
                    "there is no installation to take it into: add --data and --as instead of --configuration, or --dry-run",
                ))
            }
            Self::List { on, format, .. } => {
                let on = on.unwrap_or_else(|| dutch_date(SystemClock.now()));
                list(&plan, rules, on, seat.language(), format)
            }
        }
    }
}

/// The actions that stand beside a configuration.
fn beside(configuration: &Configuration, rules: &PlanRules, folder: &Path) -> Result<Plan, Stop> {
    let file = folder.join("plan.csv");
    let empty = Plan::new(PlanId(uuid::Uuid::nil()), configuration.municipality.id.clone());
    if !file.exists() {
        return Ok(empty);
    }
    let sorted = sort(&read_file(&file)?, rules, &empty).map_err(Stop::refused)?;
    if sorted.is_wrong() {
        say(&sorted)?;
        return Err(Stop::refused(format!("{}: some rows are wrong", file.display())));
    }
    Ok(sorted.plan)
}

fn stop(problem: PlanProblem) -> Stop {
    match problem {
        PlanProblem::Failure(failure) => failure.into(),
        problem => Stop::refused(problem),
    }
}

/// What becomes of each row.
fn say(sorted: &Sorted) -> Result<(), Stop> {
    for (line, fate) in &sorted.lines {
        let words = match fate {
            Fate::New => vec!["new".to_owned()],
            Fate::Same => vec!["known already".to_owned()],
            Fate::Changed => vec!["changed".to_owned()],
            Fate::Wrong(faults) => faults.iter().map(|fault| format!("wrong, {fault}")).collect(),
        };
        for words in words {
            output::line(&format!("line {line}: {words}"))?;
        }
    }
    Ok(())
}

fn ended(sorted: &Sorted) -> Result<(), Stop> {
    if sorted.is_wrong() {
        return Err(Stop::refused(
            "nothing is taken in as long as a row is wrong: correct the file",
        ));
    }
    output::line("Nothing was stored: this was a dry run.")
}

const HEAD: [&str; 8] = [
    "number", "pillar", "action", "schedule", "read as", "next", "state", "flags",
];

fn list(
    plan: &Plan,
    rules: &PlanRules,
    on: NaiveDate,
    language: Language,
    format: Format,
) -> Result<(), Stop> {
    let row = |action: &Action| {
        let next = action.next(&rules.head, on);
        let flags = flag::of(action, rules);
        let flags: Vec<String> = flags.iter().map(|flag| flag.words(language)).collect();
        vec![
            action.number.to_string(),
            action.pillar.to_string(),
            action.what.clone(),
            action.phrase.clone(),
            action
                .schedule()
                .map_or_else(String::new, |schedule: Schedule| schedule.words(language)),
            next.map_or_else(String::new, |next| next.due.to_string()),
            next.map_or("", |next| action.state(next, on).words(language))
                .to_owned(),
            flags.join(" "),
        ]
    };
    let rows: Vec<Vec<String>> = plan.actions.iter().map(row).collect();
    output::table(format, &HEAD, &rows)
}
