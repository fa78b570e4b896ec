//! The lines of the draft, in the order of the report: what became rows of the plan, the targets
//! under them, and, as one line each, the parts that are kept out.

use std::ops::Range;

use super::Numbers;
use crate::plan::Place;
use crate::report::{Draft, Span};
use crate::words::report::Role;

/// One line of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which characters it is made of.
    pub at: Range<usize>,
    /// What it is.
    pub what: What,
    /// Which row of the plan.
    pub place: Option<Place>,
    /// Which doubts of the draft point at it.
    pub doubts: Vec<usize>,
}

/// What a line of the draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A part that is kept and does not enter the plan.
    Kept(Role),
    /// A sentence before the first section.
    Guidance(Role),
    /// The title of a section.
    Section,
    /// A guiding sentence of a section.
    Lead,
    /// The title of a task.
    Task,
    /// A measure.
    Measure,
    /// Who answers for what.
    Duty,
    /// A target.
    Target,
    /// A number that is no target, by its number among the draft's.
    Number(usize),
}

impl What {
    /// How far the line is moved in.
    pub const fn depth(self) -> u16 {
        match self {
            Self::Kept(_) | Self::Guidance(_) | Self::Section => 0,
            Self::Lead | Self::Task => 1,
            Self::Measure | Self::Duty => 2,
            Self::Target | Self::Number(_) => 3,
        }
    }
}

/// The lines of a draft.
pub fn rows(draft: &Draft, numbers: Numbers) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for span in &draft.spans {
        let Some(what) = of(span.role) else { continue };
        let joins = rows.last().is_some_and(|row| goes_on(row, what, span));
        match rows.last_mut().filter(|_| joins) {
            Some(row) => row.at.end = span.at.end,
            None => rows.push(row(span.at.clone(), what, span.row)),
        }
    }
    let mut rows = with_numbers(rows, draft, numbers);
    point(&mut rows, draft);
    rows
}

fn row(at: Range<usize>, what: What, place: Option<Place>) -> Row {
    Row { at, what, place, doubts: Vec::new() }
}

fn of(role: Role) -> Option<What> {
    match role {
        Role::Space | Role::Stop | Role::SectionMarker | Role::TaskMarker => None,
        Role::SectionTitle => Some(What::Section),
        Role::SectionLead => Some(What::Lead),
        Role::TaskTitle => Some(What::Task),
        Role::Measure => Some(What::Measure),
        Role::Responsibility => Some(What::Duty),
        Role::Guidance | Role::Headline | Role::Bridge => Some(What::Guidance(role)),
        role => Some(What::Kept(role)),
    }
}

/// Whether a span goes on with the line before it: the review and its like are one line however long
/// they are; of a measure that a bracket parts, all pieces are one.
fn goes_on(row: &Row, what: What, span: &Span) -> bool {
    match what {
        What::Kept(Role::Review | Role::Outlook | Role::Glossary | Role::Closing) => {
            row.what == what
        }
        What::Measure => row.what == what && row.place == span.row && span.row.is_some(),
        _ => false,
    }
}

/// The lines, with the numbers that stand in them below each.
fn with_numbers(rows: Vec<Row>, draft: &Draft, numbers: Numbers) -> Vec<Row> {
    let mut below: Vec<Row> = draft
        .goals
        .iter()
        .map(|goal| row(goal.number.clone(), What::Target, Some(goal.id)))
        .collect();
    if numbers == Numbers::All {
        let others = draft.rejected.iter().enumerate();
        below.extend(others.map(|(nth, other)| row(other.at.clone(), What::Number(nth), None)));
    }
    below.sort_by_key(|row| row.at.start);
    let mut below = below.into_iter().peekable();
    let mut all = Vec::with_capacity(rows.len() + draft.goals.len());
    for row in rows {
        let (end, kept) = (row.at.end, matches!(row.what, What::Kept(_)));
        all.push(row);
        while let Some(number) = below.next_if(|number| number.at.start < end) {
            if !kept || number.what == What::Target {
                all.push(number);
            }
        }
    }
    all
}

/// Gives each doubt to the line that it points at: its target, or the innermost around it, or else
/// the one behind it.
fn point(rows: &mut [Row], draft: &Draft) {
    for (nth, doubt) in draft.doubts.iter().enumerate() {
        let target = |row: &Row| row.what == What::Target && row.place == doubt.row;
        let around = |row: &Row| row.at.start <= doubt.at.start && doubt.at.end <= row.at.end;
        let behind = |row: &Row| row.at.end > doubt.at.start;
        let found = rows.iter().position(target);
        let found = found.or_else(|| rows.iter().rposition(around));
        let found = found.or_else(|| rows.iter().position(behind));
        if let Some(row) = found.and_then(|at| rows.get_mut(at)) {
            row.doubts.push(nth);
        }
    }
}
