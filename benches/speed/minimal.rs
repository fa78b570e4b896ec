//! The floor under the desk: the least that ratatui needs to show the same book.
//!
//! `minimal plan.ron snapshot.ron` reads both with ron, shows the tasks in a list and moves a cursor.
//! It is what `benches/speed.rs` measures the desk against; of yiding it has the types of the files.

#![allow(clippy::disallowed_methods, reason = "a program that reads its files")]

mod list;

use std::error::Error;
use std::ffi::OsString;
use std::{env, fs};

use ratatui::crossterm::event::{self, Event, KeyCode};
use serde::de::DeserializeOwned;
use yiding::ledger::Snapshot;
use yiding::plan::Plan;

use list::List;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = env::args_os().skip(1);
    let plan: Plan = read(paths.next())?;
    let snapshot: Snapshot = read(paths.next())?;
    let tasks = plan.tasks().map(|task| format!("{} {}", task.id, task.title));
    let mut list = List::new(tasks.collect(), snapshot.ledger.decisions.len());
    ratatui::run(|terminal| {
        loop {
            terminal.draw(|frame| list.draw(frame))?;
            if let Event::Key(key) = event::read()? {
                match key.code {
                    KeyCode::Down => list.down(),
                    KeyCode::Up => list.up(),
                    KeyCode::Char('q') => return Ok(()),
                    _ => {}
                }
            }
        }
    })
}

fn read<T: DeserializeOwned>(path: Option<OsString>) -> Result<T, Box<dyn Error>> {
    let path = path.ok_or("usage: minimal plan.ron snapshot.ron")?;
    Ok(ron::from_str(&fs::read_to_string(path)?)?)
}
