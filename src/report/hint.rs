//! What the form of a source says of its text: a heading, a bold lead, an item of a list, a row of a
//! table. Evidence beside the words and never in place of them: reading must come to a plan without any.

use std::ops::Range;

/// What the form of a source (a web page, a Word file, Markdown) says of a part of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Which part: bytes of the text, at the edges of characters, never over the end of a line.
    pub range: Range<usize>,
    /// What it is.
    pub what: Form,
}

/// What a part of a text is, by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line that is a heading; 1 is the highest.
    Heading(u8),
    /// Words in bold print; at the start of a line they are often the title of a task.
    Strong,
    /// A line that is one item of a list.
    Item,
    /// A line that was one row of a table, its cells parted by tabs.
    Row,
}

/// The level of the heading that a stretch is, when the form of its source says that it is one.
pub(super) fn heading(hints: &[Hint], at: &Range<usize>) -> Option<u8> {
    within(hints, at).find_map(|hint| match hint.what {
        Form::Heading(level) => Some(level),
        _ => None,
    })
}

/// Where the bold print ends that a stretch begins with; none when it begins otherwise, or when all
/// of it is bold.
pub(super) fn strong(hints: &[Hint], at: &Range<usize>) -> Option<usize> {
    let bold = within(hints, at).take_while(|hint| hint.range.start <= at.start);
    let end = bold.filter(|hint| hint.what == Form::Strong).map(|hint| hint.range.end).max();
    end.filter(|end| *end < at.end)
}

/// The hints that lie in a stretch; they stand in the order of the text.
fn within<'a>(hints: &'a [Hint], at: &Range<usize>) -> impl Iterator<Item = &'a Hint> {
    let first = hints.partition_point(|hint| hint.range.start < at.start);
    let end = at.end;
    hints.iter().skip(first).take_while(move |hint| hint.range.start < end)
}
