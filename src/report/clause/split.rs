//! A sentence in clauses: what stands between two commas, or in brackets with a number in them.

use std::ops::Range;

use super::marks::Marks;
use super::quantity::Quantity;

/// A clause, and which of the sentence's quantities stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Where it stands, without its mark.
    pub range: Range<usize>,
    /// Its quantities, by their place among those of the sentence.
    pub quantities: Range<usize>,
    /// Which clause of the sentence it is.
    pub order: usize,
    /// The clause before it, if that one has no quantity.
    pub before: Option<Range<usize>>,
    /// Whether it goes on with what was spoken of.
    pub opening: Opening,
}

/// How a clause opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Behind a comma.
    Goes,
    /// At the front, or behind a semicolon: nothing that was said before is meant.
    Anew,
}

/// Marks that end more than a clause.
const ENDS: &[char] = &['；', ';', '。', '！', '!', '？', '?'];

/// Marks that end a clause.
const STOPS: &[char] =
    &['，', ',', '；', ';', '。', '：', ':', '！', '!', '？', '?', '|', '\t', '●', '\u{2028}'];

/// Cuts a sentence. A comma inside a number, a quotation, or brackets without a quantity cuts nothing.
pub(crate) fn clauses(text: &str, marks: &Marks, quantities: &[Quantity]) -> Vec<Clause> {
    let edges = edges(marks, quantities);
    let mut clauses = Vec::new();
    let mut opening = Opening::Anew;
    let (mut start, mut first, mut edge) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        while edges.get(edge).is_some_and(|place| *place < at) {
            edge += 1;
        }
        let turns = edges.get(edge) == Some(&at);
        let stops = STOPS.contains(&c) && !marks.quoted(at);
        let held = marks.around(at).is_some_and(|aside| !holds(quantities, aside));
        if !turns && (!stops || held || inside(quantities, at)) {
            continue;
        }
        let end = first + quantities[first..].partition_point(|it| it.number.start < at);
        add(&mut clauses, start..at, first..end, opening);
        opening = if ENDS.contains(&c) { Opening::Anew } else { Opening::Goes };
        (start, first) = (at + c.len_utf8(), end);
    }
    add(&mut clauses, start..text.len(), first..quantities.len(), opening);
    clauses
}

fn add(clauses: &mut Vec<Clause>, range: Range<usize>, quantities: Range<usize>, opening: Opening) {
    if range.is_empty() {
        return;
    }
    let before = clauses.last().filter(|last| last.quantities.is_empty());
    let before = before.map(|last| last.range.clone());
    clauses.push(Clause { range, quantities, order: clauses.len(), before, opening });
}

/// Where brackets with a quantity in them open and close.
fn edges(marks: &Marks, quantities: &[Quantity]) -> Vec<usize> {
    let counted = marks.brackets().iter().filter(|bracket| holds(quantities, &bracket.inside));
    let mut edges: Vec<usize> =
        counted.flat_map(|bracket| [bracket.open, bracket.inside.end]).collect();
    edges.sort_unstable();
    edges
}

fn holds(quantities: &[Quantity], range: &Range<usize>) -> bool {
    let at = quantities.partition_point(|it| it.number.start < range.start);
    quantities.get(at).is_some_and(|it| it.number.end <= range.end)
}

fn inside(quantities: &[Quantity], at: usize) -> bool {
    let next = quantities.partition_point(|it| it.number.end <= at);
    quantities.get(next).is_some_and(|it| it.number.start <= at)
}
