//! A page of fields: opening a meeting, the long form of a decision, a reading.
//!
//! Tab and arrows move, Enter moves on and confirms on the last field. A form holds what was typed
//! and nothing else; what it means is worked out when it is confirmed.

use super::field::Field;
use super::key::Key;
use super::mend::Sealed;
use crate::ledger::{About, Light, RecordId, Settlement};
use crate::plan::{Party, Place};
use crate::words::{Deed, Label};

/// A page of fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// Its fields, top to bottom.
    pub fields: Vec<(Label, Field)>,
    /// What is ticked off, below the fields.
    pub ticks: Vec<Tick>,
    /// The field or tick with the cursor, counted through.
    pub at: usize,
}

/// Something that is so or not, turned by Space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// What.
    pub of: Ticked,
    /// Whether it is so.
    pub on: bool,
}

/// What can be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// A member of a checklist is done.
    Member(String),
    /// 快报: a figure is not final.
    Preliminary,
    /// 固定: a light stays when a reading comes.
    Pinned,
}

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// 开会
    Open,
    /// 记议定 on rows, or an earlier one changed.
    Decide {
        /// The rows.
        rows: Vec<Place>,
        /// The decision that is being changed.
        change: Option<RecordId>,
    },
    /// 记报数 of a target.
    Read {
        /// The target.
        target: Place,
    },
    /// A reading, a note or an assignment that is not sealed yet, changed.
    Revise {
        /// The record.
        record: RecordId,
    },
    /// 亮灯 of a row.
    Light {
        /// The row.
        row: Place,
        /// The light.
        light: Light,
    },
    /// 分工 of a row.
    Assign {
        /// The row.
        row: Place,
    },
    /// 交账: why a row came out as it did.
    Account {
        /// The row.
        row: Place,
        /// 完成 未完成 转下年
        state: Settlement,
    },
    /// 议题, a new one behind another or one that is there.
    Item {
        /// Its number.
        number: Option<u16>,
        /// The item that a new one follows.
        behind: Option<u16>,
    },
    /// A line prepared for an item.
    Prepare {
        /// The item's number.
        number: u16,
        /// Which of its lines; a new one when none.
        line: Option<usize>,
    },
    /// Why an item is skipped this time.
    Skip {
        /// The item's number.
        number: u16,
    },
    /// 签到 of somebody, new on the sheet when none.
    Attend {
        /// Who.
        who: Option<Party>,
    },
    /// 报数表: the file.
    Figures,
    /// Who commits: asked when git does not know.
    Identity,
    /// A step in the life of an earlier decision.
    Follow {
        /// Which decision.
        decision: RecordId,
        /// What happened to it.
        deed: Deed,
    },
    /// 督办单 about a row or a decision.
    Sheet {
        /// What it presses for.
        about: About,
    },
    /// 更正 of a sealed record.
    Correct {
        /// Which record.
        of: Sealed,
    },
    /// 另定: something else than what two lines of meetings say.
    Dispute {
        /// The number of the conflict.
        number: u16,
    },
    /// 签发 of a meeting's minutes.
    Sign,
    /// 调整 of a target.
    Amend {
        /// The target.
        target: Place,
    },
}

/// What a form made of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It moved, or took the text.
    Taken,
    /// Something was ticked or unticked.
    Ticked,
    /// It is to be carried out.
    Confirmed,
    /// The key means nothing to a form.
    Passed,
}

impl Form {
    /// A form, the cursor in its first field.
    pub fn new(purpose: Purpose, fields: Vec<(Label, Field)>) -> Self {
        Self { purpose, fields, ticks: Vec::new(), at: 0 }
    }

    /// The same with something to tick below its fields.
    #[must_use]
    pub fn ticking(self, ticks: Vec<Tick>) -> Self {
        Self { ticks, ..self }
    }

    /// Whether something is ticked; false when the form has no such tick.
    pub fn is_on(&self, of: &Ticked) -> bool {
        self.ticks.iter().any(|tick| tick.on && tick.of == *of)
    }

    /// The members that are ticked.
    pub fn done(&self) -> Vec<String> {
        let member = |tick: &Tick| match &tick.of {
            Ticked::Member(name) if tick.on => Some(name.clone()),
            _ => None,
        };
        self.ticks.iter().filter_map(member).collect()
    }

    /// The text of a field, trimmed; empty when the form has no such field.
    pub fn text(&self, label: Label) -> &str {
        let field = self.fields.iter().find(|(of, _)| *of == label);
        field.map_or("", |(_, field)| field.text().trim())
    }

    /// The field with the cursor.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at).map(|(_, field)| field)
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Answer {
        let last = (self.fields.len() + self.ticks.len()).saturating_sub(1);
        let tick = self.at.checked_sub(self.fields.len());
        if let Some(tick) = tick.and_then(|tick| self.ticks.get_mut(tick))
            && matches!(key, Key::Char(' ' | '\u{3000}'))
        {
            tick.on = !tick.on;
            return Answer::Ticked;
        }
        match key {
            Key::Tab | Key::Down => self.at = if self.at == last { 0 } else { self.at + 1 },
            Key::BackTab | Key::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            Key::Enter if self.at == last => return Answer::Confirmed,
            Key::Enter => self.at += 1,
            key => {
                if !self.field().is_some_and(|field| field.key(key)) {
                    return Answer::Passed;
                }
            }
        }
        Answer::Taken
    }
}
