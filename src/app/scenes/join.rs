//! 合并: two lines of meetings at the desk, key by key.

use super::Desk;
use crate::app::rehearsal::forked::{forked, parted};
use crate::app::{Effect, Screen};
use crate::ledger::{Kept, RecordId};

fn kept(desk: &Desk) -> Vec<Kept> {
    let open = &desk.session.open.as_ref().unwrap().open;
    open.joining().unwrap().settled.values().map(|settled| settled.kept.clone()).collect()
}

fn due(desk: &Desk) -> String {
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    desk.session.state().standing(&id).unwrap().due.when().unwrap().to_string()
}

#[test]
fn without_conflicts_one_key_joins() {
    let mut desk = Desk::new(parted());
    desk.press("f8");
    assert_eq!(*desk.seat.screen(), Screen::Join { cursor: 0 });
    desk.press("f8");
    assert!(desk.said().starts_with("已封存，已入库"), "{}", desk.said());
    assert!(desk.session.fork.is_none() && desk.session.keeping.read_only.is_none());
    assert_eq!(desk.session.sealed.id().to_string(), "2023-09-15-join");
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 0 });
    // And the book goes on: the next meeting counts on from both lines.
    desk.press("f8 f8");
    assert_eq!(desk.session.meeting().map(|meeting| meeting.number), Some(6));
}

#[test]
fn one_key_settles_a_conflict_and_the_cursor_goes_to_the_next() {
    let mut desk = Desk::new(forked());
    desk.press("f8");
    assert_eq!(*desk.seat.screen(), Screen::Join { cursor: 0 });
    desk.press("f8");
    assert!(desk.said().contains("还有3处冲突"), "{}", desk.said());
    desk.press("1");
    assert_eq!(
        (due(&desk).as_str(), desk.seat.screen()),
        ("2023-10-15", &Screen::Join { cursor: 1 })
    );
    desk.press("３ 2");
    assert_eq!(*desk.seat.screen(), Screen::Join { cursor: 2 });
    let theirs = desk.session.fork.as_ref().unwrap().ends().1;
    let ours = desk.session.fork.as_ref().unwrap().ends().0;
    assert_eq!(kept(&desk), [Kept::Line(ours), Kept::Both, Kept::Line(theirs)]);
    // Another key on a settled one settles it anew, and a choice can be taken back.
    desk.press("home 2");
    assert_eq!(due(&desk), "2023-11-30");
    desk.press("ctrl-z");
    assert_eq!(due(&desk), "2023-10-15");
    desk.press("home 4 1215 f2");
    assert_eq!(due(&desk), "2023-12-15");
    desk.press("f8");
    assert!(desk.session.fork.is_none(), "{}", desk.said());
    assert_eq!(due(&desk), "2023-12-15");
}

#[test]
fn enter_never_joins_and_nothing_else_is_recorded_meanwhile() {
    let mut desk = Desk::new(parted());
    desk.press("f8 enter");
    assert!(desk.session.fork.is_some());
    desk.press("esc f3");
    assert!(desk.said().starts_with("只读："), "{}", desk.said());
    let sealed = |desk: &Desk| desk.asked.iter().any(|e| matches!(e, Effect::Publish(_)));
    assert!(!sealed(&desk));
}
