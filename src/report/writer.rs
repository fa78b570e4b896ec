//! Writes the draft down, row by row, in the order of the text.
//!
//! Whoever calls it decides what something is; here it gets its number, its words and its place.
//! What nobody claims is white space or a stop, so that every character has its one span.

use std::ops::Range;

use crate::plan::plain::{is_hidden, mark};
use crate::plan::{Measure, Place, Plan, Section, Task};
use crate::words::Lang;
use crate::words::report::{Role, Unnamed, Weight, Why};

use super::draft::{Bridge, Doubt, Draft, Duty, Reason, Span};
use super::duty;
use super::goal::{self, Promised};
use super::letter::{is_space, length};
use super::line::verbatim;
use super::marker::Style;
use super::proof::Spot;
use super::table::Column;

/// More than so many bytes are not said of one row's duty.
const MOST_SAID: usize = 4000;

/// A draft in the making.
pub(super) struct Writer<'a> {
    text: &'a str,
    /// What is written so far.
    pub(super) plan: Plan,
    claims: Vec<Claim>,
    doubts: Vec<Doubted>,
    duties: Vec<Duty>,
    /// What was said of the row that the last duty is about.
    said: String,
    /// The columns of the table that is being read.
    pub(super) columns: Option<Vec<Column>>,
    /// The number of the last task with a marker that counts.
    pub(super) counted: Option<(Style, u32)>,
    /// The sentence that says how many sections follow.
    pub(super) bridge: Option<Bridge>,
    /// Where each measure stands: a bracket that names offices may part it.
    pub(super) written: Vec<(Place, Vec<Range<usize>>)>,
    /// The sentences with headline targets.
    pub(super) headlines: Vec<Range<usize>>,
}

type Reasoned = (Range<usize>, Option<Place>, Weight, Reason);

type Doubted = (Range<usize>, Option<Place>, Weight, Why);

struct Claim {
    at: Range<usize>,
    role: Role,
    row: Option<Place>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(text: &'a str, plan: Plan) -> Self {
        Self {
            text,
            plan,
            claims: Vec::new(),
            doubts: Vec::new(),
            duties: Vec::new(),
            said: String::new(),
            columns: None,
            counted: None,
            bridge: None,
            written: Vec::new(),
            headlines: Vec::new(),
        }
    }

    /// Says what a stretch is.
    pub(super) fn claim(&mut self, at: Range<usize>, role: Role) {
        self.claims.push(Claim { at, role, row: None });
    }

    fn claim_row(&mut self, at: Range<usize>, role: Role, row: Option<Place>) {
        if !at.is_empty() {
            self.claims.push(Claim { at, role, row });
        }
    }

    /// Doubts the row that is being written.
    pub(super) fn doubt(&mut self, at: Range<usize>, weight: Weight, why: Why) {
        self.doubts.push((at, self.row(), weight, why));
    }

    /// The row that is being written: the task, or else the section.
    fn row(&self) -> Option<Place> {
        let section = self.plan.sections.last()?;
        Some(section.tasks.last().map_or(section.id, |task| task.id))
    }

    /// A sentence before the first section.
    pub(super) fn guidance(&mut self, at: Range<usize>, role: Role) {
        let sentence = self.words(&at);
        if !sentence.is_empty() {
            self.plan.guidance.push(sentence);
        }
        self.claim(at, role);
    }

    /// Begins a section.
    pub(super) fn section(&mut self, marker: Range<usize>, title: Range<usize>) {
        let id = Place::section(next(self.plan.sections.len()));
        let words = self.words(&title);
        let named = if words.is_empty() { self.words(&marker) } else { words };
        let title_of = if named.is_empty() { Unnamed::Whole.text(Lang::Zh).into() } else { named };
        self.plan.sections.push(Section {
            id,
            title: title_of,
            short: String::new(),
            weight: None,
            lead: Vec::new(),
            tasks: Vec::new(),
        });
        self.claim_row(marker, Role::SectionMarker, Some(id));
        self.claim_row(title, Role::SectionTitle, Some(id));
    }

    /// Begins a section whose title stands nowhere in the text.
    pub(super) fn untitled(&mut self, title: String) {
        self.section(0..0, 0..0);
        if let Some(section) = self.plan.sections.last_mut().filter(|_| !title.is_empty()) {
            section.title = title;
        }
    }

    /// A cell that says to which section the rows from here on belong.
    pub(super) fn group(&mut self, at: Range<usize>) {
        let words = self.words(&at);
        match self.plan.sections.last_mut() {
            Some(section) if section.title == words => self.claim(at, Role::Chrome),
            Some(section) if section.tasks.is_empty() && section.lead.is_empty() => {
                section.title = words;
                let id = section.id;
                self.claim_row(at, Role::SectionTitle, Some(id));
            }
            _ => self.section(at.start..at.start, at),
        }
    }

