//! A task called by how it sounds, and marks that are typed where no field is open.

use super::*;
use crate::app::rehearsal::in_session;
use crate::plan::Place;
use crate::plan::place::Level;

fn typed(keys: &str) -> Desk {
    let mut desk = Desk::new(in_session());
    desk.press(keys);
    desk
}

fn said(desk: &Desk) -> String {
    desk.seat.notice.as_ref().map(|notice| notice.text(Lang::Zh)).unwrap_or_default()
}

#[test]
fn a_task_is_bound_by_its_initials_when_only_one_is_spelt_so() {
    for keys in ["#zsyz enter", "＃ｚｓｙｚ enter", "# z s y z enter"] {
        let desk = typed(keys);
        assert_eq!(desk.seat.line.binding, Binding::Rows(vec!["1.2".parse().unwrap()]), "{keys}");
        assert!(desk.seat.line.field.is_empty(), "{keys}");
    }
}

#[test]
fn of_several_tasks_none_is_guessed_and_the_line_stays() {
    let desk = typed("#xd enter");
    assert_eq!(desk.seat.line.field.text(), "#xd");
    let rows: Vec<_> =
        said(&desk).split([' ', '：']).filter_map(|word| word.parse().ok()).collect();
    assert!(rows.len() > 1, "{}", said(&desk));
    assert!(rows.iter().all(|row: &Place| row.level() == Level::Task), "{}", said(&desk));
    let nobody = typed("#qqqq enter");
    assert!(said(&nobody).starts_with("没有 qqqq 这一项"), "{}", said(&nobody));
    assert_eq!(nobody.seat.line.field.text(), "#qqqq");
}

/// Off the line, in a meeting: what begins a line begins one, what only parts or closes is a slip.
#[test]
fn a_mark_begins_a_line_or_is_answered_in_either_width() {
    for (mark, line) in
        [("＃", "＃"), ("#", "#"), ("＠", "＠"), ("=", "="), ("《", "《"), ("（", "（")]
    {
        let mut desk = typed("");
        desk.seat.open(Screen::Overview { cursor: 0 });
        desk.press(mark);
        assert_eq!((desk.seat.screen(), desk.seat.line.field.text()), (&Screen::Meeting, line));
    }
    for mark in ["，", ",", "。", "；", "）", "…"] {
        let mut desk = typed("");
        desk.seat.open(Screen::Gate { cursor: 0 });
        desk.press(mark);
        assert!(matches!(desk.seat.screen(), Screen::Gate { .. }), "{mark} leaves nothing");
        let want = format!("“{mark}”在这一屏不是键；写字直接写，找命令按 F4");
        assert_eq!(said(&desk), want);
    }
}
