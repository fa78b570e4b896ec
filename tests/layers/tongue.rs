//! Which English texts of the catalogue are not in English.

use super::source::Source;

/// Where an English text quotes Chinese, and why.
const QUOTED: &[(&str, &str)] = &[
    ("doctor.rs Type", "what is to be typed to try an input method"),
    ("format.rs Due", "how a file writes a day that comes again"),
    ("screen.rs ConfirmAll", "the brackets around what is assumed, as the screen shows them"),
    ("taste.rs Chinese", "a language is called what its speakers call it"),
    ("screen.rs ConfirmClear", "the brackets around what is assumed, as the screen shows them"),
];

/// English texts with a Han character or a full-width mark that nobody gave a reason for, and reasons
/// for texts that have none.
pub(crate) fn not_english(sources: &[Source]) -> Vec<String> {
    let words = sources.iter().filter(|source| source.room() == "words");
    let found: Vec<(String, String)> = words.flat_map(quoting).collect();
    let known = |name: &str| QUOTED.iter().any(|(own, _)| *own == name);
    let unknown = found.iter().filter(|(name, _)| !known(name));
    let gone = QUOTED.iter().filter(|(own, _)| !found.iter().any(|(name, _)| name == own));
    unknown
        .map(|(name, text)| format!("{name} says {text:?}"))
        .chain(gone.map(|(own, _)| format!("{own} quotes nothing")))
        .collect()
}

/// Each English text of a file that is not all English, under the file's name and its own.
fn quoting(source: &Source) -> Vec<(String, String)> {
    let file = source.path.rsplit('/').next().unwrap_or_default();
    let mut found = Vec::new();
    for (at, _) in source.text.match_indices("=>") {
        let Some(text) = english(&source.text[at + 2..]) else { continue };
        if text.chars().any(is_chinese) {
            found.push((format!("{file} {}", name_before(&source.text[..at])), text.to_owned()));
        }
    }
    found
}

/// The second of two texts with a comma between.
fn english(text: &str) -> Option<&str> {
    let (_, rest) = literal(text)?;
    literal(rest.trim_start().strip_prefix(',')?).map(|(text, _)| text)
}

/// The text literal with which something begins, and what stands behind it.
pub(crate) fn literal(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix('"')?;
    let mut escaped = false;
    let end = inside.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })?;
    Some((&inside[..end], &inside[end + 1..]))
}

/// The name of an entry: the word before its places.
fn name_before(text: &str) -> &str {
    let text = text.trim_end();
    let head = match text.strip_suffix('}') {
        Some(places) => &places[..places.rfind('{').unwrap_or(0)],
        None => text,
    };
    head.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}
