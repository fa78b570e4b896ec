//! 显示, and every screen as different eyes see it.

use ratatui::style::Color;
use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::app::page::looks::Looks;
use crate::app::sight::Theme;
use crate::app::taste::choice::SETTINGS;
use crate::app::taste::{Arrangement, Borders, Columns, Hints, Marks, Taste, Tongue};
use crate::app::{look, rows};

/// A seat with the settings open and the cursor on one of them.
fn choosing(at: usize) -> Seat {
    let mut seat = seat(0, 0, Screen::Overview { cursor: 0 });
    seat.looks = Some(Looks { at, ..Looks::default() });
    seat
}

#[test]
fn the_settings_are_seen_as_they_are_chosen() {
    let focus = cursors(&in_session(), &choosing(0));
    assert_eq!(focus, [(15, 2), (15, 2), (15, 2)]);
    let mut seat = choosing(SETTINGS.len() - 2);
    seat.ground.lang = Lang::En;
    seat.wear(Taste::default());
    pictures("english_looks", &in_session(), &seat);
}

/// A seat that is shown things by a taste, on a terminal with all colours.
fn worn(size: (u16, u16), screen: Screen, taste: Taste) -> Seat {
    let mut seat = seat(size.0, size.1, screen);
    seat.ground.depth = Depth::True;
    seat.wear(taste);
    seat
}

fn cared_for(screen: Screen) -> Seat {
    worn((0, 0), screen, Taste { layout: Arrangement::Care, ..Taste::default() })
}

#[test]
fn six_rows_in_one_column_for_whoever_wants_less_at_a_time() {
    let session = in_session();
    let focus = cursors(&session, &cared_for(Screen::Overview { cursor: 7 }));
    assert_eq!(focus, [(23, 6), (3, 6), (3, 6)]);
    let mut seat = at_the_desk();
    seat.wear(Taste { layout: Arrangement::Wall, ..Taste::default() });
    pictures("large_meeting", &session, &seat);
}

/// Nothing but a title in the header, the status line and a reason that quotes is ever cut.
#[test]
fn nothing_is_abbreviated_for_whoever_wants_less_at_a_time() {
    let session = in_session();
    for size in SIZES {
        for screen in screens().into_iter().filter(crate::view::care::tells) {
            for cursor in 0..rows::count(&session, &screen) {
                let mut seat = worn(size, screen.clone(), care());
                look::set_cursor(&mut seat, cursor);
                let (buffer, focus) = drawn(&session, &seat);
                let text = screen_text(&buffer);
                let lines: Vec<&str> = text.lines().collect();
                let foot = usize::from(size.1) - 7;
                let cut = lines[2..foot].iter().find(|line| line.contains(".."));
                assert!(cut.is_none_or(|line| line.contains("判")), "{cut:?} at {size:?}\n{text}");
                let here = lines[usize::from(focus.y)];
                assert!(here.trim_start().starts_with('>'), "{here} {focus:?}\n{text}");
                let wide = lines.iter().find(|line| line.trim().width() > 80);
                assert_eq!(wide, None, "at {size:?}\n{text}");
            }
        }
    }
}

fn care() -> Taste {
    Taste { layout: Arrangement::Care, ..Taste::default() }
}

/// Sizes at which every screen is held to the laws: a desk, a small window, a telephone, a wall.
const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (64, 20)];

/// Tastes that differ in everything that is drawn.
fn tastes() -> Vec<Taste> {
    let plain = Taste::default;
    vec![
        plain(),
        care(),
        Taste { layout: Arrangement::Wall, ..plain() },
        Taste { theme: Theme::ContrastDark, ..care() },
        Taste { theme: Theme::ContrastLight, marks: Marks::Plain, ..plain() },
        Taste { theme: Theme::Mono, marks: Marks::Word, hints: Hints::Hidden, ..plain() },
        Taste { borders: Borders::Line, hints: Hints::Usual, ..plain() },
        Taste { lang: Tongue::En, ..care() },
    ]
}

/// What lies over a screen, and the screens that it can lie over.
fn everything(size: (u16, u16), taste: &Taste) -> Vec<Seat> {
    let mut seats: Vec<Seat> =
        screens().into_iter().map(|screen| worn(size, screen, taste.clone())).collect();
    for over in [jump(), find("招商"), palette()] {
        let mut seat = worn(size, Screen::Tasks { section: None, cursor: 3 }, taste.clone());
        seat.over = Some(over);
        seats.push(seat);
    }
    for at in [0, SETTINGS.len() - 1] {
        let mut seat = worn(size, Screen::Meeting, taste.clone());
        seat.looks = Some(Looks { at, ..Looks::default() });
        seats.push(seat);
    }
    seats
}

