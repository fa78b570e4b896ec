//! What a key of a guest means: the one place where its keys are read.

use super::command::{self, Look};
use super::{Action, Guest, Layout, Mark, Over};
use crate::app::Key;
use crate::app::seat::Screen;

/// What a key means here.
pub fn action(guest: &Guest, pressed: Key) -> Option<Action> {
    let keymap = &guest.seat.keymap;
    let means = || command::of_key(keymap, pressed);
    let means_in_text = || command::of_key_in_text(keymap, pressed);
    if guest.layout == Layout::Wall {
        let kept = [Look::Leave, Look::Back, Look::Redraw].map(Action::Look);
        return means().filter(|action| kept.contains(action));
    }
    let key = keymap.heard(pressed)?;
    let typing = matches!(guest.seat.screen(), Screen::Register(_));
    let compares = matches!(guest.seat.screen(), Screen::Compare(_));
    match (&guest.over, &guest.seat.over) {
        _ if means_in_text() == Some(Action::Look(Look::Leave)) => Some(Action::Look(Look::Leave)),
        // Back to the desk, from wherever it is pressed; Tab is a key of some boxes.
        _ if key == Key::F(5) => means(),
        _ if guest.seat.looks.is_some() => Some(Action::Look(Look::Over(key))),
        (Some(Over::Pad { .. }), _) if key == Key::Enter => Some(Action::Mark(Mark::Send)),
        (Some(Over::Card(_) | Over::Missed { .. }), _) => {
            let mark = means().filter(|action| matches!(action, Action::Mark(_)));
            mark.or(Some(Action::Look(Look::Over(key))))
        }
        (Some(_), _) | (_, Some(_)) => Some(Action::Look(Look::Over(key))),
        (None, None) if typing => means_in_text().or(Some(Action::Look(Look::Filter(key)))),
        (None, None) if compares && command::compares(key) => {
            Some(Action::Look(Look::Compared(key)))
        }
        (None, None) => means().or(match key.command() {
            Key::Char(digit) if digit.is_ascii_digit() => Some(Action::Look(Look::Digit(digit))),
            Key::Char(c) if !c.is_ascii() => Some(Action::Look(Look::Text(c.to_string()))),
            _ => None,
        }),
    }
}
