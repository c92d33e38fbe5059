// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute estimate`: how many persons there are, from who is on which lists; or why nobody can say.

use std::{
    fmt::Write as _,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use clap::{Args, ValueEnum};
use meldroute_estimate::{Answer, Area, Fitted, Interval, Level, Method, Plan, answer, read};

use crate::{
    output::{self, Format, Progress},
    stop::Stop,
};

/// The largest file that a table of ten lists can be; more is something else.
const LARGEST_FILE: u64 = 1 << 20;

#[derive(Args, Debug)]
#[command(
    about = "Estimate how many persons there are, from who is on which lists; needs no installation",
    after_help = "The file has a head line with the names of the lists and `count`, and a line per combination of lists: 1 or 0 for each, and how \
        many persons are on exactly those. It holds no names. An estimate is refused, with the reason, where it would mislead: always for one \
        municipality, and where too few persons are on several lists.\n\nExample: meldroute estimate lists.csv --method stepwise --format csv"
)]
pub(crate) struct Estimate {
    /// The CSV file
    file: PathBuf,
    /// For what area the file holds; for one municipality nothing is estimated
    #[arg(long, value_enum, default_value_t = AreaWord::Region)]
    area: AreaWord,
    /// How the model is chosen
    #[arg(long, value_enum, default_value_t = MethodWord::Stepwise)]
    method: MethodWord,
    /// How many times persons are drawn again for the interval
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    replicates: u32,
    /// Where the random draws begin: the same seed gives the same interval
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How it is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AreaWord {
    Municipality,
    Region,
    Country,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MethodWord {
    /// No list knows of another
    Main,
    /// Pairs of lists that know of each other, one by one
    Stepwise,
    /// All pairs of lists
    AllTwoList,
    /// The mean over all models, by how well they explain the file; at most six lists
    Average,
}

impl Estimate {
    pub(crate) fn run(self) -> Result<(), Stop> {
        let name = self.file.display();
        let cannot = |error: std::io::Error| Stop::wrong_call(format!("{name}: {error}"));
        if std::fs::metadata(&self.file).map_err(cannot)?.len() > LARGEST_FILE {
            return Err(Stop::refused(format!("{name}: too large for a table of lists")));
        }
        let bytes = std::fs::read(&self.file).map_err(cannot)?;
        let text = String::from_utf8(bytes)
            .map_err(|error| Stop::refused(format!("{name}: no text in UTF-8 ({})", error.utf8_error())))?;
        let captures = read(&text).map_err(|error| Stop::refused(format!("{name}: {error}")))?;
        let progress = Mutex::new((Progress::new("replicates"), 0));
        let found = answer(&captures, self.area(), self.plan(), &|| {
            let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
            progress.1 += 1;
            let done = progress.1;
            progress.0.at(done);
        });
        drop(progress);
        if found.level == Level::Bounds {
            return Err(Stop::found_wrong(refusal(&found)));
        }
        let mut table = rows(&found);
        if self.format == Format::Text {
            output::line(&words(&found, self.replicates))?;
        } else {
            table.splice(0..0, conclusion(&found));
        }
        output::table(self.format, &HEAD, &table)
    }

    fn area(&self) -> Area {
        match self.area {
            AreaWord::Municipality => Area::Municipality,
            AreaWord::Region => Area::Region,
            AreaWord::Country => Area::Country,
        }
    }

    fn plan(&self) -> Plan {
        Plan {
            method: match self.method {
                MethodWord::Main => Method::Main,
                MethodWord::Stepwise => Method::Stepwise,
                MethodWord::AllTwoList => Method::AllTwoList,
                MethodWord::Average => Method::Average,
            },
            replicates: self.replicates,
            seed: self.seed,
            threads: std::thread::available_parallelism()
                .map_or(1, |threads| u32::try_from(threads.get()).unwrap_or(1)),
        }
    }
}

/// Why there is no estimate, and what can be said.
fn refusal(found: &Answer) -> Vec<String> {
    let first = "No estimate is made.".to_owned();
    let last = format!(
        "What can be said: there are at least {} persons, each counted once. How many there are at most, nothing in this file says.",
        found.persons
    );
    let reasons = found
        .reasons
        .iter()
        .filter(|reason| reason.allows() == Level::Bounds);
    std::iter::once(first)
        .chain(reasons.map(ToString::to_string))
        .chain([last])
        .collect()
}

/// What may be said, in sentences.
fn words(found: &Answer, replicates: u32) -> String {
    let mut text = String::new();
    let interval = found.bootstrap.as_ref().map(|one| one.interval);
    // Writing to a text does not fail.
    match (found.level, interval, found.fits.first(), found.magnitude()) {
        (
            Level::Estimate,
            Some(Interval {
                low,
                high: Some(high),
            }),
            Some(fit),
            _,
        ) => {
            let _ = writeln!(
                text,
                "Estimate: {:.0} persons, between {low:.0} and {high:.0} (95 %, {replicates} replicates).",
                fit.estimate
            );
        }
        (_, _, _, Some((low, high))) => {
            let _ = writeln!(
                text,
                "Order of magnitude only: roughly between {low:.0} and {high:.0} persons. Use no number from the table below as an estimate."
            );
        }
        _ => {}
    }
    for reason in &found.reasons {
        let _ = writeln!(text, "- {reason}");
    }
    let _ = writeln!(
        text,
        "Of these, {} persons are on the lists. All of it holds only if persons were matched rightly between lists, and not for one municipality.",
        found.persons
    );
    text
}

const HEAD: [&str; 6] = ["what", "persons", "low", "high", "interval", "note"];

/// What the sentences say, for whoever reads a table only.
fn conclusion(found: &Answer) -> Vec<Vec<String>> {
    let level = row("level", "", None, "", found.level.as_str());
    let reasons = found
        .reasons
        .iter()
        .map(|reason| row("reason", "", None, "", &reason.to_string()));
    std::iter::once(level).chain(reasons).collect()
}

fn rows(found: &Answer) -> Vec<Vec<String>> {
    let mut rows = vec![row(
        "on-lists",
        &found.persons.to_string(),
        None,
        "",
        "each person counted once",
    )];
    if let Some(chao) = found.chao {
        rows.push(row(
            "chao",
            &format!("{chao:.0}"),
            None,
            "",
            "lower bound as long as no list knows of another",
        ));
    }
    for fit in &found.fits {
        let persons = format!("{:.4}", fit.estimate);
        let effects = effects(fit);
        rows.push(row(fit.method.as_str(), &persons, fit.wald, "wald", &effects));
        if fit.profile.is_some() {
            rows.push(row(fit.method.as_str(), &persons, fit.profile, "profile", ""));
        }
    }
    if let (Some(fit), Some(bootstrap)) = (found.fits.first(), &found.bootstrap) {
        let persons = format!("{:.4}", fit.estimate);
        let note = format!(
            "{} fits, {} replicates without estimate",
            bootstrap.fits, bootstrap.without_estimate
        );
        rows.push(row(
            fit.method.as_str(),
            &persons,
            Some(bootstrap.interval),
            "bca",
            &note,
        ));
    }
    rows
}

fn effects(fit: &Fitted) -> String {
    let pairs: Vec<String> = if fit.method == Method::AllTwoList {
        vec![format!("{} pairs of lists", fit.pairs.len())]
    } else {
        fit.pairs
            .iter()
            .map(|(one, other)| format!("{one}+{other}"))
            .collect()
    };
    let deviance = fit.deviance.map(|deviance| format!("deviance {deviance:.6}"));
    deviance.into_iter().chain(pairs).collect::<Vec<_>>().join(" ")
}

fn row(what: &str, persons: &str, interval: Option<Interval>, kind: &str, note: &str) -> Vec<String> {
    let end = |end: Option<f64>| end.map(|end| format!("{end:.2}")).unwrap_or_default();
    vec![
        what.to_owned(),
        persons.to_owned(),
        end(interval.map(|interval| interval.low)),
        end(interval.and_then(|interval| interval.high)),
        if interval.is_some() {
            kind.to_owned()
        } else {
            String::new()
        },
        note.to_owned(),
    ]
}
