//! A source file as tokens: enough to see names and paths, never what they mean.

#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "a test that reads the sources")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One word or mark of a source file, and the line it stands on.
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// A source file: where it lies under `src/`, its tokens, and which of them are test code.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    /// Tokens from here on are tests; a file that only tests compile begins with them.
    pub(crate) tests_from: usize,
}

impl Source {
    pub(crate) fn read(path: String, text: String) -> Self {
        let tokens = tokens(&text);
        let tests_from = position(&tokens, &["#", "[", "cfg", "(", "test", ")", "]", "mod"])
            .filter(|&at| tokens.get(at + 9).is_some_and(|brace| brace.text == "{"))
            .unwrap_or(tokens.len());
        Self { path, text, tokens, tests_from }
    }

    pub(crate) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    pub(crate) fn fault(&self, token: &Token, what: &str) -> String {
        format!("{}:{} uses {what}", self.path, token.line)
    }

    pub(crate) fn sequence(&self, at: usize, words: &[&str]) -> bool {
        matches(&self.tokens[at..], words)
    }
}

/// Every file under `src/`, those that only tests compile marked as tests from their first token.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = files(&root)
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).expect("a source file");
            let path = file.strip_prefix(&root).expect("a file under src");
            Source::read(path.to_string_lossy().replace('\\', "/"), text)
        })
        .collect();
    let tests: BTreeSet<String> = sources.iter().flat_map(test_files).collect();
    for source in sources.iter_mut().filter(|source| tests.contains(&source.path)) {
        source.tests_from = 0;
    }
    sources
}

/// The files that this one declares for tests only: `#[cfg(test)] mod laws;`.
fn test_files(source: &Source) -> Vec<String> {
    let folder = source.path.trim_end_matches(".rs");
    let opening = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut found = Vec::new();
    for at in (0..source.tokens.len()).filter(|&at| source.sequence(at, &opening)) {
        let item = &source.tokens[at + opening.len()..];
        let Some(word) = item.iter().take(5).position(|token| token.text == "mod") else {
            continue;
        };
        if let (Some(name), Some(end)) = (item.get(word + 1), item.get(word + 2))
            && end.text == ";"
        {
            found.push(format!("{folder}/{}.rs", name.text));
        }
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file of the folder").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The words and marks of a Rust file without comments, texts and characters.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = silent(rest) {
            length
        } else if is_name(&first.to_string()) {
            rest.find(|letter: char| !is_name(&letter.to_string())).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (taken, left) = rest.split_at(length);
        if silent(rest).is_none() && !first.is_whitespace() {
            tokens.push(Token { text: taken.to_owned(), line });
        }
        line += taken.matches('\n').count();
        rest = left;
    }
    tokens
}

/// The length of a comment, a text or a character at the start, which say nothing to the compiler
/// about rooms.
fn silent(rest: &str) -> Option<usize> {
    let until = |end: &str, from: usize| {
        rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len())
    };
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(until("*/", 2));
    }
    if let Some(hashes) =
        rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len())
        && rest[1 + hashes..].starts_with('"')
    {
        return Some(until(&format!("\"{}", "#".repeat(hashes)), 2 + hashes));
    }
    if rest.starts_with('"') {
        return Some(text_length(rest, '"'));
    }
    let quoted: Vec<char> = rest.chars().take(3).collect();
    match quoted[..] {
        ['\'', '\\', _] => Some(text_length(rest, '\'')),
        ['\'', inner, '\''] => Some(2 + inner.len_utf8()),
        _ => None,
    }
}

fn text_length(rest: &str, quote: char) -> usize {
    let mut escaped = true; // the opening quote itself
    for (at, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

pub(crate) fn is_name(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter == '_') && !text.is_empty()
}

pub(crate) fn matches(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == *word)
}

fn position(tokens: &[Token], words: &[&str]) -> Option<usize> {
    (0..tokens.len()).find(|&at| matches(&tokens[at..], words))
}
