//! The one table of this screen's keys: footer and help are read from it. Every one of them passes an
//! input method.

use super::{AmendSays, Amended, Amending, Choice, Effect, Help, Side, seeking};
use crate::app::Key;
use crate::app::keyed::Keyed;
use crate::words::amending::Amends;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Gives the conflict to a side.
    Take(Side),
    /// The next one that is open.
    Next,
    /// Looks for words, or for a number.
    Find,
    /// Takes the last choice back.
    Undo,
    /// Makes it again.
    Redo,
    /// Writes the plan.
    Write,
    /// The keys.
    Help,
    /// Leaves.
    Leave,
    /// The one above.
    Up,
    /// The one below.
    Down,
    /// The first.
    Home,
    /// The last.
    End,
    /// Draws everything anew.
    Redraw,
}

/// One row of the table.
pub type Command = Keyed<Does, Amends>;

const fn row(does: Does, name: Amends, keys: &'static [Key], shown: bool) -> Command {
    Keyed::new(does, name, keys, shown)
}

/// All of them, in the order in which people read them.
pub const COMMANDS: &[Command] = &[
    row(Does::Help, Amends::Help, &[Key::F(1), Key::Char('?')], true),
    row(Does::Write, Amends::Write, &[Key::F(2)], true),
    row(Does::Take(Side::Ours), Amends::Ours, &[Key::Char('1')], true),
    row(Does::Take(Side::Theirs), Amends::Theirs, &[Key::Char('2')], true),
    row(Does::Take(Side::Both), Amends::Both, &[Key::Char('3')], true),
    row(Does::Undo, Amends::Undo, &[Key::Ctrl('z')], true),
    row(Does::Leave, Amends::Leave, &[Key::F(10), Key::Ctrl('q')], true),
    row(Does::Find, Amends::Find, &[Key::Char('/')], true),
    row(Does::Next, Amends::Next, &[Key::Tab, Key::Ctrl('n')], true),
    row(Does::Redo, Amends::Redo, &[Key::Ctrl('y')], true),
    row(Does::Up, Amends::Up, &[Key::Up], false),
    row(Does::Down, Amends::Down, &[Key::Down], false),
    row(Does::Home, Amends::Home, &[Key::Home], false),
    row(Does::End, Amends::End, &[Key::End], false),
    row(Does::Redraw, Amends::Redraw, &[Key::Ctrl('l')], false),
];

/// Does it.
pub(super) fn carry_out(amending: &mut Amending, does: Does) -> Vec<Effect> {
    let last = amending.conflicts.len().saturating_sub(1);
    match does {
        Does::Take(side) => return take(amending, side),
        Does::Undo => return undo(amending),
        Does::Redo => return redo(amending),
        Does::Write => return write(amending),
        Does::Leave => return amending.keeping.leave(&amending.steps),
        Does::Redraw => return vec![Effect::Redraw],
        Does::Help => amending.help = Help::Open,
        Does::Find => seeking::begin(amending, ""),
        Does::Next => amending.cursor = amending.next_open(amending.cursor + 1).unwrap_or(0),
        Does::Up => amending.cursor = amending.cursor.saturating_sub(1),
        Does::Down => amending.cursor = (amending.cursor + 1).min(last),
        Does::Home => amending.cursor = 0,
        Does::End => amending.cursor = last,
    }
    Vec::new()
}

/// A digit that is no side: says which are.
pub(super) fn no_side(amending: &mut Amending) {
    let both = amending.conflict().is_some_and(|it| it.sides().contains(&Side::Both));
    amending.warn(if both { AmendSays::OneOfThree } else { AmendSays::OneOfTwo });
}

/// Gives the conflict with the cursor to a side, and goes on to the next that is open.
fn take(amending: &mut Amending, side: Side) -> Vec<Effect> {
    let Some(conflict) = amending.conflict().cloned() else { return Vec::new() };
    if !conflict.sides().contains(&side) {
        amending.warn(AmendSays::NoBoth);
        return Vec::new();
    }
    amending.steps.push(Choice { of: conflict.question().key(), side });
    amending.undone.clear();
    match amending.next_open(amending.cursor) {
        Some(next) => {
            amending.cursor = next;
            let row = amending.row(&conflict);
            let side = took(side).text(amending.lang).to_owned();
            amending.say(AmendSays::Took { row, side });
        }
        None => amending.say(AmendSays::AllSettled),
    }
    vec![Effect::Keep(amending.steps.clone())]
}

/// How it is called which side a conflict went to.
pub(super) const fn took(side: Side) -> Amended {
    match side {
        Side::Ours => Amended::TookOurs,
        Side::Theirs => Amended::TookTheirs,
        Side::Both => Amended::TookBoth,
    }
}

fn undo(amending: &mut Amending) -> Vec<Effect> {
    let Some(choice) = amending.steps.pop() else {
        amending.say(AmendSays::NothingBack);
        return Vec::new();
    };
    let row = go_to(amending, &choice);
    amending.undone.push(choice);
    amending.say(AmendSays::Back { row });
    vec![Effect::Keep(amending.steps.clone())]
}

fn redo(amending: &mut Amending) -> Vec<Effect> {
    let Some(choice) = amending.undone.pop() else {
        amending.say(AmendSays::NothingAgain);
        return Vec::new();
    };
    let row = go_to(amending, &choice);
    amending.steps.push(choice);
    amending.say(AmendSays::Again { row });
    vec![Effect::Keep(amending.steps.clone())]
}

/// Puts the cursor where a choice was made; gives the words of its row.
fn go_to(amending: &mut Amending, choice: &Choice) -> String {
    let of = |it: &crate::report::again::Conflict| it.question().key() == choice.of;
    let at = amending.conflicts.iter().position(of);
    amending.cursor = at.unwrap_or(amending.cursor);
    amending.conflict().map(|conflict| amending.row(conflict)).unwrap_or_default()
}

fn write(amending: &mut Amending) -> Vec<Effect> {
    let open = amending.open();
    if open == 0 {
        return vec![Effect::Write];
    }
    amending.cursor = amending.next_open(amending.cursor).unwrap_or(amending.cursor);
    amending.warn(AmendSays::StillOpen { open: open.to_string() });
    Vec::new()
}
