// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures of sources: taking them in, reading them, and giving tables out. Each is recorded.

use std::sync::Arc;

use meldroute_estimate::NoBounds;

use crate::{
    audit::{About, Event},
    calendar::dutch_date,
    change::{Changes, Revision, Write},
    configuration::Configuration,
    figures::{
        audience::Audience,
        book::Book,
        bounds,
        import::{NoColumn, Sorted, sort},
        release::Release,
        table::FigureTable,
    },
    id::{BookId, FigureSourceId, MunicipalityId},
    policy::{Actor, Denied, Permit, Right},
    ports::{Services, Table},
    usecase::{Failure, admitted_here, allowed_here, configuration, once_per_content, refused, retried},
};

/// Why figures were not taken in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportProblem {
    /// A column is missing.
    #[error(transparent)]
    Column(#[from] NoColumn),
    /// Rows are wrong, so that nothing was taken in.
    #[error("nothing was taken in: some rows are wrong")]
    Wrong(Sorted),
    /// As elsewhere.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Says what would become of each row of a table. Nothing is stored.
pub async fn look(services: &Services, actor: &Actor, table: &Table) -> Result<Sorted, ImportProblem> {
    let permit = allowed_here(services, actor, Right::KeepFigures).await?;
    let (book, _) = book(services, &actor.municipality).await?;
    let now = services.clock.now();
    let configuration = configuration(services, actor)?;
    let sorted = sort(table, &configuration, &book, dutch_date(now))?;
    // What is known already is shown beside what the file says.
    let rows = sorted.lines.len();
    let (minter, event) = (services.minter.as_ref(), Event::FiguresCompared { rows });
    let changes = Changes::new(&permit, now, minter, About::Municipality, event);
    services.store.commit(changes).await.map_err(Failure::from)?;
    Ok(sorted)
}

/// Takes a table in, the whole of it or nothing.
pub async fn take_in(services: &Services, actor: &Actor, table: &Table) -> Result<Sorted, ImportProblem> {
    let permit = allowed_here(services, actor, Right::KeepFigures).await?;
    let sorted = look(services, actor, table).await?;
    if sorted.is_wrong() {
        return Err(ImportProblem::Wrong(sorted));
    }
    let attempt = async || add(services, &permit, table).await;
    let (_, sorted) = match retried(services, attempt).await {
        // Somebody else took in the very first figures in the same moment.
        Err(Failure::DoneAlready) => retried(services, attempt).await?,
        other => other?,
    };
    Ok(sorted)
}

async fn add(services: &Services, permit: &Permit, table: &Table) -> Result<(Changes, Sorted), Failure> {
    let actor = permit.actor();
    let (mut book, revision) = book(services, &actor.municipality).await?;
    let now = services.clock.now();
    let configuration = configuration(services, actor)?;
    let sorted =
        sort(table, &configuration, &book, dutch_date(now)).or(Err(Failure::Invalid(vec!["table"])))?;
    if sorted.is_wrong() {
        return Err(Failure::Invalid(vec!["table"]));
    }
    let [new, _, corrected, _] = sorted.counts();
    sorted.clone().write_into(&mut book);
    let event = Event::FiguresTakenIn { new, corrected };
    let changes = Changes::new(permit, now, services.minter.as_ref(), About::Municipality, event);
    Ok((changes.write(save(book, revision)), sorted))
}

/// What somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Of this source; of all, one after another, where none is named.
    pub source: Option<FigureSourceId>,
    /// Of this year; of the newest that anything is known of, where none is named.
    pub year: Option<i32>,
    /// For whom; for oneself where nobody is named.
    pub audience: Option<Audience>,
}

/// Tables, and what they stand in.
#[derive(Debug)]
pub struct FiguresView {
    /// One for each source.
    pub tables: Vec<FigureTable>,
    /// The year that was asked for.
    pub year: i32,
    /// The years of which anything is known.
    pub years: Vec<i32>,
    /// The configuration that names what stands in them.
    pub configuration: Arc<Configuration>,
}

/// Tables for oneself, or for others who get less exact numbers. What leaves the house goes into the ledger.
pub async fn tables(services: &Services, actor: &Actor, asked: &Asked) -> Result<FiguresView, Failure> {
    let permit = allowed_here(services, actor, Right::ReadFigures).await?;
    let audience = asked.audience.unwrap_or(Audience::of(actor));
    may_be_as_exact(services, actor, audience).await?;
    let attempt = async || give(services, &permit, asked, audience).await;
    Ok(retried(services, attempt).await?.1)
}

