//! 合并: two lines of meetings, with conflicts and without.

use super::{pictures, seat};
use crate::app::rehearsal::forked::{forked, parted};
use crate::app::{Input, Screen, Seat, Session, update};

pub(super) fn at(session: &mut Session, keys: &str) -> Seat {
    let mut seat = seat(120, 36, Screen::Join { cursor: 0 });
    for name in keys.split_whitespace() {
        let input = name.parse().map_or_else(|_| Input::Text(name.into()), Input::Key);
        update(session, &mut seat, &input);
    }
    seat
}

#[test]
fn two_lines_without_a_conflict() {
    let mut session = parted();
    let seat = at(&mut session, "");
    pictures("join_quiet", &session, &seat);
}

#[test]
fn conflicts_are_settled_by_a_digit_or_by_words() {
    let mut session = forked();
    let seat = at(&mut session, "1 2 3 home");
    pictures("join_settled", &session, &seat);
    let mut session = forked();
    let seat = at(&mut session, "4");
    pictures("join_typed", &session, &seat);
}
