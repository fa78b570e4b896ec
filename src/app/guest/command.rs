//! The one table of a guest's keys: footer, help and the numbered menu are read from it.
//!
//! Each of them has a key that passes an input method, and each is reached without a function key:
//! some sit at a telephone. Nothing in this table can name an act.

use super::{Action, Guest, Layout, Mark, Mode};
use crate::app::keyed::{Keyed, row_of};
use crate::app::pointer::Touch;
use crate::app::rows::Stop;
use crate::app::seat::Screen;
use crate::app::session::Session;
use crate::app::{Key, Keymap};
use crate::words::{Do, Guest as Word, Lang};

/// What only looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// 帮助
    Help,
    /// 目录: the numbered menu.
    Menu,
    /// 跟随, or goes on alone.
    Follow,
    /// 看会议
    Meeting,
    /// What was missed.
    Missed,
    /// 差异
    Compare,
    /// 来龙去脉 of what is pointed at.
    Story,
    /// The decisions of the meeting whose minutes were signed last.
    Minutes,
    /// 搜索
    Search,
    /// 台账
    Register,
    /// 总览
    Overview,
    /// 任务清单
    Tasks,
    /// Opens the row.
    Open,
    /// Goes back; where there is nothing to go back to, leaves.
    Back,
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    Home,
    /// The last row.
    End,
    /// The next task.
    NextTask,
    /// The task before.
    PreviousTask,
    /// The next item of the agenda.
    NextItem,
    /// The item before.
    PreviousItem,
    /// 显示
    Looks,
    /// A setting of it, counted from none.
    Setting(usize),
    /// What is chosen for that, counted from none.
    Value(usize),
    /// Draws everything anew.
    Redraw,
    /// Leaves the seat.
    Leave,
    /// A digit of a row's number.
    Digit(char),
    /// A key for what lies over the screen.
    Over(Key),
    /// A key for the comparison: its ends, what is listed.
    Compared(Key),
    /// A key for the filter of the register.
    Filter(Key),
    /// Text that arrived at once.
    Text(String),
    /// Something under the mouse.
    Touch(Touch),
    /// 打印: all that the screen holds, to be taken along.
    Print,
    /// 复制
    Copy,
    /// A row or a decision that was named.
    To(Stop),
}

/// One row of the table.
pub type Command = Keyed<Action, Name>;

/// A name that the desk has too, or a guest's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The desk's.
    Shared(Do),
    /// A guest's own.
    Own(Word),
}

impl Name {
    /// The name in a language.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Shared(what) => what.text(lang),
            Self::Own(word) => word.text(lang),
        }
    }
}

const fn look(what: Look, name: Name, keys: &'static [Key], shown: bool) -> Command {
    let shares = match name {
        Shared(what) => Some(what),
        Own(_) => None,
    };
    Command { does: Action::Look(what), name, keys, shown, shares }
}

const fn mark(what: Mark, name: Word, keys: &'static [Key]) -> Command {
    Keyed::new(Action::Mark(what), Own(name), keys, true)
}

use Name::{Own, Shared};

