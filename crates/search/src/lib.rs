// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Full-text search in memory, one index per municipality. Nothing of it touches the disk, and no text is kept: an index says
//! in which signals and reports words occur, and nothing else.

mod words;

use std::sync::{Mutex, MutexGuard, PoisonError};

use tantivy::{
    DocAddress, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyDocument, Term,
    collector::TopDocs,
    directory::RamDirectory,
    indexer::IndexWriterOptions,
    query::{BooleanQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{BytesOptions, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions, Value as _},
    store::Compressor,
    tokenizer::TextAnalyzer,
};

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A signal.
    Signal,
    /// A report.
    Report,
}

/// The index could not be built or asked. Holds no content.
#[derive(Debug, thiserror::Error)]
#[error("the search index failed")]
pub struct Failed(#[from] tantivy::TantivyError);

/// The least that tantivy takes per thread; there is one thread, and it gives the memory back after each commit.
const WRITER_HEAP: usize = 15_000_000;

/// Words beyond this number are left out of a question: nobody types more, and each costs time.
const MOST_WORDS: usize = 12;

/// A beginning of a word shorter than this fits too much to be of use, and is taken as a whole word.
const SHORTEST_PREFIX: usize = 3;

/// The texts of one municipality.
pub struct Index {
    writer: Mutex<IndexWriter>,
    reader: IndexReader,
    key: Field,
    stem: Field,
    word: Field,
    stems: TextAnalyzer,
    plain: TextAnalyzer,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}

impl Index {
    /// An empty index.
    pub fn new() -> Result<Self, Failed> {
        let mut schema = Schema::builder();
        let key = schema.add_bytes_field("key", BytesOptions::default().set_indexed().set_stored());
        // Positions would triple the memory, and nobody asks for phrases.
        let stem = schema.add_text_field("stem", indexed(words::STEMS, IndexRecordOption::WithFreqs, true));
        // A stem can lack the beginning of its word or something in the middle, so beginnings are looked up among whole words.
        let word = schema.add_text_field("word", indexed(words::PLAIN, IndexRecordOption::Basic, false));
        let settings = IndexSettings {
            docstore_compression: Compressor::None,
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let index = tantivy::Index::create(RamDirectory::create(), schema.build(), settings)?;
        index.tokenizers().register(words::STEMS, words::stems());
        index.tokenizers().register(words::PLAIN, words::plain());
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .memory_budget_per_thread(WRITER_HEAP)
            .num_merge_threads(1)
            .build();
        Ok(Self {
            writer: Mutex::new(index.writer_with_options(options)?),
            reader: index
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .try_into()?,
            key,
            stem,
            word,
            stems: words::stems(),
            plain: words::plain(),
        })
    }

    /// Adds a text, in place of what was there under this key. It is found after the next [`commit`](Self::commit).
    pub fn add(&self, key: [u8; 16], kind: Kind, text: &str) -> Result<(), Failed> {
        let writer = self.writer();
        let stored = stored_key(kind, key);
        writer.delete_term(Term::from_field_bytes(self.key, &stored));
        let mut document = TantivyDocument::new();
        document.add_bytes(self.key, &stored);
        document.add_text(self.stem, text);
        document.add_text(self.word, text);
        writer.add_document(document)?;
        Ok(())
    }

    /// Takes a text out, from the next [`commit`](Self::commit) on.
    pub fn remove(&self, key: [u8; 16], kind: Kind) {
        self.writer()
            .delete_term(Term::from_field_bytes(self.key, &stored_key(kind, key)));
    }

    /// Makes everything that was added and removed count. Costs milliseconds: do it for many texts at once.
    pub fn commit(&self) -> Result<(), Failed> {
        self.writer().commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// What holds all the words, best first. The last word may be the beginning of one. Whatever people type is words:
    /// quotes, colons and the like mean nothing.
    pub fn find(&self, words: &str, limit: usize) -> Result<Vec<(Kind, [u8; 16])>, Failed> {
        let Some(query) = self.query(words) else {
            return Ok(Vec::new());
        };
        if limit == 0 {
            return Ok(Vec::new());
        }
        let searcher = self.reader.searcher();
        let best = searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?;
        let mut hits = Vec::with_capacity(best.len());
        for (_, address) in best {
            hits.extend(self.hit(&searcher, address)?);
        }
        Ok(hits)
    }

    fn hit(
        &self,
        searcher: &tantivy::Searcher,
        address: DocAddress,
    ) -> Result<Option<(Kind, [u8; 16])>, Failed> {
        let document: TantivyDocument = searcher.doc(address)?;
        let stored = document.get_first(self.key).and_then(|value| value.as_bytes());
        Ok(stored.and_then(read_key))
    }

    fn query(&self, words: &str) -> Option<BooleanQuery> {
        let stems = words::tokens(&self.stems, words, MOST_WORDS);
        let last = words::tokens(&self.plain, words, MOST_WORDS).pop();
        let mut all: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(stems.len());
        let count = stems.len();
        for (place, stem) in stems.into_iter().enumerate() {
            let exact = Box::new(TermQuery::new(
                Term::from_field_text(self.stem, &stem),
                IndexRecordOption::WithFreqs,
            ));
            let begins = last
                .as_ref()
                .filter(|last| place + 1 == count && last.chars().count() >= SHORTEST_PREFIX);
            let query: Box<dyn Query> = match begins {
                Some(begin) => {
                    let term = Term::from_field_text(self.word, begin);
                    let prefix = Box::new(FuzzyTermQuery::new_prefix(term, 0, false));
                    Box::new(BooleanQuery::new(vec![
                        (Occur::Should, exact as Box<dyn Query>),
                        (Occur::Should, prefix),
                    ]))
                }
                None => exact,
            };
            all.push((Occur::Must, query));
        }
        (!all.is_empty()).then(|| BooleanQuery::new(all))
    }

    fn writer(&self) -> MutexGuard<'_, IndexWriter> {
        // A thread that panicked here left nothing half: tantivy's writer only takes whole documents.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn indexed(words: &str, option: IndexRecordOption, norms: bool) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(words)
        .set_fieldnorms(norms)
        .set_index_option(option);
    TextOptions::default().set_indexing_options(indexing)
}

fn stored_key(kind: Kind, key: [u8; 16]) -> [u8; 17] {
    let mut stored = [0; 17];
    let (first, rest) = stored.split_at_mut(1);
    first.fill(match kind {
        Kind::Signal => b's',
        Kind::Report => b'r',
    });
    rest.copy_from_slice(&key);
    stored
}

fn read_key(stored: &[u8]) -> Option<(Kind, [u8; 16])> {
    let (kind, key) = stored.split_first()?;
    let kind = match kind {
        b's' => Kind::Signal,
        b'r' => Kind::Report,
        _ => return None,
    };
    Some((kind, key.try_into().ok()?))
}
