//! The program of the rig: a list of Han that answers to keys and ends in every way there is.

use std::path::Path;
use std::sync::{Arc, mpsc};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yiding::app::key::{Input, Key};
use yiding::app::sight::Sight;
use yiding::shell::terminal::{Event, OWN, Terminal};
use yiding::view::canvas::Pen;
use yiding::view::style::Role;

/// Where the program puts its last words.
pub(crate) const LAST_WORDS: &str = "YIDING_RIG_LAST_WORDS";

/// The exit code of a program whose terminal is gone.
pub(crate) const GONE: i32 = 6;

/// A page of the list.
pub(crate) fn page(width: u16, height: u16, first: usize, selected: u16, foot: &str) -> Buffer {
    let han: Vec<char> = ('一'..='龥').collect();
    let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
    let mut pen = Pen::new(&mut frame, Sight::default());
    pen.text((0, 0), width, "道里区2023年主要任务", Role::Title);
    for y in 1..height.saturating_sub(1) {
        let n = first + usize::from(y);
        let text: String = han[n * 30..n * 30 + 24].iter().collect();
        pen.text((0, y), 4, n.to_string(), Role::Strong);
        pen.text((5, y), width.saturating_sub(16), text, Role::Plain);
        pen.text_before((width, y), 8, "! 滞后", Role::Behind);
    }
    pen.text((0, height.saturating_sub(1)), width, foot, Role::Hint);
    pen.select(Rect::new(0, selected, width, 1));
    frame
}

/// Runs until told to end.
pub(crate) fn run() {
    let (tell, events) = mpsc::channel();
    let tell = Arc::new(move |event| drop(tell.send(event)));
    let last_words = || {
        if let Ok(path) = std::env::var(LAST_WORDS) {
            std::fs::write(path, "typed and not saved").unwrap();
        }
    };
    // A terminal can be gone before its modes are all set, and between any two events.
    let Ok(mut terminal) = Terminal::enter(Path::new(OWN), tell, last_words) else { gone() };
    terminal.give_back_on_panic();
    let (mut selected, mut foot) = (1, "ready".to_owned());
    loop {
        let (width, height) = terminal.size();
        let frame = page(width, height, 0, selected, &foot);
        if terminal.draw(&frame, Position { x: 0, y: selected }).is_err() {
            gone();
        }
        match events.recv().unwrap() {
            Event::Inputs(inputs) => {
                for input in inputs {
                    match input {
                        Input::Key(Key::Ctrl('q')) => return,
                        Input::Key(Key::F(7)) => {
                            drop(terminal);
                            std::process::exit(3);
                        }
                        Input::Key(Key::F(9)) => panic!("a panic of the rig"),
                        Input::Key(Key::Down) => selected += 1,
                        Input::Key(Key::Up) => selected -= 1,
                        Input::Resize(columns, rows) => foot = format!("size {columns}x{rows}"),
                        other => foot = format!("heard {other:?}"),
                    }
                }
            }
            Event::Ready => {}
            Event::Resumed => "resumed".clone_into(&mut foot),
            Event::Gone => gone(),
        }
    }
}

/// There is nobody left to give the terminal back to.
fn gone() -> ! {
    std::process::exit(GONE)
}
