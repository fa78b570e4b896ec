//! The one table of this screen's keys: footer and help are read from it. Every one of them passes an
//! input method.

use super::over::{self, Over};
use super::{Drafting, Effect, Numbers, Step, seeking};
use crate::app::Key;
use crate::app::keyed::Keyed;
use crate::report::settle::{Settling, Stretch};
use crate::words::drafting::{DraftSays, Settles};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Opens what can be done about the row.
    Settle,
    /// What is doubted here is right.
    Fine,
    /// The next doubt.
    NextDoubt,
    /// The doubt before.
    DoubtBefore,
    /// Takes the last act back.
    Undo,
    /// Does it again.
    Redo,
    /// Shows or hides the numbers that are no targets.
    Numbers,
    /// Looks for words, or for a number.
    Find,
    /// Writes the plan.
    Write,
    /// The keys.
    Help,
    /// Leaves.
    Leave,
    /// The line above.
    Up,
    /// The line below.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first line.
    Home,
    /// The last line.
    End,
    /// Draws everything anew.
    Redraw,
}

/// One row of the table.
pub type Command = Keyed<Does, Settles>;

const fn row(does: Does, name: Settles, keys: &'static [Key], shown: bool) -> Command {
    Keyed::new(does, name, keys, shown)
}

/// All of them, in the order in which people read them.
pub const COMMANDS: &[Command] = &[
    row(Does::Help, Settles::Help, &[Key::F(1), Key::Char('?')], true),
    row(Does::Write, Settles::Write, &[Key::F(2)], true),
    row(Does::Settle, Settles::Settle, &[Key::Enter], true),
    row(Does::Fine, Settles::Fine, &[Key::Char(' ')], true),
    row(Does::NextDoubt, Settles::NextDoubt, &[Key::Ctrl('n'), Key::Tab], true),
    row(Does::Find, Settles::Find, &[Key::Char('/')], true),
    row(Does::Undo, Settles::Undo, &[Key::Ctrl('z')], true),
    row(Does::Leave, Settles::Leave, &[Key::F(10), Key::Ctrl('q')], true),
    row(Does::Numbers, Settles::Numbers, &[Key::F(3)], true),
    row(Does::DoubtBefore, Settles::DoubtBefore, &[Key::Ctrl('p'), Key::BackTab], true),
    row(Does::Redo, Settles::Redo, &[Key::Ctrl('y')], true),
    row(Does::Up, Settles::Up, &[Key::Up], false),
    row(Does::Down, Settles::Down, &[Key::Down], false),
    row(Does::PageUp, Settles::PageUp, &[Key::PageUp], false),
    row(Does::PageDown, Settles::PageDown, &[Key::PageDown], false),
    row(Does::Home, Settles::Home, &[Key::Home], false),
    row(Does::End, Settles::End, &[Key::End], false),
    row(Does::Redraw, Settles::Redraw, &[Key::Ctrl('l')], false),
];

/// Does it.
pub(super) fn carry_out(drafting: &mut Drafting, does: Does) -> Vec<Effect> {
    match does {
        Does::Settle => over::menu(drafting),
        Does::Fine => return fine(drafting),
        Does::NextDoubt => next_doubt(drafting),
        Does::DoubtBefore => doubt_before(drafting),
        Does::Undo => return drafting.undo(),
        Does::Redo => return drafting.redo(),
        Does::Numbers => numbers(drafting),
        Does::Find => seeking::begin(drafting, ""),
        Does::Write => return vec![Effect::Write],
        Does::Help => drafting.over = Some(Over::Help { top: 0 }),
        Does::Leave => return drafting.keeping.leave(&drafting.steps),
        Does::Up => up(drafting, 1),
        Does::Down => down(drafting, 1),
        Does::PageUp => up(drafting, page(drafting)),
        Does::PageDown => down(drafting, page(drafting)),
        Does::Home => drafting.cursor = 0,
        Does::End => drafting.cursor = drafting.rows.len().saturating_sub(1),
        Does::Redraw => return vec![Effect::Redraw],
    }
    Vec::new()
}

/// Half a screen: what was at the edge is in the middle then.
fn page(drafting: &Drafting) -> usize {
    usize::from(drafting.size.1 / 2).max(1)
}

fn up(drafting: &mut Drafting, by: usize) {
    drafting.cursor = drafting.cursor.saturating_sub(by);
}

fn down(drafting: &mut Drafting, by: usize) {
    let last = drafting.rows.len().saturating_sub(1);
    drafting.cursor = drafting.cursor.saturating_add(by).min(last);
}

/// What is doubted on this line was looked at: it stays as it is, and the next doubt comes.
pub(super) fn fine(drafting: &mut Drafting) -> Vec<Effect> {
    let doubts = drafting.row().map(|row| row.doubts.clone()).unwrap_or_default();
    let seen: Step = doubts
        .iter()
        .filter_map(|nth| drafting.draft().doubts.get(*nth))
        .map(|doubt| Settling::Seen { at: Stretch::of(&drafting.text, doubt.at.clone()) })
        .collect();
    if seen.is_empty() {
        drafting.say(DraftSays::NoDoubt);
        return Vec::new();
    }
    let effects = drafting.act(seen);
    let said = drafting.said.take();
    next_doubt(drafting);
    drafting.said = said;
    effects
}

fn next_doubt(drafting: &mut Drafting) {
    let doubted = |at: &usize| drafting.rows.get(*at).is_some_and(|row| !row.doubts.is_empty());
    let here = drafting.cursor;
    let next = (here + 1..drafting.rows.len()).chain(0..=here).find(doubted);
    go(drafting, next);
}

fn doubt_before(drafting: &mut Drafting) {
    let doubted = |at: &usize| drafting.rows.get(*at).is_some_and(|row| !row.doubts.is_empty());
    let here = drafting.cursor;
    let before = (0..here).rev().chain((here..drafting.rows.len()).rev()).find(doubted);
    go(drafting, before);
}

/// Goes to a line with a doubt, and says which of how many it is.
fn go(drafting: &mut Drafting, to: Option<usize>) {
    let Some(to) = to else { return };
    drafting.cursor = to;
    let doubted = |row: &&super::Row| !row.doubts.is_empty();
    let at = drafting.rows.iter().take(to + 1).filter(doubted).count();
    let of = drafting.rows.iter().filter(doubted).count();
    drafting.say(DraftSays::Place { at: at.to_string(), of: of.to_string() });
}

fn numbers(drafting: &mut Drafting) {
    drafting.numbers = match drafting.numbers {
        Numbers::Targets => Numbers::All,
        Numbers::All => Numbers::Targets,
    };
    let at = drafting.row().map(|row| row.at.start);
    drafting.list(at);
}
