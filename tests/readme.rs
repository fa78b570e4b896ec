//! README says what the program does: its keys are those of the command table, its pictures are there.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that looks at its repository"
)]

use yiding::app::command::COMMANDS;
use yiding::app::guest::command as guest;
use yiding::app::{Key, Keymap, Taste, taste};
use yiding::format::ron::Limits;
use yiding::plan::Table;
use yiding::words::{Do, Lang};

const README: &str = include_str!("../README.md");

/// One row of README's table of keys: what it does, keys that pass an input method, letters.
fn row(command: &yiding::app::command::Command) -> String {
    let keys = |keys: &[Key]| {
        let shown: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        shown.join(" ")
    };
    let (zh, en) = (command.what.text(Lang::Zh), command.what.text(Lang::En));
    format!("| {zh} {en} | {} | {} |", keys(command.keys), keys(command.letters))
}

#[test]
fn every_key_stands_in_readme_as_the_table_has_it() {
    let rows: Vec<String> = COMMANDS.iter().map(row).collect();
    let missing: Vec<&String> = rows.iter().filter(|row| !README.contains(*row)).collect();
    assert!(missing.is_empty(), "README lacks these rows:\n{}", rows.join("\n"));
}

/// One row of README's table of a reviewer's keys.
fn guest_row((at, command): (usize, &guest::Command)) -> String {
    let keys: Vec<String> = command.keys.iter().map(|key| format!("`{key}`")).collect();
    let (zh, en) = (command.name.text(Lang::Zh), command.name.text(Lang::En));
    let (digit, page) = (at % guest::ON_PAGE + 1, at / guest::ON_PAGE);
    let turned = "`0` ".repeat(page);
    let digit = if at < guest::NUMBERED { format!("{turned}`{digit}`") } else { String::new() };
    format!("| {zh} {en} | {} | {digit} |", keys.join(" "))
}

#[test]
fn every_key_of_a_reviewer_stands_in_readme() {
    let rows: Vec<String> = guest::COMMANDS.iter().enumerate().map(guest_row).collect();
    let missing: Vec<&String> = rows.iter().filter(|row| !README.contains(*row)).collect();
    assert!(missing.is_empty(), "README lacks these rows:\n{}", rows.join("\n"));
}

/// What README says may stand in a person's settings can be read, and its keys lock nobody out.
#[test]
fn the_settings_of_readme_are_taken() {
    let (_, from) = README.split_once("```ron\n(\n  layout:").unwrap();
    let (held, _) = from.split_once("```").unwrap();
    let text = format!("(\n  layout:{held}");
    let read = yiding::format::ron::read(text.as_bytes(), Limits::of(taste::FORMAT));
    let taste: Taste = read.unwrap();
    let keys = Keymap::read(&taste.keys).unwrap();
    assert_eq!(keys.first(Do::Undo), Some(Key::Ctrl('e')));
    assert_eq!(keys.first(Do::NextItem), Some(Key::Ctrl('k')));
    assert_eq!(Taste { keys: Table::default(), ..taste }, Taste::default());
}

#[test]
fn readme_shows_every_picture_and_says_what_must_not_be_entered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/.github");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    let mut pictures: Vec<String> = names.filter(|name| name.contains(".svg")).collect();
    pictures.sort();
    assert_eq!(
        pictures,
        ["care", "compare", "meeting", "overview", "phone", "wall"]
            .map(|name| format!("{name}.svg"))
    );
    for name in pictures {
        assert!(README.contains(&format!("](.github/{name})")), "{name}");
    }
    assert!(README.contains("不得录入涉密内容"));
}
