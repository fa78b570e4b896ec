//! 用时: which item of the agenda has the floor, from when to when.
//!
//! Worked out from the moments at which the journal's lines were confirmed, so that a recovered
//! meeting knows as much as one that never stopped. Nothing here asks a clock: now is a parameter.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Edit, ItemState, Step};

/// Who had the floor, in the order of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Floor {
    turns: Vec<(DateTime<FixedOffset>, Turn)>,
    /// When something was last recorded.
    heard: Option<DateTime<FixedOffset>>,
}

/// What changed at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// An item is on from now on.
    Item(u16),
    /// The item that was on is through, and no other is on.
    Nobody,
    /// 休会
    Break,
    /// 复会: whatever was on is on again.
    Back,
}

/// How long it took so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// The meeting, without its breaks.
    pub all: TimeDelta,
    /// Each item that was on.
    pub items: BTreeMap<u16, TimeDelta>,
}

impl Floor {
    /// Enters an act that moved the meeting along.
    pub fn enter(&mut self, step: &Step) {
        self.hear(step.at);
        for edit in &step.edits {
            if let Some(turn) = self.turn(edit) {
                self.turns.push((step.at, turn));
            }
        }
    }

    /// Hears that something was recorded: the meeting is going on. A night is a break, also one that
    /// nobody announced.
    pub fn hear(&mut self, at: DateTime<FixedOffset>) {
        let goes_on = self.turns.last().is_some_and(|(_, turn)| *turn != Turn::Break);
        if let Some(last) = self.heard.filter(|last| goes_on && !is_one_day(*last, at)) {
            self.turns.extend([(last, Turn::Break), (at, Turn::Back)]);
        }
        self.heard = Some(at);
    }

    /// The item that is on.
    pub fn here(&self) -> Option<u16> {
        self.turns.iter().rev().find_map(|(_, turn)| match turn {
            Turn::Item(item) => Some(Some(*item)),
            Turn::Nobody => Some(None),
            Turn::Break | Turn::Back => None,
        })?
    }

    /// The item that was on at a moment.
    pub fn at(&self, moment: DateTime<FixedOffset>) -> Option<u16> {
        let before = self.turns.iter().rev().skip_while(|(at, _)| *at > moment);
        before.into_iter().find_map(|(_, turn)| match turn {
            Turn::Item(item) => Some(Some(*item)),
            Turn::Nobody => Some(None),
            Turn::Break | Turn::Back => None,
        })?
    }

    /// Whether an item ever was on: its number is on record then.
    pub fn knows(&self, item: u16) -> bool {
        self.turns.iter().any(|(_, turn)| *turn == Turn::Item(item))
    }

    /// The time used up to a moment; on another day, up to what was last recorded. A clock that was
    /// set back counts as one that stood still.
    pub fn used(&self, now: DateTime<FixedOffset>) -> Used {
        let mut used = Used::default();
        let mut here = None;
        let now = self.heard.filter(|last| !is_one_day(*last, now)).unwrap_or(now);
        let ends = self.turns.iter().skip(1).map(|(at, _)| *at).chain([now]);
        for ((at, turn), end) in self.turns.iter().zip(ends) {
            match turn {
                Turn::Item(item) => here = Some(*item),
                Turn::Nobody => here = None,
                Turn::Break => continue,
                Turn::Back => {}
            }
            let lasted = (end - *at).max(TimeDelta::zero());
            used.all += lasted;
            if let Some(item) = here {
                *used.items.entry(item).or_default() += lasted;
            }
        }
        used
    }

    fn turn(&self, edit: &Edit) -> Option<Turn> {
        match edit {
            Edit::Item(change) => {
                let now = change.now.as_ref()?;
                if now.state == ItemState::Current || change.was == change.now {
                    return Some(Turn::Item(change.at));
                }
                let through = now.state == ItemState::Discussed && self.here() == Some(change.at);
                through.then_some(Turn::Nobody)
            }
            Edit::Sitting(change) => {
                let ended = change.now.as_ref()?.to.is_some();
                Some(if ended { Turn::Break } else { Turn::Back })
            }
            _ => None,
        }
    }
}

