//! What lies over a screen and has the keys: a number, a search, a choice, a text to be taken.

use crate::app::copying::Copied;
use crate::app::field::Field;
use crate::app::mend::Sealed;
use crate::app::rows::Stop;
use crate::app::sight::Printer;
use crate::judge::Light;
use crate::ledger::RecordId;
use crate::plan::Place;

/// What lies over a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// A row's number is being typed.
    Jump(String),
    /// 搜索 or 命令
    Find(Find),
    /// A numbered choice.
    Menu(Menu),
    /// A text on a screen that is otherwise blank.
    Plain(Plain),
}

/// A text to be taken by the mouse of the terminal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain {
    /// How much of what the seat shows.
    pub what: Copied,
    /// The first line shown.
    pub top: usize,
}

/// Looking for something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// Commands only (F4), or everything (`/`).
    pub commands: bool,
    /// What is looked for.
    pub field: Field,
    /// What was found, best first; worked out when a key is typed, not when it is drawn.
    pub hits: Vec<Hit>,
    /// The row with the cursor.
    pub cursor: usize,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub stop: Stop,
    /// Its text, as it was when it was found.
    pub shown: String,
    /// Which characters of it matched, in bytes.
    pub matched: Vec<std::ops::Range<usize>>,
    /// How it stood.
    pub light: Option<Light>,
}

/// A numbered choice: a digit picks, arrows and Enter too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// What is chosen.
    pub about: About,
    /// The row with the cursor.
    pub cursor: usize,
}

/// What a menu is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// F8 in a meeting: 休会, 散会.
    Meeting,
    /// Which of several targets a value is of.
    Target {
        /// The targets.
        of: Vec<Place>,
        /// What was typed behind `=`.
        value: String,
    },
    /// What can be done about a decision.
    Decision(RecordId),
    /// The rest of it.
    MoreOf(RecordId),
    /// Which sealed record is corrected.
    Sealed(Vec<Sealed>),
    /// In what order the register lists.
    Sort,
    /// Which changes a comparison lists, and how they are put together.
    Changes,
    /// The light of a row.
    Light(Place),
    /// Where what is seen is printed to.
    Print(Printer),
}
