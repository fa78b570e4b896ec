//! The screen at both sizes, and its keys.

use super::*;
use crate::app::amending::scene;
use crate::app::amending::update;
use crate::app::{Input, Key};
use crate::view::canvas::screen_text;

fn seen(name: &str, (columns, rows): (u16, u16), keys: &[&str]) {
    let mut amending = scene((columns, rows));
    for key in keys {
        let key: Key = key.parse().unwrap();
        update(&mut amending, &Input::Key(key));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let focus = draw(&amending, &mut buffer);
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