/// screens.md 9, 3 and 4: `drawn` holds every line to the width of the window and the cursor inside;
/// where a row has the cursor it is on a cell that is told by reverse video.
#[test]
fn every_screen_fills_its_lines_and_ends_with_the_cursor_on_the_focus() {
    let session = in_session();
    for taste in tastes() {
        for size in SIZES {
            for mut seat in everything(size, &taste) {
                let last = rows::count(&session, seat.screen()).saturating_sub(1);
                let cursor = look::cursor(&seat).min(last);
                look::set_cursor(&mut seat, cursor);
                let (buffer, focus) = drawn(&session, &seat);
                let chosen = buffer[focus].modifier.contains(Modifier::REVERSED);
                let rows = rows::count(&session, seat.screen()) > 0;
                let typed = matches!(
                    seat.screen(),
                    Screen::Register(_) | Screen::Division(_) | Screen::ReadBack { .. }
                );
                if rows && !typed && seat.over.is_none() && seat.looks.is_none() {
                    assert!(chosen, "{focus:?} of {size:?}\n{}", screen_text(&buffer));
                }
            }
        }
    }
}

/// screens.md 9, 4: nothing that we draw ourselves is one column here and two there.
#[test]
fn no_frame_holds_an_ambiguous_glyph_in_ascii() {
    let session = founded(Plan { short: "计划".into(), ..plan() });
    let own = ["“", "”", "—", "–", "…"]; // of the plan's own text, and of months
    for taste in tastes().into_iter().filter(|taste| taste.borders != Borders::Line) {
        for seat in everything((80, 24), &taste) {
            let (text, _) = drawn_text(&session, &seat);
            let doubtful = text.chars().find(|c| c.width() != c.width_cjk());
            let doubtful = doubtful.filter(|c| !own.contains(&c.to_string().as_str()));
            assert_eq!(doubtful, None, "{text}");
        }
    }
}

/// screens.md 9, 7: a terminal that draws ambiguous characters in two columns has every line as wide
/// as its window, and not one box-drawing character, whatever was chosen.
#[test]
fn a_layout_holds_where_ambiguous_glyphs_are_two_columns() {
    let session = in_session();
    for taste in tastes() {
        let taste = Taste { ambiguous: Columns::Wide, ..taste };
        for size in SIZES {
            for seat in everything(size, &taste) {
                let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
                draw(&session, &seat, &mut buffer);
                for y in 0..size.1 {
                    assert_eq!(as_emulated(&buffer, y), size.0, "line {y} of {size:?}");
                }
                assert!(!screen_text(&buffer).contains(['─', '│', '┌']));
            }
        }
    }
}

/// The columns that a line takes in a terminal for which every ambiguous character is wide.
fn as_emulated(buffer: &Buffer, y: u16) -> u16 {
    let mut x = 0;
    while x < buffer.area.width {
        let columns = buffer[(x, y)].symbol().width_cjk();
        x += u16::try_from(columns).unwrap().max(1);
    }
    x
}

/// screens.md 9, 6: under `NO_COLOR`, with 16, 256 and all colours, in every theme, the row with the
/// cursor is told by reverse video in every cell.
#[test]
fn the_selection_is_seen_in_every_theme_and_depth() {
    let session = in_session();
    for theme in Theme::ALL {
        for depth in [Depth::Mono, Depth::Sixteen, Depth::Indexed, Depth::True] {
            for layout in [Arrangement::Standard, Arrangement::Care] {
                for screen in
                    [Screen::Overview { cursor: 2 }, Screen::Tasks { section: None, cursor: 0 }]
                {
                    let mut seat = seat(80, 24, screen);
                    seat.ground.depth = depth;
                    seat.wear(Taste { layout, theme, ..Taste::default() });
                    let (buffer, focus) = drawn(&session, &seat);
                    for x in 1..79 {
                        let cell = &buffer[(x, focus.y)];
                        let reversed = cell.modifier.contains(Modifier::REVERSED);
                        assert!(reversed, "{x} {theme:?} {depth:?}");
                        let colours = cell.fg != Color::Reset || cell.bg != Color::Reset;
                        assert!(depth != Depth::Mono || !colours, "no colour where there is none");
                    }
                }
            }
        }
    }
}

#[test]
fn a_word_stands_alone_where_marks_are_not_wanted() {
    let session = in_session();
    let screen = Screen::Overview { cursor: 0 };
    let words = Taste { marks: Marks::Word, ..Taste::default() };
    let (text, _) = drawn_text(&session, &worn((80, 24), screen.clone(), words));
    assert!(text.contains("逾期") && !text.contains("X 逾期"), "{text}");
    let (text, _) = drawn_text(&session, &worn((80, 24), screen, Taste::default()));
    assert!(text.contains("X 逾期"));
}

#[test]
fn hints_and_keys_go_where_they_are_not_wanted() {
    let session = in_session();
    let seen = |hints| {
        let mut seat = at_the_desk();
        seat.size = (80, 24);
        seat.wear(Taste { hints, ..Taste::default() });
        screen_text(&drawn(&session, &seat).0)
    };
    let (all, keys, none) = (seen(Hints::Beginner), seen(Hints::Usual), seen(Hints::Hidden));
    assert!(all.contains("@牵头") && all.contains("F1帮助"));
    assert!(!keys.contains("@牵头") && keys.contains("F1帮助"));
    assert!(!none.contains("@牵头") && !none.contains("F1帮助"));
}
