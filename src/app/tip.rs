//! One hint a start, chosen from what its person has not used: never again once a command was used
//! three times, never in the way of what has to be said.

use serde::{Deserialize, Serialize};

use super::command;
use super::seat::Seat;
use super::session::Session;
use super::taste::Hints;
use crate::plan::Table;
use crate::words::tip::{Tip, TipSays};
use crate::words::{Do, Notice};

/// The newest format of the file.
pub const FORMAT: u32 = 1;

/// Whoever used a command so often knows it.
const KNOWN: u32 = 3;

/// What is hinted at: the command, its name in the file, and the hint. The more useful stand first.
pub const TIPS: [(Do, &str, Tip); 12] = [
    (Do::Search, "search", Tip::Search),
    (Do::Before, "before", Tip::Before),
    (Do::Compare, "compare", Tip::Compare),
    (Do::Register, "register", Tip::Register),
    (Do::Story, "story", Tip::Story),
    (Do::Papers, "papers", Tip::Papers),
    (Do::ReadBack, "read_back", Tip::ReadBack),
    (Do::Agenda, "agenda", Tip::Agenda),
    (Do::NextItem, "next_item", Tip::NextItem),
    (Do::Cast, "cast", Tip::Cast),
    (Do::Reviews, "reviews", Tip::Reviews),
    (Do::Palette, "palette", Tip::Palette),
];

/// What a person does, counted: it lies in a file of the person's own, and in no book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Habits {
    /// The version of the file.
    pub format: u32,
    /// 提示
    pub hints: Wish,
    /// How often each command was used, as far as it tells anything.
    pub used: Table<String, u32>,
    /// How often it was hinted at.
    pub told: Table<String, u32>,
}

/// Whether hints are wished for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// One a start.
    #[default]
    On,
    /// None.
    Off,
}

impl Default for Habits {
    fn default() -> Self {
        Self { format: FORMAT, hints: Wish::On, used: Table::default(), told: Table::default() }
    }
}

impl Habits {
    fn of(counts: &Table<String, u32>, name: &str) -> u32 {
        counts.get(name).copied().unwrap_or(0)
    }

    /// Which hint a start gives: of what works now and is not known yet, the one that was given least
    /// often.
    pub fn choose(&self, session: &Session, seat: &Seat) -> Option<Tip> {
        if self.hints == Wish::Off || seat.taste.hints != Hints::Beginner {
            return None;
        }
        let unknown = TIPS.iter().filter(|(what, name, _)| {
            Self::of(&self.used, name) < KNOWN && command::refusal(*what, session, seat).is_none()
        });
        unknown.min_by_key(|(_, name, _)| Self::of(&self.told, name)).map(|(_, _, tip)| *tip)
    }

    fn count(counts: &mut Table<String, u32>, name: &str) {
        let count = counts.entry(name.to_owned()).or_default();
        *count = count.saturating_add(1);
    }
}

/// Every hint.
pub fn all() -> impl Iterator<Item = Tip> {
    TIPS.iter().map(|(_, _, tip)| *tip)
}

/// The command that a hint is of.
pub fn of(tip: Tip) -> Option<Do> {
    TIPS.iter().find(|(_, _, own)| *own == tip).map(|(what, ..)| *what)
}

/// Gives a seat that just opened its hint, unless something has to be said there.
pub fn begin(session: &Session, seat: &mut Seat) {
    if seat.notice.is_some() || seat.practice.is_some() {
        return;
    }
    seat.tip = seat.habits.choose(session, seat);
    let given = TIPS.iter().find(|(_, _, tip)| Some(*tip) == seat.tip);
    if let Some((_, name, _)) = given {
        Habits::count(&mut seat.habits.told, name);
    }
}

/// A command was carried out: it is counted, and the hint has been there long enough unless the
/// cursor only moved.
pub(super) fn used(seat: &mut Seat, what: Do) {
    if let Some((_, name, _)) = TIPS.iter().find(|(of, ..)| *of == what) {
        Habits::count(&mut seat.habits.used, name);
    }
    let moves = matches!(
        what,
        Do::Up
            | Do::Down
            | Do::PageUp
            | Do::PageDown
            | Do::Home
            | Do::End
            | Do::NextPane
            | Do::PreviousPane
    );
    if !moves {
        seat.tip = None;
    }
}

