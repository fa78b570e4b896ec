//! The screen at both sizes, and its keys.

use super::*;
use crate::app::amending::scene;
use crate::app::amending::update;
use crate::app::pointer::{Mouse, Pointer};
use crate::app::{Input, Key, Keymap};
use crate::view::canvas::screen_text;

fn seen(name: &str, (columns, rows): (u16, u16), keys: &[&str]) {
    let mut amending = scene((columns, rows));
    for key in keys {
        let key: Key = key.parse().unwrap();
        update(&mut amending, &Input::Key(key));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let focus = draw(&amending, &mut buffer).focus;
    assert!(focus.x < columns && focus.y < rows);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../scenes");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, screen_text(&buffer)));
}

#[test]
fn three_sides_beside_each_other() {
    seen("amending_120x36", (120, 36), &["2"]);
}

#[test]
fn under_each_other_where_it_is_narrow() {
    seen("amending_80x24", (80, 24), &["1", "2"]);
}

#[test]
fn what_is_open_is_said_before_anything_is_written() {
    seen("amending_open", (80, 24), &["f2"]);
}

#[test]
fn its_keys() {
    seen("amending_help", (80, 24), &["f1"]);
}

#[test]
fn every_size_is_survived() {
    for size in [(0, 0), (1, 1), (59, 10), (60, 16), (61, 17), (99, 20), (100, 16), (200, 60)] {
        let mut amending = scene(size);
        draw(&amending, &mut Buffer::empty(Rect::new(0, 0, size.0, size.1)));
        update(&mut amending, &Input::Key(Key::F(1)));
        draw(&amending, &mut Buffer::empty(Rect::new(0, 0, size.0, size.1)));
    }
}

#[test]
fn a_conflict_is_settled_with_the_mouse() {
    let mut amending = scene((120, 36));
    let mut pointer = Pointer::default();
    let mut press = |amending: &mut Amending, wanted: &Touch| {
        let seen = draw(amending, &mut Buffer::empty(Rect::new(0, 0, 120, 36)));
        let (x, y) = seen.patches.iter().find(|patch| patch.touch == *wanted).unwrap().from;
        pointer.over(seen.patches);
        for input in pointer.read(&Input::Mouse(Mouse::Press(x, y))) {
            update(amending, &input);
        }
    };
    press(&mut amending, &Touch::Row(1));
    assert_eq!(amending.cursor, 1);
    let second = amending.conflicts[1].clone();
    press(&mut amending, &Touch::Key(Key::Char('2')));
    assert_eq!(amending.chosen(&second), Some(Side::Theirs));
    press(&mut amending, &Touch::Key(Key::Ctrl('z')));
    assert_eq!(amending.chosen(&second), None);
}

#[test]
fn the_keys_are_those_of_whoever_sits_there() {
    let mut amending = scene((120, 36));
    let keys = [("undo", "ctrl-e"), ("decide", "f5"), ("cast", "f2")];
    let keys = keys.map(|(what, key)| (what.to_owned(), vec![key.to_owned()]));
    amending.keymap = Keymap::read(&keys.into_iter().collect()).unwrap();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    draw(&amending, &mut buffer);
    let text = screen_text(&buffer);
    assert!(text.contains("F5写进计划") && text.contains("^E撤回"), "{text}");
    assert!(!text.contains("F2 ") && !text.contains("F2写") && !text.contains("^Z"), "{text}");
}