    /// Guiding sentences of the section.
    pub(super) fn leads(&mut self, all: impl IntoIterator<Item = Range<usize>>) {
        for sentence in all {
            self.lead(sentence);
        }
    }

    /// Measures of the task.
    pub(super) fn measures(&mut self, all: impl IntoIterator<Item = Range<usize>>) {
        for sentence in all {
            self.measure(sentence);
        }
    }

    /// A guiding sentence of the section.
    pub(super) fn lead(&mut self, at: Range<usize>) {
        let sentence = self.words(&at);
        let Some(section) = self.plan.sections.last_mut() else { return };
        let id = section.id;
        if !sentence.is_empty() {
            section.lead.push(sentence);
        }
        self.claim_row(at, Role::SectionLead, Some(id));
    }

    /// Begins a task whose title stands in the text.
    pub(super) fn task(&mut self, marker: Range<usize>, title: Range<usize>) {
        let words = self.words(&title);
        let id = self.begin(words);
        self.claim_row(marker, Role::TaskMarker, id);
        self.claim_row(title, Role::TaskTitle, id);
    }

    /// Begins a task without a title of its own: the beginning of its measure stands in.
    pub(super) fn borrowed(&mut self, marker: Range<usize>, from: &Range<usize>) {
        let title = self.words(from);
        let id = self.begin(title.clone());
        self.claim_row(marker, Role::TaskMarker, id);
        self.doubt(from.clone(), Weight::Middle, Why::BorrowedTitle { title });
    }

    fn begin(&mut self, title: String) -> Option<Place> {
        let section = self.plan.sections.last_mut()?;
        let id = Place::task(section.id.number(), next(section.tasks.len()));
        let title = if title.is_empty() { Unnamed::Whole.text(Lang::Zh).into() } else { title };
        section.tasks.push(Task {
            id,
            title,
            short: String::new(),
            weight: None,
            measures: Vec::new(),
        });
        Some(id)
    }

    /// Whether the section has a task that measures can belong to.
    pub(super) fn has_task(&self) -> bool {
        self.plan.sections.last().is_some_and(|section| !section.tasks.is_empty())
    }

    /// A measure: a sentence, from which a bracket that names offices is taken.
    pub(super) fn measure(&mut self, sentence: Range<usize>) {
        let (pieces, brackets) = duty::parted(self.text, &sentence);
        let words: String = pieces.iter().map(|piece| self.words(piece)).collect();
        if length(&words) > 0 && words.chars().any(char::is_alphanumeric) {
            self.put(words, pieces);
        } else {
            for piece in pieces {
                self.claim(piece, Role::Stop);
            }
        }
        for bracket in brackets {
            self.duty(bracket, "");
        }
    }

    fn put(&mut self, words: String, pieces: Vec<Range<usize>>) {
        let Some(section) = self.plan.sections.last_mut() else { return };
        let number = section.id.number();
        let Some(task) = section.tasks.last_mut() else { return };
        let id = Place::measure(number, task.id.number(), next(task.measures.len()));
        // A title that is its measure is a line of a list: there is no stop to be missed.
        let listed = task.title == words;
        let finished = listed || words.chars().next_back().is_some_and(|c| !c.is_alphanumeric());
        task.measures.push(Measure { id, text: words, targets: Vec::new() });
        for piece in &pieces {
            self.claim_row(piece.clone(), Role::Measure, Some(id));
        }
        if let Some(piece) = pieces.last().filter(|_| !finished) {
            self.doubts.push((piece.clone(), Some(id), Weight::Light, Why::Unfinished));
        }
        self.written.push((id, pieces));
    }

    /// A line, a bracket or a cell that names offices for the row before it. A cell says who they
    /// are by the heading of its column. What is said of one row is one duty.
    pub(super) fn duty(&mut self, at: Range<usize>, heading: &str) {
        let row = self.written.last().map(|(id, _)| *id).filter(|_| self.has_task());
        let words = self.words(&at);
        let words = if heading.is_empty() { words } else { format!("{heading}：{words}") };
        let before = self.duties.last().filter(|duty| duty.row == row && row.is_some());
        let goes_on = before.is_some() && self.said.len() < MOST_SAID;
        self.said = if goes_on { format!("{}；{words}", self.said) } else { words };
        let from = before.filter(|_| goes_on).map_or(at.start, |duty| duty.at.start);
        let duty = Duty { at: from..at.end, row, ..duty::read(&self.said) };
        if duty.leads.is_empty() && duty.supports.is_empty() && duty.due.is_empty() {
            self.doubts.push((at.clone(), row, Weight::Light, Why::NoOffice));
        }
        self.claim_row(at, Role::Responsibility, row);
        if goes_on {
            self.duties.pop();
        }
        self.duties.push(duty);
    }

    /// A part of a duty that was read before, for the row before it.
    pub(super) fn duty_again(&mut self, at: Range<usize>, duty: &Duty) {
        let row = self.written.last().map(|(id, _)| *id).filter(|_| self.has_task());
        self.claim_row(at, Role::Responsibility, row);
        if self.duties.last().is_none_or(|last| last.at != duty.at) {
            self.duties.push(Duty { row, ..duty.clone() });
        }
    }

