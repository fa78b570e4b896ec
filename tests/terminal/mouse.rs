//! The mouse, the clipboard and the printer of a real terminal: what a press, a turn of the wheel and
//! a copy come to, and that the terminal has its mouse back afterwards, whatever ended the program.

use std::fs;

use rustix::process::{Signal, kill_process};
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use super::desk::{Book, F10};
use super::rig::{Rig, Seen};

const COPY: &str = "\x03";
const PRINT: &str = "\x1b[24~";

/// Where a text stands on the screen, counted from 0.
fn place(seen: &Seen, text: &str) -> Option<(u16, u16)> {
    let screen = seen.emulator.screen();
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    (0..rows).find_map(|row| {
        let from = |column: u16| -> String {
            (column..columns)
                .filter_map(|at| screen.cell(row, at))
                .map(vt100::Cell::contents)
                .collect()
        };
        // A blank cell says nothing, so a text seems to begin in the blanks before it.
        let says = |column: &u16| screen.cell(row, *column).is_some_and(vt100::Cell::has_contents);
        let begins = (0..columns).filter(says).find(|column| from(*column).starts_with(text));
        begins.map(|column| (column, row))
    })
}

/// Presses and lets go the left button on a text.
fn click(rig: &mut Rig, text: &str) {
    rig.wait(text, |seen| place(seen, text).is_some());
    let (column, row) = rig.look(|seen| place(seen, text)).unwrap();
    let (column, row) = (column + 1, row + 1);
    rig.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
}

fn listens(seen: &Seen) -> bool {
    let screen = seen.emulator.screen();
    screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

fn is_left_alone(seen: &Seen) -> bool {
    seen.emulator.screen().mouse_protocol_mode() == MouseProtocolMode::None
}

/// The line with the mark of the cursor.
fn marked(seen: &Seen) -> Option<String> {
    seen.text().lines().find(|line| line.starts_with(" >")).map(str::to_owned)
}

#[test]
fn a_press_chooses_a_second_one_opens_and_the_keys_below_can_be_pressed() {
    let book = Book::new();
    let before = Rig::new().modes();
    let (mut rig, mut program) = book.sit();
    rig.wait("the mouse", listens);
    click(&mut rig, "城乡统筹");
    rig.wait("the row chosen", |seen| marked(seen).is_some_and(|line| line.contains("城乡统筹")));
    click(&mut rig, "城乡统筹");
    rig.wait("the row opened", |seen| seen.says("任务清单") && seen.says("3.1"));
    click(&mut rig, "F1");
    rig.wait("the help", |seen| seen.says("输入法开着也能用"));
    rig.press("\x1b");
    rig.wait("the list", |seen| seen.says("3.1") && !seen.says("输入法开着也能用"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
    assert_eq!(rig.modes(), before);
    rig.wait("the mouse given back", is_left_alone);
}

#[test]
fn the_wheel_scrolls_a_box_takes_its_choices_and_a_mouse_at_rest_costs_nothing() {
    let book = Book::new();
    let (mut rig, mut program) = book.sit();
    rig.wait("the mouse", listens);
    let first = rig.look(marked).unwrap();
    rig.press("\x1b[<65;20;8M");
    rig.wait("another row", |seen| marked(seen).is_some_and(|line| line != first));
    rig.press("\x1b[<64;20;8M");
    rig.wait("the first row again", |seen| marked(seen).as_ref() == Some(&first));
    // Moves, other buttons and letting go mean nothing, and nothing is drawn for them.
    let quiet = rig.look(|seen| seen.bytes.len());
    rig.press("\x1b[<35;20;8M\x1b[<2;20;8M\x1b[<0;20;8m");
    rig.press(PRINT);
    rig.wait("the choice", |seen| seen.says("2 存成网页"));
    let moved = rig.look(|seen| seen.bytes.len() - quiet);
    assert!(moved < 4000, "{moved} bytes for one box");
    click(&mut rig, "1 存成文本");
    rig.wait("the file", |seen| seen.says("已存成 papers/2023-09-15-打印-总览.txt"));
    let text = fs::read_to_string(book.at("papers/2023-09-15-打印-总览.txt")).unwrap();
    assert!(text.starts_with("总览\n道里区2023年主要任务  截至2023-09-15\n"), "{text}");
    assert!(text.contains("5  坚持党的领导"), "what is scrolled away is printed too\n{text}");
    rig.press(F10);
    assert_eq!(program.end(), "0");
    rig.wait("the mouse given back", is_left_alone);
}

#[test]
fn a_copy_goes_to_the_terminal_and_the_same_key_again_shows_it_to_the_terminals_own_mouse() {
    let book = Book::new();
    let (mut rig, mut program) = book.sit();
    rig.wait("the mouse", listens);
    rig.press(COPY);
    rig.wait("the copy", |seen| seen.count("\x1b]52;c;") == 1 && seen.says("已送剪贴板"));
    rig.press(COPY);
    rig.wait("the blank screen", |seen| seen.says("Esc 返回") && !seen.says("F1"));
    rig.wait("the terminal's own mouse", is_left_alone);
    rig.press("\x1b");
    rig.wait("the screen", |seen| seen.says("F1"));
    rig.wait("the mouse again", listens);
    rig.press(F10);
    assert_eq!(program.end(), "0");
    rig.wait("the mouse given back", is_left_alone);
}

#[test]
fn whatever_ends_the_program_gives_the_mouse_back() {
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup")] {
        let book = Book::new();
        let before = Rig::new().modes();
        let (rig, mut program) = book.sit();
        rig.wait("the mouse", listens);
        kill_process(program.pid(), signal).unwrap();
        assert_eq!(program.end(), name);
        rig.wait("the mouse given back", is_left_alone);
        assert_eq!(rig.modes(), before);
    }
}
