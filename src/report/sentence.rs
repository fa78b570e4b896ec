//! From a stretch of text to its sentences, stops included.

use std::ops::Range;

use super::letter::{fold, is_han, is_space, is_stop};

/// A quotation longer than so many characters is none: its twin was forgotten.
const QUOTED: usize = 80;

/// The sentences of a stretch, one after the other; what lies between two is white space.
///
/// A stop within quotes or brackets ends no sentence, unless the quotes are never closed.
pub(super) fn sentences(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let part = text.get(within.clone()).unwrap_or_default();
    let latin = is_latin(part);
    let mut found = Vec::new();
    let mut start = None;
    let mut open = Quotes::default();
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if start.is_none() && is_space(c) {
            continue;
        }
        let from = *start.get_or_insert(at);
        open.see(c);
        let next = chars.peek().map(|(_, c)| *c);
        if !open.is_open() && ends(c, next, latin) {
            while let Some((_, more)) = chars.peek().filter(|(_, c)| is_stop(*c) || closes(*c)) {
                open.see(*more);
                chars.next();
            }
            let end = chars.peek().map_or(part.len(), |(at, _)| *at);
            found.push(within.start + from..within.start + end);
            start = None;
        }
    }
    if let Some(from) = start {
        let rest = part.get(from..).unwrap_or_default().trim_end_matches(is_space);
        found.push(within.start + from..within.start + from + rest.len());
    }
    found
}

/// The sentence without its stop, and the stop.
pub(super) fn split_stop(text: &str, sentence: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let part = text.get(sentence.clone()).unwrap_or_default();
    let ends = |c: char| is_stop(c) || is_space(c) || matches!(fold(c), ':' | ';' | ',' | '*');
    let end = sentence.start + part.trim_end_matches(ends).len();
    (sentence.start..end, end..sentence.end)
}

/// Whether a stretch is hardly Chinese: then a full stop and a space end a sentence.
pub(super) fn is_latin(text: &str) -> bool {
    let (mut han, mut latin) = (0_usize, 0_usize);
    for c in text.chars() {
        han += usize::from(is_han(c));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    latin > 8 * han && latin > 12
}

fn ends(c: char, next: Option<char>, latin: bool) -> bool {
    let free = next.is_none_or(|next| is_space(next) || closes(next));
    match fold(c) {
        '。' => true,
        '!' | '?' => !latin || free,
        '.' => latin && free,
        _ => false,
    }
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '】')
}

/// What was opened and not yet closed.
#[derive(Default)]
struct Quotes {
    depth: usize,
    /// Characters since the outermost was opened.
    since: usize,
}

impl Quotes {
    fn see(&mut self, c: char) {
        match c {
            '“' | '‘' | '「' | '『' | '《' | '（' | '(' => self.depth += 1,
            _ if closes(c) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        let seen = usize::from(!is_space(c));
        self.since = if self.depth == 0 { 0 } else { self.since + seen };
        if self.since > QUOTED {
            *self = Self::default();
        }
    }

    fn is_open(&self) -> bool {
        self.depth > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> =
            sentences(text, 0..text.len()).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_sentence_ends_with_its_stop() {
        check("抓好春耕。　新建水库2座！", &["抓好春耕。", "新建水库2座！"]);
        check("抓好春耕", &["抓好春耕"]);
        check("办好“一件事。”活动。完", &["办好“一件事。”活动。", "完"]);
        check("他说“好。”", &["他说“好。”"]);
        check("“放开了。没有关上", &["“放开了。没有关上"]);
        check("Build 2.5 km of road. Plant trees.", &["Build 2.5 km of road.", "Plant trees."]);
        check("", &[]);
    }

    #[test]
    fn quotes_that_are_never_closed_hide_no_stop_for_long() {
        let text = format!("“{}。尾。", "远".repeat(90));
        assert_eq!(sentences(&text, 0..text.len()).len(), 2);
    }
}
