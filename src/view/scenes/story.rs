//! The story of a row and of a decision.

use super::*;
use crate::app::rehearsal::lived;
use crate::ledger::story::Subject;

/// The row under the cursor is the last that there is.
const END: usize = usize::MAX;

#[test]
fn a_story_goes_from_meeting_to_meeting() {
    let of = Subject::Row(place("1.2"));
    let focus = cursors(&lived(), &seat(0, 0, Screen::Story { of, cursor: END }));
    assert!(focus.iter().all(|(x, _)| *x == 3), "{focus:?}");
    let of = Subject::Decision("2023-08-11/10".parse().unwrap());
    pictures("story_decision", &lived(), &seat(0, 0, Screen::Story { of, cursor: 2 }));
    let of = Subject::Row(place("2.3"));
    pictures("story_nothing", &lived(), &seat(0, 0, Screen::Story { of, cursor: END }));
}