/// Whether somebody may have numbers as exact as an audience gets them.
pub(super) async fn may_be_as_exact(
    services: &Services,
    actor: &Actor,
    audience: Audience,
) -> Result<(), Failure> {
    let own = Audience::of(actor);
    if audience != own {
        admitted_here(services, actor, Right::KeepFigures).await?;
    }
    if audience < own {
        return Err(refused(services, actor, About::Municipality, Denied(Right::ReadFigures)).await);
    }
    Ok(())
}

async fn give(
    services: &Services,
    permit: &Permit,
    asked: &Asked,
    audience: Audience,
) -> Result<(Changes, FiguresView), Failure> {
    let actor = permit.actor();
    let (mut book, revision) = book(services, &actor.municipality).await?;
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let configuration = configuration(services, actor)?;
    let view = view(&book, &configuration, asked, audience);
    let unknown = asked.source.is_some() && view.tables.is_empty();
    if unknown {
        return Err(Failure::NotFound);
    }
    let mut changes: Option<Changes> = None;
    let mut news = false;
    for table in &view.tables {
        let event = Event::FiguresRead {
            source: table.source.clone(),
            year: table.year,
            audience,
        };
        changes = Some(match changes {
            None => Changes::new(permit, now, minter, About::Municipality, event),
            Some(changes) => changes.and(permit, now, minter, About::Municipality, event),
        });
        let release = Release::of(table, now);
        if !audience.is_exact() && book.is_news(&release) {
            book.releases.push(release);
            news = true;
        }
    }
    let changes = changes.ok_or(Failure::NotFound)?;
    let changes = if news {
        changes.write(save(book, revision))
    } else {
        changes
    };
    Ok((changes, view))
}

/// The tables of a book, without recording anything: for figures that stand in a file.
pub fn view(
    book: &Book,
    configuration: &Arc<Configuration>,
    asked: &Asked,
    audience: Audience,
) -> FiguresView {
    let years = book.years();
    let year = asked.year.or(years.last().copied()).unwrap_or_default();
    let sources = configuration.figures.sources.iter();
    let tables = sources
        .filter(|source| asked.source.as_ref().is_none_or(|one| *one == source.id))
        .map(|source| FigureTable::new(book, configuration, source, year, audience));
    FiguresView {
        tables: tables.collect(),
        year,
        years,
        configuration: Arc::clone(configuration),
    }
}

/// Why there are no bounds.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BoundsProblem {
    /// The numbers don't allow it.
    #[error(transparent)]
    None(#[from] NoBounds),
    /// As elsewhere.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// How many different persons there can be. For those who get numbers as they are.
pub async fn bounds_of(
    services: &Services,
    actor: &Actor,
    asked: &bounds::Asked,
) -> Result<Vec<bounds::Line>, BoundsProblem> {
    let permit = allowed_here(services, actor, Right::ReadFigures).await?;
    if !Audience::of(actor).is_exact() {
        let denied = Denied(Right::ReadFigures);
        return Err(refused(services, actor, About::Municipality, denied).await.into());
    }
    let (book, _) = book(services, &actor.municipality).await?;
    let configuration = configuration(services, actor)?;
    let lines = bounds::bounds(&book, &configuration, asked)?;
    let event = Event::BoundsRead { year: asked.year };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Municipality, event);
    services.store.commit(changes).await.map_err(Failure::from)?;
    Ok(lines)
}

async fn book(services: &Services, m: &MunicipalityId) -> Result<(Book, Option<Revision>), Failure> {
    if let Some(stored) = services.store.book(m).await? {
        return Ok((stored.value, Some(stored.revision)));
    }
    // A municipality has one book: its identifier follows from the municipality, so that there can't be a second.
    let id = BookId(once_per_content(services, uuid::Uuid::nil(), &("figures", m)));
    Ok((Book::new(id, m.clone()), None))
}

fn save(book: Book, revision: Option<Revision>) -> Write {
    match revision {
        Some(revision) => Write::SaveBook(Box::new(book), revision),
        None => Write::NewBook(Box::new(book)),
    }
}
