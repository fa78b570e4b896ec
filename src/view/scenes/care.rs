//! 关怀 as it is gone through: whatever is turned or walked, every row is seen, and seen whole.

use super::*;
use crate::app::glimpse::Glimpse;
use crate::app::look;
use crate::app::rows;
use crate::app::taste::{Arrangement, Taste};
use crate::app::{Input, Key, update};
use crate::view::{care, seen};

/// The windows in which every row is gone through: a small one, and a telephone.
const WINDOWS: [(u16, u16); 2] = [(80, 24), (60, 20)];

fn cared_for((width, height): (u16, u16), screen: Screen) -> Seat {
    let mut seat = seat(width, height, screen);
    seat.ground.depth = Depth::True;
    seat.wear(Taste { layout: Arrangement::Care, ..Taste::default() });
    seat
}

/// A frame of a seat, which takes what it showed.
fn look_at(session: &Session, seat: &mut Seat) -> (String, Glimpse) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, seat.size.0, seat.size.1));
    let drawn = seen(session, seat, &mut buffer);
    seat.glimpse = drawn.glimpse.clone();
    (screen_text(&buffer), drawn.glimpse)
}

/// The screens whose rows are walked by the keys of every list.
fn lists(session: &Session) -> Vec<Screen> {
    let told = |screen: &Screen| care::tells(screen) && rows::count(session, screen) > 0;
    screens().into_iter().filter(told).collect()
}

#[test]
fn six_rows_in_one_column_for_whoever_wants_less_at_a_time() {
    let overview = cared_for((0, 0), Screen::Overview { cursor: 7 });
    assert_eq!(cursors(&in_session(), &overview), [(23, 6), (3, 6), (3, 6)]);
}

#[test]
fn no_page_is_turned_past_a_row() {
    let mut session = in_session();
    for screen in lists(&session) {
        for size in WINDOWS {
            let mut seat = cared_for(size, screen.clone());
            look::set_cursor(&mut seat, 0);
            let (count, mut reached) = (rows::count(&session, &screen), 0);
            for _ in 0..400 {
                let (text, glimpse) = look_at(&session, &mut seat);
                assert!(glimpse.rows.start <= reached, "{glimpse:?} after {reached}\n{text}");
                reached = reached.max(glimpse.rows.end);
                if reached == count && glimpse.below == 0 {
                    break;
                }
                update(&mut session, &mut seat, &Input::Key(Key::PageDown));
            }
            assert_eq!(reached, count, "{screen:?} at {size:?}");
        }
    }
}

#[test]
fn a_page_stands_still_while_the_cursor_is_on_it() {
    let mut session = in_session();
    for screen in lists(&session) {
        let mut seat = cared_for(WINDOWS[0], screen.clone());
        look::set_cursor(&mut seat, 0);
        let (_, mut before) = look_at(&session, &mut seat);
        let count = rows::count(&session, &screen);
        for key in [vec![Key::Down; count.min(30)], vec![Key::Up; count.min(30)]].concat() {
            update(&mut session, &mut seat, &Input::Key(key));
            let (text, glimpse) = look_at(&session, &mut seat);
            let cursor = look::cursor(&seat);
            assert!(glimpse.rows.contains(&cursor), "{cursor} of {glimpse:?}\n{text}");
            if before.rows.contains(&cursor) && matches!(screen, Screen::Tasks { .. }) {
                assert_eq!(glimpse.rows, before.rows, "{key:?}\n{text}");
            }
            before = glimpse;
        }
    }
}

/// A row that is longer than the window is read to its end by the keys that go to the next row.
#[test]
fn what_is_longer_than_the_window_is_gone_through() {
    let parts: Vec<String> = (1..=90).map(|nth| format!("第{nth}项工作抓紧推进")).collect();
    let long = parts.join("，");
    let mut session = in_session();
    let plan = &mut session.plan;
    let first = plan.sections[0].tasks[0].measures.first_mut().unwrap();
    first.text.clone_from(&long);
    let task = Screen::Task { place: place("1.1"), cursor: 0 };
    for key in [Key::Down, Key::PageDown] {
        let mut seat = cared_for(WINDOWS[1], task.clone());
        let mut read = String::new();
        for _ in 0..200 {
            let (text, glimpse) = look_at(&session, &mut seat);
            read.extend(text.split_whitespace().filter(|part| *part != ">"));
            if glimpse.below == 0 {
                break;
            }
            update(&mut session, &mut seat, &Input::Key(key));
        }
        let missing = (1..=90).find(|nth| !read.contains(&format!("第{nth}项")));
        assert_eq!((missing, look::cursor(&seat)), (None, 0), "{key:?}\n{read}");
        update(&mut session, &mut seat, &Input::Key(Key::Down));
        assert_eq!(look::cursor(&seat), 1);
    }
}
