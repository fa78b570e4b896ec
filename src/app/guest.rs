//! 阅览席: a pair of eyes that follows, browses and marks, and cannot change a record.
//!
//! Read-only is a type here and not a check. What a key means is an [`Action`]: a look or a mark, and
//! there is no third kind:
//!
//! ```
//! use yiding::app::guest::{Action, Effect};
//! fn all_there_is(action: Action) {
//!     match action {
//!         Action::Look(_) | Action::Mark(_) => {}
//!     }
//! }
//! fn all_it_asks_for(effect: Effect) {
//!     match effect {
//!         Effect::Write(_) | Effect::Draft(_) | Effect::Recall(_) => {}
//!         Effect::Prefer(_) | Effect::Copy(_) | Effect::Redraw | Effect::Leave => {}
//!     }
//! }
//! ```
//!
//! No act can be named:
//!
//! ```compile_fail,E0599
//! let act = yiding::app::guest::Action::Act;
//! ```
//!
//! The session is lent to be read, so no act can be carried out on it:
//!
//! ```compile_fail,E0308
//! fn take_back(session: &yiding::app::Session) {
//!     let _ = yiding::app::act::undo(session);
//! }
//! ```
//!
//! And what the desk asks of the disk is nothing that a guest can ask for:
//!
//! ```compile_fail,E0308
//! fn seal(publication: yiding::app::Publication) -> yiding::app::guest::Effect {
//!     yiding::app::Effect::Commit(publication)
//! }
//! ```

mod boxes;
pub mod command;
mod follow;
mod going;
mod keys;
mod marking;
mod minutes;
mod over;
mod pointing;
pub mod typed;
pub mod veil;

use chrono::{DateTime, FixedOffset};

use super::Input;
use super::copying::Copied;
use super::field::Field;
use super::page::looks::Change;
use super::seat::{Hands, Screen, Seat};
use super::session::Session;
use super::spot::Spot;
use crate::ledger::{About, Jot, RecordId, SnapshotId};
use crate::words::{GuestSays, Lang};

pub use command::{Command, Look};
pub use follow::{Heard, Turn, Visit, hear, sit_down};
pub use keys::action;
pub use marking::{answer, is_seen};
pub use minutes::{is_idle, offers_minutes, signed};
pub use pointing::{counts, point, row_of};

/// A reviewer's seat before a session.
#[derive(Clone, Debug)]
pub struct Guest {
    /// What it looks at.
    pub seat: Seat,
    /// The name under which marks are left.
    pub name: String,
    /// In which form it is shown.
    pub layout: Layout,
    /// How often its reviewer had come before.
    pub came: usize,
    /// Whether it goes where the desk goes.
    pub mode: Mode,
    /// Where the desk is; none while no desk is open.
    pub desk: Option<Spot>,
    /// What lies over the screen and is a guest's alone.
    pub over: Option<Over>,
    /// The row that a typed line named: a mark is left on it until something else is looked at.
    pub named: Option<About>,
    /// What was written and not sent.
    pub drafts: Vec<(About, String)>,
    /// What was recorded while nobody sat here, or while its person was elsewhere.
    pub missed: Missed,
    /// Since when following is paused, and what was recorded since.
    paused: Option<(DateTime<FixedOffset>, Vec<RecordId>)>,
    /// The signed minutes were opened or passed over: Enter opens rows again.
    passed: bool,
    /// What was said last.
    pub said: Option<GuestSays>,
    /// It stays until something is done about it.
    pub alarm: bool,
    /// Esc was pressed once where there was nothing to leave but the seat.
    leaving: bool,
}

/// In which form a seat is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The screens that the desk has.
    #[default]
    Screen,
    /// 大屏: it follows and nothing else; whoever leans on its keys changes nothing.
    Wall,
    /// 线性: lines behind each other, and lines typed in.
    Lines,
}

/// Whether a seat goes where the desk goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// 跟随
    #[default]
    Following,
    /// 浏览
    Browsing,
}

/// What lies over the screen of a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The numbered menu: every key of a guest, without function keys.
    Menu {
        /// The row with the cursor.
        cursor: usize,
    },
    /// The keys, and what they do.
    Help {
        /// The first line shown.
        top: usize,
    },
    /// A decision with its life.
    Card(RecordId),
    /// What was missed, one by one.
    Missed {
        /// Which.
        at: usize,
    },
    /// 批注, being written.
    Pad {
        /// On what.
        about: About,
        /// What is written.
        field: Field,
    },
}

/// What was recorded while nobody sat here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missed {
    /// When the seat was left.
    pub from: Option<DateTime<FixedOffset>>,
    /// When it was taken again.
    pub to: Option<DateTime<FixedOffset>>,
    /// The records, oldest first.
    pub ids: Vec<RecordId>,
    /// How many of them are decisions, how many readings.
    pub counts: (usize, usize),
    /// Nobody wants to read them now.
    pub later: bool,
}

/// What a key of a guest means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Something else is looked at.
    Look(Look),
    /// A mark is left.
    Mark(Mark),
}

