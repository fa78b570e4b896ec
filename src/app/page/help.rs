//! 帮助: the keys of the list of commands, and how much of it a window shows.

use crate::app::{Effect, Key, Screen, Seat, Session, command};

/// The lines of the list, its heading and field left out, in a window of so many lines. What is
/// left below goes to hints and to what runs here.
pub fn lines(window: u16) -> u16 {
    let body = window.saturating_sub(5);
    let notes = match body {
        0..=8 => 0,
        9..=16 => 1,
        17..=24 => 5,
        _ => 7,
    };
    body.saturating_sub(3 + notes)
}

/// The commands that work now and whose names hold a text.
pub fn matching(session: &Session, seat: &Seat, text: &str) -> Vec<&'static command::Command> {
    let offers = command::offers(session, seat);
    let holds = |command: &&command::Command| command.what.text(seat.lang).contains(text.trim());
    offers.into_iter().map(|(command, _)| command).filter(holds).collect()
}

/// Typing narrows the list of commands; arrows scroll it as far as there is something below.
pub(in crate::app) fn key(session: &Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Screen::Help { filter, .. } = seat.screen() else { return None };
    let all = matching(session, seat, filter.text()).len();
    let last = all.saturating_sub(usize::from(lines(seat.size.1)));
    let Some(Screen::Help { filter, top }) = seat.screen_mut() else { return None };
    match key {
        Key::Up => *top = top.saturating_sub(1),
        Key::Down => *top = (*top + 1).min(last),
        Key::PageUp => *top = top.saturating_sub(10),
        Key::PageDown => *top = (*top + 10).min(last),
        key => {
            if !filter.key(key) {
                return None;
            }
            *top = 0;
        }
    }
    Some(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::in_session;
    use crate::app::{Field, Input, update};
    use crate::words::Lang;

    #[test]
    fn the_list_scrolls_to_its_end_and_back_at_once() {
        let mut session = in_session();
        let mut seat = Seat::new((80, 24), Lang::Zh);
        seat.open(Screen::Help { filter: Field::default(), top: 0 });
        let mut press = |key, times: usize| {
            (0..times).for_each(|_| drop(update(&mut session, &mut seat, &Input::Key(key))));
            let Screen::Help { top, .. } = seat.screen() else { panic!("left the help") };
            *top
        };
        let end = press(Key::Down, 99);
        assert!(end > 0, "there is more than fits");
        assert_eq!(press(Key::Up, 1), end - 1);
        assert_eq!((press(Key::PageDown, 9), press(Key::PageUp, 9)), (end, 0));
    }
}
