// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute figures`: takes figures of sources in, and prints tables and bounds, each with what must be known to read it.

mod print;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::{Args, Subcommand, ValueEnum};
use meldroute_core::{
    calendar::dutch_date,
    configuration::{Configuration, text::Language},
    figures::{
        audience::Audience,
        book::Book,
        bounds,
        import::{Fate, Sorted, sort},
    },
    id::BookId,
    policy::Actor,
    ports::{Clock as _, Tables as _},
    usecase::figures::{Asked, ImportProblem, bounds_of, look, tables, take_in, view},
};

use crate::{
    clock::SystemClock,
    configurations::from_folder,
    installation::{Installation, Which},
    output::{self, Format},
    settings::Place,
    stop::Stop,
    tables::FileTables,
};

#[derive(Debug, Subcommand)]
pub(crate) enum Figures {
    /// Take in a table of figures (CSV, XLSX or ODS): says what becomes of each row, and takes all rows in or none
    #[command(
        after_help = "Columns: source, year, area, form, count; and where needed reason, read_on, document. In count stands a number, a range such as \
            4-5, or a sign: . not known (with the reason), x kept secret, - nil, nr not registered.\n\n\
            Example: meldroute figures import --data /var/lib/meldroute --as j.devries --dry-run cijfers.xlsx"
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
    /// Print the table of a source and a year, with its notes; of all sources one by one, never added
    #[command(
        after_help = "Signs as CBS prints them: . not known, x kept secret or left out, \u{2013} nil, nothing where nothing can be. What is made for council or public \
            goes into the ledger of what was given out.\n\n\
            Example: meldroute figures table --configuration config/heemstede --source politie --year 2022"
    )]
    Table {
        #[command(flatten)]
        seat: Seat,
        /// The source, by its short name in figures.toml
        #[arg(long, value_name = "ID")]
        source: Option<String>,
        /// The year [default: the newest]
        #[arg(long)]
        year: Option<i32>,
        /// For whom it is [default: for who asks]
        #[arg(long, value_enum)]
        audience: Option<AudienceWord>,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print between which numbers the different persons lie that several sources counted
    #[command(
        after_help = "A source whose number is not known leaves no upper bound; one that does not register a form says nothing of it.\n\n\
            Example: meldroute figures bounds --configuration config/heemstede --year 2022 --area heemstede --form sexual"
    )]
    Bounds {
        #[command(flatten)]
        seat: Seat,
        /// The year
        #[arg(long)]
        year: i32,
        /// Only these sources; may be given more than once
        #[arg(long, value_name = "ID")]
        source: Vec<String>,
        /// Only this area
        #[arg(long, value_name = "ID")]
        area: Option<String>,
        /// Only this form
        #[arg(long, value_name = "ID")]
        form: Option<String>,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// Where figures come from: an installation, as a person; or a folder with a configuration and a file of figures.
#[derive(Args, Clone, Debug)]
pub(crate) struct Seat {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// The person who asks, by the name with which they log in; they see what they may see on screen
    #[arg(long = "as", value_name = "LOGIN", required_unless_present = "configuration")]
    login: Option<String>,
    /// Needs no installation: a folder with a configuration and what stands beside it
    #[arg(long, value_name = "DIR")]
    configuration: Option<PathBuf>,
    /// The language of what is printed
    #[arg(long, value_enum, default_value_t)]
    language: LanguageWord,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum LanguageWord {
    /// Dutch
    #[default]
    Nl,
    /// English
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum AudienceWord {
    /// Who works with the signals: exact
    Casework,
    /// The working group: exact
    Group,
    /// Council and executive: bands
    Council,
    /// Everybody: rounded, small areas over three years
    Public,
}

impl AudienceWord {
    fn audience(self) -> Audience {
        match self {
            Self::Casework => Audience::CaseWork,
            Self::Group => Audience::Group,
            Self::Council => Audience::Council,
            Self::Public => Audience::Public,
        }
    }
}

impl Figures {
    pub(crate) async fn run(self) -> Result<(), Stop> {
        let (Self::Import { seat, .. } | Self::Table { seat, .. } | Self::Bounds { seat, .. }) = &self;
        let seat = seat.clone();
        if let Some(folder) = seat.folder() {
            return self.on_folder(&seat, folder);
        }
        let installation = Installation::open(&seat.place).await?;
        let done = self.on_installation(&seat, &installation).await;
        installation.close().await;
        done
    }

    async fn on_installation(self, seat: &Seat, installation: &Installation) -> Result<(), Stop> {
        let actor = seat.actor(installation).await?;
        let services = &installation.services;
        match self {
            Self::Import { dry_run, file, .. } => {
                let table = read(&file)?;
                let sorted = look(services, &actor, &table).await.map_err(stop)?;
                say(&sorted, seat.language())?;
                if dry_run || sorted.is_wrong() {
                    return ended(&sorted, dry_run);
                }
                take_in(services, &actor, &table).await.map_err(stop)?;
                output::line("All rows were taken in.")
            }
            Self::Table {
                source,
                year,
                audience,
                format,
                ..
            } => {
                let asked = Asked {
                    source: source.map(|id| id.as_str().into()),
                    year,
                    audience: audience.map(AudienceWord::audience),
                };
                let found = tables(services, &actor, &asked).await?;
                print::tables(&found, seat.language(), format)
            }
            Self::Bounds { format, .. } => {
                let asked = self.bounds_asked();
                let lines = bounds_of(services, &actor, &asked).await.map_err(Stop::refused)?;
                let configuration = meldroute_core::usecase::configuration(services, &actor)?;
                print::bounds(&configuration, &lines, seat.language(), format)
            }
        }
    }

    fn on_folder(self, seat: &Seat, folder: &Path) -> Result<(), Stop> {
        let (configuration, _) = from_folder(folder)?;
        let book = beside(&configuration, folder)?;
        match self {
            Self::Import { dry_run, file, .. } => {
                let sorted = sorted(&configuration, &book, &read(&file)?)?;
                say(&sorted, seat.language())?;
                ended(&sorted, dry_run)?;
                if dry_run {
                    return Ok(());
                }
                Err(Stop::wrong_call(
                    "there is no installation to take it into: add --data and --as instead of --configuration, or --dry-run",
                ))
            }
            Self::Table {
                source,
                year,
                audience,
                format,
                ..
            } => {
                let asked = Asked {
                    source: source.as_deref().map(Into::into),
                    year,
                    audience: None,
                };
                let audience = audience.map_or(Audience::CaseWork, AudienceWord::audience);
                let found = view(&book, &Arc::new(configuration), &asked, audience);
                print::tables(&found, seat.language(), format)
            }
            Self::Bounds { format, .. } => {
                let asked = self.bounds_asked();
                let lines = bounds::bounds(&book, &configuration, &asked).map_err(Stop::refused)?;
                print::bounds(&configuration, &lines, seat.language(), format)
            }
        }
    }

    fn bounds_asked(&self) -> bounds::Asked {
        let (year, sources, area, form) = match self {
            Self::Bounds {
                year,
                source,
                area,
                form,
                ..
            } => (*year, source.as_slice(), area.as_deref(), form.as_deref()),
            Self::Import { .. } | Self::Table { .. } => (0, [].as_slice(), None, None),
        };
        bounds::Asked {
            year,
            sources: sources.iter().map(|id| id.as_str().into()).collect(),
            area: area.map(Into::into),
            form: form.map(Into::into),
        }
    }
}

impl Seat {
    /// The folder with a configuration, where no installation is asked.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.configuration.as_deref()
    }

    /// Where the installation is.
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// The person who asks.
    pub(super) async fn actor(&self, installation: &Installation) -> Result<Actor, Stop> {
        let municipality = installation.municipality(&self.which)?;
        let login = self.login.as_deref().unwrap_or_default();
        installation.acting_as(&municipality, login).await
    }

    /// The language of what is printed.
    pub(super) fn language(&self) -> Language {
        match self.language {
            LanguageWord::Nl => Language::Nl,
            LanguageWord::En => Language::En,
        }
    }
}

/// Reads the table in a file.
pub(super) fn read(file: &Path) -> Result<meldroute_core::ports::Table, Stop> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| Stop::wrong_call(format!("{name}: {error}")))?;
    let table = FileTables.read(&bytes);
    table.map_err(|problem| Stop::refused(format!("{name}: {problem}")))
}

