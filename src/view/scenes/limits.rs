//! Windows of every size, from none to 200 x 60: no screen falls over one, every line fills it, and the
//! cursor is inside.

use super::guest::{guest, item, keys, marked, seen};
use super::*;

/// Sizes of windows: every width and every height with some of the other, or all that there are.
fn sizes(nth: usize) -> Vec<(u16, u16)> {
    let (widths, heights) = (0..=200_u16, 0..=60_u16);
    if option_env!("YIDING_LONG").is_some() {
        return widths
            .flat_map(|width| heights.clone().map(move |height| (width, height)))
            .collect();
    }
    let nth = u16::try_from(nth).unwrap();
    let wide = widths.map(|width| (width, (width * 37 + nth * 13) % 61));
    let high = heights.map(|height| ((height * 29 + nth * 17) % 201, height));
    let narrow = (38..46).flat_map(|width| (8..16).map(move |height| (width, height)));
    wide.chain(high).chain(narrow).collect()
}

#[test]
fn no_screen_falls_over_any_size() {
    let session = in_session();
    let overs =
        [jump(), find("招商"), palette()].map(|over| (Screen::Overview { cursor: 0 }, Some(over)));
    let all = screens().into_iter().map(|screen| (screen, None)).chain(overs);
    for (nth, (screen, over)) in all.enumerate() {
        for (width, height) in sizes(nth) {
            let mut seat = seat(width, height, screen.clone());
            seat.over.clone_from(&over);
            drawn(&session, &seat);
        }
    }
}

#[test]
fn no_box_of_a_guest_falls_over_any_size() {
    let session = marked();
    let ways: [&[Key]; 6] = [
        &[],
        &[Key::Char('0')],
        &[Key::Char('?')],
        &[Key::Char(','), Key::Char('请'), Key::Char('核')],
        &[Key::Up, Key::Enter],
        &[Key::Ctrl('d')],
    ];
    for (nth, way) in ways.into_iter().enumerate() {
        let mut guest = guest(&session, Some(item()), Some("14:20"));
        keys(&session, &mut guest, way);
        for size in sizes(nth) {
            guest.seat.size = size;
            seen(&session, &guest);
        }
    }
}
