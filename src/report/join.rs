//! Whether a line goes on where the one above it was broken: a number, a sentence, or a whole page
//! that was set to a width without regard for its sentences.

use super::letter::{fold, head, is_stop};
use super::line::Line;
use super::marker::marker;
use super::title;

/// How the lines of a text were broken.
pub(super) struct Page {
    /// The column at which lines were broken without regard for sentences, if they were.
    width: Option<usize>,
    /// Whether paragraphs begin with an indent.
    indented: bool,
}

/// Lines wider than this are no page: each is a paragraph.
const WIDEST: usize = 160;

impl Page {
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let mut widths: Vec<usize> =
            lines.iter().map(|line| line.right).filter(|right| *right >= 32).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 4 / 5).copied().unwrap_or(0);
        let full = |line: &&Line| is_full(line, width);
        let all = lines.iter().filter(full).count();
        let open = lines.iter().filter(full).filter(|line| !is_closed(text, line)).count();
        let broken = (32..=WIDEST).contains(&width) && all >= 8 && open * 5 >= all * 2;
        let indents = lines.iter().filter(|line| line.indent >= 2).count();
        let indented = indents * 20 >= lines.len() && indents * 10 <= lines.len() * 7;
        Self { width: broken.then_some(width), indented }
    }

    /// Whether a line goes on where the one above it ends.
    pub(super) fn goes_on(&self, text: &str, last: &Line, line: &Line) -> bool {
        let (Some(end), Some(start)) = (last_char(text, last), first_char(text, line)) else {
            return false;
        };
        let (words, above) = (words(text, line), words(text, last));
        let marked = marker(words).is_some_and(|it| it.style.counts() || it.len > 3);
        if marker(above).is_some_and(|marker| marker.len == above.len()) && !marked {
            return true;
        }
        if line.apart {
            return fold(end) == ',' && !marked;
        }
        let (end, start) = (fold(end), fold(start));
        let number = end.is_ascii_alphanumeric() && (start.is_ascii_digit() || start == '%')
            || end == '.' && start.is_ascii_digit();
        let within = matches!(start, ',' | '。' | '、' | ';' | ':' | '》' | '%' | '!' | '?');
        let is = words.chars().map(fold).take(2).eq(['是', ':']);
        let goes = is || matches!(end, ',' | '、' | '的');
        number || within || !marked && (goes || self.broken(text, last, line))
    }

    /// Whether the line above was broken at the edge of the page.
    fn broken(&self, text: &str, last: &Line, line: &Line) -> bool {
        let Some(width) = self.width.filter(|width| is_full(last, *width)) else { return false };
        let begins = if self.indented { line.indent >= 2 } else { line.indent > last.indent };
        !begins
            && (self.indented
                || !is_closed(text, last)
                || !opens(text, line) && last.right >= width)
    }
}

/// Whether a line reaches the edge of the page, a mark or two less.
fn is_full(line: &Line, width: usize) -> bool {
    line.right * 10 >= width * 8
}

/// Whether a line looks like the first of a paragraph: a short sentence ends in it.
fn opens(text: &str, line: &Line) -> bool {
    words(text, line).chars().take(24).any(is_stop)
}

fn words<'a>(text: &'a str, line: &Line) -> &'a str {
    text.get(line.at.clone()).unwrap_or_default()
}

fn last_char(text: &str, line: &Line) -> Option<char> {
    words(text, line).chars().next_back()
}

fn first_char(text: &str, line: &Line) -> Option<char> {
    words(text, line).chars().next()
}

/// Whether a line ends as a sentence or a title with a colon does.
fn is_closed(text: &str, line: &Line) -> bool {
    let ends = |c: char| matches!(fold(c), '。' | '!' | '?' | ':' | ';' | '"' | ')' | '》' | '】');
    last_char(text, line).is_some_and(ends)
}

/// Whether a line within a paragraph begins with a number that is no marker and no year: a sentence
/// was broken before it.
pub(super) fn is_rest(text: &str, last: &Line, line: &Line) -> bool {
    let words = words(text, line);
    let counted = first_char(text, line).is_some_and(|c| fold(c).is_ascii_digit());
    let year = || title::year(&head(words, 5)).is_some();
    counted && !line.apart && !is_closed(text, last) && marker(words).is_none() && !year()
}
