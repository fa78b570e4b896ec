//! 来龙去脉, key by key.

use super::Desk;
use crate::app::rehearsal::{lived, lived_in_session};
use crate::app::seat::About;
use crate::app::{Over, Screen, look};
use crate::ledger::RecordId;
use crate::ledger::story::Subject;

fn shown(desk: &Desk) -> &Subject {
    match desk.seat.screen() {
        Screen::Story { of, .. } => of,
        other => panic!("no story but {other:?}"),
    }
}

/// The decision of the third meeting on the road.
fn road() -> RecordId {
    "2023-08-11/10".parse().unwrap()
}

#[test]
fn a_row_is_told_where_the_cursor_stands_and_its_records_lead_on() {
    let mut desk = Desk::new(lived());
    desk.press("1 4 ctrl-r");
    assert_eq!(*shown(&desk), Subject::Row("1.4".parse().unwrap()));
    // The last record is the extension of the road; Enter has what can be done about it.
    desk.press("enter");
    let over = desk.seat.over.clone();
    assert!(
        matches!(&over, Some(Over::Menu(menu)) if menu.about == About::Decision(road())),
        "{over:?}"
    );
    desk.press("8");
    assert_eq!(*shown(&desk), Subject::Decision(road()));
    desk.press("esc");
    assert_eq!(*shown(&desk), Subject::Row("1.4".parse().unwrap()));
    desk.press("home up");
    assert_eq!(look::cursor(&desk.seat), 0);
    desk.press("end down");
    let count = desk.session.state().story(shown(&desk)).len();
    assert_eq!(look::cursor(&desk.seat), count - 1);
    desk.press("esc");
    assert!(matches!(desk.seat.screen(), Screen::Task { .. }));
}

#[test]
fn a_decision_of_the_register_is_told() {
    let mut desk = Desk::new(lived());
    desk.press("ctrl-t");
    let pointed = look::decision(&desk.session, &desk.seat).unwrap();
    desk.press("ctrl-r");
    assert_eq!(*shown(&desk), Subject::Decision(pointed));
}

#[test]
fn a_story_is_left_to_where_one_came_from() {
    let mut desk = Desk::new(lived_in_session());
    desk.press("ctrl-t ctrl-r");
    assert!(matches!(shown(&desk), Subject::Decision(_)));
    desk.press("esc esc");
    assert!(matches!(desk.seat.screen(), Screen::Overview { .. }), "{:?}", desk.seat.screen());
    assert!(desk.session.meeting().is_some(), "and the meeting goes on");
}

#[test]
fn where_there_is_no_row_it_is_said_what_a_story_is_of() {
    let mut desk = Desk::new(lived());
    // The first item is what earlier meetings left open.
    desk.press("f8 f8 ctrl-r");
    assert!(matches!(desk.seat.screen(), Screen::Meeting), "{:?}", desk.seat.screen());
    assert!(desk.said().starts_with("来龙去脉看一行或一项议定的"), "{}", desk.said());
}
