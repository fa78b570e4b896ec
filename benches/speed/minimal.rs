//! The floor under the desk: the least that ratatui needs to show the same plan.
//!
//! `minimal plan.ron` reads the file with ron, shows its tasks in a list and moves a cursor. It is
//! what `benches/speed.rs` measures the desk against, and knows nothing of yiding.

#![allow(clippy::disallowed_methods, reason = "a program that reads its file")]

mod list;

use std::error::Error;
use std::{env, fs};

use ratatui::crossterm::event::{self, Event, KeyCode};
use serde::Deserialize;

use list::List;

#[derive(Deserialize)]
struct Plan {
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    tasks: Vec<Task>,
}

#[derive(Deserialize)]
struct Task {
    id: String,
    title: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args_os().nth(1).ok_or("usage: minimal plan.ron")?;
    let plan: Plan = ron::from_str(&fs::read_to_string(path)?)?;
    let tasks = plan.sections.into_iter().flat_map(|section| section.tasks);
    let mut list = List::new(tasks.map(|task| format!("{} {}", task.id, task.title)).collect());
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