/// All of them, in the order in which people read them: the first are the numbered menu, nine to a
/// page.
pub const COMMANDS: &[Command] = &[
    look(Look::Follow, Own(Word::Follow), &[Key::Tab, Key::F(5)], true),
    mark(Mark::Seen, Word::Seen, &[Key::Char(' ')]),
    mark(Mark::Remark, Word::Remark, &[Key::Char(','), Key::F(6)]),
    look(Look::Meeting, Own(Word::Meeting), &[Key::F(8)], false),
    look(Look::Overview, Shared(Do::Overview), &[], false),
    look(Look::Tasks, Shared(Do::Tasks), &[], false),
    look(Look::Register, Shared(Do::Register), &[Key::Ctrl('t')], false),
    look(Look::Search, Shared(Do::Search), &[Key::Char('/')], true),
    look(Look::Missed, Own(Word::Missed), &[], false),
    look(Look::Compare, Shared(Do::Compare), &[Key::Ctrl('d')], false),
    look(Look::Story, Shared(Do::Story), &[Key::Ctrl('r')], false),
    look(Look::Minutes, Own(Word::Minutes), &[], false),
    look(Look::Help, Shared(Do::Help), &[Key::Char('?'), Key::F(1)], true),
    look(Look::Looks, Shared(Do::Looks), &[Key::F(9)], false),
    look(Look::Leave, Own(Word::Leave), &[Key::Ctrl('q'), Key::F(10)], false),
    look(Look::Print, Shared(Do::Print), &[Key::F(12)], false),
    look(Look::Menu, Own(Word::Menu), &[Key::Char('0')], true),
    look(Look::Open, Shared(Do::Open), &[Key::Enter], false),
    look(Look::Back, Shared(Do::Back), &[Key::Esc], true),
    look(Look::Up, Shared(Do::Up), &[Key::Up], false),
    look(Look::Down, Shared(Do::Down), &[Key::Down], false),
    look(Look::PageUp, Shared(Do::PageUp), &[Key::PageUp], false),
    look(Look::PageDown, Shared(Do::PageDown), &[Key::PageDown], false),
    look(Look::Home, Shared(Do::Home), &[Key::Home], false),
    look(Look::End, Shared(Do::End), &[Key::End], false),
    look(Look::NextTask, Shared(Do::NextTask), &[Key::Char(']')], true),
    look(Look::PreviousTask, Shared(Do::PreviousTask), &[Key::Char('[')], true),
    look(Look::NextItem, Shared(Do::NextItem), &[Key::Ctrl('n'), Key::Char('>')], true),
    look(Look::PreviousItem, Shared(Do::PreviousItem), &[Key::Ctrl('p'), Key::Char('<')], true),
    look(Look::Copy, Shared(Do::Copy), &[Key::Ctrl('c')], false),
    look(Look::Redraw, Shared(Do::Redraw), &[Key::Ctrl('l')], false),
];

/// How many of them the numbered menu has.
pub const NUMBERED: usize = 16;

/// How many of them are on a page of it: one for each digit; `0` turns the page.
pub const ON_PAGE: usize = 9;

/// The first row of the page of the menu that a cursor is on.
pub const fn page_of(cursor: usize) -> usize {
    cursor / ON_PAGE * ON_PAGE
}

/// Whether a key is the comparison's own: left and right, `<` and `>` move an end, `;` takes the
/// other one, `[` and `]` move both, `.` lists one sort of change. All of them pass an input method
/// and are on a telephone.
pub fn compares(key: Key) -> bool {
    let own = ['<', '>', ';', '[', ']', '.'].map(Key::Char);
    matches!(key, Key::Left | Key::Right) || own.contains(&key.command())
}

/// What a key means where nothing is typed.
pub fn of_key(keymap: &Keymap, key: Key) -> Option<Action> {
    row_of(COMMANDS, keymap, key).map(|row| row.does.clone())
}

/// What a key means where printable keys type themselves.
pub fn of_key_in_text(keymap: &Keymap, key: Key) -> Option<Action> {
    if matches!(key, Key::Char(_)) { None } else { of_key(keymap, key) }
}

/// Whether a row of the table does something now.
pub fn works(command: &Command, session: &Session, guest: &Guest) -> bool {
    let meeting = session.meeting().is_some();
    match &command.does {
        Action::Look(Look::NextTask | Look::PreviousTask) => {
            matches!(guest.seat.screen(), Screen::Task { .. }) && guest.mode == Mode::Browsing
        }
        Action::Look(Look::NextItem | Look::PreviousItem) => {
            meeting && matches!(guest.seat.screen(), Screen::Meeting)
        }
        // On a wall nobody chooses.
        Action::Look(Look::Looks) => guest.layout != Layout::Wall,
        Action::Look(Look::Meeting) => meeting,
        Action::Look(Look::Missed) => !guest.missed.ids.is_empty(),
        Action::Look(Look::Story) => super::pointing::told(session, guest).is_some(),
        // Lines are text already, and behind them may be no terminal.
        Action::Look(Look::Copy) => guest.layout != Layout::Lines,
        Action::Look(Look::Minutes) => super::signed(session).is_some(),
        _ => true,
    }
}

/// The rows that do something now.
pub fn working(session: &Session, guest: &Guest) -> Vec<&'static Command> {
    COMMANDS.iter().filter(|command| works(command, session, guest)).collect()
}
