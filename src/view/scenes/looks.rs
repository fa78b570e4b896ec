//! 显示, and what single settings change. What holds of every screen for all eyes is in `laws.rs`.

use ratatui::style::Color;

use super::*;
use crate::app::page::looks::Looks;
use crate::app::sight::Theme;
use crate::app::taste::choice::SETTINGS;
use crate::app::taste::{Arrangement, Hints, Marks, Taste};

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

#[test]
fn the_item_is_large_where_the_room_looks_on() {
    let mut seat = at_the_desk();
    seat.wear(Taste { layout: Arrangement::Wall, ..Taste::default() });
    pictures("large_meeting", &in_session(), &seat);
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
