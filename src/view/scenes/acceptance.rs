//! The acceptance list of screens.md 9, as far as a frame shows it: each point a test under its number,
//! over every screen, box and form that keys lead to.

pub(crate) mod reached;
mod typed;

use ratatui::style::Color;
use unicode_width::UnicodeWidthStr as _;

use super::guest::{marked, seen};
use super::*;
use crate::app::guest::Guest;
use crate::app::script::Script;
use crate::app::sight::Theme;
use crate::app::taste::{Arrangement, Borders, Columns, Marks, Taste, Tongue};
use crate::app::{look, rows};
use reached::{BOOKS, GUESTS, SEATS};

/// A desk, a small window, a wall, the smallest window with a whole screen.
const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (64, 20), (60, 18)];

/// Tastes that differ in everything that is drawn.
fn tastes() -> [Taste; 7] {
    let plain = Taste::default;
    let care = || Taste { layout: Arrangement::Care, ..plain() };
    [
        plain(),
        care(),
        Taste { theme: Theme::ContrastDark, marks: Marks::Plain, ..plain() },
        Taste { theme: Theme::Mono, marks: Marks::Word, ..care() },
        Taste { borders: Borders::Line, theme: Theme::ContrastLight, ..plain() },
        Taste { lang: Tongue::En, ..care() },
        Taste { layout: Arrangement::Wall, lang: Tongue::En, ..plain() },
    ]
}

/// All of a few things, or two of them, others for each that asks: a debug build has no minutes to spare.
pub(crate) fn some<T>(all: &[T], nth: usize) -> impl Iterator<Item = &T> {
    let count = if option_env!("YIDING_LONG").is_some() { all.len() } else { 2 };
    let step = all.len() / count;
    (0..count).filter_map(move |of| all.get((nth + of * step) % all.len()))
}

/// Every kind of seat with its book, in every size and taste, or in some of them.
pub(crate) fn everywhere(mut each: impl FnMut(&Session, &Seat)) {
    let (books, tastes) = (BOOKS.map(|made| made()), tastes());
    for (nth, (book, found)) in SEATS.iter().enumerate() {
        let looks: Vec<_> =
            SIZES.iter().flat_map(|size| tastes.iter().map(move |taste| (*size, taste))).collect();
        for (size, taste) in some(&looks, nth * 3) {
            each(&books[*book], &worn_by(&books[*book], found, *size, taste));
        }
    }
}

/// A seat in a window, with a taste, its cursor on a row that is there.
fn worn_by(session: &Session, seat: &Seat, size: (u16, u16), taste: &Taste) -> Seat {
    let mut seat = seat.clone();
    (seat.size, seat.ground.depth) = (size, Depth::True);
    seat.wear(taste.clone());
    let last = rows::count(session, seat.screen()).saturating_sub(1);
    let cursor = look::cursor(&seat).min(last);
    look::set_cursor(&mut seat, cursor);
    seat
}

/// Whether the cursor stands on a row that is told by reverse video, on the number of the decision that
/// is read out, or behind the mark or the edge of a line that is typed.
pub(crate) fn is_focused(buffer: &Buffer, focus: Position) -> bool {
    let before: String = (0..focus.x).map(|x| buffer[(x, focus.y)].symbol()).collect();
    let numbered = ["议", "d"].contains(&buffer[focus].symbol());
    numbered
        || buffer[focus].modifier.contains(Modifier::REVERSED)
        || [">", "/ ", ": ", "|", "│"].iter().any(|mark| before.contains(mark))
}

/// Every kind of guest in every size.
pub(crate) fn every_guest(mut each: impl FnMut(&Session, &Guest)) {
    let session = marked();
    for (nth, guest) in GUESTS.iter().enumerate() {
        for size in some(&SIZES, nth) {
            let mut guest = guest.clone();
            guest.seat.size = *size;
            each(&session, &guest);
        }
    }
}

/// Widths and doubtful glyphs; the pictures themselves lie beside this file, size by size.
#[test]
fn acceptance_04_every_line_fills_the_screen_and_no_chrome_is_ambiguous_in_ascii() {
    let own = ['“', '”', '‘', '’', '—', '–', '…', '·', '①', '②', '③', '×']; // of the texts of files
    everywhere(|session, seat| {
        let (buffer, _) = drawn(session, seat);
        let ascii = seat.taste.borders != Borders::Line;
        let text = screen_text(&buffer);
        let doubtful = |c: &char| c.width() != c.width_cjk() && !own.contains(c);
        assert_eq!(text.chars().find(doubtful).filter(|_| ascii), None, "{text}");
    });
    every_guest(|session, guest| {
        let text = screen_text(&seen(session, guest).0);
        for line in text.lines() {
            assert!(line.width() <= usize::from(guest.seat.size.0), "{line}");
        }
    });
    for (name, screen) in [
        ("overview", Screen::Overview { cursor: 0 }),
        ("tasks", Screen::Tasks { section: None, cursor: 3 }),
        ("task", Screen::Task { place: place("1.4"), cursor: 6 }),
        ("meeting", Screen::Meeting),
    ] {
        let session = in_session();
        let of = |size| {
            let (width, height): (u16, u16) = size;
            let text = screen_text(&drawn(&session, &seat(width, height, screen.clone())).0);
            format!("== {width}x{height}\n{text}")
        };
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../scenes");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let text = SIZES.map(of).join("\n");
        settings.bind(|| insta::assert_snapshot!(format!("acceptance_{name}"), text));
    }
}

