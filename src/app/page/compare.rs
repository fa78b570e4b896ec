//! 差异: the keys of the comparison. Arrows move an end of the line and the cursor of the list, Tab takes
//! the other end.

use crate::app::compare::{Compare, Earlier, remember};
use crate::app::key::twin;
use crate::app::seat::{About, Menu, Over};
use crate::app::{Effect, Key, Screen, Seat, Session};
use crate::judge::compare::By;
use crate::words::compare::Sort;

/// Opens the comparison of the last meeting with now.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat) {
    if matches!(seat.screen(), Screen::Compare(_)) {
        return;
    }
    seat.open(Screen::Compare(Box::new(Compare::new(session))));
}

/// Takes what moves the ends or chooses what is listed; other keys are commands.
pub(in crate::app) fn key(session: &Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Compare(compare)) = seat.screen_mut() else { return None };
    match key {
        Key::Left | Key::Right => compare.step(session, key == Key::Right),
        Key::Tab | Key::BackTab => compare.moves = 1 - compare.moves.min(1),
        Key::Char(c) => match twin(c) {
            '[' | ']' => compare.shift(session, twin(c) == ']'),
            ',' => {
                let sorts = Sort::ALL.iter().position(|sort| Some(*sort) == compare.sort);
                let cursor = sorts.map_or(0, |at| at + 1);
                seat.over = Some(Over::Menu(Menu { about: About::Changes, cursor }));
            }
            _ => return None,
        },
        _ => return None,
    }
    Some(Vec::new())
}

/// Lists only changes of a sort, or all.
pub(in crate::app) fn filter(session: &Session, seat: &mut Seat, sort: Option<Sort>) {
    if let Some(Screen::Compare(compare)) = seat.screen_mut() {
        compare.sort = sort;
        compare.list(session);
    }
}

/// Puts changes together the other way.
pub(in crate::app) fn regroup(session: &Session, seat: &mut Seat) {
    if let Some(Screen::Compare(compare)) = seat.screen_mut() {
        compare.by = match compare.by {
            By::Task => By::Office,
            By::Office => By::Task,
        };
        compare.list(session);
    }
}

/// Works the comparison out anew where an end moved or something was recorded.
pub(in crate::app) fn settle(session: &Session, seat: &mut Seat) -> Vec<Effect> {
    match seat.screen_mut() {
        Some(Screen::Compare(compare)) => compare.settle(session),
        _ => Vec::new(),
    }
}

/// A file was read: what it knows is compared too.
pub(in crate::app) fn recalled(session: &mut Session, seat: &mut Seat, read: Earlier) {
    remember(session, read);
    // It asks for nothing that was not asked for.
    let _ = settle(session, seat);
}
