//! Tables that offices fill in and send back: columns by their headings, rows by their ids.
//!
//! A table is understood whole or not at all: whatever is wrong with one line is a [`Fault`] with the
//! line's number, and as long as there is one nothing is recorded. What the cells change is told
//! beside what stands there now, before anything is done.

pub mod assignments;
pub mod readings;
pub mod template;

use std::collections::BTreeMap;

use super::Session;
use super::script::simplified;
use crate::format::sheet::{Row, Sheet};
use crate::plan::{Found, Place, Plan};
use crate::words::{BadRow, BadSheet, Heading, Lang, Notice, listed};

/// What is wrong with one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file.
    pub line: usize,
    /// What, and what to do.
    pub what: Wrong,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// With the table's own rules.
    Row(BadRow),
    /// With what a cell says: the same words as on the line.
    Cell(Notice),
}

impl Fault {
    /// The fault in one sentence, its line in front.
    pub fn text(&self, lang: Lang) -> String {
        let what = match &self.what {
            Wrong::Row(row) => row.text(lang),
            Wrong::Cell(notice) => notice.text(lang),
        };
        BadRow::At { line: self.line.to_string(), what }.text(lang)
    }
}

/// What a table leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood<T> {
    /// What its lines would record, in their order.
    pub changes: Vec<Change<T>>,
    /// What is wrong with lines; nothing may be recorded while there is any.
    pub faults: Vec<Fault>,
    /// How many lines say nothing.
    pub blank: usize,
    /// How many say what stands already.
    pub unchanged: usize,
}

impl<T> Default for Understood<T> {
    fn default() -> Self {
        Self { changes: Vec::new(), faults: Vec::new(), blank: 0, unchanged: 0 }
    }
}

/// What one line would record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// The line of the file.
    pub line: usize,
    /// The row that it is about.
    pub place: Place,
    /// What would be recorded.
    pub now: T,
    /// What to look at twice.
    pub cautions: Vec<String>,
}

/// The cell of a heading; empty where a line is shorter.
struct Columns(BTreeMap<&'static str, (Heading, usize)>);

/// A heading with the other words by which people know it.
type Named = (Heading, &'static [&'static str]);

impl Columns {
    /// Finds the columns in the first line. Those that nobody asks for are passed over.
    fn find(sheet: &Sheet, known: &[Named], needed: &[Heading]) -> Result<Self, BadSheet> {
        let Some(first) = sheet.rows.first() else { return Err(BadSheet::Empty) };
        let mut columns = BTreeMap::new();
        for (at, cell) in first.cells.iter().enumerate() {
            let Some((heading, _)) = known.iter().find(|named| is_called(cell, named)) else {
                continue;
            };
            let name = heading.text(Lang::En);
            if columns.insert(name, (*heading, at)).is_some() {
                let line = first.line.to_string();
                return Err(BadSheet::TwoOf { heading: heading.text(Lang::Zh).into(), line });
            }
        }
        let missing = needed.iter().filter(|one| !columns.contains_key(one.text(Lang::En)));
        let wanted: Vec<String> =
            missing.map(|one| format!("{} {}", one.text(Lang::Zh), one.text(Lang::En))).collect();
        if wanted.is_empty() {
            Ok(Self(columns))
        } else {
            Err(BadSheet::NoHeading { wanted: listed(&wanted) })
        }
    }

    fn cell<'a>(&self, row: &'a Row, heading: Heading) -> &'a str {
        let at = self.0.get(heading.text(Lang::En)).map(|(_, at)| *at);
        let cell = at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
        // What keeps a cell from being a formula is no part of it.
        cell.strip_prefix('\'').unwrap_or(cell)
    }

    /// Cells that were torn, or hold more than any field.
    fn check(&self, row: &Row) -> Result<(), BadRow> {
        for (heading, at) in self.0.values() {
            let cell = row.cells.get(*at).map_or("", String::as_str);
            let heading = heading.text(Lang::Zh).to_owned();
            if cell.contains(['\n', '\r']) {
                return Err(BadRow::LineBreak { heading });
            }
            if cell.chars().count() > super::field::LIMIT {
                return Err(BadRow::TooWide { heading });
            }
        }
        Ok(())
    }
}

fn is_called(cell: &str, (heading, others): &Named) -> bool {
    let cell = cell.trim().trim_start_matches('\'').to_lowercase();
    let cell = simplified(&cell).unwrap_or(cell);
    let words = [heading.text(Lang::Zh), heading.text(Lang::En)];
    words.contains(&cell.as_str()) || others.contains(&cell.as_str())
}

/// The row of a line, held against the name that the line gives it: a table that was sorted by one
/// column alone must not be believed.
fn place(plan: &Plan, id: &str, name: &str) -> Result<Place, BadRow> {
    let plain: String = id.chars().map(super::key::twin).collect();
    let place = plain.trim().parse::<Place>().ok();
    let found = place.and_then(|place| Some((place, plan.find(place)?)));
    let (place, found) = found.ok_or_else(|| BadRow::NoRow { id: id.to_owned() })?;
    let own = [found.title(), found.short()].map(squeezed);
    if name.is_empty() || own.contains(&squeezed(name)) {
        return Ok(place);
    }
    let ours = found.short().to_owned();
    Err(BadRow::OtherName { id: place.to_string(), theirs: name.to_owned(), ours })
}

/// Without blanks: spreadsheets and people add them.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A cell as one line of clean text.
fn clean(cell: &str) -> String {
    cell.chars().filter(|c| !crate::plan::plain::is_hidden(*c)).collect()
}

/// The offices that have a row to report, in protocol order, and at the end those outside the roster.
fn leads(session: &Session, place: Place) -> Option<crate::plan::Party> {
    session.assignment(place).and_then(|now| now.lead.first()).cloned()
}

/// A target by its number and name.
fn named(found: Option<Found<'_>>, place: Place) -> String {
    found.map_or_else(|| place.to_string(), |found| format!("{place} {}", found.short()))
}
