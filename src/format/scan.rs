//! The marks of a RON text, one by one: enough to find places in it, never to give it a meaning.
//!
//! The reader of values is the `ron` crate. This one is asked only after something is wrong, so it
//! must take any text whatever, never fail, and need no memory of its own.

use std::ops::Range;

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`
    Open(char),
    /// `)`, `]` or `}`
    Close(char),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A string with its quotes.
    Text,
    /// A string or block comment that the text ends in.
    Unclosed,
    /// A name or a number.
    Word,
    /// Anything else.
    Odd(char),
}

/// A mark and the bytes that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// All marks of a text from `start` on, comments and white space left out.
pub(super) fn marks(text: &str, start: usize) -> Marks<'_> {
    Marks { text, at: start }
}

/// Line and column, both from 1, the column in characters, of a byte of the text.
pub(super) fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).map_or(0, |line| line.chars().count()) + 1;
    (line, column)
}

/// The byte at a line and a column, both from 1; the end of the text beyond it.
pub(super) fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => text.match_indices('\n').nth(nth).map_or(text.len(), |(end, _)| end + 1),
    };
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

pub(super) struct Marks<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Marks<'_> {
    type Item = Mark;

    fn next(&mut self) -> Option<Mark> {
        loop {
            let rest = self.rest();
            let first = rest.chars().next()?;
            let (kind, length) = if first.is_whitespace() {
                (None, first.len_utf8())
            } else if rest.starts_with("//") {
                (None, rest.find('\n').unwrap_or(rest.len()))
            } else if rest.starts_with("/*") {
                match block_comment(rest) {
                    Some(length) => (None, length),
                    None => (Some(Kind::Unclosed), rest.len()),
                }
            } else {
                let (kind, length) = mark(rest, first);
                (Some(kind), length)
            };
            let span = self.at..self.at + length;
            self.at = span.end;
            if let Some(kind) = kind {
                return Some(Mark { kind, span });
            }
        }
    }
}

impl<'a> Marks<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

fn mark(rest: &str, first: char) -> (Kind, usize) {
    match first {
        '(' | '[' | '{' => (Kind::Open(first), 1),
        ')' | ']' | '}' => (Kind::Close(first), 1),
        ',' => (Kind::Comma, 1),
        ':' => (Kind::Colon, 1),
        '"' => string(rest, 1),
        'r' | 'b' if raw_hashes(rest).is_some() => raw_string(rest),
        'b' if rest.starts_with("b\"") => string(rest, 2),
        _ if is_word(first) => (Kind::Word, rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
        _ => (Kind::Odd(first), first.len_utf8()),
    }
}

/// Letters, digits and what numbers are written with. Full-width brackets and stops are none.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.')
}

/// A string whose text begins at `start`.
fn string(rest: &str, start: usize) -> (Kind, usize) {
    let mut letters = rest.char_indices().skip_while(|(at, _)| *at < start);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (Kind::Text, at + 1),
            '\\' => drop(letters.next()),
            _ => {}
        }
    }
    (Kind::Unclosed, rest.len())
}

/// The hashes of `r#"`, `br##"`, if that is how `rest` begins.
fn raw_hashes(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r')?;
    let open = body.trim_start_matches('#');
    open.starts_with('"').then(|| body.len() - open.len())
}

fn raw_string(rest: &str) -> (Kind, usize) {
    let hashes = raw_hashes(rest).unwrap_or_default();
    let start = rest.find('"').map_or(rest.len(), |quote| quote + 1);
    let end = format!("\"{}", "#".repeat(hashes));
    match rest.get(start..).and_then(|body| body.find(&end)) {
        Some(length) => (Kind::Text, start + length + end.len()),
        None => (Kind::Unclosed, rest.len()),
    }
}

/// The length of a block comment; they nest.
fn block_comment(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(part) = rest.get(at..) {
        let next = part.find(['/', '*'])?;
        let here = part.get(next..)?;
        if here.starts_with("/*") {
            depth += 1;
            at += next + 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += next + 2;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += next + 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<&str> {
        marks(text, 0).map(|mark| &text[mark.span]).collect()
    }

    #[test]
    fn marks_are_told_apart() {
        assert_eq!(
            seen(r#"(a: "x, (y", /* [ /* ] */ */ b:-1.5,) // z"#),
            ["(", "a", ":", r#""x, (y""#, ",", "b", ":", "-1.5", ",", ")"]
        );
        assert_eq!(
            seen(r##"[r#"a"b"#, "\"", b"x"]"##),
            ["[", r##"r#"a"b"#"##, ",", r#""\"""#, ",", r#"b"x""#, "]"]
        );
        assert_eq!(seen("甲：“乙”，"), ["甲", "：", "“", "乙", "”", "，"]);
    }

    #[test]
    fn any_text_is_taken_to_its_end() {
        for text in ["\"", "\"\\", "r#\"a\"", "/* /* */", "/", "'", "r", "br", "\u{feff}", "b\""] {
            let last = marks(text, 0).last().map(|mark| mark.span.end);
            assert_eq!(last, Some(text.len()), "{text}");
        }
    }

    #[test]
    fn bytes_and_positions_answer_each_other() {
        let text = "(\n  名: \"甲\",\n)\n";
        for (byte, _) in text.char_indices() {
            let (line, column) = position(text, byte);
            assert_eq!(byte_at(text, line, column), byte);
        }
        assert_eq!(position(text, text.find('甲').unwrap()), (2, 7));
        assert_eq!(byte_at(text, 9, 9), text.len());
    }
}