/// What is said takes the place of a hint for good.
pub(super) fn settle(seat: &mut Seat) {
    if seat.notice.is_some() {
        seat.tip = None;
    }
}

/// Hints are wished for, or no more.
pub(super) fn turn(seat: &mut Seat) {
    let (wish, says) = match seat.habits.hints {
        Wish::On => (Wish::Off, TipSays::NowOff),
        Wish::Off => (Wish::On, TipSays::NowOn),
    };
    seat.habits.hints = wish;
    let what = seat.keymap.say(&says, seat.lang);
    seat.say(Notice::Told { what });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{between, founded, in_session, plan};
    use crate::app::{Input, Key, update};
    use crate::words::Lang;

    fn seat() -> Seat {
        Seat::new((120, 36), Lang::Zh)
    }

    fn used(names: &[(&str, u32)]) -> Habits {
        let counted = names.iter().map(|(name, count)| ((*name).to_owned(), *count));
        Habits { used: counted.collect(), ..Habits::default() }
    }

    #[test]
    fn the_hint_is_of_what_was_used_least_and_works_now() {
        let all: Vec<(&str, u32)> = TIPS.iter().map(|(_, name, _)| (*name, KNOWN)).collect();
        let new: fn() -> Session = || founded(plan());
        for (habits, session, tip) in [
            (used(&[]), between as fn() -> Session, Some(Tip::Search)),
            (used(&[("search", 2)]), between, Some(Tip::Search)),
            (used(&[("search", 3)]), between, Some(Tip::Before)),
            (used(&[("search", 3), ("before", 9)]), between, Some(Tip::Compare)),
            (used(&all[..5]), new, Some(Tip::Agenda)),
            (used(&all[..8]), in_session, Some(Tip::NextItem)),
            (used(&all), in_session, None),
            (Habits { hints: Wish::Off, ..used(&[]) }, between, None),
        ] {
            assert_eq!(habits.choose(&session(), &seat()), tip, "{habits:?}");
        }
        let mut seat = seat();
        seat.taste.hints = Hints::Usual;
        assert_eq!(used(&[]).choose(&between(), &seat), None, "F9 wants the keys alone");
    }

    #[test]
    fn each_start_hints_at_something_else_until_all_were_told() {
        let (session, mut habits) = (between(), Habits::default());
        let mut told = Vec::new();
        for _ in 0..20 {
            let mut seat = seat();
            seat.habits = habits;
            begin(&session, &mut seat);
            told.extend(seat.tip);
            habits = seat.habits;
        }
        let first: Vec<Tip> = told.iter().take_while(|tip| **tip != told[0]).copied().collect();
        assert!(first.is_empty() && told.len() == 20);
        assert_eq!(told.iter().position(|tip| *tip == Tip::Palette), Some(9));
        assert_eq!((told[10], told[11]), (Tip::Search, Tip::Before));
    }

    #[test]
    fn a_hint_gives_way_to_what_is_said_and_stays_while_one_only_looks() {
        let mut session = between();
        let mut seat = seat();
        begin(&session, &mut seat);
        let press = |session: &mut Session, seat: &mut Seat, key| {
            update(session, seat, &Input::Key(key));
        };
        press(&mut session, &mut seat, Key::Down);
        assert_eq!(seat.tip, Some(Tip::Search));
        press(&mut session, &mut seat, Key::Ctrl('z'));
        assert_eq!(seat.tip, None, "nothing to take back is said instead");
        let mut warned = self::seat();
        warned.warn(Notice::NothingToUndo);
        begin(&session, &mut warned);
        assert_eq!(warned.tip, None);
    }

    #[test]
    fn using_a_command_counts_however_it_is_called() {
        let mut session = in_session();
        let mut seat = seat();
        seat.open(super::super::Screen::Meeting);
        for key in [Key::Char('/'), Key::Esc, Key::Char('／'), Key::Esc, Key::Ctrl('t')] {
            update(&mut session, &mut seat, &Input::Key(key));
        }
        assert_eq!(seat.habits.used, used(&[("search", 2), ("register", 1)]).used);
    }
}
