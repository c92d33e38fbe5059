// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Texts as words: lower case, without accents, and as Dutch stems, so that "meisjes" finds "meisje".

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer,
};

/// The name under which the stems are registered in an index.
pub(crate) const STEMS: &str = "dutch";

/// The name under which whole words are registered in an index.
pub(crate) const PLAIN: &str = "plain";

/// A longer run of letters is no word but encoded data.
const LONGEST_WORD: usize = 64;

/// Words as stems, for whole words.
pub(crate) fn stems() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::Dutch))
        .build()
}

/// Words as they are typed, for the beginning of a word.
pub(crate) fn plain() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build()
}

/// The words of a text, at most so many.
pub(crate) fn tokens(analyzer: &TextAnalyzer, text: &str, most: usize) -> Vec<String> {
    let mut analyzer = analyzer.clone();
    let mut stream = analyzer.token_stream(text);
    let mut words = Vec::new();
    while words.len() < most && stream.advance() {
        words.push(stream.token().text.clone());
    }
    words
}
