//! The mouse: what a place on the screen stands for, said by whoever drew it, and what a press there
//! means.
//!
//! Places come from the drawing alone, so they cannot differ from what is seen. A press never does
//! what a key could not: it is turned into the choice of a row, or into a key.

use super::key::{Input, Key};
use super::taste;
use crate::ledger::RecordId;

/// What a mouse did. Places count from 0, as cells do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button went down in a column and a row.
    Press(u16, u16),
    /// The wheel turned away from the person.
    Up,
    /// The wheel turned toward the person.
    Down,
}

/// What a place on the screen stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touch {
    /// A row of the screen, by its number.
    Row(usize),
    /// A hit of the search, by its number.
    Hit(usize),
    /// A record of the meeting.
    Record(RecordId),
    /// An item of the agenda, by its number.
    Item(u16),
    /// A field or a tick of a form, by its number.
    Field(usize),
    /// A key that is shown with what it does.
    Key(Key),
    /// The same place once more: what was chosen there is opened.
    Again,
}

/// Whether a mouse is listened to, or stays the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pointing {
    /// It is.
    #[default]
    On,
    /// It is not: text can be dragged over without Shift.
    Off,
}

impl Pointing {
    /// As a person chose.
    pub const fn of(chosen: taste::Mouse) -> Self {
        match chosen {
            taste::Mouse::On => Self::On,
            taste::Mouse::Off => Self::Off,
        }
    }
}

/// A part of the screen, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// Its first column and row.
    pub from: (u16, u16),
    /// The column and the row after its last ones.
    pub to: (u16, u16),
    /// What it stands for.
    pub touch: Touch,
}

impl Patch {
    fn holds(&self, (x, y): (u16, u16)) -> bool {
        (self.from.0..self.to.0).contains(&x) && (self.from.1..self.to.1).contains(&y)
    }
}

/// How many rows a turn of the wheel goes.
const WHEEL: usize = 3;

/// A mouse over the frame that was drawn last.
#[derive(Debug, Default)]
pub struct Pointer {
    patches: Vec<Patch>,
    last: Option<(u16, u16)>,
}

impl Pointer {
    /// A frame was drawn.
    pub fn over(&mut self, patches: Vec<Patch>) {
        self.patches = patches;
    }

    /// What an input means over that frame: what is no mouse's means itself.
    pub fn read(&mut self, input: &Input) -> Vec<Input> {
        let Input::Mouse(mouse) = input else {
            // A list may have moved under the mouse since.
            if !matches!(input, Input::Measured(_)) {
                self.last = None;
            }
            return vec![input.clone()];
        };
        match mouse {
            Mouse::Up => vec![Input::Key(Key::Up); WHEEL],
            Mouse::Down => vec![Input::Key(Key::Down); WHEEL],
            Mouse::Press(x, y) => self.press((*x, *y)).into_iter().collect(),
        }
    }

    /// What was drawn last lies on top.
    fn press(&mut self, at: (u16, u16)) -> Option<Input> {
        let patch = self.patches.iter().rev().find(|patch| patch.holds(at))?;
        let again = self.last.replace(at) == Some(at);
        Some(match &patch.touch {
            Touch::Key(key) => {
                self.last = None;
                Input::Key(*key)
            }
            Touch::Row(_) | Touch::Hit(_) | Touch::Record(_) if again => Input::Touch(Touch::Again),
            touch => Input::Touch(touch.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer() -> Pointer {
        let patch = |from, to, touch| Patch { from, to, touch };
        let mut pointer = Pointer::default();
        pointer.over(vec![
            patch((0, 2), (80, 3), Touch::Row(0)),
            patch((0, 3), (80, 4), Touch::Row(1)),
            patch((10, 3), (20, 4), Touch::Key(Key::Char('1'))),
            patch((0, 23), (6, 24), Touch::Key(Key::F(1))),
        ]);
        pointer
    }

    #[test]
    fn a_press_is_what_was_drawn_there_last() {
        for (at, meant) in [
            ((5, 2), vec![Input::Touch(Touch::Row(0))]),
            ((79, 3), vec![Input::Touch(Touch::Row(1))]),
            ((12, 3), vec![Input::Key(Key::Char('1'))]),
            ((5, 23), vec![Input::Key(Key::F(1))]),
            ((6, 23), vec![]),
            ((80, 2), vec![]),
            ((5, 9), vec![]),
        ] {
            let input = Input::Mouse(Mouse::Press(at.0, at.1));
            assert_eq!(pointer().read(&input), meant, "{at:?}");
        }
    }

    #[test]
    fn the_second_press_at_one_place_opens_and_a_key_between_parts_them() {
        let mut pointer = pointer();
        let press = Input::Mouse(Mouse::Press(5, 2));
        assert_eq!(pointer.read(&press), [Input::Touch(Touch::Row(0))]);
        assert_eq!(pointer.read(&press), [Input::Touch(Touch::Again)]);
        let mut pointer = self::pointer();
        pointer.read(&press);
        assert_eq!(pointer.read(&Input::Key(Key::Down)), [Input::Key(Key::Down)]);
        assert_eq!(pointer.read(&press), [Input::Touch(Touch::Row(0))]);
    }

    #[test]
    fn the_wheel_goes_three_rows() {
        let mut pointer = pointer();
        assert_eq!(pointer.read(&Input::Mouse(Mouse::Down)), [const { Input::Key(Key::Down) }; 3]);
        assert_eq!(pointer.read(&Input::Mouse(Mouse::Up)).len(), 3);
    }
}
