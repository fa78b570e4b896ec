//! What an input method hands over, replayed into every screen: bursts of Han, raw letters, full-width
//! marks and digits.

use super::super::guest::marked;
use super::super::*;
use super::reached::{BOOKS, GUESTS, SEATS, records};
use super::some;
use crate::app::guest::{self as follow, Layout};
use crate::app::key::{inputs, twin};

/// What is typed as people type: each text is one read of the terminal.
const TYPED: [&[&str]; 6] = [
    &["议定：请区发改局牵头"],
    &["空港应急医院", "，", "由卫健局牵头", "；", "１０", "月底前开工", "。"],
    &["xmjs"],
    &["zhongdian", "项目", "！"],
    &["第", "３", "批材料", "（", "一", "）", "……"],
    &["qa", "《", "政府工作报告", "》", "　", "已读"],
];

/// Marks and digits on their own, in full width.
const MARKS: &str = "，。、；：？！【】（）《》“”‘’￥…—·　＋－＝＠＃／．０１２３４５６７８９";

fn typed(burst: &str) -> Vec<Input> {
    inputs(&burst.chars().map(Key::Char).collect::<Vec<_>>())
}

/// Whether a burst is a text, and no key.
fn is_text(burst: &str) -> bool {
    matches!(typed(burst).as_slice(), [Input::Text(_)])
}

/// Whether the cursor stands behind what was typed: there the next words of the input method will be.
fn is_before(buffer: &Buffer, focus: Position, text: &str) -> bool {
    let line: String = (0..focus.x)
        .map(|x| buffer[(x, focus.y)].symbol())
        .filter(|symbol| !symbol.trim().is_empty())
        .collect();
    let last: String = text.chars().rev().take(2).collect();
    let last: String = last.chars().rev().collect();
    line.replace(' ', "").ends_with(&last) || focus.x < 4
}

fn without_wide_gaps(seat: &Seat) -> Seat {
    let mut seat = seat.clone();
    seat.size = (120, 36);
    seat
}

#[test]
fn acceptance_01_ime_bursts_change_no_record_and_end_where_text_is_written() {
    for (book, made) in BOOKS.into_iter().enumerate() {
        let mut session = made();
        let before = session.state().clone();
        for (nth, (_, found)) in SEATS.iter().enumerate().filter(|(_, (own, _))| *own == book) {
            for bursts in some(&TYPED, nth) {
                let mut seat = without_wide_gaps(found);
                for burst in *bursts {
                    for input in typed(burst) {
                        let effects = update(&mut session, &mut seat, &input);
                        assert!(!effects.iter().any(records), "{burst} at {:?}", found.screen());
                    }
                    let (buffer, focus) = drawn(&session, &seat);
                    let landed = !is_text(burst) || is_before(&buffer, focus, burst);
                    assert!(
                        landed,
                        "{burst} of {bursts:?} {focus:?} at {:?} {:?}\n{}",
                        found.screen(),
                        found.over,
                        screen_text(&buffer)
                    );
                }
            }
        }
        assert_eq!(*session.state(), before);
    }
}

/// Where no text is typed a mark or a digit in full width is the key in half width: it records what that
/// records and opens what that opens. A mark that no keyboard has in half width records nothing.
#[test]
fn acceptance_01_a_lone_mark_is_the_key_that_it_is_in_half_width() {
    for (book, made) in BOOKS.into_iter().enumerate() {
        let mut session = made();
        let before = session.state().clone();
        for (nth, (_, found)) in SEATS.iter().enumerate().filter(|(_, (own, _))| *own == book) {
            for mark in MARKS.chars().filter(|mark| is_tried(*mark, nth)) {
                let mut came = |c| {
                    let came = Came::of(&mut session, found, c);
                    if came.records || *session.state() != before {
                        session = made();
                    }
                    came
                };
                let (wide, narrow) = (came(mark), came(twin(mark)));
                assert_eq!(wide, narrow, "{mark} at {:?} {:?}", found.screen(), found.over);
                assert!(!wide.records || twin(mark).is_ascii(), "{mark} at {:?}", found.screen());
            }
        }
    }
}

/// A third of the marks at each seat: a debug build has no minutes to spare.
fn is_tried(mark: char, nth: usize) -> bool {
    let at = MARKS.chars().position(|other| other == mark).unwrap();
    option_env!("YIDING_LONG").is_some() || (at + nth).is_multiple_of(3)
}

/// What came of one key, all marks in half width.
#[derive(Debug, PartialEq)]
struct Came {
    records: bool,
    effects: String,
    page: String,
    said: String,
}

impl Came {
    fn of(session: &mut Session, found: &Seat, c: char) -> Self {
        let mut seat = found.clone();
        let effects = update(session, &mut seat, &Input::Key(Key::Char(c)));
        // Quotes inside of quotes are told with a stroke before them.
        let plain = |told: String| {
            told.replace("\\u{3000}", " ").chars().map(twin).filter(|c| *c != '\\').collect()
        };
        let said = seat.notice.as_ref().map(|notice| notice.text(Lang::En));
        Self {
            records: effects.iter().any(records),
            effects: plain(format!("{effects:?}")),
            page: page(&seat),
            said: plain(said.unwrap_or_default()),
        }
    }
}

/// The name of a screen and of what lies over it.
fn page(seat: &Seat) -> String {
    let word = |text: String| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    match &seat.over {
        Some(Over::Menu(menu)) => format!("{}?", word(format!("{:?}", menu.about))),
        Some(over) => word(format!("{over:?}")),
        None => word(format!("{:?}", seat.screen())),
    }
}

#[test]
fn acceptance_01_what_a_guest_types_is_searched_or_written() {
    let session = marked();
    for (nth, found) in GUESTS.iter().enumerate().filter(|(_, it)| it.layout != Layout::Wall) {
        for bursts in some(&TYPED, nth) {
            let mut guest = found.clone();
            guest.seat.size = (120, 36);
            for burst in *bursts {
                for input in typed(burst) {
                    let effects = follow::update(&session, &mut guest, &input);
                    let written = effects.iter().any(|it| matches!(it, follow::Effect::Write(_)));
                    assert!(!written, "{burst} at {:?}", found.seat.screen());
                }
                let (buffer, focus) = super::seen(&session, &guest);
                let landed = !is_text(burst) || is_before(&buffer, focus, burst);
                assert!(
                    landed,
                    "{burst} at {:?} {:?} {:?}\n{}",
                    found.seat.screen(),
                    found.over,
                    found.seat.over,
                    screen_text(&buffer)
                );
            }
        }
    }
}

/// The other way round: from every screen and box a guest comes back to the desk by F5.
#[test]
fn acceptance_12_f5_leads_back_to_the_desk_from_every_screen() {
    let session = marked();
    for found in GUESTS.iter().filter(|guest| guest.desk.is_some()) {
        let mut guest = found.clone();
        let before = guest.mode;
        follow::update(&session, &mut guest, &Input::Key(Key::F(5)));
        if before == follow::Mode::Browsing {
            assert_eq!(
                guest.mode,
                follow::Mode::Following,
                "{:?} {:?} {:?}",
                found.seat.screen(),
                found.over,
                found.seat.over
            );
            assert!(
                guest.over.is_none() && guest.seat.over.is_none() && guest.seat.looks.is_none()
            );
        }
    }
}