    /// The words of a stretch as a plan has them.
    pub(super) fn words(&self, at: &Range<usize>) -> String {
        verbatim(self.text, at).trim_matches(is_space).replace("**", "")
    }

    /// The source.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The stretches that were claimed as one of these.
    pub(super) fn claimed(&self, roles: &[Role]) -> impl Iterator<Item = Range<usize>> {
        self.claims.iter().filter(|claim| roles.contains(&claim.role)).map(|claim| claim.at.clone())
    }

    /// The draft: every character in one span, doubts in the order of the text.
    pub(super) fn finish(mut self) -> Draft {
        let Promised { goals, rejected, doubts } = goal::set(&mut self);
        self.hidden();
        let mut spans = self.cover();
        let mut spots = Spots { text: self.text, at: 0, line: 1, column: 1 };
        for span in &mut spans {
            span.spot = spots.of(span.at.start);
        }
        let read = |(at, row, weight, why)| (at, row, weight, Reason::Reading(why));
        let unsure = |(at, id, weight, why)| (at, Some(id), weight, Reason::Target(why));
        let mut doubted: Vec<Reasoned> =
            self.doubts.into_iter().map(read).chain(doubts.into_iter().map(unsure)).collect();
        doubted.sort_by_key(|(at, ..)| at.start);
        let mut spots = Spots { text: self.text, at: 0, line: 1, column: 1 };
        let doubts = doubted.into_iter().map(|(at, row, weight, why)| {
            let spot = spots.of(at.start);
            Doubt { at, spot, row, weight, why }
        });
        let doubts = doubts.collect();
        Draft {
            plan: self.plan,
            spans,
            doubts,
            bridge: self.bridge,
            duties: self.duties,
            goals,
            rejected,
        }
    }

    /// One doubt for each kind of character that nobody sees within a row.
    fn hidden(&mut self) {
        let mut told = std::collections::BTreeSet::new();
        let rows = self.claims.iter().filter(|claim| claim.row.is_some());
        let mut found = Vec::new();
        for claim in rows {
            let part = self.text.get(claim.at.clone()).unwrap_or_default();
            for (at, c) in part.char_indices() {
                let unseen = is_hidden(c) && !super::letter::is_break(c) && c != '\t';
                if unseen && told.insert(c) {
                    let at = claim.at.start + at;
                    let why = Why::Hidden { mark: mark(c) };
                    found.push((at..at + c.len_utf8(), claim.row, Weight::Light, why));
                }
            }
        }
        self.doubts.append(&mut found);
    }

    fn cover(&mut self) -> Vec<Span> {
        self.claims.sort_by_key(|claim| claim.at.start);
        let mut spans = Vec::with_capacity(2 * self.claims.len() + 1);
        let mut at = 0;
        for claim in &self.claims {
            let start = claim.at.start.max(at);
            if claim.at.end <= start {
                continue;
            }
            self.unclaimed(at..start, &mut spans);
            spans.push(span(start..claim.at.end, claim.role, claim.row));
            at = claim.at.end;
        }
        self.unclaimed(at..self.text.len(), &mut spans);
        spans
    }

    /// White space and stops between two claims.
    fn unclaimed(&self, gap: Range<usize>, spans: &mut Vec<Span>) {
        let part = self.text.get(gap.clone()).unwrap_or_default();
        let mut run: Option<(Role, Range<usize>)> = None;
        for (at, c) in part.char_indices() {
            let role = match c {
                _ if is_space(c) => Role::Space,
                _ if !c.is_alphanumeric() => Role::Stop,
                _ => Role::Chrome,
            };
            let (from, to) = (gap.start + at, gap.start + at + c.len_utf8());
            match &mut run {
                Some((kind, range)) if *kind == role => range.end = to,
                _ => {
                    spans.extend(run.take().map(|(role, at)| span(at, role, None)));
                    run = Some((role, from..to));
                }
            }
        }
        spans.extend(run.map(|(role, at)| span(at, role, None)));
    }
}

fn span(at: Range<usize>, role: Role, row: Option<Place>) -> Span {
    Span { at, spot: Spot { line: 1, column: 1 }, role, row }
}

/// The number of the next row; beyond the last number that there is, rows share it.
fn next(count: usize) -> u16 {
    u16::try_from(count + 1).unwrap_or(u16::MAX)
}

/// Lines and columns, asked for in the order of the text.
struct Spots<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl Spots<'_> {
    fn of(&mut self, byte: usize) -> Spot {
        let passed = self.text.get(self.at..byte.max(self.at)).unwrap_or_default();
        for c in passed.chars() {
            self.column += 1;
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            }
        }
        self.at = byte.max(self.at);
        Spot { line: self.line, column: self.column }
    }
}