/// Every box over a screen full of Han: its first column is even in one of two windows and odd in the
/// other, whatever stands below it.
#[test]
fn acceptance_05_a_popup_over_han_keeps_its_borders_at_even_and_odd_columns() {
    let books = BOOKS.map(|made| made());
    let mut firsts = [0, 0];
    for (book, found) in SEATS.iter() {
        if matches!(found.over, None | Some(Over::Plain(_))) || found.looks.is_some() {
            continue;
        }
        for (width, borders) in [(80, Borders::Ascii), (82, Borders::Line)] {
            let taste = Taste { borders, ..Taste::default() };
            let seat = worn_by(&books[*book], found, (width, 24), &taste);
            let (buffer, _) = drawn(&books[*book], &seat);
            firsts[usize::from(whole_box(&buffer) % 2)] += 1;
        }
    }
    assert!(firsts[0] > 0 && firsts[1] > 0, "{firsts:?}");
}

/// Finds the frame of a box and holds it to be whole; its first column.
fn whole_box(buffer: &Buffer) -> u16 {
    let is = |x: u16, y: u16, all: &str| all.contains(buffer[(x, y)].symbol());
    let text = || screen_text(buffer);
    let corner = |at: &Position| is(at.x, at.y, "+┌") && is(at.x + 1, at.y, "-─");
    let area = Rect { width: buffer.area.width - 1, height: buffer.area.height - 1, ..buffer.area };
    let first = area.positions().find(corner).unwrap_or_else(|| panic!("no box\n{}", text()));
    let ends = |x: &u16| is(*x, first.y, "+┐");
    let last =
        (first.x + 1..buffer.area.width).rev().find(ends).unwrap_or_else(|| panic!("{}", text()));
    let mut y = first.y + 1;
    while !is(first.x, y, "+└") {
        assert!(is(first.x, y, "|│") && is(last, y, "|│"), "line {y}\n{}", text());
        y += 1;
    }
    assert!(is(last, y, "+┘"), "the last line\n{}", text());
    for x in first.x + 1..last {
        assert!(is(x, y, "-─"), "column {x}\n{}", text());
    }
    first.x
}

/// The colours themselves are tried on a terminal (tests/terminal/acceptance.rs).
#[test]
fn acceptance_06_the_selection_is_visible_in_every_theme_and_depth() {
    let books = BOOKS.map(|made| made());
    let depths = [Depth::Mono, Depth::Sixteen, Depth::Indexed, Depth::True];
    for (nth, (book, found)) in SEATS.iter().enumerate() {
        let all: Vec<_> =
            Theme::ALL.iter().flat_map(|theme| depths.map(|depth| (*theme, depth))).collect();
        for (theme, depth) in some(&all, nth * 5).copied() {
            let mut seat = found.clone();
            (seat.size, seat.ground.depth) = ((80, 24), depth);
            seat.wear(Taste { theme, ..Taste::default() });
            let session = &books[*book];
            let seat = worn_by_depth(session, seat);
            let (buffer, focus) = drawn(session, &seat);
            let coloured =
                |cell: &ratatui::buffer::Cell| cell.fg != Color::Reset || cell.bg != Color::Reset;
            let plain = depth != Depth::Mono || !buffer.content.iter().any(coloured);
            assert!(plain, "colours where there are none\n{}", screen_text(&buffer));
            let list = rows::count(session, seat.screen()) > 0
                && seat.over.is_none()
                && seat.looks.is_none();
            assert!(
                !list || is_focused(&buffer, focus),
                "{theme:?} {depth:?}\n{}",
                screen_text(&buffer)
            );
        }
    }
}

fn worn_by_depth(session: &Session, mut seat: Seat) -> Seat {
    let last = rows::count(session, seat.screen()).saturating_sub(1);
    let cursor = look::cursor(&seat).min(last);
    look::set_cursor(&mut seat, cursor);
    seat
}

#[test]
fn acceptance_07_a_layout_holds_where_ambiguous_characters_are_two_columns() {
    everywhere(|session, seat| {
        let mut seat = seat.clone();
        seat.wear(Taste { ambiguous: Columns::Wide, ..seat.taste.clone() });
        let mut buffer = Buffer::empty(Rect::new(0, 0, seat.size.0, seat.size.1));
        draw(session, &seat, &mut buffer);
        for y in 0..seat.size.1 {
            assert_eq!(emulated(&buffer, y), seat.size.0, "line {y}\n{}", screen_text(&buffer));
        }
        assert!(!screen_text(&buffer).contains(['─', '│', '┌']), "a frame of doubtful width");
    });
}

/// The columns that a line takes in a terminal for which every ambiguous character is wide.
fn emulated(buffer: &Buffer, y: u16) -> u16 {
    let mut x = 0;
    while x < buffer.area.width {
        x += u16::try_from(buffer[(x, y)].symbol().width_cjk()).unwrap().max(1);
    }
    x
}

/// That the files stay as they are is tried with the program (tests/commands/acceptance.rs).
#[test]
fn acceptance_15_nothing_moves_in_traditional_and_protected_names_are_intact() {
    everywhere(|session, seat| {
        // A paper is in the script in which it will be sent out.
        if matches!(seat.screen(), Screen::Preview(_)) {
            return;
        }
        let (own, focus) = drawn(session, seat);
        let mut seat = seat.clone();
        seat.sight.script = Script::Traditional;
        let (other, focused) = drawn(session, &seat);
        assert_eq!(focus, focused, "the cursor moved\n{}", screen_text(&other));
        for (a, b) in own.content.iter().zip(&other.content) {
            assert_eq!(a.cell_width(), b.cell_width(), "{a:?} {b:?}\n{}", screen_text(&other));
        }
        let (own, other) = (screen_text(&own), screen_text(&other));
        for name in session.plan.roster.offices.values().map(|office| office.short.as_str()) {
            let count = |text: &str| text.matches(name).count();
            assert!(count(&other) >= count(&own), "{name}\n{own}\n{other}");
        }
    });
}