fn is_one_day(one: DateTime<FixedOffset>, other: DateTime<FixedOffset>) -> bool {
    one.date_naive() == other.date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{AgendaItem, Change, Sitting};

    fn at(minute: u32) -> DateTime<FixedOffset> {
        format!("2023-09-15T14:{minute:02}:00+08:00").parse().unwrap()
    }

    /// `14:05 item 2 is on`: `(5, "2")`; through: `(9, "2*")`; a break and its end: `-` and `+`.
    fn floor(story: &[(u32, &str)]) -> Floor {
        let mut floor = Floor::default();
        for (minute, what) in story {
            let item = |state, number: &str| {
                let now = Some(AgendaItem { state, ..AgendaItem::default() });
                Edit::Item(Change { at: number.parse().unwrap(), was: None, now })
            };
            let sitting = |to: Option<&str>| {
                let to = to.map(|to| to.parse().unwrap());
                Edit::Sitting(Change::add(1, Sitting { to, ..Sitting::default() }))
            };
            let edit = match (*what, what.strip_suffix('*')) {
                ("-", _) => sitting(Some("14:30")),
                ("+", _) => sitting(None),
                (_, Some(number)) => item(ItemState::Discussed, number),
                (number, None) => item(ItemState::Current, number),
            };
            floor.enter(&Step { at: at(*minute), edits: vec![edit] });
        }
        floor
    }

    fn check(story: &[(u32, &str)], now: u32, all: i64, items: &[(u16, i64)]) {
        let used = floor(story).used(at(now));
        let counted: Vec<(u16, i64)> =
            used.items.iter().map(|(item, time)| (*item, time.num_minutes())).collect();
        assert_eq!((used.all.num_minutes(), counted.as_slice()), (all, items), "{story:?}");
    }

    #[test]
    fn each_item_has_the_time_in_which_it_was_on() {
        check(&[], 9, 0, &[]);
        check(&[(0, "1")], 9, 9, &[(1, 9)]);
        check(&[(0, "1"), (4, "1*"), (4, "2")], 10, 10, &[(1, 4), (2, 6)]);
        // Jumping ahead and coming back; both stay 在议.
        check(&[(0, "1"), (3, "7"), (5, "1")], 10, 10, &[(1, 8), (7, 2)]);
        // After the last item the meeting goes on and no item does.
        check(&[(0, "1"), (4, "1*")], 10, 10, &[(1, 4)]);
        // Marking an item that is not on, as ^N after a jump does, takes the floor from nobody.
        check(&[(0, "1"), (3, "7"), (5, "1*")], 10, 10, &[(1, 3), (7, 7)]);
    }

    #[test]
    fn a_break_stops_both_clocks_and_what_was_on_is_on_again() {
        check(&[(0, "1"), (5, "-")], 30, 5, &[(1, 5)]);
        check(&[(0, "1"), (5, "-"), (20, "+")], 30, 15, &[(1, 15)]);
        assert_eq!(floor(&[(0, "1"), (5, "-"), (20, "+")]).here(), Some(1));
        assert_eq!(floor(&[(0, "1"), (5, "1*")]).here(), None);
    }

    #[test]
    fn a_meeting_that_was_left_open_takes_no_time_overnight() {
        let morning = |minute: u32| at(minute) + TimeDelta::hours(18);
        let minutes = |floor: &Floor, now| {
            let used = floor.used(now);
            (used.all.num_minutes(), used.items[&1].num_minutes())
        };
        let mut floor = floor(&[(0, "1")]);
        floor.hear(at(25));
        assert_eq!(minutes(&floor, at(40)), (40, 40));
        assert_eq!(minutes(&floor, morning(0)), (25, 25), "nobody has said a word today");
        floor.hear(morning(5));
        assert_eq!(minutes(&floor, morning(15)), (35, 35));
        assert_eq!(floor.here(), Some(1));
    }

    #[test]
    fn a_clock_that_was_set_back_takes_no_time_away() {
        check(&[(10, "1"), (4, "2")], 6, 2, &[(1, 0), (2, 2)]);
    }
}
