//! The one-line entry: what a typed line means, for the screen and for the command line alike.
//!
//! ```text
//! line ─ a binding alone?  ─ readings?  ─ prefix ─ sigils ─ sentence ─ what was not said
//!        #1.4  #7  ##        1.2/1=305    要求：    @3 +5     由X牵头    the row's lead,
//!                                                 >1031              the next meeting
//! ```
//!
//! Total: any text means something, and what is not understood stays text. No character of a line is
//! lost: it is in the record's text or in a [`Spot`] that was dropped from it. The line is read anew
//! on every key, so nothing here may depend on how large the plan is, or ask what day it is.

mod binding;
mod candidates;
mod decision;
mod figure;
mod names;
mod reading;
mod replace;
mod sentence;
mod sigil;

use std::ops::Range;

use chrono::NaiveDate;

use super::due::Base;
use super::key::twin;
use crate::ledger::{About, Decision, Note, Reading, RecordId, Snapshot};
use crate::plan::{Party, Place, Plan};
use crate::words::{Caution, Notice};

pub use candidates::{Candidate, Candidates, candidates};
pub(super) use decision::assume;
pub use figure::{Figure, figure};
pub use names::Names;
pub use reading::{meant_period, members, next_period};
pub use sigil::named;

/// What a line is read against.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The names of its roster.
    pub names: &'a Names,
    /// What stands now: the open meeting and the ledger.
    pub state: &'a Snapshot,
    /// Who is picked by the digits 1 to 9: the attending offices in protocol order; without sign-in
    /// the first nine of the roster.
    pub picks: &'a [Party],
    /// To what the line is bound.
    pub binding: &'a [About],
    /// The rows of an item that binds to none of them: a figure may be of any.
    pub item: &'a [Place],
    /// Who reports on the item that is on: leads what nobody else does.
    pub reporter: Option<&'a Party>,
    /// A reading that is being changed: the figure is read as if it were not there.
    pub revised: Option<&'a RecordId>,
    /// What due words count from.
    pub base: Base<'a>,
    /// The day on which a reading is entered.
    pub today: NaiveDate,
}

/// A line, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// What Enter would do.
    pub meaning: Meaning,
    /// What was understood of the line, in its order, without overlaps.
    pub spots: Vec<Spot>,
    /// What to look at twice.
    pub cautions: Vec<Caution>,
}

/// What Enter would do.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// The line is empty.
    Nothing,
    /// `：` alone: the palette.
    Palette,
    /// Records a decision. `item` is the caller's to fill.
    Decision(Box<Decision>),
    /// 记：records a note. `item` is the caller's to fill.
    Note(Note),
    /// Records readings of targets.
    Readings(Vec<(Place, Reading)>),
    /// `=305` on a row with several targets: one is to be chosen.
    WhichTarget {
        /// The targets of the bound rows.
        of: Vec<Place>,
        /// The value and what follows it, to be read again as `PLACE=VALUE`.
        value: String,
    },
    /// Gives rows to offices. No lead means that the one now stays.
    Assign {
        /// The rows.
        rows: Vec<Place>,
        /// 牵头领导: a post.
        sponsor: Option<Party>,
        /// 牵头
        lead: Vec<Party>,
        /// 配合
        support: Vec<Party>,
        /// 完成时限 of the rows.
        due: Option<NaiveDate>,
    },
    /// `@7` alone: the card of an office.
    Card(Party),
    /// Binds the line to something else.
    Bind(Bind),
    /// Enter would do nothing, and why.
    Refused(Notice),
}

/// To what a line of only `#…` binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bind {
    /// `#1.4`, `#14`, `#1.4 #1.2`
    Rows(Vec<Place>),
    /// `#4/2`, `#2023-09-15/2`
    Decision(RecordId),
    /// `#7`: an item of the agenda.
    Item(u16),
    /// `#zsyz`: the task that sounds so. Which one is looked for when it is meant, and not on every key.
    Spelt(String),
    /// `#0`: 其他事项
    Nothing,
    /// `##`: what it was bound to before.
    Back,
}

/// A part of the line that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its bytes.
    pub at: Range<usize>,
    /// As what.
    pub part: Part,
    /// It does not enter the record's text: a sigil, a prefix, a clause that said nothing else.
    pub dropped: bool,
}

/// What a part of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 要求： 记： 原则同意： 待定
    Kind,
    /// What it is about.
    Place,
    /// 牵头
    Lead,
    /// 配合
    Support,
    /// 时限
    Due,
    /// A figure.
    Value,
    /// The months of a figure.
    Period,
    /// Where a figure comes from.
    Source,
}

/// Reads a line.
pub fn read(line: &str, context: &Context) -> Understood {
    let text = line.trim();
    if text.is_empty() {
        return Understood::plain(Meaning::Nothing);
    }
    if text.chars().map(twin).eq([':']) {
        return Understood::plain(Meaning::Palette);
    }
    binding::read(line, context)
        .or_else(|| reading::read(line, context))
        .unwrap_or_else(|| decision::read(line, context))
}

impl Understood {
    fn plain(meaning: Meaning) -> Self {
        Self { meaning, spots: Vec::new(), cautions: Vec::new() }
    }

    fn refused(why: Notice, spots: Vec<Spot>) -> Self {
        Self { meaning: Meaning::Refused(why), spots, cautions: Vec::new() }
    }
}

impl Spot {
    fn dropped(at: Range<usize>, part: Part) -> Self {
        Self { at, part, dropped: true }
    }
}

/// Whether a sigil's value may end before this: at the end, a space, another sigil, or a stop.
fn is_boundary(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| c.is_whitespace() || is_sigil(c) || ends_value(c))
}

fn is_sigil(c: char) -> bool {
    matches!(twin(c), '@' | '+' | '>' | '#' | '=')
}

/// Marks that part clauses, and lists of names.
fn ends_value(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '、')
}

#[cfg(test)]
pub(super) mod tests;
