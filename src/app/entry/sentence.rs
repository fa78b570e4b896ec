//! The sentence that officials write: 由X牵头，Y、Z配合，10月底前.
//!
//! A clause at the beginning or the end that says nothing but who and by when leaves the text. Every
//! other clause stays word for word, even where it fills a field: of several days the last is the due,
//! and what is to be done by an earlier one is a node on the way. Names are the roster's, longest
//! first; what stands in “” or 《》 is quoted and says nothing of this decision.

mod clause;
mod english;
mod nodes;
mod parties;

use std::ops::Range;

use super::sigil::add;
use super::{Context, Part, Spot};
use crate::app::due::Meant;
use crate::ledger::Node;
use crate::plan::Party;
use clause::{Clause, Unit, What};

/// What a sentence says of who and by when.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) lead: Vec<Party>,
    pub(super) support: Vec<Party>,
    pub(super) due: Option<Meant>,
    pub(super) nodes: Vec<Node>,
    pub(super) spots: Vec<Spot>,
}

/// Listens to a line in which sigils are blanked out. A due that a sigil said counts, and the days of
/// the sentence stay in it.
pub(super) fn hear(whole: &str, said: Option<&Meant>, context: &Context) -> Heard {
    let line = unquoted(whole);
    let spoken = english::statements(&line, context);
    let parts = english::clauses(&line, clauses(&line), &spoken);
    let mut clauses = clause::all(&line, parts, spoken, context);
    let due = said.cloned().or_else(|| nodes::last_due(&clauses));
    let steps = due.as_ref().map(|due| nodes::before(due, &clauses, whole, context.base.day));
    settle_days(&mut clauses, said.is_some());
    let mut heard = Heard::default();
    let count = clauses.len();
    let leading = clauses.iter().take_while(|clause| clause.drops).count();
    let trailing = clauses.iter().rev().take_while(|clause| clause.drops).count();
    for index in 0..count {
        let (leads, trails) = (index < leading, index + trailing >= count);
        // A line of nothing but such clauses is a text all the same.
        let dropped = (leads || trails) && leading < count;
        let Some(clause) = clauses.get(index) else { break };
        if dropped {
            let before = clauses.get(index.wrapping_sub(1)).map_or(0, |clause| clause.at.end);
            let after = clauses.get(index + 1).map_or(clause.at.end, |clause| clause.at.start);
            let apart = if leads { clause.at.end..after } else { before..clause.at.start };
            heard.drop_marks(&line, apart);
        }
        heard.take(clause, dropped);
    }
    Heard { due: due.filter(|_| said.is_none()), nodes: steps.unwrap_or_default(), ..heard }
}

/// How many statements a line makes in English.
#[cfg(test)]
pub(super) fn spoken(line: &str, context: &Context) -> usize {
    english::statements(line, context).len()
}

impl Heard {
    /// The marks between a clause that leaves and its neighbour leave too.
    fn drop_marks(&mut self, line: &str, apart: Range<usize>) {
        let marks = line.get(apart.clone()).unwrap_or_default().char_indices();
        for (index, mark) in marks.filter(|(_, c)| !c.is_whitespace()) {
            let at = apart.start + index;
            self.spots.push(Spot::dropped(at..at + mark.len_utf8(), Part::Kind));
        }
    }

    fn take(&mut self, clause: &Clause, dropped: bool) {
        let mut from = clause.at.start;
        for unit in &clause.units {
            let start = if dropped { from } else { unit.at.start };
            let at = start..unit.at.end;
            from = unit.at.end;
            let part = match &unit.what {
                What::Lead(parties) => {
                    add(&mut self.lead, parties.clone());
                    Part::Lead
                }
                What::Support(parties) => {
                    add(&mut self.support, parties.clone());
                    Part::Support
                }
                What::Due(_) => Part::Due,
            };
            self.spots.push(Spot { at, part, dropped });
        }
    }
}

/// A clause of a day leaves the text only if it is the one day that counts.
fn settle_days(clauses: &mut [Clause], due_said: bool) {
    let is_due = |unit: &Unit| matches!(unit.what, What::Due(_));
    let days = clauses.iter().flat_map(|clause| &clause.units).filter(|unit| is_due(unit)).count();
    for clause in clauses {
        if clause.units.iter().any(is_due) && (due_said || days > 1) {
            clause.drops = false;
        }
        if due_said {
            clause.units.retain(|unit| !is_due(unit));
        }
    }
}

/// The clauses of a line, without the marks and spaces between them.
fn clauses(line: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut marks = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = marks.next() {
        // 10。31 and 1,200 are one number.
        let digits = |next: &(usize, char)| next.1.is_numeric() && before.is_numeric();
        let in_number = matches!(c, '。' | ',' | '，') && marks.peek().is_some_and(digits);
        before = c;
        if in_number || !(c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '。')) {
            continue;
        }
        if at > start {
            clauses.push(start..at);
        }
        start = at + c.len_utf8();
    }
    if line.len() > start {
        clauses.push(start..line.len());
    }
    clauses
}

const QUOTES: [(char, char); 4] = [('《', '》'), ('“', '”'), ('「', '」'), ('‘', '’')];

/// The line with what is quoted blanked out by `_`, byte for byte, so that places stay.
fn unquoted(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let quote = QUOTES.iter().find(|(open, _)| *open == c);
        let end = quote.and_then(|(_, close)| Some(rest.find(*close)? + close.len_utf8()));
        let taken = end.unwrap_or(c.len_utf8());
        match end {
            Some(length) => plain.extend(std::iter::repeat_n('_', length)),
            None => plain.push(c),
        }
        rest = &rest[taken..];
    }
    plain
}
