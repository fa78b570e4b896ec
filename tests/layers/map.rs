//! The map in `src/lib.rs`: the files that it names, under their rooms.

#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "a test that reads the sources")]

use std::fs;
use std::path::Path;

/// The files that the map names, in its order, each with the room it is listed under.
pub(crate) fn map() -> Vec<(String, String)> {
    read(map_lines())
}

/// The files that the lines of a map name.
pub(crate) fn read(lines: impl IntoIterator<Item = String>) -> Vec<(String, String)> {
    let mut room = String::new();
    let mut map = Vec::new();
    for line in lines {
        if let Some(name) = room_line(&line) {
            map.push((format!("{name}.rs"), String::new()));
            room = name;
        } else if let Some(file) = named_file(&line) {
            let above = if file.contains('/') { room.clone() } else { String::new() };
            map.push((file.to_owned(), above));
        }
    }
    map
}

/// The file that a line begins with.
fn named_file(line: &str) -> Option<&str> {
    let first = line.split_whitespace().next()?;
    Path::new(first).extension().is_some_and(|end| end == "rs").then_some(first)
}

/// The rooms in the order of the map.
pub(crate) fn rooms_on_the_map() -> Vec<String> {
    map_lines().iter().filter_map(|line| room_line(line)).collect()
}

/// A line like `judge    3 HOW IT STANDS …` opens a room.
fn room_line(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let (name, number) = (words.next()?, words.next()?);
    (!line.starts_with(' ') && number.parse::<u8>().is_ok()).then(|| name.to_owned())
}

fn map_lines() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    fs::read_to_string(root)
        .expect("src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! "))
        .map(str::to_owned)
        .collect()
}
