//! Stories of the menus: what is no choice is meant for the screen below, and nothing typed is lost.

use super::super::rehearsal::in_session;
use super::*;

/// A reading that may be of several targets.
fn choosing() -> Desk {
    let mut desk = Desk::new(in_session());
    desk.press("#1.4 enter =305 enter");
    assert!(matches!(desk.seat.over, Some(Over::Menu(_))), "{}", desk.said());
    desk
}

fn typed(desk: &Desk) -> &str {
    desk.seat.line.field.text()
}

#[test]
fn a_menu_is_gone_through_to_both_ends() {
    let mut desk = choosing();
    for (key, expect) in [("end", 2), ("home", 0), ("pagedown", 2), ("pageup", 0), ("down", 1)] {
        desk.press(key);
        let Some(Over::Menu(menu)) = &desk.seat.over else { panic!("{key}") };
        assert_eq!(menu.cursor, expect, "{key}");
    }
}

#[test]
fn what_is_no_choice_is_meant_for_the_screen_below() {
    for (keys, expect) in [("x", "=305x"), ("万", "=305万"), ("backspace", "=30"), ("esc", "=305")]
    {
        let mut desk = choosing();
        desk.press(keys);
        assert!(desk.seat.over.is_none(), "{keys}");
        assert_eq!(typed(&desk), expect, "{keys}");
    }
    let mut desk = choosing();
    desk.press("f9");
    assert!(desk.seat.looks.is_some(), "the settings");
    desk.press("esc");
    assert_eq!(typed(&desk), "=305");
    let mut desk = choosing();
    desk.press("f1");
    assert!(matches!(desk.seat.screen(), Screen::Help { .. }), "the keys");
}