/// What a guest may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 已阅 on what is pointed at; again takes it back.
    Seen,
    /// Begins a remark on it.
    Remark,
    /// Sends what is written.
    Send,
}

/// What a guest asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Append a line to this reviewer's own file.
    Write(Jot),
    /// Keep what is written and not sent where only this reviewer reads it.
    Draft(Vec<(About, String)>),
    /// Read a snapshot that was sealed before: a comparison wants to know what only its file says.
    Recall(SnapshotId),
    /// Write this reviewer's settings down.
    Prefer(Box<Change>),
    /// Give what the seat shows to the clipboard of its terminal.
    Copy(Copied),
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Leave,
}

impl Guest {
    /// A seat that follows.
    pub fn new(size: (u16, u16), lang: Lang, name: &str) -> Self {
        let mut seat = Seat::new(size, lang);
        seat.hands = Hands::Read;
        Self {
            seat,
            name: name.to_owned(),
            layout: Layout::default(),
            came: 0,
            mode: Mode::Following,
            desk: None,
            over: None,
            named: None,
            drafts: Vec::new(),
            missed: Missed::default(),
            paused: None,
            passed: false,
            said: None,
            alarm: false,
            leaving: false,
        }
    }

    /// Whether its reviewer knows what a reviewer may: who is told twice does.
    pub fn is_introduced(&self) -> bool {
        self.came >= 2
    }

    /// Says something that the next key replaces.
    pub fn say(&mut self, what: GuestSays) {
        self.said = Some(what);
        self.alarm = false;
    }

    /// Says something that stays until the next key.
    pub fn warn(&mut self, what: GuestSays) {
        self.said = Some(what);
        self.alarm = true;
    }

    /// Goes on alone.
    fn browse(&mut self) {
        self.mode = Mode::Browsing;
    }

    /// Everything that is written and not sent, what is being written among it.
    fn unsent(&self) -> Vec<(About, String)> {
        let mut all = self.drafts.clone();
        if let Some(Over::Pad { about, field }) = &self.over {
            all.retain(|(other, _)| other != about);
            if !field.is_empty() {
                all.push((about.clone(), field.text().to_owned()));
            }
        }
        all
    }
}

/// Takes one input of a guest. The session's catalogue must be as the session is.
pub fn update(session: &Session, guest: &mut Guest, input: &Input) -> Vec<Effect> {
    let (before, mode) = (guest.unsent(), guest.mode);
    let mut effects = match input {
        Input::Resize(columns, rows) => {
            guest.seat.size = (*columns, *rows);
            Vec::new()
        }
        Input::Measured(ambiguous) => {
            guest.seat.measured(*ambiguous);
            vec![Effect::Redraw]
        }
        Input::Key(key) => {
            hush(guest);
            action(guest, *key).map_or_else(Vec::new, |action| carry_out(session, guest, action))
        }
        // What it means is known where the frame is.
        Input::Mouse(_) => Vec::new(),
        Input::Text(_) | Input::Paste(_) | Input::Touch(_) if guest.layout == Layout::Wall => {
            Vec::new()
        }
        Input::Touch(_) if guest.seat.looks.is_some() => Vec::new(),
        Input::Touch(touch) => {
            hush(guest);
            carry_out(session, guest, Action::Look(Look::Touch(touch.clone())))
        }
        Input::Text(text) | Input::Paste(text) => {
            hush(guest);
            // The settings have no place for it: they are left as by Esc.
            let mut effects = over::leave_looks(guest);
            effects.extend(carry_out(session, guest, Action::Look(Look::Text(text.clone()))));
            effects
        }
    };
    if (mode, guest.mode) == (Mode::Following, Mode::Browsing) {
        guest.paused = Some((session.now, Vec::new()));
    }
    if !effects.iter().any(|effect| matches!(effect, Effect::Copy(_))) {
        guest.seat.copied = None;
    }
    let unsent = guest.unsent();
    if unsent != before {
        effects.push(Effect::Draft(unsent));
    }
    effects.extend(settle(session, guest).into_iter().map(Effect::Recall));
    effects
}

/// Works the comparison out anew where an end moved or something was recorded; the files that know
/// more of it.
fn settle(session: &Session, guest: &mut Guest) -> Vec<SnapshotId> {
    match guest.seat.screen_mut() {
        Some(Screen::Compare(compare)) => compare.settle(session),
        _ => Vec::new(),
    }
}

/// A snapshot that was asked for was read, and the session knows it.
pub fn recalled(session: &Session, guest: &mut Guest) {
    // It asks for nothing that was not asked for.
    let _ = settle(session, guest);
}

fn carry_out(session: &Session, guest: &mut Guest, action: Action) -> Vec<Effect> {
    let leaving = std::mem::take(&mut guest.leaving);
    match action {
        Action::Look(look) => over::look(session, guest, look, leaving),
        Action::Mark(mark) => marking::mark(session, guest, mark),
    }
}

/// What was said goes with the next key.
fn hush(guest: &mut Guest) {
    guest.said = None;
    guest.alarm = false;
    guest.seat.notice = None;
}

#[cfg(test)]
mod tests;
