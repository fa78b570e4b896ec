//! Quotation marks and brackets of a sentence: what stands in them is read otherwise.

use std::ops::Range;

/// Marks and their twins. Titles of books and papers count as quotations.
const QUOTES: &[(char, char)] =
    &[('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉')];
const BRACKETS: &[(char, char)] =
    &[('(', ')'), ('（', '）'), ('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕')];

/// A longer quotation is speech, and what it says counts.
const LONGEST_QUOTE: usize = 90;

/// The marks of a text.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// Quotations with their marks, in order, none inside another.
    quotes: Vec<Range<usize>>,
    /// Brackets, in the order of their ends.
    brackets: Vec<Bracket>,
    /// Brackets with what stands in them, in order, none inside another.
    asides: Vec<Range<usize>>,
}

/// A pair of brackets.
#[derive(Clone, Debug)]
pub(crate) struct Bracket {
    /// Where it opens.
    pub open: usize,
    /// What stands in it.
    pub inside: Range<usize>,
}

impl Marks {
    /// Finds them. A mark without its twin is none.
    pub(crate) fn read(text: &str) -> Self {
        let mut marks = Self::default();
        let (mut quotes, mut brackets) = (Vec::new(), Vec::new());
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if QUOTES.iter().any(|(open, _)| *open == c) {
                quotes.push((at, c));
            } else if BRACKETS.iter().any(|(open, _)| *open == c) {
                brackets.push((at, c));
            } else if let Some(start) = twin(&mut quotes, QUOTES, c)
                && end - start <= LONGEST_QUOTE
            {
                keep_outermost(&mut marks.quotes, start..end);
            } else if let Some(start) = twin(&mut brackets, BRACKETS, c) {
                let open = text[start..].chars().next().map_or(0, char::len_utf8);
                marks.brackets.push(Bracket { open: start, inside: start + open..at });
                keep_outermost(&mut marks.asides, start..end);
            }
        }
        marks
    }

    /// Whether a place stands in quotation marks.
    pub(crate) fn quoted(&self, at: usize) -> bool {
        span(&self.quotes, at).is_some()
    }

    /// Whether a place stands in quotation marks or brackets.
    pub(crate) fn aside(&self, at: usize) -> bool {
        self.quoted(at) || self.around(at).is_some()
    }

    /// The outermost brackets around a place, with their marks.
    pub(crate) fn around(&self, at: usize) -> Option<&Range<usize>> {
        span(&self.asides, at)
    }

    /// All brackets, in the order of their ends.
    pub(crate) fn brackets(&self) -> &[Bracket] {
        &self.brackets
    }
}

/// Where the mark was opened that `c` closes.
fn twin(open: &mut Vec<(usize, char)>, pairs: &[(char, char)], c: char) -> Option<usize> {
    let (wanted, _) = pairs.iter().find(|(_, close)| *close == c)?;
    let (start, _) = open.pop_if(|(_, mark)| mark == wanted)?;
    Some(start)
}

fn keep_outermost(spans: &mut Vec<Range<usize>>, span: Range<usize>) {
    while spans.pop_if(|last| last.start > span.start).is_some() {}
    spans.push(span);
}

fn span(spans: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let after = spans.partition_point(|span| span.start <= at);
    spans[..after].last().filter(|span| at < span.end)
}
