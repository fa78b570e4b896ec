//! The menu of an earlier decision, the forms behind it, and a decision that has lived.

use super::{drawn, pictures, place, seat};
use crate::app::rehearsal::{between, lived, lived_in_session};
use crate::app::{Input, Screen, Seat, Session, line, update};
use crate::ledger::Happening;
use crate::plan::plain::is_hidden;
use crate::view::canvas::screen_text;

/// The meeting at the airport economy, after some keys.
pub(super) fn in_meeting(keys: &str) -> (Session, Seat) {
    let mut session = lived_in_session();
    let mut seat = seat(120, 36, Screen::Meeting);
    line::bind_current(&session, &mut seat);
    press(&mut session, &mut seat, keys);
    (session, seat)
}

/// Between meetings, at a row of a task's page, after some keys.
pub(super) fn at_task(session: Session, task: &str, keys: &str) -> (Session, Seat) {
    let mut session = session;
    let mut seat = seat(120, 36, Screen::Task { place: place(task), cursor: 0 });
    press(&mut session, &mut seat, keys);
    (session, seat)
}

/// Keys by name; what is no key is text, `_` for a blank.
fn press(session: &mut Session, seat: &mut Seat, keys: &str) {
    for name in keys.split_whitespace() {
        let text = || Input::Text(name.replace('_', " "));
        let input = name.parse().map_or_else(|_| text(), Input::Key);
        update(session, seat, &input);
    }
}

#[test]
fn a_task_shows_what_its_decisions_went_through() {
    let (session, seat) = at_task(lived(), "1.2", "tab");
    pictures("task_amended", &session, &seat);
}

#[test]
fn the_menu_says_how_the_decision_stands() {
    let (session, seat) = in_meeting("down enter down");
    pictures("menu_lived", &session, &seat);
    let (session, seat) = at_task(lived(), "1.2", "tab tab enter");
    pictures("menu_dropped", &session, &seat);
}

#[test]
fn each_step_has_its_form() {
    for (name, keys) in [("form_reword", "down enter 4"), ("form_drop", "down enter 5")] {
        let (session, seat) = in_meeting(keys);
        assert!(matches!(seat.screen(), Screen::Form(_)), "{name}: {:?}", seat.notice);
        pictures(name, &session, &seat);
    }
}

#[test]
fn a_reading_is_set_right_on_a_page() {
    let (session, seat) = at_task(lived(), "1.2", "tab f4 更正 enter enter");
    assert!(matches!(seat.screen(), Screen::Form(_)), "{:?}", seat.notice);
    pictures("form_correct_reading", &session, &seat);
}

#[test]
fn what_papers_say_otherwise_stands_beside_the_record() {
    let keys = "up 确保太安路如期迁改到位，为机场路让出路面 f2";
    let (session, seat) = in_meeting(&format!("esc 路要修好 enter up enter {keys}"));
    pictures("worded", &session, &seat);
    let (session, seat) =
        at_task(lived(), "1.4", "tab tab enter 0 9 太安路如期迁改 tab 区长 f2 enter");
    pictures("worded_menu", &session, &seat);
}

#[test]
fn the_line_says_whose_place_a_decision_takes() {
    let (session, seat) = in_meeting("down enter 0 8 太安路迁改10月15日前完成");
    let (mut seat, size) = (seat, (80, 24));
    seat.size = size;
    let text = screen_text(&drawn(&session, &seat).0);
    assert!(text.contains("代替 3/10"), "{text}");
}

#[test]
fn between_meetings_the_rate_of_the_last_one_is_told() {
    let mut seat = seat(80, 24, Screen::Overview { cursor: 0 });
    seat.size = (80, 24);
    let told = |session: &Session| {
        let text = screen_text(&drawn(session, &seat).0);
        text.lines().nth(22).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(told(&between()), "第3次重点工作调度会 2023-08-11  上次 4件，办结0，0%  规则 通用");
    assert_eq!(told(&lived()), "会间 2023-08-14  上次 3件，办结0，0%，废止1  规则 通用");
}

/// Text that steers a terminal in every word of a life, and windows of any size.
#[test]
fn whatever_was_recorded_is_shown_as_marks_in_any_window() {
    let hostile = "甲\u{1b}[2J\u{202e}\u{200b}乙\n\u{9b}31m👨\u{200d}👩";
    let mut session = lived();
    for step in session.sealed.ledger.followups.values_mut().flat_map(|all| all.values_mut()) {
        (step.consent, step.note) = (hostile.into(), hostile.into());
        if let Happening::Feedback { progress, problem, .. } = &mut step.what {
            (*progress, *problem) = (hostile.into(), hostile.repeat(30));
        }
    }
    for keys in ["tab tab enter", "tab tab enter 0", "tab tab enter 2", "tab tab f4 更正 enter"] {
        let mut seat = seat(120, 36, Screen::Task { place: place("1.4"), cursor: 0 });
        press(&mut session, &mut seat, keys);
        for size in [(120, 36), (80, 24), (60, 18), (41, 11), (40, 10), (39, 9), (3, 2)] {
            seat.size = size;
            let text = screen_text(&drawn(&session, &seat).0).replace('\n', "");
            assert!(!text.chars().any(is_hidden), "{keys} {size:?} {text}");
        }
    }
}
