//! The line of the meeting, and to what it binds.

use crate::app::agenda::Prepared;
use crate::app::field::Field;
use crate::ledger::RecordId;
use crate::plan::Place;

/// The line of the meeting: what is typed, and to what it binds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What is typed.
    pub field: Field,
    /// To what it binds.
    pub binding: Binding,
    /// The bindings before, for `##`.
    pub before: Option<Binding>,
    /// The item of the agenda that is on.
    pub item: Option<u16>,
    /// What ^U cleared, for ^Z.
    pub cleared: Option<String>,
    /// The record that Up and Down point at, while the line is empty.
    pub record: Option<RecordId>,
    /// The prepared line that they point at instead.
    pub prepared: Option<Prepared>,
    /// The prepared line from which what is typed was made.
    pub from: Option<Prepared>,
    /// Lines that could not be saved and wait behind the one that is shown.
    pub unsent: Vec<String>,
}

/// To what the line binds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// No row: 其他事项.
    #[default]
    Nothing,
    /// One or more rows.
    Rows(Vec<Place>),
    /// An earlier decision.
    Decision(RecordId),
}

impl Line {
    /// Only an empty line points at anything, and at one thing; only what is still typed was made of
    /// something.
    pub(in crate::app) fn settle(&mut self) {
        let elsewhere = |prepared: &mut Prepared| Some(prepared.item) != self.item;
        if !self.field.is_empty() || self.record.is_some() {
            self.prepared = None;
        }
        self.prepared.take_if(elsewhere);
        if self.field.is_empty() {
            self.from = None;
        }
    }
}