/// The figures that stand beside a configuration.
fn beside(configuration: &Configuration, folder: &Path) -> Result<Book, Stop> {
    let file = folder.join("figures.csv");
    let mut book = Book::new(BookId(uuid::Uuid::nil()), configuration.municipality.id.clone());
    if !file.exists() {
        return Ok(book);
    }
    let sorted = sorted(configuration, &book, &read(&file)?)?;
    if sorted.is_wrong() {
        say(&sorted, Language::Nl)?;
        return Err(Stop::refused(format!("{}: some rows are wrong", file.display())));
    }
    sorted.write_into(&mut book);
    Ok(book)
}

fn sorted(
    configuration: &Configuration,
    book: &Book,
    table: &meldroute_core::ports::Table,
) -> Result<Sorted, Stop> {
    let today = dutch_date(SystemClock.now());
    sort(table, configuration, book, today).map_err(Stop::refused)
}

fn stop(problem: ImportProblem) -> Stop {
    match problem {
        ImportProblem::Failure(failure) => failure.into(),
        problem => Stop::refused(problem),
    }
}

/// What becomes of each row.
fn say(sorted: &Sorted, language: Language) -> Result<(), Stop> {
    for (line, fate) in &sorted.lines {
        let words = match fate {
            Fate::New(..) => vec!["new".to_owned()],
            Fate::Same(_) => vec!["known already".to_owned()],
            Fate::Corrected { was, now, .. } => {
                let (was, now) = (was.sign(language), now.value.sign(language));
                vec![format!("correction, from {was} to {now}")]
            }
            Fate::Wrong(faults) => faults.iter().map(|fault| format!("wrong, {fault}")).collect(),
        };
        for words in words {
            output::line(&format!("line {line}: {words}"))?;
        }
    }
    let [new, same, corrected, wrong] = sorted.counts();
    output::line(&format!(
        "{new} new, {same} known already, {corrected} corrections, {wrong} wrong"
    ))
}

fn ended(sorted: &Sorted, dry_run: bool) -> Result<(), Stop> {
    if sorted.is_wrong() {
        return Err(Stop::refused(
            "nothing is taken in as long as a row is wrong: correct the file",
        ));
    }
    if dry_run {
        output::line("Nothing was stored: this was a dry run.")?;
    }
    Ok(())
}
